"""Random people: one who works on the file, one who works on the facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from drafting.chinese.quantities import Quantity
from drafting.facts.model import Facts, Row
from drafting.merge.model import OBJECT, Seen

_RARE = 0x3400  # characters of no speech: what is typed with them is found again
_SENTENCES = re.compile("(?<=[。；])")
_FIGURES = re.compile(r"\d+")


class Typist:
    """Does to a file what people do. typed: the words it has put in; removed: whole paragraphs it has taken out."""

    def __init__(self, random: Random, file: list[Seen]) -> None:
        self.random, self.file = random, list(file)
        self.typed: list[str] = []
        self.removed: list[str] = []
        self._words = 0

    def work(self, edits: int) -> None:
        """Some edits at random places."""
        for _edit in range(edits):
            if self.file:
                place = self.random.randrange(len(self.file))
                if self.file[place].text:
                    self.random.choice(_EDITS)(self, place)

    def word(self) -> str:
        """A word that was never typed before."""
        self._words += 1
        text = "".join(chr(_RARE + self.random.randrange(4000)) for _ in range(4)) + chr(_RARE + 4000 + self._words)
        self.typed.append(text)
        return text

    def put(self, place: int, text: str) -> None:
        self.file[place] = replace(self.file[place], text=text)

    def type(self, place: int) -> None:
        text = self.file[place].text
        at = self.random.randrange(len(text) + 1)
        self.put(place, text[:at] + self.word() + text[at:])

    def another_number(self, place: int) -> None:
        text = self.file[place].text
        found = list(_FIGURES.finditer(text))
        if found:
            number = self.random.choice(found)
            value = str(self.random.randrange(100_000, 1_000_000))
            self.put(place, text[: number.start()] + value + text[number.end() :])

    def delete(self, place: int) -> None:
        self.removed.append(self.file.pop(place).text)

    def cut_a_sentence(self, place: int) -> None:
        parts = _SENTENCES.split(self.file[place].text)
        if len(parts) > 2:
            del parts[self.random.randrange(len(parts) - 1)]
            self.put(place, "".join(parts))

    def split(self, place: int) -> None:
        seen = self.file[place]
        if len(seen.text) > 4:
            at = self.random.randrange(2, len(seen.text) - 2)
            self.file[place : place + 1] = [Seen(seen.text[:at], seen.hints[:1]), Seen(seen.text[at:])]

    def join(self, place: int) -> None:
        if place + 1 < len(self.file):
            both = self.file[place].text + self.file[place + 1].text
            self.file[place : place + 2] = [Seen(both, self.file[place].hints)]

    def move(self, place: int) -> None:
        seen = self.file.pop(place)
        self.file.insert(self.random.randrange(len(self.file) + 1), seen)

    def copy(self, place: int) -> None:
        self.file.insert(self.random.randrange(len(self.file) + 1), Seen(self.file[place].text))

    def add(self, place: int) -> None:
        self.file.insert(place, Seen(self.word() + "这一段是自己加的。"))

    def add_a_section(self, place: int) -> None:
        number = self.random.choice(["四、", "（三）", "第三，", ""])
        self.file[place:place] = [Seen(number + self.word()), Seen(self.word() + "写在自己的一节里。"), Seen("")]

    def rewrite(self, place: int) -> None:
        text = self.file[place].text
        third = len(text) // 3
        self.put(place, self.word() + text[third : third + max(6, len(text) // 5)] + self.word() + "。")

    def lose_bookmark(self, place: int) -> None:
        self.file[place] = Seen(self.file[place].text)

    def put_a_picture(self, place: int) -> None:
        text = self.file[place].text
        at = self.random.randrange(len(text) + 1)
        self.put(place, text[:at] + OBJECT + text[at:])

    def indent(self, place: int) -> None:
        self.put(place, "\u3000\u3000" + self.file[place].text + " ")

    def into_a_table(self, place: int) -> None:
        self.file[place] = replace(self.file[place], fixed=True)

    def renumber(self, place: int) -> None:
        text = self.file[place].text
        self.put(place, re.sub("^(（?)[一二三四五六七八]([、）])", r"\1九\2", text))


_EDITS: list[Callable[[Typist, int], None]] = [
    Typist.type,
    Typist.type,
    Typist.type,
    Typist.another_number,
    Typist.delete,
    Typist.cut_a_sentence,
    Typist.split,
    Typist.join,
    Typist.move,
    Typist.copy,
    Typist.add,
    Typist.add_a_section,
    Typist.rewrite,
    Typist.lose_bookmark,
    Typist.put_a_picture,
    Typist.indent,
    Typist.into_a_table,
    Typist.renumber,
]


def other_facts(facts: Facts, random: Random, changes: int) -> Facts:
    """The facts, some of them changed: values, items put in, taken out and reordered, answers withdrawn, the seed."""
    answers = dict(facts.answers)
    for _change in range(changes):
        key = random.choice(sorted(answers))
        if random.random() < 0.1 and len(answers) > 1:
            del answers[key]
        else:
            answers[key] = _other(answers[key], random)
    return replace(facts, answers=answers, seed=facts.seed + (random.random() < 0.1))


def _other(value: Any, random: Random) -> Any:
    if isinstance(value, str):
        ways = [
            _FIGURES.sub(lambda found: str(int(found.group()) + random.randrange(1, 90)), value, count=1),
            value + "还有新的内容",
            "改成" + value[: max(2, len(value) // 2)],
        ]
        return random.choice(ways)
    if isinstance(value, Quantity):
        return replace(value, value=value.value + random.randrange(1, 50))
    if isinstance(value, Row):
        key = random.choice(sorted(value.cells))
        return Row({**value.cells, key: _other(value.cells[key], random)})
    return tuple(_other_list(list(value), random)) if isinstance(value, tuple) and value else value


def _other_list(items: list[Any], random: Random) -> list[Any]:
    place = random.randrange(len(items))
    match random.randrange(5):
        case 0:
            items.reverse()
        case 1:
            random.shuffle(items)
        case 2 if len(items) > 1:
            del items[place]
        case 3:
            items.insert(random.randrange(len(items) + 1), _fresh(items[place], random))
        case _:
            items[place] = _other(items[place], random)
    return items


def _fresh(value: Any, random: Random) -> Any:
    if isinstance(value, Row):
        return Row({key: _fresh(cell, random) for key, cell in value.cells.items()})
    return "另起一件事" + random.choice("甲乙丙丁戊己") + value[::-1][:6] if isinstance(value, str) else value
