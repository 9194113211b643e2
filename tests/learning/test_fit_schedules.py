"""What a clerk finds in the facts where an old speech says in a sentence of its own who does what by when."""

from __future__ import annotations

from functools import partial

import pytest

from tests.learning.fitting import fit_shipped, fitting, tasks_of

OUTLINE = """
    numbering: [（一）]
    questions:
      tasks:
        ask: 任务
        type: table
        columns:
          name: {ask: 名称, required: true}
          why: {ask: 为什么, type: long}
          owner: {ask: 牵头单位}
          support: {ask: 配合单位}
          deadline: {ask: 时限, type: date}
          schedule: {ask: 时限不止一个、或者要常年坚持的, type: long}
          measures: {ask: 措施, type: list, help: 不带“要”字}
    parts:
      - move: tasks
        each: tasks
        number: "（一）"
        text: >-
          {{ name }}。{{ why }}。{% if owner %}由{{ owner }}牵头，{{ support }}配合，{{ deadline }}前完成。{% endif %}
          {% if schedule %}{{ schedule }}。{% endif %}
        parts: [{each: measures, number: 一是, text: "{{ item }}"}]
"""


fit = fitting(OUTLINE)
tasks = partial(tasks_of, fit)


def test_a_last_sentence_that_says_when_several_things_are_due_is_the_schedule() -> None:
    first, second = tasks(
        "修好渠道。要修好渠道30公里。土方6月底前做完，衬砌10月底前完工。",
        "管好机井。要给机井装表。装表由县水务局负责，4月底前完成；收费由各乡镇负责，按月公布。",
    )
    assert (first["measures"], first["schedule"]) == (["修好渠道30公里"], "土方6月底前做完，衬砌10月底前完工")
    assert second["schedule"] == "装表由县水务局负责，4月底前完成；收费由各乡镇负责，按月公布"
    assert "deadline" not in first | second


def test_who_sees_to_it_by_one_day_is_no_schedule() -> None:
    first, second = tasks(
        "修好渠道。要修好渠道30公里。由县水务局负责，10月底前完成。",
        "管好机井。要给机井装表。由县水务局会同县供电公司办理，装表4月底前完成，抄表全年不断。",
    )
    assert (first["owner"], str(first["deadline"]), "schedule" in first) == ("县水务局", "10月底", False)
    assert second["schedule"] == "装表4月底前完成，抄表全年不断"


def test_a_body_that_has_to_do_it_is_the_owner_and_no_part_of_the_measure() -> None:
    first, second = tasks(
        "修好渠道。去年垮了3处。10月底前，县水务局要修好渠道30公里，先修垮塌的。",
        "管好机井。县供电公司要给机井装表，逐户抄到。",
    )
    assert (first["owner"], str(first["deadline"])) == ("县水务局", "10月底")
    assert (first["why"], first["measures"]) == ("去年垮了3处。", ["修好渠道30公里，先修垮塌的"])
    assert (second["owner"], second["measures"]) == ("县供电公司", ["给机井装表，逐户抄到"])


def test_who_sees_to_all_of_it_before_a_colon_leaves_the_measures_behind_it() -> None:
    [row, _other] = tasks(
        "修好渠道。去年垮了3处。由县水务局总负责：4月底前摸清底数；10月底前把垮塌的逐处修好。",
        "管好机井。要给机井装表。",
    )
    assert row["owner"] == "县水务局"
    assert row["measures"] == ["4月底前摸清底数", "10月底前把垮塌的逐处修好"]


def test_a_day_of_next_year_by_which_it_is_done_is_the_schedule_for_a_date_cannot_say_it() -> None:
    first, second = tasks(
        "修好渠道。由县水务局牵头，新修渠道30公里，明年2月底前完成。",
        "管好机井。由县供电公司牵头，新装电表45块，10月底前开工。",
    )
    assert (first["measures"], first["schedule"]) == (["新修渠道30公里"], "明年2月底前完成")
    assert (second["measures"], second["schedule"]) == (["新装电表45块"], "10月底前开工")
    assert "deadline" not in first | second


