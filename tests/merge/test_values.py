"""Values that the hand has beside those of the draft: in a passage told anew, a second time, in a heading."""

from __future__ import annotations

import pytest

from drafting.merge import merge
from drafting.merge.model import Kind, Seen
from tests.helpers import draft
from tests.merge.desk import COMPARED, TASKS, Desk, file_of

OUTLINE = """
title: 讲话
numbering: [一、]
questions: {well: {ask: 井}, pipe: {ask: 管}, share: {ask: 占比}}
parts:
  - move: achievements
    text: "去年，农村供水扩大了覆盖面，新建改造管网{{ pipe }}，关停自备井{{ well }}，用上自来水的占{{ share }}。"
"""


def test_a_value_that_the_hand_wrote_a_second_time_is_told_when_the_fact_changes() -> None:
    desk = Desk().type("增长8%，", "增长8%，这8%我都看过，").again(growth="9%")
    assert "增长9%，这8%我都看过，" in desk.text
    (told,) = desk.told(Kind.COPY)
    assert (told.path, told.text, told.before) == ("growth", "9%", "8%")


def test_in_a_passage_told_anew_values_come_in_and_the_rest_is_told_value_by_value() -> None:
    base = draft(OUTLINE, "well: 129口\npipe: 164公里\nshare: 75%")
    told = "老百姓喝上了放心水：一年铺了164公里的管子，关了129口小井，每四个人里就有三个用上了和城里一样的水。"
    new = draft(OUTLINE, "well: 131口\npipe: 168公里\nshare: 76%")
    done = merge(base, [Seen(told, file_of(base)[0].hints)], new)
    (step,) = done.steps
    assert [change.text for change in step.changes] == ["168公里", "131口"]
    assert [(clash.ours, clash.was) for clash in step.clashes] == [("76%", "75%")]
    assert [(entry.path, entry.text) for entry in done.account if entry.kind is Kind.CONFLICT] == [("share", "76%")]


def test_a_heading_that_both_changed_is_one_conflict_told_whole() -> None:
    tasks = [{**TASKS[0], "heading": "修好大小水渠"}, *TASKS[1:]]
    desk = Desk().type("一、修好水渠", "一、水渠要修得更好一些").again(tasks=tasks)
    assert desk.line("一、水渠要修得更好一些")
    (told,) = desk.told(Kind.CONFLICT)
    assert (told.before, told.text) == ("水渠要修得更好一些", "修好大小水渠")
    assert desk.told(Kind.KEPT) == []


def test_equal_paragraphs_are_known_by_their_bookmarks() -> None:
    parts = "".join([f"  - {{move: opening, text: {text}。}}\n" for text in ("甲乙丙丁", "戊己庚辛", "甲乙丙丁")])
    base = draft(f"title: 讲话\nquestions: {{}}\nparts:\n{parts}")
    first, middle, last = file_of(base)
    done = merge(base, [last, middle, first], base)
    assert [step.anchors[0].key for step in done.steps if step.anchors] == [
        seen.hints[0].key for seen in (last, middle, first)
    ]


def test_what_would_be_worked_out_from_a_value_that_the_file_does_not_have_is_told() -> None:
    """13.1 by hand; 12.5 over another year before would be a growth that fits nothing in the file."""
    desk = Desk(COMPARED, invest="12.5亿元", growth="10亿元").type("12.5亿元", "13.1亿元").again(growth="8亿元")
    assert "完成投资13.1亿元，比上年增长25%，" in desk.text
    assert [entry.text for entry in desk.told(Kind.DIFFERS)] == ["13.1亿元"]
    (told,) = desk.told(Kind.CONFLICT)
    assert (told.before, told.text, told.by_hand) == ("增长25%", "增长56.3%", False)


