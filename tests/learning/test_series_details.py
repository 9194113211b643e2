"""Several years of one speech: numbers of parts follow the parts, and what differs is asked name by name."""

from __future__ import annotations

import re

import pytest

from drafting.draft import Draft
from drafting.learning.agendas import agenda_of_years
from drafting.learning.learned import Learned, learn_series
from drafting.learning.likeness import shared
from drafting.outline.model import Type
from tests.learning.outlines import drafted, questions
from tests.learning.speeches import speech

TITLE = ("在全县防火大会上的讲话", "", 0, "title", "title")
PARTS = [
    "管住火源，不让一粒火种进山。",
    "建好队伍，半专业的也要天天练。",
    "备足物资，水泵油锯都要试过。",
    "严明纪律，谁失职谁负责。",
]


def edition(count: str, kept: list[str]) -> Draft:
    markers = ["一、", "二、", "三、", "四、"]
    return speech(
        ("在全县防火大会上的讲话", "", 0, "title", "title"),
        (f"今天的大会很要紧，我讲{count}点意见。", "", 0, "opening"),
        *[(marker + text, marker, 1, "guarantee") for marker, text in zip(markers, kept, strict=False)],
        ("散会。", "", 0, "closing"),
    )


FAULTS = [("责任没有压实", "有的村没有人管。"), ("队伍没有练熟", "水泵不会开。"), ("物资没有备足", "油锯坏了三把。")]


def shortcomings_of(count: str, faults: list[tuple[str, str]]) -> Draft:
    """A year of a speech in 三 or 四 parts, the second of them nothing but a list of shortcomings."""
    rows = [(f"（{number}）", head, text) for number, (head, text) in zip("一二三", faults, strict=False)]
    return speech(
        ("在全县防火大会上的讲话", "", 0, "title", "title"),
        (f"今天的大会很要紧，我讲{count}点意见。", "", 0, "opening"),
        ("一、认清形势", "一、", 1, "significance"),
        ("山上草干了。", "", 1, "significance"),
        ("二、看到不足", "二、", 1, "shortcomings"),
        *[(f"{marker}{head}。{text}", marker, 2, "shortcomings") for marker, head, text in rows],
        ("三、再添一把劲", "三、", 1, "guarantee"),
        ("春天是最要紧的时候。", "", 1, "guarantee"),
        *([] if count == "三" else [("四、严明纪律", "四、", 1, "guarantee"), ("谁失职谁负责。", "", 1, "guarantee")]),
        ("散会。", "", 0, "closing"),
    )


def test_the_number_of_points_follows_the_parts_that_some_years_have() -> None:
    years = [edition("三", [PARTS[0], PARTS[1], PARTS[3]]), edition("四", PARTS)]
    learned = learn_series(years, ["2030", "2031"])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    assert drafted(learned, "has: 是", "has: 否").text == years[0].text


@pytest.mark.parametrize("counts", ["三三", "三四"])
def test_a_part_whose_list_is_emptied_goes_and_is_not_counted_in_a_series_either(counts: str) -> None:
    years = [shortcomings_of(count, faults) for count, faults in zip(counts, (FAULTS[:2], FAULTS[1:]), strict=True)]
    learned = learn_series(years, ["2030", "2031"])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    rows = re.search(r"^shortcomings:\n(?: +.*\n)+", learned.facts_yaml, re.MULTILINE)
    assert rows
    spoken = drafted(learned, rows.group(), "shortcomings: []\n").text
    assert "不足" not in spoken
    assert f"我讲{'两' if counts == '三三' else '三'}点意见" in spoken
    assert "二、再添一把劲" in spoken


def test_a_name_and_a_year_side_by_side_are_two_questions() -> None:
    years = [
        speech((f"{who}师傅{when}进厂，手上的茧子就是他的功劳簿，谁见了都要竖大拇指。", "", 0, "opening"))
        for who, when in (("孙兰芝", "2001年"), ("何云山", "2003年"))
    ]
    learned = learn_series(years, ["2030", "2031"])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    spoken = drafted(learned, "person: 何云山师傅", "person: 孙兰芝师傅").text
    assert spoken == years[1].text.replace("何云山", "孙兰芝")


