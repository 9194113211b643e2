"""Names, dates and years are one question each wherever they stand, and keep the form in which they stand."""

from __future__ import annotations

import pytest

from drafting.draft import Draft
from drafting.learning.learned import learn_series, learn_speech
from drafting.outline.model import Type
from tests.learning.outlines import drafted, questions
from tests.learning.speeches import speech

TITLE = ("在全厂冬修大会上的讲话", "", 0, "title", "title")


def answers(*sentences: str) -> list[str]:
    """Last year's answers to the questions about paragraphs of a speech."""
    learned = learn_speech(speech(TITLE, *[(text, "", 0, "opening") for text in sentences]), "冬修")
    return [question.help.removeprefix("去年填写：") for question in questions(learned).values()][1:]


def test_a_year_is_changed_by_its_figures_alone() -> None:
    learned = learn_speech(speech(TITLE, ("2031年是冬修大年。", "", 0, "opening")), "冬修")
    assert questions(learned)["year"].type is Type.NUMBER
    assert "\n2032年是冬修大年。" in drafted(learned, "year: 2031年", "year: 2032").text


def test_the_months_of_a_season_are_one_date() -> None:
    assert answers("今年6—8月降水偏多。") == ["今年6—8月"]


@pytest.mark.parametrize("zero", "〇○零")
def test_a_date_in_characters_stays_in_characters(zero: str) -> None:
    date = f"二{zero}三一年十二月八日"
    old = speech(TITLE, (f"（{date}）", "", 0, "byline", "byline"), ("2031年就要过去了。", "", 0, "opening"))
    learned = learn_speech(old, "冬修")
    assert questions(learned)["date"].type is Type.DATE
    text = drafted(learned, f"date: {date}", "date: 2032-1-20").text
    assert text == old.text.replace(date, f"二{zero}三二年一月二十日").replace("2031", "2032")


@pytest.mark.parametrize("day", ["2031.4.8", "2031-04-08", "2031/4/8"])
@pytest.mark.parametrize("around", ["{}", "（{}）", "({})", "时间：{}"])
def test_the_day_of_a_speech_in_figures_is_a_date_and_no_speaker(day: str, around: str) -> None:
    old = speech(TITLE, (around.format(day), "", 0, "byline", "byline"), ("过了年就开工。", "", 0, "opening"))
    learned = learn_speech(old, "冬修")
    assert list(questions(learned)) == ["meeting", "date"]
    assert drafted(learned, day, "2032.5.6").text == old.text.replace(day, "2032.5.6")


def test_the_day_in_figures_is_a_date_in_several_years() -> None:
    years = [speech(TITLE, (f"203{n}.{n}.6", "", 0, "byline", "byline"), "今年照旧。") for n in (1, 2, 3)]
    learned = learn_series(years, ["2031", "2032", "2033"], "冬修")
    assert [question.ask for question in questions(learned).values()] == ["日期"]


def test_the_year_before_that_of_the_speech_follows_its_date_where_several_years_show_it() -> None:
    years = [
        speech(
            TITLE, (f"（203{n}年{n}月6日）", "", 0, "byline", "byline"), (f"总结203{n - 1}年工作。", "", 0, "opening")
        )
        for n in (1, 2, 3)
    ]
    learned = learn_series(years, ["2031", "2032", "2033"], "冬修")
    assert [question.ask for question in questions(learned).values()] == ["日期"]
    text = drafted(learned, "2033年3月6日", "2035年3月6日").text
    assert text == years[-1].text.replace("2033年", "2035年").replace("2032年", "2034年")


def test_a_year_that_is_not_always_as_far_from_the_date_or_of_one_speech_alone_is_asked() -> None:
    def told(n: int, year: int) -> Draft:
        said = (f"{year}年开的头。", "", 0, "opening")
        return speech(TITLE, (f"（203{n}年{n}月6日）", "", 0, "byline", "byline"), said)

    for years in ([told(2, 2031), told(3, 2031)], [told(2, 2031)]):
        learned = learn_series(years, [str(n) for n in range(len(years))], "冬修")
        assert drafted(learned).text == years[-1].text
        assert "year - 1" not in learned.outline_yaml


