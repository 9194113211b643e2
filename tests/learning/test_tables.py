"""Lists of a learned outline: rows that can be added and taken out, with their numbers, marks and details."""

from __future__ import annotations

import pytest

from drafting.draft import Draft
from drafting.learning.learned import learn_speech
from drafting.outline.model import Type
from tests.learning.outlines import drafted, questions
from tests.learning.speeches import speech

GROWING = speech(
    ("一、三个方面的变化", "一、", 1, "achievements"),
    ("（一）路通了。修路3里。", "（一）", 2, "achievements"),
    ("（二）灯亮了。装灯9盏。", "（二）", 2, "achievements"),
    ("（三）网点多了。", "（三）", 2, "achievements"),
    ("一是镇上有了超市；", "一是", 3, "achievements", "", True),
    ("二是村里有了货栈。", "二是", 3, "achievements", "", True),
    ("毛病有：", "", 1, "shortcomings"),
    ("一是账目不清；", "一是", 2, "shortcomings", "", True),
    ("二是人手不够。对这些问题，要逐个改。", "二是", 2, "shortcomings", "", True),
)


def test_a_number_in_a_heading_follows_the_rows_below() -> None:
    learned = learn_speech(GROWING, "x")
    text = drafted(
        learned, "  - heading: 灯亮了\n", "  - heading: 水清了\n    text: 挖渠2条。\n  - heading: 灯亮了\n"
    ).text
    assert "一、四个方面的变化" in text
    assert "（四）网点多了。" in text


def test_an_item_added_to_a_list_within_a_row_takes_its_punctuation() -> None:
    learned = learn_speech(GROWING, "x")
    text = drafted(learned, "[镇上有了超市, 村里有了货栈]", "[镇上有了超市, 村里有了货栈, 山上有了电商]").text
    assert "一是镇上有了超市；二是村里有了货栈；三是山上有了电商。" in text


def test_what_is_said_of_a_whole_list_stays_behind_it_when_it_grows() -> None:
    learned = learn_speech(GROWING, "x")
    assert learned.drafts[0].text == GROWING.text
    text = drafted(learned, "[账目不清, 人手不够]", "[账目不清, 人手不够, 家底不明]").text
    assert "二是人手不够；三是家底不明。对这些问题，要逐个改。" in text


def test_a_list_that_stands_in_a_paragraph_of_its_own_can_grow_too() -> None:
    draft = speech(
        ("一、肯定成绩", "一、", 1, "achievements"),
        ("去年造林3200亩，成活率91%。", "", 1, "achievements"),
        ("一是管护更严。新招护林员26人。", "一是", 2, "achievements"),
        ("二是林子更密。补植412亩。", "二是", 2, "achievements", "", True),
        ("以上成绩离不开大家的支持，在此表示感谢！", "", 1, "achievements", "", True),
        ("二、抓好落实", "二、", 1, "tasks"),
        ("（一）抓补植。5月底前补完，分两步走。", "（一）", 2, "tasks"),
        ("一要备苗。", "一要", 3, "tasks"),
        ("二要整地。", "二要", 3, "tasks", "", True),
        ("（二）抓管护。护林员天天上山。", "（二）", 2, "tasks"),
    )
    learned = learn_speech(draft, "x")
    assert learned.drafts[0].text == draft.text
    row = "  - heading: 林子更密\n"
    text = drafted(learned, row, f"  - heading: 队伍更强\n    text: 练兵9次。\n{row}").text
    assert "成活率91%。\n一是管护更严。新招护林员26人。二是队伍更强。练兵9次。三是林子更密。补植412亩。以上成绩" in text
    assert "走。\n一要备苗。二要整地。三要浇水。" in drafted(learned, "[备苗, 整地]", "[备苗, 整地, 浇水]").text


