"""A section that the draft drops or the hand took out: its heading and what stands below it go or stay together."""

from __future__ import annotations

from dataclasses import replace

from drafting.merge import merge, result_text
from drafting.merge.model import Kind
from tests.helpers import draft
from tests.merge.desk import OUTLINE, ROAD, TASKS, Desk, file_of


def test_a_task_that_goes_stays_whole_where_the_hand_worked_on_it() -> None:
    """Its text without its heading would seem to belong to the task before."""
    desk = Desk().type("很远的山路", "二十里山路").again(tasks=[TASKS[0], TASKS[2]])
    assert desk.place("二、办好学校") + 1 == desk.place("二十里山路")
    assert desk.line("三、种好果树")
    assert "我讲三点意见" in desk.text
    (told,) = desk.told(Kind.CONFLICT)
    assert (told.text, told.before.split("\n")[0]) == ("", "二、办好学校")
    assert "二十里山路" in told.before
    assert desk.done
    assert [(clash.was, clash.by_hand) for step in desk.done.steps for clash in step.clashes] == [
        ("二、办好学校……", False)
    ]
    desk.again(tasks=[ROAD, TASKS[0], TASKS[2]])
    assert desk.line("三、办好学校")
    assert "我讲四点意见" in desk.text


def test_a_task_whose_heading_the_hand_changed_stays_whole_too() -> None:
    desk = Desk().type("二、办好学校", "二、办好每一所学校").again(tasks=[TASKS[0], TASKS[2]])
    assert desk.place("二、办好每一所学校") + 1 == desk.place("很远的山路")
    assert len(desk.told(Kind.CONFLICT)) == 1


def test_a_task_whose_heading_lost_its_number_stays_whole_too() -> None:
    desk = Desk().type("二、办好", "办好").again(tasks=[TASKS[0], TASKS[2]])
    assert desk.place("办好学校") + 1 == desk.place("很远的山路")
    assert "我讲三点意见" in desk.text
    (told,) = desk.told(Kind.CONFLICT)
    assert "很远的山路" in told.before


def test_a_task_of_which_only_the_number_was_changed_goes() -> None:
    desk = Desk().type("二、办好", "九、办好").again(tasks=[TASKS[0], TASKS[2]])
    assert "办好学校" not in desk.text
    assert "很远的山路" not in desk.text


def test_a_task_comes_back_whole() -> None:
    desk = Desk().delete("二、办好学校").delete("很远的山路").again()
    key = next(entry.block for entry in desk.told(Kind.DELETED_BY_HAND) if "办好学校" in entry.text)
    desk.again(restore=[key])
    assert desk.place("二、办好学校") + 1 == desk.place("很远的山路")
    assert desk.told(Kind.DELETED_BY_HAND) == []


def test_what_the_hand_added_to_a_task_that_goes_keeps_the_task() -> None:
    desk = Desk().insert("很远的山路", "村里的老师也要留得住。").again(tasks=[TASKS[0], TASKS[2]])
    assert desk.place("二、办好学校") + 1 == desk.place("很远的山路") == desk.place("村里的老师") - 1
    assert len(desk.told(Kind.CONFLICT)) == 1


LISTED = OUTLINE.replace(
    'heading: "{{ heading }}", text: "{{ why }}。这项工作由{{ owner }}牵头，年底见到成效。"}',
    'lead: "{{ heading }}", parts: [{text: "{{ why }}，由{{ owner }}牵头做两件事："}, '
    '{inline: true, each: item.steps, number: 一是, between: ；, text: "{{ item }}"}]}',
).replace("owner: 牵头单位}", "owner: 牵头单位, steps: {ask: 步骤, type: list}}")


