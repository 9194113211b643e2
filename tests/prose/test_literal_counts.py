"""Numbers of things in the wording: the program counts them, or what is counted stands beside the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from drafting.chinese.numerals import from_chinese
from tests.prose.shipped import OUTLINES, loaded
from tests.prose.test_wording import TAGS

MEASURES = """
个 件 条 项 点 层 种 样 道 方面 句 步 处 块 大 门 类 关 桩 笔 本 张 招 手 头 家 支 把 位 套 根 股 面 次 遍 番 级 段 题
问 字 事 分 成 者 地 线 倍 台 场 份 轮 环 棒 副 只 趟 回 座 组 批 户 人 部 部分 阶段 环节 方 端 看 靠 要 是
""".split()
NUMBER = re.compile(
    rf"(?<![一二两三四五六七八九十百千万第零])[两二三四五六七八九十]+(?:{'|'.join(MEASURES)})"
    rf"|(?:只有|就|仅有|唯一的)(?<!将就)一(?:{'|'.join(MEASURES)})"
)
WAYS = re.compile(r"\{% *(?:wording|or|endwording)\b.*?%\}")

# Set terms and figures of speech: they count nothing that the speech contains.
SET_TERMS = {
    "两张皮": "of two things that do not go together",
    "两手空空": "with nothing in hand",
    "并无两样": "not different",
    "三个字上": "the length of the quoted 差不多",
    "高三分": "a proverb",
    "做到九分": "nine parts of ten: nearly whole",
    "做了三分就说三分": "three parts of ten: as much as there is",
    "十分": "very; ten parts",
    "十个指头": "of the hands",
    "十样，不如手里办成一样": "a figure of speech: many",
    "想十回": "a figure of speech: many",
    "讲十遍": "a figure of speech: many",
    "隔三差五": "a set term: now and then",
    "目标只有一个": "the aim is one question with one answer",
    "目标就一个": "the aim is one question with one answer",
    "就一道解": "together",
    "题目只有一个": "said where there is no second matter",
    "就一条：": "said of a list with one entry, behind `length == 1` or `single`",
}

# Numbers of what the same wording lists: the number, and the things.
LISTED = {
    "不外两种情形": ("没有人负责", "手里没有兵"),
    "这两个漏洞": ("没有人负责", "手里没有兵"),
    "走了样。两样": ("责任悬空", "队伍软弱"),
    "无非两桩": ("书记上不上心", "人手够不够用"),
    "这两桩": ("书记上不上心", "人手够不够用"),
    "信得过，两样": ("书记要豁得出", "队伍要信得过"),
    "两副担子": ("抓业务", "思想政治工作"),
    "把两样写在一起": ("党建", "业务"),
    "这三问": ("问题有没有解决", "人心有没有触动", "作用有没有发挥"),
    "两头都到了": ("严格要求", "知冷知热"),
    "两头一起使劲": ("上面", "下面"),
    "两方面都做到": ("敢于担当者", "推诿失职者"),
    "两方面都要抓": ("抓当前", "谋长远"),
    "两样都要有结果": ("到了期限", "日常的事"),
    "两样都要顾到": ("日常的工作", "这件事"),
    "最怕三种情形": ("会开过了", "文发下去", "表报上来"),
    "两种偏向": ("一种是把这件事", "一种是做成"),
    "两本账": ("一本是自己的", "一本是别人的"),
    "这两样": ("做得怎样", "还缺哪些"),
    "这两步": ("事前要问", "事后要有"),
    "标准只有一条": ("有没有真正起变化",),
}


def ways() -> Iterator[tuple[str, str]]:
    """Every way of every wording that is shipped, tags cut out, and where it stands."""
    for outline in OUTLINES:
        whole = loaded(outline).prepared
        texts = {f"templates/{name}.j2": text for name, text in whole.kept.texts.items()}
        for part in whole.outline.walk():
            for wording in filter(None, (part.heading, part.lead, part.text)):
                texts |= {f"outlines/{outline}.yaml:{place.line}": way for way, place in wording.each()}
        for where, text in texts.items():
            yield from ((where, TAGS.sub("", way)) for way in WAYS.split(text))


def uncounted(way: str) -> list[str]:
    """The numbers in a way of a wording that neither table explains."""
    known = [found.span() for term in SET_TERMS for found in re.finditer(re.escape(term), way)]
    for term, things in LISTED.items():
        number = re.search("[两二三四五六七八九一]", term)
        assert number is not None, term
        if all(thing in way for thing in things) and _worth(number.group()) == len(things):
            known += [found.span() for found in re.finditer(re.escape(term), way)]
    return [
        way[max(found.start() - 10, 0) : found.end() + 10]
        for found in NUMBER.finditer(way)
        if not any(start <= found.start() and found.end() <= end for start, end in known)
    ]


def _worth(numeral: str) -> int:
    return 2 if numeral == "两" else int(from_chinese(numeral))


def test_every_number_in_the_wording_is_counted_or_stands_beside_what_it_counts() -> None:
    found = sorted({f"{where}: {number}" for where, way in ways() for number in uncounted(way)})
    assert found == []


@pytest.mark.parametrize(
    "wording",
    ["要出三招", "分三步走", "两件事要办好", "防两种偏向", "做到这四条", "要求只有一条", "二是要快"],
)
def test_a_number_that_nobody_counted_is_found(wording: str) -> None:
    assert uncounted(wording)


def test_no_number_is_excused_that_is_not_said() -> None:
    said = [way for _where, way in ways()]
    assert [term for term in (*SET_TERMS, *LISTED) if not any(term in way for way in said)] == []
