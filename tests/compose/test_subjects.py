"""Measures that begin with who acts or what it is done to: nobody and no 要 is set right before them."""

from __future__ import annotations

import pytest

from drafting.compose.deadlines import says_date
from drafting.compose.subjects import tells_a_subject
from drafting.compose.verbs import tells_a_deed, verb_for

OWN_SUBJECT = (
    """
会议室改成阅览室|生活老师每晚查铺两次|应急物资由后勤处统一储备|查档时间由两天压缩到两小时|扫描件分辨率不低于300dpi|分厂领导跟班作业
奖励标准由各厂自定|采购价格网上公开|培训教材由教务处编写|奖励标准年底前公布|从业人员一律持证上岗|先进支部挂牌|先进宿舍每月评一次
各年级组签订承诺书|家长代表每学期听课一次|食堂要增加夜餐|车辆回场必检|不合格的供应商一律清退|第二次罚款500元|手卫生设施每个病区补齐
逾期的由镇里组织拆除|首检合格率达到98%|报警器由设备部统一更换|司机每季度考一次规程|明厨亮灶全部接入市级平台|2026年10月前学生宿舍实名上网
抢救车每天核对|护士长竞聘上岗|外来人员一律登记|检查结果每周上墙|分管领导每周到宿舍一次|会计和保管员双签字|这是群众最盼的事|通道是救命的路|安全是最大的效益|在建工地全部围挡
集团统一奖励标准|奖金按月发放|班长点名、讲风险、查劳保|财务部统一核发|工会组织评选|护士长带队查房|车队统一调度|乡镇统筹安排车辆|组长轮流值守
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
DEEDS = (
    """
组织志愿者每季度到社区服务一次|督促乡镇由专人盯守|把报名由线下改为线上|压缩群众等候的时间|会同县财政局清点设备|分批培训骨干|先清查再整改
安排值班员每天巡查|建立健全科室每月自查机制|从乡镇干部中选聘10名教师|对占道的一律先劝后管|核实户主是本人的当场办|看是否达标|查清漏水是谁的责任|先看底数是不是准|动员党员每月结对|每季度演练一次|同强校结对
制定奖励标准|调整采购价格|公开办事时限|应对汛情|会商研判|要把账对清|进厂检查|入户排查|下乡走访|会同公安部门检查|成立领导小组统一指挥|加强部门统筹|先改使用10年以上的|严格执行标准
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("measure", OWN_SUBJECT)
def test_a_measure_with_its_own_subject_is_known_and_is_no_deed(measure: str) -> None:
    assert tells_a_subject(measure)
    assert not tells_a_deed(measure)


@pytest.mark.parametrize("measure", DEEDS)
def test_a_measure_that_has_others_do_something_begins_with_no_subject(measure: str) -> None:
    assert not tells_a_subject(measure)


@pytest.mark.parametrize(
    "thing", ["明厨亮灶要全部接入监管平台", "司机每季度考一次规程", "门店由街道纳入清单", "值班日记上传平台"]
)
def test_no_verb_is_put_before_a_whole_sentence(thing: str) -> None:
    assert not verb_for(thing)


@pytest.mark.parametrize(
    ("measure", "deadline", "same"),
    [
        ("扫描件10月31日前归档", "10月底", True),
        ("各厂矿六月底以前完成", "6月底", True),
        ("奖励标准年底前公布", "12月", True),
        ("2026年10月前学生宿舍实名上网", "2026.10.31", True),
        ("3月底前招标", "6月底", False),
        ("两个月内补齐", "2月底", False),
        ("每月评一次", "1月底", False),
        ("清查3个月的账", "3月底", False),
    ],
)
def test_a_measure_that_holds_the_date_of_its_deadline_is_known(measure: str, deadline: str, same: bool) -> None:
    assert says_date(measure, deadline) is same
