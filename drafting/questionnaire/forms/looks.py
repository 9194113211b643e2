"""What a form looks like: fonts, colours and borders as offices here are used to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from drafting.outline.model import Type

DATE_FORMAT = 'yyyy"年"m"月"d"日"'
TEXT_FORMAT = "@"
_LINE = Side(style="thin", color="808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CENTRED = (Type.DATE, Type.YESNO, Type.CHOICE, Type.TIME)
_TO_THE_RIGHT = (Type.NUMBER, Type.PERCENT)

WIDTHS = {
    Type.TEXT: 20,
    Type.LONG: 40,
    Type.NUMBER: 14,
    Type.PERCENT: 11,
    Type.DATE: 16,
    Type.TIME: 11,
    Type.YESNO: 9,
    Type.CHOICE: 13,
    Type.LIST: 38,
}
"""Widths of columns, in characters of half width."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a cell; hashable parts of openpyxl, made once."""

    font: Font
    alignment: Alignment
    fill: PatternFill | None = None
    border: Border | None = None
    number_format: str = "General"
    open: bool = False


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


LOCKED, OPEN = Protection(locked=True), Protection(locked=False)
_GREY, _PALE, _BLUE = _fill("F2F2F2"), _fill("FFFBE6"), _fill("DCE6F1")
_SONG, _HEI, _KAI = "宋体", "黑体", "楷体"

TITLE = Look(Font(name=_HEI, size=20), Alignment(horizontal="center", vertical="center", wrap_text=True))
SUBTITLE = Look(Font(name=_KAI, size=13), Alignment(horizontal="center", vertical="center", wrap_text=True))
GUIDE = Look(Font(name=_SONG, size=11), Alignment(vertical="center", wrap_text=True))
HEAD = Look(Font(name=_HEI, size=12), Alignment(horizontal="center", vertical="center", wrap_text=True), _BLUE, _BOX)
HINT = Look(Font(name=_SONG, size=9, color="595959"), Alignment(vertical="center", wrap_text=True), _GREY, _BOX)
GROUP = Look(Font(name=_HEI, size=12), Alignment(vertical="center"), _GREY, _BOX)
NUMBER = Look(Font(name=_SONG, size=11), Alignment(horizontal="center", vertical="center"), _GREY, _BOX)
ASK = Look(Font(name=_SONG, size=11, bold=True), Alignment(vertical="center", wrap_text=True), _GREY, _BOX)
HELP = Look(Font(name=_SONG, size=10, color="404040"), Alignment(vertical="center", wrap_text=True), _GREY, _BOX)


@cache
def answer(kind: Type) -> Look:
    """The look of a cell for an answer of that type."""
    across = "center" if kind in _CENTRED else "right" if kind in _TO_THE_RIGHT else "left"
    form = DATE_FORMAT if kind is Type.DATE else "General" if kind is Type.NUMBER else TEXT_FORMAT
    return Look(
        Font(name=_SONG, size=11),
        Alignment(horizontal=across, vertical="center", wrap_text=True),
        _PALE,
        _BOX,
        form,
        open=True,
    )
