"""Debris of a broken conversion: pinyin behind traditional characters, the style sheet of a page, ? for a wide blank.

Such a text was simplified once; it is made so again. Honest traditional text has no such annotations and is left alone.
"""

from __future__ import annotations

from html import unescape

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN
from drafting.i18n import _
from drafting.learn import strewn
from drafting.learn.cleaning import Report
from drafting.learn.model import Line
from drafting.learn.traditional import simplifier

_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêế"
_NOTE = pattern(f"[(（](?<=[{HAN}].)[a-zɡ{_TONES}]{{1,7}}[)）]")
_TONED = pattern(f"[(（](?<=[{HAN}].)[a-zɡ]{{0,5}}[{_TONES}][a-zɡ]{{0,3}}[)）]")
# 着 is written 著 in traditional script, and OpenCC leaves it: it is 著 still in 著名, 显著 and the like.
_ZHE = pattern("(?<![名显昭卓编译论专原巨遗新旧所合拙土撰])著(?![名作称书述录者])")
_NOTED = pattern(f"([{HAN}])[(（][a-zɡ]{{0,5}}[{_TONES}][a-zɡ]{{0,3}}[)）]")
# Rules of a style sheet that a conversion has left in the text, with the tag that stood before them.
_RULE = r"[@\w.#*][\w.#*,:>\s-]{0,60}\{\s*(?:[\w-]+\s*:[^;{}]{0,120};?\s*)+\}"
_STYLES = pattern(rf"(?:^[^{{}}。，]{{0,20}}?(?=[@\w.#*][\w.#*-]*\s*\{{))?{_RULE}(?:\s*{_RULE})*")
_LOST_BLANK = pattern("[?？]{1,4}[ \u3000]*(?=[^?？\\s])")  # no sentence begins with it
_ESCAPED = pattern(
    r"&(?:nbsp|e[nm]sp|thinsp|[lr][ds]?quo|[mn]dash|hellip|middot|amp|lt|gt|quot|times|#\d{2,5}|#x[\da-fA-F]{2,4});"
)
_FEWEST = 3
_MOST = 0.5
_CHARACTERS_FOR_ONE = 400


def mend(lines: list[Line], report: Report) -> list[Line]:
    """The lines without such debris; where pinyin is taken out, in simplified characters."""
    lines = _without_styles(strewn.take_out(_unescaped(lines, report), report), report)
    return _without_pinyin(_with_indents(lines, report), report)


def _unescaped(lines: list[Line], report: Report) -> list[Line]:
    """The lines with the signs that a page writes as words, where they do so more than once: &nbsp; &ldquo;"""
    if sum([len(_ESCAPED.findall(line.text)) for line in lines if "&" in line.text]) < _FEWEST:
        return lines
    mended = []
    for line in lines:
        if "&" in line.text and (found := _ESCAPED.findall(line.text)):
            report.remove("".join(found), _("signs that a web page writes as words"))
            plain = _ESCAPED.sub(lambda one: unescape(one[0]), line.text)
            line = line._replace(text=plain.strip(), indented=line.indented or plain[:1].isspace())
        if line.text:
            mended.append(line)
    return mended


def _with_indents(lines: list[Line], report: Report) -> list[Line]:
    """The lines without the ? at their beginnings that is left of wide blanks, where most of them have it."""
    marked = [line for line in lines if _LOST_BLANK.match(line.text)]
    if len(marked) < _FEWEST or len(marked) < _MOST * len(lines):
        return lines
    mended = []
    for line in lines:
        match = _LOST_BLANK.match(line.text)
        if match:
            report.remove(match[0].strip(), _("a blank that a conversion has lost"))
            line = line._replace(text=line.text[match.end() :], indented=True)
        mended.append(line)
    return mended


def _without_styles(lines: list[Line], report: Report) -> list[Line]:
    mended = []
    for line in lines:
        if "{" not in line.text or not (found := [match[0] for match in _STYLES.finditer(line.text)]):
            mended.append(line)
            continue
        for rules in found:
            report.remove(rules.strip(), _("the style sheet of a page"))
        if text := _STYLES.sub("", line.text).strip():
            mended.append(line._replace(text=text))
    return mended


def _without_pinyin(lines: list[Line], report: Report) -> list[Line]:
    notes = sum([len(_TONED.findall(line.text)) for line in lines if "(" in line.text or "（" in line.text])
    length = sum([len(line.text) for line in lines])
    if notes < max(_FEWEST, length // _CHARACTERS_FOR_ONE):
        return lines
    simplify = simplifier()
    noted = "".join(["".join(_NOTED.findall(line.text)) for line in lines])
    changed = sum(one != other for one, other in zip(noted, simplify(noted), strict=False))
    if 2 * changed < len(noted):  # how to pronounce a word, in simplified text
        return lines
    mended = []
    for line in lines:
        found = _NOTE.findall(line.text)
        report.remove("".join(found), _("pinyin of a broken conversion; characters made simplified again"))
        mended.append(line._replace(text=_ZHE.sub("着", simplify(_NOTE.sub("", line.text)))))
    return mended