def test_a_heading_that_the_draft_changed_is_told_as_what_it_was_and_is() -> None:
    tasks = [{**TASKS[0], "heading": "加快修通水渠，让庄稼喝足水"}, *TASKS[1:]]
    desk = Desk(tasks=[{**TASKS[0], "heading": "修好水渠，让庄稼不缺水"}, *TASKS[1:]]).again(tasks=tasks)
    assert [(entry.before, entry.text) for entry in desk.told(Kind.UPDATED) if entry.path == "tasks[1].heading"] == [
        ("修好水渠，让庄稼不缺水", "加快修通水渠，让庄稼喝足水")
    ]
    assert desk.is_as_composed


def test_a_value_that_the_hand_wrote_into_other_paragraphs_is_told_when_the_fact_changes() -> None:
    desk = (
        Desk()
        .type("大家要心中有数", "12.5亿元来之不易，大家要心中有数")
        .insert("二、办好学校", "12.5亿元，一分也没有乱花。")
    )
    desk.again(invest="12.8亿元")
    assert desk.text.count("12.5亿元") == 2
    assert [(one.path, one.text, one.before) for one in desk.told(Kind.COPY)] == [
        ("invest", "12.8亿元", "12.5亿元")
    ] * 2


def test_a_value_in_a_passage_told_anew_into_which_the_new_one_came_is_no_copy() -> None:
    desk = Desk().type(
        "去年完成投资12.5亿元，增长8%，来之不易。", "算一算账，投资一共有12.5亿元之多，涨了整整8%，很不容易。"
    )
    desk.again(invest="12.8亿元")
    assert "12.8亿元" in desk.text
    assert desk.told(Kind.COPY) == []


MARKETS = """
title: 讲话
questions: {n: {ask: 数}}
parts: [{move: tasks, text: '给没有达标的{{ n }}市场排出改造的先后。'}]
"""


@pytest.mark.parametrize(
    ("stands", "old", "new"),
    [
        ("逐个定出方案，由4个组分头安排", "4个", "5个"),
        ("每个村备好两支手电筒", "两支", "三支"),
        ("下设3个专班、16个督查小组", "16个", "18个"),
    ],
)
def test_a_small_number_of_the_hands_own_is_not_taken_for_that_of_the_facts(stands: str, old: str, new: str) -> None:
    base = draft(MARKETS, f"n: {old}")
    done = merge(base, [Seen(f"{stands}，排出改造的先后。", file_of(base)[0].hints)], draft(MARKETS, f"n: {new}"))
    assert done.changes_nothing
    assert [(entry.text, entry.path) for entry in done.account if entry.kind is Kind.CONFLICT] != []


def test_a_small_number_is_known_by_the_words_beside_it() -> None:
    base = draft(MARKETS, "n: 4个")
    done = merge(base, [Seen("全县的4个市场都要改好，一个不落。", file_of(base)[0].hints)], draft(MARKETS, "n: 5个"))
    (step,) = done.steps
    assert [change.text for change in step.changes] == ["5个"]


@pytest.mark.parametrize(
    ("by_hand", "in_the_facts"),
    [
        ("备汛在先，把度汛准备做足", "备汛在前，让安全度汛更稳"),
        ("备汛在前，让度汛的准备做得更足", "备汛在前，让度汛更加稳当"),
    ],
)
def test_what_both_have_reworded_is_not_put_together_from_both(by_hand: str, in_the_facts: str) -> None:
    heading = "备汛在前，让度汛准备更足"
    tasks = [{**TASKS[0], "heading": heading}, *TASKS[1:]]
    changed = [{**TASKS[0], "heading": in_the_facts}, *TASKS[1:]]
    desk = Desk(tasks=tasks).type(heading, by_hand).again(tasks=changed)
    assert desk.line("一、") == f"一、{by_hand}"
    assert [(entry.text, entry.before) for entry in desk.told(Kind.CONFLICT)] == [(in_the_facts, by_hand)]
    assert desk.told(Kind.DIFFERS) == []


def test_an_answer_that_both_have_reworded_is_one_conflict_that_can_be_read() -> None:
    desk = (
        Desk(story="渠道建成后日供水能力可增加4.2万吨，群众喝水不再发愁")
        .type("日供水能力可增加4.2万吨", "日供水可多4.2万吨")
        .again(story="渠道建成以后，每天的供水能力增加4.8万吨，群众喝水不再发愁")
    )
    assert "渠道建成后日供水可多4.8万吨，群众喝水不再发愁。" in desk.text
    (told,) = desk.told(Kind.CONFLICT)
    assert "供水能力增加4.8万吨" in told.text


