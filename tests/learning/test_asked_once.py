"""A figure that stands in a speech several times is one question; what only looks like a name is none."""

from __future__ import annotations

import pytest

from drafting.learning.learned import learn_speech
from tests.learning.outlines import drafted, questions
from tests.learning.speeches import speech


def figures(*sentences: str) -> list[str]:
    learned = learn_speech(speech(*[(text, "", 0, "shortcomings") for text in sentences]), "供热")
    return [question.help for key, question in questions(learned).items() if key.startswith("figure")]


def test_a_figure_said_again_with_the_same_words_is_asked_once() -> None:
    old = speech(
        ("去年接到投诉58件，抢修队昼夜值守97天。", "", 0, "achievements"),
        ("投诉虽然只有58件，件件都是群众受了冷。值守的97天里，有11天超过了四小时。", "", 0, "shortcomings"),
        ("投诉要在58件的基础上再降三成。", "", 0, "goals"),
    )
    learned = learn_speech(old, "供热")
    assert len([key for key in questions(learned) if key.startswith("figure")]) == 4  # 58件, 97天, 11天, 三成
    text = drafted(learned, "58件", "64件").text
    assert (text.count("64件"), text.count("58件")) == (3, 0)


def test_a_figure_that_is_not_round_is_the_same_in_another_sentence_and_changes_with_it() -> None:
    old = speech(
        ("省里定的指标，我县合格29项，一共缺教师47名。", "", 0, "achievements"),
        ("预评29项一公布，有的松了气。要在四月底前把47名教师配齐。", "", 0, "shortcomings"),
        ("把29项当作不合格的来抓。", "", 0, "tasks"),
    )
    learned = learn_speech(old, "教育")
    text = drafted(learned, "47名", "51名").text
    assert (text.count("51名"), text.count("47名")) == (2, 0)
    text = drafted(learned, "29项", "31项").text
    assert (text.count("31项"), text.count("29项")) == (3, 0)


def test_round_figures_and_rates_in_other_sentences_may_be_of_other_things() -> None:
    assert len(figures("评选示范窗口10个。关停小水井10个。收缴率86%。满意率86%。收入增长23万元。支出增长23万元。")) == 6


@pytest.mark.parametrize(
    "sentence",
    [
        "去年引进项目12个，开工项目12个，竣工项目12个。",
        "东片停热12次，西片漏水12次。",
        "收入增长12%，支出增长12%，都不算快。",
    ],
)
def test_equal_figures_of_different_things_are_asked_each(sentence: str) -> None:
    assert len(figures(sentence)) == sentence.count("12")


def test_what_somebody_said_is_no_slogan_and_a_chair_of_a_workshop_no_person() -> None:
    old = speech(
        ("一个孩子问我：“校长，手机里什么都有，还读书干什么？”车间主席年底向会员述职。", "", 0, "opening"),
        ("今年的主题是“多读书，读好书”。", "", 0, "goals"),
    )
    found = questions(learn_speech(old, "读书"))
    assert not {key for key in found if key.startswith("person")}
    assert [question.help for key, question in found.items() if key.startswith("slogan")] == [
        "去年填写：多读书，读好书"
    ]


def test_a_number_said_again_of_something_else_in_the_sentence_changes_with_it() -> None:
    old = speech(("全矿12860名矿工背后，就是12860个家庭，少一个人也不行。", "", 0, "significance"))
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    assert "全矿12900名矿工背后，就是12900个家庭" in drafted(learned, "12860名", "12900名").text


def test_small_numbers_of_two_things_in_a_sentence_are_asked_each() -> None:
    learned = learn_speech(speech(("全矿120名矿工用上了120个新灯头，一个也不缺。", "", 0, "significance")), "x")
    assert len(questions(learned)) == 2


def test_figures_between_the_same_words_are_asked_with_the_clause_that_tells_them_apart() -> None:
    text = (
        "去年收治病人1.4万人次，同比增长5.1%；手术4200台，同比增长8.2%；培训护士460人，满意率98.5%。"
        "乡镇（街道）妇联主席中，新任职的有9人；村（社区）妇联主席中，新任职的有112人。"
    )
    learned = learn_speech(speech((text, "", 0, "opening")), "x")
    asks = {question.help: question.ask for question in questions(learned).values()}
    assert len({*asks.values()}) == len(questions(learned))
    assert asks["去年填写：5.1%"] == "数字（去年收治病人1.4万人次，同比增长＿＿）"
    assert asks["去年填写：8.2%"] == "数字（手术4200台，同比增长＿＿）"
    assert asks["去年填写：112人"] == "数字（村（社区）妇联主席中，新任职的有＿＿）"
    assert asks["去年填写：98.5%"] == "数字（满意率＿＿）"


def test_figures_that_begin_their_sentences_alike_are_told_apart_by_what_follows() -> None:
    learned = learn_speech(speech(("增长8.2%，靠的是大项目。增长5.1%，靠的是老客户。", "", 0, "opening")), "x")
    asks = [question.ask for question in questions(learned).values()]
    assert asks == ["数字（增长＿＿，靠的是大项目）", "数字（增长＿＿，靠的是老客户）"]


def test_the_days_that_are_left_are_asked_once() -> None:
    old = speech(("离集中缴费期结束只剩40天。", "", 0, "opening"), ("让我们奋战40天，全面完成任务！", "", 0, "closing"))
    assert len(questions(learn_speech(old, "x"))) == 1
    old = speech(("离集中缴费期结束只剩40天。", "", 0, "opening"), ("每年培训40天，全面完成任务！", "", 0, "closing"))
    assert len(questions(learn_speech(old, "x"))) == 2


def test_a_figure_said_for_itself_is_the_one_before() -> None:
    old = speech(("距离高考只有100天了。100天，可以做些什么？一百天，赛跑；一百天，冲刺。", "", 0, "opening"))
    learned = learn_speech(old, "x")
    assert learned.drafts[0].text == old.text
    assert [question.help for question in questions(learned).values()] == ["去年填写：100天", "去年填写：一百天"]
    assert "只有99天了。99天，可以" in drafted(learned, "100天", "99天").text
