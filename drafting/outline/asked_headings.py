"""Headings of an outline's own that an answer may replace: `{% if title %}{{ title }}{% else %}抓好落实{% endif %}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.outline.model import Outline, Part, Question

_ALONE = re.compile(r"%\}\s*\{\{\s*(\w+)[\w.\[\]]*\s*\}\}\s*\{%")  # a branch that is one answer and nothing else
_LOOP = re.compile(r"for\s+(\w+)\s+in\s+(\w+)")


def asked_headings(outline: Outline) -> dict[str, Question]:
    """The keys of blocks whose heading is the outline's unless a question is answered, each with that question.

    Headings in repeated parts are left out: they are for the most part answers.
    """
    return dict(_asked(outline, outline.parts, ""))


def _asked(outline: Outline, parts: Sequence[Part], above: str) -> Iterator[tuple[str, Question]]:
    for part in parts:
        if part.each:
            continue
        wording = part.heading or part.lead
        for way in wording.ways if wording else ():
            loops = dict(_LOOP.findall(way))
            for name in _ALONE.findall(way):
                if question := outline.question(loops.get(name, name)):
                    yield above + part.name, question
        yield from _asked(outline, part.parts, f"{above}{part.name}/")
