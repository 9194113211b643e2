"""Where enumerators may stand in the paragraphs of a speech: each place that looks like one, and what is before it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from drafting.chinese.enumerators import Marker, parse_marker
from drafting.chinese.enumerators.series import CHINESE_PATTERN, FIGURES_PATTERN, FIRSTS, LETTERS, SIGNS, number_of
from drafting.chinese.patterns import pattern
from drafting.learn.counted import counted, spaced
from drafting.learn.ordinals import begins_a_word
from drafting.learn.own_verbs import own_verb


class Before(StrEnum):
    """What stands before a place."""

    START = "start of the paragraph"
    SENTENCE = "sentence end"
    COLON = "colon"
    SEMICOLON = "semicolon"
    COMMA = "comma"
    NOTHING = "no mark"


class Kind(StrEnum):
    """How an enumerator is used by custom."""

    HEADING = "heading"  # 一、 （一） 1. ①
    ORDINAL = "ordinal"  # 第一， 第一个面对，
    WORD = "word"  # 首先， 一方面，
    VERB = "verb"  # 一是 一要


class Candidate(NamedTuple):
    """A place that looks like an enumerator. order: its running number among all of them."""

    order: int
    paragraph: int
    start: int
    text: str
    number: int
    family: str
    kind: Kind
    before: Before


_ENDS = "。！？；;:：，,…!?"
_STARTS = rf"第其首再最末另头{FIRSTS[0]}二三四五六七八九十1-9１-９（(【〔\[［{SIGNS}{LETTERS}"
# 任务一： 措施二、 at the head of a paragraph
_NOUNS = "任务|措施|举措|目标|问题|要点|重点|行动|工程|启示|经验|体会|建议|要求|做法|原则|抓手"
_NOUN = pattern(f"({_NOUNS})({CHINESE_PATTERN}|\\d{{1,2}})([：:，,、]|[.．](?!\\d)|(?=[ \u3000]))")
_SQUARE = pattern(rf"[\[［]({CHINESE_PATTERN}|{FIGURES_PATTERN})[\]］](?=[\u4e00-\u9fff“])")
_AT_START = pattern(rf"[ \u3000]*(?=[{_STARTS}]|(?:{_NOUNS})[一二三四五六七八九十\d])")
_HALF_STOP = rf"(?<=[\u4e00-\u9fff”].)|(?<=\d.)(?=[{LETTERS}][.．、)])"  # where others write 。
_AFTER_MARK = pattern(
    rf"[{_ENDS}”’」』）).．](?=[{_STARTS} \u3000])(?:(?<![.．])|{_HALF_STOP})[ \u3000]*(?=[{_STARTS}])"
)
_IN_BRACKETS = r"[（(] *(?:[一二三四五六七八九十]{1,3}|\d{1,2}) *[)）]"
# What needs no mark before it; where paragraphs were run together, that is more.
_UNMARKED = pattern(rf"[（(一](?:(?<=一)(?=是|要|靠)|(?<=[（(])(?={_IN_BRACKETS[4:]}))")
_UNMARKED_FLAT = pattern(
    rf"(?=[一二三四五六七八九十（(\d第首其])(?={_IN_BRACKETS}|一(?:是|要|靠)"
    r"|(?<![一二三四五六七八九十百])[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十][，,]"
    r"|[首其][先次][,，])"
)
_NOT_BEHIND = frozenset(f"\n{_ENDS}（(“‘《、第0123456789")
_CLASSES = {"。": Before.SENTENCE, "！": Before.SENTENCE, "？": Before.SENTENCE, "…": Before.SENTENCE}
_CLASSES |= {".": Before.SENTENCE, "．": Before.SENTENCE}
_CLASSES |= {"!": Before.SENTENCE, "?": Before.SENTENCE, ":": Before.COLON, "：": Before.COLON}
_CLASSES |= {";": Before.SEMICOLON, "；": Before.SEMICOLON, ",": Before.COMMA, "，": Before.COMMA}
# Rows of numerals and counted things that only look like markers: 一、二季度 1、2号 第一、第二产业
_ROW = pattern(r"(?:第?[一二三四五六七八九十\d]{1,3})(?:[、，,]|[季等级类线期批号村组楼届产次旬月年日把大中])(?!是|要)")
# 三、四月份 六、七成 二、三十年: a numeral and the next one with what is counted
_COUNTED = "个名位户家成月季旬年日级类期批号组届点种倍天次楼层栋排项件条处起"
_NEIGHBOURS = pattern(rf"([一二三四五六七八九十]|\d{{1,2}})(?:十|百|、|[{_COUNTED}])|[百千万]、")
_LETTERS_ROW = pattern(f"[{LETTERS}](?:[、，,和与两级类]|$)")  # A、B两级 甲、乙双方
_SET_PHRASE = pattern("[一二三四五六七八九十](?:[、，,。；;]|就是|是)")  # 一是一，二是二
_NO_VERB = frozenset("这那统唯之同每某单专万如不第惟合归")
_PART = pattern(
    f"第({CHINESE_PATTERN})(部分|板块|篇章|[章节篇编]|层意思|个?方面|个问题|点意见)([，,：:、]|[ \u3000]|$)"
)
# 一，修路 一：修路 一　修路 on a line of its own, where others write 一、; 一，修路。路要修到村口。
_BARE = pattern(
    f"({CHINESE_PATTERN})([，,：:]|(?=[ \u3000]))(?![一二三四五六七八九十])"
    "(?=(?<=[，,])[\u4e00-\u9fff“]|[^。；！？]{2,40}$)"
)
HEADING = "heading "
"""Before the level: the family of the headings that a file knows as such, and that have no marker."""
_HEADING, _NO_HEADING = 60, "。；;，,"
# 头一件， before 第二件，; and 一条是……，一条是……, which has no numbers of its own
_FIRST_OF_ALL = pattern(r"(?<![，,、])头(?=一[条件个点项类种样步句桩层][^，。；：！？就便乃要]{0,3}[，,：:是])")
_ONE_OF = pattern("(?:(?<![，,])再)?(一[个条]是)")
# 末一件， 最后一点， whatever the number of the item before
_LAST_OF_ALL = pattern(r"(?:末了?|最后)(一[条件个点项类种样步句桩层][^，。；：！？就便乃要是]{0,3}[，,：:])")
_LOOK_BACK = 200  # markers between the last of a list and the one before it, at the most
_NEARBY = 2  # paragraphs from one of them to the next, where each begins a paragraph
_SEMICOLON = pattern("[；;]")
_HEAVY = frozenset("、.．)），,")
_MOST = 20_000


def candidates(paragraphs: Sequence[str], flat: bool, depths: Sequence[int] = ()) -> list[Candidate]:
    """All places in reading order; none where there are more than any speech has.

    flat: paragraphs were run together, so that headings may stand anywhere. depths: the heading level that the file
    gives to each paragraph, 0 for none; a heading without a marker is an item of its level all the same.
    """
    found: list[Candidate] = []
    known = counted(paragraphs)
    places = _places(paragraphs, flat, known)
    counts = [0] * (max(depths, default=0) + 1)
    for index, text in enumerate(paragraphs):
        depth = depths[index] if depths else 0
        if depth:
            counts[depth + 1 :] = [0] * (len(counts) - depth - 1)
            if len(text) <= _HEADING and text[-1] not in _NO_HEADING and not _starts(text):
                counts[depth] += 1
                family = f"{HEADING}{depth}"
                found.append(Candidate(len(found), index, 0, "", counts[depth], family, Kind.HEADING, Before.START))
                continue
        for at, begun in places[index]:
            marker = (not at and known.get(index)) or _last_of_all(text, at, found) or _own_words(text, at)
            marker = marker or parse_marker(text, at) or (at and spaced(text, at)) or own_verb(text, at)
            if not marker or (at > 0 and at + len(marker.text) >= len(text)):
                continue
            before, kind = _before(text, begun), _kind(marker.family)
            if flat and before is Before.SENTENCE and kind is not Kind.VERB and marker.text[-1] in _HEAVY:
                before = Before.START  # the break before it is lost
            if _may_stand(marker, kind, before, text, at):
                if len(found) == _MOST:
                    return []
                found.append(Candidate(len(found), index, at, marker.text, marker.number, marker.family, kind, before))
    return _counted(found)


def _counted(found: list[Candidate]) -> list[Candidate]:
    """一个是……，一个是……: the same words for each of a list, which have no numbers of their own, are counted."""
    lists = _alike(found)
    numbered = {one.paragraph for one in found if one.family == "一是" and not one.text.startswith("一")}
    made = list(found)
    for words, members in lists:
        if len(members) > 1 and not numbered.intersection([one.paragraph for one in members]):
            for number, one in enumerate(members, 1):
                made[one.order] = one._replace(number=number, family=words)
    return made


def _alike(found: Sequence[Candidate]) -> list[tuple[str, list[Candidate]]]:
    """The places with the same words for each of a list: in one paragraph, or at the heads of paragraphs nearby."""
    lists: dict[tuple[str, int], list[Candidate]] = {}
    last: dict[str, tuple[int, int]] = {}  # where the list begins, and the last of it, at the heads of paragraphs
    for one in found:
        if not (match := _ONE_OF.match(one.text)):
            continue
        begun, before = last.get(match[1], (one.paragraph, one.paragraph))
        if one.start or one.paragraph - before > _NEARBY:
            begun = one.paragraph
        if not one.start:
            last[match[1]] = begun, one.paragraph
        lists.setdefault((match[1], begun), []).append(one)
    return [(words, members) for (words, _begun), members in lists.items()]


def _starts(text: str) -> bool:
    """Whether a paragraph begins with a marker."""
    return (_own_words(text, 0) or parse_marker(text)) is not None


def _places(paragraphs: Sequence[str], flat: bool, known: Collection[int]) -> dict[int, list[tuple[int, int]]]:
    """Where a marker may stand in each paragraph, in order, and where the blanks before it begin.

    known: the paragraphs at whose heads one stands. All are gone through together, since most hold none.
    """
    whole = "\n".join(paragraphs)
    starts = [0, *accumulate([len(text) + 1 for text in paragraphs])][:-1]
    found = {place.end(): place.start() + 1 for place in _AFTER_MARK.finditer(whole)}
    for index, start in enumerate(starts):
        if match := _AT_START.match(whole, start):
            found[match.end()] = start
        if index in known:
            found[start] = start
    for place in (_UNMARKED_FLAT if flat else _UNMARKED).finditer(whole):
        at = place.start()
        if at and at not in found and whole[at - 1] not in _NOT_BEHIND:
            found[at] = at
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, begun in sorted(found.items()):
        index = bisect_right(starts, at) - 1
        places[index].append((at - starts[index], begun - starts[index]))
    return places


def _own_words(text: str, at: int) -> Marker | None:
    """第一部分 and its like, which open the largest parts, with or without a mark behind them."""
    if text[at : at + 1] != "第":
        if _FIRST_OF_ALL.match(text, at):
            found = parse_marker("第" + text[at + 1 : at + 12])
            return Marker("头" + found.text[1:], 1, found.family) if found else None
        if (match := _ONE_OF.match(text, at)) and not parse_marker(text, at):
            return Marker(match[0], 1, match[1]) if not at or text.count(match[1]) > 1 else None
        if not at and (noun := _NOUN.match(text)):
            return Marker(noun[0], number_of(noun[2]), noun[1] + "一")
        if not at and (square := _SQUARE.match(text)):
            return Marker(square[0], number_of(square[1]), "[1]")
        match = None if at else _BARE.match(text)
        return Marker(match[0], number_of(match[1]), "一" + match[2].strip()) if match else None
    match = _PART.match(text, at)
    if not match or (at and not match[3]):
        return None
    return Marker(match[0].rstrip(), number_of(match[1]), "第一" + match[2])


def _last_of_all(text: str, at: int, found: Sequence[Candidate]) -> Marker | None:
    """末一件， after 第一件，……第二件，: the next of those that are found."""
    match = _LAST_OF_ALL.match(text, at) if text[at : at + 1] in "末最" else None
    first = parse_marker("第" + match[1]) if match else None
    if not match or not first:
        return None
    before = next((one for one in reversed(found[-_LOOK_BACK:]) if one.family == first.family), None)
    return Marker(match[0], before.number + 1, first.family) if before else None


def _before(text: str, at: int) -> Before:
    while at and text[at - 1] in " \u3000":
        at -= 1
    if not at:
        return Before.START
    last = text[at - 1]
    if last in "”’」』）)" and at > 1:
        return _CLASSES.get(text[at - 2], Before.NOTHING)
    return _CLASSES.get(last, Before.NOTHING)


def _kind(family: str) -> Kind:
    if family in ("首先", "一方面"):
        return Kind.WORD
    if family[0] in "第其":
        return Kind.ORDINAL
    if family[-1] == "一" and len(family) > 1:
        return Kind.ORDINAL
    if (
        family[0] in "（(【〔[1"
        or family[-1] in "、.）)"
        or family in SIGNS
        or family[1:] in ("", "，", ",", "：", ":")
    ):
        return Kind.HEADING
    return Kind.VERB


def _has_next(found: Marker, text: str, end: int) -> bool:
    """Whether the next marker of its list stands behind a semicolon of the same paragraph."""
    return any(
        (other := parse_marker(text, place.end())) is not None
        and (other.family, other.number) == (found.family, found.number + 1)
        for place in _SEMICOLON.finditer(text, end)
    )


def _may_stand(found: Marker, kind: Kind, before: Before, text: str, at: int) -> bool:
    """Whether what stands around a marker lets it be one."""
    marker = found.text
    end = at + len(marker)
    following = text[end : end + 6]
    if kind is Kind.VERB and _SET_PHRASE.match(following):
        return False
    if marker[-1] == "来" and before in (Before.COMMA, Before.NOTHING):
        return False  # 一来……，二来…… inside a sentence
    heads = kind is Kind.HEADING or (marker[-1] in "，," and following[:1] != "第")  # 第一，五年来，……
    if kind is not Kind.VERB and _ROW.match(following) and not (heads and before is Before.START):
        return before is Before.COLON and _has_next(found, text, end)  # ：一、三产业……；二、
    if kind is Kind.HEADING:
        if (match := _NEIGHBOURS.match(following)) and (not match[1] or number_of(match[1]) == found.number + 1):
            return not any(mark in text for mark in "。；！？")  # a heading: 四、五项重点
        if marker[0] in LETTERS and (before is Before.NOTHING or _LETTERS_ROW.match(following)):
            return False
        if marker[0] in "【〔" and before is not Before.START:
            return False
        bracketed = marker[0] in "（(" or marker[0] in SIGNS
        return before is not Before.COMMA and (bracketed or following[:1] not in "”’》）)、，。")
    if kind is Kind.ORDINAL:
        if marker[-1] in "，,、：:是":
            return before is not Before.NOTHING or marker[-1] in "，,"
        return before not in (Before.COMMA, Before.NOTHING) and not begins_a_word(marker, text, end)
    if kind is Kind.WORD:
        if before is Before.COMMA:  # 一方面，……，另一方面，……
            return marker[-1] in "，,：:" and found.family == "一方面" and found.number > 1 and "一方面" in text[:at]
        return before is not Before.NOTHING or marker[-1] in "，,：:"
    if before is Before.NOTHING:
        return at > 0 and text[at - 1] not in _NO_VERB and not text[at - 1].isascii() and marker[0] == "一"
    return True
