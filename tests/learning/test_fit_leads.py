"""What secures the work answers by the words that lead to it, in items, in paragraphs and in short demands."""

from __future__ import annotations

import pytest

from tests.learning.fitting import fit_shipped


def test_the_verb_of_a_number_stays_where_several_short_demands_are_one_answer() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、作风必须过硬", "二、", 1, "guarantee"),
        ("一要勤，多下村。", "一要", 2, "guarantee"),
        ("二要实，不作秀。", "二要", 2, "guarantee", "", True),
    )
    assert fitted.answers["conduct"] == "要勤，多下村。要实，不作秀"


def test_sentences_of_a_paragraph_that_demand_what_questions_ask_for_answer_them() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、加强领导", "二、", 1, "guarantee"),
        ("要严格督查，县督查室每月通报一次。还要保障资金，县财政先拨200万元。大家要团结。", "", 1, "guarantee"),
    )
    told = {key: str(fitted.answers.get(key, "")) for key in ("checks", "funds")}
    assert told == {"checks": "要严格督查，县督查室每月通报一次", "funds": "要保障资金，县财政先拨200万元"}
    assert any("大家要团结" in text for text in fitted.unplaced)


def test_what_is_said_under_a_lead_tells_which_of_two_questions_it_answers() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、工作要求", "三、", 1, "guarantee"),
        ("一要抓落实。局督查组每季度督查一次，结果与年度考核挂钩。", "一要", 2, "guarantee"),
    )
    assert fitted.answers["checks"] == "局督查组每季度督查一次，结果与年度考核挂钩"
    assert "duty" not in fitted.answers


def test_the_meeting_is_found_in_the_second_line_of_a_title_and_thanks_before_a_comma() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("坚定信心 真抓实干", "", 0, "title", "title"),
        ("——在全县林业工作会议上的讲话", "", 0, "title", "title"),
        ("在此，我向全系统386名职工和你们的家属，表示衷心的感谢！", "", 0, "achievements"),
    )
    assert fitted.answers["meeting"] == "全县林业工作会议"
    assert fitted.answers["thanks_to"] == ["全系统386名职工和你们的家属"]


def test_how_far_something_is_by_now_is_no_day_by_which_it_is_done() -> None:
    fitted = fit_shipped(
        "mobilisation",
        ("二、主要任务", "二、", 1, "tasks"),
        ("（一）备农资。全镇需要种子86吨，目前到位率只有七成。供销社要抓紧调运。", "（一）", 2, "tasks"),
        ("（二）修水利。7座提灌站要逐座检修。", "（二）", 2, "tasks"),
    )
    [seeds, _other] = fitted.answers["tasks"]
    assert seeds["why"] == "全镇需要种子86吨，目前到位率只有七成。"


def test_who_answers_for_what_and_who_supervises_is_found_though_a_body_is_named_first() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、加强领导，压实责任", "三、", 1, "guarantee"),
        (
            "各科主任是本科室质量安全第一责任人，要亲自抓、负总责。纪检监察室要加强督查，对发生事故的科室通报批评。"
            "要把每一个细节做到位。",
            "",
            1,
            "guarantee",
        ),
    )
    assert fitted.answers["duty"] == "各科主任是本科室质量安全第一责任人，要亲自抓、负总责"
    assert fitted.answers["checks"] == "纪检监察室要加强督查，对发生事故的科室通报批评"
    assert any("每一个细节" in text for text in fitted.unplaced)


def test_the_one_paragraph_under_a_heading_answers_whole_what_the_heading_names() -> None:
    duty = "要落实分级负责。总经理是第一责任人；分管副总对分管领域负责；班组长对本班组负责"
    conduct = "少开会、开短会，多到现场。各部门一把手每周下现场不少于3次"
    fitted = fit_shipped(
        "work_conference",
        ("二、责任上要压实", "二、", 1, "guarantee"),
        (f"{duty}。", "", 1, "guarantee"),
        ("四、作风上要务实", "四、", 1, "guarantee"),
        (f"{conduct}。", "", 1, "guarantee"),
    )
    assert {key: fitted.answers.get(key) for key in ("duty", "conduct")} == {"duty": duty, "conduct": conduct}


def test_who_leads_a_task_alone_does_not_help_with_it_as_well() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、今年重点任务", "二、", 1, "tasks"),
        ("（一）抓好茶园改造。由县茶业局牵头，10月底前改造低产茶园2000亩。", "（一）", 2, "tasks"),
        ("（二）抓好品牌建设。由县市场监管局牵头，县商务局配合，打造区域品牌3个。", "（二）", 2, "tasks"),
    )
    alone, helped = fitted.answers["tasks"]
    assert (alone["owner"], alone.get("support")) == ("县茶业局", None)
    assert (helped["owner"], helped["support"]) == ("县市场监管局", "县商务局")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "护林员缺口大、瞭望塔年久失修、“一人多岗”的现象普遍。",
            ["护林员缺口大", "瞭望塔年久失修", "“一人多岗”的现象普遍"],
        ),
        ("人、财、物都缺。", None),
    ],
)
def test_shortcomings_told_in_one_sentence_are_found_one_by_one(told: str, found: list[str] | None) -> None:
    fitted = fit_shipped("work_conference", (f"同时，工作中还有不少短板：{told}", "", 1, "shortcomings"))
    assert fitted.answers.get("shortcomings") == found


