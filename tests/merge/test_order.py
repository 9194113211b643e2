"""Where paragraphs stand: put in and moved by the hand or by the draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.merge import merge, result_text
from drafting.merge.model import Fate, Kind, Move, Seen
from tests.helpers import draft
from tests.merge.desk import OUTLINE, ROAD, TASKS, Desk, file_of, speech

TWO_LEVELS = """
title: 讲话
numbering: [一、, （一）]
questions:
  steps: {ask: 措施, type: list, at_most: 9}
parts:
  - {move: goals, number: 一、, heading: 看清形势, text: 形势逼人，等不得。}
  - move: tasks
    number: 一、
    heading: 抓好落实
    text: 要抓的事情不少。
    parts:
      - {move: tasks, each: steps, number: （一）, text: "{{ item }}，要有人管。"}
  - {move: closing, text: 谢谢大家！}
"""


def test_a_task_inserted_first_is_one_insertion_and_renumbering() -> None:
    desk = Desk().again(tasks=[ROAD, *TASKS])
    assert desk.is_as_composed
    assert desk.done
    fates = [step.fate for step in desk.done.steps]
    assert (fates.count(Fate.ADDED), fates.count(Fate.DELETED)) == (2, 0)
    assert not any(step.moved for step in desk.done.steps)
    changes = {change.text for step in desk.done.steps for change in step.changes}
    assert changes == {"二、", "三、", "四、", "四点"}


def test_a_task_inserted_first_leaves_edits_in_the_others() -> None:
    desk = Desk().type("很远的山路", "二十里山路").again(tasks=[ROAD, *TASKS])
    assert desk.line("三、办好学校")
    assert "二十里山路" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_a_task_in_front_of_the_others_does_not_give_them_each_others_facts() -> None:
    desk = Desk().again(tasks=[{**ROAD, "owner": "水务局"}, *TASKS[:2]])
    assert desk.is_as_composed
    assert desk.done
    assert not any("教育局" in change.text for step in desk.done.steps for change in step.changes)


def test_all_tasks_reversed_are_moves() -> None:
    desk = Desk().type("很远的山路", "二十里山路").again(tasks=TASKS[::-1])
    assert (
        desk.place("一、种好果树") < desk.place("二、办好学校") < desk.place("二十里山路") < desk.place("三、修好水渠")
    )
    assert desk.done
    assert [step.fate for step in desk.done.steps if step.fate in (Fate.ADDED, Fate.DELETED)] == []
    assert sum(step.moved for step in desk.done.steps) == 4


def test_a_moved_task_takes_its_changed_fact_along() -> None:
    second = {**TASKS[1], "owner": "建设局"}
    desk = Desk().type("很远的山路", "二十里山路").again(tasks=[second, TASKS[0], TASKS[2]])
    assert desk.place("一、办好学校") < desk.place("二、修好水渠")
    assert "二十里山路。这项工作由建设局牵头" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_a_task_with_another_heading_is_still_that_task() -> None:
    desk = (
        Desk()
        .type("很远的山路", "二十里山路")
        .again(tasks=[TASKS[0], {**TASKS[1], "heading": "把教育摆在前头"}, TASKS[2]])
    )
    assert desk.line("二、把教育摆在前头")
    assert "办好学校" not in desk.text
    assert "二十里山路" in desk.text
    assert desk.done
    assert all(step.fate in (Fate.KEPT, Fate.UPDATED) for step in desk.done.steps)


def test_what_the_hand_added_to_a_task_moves_with_it() -> None:
    desk = Desk().insert("很远的山路", "村里的老师也要留得住。").again(tasks=TASKS[::-1])
    assert desk.place("村里的老师") == desk.place("很远的山路") + 1
    desk.again(tasks=[TASKS[1], TASKS[0], TASKS[2]])
    assert desk.place("村里的老师") == desk.place("很远的山路") + 1


def test_a_paragraph_moved_by_hand_stays_there_and_gets_its_fact() -> None:
    desk = Desk().move("去年完成", "问题也不少").again(invest="12.8亿元")
    assert desk.place("去年完成投资12.8亿元") == desk.place("问题也不少") + 1


def test_what_the_hand_moved_is_told_as_often_as_the_file_is_written() -> None:
    desk = Desk().move("今年的目标", "谢谢大家")
    for changed in ({}, {"invest": "12.8亿元"}):
        desk.again(**changed)
        (entry,) = desk.told(Kind.KEPT)
        assert entry.text == entry.before == desk.line("今年的目标")


def test_what_the_draft_moved_is_not_told_as_moved_by_hand() -> None:
    desk = Desk().again(tasks=TASKS[::-1])
    assert desk.told(Kind.KEPT) == []


def test_a_moved_task_is_told_once_with_where_it_came_from_and_went() -> None:
    desk = Desk().again(tasks=[TASKS[2], *TASKS[:2]])
    first, second, third, fourth = desk.told(Kind.UPDATED)
    assert (first.before, first.text) == ("三、种好果树", "一、种好果树")
    assert second.before == second.text == desk.line("果园多年")
    assert first.moved == second.moved == Move("孩子上学要走很远的山", "问题也不少")
    assert [(entry.before, entry.text, entry.moved) for entry in (third, fourth)] == [
        ("一、", "二、", None),
        ("二、", "三、", None),
    ]


def test_a_moved_task_whose_fact_changes_is_told_with_that_fact() -> None:
    owner = {**TASKS[2], "owner": "林业局"}
    desk = Desk().again(tasks=[owner, *TASKS[:2]])
    told = [entry for entry in desk.told(Kind.UPDATED) if entry.before == "农业局"]
    assert [(entry.before, entry.text, bool(entry.moved)) for entry in told] == [("农业局", "林业局", True)]


def test_what_moves_to_the_beginning_or_away_from_it_is_told_so() -> None:
    title = '  - {move: title, text: "在{{ meeting }}上的讲话"}\n'
    greeting = "  - {move: greeting, text: 同志们：}\n"
    assert title + greeting in OUTLINE
    desk = Desk().again(OUTLINE.replace(title + greeting, greeting + title))
    (entry,) = desk.told(Kind.UPDATED)
    assert entry.moved == Move("在全县农村工作会议上", "")
    assert entry.before == entry.text == "同志们："


def test_moved_by_hand_and_by_the_draft_to_different_places() -> None:
    """The hand's order stands, and it is told."""
    desk = Desk()
    for words in ("水务局", "一、修好水渠"):
        desk.move(words, "农业局")
    desk.again(tasks=[TASKS[1], TASKS[0], TASKS[2]])
    assert desk.place("办好学校") < desk.place("种好果树") < desk.place("修好水渠")
    assert desk.done
    told = [clash for step in desk.done.steps for clash in step.clashes]
    assert told
    assert all(clash.moved and clash.end > clash.start for clash in told)
    assert len(desk.told(Kind.CONFLICT)) == len(told)


