"""However long a speech is, an answer comes within ten seconds: it is learned, fitted, or refused as too long."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from drafting.draft import Draft
from drafting.errors import UserError
from drafting.learn.recognise import recognise
from drafting.learning.fit import fit_speech
from drafting.learning.learned import COMPARED, MAX_BLOCKS, learn_series
from drafting.learning.tried import MAX_CHARACTERS
from drafting.library import shipped
from drafting.loading import load_outline
from tests.learning.speeches import speech

pytestmark = pytest.mark.slow
SECONDS = 10
HEAD = "在会上的讲话\n同志们：\n"


def full_of_facts(number: int, year: int) -> str:
    """A line with many things to ask."""
    return f"去年第{number}项完成{number + year}万元，张三同志出席《办法{number}》会议，达到“{number}个一”。\n"


def full_of_people(number: int, _year: int) -> str:
    """A line with a person named twice."""
    name = "赵钱孙李周"[number % 5] + "伟芳娜敏静"[number // 5 % 5] + "勇艳杰娟涛明超秀霞平"[number // 25 % 10]
    return f"{name}同志介绍了经验，{name}同志完成了{number + 1234}万元。\n"


def full_of_years(number: int, _year: int) -> str:
    """A line with a date, and its year again."""
    return f"{1000 + number}年{number % 12 + 1}月3日开工，{1000 + number}年建成。\n"


def full_of_items(number: int, _year: int) -> str:
    """An item with two in it."""
    return f"{number + 1}、抓好第{number + 1}项工作。一是抓{number}；二是抓{number + 1}。\n"


def full_of_clauses(number: int, _year: int) -> str:
    """A long line of figures."""
    return "，".join([f"完成{number * 50 + place}万元" for place in range(50)]) + "。\n"


LINES = [full_of_facts, full_of_people, full_of_years, full_of_items, full_of_clauses]


def read(line: Callable[[int, int], str], count: int, year: int = 0) -> Draft:
    """A speech of so many lines, as it is read."""
    found, *_others = recognise(HEAD + "".join([line(number, year) for number in range(count)]))
    return found.draft


def learned_or_refused(drafts: list[Draft]) -> None:
    """Learn the years of a speech, unless it is said to be too long."""
    blocks, one = sum([len(draft.blocks) for draft in drafts]), len(drafts) == 1
    if blocks > MAX_BLOCKS * (1 if one else COMPARED) or sum([len(draft.text) for draft in drafts]) > MAX_CHARACTERS:
        with pytest.raises(UserError, match="too long"):
            learn_series(drafts, [str(number) for number in range(len(drafts))])
        return
    learned = learn_series(drafts, [str(number) for number in range(len(drafts))])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in drafts]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("count", [650, 9000])
def test_a_speech_of_many_lines_is_learned_or_refused_in_time(line: Callable[[int, int], str], count: int) -> None:
    draft = read(line, count if line is not full_of_clauses else count // 3)
    begun = process_time()
    learned_or_refused([draft])
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize(("years", "lines"), [(2, 590), (5, 230), (2, 990)])
def test_several_years_of_many_lines_are_learned_or_refused_in_time(years: int, lines: int) -> None:
    drafts = [read(full_of_facts, lines, year * 1000) for year in range(years)]
    begun = process_time()
    learned_or_refused(drafts)
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize("line", LINES)
def test_a_speech_of_many_lines_is_fitted_in_time(line: Callable[[int, int], str]) -> None:
    prepared, _faults = load_outline(shipped() / "outlines" / "work_conference.yaml")
    draft = read(line, 2700 if line is not full_of_clauses else 300)
    begun = process_time()
    fit_speech(draft, prepared, "work_conference")
    assert process_time() - begun < SECONDS


def test_a_speech_without_end_is_not_fitted() -> None:
    prepared, _faults = load_outline(shipped() / "outlines" / "work_conference.yaml")
    with pytest.raises(UserError, match="too long"):
        fit_speech(read(full_of_items, 9000), prepared, "work_conference")


def test_paragraphs_of_few_words_are_compared_in_time() -> None:
    texts = ("甲乙丙丁戊己" * 400, "甲丁丙乙己戊" * 400)
    drafts = [speech(*[f"{text}{number}。" for number in range(12)]) for text in texts]
    begun = process_time()
    learned_or_refused(drafts)
    assert process_time() - begun < SECONDS
