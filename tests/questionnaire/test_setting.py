"""`drafting set`: single answers, all of them or none, every untouched byte as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.errors import UserError
from drafting.facts.read import plain
from drafting.loading import load_facts
from drafting.outline.model import Type
from drafting.questionnaire.setting import change_answers
from drafting.yamlfile import read_yaml
from tests.questionnaire.asked import TODAY, an_office

FACTS = """\
# 给周四的会
outline: small
meeting: '全县会议'   # 老王定的
tone: "鼓动"

# 任务
tasks:
  - {heading: 修渠, measures: [清淤]}  # 先
  - heading: 打井
    # 时限待定
    deadline: 6月底
"""


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return an_office(tmp_path, FACTS)


def refused(path: Path, *assignments: str) -> list[str]:
    """The faults of assignments that are not done; the file is as it was."""
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        change_answers(path, assignments, TODAY)
    assert path.read_bytes() == before
    return [fault.message for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("assignment", "old", "new"),
    [
        ("meeting=全市会议", "'全县会议'   #", "'全市会议'   #"),
        ("meeting=全=市", "'全县会议'   #", "'全=市'   #"),
        ("meeting＝全市", "'全县会议'   #", "'全市'   #"),
        ("tone=平实", '"鼓动"', '"平实"'),
        ("tasks[2].deadline=9月底", "    deadline: 6月底", "    deadline: 9月底"),
        ("tasks[1].deadline=明天", "[清淤]}", "[清淤], deadline: 6月11日}"),
        ("tasks[1].measures[+]=加固", "[清淤]", "[清淤, 加固]"),
        ("tasks[2].measures=[甲, 乙]", "打井\n", "打井\n    measures:\n      - 甲\n      - 乙\n"),
        ("money=12.5亿", 'tone: "', 'money: 12.5亿\ntone: "'),
        ("tasks[+].heading=治山", "    deadline: 6月底\n", "    deadline: 6月底\n  - heading: 治山\n"),
        ("tasks[2].deadline=", "    deadline: 6月底\n", ""),
        ("tasks[1]=", "  - {heading: 修渠, measures: [清淤]}  # 先\n", ""),
        ("tone=", 'tone: "鼓动"\n', ""),
        ("seed=7", "    deadline: 6月底\n", "    deadline: 6月底\nseed: 7\n"),
    ],
)
def test_only_what_is_named_changes(facts: Path, assignment: str, old: str, new: str) -> None:
    change_answers(facts, [assignment], TODAY)
    wanted = FACTS.replace(old, new)
    if assignment.startswith("money"):
        wanted = FACTS.replace("\ntone", "\nmoney: 12.5亿\ntone")
    if assignment.startswith("tasks[2].measures"):
        assert facts.read_text(encoding="utf-8").replace("    measures:\n      - 甲\n      - 乙\n", "") == FACTS
        return
    assert facts.read_text(encoding="utf-8") == wanted


def test_the_last_entry_taken_out_leaves_the_question_open_and_none_is_said_with_an_empty_list(facts: Path) -> None:
    change_answers(facts, ["tasks[1].measures[1]=", "winners=[]"], TODAY)
    text = facts.read_text(encoding="utf-8")
    assert "  - {heading: 修渠}  # 先\n" in text
    assert "winners: []\n" in text


def test_the_enumerator_of_a_part_is_set_like_an_answer(facts: Path) -> None:
    change_answers(facts, ["enumerators.tasks=一是"], TODAY)
    assert load_facts(facts).facts.raw["enumerators"] == {"tasks": "一是"}
    change_answers(facts, ["tasks[1].heading=修塘", "enumerators.tasks=none"], TODAY)
    assert load_facts(facts).facts.raw["enumerators"] == {"tasks": "none"}
    assert "老王定的" in facts.read_text("utf-8")
    told = refused(facts, "enumerators.tasks=甲乙", "enumerators.task=一是")
    assert told[0].startswith("enumerators: tasks: “甲乙” is no enumerator; write its first marker, such as")
    assert told[1] == "“task” is no numbered part of this outline. Did you mean “tasks”?"


def test_what_changed_is_told(facts: Path) -> None:
    changes = change_answers(facts, ["meeting=全市会议", "tone=鼓动", "background=一段"], TODAY)
    assert [(change.path, change.ask, change.before, change.after) for change in changes] == [
        ("meeting", "会议全称", "全县会议", "全市会议"),
        ("background", "背景", None, "一段"),
    ]


def test_a_longer_answer_in_which_the_old_value_still_stands_is_told(facts: Path) -> None:
    change_answers(facts, ["background=全县会议定的事，件件要落实", "tasks[1].heading=全县会议"], TODAY)
    [change] = change_answers(facts, ["meeting=全市会议"], TODAY)
    assert change.also == ("background",)
    [change] = change_answers(facts, ["tasks[2].heading=打机井"], TODAY)
    assert change.also == ()


def test_the_old_value_is_changed_everywhere_where_that_is_wanted(facts: Path) -> None:
    change_answers(facts, ["background=全县会议定的事，件件要落实", "tasks[1].heading=办好全县会议的事"], TODAY)
    changes = change_answers(facts, ["meeting=全市会议"], TODAY, everywhere=True)
    assert [(change.path, change.after, change.also) for change in changes] == [
        ("meeting", "全市会议", ()),
        ("background", "全市会议定的事，件件要落实", ()),
        ("tasks[1].heading", "办好全市会议的事", ()),
    ]
    text = facts.read_text(encoding="utf-8")
    assert "全县会议" not in text
    assert "# 老王定的" in text


def test_a_date_within_another_date_is_no_place_to_change_it(facts: Path) -> None:
    days = ["date=2026年6月30日", "tasks[1].deadline=6月30日", "background=截至今年6月30日，到6月30日为止"]
    change_answers(facts, days, TODAY)
    [change] = change_answers(facts, ["tasks[1].deadline=2026年7月1日"], TODAY)
    assert change.also == ("background",)
    change_answers(facts, ["tasks[1].deadline=6月30日"], TODAY)
    changes = change_answers(facts, ["tasks[1].deadline=2026年7月1日"], TODAY, everywhere=True)
    assert [(change.path, change.after) for change in changes] == [
        ("tasks[1].deadline", "2026年7月1日"),
        ("background", "截至今年6月30日，到2026年7月1日为止"),
    ]


def test_an_answer_given_in_the_same_command_is_not_changed_everywhere(facts: Path) -> None:
    change_answers(facts, ["background=全县会议定的事", "tasks[1].heading=办好全县会议的事"], TODAY)
    given = ["meeting=全市会议", "background=全县会议去年定的事", "tasks[1].heading=办全县会议的事"]
    change_answers(facts, given, TODAY, everywhere=True)
    answers: Any = plain(read_yaml(facts))
    assert (answers["background"], answers["tasks"][0]["heading"]) == ("全县会议去年定的事", "办全县会议的事")


def test_a_figure_is_changed_elsewhere_with_its_unit_and_not_within_another(facts: Path) -> None:
    change_answers(facts, ["tasks[2].deadline=2026-6-30", "background=2026年6月30日收官，12026年6月30日不算"], TODAY)
    change_answers(facts, ["tasks[2].deadline=2026-7-1"], TODAY, everywhere=True)
    assert "2026年7月1日收官，12026年6月30日不算" in facts.read_text(encoding="utf-8")


def test_a_new_row_takes_columns_until_one_comes_twice(facts: Path) -> None:
    new = ["heading=治山", "deadline=年底", "measures[+]=种树", "measures[+]=封山", "heading=治沙", "deadline=8月底"]
    change_answers(facts, [f"tasks[+].{cell}" for cell in new], TODAY)
    tasks: Any = plain(read_yaml(facts))["tasks"]
    assert tasks[2:] == [
        {"heading": "治山", "deadline": "年底", "measures": ["种树", "封山"]},
        {"heading": "治沙", "deadline": "8月底"},
    ]


def test_every_fault_is_told_and_nothing_is_done(facts: Path) -> None:
    faults = refused(
        facts, "meeting=好", "meting=好", "date=尽快", "tasks[7].heading=甲", "tasks.heading=甲", "甲", "x y=1"
    )
    assert [fault.partition(";")[0] for fault in faults] == [
        "There is no question “meting”. Did you mean “meeting”?",
        "date (讲话日期): found “尽快”, expected a date such as 2026-1-5, 2026年1月5日, 1月5日, 2026年6月 or 6月底.",
        "There is no entry 7: the list has 2",
        "“tasks” is a table",
        "“甲”: expected QUESTION=ANSWER, such as meeting=… or tasks[2].deadline=…",
        "“x y” names no answer",
    ]


@pytest.mark.parametrize(
    ("assignment", "message"),
    [
        ("tasks[1].deadlin=6月底", "Did you mean “deadline”?"),
        ("meeting[1]=甲", "“meeting” is no list or table"),
        ("meeting.x=甲", "“meeting” has no columns"),
        ("tone=激昂", "expected one of 庄重、平实、鼓动"),
        ("tasks=甲", "expected a table"),
        ("tasks[1]={heading: 甲, owner: 乙}", "Unknown key “owner”"),
        ("tasks=[{heading: 甲", "quotation mark|valid YAML|opens here"),
        ("money=3吨", "expected a number"),
        ("outline=other", "There is no question “outline”"),
    ],
)
def test_a_fault_says_what_is_allowed(facts: Path, assignment: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        change_answers(facts, [assignment], TODAY)
    assert facts.read_text(encoding="utf-8") == FACTS


def test_a_wrong_answer_in_the_file_can_be_mended(facts: Path) -> None:
    facts.write_text(FACTS.replace("鼓动", "激昂"), encoding="utf-8")
    message = refused(facts, "meeting=甲")
    assert message == ["tone (语气): found “激昂”, expected one of 庄重、平实、鼓动."]
    change_answers(facts, ["tone=平实"], TODAY)
    assert facts.read_text(encoding="utf-8") == FACTS.replace("鼓动", "平实")


def test_a_fault_that_was_there_before_is_told_where_it_stands(facts: Path) -> None:
    facts.write_text(FACTS.replace("鼓动", "激昂"), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        change_answers(facts, ["background=一\n二\n三"], TODAY)
    assert [(Path(fault.file).name, fault.line) for fault in caught.value.faults] == [("facts.yaml", 4)]


def test_setting_the_same_again_touches_nothing(facts: Path) -> None:
    stamp = facts.stat().st_mtime_ns
    assert change_answers(facts, ["meeting=全县会议", "date="], TODAY) == []
    assert facts.stat().st_mtime_ns == stamp


_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=20).filter(
    lambda text: text.strip() and not any(0xFDD0 <= ord(c) <= 0xFDEF for c in text)
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["meeting", "background", "tasks[1].heading", "tasks[2].measures[+]", "organisation"]), _TEXTS)
def test_any_text_is_read_back_and_every_other_line_stays(facts: Path, path: str, value: str) -> None:
    facts.write_text(FACTS, encoding="utf-8")
    change_answers(facts, [f"{path}={value}"], TODAY)
    after = facts.read_bytes().decode("utf-8")
    data: Any = plain(read_yaml(facts))
    found = {
        "tasks[1].heading": lambda: data["tasks"][0]["heading"],
        "tasks[2].measures[+]": lambda: data["tasks"][1]["measures"][0],
    }.get(path, lambda: data[path])()
    assert found == value.strip()
    kept = [line for line in FACTS.split("\n") if not line.startswith(("meeting", "  - {heading"))]
    lines = after.split("\n")
    assert [line for line in lines if line in kept] == kept
    assert len(lines) - len(FACTS.split("\n")) in (0, 1, 2)


def test_entries_that_stay_keep_their_comments_when_others_go(facts: Path) -> None:
    text = "outline: small\nnames:\n  - 甲  # 一\n  - 乙  # 二\n  # 下面\n  - 丙\n"
    key = next(q.key for q in load_facts(facts).prepared.outline.questions if q.type is Type.LIST)
    facts.write_text(text.replace("names", key), "utf-8")
    change_answers(facts, [f"{key}=[甲, 丙]"], TODAY)
    assert facts.read_text("utf-8") == text.replace("names", key).replace("  - 乙  # 二\n", "")


def test_none_at_a_list_is_that_there_are_none(facts: Path) -> None:
    key = next(q.key for q in load_facts(facts).prepared.outline.questions if q.type is Type.LIST)
    change_answers(facts, [f"{key}=无"], TODAY)
    assert plain(read_yaml(facts))[key] == []


def test_a_house_file_or_a_layout_that_is_not_there_is_refused(facts: Path) -> None:
    assert "none.yaml" in refused(facts, "house=none.yaml")[0]
    assert "zzz" in refused(facts, "layout=zzz")[0]


def test_a_key_that_stands_twice_is_told_with_its_line(facts: Path) -> None:
    facts.write_text(FACTS + "meeting: 又一个\n", "utf-8")
    with pytest.raises(UserError) as found:
        change_answers(facts, ["meeting=别的"], TODAY)
    assert any(fault.file == str(facts) and fault.line == FACTS.count("\n") + 1 for fault in found.value.faults)