def test_an_outline_with_a_new_part() -> None:
    more = OUTLINE.replace("  - {move: closing", "  - {move: guarantee, text: 各级领导要带头干。}\n  - {move: closing")
    desk = Desk().insert("农业局", "四、管好山林", "山上的树一棵也不能少。").again(more)
    assert desk.place("山上的树") < desk.place("各级领导要带头干") < desk.place("谢谢大家")


def test_a_new_paragraph_of_a_section_never_lands_in_the_hands_section() -> None:
    longer = [*TASKS[:2], {**TASKS[2], "why": "果园多年没有换过品种。\n今年要换一半"}]
    desk = Desk().insert("农业局", "四、管好山林", "山上的树一棵也不能少。").again(tasks=longer)
    assert desk.place("今年要换一半") < desk.place("四、管好山林")


def test_the_outline_changed_the_order_of_its_parts() -> None:
    lines = OUTLINE.splitlines(keepends=True)
    goals = next(line for line in lines if "今年的目标" in line and "move" in line)
    lines.remove(goals)
    lines.insert(next(n for n, line in enumerate(lines) if "move: achievements" in line), goals)
    desk = Desk().type("来之不易", "实在来之不易").again("".join(lines))
    assert desk.place("今年的目标") < desk.place("实在来之不易")
    assert desk.done
    assert sum(step.moved for step in desk.done.steps) == 1


@pytest.mark.parametrize("facts", [{"invest": "12.8亿元"}, {"invest": None}, {"tasks": TASKS[::-1]}])
def test_a_paragraph_in_a_table_is_patched_and_stays_where_it_is(facts: dict[str, object]) -> None:
    base = speech()
    file = [replace(seen, fixed="去年完成" in seen.text or "办好学校" in seen.text) for seen in file_of(base)]
    done = merge(base, file, speech(**facts))
    for step in done.steps:
        if step.seen is not None and file[step.seen].fixed:
            assert step.fate is not Fate.DELETED
            assert not step.moved
    texts = result_text(file, done)
    assert [text for text in texts if text.startswith("去年完成投资12.")]
    assert facts.get("invest") is None or "12.8亿元" in "".join(texts)


