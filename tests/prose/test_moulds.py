"""Habits of the pen that show when one reads several speeches in a row: one build, one threat, one promise in all."""

from __future__ import annotations

import re

import pytest

from drafting.draft import Draft
from tests.prose.shipped import OUTLINES, drafted

SEEDS = range(6)
MOST_PAIRED = 2  # in a speech; the drafts had up to ten
MOST_OF_ONE_TURN = 2  # of the examples' speeches

# A clause that has those of a kind for its topic: 定了期限的，…  没有先例的再…  But not 是大家定的, 为的是….
_GOES_ON = (
    "要不先就由也都请把按早再另应须可别同照逐报给多少有在并写说排补帮放派列快该待换守落讲拿查退改接回"
    "马立当限定及一自尽如提牵坚调从忙予继"
)
OF_A_KIND = re.compile(rf"(?!是|为的|目的|别的|真的|有的是)[^“”、]{{1,14}}?的(?:$|[{_GOES_ON}])")
IS_SO = re.compile("是[^，]*的$")

TURNS = ("没有表态", "末位的", "来评(?!估)")


def paired(draft: Draft) -> list[str]:
    """The sentences with two clauses or more of that build: 能定的当面定，需要研究的限期答复."""
    text = "\n".join("".join(span.text for span in block.spans) for block in draft.blocks if not block.is_heading)
    found = []
    for sentence in re.split("[。！？\n]", text):
        clauses = re.split("[，；：]", sentence)
        if sum(bool(OF_A_KIND.match(clause)) and not IS_SO.search(clause) for clause in clauses) > 1:
            found.append(sentence)
    return found


@pytest.mark.parametrize("tone", ["庄重", "平实"])
@pytest.mark.parametrize("outline", OUTLINES)
def test_few_sentences_set_those_of_a_kind_against_each_other(outline: str, tone: str) -> None:
    for seed in SEEDS:
        found = paired(drafted(outline, tone=tone, seed=seed).draft)
        assert len(found) <= MOST_PAIRED, "\n".join([f"seed {seed}", *found])


@pytest.mark.parametrize("outline", OUTLINES)
def test_an_example_sets_few_against_each_other(outline: str) -> None:
    found = paired(drafted(outline).draft)
    assert len(found) <= MOST_PAIRED, "\n".join(found)


@pytest.mark.parametrize("turn", TURNS)
def test_the_examples_do_not_all_promise_or_threaten_alike(turn: str) -> None:
    texts = {outline: "".join(s.text for b in drafted(outline).draft.blocks for s in b.spans) for outline in OUTLINES}
    assert len([outline for outline, text in texts.items() if re.search(turn, text)]) <= MOST_OF_ONE_TURN
