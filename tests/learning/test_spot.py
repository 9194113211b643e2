"""Names, dates and figures are known by their form."""

from __future__ import annotations

import pytest
from hypothesis import given

from drafting.learning.spot import Kind, meeting_of, spots
from tests.learning.speeches import TEXTS


def found(text: str) -> list[tuple[str, str]]:
    return [(spot.kind.value, text[spot.start : spot.end]) for spot in spots(text)]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("前天召开了全省乡村振兴现场会，", "meeting", "全省乡村振兴现场会"),
        ("市委经济工作会议提出", "meeting", "市委经济工作会议"),
        ("学习党的二十届三中全会精神", "congress", "党的二十届三中全会"),
        ("贯彻党的二十大精神", "congress", "党的二十大"),
        ("“十四五”期间", "plan", "“十四五”期间"),
        ("定于2024年3月5日至8日", "date", "2024年3月5日至8日"),
        ("6月底前", "date", "6月底"),
        ("2023年以来", "year", "2023年"),
        ("20**年是落实年", "year", "20**年"),
        ("二〇二四年，", "year", "二〇二四年"),
        ("2024—2025学年开始了", "year", "2024—2025学年"),
        ("二00九年十一月五日", "date", "二00九年十一月五日"),
        ("在市委中心组学习会上", "meeting", "市委中心组学习会"),
        ("全县工作会议提出", "meeting", "全县工作会议"),
        ("外出招商36批次", "figure", "36批次"),
        ("去年，", "year", "去年"),
        ("投资12.5亿元，", "figure", "12.5亿元"),
        ("增长8.5%，", "figure", "8.5%"),
        ("走访1,200多户群众", "figure", "1,200多户"),
        ("提高2.1个百分点", "figure", "2.1个百分点"),
        ("孕产妇死亡率降至5.8/10万。", "figure", "5.8/10万"),
        ("每年发病率12.5/万，", "figure", "12.5/万"),
        ("发案率降到3.2件/万人，", "figure", "3.2件/万人"),
        ("占百分之四十七", "figure", "百分之四十七"),
        ("三名责任人受到处理", "figure", "三名"),
        ("发生两起事故", "figure", "两起"),
        ("按照《信访工作条例》办", "document", "《信访工作条例》"),
        ("做到“有人管、有钱办”", "slogan", "“有人管、有钱办”"),
        ("学校荣获“省级文明校园”称号", "honour", "“省级文明校园”"),
        ("被分别授予“先进家庭”和“先进个人”称号。", "honour", "“先进家庭”和“先进个人”"),
        ("并被评为全国青少年足球特色学校。", "honour", "全国青少年足球特色学校"),
        ("荣获省科技进步二等奖，", "honour", "省科技进步二等奖"),
        ("张宇航同学被浙江大学录取", "body", "浙江大学"),
        ("与青石建设集团签订协议", "body", "青石建设集团"),
        ("《条例》共3编11章", "figure", "3编"),
        ("刚才，王书记讲了", "person", "王书记"),
        ("×××同志", "person", "×××同志"),
        ("市委副书记赵永年同志讲了", "person", "赵永年"),
        ("刚才，副院长李秀珍宣读了决定", "person", "李秀珍"),
        ("县委常委、人武部政委高建军在全县征兵工作会议上的讲话", "person", "高建军"),
        ("由副县长李志宏牵头，3月底前完成", "person", "李志宏"),
        ("县委常委高建军挂帅", "person", "高建军"),
        ("根据县委、县政府部署", "body", "县委、县政府"),
        ("××县", "body", "××县"),
        ("根据通知（市政发〔2024〕12号）要求", "document", "市政发〔2024〕12号"),
        ("按照市政发〔2024〕12号文件办", "document", "〔2024〕12号文件"),
        ("落实省第十四次党代会精神", "congress", "省第十四次党代会"),
        ("今天召开青石县耕地保护推进会，", "meeting", "青石县耕地保护推进会"),
        ("，落实省、市水利工作会议精神，", "meeting", "省、市水利工作会议"),
        ("在青石县防汛工作会议上", "meeting", "青石县防汛工作会议"),
        ("10月19日搬18个，21日搬16个", "date", "21日"),
        ("24日至25日12个", "date", "24日至25日"),
        ("在全市表彰大会暨春季生产动员会上", "meeting", "全市表彰大会暨春季生产动员会"),
        ("本月20日前报送", "date", "本月20日"),
        ("最迟次年3月底办结", "date", "次年3月底"),
        ("下周五以前", "date", "下周五"),
        ("上午9:30开会", "time", "上午9:30"),
        ("今天是正月十三，", "date", "正月十三"),
        ("腊月二十三是小年", "date", "腊月二十三"),
        ("农历八月十五前后", "date", "农历八月十五"),
        ("2024—2025学年度第二学期开学了", "year", "2024—2025学年度第二学期"),
        ("是机构改革后的第六个年头", "figure", "六个"),
        ("雨量偏多两到三成，", "figure", "两到三成"),
        ("有险情24小时内报告", "figure", "24小时"),
        ("作出批示：“服务有为。望再接再厉。”", "slogan", "“服务有为。望再接再厉。”"),
        ("下午两点半接着开", "time", "下午两点半"),
        ("开到11点半", "time", "11点半"),
        ("今年是第三十个教师节，", "figure", "三十个"),
        ("完成任务的三分之二以上", "figure", "三分之二"),
        ("市长李明、副市长赵小刚出席", "person", "李明"),
        ("由王××同志负责", "person", "王××同志"),
    ],
)
def test_what_is_named(text: str, kind: str, name: str) -> None:
    assert (kind, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "大家进了会议室，", "市委委员", "三点意见", "第一责任人", "一年年过去", "各级各部门", "城市管理", "要素市场",
        "村看村、户看户", "全市上下",
        "全体同志", "党员同志", "于是同志们动手", "班子同志", "各科主任要求不高", "书记抓、抓书记",
        "关于**工作", "对于××问题", "提5点建议", "按1：10的比例", "三日内答复，七日游", "一日三餐，3日内",
        "在全校各大学院，上老年大学，本集团", "获得了发展，获得一等奖学金",
        "第三个问题", "书记包案、局长包抓", "第三名，前三名，后三名，两到三名", "两名单、三起来",
        "要围绕区委的中心工作", "落实市委部署", "再听取县政府汇报", "紧跟市委步伐", "依靠省委支持",
    ],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    assert found(text) == []


def test_the_meeting_of_a_title() -> None:
    assert meeting_of("在全县防汛抗旱工作会议上的讲话") == "全县防汛抗旱工作会议"
    assert meeting_of("在庆祝教师节暨表彰大会上的致辞") == "庆祝教师节暨表彰大会"
    assert meeting_of("基层治理实施意见") == ""


@given(TEXTS)
def test_stretches_stand_in_order_and_apart(text: str) -> None:
    ends = [
        0,
        *[place for spot in spots(text, [("工作", Kind.MEETING)]) for place in (spot.start, spot.end)],
        len(text),
    ]
    assert ends == sorted(ends)


def test_a_figure_with_blanks_between_its_thousands_is_one() -> None:
    assert found("欢迎1 286名新生，改造6 500户。") == [("figure", "1 286名"), ("figure", "6 500户")]
