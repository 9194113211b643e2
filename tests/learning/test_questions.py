"""Each thing that changes from year to year is asked whole: the agenda, names of meetings, instructions, slogans."""

from __future__ import annotations

import pytest

from drafting.learning.learned import learn_speech
from drafting.outline.model import Type
from tests.learning.outlines import drafted, questions
from tests.learning.speeches import speech


@pytest.mark.parametrize(
    "watched", ["我们观看了专题片", "大家一起参观了三个点", "我们先后察看了东村和西村的渠", "我们集中学习了文件"]
)
def test_what_we_ourselves_did_before_the_speech_is_the_first_of_its_agenda(watched: str) -> None:
    said = [watched, "县林业局局长周敏同志作了报告", "三个乡镇作了发言"]
    learned = learn_speech(speech((f"刚才，{'，'.join(said)}，希望大家认真学习。", "", 0, "opening")), "x")
    assert f"agenda: [{', '.join(said)}]" in learned.facts_yaml


def test_the_name_of_a_meeting_is_not_cut_in_a_word_though_the_speech_says_its_end_elsewhere() -> None:
    name = "第十二届职工代表大会第三次会议"
    learned = learn_speech(
        speech(
            (f"在医院{name}上的讲话", "", 0, "title", "title"),
            (f"我院{name}今天开幕了。", "", 0, "opening"),
        ),
        "x",
    )
    assert f"meeting: {name}" in learned.facts_yaml


def test_what_the_same_one_did_besides_is_no_entry_of_its_own_on_the_agenda() -> None:
    shared = "市委书记高宏伟同志听取了汇报，对工作给予充分肯定，并提出了要求"
    for first in (shared, "周镇长通报了去年的情况，安排了今年的工作"):
        said = [first, "三家单位作了发言"]
        learned = learn_speech(speech((f"刚才，{'，'.join(said)}，大家要认真学习。", "", 0, "opening")), "x")
        assert f"agenda:\n  - {said[0]}\n  - {said[1]}\n" in learned.facts_yaml


def test_where_nobody_is_named_each_thing_that_was_done_is_an_entry_of_its_own() -> None:
    said = ["传达了上级精神", "通报了去年的情况", "安排了今年的工作"]
    learned = learn_speech(speech((f"刚才，{'，'.join(said)}，大家要认真学习。", "", 0, "opening")), "x")
    assert f"agenda: [{', '.join(said)}]" in learned.facts_yaml


def test_an_instruction_that_is_read_out_is_asked_whole_by_what_it_is() -> None:
    cited = "“全市法院服务有为，司法为民有感。望再接再厉。”"
    text = f"会前，市委书记高宏伟同志听取了汇报，并作出批示：{cited}我们要认真学习。"
    asked = {
        question.help: question for question in questions(learn_speech(speech((text, "", 0, "opening")), "x")).values()
    }
    assert asked[f"去年填写：{cited.strip('“”')}"].ask == "提法（并作出批示：＿＿）"


def test_a_year_of_something_is_a_slogan_and_round_the_clock_is_no_figure() -> None:
    text = "今年是“质效提升年”，要落实24小时领导带班，险情24小时内报告。"
    learned = learn_speech(speech((text, "", 0, "opening")), "x")
    assert drafted(learned, ": 质效提升年", ": 作风建设年").text == text.replace("质效提升年", "作风建设年")
    assert drafted(learned, "24小时", "12小时").text == text.replace("险情24小时", "险情12小时")


PERIODS = "今天，总结前三季度工作，部署四季度任务。前三季度，存款增加9.3亿元。三季度，利润1.5亿元。上半年欠下的账要补。"


@pytest.mark.parametrize("new", ["1—10月", "今年以来", "去年", "全年", "2024年度"])
def test_a_part_of_a_year_may_give_way_to_any_other_time_that_stays_as_typed(new: str) -> None:
    learned = learn_speech(speech((PERIODS, "", 0, "opening")), "x")
    assert drafted(learned, ": 前三季度 ", f": {new} ").text == PERIODS.replace("前三季度", new)
    assert {question.type for key, question in questions(learned).items() if key.startswith("year")} == {Type.TEXT}


def test_a_quarter_and_the_quarters_up_to_it_are_asked_each() -> None:
    learned = learn_speech(speech((PERIODS, "", 0, "opening")), "x")
    assert drafted(learned, ": 三季度 ", ": 九月份 ").text == PERIODS.replace("。三季度", "。九月份")


AIM = "为实现全年“零死亡、零重伤、零火灾”的目标而努力，照《安全生产条例》去办。"


