"""Tables of Word in old speeches: their rows are answers, and there may be more of them or fewer."""

from __future__ import annotations

import pytest

from drafting.draft import Draft
from drafting.learning.learned import Learned, learn_series
from drafting.outline.model import Type
from tests.learning.outlines import drafted, questions
from tests.learning.speeches import block, speech

HEAD = "乡镇\t任务（亩）\t完成时限"
OLDER = ["柳湾镇\t3500\t3月底", "石桥镇\t4200\t3月底", "高坪乡\t2800\t4月10日"]
NEWER = ["柳湾镇\t3800\t3月底", "石桥镇\t4000\t3月25日", "高坪乡\t3000\t4月10日", "大河乡\t1200\t4月15日"]


def works(rows: list[str], trees: str = "20000亩") -> Draft:
    """A speech with a table below an item, and another item behind it."""
    return speech(
        ("在全县造林大会上的讲话", "", 0, "title", "title"),
        ("一、任务落到山头", "一、", 1, "tasks"),
        (f"今年造林{trees}，具体如下表：" if rows else f"今年造林{trees}。", "", 1, "tasks"),
        *[(row, "", 1, "tasks") for row in rows],
        ("二、防火不能松", "二、", 1, "guarantee"),
        ("谁的山头谁来守。", "", 1, "guarantee"),
    )


def learned_from(*years: Draft) -> Learned:
    learned = learn_series(years, [str(2030 + number) for number in range(len(years))])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    return learned


def test_the_rows_of_a_table_that_differ_from_year_to_year_are_asked_cell_by_cell() -> None:
    learned = learned_from(works([HEAD, *OLDER]), works([HEAD, *NEWER], "22000亩"))
    table = questions(learned)["table"]
    assert (table.type, [column.ask for column in table.columns]) == (Type.TABLE, HEAD.split("\t"))
    assert set(questions(learned)) == {"figure", "table"}
    given = drafted(learned, "    cell_2: 1200\n", "    cell_2: 1350\n").text
    assert given == works([HEAD, *NEWER[:3], "大河乡\t1350\t4月15日"], "22000亩").text


def test_a_row_can_be_added_to_the_table_of_a_year_or_taken_from_it() -> None:
    learned = learned_from(works([HEAD, *OLDER]), works([HEAD, *NEWER]))
    row = "  - cell_1: 大河乡\n    cell_2: 1200\n    cell_3: 4月15日\n"
    assert drafted(learned, row, "").text == works([HEAD, *NEWER[:3]]).text
    assert drafted(learned, row, row + row.replace("大河乡", "小河乡")).text.count("河乡\t1200\t4月15日") == 2


def test_a_year_without_the_table_has_no_rows_and_no_head_of_it() -> None:
    learned = learned_from(works([HEAD, *OLDER]), works([]), works([HEAD, *NEWER]))
    assert "table: []" in learned.facts_yamls[1]


def test_a_table_that_all_years_have_alike_is_wording() -> None:
    learned = learned_from(works([HEAD, *OLDER]), works([HEAD, *OLDER], "22000亩"))
    assert set(questions(learned)) == {"figure"}


def test_a_head_that_names_years_is_asked_where_it_differs() -> None:
    older, newer = (
        works([f"指标\t{year}年\t{year + 1}年", f"造林（亩）\t{year}0\t{year}5", "成活率\t88%\t91%"])
        for year in (2030, 2031)
    )
    learned = learned_from(older, newer)
    assert "指标\t2031年\t2033年\n" in drafted(learned, "2032年", "2033年").text


def test_a_table_of_one_speech_is_asked_row_by_row_too() -> None:
    learned = learned_from(works([HEAD, *OLDER]))
    assert "table" in questions(learned)
    assert "石桥镇\t4300\t3月底" in drafted(learned, "4200", "4300").text


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, "柳湾镇\t\t3月底", "石桥镇\t4200\t3月底"],
        [HEAD, "柳湾镇\t3月底", "石桥镇\t4200\t3月底\t县林业局", "高坪乡\t2800\t4月10日"],
        ["3500\t3月底", "{{ x }}\t{% y %}", " 甲\t乙", "丙\t", "\t丁"],
        ["\t", "\t\t", "\t"],
    ],
)
def test_tables_with_empty_cells_or_rows_of_different_lengths_come_back(rows: list[str]) -> None:
    learned_from(works(rows))
    learned_from(works(rows), works([HEAD, *OLDER]), works([*rows, "丁乡\t1\t2"]))


def test_a_table_between_the_lists_of_a_speech_parts_them() -> None:
    items = [block("（一）修路。", "（一）", 1), block("（二）架桥。", "（二）", 1)]
    tables = [[block(row) for row in [HEAD, *rows]] for rows in (OLDER, NEWER)]
    learned_from(*[Draft((*items, *table, *items)) for table in tables])
