from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.punctuation import close_sentence, is_closing, is_opening, is_point, seam, strip_end

from .tables import table

texts = st.text("中文等的A1。，；：！？…”）》“.,:! ", max_size=8)


@table(
    "text, stripped",
    {
        "nothing": ("", ""),
        "none": ("抓好工作", "抓好工作"),
        "stop": ("抓好工作。", "抓好工作"),
        "several-and-space": ("抓好工作；， \u3000\n", "抓好工作"),
        "half-width": ("抓好工作;", "抓好工作"),
        "half-width-stop": ("抓好工作.", "抓好工作"),
        "half-width-stop-after-a-figure": ("增长12.", "增长12"),
        "half-width-stop-after-percent": ("增长12%.", "增长12%"),
        "decimal": ("12.5", "12.5"),
        "marker": ("12.", "12."),
        "abbreviation": ("某某公司Inc.", "某某公司Inc."),
        "question": ("怎么办？", "怎么办？"),
        "question-and-stop": ("怎么办？。", "怎么办？"),
        "ellipsis": ("等等……", "等等……"),
        "ellipsis-in-dots": ("等等...", "等等..."),
        "closed-quotation": ("他说：“好。”", "他说：“好。”"),
        "only-marks": ("。；", ""),
    },
)
def test_stops_and_pauses_are_taken_off_the_end(text: str, stripped: str) -> None:
    assert strip_end(text) == stripped


@table(
    "text, closed",
    {
        "nothing": ("", ""),
        "only-marks": ("。", ""),
        "none": ("抓好工作", "抓好工作。"),
        "stop": ("抓好工作。", "抓好工作。"),
        "two-stops": ("抓好工作。。", "抓好工作。"),
        "pause": ("抓好工作；", "抓好工作。"),
        "colon": ("抓好工作:", "抓好工作。"),
        "half-width-stop": ("抓好工作.", "抓好工作。"),
        "call": ("加油！", "加油！"),
        "call-and-pause": ("加油！，", "加油！"),
        "ellipsis": ("等等……", "等等……"),
        "quotation-closed-inside": ("他说：“好。”", "他说：“好。”"),
        "quotation-asking": ("他问：“好吗？”", "他问：“好吗？”"),
        "quoted-term": ("坚持“两手抓”", "坚持“两手抓”。"),
        "sentence-in-brackets": ("（全文完。）", "（全文完。）"),
        "question-in-brackets": ("重点问题（钱从哪里来？）", "重点问题（钱从哪里来？）。"),
        "title-that-asks": ("学习《怎么办？》", "学习《怎么办？》。"),
    },
)
def test_a_sentence_ends_with_exactly_one_mark(text: str, closed: str) -> None:
    assert close_sentence(text) == closed


@table(
    "text, closed",
    {
        "none": ("抓好工作", "抓好工作；"),
        "pause": ("抓好工作，", "抓好工作；"),
        "stop-stays": ("抓好工作。", "抓好工作。"),
        "call-stays": ("加油！", "加油！"),
    },
)
def test_another_mark_than_a_stop_may_be_wanted(text: str, closed: str) -> None:
    assert close_sentence(text, "；") == closed


@table(
    "left, right, joined",
    {
        "stop-before-comma": ("抓好工作。", "，确保完成", "抓好工作，确保完成"),
        "stop-before-stop": ("抓好工作。", "。", "抓好工作。"),
        "nothing-before-stop": ("抓好工作", "。", "抓好工作。"),
        "pause-before-stop": ("抓好工作；", "。", "抓好工作。"),
        "half-width-before-comma": ("抓好工作.", "，确保完成", "抓好工作，确保完成"),
        "space-before-comma": ("抓好工作 \n", "，确保完成", "抓好工作，确保完成"),
        "stop-before-call": ("抓好工作。", "！", "抓好工作！"),
        "stop-before-half-width-stop": ("抓好工作。", ".", "抓好工作."),
        "question-before-stop": ("做到了吗？", "。", "做到了吗？"),
        "question-before-comma": ("做到了吗？", "，大家想一想", "做到了吗？大家想一想"),
        "question-before-question": ("做到了吗？", "？", "做到了吗？"),
        "question-before-ellipsis": ("做到了吗？", "……还有", "做到了吗？还有"),
        "ellipsis-before-stop": ("抓好工作……", "。", "抓好工作……"),
        "closed-quotation-before-stop": ("他说：“好。”", "。", "他说：“好。”"),
        "closed-quotation-before-comma": ("他说：“好。”", "，大家", "他说：“好。”大家"),
        "quoted-term-before-stop": ("坚持“两手抓”", "。", "坚持“两手抓”。"),
        "title-that-asks-before-stop": ("《怎么办？》", "。", "《怎么办？》。"),
        "question-in-brackets-before-stop": ("问题（谁来干？）", "。", "问题（谁来干？）。"),
        "sentence-in-brackets-before-stop": ("（完。）", "。", "（完。）"),
        "and-so-on": ("教育、卫生等等", "。", "教育、卫生等等。"),
        "stop-before-de": ("抓好工作。", "的要求", "抓好工作的要求"),
        "stop-before-and-other-things": ("抓好工作。", "等方面", "抓好工作等方面"),
        "stop-before-waiting": ("抓好工作。", "等到年底", "抓好工作。等到年底"),
        "stop-before-a-word": ("抓好工作。", "下面", "抓好工作。下面"),
        "stop-inside-a-quoted-phrase": ("抓好工作。", "”，确保", "抓好工作”，确保"),
        "stop-inside-a-quoted-attribute": ("抓好工作。", "”的要求", "抓好工作”的要求"),
        "stop-inside-a-quoted-sentence": ("抓好工作。", "”", "抓好工作。”"),
        "stop-inside-a-quoted-sentence-before-a-word": ("抓好工作。", "”大家", "抓好工作。”大家"),
        "stop-inside-brackets": ("抓好工作。", "）", "抓好工作）"),
        "stop-inside-a-title": ("工作意见。", "》的通知", "工作意见》的通知"),
        "figure-before-a-decimal": ("12", ".5亿元", "12.5亿元"),
        "abbreviation-before-stop": ("某某公司Inc.", "。", "某某公司Inc.。"),
        "no-left": ("", "，确保", "，确保"),
        "no-right": ("抓好工作。", "", "抓好工作。"),
    },
)
def test_where_a_fact_meets_the_wording_their_marks_agree(left: str, right: str, joined: str) -> None:
    from_left, from_right = seam(left, right)
    assert left[: len(left) - from_left] + right[from_right:] == joined


@given(texts)
def test_stripping_twice_strips_no_more(text: str) -> None:
    assert strip_end(strip_end(text)) == strip_end(text)


@given(texts)
def test_closing_twice_closes_no_more(text: str) -> None:
    assert close_sentence(close_sentence(text)) == close_sentence(text)


@given(texts, texts)
def test_a_seam_once_mended_needs_no_more(left: str, right: str) -> None:
    from_left, from_right = seam(left, right)
    assert 0 <= from_left <= len(left)
    assert 0 <= from_right <= len(right)
    assert seam(left[: len(left) - from_left], right[from_right:]) == (0, 0)


@pytest.mark.parametrize(
    ("test", "members", "others"),
    [(is_point, "。，；！?…", "“一.（"), (is_opening, "“《（(", "”一。"), (is_closing, "”》）)", "“一。")],
    ids=["point", "opening", "closing"],
)
def test_marks_are_told_apart(test: object, members: str, others: str) -> None:
    assert callable(test)
    assert all(map(test, members))
    assert not any(map(test, [*others, "", "。。"]))
