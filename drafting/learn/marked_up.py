"""Marks of Markdown in a text copied from a chat program: # before headings, ** around words, --- between parts.

They are known by headings or by whole lines in bold, of which there are at least two, or by > before most lines.
** is a mask too (20**年, **县), and stays where it is one.
"""

from __future__ import annotations

import re

from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

_HEADING = pattern(r"^(#{1,6})(?:\s+|(?<=##))(?=[^#\s])")
_BOLD_LINE = pattern(r"^(?:\d{1,2}[.、]\s*|[-+*]\s+)?\*\*(?=[^\s*])[^*]{2,60}(?<=\S)\*\*[：:]?$")
_RULE = pattern(r"^(?:-{3,}|\*{3,}|_{3,}|`{3}\w*)$")
_BEFORE = pattern(r"^(?:>\s*|[-+*]\s+(?=\S))")
_BOLD = pattern(r"(?<![\d*])(\*{2,3})(?=[^\s*，。、；：])([^*]{1,200})(?<=\S)\1(?!\*)")
_MASKED = "年月日省市县区旗乡镇村街局厅校厂"  # what follows a mask
_FEWEST = 2


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines without such marks, their headings with their levels; unchanged where there are none."""
    if not any(line.text[0] in "#*-+>0123456789" for line in lines):
        return lines
    are_quoted = 2 * sum([line.text[0] == ">" for line in lines]) > len(lines)
    marked = sum([1 for line in lines if _HEADING.match(line.text) or _BOLD_LINE.match(line.text)])
    if marked < _FEWEST and not are_quoted:
        return lines
    mended: list[Line] = []
    gap = False
    for line in lines:
        plain = _plain(line, report)
        if plain.text:
            mended.append(plain._replace(gap=True) if gap else plain)
        gap = not plain.text
    return mended


def _plain(line: Line, report: Report) -> Line:
    """A line without its marks; without text where it was nothing else."""
    why = _("marks of a chat program (Markdown)")
    if _RULE.match(line.text):
        report.remove(line.text, why)
        return line._replace(text="")
    text, depth = line.text, line.depth
    if heading := _HEADING.match(text):
        report.remove(heading[0].strip(), why)
        text, depth = text[heading.end() :].rstrip("# "), depth or len(heading[1])
    elif before := _BEFORE.match(text):
        report.remove(before[0].strip(), why)
        text = text[before.end() :]

    def bare(found: re.Match[str]) -> str:
        if found[2][0] in _MASKED and text[found.end() : found.end() + 1] in [*_MASKED]:
            return found[0]
        report.remove(found[1] * 2, why)
        return found[2]

    return line._replace(text=_BOLD.sub(bare, text).strip(), depth=depth)
