"""Tables and lists in the dialogue: rows are given one by one, changed, moved, taken out."""

from __future__ import annotations

from drafting.questionnaire.screens import (
    Back,
    Nothing,
    Overview,
)
from tests.questionnaire.asked import Talk, again, asked, entries, review


def test_a_table_is_filled_row_by_row_with_a_list_in_the_row(talk: Talk) -> None:
    talk.skip(6)
    assert talk.path_asked == ("tasks",)
    talk.do("修渠")
    assert talk.path_asked == ("tasks", 1, "measures")
    talk.do("清淤", "加固", Nothing())
    assert (talk.path_asked, asked(talk).standing.row) == (("tasks", 1, "deadline"), "row 1 “修渠”")
    talk.do("6月底", "打井", Nothing(), Nothing())
    assert entries(talk).entries == ("修渠 | 措施: 2 | 6月底", "打井")
    assert talk.text.endswith(
        "tasks:\n  - heading: 修渠\n    measures:\n      - 清淤\n      - 加固\n    deadline: 6月底\n  - heading: 打井\n"
    )


def test_rows_are_changed_moved_and_taken_out_and_come_back(talk: Talk) -> None:
    talk.skip(6)
    for name in "甲乙丙":
        talk.do(name, Nothing(), Nothing())
    talk.do("3>1")
    assert entries(talk).entries == ("丙", "甲", "乙")
    talk.do("2》3")
    assert entries(talk).entries == ("丙", "乙", "甲")
    talk.do("-1")
    assert entries(talk).entries == ("乙", "甲")
    assert "Taken out: 丙" in talk.notes
    talk.do("u")
    assert entries(talk).entries == ("丙", "乙", "甲")
    talk.do("2")
    assert (talk.path_asked, asked(talk).current) == (("tasks", 2, "heading"), "乙")
    talk.do("戊", Back(), Nothing(), Nothing(), Nothing())
    assert entries(talk).entries == ("丙", "戊", "甲")


def test_what_came_after_a_deletion_is_never_undone(talk: Talk) -> None:
    talk.skip(6).do("甲", Nothing(), Nothing(), "乙", Nothing(), Nothing(), "-1", "丙", Nothing(), Nothing(), "u")
    assert entries(talk).entries == ("乙", "丙")
    assert talk.notes == "Nothing was taken out just now."


def test_the_last_row_taken_out_leaves_the_question_open(talk: Talk) -> None:
    talk.skip(6).do("甲", Nothing(), Nothing(), "-1")
    assert talk.text == "outline: small\n"


def test_a_number_no_entry_has_is_asked_about_and_a_plus_makes_it_an_entry(talk: Talk) -> None:
    talk.skip(3).do("是", "3")
    assert "There is no entry 3" in talk.notes
    assert entries(talk).entries == ()
    talk.do("+3", "+-1")
    assert entries(talk).entries == ("3", "-1")


def test_no_more_rows_than_fit_and_too_few_are_a_gap(talk: Talk) -> None:
    talk.skip(6).do("甲", Nothing(), Nothing(), Overview())
    gap = next(line for line in review(talk).gaps if line.path == ("tasks",))
    assert gap.answer == "1 so far, at least 2"
    talk = again(talk).skip(6)
    assert talk.path_asked == ("tasks",)
    for name in "乙丙丁":
        talk.do(name, Nothing(), Nothing())
    talk.do("戊")
    assert "No more than 4" in talk.notes
    assert len(entries(talk).entries) == 4


def test_that_there_are_none_can_be_said_where_it_is_allowed(talk: Talk) -> None:
    talk.skip(3).do("是", "无")
    assert "winners: []\n" in talk.text
    assert talk.path_asked == ("money",)
    talk.skip(2).do("无")
    assert "At least 2 are needed" in talk.notes
    assert "tasks" not in talk.text
