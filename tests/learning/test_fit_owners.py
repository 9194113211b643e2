"""Who sees to a task of an old speech, with whom and by when, however the speech says it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.learning.fitting import fit_shipped

WORK = ("二、下一步重点任务", "二、", 1, "tasks")
OTHER = ("（二）抓好库房建设。新建库房3间。", "（二）", 2, "tasks")


def _first_task(said: str) -> dict[str, Any]:
    fitted = fit_shipped("work_conference", WORK, (f"（一）抓好档案接收。{said}", "（一）", 2, "tasks"), OTHER)
    first, _other = fitted.answers["tasks"]
    first["unplaced"] = fitted.unplaced
    return dict(first)


@pytest.mark.parametrize(
    "said",
    [
        "推进12个单位到期档案接收，由办公室会同各乡镇档案室抓好落实。",
        "推进12个单位到期档案接收。办公室要会同各乡镇档案室抓好落实。",
        "推进12个单位到期档案接收。请办公室会同各乡镇档案室抓紧推进。",
        "推进12个单位到期档案接收，由办公室会同各乡镇档案室共同组织实施。",
    ],
)
def test_those_who_see_to_it_with_others_stand_in_their_columns_and_in_no_measure(said: str) -> None:
    task = _first_task(said)
    assert (task["owner"], task["support"]) == ("办公室", "各乡镇档案室")
    assert task["measures"] == ["推进12个单位到期档案接收"]
    assert not any("会同" in text for text in task["unplaced"])


@pytest.mark.parametrize(
    "said",
    [
        "推进12个单位到期档案接收。责任单位：办公室；配合单位：保卫科；完成时限：9月底。",
        "推进12个单位到期档案接收。牵头单位：办公室，协办单位：保卫科，完成时间：9月底前。",
        "推进12个单位到期档案接收。（责任单位：办公室；配合单位：保卫科；完成时限：9月底前）",
        "推进12个单位到期档案接收（由办公室负责，保卫科配合，9月底前完成）。",
    ],
)
def test_who_sees_to_a_task_and_by_when_is_found_under_labels_and_in_brackets(said: str) -> None:
    task = _first_task(said)
    assert task["measures"] == ["推进12个单位到期档案接收"]
    assert (task["owner"], task["support"], str(task["deadline"])) == ("办公室", "保卫科", "9月底")
    assert not {"why", "schedule"} & set(task)
    assert not any("办公室" in text for text in task["unplaced"])


def test_the_person_who_answers_for_a_task_leads_it_only_where_no_body_does_and_is_listed_otherwise() -> None:
    alone = _first_task("推进12个单位到期档案接收。责任领导：王海。")
    assert alone["owner"] == "王海"
    beside = _first_task("推进12个单位到期档案接收。责任领导：王海；责任单位：办公室；完成时限：长期坚持。")
    assert (beside["owner"], beside["measures"]) == ("办公室", ["推进12个单位到期档案接收"])
    listed = "".join(beside["unplaced"])
    assert "王海" in listed
    assert "长期坚持" in listed


def test_brackets_that_say_no_more_than_what_is_meant_stay_in_the_measure() -> None:
    task = _first_task("推进到期档案接收（文书、科技两类），由办公室负责。")
    assert (task["owner"], task["measures"]) == ("办公室", ["推进到期档案接收（文书、科技两类）"])


@pytest.mark.parametrize("does", ["支持", "参与"])
def test_those_who_take_part_behind_the_one_who_leads_are_helpers(does: str) -> None:
    task = _first_task(f"推进12个单位到期档案接收。由办公室牵头，保卫科、工会{does}，9月底前完成。")
    assert task["measures"] == ["推进12个单位到期档案接收"]
    assert (task["owner"], task["support"], str(task["deadline"])) == ("办公室", "保卫科、工会", "9月底")
    assert not any("工会" in text for text in task["unplaced"])


@pytest.mark.parametrize(
    "does",
    [
        "支持配合", "积极支持配合", "配合支持", "密切配合", "主动配合", "予以配合", "做好配合", "通力协作",
        "积极参与、密切配合", "要支持配合",
    ],
)  # fmt: skip
@pytest.mark.parametrize("due", ["", "，9月底前完成"])
def test_how_somebody_helps_is_no_part_of_the_helper_s_name(does: str, due: str) -> None:
    task = _first_task(f"推进12个单位到期档案接收。由办公室牵头，保卫科、工会{does}{due}。")
    assert (task["owner"], task["support"]) == ("办公室", "保卫科、工会")
    assert task["measures"] == ["推进12个单位到期档案接收"]
    assert not any("工会" in text for text in task["unplaced"])


def test_the_office_before_a_colon_leads_the_task_and_does_not_head_it() -> None:
    fitted = fit_shipped(
        "work_conference",
        WORK,
        ("第一，办公室：开展安全月活动，6月底前对52所学校检查一遍。", "第一，", 2, "tasks"),
        ("第二，人事科：应配教师210人，现配185人，8月底前补齐25人。", "第二，", 2, "tasks"),
    )
    tasks = fitted.answers["tasks"]
    assert [(task["owner"], task.get("heading")) for task in tasks] == [("办公室", None), ("人事科", None)]
    assert tasks[1]["measures"] == ["应配教师210人，现配185人，8月底前补齐25人"]
    assert not any("科" in text or "办公室" in text for text in fitted.unplaced)


def test_a_task_about_responsibility_that_is_due_by_a_day_is_a_task_of_its_list() -> None:
    fitted = fit_shipped(
        "work_conference",
        WORK,
        ("（一）加快项目开工。水利局负责，6月底前42个项目全部开工。", "（一）", 2, "tasks"),
        ("（二）严把工程质量。8月底前抽查一遍。", "（二）", 2, "tasks"),
        ("（三）落实管护责任。各乡镇要在11月底前逐项目落实管护人员。", "（三）", 2, "guarantee"),
    )
    assert [task["heading"] for task in fitted.answers["tasks"]] == ["加快项目开工", "严把工程质量", "落实管护责任"]


def test_several_bodies_under_one_label_may_be_parted_by_a_comma() -> None:
    task = _first_task("发展日光温室2万亩。（责任单位：县农业农村局，相关乡镇政府）")
    assert task["owner"] == "县农业农村局，相关乡镇政府"
    assert task["measures"] == ["发展日光温室2万亩"]


def test_those_who_are_to_help_do_not_lead() -> None:
    task = _first_task("今年任务20万亩。发改、财政、水利等部门要密切配合，6月底前完成招投标。")
    assert "owner" not in task
    assert task["support"] == "发改、财政、水利等部门"


def test_what_another_office_is_to_do_besides_is_not_put_under_the_first() -> None:
    task = _first_task("自然资源局要在年底前完成收储土地3000亩，金融办要协调新增贷款20亿元。")
    assert "owner" not in task
    assert task["measures"] == ["自然资源局要在年底前完成收储土地3000亩，金融办要协调新增贷款20亿元"]


def test_who_leads_is_said_once_where_the_text_says_it_with_those_who_help() -> None:
    fitted = fit_shipped(
        "campaign",
        ("1.建好阵地。各单位建成职工书屋。由机关工会负责。", "1.", 1, "tasks"),
        ("2.办好活动。举办讲堂12期。由市图书馆承办，宣传部配合。", "2.", 1, "tasks"),
    )
    first, second = fitted.answers["contents"]
    assert (first["owner"], first["detail"]) == ("机关工会", "各单位建成职工书屋")
    assert "owner" not in second
    assert "由市图书馆承办，宣传部配合" in second["detail"]


def test_who_must_reach_a_standard_is_no_owner_of_the_task() -> None:
    row = fit_shipped(
        "work_conference",
        ("二、重点任务", "二、", 1, "tasks"),
        ("1、抓应急。救护队要达到一级标准，化工公司每半年组织一次演练。", "1、", 2, "tasks"),
        ("2、抓班组。23个班组上半年必须达标。", "2、", 2, "tasks"),
    ).answers["tasks"][0]
    assert row["measures"] == ["救护队要达到一级标准，化工公司每半年组织一次演练"]
    assert "owner" not in row


def test_who_leads_and_when_it_is_due_are_said_once_where_the_text_says_them_with_more() -> None:
    row = fit_shipped(
        "campaign",
        ("二、活动内容", "二、", 1, "tasks"),
        ("（一）治污水。新建处理站12座，7月10日前投入运行。由县环境局负责，各乡镇搞好征地。", "（一）", 2, "tasks"),
        ("（二）清垃圾。存量垃圾全部清完，一堆不剩。", "（二）", 2, "tasks"),
    ).answers["contents"][0]
    assert row["detail"].startswith("新建处理站12座，7月10日前投入运行。由县环境局负责")
    assert not {"owner", "deadline"} & row.keys()


def test_who_is_to_do_so_many_things_leads_none_of_them_and_the_announcement_is_no_measure() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、主要任务", "二、", 1, "tasks"),
        (
            "（一）优化环境。市委、市政府要办好两件事：设立10亿元纾困基金，市金融办牵头；清理拖欠账款2.3亿元，市财政局牵头。",
            "（一）",
            2,
            "tasks",
        ),
        (
            "（二）转型升级。希望大家做到两个“更加”：更加注重创新，投入达到3%；更加注重诚信，照章纳税。",
            "（二）",
            2,
            "tasks",
        ),
    )
    surroundings, industry = fitted.answers["tasks"]
    assert "owner" not in surroundings
    assert surroundings["measures"][0].startswith("设立10亿元纾困基金")
    assert industry["measures"] == ["更加注重创新，投入达到3%", "更加注重诚信，照章纳税"]
