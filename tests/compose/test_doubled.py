"""Words that the wording says already may be typed into an answer, and stand once."""

from __future__ import annotations

import pytest

from tests.helpers import composed, lines, said

BOTH_HAVE = [  # a word that both have stands once
    ("工作中，要{{ a }}。", "要当天批改", "工作中，要当天批改。"),
    ("由{{ a }}牵头，月底前完成。", "由体育组牵头", "由体育组牵头，月底前完成。"),
    ("由{{ a }}牵头。", "体育组", "由体育组牵头。"),
    ("我向{{ a }}表示感谢。", "向护工们", "我向护工们表示感谢。"),
    ("让我们{{ a }}！", "让我们把每个孩子教好", "让我们把每个孩子教好！"),
    ("究其原因，因为{{ a }}。", "因为老师少", "究其原因，因为老师少。"),
    ("要{{ a }}。", "要素保障跟上去", "要要素保障跟上去。"),
    ("由{{ a }}负责。", "由来已久的那个科", "由由来已久的那个科负责。"),
    ("由小变大，{{ a }}。", "由弱变强", "由小变大，由弱变强。"),
    ("让我们{{ a }}！", "让孩子高高兴兴来", "让孩子高高兴兴来！"),
    ("让我们{{ a }}！", "我们一起干", "让我们一起干！"),
    ("他们{{ a }}。", "他们把水费收上来了", "他们把水费收上来了。"),
    ("由水务局牵头，{{ a }}配合。", "应急局配合", "由水务局牵头，应急局配合。"),
    ("这个会是{{ a }}决定召开的。", "县委决定", "这个会是县委决定召开的。"),
    ("究其原因，{{ a }}。", "究其原因，是没抓", "究其原因，是没抓。"),
    ("要确保{{ a }}。", "使办结率达到95%", "要确保办结率达到95%。"),
    ("要确保{{ a }}。", "使用安全", "要确保使用安全。"),
    ("我向{{ a }}表示感谢。", "衷心感谢护工们", "我向护工们表示感谢。"),
    ("{{ a }}工作要抓紧。", "防汛工作", "防汛工作要抓紧。"),
    ("今天{{ a }}。", "天天都要查", "今天天天都要查。"),
    ("要慢慢{{ a }}。", "慢慢来", "要慢慢慢慢来。"),
    ("先立规矩，{{ a }}。", "规矩立了就要守", "先立规矩，规矩立了就要守。"),
    ("截至2026{{ a }}。", "2026年底", "截至20262026年底。"),
    ("看党员和{{ a }}满意不满意。", "孩子和家长", "看党员、孩子和家长满意不满意。"),
    ("看党员和{{ a }}满意不满意。", "温和的人", "看党员和温和的人满意不满意。"),
]
OWN_CAUSE = [  # an answer that leads to its cause itself needs no other lead
    ("究其原因，{{ a }}。", "去年换了人，究其原因是没有交接", "去年换了人，究其原因是没有交接。"),
    ("究其根源，在于{{ a }}。", "去年换了人；究其原因，是没有交接", "去年换了人；究其原因，是没有交接。"),
    ("往深里想，原因在于{{ a }}。", "去年换了人，主要原因是没有交接", "去年换了人，主要原因是没有交接。"),
    ("怎么来的？说到底，是因为{{ a }}。", "人手少，病根在编制", "怎么来的？人手少，病根在编制。"),
    ("根子在哪里？就在于{{ a }}。", "人手少，根子在编制", "根子在哪里？人手少，根子在编制。"),
    ("究其原因，在于{{ a }}。", "人手不足", "究其原因，在于人手不足。"),
    ("要查明原因，{{ a }}。", "报上去，主要原因是人少的补人", "要查明原因，报上去，主要原因是人少的补人。"),
    ("归根到底，{{ a }}。", "人手少，归根到底是没抓", "人手少，归根到底是没抓。"),
]
OWN_ORDER = [  # an answer that brings its own word of order needs none
    ("要先{{ a }}。", "先打疫苗", "要先打疫苗。"),
    ("要先{{ a }}。", "首先打疫苗", "要首先打疫苗。"),
    ("要先通风，再{{ a }}。", "最后复查", "要先通风，最后复查。"),
    ("要先通风，再{{ a }}。", "后清理", "要先通风，后清理。"),
    ("要通风，还要{{ a }}。", "还要消毒", "要通风，还要消毒。"),
    ("要通风，随后，{{ a }}。", "随后消毒", "要通风，随后消毒。"),
    ("要先{{ a }}。", "先进班组先试", "首先，先进班组先试。"),
    ("要通风，再{{ a }}。", "再生水厂先试", "要通风，然后，再生水厂先试。"),
    ("要通风，还要{{ a }}。", "先培训后上岗", "要通风，还要先培训后上岗。"),
    ("首先，要{{ a }}。", "先修漏的，再修歪的", "要先修漏的，再修歪的。"),
    ("交给站里去办：先{{ a }}。", "没有水的站点，先接水", "交给站里去办：没有水的站点，先接水。"),
    ("要先{{ a }}。", "没有水的站点，先接水", "没有水的站点，先接水。"),
    ("要先{{ a }}。", "清点一遍，先报总数", "要清点一遍，先报总数。"),
    ("要优先{{ a }}。", "改造旧站，先接水", "要优先改造旧站，先接水。"),
    ("既要通风，又要{{ a }}。", "最后复查", "既要通风，又要最后复查。"),
    ("要通风，再{{ a }}。", "最后一公里打通", "要通风，然后，最后一公里打通。"),
]
OWN_MUST = [  # one that says itself what must be needs no 要
    ("工作中，要{{ a }}。", "不准拖延", "工作中，不准拖延。"),
    ("既要快办，又要{{ a }}。", "不补不改", "既要快办，又不补不改。"),
    ("工作中，要{{ a }}。", "必须按月检查", "工作中，必须按月检查。"),
    ("工作中，要{{ a }}。", "不断改进", "工作中，要不断改进。"),
    ("只要{{ a }}，就能办好。", "不怕麻烦", "只要不怕麻烦，就能办好。"),
    ("主要{{ a }}。", "必须按月检查", "主要必须按月检查。"),
    ("工作中，要{{ a }}。", "不同部门一起上", "工作中，要不同部门一起上。"),
]
NO_MUST = [  # where no 要 belongs, that of the answer goes
    ("目标是{{ a }}。", "要查清电线", "目标是查清电线。"),
    ("我们的目标是：{{ a }}。", "要在5月底前，隐患清零", "我们的目标是：在5月底前，隐患清零。"),
    ("力争{{ a }}。", "要年底建成", "力争年底建成。"),
    ("为{{ a }}，先摸底。", "要查清电线", "为查清电线，先摸底。"),
    ("提高认识，坚定{{ a }}的信心。", "要开展大体检", "提高认识，坚定开展大体检的信心。"),
    ("{{ a }}，是着眼长远作出的决定。", "要开展大体检", "开展大体检，是着眼长远作出的决定。"),
    ("{{ a }}的大幕就此拉开。", "要开展大体检", "开展大体检的大幕就此拉开。"),
    ("只有{{ a }}，才能放心。", "要查清电线", "只有查清电线，才能放心。"),
    ("关键是{{ a }}。", "要查清电线", "关键是要查清电线。"),
    ("总的目标，是{{ a }}。", "要让村村通路", "总的目标，是要让村村通路。"),
    ("力争{{ a }}。", "要素保障跟上去", "力争要素保障跟上去。"),
    ("{{ a }}的单位列出来。", "要整改", "要整改的单位列出来。"),
]
NUMBERS = [  # what a number does is said once
    ("{{ a }}由30件减少到3件。", "投诉达到", "投诉由30件减少到3件。"),
    ("{{ a }}稳定在100%。", "渔船进港率达到", "渔船进港率稳定在100%。"),
    ("{{ a }}要达到80具。", "灭火器达到", "灭火器要达到80具。"),
    ("{{ a }}是20个。", "监控增加到", "监控是20个。"),
    ("{{ a }}81.2%。", "入园率达到", "入园率达到81.2%。"),
    ("{{ a }}由东向西排。", "队伍迟到", "队伍迟到由东向西排。"),
]


