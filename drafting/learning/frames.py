"""What an outline says around its answers: it is drafted with stand-ins, and their surroundings noted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile

from drafting.chinese.dates import Date, Time
from drafting.chinese.quantities import Quantity
from drafting.compose import Prepared, compose
from drafting.draft import Block, Draft, Move, Source, Span
from drafting.errors import UserError
from drafting.facts.model import Facts, Row, Value
from drafting.house import House
from drafting.outline.model import Question, Type
from drafting.paths import without_places

_SEEDS = 24  # drafts of each filling, to meet the outline's several wordings
_WORDS = ("某甲", "某乙", "某丙", "某丁", "某戊", "某己")
_REACH = 10  # characters of wording that are noted on either side
_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)  # of a template: all but its wording
_CLAUSES = re.compile(r"[^\w“”]+")
_NAME, _ANY_NAME = "\0", ".{1,16}"  # where a name stands in a clause, and what may stand there
_OWN_CLAUSES = re.compile(r"[\w“”\0]+")
_NUMERAL = re.compile("[一二三四五六七八九十两]+")
_OWN = (Source.WORDING, Source.COUNT)
BELONGS = re.compile("属于哪一?(?:个?部分|[项方])")
"""What a column asks whose cells name the row of another table, one of the parts of the speech."""
_LEAST, _MOSTLY = 4, 0.6  # characters of a clause; how much of a sentence must be the outline's to be its own
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?\n]*")


@dataclass(frozen=True, slots=True)
class Frame:
    """The wording beside an answer. path: of the answer, without places in lists.

    start, end: whether the paragraph begins or ends there.
    """

    path: str
    move: Move
    left: str
    right: str
    start: bool
    end: bool


@dataclass(slots=True)
class Shape:
    """How the entries of a list or table stand in the speech.

    move: of most of them. head: the column of headings; texts: the columns of the text, in order; details: the column
    whose entries are enumerated below. "" or empty for none. enumerated: whether the entries are items themselves.
    markers: with which enumerators the entries of each column are enumerated below, all numerals alike.
    """

    move: Move
    head: str = ""
    texts: list[str] = field(default_factory=list)
    details: str = ""
    enumerated: bool = False
    headings: dict[int, Move] = field(default_factory=dict)
    markers: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frames:
    """What is known of an outline. wording: clauses that it says whatever is answered; named: those with a name."""

    around: tuple[Frame, ...]
    shapes: Mapping[str, Shape]
    wording: frozenset[str]
    named: re.Pattern[str]

    def says(self, sentence: str) -> bool:
        """Whether a sentence is mostly the outline's own."""
        clauses = clauses_of(sentence)
        own = sum([len(clause) for clause in clauses if clause in self.wording or self.named.fullmatch(clause)])
        return own > _MOSTLY * sum(map(len, clauses))

    def says_not(self, text: str) -> int:
        """How many characters of a text stand in sentences that are not the outline's own."""
        return sum([len(sentence) for sentence in SENTENCE.findall(text) if not self.says(sentence)])


def clauses_of(text: str) -> list[str]:
    """The clauses of a text, without their punctuation, all numerals alike; those of a word or two are none."""
    return [_NUMERAL.sub("几", clause) for clause in _CLAUSES.split(text) if len(clause) >= _LEAST]


def alike(marker: str) -> str:
    """A marker with all numerals alike: 一靠 and 二靠 are 几靠."""
    return _NUMERAL.sub("几", marker.rstrip("，,、：: "))


def frames_of(prepared: Prepared) -> Frames:
    """The frames of an outline."""
    around: dict[Frame, None] = {}
    shapes: dict[str, Shape] = {}
    wording = {clause for text in prepared.kept.texts.values() for clause in clauses_of(_CODE.sub("\n", text))}
    named: set[str] = set()
    names = {question.key for question in prepared.outline.questions if question.type is Type.TEXT}

    def note(drafts: Iterable[Draft]) -> None:
        for block in (block for draft in drafts for block in draft.blocks):
            around.update(dict.fromkeys(_frames(block)))
            _note_shapes(shapes, block)
            plain = "".join([span.text if span.source in _OWN else "\n" for span in block.spans])
            wording.update(clauses_of(plain))
            named.update(_with_names(block, names))

    note(_drafts(prepared))
    # The headings that people make themselves stand where the outline has its own, with answers in them.
    own_headings = {key for key, shape in shapes.items() if shape.headings and not shape.enumerated}
    if own_headings:
        note(_drafts(prepared, (True,), own_headings))
    return Frames(tuple(around), shapes, frozenset(wording), re.compile("|".join(sorted(named)) or "(?!)"))


def _with_names(block: Block, names: Collection[str]) -> Iterator[str]:
    """The clauses in which the outline says a name amid words of its own, as expressions: 多想群众用得上的办法."""
    said = "".join(
        [span.text if span.source in _OWN else _NAME if span.path in names else "\n" for span in block.spans]
    )
    for clause in _OWN_CLAUSES.findall(said):
        own = clause.replace(_NAME, "")
        if clause.count(_NAME) == 1 and len(own) >= _LEAST:
            yield _ANY_NAME.join(re.escape(_NUMERAL.sub("几", part)) for part in clause.split(_NAME))


