"""Answers about securing the work, by the words that lead to them: 要强化督查。…… for 怎样督查."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafting.draft import Block, Move
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.cues import Cues
from drafting.learning.frames import SENTENCE
from drafting.learning.passages import Element, Listing, Passage, head_of
from drafting.learning.row_texts import ENDS, fullest_run, is_short
from drafting.outline.model import Question

_TREASURY, _MONEY = "财政(?![局厅部所办])", "[万亿]元"  # whose office may help with anything
# What a question about securing the work asks for, and how the headings of speeches call it.
_LIKEWISE = {
    "资金": f"投入|经费|{_TREASURY}|{_MONEY}",
    "经费": f"投入|资金|{_TREASURY}|{_MONEY}",
    "钱从哪里来": f"资金|投入|经费|{_TREASURY}|{_MONEY}",
    "怎样指挥": "领导|组织",
    "督导": "督查|督办|考核|检查|问责|考评|排名|通报|约谈|暗访",
    "责任": "领导|带头|担责|主体|各负其责",
    "主要领导怎样抓": "责任|带头|亲自",
    "成员要做什么": "责任|带头|亲自",
    "配合": "协作|协同|合力|联动|联手",
    "督查": "考核|检查|督导|督办|问责|考评|排名|通报|约谈|暗访",
    "通报": "督查|督导|督办|考核|检查|约谈|排名|暗访",
    "奖惩": "考核|问责|兑现|奖励|追责|追究",
    "追责": "纪律|问责|追究|处理",
    "考核": "督查|督导|检查|奖惩",
    "宣传": "发动|舆论|氛围|引导",
    "作风": "纪律|廉洁|八项规定|禁令",
    "队伍": "干部|人才|力量",
}
# The first clause of a sentence, where it says what is demanded and more is said of it: 要严格督查，…….
_DEMAND = re.compile(
    "(?:(?:同时|此外|另外|最后)[，,]?)?(?:还|也|更)?(?P<said>(?:要(?![求素点么是害紧])|必须|务必)(?P<lead>[^，。；：,;:]{2,10})[，,].*)"
)
# The same with the one who is to do it, 纪检监察室要加强督查，……, and who answers for what.
_DEMANDED_OF = re.compile(
    "(?!我|你|大家|同志|这|那|今年|下一步|首先)[^，。；：,;:要]{2,24}(?:要(?![求素点么是害紧])|必须|务必)(?P<lead>[^，。；：,;:]{2,16})[，,].*"
)
_ANSWERS_FOR = re.compile("[^，。；：,;:]{2,20}(?:是|为)[^，。；：]{0,20}第一责任人")
_MUST = "(?:要(?![求素点么是害紧])|必须|务必)"
_SHORT_DEMAND = re.compile(f"(?:还|也|更)?{_MUST}[^，。；：,;:]{{2,14}}。")
_AT_ONCE = f"(?:(?:同时|此外|另外|最后)[，,]?)?(?:还|也|更)?{_MUST}[^，。；：,;:]{{2,}}[，。]"
_DEMANDED_AT_ONCE = re.compile(_AT_ONCE)
_DEMANDED_OF_ANY = re.compile(f"{_AT_ONCE}|(?!我|你|大家|同志|这|那|今年|下一步|首先)[^，。；：,;:要]{{2,20}}{_MUST}")
_DUTY = "责任"
_LEADERS = re.compile(
    "(?:各[^，。；：要]{1,8})?(?:党政)?(?:主要领导|(?:主要)?负责(?:人|同志)|一把手|“一把手”|领导班子|班子成员)[^，。；：要]{0,6}要"
    "|各级[^，。；：要]{1,3}长要"
)
_ASKS_DUTY = re.compile("责任怎样|领导怎样抓|成员要做什么")
_ANSWERABLE = re.compile(
    "责任|负责|负总责|领导|带头|主体|担|第一|一把手|书记|[省市县区镇乡州局院校厂科处部]长|主任|班子|成员|分管|包[案抓保联]|亲自|各[级单部县区镇乡]|谁"
)
# Who looks at it how often: 市里每月通报一次进度，年底进行考核。
_LOOKS_AT_IT = re.compile(
    "[^，。；：,;:要]{0,16}(?:每[季月周天年旬日]|每半[月年]|每[两三几]?个?(?:季度|月|星期)|定期|不定期)[^，。；：]{0,8}(?:通报|调度|督查|督导|督办|检查|考核|暗访|排名|巡查)"
)
_CHECKED = "督查"
_PAYS = re.compile(
    f"(?:今年|全年)?[^，。；：,;:]{{0,8}}{_TREASURY}[^，。；：,;:]{{2,30}}\\d[^，。；：,;:]{{0,6}}{_MONEY}[^。]{{0,40}}。?\\Z"
)
_PAID = "资金"
_ASKS_MONEY = re.compile("资金|经费|钱从哪里来")
_WEIGHED = re.compile("把[^，。；]{2,20}(?:纳入|列入)[^，。；]{0,12}(?:考核|考评|评价)")
_WHOLE = 200  # characters of a paragraph that is one answer
_DENSE = 60  # characters of an item that may say several matters
_VERBS = ("要", "靠", "抓")  # that an enumerator has: 一要


@dataclass(frozen=True, slots=True)
class _Told:
    """What a passage says under a lead. pieces: the text, block by block. leads: of the sentences in it.

    weight: of what the lead says, beside what the text does. matters: what it says, demand by demand, if several.
    """

    lead: str
    text: str
    pieces: Sequence[tuple[Block, str]]
    leads: Sequence[str] = ()
    weight: int = 1
    matters: Sequence[str] = ()


def by_lead(
    claims: Claims,
    cues: Cues,
    tree: Sequence[Element],
    questions: Sequence[Question],
    moves: Mapping[str, set[Move]],
    says: Callable[[str], bool],
) -> Iterator[tuple[str, str]]:
    """Questions about securing the work, and what is said under a lead that has their words; what is said is claimed.

    moves: those in which the outline says the answer of each question. says: whether a sentence is the outline's own,
    and answers nothing.
    """
    open_ = [question for question in questions if Move.GUARANTEE in moves[question.key]]
    for told in _told(tree, says):
        if not all(_is_free(claims, block, text) for block, text in told.pieces) or not comes_back(told.text):
            continue
        lead = _PAID if _PAYS.match(told.text) else told.lead
        question = _asked_for(lead, told.text, open_, cues, told.weight)
        others = [_asked_for(lead, lead, open_, cues) for lead in told.leads]
        if told.matters and (question is not None or told.pieces[0][0].marker):
            asked = [_asked_for_by(text, open_, cues) for text in told.matters]
            if not _SHORT_DEMAND.match(told.matters[0]):
                asked[0] = asked[0] or _left_for_the_first(told.lead, question, asked, open_, cues)
            apart = _joined(asked, told.matters)
            if _are_several(question, apart):
                yield from _each_apart(claims, told.pieces[0][0], apart, open_)
                continue
        if not told.matters and len(told.leads) == 1 and told.leads[0] == _CHECKED:
            question = others[0]
        if question is None or any(other not in (None, question) for other in others):
            continue
        open_.remove(question)
        for block, text in told.pieces:
            claims.take_text(block, text)
        yield question.key, told.text


def _left_for_the_first(
    lead: str, question: Question | None, asked: Sequence[Question | None], open_: Sequence[Question], cues: Cues
) -> Question | None:
    """What the first matter under a heading answers: its question, or what the heading alone asks for.

    It goes with the one behind it where that answers what the heading asks for.
    """
    if question is not None and question in asked[1:2]:
        return question
    found = question if question not in asked else _asked_for(lead, lead, open_, cues)
    return found if found not in asked else None


def _are_several(question: Question | None, matters: Sequence[tuple[Question | None, str]]) -> bool:
    """Whether what stands under a heading that one question asks for is no one answer to it.

    Some of it answers another question, or is about money for no such question, or each matter has a short sentence
    of its own for a head.
    """
    others = any(asked not in (None, question) or (asked is None and _PAYS.match(text)) for asked, text in matters)
    headed = [_SHORT_DEMAND.match(text) for _asked, text in matters]
    return others or len([head for head in headed if head]) > 1


def _joined(asked: Sequence[Question | None], matters: Sequence[str]) -> list[tuple[Question | None, str]]:
    """What matters answer, those one behind the other that answer the same as one."""
    joined: list[tuple[Question | None, str]] = []
    for question, text in zip(asked, matters, strict=True):
        if joined and question is not None and joined[-1][0] == question and not _SHORT_DEMAND.match(text):
            joined[-1] = question, joined[-1][1] + text
        else:
            joined.append((question, text))
    return joined


def _each_apart(
    claims: Claims, block: Block, matters: Sequence[tuple[Question | None, str]], open_: list[Question]
) -> Iterator[tuple[str, str]]:
    """What each matter of a paragraph answers, the first one where two answer the same."""
    for asked, text in matters:
        said = text.strip().rstrip(ENDS)
        if asked in open_ and asked is not None and comes_back(said):
            open_.remove(asked)
            claims.take_text(block, said)
            yield asked.key, said


def _asked_for(lead: str, text: str, questions: Sequence[Question], cues: Cues, weight: int = 1) -> Question | None:
    """The question whose words stand in a lead, and most there and in the text; None where it is not one."""
    leads = [_words(lead, question, cues) for question in questions]
    both = [weight * first + _words(text, question, cues) for first, question in zip(leads, questions, strict=True)]
    ranked = sorted([(words, -at) for at, words in enumerate(both)])
    if not any(leads) or (len(ranked) > 1 and ranked[-2][0] == ranked[-1][0]):
        return None
    return _unless_unanswered(questions[-ranked[-1][1]], text)


def _asked_for_by(text: str, questions: Sequence[Question], cues: Cues) -> Question | None:
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
    is_money = _ASKS_MONEY.search(found.ask) or not _PAYS.match(text)
    return found if is_duty and is_money else None


def _is_free(claims: Claims, block: Block, text: str) -> bool:
    """Whether nothing of an item is an answer already, and nothing of a sentence of a paragraph."""
    start = 0 if block.marker else block.text.find(text)
    return claims.is_free(block, start, None if block.marker else start + len(text))


def _told(tree: Sequence[Element], says: Callable[[str], bool]) -> Iterator[_Told]:
    for passage in _passages(tree):
        block = passage.block
        if block.marker and not passage.below and block.move is Move.GUARANTEE:
            head = head_of(passage)
            lead = head.line or head.lead or head.rest
            said = fullest_run(head.rest, [], says)
            text = (said or lead).rstrip(ENDS) if len(SENTENCE.findall(said)) < 2 else said
            yield _Told(lead, text, [(block, text)], matters=_matters(said) if len(said) > _DENSE else [])
        elif block.marker and (entries := _short_entries(passage)):
            yield _Told(head_of(passage).line, "".join([text for _block, text in entries]).rstrip(ENDS), entries)
        elif block.marker and (whole := _whole_paragraph(passage, says)):
            yield whole
        elif not block.marker and not passage.below and block.move is Move.GUARANTEE:
            for lead, text in _demands(passage.body, says):
                yield _Told(lead, text, [(block, text)])


def _demands(body: str, says: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """The sentences of a paragraph that demand something of somebody, behind their leads."""
    for sentence in SENTENCE.findall(body):
        demand = _DEMAND.match(sentence)
        others = _DEMANDED_OF.match(sentence)
        if says(sentence):
            continue
        if demand:
            yield demand["lead"], demand["said"].strip().rstrip(ENDS)
        elif others:
            yield others["lead"], sentence.strip().rstrip(ENDS)
        elif _ANSWERS_FOR.match(sentence):
            yield _DUTY, sentence.strip().rstrip(ENDS)
        elif _LOOKS_AT_IT.match(sentence):
            yield _CHECKED, sentence.strip().rstrip(ENDS)
        elif _PAYS.match(sentence):
            yield _PAID, sentence.strip().rstrip(ENDS)


def _whole_paragraph(part: Passage, says: Callable[[str], bool]) -> _Told | None:
    """What the one paragraph says that stands under a heading, if it is short and nothing in it the outline's own."""
    below = part.below[0] if len(part.below) == 1 else None
    head = head_of(part)
    if not isinstance(below, Passage) or not head.line or head.rest or below.block.move is not Move.GUARANTEE:
        return None
    body = below.body.strip()
    if part.block.move is not Move.GUARANTEE or len(body) > _WHOLE or any(map(says, SENTENCE.findall(body))):
        return None
    leads = [lead for lead, _text in _demands(body, says)]
    return _Told(head.line, body.rstrip(ENDS), [(below.block, body)], leads, 2, _matters(body))


