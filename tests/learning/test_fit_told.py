"""What `--like` tells of an old speech as not placed is the speech's own text to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.chinese.punctuation import widen
from drafting.learning.as_written import as_written
from tests.learning.fitting import fit_shipped

SAID = (
    '一季度,全市共受理案件1.1万件,同比上升18.3%.从数据看,存在"三个不平衡":最好的达到78.1%,最差的只有52.4%.',
    "严格落实《关于规范程序的规定(试行)》,做到“一性两化”.为什么?因为这是'底线'--谁也碰不得!",
    "全年办案１２５件，结案率８５．５％…请大家心中有数．",
    '习近平总书记强调："中国人的饭碗任何时候都要牢牢端在自己手中。"这句话说得实在。',
)


@pytest.mark.parametrize("said", SAID)
def test_a_paragraph_without_a_place_is_told_with_the_marks_that_it_has(said: str) -> None:
    fitted = fit_shipped("work_conference", ("今天的天气很好。", "", 0, "opening"), (said, "", 0, "significance"))
    assert "".join(fitted.unplaced).endswith(said)


WORDS = ["全县", "税收", "12.5", "１２", *"%,.\"'():，“” ", "--", "..."]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS)), st.integers(0, 20), st.integers(1, 20))
def test_any_part_of_a_text_that_was_widened_is_found_as_it_stands(words: list[str], start: int, size: int) -> None:
    speech = "我们，" + "".join(words) + "。收尾"
    part = widen(speech)[start : start + size]
    (told,) = as_written([part], speech)
    letters = [character for character in part if character.isalnum()]
    assert not letters or told in speech


@pytest.mark.parametrize(
    "stages",
    [
        "这次整治分三个阶段。第一阶段为自查阶段（3月至4月），各单位要制定方案，逐项自查；第二阶段为攻坚阶段（5月至10月），对查出的隐患逐一整治；第三阶段为巩固阶段（11月至12月），总结经验。",
        "第一阶段，3月至4月，各单位要制定方案，逐项自查。第二阶段，5月至10月，对查出的隐患逐一整治。第三阶段，11月至12月，总结经验。",
    ],
)
def test_stages_told_in_a_paragraph_are_rows(stages: str) -> None:
    answers = fit_shipped("mobilisation", (stages, "", 0, "tasks")).answers
    assert [(row["span"], row["do"]) for row in answers["stages"]] == [
        ("3月至4月", "各单位要制定方案，逐项自查"),
        ("5月至10月", "对查出的隐患逐一整治"),
        ("11月至12月", "总结经验"),
    ]


def test_the_aim_of_it_all_and_what_there_is_to_build_on_are_told_with_their_names() -> None:
    answers = fit_shipped(
        "mobilisation",
        ("有利条件是：新楼去年10月投用，床位增加350张；引进博士14名；两个中心通过认证。", "", 0, "tasks"),
        ("工作从4月开始。总的目标是：确保12月一次通过评审。具体做好以下工作：", "", 0, "goals"),
    ).answers
    assert answers["aim"] == "确保12月一次通过评审"
    assert answers["conditions"] == ["新楼去年10月投用，床位增加350张", "引进博士14名", "两个中心通过认证"]


def test_what_the_secretaries_answer_for_is_what_they_are_to_do() -> None:
    answers = fit_shipped(
        "party_building",
        ("三、强化责任", "三、", 1, "guarantee"),
        (
            "各级党组织书记要履行第一责任人责任，每季度研究1次。区委组织部要加强督导，对进展慢的亮“黄牌”，在述职评议中体现。",
            "",
            1,
            "guarantee",
        ),
    ).answers
    assert answers["duty"] == "各级党组织书记要履行第一责任人责任，每季度研究1次"


def test_faults_told_in_an_item_that_alone_tells_them_are_rows_and_its_figures_too() -> None:
    answers = fit_shipped(
        "symposium",
        ("第一点，成绩来之不易。2025年，种畜存栏8642头，品牌店达到11家；贷款23.8亿元。", "第一点，", 1, "achievements"),
        (
            "第二点，问题不容回避。突出的有这么几个：成本高，一场官司打了两年；发现难，网店今天关了明天又开。",
            "第二点，",
            1,
            "shortcomings",
        ),
    ).answers
    assert [(row["what"], row["now"]) for row in answers["figures"]] == [
        ("种畜存栏", "8642头"),
        ("品牌店达到", "11家"),
        ("贷款", "23.8亿元"),
    ]
    assert [(row["point"], row["detail"]) for row in answers["shortcomings"]] == [
        ("成本高", "一场官司打了两年"),
        ("发现难", "网店今天关了明天又开"),
    ]


def test_faults_in_one_sentence_are_a_list_where_the_outline_lists_them_in_one_too() -> None:
    text = "但是，差距也明摆着。进度不平衡，有的镇只有21%；质量不过硬，有的厕所没水冲；参与不够，干部干、群众看。"
    lack = fit_shipped("campaign", (text, "", 0, "shortcomings")).answers["lack"]
    assert lack == ["进度不平衡，有的镇只有21%", "质量不过硬，有的厕所没水冲", "参与不够，干部干、群众看"]


def test_what_those_who_lead_are_to_do_is_duty_though_it_is_to_check() -> None:
    answers = fit_shipped(
        "work_conference",
        ("四、切实加强组织领导", "四、", 1, "guarantee"),
        (
            "各单位主要负责人要做到重大隐患亲自督办，每月带队检查不少于2次。安全部要加大突击检查力度，每月通报。",
            "",
            1,
            "guarantee",
        ),
    ).answers
    assert answers["duty"] == "各单位主要负责人要做到重大隐患亲自督办，每月带队检查不少于2次"
    assert answers["checks"] == "安全部要加大突击检查力度，每月通报"


@pytest.mark.parametrize(
    ("day", "told"), [("2026年1月15日", "年初"), ("二〇二六年十二月二十日", "年末"), ("2026年6月3日", None)]
)
def test_the_day_tells_whether_a_meeting_looks_back_on_the_year_or_ahead(day: str, told: str | None) -> None:
    answers = fit_shipped("work_conference", (f"（{day}）", "", 0, "byline", "byline")).answers
    assert answers.get("season") == told


def test_a_paper_names_what_it_rests_on_its_aim_and_what_is_to_be_reached_each_year() -> None:
    answers = fit_shipped(
        "opinion",
        ("根据《江南市加装电梯办法》（市政府令第86号），结合我区实际，提出以下意见。", "", 0, "opening"),
        ("一、总体要求", "一、", 1, "goals"),
        (
            "坚持业主主体的原则，用三年时间基本解决上下楼难问题。"
            "2026年完成150台，2027年完成200台，到2028年底完成500台以上。",
            "",
            1,
            "goals",
        ),
    ).answers
    assert answers["basis"] == "《江南市加装电梯办法》（市政府令第86号）"
    assert answers["aim"] == "用三年时间基本解决上下楼难问题"
    assert answers["targets"] == ["2026年完成150台", "2027年完成200台", "到2028年底完成500台以上"]


def test_what_is_to_stay_at_none_is_a_target_and_the_line_is_told_to_its_end() -> None:
    text = (
        "工作的总体思路是：以质量为中心，抓规范、强队伍、保安全。"
        "奋斗目标是：上线率突破72%，600分以上达到15人，安全事故为零。"
    )
    answers = fit_shipped("work_conference", (text, "", 0, "goals")).answers
    assert answers["focus"] == "以质量为中心，抓规范、强队伍、保安全"
    assert answers["targets"] == ["上线率突破72%", "600分以上达到15人", "安全事故为零"]


def test_what_was_seen_where_yesterday_and_who_spoke_today_have_their_own_tables() -> None:
    text = (
        "昨天下午，我们参观了青山县龙山林场的管护平台、白水乡的油茶基地和大屋村的“林下鸡”合作社；"
        "今天上午，青山县、东山区先后作了发言，市林业局通报了情况。"
    )
    answers = fit_shipped("on_site", (text, "", 0, "opening")).answers
    assert [(row["place"], row["saw"]) for row in answers["visited"]] == [
        ("青山县龙山林场", "管护平台"),
        ("白水乡", "油茶基地"),
        ("大屋村", "“林下鸡”合作社"),
    ]
    assert [(row["who"], row["did"]) for row in answers["agenda"]] == [
        ("青山县、东山区", "先后作了发言"),
        ("市林业局", "通报了情况"),
    ]


def test_an_instruction_written_on_a_report_and_who_spoke_behind_its_quotation_are_told() -> None:
    text = (
        "昨天，区委刘书记在我局的报告上批示：“孩子们吃饭是天大的事，出了问题唯你们是问。”"
        "刚才，监管局董立科长给大家上了一堂课，实验小学、第五幼儿园介绍了经验。"
    )
    answers = fit_shipped("mobilisation", (text, "", 0, "opening")).answers
    assert answers["instruction_from"] == "区委刘书记"
    assert answers["instruction"] == "孩子们吃饭是天大的事，出了问题唯你们是问"
    assert [(row["who"], row["did"]) for row in answers["agenda"]] == [
        ("监管局董立科长", "给大家上了一堂课"),
        ("实验小学、第五幼儿园", "介绍了经验"),
    ]


def test_long_names_of_those_who_are_to_help_and_long_demands_are_told_apart() -> None:
    text = (
        "各级党委要加强和改善对妇联工作的领导，每年听取一次汇报。"
        "工会、共青团、教育、民政、卫健等部门要主动支持配合，形成齐抓共管的格局。"
    )
    answers = fit_shipped("work_conference", (text, "", 0, "guarantee")).answers
    assert answers["duty"] == "各级党委要加强和改善对妇联工作的领导，每年听取一次汇报"
    assert answers["partners"] == "工会、共青团、教育、民政、卫健等部门要主动支持配合，形成齐抓共管的格局"


def test_stages_told_in_an_item_beside_tasks_are_no_measures_of_it() -> None:
    stages = (
        "第二，我们怎么办？分三步走：第一阶段（1月10日—1月31日），由质管办牵头，逐条自评。"
        "第二阶段（2月1日—2月28日），院领导分片包干。"
    )
    answers = fit_shipped(
        "mobilisation",
        ("第一，抓质量。18项制度人人要熟记、个个会操作。", "第一，", 1, "tasks"),
        (stages, "第二，", 1, "tasks"),
        ("第三，抓安全。不良事件一律上报。", "第三，", 1, "tasks"),
    ).answers
    assert [(row["span"], row["do"]) for row in answers["stages"]] == [
        ("1月10日—1月31日", "由质管办牵头，逐条自评"),
        ("2月1日—2月28日", "院领导分片包干"),
    ]
    assert all(row.get("owner") != "质管办" for row in answers["tasks"])


def test_what_a_treasury_pays_is_about_funds_whatever_heads_it() -> None:
    answers = fit_shipped(
        "work_conference",
        ("三、加强领导", "三、", 1, "guarantee"),
        ("一要压实责任。各县区主要负责同志要亲自抓、负总责。", "一要", 2, "guarantee"),
        ("二要强化保障。市财政安排专项资金1.5亿元，比去年增加3000万元。", "二要", 2, "guarantee"),
    ).answers
    assert answers["funds"].startswith("市财政安排专项资金1.5亿元")
    assert "各县区主要负责同志要亲自抓、负总责" in answers["duty"]


def test_stages_in_one_sentence_may_have_spans_from_day_to_day() -> None:
    fitted = fit_shipped(
        "campaign",
        ("二、怎么干", "二、", 1, "goals"),
        (
            "行动分三步走：4月下旬至5月10日动员部署；5月11日至7月10日集中整治；7月11日至7月25日总结验收。",
            "",
            1,
            "goals",
        ),
    )
    assert fitted.answers["stages"] == [
        {"span": "4月下旬至5月10日", "do": "动员部署"},
        {"span": "5月11日至7月10日", "do": "集中整治"},
        {"span": "7月11日至7月25日", "do": "总结验收"},
    ]


def test_how_opinions_said_at_a_meeting_are_dealt_with_is_an_answer() -> None:
    fitted = fit_shipped(
        "symposium",
        ("同志们：", "", 0, "greeting", "salutation"),
        ("大家谈得很好。会后，两办要把这些意见逐条梳理，分解到部门，限期答复。下面我谈三点。", "", 0, "opening"),
    )
    assert fitted.answers["replies"] == "会后，两办要把这些意见逐条梳理，分解到部门，限期答复"


def test_papers_that_a_paper_is_based_on_may_be_of_other_bodies() -> None:
    fitted = fit_shipped(
        "opinion",
        (
            "根据《农村供水条例》和市政府《关于推进供水一体化的意见》（市政发〔2031〕6号）精神，提出如下意见。",
            "",
            0,
            "opening",
        ),
    )
    assert fitted.answers["basis"] == "《农村供水条例》和市政府《关于推进供水一体化的意见》（市政发〔2031〕6号）"


def test_the_activity_that_the_title_names_is_known_though_it_is_said_once() -> None:
    fitted = fit_shipped(
        "campaign",
        ("在全县“净网护苗”专项行动部署会议上的讲话", "", 0, "title", "title"),
        ("今天的会议，主要任务是部署三个月的专项行动。", "", 0, "opening"),
    )
    assert fitted.answers["activity"] == "“净网护苗”专项行动"
