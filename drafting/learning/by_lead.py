"""Answers about securing the work, by the words that lead to them: 要强化督查。…… for 怎样督查."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafting.draft import Block, Move
from drafting.learning.asked_for import PAYS, asked_for, asked_for_by
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.cues import Cues
from drafting.learning.frames import SENTENCE
from drafting.learning.passages import Element, Listing, Passage, head_of
from drafting.learning.row_texts import ENDS, fullest_run, is_short
from drafting.outline.model import Question

# The first clause of a sentence, where it says what is demanded and more is said of it: 要严格督查，…….
_DEMAND = re.compile(
    "(?:(?:同时|此外|另外|最后)[，,]?)?(?:还|也|更)?(?P<said>(?:要(?![求素点么是害紧])|必须|务必)(?P<lead>[^，。；：,;:]{2,10})[，,].*)"
)
# The same with the one who is to do it, 纪检监察室要加强督查，……, and who answers for what.
_DEMANDED_OF = re.compile(
    "(?!我|你|大家|同志|这|那|今年|下一步|首先)[^，。；：,;:要]{2,24}(?:要(?![求素点么是害紧])|必须|务必)(?P<lead>[^，。；：,;:]{2,16})[，,].*"
)
_ANSWERS_FOR = re.compile("[^，。；：,;:]{2,20}(?:是|为)[^，。；：]{0,20}第一责任人")
_ABOUT = re.compile("关于(?P<lead>[^，。；：]{2,10})[，,：](?P<said>.+)")
_MUST = "(?:要(?![求素点么是害紧])|必须|务必)"
_SHORT_DEMAND = re.compile(f"(?:还|也|更)?{_MUST}[^，。；：,;:]{{2,14}}。")
_AT_ONCE = f"(?:(?:同时|此外|另外|最后)[，,]?)?(?:还|也|更)?{_MUST}[^，。；：,;:]{{2,}}[，。]"
_DEMANDED_AT_ONCE = re.compile(_AT_ONCE)
_DEMANDED_OF_ANY = re.compile(f"{_AT_ONCE}|(?!我|你|大家|同志|这|那|今年|下一步|首先)[^，。；：,;:要]{{2,20}}{_MUST}")
_DUTY = "责任"
# Who looks at it how often: 市里每月通报一次进度，年底进行考核。
_LOOKS_AT_IT = re.compile(
    "[^，。；：,;:要]{0,16}(?:每[季月周天年旬日]|每半[月年]|每[两三几]?个?(?:季度|月|星期)|定期|不定期)[^，。；：]{0,8}(?:通报|调度|督查|督导|督办|检查|考核|暗访|排名|巡查|抽查)"
)
# What happens to whom fails: 凡因擅离职守造成伤亡的，一律先免职、再处理。
_PUNISHES = re.compile(
    "(?:凡|对)[^。]{4,40}?(?:一律|坚决|从严|严肃|依法)[^，。；]{0,6}(?:免职|问责|追究|追责|处理|查处|约谈)"
)
_CHECKED = "督查"
_IS_CHECKED = re.compile("督查|督导|考核|检查|奖惩|追责|通报|排名")
_CHECKS = re.compile("每[周月季天][^，。；]{0,4}(?:暗访|通报|督查|排名|检查)|约谈")
_PAID = "资金"
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
        lead = _PAID if PAYS.match(told.text) else told.lead
        question = asked_for(lead, told.text, open_, cues, told.weight)
        others = [asked_for(lead, lead, open_, cues) for lead in told.leads]
        if told.matters and (question is not None or told.pieces[0][0].marker):
            asked = [asked_for_by(text, open_, cues) for text in told.matters]
            if not _SHORT_DEMAND.match(told.matters[0]):
                asked[0] = asked[0] or _left_for_the_first(told.lead, question, asked, open_, cues)
            apart = _joined(asked, told.matters)
            if len(told.text) > _WHOLE or _are_several(question, apart):
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
    found = question if question not in asked else asked_for(lead, lead, open_, cues)
    return found if found not in asked else None


def _are_several(question: Question | None, matters: Sequence[tuple[Question | None, str]]) -> bool:
    """Whether what stands under a heading that one question asks for is no one answer to it.

    Some of it answers another question, or is about money or checks for no such question, or each matter has a short
    sentence of its own for a head.
    """
    forms = (PAYS,) if question is not None and _IS_CHECKED.search(question.ask) else (PAYS, _LOOKS_AT_IT, _PUNISHES)
    others = any(
        asked not in (None, question) or (asked is None and any(form.match(text) for form in forms))
        for asked, text in matters
    )
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
        if about := _ABOUT.match(sentence):
            yield about["lead"], about["said"].strip().rstrip(ENDS)
        elif demand:
            yield demand["lead"], demand["said"].strip().rstrip(ENDS)
        elif others:
            yield _CHECKED if _CHECKS.search(sentence) else others["lead"], sentence.strip().rstrip(ENDS)
        elif _ANSWERS_FOR.match(sentence):
            yield _DUTY, sentence.strip().rstrip(ENDS)
        elif _LOOKS_AT_IT.match(sentence) or _PUNISHES.match(sentence):
            yield _CHECKED, sentence.strip().rstrip(ENDS)
        elif PAYS.match(sentence):
            yield _PAID, sentence.strip().rstrip(ENDS)


def _whole_paragraph(part: Passage, says: Callable[[str], bool]) -> _Told | None:
    """What the one paragraph says that stands under a heading, if it is short and nothing in it the outline's own."""
    below = part.below[0] if len(part.below) == 1 else None
    head = head_of(part)
    if not isinstance(below, Passage) or not head.line or head.rest or below.block.move is not Move.GUARANTEE:
        return None
    body = below.body.strip()
    if part.block.move is not Move.GUARANTEE or any(map(says, SENTENCE.findall(body))):
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
        if matters and not any(form.match(sentence) for form in (begins, _LOOKS_AT_IT, PAYS, _WEIGHED, _PUNISHES)):
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


def _passages(tree: Sequence[Element]) -> Iterator[Passage]:
    for element in tree:
        for passage in element.entries if isinstance(element, Listing) else (element,):
            yield passage
            yield from _passages(passage.below)