def test_a_number_of_things_said_before_a_list_follows_it_whatever_is_counted() -> None:
    for unit in "样层步":
        things = speech(
            (f"跟师傅学三{unit}东西：", "", 0, "experience"),
            *[
                (f"{marker}{text}", marker, 1, "experience", "", True)
                for marker, text in zip("①②③", ("学说话；", "学办事；", "学吃苦。"), strict=True)
            ],
        )
        learned = learn_series([things], ["2031"])
        assert f"跟师傅学两{unit}东西：①" in drafted(learned, ", 学吃苦", "").text


def years_of(*texts: str) -> Learned:
    """What is learned from paragraphs of an opening, one a year; each of them comes back."""
    years = [speech((text, "", 0, "opening")) for text in texts]
    learned = learn_series(years, [str(2030 + number) for number in range(len(years))])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    return learned


def test_a_figure_that_differs_is_asked_as_a_whole_though_the_years_share_some_of_its_digits() -> None:
    learned = years_of(*[f"全年装订卷宗{number}卷，一卷也没有丢。" for number in ("6000", "6500", "7000")])
    assert "装订卷宗7200卷" in drafted(learned, "7000", "7200").text


def test_a_body_that_differs_is_asked_with_its_place() -> None:
    learned = years_of(*[f"这件事由县{who}牵头，月底以前拿出方案来。" for who in ("档案局", "妇联", "水利局")])
    assert "由县妇联牵头" in drafted(learned, ": 县水利局", ": 县妇联").text


def test_a_head_who_differs_is_asked_with_post_and_body() -> None:
    heads = ("粮食局局长马兰", "粮食站站长吴小海")
    learned = years_of(*[f"昨天，县{who}同志把存粮的家底说得很清楚。" for who in heads])
    assert ": 县粮食站站长吴小海同志" in learned.facts_yaml


def test_a_clause_that_some_years_add_is_answered_without_its_comma() -> None:
    learned = years_of("窖里的红薯一个也没有烂", "窖里的红薯一个也没有烂，隔壁村的人都跑来看门道")
    assert ": 隔壁村的人都跑来看门道" in learned.facts_yaml
    assert drafted(learned, "隔壁村", "邻村").text.endswith("烂，邻村的人都跑来看门道")


def test_the_year_of_a_class_follows_the_date_of_each_year() -> None:
    years = [
        speech(
            (f"在{year}届毕业典礼上的讲话", "", 0, "title", "title"),
            (f"今天是{year}年6月{day}日，老师们都来送你们。", "", 0, "opening"),
            (f"最后，祝{year}届毕业生一路平安！", "", 0, "closing"),
        )
        for year, day in ((2030, 10), (2031, 9))
    ]
    learned = learn_series(years, ["2030", "2031"])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    assert drafted(learned, "2031年6月9日", "2032年6月8日").text == years[1].text.replace("2031", "2032").replace(
        "9日", "8日"
    )


def test_places_and_quotations_that_differ_are_asked_whole() -> None:
    villages = [
        f"刚才听说，{who}村领了红旗，大家都要学他们的干劲。" for who in ("柳湾村、桥头", "桥头村、石门村、李庄")
    ]
    assert "李庄、柳湾村领了红旗" in drafted(years_of(*villages), "桥头村、石门村、李庄村", "李庄、柳湾村").text
    slogans = [f"各村要把“{count}个一”落到实处，一样也不能少，年底逐项查对。" for count in "五六"]
    assert "各村要把“七个一”落到实处" in drafted(years_of(*slogans), ": 六个一", ": 七个一").text


MET = "今天请大家来开护林会，把去年的账算一算。"
ON = "下面，我讲三点意见，讲完就散会，不耽误大家上山。"


def test_what_went_before_is_one_list_whoever_spoke_in_which_year() -> None:
    learned = years_of(
        f"{MET}刚才，县防火办通报了情况，柳湾镇作了发言，讲得都很实在。{ON}",
        f"{MET}刚才，县防火办通报了情况，石桥镇、高坪镇作了发言，老林场签了保证书，讲得都很实在。{ON}",
    )
    given = drafted(learned, "  - 石桥镇、高坪镇作了发言\n  - 老林场签了保证书\n", "  - 口腔科、眼科介绍了做法\n").text
    assert given == f"{MET}刚才，县防火办通报了情况，口腔科、眼科介绍了做法，讲得都很实在。{ON}"


