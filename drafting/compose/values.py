"""Answers as templates see them: values that know their path, and missing ones that leave a gap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from drafting.chinese.dates import Date
from drafting.chinese.enumerators import Typed, typed_enumerators
from drafting.chinese.punctuation import strip_end, widen
from drafting.chinese.quantities import Quantity
from drafting.compose.text import UnfitError
from drafting.draft import Source, Span
from drafting.facts.model import Blank, Row, Value, is_only_marks
from drafting.i18n import _
from drafting.outline.model import Question, Type

GAP = "【待补"


class Record:
    """What templates may ask for parts by name: `row.column`, `date.year`, `house.phrase`."""

    __slots__ = ()

    def get(self, name: str) -> Any:
        """The part of that name; None if there is none."""
        raise NotImplementedError


class Missing(Record):
    """An answer that was not given. It prints as a gap, holds as false unless it is required, and is its own entry.

    listed: it would be a list or a table.
    """

    __slots__ = ("ask", "listed", "path", "required")

    def __init__(self, path: str, ask: str, required: bool = False, listed: bool = False) -> None:
        self.path = path
        self.ask = ask
        self.required = required
        self.listed = listed

    @property
    def spans(self) -> tuple[Span, ...]:
        """The gap."""
        return (Span(f"{GAP}：{self.ask}】", Source.MISSING, self.path),)

    def get(self, name: str) -> Missing:
        """A cell of a missing row is missing with it."""
        return self

    def __str__(self) -> str:
        return self.spans[0].text

    def __bool__(self) -> bool:
        return self.required

    def __iter__(self) -> Iterator[Missing]:
        return iter((self,))

    def __len__(self) -> int:
        return 1

    def _same(self, _other: Any) -> Missing:
        return self

    def _never(self, _other: Any) -> bool:
        return False

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __truediv__ = _same
    __lt__ = __gt__ = __le__ = __ge__ = _never


class Several:
    """How many there are where a list was not answered: nobody knows. It prints as 几; to conditions there are none."""

    __slots__ = ()
    spans = (Span("几"),)

    def __str__(self) -> str:
        return "几"

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return other == 0

    def __hash__(self) -> int:
        return hash(0)

    def __lt__(self, other: Any) -> bool:
        return bool(other > 0)

    def __le__(self, other: Any) -> bool:
        return bool(other >= 0)

    def __gt__(self, other: Any) -> bool:
        return bool(other < 0)

    def __ge__(self, other: Any) -> bool:
        return bool(other <= 0)


SEVERAL = Several()


class Given(Record):
    """A single answer. raw: text, quantity, date, time or truth; path: where in the facts it stands.

    typed: the enumerator that was typed before it and is not shown, or stays for doubt; None for none.
    """

    __slots__ = ("path", "raw", "spans", "typed")

    def __init__(self, raw: Any, path: str, text: str | None = None, typed: Typed | None = None) -> None:
        self.raw = raw
        self.path = path
        self.typed = typed
        shown = _shown(raw) if text is None else text
        self.spans = (Span(shown, source_of(shown), path),)

    def get(self, name: str) -> Given | None:
        """The year, month or day of a date; None for other names."""
        if isinstance(self.raw, Date) and name in ("year", "month", "day"):
            number = getattr(self.raw, name)
            return None if number is None else Given(Quantity(Decimal(number), "", ""), self.path)
        return None

    def __str__(self) -> str:
        return self.spans[0].text

    def __bool__(self) -> bool:
        return self.raw is not False and self.raw != ""

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Given):
            return bool(self.raw == other.raw)
        if isinstance(other, bool):
            return self.raw is other
        if isinstance(other, (int, Decimal)) and isinstance(self.raw, Quantity):
            return self.raw.amount == other
        return str(self) == other

    def __hash__(self) -> int:
        return hash(str(self))

    def __lt__(self, other: Any) -> bool:
        return not isinstance(other, Missing) and _number(self) < _number(other)

    def __gt__(self, other: Any) -> bool:
        return not isinstance(other, Missing) and _number(self) > _number(other)

    def __le__(self, other: Any) -> bool:
        return not isinstance(other, Missing) and _number(self) <= _number(other)

    def __ge__(self, other: Any) -> bool:
        return not isinstance(other, Missing) and _number(self) >= _number(other)

    def __add__(self, other: Any) -> Any:
        return self._reckon(other, 1)

    def __sub__(self, other: Any) -> Any:
        return self._reckon(other, -1)

    def _reckon(self, other: Any, sign: int) -> Any:
        """This quantity plus or minus another one of its unit, or a plain number."""
        if isinstance(other, Missing):
            return other
        mine = self.raw
        if not isinstance(mine, Quantity):
            raise UnfitError(_("“{value}” ({path}) is no number").format(value=self, path=self.path), self.path)
        if isinstance(other, Given) and isinstance(other.raw, Quantity):
            theirs = other.raw
            path = f"{self.path} {other.path}"
            if (mine.scale, mine.unit) == (theirs.scale, theirs.unit):
                return Given(Quantity(mine.value + sign * theirs.value, mine.scale, mine.unit), path)
            return Given(Quantity(mine.amount + sign * theirs.amount, "", mine.unit), path)
        return Given(Quantity(mine.value + sign * Decimal(_number(other)), mine.scale, mine.unit), self.path)


class GivenRow(Record):
    """A row of a table: its cells by column, missing ones included."""

    __slots__ = ("cells", "path")

    def __init__(self, cells: Mapping[str, Any], path: str) -> None:
        self.cells = cells
        self.path = path

    def get(self, name: str) -> Any:
        """The cell of a column; None for an unknown one."""
        return self.cells.get(name)

    def __bool__(self) -> bool:
        return True


class GivenList:
    """A list or table: its entries in order. ask: the wording of its question, for the gap where none fits."""

    __slots__ = ("ask", "entries", "path")

    def __init__(self, entries: tuple[Any, ...], path: str, ask: str) -> None:
        self.entries = entries
        self.path = path
        self.ask = ask

    def __iter__(self) -> Iterator[Any]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> Any:
        return self.entries[index]

    def __bool__(self) -> bool:
        return bool(self.entries)


def give(value: Value | None, question: Question, path: str, tidy: bool, numbered: bool = True) -> Any:
    """An answer as templates see it; None is a missing one.

    tidy: half-width punctuation is made full-width, and a name or phrase ends without a mark, however it was typed.
    numbered: lists get their enumerators from the outline, so that those typed into their entries give way.
    """
    if isinstance(value, str):
        return _text(value, question, path, tidy)
    if value is None or isinstance(value, Blank):
        return Missing(path, question.ask, question.required, question.type in (Type.LIST, Type.TABLE))
    if isinstance(value, tuple):
        given = _table if question.type is Type.TABLE else _list
        return GivenList(given(value, question, path, tidy, tidy and numbered), path, question.ask)
    return Given(value, path)


def _text(value: str, question: Question, path: str, tidy: bool, typed: Typed | None = None) -> Given:
    text = value[len(typed.text) :] if typed and not typed.stays else value
    text = widen(text if question.type is not Type.TEXT else one_line(text)) if tidy else text
    return Given(value, path, strip_end(text) or text if tidy and question.type is Type.TEXT else text, typed)


def _list(entries: tuple[Value, ...], question: Question, path: str, tidy: bool, numbered: bool) -> tuple[Any, ...]:
    """The entries of a list. One that is only a mark is none; `check_answers` tells of it."""
    kept = [(number, entry) for number, entry in enumerate(entries, 1) if not (tidy and is_only_marks(entry))]
    typed = _typed([entry for _number, entry in kept], numbered)
    return tuple(
        _text(entry, question, f"{path}[{number}]", tidy, mark)
        if isinstance(entry, str)
        else give(entry, question, f"{path}[{number}]", tidy)
        for (number, entry), mark in zip(kept, typed, strict=True)
    )


def _table(rows: tuple[Value, ...], question: Question, path: str, tidy: bool, numbered: bool) -> tuple[Any, ...]:
    cells: list[dict[str, Any]] = [{} for _row in rows]
    for column in question.columns:
        answers = [row.cells.get(column.key) if isinstance(row, Row) else None for row in rows]
        words = numbered and column.type in (Type.TEXT, Type.LONG)
        typed = _typed(answers, words, alone=column.type is Type.TEXT)
        for number, (answer, mark) in enumerate(zip(answers, typed, strict=True)):
            own = f"{path}[{number + 1}].{column.key}"
            cells[number][column.key] = (
                _text(answer, column, own, tidy, mark)
                if isinstance(answer, str)
                else give(answer, column, own, tidy, numbered)
            )
    return tuple(GivenRow(own, f"{path}[{number}]") for number, own in enumerate(cells, 1))


def _typed(answers: Sequence[Value | None], numbered: bool, alone: bool = True) -> Sequence[Typed | None]:
    """The enumerators typed before the entries of a list, or the cells of a column."""
    if not numbered:
        return [None] * len(answers)
    return typed_enumerators([answer if isinstance(answer, str) else "" for answer in answers], alone)


def one_line(text: str) -> str:
    """An answer of one line, on one line however it was typed."""
    return "".join([line.strip() for line in text.splitlines()]) if "\n" in text else text


def source_of(text: str) -> Source:
    """Where the text of an answer counts as coming from: one that holds a gap is itself still missing."""
    return Source.MISSING if GAP in text else Source.FACT


def _shown(raw: Any) -> str:
    if isinstance(raw, bool):
        return "是" if raw else "否"
    return str(raw)


def _number(value: Any) -> Decimal:
    """The plain number behind a value, for comparing."""
    raw = value.raw if isinstance(value, Given) else value
    if isinstance(raw, Quantity):
        return raw.amount
    if isinstance(raw, (int, Decimal)):
        return Decimal(raw)
    raise UnfitError(_("“{value}” ({path}) is no number").format(value=value, path=getattr(value, "path", "–")))