def test_other_words_of_one_sentence_from_hand_and_facts_both_stand() -> None:
    desk = (
        Desk(story="柳河镇修好了水渠，办起了学校，群众都说好")
        .type("群众都说好", "老百姓都竖大拇指")
        .again(story="柳河镇修好了三条水渠，办起了学校，群众都说好")
    )
    assert "柳河镇修好了三条水渠，办起了学校，老百姓都竖大拇指。" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_a_small_number_in_a_sentence_that_the_hand_copied_is_told() -> None:
    story = "去年查处违纪问题26起，其中11起发生在窗口单位"
    desk = (
        Desk(story=story)
        .insert("大家要心中有数", f"{story}，这要引起警醒。")
        .again(story=story.replace("26起", "29起"))
    )
    assert "29起" in desk.text
    assert "26起" in desk.text
    (told,) = desk.told(Kind.COPY)
    assert (told.before, told.text, told.path) == ("26起", "29起", "story")


def test_an_answer_written_behind_a_gap_that_still_stands_is_not_run_together_with_that_of_the_facts() -> None:
    desk = Desk(goal=None).type("【待补：今年的目标】", "【待补：今年的目标】增收7%")
    desk = desk.again(goal="农民收入增长6%以上")
    assert desk.line("大家要心中有数").startswith("今年的目标是【待补：今年的目标】增收7%。")
    assert [entry.text for entry in desk.told(Kind.CONFLICT)] == ["农民收入增长6%以上"]


@pytest.mark.parametrize(
    ("before", "after", "path", "value"),
    [
        ("投资12.5亿元，", "投资约12.5亿元，", "invest", "约12.5亿元"),
        ("投资12.5亿元，", "投资12.5亿元以上，", "invest", "12.5亿元以上"),
        ("投资12.5亿元，", "投资12.5亿元（含贷款），", "invest", "12.5亿元（含贷款）"),
        ("投资12.5亿元，", "投资超过12.5亿元（含贷款），", "invest", "超过12.5亿元（含贷款）"),
        ("由水务局牵头", "由水务局（含开发区）牵头", "tasks[1].owner", "水务局（含开发区）"),
        ("由水务局牵头", "由县水务局牵头", "tasks[1].owner", "县水务局"),
        ("由水务局牵头", "由水务局和财政局牵头", "tasks[1].owner", "水务局和财政局"),
        ("由水务局牵头", "由财政局、水务局牵头", "tasks[1].owner", "财政局、水务局"),
        ("由水务局牵头", "由水务局、县河长制办公室牵头", "tasks[1].owner", "水务局、县河长制办公室"),
        ("在全县农村工作会议上的", "在全县农村工作会议暨防汛动员会上的", "meeting", "全县农村工作会议暨防汛动员会"),
    ],
)
def test_what_the_hand_put_to_a_value_is_offered_with_it(before: str, after: str, path: str, value: str) -> None:
    desk = Desk().type(before, after).again()
    assert [(entry.path, entry.text) for entry in desk.told(Kind.DIFFERS)] == [(path, value)]
    assert desk.told(Kind.KEPT) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("增长8%，", "增长了8%，"),
        ("由水务局牵头", "由水务局负责牵头"),
        ("由水务局牵头", "由水务局和大家一起牵头"),
        ("由水务局牵头", "由大家和水务局牵头"),
        ("投资12.5亿元，", "投资12.5亿元，约占三成，"),
        ("农民收入增长6%以上。", "农民收入增长6%以上，力争8%。"),
    ],
)
def test_words_of_the_sentence_beside_a_value_are_not_offered_with_it(before: str, after: str) -> None:
    desk = Desk().type(before, after).again()
    assert desk.told(Kind.DIFFERS) == []
    assert desk.told(Kind.KEPT)