@pytest.mark.parametrize(
    ("template", "answer", "sentence"), [*BOTH_HAVE, *OWN_CAUSE, *OWN_ORDER, *OWN_MUST, *NO_MUST, *NUMBERS]
)
def test_wording_and_answer_say_a_thing_once(template: str, answer: str, sentence: str) -> None:
    assert said(template, "{a: 甲}", f"a: {answer}") == sentence.removesuffix("。")


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("要查清底数，还要{{ a }}。", "要查清底数，同时不新盖房。"),
        ("要查清底数，还{{ a }}。", "要查清底数，同时不新盖房。"),
        ("要查清底数，再{{ a }}。", "要查清底数，同时不新盖房。"),
        ("要查清底数，然后再{{ a }}。", "要查清底数，同时不新盖房。"),
        ("要查清底数，更要{{ a }}。", "要查清底数，尤其不新盖房。"),
        ("要查清底数，并{{ a }}。", "要查清底数，并且不新盖房。"),
        ("要先{{ a }}。", "要首先不新盖房。"),
        ("要查清底数，也要{{ a }}。", "要查清底数，也不新盖房。"),
        ("既要查清底数，又要{{ a }}。", "既要查清底数，又不新盖房。"),
        ("他们一再{{ a }}。", "他们一再不新盖房。"),
    ],
)
def test_a_joint_before_a_not_never_says_the_opposite(template: str, sentence: str) -> None:
    """还不, 再不, 更不, 并不, 先不 deny or put off what the answer only forbids."""
    assert said(template, "{a: 甲}", "a: 不新盖房") == sentence.removesuffix("。")


