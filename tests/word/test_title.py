"""Indents that break a long title between words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.word.title import side_indent

ROOM = 8845  # 156 mm: 20 characters of 22 pt
SIZE = 22
# Widths of a figure and of the gap beside it, in characters: a Chinese font, and DejaVu as LibreOffice sets it.
FONTS = [(0.5, 0.0), (0.636, 0.2)]


def lines(text: str, font: tuple[float, float] = FONTS[0]) -> list[str]:
    """The lines that a program sets between the indents of the title."""
    figure, gap = font
    width = (ROOM - 2 * side_indent(text, SIZE, ROOM)) / (SIZE * 20)
    found, used = [""], 0.0
    for before, sign in pairwise(" " + text):
        apart = gap * (before != " " and before.isascii() != sign.isascii())
        own = figure if sign.isascii() else 1.0
        if used + apart + own > width:
            found.append("")
            used = apart = 0.0
        found[-1] += sign
        used += apart + own
    return found


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("在全市经济工作会议上的讲话", None),
        ("讲" * 20, None),
        ("讲" * 21, 11),
        ("在全县创建省级卫生县城动员大会上的讲话" + "稿子", 11),  # 卫生县城 would be cut after ten
        ("甲" * 10 + "会议" + "乙" * 9, 12),  # 会议 is not cut
        ("甲" * 9 + "工作会议" + "乙" * 9, 13),  # nor are 工作 and 会议 parted
        ("讲" * 30 + "\n", None),
    ],
)
def test_the_line_is_as_wide_as_the_words_want(text, characters):
    side = side_indent(text, SIZE, ROOM)
    assert side == (0 if characters is None else int(ROOM - (characters + 0.97) * 440) // 2)


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize(
    "title",
    [
        "关于做好2026年县直机关/精神文明建设工作的意见",
        "关于做好2026年秋季学期/校园安全工作的意见",
        "关于印发《青河县2026年防汛/抗旱工作方案》的通知",
        "关于进一步加强和改进新时代/学校安全管理工作的实施意见",
        "在2026年全市经济工作会议/暨重点项目推进会上的讲话",
        "在全县义务教育优质均衡发展迎接/省级评估再动员会议上的讲话",
        "在全局“争一流窗口、创文明单位”/活动动员部署会上的讲话",
        "在全市组织工作暨“创先争优”/活动座谈会上的讲话",
    ],
)
def test_a_title_breaks_by_sense_whichever_font_is_there(title, font):
    assert "/".join(lines(title.replace("/", ""), font)) == title


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("year", ["", "2026年"])
@pytest.mark.parametrize("about", ["机关", "志愿服务", "精神文明建设", "安全生产和消防", "农村人居环境整治提升"])
@pytest.mark.parametrize("start", ["关于做好", "关于进一步加强", "关于印发"])
def test_no_line_has_a_character_or_two_and_no_word_of_a_document_is_cut(start, year, about, font):
    found = lines(f"{start}{year}全县各级党政机关和企业事业单位{about}工作的意见", font)
    assert len(found) in (2, 3)
    assert all(len(line) > 2 for line in found)
    for word in ("机关", "意见", "工作"):
        assert sum(line.count(word) for line in found) == "".join(found).count(word)


@given(st.text(min_size=1, max_size=200), st.sampled_from([16, 22, 24, 60]))
def test_there_is_always_room_for_the_title(text, size):
    side = side_indent(text, size, ROOM)
    assert 0 <= side < ROOM / 2