def test_what_the_hand_added_below_an_item_that_goes_keeps_it() -> None:
    rows = [{**row, "steps": ["先把底数摸清", "再把工期排定"]} for row in TASKS]
    desk = Desk(LISTED, tasks=rows).insert("很远的山路", "村里的老师也要留得住。").again(tasks=[rows[0], rows[2]])
    assert desk.place("很远的山路") == desk.place("村里的老师") - 1
    assert len(desk.told(Kind.CONFLICT)) == 1


def test_a_section_of_the_hands_own_behind_a_task_lets_it_go() -> None:
    desk = Desk().insert("很远的山路", "三、管好山林", "山上的树一棵也不能少。").again(tasks=[TASKS[0], TASKS[2]])
    assert "办好学校" not in desk.text
    assert desk.line("二、管好山林")
    assert desk.told(Kind.CONFLICT) == []


def test_what_the_hand_added_behind_all_tasks_keeps_none_of_them() -> None:
    desk = Desk().insert("农业局", "这几件事，年底我要一件一件看。").again(tasks=TASKS[:2])
    assert "果树" not in desk.text
    assert desk.place("年底我要") == desk.place("很远的山路") + 1


def test_what_belongs_into_a_section_taken_out_by_hand_has_no_place() -> None:
    desk = Desk().delete("三、种好果树").delete("果园多年")
    longer = [*TASKS[:2], {**TASKS[2], "why": "果园多年没有换过品种。\n今年要换一半"}]
    desk.again(tasks=longer)
    assert "今年要换一半" not in desk.text
    assert [entry.kind for entry in desk.account if "今年要换一半" in entry.text] == [Kind.UNPLACED]


def test_a_task_left_alone_beside_one_that_the_hand_has_kept_keeps_its_number() -> None:
    desk = Desk().type("很远的山路", "二十里山路").again(tasks=[TASKS[0]])
    assert desk.line("一、修好水渠")
    assert desk.line("二、办好学校")
    before = desk.text
    assert desk.again().text == before
    assert desk.again(tasks=[ROAD, TASKS[0]]).line("二、修好水渠")


REGROUPED = """
title: 讲话
numbering: [一、, （一）, 一是]
questions:
  stairs: {ask: 每栋楼}
parts:
  - {move: title, text: 在年度会议上的讲话}
  - {move: tasks, key: work, heading: 抓好当前工作, parts: [{key: first, text: 先把眼前的几件事一件一件办完。}]}
  - move: guarantee
    key: secure
    heading: 强化保障
    parts:
      - {key: team, text: 一是要靠前指挥，下设6个专班，每周调度一次。}
      - {key: funds, text: 二是要用好资金，钱花在什么地方，账就公布到什么地方。}
      - {key: people, text: "三是要发动群众，{{ stairs }}。光靠带头的人干，再苦也是少数人的事，难以持久。"}
  - {move: closing, text: 同志们，让我们一起努力，谢谢大家！}
"""


def test_what_nobody_touched_goes_where_the_draft_regroups_a_section_on_part_of_which_the_hand_worked() -> None:
    now = REGROUPED
    for before, after in (
        ("key: funds", "key: money"),
        ("key: secure", "key: support"),
        ("heading: 强化保障", "heading: 让各方都动起来"),
        ("key: team", "key: command"),
        ("一是要靠前指挥，下设6个专班，每周调度一次", "要令行禁止，号令只从一处发出"),
        ("{key: people, ", "{key: people, when: stairs == '不设', "),
    ):
        assert before in now
        now = now.replace(before, after)
    facts = "{outline: speech, stairs: 每栋楼推一名楼栋长}"
    base, new = draft(REGROUPED, facts), draft(now, facts)
    file = [replace(seen, text=seen.text.replace("6个专班", "6个工作专班")) for seen in file_of(base)]
    done = merge(base, file, new)
    text = "\n".join(result_text(file, done))
    assert "6个工作专班" in text
    assert "强化保障" in text
    assert "光靠带头的人干" not in text
    assert text.count("账就公布到什么地方") == 1
    assert any(entry.kind is Kind.CONFLICT for entry in done.account)
