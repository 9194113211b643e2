"""`drafting diff`: what is different between two files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st

from drafting.comparing import Compared, compare_paragraphs
from drafting.differing import differing
from drafting.merge import result_text
from drafting.merge.model import Fate, Seen
from tests.cli.hands import by_hand, replaced
from tests.command import run

REASONS = ("创卫是群众在盼的实事。", "创卫是守护健康的关口。", "创卫是擦亮招牌的机会。", "创卫是检验干部的大考。")
FIRST = "创卫是发展的需要。"
MARKERS = (
    "",
    "",
    "（一）",
    "（二）",
    "一、",
    "二、",
    "第一，",
    "第一",
    "第二，",
    "一是",
    "二是",
    "1.",
    "2.",
    "首先，",
    "①",
)
BODIES = (*REASONS, "15座公厕开工。", "五保户的事，一是要管；二是要问。", "书记带头。", "同志们：", "三重一大。")
PAGES = st.lists(st.builds("".join, st.tuples(st.sampled_from(MARKERS), st.sampled_from(BODIES))), max_size=7)


def test_one_paragraph_less_is_one_line_of_difference(office: Path) -> None:
    shutil.copy("facts.docx", "second.docx")

    def delete(paragraphs: list[Paragraph]) -> None:
        paragraphs[3]._p.getparent().remove(paragraphs[3]._p)

    by_hand(delete)
    (change,) = json.loads(run("diff", "second.docx", "facts.docx", "--json").stdout)["changes"]
    assert change["kind"] == "deleted"
    (change,) = json.loads(run("diff", "facts.docx", "second.docx", "--json").stdout)["changes"]
    assert change["kind"] == "added"


def test_two_files_are_compared(office: Path) -> None:
    shutil.copy("facts.docx", "second.docx")
    assert "No difference." in run("diff", "facts.docx", "second.docx").stdout
    by_hand(replaced("12.5亿元", "13.1亿元"))
    assert "[-13.1亿元-]{+12.5亿元+}" in run("diff", "facts.docx", "second.docx").stdout
    (change,) = json.loads(run("diff", "facts.docx", "second.docx", "--json").stdout)["changes"]
    assert "13.1亿元" in change["before"]
    assert "12.5亿元" in change["after"]


def _numbered(*words: str) -> list[str]:
    return [f"（{number}）{text}" for number, text in zip("一二三四五六", words, strict=False)]


def _shown(compared: Compared) -> list[str]:
    """What `diff` shows: a sign for each paragraph that is not as it was, and what changes in it."""
    signs = {Fate.ADDED: "+", Fate.DELETED: "-", Fate.UPDATED: "~", Fate.KEPT: ">"}
    return [
        signs[step.fate]
        + "→".join(f"{compared.before[step.seen or 0][c.start : c.end]}:{c.text}" for c in step.changes)
        for step in compared.merge.steps
        if step.fate is not Fate.KEPT or step.moved
    ]


def test_an_item_put_in_before_the_others_is_one_insertion_and_numbers() -> None:
    found = compare_paragraphs(_numbered(*REASONS), _numbered(FIRST, *REASONS))
    assert _shown(found) == ["+", "~（一）:（二）", "~（二）:（三）", "~（三）:（四）", "~（四）:（五）"]
    back = compare_paragraphs(_numbered(FIRST, *REASONS), _numbered(*REASONS))
    assert _shown(back) == ["-", "~（二）:（一）", "~（三）:（二）", "~（四）:（三）", "~（五）:（四）"]


def test_a_paragraph_deleted_further_up_changes_no_partners() -> None:
    first = ["同志们：", *_numbered(*REASONS), "下面讲任务。", "第一，修路。", "第二，治水。"]
    second = ["同志们：", *_numbered(*REASONS[1:]), "下面讲任务。", "第一，植树。", "第二，修路。", "第三，治水。"]
    numbers = ["~（二）:（一）", "~（三）:（二）", "~（四）:（三）"]
    assert _shown(compare_paragraphs(first, second)) == ["-", *numbers, "+", "~第一，:第二，", "~第二，:第三，"]


def test_an_item_moved_to_the_front_is_a_move_and_numbers() -> None:
    found = compare_paragraphs(_numbered(*REASONS), _numbered(REASONS[2], REASONS[0], REASONS[1], REASONS[3]))
    assert _shown(found) == ["~（三）:（一）", "~（一）:（二）", "~（二）:（三）"]
    assert [step.moved for step in found.merge.steps] == [True, False, False, False]


@pytest.mark.parametrize("word", ["第一书记驻村。", "第一产业增长。"])
def test_a_word_that_begins_like_an_enumerator_is_no_number(word: str) -> None:
    assert _shown(compare_paragraphs([word], [FIRST, word])) == ["+"]


@given(PAGES, PAGES)
def test_what_is_shown_makes_the_second_file_out_of_the_first(first: list[str], second: list[str]) -> None:
    found = compare_paragraphs(first, second)
    assert result_text([Seen(text) for text in first], found.merge) == second


@given(PAGES.flatmap(lambda first: st.tuples(st.just(first), st.permutations(first))))
def test_paragraphs_in_another_order_are_shown_so(pages: tuple[list[str], list[str]]) -> None:
    first, second = pages
    assert result_text([Seen(text) for text in first], compare_paragraphs(first, second).merge) == second


LONG = "河长要管到河段上。正人先要正己，各级干部不许插手工程。身正还要脚勤，多往现场走，听真话、看实情。"
THANKS = "每前进一步，都有人在背后出力。柳坪镇二百名干部在堤上守了三十个小时。有这样的人在，我们心里有底。"
HELD = "柳坪镇二百名干部在堤上守了三十个小时"


def _lines(first: list[str], second: list[str], folder: Path) -> list[str]:
    """What `diff` says of two files with these paragraphs."""
    for name, texts in (("first", first), ("second", second)):
        document = Document()
        for text in texts:
            document.add_paragraph(text)
        document.save(str(folder / f"{name}.docx"))
    done = run("diff", str(folder / "first.docx"), str(folder / "second.docx"))
    return done.stdout.splitlines()


def test_a_paragraph_split_in_two_is_one_difference_and_so_are_two_that_are_joined(tmp_path: Path) -> None:
    at = LONG.index("身正还要")
    split = ["同志们：", LONG[:at], LONG[at:], "谢谢大家。"]
    whole = ["同志们：", LONG, "谢谢大家。"]
    assert _lines(whole, split, tmp_path) == [f"~ {LONG[:at]}{{+ ¶ +}}{LONG[at:]}"]
    assert _lines(split, whole, tmp_path) == [f"~ {LONG[:at]}[- ¶ -]{LONG[at:]}"]


def test_a_paragraph_split_in_three_is_one_difference(tmp_path: Path) -> None:
    first, second = LONG.index("正人"), LONG.index("身正")
    (line,) = _lines([LONG], [LONG[:first], LONG[first:second], LONG[second:]], tmp_path)
    assert line.count("{+ ¶ +}") == 2


def test_a_heading_joined_to_its_text_is_one_difference(tmp_path: Path) -> None:
    first = ["第五，做实前期，让水网推进更顺", LONG]
    (line,) = _lines(first, ["。".join(first)], tmp_path)
    assert line == "~ 第五，做实前期，让水网推进更顺[- ¶ -]{+。+}河长要管到河段上。正人先…"


def test_a_sentence_that_stands_in_another_paragraph_has_moved(tmp_path: Path) -> None:
    first, second = [LONG, THANKS], [LONG + HELD + "。", THANKS.replace(HELD + "。", "")]
    assert _lines(first, second, tmp_path) == [f"> {HELD}"]
    data = json.loads(run("diff", str(tmp_path / "first.docx"), str(tmp_path / "second.docx"), "--json").stdout)
    assert {"kind": "kept", "moved": True, "before": HELD, "after": HELD} in data["changes"]


def test_a_sentence_that_moves_beside_other_changes_is_told_apart_from_them(tmp_path: Path) -> None:
    first = [LONG, THANKS]
    second = [LONG.replace("多往", "常往") + HELD + "。", THANKS.replace(HELD + "。", "")]
    assert _lines(first, second, tmp_path) == [f"~ {LONG.replace('多往', '[-多-]{+常+}往')}", f"> {HELD}"]


@given(PAGES, PAGES)
def test_no_paragraph_that_is_another_one_now_is_left_out(first: list[str], second: list[str]) -> None:
    compared = compare_paragraphs(first, second)
    found = differing(compared.before, compared.merge)
    assert {text for text in second if text not in first} <= {line for one in found for line in one.after.split("\n")}
    assert {text for text in first if text not in second} <= {line for one in found for line in one.before.split("\n")}