def test_empty_lines_put_in_by_hand_stay_where_they_are() -> None:
    desk = Desk().insert("同志们：", "").insert("去年完成", "", "").again(invest="12.8亿元", tasks=[ROAD, *TASKS])
    assert [seen.text for seen in desk.file].count("") == 3
    assert desk.file[desk.place("同志们：") + 1].text == ""


def test_an_item_in_a_line_moved_by_the_draft_and_edited_by_hand_stays_where_it_is() -> None:
    desk = Desk().type("底子还薄", "底子很薄").again(flaws=["路还不通", "人手不够", "底子还薄"])
    assert "问题也不少：一是底子很薄；二是路还不通；三是人手不够。" in desk.text
    assert [entry.text for entry in desk.told(Kind.KEPT)] == ["一是底子还薄；"]
    again = desk.again()
    assert again.done
    assert again.done.changes_nothing
    assert "问题也不少：一是底子很薄；二是路还不通；三是人手不够。" in again.text


def test_a_new_item_of_a_section_never_lands_in_the_hands_section() -> None:
    base = draft(TWO_LEVELS, "{outline: speech, steps: [修路, 办学]}")
    file = file_of(base)
    file[-1:-1] = [Seen("三、管好山林"), Seen("山上的树一棵也不能少。")]
    new = draft(TWO_LEVELS, "{outline: speech, steps: [修路, 办学, 种树]}")
    text = result_text(file, merge(base, file, new))
    assert text.index("（三）种树，要有人管。") < text.index("三、管好山林") < text.index("谢谢大家！")


def test_of_two_paragraphs_in_tables_that_the_draft_swaps_none_moves() -> None:
    base = speech()
    file = [replace(seen, fixed="修好水渠" in seen.text or "办好学校" in seen.text) for seen in file_of(base)]
    done = merge(base, file, speech(tasks=[TASKS[1], TASKS[0], TASKS[2]]))
    assert not any(step.moved for step in done.steps if step.seen is not None and file[step.seen].fixed)
    assert any(entry.kind is Kind.CONFLICT for entry in done.account)


def test_an_item_moved_reworded_and_edited_by_hand_keeps_the_words_by_hand() -> None:
    desk = Desk(flaws=["底子还薄", "路还不通", "山高人稀的村子缺老师"]).type("村子缺老师", "那些村子缺老师")
    desk.again(flaws=["山高人稀的地方缺医生", "底子还薄", "路还不通"])
    assert "三是山高人稀的那些村子缺老师。" in desk.text
    assert "医生" not in desk.text
    assert desk.told(Kind.CONFLICT)


def test_indents_typed_as_blanks_are_no_edits_of_the_text() -> None:
    desk = Desk().each(lambda text: "\u3000\u3000" + text).again(invest=None, tasks=[ROAD, *TASKS])
    assert "\u3000\u3000二、修好水渠" in desk.text
    assert "去年完成" not in desk.text
    assert {entry.kind for entry in desk.account} == {Kind.UPDATED}


def test_a_sentence_that_the_draft_puts_elsewhere_and_the_hand_worked_on_stands_once() -> None:
    told = "去年完成投资{{ invest }}，增长{{ growth }}，来之不易。{{ story }}"
    turned = OUTLINE.replace(told, "{{ story }}。去年完成投资{{ invest }}，增长{{ growth }}，来之不易")
    conflicts = 0
    for before, after in (("增长8%，", ""), ("没有一个人叫苦", "没有一个人掉队")):
        for one, other in ((OUTLINE, turned), (turned, OUTLINE)):
            desk = Desk(one).type(before, after).again(other)
            assert desk.text.count("去年完成投资12.5亿元") == 1
            assert desk.text.count("柳河镇的干部在工地上过了一个冬天") == 1
            assert before not in desk.text
            conflicts += bool(desk.told(Kind.CONFLICT))
    assert conflicts == 2  # in the others it is the sentence of the hand that stays where it is


def test_a_task_that_the_hand_has_moved_is_told_with_the_number_that_it_had() -> None:
    run_in = OUTLINE.replace('heading: "{{ heading }}", text: "{{ why }}', 'lead: "{{ heading }}", text: "{{ why }}')
    desk = Desk(run_in).move("二、办好学校", "农业局").type("三、种好", "二、种好").type("二、办好", "三、办好").again()
    (entry,) = desk.told(Kind.KEPT)
    assert entry.is_moved_by_hand
    assert (entry.text[:4], entry.before[:4]) == ("二、种好", "三、种好")
