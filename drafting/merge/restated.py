"""Values that change and that the hand has said too, in its own words, where they stay: they are told as copies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.chinese.punctuation.marks import POINTS, STOPS, TONES
from drafting.draft import Source
from drafting.merge.differences import differences
from drafting.merge.model import Entry, Fate, Kind, Step
from drafting.merge.naming import is_name, person_in
from drafting.merge.pieces import Piece, pieces_of
from drafting.merge.sides import Sides
from drafting.merge.steps import changed
from drafting.merge.tokens import Words, is_value, tokens
from drafting.merge.updates import updates

_TELLING = 4  # characters of a number that is the same elsewhere by no chance
_BESIDE = 4  # characters in all that a number with a unit has beside it here and there, of one clause
_BESIDE_OTHERS = 8  # the same for dates and names: 9月底前完成 is said of anything
_BESIDE_SUMS = 2  # the same for numbers in 万 or 亿: 投资7亿元 is said of few things
_WHOLE = 2  # characters beside a number in a clause that says nothing else
_REWORDED = 3  # tokens in which a value gives way to another one: 86家 to 88家以上
_AT = 6  # characters on both sides by which a place is known again
_SHOWN = 10  # characters on both sides with which it is told where a value stands
_CELL = 2  # characters of a cell that names what the others beside it are about

_POINT = re.compile(f"[{re.escape(POINTS)}\\n]")
_END = re.compile(f"[{re.escape(STOPS + TONES)}；;\\n]")
_NO_NAMES = Words(())
_NUMBER = re.compile("[0-9０-９零〇一二两三四五六七八九十百千万亿]")
_SUM = re.compile("[0-9０-９][万亿]")
_COUNT = re.compile("[1-9][0-9]+[^0-9%％‰.年月日号]")
_SMALL_WORDS = "的了着这那共约近仅只就才还已"  # between a word and the number that is said of it
_OF_ANYTHING = "有是到为在和与及至从用把将给对等或以按每各第达超过前后一"
_DATE = re.compile("[年月日号旬底初末]")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value that the draft has otherwise now.

    entry: what is told of each place where it stands as it was. left, right: the words beside it in its clause, as the
    draft had it. sentence: that it stood in.
    """

    entry: Entry
    left: str
    right: str
    sentence: str


def restated(
    sides: Sides, account: Sequence[Entry], steps: Sequence[Step], notes: Sequence[str] = ()
) -> Iterator[Entry]:
    """An entry for each value that changes and that the hand has written elsewhere too, where it stays as it is.

    A number that says much is known anywhere, and so is a name; any other value by the words beside it, in a table by
    those of the other cells. account, steps: of the merge. notes: what stands outside the paragraphs: footnotes,
    headers.
    """
    cells = list(_tables(sides, steps))
    own = [entry.text for entry in account if entry.kind is Kind.KEPT and not entry.is_moved_by_hand]
    written = _left_of(own, [cell for table in cells for cell in table])
    values: defaultdict[str, list[_Value]] = defaultdict(list)
    for value in _changed_values(sides) if written or cells or notes else ():
        values[value.entry.before].append(value)
    if not values:
        return
    drafted = "\n".join([group.text for group in sides.new])
    words = Words([*sides.words, *(value for value in values if not value[0].isdecimal())])
    known = {piece.text for group in sides.new for piece in _fine(pieces_of(group, sides.words))}
    stay = "\n".join([*stands(sides, steps), *notes])
    found = [value for text in [*written, *notes] for value in _in_words(words, text, values, drafted, known, stay)]
    found += [value for table in cells for value in _in_table(words, table, values, drafted)]
    told = Counter((entry.path, entry.before) for entry in account if entry.kind is Kind.COPY)
    for value in found:
        name = (value.entry.path, value.entry.before)
        if told[name]:
            told[name] -= 1
        else:
            yield value.entry


