"""Answers as templates see them: values that know their path, and missing ones that leave a gap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from drafting.chinese.dates import Date
from drafting.chinese.enumerators import Typed
from drafting.chinese.numerals import SCALES
from drafting.chinese.quantities import Quantity, in_scale, unit_apart
from drafting.compose.text import UnfitError
from drafting.draft import Source, Span
from drafting.i18n import _

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
_UNSAID = {"year": "年份", "month": "月份", "day": "日子"}  # what a date is asked for that it does not say


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

    def get(self, name: str) -> Given | Missing | None:
        """The year, month or day of a date, the amount of a quantity without its unit; None for other names.

        A gap where the date does not say it: 2月1日 has no year.
        """
        if isinstance(self.raw, Quantity) and name == "amount":
            return Given(replace(self.raw, unit=""), self.path)
        if isinstance(self.raw, Date) and name in ("year", "month", "day"):
            number = getattr(self.raw, name)
            if number is None:
                return Missing(self.path, _UNSAID[name])
            return Given(Quantity(Decimal(number), "", ""), self.path)
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
        """This quantity plus or minus another one of its unit, or a plain number; two rates are points apart."""
        if isinstance(other, Missing):
            return other
        mine = self.raw
        if not isinstance(mine, Quantity):
            raise UnfitError(_("“{value}” ({path}) is no number").format(value=self, path=self.path), self.path)
        if isinstance(other, Given) and isinstance(other.raw, Quantity):
            theirs = other.raw
            path = f"{self.path} {other.path}"
            unit = unit_apart(mine.unit) if sign < 0 and theirs.unit in ("", mine.unit) else mine.unit
            if (mine.scale, mine.unit) == (theirs.scale, theirs.unit):
                return Given(Quantity(mine.value + sign * theirs.value, mine.scale, unit), path)
            scale = max(mine.scale, theirs.scale, key=SCALES.__getitem__)
            return Given(Quantity(*in_scale(mine.amount + sign * theirs.amount, scale), unit), path)
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


MANY = 6
"""Entries of a list of which a speech may still say that it names only the main ones."""


class GivenList:
    """A list or table: its entries in order. ask: the wording of its question, for the gap where none fits.

    crowded: whether it is spoken of as long; None where its size says that.
    """

    __slots__ = ("ask", "crowded", "entries", "path")

    def __init__(self, entries: tuple[Any, ...], path: str, ask: str, crowded: bool | None = None) -> None:
        self.entries = entries
        self.path = path
        self.ask = ask
        self.crowded = crowded

    @property
    def is_crowded(self) -> bool:
        """Whether it has so many entries that they are not the main ones alone."""
        return len(self.entries) > MANY if self.crowded is None else self.crowded

    def __iter__(self) -> Iterator[Any]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> Any:
        return self.entries[index]

    def __bool__(self) -> bool:
        return bool(self.entries)


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
