"""Answers that cannot have been meant so: entries whose group is not there, names given twice, 无 as an entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from drafting.check import Finding
from drafting.chinese.enumerators import Typed
from drafting.chinese.patterns import pattern
from drafting.errors import following, nearest
from drafting.facts.model import NOTHING, Facts, Row, Value, is_only_marks
from drafting.i18n import _
from drafting.outline.model import Outline, Type

STRAY = "stray"  # an entry that stands nowhere, for it names a group that is not there
_AMOUNT = pattern(
    r"(?:[共约近超]|大约|总共|一共)?[0-9][0-9.,]*[%％]?(?:多|余)?[万亿千百]{0,2}(?:多|余)?[^\W\d_]{0,2}[。；，]?"
)


def check_answers(facts: Facts, matched: Collection[tuple[str, str]], unused: Collection[str]) -> Iterator[Finding]:
    """A finding for each entry of a table that names no group, each name given twice, each list that holds but 无.

    And one for each entry of a list that is only a mark.

    matched: columns that name groups, each with where the names are: `steps.topic`, `topics.name` or a list `topics`.
    unused: paths of the answers that the draft does not show.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for column, names in sorted(matched):
        groups[column] += [name for _path, name in _texts(facts, names)]
    for column, known in groups.items():
        yield from _strays(facts, column, list(dict.fromkeys(known)), unused)
    for column in dict.fromkeys(names for _column, names in sorted(matched)):
        yield from _doubled(facts, column)
    for key, value in facts.answers.items():
        if isinstance(value, tuple) and len(value) == 1 and value[0] in NOTHING:
            message = _("“{text}” is said as an entry; write {key}: [] if there are none.")
            yield Finding("nothing", key, message.format(text=value[0], key=key))
        yield from _marks(key, value)


def _marks(path: str, value: Value) -> Iterator[Finding]:
    """Entries of lists, those in the cells of tables included, that are only a mark."""
    for number, entry in enumerate(value if isinstance(value, tuple) else (), 1):
        place = f"{path}[{number}]"
        if is_only_marks(entry):
            message = _("“{text}” is an entry without a word; it is left out of the speech.")
            yield Finding("marks", place, message.format(text=entry))
        elif isinstance(entry, Row):
            for column, cell in entry.cells.items():
                yield from _marks(f"{place}.{column}", cell)


def check_enumerators(odd: Mapping[str, Typed]) -> Iterator[Finding]:
    """A finding for each enumerator typed before an answer, by its path, where those beside it have none or others.

    And for each that begins a list of which nothing more follows.
    """
    taken = _("“{marker}” stands before this answer and is not shown, as the outline numbers its lists itself.")
    stays = _("“{marker}” stands before this answer, behind the number that the outline gives it.")
    alone = _("“{marker}” stands before this answer, and no further number follows in it.")
    for path, typed in odd.items():
        message = (stays if typed.listed else alone) if typed.stays else taken
        yield Finding("enumerators", path, message.format(marker=typed.text.strip()))


def check_amounts(facts: Facts, outline: Outline) -> Iterator[Finding]:
    """A finding for each answer that is only an amount (300万) where a sentence is asked."""
    message = _("“{text}” is only an amount; here a sentence is asked.")
    such = _("It may be said like this: {example}")
    for question in outline.questions:
        for column in question.columns or (question,):
            path = question.key + (f".{column.key}" if question.columns else "")
            for place, text in _texts(facts, path) if column.type is Type.LONG else ():
                if _AMOUNT.fullmatch(text):
                    example = following(such.format(example=column.example)) if column.example else ""
                    yield Finding("amounts", place, message.format(text=text) + example)


def _strays(facts: Facts, column: str, known: Collection[str], unused: Collection[str]) -> Iterator[Finding]:
    """Entries that name none of the groups, and are not shown otherwise."""
    for path, name in _texts(facts, column):
        row = path.removesuffix(column.partition(".")[2])
        if known and name not in known and any(answer.startswith(row) for answer in unused):
            message = _("“{name}” is none of {names}; this entry is not in the speech.")
            yield Finding(STRAY, path, message.format(name=name, names=", ".join(known)) + nearest(name, known))


def _doubled(facts: Facts, column: str) -> Iterator[Finding]:
    """Groups of one name."""
    for name, times in Counter(name for _path, name in _texts(facts, column)).items():
        if times > 1:
            message = _("“{name}” stands here more than once; what belongs to it is said under each of them.")
            yield Finding("names", column.partition(".")[0], message.format(name=name))


def _texts(facts: Facts, column: str) -> Iterator[tuple[str, str]]:
    """The texts in a column (`steps.topic`) or a list (`topics`), or that of a single answer, with their paths."""
    table, dot, key = column.partition(".")
    entries = facts.answers.get(table)
    if isinstance(entries, str) and not dot:
        yield table, entries
    for number, entry in enumerate(entries if isinstance(entries, tuple) else (), 1):
        text = entry.cells.get(key) if isinstance(entry, Row) else entry
        if isinstance(text, str):
            yield f"{table}[{number}]{dot}{key}", text