def _matters(body: str) -> list[str]:
    """The sentences of a paragraph, those that demand something with what is said behind them; none for only one.

    Where several begin with the demand, 要…, those that name who is to do it belong to the one before.
    """
    matters: list[str] = []
    sentences = SENTENCE.findall(body)
    begins = _DEMANDED_AT_ONCE if len(list(filter(_DEMANDED_AT_ONCE.match, sentences))) > 1 else _DEMANDED_OF_ANY
    for sentence in sentences:
        if matters and not any(form.match(sentence) for form in (begins, _LOOKS_AT_IT, _PAYS, _WEIGHED)):
            matters[-1] += sentence
        else:
            matters.append(sentence)
    return matters if len(matters) > 1 else []


def _short_entries(part: Passage) -> list[tuple[Block, str]]:
    """What a part with nothing but a list of short sentences demands, each without its number; [] for any other."""
    listing = part.below[0] if len(part.below) == 1 else None
    if not isinstance(listing, Listing) or not head_of(part).line or head_of(part).rest:
        return []
    if part.block.move not in (Move.TASKS, Move.GUARANTEE) or not all(map(is_short, listing.items)):
        return []
    verbs = [item.block.marker[-1:] if item.block.marker.endswith(_VERBS) else "" for item in listing.items]
    return [(item.block, verb + item.body) for item, verb in zip(listing.items, verbs, strict=True)]


def _words(text: str, question: Question, cues: Cues, *, each: bool = False) -> int:
    """How many words of a question stand in a text; others for what it asks for count as one, or each of them."""
    likewise = {word for asked, said in _LIKEWISE.items() if asked in question.ask for word in re.findall(said, text)}
    return cues.count(text, question) + (len(likewise) if each else bool(likewise))


def _passages(tree: Sequence[Element]) -> Iterator[Passage]:
    for element in tree:
        for passage in element.entries if isinstance(element, Listing) else (element,):
            yield passage
            yield from _passages(passage.below)
