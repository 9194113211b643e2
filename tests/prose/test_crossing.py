"""No phrase can stand twice in a draft, whichever way each of its passages takes.

A few drafts of the same facts show every way of every wording. What a passage says in any of them it can say beside
anything that another passage says in any of them, for each chooses by itself. So a phrase of four characters that two
passages have, or two places of one passage, stands twice in some draft; if not today, then with another seed.
Passages that no facts bring into one draft are not held against one another. Headings are not looked at, nor facts.

The rows of a list are passages like others: what a template says in every row is shorter than a phrase, or hangs on
the place of the row (`loop.index`), so that no two rows of a list can say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from drafting.facts.model import Facts, Row
from tests.prose.counting import count_faults
from tests.prose.shipped import OUTLINES, TONES, changed, loaded, shown
from tests.prose.varied import SIZES, added, choices, optional, sized, without
from tests.prose.ways import Repeat, repeats, rounds

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_no_two_passages_can_say_the_same(outline: str, tone: str) -> None:
    found = {str(repeat): "complete" for repeat in repeats(shown(outline, tone, outline))}
    for repeat in repeats(shown(outline, tone, f"{outline}-lean")):
        found.setdefault(str(repeat), "lean")
    for size in (1, 12):
        for repeat in repeats(shown(outline, tone, outline, size)):
            found.setdefault(str(repeat), f"lists of {size}")
    tell(found)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("kind", ["", "-lean"])
def test_an_answer_is_shown_whatever_way_is_taken(outline: str, tone: str, kind: str) -> None:
    drafts = shown(outline, tone, outline + kind)
    unshown = {path for said in drafts for path in said.composed.unused}
    gaps = {gap.question for said in drafts for gap in said.composed.draft.gaps()}
    assert (sorted(unshown), sorted(gaps)) == ([], [])


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("size", [0, pytest.param(12, marks=pytest.mark.slow)])
def test_what_is_counted_is_right_whatever_way_is_taken(outline: str, tone: str, size: int) -> None:
    drafts = shown(outline, tone, outline, size)
    tell({fault: "" for said in drafts for fault in count_faults(said.composed.draft)})


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_no_two_passages_can_say_the_same_whatever_is_answered(outline: str, tone: str) -> None:
    """Every optional answer left out, every choice made, every list of 1, 2, 7 and 12 entries."""
    whole = loaded(outline)
    scheme, facts = whole.prepared.outline, changed(whole.facts, tone=tone)
    left_out = {f"no {key}": without(facts, key) for key in optional(scheme, facts)}
    chosen = {str(choice): replace(facts, answers={**facts.answers, **choice}) for choice in choices(scheme)}
    found: dict[str, str] = {}
    for what, varied in {"": facts, **left_out, **chosen}.items():
        for size in SIZES if varied is facts else (0, 1, 2):
            here = sized(scheme, varied, size) if size else varied
            for repeat in repeats_of(outline, here):
                found.setdefault(str(repeat), f"{what} {f'lists of {size}' if size else ''}".strip())
    tell(found)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_what_an_example_leaves_out_fits_in(outline: str, tone: str) -> None:
    """What a complete example does not answer, answered with its own example: shown, and nothing twice."""
    whole = loaded(outline)
    found: dict[str, str] = {}
    for key, facts in added(whole.prepared.outline, changed(whole.facts, tone=tone)):
        drafts = rounds(whole.prepared, facts, whole.house)
        found |= {str(repeat): f"with {key}" for repeat in repeats(drafts)}
        found |= {f"{path} is not shown": f"with {key}" for said in drafts for path in said.composed.unused}
    tell(found)


DEEDS = ("作了表态发言", "作了交流发言", "通报了情况", "宣读了文件", "汇报了打算")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", [each for each in OUTLINES if loaded(each).prepared.outline.question("agenda")])
def test_no_two_passages_can_say_the_same_whatever_went_before_the_speech(outline: str, tone: str) -> None:
    facts = changed(loaded(outline).facts, tone=tone)
    found: dict[str, str] = {}
    for did in DEEDS:
        agenda = (Row({"who": "两家单位", "did": did}),)
        for repeat in repeats_of(outline, replace(facts, answers={**facts.answers, "agenda": agenda})):
            found.setdefault(str(repeat), did)
    tell(found)


def repeats_of(outline: str, facts: Facts) -> list[Repeat]:
    """What can be said twice in a draft of these facts."""
    whole = loaded(outline)
    return repeats(rounds(whole.prepared, facts, whole.house))


def tell(found: Mapping[str, str]) -> None:
    """Fail with what was found, and where: one a line."""
    if found:
        lines = [f"{what}  [{where}]" for what, where in found.items()]
        pytest.fail("\n".join([f"{len(lines)} phrases:", *lines]), pytrace=False)