@pytest.mark.parametrize(
    "sentence", ["型号2031.4.88，编号2031-04-08-16。", "总量2031.4.5%，比值2031/13/8，电话0745-2031455。"]
)
def test_figures_that_are_no_day_are_no_date(sentence: str) -> None:
    learned = learn_speech(speech(TITLE, (sentence, "", 0, "opening")), "冬修")
    assert "date" not in questions(learned)


def test_where_a_speech_was_given_is_asked_as_a_place_and_labels_stay() -> None:
    lines = ["主讲人：第三支部书记  何海燕", "时间：周五下班以后", "会议地点：三楼会议室"]
    old = speech(TITLE, *[(line, "", 0, "byline", "byline") for line in lines], ("开课了。", "", 0, "opening"))
    learned = learn_speech(old, "党课")
    asked = questions(learned)
    assert [(asked[key].ask, asked[key].help) for key in ("speaker", "time", "place")] == [
        ("讲话人的单位、职务和姓名", "去年填写：第三支部书记  何海燕"),
        ("时间", "去年填写：周五下班以后"),
        ("地点", "去年填写：三楼会议室"),
    ]
    assert "\n会议地点：二楼会议室\n" in drafted(learned, "三楼", "二楼").text


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("夜里零下二十六度，他守了三天三夜。", ["零下二十六度", "三天三夜"]),
        ("他在山里六年零七个月，走访四十三户人家，修过机器上百台。", ["六年零七个月", "四十三户", "上百台"]),
        ("修路一百二十余公里，花了五千多万元。", ["一百二十余公里", "五千多万元"]),
        ("新开线路32.5km，41个人没有下堤。", ["32.5km", "41个人"]),
        (
            "处理缺陷一万两千余处，收费率九成二，提高三个百分点，出了一百多项成果。",
            ["一万两千余处", "九成二", "三个百分点", "一百多项"],
        ),
        (
            "引进项目五十六个、专利一百四十三项，增长近两成，一成半的人占百分之六点二，连续四十个小时。",
            ["五十六个", "一百四十三项", "两成", "一成半", "百分之六点二", "四十个小时"],
        ),
        (
            "连续六年被评为先进，连续八届夺冠，连续三年获得第一名，为期三天的护理周，实现了连续八年无差错目标。",
            ["六年", "八届", "三年", "三天", "八年"],
        ),
        ("连续两年不合格的，予以调整，连续三年末位的一律免职；连续多年，历时一年多，连续三次迟到的要通报。", []),
        ("五十六个民族、一百个日夜，二十四个字，三三两两成群，一成不变，几十分之一的把握。", []),
        ("第二十次会议开了十分钟，讲了十项工作、两个一百年和十条措施。", []),
    ],
)
def test_figures_in_characters_are_asked_where_a_unit_makes_sure_of_them(sentence: str, figures: list[str]) -> None:
    assert answers(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("孙兰芝师傅说到做到。", ["孙兰芝师傅"]),
        ("请何云山同学上台，马晓燕老师鼓掌。", ["何云山同学", "马晓燕老师"]),
        ("会议决定任命钱大川为局长，补选吴桂花为代表。", ["钱大川", "吴桂花"]),
        ("受赵志远市长委托，我讲几句。联系人：周立人，有事找他。", ["赵志远市长", "周立人"]),
        ("安全总监郑有才负责监督。", ["郑有才"]),
        ("尊敬的何厚德校长，教我们物理的于老师好。", ["何厚德校长", "于老师"]),
        ("党支部书记要带头，党组书记负总责，班主任、纪委书记都来，不让受委屈的同志背包袱。", []),
        ("向老师问好，各位老师、全体师傅、由于师傅少，从同学做起，任教授的都来了。", []),
    ],
)
def test_people_are_asked_by_what_they_are_called_or_appointed_to(sentence: str, people: list[str]) -> None:
    assert answers(sentence) == people


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("浓度降到38微克/立方米以下，日供水3.2万吨/日。", ["38微克/立方米", "3.2万吨/日"]),
        ("接收档案5210卷，铺设光缆300皮长公里，浇筑混凝土31万方。", ["5210卷", "300皮长公里", "31万方"]),
        ("出动车辆120台次，飞机9架次，走访1420家次，每亩减产110斤。", ["120台次", "9架次", "1420家次", "110斤"]),
        ("稻草1000余垛，桩基286根，下雨214毫米以上。", ["1000余垛", "286根", "214毫米"]),
        ("评分达96.5，列全省第3，压减1/3。", ["96.5", "3", "1/3"]),
        ("中国500强、95后、318国道、12345热线，拨打110，3方面，5讲话，PM2.5，4+1机制。", []),
    ],
)
def test_figures_with_rare_units_are_asked_whole(sentence: str, figures: list[str]) -> None:
    assert answers(sentence) == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "祝全体老师工作顺利，祝同志们、祝各位同志身体健康，祝愿老师、祝福同学。",
        "谢谢老师，谢谢同学，关心老师成长，关爱同学，安排老师外出。",
        "高年级同学带好低年级同学，高三老师、毕业班老师、同班同学、有关同志都辛苦了。",
        "林业局长负总责，卫生局长、司法局长配合，车工师傅、白班师傅、项目经理、施工队长、石家村支书到场。",
        "单位的管事同志、机关的党员同志、支部的老同志都来，病区的护士长要负责。",
        "遇事向书记汇报，向班主任说明。密切联系以林保国同志为核心的班子。",
    ],
)
def test_a_word_that_begins_like_a_surname_is_no_person(sentence: str) -> None:
    assert answers(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("祝李老师生日快乐，祝李明同志早日康复，祝小军同志立了功。", ["李老师", "李明同志", "祝小军同志"]),
        ("特别是黄志强、高飞、祝小军等同志冲在前面。", ["黄志强", "高飞", "祝小军"]),
        ("表彰张伟、李娜、王强等先进。", ["张伟", "李娜", "王强"]),
        ("王海、刘芳两位同志走得最早。", ["王海", "刘芳"]),
        ("其中何雨桐同学考得最好，三车间田国强师傅教得最好。", ["何雨桐同学", "田国强师傅"]),
        ("向何进山同志学习，向王芳同志学习，以高秀兰老师为榜样。", ["何进山同志", "王芳同志", "高秀兰老师"]),
        ("急救站的王玲同志守了一夜，内科的张晓红护士长替了班。", ["王玲同志", "张晓红护士长"]),
        ("刘所长、王厂长讲了，请张经理、欧阳明雪同志也讲讲。", ["刘所长", "王厂长", "张经理", "欧阳明雪同志"]),
    ],
)
def test_people_are_asked_among_others_and_behind_what_leads_up_to_them(sentence: str, people: list[str]) -> None:
    assert answers(sentence) == people


