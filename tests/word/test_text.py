"""The text as it would be with every pending change accepted."""

from __future__ import annotations

import pytest
from lxml import etree

from drafting.word.text import paragraphs
from drafting.word.xml import declared

A = "_d_01234567"
DELETED_MARK = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def read(body: str) -> list[str]:
    extra = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    root = etree.fromstring(f"<w:body{declared('w')}{extra}>{body}</w:body>")
    return [paragraph.text for paragraph in paragraphs(root)]


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"{r('一')}<w:ins>{r('二')}</w:ins>", "一二"),
        (f"{r('一')}<w:del><w:r><w:delText>二</w:delText></w:r></w:del>{r('三')}", "一三"),
        (f"<w:ins><w:del>{r('一')}</w:del>{r('二')}</w:ins>", "二"),
        (f"<w:moveFrom>{r('一')}</w:moveFrom><w:moveTo>{r('二')}</w:moveTo>", "二"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('一')}</w:sdtContent></w:sdt>", "一"),
        (f"<w:hyperlink>{r('一')}</w:hyperlink><w:smartTag>{r('二')}</w:smartTag>", "一二"),
        (f"<w:fldSimple>{r('3')}</w:fldSimple>", "3"),
        ("<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>" + r("7"), "7"),
        (
            "<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:br w:type='page'/><w:noBreakHyphen/></w:r>",
            "一\t二\n三-",
        ),
        (f"<w:r><w:ruby><w:rt>{r('lóng')}</w:rt><w:rubyBase>{r('龙')}</w:rubyBase></w:ruby></w:r>", "龙"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>一</w:t></w:r><!-- c --><?p?>", "一"),
    ],
)
def test_one_paragraph(inside, text):
    assert read(f"<w:p>{inside}</w:p>") == [text]


def test_a_deleted_mark_joins_two_paragraphs():
    assert read(f"<w:p>{DELETED_MARK}{r('一')}</w:p><w:p>{r('二')}</w:p>") == ["一二"]
    assert read(f"<w:p>{r('一')}</w:p><w:p>{DELETED_MARK}{r('二')}</w:p>") == ["一", "二"]


def test_a_deleted_paragraph_is_gone():
    gone = f"<w:p>{DELETED_MARK}<w:del><w:r><w:delText>一</w:delText></w:r></w:del></w:p>"
    assert read(f"{gone}<w:p>{r('二')}</w:p>") == ["二"]


def test_a_paragraph_joins_only_with_one_in_the_same_place():
    table = f"<w:tbl><w:tr><w:tc><w:p>{r('二')}</w:p></w:tc><w:tc><w:p>{r('三')}</w:p></w:tc></w:tr></w:tbl>"
    marked = f"<w:p>{DELETED_MARK}{r('一')}</w:p>"
    assert read(f"{marked}{table}") == ["一", "二", "三"]
    assert read(table.replace(f"<w:p>{r('二')}</w:p>", marked) + f"<w:p>{r('四')}</w:p>") == ["一", "三", "四"]
    assert read(table.replace(f"<w:p>{r('三')}</w:p>", marked) + f"<w:p>{r('四')}</w:p>") == ["二", "一", "四"]


def test_tables_and_controls_are_read_in_order():
    table = f"<w:tbl><w:tr><w:tc><w:p>{r('二')}</w:p></w:tc><w:tc><w:p>{r('三')}</w:p></w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent><w:p>{r('四')}</w:p></w:sdtContent></w:sdt>"
    assert read(f"<w:p>{r('一')}</w:p>{table}{control}") == ["一", "二", "三", "四"]


def test_a_deleted_row_is_gone():
    assert read(f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{r('一')}</w:p></w:tc></w:tr></w:tbl>") == [""]


def test_a_text_box_comes_after_its_paragraph_and_once():
    box = f"<w:txbxContent><w:p>{r('框')}</w:p></w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(f"<w:p><w:r>{choice}</w:r>{r('一')}</w:p>") == ["一", "框"]


def test_pieces_know_their_anchor():
    start, end = f'<w:bookmarkStart w:id="1" w:name="{A}"/>', '<w:bookmarkEnd w:id="1"/>'
    other = '<w:bookmarkStart w:id="2" w:name="_GoBack"/><w:bookmarkEnd w:id="2"/>'
    body = f"<w:p>{r('前')}{start}{r('一')}{other}{r('二')}</w:p><w:p>{r('三')}{end}{r('后')}</w:p>"
    found = paragraphs(etree.fromstring(f"<w:body{declared('w')}>{body}</w:body>"))
    pieces = [[(piece.text, piece.anchor) for piece in paragraph.pieces] for paragraph in found]
    assert pieces == [[("前", ""), ("一二", A)], [("三", A), ("后", "")]]
