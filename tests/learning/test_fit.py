"""A speech fitted to an outline that is there: answers found, none invented, and nothing silently dropped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.compose import compose
from drafting.draft import Draft
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learning.fit import Fitted, fit_speech
from drafting.library import shipped
from drafting.loading import load_facts
from drafting.yamlfile import parse_yaml
from tests.helpers import examples, prepared
from tests.learning.fitting import check_nothing_is_invented, checked, fit_to, shipped_frames, shipped_outline
from tests.learning.speeches import EXAMPLES, GOLD, TEXTS, changed, drafts, example, gold, speech

OUTLINES = sorted(path.stem for path in (shipped() / "outlines").glob("*.yaml"))
SMALL = """
    numbering: [一、, 一是]
    questions:
      meeting: {ask: 会议, required: true}
      date: {ask: 日期, type: date}
      speaker: 讲话人
      agenda: {ask: 议程, type: table, columns: {who: 谁, did: 做了什么}}
      invest: {ask: 投资, type: number, unit: 元}
      problems: {ask: 问题, type: list}
      tasks:
        ask: 任务
        type: table
        columns:
          heading: 标题
          why: {ask: 为什么, type: long}
          owner: 牵头
          deadline: {ask: 时限, type: date}
          measures: {ask: 措施, type: list}
    parts:
      - {move: title, text: "在{{ meeting }}上的讲话"}
      - {move: byline, key: who, when: speaker, text: "{{ speaker }}"}
      - {move: byline, key: day, when: date, text: "（{{ date }}）"}
      - move: opening
        text: 刚才，{% for a in agenda %}{{ a.who }}{{ a.did }}{% if not loop.last %}，{% endif %}{% endfor %}。
      - {move: achievements, text: "去年到位资金{{ invest }}，来之不易。"}
      - {move: shortcomings, number: 一是, each: problems, inline: true, text: "{{ item }}"}
      - move: tasks
        each: tasks
        heading: "{{ heading }}"
        text: "{{ why }}。{% if owner %}这件事由{{ owner }}牵头，{{ deadline }}前办完。{% endif %}"
        parts: [{each: measures, text: "{{ item }}"}]