def test_a_short_name_in_a_list_of_people_is_the_same_with_a_form_of_address() -> None:
    old = speech(TITLE, ("何志强、高飞等同志冲在前面，高飞同志还负了伤。", "", 0, "opening"))
    assert drafted(learn_speech(old, "会"), "高飞", "吴桂花").text == old.text.replace("高飞", "吴桂花")


def test_a_person_named_with_a_post_is_the_same_on_a_label_and_below_the_title() -> None:
    old = speech(
        TITLE,
        ("厂长  林大川", "", 0, "byline", "byline"),
        ("主持人：请总经理郑有才同志讲话。", "", 0, "opening"),
        ("郑有才：大家好！林大川厂长让我来的。", "", 0, "opening"),
    )
    learned = learn_speech(old, "冬修")
    assert drafted(learned, "郑有才", "吴桂花").text == old.text.replace("郑有才", "吴桂花")
    assert drafted(learned, "林大川", "孙立").text == old.text.replace("林大川", "孙立")


def test_a_mask_is_no_name_that_stands_elsewhere_too() -> None:
    old = speech(TITLE, ("请×××同志讲话，×××同志辛苦了。×××县来了三十人，交了×××一套。", "", 0, "opening"))
    text = drafted(learn_speech(old, "会"), 'person: "×××同志"', "person: 马三同志").text
    assert text.endswith("请马三同志讲话，马三同志辛苦了。×××县来了三十人，交了×××一套。")


