"""The screens in words: all that is needed, and nothing twice."""

from __future__ import annotations

import re

from drafting.questionnaire.screens import Ask, Entries, Nothing, Overview, Review, Screen
from drafting.questionnaire.wording import Strong, help_of, lines_of, prompt_of
from tests.questionnaire.asked import Talk


def shown(talk: Talk, before: Screen | None = None) -> str:
    return "\n".join(lines_of(talk.screen, before))


def test_a_question_has_its_group_its_number_help_and_example(talk: Talk) -> None:
    assert shown(talk) == "\n== 会议 ==\n(1/8) 会议全称 (required)\n    不带“召开”\n    e.g. 全县水利工作会议"
    assert [line for line in lines_of(talk.screen, None) if isinstance(line, Strong)] == [
        "== 会议 ==",
        "(1/8) 会议全称 (required)",
    ]


def test_the_group_is_named_when_it_begins(talk: Talk) -> None:
    before = talk.screen
    talk.do("会议")
    assert "==" not in shown(talk, before)
    before = talk.skip(2).screen
    talk.skip(1)
    assert "== 工作 ==" in shown(talk, before)


def test_a_question_asked_again_after_a_wrong_answer_is_not_read_out_again(talk: Talk) -> None:
    talk.do("会议")
    before = talk.screen
    talk.do("尽快")
    assert lines_of(talk.screen, before) == []


def test_the_type_of_the_answer_is_named(talk: Talk) -> None:
    tags = []
    for _question in range(8):
        tags.append(shown(talk).partition(" (")[2].partition(")")[0])
        talk.do(Nothing())
    assert tags[1:] == [
        "date",
        "",
        "yes or no",
        "number, in 元",
        "may be long",
        "required, row by row, at least 2",
        "",
    ]


def test_choices_are_numbered_and_the_default_is_what_an_empty_line_takes(talk: Talk) -> None:
    talk.skip(7)
    assert "    1 庄重   2 平实   3 鼓动" in shown(talk)
    assert prompt_of(talk.screen, talk.answers.house).hint == "Enter: 平实 (default)"
    assert prompt_of(talk.screen, talk.answers.house).words == ("庄重", "平实", "鼓动")


def test_rows_are_shown_once_more_with_each_new_one_and_the_first_column_asks_on(talk: Talk) -> None:
    table = talk.skip(6).screen
    assert shown(talk).endswith("    row 1: 标题 (required)\n    e.g. 修好渠")
    cell = talk.do("修渠").screen
    assert isinstance(cell, Entries)
    assert shown(talk, table) == "\n    row 1 “修渠”: 措施 (one a line)"
    talk.do("清淤")
    assert shown(talk, cell) == "\n    1. 清淤"
    before = talk.do(Nothing(), "6月底").screen
    assert isinstance(before, Entries)
    talk.do("打井", Nothing())
    cell = talk.screen
    assert isinstance(cell, Ask)
    assert shown(talk, before).startswith("\n    row 2 “打井”: 时限 (date)")
    talk.do(Nothing())
    assert shown(talk, cell) == "\n    1. 修渠 | 措施: 1 | 6月底\n    2. 打井\n    row 3: 标题 (required)"


def test_of_a_long_list_only_the_end_is_shown_again(talk: Talk) -> None:
    talk.skip(3).do("是", *[f"单位{n}" for n in range(9)])
    before = talk.screen
    talk.do("单位9")
    assert shown(talk, before).splitlines()[1:3] == ["    …", "    6. 单位5"]
    assert "    1. 单位0" in shown(talk)


def test_help_says_what_is_allowed_here(talk: Talk) -> None:
    talk.do("会议")
    help_of_date = "\n".join(help_of(talk.screen))
    assert "Allowed: a date such as" in help_of_date
    assert "下周三" in help_of_date
    assert "is the next one to come" in help_of_date
    talk.skip(5)
    assert "-2 takes it out" in "\n".join(help_of(talk.screen))


def test_the_overview_is_not_repeated_while_nothing_changes(talk: Talk) -> None:
    talk.do("会议", Overview())
    before = talk.screen
    assert "What the draft lacks:" in shown(talk)
    assert "会议全称  会议" in shown(talk)
    talk.do("甲")
    assert len(lines_of(talk.screen, before)) == 1


def test_the_overview_fits_a_terminal_and_numbers_what_it_lists(talk: Talk) -> None:
    talk.do("会议", Overview())
    screen = talk.screen
    assert isinstance(screen, Review)
    lines = shown(talk).splitlines()
    numbered = re.findall(r"(\d+)\. (\S+)", "\n".join(lines))
    assert [int(number) for number, _label in numbered] == list(range(1, len(screen.lines) + 1))
    assert [label for _number, label in numbered] == [line.label for line in screen.lines]
    assert max(sum(2 if ord(char) > 0x2E80 else 1 for char in line) for line in lines[:-1]) <= 80
    assert lines.index("Open, but not needed:") + 2 == lines.index("Answered:")  # three of them in one line
