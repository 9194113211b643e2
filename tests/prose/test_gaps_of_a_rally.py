"""The gaps of a rally: what is still missing. What is there in full is no gap, and is told before them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from drafting.chinese.quantities import Quantity
from drafting.facts.model import Row
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.ways import rounds

ENOUGH = "疏散示意图要达到46张"


@pytest.mark.parametrize("tone", TONES)
def test_what_is_there_in_full_is_told_before_the_gaps_and_not_among_them(tone: str) -> None:
    whole = loaded("mobilisation-lean")
    rows = (
        Row({"what": "安全柜", "need": Quantity(Decimal(126), "", "个"), "now": Quantity(Decimal(84), "", "个")}),
        Row({"what": "疏散示意图", "need": Quantity(Decimal(46), "", "张"), "now": Quantity(Decimal(46), "", "张")}),
    )
    facts = changed(whole.facts, tone=tone)
    facts = replace(facts, answers={**facts.answers, "distance": rows})
    for draft in rounds(whole.prepared, facts, whole.house):
        text = draft.composed.draft.text
        assert f"{ENOUGH}，已有46张。" in text
        assert text.index(ENOUGH) < text.index("安全柜要达到126个，还差42个")