def broken_title(*sentences: str) -> Draft:
    """A speech whose title is broken within the name of the meeting."""
    lines = ["在全厂冬季检修暨安全生产", "工作会议上的讲话"]
    return speech(
        *[(line, "", 0, "title", "title") for line in lines], *[(text, "", 0, "opening") for text in sentences]
    )


def test_the_meeting_of_a_title_broken_over_two_lines_is_asked_line_by_line() -> None:
    old = broken_title("过了年就开工。")
    learned = learn_speech(old, "冬修")
    assert [question.ask for question in questions(learned).values()] == ["会议（在＿＿）", "会议（＿＿上的讲话）"]
    assert drafted(learned).text == old.text
    text = drafted(learned, "全厂冬季检修暨安全生产", "全厂春季检修").text
    assert text.startswith("在全厂春季检修\n工作会议上的讲话\n")


def test_the_meeting_of_a_broken_title_is_the_same_where_it_stands_whole() -> None:
    old = broken_title("今天召开全厂冬季检修暨安全生产工作会议。", "过了年就开工。")
    learned = learn_speech(old, "冬修")
    assert len(questions(learned)) == 2
    text = drafted(learned, "全厂冬季检修暨安全生产", "全厂春季检修").text
    assert text == old.text.replace("全厂冬季检修暨安全生产", "全厂春季检修")


def test_the_end_of_a_broken_title_is_no_name_where_other_meetings_are_called_so() -> None:
    old = broken_title("昨天总公司开了工作会议，我去听了。")
    learned = learn_speech(old, "冬修")
    assert [question.ask for question in questions(learned).values()] == ["会议（在＿＿）"]
    assert drafted(learned).text == old.text


def test_a_meeting_is_the_same_without_the_year_or_the_term_before_it() -> None:
    for title, name, sentence in (
        ("在医院2031年度总结表彰大会上的讲话", "总结表彰大会", "今天召开2031年度总结表彰大会。"),
        ("在××县2031年春节团拜会上的讲话", "春节团拜会", "春节团拜会开得好。"),
        ("在老李退休欢送会上的讲话", "老李退休欢送会", "老李退休欢送会现在开始。"),
        ("在2031级新兵入营仪式上的讲话", "新兵入营仪式", "隆重举行2031级新兵入营仪式。"),
        ("在县政协常委会第九次会议上的讲话", "政协常委会第九次会议", "县六届政协常委会第九次会议开得好。"),
    ):
        old = speech((title, "", 0, "title", "title"), (sentence, "", 0, "opening"))
        learned = learn_speech(old, "会")
        assert drafted(learned, f"meeting: {name}", "meeting: 冬修大会").text == old.text.replace(name, "冬修大会")


def test_a_meeting_named_in_quotes_is_the_same_without_the_year_too() -> None:
    title, sentence = "在全镇2031年“三夏”生产动员会上的讲话", "今天召开全镇“三夏”生产动员会。"
    old = speech((title, "", 0, "title", "title"), (sentence, "", 0, "opening"))
    text = drafted(learn_speech(old, "会"), 'meeting: "“三夏”生产动员会"', "meeting: 冬修大会").text
    assert text == old.text.replace("“三夏”生产动员会", "冬修大会")