def _changed_values(sides: Sides) -> Iterator[_Value]:
    """The values of facts that are others now."""
    for g, h in sides.heirs.items():
        base, new = sides.base[g], sides.new[h]
        if base.text == new.text:
            continue
        pieces = pieces_of(base, sides.words)
        for update in updates(base, pieces, new, sides.words):
            old, coming = _fine(pieces[update.start : update.end]), _fine(update.pieces)
            before = _fine(pieces[: update.start])
            around, start = [*before, *old, *_fine(pieces[update.end :])], len(before)
            for edit in differences([piece.text for piece in old], [piece.text for piece in coming]):
                was, now = old[edit.start : edit.end], coming[edit.new_start : edit.new_end]
                gone, come = ([n for n, piece in enumerate(run) if is_value(piece.text)] for run in (was, now))
                if len(gone) == len(come) == 1 and max(len(was), len(now)) <= _REWORDED:
                    value = now[come[0]]
                    if value.span and value.span.source is Source.FACT:
                        key, at = new.blocks[value.block].key, start + edit.start + gone[0]
                        entry = Entry(Kind.COPY, key, value.text, around[at].text, value.span.path)
                        told = _value(entry, around, at)
                        yield told
                        yield from _person(told)


def _person(value: _Value) -> Iterator[_Value]:
    """The bare name of a person whom a value names with a title: 陆明远 in 副县长陆明远同志."""
    was, now = person_in(value.entry.before), person_in(value.entry.text)
    if was and now and was.name != now.name:
        entry = replace(value.entry, before=was.name, text=now.name)
        yield replace(value, entry=entry, left=value.left + was.before, right=was.behind + value.right)


def _value(entry: Entry, pieces: Sequence[Piece], at: int) -> _Value:
    """The value of token `at` of a paragraph of the base."""
    block = pieces[at].block
    before = "".join([piece.text for piece in pieces[:at] if piece.block == block])
    after = "".join([piece.text for piece in pieces[at + 1 :] if piece.block == block])
    sentence = _END.split(before)[-1] + entry.before + _END.split(after, maxsplit=1)[0]
    return _Value(entry, _POINT.split(before)[-1], _POINT.split(after, maxsplit=1)[0], sentence)


def _in_words(
    words: Words, text: str, values: Mapping[str, Sequence[_Value]], drafted: str, known: set[str], stands: str
) -> Iterator[_Value]:
    """The values that a text by hand has as they were.

    drafted, known: the new draft and its tokens; what it says itself is right. stands: the file to come.
    """
    at = 0
    for stands_as in _fine_tokens(text, words):
        before, after = _POINT.split(text[:at])[-1], _POINT.split(text[at + len(stands_as) :], maxsplit=1)[0]
        at += len(stands_as)
        token = stands_as
        if token not in values and (spoken := _spoken(token, after)) in values:
            token, stands_as, after = spoken, stands_as + after[:1], after[1:]
        if token not in values or before[-_AT:] + stands_as + after[:_AT] not in stands:
            continue
        beside = {value: _beside(value, before, after) for value in values[token]}
        best = max(beside, key=lambda value: (sum(beside[value]), _is_turned(value, before, after)))
        left, right = beside[best]
        said = before[len(before) - left :] + token + after[:right]
        whole = (before, after) == (best.left, best.right) and left + right >= _WHOLE
        named = token not in drafted and _is_named(best, before, after)
        if (
            named
            or (is_telling(token) and token not in known)
            or (said not in drafted and (left + right >= _needed(token) or (whole and _is_amount(token))))
            or (_SUM.search(token) and _is_turned(best, before, after) and before + token + after not in drafted)
            or (token not in known and _is_said_of_the_same(best, before, after))
        ):
            around = before[-_SHOWN:] + stands_as + after[:_SHOWN]
            yield replace(best, entry=replace(best.entry, before=stands_as, note=around if around != stands_as else ""))


def _spoken(token: str, after: str) -> str:
    """A number of people as a draft has it: 15人 for 15个人."""
    return token[:-1] + after[:1] if token.endswith("个") and after[:1] in ("人", "名") else token


def _is_said_of_the_same(value: _Value, before: str, after: str) -> bool:
    """Whether a count of two figures or more stands behind the same word as in the draft, whatever small words are
    between: 缺的15人 for 还缺15人. Shares are said of anything, and small counts too."""
    if not _COUNT.match(value.entry.before):
        return False
    here, drafted = (words.rstrip(_SMALL_WORDS)[-1:] for words in (before, value.left))
    return here == drafted and bool(here) and here not in _OF_ANYTHING


def _is_named(value: _Value, before: str, after: str) -> bool:
    """Whether a value names somebody or something: by itself, or with what stands beside it here or in the draft."""
    token = value.entry.before
    return person_in(token) is not None or is_name(token, before, after) or is_name(token, value.left, value.right)


