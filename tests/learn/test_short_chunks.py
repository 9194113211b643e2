"""Numbers that a site puts before short chunks of its text go; numbers of lists whose items are as long stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.learn.one import TITLE, only

TEXT = (
    f"{TITLE}同志们：今天召开这次会议，主要任务是总结去年的工作，安排今年的收购。刚才，县粮食局局长周敏同志通报了"
    "准备情况，我都同意，请大家抓好落实。下面，我讲三点意见。一、备足仓容，确保粮食收得进来。今年预计收购三十二万吨，"
    "现有空仓只有二十六万吨，差的六万吨要在七月底以前腾出来。二、备足资金，确保农民拿得到钱。农发行的贷款已经批了，"
    "哪个点的钱不够用，头一天下午报，第二天上午到。三、备足人手，确保服务跟得上去。每个点不少于八个人，检验员一律"
    "持证上岗，不许压级压价，不许打白条。同志们，收购连着千家万户，希望大家守好岗位，圆满完成任务！"
)


@settings(max_examples=40, deadline=None)
@given(length=st.integers(45, 100), extra=st.lists(st.integers(-3, 3), min_size=20, max_size=20))
def test_the_numbers_of_short_chunks_are_taken_out(length: int, extra: list[int]) -> None:
    at, number, chunks = 0, 1, ""
    for more in extra:
        if at >= len(TEXT):
            break
        chunks += f"{number}、 {TEXT[at : at + length + more]}"
        at, number = at + length + more, number + 1
    ends = [chunk.rstrip("0123456789")[-1] for chunk in chunks.split("、 ")[1:-1]]
    if sum(end not in "。！；：，、" for end in ends) * 2 >= len(ends):
        assert "".join(only(chunks).draft.text.split()) == TEXT


ITEM = "县粮食局要会同各镇把收购点的仓容逐一核实，缺多少补多少，七月底以前把清单报到县政府办公室"


@pytest.mark.parametrize(
    ("end", "between"), [(end, between) for end in "，；。" for between in ("", "\n")] + [("", "\n")]
)
@pytest.mark.parametrize("mark", ["、", "."])
def test_items_of_a_list_as_long_as_chunks_keep_their_numbers(end: str, between: str, mark: str) -> None:
    items = [f"{number}{mark}{ITEM[number:]}{end}" for number in range(1, 8)]
    text = f"{TITLE}\n同志们：\n我讲七点意见：{between}{between.join(items)}"
    assert "".join(only(text).draft.text.split()) == "".join(text.split())
