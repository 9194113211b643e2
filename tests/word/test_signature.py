"""The signature that ends a written document: its place on the page, and that it is known again."""

from __future__ import annotations

import pytest
from lxml import etree

from drafting.draft import Block, Draft, Move, Role, Span
from drafting.word import Writer
from drafting.word.names import style_of
from drafting.word.package import open_package, w
from drafting.word.passages import passages
from drafting.word.read import read
from drafting.word.signature import left_indents
from tests.word.packages import document
from tests.word.samples import block, layout, state

BODY = "中共青河县委县直机关工作委员会"
DATE = "2026年3月2日"
CHARACTER = 20 * 16  # twips; the spacing of the layout comes on top


def byline(key: str, text: str) -> Block:
    return Block(key, Role.BYLINE, 0, "", Move.BYLINE, (Span(text),))


def letter(*signature: Block) -> Draft:
    return Draft(
        (
            block("title", "关于做好有关工作的意见", Role.TITLE, Move.TITLE),
            block("greeting", "各单位：", Role.SALUTATION, Move.GREETING),
            block("aim", "请认真执行。", Role.PARAGRAPH, Move.GOALS),
            *signature,
        )
    )


def written(draft: Draft) -> list[etree._Element]:
    data = Writer(layout()).write(draft, state=state(draft))
    return list(etree.fromstring(document(data).encode()).iter(w("p")))


def value(paragraph: etree._Element, name: str, attribute: str = "val") -> str:
    found = paragraph.find(f"{w('pPr')}/{w(name)}")
    return "" if found is None else found.get(w(attribute), "")


@pytest.mark.parametrize(
    ("lines", "indents"),
    [
        ([], []),
        ([BODY], [11]),
        (["青河县人民政府", DATE], [19, 21]),  # 7 and 6 wide: the date begins two further in
        ([BODY, DATE], [11, 13]),  # 15 and 6 wide
        (["县委", DATE], [18, 20]),  # the date is longer: it stands two from the edge, the body above it begins earlier
        (["甲" * 30, DATE], [0, 0]),
        (["县委宣传部", "县委组织部", DATE], [21, 18, 20]),
    ],
)
def test_the_date_begins_two_characters_after_the_body_that_issues(lines, indents):
    assert left_indents(lines, 28) == indents


def test_a_signature_stands_far_right_in_the_face_of_the_text_after_an_empty_line():
    text, body, date = written(letter(byline("issuer", BODY), byline("date", DATE)))[-3:]
    assert [value(line, "pStyle") for line in (text, body, date)] == ["BodyText", "Signature", "Signature"]
    assert [value(line, "jc") for line in (body, date)] == ["left", "left"]
    assert [int(value(line, "spacing", "before") or 0) > 0 for line in (body, date)] == [True, False]
    starts = [int(value(line, "ind", "left")) / CHARACTER for line in (body, date)]
    assert starts == pytest.approx([11, 13], rel=0.05)


def test_a_signature_stands_on_a_page_with_the_end_of_the_text():
    paragraphs = written(letter(byline("issuer", BODY), byline("date", DATE)))[-4:]
    held = [paragraph.find(f"{w('pPr')}/{w('keepNext')}") is not None for paragraph in paragraphs]
    assert held == [False, True, True, False]
    assert [child.tag for child in paragraphs[1][0]][:2] == [w("pStyle"), w("keepNext")]  # as the schema wants them


def test_a_byline_under_the_title_stays_where_it_is():
    head = byline("speaker", "张三")
    draft = letter()
    draft = Draft((draft.blocks[0], head, *draft.blocks[1:]))
    assert [value(line, "pStyle") for line in written(draft)][:2] == ["Title", "Byline"]
    assert value(written(Draft((draft.blocks[0], head)))[-1], "pStyle") == "Byline"


def test_a_signature_is_known_again():
    draft = letter(byline("issuer", BODY), byline("date", DATE))
    data = Writer(layout()).write(draft, state=state(draft))
    assert read(data) == draft
    assert [line.role for line in passages(open_package(data, "意见.docx"))][-2:] == [Role.BYLINE, Role.BYLINE]


def test_a_signature_that_comes_later_is_set_like_one():
    body = byline("issuer", BODY)
    assert style_of(body, first=False) == "byline"
    assert style_of(body, first=False, begun=True) == "signature"
