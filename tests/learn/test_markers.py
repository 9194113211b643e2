"""Numerals in running text and markers of every kind: the first give no item, the others do."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.draft import Role
from drafting.learn import recognise

HEAD = "在全县工作会议上的讲话\n同志们：\n"
NUMERALS = "一二三四五六七八九"
UNITS = ("月份", "季度", "个村", "户人家", "成农户", "批项目", "期工程", "级职员", "楼住户", "年时间")


def items(text: str) -> list[tuple[str, int]]:
    [speech] = recognise(HEAD + text)
    return [(b.marker.strip(), b.level) for b in speech.draft.blocks if b.role is Role.ITEM]


PROSE = [
    "一组修路，二组修渠，三组植树，都要赶在年底前。",
    "一中、二中、三中，一中扩班，二中改造，三中搬迁。",
    "一勤天下无难事，二勤也要有人夸。",
    "三、四月份要抓紧春耕，五、六月份要抓好夏收。",
    "大力发展一、二、三产业，推动一、二、三产业融合。",
    "红一方面军和红二方面军在这里会师，红四方面军随后赶到。",
    "第一书记要驻村，第二书记要包片。第一书记人选由组织部定。",
    "我们说话要算数，一是一，二是二。",
    "今年投入1.5万元，增加2. 5万元，系统升级到2.0版。",
    "3．15消费者权益日前后，要组织检查，12．4要搞宣传。",
    "一年办成十、百、千件实事，形成十、百、千的规模。",
    "六、七成的农户入了社，八、九成的农户通了水。",
    "二、三十年过去了，三、五年之内见效。",
    "一、二把手要带头，三、四级职员要跟上。",
    "一要不得，二要不得的话不要讲。六要素齐全，五要点突出。",
    "他是首先到的，其次到的是谁？最后一公里要打通。",
    "甲、乙两方要签合同，丙、丁两类人员要登记。",
    "A、B两级要达标，C级要淘汰，I类水质要保住。",
    "第一章讲的是总则，第二条写得很清楚，第二十条第一款第（一）项也要看。",
    "壹佰万元、贰佰万元都不是小数。",
    "周一、周三开会，周二、周四下乡；初一、十五去赶集。",
    "推行“一看二问三查”，不怕苦、不怕死。",
    "第1季度增长8%，第2季度增长9%，这是第1责任。",
]


@pytest.mark.parametrize("text", PROSE)
def test_numerals_in_prose_are_no_markers(text: str) -> None:
    assert items(text) == []
    assert items(f"一、修路\n要快，{text}\n二、架桥\n{text}") == [("一、", 1), ("二、", 1)]


NAMES = ("税务分局", "水厂", "实验小学", "人民医院", "采油队", "检察部", "标段", "网格", "车间", "村民小组", "党支部")
NAMES += ("建设公司", "市政建设集团", "改造工程队", "保障部")


@pytest.mark.parametrize("name", NAMES)
def test_bodies_told_apart_by_an_ordinal_are_named_and_not_counted(name: str) -> None:
    told = [f"第{numeral}{name}完成任务{number}项，排在前面。" for number, numeral in enumerate(NUMERALS[:3], 4)]
    asked = f"第一{name}要带头。第二{name}要跟上。"
    assert items("\n".join([*told, asked])) == []
    parts = "\n".join(["一、情况", *told, "二、要求", asked, f"第一{name}\t零事故"])
    assert items(parts) == [("一、", 1), ("二、", 1)]


def test_what_bodies_are_asked_for_is_counted_by_an_ordinal_all_the_same() -> None:
    for text in (
        "第一要管好学校食堂。第二抓紧水厂改造。第三认真组织车间自查。第四突出乡镇卫生院建设。",
        "第一建设水厂两座。第二推进建设公司改制。第三加强建设队伍管理。第四整治队伍作风。",
    ):
        assert items(text) == [("第一", 1), ("第二", 1), ("第三", 1), ("第四", 1)]


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_sentences_full_of_numerals_leave_the_lists_as_they_are(seed: int) -> None:
    random = Random(seed)

    def clause() -> str:
        at = random.randrange(8)
        pair = f"{NUMERALS[at]}、{NUMERALS[at + 1]}{random.choice(UNITS)}"
        number = random.randint(1, 9)
        return random.choice([
            f"{pair}要安排好", f"这件事{pair}就能办完", f"第{NUMERALS[at]}书记要到场", f"投入{number}.{number}万元",
            f"升级到{number}.0版", "讲一是一、二是二", f"{number}．15前后要检查", "十、百、千一级一级抓",
            f"第{NUMERALS[at]}产业要提质", f"红{NUMERALS[at]}方面军的老区", f"{number}、{number + 1}号井要检修",
        ])  # fmt: skip

    def sentence() -> str:
        return "，".join(clause() for _ in range(random.randint(1, 3))) + "。"

    lists = [sentence() + "要抓两件事：一是修路，" + clause() + "；二是架桥。" for _ in range(2)]
    text = f"{sentence()}\n一、修路\n{lists[0]}\n{sentence()}\n二、架桥\n{lists[1]}\n{sentence()}"
    inner = [("一是", 2), ("二是", 2)]
    assert items(text) == [("一、", 1), *inner, ("二、", 1), *inner]


LISTS = [
    ("壹、收购\n要快。\n贰、储备\n要稳。\n叁、销售\n要活。", ["壹、", "贰、", "叁、"]),
    ("要做到：甲、人要到。乙、心要到。丙、力要到。", ["甲、", "乙、", "丙、"]),
    ("A. 收购\n要快。\nB. 储备\n要稳。", ["A.", "B."]),
    ("A、收购要快。\nB、储备要稳。", ["A、", "B、"]),
    ("要求如下：(a) 准时；(b) 到岗；(c) 履职。", ["(a)", "(b)", "(c)"]),
    ("要求如下：a）准时；b）到岗；c）履职。", ["a）", "b）", "c）"]),
    ("第一章 总体要求\n要快。\n第二章 重点任务\n要稳。", ["第一章", "第二章"]),
    ("第一部分　总体要求\n要快。\n第二部分　重点任务\n要稳。", ["第一部分", "第二部分"]),
    ("第一节：总体要求\n要快。\n第二节：重点任务\n要稳。", ["第一节：", "第二节："]),
    ("（1） 修路。\n（2） 架桥。", ["（1）", "（2）"]),
    ("1) 修路。\n2) 架桥。", ["1)", "2)"]),
    ("1）修路。\n2）架桥。", ["1）", "2）"]),
    ("⑴修路。\n⑵架桥。", ["⑴", "⑵"]),
    ("⒈修路。\n⒉架桥。", ["⒈", "⒉"]),
    ("➀修路。\n➁架桥。", ["➀", "➁"]),
    ("❶修路。\n❷架桥。", ["❶", "❷"]),
    ("Ⅰ. 修路\n要快。\nⅡ. 架桥\n要稳。", ["Ⅰ.", "Ⅱ."]),
    ("要求：ⅰ准时；ⅱ到岗。", ["ⅰ", "ⅱ"]),
    ("【一】修路\n要快。\n【二】架桥\n要稳。", ["【一】", "【二】"]),
    ("一，修路\n要快。\n二，架桥\n要稳。", ["一，", "二，"]),
    ("一　修路\n要快。\n二　架桥\n要稳。", ["一", "二"]),
    ("其一是人要到。其二是心要到。", ["其一是", "其二是"]),
    ("首先要把账算清。其次要把人定下。最后要把劲用足。", ["首先", "其次", "最后"]),
    ("有两个考虑。一来是通气，把情况说清；二来是鼓劲，把士气提起来。", ["一来", "二来"]),
    ("第一条：要快。\n第二条：要好。", ["第一条：", "第二条："]),
    ("第一个方面，收购要快。\n第二个方面，储备要稳。", ["第一个方面，", "第二个方面，"]),
    ("第一个词是“立志”。要立大志。第二个词是“勤奋”。要下苦功。", ["第一个词是", "第二个词是"]),
    ("第一件事是修路。要快。第二件事是架桥。要稳。", ["第一件事是", "第二件事是"]),
    ("第1，要快。第2，要稳。", ["第1，", "第2，"]),
    ("一要快，二要稳，三要省。", ["一要", "二要", "三要"]),
    ("一靠政策，二靠科技，三靠苦干。", ["一靠", "二靠", "三靠"]),
]


@pytest.mark.parametrize(("text", "markers"), LISTS)
def test_lists_of_every_style(text: str, markers: list[str]) -> None:
    assert items(text) == [(marker, 1) for marker in markers]


def test_a_decimal_outline_nests_as_it_counts() -> None:
    first = "1 总体要求\n1.1 目标任务\n要快。\n1.2 工作原则\n要稳。\n"
    text = first + "2 重点工作\n2.1 修路\n2.1.1 东线要好。\n2.1.2 西线要省。\n2.2 架桥\n要牢。"
    assert items(text) == [
        ("1", 1), ("1.1", 2), ("1.2", 2), ("2", 1), ("2.1", 2), ("2.1.1", 3), ("2.1.2", 3), ("2.2", 2),
    ]  # fmt: skip
    assert items("1.5万元修路。\n1.6万元架桥。") == []


def test_chapters_hold_sections() -> None:
    text = (
        "第一章 修路\n第一节 东线\n要快。\n第二节 西线\n要稳。\n第二章 架桥\n第一节 南桥\n要好。\n第二节 北桥\n要省。"
    )
    assert [level for _marker, level in items(text)] == [1, 2, 2, 1, 2, 2]


def test_an_author_counts_in_words_of_his_own_to_the_last() -> None:
    text = "头一桩，修井。清明动工。\n第二桩，修路。五月铺完。\n末一桩，谁来管。我来管。"
    assert items(text) == [("头一桩，", 1), ("第二桩，", 1), ("末一桩，", 1)]
    text = "第一点，守时。早来五分钟。\n第二点，守规矩。先登记。\n最后一点，守口。不乱说。"
    assert items(text) == [("第一点，", 1), ("第二点，", 1), ("最后一点，", 1)]
    assert items("最后一点，大家要注意安全。散会。") == []


def test_the_same_words_before_each_item_may_stand_at_the_heads_of_paragraphs() -> None:
    text = (
        "她有三个门道：\n一个是早。脚先搭上刹车。\n一个是慢。进站只有二十码。\n再一个是等。老人坐稳了再走。\n都要学。"
    )
    assert items(text) == [("一个是", 1), ("一个是", 1), ("再一个是", 1)]
    assert items("一个是他的主意。\n会上吵了很久。\n散会以后又谈。\n后来定了。\n一个是我的主意。") == []


def test_a_blank_may_stand_before_the_mark_inside_a_paragraph_too() -> None:
    text = "具体是：1 、劳力要组织好；2 、农机要调配好；3 、粮库要腾空。"
    assert items(text) == [("1 、", 1), ("2 、", 1), ("3 、", 1)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("全镇干部要做到“三勤”：一勤动脑，二勤动手，三勤发问。", "勤"),
        ("要比着干。一比干劲，看谁劲头足；二比作风，看谁下村多；三比实绩，看谁办事快；四比口碑。", "比"),
        ("一树新风，二树正气，三树形象，人人都要带头。", "树"),
    ],
)
def test_a_word_that_comes_again_with_each_numeral_counts_a_list(text: str, word: str) -> None:
    numerals = "一二三四"[: text.count(word) - text.count(f"“三{word}”")]
    assert items(text) == [(f"{numeral}{word}", 1) for numeral in numerals]
