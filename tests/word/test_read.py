"""A file of ours read back after people and programs have been at it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from drafting.draft import Block, Draft, Move, Role, Source, Span
from drafting.errors import UserError
from drafting.word import Writer
from drafting.word.read import read
from tests.word.packages import edited
from tests.word.samples import block, fact, item, layout, speech, state

BASE = Draft(
    (
        block("title", "讲话", Role.TITLE, Move.TITLE),
        block("greeting", "同志们：", Role.SALUTATION, Move.GREETING),
        item("a", "抓项目", 1, "一、", heading=1),
        item("b", [Span("要快。"), Span("增长"), fact("5%", "growth"), Span("。")], 2, "（一）", heading=1),
        item("c", "要早，", 2, "一是"),
        item("d", "要实。", 2, "二是", runs_on=True),
    )
)
DATA = Writer(layout()).write(BASE, state=state(BASE))
BOOKMARKS = re.compile("<w:bookmark(Start|End)[^>]*>")
BODY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'


def after(change: Callable[[str], str]) -> list[Block]:
    return list(read(edited(DATA, change)).blocks)


def test_an_untouched_file_gives_the_base():
    assert read(DATA) == BASE
    full = speech()
    assert read(Writer(layout("reading")).write(full, state=state(full), markup=True)) == full


def test_a_changed_block_keeps_what_it_is():
    blocks = after(lambda xml: xml.replace("要实。", "要稳。"))
    assert blocks[5] == item("d", [Span("要稳。", Source.HAND)], 2, "二是", runs_on=True)
    assert blocks[:5] == list(BASE.blocks[:5])


def test_a_changed_heading_is_a_heading():
    assert after(lambda xml: xml.replace("抓项目", "抓大项目"))[2] == item(
        "a", [Span("抓大项目", Source.HAND)], 1, "一、", heading=1
    )


def test_a_run_in_heading_stays_while_it_stands():
    changed = after(lambda xml: xml.replace("增长5%", "增长6%"))[3]
    assert (changed.spans, changed.heading) == ((Span("要快。"), Span("增长6%。", Source.HAND)), 1)
    assert after(lambda xml: xml.replace("要快。", "要好，"))[3].heading == 0


def test_a_new_number_is_the_marker():
    changed = after(lambda xml: xml.replace("一、抓项目", "三、抓项目"))[2]
    assert (changed.role, changed.marker, changed.text) == (Role.ITEM, "三、", "三、抓项目")


def test_an_item_without_its_marker_is_a_paragraph():
    changed = after(lambda xml: xml.replace("一、抓项目", "抓项目"))[2]
    assert (changed.role, changed.marker, changed.level, changed.move) == (Role.PARAGRAPH, "", 1, Move.TASKS)


def test_a_deleted_block_is_gone():
    keys = [found.key for found in after(lambda xml: xml.replace("一是要早，", ""))]
    assert keys == ["title", "greeting", "a", "b", "d"]
    assert not after(lambda xml: xml.replace("一是要早，", ""))[4].runs_on


def test_a_new_paragraph_goes_on_with_what_stands_before_it():
    blocks = after(lambda xml: re.sub("(增长5%。.*?</w:p>)", r"\1" + BODY.format("新写的。"), xml))
    assert blocks[4] == Block("hand:1", Role.PARAGRAPH, 2, "", Move.TASKS, (Span("新写的。", Source.HAND),))


def test_a_new_paragraph_after_the_greeting_opens():
    blocks = after(lambda xml: re.sub("(同志们：.*?</w:p>)", r"\1" + BODY.format("新写的。"), xml))
    assert (blocks[2].role, blocks[2].level, blocks[2].move) == (Role.PARAGRAPH, 0, Move.OPENING)


def test_a_new_paragraph_in_a_style_of_the_head_is_of_the_head():
    new = BODY.replace("BodyText", "Byline").format("张三")
    blocks = after(lambda xml: re.sub("(讲话<.*?</w:p>)", r"\1" + new, xml))
    assert (blocks[1].role, blocks[1].move) == (Role.BYLINE, Move.BYLINE)


def test_text_beside_an_anchor_belongs_to_it():
    blocks = after(lambda xml: xml.replace("要早，</w:t></w:r>", "要早，</w:t></w:r><w:r><w:t>更早，</w:t></w:r>"))
    assert [found.text for found in blocks[4:]] == ["一是要早，更早，", "二是要实。"]
    outside = after(lambda xml: re.sub("(要实。.*?<w:bookmarkEnd[^>]*>)", r"\1<w:r><w:t>真的。</w:t></w:r>", xml))
    assert outside[5].text == "二是要实。真的。"


def test_a_split_paragraph_goes_on_as_a_paragraph():
    blocks = after(lambda xml: xml.replace("增长5%", "增长</w:t></w:r></w:p><w:p><w:r><w:t>5%"))
    assert [(found.key, found.text) for found in blocks[3:5]] == [("b", "（一）要快。增长"), ("hand:1", "5%。")]


def test_joined_paragraphs_are_two_blocks():
    def join(xml: str) -> str:
        last = re.findall("<w:p>.*?</w:p>", xml)[-1]
        return xml.replace(f"</w:p>{last}", re.sub("<w:p>.*?</w:pPr>", "", last, count=1))

    assert [(found.key, found.runs_on) for found in after(join)[3:]] == [("b", False), ("c", True), ("d", True)]


def test_without_anchors_the_text_decides():
    assert after(lambda xml: BOOKMARKS.sub("", xml)) == list(BASE.blocks)
    changed = after(lambda xml: BOOKMARKS.sub("", xml).replace("抓项目", "抓大项目"))
    assert [found.key for found in changed] == ["title", "greeting", "hand:1", "b", "c", "d"]


def test_moved_paragraphs_stand_where_they_are_now():
    def move(xml: str) -> str:
        paragraphs = re.findall("<w:p>.*?</w:p>", xml)
        return xml.replace(paragraphs[3], "").replace(paragraphs[2], paragraphs[3] + paragraphs[2])

    assert [found.key for found in after(move)] == ["title", "greeting", "b", "a", "c", "d"]


def test_a_copied_paragraph_counts_once():
    def copy(xml: str) -> str:
        paragraph = re.findall("<w:p>.*?</w:p>", xml)[3]
        return xml.replace(paragraph, paragraph * 2)

    assert [found.key for found in after(copy)][3:5] == ["b", "hand:1"]


def test_pending_changes_count_as_accepted():
    insertion = '</w:t></w:r><w:ins w:id="90" w:author="王"><w:r><w:t>要稳，</w:t></w:r></w:ins><w:r><w:t>'
    assert after(lambda xml: xml.replace("要早，", f"要早，{insertion}"))[4].text == "一是要早，要稳，"


@pytest.mark.parametrize("data", [Writer(layout()).write(BASE)], ids=["no state"])
def test_a_file_that_is_not_ours_is_refused(data):
    with pytest.raises(UserError, match=r"报告\.docx: This file was not written by drafting"):
        read(data, "报告.docx")
