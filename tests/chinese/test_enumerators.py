from __future__ import annotations

import pytest

from drafting.chinese.enumerators import Marker, parse_marker, style, style_writing, without_marker

from .tables import table

RECOGNISED = [
    *(
        "一、",
        "一.",
        "（一）",
        "(一)",
        "一）",
        "1.",
        "1．",
        "1、",
        "1）",
        "1)",
        "（1）",
        "(1)",
        "１．",
        "①",
        "⑴",
        "⒈",
        "㈠",
        "➀",
        "❶",
        "ⅰ",
    ),
    *("壹、", "甲、", "A.", "A、", "a)", "（a）", "Ⅰ.", "【一】", "第1，", "第一个词是"),
    *(
        "第一，",
        "第一,",
        "第一、",
        "第一",
        "第一是",
        "第一个是",
        "第一层意思，",
        "第一个面对，",
        "第一条，",
        "其一，",
        "其一",
        "其一是",
    ),
    *("一是", "一是，", "一要", "一靠", "一抓", "一个是", "一个是/二是", "一来", "第一，/第二，"),
    *(
        "首先，",
        "首先",
        "首先是",
        "首先，/其次，/再次，/最后，",
        "首先/其次/最后",
        "一方面，",
        "一方面",
        "一方面/另一面",
    ),
]
OWN = [*RECOGNISED, "第一个面对", "任务一：", "要点1：", "甲、/乙、/丙、", "首先，/第二，"]


@table(
    "sample, markers",
    {
        "level-1": ("一、", ["一、", "二、", "三、"]),
        "level-2": ("（一）", ["（一）", "（二）", "（三）"]),
        "level-3": ("1.", ["1.", "2.", "3."]),
        "level-4": ("（1）", ["（1）", "（2）", "（3）"]),
        "half-width-kept": ("(一)", ["(一)", "(二)", "(三)"]),
        "circled": ("①", ["①", "②", "③"]),
        "ordinal": ("第一，", ["第一，", "第二，", "第三，"]),
        "shi": ("一是", ["一是", "二是", "三是"]),
        "kao": ("一靠", ["一靠", "二靠", "三靠"]),
        "own-noun": ("第一个面对，", ["第一个面对，", "第二个面对，", "第三个面对，"]),
        "own-noun-first": ("任务一：", ["任务一：", "任务二：", "任务三："]),
        "one-more-in-the-sample": ("第一项统一：", ["第一项统一：", "第二项统一：", "第三项统一："]),
        "of-them": ("其一，", ["其一，", "其二，", "其三，"]),
        "yi-ge-shi-goes-on-as-shi": ("一个是", ["一个是", "二是", "三是"]),
        "sequence-that-goes-on": ("第一桩，/第二件，", ["第一桩，", "第二件，", "第三件，"]),
        "sequence-that-skips": ("1、/3、", ["1、", "3、", "4、"]),
        "sequence-that-begins-later": ("（二）/（三）", ["（二）", "（三）", "（四）"]),
        "own-sequence": ("甲、/乙、/丙、", ["甲、", "乙、", "丙、"]),
        "first-next-last": ("首先，", ["首先，", "其次，", "最后，"]),
        "first-next-last-with-shi": ("首先是", ["首先是", "其次是", "最后是"]),
    },
)
def test_a_style_goes_on_as_its_first_marker_begins(sample: str, markers: list[str]) -> None:
    made = style(sample)
    assert [made.marker(number, 3) for number in (1, 2, 3)] == markers


@table(
    "total, markers",
    {
        "one": (1, ["首先，"]),
        "two": (2, ["首先，", "其次，"]),
        "three": (3, ["首先，", "其次，", "最后，"]),
        "four": (4, ["首先，", "其次，", "再次，", "最后，"]),
    },
)
def test_a_sequence_ends_in_last_from_three_items_on(total: int, markers: list[str]) -> None:
    assert [style("首先，").marker(number, total) for number in range(1, total + 1)] == markers