def test_the_day_of_a_meeting_is_a_date_and_no_part_of_its_name() -> None:
    assert answers("贯彻3月2日全省山塘巡查视频会议精神。") == ["3月2日", "全省山塘巡查视频会议"]


def test_two_meetings_are_two_names_and_none_is_cut_at_its_term() -> None:
    told = "深入贯彻二十届中央纪委四次全会、省林业工作会议精神。"
    assert answers(told) == ["二十届中央纪委四次全会", "省林业工作会议"]


def test_a_date_in_wide_figures_is_one_date_and_comes_back_to_the_letter() -> None:
    old = speech(TITLE, ("（２０３１年５月２２日）", "", 0, "byline", "byline"), ("造林６１２亩。", "", 0, "opening"))
    learned = learn_speech(old, "冬修")
    assert [question.ask for question in questions(learned).values()][1:] == ["日期", "数字（造林＿＿）"]
    assert drafted(learned).text == old.text
    assert "（2032年5月20日）" in drafted(learned, "２０３１年５月２２日", "2032年5月20日").text


def test_a_motto_in_quotation_marks_is_the_same_without_them() -> None:
    told = (("要围绕“健康河口”建设目标，抓紧干。", "", 0, "tasks"), ("为建设健康河口作出贡献！", "", 0, "closing"))
    old = speech(TITLE, *told)
    learned = learn_speech(old, "冬修")
    assert drafted(learned).text == old.text
    assert drafted(learned, "健康河口", "幸福河口").text == old.text.replace("健康河口", "幸福河口")


def test_the_year_of_a_grade_is_that_of_the_date() -> None:
    old = speech(
        ("在2031级新兵入营仪式上的讲话", "", 0, "title", "title"), ("（2031年9月1日）", "", 0, "byline", "byline")
    )
    learned = learn_speech(old, "会")
    assert "在2032级新兵" in drafted(learned, "date: 2031年9月1日", "date: 2032年9月2日").text


def test_whose_farewell_it_is_is_asked_once() -> None:
    old = speech(("在何师傅退休欢送会上的讲话", "", 0, "title", "title"), ("何师傅，您辛苦了！", "", 0, "opening"))
    assert drafted(learn_speech(old, "会"), "何师傅", "马师傅").text == old.text.replace("何师傅", "马师傅")


LONG = (
    "全年完成冬修任务一批。按照《冬修办法》，各车间把图纸、材料、人手一样一样摆到了台面上，谁先谁后写得清清楚楚，"
    "没有一家掉队，也没有一家叫苦，白天干不完的晚上接着干，晚上干不完的第二天早上接着干，一直干到把最后一颗螺丝拧紧，"
    "把最后一面墙刷白，把最后一车垃圾拉走，才算是给大家一个交代。"
)


def test_what_a_long_passage_says_again_is_no_part_of_a_long_answer() -> None:
    old = speech(TITLE, (LONG, "", 0, "achievements"), ("《冬修办法》还要再学。", "", 0, "closing"))
    assert drafted(learn_speech(old, "会"), ": 冬修办法", ": 春修办法").text == old.text.replace("冬修办", "春修办")


def test_a_question_says_in_which_table_its_answer_stands_too() -> None:
    old = speech(
        TITLE,
        ("一、干什么", "一、", 1, "tasks"),
        ("（一）抓进度。各车间3842台机器都要修。", "（一）", 2, "tasks"),
        ("（二）抓质量。一台一台验收。", "（二）", 2, "tasks"),
        ("前面说到的3842台，都登记在册。", "", 0, "closing"),
    )
    found = questions(learn_speech(old, "会"))
    assert found["figure"].help == "去年填写：3842台（“任务（一、干什么）”里也写到）"