def _drafts(
    prepared: Prepared, fillings: Sequence[bool] = (True, False), without: Collection[str] = ()
) -> Iterator[Draft]:
    """The outline drafted with stand-ins for all answers, or for the required ones alone, in its several wordings.

    without: keys of questions that stay without an answer.
    """
    for full in fillings:
        for seed in range(_SEEDS):
            answers = {
                question.key: _stand_in(question, seed, place)
                for place, question in enumerate(prepared.outline.questions)
                if question.key not in without and (full or question.required or question.type is Type.CHOICE)
            }
            try:
                yield compose(prepared, Facts(prepared.outline.name, answers, seed=seed), House()).draft
            except UserError:
                continue  # a stand-in that a template has no use for


def _stand_in(question: Question, number: int, place: int = 0) -> Value:
    """An answer. number: of the draft; place: of the question: of two figures each is the larger in some drafts."""
    match question.type:
        case Type.NUMBER | Type.PERCENT:
            amount = 100 + number + place * (0, 1, -1)[number % 3]
            return Quantity(Decimal(max(amount, 2)), "", question.unit if question.type is Type.NUMBER else "%")
        case Type.DATE:
            return Date(2024, 5, 6)
        case Type.TIME:
            return Time(9, 0)
        case Type.YESNO:
            return True
        case Type.CHOICE:
            return question.choices[number % len(question.choices)]
        case Type.LIST:
            return _WORDS[: _entries(question)]
        case Type.TABLE:
            belongs = any(BELONGS.search(column.ask) for column in question.columns if column.type is Type.TEXT)
            rows = range(_entries(question) * (2 if belongs else 1))  # two for each that they belong to: one is no list
            return tuple(Row({c.key: _cell(c, row, number) for c in question.columns}) for row in rows)
    return _WORDS[0]


def _entries(question: Question) -> int:
    most = len(_WORDS) if question.at_most is None else min(question.at_most, len(_WORDS))
    return min(max(question.at_least, 3), most)


def _cell(column: Question, row: int, number: int) -> Value:
    """A cell; texts of one row are the same, so that rows of tables that belong together find each other.

    number: of the draft; in each draft a row makes another choice.
    """
    if column.type is Type.TEXT and BELONGS.search(column.ask):
        return _WORDS[row // 2]
    if column.type in (Type.TEXT, Type.LONG):
        return _WORDS[row % len(_WORDS)]
    return _stand_in(column, row + number if column.type is Type.CHOICE else row)


def _frames(block: Block) -> Iterator[Frame]:
    """The wording around every answer in a block."""
    spans = block.spans
    for place, span in enumerate(spans):
        if span.source is not Source.FACT or not span.path or " " in span.path:
            continue
        left, right = _wording(spans[:place][::-1]), _wording(spans[place + 1 :])
        start, end = len(left) == place, place + 1 + len(right) == len(spans)
        before, behind = "".join(left[::-1]), "".join(right)
        path = without_places(span.path)
        yield Frame(
            path=path,
            move=block.move,
            left=before[-_REACH:],
            right=behind[:_REACH],
            start=start and len(before) <= _REACH,
            end=end and len(behind) <= _REACH,
        )


def _wording(spans: Sequence[Span]) -> list[str]:
    """The texts of the spans up to the first that is no wording."""
    return [span.text for span in takewhile(lambda span: span.source is Source.WORDING, spans)]


def _note_shapes(shapes: dict[str, Shape], block: Block) -> None:
    """What a block tells of the lists and tables whose answers it shows."""
    for place, span in enumerate(block.spans):
        steps = _steps(span)
        if len(steps) < 2:
            continue
        key, column = steps[0], steps[2] if len(steps) > 2 else ""
        shape = shapes.setdefault(key, Shape(block.move))
        begins = place == 0 or (place < block.heading and not any(map(_steps, block.spans[:place])))
        if len(steps) > 3:
            shape.details = shape.details or (column if block.marker else "")
            if block.marker and place == 0:
                shape.markers.setdefault(column, set()).add(alike(block.marker))
            if not block.marker and column not in shape.texts:
                shape.texts.append(column)
        elif place < block.heading and not column:
            shape.headings.setdefault(int(steps[1]), block.move)
        elif place < block.heading:
            shape.head = shape.head or column
            shape.enumerated = shape.enumerated or bool(block.marker)
        elif column not in shape.texts and column != shape.head:
            shape.texts.append(column)
        is_heading_of_a_part = place < block.heading and not column and key not in block.key.split("/")
        if begins and block.marker and len(steps) <= 3 and not is_heading_of_a_part:
            shape.enumerated = True
            shape.move = block.move


def _steps(span: Span) -> Sequence[str]:
    """The steps of a path: `tasks[2].measures[1]` is tasks, 2, measures, 1; none for what is no answer."""
    if span.source is not Source.FACT or " " in span.path:
        return ()
    return [step for step in re.split(r"[\[\].]+", span.path) if step]