def test_chinese_numerals_go_on_beyond_ten() -> None:
    assert [style("一、").marker(number, 200) for number in (10, 11, 20, 21, 99, 105)] == [
        *("十、", "十一、", "二十、", "二十一、", "九十九、", "一百零五、"),
    ]


@table(
    "sample, limit",
    {
        "numerals": ("一、", None),
        "circled": ("①", 50),
        "in-brackets": ("⑴", 20),
        "in-brackets-chinese": ("㈠", 10),
        "first-next-last": ("首先，", 4),
        "two-sides": ("一方面，", 2),
        "own-sequence": ("甲、/乙、/丙、", 3),
        "sequence-that-goes-on": ("一个是/二是", None),
        "sequence-that-skips": ("一、/三、/四、", None),
        "circled-that-skip": ("①/③", 49),
    },
)
def test_a_style_knows_how_far_it_goes(sample: str, limit: int | None) -> None:
    made = style(sample)
    assert made.limit == limit
    if limit:
        assert made.marker(limit, limit)
        with pytest.raises(ValueError, match="has no marker"):
            made.marker(1, limit + 1)


def test_the_markers_of_a_sequence_that_skips_are_read_back() -> None:
    made = style("1、/2、/4、")
    markers = [made.marker(number, 5) for number in range(1, 6)]
    assert markers == ["1、", "2、", "4、", "5、", "6、"]
    assert [marker and marker.number for marker in map(made.read, markers)] == [1, 2, 3, 4, 5]
    assert made.read("3、") is None


@pytest.mark.parametrize(("number", "total"), [(0, 3), (4, 3), (-1, 3)], ids=["zero", "beyond-the-total", "negative"])
def test_a_list_has_no_item_outside_itself(number: int, total: int) -> None:
    with pytest.raises(ValueError, match="has no marker"):
        style("一、").marker(number, total)


@table(
    "samples, rank",
    {
        "level-1": (["一、", "一."], 1),
        "level-2": (["（一）", "(一)", "（一）、"], 2),
        "level-3": (["1.", "1．", "1、", "１．"], 3),
        "level-4": (["（1）", "(1)"], 4),
        "none": (["①", "第一，", "一是", "首先，", "1）", "一）"], None),
    },
)
def test_the_statutory_levels_are_known(samples: list[str], rank: int | None) -> None:
    assert {style(sample).rank for sample in samples} == {rank}


def test_what_runs_on_inside_a_paragraph_is_known() -> None:
    inline = ["一是", "一要", "一靠", "首先，", "一方面，", "其一，", "第一是", "一个是/二是"]
    at_the_head = ["一、", "（一）", "1.", "1、", "（1）", "①", "第一，", "第一", "第一层意思，", "任务一："]
    assert [sample for sample in inline + at_the_head if style(sample).inline] == inline


def test_the_sample_is_kept_to_the_letter() -> None:
    assert [style(sample).name for sample in ("(一)", " 第一， ", "首先,")] == ["(一)", "第一，", "首先,"]


@table(
    "sample",
    {
        "nothing": "",
        "no-numeral": "加强",
        "bare-numeral": "一",
        "bare-figure": "1",
        "not-the-first": "二、",
        "eleven": "十一、",
        "ten": "10.",
        "decimal": "1.1",
        "prose": "坚持一个中心",
        "long-prose": "一要坚持以人民为中心的发展思想，",
        "empty-word": "首先，/",
        "word-twice": "甲、/甲、",
        "endless": "一、" * 100_000,
    },
)
def test_what_numbers_nothing_is_refused(sample: str) -> None:
    with pytest.raises(ValueError, match=r"no (sequence of )?enumerator"):
        style(sample)


def test_a_refusal_names_the_nearest_style() -> None:
    with pytest.raises(ValueError, match="did you mean '第一，'"):
        style("第二，")


@pytest.mark.parametrize("sample", RECOGNISED, ids=ascii)
def test_every_marker_made_is_recognised(sample: str) -> None:
    made = style(sample)
    total = made.limit or 99
    for number in range(1, total + 1):
        text = made.marker(number, total)
        found = parse_marker(text + "加强学习")
        assert found is not None
        assert (found.number, found.family) == (4 if text.startswith("最后") else number, made.family)


