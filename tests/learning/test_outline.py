"""What a learned outline is like: the questions worth asking, the parts a person would want, and no more."""

from __future__ import annotations

import re

import pytest

from drafting.compose import compose, prepare
from drafting.draft import Source
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learning.learned import Learned, learn_speech
from drafting.learning.surroundings import cloze
from drafting.library import Library
from drafting.outline.model import Type
from drafting.outline.read import read_outline
from drafting.yamlfile import parse_yaml
from tests.learning.outlines import drafted, part, questions
from tests.learning.speeches import GOLD, gold, speech

CONFERENCE = speech(
    ("在全县林业工作会议上的讲话", "", 0, "title", "title"),
    ("同志们：", "", 0, "greeting", "salutation"),
    (
        "刚才，县林业局通报了情况，三个乡镇作了发言，我都赞成。这次全县林业工作会议，是县委、县政府决定召开的。",
        "",
        0,
        "opening",
    ),
    ("一、去年干得怎么样", "一、", 1, "achievements"),
    ("去年造林3200亩，成活率91%。", "", 1, "achievements"),
    ("（一）队伍齐了。新招护林员26人。", "（一）", 2, "achievements"),
    ("（二）林子密了。补植两遍。", "（二）", 2, "achievements"),
    ("但是还有毛病：", "", 1, "shortcomings"),
    ("一是管护松；", "一是", 2, "shortcomings", "", True),
    ("二是火险高。", "二是", 2, "shortcomings", "", True),
    ("二、今年怎么干", "二、", 1, "guarantee"),
    ("照《山林管护办法》办，年底见分晓。造林3200亩的账要接着算。", "", 1, "guarantee"),
    ("散会。", "", 0, "closing"),
)


@pytest.fixture(scope="module")
def learned() -> Learned:
    return learn_speech(CONFERENCE, "林业")


def test_the_same_fact_in_two_places_is_one_question(learned: Learned) -> None:
    text = drafted(learned, "meeting: 全县林业工作会议", "meeting: 全县水利工作会议").text
    assert text == CONFERENCE.text.replace("全县林业工作会议", "全县水利工作会议")
    assert CONFERENCE.text.count("全县林业工作会议") == 2


def test_a_figure_has_its_unit_and_comes_back_to_the_letter(learned: Learned) -> None:
    figure = next(question for question in questions(learned).values() if question.unit == "亩")
    assert figure.type is Type.NUMBER
    assert figure.help == "去年填写：3200亩"
    assert "造林＿＿" in figure.ask
    text = drafted(learned, f"{figure.key}: 3200亩", f"{figure.key}: 4500亩").text
    assert text == CONFERENCE.text.replace("3200亩", "4500亩")


def test_shares_documents_bodies_and_years_are_asked_by_what_they_are(learned: Learned) -> None:
    asked = {question.help: question for question in questions(learned).values()}
    assert asked["去年填写：91%"].type is Type.PERCENT
    assert asked["去年填写：山林管护办法"].key == "document"
    assert asked["去年填写：县委、县政府"].key == "body"
    assert asked["去年填写：去年"].key == "year"


def test_what_went_before_is_a_list_and_the_remark_on_it_stays(learned: Learned) -> None:
    assert "agenda: [县林业局通报了情况, 三个乡镇作了发言]" in learned.facts_yaml
    text = drafted(learned, "agenda: [", "agenda: [县长传达了精神, ").text
    assert "刚才，县长传达了精神，县林业局通报了情况，三个乡镇作了发言，我都赞成。" in text


def test_items_with_headings_are_rows_of_a_table(learned: Learned) -> None:
    table = questions(learned)["achievements"]
    assert [column.key for column in table.columns] == ["heading", "text"]
    rows = "  - heading: 队伍齐了\n    text: 新招护林员26人。\n"
    text = drafted(learned, rows, rows + "  - heading: 制度严了\n    text: 立了新规。\n").text
    assert "（二）制度严了。立了新规。\n（三）林子密了。" in text


def test_items_without_are_a_list_whose_marks_stand_in_the_outline(learned: Learned) -> None:
    assert "shortcomings: [管护松, 火险高]" in learned.facts_yaml
    assert part(learned, "shortcomings").inline
    text = drafted(learned, "火险高", "火险高, 账不清").text
    assert "一是管护松；二是火险高；三是账不清。" in text


def test_the_number_said_before_a_list_follows_it() -> None:
    draft = speech(
        ("下一步抓两件事：", "", 0, "tasks"),
        ("一是修路。", "一是", 1, "tasks", "", True),
        ("二是架桥。", "二是", 1, "tasks", "", True),
    )
    learned = learn_speech(draft, "works")
    assert drafted(learned, "架桥", "架桥, 通电").text == "下一步抓三件事：一是修路。二是架桥。三是通电。"


