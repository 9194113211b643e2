"""The sentence that says of the whole what is asked: 总体要求是：以……为指导，围绕……，以……为主线，推动…….

Its clauses stand in a fixed order: whose thought guides, around what the work turns, what it is to achieve. Source: the
genre's papers of the year, which all open their demands so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from drafting.outline.model import Question

_ASKS_LINE, _ASKS_AIM = re.compile("主线|工作路子"), re.compile("总目标|总的目标")
_WHOLE = re.compile("(?:总体|总的)(?:要求|思路|考虑|目标)是[：:，,]?(?P<said>[^。！？\n]+)")
_CLAUSE = re.compile("[^，,；;]+")
_GUIDES = re.compile(
    "为指[导引]|思想|理论|旗帜|(?:大会|全会|会议|讲话|指示)[^，]{0,8}(?:精神|部署)|(?:全面|深入|认真)?(?:贯彻|学习|领会)|价值观|两个|四个"
)
_LINE = re.compile(
    "(?:紧紧)?(?:围绕|紧扣|聚焦|立足|突出)|(?:坚持)?以[^，]+为(?:主线|标准|抓手|重点|核心|中心|目标|载体|主题|动力|切入点)"
    "|[抓强提保补创促优学建][^，、]{1,4}(?:、[一-鿿][^，、]{1,4}){2,}\\Z"
)


def of_the_whole(question: Question) -> str:
    """What a question asks of the sentence: "line", "aim", or "" for nothing."""
    return "line" if _ASKS_LINE.search(question.ask) else "aim" if _ASKS_AIM.search(question.ask) else ""


def said_of_the_whole(text: str, asked: str) -> Iterator[tuple[int, int]]:
    """Where a text says the line, or the aim behind it: beginning and end."""
    for whole in _WHOLE.finditer(text):
        clauses = list(_CLAUSE.finditer(text, *whole.span("said")))
        rest = list(dropwhile(lambda clause: not _LINE.match(clause.group()), clauses))
        if any(_GUIDES.search(clause.group()) and not _LINE.match(clause.group()) for clause in rest):
            continue  # what guides stands behind it: not the order that is known
        line = list(takewhile(lambda clause: _LINE.match(clause.group()), rest))
        found = line if asked == "line" else rest[len(line) :]
        if found:
            yield found[0].start(), found[-1].end()
