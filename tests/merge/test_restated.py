"""Facts that the hand has said once more in words of its own: where they change, the old value is told of there."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from drafting.draft import Draft
from drafting.merge import merge
from drafting.merge.model import Entry, Kind, Seen
from tests.helpers import draft
from tests.merge.desk import file_of

OUTLINE = """
title: 讲话
numbering: [一、, 一是]
questions: {steps: {ask: 措施, type: list}, lack: {ask: 差距}, rate: {ask: 比例}, day: {ask: 期限}, cost: {ask: 投资}}
parts:
  - {move: opening, text: "到{{ day }}还有一段路，垃圾中转站{{ lack }}，离要求还远，分类做得好的小区只占{{ rate }}。"}
  - {move: opening, text: "全市为此计划投资{{ cost }}。"}
  - {move: tasks, each: steps, inline: true, number: 一是, between: ；, text: "{{ item }}"}
"""
_STEPS = ["给86家沿街饭店换上新灶", "请32名退休教师进小区讲课"]
FACTS = {"steps": _STEPS, "lack": "还差5座", "rate": "60%", "day": "9月底", "cost": "5亿元"}


def _draft(**changed: object) -> Draft:
    return draft(OUTLINE, json.dumps({"outline": "speech", **FACTS, **changed}, ensure_ascii=False))


def _copies(own: list[Seen], **changed: object) -> list[tuple[str, str, str]]:
    """What is told of paragraphs of the hand's own when facts change: the fact, its value now, the one that stands."""
    base = _draft()
    done = merge(base, [*file_of(base), *own], _draft(**changed))
    return [_short(entry) for entry in done.account if entry.kind is Kind.COPY]


def _short(entry: Entry) -> tuple[str, str, str]:
    return entry.path, entry.text, entry.before


@pytest.mark.parametrize(
    ("own", "changed", "told"),
    [
        (
            "再强调一句：给86家沿街饭店换上新灶，一家也不能少。",
            {"steps": ["给88家沿街饭店换上新灶", _STEPS[1]]},
            ("steps[1]", "88家", "86家"),
        ),
        (
            "那32名退休教师，我要一个一个去看。",
            {"steps": [_STEPS[0], "请35名退休教师进小区讲课"]},
            ("steps[2]", "35名", "32名"),
        ),
        ("垃圾中转站还差5座，谁来建？", {"lack": "还差4座"}, ("lack", "4座", "5座")),
        ("今年要完成投资5亿元，一分也不能少。", {"cost": "6亿元"}, ("cost", "6亿元", "5亿元")),
        ("5亿元投资，一分也不能少。", {"cost": "6亿元"}, ("cost", "6亿元", "5亿元")),
        ("小区只占60%，不算多。", {"rate": "62%"}, ("rate", "62%", "60%")),
    ],
)
def test_a_sentence_of_the_hands_own_with_the_words_around_a_value_is_told_when_it_changes(
    own: str, changed: dict[str, object], told: tuple[str, str, str]
) -> None:
    assert _copies([Seen(own)], **changed) == [told]


@pytest.mark.parametrize(
    ("own", "changed"),
    [
        ("我见过86家企业，家家都说好。", {"steps": ["给88家沿街饭店换上新灶", _STEPS[1]]}),
        ("公园里的长椅5座一排。", {"lack": "还差4座"}),
        ("外省那家企业一年的利润就有5亿元。", {"cost": "6亿元"}),
        ("5亿元存款，是那家企业的。", {"cost": "6亿元"}),
        ("路灯9月底换完。", {"day": "10月底"}),
        ("再强调一句：给86家沿街饭店换上新灶。", {"rate": "62%"}),
        ("再强调一句：给88家沿街饭店换上新灶。", {"steps": ["给88家沿街饭店换上新灶", _STEPS[1]]}),
    ],
)
def test_the_same_number_of_something_else_is_not_told(own: str, changed: dict[str, object]) -> None:
    assert _copies([Seen(own)], **changed) == []


def test_each_place_is_told_once() -> None:
    own = [Seen("给86家沿街饭店换上新灶，给86家沿街饭店换上新灶，要说两遍。"), Seen("说的是86家沿街饭店。")]
    assert len(_copies(own, steps=["给88家沿街饭店换上新灶", _STEPS[1]])) == 3


def _table(*cells: str) -> list[Seen]:
    return [replace(Seen(cell), fixed=True) for cell in cells]