@pytest.mark.parametrize("sample", OWN, ids=ascii)
def test_a_style_reads_its_own_markers(sample: str) -> None:
    made = style(sample)
    total = made.limit or 99
    for number in range(1, total + 1):
        text = made.marker(number, total)
        assert made.read("前文" + text + "加强学习", 2) == Marker(text, number, made.family)


def test_a_style_reads_no_other_marker() -> None:
    assert style("（一）").read("(一)加强") is None
    assert style("首先，").read("一、加强") is None


@table(
    "text, marker",
    {
        "half-width-brackets": ("(二)加强", Marker("(二)", 2, "（一）")),
        "spaced-brackets": ("( 二 )加强", Marker("( 二 )", 2, "（一）")),
        "pause-after-brackets": ("（二）、加强", Marker("（二）、", 2, "（一）")),
        "half-width-comma": ("第二,加强", Marker("第二,", 2, "第一")),
        "no-comma": ("第二要突出主题，", Marker("第二", 2, "第一")),
        "ordinal-shi": ("第一是精文减会", Marker("第一是", 1, "第一是")),
        "own-noun": ("第三层意思,要", Marker("第三层意思,", 3, "第一层意思")),
        "one-of-them": ("一个是难", Marker("一个是", 1, "一是")),
        "shi-and-yao": ("一是要加强", Marker("一是", 1, "一是")),
        "other-side": ("另一面,要", Marker("另一面,", 2, "一方面")),
        "side-without-comma": ("一方面要靠", Marker("一方面", 1, "一方面")),
        "two-figures": ("12、加强", Marker("12、", 12, "1、")),
        "wide-dot": ("1．加强", Marker("1．", 1, "1.")),
        "above-ten": ("二十三、加强", Marker("二十三、", 23, "一、")),
        "circled": ("㊿加强", Marker("㊿", 50, "①")),
        "a-bare-mention-is-for-the-recogniser": ("第一责任人", Marker("第一", 1, "第一")),
    },
)
def test_the_longest_marker_is_found_in_either_width(text: str, marker: Marker) -> None:
    assert parse_marker(text) == marker


@table(
    "text, at",
    {
        "nothing": ("", 0),
        "beyond-the-end": ("一、", 9),
        "prose": ("加强学习", 0),
        "decimal": ("1.5亿元", 0),
        "year-and-month": ("2026.1", 3),
        "long-figure": ("100、", 0),
        "end-of-a-figure": ("12、", 1),
        "end-of-a-numeral": ("十一、", 1),
        "inside-an-ordinal": ("第一、", 1),
        "inside-brackets": ("（一）", 1),
        "inside-half-width-brackets": ("(1)", 1),
        "festival": ("七一、八一", 0),
        "set-phrase": ("一岗双责", 0),
        "measure": ("三项工作", 0),
    },
)
def test_what_is_no_marker_is_none(text: str, at: int) -> None:
    assert parse_marker(text, at) is None


@pytest.mark.parametrize(("text", "rest"), [("（一）强化学习", "强化学习"), ("强化学习", "强化学习"), ("", "")])
def test_a_line_without_its_marker_says_the_same(text: str, rest: str) -> None:
    assert without_marker(text) == rest


@pytest.mark.parametrize("sample", RECOGNISED)
def test_any_marker_but_a_variant_in_words_tells_the_style_that_wrote_it(sample: str) -> None:
    of = style(sample)
    markers = [of.marker(number, of.limit or 12) for number in range(1, (of.limit or 12) + 1)]
    for number, marker in enumerate(markers, 1):
        if (found := style_writing(marker)) is not None:
            assert found.marker(number, len(markers)) == marker
        else:
            assert marker == "另一面"


@pytest.mark.parametrize("marker", ["", "甲组：", "任务二：", "加强", "另一面"])
def test_what_no_known_style_writes_tells_none(marker: str) -> None:
    assert style_writing(marker) is None