def test_the_end_of_a_year_or_a_quarter_is_a_day_by_which_it_is_due() -> None:
    first, second = tasks(
        "修好渠道。由县水务局牵头，新修渠道30公里，年底前投入使用。",
        "管好机井。由县供电公司牵头，新装电表45块，三季度前完成。",
    )
    assert (first["measures"], str(first["deadline"])) == (["新修渠道30公里"], "年底")
    assert (second["measures"], str(second["deadline"])) == (["新装电表45块"], "三季度")


@pytest.mark.parametrize("done", ["全部投用", "交付使用", "竣工", "通过验收", "建成"])
def test_a_word_that_says_more_than_that_it_is_done_by_the_day_is_told(done: str) -> None:
    lines = [("（一）修好渠道。由县水务局牵头，新修渠道30公里，年底前" + done + "。", "（一）", 1, "tasks")]
    fitted = fit("今年有几项任务：", *lines, ("（二）管好机井。要给机井装表。", "（二）", 1, "tasks"))
    first = fitted.answers["tasks"][0]
    assert (first["measures"], str(first["deadline"])) == (["新修渠道30公里"], "年底")
    assert f"年底前{done}" in fitted.unplaced


@pytest.mark.parametrize("milestone", ["完成招标", "完成一半", "形成初稿", "上报方案", "主体封顶", "初步完成"])
def test_the_day_of_one_step_is_not_the_day_the_task_is_due_and_stays_in_the_measure(milestone: str) -> None:
    text = f"新修渠道30公里，9月底前{milestone}"
    [row, _other] = tasks(f"修好渠道。由县水务局牵头，{text}。", "管好机井。要给机井装表。")
    assert (row["measures"], "deadline" in row) == ([text], False)


def test_a_measure_that_begins_with_the_day_says_when_the_task_is_due() -> None:
    first, second = tasks(
        "修好渠道。2032年底前建成渠道30公里，由县水务局牵头。", "管好机井。新井先打眼，要在12月底前装好第一批电表45块。"
    )
    assert (first["measures"], str(first["deadline"])) == (["2032年底前建成渠道30公里"], "2032年底")
    assert "deadline" not in second


def test_who_leads_and_who_helps_in_one_clause_are_told_apart() -> None:
    first, second = tasks(
        "修好渠道。县水务局牵头、县财政局配合，新修渠道30公里。", "管好机井。新装电表45块，镇农业办负责、各村配合。"
    )
    assert (first["owner"], first["support"], first["measures"]) == ("县水务局", "县财政局", ["新修渠道30公里"])
    assert (second["owner"], second["support"], second["measures"]) == ("镇农业办", "各村", ["新装电表45块"])


def test_what_only_says_that_it_is_done_by_the_day_is_not_listed_as_left_over() -> None:
    lines = [("（一）修好渠道。要新修渠道30公里，12月20日前完工。", "（一）", 1, "tasks")]
    fitted = fit("今年有几项任务：", *lines, ("（二）管好机井。要给机井装表。", "（二）", 1, "tasks"))
    assert str(fitted.answers["tasks"][0]["deadline"]) == "12月20日"
    assert not any("完工" in text for text in fitted.unplaced)


@pytest.mark.parametrize("manner", ["倒排工期", "倒排工期、挂图作战", "抢抓工期，加班加点"])
def test_the_day_behind_how_it_is_done_stays_with_it_for_no_manner_is_done_by_a_day(manner: str) -> None:
    [row, _other] = tasks(f"建好监区。用于二期建设。县水务局要{manner}，10月底前完工。", "管好机井。要给机井装表。")
    assert (row["measures"], "deadline" in row) == ([f"{manner}，10月底前完工"], False)


