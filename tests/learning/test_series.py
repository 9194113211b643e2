"""Several years of one speech: what is the same is wording, what differs is asked, what some have is a condition."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drafting.compose import compose, prepare
from drafting.draft import Draft, Span
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learning.learned import Learned, learn_series
from drafting.library import Library
from drafting.outline.model import Outline, Type
from drafting.outline.read import read_outline
from drafting.yamlfile import parse_yaml
from tests.learning.speeches import GOLD, gold, speech


def year(meeting: str, when: str, trees: str, items: list[str], thanks: bool) -> Draft:
    """One year's speech."""
    numerals = "一二三四五"
    return speech(
        (f"在{meeting}上的讲话", "", 0, "title", "title"),
        ("同志们：", "", 0, "greeting", "salutation"),
        (f"今天召开{meeting}，是县委早就定下的。", "", 0, "opening"),
        ("一、去年干得怎么样", "一、", 1, "achievements"),
        (f"{when}全县造林{trees}，比哪一年都多，山上的事总算理出了头绪。", "", 1, "achievements"),
        *[(f"（{numerals[n]}）{item}", f"（{numerals[n]}）", 2, "achievements") for n, item in enumerate(items)],
        *([("这些成绩要归功于山里的护林员，我代表县委向大家道一声辛苦！", "", 1, "achievements")] if thanks else []),
        ("二、今年怎么干", "二、", 1, "guarantee"),
        ("各级各部门照分工办，年底交账。", "", 1, "guarantee"),
    )


FIRST = ["队伍齐了。新招26人。", "林子密了。补植两遍。"]
SECOND = ["路修通了。机耕路进了山。", "火险降了。全年没有火情。", "账算清了。亩亩上图。"]
THIRD = ["林长到位了。一山一长。", "苗圃建成了。年产百万株。"]
YEARS = [
    year("全县林业工作会议", "2022年", "3200亩", FIRST, thanks=False),
    year("全县林业工作会议", "2023年", "4100亩", SECOND, thanks=True),
    year("全县林草工作大会", "2024年", "5000亩", THIRD, thanks=True),
]
NAMES = ["2022", "2023", "2024"]


@pytest.fixture(scope="module")
def learned() -> Learned:
    return learn_series(YEARS, NAMES, "林业")


def outline(learned: Learned) -> Outline:
    read, faults = read_outline(parse_yaml(learned.outline_yaml, "outline"), "learned")
    assert not faults
    return read


def answers(learned: Learned, edition: int) -> dict[str, Any]:
    """The answers of a year as they stand in its facts file."""
    facts, faults = read_facts(parse_yaml(learned.facts_yamls[edition], "facts"), outline(learned))
    assert not faults
    return dict(facts.raw)


def test_each_years_facts_give_its_speech_back(learned: Learned) -> None:
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in YEARS]


def test_what_is_the_same_in_all_is_wording(learned: Learned) -> None:
    for words in (
        "在{{ meeting }}上的讲话",
        "是县委早就定下的。",
        "各级各部门照分工办，年底交账。",
        "山上的事总算理出了头绪。",
    ):
        assert words in learned.outline_yaml


def test_what_differs_is_asked_once_and_by_what_it_is(learned: Learned) -> None:
    asked = {question.key: question for question in outline(learned).questions}
    assert list(asked) == ["meeting", "year", "figure", "achievements", "has"]
    assert (asked["year"].type, asked["figure"].type, asked["figure"].unit) == (Type.NUMBER, Type.NUMBER, "亩")
    assert [answers(learned, edition)["meeting"] for edition in range(3)] == [
        "全县林业工作会议", "全县林业工作会议", "全县林草工作大会",
    ]  # fmt: skip
    assert [answers(learned, edition)["figure"] for edition in range(3)] == ["3200亩", "4100亩", "5000亩"]


def test_lists_of_any_length_are_one_table(learned: Learned) -> None:
    assert [len(answers(learned, edition)["achievements"]) for edition in range(3)] == [2, 3, 2]


