"""Old speeches fitted to outlines, with what holds of every fit: nothing is invented, the facts file is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from drafting.compose import Prepared
from drafting.draft import Draft
from drafting.facts.read import read_facts
from drafting.learning.fit import Fitted, fit_speech
from drafting.yamlfile import parse_yaml
from tests.helpers import prepared
from tests.learning.speeches import speech

_STOPS = str.maketrans("。！", "，，")


def fitting(outline_yaml: str) -> Callable[..., Fitted]:
    """What fits the blocks of a speech to a small outline."""
    return lambda *lines: checked(speech(*lines), prepared(outline_yaml))


def tasks_of(fit: Callable[..., Fitted], *texts: str) -> list[dict[str, Any]]:
    """The rows of the tasks that （一）（二）… are, of which a speech gives the texts without their numbers."""
    lines = [
        (f"（{numeral}）{text}", f"（{numeral}）", 1, "tasks") for numeral, text in zip("一二三四", texts, strict=False)
    ]
    return list(fit("今年有几项任务：", *lines).answers["tasks"])


def checked(draft: Draft, ready: Prepared) -> Fitted:
    """The speech fitted to an outline, and nothing in it invented."""
    fitted = fit_speech(draft, ready, "small")
    check_nothing_is_invented(draft, ready, fitted)
    return fitted


def check_nothing_is_invented(draft: Draft, ready: Prepared, fitted: Fitted) -> None:
    """Every answer stands in the speech; the facts file is sound and holds just them."""
    said = "".join(draft.text.split())
    in_one = said.translate(_STOPS)  # a measure of two sentences is one, with a comma between
    for text in leaves(fitted.answers):
        assert "".join(text.split()).translate(_STOPS) in in_one
    for text in fitted.unplaced:
        assert "".join(text.split()) in said
    facts, faults = read_facts(parse_yaml(fitted.facts_yaml, "facts"), ready.outline)
    assert not faults
    assert set(facts.answers) == set(fitted.answers)


def leaves(value: Any) -> Iterator[str]:
    """The lines of an answer, cell by cell."""
    if isinstance(value, str):
        yield from value.split("\n")
    else:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
