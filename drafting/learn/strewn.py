"""Letters and signs that a forum strews between the lines of a text, so that it is not copied: `% j a7 q$ q7 S3 U*`"""

from __future__ import annotations

from itertools import groupby

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

# At the end of a line behind a blank, or all of it; at its beginning up to what belongs to the text: (2024年
_LONGEST = 120
_BEHIND = pattern(r"[ \u3000\xa0][!-~](?:[!-~ ]*[!-~])?$")
_BEFORE = pattern(rf"^[!-~ ]{{4,{_LONGEST}}}?(?=[(（《“]?\d{{0,4}}[{HAN}×（《“])")
_ALL = pattern(f"[!-~ ]{{5,{_LONGEST}}}")
_WORD = pattern("[a-z]{4}|[A-Za-z]{6}|[0-9]{3}|://|www")  # what is written by hand has such
_SIGN = pattern("[!#$*:;<=>?@^_`{|}~\\[\\]\\\\]")  # PM2.5, Q&A and A+B have none of these
_KINDS = (str.islower, str.isupper, str.isdigit)
_MIXED, _CHANGES = 3, 0.6  # kinds of characters in one run, and how often the next is of another kind
_FEWEST, _SHARE = 3, 0.2  # such lines make a habit


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines without what was strewn, where many of them have it."""
    found = [_strewn(line.text) for line in lines]
    if sum([one != ("", "") for one in found]) < max(_FEWEST, _SHARE * len(lines)):
        return lines
    mended = []
    for line, (before, behind) in zip(lines, found, strict=True):
        for run in (before, behind):
            report.remove(run.strip(), _("letters and signs that a forum has strewn in"))
        text = line.text[len(before) : len(line.text) - len(behind)].strip()
        if text:
            mended.append(line._replace(text=text) if (before, behind) != ("", "") else line)
    return mended


def _strewn(text: str) -> tuple[str, str]:
    """What is strewn before and behind the text of a line; "" where nothing is."""
    if _ALL.fullmatch(text):
        return (text, "") if _is_random(text) else ("", "")
    behind = _BEHIND.search(text, max(0, len(text) - _LONGEST))
    end = behind[0] if behind and _is_random(behind[0]) else ""
    before = _BEFORE.match(text, 0, len(text) - len(end))
    return (before[0] if before and _is_random(before[0]) else ""), end


def _is_random(run: str) -> bool:
    """Whether letters, figures and signs change as no writing has them."""
    if _WORD.search(run) or not _SIGN.search(run):
        return False
    kinds = [_kind(character) for character in run if character != " "]
    changes = sum([1 for _one in groupby(kinds)]) - 1
    return len(set(kinds)) >= _MIXED and changes >= _CHANGES * (len(kinds) - 1)


def _kind(character: str) -> int:
    return next((number for number, is_kind in enumerate(_KINDS) if is_kind(character)), len(_KINDS))
