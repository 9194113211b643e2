"""What a form looks like: fonts, colours and borders as offices here are used to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

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

_FLEXIBLE = (Type.LONG, Type.LIST)
_PAGE = 165  # a table up to this width is still read with ease on A4
_NARROWEST = 0.55


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a cell, a named style of the workbook. open: the cell may be filled in."""

    name: str
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

TITLE = Look("填报标题", Font(name=_HEI, size=20), Alignment(horizontal="center", vertical="center", wrap_text=True))
SUBTITLE = Look("填报副题", Font(name=_KAI, size=13), Alignment(horizontal="center", vertical="center", wrap_text=True))
GUIDE = Look(
    "填报说明", Font(name=_SONG, size=11), Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
)
HEAD = Look(
    "填报表头", Font(name=_HEI, size=12), Alignment(horizontal="center", vertical="center", wrap_text=True), _BLUE, _BOX
)
HINT = Look(
    "填报提示",
    Font(name=_SONG, size=9, color="595959"),
    Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1),
    _GREY,
    _BOX,
)
GROUP = Look(
    "填报分组", Font(name=_HEI, size=12), Alignment(horizontal="left", vertical="center", indent=1), _GREY, _BOX
)
NUMBER = Look("填报序号", Font(name=_SONG, size=11), Alignment(horizontal="center", vertical="center"), _GREY, _BOX)
ASK = Look(
    "填报事项",
    Font(name=_SONG, size=11, bold=True),
    Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1),
    _GREY,
    _BOX,
)
HELP = Look(
    "填报释义",
    Font(name=_SONG, size=10, color="404040"),
    Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1),
    _GREY,
    _BOX,
)


@cache
def answer(kind: Type) -> Look:
    """The look of a cell for an answer of that type."""
    across = "center" if kind in _CENTRED else "right" if kind in _TO_THE_RIGHT else "left"
    form = DATE_FORMAT if kind is Type.DATE else "General" if kind is Type.NUMBER else TEXT_FORMAT
    return Look(
        f"填报{kind.value}",
        Font(name=_SONG, size=11),
        Alignment(horizontal=across, vertical="center", wrap_text=True, indent=0 if across == "center" else 1),
        _PALE,
        _BOX,
        form,
        open=True,
    )


def widths(kinds: Sequence[Type]) -> list[float]:
    """The widths of the columns of a table; where there are many, those with long texts give way."""
    flexible = sum(WIDTHS[kind] for kind in kinds if kind in _FLEXIBLE)
    fixed = sum(WIDTHS[kind] for kind in kinds if kind not in _FLEXIBLE)
    share = min(1.0, max(_NARROWEST, (_PAGE - fixed) / flexible)) if flexible else 1.0
    return [WIDTHS[kind] * (share if kind in _FLEXIBLE else 1.0) for kind in kinds]


def register(book: Workbook) -> None:
    """Make the looks known to a workbook, so that cells take them by name."""
    fixed = (TITLE, SUBTITLE, GUIDE, HEAD, HINT, GROUP, NUMBER, ASK, HELP)
    for look in (*fixed, *(answer(kind) for kind in WIDTHS)):
        style = NamedStyle(look.name, look.font, look.fill or PatternFill(), look.border or Border(), look.alignment)
        style.number_format = look.number_format
        style.protection = OPEN if look.open else LOCKED
        book.add_named_style(style)