def test_cells_of_a_table_with_a_value_that_changes_are_told() -> None:
    table = _table("项目", "差多少", "垃圾中转站", "5座", "公交站牌", "5座")
    assert _copies(table, lack="还差4座") == [("lack", "4座", "5座")]


def test_a_table_whose_rows_are_its_columns_is_understood_too() -> None:
    table = _table("类别", "垃圾中转站", "差多少", "5座")
    assert _copies(table, lack="还差4座") == [("lack", "4座", "5座")]


def test_a_table_about_something_else_is_not_told() -> None:
    assert _copies(_table("项目", "差多少", "公交站牌", "5座"), lack="还差4座") == []


PEOPLE = """
title: 讲话
questions: {who: {ask: 谁}, owner: {ask: 单位}}
parts:
  - {move: opening, text: "刚才，{{ who }}宣读了方案，大家听清楚了。"}
  - {move: opening, text: "这件事由{{ owner }}当主力，各方面配合。"}
"""
_WHO, _NOW = "副县长陆明远同志", "副县长周小川同志"


@pytest.mark.parametrize(
    ("own", "changed", "told"),
    [
        ([Seen(f"{_WHO}负责日常调度。")], {"who": _NOW}, ("who", _NOW, _WHO)),
        ([Seen("陆明远同志负责日常调度。")], {"who": _NOW}, ("who", "周小川", "陆明远")),
        ([Seen("日常调度找陆明远。")], {"who": _NOW}, ("who", "周小川", "陆明远")),
        (_table("事项", "谁来管", "调度", "陆明远"), {"who": _NOW}, ("who", "周小川", "陆明远")),
        (_table("单位", "县城管局、县水务局"), {"owner": "县执法局"}, ("owner", "县执法局", "县城管局")),
        (_table("牵头：县城管局"), {"owner": "县执法局"}, ("owner", "县执法局", "县城管局")),
    ],
)
def test_a_name_that_is_another_now_is_told_wherever_the_hand_has_written_it(
    own: list[Seen], changed: dict[str, str], told: tuple[str, str, str]
) -> None:
    base, new = (
        draft(PEOPLE, json.dumps({"outline": "speech", "who": _WHO, "owner": "县城管局", **more}, ensure_ascii=False))
        for more in ({}, changed)
    )
    account = merge(base, [*file_of(base), *own], new).account
    assert [_short(entry) for entry in account if entry.kind is Kind.COPY] == [told]


def test_another_person_or_one_whom_the_draft_still_names_is_not_told() -> None:
    def facts(who: str) -> Draft:
        return draft(PEOPLE, json.dumps({"outline": "speech", "who": who, "owner": "县城管局"}, ensure_ascii=False))

    base, new = facts(_WHO), facts("县长陆明远同志")
    for own in ("陆明远同志负责日常调度。", "陆小明同志负责日常调度。"):
        account = merge(base, [*file_of(base), Seen(own)], new).account
        assert [entry for entry in account if entry.kind is Kind.COPY] == []


STAFF = """
title: 讲话
questions: {need: {ask: 应有人数, type: number}, now: {ask: 现有人数, type: number}}
parts:
  - {move: opening, text: "应配专职人员{{ need }}，现有{{ now }}，还缺{{ need - now }}。"}
"""


def _staff(own: str, now: str) -> list[tuple[str, str, str]]:
    base, new = (
        draft(STAFF, json.dumps({"outline": "speech", "need": "39人", "now": n}, ensure_ascii=False))
        for n in ("24人", now)
    )
    done = merge(base, [*file_of(base), Seen(own)], new)
    return [_short(entry) for entry in done.account if entry.kind is Kind.COPY]


@pytest.mark.parametrize("stands", ["15人", "15个人"])
def test_a_number_that_was_worked_out_and_that_the_leader_says_of_the_same_is_told_when_it_changes(stands: str) -> None:
    assert _staff(f"缺的{stands}，年底前一个也不能少。", "26人") == [("need now", "13人", stands)]


@pytest.mark.parametrize(
    "own", ["会上来了15人。", "有15人请了假。", "缺的13人，年底前一个也不能少。", "缺的15张桌子已经买来了。"]
)
def test_the_number_that_was_worked_out_said_of_something_else_is_not_told(own: str) -> None:
    assert _staff(own, "26人") == []
