"""A long title in lines of like length that keep words whole (GB/T 9704-2012, 7.3.1), without a line break in its text.

The lines come about by the indents left and right of the title, so a person who changes a word has nothing to undo.
"""

from __future__ import annotations

from itertools import pairwise

from drafting.word.layout import points

# Words of titles that a line must not end within; a break between any other characters is taken as it comes.
_PAIRS = (
    "讲话致辞发言报告会议大会工作动员部署总结表彰座谈推进现场全省全市全县全区全国建设发展创建经济改革"
    "安全生产文明精神组织宣传党建乡村振兴学习贯彻教育落实专题重要启动仪式誓师攻坚环境治理文化农村农业"
    "城市县城城乡社会生态卫生质量服务管理主题上的关于"
)
_WORDS = frozenset(_PAIRS[place : place + 2] for place in range(0, len(_PAIRS), 2))
_NOT_FIRST = "的上、，。：；！？）》”’〉"
_SPARE = 0.9  # of a character, so that the last one of a line is sure to fit
# Figures and letters take half a character in some fonts and more in others, and programs set them apart from Chinese.
_NARROW, _WIDE, _APART = 0.5, 0.66, 0.25
_NOT_LAST = "（《“‘〈—暨"


def side_indent(text: str, size: float, room: int) -> int:
    """The indent on either side, in twips, that breaks `text` well; 0 where it fits in one line or has its own breaks.

    size: of the font in points. room: the width of the text area in twips.
    """
    character = points(size)
    narrow, wide = _widths(text, _NARROW, 0), _widths(text, _WIDE, _APART)
    most = room // character
    if sum(wide) <= most or "\n" in text or "\t" in text:
        return 0
    lines = -int(-sum(wide) // most)
    widths = range(-int(-sum(narrow) // lines), most)
    good = [width for width in widths if _is_good(text, narrow, wide, width, lines)]
    fair = [width for width in widths if _is_fair(text, narrow, width, lines)]
    chosen = next(iter([*good, *fair]), widths.start)
    return int(room - (chosen + _SPARE) * character) // 2 if chosen < most else 0


def _widths(text: str, ascii_width: float, apart: float) -> list[float]:
    """The widths of the signs, in characters; apart: the gap between a figure or letter and Chinese."""
    beside = [False, *[one.isascii() != other.isascii() for one, other in pairwise(text)]]
    return [(ascii_width if sign.isascii() else 1.0) + apart * gap for sign, gap in zip(text, beside, strict=False)]


def _breaks(widths: list[float], width: float) -> list[int]:
    """Where lines of at most `width` characters end."""
    breaks, used = [], 0.0
    for place, wide in enumerate(widths):
        if used + wide > width:
            breaks.append(place)
            used = 0.0
        used += wide
    return breaks


def _is_good(text: str, narrow: list[float], wide: list[float], width: int, lines: int) -> bool:
    """Whether lines of that width break at the same places in any font, are so many, and cut no word."""
    breaks = _breaks(narrow, width + _SPARE)
    if breaks != _breaks(wide, width + _SPARE) or len(breaks) != lines - 1:
        return False
    return not any(_cuts(text, place) for place in breaks)


def _is_fair(text: str, narrow: list[float], width: int, lines: int) -> bool:
    """Whether lines of that width cut no word where figures are narrow, as in most Chinese fonts."""
    breaks = _breaks(narrow, width)
    return len(breaks) == lines - 1 and not any(_cuts(text, place) for place in breaks)


def _cuts(text: str, place: int) -> bool:
    if text[place] in _NOT_FIRST or text[place - 1] in _NOT_LAST or text[place - 1 : place + 1].isascii():
        return True
    return text[place - 1 : place + 1] in _WORDS
