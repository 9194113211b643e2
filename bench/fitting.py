"""How many of the answers come back when our own drafts, read as plain text, are fitted to their outlines.

    python -m bench.fitting

An answer counts when it stands under its own question to the letter, punctuation aside. Only those are wanted that the
draft says to the letter: a choice, or last year's figure that became a rate, stands nowhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bench.structure import EXAMPLES
from drafting.compose import compose
from drafting.facts.model import Row
from drafting.learn import recognise
from drafting.learning.fit import fit_speech
from drafting.learning.frames import frames_of
from drafting.loading import load_facts
from drafting.outline.model import Question, Type

_SIGNS = re.compile(r"[\W_]+")


def leaves(value: Any) -> Iterator[str]:
    """The texts of an answer, without punctuation and blanks."""
    if isinstance(value, Row):
        value = value.cells
    if hasattr(value, "values"):
        value = tuple(value.values())
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from leaves(inner)
    elif value is not None:
        yield _SIGNS.sub("", str(getattr(value, "text", value)))


def _without_choices(question: Question, value: Any) -> Any:
    """An answer without the cells that choose."""
    if question.type is not Type.TABLE:
        return value
    chosen = {column.key for column in question.columns if column.type in (Type.CHOICE, Type.YESNO)}
    return [{key: cell for key, cell in row.cells.items() if key not in chosen} for row in value]


def came_back(name: str) -> tuple[int, int]:
    """How many texts of an example's answers come back, and how many there are."""
    whole = load_facts(EXAMPLES / f"{name}.yaml")
    draft = compose(whole.prepared, whole.facts, whole.house).draft
    read = recognise(draft.text)[0].draft
    fitted = fit_speech(read, whole.prepared, whole.facts.outline, frames_of(whole.prepared))
    said = _SIGNS.sub("", draft.text)
    back = wanted = 0
    for question in whole.prepared.outline.questions:
        if question.type in (Type.CHOICE, Type.YESNO) or question.key not in whole.facts.answers:
            continue
        left = list(leaves(fitted.answers.get(question.key)))
        for text in leaves(_without_choices(question, whole.facts.answers[question.key])):
            if text not in said:
                continue
            wanted += 1
            if text in left:
                left.remove(text)
                back += 1
    return back, wanted


def main() -> None:
    shares = []
    for file in sorted(EXAMPLES.glob("*.yaml")):
        if not file.stem.endswith("house"):
            back, wanted = came_back(file.stem)
            shares.append(back / wanted)
            print(f"{file.stem:26}{back:5} of {wanted:4}{back / wanted:8.2f}")
    print(f"{'mean':26}{sum(shares) / len(shares):21.2f}")


if __name__ == "__main__":
    main()