def test_joints_and_headings_are_wording(learned: Learned) -> None:
    wording = "".join(
        span.text for block in drafted(learned).blocks for span in block.spans if span.source is Source.WORDING
    )
    assert all(joint in wording for joint in ("上的讲话", "但是还有毛病：", "年底见分晓。", "散会。"))


def test_questions_are_grouped_by_part_and_the_facts_stand_in_their_order(learned: Learned) -> None:
    found = list(questions(learned).values())
    assert [question.group for question in found if question.group][:3] == ["标题", "开场", "一、去年干得怎么样"]
    keys = re.findall(r"^(\w+):", learned.facts_yaml, re.MULTILINE)
    assert keys == ["outline", *[question.key for question in found]]
    assert "# 一、去年干得怎么样\n" in learned.facts_yaml


def test_punctuation_is_left_to_the_composer_where_there_are_no_slips(learned: Learned) -> None:
    assert "tidy" not in learned.outline_yaml
    slip = learn_speech(speech("没有句号的一段", "正文。"), "slip")
    assert "tidy: false" in slip.outline_yaml


@pytest.mark.parametrize(
    "markers", ["二是 三是", "一是 三是", "一、 二. ", "首先， 其次， 第三，", "1、 2、 4、", "一是"]
)
def test_slips_in_the_numbering_stay(markers: str) -> None:
    items = [(f"{marker}抓好第{marker[0]}件事。", marker, 1) for marker in markers.split(" ") if marker]
    draft = speech("有几件事：", *items)
    assert learn_speech(draft, "slips").drafts[0].text == draft.text


def test_a_list_that_begins_at_two_is_still_a_list() -> None:
    draft = speech("两件事：", ("二是管好林子。", "二是", 1, "guarantee"), ("三是管好火。", "三是", 1, "guarantee"))
    [learned] = learn_speech(draft, "two").drafts
    assert [(block.role.value, block.marker, block.level) for block in learned.blocks][1:] == [
        ("item", "二是", 1),
        ("item", "三是", 1),
    ]


def test_a_marker_without_text_is_kept_and_spoils_nothing_else() -> None:
    draft = speech(("1、修路", "1、", 1), ("2、", "2、", 1), ("2、架桥", "2、", 1), ("3、通电", "3、", 1))
    [learned] = learn_speech(draft, "slip").drafts
    assert learned.text == draft.text
    assert [block.marker for block in learned.blocks] == ["1、", "", "2、", "3、"]


def test_two_lists_of_one_kind_each_begin_anew() -> None:
    lists = [(f"{marker}{text}。", marker, 1) for text in ("管山", "管水") for marker in ("一是", "二是")]
    draft = speech("近处：", *lists[:2], "远处：", *lists[2:])
    learned = learn_speech(draft, "twice")
    assert learned.drafts[0].text == draft.text
    assert len([question for question in questions(learned).values() if question.type is Type.LIST]) == 2


def test_a_long_paragraph_whose_content_is_new_each_year_is_own_words() -> None:
    rest = "全县上下一条心，" * 20 + "办成了许多事。"
    learned = learn_speech(speech(("这一年不容易。" + rest, "", 0, "achievements")), "year")
    assert questions(learned)["achievements"].type is Type.LONG
    assert learned.shares[0].own_words >= len(rest) - 1  # its full stop may be the outline's
    assert drafted(learned, rest, "短了。").text == "这一年不容易。短了。"


def test_the_figures_of_a_few_sentences_are_asked_one_by_one_though_the_paragraph_is_long() -> None:
    first = "去年以来，全厂共查出缺陷26处，修好41台，报废138件，返工同比分别下降15%、8%和21.3%，为近年来最好的一年。"
    rest = (
        "备件到货率达98.5%，连续3年没有停过机，也没有伤过人。特别是黄志强、何小军等同志冲在前面。"
        "在此，我向守在一线的同志们表示衷心感谢，也向他们的家属问好！"
    )
    assert len(first + rest) > 120 > len(rest)
    old = speech((first + rest, "", 0, "achievements"))
    assert drafted(learn_speech(old, "year"), "98.5%", "99%").text == old.text.replace("98.5%", "99%")
    assert all(question.type is not Type.LONG for question in questions(learn_speech(old, "year")).values())


def test_a_speech_full_of_figures_does_not_ask_for_each() -> None:
    lines = [
        (f"这一块有{10 * n + 1}户、{10 * n + 2}亩、{10 * n + 3}吨，还有" + f"{n}00元。" * 9, "", 0, "closing")
        for n in range(1, 40)
    ]
    draft = speech(*lines)
    learned = learn_speech(draft, "figures")
    assert learned.drafts[0].text == draft.text
    assert 10 <= learned.questions <= 60


