"""The file as its person sees it, and as `structure` reads it: the same words."""

from __future__ import annotations

import pytest

from drafting.draft import Draft
from drafting.merge import model
from drafting.merge.model import OBJECT, Hint
from drafting.revise import look
from drafting.word import text as reading
from drafting.word.names import anchors
from drafting.word.package import open_package
from drafting.word.text import paragraphs
from tests.revise.files import (
    BOX,
    DRAFT,
    EQUATION,
    FOOTNOTE,
    MESSY,
    OURS,
    PAGE_BREAK,
    PICTURE,
    RUBY,
    TABLE,
    deleted,
    field,
    file,
    ins,
    p,
    r,
)
from tests.word.samples import block

EMPTY = Draft(())


def shown(*body: str) -> list[str]:
    return [seen.text for seen in look(open_package(file(list(body))), EMPTY).seen]


def test_both_readings_have_one_sign_for_what_is_no_text():
    assert reading.OBJECT == model.OBJECT


@pytest.mark.parametrize("thing", [PICTURE, FOOTNOTE, PAGE_BREAK, EQUATION])
def test_what_is_no_text_is_one_thing(thing):
    assert shown(p(r("前"), thing, r("后"))) == [f"前{OBJECT}后"]


def test_a_text_box_is_one_thing_and_its_paragraphs_stand_by_themselves():
    found = look(open_package(file([p(r("前"), BOX)])), EMPTY).seen
    assert [(seen.text, seen.fixed) for seen in found] == [(f"前{OBJECT}", False), ("框中的话", True)]


def test_paragraphs_of_a_table_stay_where_they_are():
    found = look(open_package(file([p(r("前")), TABLE, p(r("后"))])), EMPTY).seen
    assert [seen.fixed for seen in found] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (ins(5, r("加")) + deleted(6, "删"), "加"),
        (field(" PAGE ", r("3")), "3"),
        (field(f" IF {field(' X ', r('里'))} ", r("外")), "外"),
        (r("张") + RUBY, "张㐂"),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:noBreakHyphen/></w:r>", "一\n二\t-"),
    ],
)
def test_a_paragraph_reads_as_it_is_seen(content, text):
    assert shown(p(content)) == [text]


def test_a_deleted_mark_joins_two_paragraphs():
    assert shown(p(r("甲"), mark='<w:del w:id="9" w:author="李四"/>'), p(r("乙")), p(r("丙"))) == ["甲乙", "丙"]


def test_structure_reads_the_same_words():
    package = open_package(file([block for block in MESSY if "oMath" not in block]))
    found = paragraphs(package.xml(package.document))
    assert [x.text for x in found] == [
        seen.text.replace(OBJECT, "") for seen in look(open_package(package.to_bytes()), EMPTY).seen
    ]
    assert all("".join(piece.text for piece in x.pieces) == x.text for x in found)


def test_every_block_has_its_hint():
    found = look(open_package(OURS), DRAFT).seen
    assert [hint.key for seen in found for hint in seen.hints] == [block.key for block in DRAFT.blocks]
    for seen in found:
        assert "".join(seen.text[hint.start : hint.end] for hint in seen.hints) == seen.text


def named(draft: Draft) -> list[str]:
    return [f'w:name="{name}"' for name in anchors(draft)]


AB = Draft((block("a", "甲乙"), block("b", "丙丁")))


def between(start: str, end: str) -> tuple[str, str]:
    return f'<w:bookmarkStart w:id="1" {start}/>', f'<w:bookmarkEnd w:id="1"/>{end}'


def test_a_bookmark_over_two_paragraphs_is_a_hint_for_both():
    opens, closes = between(named(AB)[0], "")
    found = look(open_package(file([p(r("无"), opens, r("甲")), p(r("乙"), closes, r("外")), p(r("完"))])), AB).seen
    assert [seen.hints for seen in found] == [(Hint("a", 1, 2),), (Hint("a", 0, 1),), ()]


def test_a_bookmark_that_never_ends_says_nothing_of_later_paragraphs():
    opens, _closes = between(named(AB)[0], "")
    found = look(open_package(file([p(opens, r("甲")), p(r("乙"))])), AB).seen
    assert [seen.hints for seen in found] == [(Hint("a", 0, 1),), ()]


def test_bookmarks_of_others_and_of_former_drafts_are_no_hints():
    data = file([p(*between('w:name="_GoBack"', ""), r("甲"))])
    assert look(open_package(data), AB).seen[0].hints == ()
    opens, closes = between(named(AB)[1], "")
    assert look(open_package(file([p(opens, r("甲"), closes)])), Draft(AB.blocks[:1])).seen[0].hints == ()
