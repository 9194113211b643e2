"""What the filters make of answers, each with its table; where an answer is missing they leave its gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.compose.filters import FILTERS
from drafting.compose.predicates import TESTS
from tests.compose.refusing import told
from tests.helpers import composed, draft, refusal

OUTLINE = """
questions:
  n: {ask: 问, type: number}
  m: {ask: 问, type: number}
  p: {ask: 问, type: percent}
  q: {ask: 问, type: percent}
  d: {ask: 问, type: date}
  e: {ask: 问, type: date}
  xs: {ask: 问, type: list}
  t: 问
parts:
  - move: opening
    text: |
      {# 第一行 #}
      TEMPLATE
  - {move: closing, when: false and n and m and p and q and d and e and xs and t, text: 完}
"""


def _outline(template: str) -> str:
    return OUTLINE.replace("TEMPLATE", template)


def _said(template: str, facts: str = "", house: str = "") -> str:
    """What a template says, without the full stop of its paragraph."""
    return draft(_outline(template), facts, house).text.removesuffix("。")


@pytest.mark.parametrize(
    ("template", "facts", "expected"),
    [
        ("{{ n|cn }}", "n: 105", "一百零五"),
        ("{{ n|cn }}", "n: 12", "十二"),
        ("{{ n|cn }}", "n: 3万", "三万"),
        ("{{ 20|cn }}", "", "二十"),
        ("{{ xs|cn }}", "xs: [甲, 乙]", "二"),
        ("{{ n|digits }}", "n: 2026", "二〇二六"),
        ("{{ d.year|digits }}年", "d: 2026-1-5", "二〇二六年"),
        ("{{ n.amount }}户", "n: 12800名", "12800户"),
        ("{{ n.amount }}户", "n: 1.2万", "1.2万户"),
        ("{{ n|ordinal }}", "n: 3", "第三"),
        ("{{ xs|ordinal }}", "xs: [甲, 乙]", "第二"),
        ('{{ n|count("项") }}', "n: 2", "两项"),
        ('{{ n|count("项") }}', "n: 12", "十二项"),
        ('{{ xs|count("条") }}', "xs: [甲, 乙, 丙]", "三条"),
        ('{{ xs|count("条") }}', "xs: []", "几条"),
        ("{{ xs|length }}", "xs: [甲, 乙]", "2"),
        ("{{ n|share(m) }}", "n: 31.5万人\nm: 42万人", "75%"),
        ("{{ n|share(200) }}", "n: 94", "47%"),
        ("{{ n|change(m) }}", "n: 6.3亿元\nm: 5.6亿元", "增长12.5%"),
        ("{{ n|change(m) }}", "n: 96\nm: 100", "下降4%"),
        ("{{ n|change(m) }}", "n: 1万\nm: 10000", "持平"),
        ("{{ n|against(m, '上年') }}", "n: 6.3亿元\nm: 5.6亿元", "比上年增长12.5%"),
        ("{{ n|against(m, '上年') }}", "n: 96\nm: 100", "比上年下降4%"),
        ("{{ n|against(m, '上年') }}", "n: 5件\nm: 0件", "比上年增加5件"),
        ("{{ n|against(m, '上年') }}", "n: 1万\nm: 10000", "与上年持平"),
        ("{{ p|against(q, t) }}", "p: 96.4%\nq: 94.1\nt: 上年同期", "比上年同期提高2.3个百分点"),
        ("{{ p|against(q, t) }}", "p: 90\nq: 90%\nt: 上年同期", "与上年同期持平"),
        ("{{ n|change(m, t) }}", "n: 98.5分\nm: 97分", "提高1.5分"),
        ("{{ n|change(m, t) }}", "n: 98.5分\nm: 97分\nt: 比率", "增长1.5%"),
        ("{{ n|change(m, t) }}", "n: 41个\nm: 36个\nt: 数量", "增加5个"),
        ("{{ n|against(m, '上年', t) }}", "n: 31分钟\nm: 52分钟", "比上年缩短21分钟"),
        ("{{ n|against(m, '上年', t) }}", "n: 29个\nm: 32个\nt: 数量", "比上年减少3个"),
        ("{{ n|against(m, '上年', t) }}", "n: 5分\nm: 5.0分\nt: 数量", "与上年持平"),
        ("{{ p|points_change(q) }}", "p: 96.4%\nq: 94.1", "提高2.3个百分点"),
        ("{{ p|points_change(q) }}", "p: 90\nq: 90", "持平"),
        ("{{ p - q }}", "p: 90%\nq: 61%", "29个百分点"),
        ("{{ n - m }}", "n: 12‰\nm: 9.5‰", "2.5个千分点"),
        ("{{ p + q }}", "p: 30%\nq: 61%", "91%"),
        ("{{ n - m }}", "n: 31户\nm: 9户", "22户"),
        ("{{ d|until(e) }}", "d: 2026-1-5\ne: 2026-1-8", "2026年1月5日至8日"),
        ("{{ d|until(e) }}", "d: 1月5日\ne: 2月3日", "1月5日至2月3日"),
        ("{{ d|chinese_date }}", "d: 2026-1-5", "二〇二六年一月五日"),
        ("{{ d|weekday }}", "d: 2026-1-5", "星期一"),
        ("{{ d }}", "d: 2026-01-05", "2026年1月5日"),
        ("{{ d.month }}月", "d: 2026-01-05", "1月"),
        ("{{ d.year - 1 }}年", "d: 2026-01-05", "2025年"),
        ("{{ n + m }}", "n: 1.2万元\nm: 3000元", "1.5万元"),
        ("{{ n - m }}", "n: 1.2亿元\nm: 3000万元", "9000万元"),
        ("{{ n - m }}", "n: 5万亩\nm: 8000亩", "4.2万亩"),
        ("{{ n - m }}", "n: 5万亩\nm: 37亩", "49963亩"),
        ("{{ n - m }}", "n: 620个\nm: 415个", "205个"),
        ("{{ n + 1 }}", "n: 2026", "2027"),
        ("{{ xs|join_and }}", "xs: [甲, 乙, 丙]", "甲、乙和丙"),
        ("{{ xs|join_and }}", "xs: [甲]", "甲"),
        ("{{ xs|join_and }}", "xs: [甲。, 乙；, 丙，]", "甲、乙和丙"),
        ("{{ xs|join_and }}", "xs: [财政和税务, 公安]", "财政和税务以及公安"),
        ("{{ xs|join_pauses }}", "xs: [甲, 乙, 丙]", "甲、乙、丙"),
        ("{{ xs|join_pauses }}", "xs: [“甲”, “乙”]", "“甲”“乙”"),
        ("{{ xs|join_commas }}", "xs: [甲, 乙。]", "甲，乙"),
        ("{{ xs|join_clauses }}", "xs: [甲。, 乙, 丙！]", "甲；乙；丙！"),
        ("{{ xs|join_clauses }}", "xs: []", ""),
        ('{{ [" 甲 ", "乙"]|join_and }}', "", "甲和乙"),
        ("{{ t|clause }}，所以", "t: 有雨。", "有雨，所以"),
        ("{{ t|clause }}", "t: 有雨！", "有雨！"),
        ("{{ t|sentence }}明天晴", "t: 有雨", "有雨。明天晴"),
        ("{{ t|sentence }}明天晴", "t: 有雨。", "有雨。明天晴"),
        ("{{ t|sentence }}明天晴", "t: 有雨？", "有雨？明天晴"),
        ("{{ t|quoted }}", "t: 四乱", "“四乱”"),
        ("{{ t|quoted }}", "t: “四乱”", "“四乱”"),
        ("{{ t|quoted }}", "t: 治“四乱”", "“治‘四乱’”"),
        ("{{ t|titled }}", "t: 实施方案", "《实施方案》"),
        ("{{ t|titled }}", "t: 《实施方案》", "《实施方案》"),
        ("{{ t|wide }}", "t: 有雨,路滑", "有雨，路滑"),
        ("{{ xs|first }}", "xs: [甲, 乙]", "甲"),
        ("{{ xs|last }}", "xs: [甲, 乙]", "乙"),
        ("{{ xs[1] }}", "xs: [甲, 乙]", "乙"),
        ("{{ xs[-1] }}", "xs: [甲, 乙]", "乙"),
        ('{{ t|default("无") }}', "", "无"),
        ('{{ t|default("无") }}', "t: 有", "有"),
        ("{% if t is given %}有{% else %}无{% endif %}", "", "无"),
        ("{% if t is missing %}无{% else %}有{% endif %}", "t: 甲", "有"),
        ("{% if xs is single %}一条{% else %}几条{% endif %}", "xs: [甲]", "一条"),
        ("{% if xs is single %}一条{% else %}几条{% endif %}", "xs: [甲, 乙]", "几条"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "t: 改好车间、仓库", "一句"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "t: 抓源头、抓苗头", "两句"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "t: 守住通道。", "一句"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "t: 健全机制，守住通道", "两句"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "", "两句"),
        ("{% for x in xs %}{{ x }}{% if not loop.last %}；{% endif %}{% endfor %}", "xs: [甲, 乙, 丙]", "甲；乙；丙"),
    ],
)
def test_a_filter_says_it_in_chinese(template: str, facts: str, expected: str) -> None:
    assert _said(template, facts) == expected


@pytest.mark.parametrize(
    ("template", "gap"),
    [
        ("{{ n|cn }}", "n"),
        ("{{ n|digits }}", "n"),
        ("{{ n|ordinal }}", "n"),
        ('{{ n|count("项") }}', "n"),
        ("{{ n|share(5) }}", "n"),
        ("{{ 5|share(n) }}", "n"),
        ("{{ n|change(5) }}", "n"),
        ("{{ n|change(5, t) }}", "n"),
        ("{{ p|points_change(p) }}", "p"),
        ("{{ n|against(5, '上年') }}", "n"),
        ("{{ d|until(d) }}", "d"),
        ("{{ d|chinese_date }}", "d"),
        ("{{ d|weekday }}", "d"),
        ("{{ d.year }}", "d"),
        ("{{ d.year - 1 }}", "d"),
        ("{{ n + 1 }}", "n"),
        ("{{ 1 - n }}", "n"),
        ("{{ n * 2 }}", "n"),
        ("{{ xs|join_and }}", "xs"),
        ("{{ xs|join_pauses }}", "xs"),
        ("{{ xs|join_commas }}", "xs"),
        ("{{ xs|join_clauses }}", "xs"),
        ("{{ t|clause }}", "t"),
        ("{{ t|sentence }}", "t"),
        ("{{ t|quoted }}", "t"),
        ("{{ t|titled }}", "t"),
        ("{{ t|wide }}", "t"),
        ("{{ xs|first }}", "xs"),
        ("{{ xs|last }}", "xs"),
        ("{{ xs[0] }}", "xs"),
        ("{{ xs|in_order|join_and }}", "xs"),
        ("{% for x in xs %}{{ x }}{% endfor %}", "xs"),
        ("{{ (t ~ t)|quoted }}", "t"),
        ("{{ [t, t]|join_and }}", "t"),
    ],
)
def test_a_missing_answer_leaves_its_gap_whatever_is_done_with_it(template: str, gap: str) -> None:
    made = composed(_outline(template))
    assert {found.question for found in made.draft.gaps()} == {gap}
    assert "【待补：问】" in made.draft.text


def test_an_empty_entry_of_a_list_is_a_gap_of_its_own() -> None:
    made = composed(
        "questions: {xs: {ask: 问, type: list}}\nparts: [{move: opening, text: '{{ xs|join_and }}'}]",
        "xs:\n  - 甲\n  -\n  - 丙\n",
    )
    assert made.draft.text == "甲、【待补：问】和丙。"
    assert [gap.question for gap in made.draft.gaps()] == ["xs[2]"]


@pytest.mark.parametrize(
    ("template", "facts", "why"),
    [
        ("{% if '甲'|where('a', 'b') %}甲{% endif %}", "t: 甲", "“甲” does not suit the filter “where”"),
        ("{% if '甲'|without('a') %}甲{% endif %}", "t: 甲", "“甲” does not suit the filter “without”"),
        ("{{ d|weekday }}", "d: 6月底", "“6月底” (d) does not suit the filter “weekday”"),
        ("{{ n|digits }}", "n: 1.5", "“1.5” (n) does not suit the filter “digits”"),
        ("{{ n|change(m) }}", "n: 5人\nm: 3元", "“5人” (n), “3元” (m) does not suit the filter “change”"),
        ("{{ n|against(m, '上年') }}", "n: 5人\nm: 3元", "“5人” (n), “3元” (m) does not suit the filter “against”"),
        ("{{ n|share(m) }}", "n: 5\nm: 0", "“5” (n), “0” (m) does not suit the filter “share”"),
        (
            "{{ d|until(e) }}",
            "d: 2026-2-1\ne: 2026-1-1",
            "“2026年2月1日” (d), “2026年1月1日” (e) does not suit the filter “until”",
        ),
        ("{{ t|join_and(1) }}", "t: 甲", "a value is used for what it does not serve"),
        ("{{ t|first }}", "t: 甲", "a value is used for what it does not serve"),
        ("{{ t + 1 }}", "t: 甲", "“甲” (t) is no number"),
        ("{{ t > 1 }}", "t: 甲", "“甲” (t) is no number"),
        ('{{ t + "一" }}', "t: 甲", "“+” is for numbers only"),
        ("{{ n > 1 }}", "n: 2", "“True” is no text"),
        ("{{ xs[5] }}", "xs: [甲]", "“5” is not known here"),
    ],
)
def test_a_value_that_does_not_suit_is_told_with_its_line_and_its_answer(template: str, facts: str, why: str) -> None:
    message = refusal(_outline(template), facts)
    assert message == f"speech.yaml:14:1: The wording cannot be worked out: {why}."


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("{{ t|weekday }}", "“t” is of the type text; the filter “weekday” is for date."),
        ("{{ t|cn }}", "“t” is of the type text; the filter “cn” is for number, percent, list, table."),
        ("{{ xs|quoted }}", "“xs” is of the type list; the filter “quoted” is for text, long, choice."),
        ("{{ d|change(n) }}", "“d” is of the type date; the filter “change” is for number, percent, list, table."),
    ],
)
def test_a_filter_for_answers_of_another_type_is_told_before_any_fact_is_there(template: str, why: str) -> None:
    assert told(_outline(template), "")[0].endswith(why)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("共{{ xs|count('项') }}", "共几项"),
        ("共{{ xs|length|count('项') }}", "共几项"),
        ("共{{ xs|length }}项", "共几项"),
        ("{% if xs|length > 1 %}多{% else %}少{% endif %}", "少"),
        ("{% if xs|length == 1 %}一{% else %}不知{% endif %}", "不知"),
        ("{% if xs|length < 2 %}少{% endif %}", "少"),
    ],
)
def test_how_many_a_missing_list_has_nobody_knows(template: str, said: str) -> None:
    assert _said(template) == said


@pytest.mark.parametrize(("size", "said"), [(0, "少"), (1, "少"), (6, "少"), (7, "多"), (12, "多")])
def test_a_list_of_more_than_six_is_spoken_of_as_long(size: int, said: str) -> None:
    entries = ", ".join(f"第{n}条" for n in range(size))
    assert _said("{% if xs is crowded %}多{% else %}少{% endif %}", f"xs: [{entries}]") == said


def test_there_is_a_table_for_every_filter_and_test() -> None:
    files = [*Path(__file__).parent.glob("test_filters*.py"), Path(__file__).with_name("test_turns.py")]
    text = "".join(file.read_text("utf-8") for file in files)
    assert [name for name in FILTERS if f"|{name}" not in text] == []
    assert [name for name in TESTS if f"is {name}" not in text] == []


@pytest.mark.parametrize("guide", ["outlines.md", "outlines.zh-CN.md"])
def test_the_guide_tells_of_every_filter_and_test(guide: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / guide).read_text("utf-8").replace("\\|", "|")
    assert [name for name in FILTERS if f"|{name}" not in text and f"`{name}`" not in text] == []
    assert [name for name in TESTS if f"is {name}" not in text] == []
    assert [name for name in ("index", "length", "first", "last", "turn", "above") if f"loop.{name}" not in text] == []
