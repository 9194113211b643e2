"""What a speech calls its own matter: 精神文明建设工作 of its meeting, “争创”活动 throughout; what a name means."""

from __future__ import annotations

import re
from collections import Counter

from drafting.draft import Move, Role
from drafting.learning.claims import Claims
from drafting.learning.matching import suits
from drafting.learning.own_work import OwnWork
from drafting.outline.model import Question

_ASKS_WORK = re.compile("工作的简称")
_ASKS_ACTIVITY = re.compile("活动的简称")
_ASKS_MEANING = re.compile("名字是什么意思")
# The meeting's own matter: another meeting's is named with what that one decided, 贯彻全省文物工作会议精神.
_WORK = re.compile(
    "(?:全?(?:[国省市县区乡镇州校院厂局]|系统|公司|集团)(?:（[区市县]）)?|(?<![安健完])全[^，。]|\\A在?)(?:\\d{4}年度?)?"
    "(?P<answer>(?:[^，。在全（）\\d]|(?<=[安健完])全){2,16}?工作)"
    "(?:推进|部署|动员|座谈|现场|电视电话|视频|总结|表彰|再动员)*(?:会议|大?会)(?![^，。；、]{0,6}(?:精神|部署要求|的部署))"
)
_ACTIVITY = re.compile("“[^”，。]{1,10}”(?:专项|集中|主题|大)?(?:教育|整治|学习|创建)?(?:活动|行动|工作|创建)")
_MEANING = re.compile("(?P<answer>(?:“[^”，。]{1,10}”[，]?就是[^。“”]*(?:“[^”]*”)?[^。“”]*[，；]?){1,4})。")
_EARLY = (Move.OPENING, Move.SIGNIFICANCE, Move.GOALS)
_OFTEN = 2  # times that a name is said, at the least


def called(question: Question, claims: Claims) -> str:
    """The answer of a question for the name of the matter, or for what the name means; claimed. "" for none."""
    if _ASKS_WORK.search(question.ask):
        return next((name for name in OwnWork(claims.blocks).names() if suits(name, question)), "")
    if _ASKS_ACTIVITY.search(question.ask):
        names = Counter(name for block in claims.blocks for name in _ACTIVITY.findall(block.text))
        name, times = names.most_common(1)[0] if names else ("", 0)
        title = "".join([block.text for block in claims.blocks if block.role is Role.TITLE])
        is_own = times >= _OFTEN or (name and name[1 : name.index("”")] in title)
        return name if is_own and suits(name, question) else ""
    if _ASKS_MEANING.search(question.ask):
        return _meaning(question, claims)
    return ""


def _meaning(question: Question, claims: Claims) -> str:
    for block in claims.blocks:
        for match in _MEANING.finditer(block.text) if block.move in _EARLY else ():
            if suits(match["answer"], question) and claims.is_free(block, *match.span("answer")):
                claims.take(block, *match.span("answer"))
                return match["answer"]
    return ""
