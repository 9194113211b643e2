"""The questions of a learned outline, and what each edition of the speech answers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafting.chinese.punctuation import quote, title_marks
from drafting.draft import Move
from drafting.learning.answer_types import type_of
from drafting.learning.same_figures import Beside, is_same
from drafting.learning.spot import Kind
from drafting.outline.grammar import RESERVED
from drafting.outline.model import Type

_ALONE = Beside()
_TELLING = 4  # digits of a figure that two facts hardly share
_JUBILEE = "周年"  # there is one a year; and a span of years is hardly said of two things
MOVES: Mapping[Move, str] = {
    Move.TITLE: "标题",
    Move.BYLINE: "署名",
    Move.GREETING: "称呼",
    Move.OPENING: "开场",
    Move.SIGNIFICANCE: "意义",
    Move.ACHIEVEMENTS: "成绩",
    Move.EXPERIENCE: "经验",
    Move.SHORTCOMINGS: "不足",
    Move.GOALS: "目标",
    Move.TASKS: "任务",
    Move.GUARANTEE: "保障",
    Move.CLOSING: "结尾",
}
_MARKS = (("quoted", "“", "”", quote), ("titled", "《", "》", title_marks))
_LINE_ENDS = frozenset("\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")


@dataclass(slots=True)
class Asked:
    """A question with its answers. values: one an edition; None where the edition has none.

    A value is a text, a list of texts, a list of rows, or for yesno a truth. filter: of templates, through which the
    answer is printed as it stood. beside: the wordings of the lists and long answers in which it stands too. wider: the
    wording with more of the words around it.
    """

    key: str
    ask: str
    type: Type
    group: str
    values: list[Any]
    unit: str = ""
    columns: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    at_most: int | None = None
    choices: Sequence[str] = ()
    filter: str = ""
    beside: Sequence[str] = ()
    wider: str = ""

    @property
    def shown(self) -> str:
        """The expression that prints the answer as it stands in the speech."""
        return f"{self.key}|{self.filter}" if self.filter else self.key

    @property
    def last(self) -> Any:
        """The answer of the latest edition that has one."""
        return next((value for value in reversed(self.values) if value not in (None, [], "")), None)


class Book:
    """Collects questions while a speech is read. editions: how many years of it there are.

    group: what the questions asked from now on belong to.
    """

    def __init__(self, editions: int) -> None:
        self.editions = editions
        self.asked: list[Asked] = []
        self.group = ""
        self._by_key: dict[str, Asked] = {}
        self._known: dict[Any, Asked] = {}  # in the order of the questions
        self._figures: defaultdict[tuple[str | None, ...], list[tuple[Asked, Beside]]] = defaultdict(list)
        self._latest: dict[str, int] = {}  # the number of the last key with a prefix
        self._keys: set[str] = set()

    def by_key(self, key: str | None) -> Asked | None:
        """The question with a key."""
        return self._by_key.get(key or "")

    def name(
        self,
        kind: Kind,
        values: Sequence[str | None],
        ask: str,
        about: str = "",
        *,
        beside: Beside = _ALONE,
        again: bool = False,
        wider: str = "",
    ) -> str:
        """The expression for a name, date or figure, which is its question's key; the same fact is asked once.

        Names and dates are the same fact if they are equal. So are figures of many digits and jubilees; those of two
        or three digits by what stands `beside` them, and others only between the same words or of the same `about`:
        8个 is soon said of two things. again: the words point back, 这8起, to the last such figure. wider: the wording
        with more of the words around, for where another question is worded like this one.
        """
        if again and kind is Kind.FIGURE:
            before = [asked for asked in self.asked if asked.values == list(values)]
            if before:
                return before[-1].shown
        known = (*values, about or ask) if kind is Kind.FIGURE and is_common(values) else tuple(values)
        found = self._known.get(known) or self._like(kind, values, beside)
        if found is not None:
            return found.shown
        type_, unit, through = type_of(kind, [value for value in values if value is not None])
        given, marked = (list(values), "") if kind is Kind.FIGURE else without_marks(values)
        asked = Asked(self._key(kind.value), ask, type_, self.group, given, unit, filter=through or marked, wider=wider)
        asked = self._add(known, asked)
        if kind is Kind.FIGURE:
            self._figures[tuple(values)].append((asked, beside))
        return asked.shown

    def _like(self, kind: Kind, values: Sequence[str | None], beside: Beside) -> Asked | None:
        """The same figure of more than one digit, asked before."""
        if kind is not Kind.FIGURE:
            return None
        equal = self._figures[tuple(values)]
        return next((asked for asked, other in equal if is_same(values, other, beside)), None)

    def passage(self, prefix: str, values: Sequence[str | None], ask: str, *, long: bool) -> str:
        """The expression for a piece of text, the key of its question where it is long.

        long: it may have several sentences or paragraphs.
        """
        found = self._known.get(tuple(values))
        if found is not None:
            return found.shown
        given, marked = (list(values), "") if long else without_marks(values)
        type_ = Type.LONG if long else Type.TEXT
        asked = Asked(self._key(prefix), ask, type_, self.group, given, filter=marked)
        return self._add(tuple(values), asked).shown

    def listed(self, prefix: str, values: Sequence[list[str]], ask: str, at_most: int | None = None) -> str:
        """The key of the question for a list of texts."""
        asked = Asked(self._key(prefix), ask, Type.LIST, self.group, list(values), at_most=at_most)
        return self._add(None, asked).key

    def table(
        self,
        prefix: str,
        rows: Sequence[list[Any]],
        ask: str,
        columns: Mapping[str, Mapping[str, Any]],
        at_most: int | None,
    ) -> str:
        """The key of the question for a table. columns: by name, `ask` and `type` of each."""
        asked = Asked(self._key(prefix), ask, Type.TABLE, self.group, list(rows), columns=columns, at_most=at_most)
        return self._add(None, asked).key

    def condition(self, values: Sequence[bool | None], ask: str) -> str:
        """The key of the yes-or-no question whether an edition has a passage."""
        asked = Asked(self._key("has"), ask, Type.YESNO, self.group, list(values))
        return self._add(("has", ask, *values), asked).key

    def choice(self, key: str, values: Sequence[str], ask: str) -> str:
        """The key of the question which of several `values` an edition is; asked once."""
        found = self._known.get(key)
        if found is None:
            asked = Asked(self._key(key), ask, Type.CHOICE, self.group, list(values), choices=list(values))
            found = self._add(key, asked)
        return found.key

    def mark(self) -> int:
        """How many questions there are, for `back_to`."""
        return len(self.asked)

    def back_to(self, mark: int) -> None:
        """Take back the questions asked since `mark`."""
        gone = self.asked[mark:]
        del self.asked[mark:]
        for asked in gone:
            self._forget(asked)
            equal = [] if asked.type in (Type.LIST, Type.TABLE) else self._figures.get(tuple(asked.values), [])
            equal[:] = [figure for figure in equal if figure[0] is not asked]
        keys = {asked.key for asked in gone}
        while self._known and next(reversed(self._known.values())).key in keys:
            self._known.popitem()

    def take_back(self, asked: Asked) -> None:
        """Take back a question that another one answers."""
        self.asked.remove(asked)
        self._forget(asked)

    def _forget(self, asked: Asked) -> None:
        """Let a question's key be used again."""
        self._keys.discard(asked.key)
        self._by_key.pop(asked.key, None)
        prefix, _mark, number = asked.key.rpartition("_")
        prefix, before = (prefix, int(number) - 1) if number.isdigit() else (asked.key, 0)
        self._latest[prefix] = min(self._latest.get(prefix, 0), before)

    def _add(self, known: Any, asked: Asked) -> Asked:
        if known is not None and known in self._known:
            self._forget(asked)
            return self._known[known]
        if known is not None:
            self._known[known] = asked
        self.asked.append(asked)
        self._by_key[asked.key] = asked
        return asked

    def _key(self, prefix: str) -> str:
        number = self._latest.get(prefix, 0) + 1
        while (key := f"{prefix}_{number}" if number > 1 else prefix) in self._keys or key in RESERVED:
            number += 1
        self._latest[prefix] = number
        self._keys.add(key)
        return key


def comes_back(value: str, *, several: bool = False) -> bool:
    """Whether a text that stands in a facts file is read as it is. several: it may have several paragraphs."""
    lines = value.split("\n") if several else [value]
    return bool(value) and all(line and line == line.strip() and not _LINE_ENDS.intersection(line) for line in lines)


def without_marks(values: Sequence[str | None]) -> tuple[list[str | None], str]:
    """Answers of which each stands in quotation marks, or in 《》, without them, and the filter that adds them."""
    for name, opening, closing, mark in _MARKS:
        bare = [value and value.removeprefix(opening).removesuffix(closing) for value in values]
        if all(
            given is None or (text and comes_back(text) and not {opening, closing} & {*text} and mark(text) == given)
            for text, given in zip(bare, values, strict=True)
        ):
            return bare, name
    return list(values), ""  # some stand in other marks, or in none


def is_common(values: Sequence[str | None]) -> bool:
    """Whether a figure has so few digits that another may well be equal to it."""
    return all(
        sum(map(str.isdigit, value)) < _TELLING and _JUBILEE not in value and not value.endswith("年")
        for value in values
        if value
    )
