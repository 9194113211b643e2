"""Answers typed with a closing 。 in outlines whose punctuation is left as it is: before a mark they are without it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from drafting.learning.asking import Book
from drafting.learning.derived import TEMPLATES
from drafting.outline.model import Type

Part = dict[str, Any]
_ENDS = ("。", "！", "？", "…")  # of a sentence that is quoted: “……。”
_OF_LISTS = ("item", "entry", "heading", "text")  # what entries and cells are called in learned outlines
# Before a mark, or a choice of marks by place in the list.
_BEFORE_A_MARK = re.compile(
    r"\{\{ (\w+)((?:\|quoted|\|titled)?) \}\}(?=[。；，、：]|\{% if (?:not )?loop\.last %\}[。；，、])"
)


def without_ends(parts: Sequence[Part], book: Book) -> list[Part]:
    """The parts, answers that a mark follows printed as clauses: a closing 。 that was typed gives way to the mark."""
    words = [asked for asked in book.asked if asked.type in (Type.TEXT, Type.LONG)]
    sentences = {asked.key for asked in words if asked.filter and asked.last and asked.last.endswith(_ENDS)}
    return _clauses(parts, {*_OF_LISTS, *(asked.key for asked in words)} - sentences)


def _clauses(parts: Sequence[Part], names: Collection[str]) -> list[Part]:
    def clause(found: re.Match[str]) -> str:
        return f"{{{{ {found[1]}|clause{found[2]} }}}}" if found[1] in names else found.group()

    given: list[Part] = []
    for part in parts:
        said = {key: _BEFORE_A_MARK.sub(clause, part[key]) for key in TEMPLATES if key in part}
        below = {"parts": _clauses(part["parts"], names)} if "parts" in part else {}
        given.append({**part, **said, **below})
    return given