def test_what_some_years_have_is_a_condition(learned: Learned) -> None:
    assert [answers(learned, edition)["has"] for edition in range(3)] == ["否", "是", "是"]
    assert "when: has" in learned.outline_yaml


def test_the_condition_can_be_turned_for_any_year(learned: Learned) -> None:
    ready, faults = prepare(outline(learned), Library(()))
    assert not faults
    facts, _ = read_facts(parse_yaml(learned.facts_yamls[2].replace("has: 是", "has: 否"), "facts"), ready.outline)
    text = compose(ready, facts, House()).draft.text
    assert text == YEARS[2].text.replace("这些成绩要归功于山里的护林员，我代表县委向大家道一声辛苦！\n", "")


def test_years_without_a_difference_ask_nothing() -> None:
    learned = learn_series([YEARS[0], YEARS[0]], ["a", "b"])
    assert learned.questions == 0
    assert [draft.text for draft in learned.drafts] == [YEARS[0].text] * 2


def test_an_item_that_one_year_has_more_is_a_condition_where_the_others_stay() -> None:
    items = ["要加强领导，主要负责人亲自抓。", "要加强督查，每月通报一次。", "要加强宣传，营造浓厚氛围。"]
    numerals = "一二三"
    editions = [
        speech(
            "几点要求：", *[(f"{numerals[n]}{item}", f"{numerals[n]}要", 1, "guarantee") for n, item in enumerate(kept)]
        )
        for kept in (items, items[:2], items)
    ]
    learned = learn_series(editions, NAMES)
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in editions]
    assert [answers(learned, edition)["has"] for edition in range(3)] == ["是", "否", "是"]


def test_figures_that_stand_close_together_are_questions_of_their_own() -> None:
    editions = [
        speech(
            (
                f"{year}全县发生火情{fires}起，过火{area}亩，一年比一年少，靠的是大家一天不落地巡山守林。",
                "",
                0,
                "achievements",
            )
        )
        for year, fires, area in (("2022年", 12, 310), ("2023年", 9, 125))
    ]
    learned = learn_series(editions, NAMES[:2])
    assert [answers(learned, 1)[key] for key in ("year", "figure", "figure_2")] == ["2023年", "9起", "125亩"]


@pytest.mark.skipif(len(GOLD) < 3, reason="the studied speeches are not here")
def test_unlike_speeches_still_come_back() -> None:
    editions = [gold(name) for name in GOLD[:3]]
    learned = learn_series(editions, GOLD[:3])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in editions]


@pytest.mark.parametrize("name", GOLD)
def test_a_studied_speech_a_year_later(name: str) -> None:
    """Years and figures moved on: they alone are asked."""
    later = Draft(
        tuple(
            replace(block, spans=(Span("".join([span.text for span in block.spans]).replace("20", "30")),))
            for block in gold(name).blocks
        )
    )
    learned = learn_series([gold(name), later], ["before", "later"])
    assert [draft.text for draft in learned.drafts] == [gold(name).text, later.text]
    assert sum(share.own_words for share in learned.shares) == 0
    assert learned.questions <= gold(name).text.count("20")


def three_years(*lists: list[str]) -> Learned:
    """Years of a speech in which a list in one paragraph has those items, and a closing word behind it."""
    editions = []
    for number, items in enumerate(lists):
        blocks = [
            (
                f"{marker}{item}{'；' if place + 1 < len(items) else '。这些问题，非改不可。'}",
                marker,
                2,
                "shortcomings",
                "",
                True,
            )
            for place, (marker, item) in enumerate(zip(("一是", "二是", "三是", "四是"), items, strict=False))
        ]
        editions.append(
            speech(
                (f"一、{2021 + number}年的事", "一、", 1, "shortcomings"), ("毛病是：", "", 1, "shortcomings"), *blocks
            )
        )
    learned = learn_series(editions, NAMES)
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in editions]
    return learned


MANAGED = ["管护太松", "火险偏高", "账目不清"]