def test_what_was_done_and_what_is_to_be_done_in_one_list_are_rows_of_one_table() -> None:
    learned = learn_speech(
        speech(
            ("两件大事：", "", 0, "tasks"),
            ("第一件大事是修路。修了3里。", "第一件大事是", 1, "achievements"),
            ("第二件大事是引水。要引到各户。", "第二件大事是", 1, "tasks"),
            ("第三件大事是架灯。要架到村口。", "第三件大事是", 1, "tasks"),
        ),
        "x",
    )
    tables = [question for question in questions(learned).values() if question.type is Type.TABLE]
    assert [len(table.columns) for table in tables] == [2]


def test_an_item_that_is_one_short_sentence_among_items_with_leads_is_a_heading() -> None:
    learned = learn_speech(GROWING, "x")
    assert "heading: 网点多了\n" in learned.facts_yaml


TORN = speech(
    ("一、今年的任务", "一、", 1, "tasks"),
    ("1、建食堂。年底前建成20个。", "1、", 2, "tasks"),
    ("2、配人手。每个食堂两名厨师。", "2、", 2, "tasks"),
    ("3、强领导。各村支部书记负总责。", "3、", 2, "guarantee"),
    ("4、办服务。每周上门一次。", "4、", 2, "tasks"),
    ("二、抓落实", "二、", 1, "guarantee"),
    ("散会就办。", "", 1, "guarantee"),
)


def test_siblings_are_one_table_though_one_of_them_is_about_something_else() -> None:
    learned = learn_speech(TORN, "x")
    assert learned.drafts[0].text == TORN.text
    assert [key for key, question in questions(learned).items() if question.type is Type.TABLE] == ["tasks"]
    rows = "  - heading: 强领导\n"
    text = drafted(learned, rows, "  - heading: 筹资金\n    text: 安排400万元。\n" + rows).text
    assert "3、筹资金。安排400万元。\n4、强领导。各村支部书记负总责。\n5、办服务。" in text


def test_a_list_that_begins_with_its_first_in_other_words_is_one_table() -> None:
    draft = speech(
        ("去年办了三件事：", "", 0, "achievements"),
        ("头一件，建食堂。建了46个。", "头一件，", 1, "achievements"),
        ("第二件，配人手。配了92人。", "第二件，", 1, "achievements"),
        ("第三件，办服务。上门320次。", "第三件，", 1, "achievements"),
    )
    learned = learn_speech(draft, "x")
    assert learned.drafts[0].text == draft.text
    assert "number: 头一件，/第二件，/第三件，" in learned.outline_yaml
    text = drafted(
        learned, "  - heading: 办服务\n", "  - heading: 修路\n    text: 修了3里。\n  - heading: 办服务\n"
    ).text
    assert "去年办了四件事：" in text
    assert "第三件，修路。修了3里。\n第四件，办服务。" in text


@pytest.mark.parametrize("markers", [("1、", "2、", "4、"), ("（二）", "（三）", "（四）"), ("一、", "三、", "四、")])
def test_a_list_that_skips_a_number_can_take_another_row(markers: tuple[str, ...]) -> None:
    texts = ("修路。修通3里。", "引水。引到各户。", "架灯。架到村口。")
    old = speech(*[(mark + text, mark, 1, "tasks") for mark, text in zip(markers, texts, strict=True)])
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    text = drafted(learned, "  - heading: 架灯\n", "  - heading: 植树\n    text: 种满沟边。\n  - heading: 架灯\n").text
    following = {"4、": "5、", "（四）": "（五）", "四、": "五、"}[markers[-1]]
    assert f"{markers[-1]}植树。种满沟边。" in text
    assert f"{following}架灯。" in text


def test_roman_numerals_number_a_list() -> None:
    draft = speech(
        ("做好三项保障：", "", 0, "guarantee"),
        *[
            (f"{numeral}.要有{what}。", f"{numeral}.", 1, "guarantee")
            for numeral, what in (("i", "钱"), ("ii", "人"), ("iii", "地"))
        ],
    )
    learned = learn_speech(draft, "x")
    assert learned.drafts[0].text == draft.text
    assert [block.marker for block in learned.drafts[0].blocks] == ["", "i.", "ii.", "iii."]


