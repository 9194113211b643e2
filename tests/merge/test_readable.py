"""Rewordings are shown as a reader wants them: whole sentences, not the characters they share by chance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.draft import Source, Span
from drafting.merge.differences import differences
from drafting.merge.pieces import Piece
from drafting.merge.readable import readable
from drafting.merge.tokens import Words, tokens
from tests.merge.desk import OUTLINE, Desk

NO_WORDS = Words(())


def pieces(text: str) -> list[Piece]:
    """Wording, but for what stands in 〈〉, which is a fact."""
    found = []
    for nth, part in enumerate(text.replace("〉", "〈").split("〈")):
        span = Span(part, Source.FACT if nth % 2 else Source.WORDING, "fact" if nth % 2 else "")
        found += [Piece(token, 0, span, nth) for token in tokens(part, NO_WORDS)]
    return found


def shown(before: str, after: str) -> str:
    """What a reader sees: [out|in]."""
    old, new = pieces(before), pieces(after)
    edits = readable(differences([p.text for p in old], [p.text for p in new]), old, new)
    result, at = "", 0
    for edit in edits:
        result += "".join(p.text for p in old[at : edit.start])
        out, into = old[edit.start : edit.end], new[edit.new_start : edit.new_end]
        result += f"[{''.join(p.text for p in out)}|{''.join(p.text for p in into)}]"
        at = edit.end
    return result + "".join(p.text for p in old[at:])


@pytest.mark.parametrize(
    ("before", "after", "reads"),
    [
        ("大家看在眼里。要看冬天。", "大家记在心里。要看冬天。", "大家[看|记]在[眼|心]里。要看冬天。"),
        ("今年先修路。", "今年修路。", "今年[先|]修路。"),
        (
            "水要管好。管得怎样，看没有人的时候是什么样子。大家辛苦了。",
            "水要管好。管理的功夫在平时，靠的是一天也不落下。大家辛苦了。",
            "水要管好。[管得怎样，看没有人的时候是什么样子|管理的功夫在平时，靠的是一天也不落下]。大家辛苦了。",
        ),
        (
            "把听到的好经验变成自己的好办法，对照着改。",
            "请带回去，同自己的工作比，看看差在哪里。",
            "[把听到的好经验变成自己的好办法，对照着改|请带回去，同自己的工作比，看看差在哪里]。",
        ),
        (
            "投资〈12亿元〉，比上年多了不少，来得很不容易。",
            "投资〈12亿元〉，又创下一个新高，全靠大家出力。",
            "投资12亿元，[比上年多了不少，来得很不容易|又创下一个新高，全靠大家出力]。",
        ),
        (
            "去年的路修得很不顺，总算修了〈三百里〉，大家都松了一口气。",
            "说到修路，人人都有一肚子苦水，修了〈三百里〉，往后的事谁也说不准。",
            "[去年的路修得很不顺，总算|说到修路，人人都有一肚子苦水，]修了三百里，[大家都松了一口气|往后的事谁也说不准]。",
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_keeps_little_is_replaced_whole(before: str, after: str, reads: str) -> None:
    assert shown(before, after) == reads


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from("甲乙丙丁戊，。"), max_size=60), st.lists(st.sampled_from("甲乙丙丁戊，。"), max_size=60)
)
def test_the_accepted_text_is_the_same_either_way(one: list[str], other: list[str]) -> None:
    old, new = pieces("".join(one)), pieces("".join(other))
    plain = differences([p.text for p in old], [p.text for p in new])
    text, at = "", 0
    for edit in readable(plain, old, new):
        assert at <= edit.start <= edit.end
        text += "".join(p.text for p in old[at : edit.start]) + "".join(
            p.text for p in new[edit.new_start : edit.new_end]
        )
        at = edit.end
    assert text + "".join(p.text for p in old[at:]) == "".join(other)


def test_facts_are_not_typed_anew_with_the_wording_around_them() -> None:
    before = "去年完成投资{{ invest }}，增长{{ growth }}，来之不易。"
    after = "一年忙到头，账上记着{{ invest }}，比头年多{{ growth }}，谁都不敢松劲。"
    other = OUTLINE.replace(before, after)
    desk = Desk().type("12.5亿元", "13.1亿元").again(other)
    assert desk.line("一年忙到头").startswith("一年忙到头，账上记着13.1亿元，比头年多8%，谁都不敢松劲。")


def test_the_account_of_a_rewording_names_no_fact_that_it_does_not_change() -> None:
    other = OUTLINE.replace("去年完成投资{{ invest }}，增长{{ growth }}", "去年投资{{ invest }}，比头年多{{ growth }}")
    desk = Desk().again(other, invest="12.8亿元")
    assert {(entry.before, entry.path) for entry in desk.account} == {
        ("完成", ""),
        ("12.5亿元", "invest"),
        ("增长", ""),
    }
