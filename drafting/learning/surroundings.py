"""The words around a name or a figure: how a question for it is worded, and whether two figures are the same fact."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafting.learning.same_figures import Beside
from drafting.learning.simplified import simplified
from drafting.learning.spot import Kind

BLANK = "＿＿"
_LEFT, _RIGHT = 12, 8  # characters of the surroundings that a question shows
_MORE = 8  # so many more where a clause ends with them, so that none breaks off in a word
_SENTENCE = 200  # characters of a sentence on one side of a figure that are looked at
_LEAST = 3  # fewer say nothing
_SUBJECT = 4  # characters that say what a figure is of
_OF_FIGURES = re.compile("(?:突破|达到|超过|完成|实现|达|为|近|约|过|了|是|到|至)+\\Z")
_GROWTH = re.compile("[增减]|同比|比上|提高|下降|占")  # equal rates are soon of two things
# What says nothing of the matter parts the words beside a figure.
_NO_WORD = re.compile(
    "[去今上]年|全[国省市县区]|累计|完成|新增|其中|[^\u4e00-\u9fff]|[的了在是把将对从有还要再只共约近就都也和与至到由为达过以上下各每个多这那虽然]"
)
_TIME_LEFT = re.compile(
    "(?:只剩|仅剩|还剩|剩下|只有|仅有|还有|不足|不到|奋战|决战|苦战|大干|攻坚|冲刺|最后)(?:最后)?\\Z"
)
_POINTS_BACK = re.compile("(?:[这那此]|上述|以上)\\Z")
_PART_OF_TIME = re.compile("(?:季度|半年|学期|届)\\Z")
_STOPS = "。！？!?\n"
_BREAKS = "，。；：、！？,;:!?“”‘’《》（）()—…\n\t 　"
_ENDS = "，。；：！？,;:!?\n\t"  # of clauses; words in brackets are part of them
_OPENING, _CLOSING = "“‘《（(", "”’》）)"
_LABELS: Mapping[Kind, str] = {
    Kind.MEETING: "会议",
    Kind.CONGRESS: "党的会议",
    Kind.PLAN: "规划期",
    Kind.DATE: "日期",
    Kind.TIME: "时间",
    Kind.YEAR: "年份",
    Kind.EDITION: "届次",
    Kind.FIGURE: "数字",
    Kind.DOCUMENT: "文件",
    Kind.SLOGAN: "提法",
    Kind.HONOUR: "荣誉",
    Kind.RANK: "名次",
    Kind.PERSON: "人",
    Kind.BODY: "单位",
}


def label(kind: Kind, text: str, start: int, end: int) -> str:
    """The wording of the question for a stretch of a text: what it is, and the words around it."""
    around, name = cloze(text, start, end), _name(kind, text, start, end)
    return name if around == BLANK else f"{name}（{around}）"


def wider(kind: Kind, text: str, start: int, end: int) -> str:
    """The same wording with the clause before, or else the one behind: for questions that would be worded alike."""
    left, right = _reach(text, start, -1, _LEFT, _ENDS), _reach(text, end, 1, _RIGHT, _ENDS)
    before = _to_the_end(text, _reach(text, left - 1, -1, _LEFT, _ENDS), -1, _ENDS) if left else 0
    if text[before:left].strip(_ENDS):
        left = before
    else:
        right = _to_the_end(text, _reach(text, right + 1, 1, _LEFT, _ENDS), 1, _ENDS)
    shown = text[left:start].lstrip(_ENDS) + BLANK + text[end:right].rstrip(_ENDS)
    return f"{_name(kind, text, start, end)}（{''.join([c for c in shown if c.isprintable()])}）"


def _name(kind: Kind, text: str, start: int, end: int) -> str:
    """What a stretch is called: as its kind is; 上半年 and 四季度 are no years, and a figure behind 第 is a rank."""
    if kind is Kind.YEAR and (part := _PART_OF_TIME.search(text[start:end])):
        return "届次" if part.group() == "届" else "时段"
    if kind is Kind.FIGURE and text[start - 1 : start] == "第" and text[end - 1 : end] in ("位", "名"):
        return _LABELS[Kind.RANK]
    return _LABELS[kind]


def cloze(text: str, start: int, end: int) -> str:
    """The words around a stretch, with a blank for it: 全县造林＿＿. What breaks off in a clause ends in …."""
    stops = _BREAKS
    led_to = text[start - 1 : start] in ("：", ":") and start > 1  # 作出批示：“……”
    left = _reach(text, start - led_to, -1, _LEFT, stops)
    right = _reach(text, end, 1, _RIGHT, stops)
    if start - left + right - end < _LEAST:
        stops = _STOPS
        left, right = _reach(text, start, -1, _LEFT, stops), _reach(text, end, 1, _RIGHT, stops)
    left, right = _to_the_end(text, left, -1, stops), _to_the_end(text, right, 1, stops)
    if led_to and text[end - 2 : end - 1] in _STOPS:  # a sentence ends in it
        right = end
    goes_on = end < right < len(text) and text[right] not in stops and text[right - 1] not in _BREAKS
    comes_from = left > 0 and text[left - 1] not in stops and text[left] not in _BREAKS
    shown = _begun(text[left:start]) + BLANK + text[end:right].rstrip(_BREAKS)
    return "…" * comes_from + "".join([c for c in shown if c.isprintable()]) + "…" * goes_on


def _to_the_end(text: str, place: int, step: int, stops: str) -> int:
    """A place that breaks off in a clause, moved to where the clause begins or ends if that is near."""
    end = _reach(text, place, step, _MORE + 1, stops)
    return end if abs(end - place) <= _MORE else place


def _begun(text: str) -> str:
    """What stands before a blank, without marks before it; a mark that is closed in it stays: “争”就是."""
    words = text.lstrip(_BREAKS)
    opening = text[: len(text) - len(words)][-1:]
    closing = dict(zip(_OPENING, _CLOSING, strict=True)).get(opening, "")
    is_closed = closing and closing in words and opening not in words[: words.index(closing)]
    return opening + words if is_closed else words


def subject(text: str, start: int) -> str:
    """What a figure is said of, the verb between left out: 旅游收入突破＿＿; "" where no word says it."""
    before = _OF_FIGURES.sub("", simplified(text[:start]))
    near = before[-_SUBJECT:]
    return near if len(near) == _SUBJECT and near.isalpha() and not _GROWTH.search(near) else ""


def beside(text: str, start: int, end: int) -> Beside:
    """What stands beside a figure: the words of its clause, two characters each, and its sentence."""
    left, right = _reach(text, start, -1, _LEFT, _BREAKS), _reach(text, end, 1, _RIGHT, _BREAKS)
    sides = simplified(text[left:start]), simplified(text[end:right])
    runs = [run for side in sides for run in _NO_WORD.split(side)]
    words = frozenset([run[at : at + 2] for run in runs for at in range(len(run) - 1)])
    first, last = _reach(text, start, -1, _SENTENCE, _STOPS), _reach(text, end, 1, _SENTENCE, _STOPS)
    is_left = text[end - 1 : end] in ("天", "日") and _TIME_LEFT.search(sides[0]) is not None
    return Beside(words, text[first:last], any(_GROWTH.search(side) for side in sides), is_left)


def is_again(text: str, start: int, end: int) -> bool:
    """Whether a figure was spoken of before: words before it say so, 这8起, or it is said for itself, 100天，."""
    is_alone = start and text[start - 1] in _STOPS + "；;" and text[end : end + 1] in ("，", ",")
    return bool(is_alone) or _POINTS_BACK.search(simplified(text[max(0, start - 4) : start])) is not None


def _reach(text: str, place: int, step: int, most: int, stops: str) -> int:
    """How far the surroundings of a place go, `most` characters at the most and over none of the `stops`."""
    for near in range(place, place + step * most, step):
        at = near - 1 if step < 0 else near
        if not 0 <= at < len(text) or text[at] in stops:
            return near
    return place + step * most