def _is_turned(value: _Value, before: str, after: str) -> bool:
    """Whether the word right before a value in the draft stands right behind it here, or the other way round: 7亿元投资
    for 投资7亿元."""
    ahead, behind = before[-_BESIDE_SUMS:], after[:_BESIDE_SUMS]
    turned = len(behind) == _BESIDE_SUMS and value.left.endswith(behind)
    return turned or (len(ahead) == _BESIDE_SUMS and value.right.startswith(ahead))


def _beside(value: _Value, before: str, after: str) -> tuple[int, int]:
    """How many characters before and behind a value are those of the draft."""
    return _alike(before[::-1], value.left[::-1]), _alike(after, value.right)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with that are the same."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _in_table(
    words: Words, cells: Sequence[str], values: Mapping[str, Sequence[_Value]], drafted: str
) -> Iterator[_Value]:
    """The values that the cells of a table have as they were: others of them name what the value is of.

    A name needs no other cell, if the draft does not say it any more. The head of its row, if that is in the sentence
    of the draft; else any of them, for it may be that of its column.
    """
    heads = [cell for cell in cells if len(cell) >= _CELL and not _NUMBER.search(cell)]
    by_row: dict[int, _Value] = {}
    by_any: dict[int, _Value] = {}
    head = ""
    for number, cell in enumerate(cells):
        head = cell if cell in heads else head
        for value in [value for token in _fine_tokens(cell, words) for value in values.get(token, ())]:
            before, after = cell.split(value.entry.before, 1)
            by_itself = value.entry.before not in drafted and _is_named(value, before, after)
            if by_itself or (head and head in value.sentence):
                by_row.setdefault(number, value)
            elif any(other in value.sentence for other in heads):
                by_any.setdefault(number, value)
    yield from by_row.values()
    named = {value.entry.before for value in by_row.values()}
    yield from (value for value in by_any.values() if value.entry.before not in named)


def _tables(sides: Sides, steps: Sequence[Step]) -> Iterator[list[str]]:
    """The cells of tables that the hand has put in, those that stand together."""
    cells: list[str] = []
    for step in steps:
        if step.seen is not None and sides.seen[step.seen].fixed and not (step.anchors or step.goes_on):
            cells.append(sides.seen[step.seen].text.strip())
        elif cells:
            yield cells
            cells = []
    if cells:
        yield cells


def _left_of(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """The texts without as many of the others."""
    left = Counter(other.strip() for other in others)
    found = []
    for text in texts:
        if left[text.strip()]:
            left[text.strip()] -= 1
        else:
            found.append(text)
    return found


def stands(sides: Sides, steps: Sequence[Step]) -> list[str]:
    """The paragraphs of the file that stay, as they will be."""
    return [
        changed(sides.seen[step.seen].text, step.changes)
        for step in steps
        if step.seen is not None and step.fate is not Fate.DELETED
    ]


def _fine(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, a short answer that is more than a number cut into what it says: 给86家店装齐净化器."""
    return [piece._replace(text=token) for piece in pieces for token in _cut(piece.text)]


def _fine_tokens(text: str, words: Words) -> list[str]:
    """The tokens of a text, cut in the same way."""
    return [token for whole in tokens(text, words) for token in _cut(whole)]


def _cut(token: str) -> list[str]:
    """What a token says, piece by piece, if there is a number in it; 三 in 三农 is none."""
    parts = tokens(token, _NO_NAMES) if is_value(token) and _NUMBER.search(token) else [token]
    return parts if any(is_value(part) and _NUMBER.search(part) for part in parts) else [token]


def _needed(token: str) -> int:
    if not _is_amount(token):
        return _BESIDE_OTHERS
    return _BESIDE_SUMS if _SUM.search(token) else _BESIDE


def _is_amount(token: str) -> bool:
    """Whether a value is a number with a unit, and no date."""
    return _NUMBER.match(token) is not None and _DATE.search(token) is None


def is_telling(value: str) -> bool:
    """Whether a value is a number that says enough to be known again: 217处, and not 5个."""
    return len(value) >= _TELLING and value[0].isdecimal()


def says_much(value: str) -> bool:
    """Whether a value stands twice in a paragraph by no chance, as 3个 or 今年 may: 8%, 12座, 水务局."""
    return len(value) > _CELL or "%" in value