def test_what_is_demanded_in_view_of_problems_is_not_where_they_come_from() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("同时，也要看到存在的问题：", "", 1, "shortcomings"),
        ("一是规模不够大。", "一是", 2, "shortcomings", "", True),
        ("二是品牌不够响。", "二是", 2, "shortcomings", "", True),
        ("对这些问题，我们要高度重视，认真加以解决。", "", 1, "shortcomings"),
    )
    assert fitted.answers["shortcomings"] == ["规模不够大", "品牌不够响"]
    assert "cause" not in fitted.answers
    assert "对这些问题，我们要高度重视，认真加以解决。" in fitted.unplaced


def test_of_a_part_on_several_matters_each_question_gets_its_own() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、加强组织领导，层层压实责任", "三、", 1, "guarantee"),
        (
            "各乡镇要把护林摆上重要位置，一把手要亲自抓、分管领导要具体抓。县防火办要每周一通报、每旬一讲评，"
            "误了事的年底考核实行一票否决。财政部门要将护林经费85万元列入预算，及时拨付到位。",
            "",
            1,
            "guarantee",
        ),
    )
    assert fitted.answers["duty"] == "各乡镇要把护林摆上重要位置，一把手要亲自抓、分管领导要具体抓"
    assert fitted.answers["checks"] == "县防火办要每周一通报、每旬一讲评，误了事的年底考核实行一票否决"
    assert fitted.answers["funds"] == "财政部门要将护林经费85万元列入预算，及时拨付到位"


def test_a_matter_of_a_part_with_a_head_of_its_own_is_not_the_answer_to_the_heading() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、切实加强党对护林工作的领导", "三、", 1, "guarantee"),
        (
            "要坚持党建引领。年内创建四强党支部15个。要压实主体责任。各镇书记要履行第一责任人职责。"
            "要关心护林干部，落实带薪休假、健康体检等制度。",
            "",
            1,
            "guarantee",
        ),
    )
    assert fitted.answers["duty"] == "要压实主体责任。各镇书记要履行第一责任人职责"
    assert any("党建引领" in text for text in fitted.unplaced)


def test_who_leads_is_no_answer_of_its_own_where_the_measure_says_it() -> None:
    fitted = fit_shipped(
        "organisation_work",
        ("二、2024年重点任务", "二、", 1, "tasks"),
        ("重点抓好以下任务：", "", 1, "tasks"),
        ("（一）抓好造林。", "（一）", 2, "tasks"),
        ("一要备足苗木。3月底前备苗30万株。", "一要", 3, "tasks", "", True),
        ("二要整好地块。对213户大户逐户验收。", "二要", 3, "tasks", "", True),
        ("（二）深化护林改革。", "（二）", 2, "tasks"),
        ("一是推进看护到户。6月底前全部到户。", "一是", 3, "tasks", "", True),
        (
            "二是推进数字护林，由县林业局牵头，信息中心配合，年底前建成林业大数据应用平台。",
            "二是",
            3,
            "tasks",
            "",
            True,
        ),
    )
    step = fitted.answers["steps"][-1]
    assert step["how"] == "推进数字护林，由县林业局牵头，信息中心配合，年底前建成林业大数据应用平台"
    assert "owner" not in step


def test_the_treasury_that_helps_is_no_money() -> None:
    fitted = fit_shipped(
        "mobilisation",
        ("二、加强领导", "二、", 1, "guarantee"),
        (
            "成立由我任组长的领导小组。市卫健委要会同市财政局，于3月31日前印发实施方案。市委督查室每月督查一次。",
            "",
            1,
            "guarantee",
        ),
    )
    assert "funds" not in fitted.answers


@pytest.mark.parametrize(
    "said",
    [
        "市里每月通报一次进度，年底进行考核",
        "工委每两个月通报一次进展",
        "县政府督查室每季度检查一遍，结果与资金挂钩",
        "市水利局不定期暗访，暗访结果公开",
    ],
)
def test_who_looks_at_the_work_how_often_is_how_it_is_checked(said: str) -> None:
    fitted = fit_shipped(
        "on_site", ("三、加强领导，确保完成任务", "三、", 1, "guarantee"), (f"{said}。", "", 1, "guarantee")
    )
    assert fitted.answers["checks"] == said
    assert not any(said in text for text in fitted.unplaced)