def test_a_heading_does_not_end_inside_of_what_somebody_said() -> None:
    draft = speech(
        ("先看两封信。", "", 0, "tasks"),
        ("第一封信，是张大爷写的：“我跑了七趟。没人理我。”", "第一封信，", 1, "tasks"),
        ("第二封信，没有署名：“十二个人。干活的三个。”", "第二封信，", 1, "tasks"),
    )
    learned = learn_speech(draft, "x")
    assert learned.drafts[0].text == draft.text
    assert "heading" not in learned.facts_yaml


def test_marks_of_half_width_stand_in_the_outline_too() -> None:
    draft = speech(
        ("说三件事:", "", 0, "tasks"),
        ("第一件,垃圾分类;", "第一件,", 1, "tasks", "", True),
        ("第二件,加装电梯;", "第二件,", 1, "tasks", "", True),
        ("第三件,楼道充电.", "第三件,", 1, "tasks", "", True),
    )
    learned = learn_speech(draft, "x")
    assert learned.drafts[0].text == draft.text
    assert "tasks: [垃圾分类, 加装电梯, 楼道充电]" in learned.facts_yaml


def test_an_enumerator_that_ends_says_so() -> None:
    draft = speech(*[(f"{marker}办一件事。", marker, 1) for marker in "①②③"])
    learned = learn_speech(draft, "signs")
    assert learned.drafts[0].text == draft.text
    assert questions(learned)["tasks"].at_most == 50


SPACED = speech(
    ("抓三件事。", "", 0, "tasks"),
    ("1. 抓景区。年内创成一家。", "1.", 1, "tasks"),
    ("2. 抓民宿。分两步：", "2.", 1, "tasks"),
    ("(1) 选点；", "(1)", 2, "tasks"),
    ("(2) 开建。", "(2)", 2, "tasks"),
    ("3. 抓宣传。办好两个节。", "3.", 1, "tasks"),
)


def test_a_blank_behind_the_numbers_as_word_processors_put_it_spoils_no_table() -> None:
    learned = learn_speech(SPACED, "x")
    assert learned.drafts[0].text == SPACED.text
    assert [key for key, question in questions(learned).items() if question.type is Type.TABLE] == ["tasks"]
    row = "  - heading: 抓宣传\n"
    text = drafted(learned, row, "  - heading: 抓路牌\n    text: 全部换新。\n" + row).text
    assert "3. 抓路牌。全部换新。\n4. 抓宣传。办好两个节。" in text
    text = drafted(learned, "[选点, 开建]", "[选点, 设计, 开建]").text
    assert "(1) 选点；\n(2) 设计；\n(3) 开建。" in text


def test_a_figure_that_points_back_is_the_one_before() -> None:
    draft = speech(
        ("县纪委通报了今年查处的8起典型案例，看了以后想必都不平静。", "", 0, "opening"),
        ("这8起案件，牵涉科级干部10名。另有8起还在查。", "", 0, "shortcomings"),
    )
    learned = learn_speech(draft, "廉政")
    figure = next(question for question in questions(learned).values() if "查处的＿＿" in question.ask)
    text = drafted(learned, f"{figure.key}: 8起", f"{figure.key}: 9起").text
    assert "查处的9起典型案例" in text
    assert "这9起案件" in text
    assert "另有8起还在查" in text


def test_rows_parted_by_semicolons_leave_them_to_the_outline() -> None:
    old = speech(
        ("要做好三件事：", "", 0, "tasks"),
        ("①要宣传好。全市巡讲12场；", "①", 1, "tasks"),
        ("②要服务好。新建驿站60个；", "②", 1, "tasks"),
        ("③要培养好。每个补助3万元。", "③", 1, "tasks"),
    )
    learned = learn_speech(old, "工会")
    assert "text: 每个补助3万元\n" in learned.facts_yaml
    more = "text: 每个补助3万元\n  - {heading: 要评好, text: 年底评一次}\n"
    text = drafted(learned, "text: 每个补助3万元\n", more).text
    assert text.endswith("③要培养好。每个补助3万元；\n④要评好。年底评一次。")


