"""What people type is understood, shown back, and validated as a facts file is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import Fault
from drafting.facts.read import read_facts
from drafting.facts.values import MisfitError, read_value
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.typed import Understood, understood
from drafting.yamlfile import Mapping, Place, Scalar
from tests.questionnaire.asked import TODAY

HERE = Place("")


def asking(kind: Type, example: str = "", **more: object) -> Question:
    return Question("q", "问题", HERE, kind, example=example, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "example", "written", "shown"),
    [
        ("2026-1-5", "", "2026年1月5日", "2026年1月5日（星期一）"),
        ("2026/1/5", "", "2026年1月5日", "2026年1月5日（星期一）"),
        ("2026.1.5", "", "2026年1月5日", "2026年1月5日（星期一）"),
        ("２０２６年１月５日", "", "2026年1月5日", "2026年1月5日（星期一）"),
        ("今天", "", "2026年6月10日", "2026年6月10日（星期三）"),
        ("下周三", "2026年4月9日", "2026年6月17日", "2026年6月17日（星期三）"),
        ("1月5日", "2026年4月9日", "2027年1月5日", "2027年1月5日（星期二）"),
        ("7月5日", "", "2026年7月5日", "2026年7月5日（星期日）"),
        ("1月5日", "6月底", "1月5日", ""),
        ("下周三", "6月底", "6月17日", "6月17日（星期三）"),
        ("本月底", "6月底", "6月底", "6月底"),
        ("明年3月", "6月底", "2027年3月", "2027年3月"),
        ("6月底", "2026年4月9日", "6月底", ""),
        ("1-5", "2026年4月9日", "2027年1月5日", "2027年1月5日（星期二）"),
        ("7/5", "", "2026年7月5日", "2026年7月5日（星期日）"),
        ("7.05", "", "2026年7月5日", "2026年7月5日（星期日）"),
        ("1-5", "6月底", "1月5日", "1月5日"),
        ("12号", "", "2026年6月12日", "2026年6月12日（星期五）"),
        ("5号", "", "2026年7月5日", "2026年7月5日（星期日）"),
        ("5日", "6月底", "7月5日", "7月5日（星期日）"),
        ("年底", "", "年底", ""),
    ],
)
def test_a_date_takes_its_year_unless_the_example_goes_without(
    typed: str, example: str, written: str, shown: str
) -> None:
    assert understood(typed, asking(Type.DATE, example), TODAY) == Understood(written, shown)


@pytest.mark.parametrize(
    ("typed", "before", "written"),
    [
        ("5月20日", "5月15日", "5月20日"),
        ("5-20", "6月底", "5月20日"),
        ("下周三", "5月15日前", "6月17日"),
        ("5月20日", "2025年5月15日", "2027年5月20日"),
        ("5月20日", "", "2027年5月20日"),
    ],
)
def test_a_date_that_was_said_without_its_year_is_said_without_it_again(typed: str, before: str, written: str) -> None:
    assert understood(typed, asking(Type.DATE), TODAY, before).written == written


@pytest.mark.parametrize(
    ("typed", "kind", "unit", "written", "shown"),
    [
        ("12.5亿", Type.NUMBER, "元", "12.5亿", "12.5亿元"),
        ("１２００", Type.NUMBER, "人", "１２００", "1200人"),
        (" 3万元 ", Type.NUMBER, "元", "3万元", ""),
        ("47", Type.PERCENT, "", "47", "47%"),
        ("47%", Type.PERCENT, "", "47%", ""),
        ("9：30", Type.TIME, "", "9：30", "9:30"),
        ("下午3点", Type.TIME, "", "下午3点", "下午3:00"),
        ("1亿3千万", Type.NUMBER, "元", "1.3亿元", "1.3亿元"),
        ("１亿３千万元", Type.NUMBER, "元", "1.3亿元", "1.3亿元"),
        ("3万5千", Type.NUMBER, "人", "35000人", "35000人"),
        ("12万5千6百", Type.NUMBER, "人", "125600人", "125600人"),
        ("3千5百万", Type.NUMBER, "元", "3500万元", "3500万元"),
        ("百分之百", Type.PERCENT, "", "100%", "100%"),
    ],
)
def test_numbers_and_times_are_kept_as_typed_and_shown_as_understood(
    typed: str, kind: Type, unit: str, written: str, shown: str
) -> None:
    assert understood(typed, asking(kind, unit=unit), TODAY) == Understood(written, shown)


@pytest.mark.parametrize("typed", "是 有 Yes y 对 要 好 好的 可以 需要 嗯 √ ✓".split())
def test_many_words_say_yes(typed: str) -> None:
    assert understood(typed, asking(Type.YESNO), TODAY).written == "是"


@pytest.mark.parametrize("typed", "否 无 没有 No n 不 不要 不用 不需要 × 没".split())
def test_many_words_say_no(typed: str) -> None:
    assert understood(typed, asking(Type.YESNO), TODAY).written == "否"


@pytest.mark.parametrize(
    ("typed", "written"), [("2", "平实"), ("２", "平实"), ("2.", "平实"), ("平", "平实"), ("庄重", "庄重")]
)
def test_a_choice_is_made_by_number_beginning_or_text(typed: str, written: str) -> None:
    assert understood(typed, asking(Type.CHOICE, choices=("庄重", "平实")), TODAY).written == written


def test_a_number_that_is_a_choice_itself_is_that_choice() -> None:
    assert understood("2", asking(Type.CHOICE, choices=("1", "3", "2")), TODAY).written == "2"


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("尽快", asking(Type.DATE)),
        ("本月31日", asking(Type.DATE)),
        ("2026-2-30", asking(Type.DATE)),
        ("不少", asking(Type.NUMBER, unit="元")),
        ("3吨", asking(Type.NUMBER, unit="元")),
        ("3万5", asking(Type.NUMBER, unit="元")),
        ("3百5", asking(Type.NUMBER, unit="元")),
        ("3千5百吨", asking(Type.NUMBER, unit="元")),
        ("13-5", asking(Type.DATE)),
        ("32号", asking(Type.DATE)),
        ("25:00", asking(Type.TIME)),
        ("也许", asking(Type.YESNO)),
        ("3", asking(Type.CHOICE, choices=("庄重", "平实"))),
        ("a\x07b", asking(Type.TEXT)),
    ],
)
def test_what_is_no_answer_gets_the_message_of_a_facts_file(typed: str, question: Question) -> None:
    with pytest.raises(MisfitError) as caught:
        understood(typed, question, TODAY)
    facts = Mapping(((Scalar("q", HERE), Scalar(typed, HERE)),), HERE)
    outline = Outline("x", "题", HERE, (), questions=(question,))
    assert read_facts(facts, outline)[1] == [Fault(f"q (问题): {caught.value}.")]


_TYPED = st.sampled_from("今天 下周三 6月底 7/5 12号 12.5亿 3万5千 百分之五 47% 9：30 下午3点 要 不要 乙 2".split())


_ANYTHING = st.text(max_size=8)


@given(st.sampled_from([t for t in Type if t not in (Type.LIST, Type.TABLE)]), _TYPED | _ANYTHING)
def test_whatever_is_understood_is_read_again_from_the_file(kind: Type, typed: str) -> None:
    question = asking(kind, choices=("甲", "乙") if kind is Type.CHOICE else ())
    try:
        meant = understood(typed, question, TODAY)
    except MisfitError:
        return
    read_value(meant.written, question)
    assert understood(meant.written, question, TODAY).written == meant.written


@pytest.mark.parametrize("kind", [Type.NUMBER, Type.PERCENT, Type.TIME])
def test_a_blank_in_a_number_is_told_as_no_number(kind: Type) -> None:
    with pytest.raises(MisfitError, match="found “1 200”"):
        understood("1 200", asking(kind), TODAY)