@pytest.mark.parametrize("typed", ["零事故，零隐患", "“零事故，零隐患”"])
def test_a_slogan_stands_in_its_quotation_marks_however_the_new_one_is_typed(typed: str) -> None:
    learned = learn_speech(speech((AIM, "", 0, "opening")), "x")
    assert learned.drafts[0].text == AIM
    spoken = drafted(learned, ": 零死亡、零重伤、零火灾", f": {typed}").text
    assert spoken == AIM.replace("零死亡、零重伤、零火灾", "零事故，零隐患")


@pytest.mark.parametrize("typed", ["消防法", "《消防法》"])
def test_a_document_stands_in_its_marks_however_the_new_one_is_typed(typed: str) -> None:
    learned = learn_speech(speech((AIM, "", 0, "opening")), "x")
    assert drafted(learned, ": 安全生产条例", f": {typed}").text == AIM.replace("安全生产条例", "消防法")


def test_slogans_side_by_side_are_answered_with_their_marks() -> None:
    text = "要把“严在平时、管在日常”“爱在心里、帮在难处”结合起来，年年都要这样做。"
    learned = learn_speech(speech((text, "", 0, "opening")), "x")
    assert learned.drafts[0].text == text
    assert drafted(learned, "日常”“爱", "日常”与“爱").text == text.replace("日常”“爱", "日常”与“爱")


@pytest.mark.parametrize(
    ("said", "old", "new", "then"),
    [
        ("全年税费收入预期目标为305亿元。", "305亿元", "320", "320亿元"),
        ("全年税费收入预期目标为305亿元。", "305亿元", "98500万元", "98500万元"),
        ("向全县47万人民交一份合格答卷。", "47万", "48", "48万"),
        ("向全县47万人民交一份合格答卷。", "47万", "48万", "48万"),
        ("全年接待游客5.2万人次。", "5.2万人次", "6", "6万人次"),
    ],
)
def test_a_figure_typed_without_its_ten_thousands_keeps_those_of_last_year(
    said: str, old: str, new: str, then: str
) -> None:
    learned = learn_speech(speech((said, "", 0, "opening")), "2030")
    assert learned.drafts[0].text == said
    assert drafted(learned, f"figure: {old}", f"figure: {new}").text == said.replace(old, then)


@pytest.mark.parametrize(
    ("said", "old", "new", "then"),
    [
        ("向建行七十周年献礼。", "七十周年", "71", "七十一周年"),
        ("向建行七十周年献礼。", "七十周年", "71周年", "七十一周年"),
        ("向建行七十周年献礼。", "七十周年", "七十一周年", "七十一周年"),
        ("实现了连续十八年“四无”目标。", "十八年", "19", "十九年"),
        ("全年投入三千五百万元。", "三千五百万元", "4000", "四千万元"),
        ("抽调两名干部、十二名工人。", "两名", "3", "三名"),
    ],
)
def test_a_figure_in_characters_stays_in_characters_and_keeps_its_unit(
    said: str, old: str, new: str, then: str
) -> None:
    learned = learn_speech(speech((said, "", 0, "opening")), "2030")
    assert learned.drafts[0].text == said
    assert drafted(learned, f": {old} ", f": {new} ").text == said.replace(old, then)


@pytest.mark.parametrize(
    "said", ["走访三百多户人家。", "气温零下二十度。", "奋战三天三夜。", "占三分之二。", "来了二百名。"]
)
def test_a_figure_in_characters_that_is_no_count_is_answered_in_words(said: str) -> None:
    learned = learn_speech(speech((said, "", 0, "opening")), "2030")
    assert learned.drafts[0].text == said


def test_two_lists_of_a_part_are_told_apart_by_what_they_stand_under() -> None:
    learned = learn_speech(
        speech(
            ("二、突出重点，抓好今年的护林工作", "二、", 1, "tasks"),
            ("（一）全力保障道路畅通。", "（一）", 2, "tasks"),
            ("1.交通站要在5月底前修好北山路，让车上得了山。", "1.", 3, "tasks"),
            ("2.养路队要天天巡查南山路，见了落石当天清掉。", "2.", 3, "tasks"),
            ("（二）全面排查火灾隐患。", "（二）", 2, "tasks"),
            ("①护林队要把坟头一个一个查到，清明前再查一遍。", "①", 3, "tasks"),
            ("②派出所要查每个伐木点，不许带火进山。", "②", 3, "tasks"),
            ("（三）管住人。要管住进山的人。", "（三）", 2, "tasks"),
        ),
        "护林",
    )
    asked = [question.ask for question in questions(learned).values() if question.type is Type.LIST]
    assert asked == ["任务（全力保障道路畅通）", "任务（全面排查火灾隐患）"]