def test_a_year_in_which_nothing_went_before_has_an_empty_list() -> None:
    learned = years_of(
        f"{MET}刚才，老林场作了发言，新林场签了保证书，都很实在。{ON}",
        f"{MET}{ON}",
        f"{MET}刚才，老林场作了发言，柳湾镇、石桥镇签了保证书；听了很受启发。{ON}",
    )
    assert "agenda: []" in learned.facts_yamls[1]
    assert (
        drafted(learned, learned.facts_yamls[2], learned.facts_yamls[0]).text.count("新林场签了保证书，都很实在。") == 1
    )


def test_what_went_before_in_the_same_way_in_all_years_is_wording() -> None:
    learned = years_of(*[f"{MET}刚才，老林场、新林场分别作了发言。{ON[:-6]}{who}。" for who in ("都要记", "带个头")])
    assert "agenda" not in learned.outline_yaml


def test_years_that_part_what_went_before_in_different_ways_still_come_back() -> None:
    years_of(
        f"{MET}刚才，老林场作了发言；新林场签了保证书。{ON}",
        f"{MET}刚才，老林场作了发言，柳湾镇签了保证书。{ON}",
        f"{MET}刚才，“五好”林场作了发言。{ON}",
    )


def test_clauses_that_differ_are_asked_from_their_first_word() -> None:
    learned = years_of(
        *[
            f"据林业部门预测，今年春天的雨量较常年偏{more}，各村都要把水窖修好。"
            for more in ("多二至三成，大风天气也多", "少一成左右，但是局部有强降水")
        ]
    )
    assert "较常年偏少一成左右，但是局部有强降水" in learned.facts_yaml
    assert "较常年" not in learned.outline_yaml.partition("parts:")[2]


def test_of_a_passage_that_only_one_year_has_the_facts_are_asked() -> None:
    fire = "去年7月，城北山上起火，烧到86.4亩，我们提前2小时转移群众1247人。"
    given = [[MET, ON], [MET, fire, ON], [MET, ON]]
    learned = learn_series([speech(*[(text, "", 0, "opening") for text in texts]) for texts in given], ["1", "2", "3"])
    assert [draft.text for draft in learned.drafts] == ["\n".join(texts) for texts in given]
    assert "1247人" not in learned.outline_yaml.partition("parts:")[2]
    changed = learned.facts_yamls[1].replace("1247人", "300人")
    assert "转移群众300人" in drafted(learned, learned.facts_yaml, changed).text


def test_the_question_for_a_sentence_that_differs_says_how_it_began() -> None:
    same = "各部门都要加强学习，提高本领，改进作风，服务群众，严守纪律，廉洁自律。"
    years = [speech((same + told, "", 0, "guarantee")) for told in ("仓库要防火。", "锅炉要检修，三日内报来。")]
    learned = learn_series(years, ["甲", "乙"])
    assert [question.ask for question in questions(learned).values()] == ["保障（锅炉要检修，三日内报来……的话）"]


def test_of_a_paragraph_alike_but_for_two_figures_and_a_clause_only_these_are_asked() -> None:
    told = [
        ("42.6", "十八", "但今年以来气温偏低，弱苗比例达21%"),
        ("43.1", "十九", "但今年以来降雨偏少，有12万亩农田出现旱象"),
        ("43.9", "二十", "同时要看到，今年以来农资价格上涨，尿素每吨比去年同期上涨160元"),
    ]
    learned = years_of(
        *[f"去年，全县收粮{yield_}万吨，实现“{number}连丰”。{but}，形势不容乐观。" for yield_, number, but in told]
    )
    given = [question.help for question in questions(learned).values()]
    assert given == [f"去年填写：{value}" for value in ("43.9万吨", "二十连丰", told[2][2])]


def test_a_clause_that_several_years_say_alike_and_others_do_not_stands_under_a_condition() -> None:
    aim = "今天开会，主要任务是{}动员全县上下掀起春耕热潮。"
    learned = years_of(aim.format(""), *[aim.format("贯彻落实全市会议精神，")] * 2)
    [asked] = questions(learned).values()
    assert (asked.type, asked.ask) == (Type.YESNO, "有没有“贯彻落实全市会议精神”这句话")
    assert drafted(learned, ": 是", ": 否").text == aim.format("")