def test_the_day_of_what_is_done_is_due_though_it_says_how_too() -> None:
    [row, _other] = tasks("修好渠道。由县水务局牵头，新修渠道30公里，倒排工期，10月底前完成。", "管好机井。要装表。")
    assert (row["measures"], str(row["deadline"])) == (["新修渠道30公里，倒排工期"], "10月底")


def test_the_day_by_which_one_of_several_measures_is_done_is_not_told_twice() -> None:
    one, _other = tasks(
        "建好支部。对后进支部挂牌整顿，由县直机关工委牵头，6月底前全部销号。党员超过五十人的支部要分设。",
        "管好机井。要给机井装表。",
    )
    assert (one["owner"], "6月底前全部销号" in one["measures"], "deadline" in one) == ("县直机关工委", True, False)


def test_a_schedule_says_what_it_is_of_and_no_other_day_stands_beside_it() -> None:
    fire, trees = fit_shipped(
        "on_site",
        ("三、抓好几项重点", "三、", 1, "tasks"),
        ("第一，抓防火。10月15日起到明年4月底，全面禁止野外用火。林业、公安要联合值守。", "第一，", 2, "tasks"),
        ("第二，抓造林。剩余的8万亩任务，11月底前要全部整地，明年2月底前栽完。栽一亩、活一亩。", "第二，", 2, "tasks"),
    ).answers["tasks"]
    assert fire["measures"][0] == "10月15日起到明年4月底，全面禁止野外用火"
    assert "schedule" not in fire
    assert trees["schedule"] == "剩余的8万亩任务，11月底前要全部整地，明年2月底前栽完"
    assert "deadline" not in trees


def test_a_day_that_a_measure_says_behind_what_it_is_of_is_said_once() -> None:
    staff = fit_shipped(
        "mobilisation",
        ("二、抓什么", "二、", 1, "tasks"),
        ("第一，抓人员。从业人员320人，10月20日前全部轮训一遍，不合格的一律调离。", "第一，", 2, "tasks"),
        ("第二，抓源头。食材实行统一招标、集中配送。", "第二，", 2, "tasks"),
    ).answers["tasks"][0]
    assert staff["measures"] == ["从业人员320人，10月20日前全部轮训一遍，不合格的一律调离"]
    assert "deadline" not in staff


def test_days_of_several_steps_with_long_names_are_one_schedule_and_what_bodies_do_each_month_is_a_measure() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、主要任务", "二、", 1, "tasks"),
        (
            "（一）把好程序关。党组织换届11月底前完成，村（居）委会换届12月底前完成，配套组织换届明年1月15日前完成。"
            "严格执行“两推一选”。",
            "（一）",
            2,
            "tasks",
        ),
        (
            "（二）抓好扬尘治理。渣土车一律密闭运输。县交警大队、县综合执法局每月开展两次联合执法。",
            "（二）",
            2,
            "tasks",
        ),
    )
    steps, dust = fitted.answers["tasks"]
    assert steps["schedule"].endswith("配套组织换届明年1月15日前完成")
    assert steps["schedule"].startswith("党组织换届11月底前完成")
    assert dust["measures"][-1] == "县交警大队、县综合执法局每月开展两次联合执法"
    assert "schedule" not in dust


def test_a_crane_is_no_beginning_and_a_day_of_one_measure_is_not_of_the_others() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、主要任务", "二、", 1, "tasks"),
        ("（一）建筑施工。区住建局负责，紧盯深基坑、起重机械，在建工地逐一“过筛子”。", "（一）", 2, "tasks"),
        (
            "（二）人才引育。引进紧缺人才200名，建设公寓320套，年底前交付；设立500万元创业基金。责任科室：人才办。",
            "（二）",
            2,
            "tasks",
        ),
    )
    building, people = fitted.answers["tasks"]
    assert building == {
        "heading": "建筑施工",
        "measures": ["紧盯深基坑、起重机械，在建工地逐一“过筛子”"],
        "owner": "区住建局",
    }
    assert "deadline" not in people
    assert people["measures"] == ["引进紧缺人才200名，建设公寓320套，年底前交付", "设立500万元创业基金"]
