"""Lists of one entry: no marker, and nothing beside them that speaks of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from drafting.compose.prepare import PreparedPart
from tests.prose.counting import count_faults, lonely_faults
from tests.prose.shipped import OUTLINES, TONES, loaded, shown

pytestmark = pytest.mark.slow

SEVERAL = re.compile(
    "这些(?:道理|理由|原因|问题|不足|差距|短板|任务|措施|办法|做法|要求|条件|机制|情绪|题)"
    "|[这那面上下]几[条项件点个样]|逐[条项个一]|([条件项])\\1|一([条件项个])一\\2"
)

# Said anywhere, also within one passage that shows a list in its own words.
ANYWHERE = re.compile(
    "(?:讲|说|提)到的这些|这些(?:本钱|条件|差距|问题|做法|毛病)|这都|(?:其他|其余|别的)各[条项件]|有大有小"
    "|(?:有|存在|提出)一?些(?:差距|问题|不足|本钱|条件|毛病|薄弱环节)"
)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_lists_of_one_have_no_marker_and_are_not_spoken_of_as_several(outline: str, tone: str) -> None:
    beside = set(beside_lists(loaded(outline).prepared.parts, ""))
    found = set()
    for said in [*shown(outline, tone, outline, 1), *shown(outline, tone, f"{outline}-lean", 1)]:
        found |= {f"alone: {fault}" for fault in lonely_faults(said.composed.draft)}
        found |= {f"count: {fault}" for fault in count_faults(said.composed.draft)}
        for key in beside & set(said.by_key):
            found |= {f"{key}: {clause}" for clause in said.by_key[key] if SEVERAL.search(clause)}
        for key, clauses in said.by_key.items():
            found |= {f"{key}: {clause}" for clause in clauses if ANYWHERE.search(clause)}
    if found:
        pytest.fail("\n".join(sorted(found)), pytrace=False)


def beside_lists(parts: Sequence[PreparedPart], path: str) -> Iterator[str]:
    """The keys of fixed passages right before or behind a repeated one: they lead to it or take it up again."""
    for number, part in enumerate(parts):
        near = [*parts[max(number - 1, 0) : number], *parts[number + 1 : number + 2]]
        if part.each is None and any(other.each is not None for other in near):
            yield path + part.part.name
        if part.each is None:
            yield from beside_lists(part.parts, f"{path}{part.part.name}/")
