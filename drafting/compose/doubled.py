"""Words that stand in the wording and once more in the answer typed into it: 要要当天批改, 由由体育组牵头牵头."""

from __future__ import annotations

import re

from drafting.chinese.enumerators import parse_marker

_BEGIN = re.compile(
    "(让我们|因为|必须|关于|为了|要(?![素求点件害闻塞道地务旨领紧])|由(?![来于此衷])|向(?![阳好上前往导心来])"
    "|把(?![关握手控柄脉])|将(?![来近军])|对(?![策照标比手口接象待]))"
)
_END = re.compile("(?:牵头|负责|承办)")
_MARKER = re.compile(r"[^\w]*\w{1,4}[、，.．)）](?!\d)")
FIRST, LAST = frozenset("让因必关为要由向把将对"), frozenset("头责办")
"""Characters with which such a word begins in an answer, and ends in one."""


def doubled_before(wording: str, answer: str) -> int:
    """How many characters at the end of the wording the answer says again."""
    found = _BEGIN.match(answer)
    return len(found.group()) if found and wording.endswith(found.group()) else 0


def doubled_behind(answer: str, wording: str) -> int:
    """How many characters at the beginning of the wording the answer has said already."""
    found = _END.match(wording)
    return len(found.group()) if found and answer.endswith(found.group()) else 0


def marker_typed(answer: str) -> int:
    """How many characters of an enumerator stand before a heading that gets one anyway: 一、 of 一、抓学习."""
    found = _MARKER.match(answer)
    return len(found.group()) if found and len(answer) > len(found.group()) and parse_marker(found.group()) else 0
