"""Which question about securing the work a sentence answers: who is responsible, who pays, who looks at it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.learning.cues import Cues
from drafting.outline.model import Question

_TREASURY, _MONEY = "财政(?![局厅部所办、])", "[万亿]元"  # whose office may help with anything
# What a question about securing the work asks for, and how the headings of speeches call it.
_LIKEWISE = {
    "资金": f"投入|经费|{_TREASURY}|{_MONEY}",
    "经费": f"投入|资金|{_TREASURY}|{_MONEY}",
    "钱从哪里来": f"资金|投入|经费|{_TREASURY}|{_MONEY}",
    "怎样指挥": "领导|组织",
    "督导": "督查|督办|考核|检查|抽查|问责|考评|排名|通报|约谈|暗访",
    "责任": "领导|带头|担责|主体|各负其责",
    "主要领导怎样抓": "责任|带头|亲自",
    "成员要做什么": "责任|带头|亲自",
    "配合": "协作|协同|合力|联动|联手",
    "督查": "考核|检查|抽查|督导|督办|问责|考评|排名|通报|约谈|暗访",
    "通报": "督查|督导|督办|考核|检查|约谈|排名|暗访",
    "奖惩": "考核|问责|兑现|奖励|追责|追究|免职|处理",
    "追责": "纪律|问责|追究|处理|督查|通报|约谈|暗访",
    "考核": "督查|督导|检查|奖惩",
    "宣传": "发动|舆论|氛围|引导",
    "作风": "纪律|廉洁|八项规定|禁令",
    "队伍": "干部|人才|力量",
}
_LEADERS = re.compile(
    "(?:各[^，。；：要]{1,8})?(?:党政)?(?:主要领导|(?:主要)?负责(?:人|同志)|一把手|“一把手”|领导班子|班子成员)[^，。；：要]{0,6}要"
    "|各级[^，。；：要]{1,3}长要"
)
_ASKS_DUTY = re.compile("责任怎样|领导怎样抓|成员要做什么")
_ANSWERABLE = re.compile(
    "责任|负责|负总责|领导|带头|主体|担|第一|一把手|书记|[省市县区镇乡州局院校厂科处部]长|主任|班子|成员|分管|包[案抓保联]|亲自|各[级单部县区镇乡]|谁"
)
PAYS = re.compile(
    "(?:今年|全年|从[^，。；：]{1,6}起[，,]?|(?:经费|资金|投入)(?:方面|上)[，,])?"
    f"[^，。；：,;:]{{0,8}}{_TREASURY}[^，。；：,;:]{{2,30}}\\d[^，。；：,;:]{{0,6}}{_MONEY}[^。]{{0,40}}。?\\Z"
)
"""Who gives how much money."""
_ASKS_MONEY = re.compile("资金|经费|钱从哪里来")


def asked_for(lead: str, text: str, questions: Sequence[Question], cues: Cues, weight: int = 1) -> Question | None:
    """The question whose words stand in a lead, and most there and in the text; None where it is not one."""
    leads = [_words(lead, question, cues) for question in questions]
    both = [weight * first + _words(text, question, cues) for first, question in zip(leads, questions, strict=True)]
    ranked = sorted([(words, -at) for at, words in enumerate(both)])
    if not any(leads) or (len(ranked) > 1 and ranked[-2][0] == ranked[-1][0]):
        return None
    return _unless_unanswered(questions[-ranked[-1][1]], text)


def asked_for_by(text: str, questions: Sequence[Question], cues: Cues) -> Question | None:
    """The question of which most words stand in a text, or others for what it asks for; None where it is not one.

    What those who lead are to do is their duty, whatever they do: 各单位主要负责人要……，每月带队检查两次.
    """
    if _LEADERS.match(text) and (duties := [question for question in questions if _ASKS_DUTY.search(question.ask)]):
        return duties[0]
    ranked = sorted([(_words(text, question, cues, each=True), -at) for at, question in enumerate(questions)])
    if not ranked or not ranked[-1][0] or (len(ranked) > 1 and ranked[-2][0] == ranked[-1][0]):
        return None
    return _unless_unanswered(questions[-ranked[-1][1]], text)


def _unless_unanswered(found: Question, text: str) -> Question | None:
    """A question that was found; none for a duty where nobody answers for it: 同工同酬落实到位.

    And none for checks where money is spent on them: 财政安排经费260万元，用于奖励举报.
    """
    is_duty = _ANSWERABLE.search(text) or not _ASKS_DUTY.search(found.ask)
    is_money = _ASKS_MONEY.search(found.ask) or not PAYS.match(text)
    return found if is_duty and is_money else None


def _words(text: str, question: Question, cues: Cues, *, each: bool = False) -> int:
    """How many words of a question stand in a text; others for what it asks for count as one, or each of them."""
    likewise = {word for asked, said in _LIKEWISE.items() if asked in question.ask for word in re.findall(said, text)}
    return cues.count(text, question) + (len(likewise) if each else bool(likewise))