def test_a_list_that_grew_in_one_of_three_years_is_a_list_in_all() -> None:
    learned = three_years(MANAGED, [*MANAGED, "人手不足"], [*MANAGED, "人手不足"])
    assert [answers(learned, edition)["shortcomings"] for edition in range(3)] == [
        MANAGED, [*MANAGED, "人手不足"], [*MANAGED, "人手不足"],
    ]  # fmt: skip
    assert "has" not in answers(learned, 0)


def test_questions_are_grouped_under_the_headings_of_the_newest_year() -> None:
    learned = three_years(MANAGED, [*MANAGED, "人手不足"], [*MANAGED, "人手不足"])
    assert "2023年的事" in learned.outline_yaml
    assert "2021年的事" not in learned.outline_yaml + learned.facts_yamls[2]


def test_numbering_in_words_follows_where_a_year_has_fewer_items() -> None:
    items = ["道理要讲透，一户一户地讲。", "办法要想全，一条一条地想。", "队伍要带好，一个一个地带。"]
    words = ["首先，", "其次，", "再次，"]
    editions = [
        speech(
            "几点要求：",
            *[(word + item, word, 1, "guarantee") for word, item in zip(words[:size], items, strict=False)],
        )
        for size in (3, 2, 2)
    ]
    learned = learn_series(editions, NAMES)
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in editions]
    assert "首先，道理" not in learned.outline_yaml


def test_a_number_of_tasks_that_changes_follows_the_tasks() -> None:
    things = ["修管网。月底完工。", "备煤炭。八万吨起。", "通热线。全天有人。", "管锅炉。每周查一次。"]
    editions = [
        speech(
            (f"今年要抓好{count}项任务，一项也不能少。", "", 0, "tasks"),
            *[(f"（{'一二三四'[n]}）{text}", f"（{'一二三四'[n]}）", 1, "tasks") for n, text in enumerate(kept)],
        )
        for count, kept in (("三", things[:3]), ("四", things))
    ]
    learned = learn_series(editions, NAMES[:2])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in editions]
    [table] = outline(learned).questions
    assert table.type is Type.TABLE
    assert f"要抓好{{{{ {table.key}|count('项') }}}}任务" in learned.outline_yaml


def test_a_number_that_is_not_always_that_of_the_tasks_is_asked() -> None:
    things = ["修管网。月底完工。", "备煤炭。八万吨起。", "通热线。全天有人。", "管锅炉。每周查一次。"]
    editions = [
        speech(
            (f"今年要抓好{count}项任务，一项也不能少。", "", 0, "tasks"),
            *[(f"（{'一二三四'[n]}）{text}", f"（{'一二三四'[n]}）", 1, "tasks") for n, text in enumerate(kept)],
        )
        for count, kept in (("五", things[:3]), ("四", things))
    ]
    learned = learn_series(editions, NAMES[:2])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in editions]
    assert len(outline(learned).questions) == 2


def test_names_added_to_a_list_are_asked_with_the_first_of_them() -> None:
    lists = ["热力公司", "热力公司、供电公司", "热力公司、供电公司、城关镇"]
    editions = [
        speech((f"今天的会很要紧，县住建局通报了供热情况，{names}作了表态发言，讲得都很实在。", "", 0, "achievements"))
        for names in lists
    ]
    learned = learn_series(editions, NAMES)
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in editions]
    [asked] = outline(learned).questions
    assert [answers(learned, edition)[asked.key] for edition in range(3)] == lists


def test_who_speaks_is_one_answer_though_office_or_name_change_and_a_name_told_of_stays_apart() -> None:
    signed = ["县林业局局长  梁国庆", "县林业局党组书记、局长  段晓敏", "县林业局副局长  何文远"]
    years = [
        speech(
            ("在全县防火会议上的讲话", "", 0, "title", "title"), (line, "", 0, "byline", "byline"), "同志们都辛苦了。"
        )
        for line in signed
    ]
    learned = learn_series(years, ["2031", "2032", "2033"], "防火")
    assert [draft.text for draft in learned.drafts] == [year.text for year in years]
    assert 'speaker: "县林业局副局长  何文远"' in learned.facts_yamls[-1]
