"""Words that stand in the wording and once more in the answer typed into it: 要要当天批改, 由由体育组牵头牵头."""

from __future__ import annotations

import re

from drafting.chinese.enumerators import parse_marker

_BEGIN = re.compile(
    "(让我们|因为|必须|关于|为了|要(?![素求点件害闻塞道地务旨领紧])|由(?![来于此衷])|向(?![阳好上前往导心来])"
    "|把(?![关握手控柄脉])|将(?![来近军])|对(?![策照标比手口接象待]))"
)
_END = re.compile("(?:牵头|负责|承办)")
_FIRST_WORD = (  # of an answer that says itself in which order it comes
    "首先|其次|然后|接着|随后|继而|进而|最后|同时|先(?![进锋例行辈])|再(?![三次生])|后(?![勤备续期台进方面来果盾门])"
    "|还(?![清本债款原])|又(?!红)|更(?![新换正衣])|而且"
)
_ORDERED = re.compile(_FIRST_WORD)
_ORDER = re.compile("(?:首先|其次|然后|接着|随后|继而|进而|最后|同时|而且|先|再|还|又|更)要?，?$")
_MODAL = re.compile("不(?![断折遗失定])|必须|务必|严禁|禁止|应当|应该|力争|可以|也可以")
_MARKER = re.compile(r"[^\w]*\w{1,4}[、，.．)）](?!\d)")
FIRST, LAST = frozenset("让因必关为要由向把将对首其然接随继进最同先再后还又更而不务严禁应力可也"), frozenset("头责办")
"""Characters with which such a word begins in an answer, and ends in one."""


def doubled_before(wording: str, answer: str) -> int:
    """How many characters at the end of the wording the answer says again."""
    found = _BEGIN.match(answer)
    return len(found.group()) if found and wording.endswith(found.group()) else 0


def giving_way(wording: str, answer: str) -> int:
    """How many characters at the end of the wording give way to the answer.

    What it says again; a word of order before one that brings its own (再 before 最后复查); 要 before what says already
    whether it must be, or must not (要 before 不准拖延).
    """
    if twice := doubled_before(wording, answer):
        return twice
    if (order := _ORDER.search(wording)) and _ORDERED.match(answer):
        return len(order.group())
    return int(wording.endswith("要") and not wording.endswith("只要") and _MODAL.match(answer) is not None)


def doubled_behind(answer: str, wording: str) -> int:
    """How many characters at the beginning of the wording the answer has said already."""
    found = _END.match(wording)
    return len(found.group()) if found and answer.endswith(found.group()) else 0


def marker_typed(answer: str) -> int:
    """How many characters of an enumerator stand before a heading that gets one anyway: 一、 of 一、抓学习."""
    found = _MARKER.match(answer)
    return len(found.group()) if found and len(answer) > len(found.group()) and parse_marker(found.group()) else 0