@pytest.mark.parametrize(
    ("template", "answer", "sentence"),
    [
        ("要{{ a }}", "超载的车一律不出场", "超载的车一律不出场"),
        ("必须{{ a }}", "连续开四小时必须停车", "连续开四小时必须停车"),
        ("要{{ a }}", "学校将全面落实阳光一小时", "学校将全面落实阳光一小时"),
        ("要通风，还要{{ a }}", "县医院将开设夜间门诊", "要通风；同时，县医院将开设夜间门诊"),
        ("要{{ a }}", "逐步将旧管网换完", "要逐步将旧管网换完"),
        ("要{{ a }}", "全年引进硕士20名", "全年引进硕士20名"),
        ("要{{ a }}", "全年度考核", "要全年度考核"),
        ("要{{ a }}", "封闭率达到100%", "要使封闭率达到100%"),
        ("必须{{ a }}", "立案等候时间不超过20分钟", "必须使立案等候时间不超过20分钟"),
        ("要{{ a }}", "把封闭率提高到100%", "要把封闭率提高到100%"),
        ("要{{ a }}", "厕所、楼道、宿舍每天打扫三遍", "要做到厕所、楼道、宿舍每天打扫三遍"),
        ("要{{ a }}", "经营性自建房一栋不漏", "要使经营性自建房一栋不漏"),
        ("必须{{ a }}", "500米内防尘网全部清走", "必须使500米内防尘网全部清走"),
        ("要{{ a }}", "城东加压站6月底通水", "要做到城东加压站6月底通水"),
        ("还要{{ a }}", "调度大屏上线", "调度大屏上线"),
        ("还要{{ a }}", "推动系统上线", "还要推动系统上线"),
        ("还要{{ a }}", "老旧泵房逐座换泵", "老旧泵房逐座换泵"),
        ("先{{ a }}", "乡镇每栋建档", "首先，乡镇每栋建档"),
        ("上公开课，更要{{ a }}", "教学竞赛获奖的评职称优先", "上公开课，教学竞赛获奖的评职称优先"),
        ("飞一趟，还要{{ a }}", "重点处所装摄像头216个", "飞一趟，重点处所装摄像头216个"),
        ("先盯控；同时要{{ a }}", "吊车作业前必须报备", "先盯控；同时，吊车作业前必须报备"),
        ("办公室牵头，先{{ a }}", "农场、工厂都可以挂牌", "办公室牵头，首先，农场、工厂都可以挂牌"),
        ("先集中学；最后{{ a }}", "年轻干警到大数据局跟班三个月", "先集中学；最后，年轻干警到大数据局跟班三个月"),
        ("先集中学；最后{{ a }}", "组织考试", "先集中学；最后组织考试"),
        ("备件库自己管；同时{{ a }}", "半夜爆管一小时到场", "备件库自己管；同时，半夜爆管一小时到场"),
        ("先随访，进而{{ a }}", "社区医院接着管", "先随访；此外，社区医院接着管"),
        ("先随访，进而{{ a }}", "建立档案", "先随访，进而建立档案"),
        ("既要{{ a }}", "青年法官每人配一名导师", "既要做到青年法官每人配一名导师"),
        ("先{{ a }}", "23座塘坝逐座查", "首先，23座塘坝逐座查"),
        ("各水厂要{{ a }}", "报修两小时内到场", "各水厂报修两小时内到场"),
        ("组织部要{{ a }}", "组织开展一次活动", "组织部要组织开展一次活动"),
        ("定目录，并{{ a }}", "患者一个电话能找到主刀医生", "定目录；同时，患者一个电话能找到主刀医生"),
        ("定目录，并{{ a }}", "公布结果", "定目录，并公布结果"),
        ("在麻醉门诊，看了{{ a }}", "听了术前评估怎样前移", "在麻醉门诊，听了术前评估怎样前移"),
        ("在中心，看了{{ a }}", "患者从入院到出院的全过程", "在中心，看了患者从入院到出院的全过程"),
        ("发手册，为的是{{ a }}", "师生都要说得出培养目标", "发手册，为的是师生都要说得出培养目标"),
        ("车载灭火器一车一具，借此{{ a }}", "电动车不得进库充电", "车载灭火器一车一具，借此做到电动车不进库充电"),
        ("家长陪餐；还得{{ a }}", "要有记录", "家长陪餐；还得有记录"),
        ("先查验，还要{{ a }}", "超载的车一律不出场", "先查验；同时，超载的车一律不出场"),
        ("要{{ a }}", "把违建一律拆除", "要把违建一律拆除"),
        ("要{{ a }}", "改造管网，旧管一律不用", "要改造管网，旧管一律不用"),
        ("只要{{ a }}", "超载一律不出场", "只要超载一律不出场"),
        ("力争{{ a }}", "三个分院都要有项目、有设备", "三个分院都要有项目、有设备"),
        ("力争{{ a }}", "三个分院都有项目", "力争三个分院都有项目"),
        ("{% if a is one_clause %}为{% endif %}{{ a }}", "三个分院都要有项目、有设备", "三个分院都要有项目、有设备"),
        ("{% if a is one_clause %}为{% endif %}{{ a }}", "三个分院都有项目、有设备", "为三个分院都有项目、有设备"),
    ],
)
def test_no_demand_stands_before_what_says_itself_that_it_must_be(template: str, answer: str, sentence: str) -> None:
    assert said(template + "。", "{a: 措施}", f"a: {answer}") == sentence