@pytest.mark.parametrize("name", GOLD)
def test_questions_to_a_studied_speech_are_few_and_each_is_its_own(name: str) -> None:
    asked = list(questions(learn_speech(gold(name), name)).values())
    assert 3 <= len(asked) <= max(40, 60 * len(gold(name).text) // 5000)
    asks = [question.ask for question in asked]
    assert len(set(asks)) > 0.9 * len(asks)
    assert all(len(question.ask) <= 50 for question in asked)


@pytest.mark.parametrize("name", GOLD)
def test_the_structure_of_a_studied_speech_is_learned_with_its_text(name: str) -> None:
    """A list of one item has no number in an outline, so a marker without company becomes text."""
    learned = learn_speech(gold(name), name).drafts[0]
    marked = [(block.level, block.marker, block.move) for block in gold(name).blocks]
    found = [(block.level, block.marker, block.move) for block in learned.blocks]
    assert len([entry for entry in found if entry in marked]) >= 0.9 * len(marked)


def test_the_number_of_points_said_in_the_opening_follows_the_parts_of_the_outline() -> None:
    draft = speech(
        ("今天开个会，我讲两点意见。", "", 0, "opening"),
        ("一、看清形势", "一、", 1, "significance"),
        ("要做到三条：", "", 1, "significance"),
        ("一是心里有数。", "一是", 2, "significance", "", True),
        ("二是手里有活。", "二是", 2, "significance", "", True),
        ("三是脚下有路。", "三是", 2, "significance", "", True),
        ("二、抓紧去办", "二、", 1, "guarantee"),
        ("马上就办。", "", 1, "guarantee"),
    )
    learned = learn_speech(draft, "要点")
    assert "我讲{{ beside|count('点') }}意见" in learned.outline_yaml
    assert "要做到{{ below|count('条') }}" in learned.outline_yaml
    assert learned.drafts[0].text == draft.text
    more = learned.outline_yaml + "  - move: guarantee\n    number: 一、\n    heading: 说到做到\n    text: 散会就办。\n"
    outline, faults = read_outline(parse_yaml(more, "outline"), "learned")
    ready, wrong = prepare(outline, Library(()))
    facts, mistakes = read_facts(parse_yaml(learned.facts_yaml, "facts"), outline)
    assert not [*faults, *wrong, *mistakes]
    assert "我讲三点意见" in compose(ready, facts, House()).draft.text


def test_the_year_of_the_speech_is_taken_from_its_date() -> None:
    draft = speech(
        ("在全院工作会议上的讲话", "", 0, "title", "title"),
        ("（2031年1月6日）", "", 0, "byline", "byline"),
        ("2031年是建院的大年，2030年的账也要算。", "", 0, "opening"),
        ("干好2031年的工作！", "", 0, "closing"),
    )
    learned = learn_speech(draft, "院庆")
    assert [key for key, question in questions(learned).items() if question.type in (Type.DATE, Type.NUMBER)] == [
        "date",
        "year_2",
    ]
    text = drafted(learned, "2031年1月6日", "2032年2月3日").text
    assert text == draft.text.replace("2031年1月6日", "2032年2月3日").replace("2031年", "2032年")


def test_the_year_in_a_title_is_that_of_the_date_and_no_part_of_the_name() -> None:
    draft = speech(
        ("在2031年全镇防汛工作会议上的讲话", "", 0, "title", "title"),
        ("（2031年4月6日）", "", 0, "byline", "byline"),
        ("今天召开全镇防汛工作会议。", "", 0, "opening"),
    )
    learned = learn_speech(draft, "防汛")
    assert "meeting: 全镇防汛工作会议" in learned.facts_yaml
    text = drafted(learned, "2031年4月6日", "2032年4月7日").text
    assert text == draft.text.replace("2031年4月6日", "2032年4月7日").replace("2031年", "2032年")


def test_a_year_that_the_date_does_not_say_is_asked() -> None:
    draft = speech(
        ("（2031年1月6日）", "", 0, "byline", "byline"),
        ("2030年是建院的大年。", "", 0, "opening"),
        ("到2030年12月全部建成。", "", 0, "tasks"),
    )
    learned = learn_speech(draft, "院庆")
    assert drafted(learned, "2031年1月6日", "2032年2月3日").text == draft.text.replace("2031年1月6日", "2032年2月3日")


def test_traditional_text_asks_what_simplified_text_asks() -> None:
    simple = speech(
        ("在全县养老服务工作会议上的讲话", "", 0, "title", "title"),
        ("刚才，民政局宣读了《关于加强养老服务的意见》，三个乡镇作了发言。县委书记张明作了讲话。", "", 0, "opening"),
        ("一年来，全县新建食堂46个，投入1200万元。", "", 0, "achievements"),
    )
    honest = speech(
        ("在全縣養老服務工作會議上的講話", "", 0, "title", "title"),
        ("剛才，民政局宣讀了《關於加強養老服務的意見》，三個鄉鎮作了發言。縣委書記張明作了講話。", "", 0, "opening"),
        ("一年來，全縣新建食堂46個，投入1200萬元。", "", 0, "achievements"),
    )
    learned = learn_speech(honest, "养老")
    assert learned.drafts[0].text == honest.text
    assert list(questions(learned)) == list(questions(learn_speech(simple, "养老")))


def test_who_speaks_is_asked_and_a_jubilee_once() -> None:
    draft = speech(
        ("在全院工作会议上的讲话", "", 0, "title", "title"),
        ("青河县人民医院院长  周明远", "", 0, "byline", "byline"),
        ("（2031年1月6日）", "", 0, "byline", "byline"),
        ("今年是建院60周年。", "", 0, "opening"),
        ("干好工作，迎接建院60周年！", "", 0, "closing"),
    )
    learned = learn_speech(draft, "院庆")
    assert 'speaker: "青河县人民医院院长  周明远"' in learned.facts_yaml
    text = drafted(learned, "60周年", "61周年").text
    assert text == draft.text.replace("60周年", "61周年")


def test_the_wording_of_a_question_shows_where_a_clause_breaks_off() -> None:
    assert cloze("过去一年，在县委坚强有力而又细致入微的正确领导和大力支持下，", 0, 4) == "＿＿，在县委坚强有力…"
    assert cloze("（2031年1月6日）", 1, 10) == "＿＿"
    assert cloze("全县造林3200亩。", 4, 9) == "全县造林＿＿"


def test_the_wording_of_a_question_ends_in_no_word_where_the_clause_is_near_its_end() -> None:
    assert cloze("过去一年，在县委的正确领导和大力支持下，", 0, 4) == "＿＿，在县委的正确领导和大力支持下"
    text = "今天请到会上来受表彰的52个先进集体都很好"
    assert cloze(text, 11, 14) == "今天请到会上来受表彰的＿＿先进集体都很好"
    assert cloze("“创”就是创一流，“争”就是争先进。", 14, 17) == "“创”就是创一流，“争”就是＿＿"
    assert cloze("“争”就是争先进。", 5, 8) == "“争”就是＿＿"


@pytest.mark.parametrize(
    "sentence",
    [
        "今天上午的各项会议议程都已经进行完毕。",
        "会前安排的三个点，大家都走到了：在东村，看了议事会；在西村，看了改厕以后的管护。",
        "会上，向受到表彰的先进单位和先进个人表示热烈祝贺。",
    ],
)
def test_remarks_on_the_agenda_are_no_list_of_it(sentence: str) -> None:
    learned = learn_speech(
        speech(("在全县林业工作会议上的讲话", "", 0, "title", "title"), (sentence, "", 0, "opening")), "x"
    )
    assert "agenda" not in questions(learned)


def test_the_same_figure_of_the_same_thing_is_asked_once_whatever_verb_stands_between() -> None:
    learned = learn_speech(speech(("旅游收入突破21亿元。年底交账，旅游收入21亿元，一分不少。", "", 0, "opening")), "x")
    assert [key for key in questions(learned) if key.startswith("figure")] == ["figure"]


def test_a_remark_on_the_text_is_no_speaker() -> None:
    learned = learn_speech(
        speech(("在全县大会上的讲话", "", 0, "title", "title"), ("（根据录音整理）", "", 0, "byline", "byline")), "x"
    )
    assert "speaker" not in questions(learned)


def test_an_answer_with_a_closing_stop_is_right_though_the_old_speech_had_a_slip() -> None:
    heard = "刚才，老林场作了发言，新林场签了保证书，说得很实在。"
    learned = learn_speech(
        speech(
            ("春天到了", "", 0, "opening"),  # without its full stop
            (heard, "", 0, "opening"),
            ("今年的活：", "", 0, "tasks"),
            ("一是清隔离带；", "一是", 1, "tasks", "", True),
            ("二是修瞭望塔。", "二是", 1, "tasks", "", True),
        ),
        "x",
    )
    assert "tidy: false" in learned.outline_yaml
    spoken = drafted(learned, "老林场作了发言", "老林场作了发言。").text
    assert heard in spoken
    assert "一是清隔离带；二是修瞭望塔。" in drafted(learned, "清隔离带", "清隔离带。").text
