"""How the facts of a speech change until the last evening."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_NOT_ANSWERS = ("outline", "house", "layout", "seed", "tone", "own_words", "reword")


@dataclass(slots=True)
class Answers:
    """The answers of a facts file, and what comes into them.

    fresh: unique words and numbers put in this time. choices: the keys of what has several wordings. order, without:
    how somebody has changed the outline, 0 for not at all. phrases: of the house, those that have changed; standing:
    what they were. former: texts as they were: what they stand in, under which key.
    """

    data: dict[str, Any]
    random: Random
    serial: int = 1000
    fresh: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    order: float = 0.0
    without: float = 0.0
    phrases: dict[str, str] = field(default_factory=dict)
    standing: dict[str, str] = field(default_factory=dict)
    former: list[tuple[Any, Any, str]] = field(default_factory=list)

    def _unique(self) -> int:
        self.serial += self.random.randint(3, 9)
        return self.serial

    def _texts(self) -> list[tuple[Any, Any]]:
        """Every text answer that may say anything: what it stands in, and under which key."""
        found: list[tuple[Any, Any]] = []

        def look(holder: Any, key: Any) -> None:
            value = holder[key]
            if isinstance(value, dict):
                for inner in value:
                    look(value, inner)
            elif isinstance(value, list):
                for place in range(len(value)):
                    look(value, place)
            elif isinstance(value, str) and len(value) >= 6 and not value.startswith("20"):
                found.append((holder, key))

        for key in self.data:
            if key not in _NOT_ANSWERS:
                look(self.data, key)
        return found

    def _lists(self) -> list[list[Any]]:
        return [value for value in self.data.values() if isinstance(value, list) and value]

    def number(self) -> None:
        texts = [(holder, key) for holder, key in self._texts() if _DIGITS.search(holder[key])]
        if texts:
            holder, key = self.random.choice(texts)
            number = str(self._unique())
            found = self.random.choice(list(_DIGITS.finditer(holder[key])))
            self.former.append((holder, key, holder[key]))
            holder[key] = holder[key][: found.start()] + number + holder[key][found.end() :]
            self.fresh.append(number)

    def words(self) -> None:
        texts = self._texts()
        if texts:
            holder, key = self.random.choice(texts)
            word = f"新写{self._unique()}"
            holder[key] = word + holder[key]
            self.fresh.append(word)

    def row_in(self) -> None:
        lists = self._lists()
        if lists:
            rows = self.random.choice(lists)
            row = self._renewed(deepcopy(self.random.choice(rows)))
            rows.insert(self.random.randint(0, len(rows)), row)

    def _renewed(self, value: Any) -> Any:
        """A new row after the pattern of another one: other words, other numbers."""
        if isinstance(value, dict):
            return {key: self._renewed(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._renewed(inner) for inner in value]
        if isinstance(value, str) and len(value) >= 4 and not value.startswith("20"):
            word = f"新增{self._unique()}"
            self.fresh.append(word)
            return word + "项工作" + "甲乙丙丁戊己庚辛"[: self.random.randint(2, 8)]
        return value

    def row_out(self) -> None:
        lists = [rows for rows in self._lists() if len(rows) > 1]
        if lists:
            rows = self.random.choice(lists)
            del rows[self.random.randrange(len(rows))]

    def turn(self) -> None:
        lists = self._lists()
        if lists:
            rows = self.random.choice(lists)
            self.random.choice((rows.reverse, lambda: self.random.shuffle(rows)))()

    def reverse(self) -> None:
        lists = self._lists()
        if lists:
            max(lists, key=len).reverse()

    def house(self) -> None:
        """A standing phrase of the day has become another."""
        if self.standing:
            name, word = self.random.choice(sorted(self.standing)), f"新提{self._unique()}"
            self.phrases[name] = self.standing[name] + "，" + word
            self.fresh.append(word)

    def outline(self) -> None:
        """Two parts of the outline change places, one of them goes, or is there again."""
        if self.random.random() < 0.5:
            self.order = self.random.random()
        else:
            self.without = 0.0 if self.without else self.random.random()

    def back(self) -> None:
        """A number that was put in goes back to an earlier one."""
        former = [(holder, key, text) for holder, key, text in self._texts_before() if holder[key] != text]
        if former:
            holder, key, text = self.random.choice(former)
            holder[key] = text

    def _texts_before(self) -> list[tuple[Any, Any, str]]:
        """The former texts whose places are still there."""
        there = {(id(holder), key) for holder, key in self._texts()}
        return [(holder, key, text) for holder, key, text in self.former if (id(holder), key) in there]

    def out(self) -> None:
        keys = [key for key in self.data if key not in _NOT_ANSWERS]
        if len(keys) > 3:
            del self.data[self.random.choice(keys)]

    def seed(self) -> None:
        self.data["seed"] = str(self.random.randint(0, 99))

    def reword(self) -> None:
        if self.choices:
            self.data["reword"] = {self.random.choice(self.choices): str(self.random.randint(1, 3))}


FACTS = tuple(
    "number number number words row_in row_in row_out turn reverse out seed reword house outline back".split()
)