def test_how_to_behave_and_who_checks_are_told_apart_under_one_heading() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、转变作风，强化保障", "三、", 1, "guarantee"),
        (
            "各学校要把纪律挺在前面，严格落实中央八项规定精神。区教育局每季度通报一次进度。",
            "",
            1,
            "guarantee",
        ),
    )
    assert fitted.answers["conduct"] == "各学校要把纪律挺在前面，严格落实中央八项规定精神"
    assert fitted.answers["checks"] == "区教育局每季度通报一次进度"


def test_whose_treasury_pays_is_how_it_is_funded_and_who_follows_it_up_how_it_is_checked() -> None:
    fitted = fit_shipped(
        "mobilisation",
        ("三、严格落实责任", "三、", 1, "guarantee"),
        (
            "住建局要设立服务热线。县财政要及时拨付热费补贴1200万元。县政府督查室要跟踪督办，对工作不力的严肃问责。",
            "",
            1,
            "guarantee",
        ),
    )
    assert fitted.answers["funds"] == "县财政要及时拨付热费补贴1200万元"
    assert fitted.answers["checks"] == "县政府督查室要跟踪督办，对工作不力的严肃问责"


def test_duty_and_checks_of_several_offices_in_one_paragraph_are_told_apart() -> None:
    duty = "各级河长要当好“施工队长”，每月至少巡河一次"
    checks = "市河长办要实行“红黄牌”制度，每月排名、每季通报"
    fitted = fit_shipped(
        "work_conference",
        ("三、抓责任、严督考，确保任务落实", "三、", 1, "guarantee"),
        (f"{duty}。{checks}。宣传部门要开设曝光台。", "", 1, "guarantee"),
    )
    assert (fitted.answers["duty"], fitted.answers["checks"]) == (duty, checks)


def test_a_dense_item_about_leading_is_parted_by_what_its_sentences_demand() -> None:
    fitted = fit_shipped(
        "mobilisation",
        ("第一，要认识意义。", "第一，", 1, "significance"),
        (
            "第二，要切实加强组织领导。镇党委成立领导小组，我任组长。各包村领导要吃住在村。要严肃纪律，绝不姑息。"
            "镇财政安排工作经费45万元，不得向村里摊派。要加强宣传引导，利用村村响讲清政策。",
            "第二，",
            1,
            "guarantee",
        ),
    )
    told = {key: fitted.answers.get(key) for key in ("command", "funds", "publicity")}
    assert told == {
        "command": "镇党委成立领导小组，我任组长。各包村领导要吃住在村",
        "funds": "镇财政安排工作经费45万元，不得向村里摊派",
        "publicity": "要加强宣传引导，利用村村响讲清政策",
    }


def test_what_is_secured_without_anybody_who_answers_for_it_is_no_duty() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、关心爱护队伍", "三、", 1, "guarantee"),
        ("一是待遇上保障，同工同酬落实到位；", "一是", 2, "guarantee"),
        ("二是生活上关心，改造值班室32间。", "二是", 2, "guarantee", "", True),
    )
    assert "duty" not in fitted.answers
    assert any("同工同酬" in text for text in fitted.unplaced)


def test_what_counts_in_the_yearly_review_is_no_part_of_the_duty_before_it() -> None:
    fitted = fit_shipped(
        "party_building",
        ("三、以上率下", "三、", 1, "guarantee"),
        ("党组要扛起主体责任，书记履行第一责任人职责。把整改情况纳入年度考核，占比不低于10%。", "", 1, "guarantee"),
    )
    assert fitted.answers["duty"] == "党组要扛起主体责任，书记履行第一责任人职责"


def test_several_checks_are_one_answer_and_money_beside_them_is_none() -> None:
    fitted = fit_shipped(
        "inspection_drive",
        ("四、严肃督查问责", "四、", 1, "guarantee"),
        (
            "区级领导每月带队检查不少于2次。区安委办每半月通报一次。对走过场的，从严追究责任。"
            "区财政安排专项经费260万元，用于奖励举报。",
            "",
            1,
            "guarantee",
        ),
    )
    checks = "区级领导每月带队检查不少于2次。区安委办每半月通报一次。对走过场的，从严追究责任"
    assert fitted.answers["checks"] == checks
    assert any("260万元" in text for text in fitted.unplaced)


def test_who_answers_what_is_checked_what_is_punished_and_what_is_paid_stand_apart_without_a_must() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、压实责任", "三、", 1, "guarantee"),
        (
            "我对全乡负总责，分管领导具体负责。凡因擅离职守造成伤亡的，一律先免职、再处理。乡纪委每周抽查值班两次。"
            "经费方面，乡财政挤出30万元，各村自筹一点。",
            "",
            1,
            "guarantee",
        ),
    )
    told = {key: fitted.answers.get(key) for key in ("duty", "checks", "funds")}
    assert told == {
        "duty": "我对全乡负总责，分管领导具体负责",
        "checks": "凡因擅离职守造成伤亡的，一律先免职、再处理。乡纪委每周抽查值班两次",
        "funds": "经费方面，乡财政挤出30万元，各村自筹一点",
    }
