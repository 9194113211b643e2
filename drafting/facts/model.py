"""Answers as values. Missing ones are simply absent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from drafting.chinese.dates import Date, Time
from drafting.chinese.quantities import Quantity
from drafting.enumerating import Chosen
from drafting.yamlfile import Place


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cells that were filled in, by column."""

    cells: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Blank:
    """An entry of a list that was left empty: it keeps its place and is a gap."""


Value = str | Quantity | Date | Time | bool | Row | Blank | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A paragraph of the user's own, to stand beside a block of the draft.

    anchor: key of a part or block; after: behind it, else before it.
    """

    text: str
    anchor: str
    after: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Facts:
    """A facts file that was checked against its outline.

    answers: by question. seed: chooses among wordings as a whole; reword: steps to further wordings, by block.
    enumerators: by the key of the part that is to have them.
    raw: the whole file as plain texts, lists and mappings, to be kept with the draft. layout_place: where the file
    names its layout.
    """

    outline: str
    answers: Mapping[str, Value]
    house: str = ""
    layout: str = ""
    seed: int = 0
    reword: Mapping[str, int] = field(default_factory=dict)
    own_words: tuple[OwnWords, ...] = ()
    enumerators: Mapping[str, Chosen] = field(default_factory=dict)
    raw: Mapping[str, Any] = field(default_factory=dict)
    layout_place: Place | None = None

    def paths(self) -> list[str]:
        """The path of every answer: `meeting`, `tasks[2].measures[1]`; entries count from 1."""
        paths: list[str] = []
        for key, value in self.answers.items():
            _add_paths(paths, key, value)
        return paths


def _add_paths(paths: list[str], path: str, value: Value) -> None:
    if isinstance(value, tuple):
        for number, entry in enumerate(value, 1):
            _add_paths(paths, f"{path}[{number}]", entry)
    elif isinstance(value, Row):
        for key, cell in value.cells.items():
            _add_paths(paths, f"{path}.{key}", cell)
    elif not isinstance(value, Blank) and value != "":  # of which it is said that there is none
        paths.append(path)


NOTHING = ("无", "没有", "暂无", "无。", "没有。", "暂无。")  # said instead of an answer: there is none


def is_only_marks(entry: Value) -> bool:
    """Whether an entry of a list is a text without a word: a lone 。 or ……."""
    return isinstance(entry, str) and entry.strip() != "" and not any(map(str.isalnum, entry))