"""
OLD = speech(
    ("在全县茶业大会上的讲话", "", 0, "title", "title"),
    ("县长　江海平", "", 0, "byline", "byline"),
    ("（2024年3月5日）", "", 0, "byline", "byline"),
    ("刚才，县农业农村局通报了情况，云山镇作了发言。", "", 0, "opening"),
    ("去年到位资金2.5亿元，来之不易。年景并不好，大家都尽了力。", "", 0, "achievements"),
    ("问题主要有：茶园老化；品牌不响；销路不宽。", "", 0, "shortcomings"),
    ("一、改造茶园", "一、", 1, "tasks"),
    ("老茶园占了一半。这件事由县农业农村局牵头，10月底前办完。", "", 1, "tasks"),
    ("一是换品种。", "一是", 2, "tasks"),
    ("二是修水渠。", "二是", 2, "tasks"),
    ("二、打响品牌", "二、", 1, "tasks"),
    ("外地人不知道我们的茶。", "", 1, "tasks"),
    ("散会以后各自抓紧。", "", 0, "closing"),
)


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    return fit_speech(OLD, prepared(SMALL), "small")


def test_names_dates_and_figures_are_found_by_the_words_beside_them(fitted: Fitted) -> None:
    answers = fitted.answers
    assert answers["meeting"] == "全县茶业大会"
    assert answers["speaker"] == "县长　江海平"
    assert answers["date"] == "2024年3月5日"
    assert answers["invest"] == "2.5亿元"


def test_who_did_what_is_taken_apart(fitted: Fitted) -> None:
    assert fitted.answers["agenda"] == [
        {"who": "县农业农村局", "did": "通报了情况"},
        {"who": "云山镇", "did": "作了发言"},
    ]


def test_a_list_in_one_sentence_is_a_list(fitted: Fitted) -> None:
    assert fitted.answers["problems"] == ["茶园老化", "品牌不响", "销路不宽"]


def test_items_are_rows_with_owner_deadline_and_measures(fitted: Fitted) -> None:
    assert fitted.answers["tasks"] == [
        {
            "heading": "改造茶园",
            "why": "老茶园占了一半",
            "owner": "县农业农村局",
            "deadline": "10月底",
            "measures": ["换品种", "修水渠"],
        },
        {"heading": "打响品牌", "why": "外地人不知道我们的茶。"},
    ]


TASKS = speech(
    ("今天开会。刚才，副县长李秀珍宣读了决定；两个镇作了发言，讲得都好。", "", 0, "opening"),
    ("一、修路。由交通局牵头，6月底前完成勘测，9月底前完成招标。", "一、", 1, "tasks"),
    ("二、引水。水源太远。要架管线12公里；要建泵站3座，由水利局负责。", "二、", 1, "tasks"),
    ("三、建校。新校占地3万平方米，要确保12月底前投用一期。", "三、", 1, "tasks"),
    ("四、上系统。装新系统，8月底前完成。余下的事照旧办。", "四、", 1, "tasks"),
)


def test_tasks_without_lists_are_taken_apart_into_why_and_what_owner_and_deadline() -> None:
    outline = prepared(SMALL.replace('heading: "{{ heading }}"', 'lead: "{{ heading }}。"'))
    fitted = fit_speech(TASKS, outline, "small")
    check_nothing_is_invented(TASKS, outline, fitted)
    assert fitted.answers["agenda"] == [
        {"who": "副县长李秀珍", "did": "宣读了决定"},
        {"who": "两个镇", "did": "作了发言"},
    ]
    assert fitted.answers["tasks"] == [
        {"heading": "修路", "owner": "交通局", "measures": ["6月底前完成勘测，9月底前完成招标"]},
        {"heading": "引水", "why": "水源太远。", "owner": "水利局", "measures": ["要架管线12公里", "要建泵站3座"]},
        {"heading": "建校", "measures": ["新校占地3万平方米，要确保12月底前投用一期"]},
        {"heading": "上系统", "deadline": "8月底", "measures": ["装新系统", "余下的事照旧办"]},
    ]


def test_a_measure_of_two_sentences_is_one_and_wishes_are_no_tasks() -> None:
    old = speech(
        ("一、造林", "一、", 1, "tasks"),
        ("一是造好林。全年造林3200亩。", "一是", 2, "tasks"),
        ("二是管好林。每村两名护林员。", "二是", 2, "tasks"),
        ("二、防火", "二、", 1, "tasks"),
        ("清明不准野外用火。", "", 1, "tasks"),
    )
    fitted = fit_speech(old, prepared(SMALL), "small")
    assert fitted.answers["tasks"][0]["measures"] == ["造好林，全年造林3200亩", "管好林，每村两名护林员"]
    wishes = speech(
        ("新的一年，祝愿：", "", 0, "tasks"),
        ("一、祝全县人民身体健康。", "一、", 1, "tasks"),
        ("二、祝老同志们福寿绵长。", "二、", 1, "tasks"),
    )
    assert "tasks" not in fit_speech(wishes, prepared(SMALL), "small").answers


def test_parts_of_the_speech_are_no_rows_where_one_holds_the_list() -> None:
    old = speech(
        ("一、去年的成绩", "一、", 1, "achievements"),
        ("成绩不小。", "", 1, "achievements"),
        ("二、今年抓三件事", "二、", 1, "tasks"),
        ("第一件事，抓师德。先立规矩。", "第一件事，", 2, "tasks"),
        ("第二件事，抓课堂。先听课。", "第二件事，", 2, "tasks"),
        ("三、几点说明", "三、", 1, "tasks"),
        ("名单附后。", "", 1, "tasks"),
    )
    fitted = fit_speech(old, prepared(SMALL), "small")
    assert [row["heading"] for row in fitted.answers["tasks"]] == ["抓师德", "抓课堂"]


def test_the_headings_of_parts_are_no_tasks_where_the_tasks_stand_below_them() -> None:
    old = speech(
        ("一、上学年的成绩", "一、", 1, "achievements"),
        ("成绩不小。", "", 1, "achievements"),
        ("二、新学年重点工作", "二、", 1, "tasks"),
        ("要抓好以下三项工作：", "", 1, "tasks"),
        ("（一）抓双减。严格控制书面作业。", "（一）", 2, "tasks"),
        ("（二）抓安全。", "（二）", 2, "tasks"),
        ("一要抓校车，", "一要", 3, "tasks", "", True),
        ("二要抓食堂。", "二要", 3, "tasks", "", True),
        ("（三）抓师德。坚决查处有偿补课。", "（三）", 2, "tasks"),
        ("三、几点要求", "三、", 1, "tasks"),
        ("一是要提高认识。", "一是", 2, "tasks"),
        ("二是要转变作风。", "二是", 2, "tasks", "", True),
    )
    tasks = checked(old, prepared(SMALL)).answers["tasks"]
    assert [(row["heading"], row["measures"]) for row in tasks] == [
        ("抓双减", ["严格控制书面作业"]),
        ("抓安全", ["抓校车", "抓食堂"]),
        ("抓师德", ["坚决查处有偿补课"]),
    ]


def test_a_blank_behind_the_numbers_keeps_no_heading_from_being_one() -> None:
    old = speech(
        ("1. 抓景区。先立规矩。", "1.", 1, "tasks"),
        ("2. 抓民宿。先选点。", "2.", 1, "tasks"),
    )
    answers = fit_speech(old, prepared(SMALL), "small").answers
    assert [row["heading"] for row in answers["tasks"]] == ["抓景区", "抓民宿"]


def test_who_leads_may_be_said_behind_the_last_measure() -> None:
    old = speech(
        ("一、修路。分两步：", "一、", 1, "tasks"),
        ("①修好镇道；", "①", 2, "tasks"),
        ("②修好村道。由交通局牵头，9月底前完成。", "②", 2, "tasks"),
        ("二、引水。先架管线。", "二、", 1, "tasks"),
    )
    [first, _second] = fit_speech(old, prepared(SMALL), "small").answers["tasks"]
    assert first["measures"] == ["修好镇道", "修好村道"]
    assert (first["owner"], first["deadline"]) == ("交通局", "9月底")


@pytest.mark.parametrize(
    "last",
    [
        "管好手术。6月底前完成全院手术再授权，由医务科牵头。",
        "管好手术。由医务科牵头，6月底前完成。",
    ],
)
def test_who_leads_one_measure_among_others_does_not_lead_the_whole_task(last: str) -> None:
    old = speech(
        ("一、守住底线", "一、", 1, "tasks"),
        ("1、管好首诊。急诊科要把好第一关。", "1、", 2, "tasks"),
        ("2、管好会诊。急会诊10分钟到位。", "2、", 2, "tasks"),
        (f"3、{last}", "3、", 2, "tasks"),
        ("二、引水。先架管线。", "二、", 1, "tasks"),
    )
    [first, _second] = checked(old, prepared(SMALL)).answers["tasks"]
    assert first["measures"][-1] == last.rstrip("。").replace("。", "，")
    assert not first.keys() & {"owner", "deadline"}


def test_who_leads_all_measures_is_known_where_it_is_said_that_all_are_meant() -> None:
    old = speech(
        ("一、守住底线", "一、", 1, "tasks"),
        ("1、管好首诊。急诊科要把好第一关。", "1、", 2, "tasks"),
        ("2、管好会诊。急会诊10分钟到位。以上工作由医务科牵头，6月底前完成。", "2、", 2, "tasks"),
        ("二、引水。先架管线。", "二、", 1, "tasks"),
    )
    [first, _second] = checked(old, prepared(SMALL)).answers["tasks"]
    assert first["measures"] == ["管好首诊，急诊科要把好第一关", "管好会诊，急会诊10分钟到位"]
    assert (first["owner"], first["deadline"]) == ("医务科", "6月底")


def test_who_leads_one_of_two_things_in_a_sentence_does_not_lead_both() -> None:
    old = speech(
        ("一、抓项目。城北小学9月1日前必须投入使用；职教中心由计财股牵头，12月底前封顶。", "一、", 1, "tasks"),
        ("二、抓党建。要实现全覆盖。", "二、", 1, "tasks"),
    )
    [first, _second] = checked(old, prepared(SMALL)).answers["tasks"]
    assert first["measures"] == ["城北小学9月1日前必须投入使用", "职教中心由计财股牵头，12月底前封顶"]
    assert not first.keys() & {"owner", "deadline"}


def test_a_table_below_a_task_is_listed_whole_and_none_of_its_rows_is_a_measure() -> None:
    rows = ["乡镇\t任务（亩）\t完成时限", "龙潭镇\t3500\t3月底", "石桥乡\t2800\t4月10日"]
    old = speech(
        ("一、任务落实到山头地块", "一、", 1, "tasks"),
        ("今年县里下达造林任务20000亩，具体如下表：", "", 1, "tasks"),
        *[(row, "", 1, "tasks") for row in rows],
        ("二、苗木要跟上", "二、", 1, "tasks"),
        ("要备足杉木苗150万株。", "", 1, "tasks"),
    )
    fitted = checked(old, prepared(SMALL))
    assert fitted.answers["tasks"][0] == {"heading": "任务落实到山头地块"}
    assert {"今年县里下达造林任务20000亩，具体如下表：", *rows} <= set(fitted.unplaced)


def test_who_is_addressed_answers_the_question_for_it() -> None:
    with_audience = SMALL.replace("speaker: 讲话人", "speaker: 讲话人\n      audience: 怎样称呼听众").replace(
        "- move: opening", '- {move: greeting, text: "{{ audience }}："}\n      - move: opening', 1
    )
    old = speech(
        ("在全县茶业大会上的讲话", "", 0, "title", "title"), ("各位代表：", "", 0, "greeting", "salutation"), "散会。"
    )
    assert fit_speech(old, prepared(with_audience), "small").answers["audience"] == "各位代表"


def test_what_no_question_takes_is_listed_and_stands_at_the_end_of_the_file(fitted: Fitted) -> None:
    assert fitted.unplaced == ("年景并不好，大家都尽了力。", "问题主要有", "散会以后各自抓紧。")
    assert fitted.facts_yaml.endswith("# 年景并不好，大家都尽了力。\n# 问题主要有\n# 散会以后各自抓紧。\n")


def test_the_facts_draft_the_speech_anew(fitted: Fitted) -> None:
    ready = prepared(SMALL)
    facts, _faults = read_facts(parse_yaml(fitted.facts_yaml, "facts"), ready.outline)
    text = compose(ready, facts, House()).draft.text
    assert text.startswith(
        "在全县茶业大会上的讲话\n县长　江海平\n（2024年3月5日）\n刚才，县农业农村局通报了情况，云山镇作了发言。"
    )
    assert "这件事由县农业农村局牵头，10月底前办完。" in text


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_our_own_speeches_are_fitted_to_their_outlines(name: str) -> None:
    loaded = load_facts(next(path for path in examples() if path.stem == name))
    kind = loaded.facts.outline
    fitted = fit_speech(example(name), loaded.prepared, kind, shipped_frames(kind))
    check_nothing_is_invented(example(name), loaded.prepared, fitted)
    assert len(fitted.answers) >= 2


@pytest.mark.slow
@pytest.mark.parametrize("name", GOLD)
def test_a_studied_speech_fits_any_outline_without_inventions(name: str) -> None:
    kind = OUTLINES[GOLD.index(name) % len(OUTLINES)]
    check_nothing_is_invented(gold(name), shipped_outline(kind), fit_to(kind, gold(name)))


@pytest.mark.skipif("003-3" not in GOLD, reason="the studied speeches are not here")
def test_achievements_shortcomings_and_tasks_of_a_work_conference() -> None:
    answers = fit_to("work_conference", gold("003-3")).answers
    assert len(answers["achievements"]) == 6
    assert len(answers["shortcomings"]) == 4
    assert [len(task["measures"]) for task in answers["tasks"]] == [3, 4, 4]
    assert all(row["point"] and row["done"] for row in answers["achievements"])


@pytest.mark.skipif("002-1" not in GOLD, reason="the studied speeches are not here")
def test_matters_and_their_tasks_of_a_speech_about_several() -> None:
    answers = fit_to("organisation_work", gold("002-1")).answers
    assert [row["name"][:4] for row in answers["topics"]] == ["领导班子", "干部教育", "干部监督"]
    assert [sum(step["topic"] == row["name"] for step in answers["steps"]) for row in answers["topics"]] == [0, 6, 4]
    layers = ["总体"] * 3 + ["长远"] * 3 + ["当前"] * 4  # 从我市来看……，从长远来看……，就当前来讲……
    assert [row["layer"] for row in answers["layered"]] == layers


@settings(max_examples=10, deadline=None)
@given(drafts())
def test_any_speech_fits_without_inventions(draft: Draft) -> None:
    check_nothing_is_invented(draft, prepared(SMALL), fit_speech(draft, prepared(SMALL), "small"))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 12), TEXTS)
def test_a_changed_speech_fits_without_inventions(number: int, text: str) -> None:
    draft = changed(OLD, number, text)
    check_nothing_is_invented(draft, prepared(SMALL), fit_speech(draft, prepared(SMALL), "small"))


def test_a_row_of_a_table_that_could_not_be_placed_is_listed_cell_by_cell() -> None:
    draft = speech("门急诊量（万人次）\t39.3\t42.6\t8.3%")
    facts = fit_to("work_conference", draft).facts_yaml
    assert "# 门急诊量（万人次） 39.3 42.6 8.3%\n" in facts


def test_what_could_not_be_placed_is_listed_with_the_marks_it_has() -> None:
    old = speech(("在全镇冬修会上的讲话", "", 0, "title", "title"), "散会以后,各队抓紧;图纸(含底图)都带上.")
    fitted = fit_to("work_conference", old)
    assert "散会以后,各队抓紧;图纸(含底图)都带上." in fitted.unplaced
    assert "\n# 散会以后,各队抓紧;图纸(含底图)都带上.\n" in fitted.facts_yaml