@pytest.mark.parametrize(
    "said",
    [
        "要以“效能林业”建设为抓手，把山管好。",
        "要以“绿满云山”为主线，把树种好。",
        "继续开展“便民护林春风行动”，方便群众。",
        "实施“纵合横通强党建”机制，年内见效。",
    ],
)
def test_what_is_quoted_as_what_the_year_goes_by_is_asked(said: str) -> None:
    learned = learn_speech(speech((said, "", 0, "guarantee")), "x")
    quoted_words = said[said.index("“") + 1 : said.index("”")]
    assert learned.drafts[0].text == said
    assert f"slogan: {quoted_words}" in learned.facts_yaml


@pytest.mark.parametrize(
    "said", ["有的当“甩手掌柜”，有的拖。", "各村的“行动计划”都要交。", "政府要“建设者”，不要看客。"]
)
def test_other_quoted_words_are_a_manner_of_speaking(said: str) -> None:
    assert "slogan" not in learn_speech(speech((said, "", 0, "guarantee")), "x").facts_yaml


def test_what_went_before_is_a_list_where_half_width_points_close_the_sentences() -> None:
    said = ["执行局李卫东局长通报了指标情况", "城东区法院、河口县法院分别作了发言", "两个县法院作了表态"]
    text = f"今天召开推进会,部署下一阶段任务.刚才,{','.join(said)}.下面,我强调四点,都与18.3%这个数有关."
    learned = learn_speech(speech((text, "", 0, "opening")), "x")
    assert "agenda:\n" + "".join([f"  - {one}\n" for one in said]) in learned.facts_yaml
    other = drafted(learned, "agenda:\n", "agenda:\n  - 县长传达了精神\n").text
    assert f"任务.刚才,县长传达了精神,{said[0]}," in other
    assert other.endswith("两个县法院作了表态.下面,我强调四点,都与18.3%这个数有关.")


def test_what_went_before_is_a_list_where_its_sentence_begins_with_the_meeting() -> None:
    said = ["市气象台分析了今夏的天气形势", "三个县局作了发言"]
    old = speech((f"今天召开防汛动员会，刚才，{'，'.join(said)}，讲得都很好。下面，我讲两点。", "", 0, "opening"))
    learned = learn_speech(old, "x")
    assert f"agenda: [{', '.join(said)}]" in learned.facts_yaml
    assert drafted(learned).text == old.text
    assert drafted(learned, f"[{', '.join(said)}]", "[]").text == "今天召开防汛动员会，下面，我讲两点。"


def test_what_a_count_foretells_is_one_answer_from_its_first_head_on() -> None:
    told = (
        "宣传教育到位。各乡镇要召开村民大会，中小学要上防火课。"
        + "火源管控到位。林区一律禁止野外用火，进山要登记。" * 5
    )
    learned = learn_speech(speech((f"要做到“五个到位”：{told}", "", 0, "tasks")), "x")
    assert f"：{told}" not in learned.facts_yaml
    assert told in learned.facts_yaml


def test_two_sentences_that_tell_what_went_before_are_two_lists() -> None:
    text = "刚才，大家观摩了大营镇小麦、孙庄村环境，很受启发。会上，安平县作了发言，临水县作了表态。下面，我讲几点。"
    old = speech((text, "", 0, "opening"))
    learned = learn_speech(old, "x")
    assert [key for key, one in questions(learned).items() if one.type is Type.LIST] == ["agenda", "agenda_2"]
    assert drafted(learned, "临水县作了表态", "临水县、河东区作了表态").text == old.text.replace(
        "临水县", "临水县、河东区"
    )


def test_who_spoke_just_now_behind_a_semicolon_is_a_list_of_its_own() -> None:
    old = speech(
        ("上午，大家实地观摩了石桥镇卫生院、敬老院；刚才，刘院长介绍了经验，两位院长作了发言。", "", 0, "opening")
    )
    learned = learn_speech(old, "x")
    assert "agenda_2: [刘院长介绍了经验, 两位院长作了发言]" in learned.facts_yaml
    assert drafted(learned).text == old.text


def test_an_instruction_without_quotation_marks_is_asked_and_is_no_agenda() -> None:
    old = speech(
        (
            "会前，市委书记赵志国同志专门作出批示，强调要压实责任、铁腕治污，坚决打好碧水保卫战。"
            "刚才，市水利局通报了情况，清河县作了发言。",
            "",
            0,
            "opening",
        )
    )
    learned = learn_speech(old, "x")
    assert "agenda: [市水利局通报了情况, 清河县作了发言]" in learned.facts_yaml
    assert "要压实责任、铁腕治污，坚决打好碧水保卫战" in learned.facts_yaml
    assert drafted(learned).text == old.text
