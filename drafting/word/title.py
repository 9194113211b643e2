"""A long title in lines of like length that keep words whole (GB/T 9704-2012, 7.3.1), without a line break in its text.

The lines come about by the indents left and right of the title, so a person who changes a word has nothing to undo.
"""

from __future__ import annotations

from drafting.word.layout import points

# Words of titles that a line must not end within; a break between any other characters is taken as it comes.
_PAIRS = (
    "讲话致辞发言报告会议大会工作动员部署总结表彰座谈推进现场全省全市全县全区全国建设发展创建经济改革"
    "安全生产文明精神组织宣传党建乡村振兴学习贯彻教育落实专题重要启动仪式誓师攻坚环境治理文化农村农业"
    "城市县城城乡社会生态卫生质量服务管理主题上的关于"
)
_WORDS = frozenset(_PAIRS[place : place + 2] for place in range(0, len(_PAIRS), 2))
_NOT_FIRST = "的上、，。：；！？）》”’〉"
# Nearly a character: digits may be wider than half of one, and LibreOffice sets them apart from Chinese.
_SPARE = 0.9
_NOT_LAST = "（《“‘〈—"


def side_indent(text: str, size: float, room: int) -> int:
    """The indent on either side, in twips, that breaks `text` well; 0 where it fits in one line or has its own breaks.

    size: of the font in points. room: the width of the text area in twips.
    """
    character = points(size)
    widths = [0.5 if sign.isascii() else 1.0 for sign in text]
    total, most = sum(widths), room // character
    if total <= most or "\n" in text or "\t" in text:
        return 0
    lines = -int(-total // most)
    least = -int(-total // lines)
    chosen = next((width for width in range(least, most) if _is_good(text, _breaks(widths, width), lines)), least)
    return int(room - (chosen + _SPARE) * character) // 2 if chosen < most else 0


def _breaks(widths: list[float], width: int) -> list[int]:
    """Where lines of at most `width` characters end."""
    breaks, used = [], 0.0
    for place, wide in enumerate(widths):
        if used + wide > width:
            breaks.append(place)
            used = 0.0
        used += wide
    return breaks


def _is_good(text: str, breaks: list[int], lines: int) -> bool:
    """Whether these breaks give so many lines and cut no word."""
    return len(breaks) == lines - 1 and not any(_cuts(text, place) for place in breaks)


def _cuts(text: str, place: int) -> bool:
    if text[place] in _NOT_FIRST or text[place - 1] in _NOT_LAST or text[place - 1 : place + 1].isascii():
        return True
    return text[place - 1 : place + 1] in _WORDS