def test_a_value_that_changes_keeps_what_the_hand_put_to_it_and_so_does_what_is_worked_out_from_it() -> None:
    desk = (
        Desk(COMPARED, invest="12.5亿元", growth="10亿元")
        .type("投资12.5亿元", "投资约12.5亿元")
        .again(invest="12.8亿元")
    )
    assert "完成投资约12.8亿元，比上年增长28%，" in desk.text
    assert desk.told(Kind.CONFLICT) == []
    assert [entry.text for entry in desk.told(Kind.DIFFERS)] == ["约12.8亿元"]


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [
        ("增长8%，", "增长刚过8%，", "不到8%"),
        ("增长8%，", "增长超过8%，", "近8%"),
        ("增长8%，", "增长8%以上，", "8%左右"),
        ("增长8%，", "增长8%以上，", "不到8%"),
        ("增长8%，", "增长达到8%，", "不到8%"),
    ],
)
def test_how_near_a_number_is_said_by_hand_and_by_the_facts_is_one_conflict(before: str, after: str, now: str) -> None:
    desk = Desk().type(before, after).again(growth=now)
    assert desk.line(after)
    assert [entry.text for entry in desk.told(Kind.CONFLICT)] == [now]
    assert desk.told(Kind.DIFFERS) == []


def test_a_number_that_the_hand_says_is_reached_comes_in_with_the_words_of_the_facts_that_say_how_near_it_is() -> None:
    assert Desk().type("增长8%，", "增长达到8%，").again(growth="9%以上").line("增长达到9%以上，")


def test_a_number_of_which_the_facts_say_how_near_it_is_comes_in_where_the_hand_says_nothing_of_it() -> None:
    desk = Desk().type("来之不易", "很不容易").again(growth="近9%")
    assert desk.line("增长近9%，很不容易")


def test_an_office_that_the_hand_put_before_a_person_is_offered_with_the_name() -> None:
    base = draft(
        "title: 讲话\nquestions: {who: {ask: 谁}}\n"
        "parts: [{move: opening, text: '刚才，{{ who }}通报了去年的工作。'}]\n",
        "who: 县水务局局长梁守成同志",
    )
    written = "刚才，县委农办主任、县水务局局长梁守成同志通报了去年的工作。"
    (told,) = merge(base, [Seen(written, file_of(base)[0].hints)], base).account
    assert (told.kind, told.text) == (Kind.DIFFERS, "县委农办主任、县水务局局长梁守成同志")


def test_a_value_changed_by_hand_is_told_though_the_next_sentence_begins_with_something_added_by_hand() -> None:
    base = draft(
        "title: 讲话\nquestions: {how: {ask: 办法}, who: {ask: 谁}}\n"
        "parts: [{move: tasks, text: '三是{{ how }}。由{{ who }}抓落实。'}]\n",
        "how: 在重点河段装上视频监控\nwho: 县河长办",
    )
    written = "三是在重点河段和3座水库装上视频监控。由县水务局、县河长办抓落实。"
    done = merge(base, [Seen(written, file_of(base)[0].hints)], base)
    assert [(entry.kind, entry.path, entry.text) for entry in done.account] == [
        (Kind.DIFFERS, "how", "在重点河段和3座水库装上视频监控"),
        (Kind.DIFFERS, "who", "县水务局、县河长办"),
    ]


TOLD = """
title: 讲话
numbering: [一、, 一是]
questions: {how: {ask: 办法, type: list}}
parts:
  - {move: tasks, text: "灌区要管好。{% if how|length > 1 %}要办几件事：{% else %}关键是{{ how[0] }}。{% endif %}"}
  - {move: tasks, when: how|length > 1, each: how, inline: true, number: 一是, between: ；, text: "{{ item }}"}
"""


