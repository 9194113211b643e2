"""Old speeches fitted to outlines, with what holds of every fit: nothing is invented, the facts file is sound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from drafting.compose import Prepared
from drafting.draft import Draft
from drafting.facts.read import read_facts
from drafting.learning.fit import Fitted, fit_speech
from drafting.learning.frames import Frames, frames_of
from drafting.library import shipped
from drafting.loading import load_outline
from drafting.outline.model import Question, Type
from drafting.yamlfile import parse_yaml
from tests.helpers import prepared
from tests.learning.speeches import speech

_SIGNS = re.compile(r"[\W_]+")


def fitting(outline_yaml: str) -> Callable[..., Fitted]:
    """What fits the blocks of a speech to a small outline."""
    return lambda *lines: checked(speech(*lines), prepared(outline_yaml))


def tasks_of(fit: Callable[..., Fitted], *texts: str) -> list[dict[str, Any]]:
    """The rows of the tasks that （一）（二）… are, of which a speech gives the texts without their numbers."""
    lines = [
        (f"（{numeral}）{text}", f"（{numeral}）", 1, "tasks") for numeral, text in zip("一二三四", texts, strict=False)
    ]
    return list(fit("今年有几项任务：", *lines).answers["tasks"])


@cache
def shipped_outline(name: str) -> Prepared:
    """An outline that ships."""
    ready, faults = load_outline(shipped() / "outlines" / f"{name}.yaml")
    assert not faults
    return ready


@cache
def shipped_frames(name: str) -> Frames:
    """What an outline that ships says around its answers: some dozens of drafts, made once."""
    return frames_of(shipped_outline(name))


def fit_to(name: str, draft: Draft) -> Fitted:
    """A speech fitted to an outline that ships."""
    return fit_speech(draft, shipped_outline(name), name, shipped_frames(name))


def fit_shipped(name: str, *lines: tuple[Any, ...]) -> Fitted:
    """The blocks of a speech fitted to an outline that ships."""
    return fit_to(name, speech(*lines))


def checked(draft: Draft, ready: Prepared) -> Fitted:
    """The speech fitted to an outline, and nothing in it invented."""
    fitted = fit_speech(draft, ready, "small")
    check_nothing_is_invented(draft, ready, fitted)
    return fitted


def check_nothing_is_invented(draft: Draft, ready: Prepared, fitted: Fitted) -> None:
    """Every answer stands in the speech, punctuation and enumerators aside, and what has no place to the letter.

    The facts file is sound, with just these answers.

    A choice alone says what stands there, and does not stand there itself.
    """
    said = plain(draft.text) + "\n" + "".join([plain(block.text.removeprefix(block.marker)) for block in draft.blocks])
    answers = [said_in(question, fitted.answers.get(question.key, [])) for question in ready.outline.questions]
    for text in [*leaves(answers), *fitted.unplaced]:
        assert plain(text) in said
    for text in fitted.unplaced:
        assert text in draft.text, f"not to the letter: {text}"
    facts, faults = read_facts(parse_yaml(fitted.facts_yaml, "facts"), ready.outline)
    assert not faults
    assert set(facts.answers) == set(fitted.answers)


def said_in(question: Question, answer: Any) -> Any:
    """An answer without the cells that choose; a choice follows from something else: the season from the day."""
    if question.type is Type.CHOICE:
        return []
    chosen = {column.key for column in question.columns if column.type is Type.CHOICE}
    if not chosen:
        return answer
    return [{key: cell for key, cell in row.items() if key not in chosen} for row in answer]


def plain(text: str) -> str:
    """A text without punctuation and blanks, its figures narrow."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text))


def leaves(value: Any) -> Iterator[str]:
    """The lines of an answer, cell by cell."""
    if isinstance(value, str):
        yield from value.split("\n")
    else:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
