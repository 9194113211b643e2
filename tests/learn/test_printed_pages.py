"""Text copied from printed pages: running heads and numbers of pages go, and the sentences that they cut are whole."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.learn.one import BODY, TITLE, only

HEAD = "某某县粮食局会议材料"
FIRST = BODY + "去年这个时候，有六个点因为仓容不足停收了三天，送粮的车排到了公路上，群众意见很大。"
SECOND = "县粮食局已经腾出空仓四万八千吨，还差一万二千吨，各镇要按这个数逐点落实，七月二十日以前把清单报上来。"
THIRD = (
    "收购资金由县农发行按每吨二千六百元备足，随收随付，一分钱也不许拖欠。财政局拿出三百万元作周转，"
    "哪个点的钱不够用了，头一天下午报，第二天上午到。对打白条的，发现一起查处一起，先停职，再处理。"
)
PARAGRAPHS = ["同志们：", FIRST, "一、备足仓容", SECOND, "二、备足资金", THIRD, "谢谢大家！"]
WHOLE = "\n".join([TITLE, *PARAGRAPHS])


def cut(head: str) -> str:
    """The speech on four pages, with a head on each; three sentences go over a page."""
    pages = [
        f"{TITLE}\n同志们：\n{FIRST[:60]}",
        f"{FIRST[60:]}\n一、备足仓容\n{SECOND[:40]}",
        f"{SECOND[40:]}\n二、备足资金\n{THIRD[:70]}",
        f"{THIRD[70:]}\n谢谢大家！",
    ]
    return "\n".join([f"{head}\n{page}" for page in pages])


def test_a_head_on_every_page_is_taken_out_and_told_and_its_sentences_are_whole() -> None:
    speech = only(cut(HEAD))
    assert speech.draft.text == WHOLE
    assert [one.text for one in speech.removed].count(HEAD) == 4


def test_the_title_as_the_head_of_every_page_stays_once() -> None:
    speech = only(cut(TITLE).removeprefix(f"{TITLE}\n"))
    assert speech.draft.text == WHOLE
    assert [one.text for one in speech.removed].count(TITLE) == 3


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "第 {} 页 共 9 页", "{}"])
@pytest.mark.parametrize("pages", [2, 3, 4])
@pytest.mark.parametrize("below", [True, False])
def test_the_title_beside_the_number_of_every_page_stays_once_though_no_sentence_is_cut(
    number: str, pages: int, below: bool
) -> None:
    print_ = [TITLE, PARAGRAPHS[0]]
    for at, paragraph in enumerate(PARAGRAPHS[1 : pages + 1], 1):
        print_ += [paragraph, *([number.format(at), TITLE] if below else [TITLE, number.format(at)])]
    speech = only("\n".join([*print_, *PARAGRAPHS[pages + 1 :]]))
    assert speech.draft.text == WHOLE
    assert [one.text for one in speech.removed].count(TITLE) == pages


def test_a_short_item_that_a_page_cuts_behind_its_first_words_is_whole() -> None:
    begun, rest = "（1）抓排查。六月十日前，由收购科", "牵头，对仓房逐个过筛，做到底数清、情况明。"
    above = cut(TITLE).removeprefix(f"{TITLE}\n").replace("\n谢谢大家！", "")
    speech = only(f"{above}\n{begun}\n{TITLE}\n{rest}\n（2）抓整改。各点列出清单，六月底前销号。\n谢谢大家！")
    assert f"\n{begun}{rest}\n" in speech.draft.text


def test_a_line_that_comes_again_between_whole_sentences_is_said() -> None:
    refrain = "一切为了群众"
    lines = [TITLE, "同志们：", BODY, refrain, BODY, refrain, BODY, refrain, BODY]
    speech = only("\n".join(lines))
    assert speech.draft.text == "\n".join(lines)
    assert not speech.removed


def test_labels_in_lines_of_their_own_are_said() -> None:
    rows = [("仓容", "县粮食局", "六月底"), ("资金", "县财政局", "七月底"), ("人手", "各镇", "八月初")]
    lines = [line for task, owner, when in rows for line in (task, "责任单位", owner, "完成时限", when)]
    speech = only("\n".join([TITLE, "同志们：", BODY, *lines, BODY]))
    assert speech.draft.text.split("\n")[3:-1] == lines


@pytest.mark.parametrize("head", [(), (HEAD,), ("", HEAD, "")])
@pytest.mark.parametrize("number", ["{}", "- {} -", "— {} —", "第 {} 页 共 9 页", "某某县粮食收购 {}"])
@settings(max_examples=20, deadline=None)
@given(width=st.integers(24, 40), lines=st.integers(5, 9), indent=st.booleans(), ends=st.booleans())
def test_pages_of_wrapped_lines_are_put_together(
    head: tuple[str, ...], number: str, width: int, lines: int, indent: bool, ends: bool
) -> None:
    mark = "\u3000\u3000" if indent else ""
    rows = [TITLE]
    for paragraph in PARAGRAPHS:
        whole = mark + paragraph
        rows += [whole[at : at + width] for at in range(0, len(whole), width)]
    pages = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    assume(len(pages) > 1)
    print_ = [
        line
        for at, page in enumerate(pages, 1)
        for line in ([*page, *head, number.format(at)] if ends else [*page, number.format(at), *head])
    ]
    speech = only("\n".join(print_))
    got = speech.draft.text
    assert "".join(got.split()) == "".join(WHOLE.split())
