"""The old value of an answer where longer answers still say it: told, and changed with it where that is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafting.compose.giving import give
from drafting.facts.edit_paths import Steps
from drafting.facts.values import MisfitError, read_value
from drafting.outline.model import Question

_OF_A_YEAR = re.compile(r"\d{4}年\d", re.ASCII)
_TELLING = 3  # characters of a value that hardly stands anywhere by chance


def places_of(value: Any, data: Any, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """The longer answers in which a value stands, with their texts; figures not as parts of others.

    data: the facts as they were read; steps: where in them it stands.
    """
    if isinstance(data, dict | list):
        pairs = data.items() if isinstance(data, dict) else enumerate(data, 1)
        for key, inner in pairs:
            yield from places_of(value, inner, (*steps, key))
        return
    telling = isinstance(value, str) and len(value) >= _TELLING
    if telling and isinstance(data, str) and data.strip() != value and _form(value).search(data):
        yield steps, data


def with_new(text: str, old: str, new: str) -> str:
    """A longer answer with the new value for the old, but not one with its year behind another year: 今年5月15日."""
    once = f"(?<!年)(?:{_form(old).pattern})" if _OF_A_YEAR.match(new) and not _OF_A_YEAR.match(old) else _form(old)
    return re.sub(once, lambda _match: new, text)


def as_said(value: Any, question: Question) -> Any:
    """A value as a speech says it, 2025年 for 2025; as it is where it is none that the question takes."""
    if not isinstance(value, str):
        return value
    try:
        return str(give(read_value(value, question), question, question.key, tidy=False))
    except MisfitError:
        return value


def _form(value: str) -> re.Pattern[str]:
    before, behind = r"(?<![\d.])" if value[0].isdigit() else "", r"(?![\d.])" if value[-1].isdigit() else ""
    return re.compile(before + re.escape(value) + behind)
