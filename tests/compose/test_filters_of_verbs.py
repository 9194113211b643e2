"""Which adverbs an answer may take: 着力改造管网, 切实管住水源, but 要每户备一册."""

from __future__ import annotations

import pytest

from drafting.errors import UserError
from tests.helpers import said


def fits(word: str, answer: str) -> bool:
    return (
        said(f'{{% if m is goes_with("{word}") %}}合{{% else %}}不合{{% endif %}}', "{m: 措施}", f"m: {answer}") == "合"
    )


@pytest.mark.parametrize("answer", ["改造老旧管网", "推进并联审批，一次办结", "完善预案", "提高床位使用率。"])
def test_what_is_worked_at_takes_an_adverb_of_effort(answer: str) -> None:
    assert fits("着力", answer)


@pytest.mark.parametrize("answer", ["管住水源", "备足物资", "把责任压到人头", "加强值守", "完善预案", "查清底数"])
def test_what_is_done_in_earnest_takes_its_adverb(answer: str) -> None:
    assert fits("切实", answer)


@pytest.mark.parametrize("word", ["着力", "切实", "作为"])
@pytest.mark.parametrize(
    "answer",
    [
        "每户备一册",
        "可研、用地、环评并联办理",
        "对占道的先劝后管",
        "培训经费由县里出",
        "建设单位先行自查",
        "把关要严",
        "不留死角",
    ],
)
def test_what_begins_with_no_verb_takes_none(word: str, answer: str) -> None:
    assert not fits(word, answer)


def test_a_measure_of_one_clause_may_be_made_the_chief_one() -> None:
    assert fits("作为", "修订预案。")
    assert fits("作为", "建成两座泵站")
    assert not fits("作为", "修订预案，演练一次")
    assert not fits("作为", "把渠修好")


def test_other_words_are_refused() -> None:
    with pytest.raises(UserError, match="goes_with"):
        fits("大力", "推进改革")


def test_an_answer_is_asked_for_its_first_character() -> None:
    template = '{% if m is begins_with("在到") %}合{% else %}不合{% endif %}'
    assert said(template, "{m: 目标}", "m: 在汛期以前完成") == "合"
    assert said(template, "{m: 目标}", "m: 汛期以前完成") == "不合"
    assert said(template, "{m: 目标}", "") == "不合"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("三年行动方案", "落实三年行动方案"),
        ("河长制", "落实河长制"),
        ("安全生产大检查", "抓好安全生产大检查"),
        ("网格员队伍", "抓好网格员队伍"),
        ("印发工作方案", "印发工作方案"),
        ("建立台账", "建立台账"),
        ("开好例会", "开好例会"),
        ("把责任制压到人头", "把责任制压到人头"),
        ("每周例会", "每周例会"),
        ("一户一册", "一户一册"),
        ("校车每天检查", "校车每天检查"),
        ("救生衣随船检查", "救生衣随船检查"),
        ("晾晒行动", "晾晒行动"),
    ],
)
def test_what_names_a_thing_gets_the_verb_it_lacks(answer: str, expected: str) -> None:
    assert said("这样做：{{ m|deed }}", "{m: 措施}", f"m: {answer}") == f"这样做：{expected}"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("核对库房", True),
        ("把账对清", True),
        ("晾网", True),
        ("补课", True),
        ("预约挂号", True),
        ("晒出账本", True),
        ("检查设备", True),
        ("指导创建对象逐项补课", True),
        ("指导员每周下点", False),
        ("指导意见发到各家", False),
        ("清点库房", True),
        ("检修水管", True),
        ("打扫卫生", True),
        ("管理好学生", True),
        ("乡镇卫生院的医生每周坐诊两天", False),
        ("登记的车辆逐台核对", False),
        ("立案窗口延时", False),
        ("检查结果上墙", False),
        ("修船厂夜里开门", False),
        ("值班", True),
        ("值班人员双签字", False),
        ("培训费由镇里出", False),
        ("收费窗口增加", False),
        ("开放时间延长", False),
    ],
)
def test_who_does_it_stands_only_before_a_deed(answer: str, expected: bool) -> None:
    assert said("{% if m is deed %}是{% else %}否{% endif %}", "{m: 措施}", f"m: {answer}") == (
        "是" if expected else "否"
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("值班水手每晚查船两次", True),
        ("每两小时巡一遍", True),
        ("抢修队24小时待命", True),
        ("医疗废物日产日清", True),
        ("建立每月例会制度", False),
        ("把每户的水表换新", False),
        ("加固系船柱", False),
    ],
)
def test_what_is_done_day_by_day_is_known(answer: str, expected: bool) -> None:
    assert said("{% if m is recurring %}是{% else %}否{% endif %}", "{m: 措施}", f"m: {answer}") == (
        "是" if expected else "否"
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("开学前检修一遍", True),
        ("每月通报进度", True),
        ("3月底前建成", True),
        ("发药前问一遍姓名", True),
        ("离岗前关灯", True),
        ("洗净后再用", True),
        ("交班时当面点清", True),
        ("在门前设岗", False),
        ("服务台前移", False),
        ("及时补换零件", False),
        ("做好售后回访", False),
        ("提前衔接手续", False),
        ("推进前期工作", False),
    ],
)
def test_an_answer_with_its_own_time_is_known(answer: str, expected: bool) -> None:
    assert said("{% if m is timed %}是{% else %}否{% endif %}", "{m: 措施}", f"m: {answer}") == (
        "是" if expected else "否"
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("首检合格率达到98%", "是"), ("会议室改成阅览室", "是"), ("把首检合格率提到98%", "否"), ("", "否")],
)
def test_an_answer_that_begins_with_what_it_is_about_is_known(answer: str, expected: str) -> None:
    assert said("{% if m is subject %}是{% else %}否{% endif %}", "{m: 措施}", f"m: {answer}") == expected


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ("[扫描件10月31日前归档]", "是"),
        ("[扫描件10月31日归档, 十月底复核]", "是"),
        ("[扫描件10月31日前归档, 复核]", "否"),
    ],
)
def test_measures_that_all_hold_the_date_of_the_deadline_are_known(measures: str, expected: str) -> None:
    template = "{% if m is dated(by) %}是{% else %}否{% endif %}"
    asked = "{m: {ask: 措施, type: list}, by: 期限}"
    assert said(template, asked, f"m: {measures}\nby: 10月底") == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("报警器由设备部统一更换", "是"), ("设备部换报警器", "是"), ("会同设备部更换", "否")]
)
def test_a_measure_that_says_who_does_it_is_known(answer: str, expected: str) -> None:
    template = "{% if m is naming(who) %}是{% else %}否{% endif %}"
    assert said(template, "{m: 措施, who: 谁}", f"m: {answer}\nwho: 设备部") == expected