def test_entries_parted_by_commas_leave_them_to_the_outline() -> None:
    old = speech(
        ("要求有三条：", "", 0, "tasks"),
        ("一是守时，", "一是", 1, "tasks", "", True),
        ("二是守信，", "二是", 1, "tasks", "", True),
        ("三是守规矩。", "三是", 1, "tasks", "", True),
    )
    assert "[守时, 守信, 守规矩]" in learn_speech(old, "物业").facts_yaml


@pytest.mark.parametrize("mark", "，；")
def test_what_follows_a_list_that_is_one_sentence_is_no_part_of_its_last_item(mark: str) -> None:
    turns = speech(
        ("三年来，我们实现了三个转变：", "", 0, "achievements"),
        (f"一是由晒太阳向找活干转变{mark}", "一是", 1, "achievements", "", True),
        (f"二是由卖原料向卖牌子转变{mark}", "二是", 1, "achievements", "", True),
        ("三是由各顾各向“拧成一股绳。”转变。全村净增蜂箱1203口，一年多卖蜜38吨。", "三是", 1, "achievements", "", True),
    )
    learned = learn_speech(turns, "x")
    assert learned.drafts[0].text == turns.text
    assert "一年多卖蜜41吨。" in drafted(learned, "38吨", "41吨").text
    rows = "\n  - 由各顾各向“拧成一股绳。”转变\n"
    text = drafted(learned, rows, rows + "  - 由等客来向请客来转变\n").text
    assert f"三是由各顾各向“拧成一股绳。”转变{mark}四是由等客来向请客来转变。全村净增" in text
    assert "实现了四个转变" in text


def test_what_a_last_item_says_more_of_itself_stays_with_it_where_each_item_is_a_sentence() -> None:
    turns = speech(
        ("要办三件事：", "", 0, "tasks"),
        ("一是修路。要赶在雨季前。", "一是", 1, "tasks", "", True),
        ("二是架桥。要架得牢。", "二是", 1, "tasks", "", True),
        ("三是通车。要通到村口。", "三是", 1, "tasks", "", True),
    )
    assert "heading: 通车\n    text: 要通到村口。" in learn_speech(turns, "x").facts_yaml


def works(heading: str, text: str) -> Draft:
    """Three works below a heading and a sentence that announces them."""
    return speech(
        (heading, "二、", 1, "tasks"),
        (text, "", 1, "tasks"),
        ("1、清渠。清到村口。", "1、", 2, "tasks"),
        ("2、打井。打深一些。", "2、", 2, "tasks"),
        ("3、栽树。栽一棵活一棵。", "3、", 2, "tasks"),
        ("三、严明纪律", "三、", 1, "guarantee"),
        ("谁失职谁负责。", "", 1, "guarantee"),
    )


ONE_MORE = ("  - heading: 打井\n", "  - heading: 修闸\n    text: 修得牢。\n  - heading: 打井\n")


def test_the_number_in_a_heading_follows_the_list_though_the_sentence_below_says_it_too() -> None:
    old = works("二、突出抓好三项重点", "时间不等人。具体抓好以下三项：")
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    spoken = drafted(learned, *ONE_MORE).text
    assert "突出抓好四项重点" in spoken
    assert "以下四项：" in spoken


def test_the_number_of_a_slogan_that_announces_a_list_follows_it() -> None:
    old = works("二、突出抓好水利", "主要任务是“三个到位”：")
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    assert "主要任务是“四个到位”：" in drafted(learned, *ONE_MORE).text
    assert "“三个落实”：" in drafted(learned, ": 到位", ": 落实").text


def test_the_number_of_a_slogan_that_is_said_again_stays() -> None:
    old = works("二、突出抓好“三个到位”", "主要任务是“三个到位”：")
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    assert "“三个到位”" in learned.facts_yaml


