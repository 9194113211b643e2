"""What goes with a list of answers where a year has none: what announces it, what is said of it, what is made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafting.learning.asking import Book

Part = dict[str, Any]
_ANNOUNCING = re.compile(r"[^。！？!?\n]*[：:]\Z")
_OF_THE_LIST = re.compile("(?:对?(?:这些|以上|上述)|对此)")
_WITHOUT_OWN_WORDS = {"move", "number", "heading", "parts"}


def held(template: str, key: str) -> str:
    """A template that is said where a list has entries."""
    return f"{{% if {key} %}}{template}{{% endif %}}"


def _is_held(template: str, key: str) -> bool:
    """Whether a template says nothing where a list is empty."""
    begins, ends = held("\0", key).split("\0")
    return not template or (template.startswith(begins) and template.find(ends) == len(template) - len(ends))


def goes_with_list(parts: Sequence[Part], following: Part, book: Book) -> None:
    """Let what a part says right before a list over answers, or behind it, go where the list is empty.

    parts: what stands before `following`, in order, not empty; the last of them and `following` are changed in place.
    """
    before = parts[-1]
    if is_list_of_all(following, book) and "text" in before and set(before) <= {*_WITHOUT_OWN_WORDS, "lead", "text"}:
        said = _ANNOUNCING.search(before["text"])
        if said and said.group():
            before["text"] = before["text"][: said.start()] + held(said.group(), following["each"])
    behind = set(following) == {"move", "inline", "text"} and _OF_THE_LIST.match(following["text"])
    if behind and is_list_of_all(before, book):
        following["when"] = before["each"]


def goes_with_its_list(part: Part, book: Book) -> None:
    """Let an item whose heading stands over nothing but a list of answers, and its joints, go where it is empty."""
    below = part.get("parts", [])
    key = next((inner["each"] for inner in below if is_list_of_all(inner, book)), "")
    only_joints = set(part) <= {*_WITHOUT_OWN_WORDS, "text"} and _is_held(part.get("text", ""), key)
    if key and only_joints and all(_is_of(inner, key) for inner in below):
        part["when"] = key


def is_under_its_list(part: Part) -> bool:
    """Whether a part is there as long as the list in it has entries."""
    return "when" in part and any(inner.get("each") == part["when"] for inner in part.get("parts", ()))


def _is_of(part: Part, key: str) -> bool:
    return key in (part.get("each"), part.get("when"))


def is_list_of_all(part: Part, book: Book) -> bool:
    """Whether a part repeats over answers of which every edition has some."""
    asked = book.by_key(part.get("each"))
    return asked is not None and all(asked.values)
