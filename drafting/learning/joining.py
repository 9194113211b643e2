"""Paragraphs of a learned outline that stand in one part: those of one move, and those below a heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafting.learning.wording import stands_alone

Part = dict[str, Any]
_MERGED = 20_000  # characters up to which paragraphs stand together in one text


def may_join(text: str, part: Part, move: str) -> bool:
    """Whether the paragraphs of a part may follow those of a text, as one."""
    fits = _only_text(part, move) and len(text) < _MERGED
    return fits and not (stands_alone(text) or stands_alone(part["text"]))


def _only_text(part: Part, move: str) -> bool:
    return set(part) == {"move", "text"} and part["move"] == move


def _is_bare_heading(part: Part) -> bool:
    """Whether a part is a heading without a number, with nothing below it but text."""
    bare = set(part) <= {"move", "number", "heading", "text"} and part.get("number") == "none" and "heading" in part
    return bare and not stands_alone(part.get("text", "")) and len(part.get("text", "")) < _MERGED


def merged(parts: Sequence[Part]) -> list[Part]:
    """Paragraphs of one move that follow one another as one part, under the heading without a number above them."""
    done: list[Part] = []
    for part in parts:
        last = done[-1] if done else None
        if last and _only_text(last, part["move"]) and may_join(last["text"], part, last["move"]):
            last["text"] += "\n\n" + part["text"]
        elif last and _is_bare_heading(last) and _only_text(part, last["move"]) and not stands_alone(part["text"]):
            last["text"] = "\n\n".join(filter(None, [last.get("text"), part["text"]]))
        else:
            done.append(part)
    return done