@pytest.mark.parametrize(
    "measure",
    [
        "坏的当场换",
        "面厂每天多出两车",
        "早市晚市都开",
        "培训费由镇里出",
        "检查结果上墙",
        "修船厂夜里开门",
        "每个班组年内至少有一名党员",
    ],
)
@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("必须{{ a }}", "要做到{}"),
        ("对此，务必{{ a }}", "对此，{}"),
        ("逐户核对；还要{{ a }}", "逐户核对；{}"),
        ("逐户核对。还得{{ a }}", "逐户核对。{}"),
        ("不仅要逐户核对，而且要{{ a }}", "不仅要逐户核对，而且{}"),
        ("按次处理：不但要{{ a }}；而且要通报", "按次处理：{}；而且要通报"),
        ("既要逐户核对，又要{{ a }}", "既要逐户核对，又要做到{}"),
        ("逐户核对，才能{{ a }}", "逐户核对，才能做到{}"),
        ("要先{{ a }}；再核对", "首先，{}；再核对"),
        ("先核对；再{{ a }}", "先核对；然后，{}"),
        ("先核对；最后{{ a }}", "先核对；最后，{}"),
        ("逐户核对，进而{{ a }}", "逐户核对，{}"),
        ("逐户核对。要{{ a }}", "逐户核对。要做到{}"),
        ("{{ b }}要{{ a }}", "各队要做到{}"),
        ("只要{{ a }}，就能办好", "只要{}，就能办好"),
        ("办法是{{ a }}", "办法是{}"),
    ],
)
def test_no_demand_stands_before_what_begins_with_its_own_subject(template: str, sentence: str, measure: str) -> None:
    asked = "{a: 措施, b: 谁}" if "b" in template else "{a: 措施}"
    assert said(template + "。", asked, f"a: {measure}\n" + "b: 各队" * ("b" in template)) == sentence.format(measure)


@pytest.mark.parametrize(
    "measure",
    [
        "逐户核对",
        "对坏的当场换",
        "确保班车每天检查",
        "组织学员每周练一次",
        "提前衔接",
        "每天通报",
        "由镇里出培训费",
        "推动名册更新",
        "督促窗口按时办结",
        "清出旧药",
    ],
)
def test_what_begins_with_a_verb_or_leads_to_one_keeps_its_demand(measure: str) -> None:
    assert said("必须{{ a }}。", "{a: 措施}", f"a: {measure}") == f"必须{measure}"


