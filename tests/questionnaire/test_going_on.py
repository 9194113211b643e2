"""Asking goes on where it stopped, or with what the draft lacks."""

from __future__ import annotations

from pathlib import Path

from drafting.questionnaire.places import Place
from drafting.questionnaire.screens import (
    Nothing,
    Overview,
    Review,
)
from tests.questionnaire.asked import Talk, again, asked, review


def test_asking_goes_on_where_it_stopped(talk: Talk) -> None:
    talk.do("会议", Nothing(), Nothing(), Nothing(), "3万")
    assert again(talk).path_asked == ("background",)
    assert asked(again(talk)).standing.number == 6


def test_two_answers_and_then_only_later_goes_on_where_it_stopped(talk: Talk) -> None:
    talk.do("会议", "今天").skip(4)
    assert Talk(talk.path, stopped=talk.dialogue.place).path_asked == ("tasks",)


def test_an_answer_that_came_in_from_elsewhere_lets_nothing_before_it_be_passed_over(talk: Talk) -> None:
    talk.do("会议", "今天")
    talk.path.write_text(talk.text + "tone: 鼓动\n", encoding="utf-8")
    assert again(talk).path_asked == ("tasks",)  # the first required question without an answer
    assert Talk(talk.path, stopped=talk.dialogue.place).path_asked == ("organisation",)


def test_a_single_answer_changed_from_the_overview_is_gone_on_with_by_itself(talk: Talk) -> None:
    talk.do(Overview())
    number = next(n for n, line in enumerate(review(talk).lines, 1) if line.path == ("background",))
    talk.do(str(number))
    later = Talk(talk.path, stopped=talk.dialogue.place)
    assert later.path_asked == ("background",)
    later.do("事")
    assert review(later).gaps[0].label == "会议全称"
    assert again(later).path_asked == ("meeting",)


def test_a_half_filled_row_is_gone_on_with(talk: Talk) -> None:
    talk.do("会议").skip(5).do("修渠", "清淤")
    assert Talk(talk.path, stopped=talk.dialogue.place).path_asked == ("tasks", 1, "measures")
    talk.do(Nothing())
    assert Talk(talk.path, stopped=talk.dialogue.place).path_asked == ("tasks", 1, "deadline")


def test_without_a_place_a_row_that_lacks_a_required_column_is_gone_on_with(tmp_path: Path, talk: Talk) -> None:
    text = "outline: small\nmeeting: 会\ntasks:\n  - {heading: 修渠}\n  - {measures: [清淤]}\n"
    talk.path.write_text(text, encoding="utf-8")
    assert again(talk).path_asked == ("tasks", 2, "heading")


def test_a_place_that_is_gone_is_not_gone_back_to(talk: Talk) -> None:
    talk.do("会议").skip(5).do("修渠", Nothing())
    stopped = talk.dialogue.place
    talk.path.write_text("outline: small\nmeeting: 会议\n", encoding="utf-8")
    assert Talk(talk.path, stopped=stopped).path_asked == ("date",)
    nowhere = Place((("nothing",),), ("nothing",))
    assert Talk(talk.path, stopped=nowhere).path_asked == ("date",)


def test_only_gaps_asks_what_the_draft_lacks_cells_too(talk: Talk) -> None:
    talk.do("会议", "今天").skip(4).do("甲", Nothing(), Nothing(), "乙", Nothing(), "年底")
    talk = again(talk, only_gaps=True)
    found = []
    while not isinstance(talk.screen, Review):
        found.append(talk.path_asked)
        talk.do("县水利局" if talk.path_asked == ("organisation",) else Nothing())
    assert ("organisation",) in found
    assert ("tasks", 1, "deadline") in found
    assert not {("meeting",), ("date",), ("tone",)} & set(found)
    assert ("organisation",) not in talk.answers.gaps
    assert review(talk).gaps[0].label == "投入多少"