def test_what_a_school_was_honoured_as_and_whose_students_it_has_is_asked() -> None:
    sentence = "张宇航同学被浙江大学录取；学校荣获“省级文明校园”称号，并被评为全国青少年足球特色学校。"
    assert answers(sentence) == ["张宇航同学", "浙江大学", "省级文明校园", "全国青少年足球特色学校"]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("要牢固树立“以病人为中心”的理念，把每一个细节做到位。", ["以病人为中心"]),
        ("坚持“重心下移”的原则，开展“创先争优”活动。", ["重心下移", "创先争优"]),
        ("这些“绣花枕头”要不得，“差不多就行”的心思也要不得。", []),
    ],
)
def test_quoted_words_that_are_said_to_be_an_idea_or_an_activity_are_asked(sentence: str, phrases: list[str]) -> None:
    assert answers(sentence) == phrases


def test_honours_in_quotation_marks_prizes_and_ranks_are_asked() -> None:
    asked = answers("心内科护理组荣获“市级青年文明号”，低碳技术获省科技进步二等奖，综合考核居全市第一位。")
    assert asked == ["市级青年文明号", "省科技进步二等奖", "全市第一位"]
    assert answers("综合排名由全省第七位上升到第三位。") == ["全省第七位", "第三位"]
    assert answers("综合排名由第六位跃居第二位。") == ["第六位", "第二位"]
    assert answers("刑侦大队荣立集体二等功，考评获全市第一名，排名全市前三。") == [
        "集体二等功",
        "全市第一名",
        "全市前三",
    ]


def test_a_theme_above_the_meeting_is_asked() -> None:
    theme = "攻坚克难 奋力开创公司发展新局面"
    old = speech(
        (theme, "", 0, "title", "title"),
        ("——在公司工作会议上的报告", "", 0, "title", "title"),
        ("现在，我作工作报告。", "", 0, "opening"),
    )
    learned = learn_speech(old, "x")
    assert questions(learned)["theme"].ask == "标题（主标题）"
    assert drafted(learned, theme, "乘势而上").text == old.text.replace(theme, "乘势而上")


def test_who_speaks_is_asked_where_the_title_names_them() -> None:
    title = "柳林镇党委书记 高翔 在全镇人居环境整治工作推进会上的讲话"
    learned = learn_speech(speech((title, "", 0, "title", "title"), ("今天的会议很重要。", "", 0, "opening")), "x")
    asked = {question.help.removeprefix("去年填写：") for question in questions(learned).values()}
    assert asked == {"柳林镇党委书记 高翔", "全镇人居环境整治工作推进会"}


def test_towns_by_their_own_names_are_asked_once_wherever_they_stand() -> None:
    old = speech(
        TITLE,
        ("进度不平衡，柳河镇完成率92%，东岗乡只有21%，各乡镇差别很大。", "", 0, "shortcomings"),
        ("会后，大家到柳河镇去看一看，农村的事、民族乡的事都要学。", "", 0, "tasks"),
    )
    learned = learn_speech(old, "冬修")
    asked = [question.ask for question in questions(learned).values() if question.ask.startswith("单位")]
    assert asked == ["单位（＿＿完成率92%）", "单位（＿＿只有21%）"]
    assert drafted(learned).text == old.text
    assert drafted(learned, "柳河镇  #", "青山镇  #").text == old.text.replace("柳河镇", "青山镇")


def test_who_told_of_it_and_an_old_party_member_are_asked() -> None:
    assert answers("王楼村党支部书记王保田介绍了做法。", "老党员李德厚今年73岁了，天天守在村东头。") == [
        "王楼村",
        "王保田",
        "李德厚",
        "今年",
        "73岁",
    ]