@pytest.mark.parametrize(
    ("template", "answer", "sentence"),
    [
        ("必须{{ a }}。", "不收礼", "必须做到不收礼。"),
        ("会上，我{{ a }}，道一声辛苦。", "我代表院党委", "会上，我代表院党委，道一声辛苦。"),
        ("一定要{{ a }}！", "不看地标", "一定要做到不看地标！"),
        ("{{ b }}要{{ a }}。", "不迟到", "各队要做到不迟到。"),
        ("{{ b }}要{{ a }}。", "不得迟到", "各队不得迟到。"),
        ("{{ b }}要{{ a }}。", "不断改进", "各队要不断改进。"),
        ("当场量，借此{{ a }}。", "不合格的不上船", "当场量，借此做到不合格的不上船。"),
        ("当场量，才能{{ a }}。", "不走过场", "当场量，才能做到不走过场。"),
        ("当场量，才能{{ a }}。", "有底", "当场量，才能有底。"),
        ("{{ b }}听着：要{{ a }}。", "不迟到", "各队听着：不迟到。"),
        ("查出两起。要{{ a }}。", "支部会开到井口，不占休息时间", "查出两起。要做到支部会开到井口，不占休息时间。"),
        ("查出两起。要{{ a }}。", "深入学习贯彻会议精神", "查出两起。要深入学习贯彻会议精神。"),
    ],
)
def test_what_is_not_to_be_done_is_demanded_and_not_told(template: str, answer: str, sentence: str) -> None:
    asked = "{a: 甲, b: 乙}" if "b" in template else "{a: 甲}"
    facts = f"a: {answer}" + ("\nb: 各队" if "b" in template else "")
    assert said(template, asked, facts) == sentence.removesuffix("。")


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{{ b }}已经动手，让我们对标先进，{{ a }}！", "县里已经动手，让我们对标先进，为孩子站岗！"),
        ("让我们在{{ b }}的带领下，{{ a }}！", "让我们在县里的带领下，为孩子站岗！"),
        ("{{ b }}说：让我们动起来！{{ a }}！", "县里说：让我们动起来！让我们为孩子站岗！"),
    ],
)
def test_a_sentence_calls_on_us_once(template: str, sentence: str) -> None:
    assert said(template, "{a: 甲, b: 乙}", "a: 让我们为孩子站岗\nb: 县里") == sentence


@pytest.mark.parametrize("target", ["6月底以前实现全覆盖", "6月底前，实现全覆盖", "6月底之前实现全覆盖", "实现全覆盖"])
def test_a_deadline_that_the_answer_says_again_stands_once(target: str) -> None:
    questions = "{due: {ask: 时限, type: date}, a: 目标}"
    assert said("在{{ due }}前{{ a }}。", questions, f"due: 6月底\na: {target}") == "在6月底前实现全覆盖"


@pytest.mark.parametrize("due", ["4月底前", "4月底以前", "4月底之前", "4月底"])
def test_a_deadline_may_be_typed_with_its_before(due: str) -> None:
    questions = "{due: {ask: 时限, type: date}}"
    assert said("{{ due }}前完成。", questions, f"due: {due}") == "4月底前完成"


def test_a_before_that_the_wording_lacks_stays() -> None:
    assert said("时限是{{ due }}。", "{due: {ask: 时限, type: date}}", "due: 二季度末前") == "时限是二季度末前"


OUTLINE = """
    questions:
      tasks: {ask: 任务, type: table, columns: {heading: 标题}}
    parts:
      - {move: tasks, each: tasks, number: 一、, heading: "{{ heading }}", text: 抓紧办。}
"""