def test_a_day_that_the_hand_put_before_an_answer_that_is_all_of_its_clause_is_offered_with_it() -> None:
    facts = "how: [修订预案，逐户核定名单, 备足抢险的物资]"
    base = draft(TOLD, facts)
    (seen,) = file_of(base)
    written = seen.text.replace("备足抢险", "5月1日前备足抢险")
    (told,) = merge(base, [Seen(written, seen.hints)], base).account
    assert (told.kind, told.path, told.text) == (Kind.DIFFERS, "how[2]", "5月1日前备足抢险的物资")


def test_an_answer_changed_by_hand_in_a_sentence_that_becomes_a_list_is_told_in_the_same_run() -> None:
    base = draft(TOLD, "how: [让用水户自己管水，秋灌前先在12个村试行]")
    new = draft(TOLD, "how: [安装量水设施260处, 让用水户自己管水，秋灌前先在12个村试行]")
    (seen,) = file_of(base)
    written = seen.text.replace("自己管水", "自己管水、自己收费")
    told = [one for one in merge(base, [Seen(written, seen.hints)], new).account if one.kind is Kind.DIFFERS]
    assert [(one.path, one.text) for one in told] == [("how[2]", "让用水户自己管水、自己收费，秋灌前先在12个村试行")]


DATED = """
title: 讲话
questions: {day: {ask: 日期}}
parts: [{move: opening, text: '会议定于{{ day }}召开，请大家早作准备。'}]
"""


@pytest.mark.parametrize(
    ("fact", "by_hand"),
    [
        ("5月6日", "5月6日上午"),
        ("5月6日", "5月6日下午3点"),
        ("5月6日", "5月6日9:30"),
        ("5月6日", "5月6日至8日"),
        ("5月6日", "5月6日（星期三）"),
        ("5月6日", "今年5月6日"),
        ("5月6日", "2026年5月6日"),
        ("5月", "5月底"),
        ("5月底", "5月底前"),
    ],
)
def test_more_of_a_time_that_the_hand_put_to_a_date_is_offered_with_it(fact: str, by_hand: str) -> None:
    base = draft(DATED, f"day: {fact}")
    file = [Seen(file_of(base)[0].text.replace(fact, by_hand), file_of(base)[0].hints)]
    told = [entry for entry in merge(base, file, base).account if entry.kind is Kind.DIFFERS]
    assert [(entry.text, entry.before, entry.path) for entry in told] == [(by_hand, fact, "day")]


@pytest.mark.parametrize("words", ["正式", "再", "在县里"])
def test_words_behind_a_date_that_say_no_time_are_not_offered_with_it(words: str) -> None:
    base = draft(DATED, "day: 5月6日")
    file = [Seen(file_of(base)[0].text.replace("5月6日", f"5月6日{words}"), file_of(base)[0].hints)]
    assert [entry.kind for entry in merge(base, file, base).account] == [Kind.KEPT]


@pytest.mark.parametrize("gone", ["，没有一个人叫苦", "没有一个人叫苦。"])
def test_an_answer_whose_last_clause_the_hand_took_out_with_either_mark_is_told_as_differing(gone: str) -> None:
    desk = Desk().type(gone, "")
    left = desk.text
    desk.again()
    assert desk.text == left
    (told,) = desk.told(Kind.DIFFERS)
    assert (told.path, told.text) == ("story", "柳河镇的干部在工地上过了一个冬天")
    assert not desk.told(Kind.DELETED_BY_HAND)


def test_a_number_that_changes_in_a_short_clause_is_exchanged_at_its_value() -> None:
    """So that the looks of what stands beside it, and of the value, stay."""
    desk = Desk(story="新建管网164公里、泵站9座").again(story="新建管网172公里、泵站11座")
    assert desk.done
    assert [change.text for step in desk.done.steps for change in step.changes] == ["172公里", "11座"]
    assert [(entry.before, entry.text, entry.path) for entry in desk.account] == [
        ("164公里", "172公里", "story"),
        ("9座", "11座", "story"),
    ]


def test_a_short_clause_in_which_more_than_a_number_changes_is_exchanged_whole() -> None:
    desk = Desk(story="新建管网164公里").again(story="改建管网172公里")
    assert desk.done
    assert [change.text for step in desk.done.steps for change in step.changes] == ["改建管网172公里"]
