from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.punctuation import widen

from .tables import table


@table(
    "typed, widened",
    {
        "salutation": ("同志们:", "同志们："),
        "figures-become-narrow": ("完成投资１２．５亿元,占４７％", "完成投资12.5亿元，占47%"),
        "several": ("工作,确保;是吗?是!", "工作，确保；是吗？是！"),
        "spaces-beside-a-mark": ("同志们 : 大家好", "同志们：大家好"),
        "after-an-abbreviation": ("GDP,同比增长", "GDP，同比增长"),
        "after-percent-at-the-end": ("增长12%,", "增长12%，"),
        "after-a-figure": ("附件1:名单", "附件1：名单"),
        "after-a-quotation": ("“两手抓”,确保", "“两手抓”，确保"),
        "stop-at-the-end": ("完成投资12.5亿元.", "完成投资12.5亿元。"),
        "stop-after-a-figure": ("增长12.", "增长12。"),
        "stop-inside": ("抓好工作.确保完成", "抓好工作。确保完成"),
        "stop-before-a-year": ("抓好工作.2026年", "抓好工作。2026年"),
        "stop-after-an-address": ("见https://x.cn/a.", "见https://x.cn/a。"),
        "ellipsis-in-dots": ("等等...", "等等……"),
        "ellipsis-in-stops": ("等等。。。", "等等……"),
        "half-an-ellipsis": ("等等…", "等等……"),
        "dash-in-hyphens": ("目标--小康", "目标——小康"),
        "dash-spaced": ("目标 -- 小康", "目标——小康"),
        "dash-in-two": ("— —在会议上的讲话", "——在会议上的讲话"),
        "quotations": ('坚持"两手抓"和"两手硬"', "坚持“两手抓”和“两手硬”"),
        "quotation-in-quotation": ("他说:\"要'抓好'工作.\"", "他说：“要‘抓好’工作。”"),
        "quotation-half-curled": ('坚持“两手抓"', "坚持“两手抓”"),
        "latin-quotation": ('他说"Hello, world"后', "他说“Hello, world”后"),
        "brackets": ("(一)加强", "（一）加强"),
        "brackets-that-disagree": ("（一)加强", "（一）加强"),
        "brackets-round-an-abbreviation": ("国内生产总值 (GDP) 增长", "国内生产总值（GDP）增长"),
        "brackets-in-brackets": ("(GDP(人均))", "（GDP（人均））"),
        "bracket-without-a-pair": ("1)加强", "1）加强"),
        "address-inside": ("邮箱a.b@c.cn,请发", "邮箱a.b@c.cn，请发"),
        "lines-by-themselves": ("中文,好\nHello, world\n好,中文", "中文，好\nHello, world\n好，中文"),
    },
)
def test_marks_in_chinese_become_full_width(typed: str, widened: str) -> None:
    assert widen(typed) == widened


@table(
    "text",
    {
        "nothing": "",
        "right-already": "坚持“两手抓”，确保……（一）——《通知》。",
        "grouped-figures": "共1,234人",
        "decimal": "完成12.5亿元",
        "time": "上午9:30召开",
        "ratio": "比例为3:1的",
        "listed-figures": "5,6月份",
        "latin-text": 'Hello, world (really): it\'s "so"...',
        "latin-phrase": "使用Python, Java等",
        "function": "求f(x)的值",
        "abbreviation": "某某公司Inc.的",
        "apostrophe": "用don't一词",
        "option": "运行 --help",
        "inches": '55"屏幕',
        "web-address": "访问https://x.cn/a(b)?c=1,d;e看",
        "marker-with-a-dot": "1.加强",
        "numeral-with-a-dot": "一.加强",
        "two-ellipses": "…………中",
        "mask": "20**年×××同志",
        "hyphen": "北京-上海",
    },
)
def test_what_is_right_or_not_chinese_stays(text: str) -> None:
    assert widen(text) == text


@given(st.text("中文A1 ,.:;!?()\"'-…—“”‘’（）。，：%《》\n\ue000@", max_size=14))
def test_widening_twice_changes_no_more(text: str) -> None:
    assert widen(widen(text)) == widen(text)


@given(
    st.text("中文A1，。“”《》（）——……、；！？0123456789", max_size=30).filter(
        lambda text: "。。" not in text  # three of them are an ellipsis
    )
)
def test_full_width_text_loses_no_character(text: str) -> None:
    assert len(widen(text)) == len(text) + widen(text).count("…") - text.count("…")


@pytest.mark.parametrize("mark", [",", " ", "(", '"', "，,", "-", "… ", ". "], ids=ascii)
def test_thirty_thousand_marks_take_no_time(mark: str) -> None:
    start = time.perf_counter()
    widen("中" + mark * 30_000 + "文")
    assert time.perf_counter() - start < 2
