"""Names that the hand has written once more: where they change, it is told where the old one stands."""

from __future__ import annotations

import pytest

from drafting.merge import merge
from drafting.merge.model import Entry, Kind
from tests.merge.desk import OUTLINE, TASKS, Desk, file_of, speech

LED = OUTLINE.replace("来之不易。{{ story }}", "来之不易，{{ extra }}同志功不可没。{{ story }}").replace(
    '  - {move: guarantee, when: extra, text: "{{ extra }}"}\n', ""
)
RIVERS = [{**TASKS[0], "owner": "县河长办"}, *TASKS[1:]]


def told(desk: Desk) -> list[tuple[str, str, str]]:
    """What the draft has, what stands there, and the words around it."""
    return [(entry.text, entry.before, entry.note) for entry in desk.told(Kind.COPY)]


@pytest.mark.parametrize(
    ("old", "typed", "around"),
    [
        ("王建国", "刚才王建国同志讲得很好", "刚才王建国同志讲得很好"),
        ("王建国", "请县长王建国放心", "请县长王建国放心"),
        ("张伟", "我和张伟镇长谈过", "我和张伟镇长谈过"),
    ],
)
def test_a_person_whom_the_hand_names_again_is_told_of_with_the_words_around(old: str, typed: str, around: str) -> None:
    desk = Desk(LED, extra=old).insert("同志们：", f"{typed}，大家都听到了。").again(extra="李卫东")
    assert f"{typed}，" in desk.text
    assert told(desk) == [("李卫东", old, around)]


def test_an_office_that_the_hand_names_again_in_another_paragraph_is_told_of() -> None:
    desk = Desk().type("一步一步往前走。", "一步一步往前走，水务局更要带头。").again(tasks=RIVERS)
    assert told(desk) == [("县河长办", "水务局", "水务局更要带头")]


def test_an_office_that_still_leads_something_is_not_told_of() -> None:
    tasks = [*TASKS[:2], {**TASKS[2], "owner": "水务局"}]
    desk = Desk(tasks=tasks).type("一步一步往前走。", "一步一步往前走，水务局更要带头。")
    desk.again(tasks=[RIVERS[0], *tasks[1:]])
    assert told(desk) == []


def test_the_meeting_that_the_hand_names_again_is_told_of_once() -> None:
    desk = Desk().insert("同志们：", "开好全县农村工作会议很要紧。").again(meeting="全市三农工作大会")
    assert told(desk) == [("全市三农工作大会", "全县农村工作会议", "开好全县农村工作会议很要紧")]


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [
        ("3个", "5个", "我说3个意思。"),
        ("今年", "明年", "今年的雨水好。"),
        ("全市", "全县", "全市的同志都来了。"),
        ("基层干部", "年轻干部", "基层干部最辛苦。"),
        ("全社会", "全县上下", "全社会都在看着。"),
    ],
)
def test_short_numbers_and_common_words_make_no_noise(old: str, new: str, typed: str) -> None:
    outline = LED.replace("{{ extra }}同志功不可没", "这是{{ extra }}的事")
    desk = Desk(outline, extra=old).insert("同志们：", typed).again(extra=new)
    assert told(desk) == []


def test_a_small_number_that_the_hand_typed_into_the_same_paragraph_makes_no_noise() -> None:
    desk = Desk(growth="3成").type("来之不易。", "来之不易，占了3成。").again(growth="4成")
    assert told(desk) == []


def test_what_stands_in_a_note_or_a_header_is_told_of_too() -> None:
    base = speech()
    notes = ["全县农村工作会议材料之一", "投资12.5亿元，见统计公报。"]
    done = merge(base, file_of(base), speech(meeting="全市三农工作大会", invest="12.8亿元"), notes=notes)
    copies: list[Entry] = [entry for entry in done.account if entry.kind is Kind.COPY]
    assert {(entry.before, entry.note) for entry in copies} == {
        ("全县农村工作会议", "全县农村工作会议材料之一"),
        ("12.5亿元", "投资12.5亿元"),
    }