def test_the_number_of_points_follows_rows_added_to_a_part_of_them() -> None:
    old = speech(
        ("下面，我讲四点意见。", "", 0, "opening"),
        ("一、认清形势", "一、", 1, "significance"),
        ("山上草干了。", "", 1, "significance"),
        ("二、管住火源", "二、", 1, "tasks"),
        ("进山的路口都要有人。", "", 1, "tasks"),
        ("三、备足物资", "三、", 1, "tasks"),
        ("水泵油锯都要试过。", "", 1, "tasks"),
        ("四、严明纪律", "四、", 1, "tasks"),
        ("谁失职谁负责。", "", 1, "tasks"),
        ("散会。", "", 0, "closing"),
    )
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    rows = "  - heading: 备足物资\n"
    spoken = drafted(learned, rows, "  - heading: 建好队伍\n    text: 天天练。\n" + rows).text
    assert "我讲五点意见" in spoken
    assert "五、严明纪律" in spoken


SHORT_FIRST_LINES = speech(
    ("二、重点任务", "二、", 1, "tasks"),
    ("（一）抓排查。", "（一）", 2, "tasks"),
    ("各乡镇要逐村逐户排查，建立台账。", "", 2, "tasks"),
    ("（二）抓化解。", "（二）", 2, "tasks"),
    ("对排查出的矛盾，由包案领导逐件化解。", "", 2, "tasks"),
    ("三、加强领导", "三、", 1, "guarantee"),
    ("散会就办。", "", 1, "guarantee"),
)


def test_a_short_sentence_on_a_line_of_its_own_is_the_heading_of_its_row() -> None:
    learned = learn_speech(SHORT_FIRST_LINES, "x")
    assert learned.drafts[0].text == SHORT_FIRST_LINES.text
    assert "  - heading: 抓排查\n    text: 各乡镇要逐村逐户排查，建立台账。\n" in learned.facts_yaml
    row = "  - heading: 抓化解\n"
    text = drafted(learned, row, f"  - heading: 抓走访\n    text: 一户不落。\n{row}").text
    assert "\n（二）抓走访。\n一户不落。\n（三）抓化解。\n" in text


def announced_by(text: str, added: str = "  - heading: 抓走访\n    text: 一户不落。\n") -> str:
    """What stands before a list of three, of which a fourth has been made."""
    learned = learn_speech(
        speech(
            ("二、重点任务", "二、", 1, "tasks"),
            (text, "", 1, "tasks"),
            ("（一）抓排查。各乡镇要逐村逐户排查。", "（一）", 2, "tasks"),
            ("（二）抓化解。由包案领导逐件化解。", "（二）", 2, "tasks"),
            ("（三）抓防范。公安局要加强巡逻。", "（三）", 2, "tasks"),
            ("三、加强领导", "三、", 1, "guarantee"),
            ("散会就办。", "", 1, "guarantee"),
        ),
        "x",
    )
    first = "  - heading: 抓排查\n"
    return drafted(learned, first, added + first).text.split("\n")[1]


def test_a_number_follows_its_rows_though_more_is_said_between_them() -> None:
    said = "要开展三项行动，一仗接着一仗打，一个一个见成效，让群众看得见变化，摸得着成果。"
    assert announced_by(said) == said.replace("三项", "四项")
    said = "全县要统一开展三项行动。每项行动都要有人管、有人查，三个月一通报，年底算总账。"
    assert announced_by(said) == said.replace("三项", "四项")


def test_a_number_behind_as_many_names_does_not_follow_the_rows_alone() -> None:
    said = "要开展排查、化解、防范三项行动："
    assert announced_by(said) == said


def test_a_number_of_something_else_further_before_the_rows_stays() -> None:
    said = "要落实三项制度，办好三件实事，一仗接着一仗打，一个一个见成效，让群众看得见变化。"
    assert announced_by(said) == said


@pytest.mark.parametrize("last", ["关于廉政建设", "几点要求"])
def test_the_year_in_the_heading_of_a_part_changes_with_the_date(last: str) -> None:
    old = speech(
        ("（2025年2月26日）", "", 0, "byline"),
        ("今天开会，总结2024年工作，部署2025年工作。", "", 0, "opening"),
        ("一、关于2025年工作", "一、", 1, "tasks"),
        ("2025年，要新建自动站26个。", "", 1, "tasks"),
        (f"二、{last}", "二、", 1, "tasks"),
        ("要守住底线。", "", 1, "tasks"),
    )
    text = drafted(learn_speech(old, "气象"), "2025年2月26日", "2026年2月20日").text
    assert text.count("2026年") == 4
    assert "2025年" not in text