def test_a_clause_before_the_others_that_one_year_adds_is_answered_without_its_comma() -> None:
    aim = "今天开会，主要任务是{}动员全县上下掀起春耕热潮。"
    learned = years_of(aim.format(""), aim.format("贯彻落实全市会议精神，"))
    assert ": 贯彻落实全市会议精神 " in learned.facts_yaml
    assert drafted(learned, "全市会议", "全省会议").text == aim.format("贯彻落实全省会议精神，")


def test_a_year_behind_words_that_differ_follows_the_date_and_the_words_are_asked_alone() -> None:
    years = [
        speech(
            ("在全县防汛大会上的讲话", "", 0, "title", "title"),
            (f"（203{n}年4月{n}日）", "", 0, "byline", "byline"),
            (f"让我们{words}，夺取203{n}年防汛工作的全面胜利！", "", 0, "closing"),
        )
        for n, words in enumerate(("万众一心", "上下同心、众志成城"), 1)
    ]
    learned = learn_series(years, ["2031", "2032"], "防汛")
    asked = {question.ask: question.help.removeprefix("去年填写：") for question in questions(learned).values()}
    assert asked["结尾（让我们＿＿）"] == "上下同心、众志成城"
    assert not any("2032" in answer for ask, answer in asked.items() if "结尾" in ask)


def test_what_the_last_year_does_not_say_is_asked_by_what_another_said() -> None:
    said = ["今年降雨偏多。特别是七月的强降雨，教训深刻，大家务必引以为戒。", "今年降雨偏多。"]
    years = [speech(TITLE, (text, "", 0, "significance")) for text in said]
    asks = [question.ask for question in questions(learn_series(years, ["2031", "2032"], "防汛")).values()]
    assert any("特别是七月的强降雨" in ask for ask in asks)


def test_what_all_years_say_at_length_before_what_differs_is_not_cut_in_a_word() -> None:
    pieces = shared(
        [
            f"{year}年秋季以来，全县共发生森林火情{fires}，过火面积{area}亩。"
            for year, fires, area in ((2021, "6起，同比减少2起", 11), (2022, "7起，同比增加3起", 19))
        ],
        [[], []],
    )
    assert ("6起，同比减少2起", "7起，同比增加3起") in pieces


def test_one_who_alone_spoke_in_a_year_is_the_only_entry_of_that_year() -> None:
    agenda = agenda_of_years(
        {
            0: "今天开会。刚才，石桥镇、红岩林场作了发言。下面我讲三点。",
            1: "今天开会。刚才，红岩林场作了发言。下面我讲三点。",
        }
    )
    assert agenda is not None
    assert agenda.entries == {0: ("石桥镇、红岩林场作了发言",), 1: ("红岩林场作了发言",)}


def test_the_word_behind_zhi_is_in_the_answer() -> None:
    kinds = ["第二年", "关键之年", "攻坚之年"]
    years = [speech((f"今年是残疾人保障和发展规划的{kind}，任务很重。", "", 0, "opening")) for kind in kinds]
    learned = learn_series(years, ["2031", "2032", "2033"], "残联")
    assert [draft.text for draft in learned.drafts] == [year.text for year in years]
    assert "攻坚之年  #" in learned.facts_yaml


def test_a_year_beside_other_words_that_differ_still_follows_the_date() -> None:
    years = [
        speech(
            (f"（{year}年9月5日）", "", 0, "byline", "byline"),
            (f"今天，我们在{place}举行{year}年“慈善一日捐”活动启动仪式，号召大家伸出手来。", "", 0, "opening"),
        )
        for year, place in ((2031, "市民广场"), (2032, "区文化馆"))
    ]
    learned = learn_series(years, ["2031", "2032"], "慈善")
    assert [draft.text for draft in learned.drafts] == [year.text for year in years]
    assert "举行2033年“慈善一日捐”" in drafted(learned, "2032年9月5日", "2033年9月5日").text


def test_a_post_is_asked_with_the_area_that_it_is_of() -> None:
    posts = ["区委常委、统战部部长郭振东", "区政协副主席赵卫红"]
    years = [speech((f"让我们向出席今天仪式的{post}同志表示热烈的欢迎！", "", 0, "opening")) for post in posts]
    learned = learn_series(years, ["2031", "2032"], "慈善")
    assert [draft.text for draft in learned.drafts] == [year.text for year in years]
    assert "区政协副主席赵卫红" in learned.facts_yaml