def test_where_it_is_spoken_is_no_speaker_and_who_speaks_may_stand_before_the_day() -> None:
    old = speech(
        ("关于2024年度冬修工作的讲话", "", 0, "title", "title"),
        ("——在全厂冬修大会上", "", 0, "byline", "byline"),
        ("厂长 江海平（2024年8月28日）", "", 0, "byline", "byline"),
        ("再过三天就要开工了。", "", 0, "opening"),
    )
    learned = learn_speech(old, "冬修")
    assert drafted(learned).text == old.text
    speakers = [question.help for question in questions(learned).values() if "讲话人" in question.ask]
    assert speakers == ["去年填写：厂长 江海平"]
    text = drafted(learned, "2024年8月28日", "2025年8月27日").text
    assert text.startswith("关于2025年度冬修工作的讲话\n——在全厂冬修大会上\n厂长 江海平（2025年8月27日）")


def test_towns_between_other_bodies_stay_with_them() -> None:
    assert answers("县税务局、云岭镇、县医院作了安排。", "柳河镇、东岗乡先动手。") == ["柳河镇", "东岗乡"]


def test_what_was_seen_in_a_few_words_before_is_apart_from_who_spoke_just_now() -> None:
    text = "会前，大家参观了县档案馆新馆；刚才，会议通报了检查情况，史志办周主任解读了方案。"
    learned = learn_speech(speech(TITLE, (text, "", 0, "opening")), "冬修")
    assert "agenda: [会议通报了检查情况, 史志办周主任解读了方案]" in learned.facts_yaml


def test_the_winners_of_a_contest_which_one_it_was_and_the_bodies_named_among_others_are_asked() -> None:
    asked = answers(
        "公司第九届职工技能大赛落幕，炼铁厂赵海涛、动力厂林小雨等12名同志获奖，炼钢厂等3家单位受到表扬，大家辛苦了。"
    )
    assert asked == ["第九届", "炼铁厂赵海涛、动力厂林小雨", "12名", "炼钢厂", "3家"]


def test_what_is_no_contest_and_no_body_among_others_is_not_asked() -> None:
    assert answers("学习第十四届全国人民代表大会精神，涉及教育、卫生等部门，抓好第一届任务。") == [
        "第十四届全国人民代表大会",
        "第一届",
    ]


def test_parts_of_a_year_are_no_years_and_a_figure_behind_its_ordinal_is_a_rank() -> None:
    sentence = "上半年工作开了好头，比上届好，在全市排第8位，四季度还要加力。"
    asked = questions(learn_speech(speech((sentence, "", 0, "opening")), "x"))
    assert [question.ask.partition("（")[0] for question in asked.values()] == ["时段", "名次", "时段"]


def test_how_often_a_day_of_a_feast_and_what_is_handed_over_are_no_names() -> None:
    assert answers("一周一调度、一月一排名，问题移交县纪委监委，过好“5·12”这一天。") == []
    assert answers("一月一日起施行。") == ["一月一日"]


def test_the_village_that_a_meeting_is_about_is_asked_once() -> None:
    old = speech(
        (
            "上午大家冒雨看了柳溪村的渠道，桩桩件件实实在在。刚才，柳溪村支书老周介绍了做法，镇水利站通报了进度。",
            "",
            0,
            "opening",
        ),
        ("柳溪村原来是有名的旱村，如今不同了。", "", 0, "experience"),
        ("柳溪村为什么能干成？靠的是大家。", "", 0, "experience"),
        ("其他村镇要学，全村都要学。", "", 0, "tasks"),
    )
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    found = questions(learned)
    assert [question.help[:8] for key, question in found.items() if key.startswith("body")] == ["去年填写：柳溪村"]
    assert [question.ask for key, question in found.items() if key.startswith("agenda")] == [
        "议程（上午……）",
        "议程（刚才……）",
    ]


def test_no_name_is_cut_in_a_word_and_no_clause_is_a_meeting() -> None:
    assert answers("受团省委委托，我们在这里座谈，大家畅所欲言。") == []
    assert answers("县委决定今天再开一次动员会，目的就是加油鼓劲。") == []
    assert answers("前天召开的县委经济工作会议提出了目标。") == ["县委经济工作会议"]