def heard_as(kind: str, did: str) -> bool:
    template = f'{{% if m is heard_as("{kind}") %}}合{{% else %}}不合{{% endif %}}'
    return said(template, "{m: 做了什么}", f"m: {did}") == "合"


@pytest.mark.parametrize(
    ("did", "kinds"),
    [
        ("作了表态发言", "表态"),
        ("讲了各自的打算", "表态"),
        ("代表全体司机宣读了决心书", "表态"),
        ("作了交流发言", "交流"),
        ("介绍了集体备课的做法", "交流"),
        ("部署了全年工作", "部署"),
        ("宣读了方案", "部署"),
        ("通报了评审意见和整改安排", "部署"),
        ("签订了承诺书", "表态"),
        ("表示一定按期完成", "表态"),
        ("代表受通报单位作了表态", "表态"),
        ("汇报了前段情况和下步打算", "表态"),
        ("作了典型发言", "交流"),
        ("谈了各自的做法，也摆了难处", "交流"),
        ("介绍了扭转落后局面的经验", "交流"),
        ("宣读了《整治违章停泊实施方案》。", "部署"),
        ("部署了隐患排查", "部署"),
        ("总结了去年的工作，对装卸任务逐项作了安排", "部署"),
        ("就计划草案作了说明", "部署"),
        ("通报了去年的事故", "问题"),
        ("通报了装卸任务没有完成的情况", "问题"),
        ("通报了承诺事项没有兑现的情况", "问题"),
        ("通报了3起违章典型案例", "问题"),
        ("点评了方案执行中的问题", "问题"),
        ("汇报了整改方案落实不力的原因", "问题"),
        ("曝光了做法不规范的码头", "问题"),
        ("宣读了任务没有完成的单位名单", "问题"),
        ("作了检讨，并表示坚决改正", "问题"),
        ("分析了不足，介绍了做法", "问题"),
        ("通报了责任书的落实情况", ""),
        ("通报了典型选树情况", ""),
        ("点评了各家的做法", ""),
        ("传达了省里的要求", ""),
        ("通报了救灾款的安排情况", ""),
        ("汇报了补上短板的做法", "交流"),
        ("作了发言", ""),
        ("提了意见", ""),
    ],
)
def test_what_was_heard_is_told_by_its_kind(did: str, kinds: str) -> None:
    assert [kind for kind in ("表态", "交流", "部署", "问题") if heard_as(kind, did)] == kinds.split()


def test_other_kinds_of_contributions_are_refused() -> None:
    with pytest.raises(UserError, match="heard_as"):
        heard_as("鼓掌", "作了发言")


@pytest.mark.parametrize(
    ("who", "holds"), [("柳坪镇", "是"), ("柳坪镇、上河灌区", "是"), ("县水务局", "否"), ("", "否")]
)
def test_an_answer_that_holds_another_is_known(who: str, holds: str) -> None:
    told = said("{% if w is holding(n) %}是{% else %}否{% endif %}", "{w: 谁, n: 名称}", f"w: {who}\nn: 柳坪镇")
    assert told == holds