def test_parts_of_which_one_only_says_that_demands_follow_are_no_rows() -> None:
    old = speech(
        ("今天开会，我讲几点意见。", "", 0, "opening"),
        ("一、各年级工作", "一、", 1, "tasks"),
        ("一年级要抓好习惯，安排两周。", "", 1, "tasks"),
        ("二、几点要求", "二、", 1, "tasks"),
        ("1.备课要实。", "1.", 2, "tasks"),
        ("2.上课要活。", "2.", 2, "tasks"),
    )
    learned = learn_speech(old, "教学")
    assert questions(learned)["tasks"].type is Type.LIST
    assert "二、几点要求" in drafted(learned).text


def test_a_part_of_this_years_tasks_is_no_row_beside_the_part_behind_it() -> None:
    old = speech(
        ("一、关于今年的任务", "一、", 1, "tasks"),
        ("要抓好两件事。", "", 1, "tasks"),
        ("1、修好堤坝。6月底前修完。", "1、", 2, "tasks"),
        ("2、备足石料。每个村都要有。", "2、", 2, "tasks"),
        ("二、关于作风建设", "二、", 1, "tasks"),
        ("来不得半点虚假。", "", 1, "tasks"),
    )
    learned = learn_speech(old, "水利")
    assert "tasks:\n  - heading: 修好堤坝\n    text: 6月底前修完。\n  - heading: 备足石料\n" in learned.facts_yaml
    assert "二、关于作风建设" in drafted(learned).text


def test_the_number_of_a_slogan_in_a_heading_follows_the_list_below() -> None:
    old = speech(
        ("一、今年干得怎么样", "一、", 1),
        ("今年干得不错。", "", 1),
        ("二、下一步要突出“三个抓手”", "二、", 1),
        ("（一）修渠。修得直。", "（一）", 2),
        ("（二）打井。打得深。", "（二）", 2),
        ("（三）清淤。清得净。", "（三）", 2),
    )
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    assert "突出“四个抓手”" in drafted(learned, *ONE_MORE).text


def test_paragraphs_with_dashes_are_rows_and_counted() -> None:
    old = speech(
        ("差距还不小，突出表现为“三个不到位”：", "", 0, "shortcomings"),
        ("——思想认识不到位。有的单位歇了脚。", "", 0, "shortcomings"),
        ("——推进力度不到位。3个问题超过了进度。", "", 0, "shortcomings"),
        ("——长效机制不到位。有的问题边改边犯。", "", 0, "shortcomings"),
    )
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    one_more = "  - heading: 监督检查不到位\n    text: 半年没有查过一次。\n"
    before = "  - heading: 长效机制不到位\n"
    spoken = drafted(learned, before, one_more + before).text
    assert "突出表现为“四个不到位”：" in spoken
    assert "\n——监督检查不到位。半年没有查过一次。\n——长效机制不到位。" in spoken


def test_a_part_that_holds_rows_beside_one_that_does_not_is_no_row_itself() -> None:
    old = speech(
        ("一、既要看到成绩", "一、", 1, "achievements"),
        ("成绩不小。", "", 1, "achievements"),
        ("二、聚焦重点", "二、", 1),
        ("（一）治水。4月底前完成征地。", "（一）", 2),
        ("（二）治土。每月检查两次。", "（二）", 2),
        ("三、健全机制", "三、", 1),
        ("各乡镇每月组织一次自查。", "", 1),
        ("四、压实责任", "四、", 1, "guarantee"),
        ("各单位各负其责。", "", 1, "guarantee"),
    )
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    assert "  - heading: 治水\n    text: 4月底前完成征地。\n" in learned.facts_yaml
    assert "健全机制" not in learned.facts_yaml.replace("# 三、健全机制", "")
