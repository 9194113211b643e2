"""The dialogue as a person goes through it, without a terminal."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.errors import UserError
from drafting.loading import load_facts
from drafting.questionnaire.screens import (
    Back,
    Clear,
    Closed,
    Event,
    Help,
    Nothing,
    Overview,
    Typed,
)
from drafting.questionnaire.wording import lines_of, prompt_of
from tests.questionnaire.asked import Talk, again, an_office, asked, review

GROWTH = """\
title: 增长
numbering: [一、]
questions:
  now: {ask: 今年, type: number}
  before: {ask: 去年, type: number}
  meeting: {ask: 会议, required: true}
parts:
  - {move: title, text: "{{ meeting }}"}
  - {move: opening, text: "{{ now|change(before) }}"}
"""


def test_every_answer_is_in_the_file_as_soon_as_it_is_given(talk: Talk) -> None:
    talk.do("全县水利工作会议")
    assert talk.text == "outline: small\nmeeting: 全县水利工作会议\n"
    talk.do("下周三")
    assert talk.text == "outline: small\nmeeting: 全县水利工作会议\ndate: 2026年6月17日\n"
    assert talk.notes == "Understood: 2026年6月17日（星期三）"


def test_questions_are_counted_and_stand_under_their_groups(talk: Talk) -> None:
    first = asked(talk).standing
    assert (first.group, first.number, first.total) == ("会议", 1, 8)  # `winners` does not hold yet
    talk.skip(4)
    assert (asked(talk).standing.group, asked(talk).standing.number) == ("工作", 5)


def test_what_is_no_answer_is_asked_again_and_nothing_is_written(talk: Talk) -> None:
    before = talk.do("会议").text
    talk.do("尽快")
    assert "found “尽快”, expected a date" in talk.notes
    assert (talk.path_asked, talk.text) == (("date",), before)


def test_back_goes_to_any_earlier_question_and_shows_its_answer(talk: Talk) -> None:
    talk.do("会议", "今天", Back(), Back())
    assert (talk.path_asked, asked(talk).current) == (("meeting",), "会议")
    talk.do("全县会议")
    assert (talk.path_asked, asked(talk).current) == (("date",), "2026年6月10日")
    assert "meeting: 全县会议\n" in talk.text


def test_back_at_the_first_question_stays_there(talk: Talk) -> None:
    talk.do(Back())
    assert (talk.path_asked, talk.notes) == (("meeting",), "This is the first question.")


def test_any_question_can_be_left_for_later_required_ones_too(talk: Talk) -> None:
    talk.skip(8)
    assert talk.text == "outline: small\n"
    assert [line.label for line in review(talk).gaps] == ["会议全称", "单位", "投入多少", "背景", "任务"]


def test_an_answer_can_be_taken_out(talk: Talk) -> None:
    talk.do("会议", Back(), Clear())
    assert (talk.text, talk.path_asked) == ("outline: small\n", ("date",))


def test_a_question_is_asked_only_while_its_condition_holds_and_its_answer_is_kept(talk: Talk) -> None:
    talk.skip(3).do("有")
    assert talk.path_asked == ("winners",)
    talk.do("甲局", "乙局", Nothing(), Back(), Back(), "没有")
    assert talk.path_asked == ("money",)
    assert "winners:\n  - 甲局\n  - 乙局\n" in talk.text
    assert talk.answers.idle == {"winners"}
    talk.do(Overview())
    assert review(talk).idle == ("表彰谁",)
    assert "表彰谁" not in [line.label for line in review(talk).lines]
    talk.do(next(str(n) for n, line in enumerate(review(talk).lines, 1) if line.label == "有没有表彰"), "是")
    assert ("winners",) in [line.path for line in review(talk).answered]


def test_the_house_proposes_what_it_knows_and_an_empty_line_takes_it(tmp_path: Path, talk: Talk) -> None:
    (tmp_path / "house.yaml").write_text("organisation: 澄川县水利局\n", encoding="utf-8")
    talk = again(talk).skip(2)
    assert asked(talk).proposal == "澄川县水利局"
    talk.do(Nothing())
    assert "organisation: 澄川县水利局\n" in talk.text


def test_a_default_holds_without_being_written(talk: Talk) -> None:
    talk.skip(3)
    assert asked(talk).default == "否"
    talk.do(Nothing())
    assert talk.text == "outline: small\n"


def test_the_review_shows_gaps_first_and_jumps_to_any_answer(talk: Talk) -> None:
    talk.do("会议", "今天", Overview())
    screen = review(talk)
    assert [line.label for line in screen.answered] == ["会议全称", "讲话日期"]
    assert screen.answered[1].answer == "2026年6月10日（星期三）"
    assert screen.lines[: len(screen.gaps)] == screen.gaps
    talk.do(str(len(screen.lines)))
    assert talk.path_asked == ("date",)
    talk.do("明天")
    assert review(talk).answered[1].answer == "2026年6月11日（星期四）"
    talk.do("99")
    assert "Type a number" in talk.notes
    talk.do(Overview())  # once more through all that is open
    assert talk.path_asked == screen.gaps[0].path
    talk.do(Overview(), Back())
    assert talk.path_asked == ("tone",)
    talk.do(Overview(), Nothing())
    assert isinstance(talk.screen, Closed)


def test_answers_that_cannot_go_together_are_shown_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = an_office(tmp_path, "outline: growth\n")
    (tmp_path / "outlines" / "growth.yaml").write_text(GROWTH, encoding="utf-8")
    talk = Talk(path)
    talk.do("3万元", "47%", Nothing())
    screen = review(talk)
    assert [line.path for line in screen.misfits] == [("now",)]
    assert "“3万元” (now), “47%” (before)" in screen.misfits[0].answer
    assert ("meeting",) in [line.path for line in screen.gaps]
    talk.do("1", "5公里", Overview())
    assert talk.path_asked == ("now",)


def test_help_changes_nothing(talk: Talk) -> None:
    talk.do(Help())
    assert (talk.path_asked, talk.text) == (("meeting",), "outline: small\n")


def test_comments_and_order_of_the_file_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    talk = Talk(an_office(tmp_path, "# 老王的\noutline: small\ntone: 鼓动  # 定了\n\nmeeting: '会议'\n"))
    talk.do(Overview())
    number = next(n for n, line in enumerate(review(talk).lines, 1) if line.path == ("date",))
    talk.do(str(number), "今天")
    assert talk.text == "# 老王的\noutline: small\ntone: 鼓动  # 定了\n\nmeeting: '会议'\ndate: 2026年6月10日\n"


def test_a_file_somebody_else_changed_is_not_written_over(talk: Talk) -> None:
    talk.do("会议")
    talk.path.write_text("outline: small\nmeeting: 同事改的\n", encoding="utf-8")
    with pytest.raises(UserError, match="changed the file since"):
        talk.do("今天")
    assert talk.text == "outline: small\nmeeting: 同事改的\n"


def test_an_answer_that_cannot_be_changed_safely_is_told_and_the_talk_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    talk = Talk(an_office(tmp_path, "outline: small\nmeeting: &it 会议\nbackground: *it\n"))
    talk.do(Overview())
    number = next(n for n, line in enumerate(review(talk).lines, 1) if line.path == ("meeting",))
    talk.do(str(number), "别的会议")
    assert "cannot be changed safely" in talk.notes
    assert talk.path_asked == ("meeting",)
    talk.do("会议", Nothing())


_EVENTS = st.one_of(
    st.sampled_from([Nothing(), Nothing(), Back(), Overview(), Clear(), Help()]),
    st.sampled_from(
        ["甲", "乙：# 丙", "1", "2", "-1", "-2", "2>1", "u", "无", "+1", "今天", "是", "3万", "段一\n段二", "", "9"]
    ).map(Typed),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_EVENTS, max_size=40), st.booleans())
def test_whatever_is_typed_the_file_is_sound_and_holds_what_is_shown(
    talk: Talk, events: list[Event], only_gaps: bool
) -> None:
    talk.path.write_text("# 注\noutline: small\ntasks:\n  - {heading: 修渠}  # 先\n", encoding="utf-8")
    talk = again(talk, only_gaps=only_gaps)
    for event in events:
        talk.do(event)
        assert talk.text == talk.answers.text
        assert talk.text.startswith("# 注\noutline: small\n")
        lines_of(talk.screen, None)
        prompt_of(talk.screen, talk.answers.house)
        if isinstance(talk.screen, Closed):
            break
    load_facts(talk.path, unfinished=True)
    again(talk, only_gaps=not only_gaps)


def test_two_hundred_questions_are_quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keys = [f"q{n}" for n in range(200)]
    answered, left = keys[:150], keys[150:]
    path = an_office(tmp_path, "outline: large\n" + "".join(f"{key}: 是很长的一句话。\n" for key in answered))
    questions = "".join(f"  {key}: {{ask: 问题{key}, help: 一句说明}}\n" for key in keys)
    text = "".join(f"{{{{ {key} }}}}" for key in keys)
    (tmp_path / "outlines" / "large.yaml").write_text(
        f"title: 大会\nnumbering: [一、]\nquestions:\n{questions}parts: [{{move: opening, text: '{text}'}}]\n", "utf-8"
    )
    began = perf_counter()
    talk = Talk(path)
    for key in left:
        assert talk.path_asked == (key,)
        talk.do(f"{key}的答案，是很长的一句话。")
    assert review(talk).gaps == ()
    assert perf_counter() - began < 5  # about half a second; a tenth of a second each would be felt