def _headings(*typed: str, more: str = "") -> list[str]:
    facts = "tasks: [" + ", ".join(f"{{heading: '{heading}'}}" for heading in typed) + "]" + more
    return [line.split("、", 1)[1] for line in lines(OUTLINE, facts)[::2]]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (("一、回头看", "二、往前走"), ("回头看", "往前走")),
        (("二、往前走", "一、回头看"), ("往前走", "回头看")),
        (("1. 回头看", "2. 往前走"), ("回头看", "往前走")),
        (("首先，回头看", "其次，往前走"), ("回头看", "往前走")),
        (("一、抓学习", "二、三产业融合", "三、抓落实"), ("抓学习", "三产业融合", "抓落实")),
        (
            ("一、回头看", "（二）往前走", "一个中心要抓住", "3.15要管好"),
            ("回头看", "往前走", "一个中心要抓住", "3.15要管好"),
        ),
        (("抓学习", "二、三产业融合"), ("抓学习", "二、三产业融合")),
        (("一、二级公路养护", "二、三级公路养护"), ("一、二级公路养护", "二、三级公路养护")),
        (("甲、乙类防控", "丙类防控"), ("甲、乙类防控", "丙类防控")),
        (("提前准备", "（二）期工程提速"), ("提前准备", "（二）期工程提速")),
        (("（一）期工程收尾", "（二）期工程提速"), ("（一）期工程收尾", "（二）期工程提速")),
        (("I、II类水质巩固", "A、B岗互备"), ("I、II类水质巩固", "A、B岗互备")),
        (("七、八月份防汛", "九、十月份秋收"), ("七、八月份防汛", "九、十月份秋收")),
        (("第一产业", "第二产业"), ("第一产业", "第二产业")),
    ],
)
def test_enumerators_typed_into_headings_give_way_and_words_that_look_like_them_stay(
    typed: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert _headings(*typed) == list(shown)


def test_who_turns_the_numbers_off_may_type_his_own() -> None:
    facts = "enumerators: {tasks: none}\ntasks: [{heading: 一、回头看}, {heading: 二、往前走}]"
    assert lines(OUTLINE, facts)[::2] == ["一、回头看", "二、往前走"]


def test_enumerators_typed_into_a_list_give_way_wherever_its_entries_stand() -> None:
    outline = """
    questions: {gaps: {ask: 不足, type: list}}
    parts:
      - {move: shortcomings, text: "要{{ gaps|join_clauses }}主要是："}
      - {move: shortcomings, each: gaps, inline: true, number: 一是, between: ；, text: "{{ item }}"}
    """
    said = "要水库带病；渠系老了。主要是：一是水库带病；二是渠系老了。"
    assert lines(outline, "gaps: [1、水库带病。, （2）渠系老了；]") == [said]
    assert lines(outline, "gaps: [一是水库带病, 二是渠系老了]") == [said]


def test_an_entry_that_counts_inside_itself_keeps_its_words() -> None:
    outline = "questions: {how: {ask: 办法, type: list}}\nparts: [{move: tasks, text: '{{ how|join_clauses }}'}]\n"
    assert lines(outline, "how: [一是抢工期，二是保质量]") == ["一是抢工期，二是保质量。"]


def _odd(*typed: str) -> dict[str, tuple[str, bool]]:
    facts = "tasks: [" + ", ".join(f"{{heading: '{heading}'}}" for heading in typed) + "]"
    return {path: (one.text, one.stays) for path, one in composed(OUTLINE, facts).odd.items()}


def test_an_enumerator_taken_off_one_answer_is_told_one_of_a_whole_series_is_not() -> None:
    assert _odd("一、回头看", "往前走") == {"tasks[1].heading": ("一、", False)}
    assert _odd("一、回头看", "二、往前走") == {}


def test_enumerators_of_several_kinds_that_run_on_give_way() -> None:
    typed = ("第一，修船", "（二）清港", "三要护渔", "4、育苗")
    assert _headings(*typed) == ["修船", "清港", "护渔", "育苗"]
    assert _odd(*typed) == {}


def test_enumerators_that_do_not_run_on_are_told_whether_they_stand_or_not() -> None:
    typed = ("第一，修船", "（二）清港", "三要护渔", "首先，育苗")
    assert _headings(*typed) == ["修船", "清港", "护渔", "首先，育苗"]
    assert _odd(*typed) == {
        "tasks[1].heading": ("第一，", False),
        "tasks[2].heading": ("（二）", False),
        "tasks[3].heading": ("三要", False),
        "tasks[4].heading": ("首先，", True),
    }
    assert _odd("检验", "1、复查", "（3）公布") == {
        "tasks[2].heading": ("1、", True),
        "tasks[3].heading": ("（3）", False),
    }
    assert _odd("一是回头看", "往前走") == {"tasks[1].heading": ("一是", False)}
    assert _odd("回头看", "一是往前走") == {"tasks[2].heading": ("一是", False)}
    assert _odd("一个中心要抓住", "往前走", "3.15要管好") == {}


def test_the_word_of_an_enumerator_is_not_said_twice() -> None:
    outline = OUTLINE.replace("number: 一、, heading:", "number: 一要, lead:")
    facts = "tasks: [{heading: 要认清形势}, {heading: 抓紧动手}]"
    assert [line.split("。")[0] for line in lines(outline, facts)] == ["一要认清形势", "二要抓紧动手"]
