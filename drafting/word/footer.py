"""The page number: one footer, or two where odd and even pages differ."""

from __future__ import annotations

import re

from drafting.word.layout import Layout, PageNumber, Position, millimetres, points
from drafting.word.styles import fonts, size
from drafting.word.xml import DECLARATION, declared, escape

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def footers(layout: Layout) -> dict[str, str]:
    """The footers by the type of page that Word knows: `default` (odd where there is `even`) and `even`."""
    number = layout.page_number
    if number.position is Position.CENTRE:
        return {"default": _footer(layout, '<w:jc w:val="center"/>')}
    inset = round(number.inset * points(number.size))
    return {
        "default": _footer(layout, f'<w:ind w:right="{inset}"/><w:jc w:val="right"/>'),
        "even": _footer(layout, f'<w:ind w:left="{inset}"/><w:jc w:val="left"/>'),
    }


def footer_distance(layout: Layout) -> int:
    """Twips from the lower edge of the paper to the footer, which puts its top `below` millimetres under the text."""
    number = layout.page_number
    return max(0, millimetres(layout.margins.bottom) - millimetres(number.below) - _line(number))


def _line(number: PageNumber) -> int:
    return round(points(number.size) * 1.2)


def _footer(layout: Layout, place: str) -> str:
    number = layout.page_number
    look = f"<w:rPr>{fonts(layout, number.face, hint=True)}{size(number.size)}</w:rPr>"
    pieces = re.split(r"(\{page\}|\{pages\})", number.form)
    runs = "".join([_field(_FIELDS[piece], look) if piece in _FIELDS else _text(piece, look) for piece in pieces])
    return (
        f'{DECLARATION}<w:ftr{declared("w")}><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:spacing w:line="{_line(number)}" w:lineRule="exact"/>{place}</w:pPr>{runs}</w:p></w:ftr>'
    )


def _text(text: str, look: str) -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _field(name: str, look: str) -> str:
    """A field as five runs with a 1 in it: WPS shows nothing for fewer, Word mends a file without the 1."""
    inner = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join([f"<w:r>{look}{piece}</w:r>" for piece in inner])
