"""What went before a speech, as it says: 刚才，…, a list of who did what."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN
from drafting.learning.asking import comes_back
from drafting.learning.likeness import text_likeness
from drafting.learning.simplified import simplified

_CLOSED = f'[{HAN}”"）)]'  # behind which a point is a stop, and no part of a number
_STOP = rf"(?:[。！!]|(?<={_CLOSED})\.(?![\d.]))"
_AGAIN = "[；;]刚才[，,]"  # 上午，大家看了三个点；刚才，刘院长介绍了经验
_AGENDA = pattern(
    rf"(?:(?<=[。！!])|(?<={_CLOSED}\.)|^|(?<=[，,；;])(?=刚才[，,]))(?P<head>(?:同志们[，,])?(?:刚才|刚刚|会上|会前|上午|今天上午|下午|前面)[，,]?)(?![的，,])"
    rf"(?P<body>(?:(?!{_STOP}|{_AGAIN})(?s:.)){{12,}})(?={_STOP}|{_AGAIN})"
)
_ONE = re.compile("(?:\\A|(?<=[。！!]))(?P<head>[^，。；：,]{2,6}[，,])(?P<body>[^，。；：！,;:!]{4,11})(?=[。！!])")
_WE_DID = (
    "(?:我们|大家)(?:一起|共同|集体|集中|现场|实地|还|又|先|先后|首先|分组|已经|冒雨|冒着[^，。；]{1,4}|顶着[^，。；]{1,4})*"
    "(?:看|观看|收看|听取|参观|观摩|察看|查看|走访|传达|表彰|学习|审议通过|审议|讨论|表决通过|通过|进行|开展)了"
)
# What the speaker did before is no remark: 我与各乡镇签订了责任书.
_I_DID = (
    "(?:我|我们)(?:还|又|也)?(?:代表[^，。；]{1,16}?)?(?:与|和|同|跟|给|为|向)"
    "[^，。；]{1,20}?(?:签订|签署|签|颁发|颁|授予|发|递交)了"
)
_REMARK = pattern(
    f"(?!{_WE_DID}|{_I_DID})(?:讲得|讲的|讲话|我|希望|请|这些|这个|大家|同志们|都|听了|对此|下面|针对|很|非常|十分|内容|完全|具体|代表"
    "|也|应该|值得|[向对][^，。]{1,40}表示)"
)
_REMARKED = re.compile(f"[，,](?:{_REMARK.pattern})")
_GOES_ON = pattern("[，,；;](?=(?:下面|接下来|现在|今天|借此|在此|这里|最后|我(?:再|就|想)?[^，。]{0,12}讲)[^，。]*)")
# Sentences behind it that speak of what was said there: 我都同意。他们的经验值得学习。
_WHAT_WAS_SAID = "(?:发言|经验|做法|汇报|介绍|通报|部署|安排|意见|建议|讲话|表态|体会|交流)"
_ON_IT = pattern(
    r"(?:对此[，,])?(?:(?:我们?|县委、县政府)?(?:都|完全|十分|非常|原则上?|表示)*(?:同意|赞成|赞同)|(?:大家|他们)?(?:都|也)?讲[得的](?:都|也)?[很非十]"
    f"|听(?:了|后)|对?(?:他们|以上|上述|[这那][些几]|[各几][位个家]|大家|同志们|两[位个])[^，。；：]{{0,12}}{_WHAT_WAS_SAID}[^。：]*(?:很|非常|十分|值得|启发|同意|赞成)"
    f"|(?:请|希望)[^，。：]{{0,8}}(?:学习借鉴|(?:抓好|遵照|贯彻|落实)(?:贯彻|落实|执行)|对照(?:执行|落实)))[^。！!：:.]*{_STOP}"
)
# What the one before did, too: 并作出批示, 对工作给予肯定.
_DID_TOO = pattern("并(?![购轨])|[还又](?=[^，；]{0,6}[了过])|[对就][^，；]{2,}?(?:作|提出|进行|给予|讲)")
# What it says that somebody did, but for who did it: 安排了今年的工作.
_DID = pattern(
    "(?:安排|部署|布置|总结|通报|宣读|传达|介绍|分析|提出|明确|汇报|回顾|解读|下达|指出|肯定|说明|交流|剖析|点评|强调"
    "|[作做](?=了))(?:部署|安排|分析)?了"
)
# Who gave an instruction, and what it says, is asked as that: 会前，甲作出批示，强调…….
_INSTRUCTS = pattern("\\A[^，。；]{2,30}[作做][出了](?:重要)?[批指]示[，：,:](?:强调|要求|指出|“)")
_WE = pattern("我们|大家|会议|大会")
_SENTENCE_ENDS = re.compile(_STOP)
_DONE = pattern("了|过|通报|传达|宣读|介绍|部署|总结|发言|表彰|汇报|签|颁|作|进行")


@dataclass(frozen=True, slots=True)
class Agenda:
    """What went before a speech, as it says: head, then from start to before end the entries, parted by the mark.

    begin, over: of all that is said of it, remarks included.
    """

    head: str
    begin: int
    start: int
    end: int
    over: int
    entries: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class AgendaOfYears:
    """The texts of a passage by year, taken apart at what went before the speech.

    before, after: of all years. lead, entries, behind: of those that tell of it; the mark parts the entries.
    """

    head: str
    before: Mapping[int, str]
    lead: Mapping[int, str]
    entries: Mapping[int, tuple[str, ...]]
    behind: Mapping[int, str]
    after: Mapping[int, str]
    mark: str


def agenda_in(text: str) -> Agenda | None:
    """The list behind 刚才，…: who did what, up to the first remark on it; None if there is no such clause."""
    simple = simplified(text)
    told = [match for match in _AGENDA.finditer(simple) if not _INSTRUCTS.search(match["body"])]
    return next(filter(None, (_agenda_of(match, text, simple) for match in told)), None)


def _agenda_of(match: re.Match[str], text: str, simple: str) -> Agenda | None:
    """The list that begins at a head. simple: the text in simplified characters."""
    body = match["body"]
    mark = next((mark for mark in "；;，," if mark in body), "，")
    clauses = _clauses(body, mark)
    is_over = (place for place, clause in enumerate(clauses) if _REMARK.match(clause) or not _DONE.search(clause))
    entries = clauses[: next(is_over, len(clauses))]
    if entries and (remark := _REMARKED.search(entries[-1])):
        entries[-1] = entries[-1][: remark.start()]
    if not entries or not all(map(comes_back, entries)) or any(map(_REMARKED.search, entries)):
        return None
    if any(entry.count("“") != entry.count("”") for entry in entries):
        return None  # what somebody said goes on behind the sentence
    start, end = match.start("body"), match.start("body") + len(mark.join(entries))
    said = _clauses(text[start:end], mark) if simple != text else entries
    goes_on = _GOES_ON.search(simple, end, match.end("body"))
    over = goes_on.end() if goes_on else _after_remarks(simple, match.end("body") + 1)
    head = text[match.start("head") : match.end("head")].rstrip("，,")
    return Agenda(head, match.start("head"), start, end, over, tuple(said), mark)


def without_remarks(text: str) -> Agenda | None:
    """The list behind 刚才，… though its entries are remarked on one by one: 甲作了报告，我都同意；乙宣读了决定，…….

    The entries do not stand side by side as they do in `agenda_in`; None if there are fewer than two.
    """
    match = _AGENDA.search(simplified(text))
    mark = "；" if match and "；" in match["body"] else ""
    if match is None or not mark:
        return None
    start, end = match.span("body")
    clauses = [_REMARKED.split(clause)[0] for clause in _clauses(text[start:end], mark)]
    entries = [clause for clause in clauses if _DONE.search(clause) and not _REMARK.match(clause)]
    if (
        len(entries) < 2
        or not all(map(comes_back, entries))
        or any(one.count("“") != one.count("”") for one in entries)
    ):
        return None
    return Agenda(
        text[match.start("head") : match.end("head")], match.start("head"), start, end, end, (*entries,), mark
    )


def _after_remarks(text: str, place: int) -> int:
    """The end of the sentences from a place on that speak of what was said before."""
    while remark := _ON_IT.match(text, place):
        place = remark.end()
    return place


def agenda_of_years(texts: Mapping[int, str]) -> AgendaOfYears | None:
    """The lists behind 刚才，… of several years; None for none, the same in all, or such as one mark does not part."""
    found = {year: agenda for year, text in texts.items() if (agenda := agenda_in(text)) is not None}
    heads = {agenda.head for agenda in found.values()}
    alone = {year: _of_one(text, heads) for year, text in texts.items() if year not in found}
    found |= {year: agenda for year, agenda in alone.items() if agenda is not None}
    entries = {year: agenda.entries for year, agenda in found.items()}
    marks = {agenda.mark for agenda in found.values() if len(agenda.entries) > 1}
    if not found or len(marks) > 1 or (len(found) == len(texts) and len(set(entries.values())) == 1):
        return None
    if any(head in text for year, text in texts.items() if year not in found for head in heads):
        return None  # it tells of it in another way
    latest = max(found)
    before = {year: texts[year][: agenda.begin] for year, agenda in found.items()}
    after = {year: texts[year][agenda.over :] for year, agenda in found.items()}
    for year in texts.keys() - found.keys():
        before[year], after[year] = _parted(texts[year], before[latest], after[latest])
    return AgendaOfYears(
        head=found[latest].head,
        before=before,
        lead={year: texts[year][agenda.begin : agenda.start] for year, agenda in found.items()},
        entries=entries,
        behind={year: texts[year][agenda.end : agenda.over] for year, agenda in found.items()},
        after=after,
        mark=marks.pop() if marks else found[latest].mark,
    )


def _of_one(text: str, heads: Collection[str]) -> Agenda | None:
    """The one who alone did something before the speech, in few words: 刚才，红岩林场作了发言. None for none."""
    for match in _ONE.finditer(text):
        head = match["head"].rstrip("，,")
        if head in heads and _DONE.search(match["body"]) and comes_back(match["body"]):
            over = _after_remarks(simplified(text), match.end() + 1)
            return Agenda(head, match.start("head"), *match.span("body"), over, (match["body"],), "，")
    return None


def _parted(text: str, before: str, after: str) -> tuple[str, str]:
    """A text without agenda in two, between sentences: where its parts are most like those around the other's."""
    places = [0, *(found.end() for found in _SENTENCE_ENDS.finditer(text))]
    at = max(places, key=lambda place: text_likeness(text[:place], before) + text_likeness(text[place:], after))
    return text[:at], text[at:]


def _clauses(body: str, mark: str) -> list[str]:
    """A text parted by a mark, but not within quotations, nor before what the same one did besides.

    So it is where who did it is not named anew; where nobody is named at all, each clause is for itself.
    """
    clauses: list[str] = []
    for part in body.split(mark):
        before = clauses[-1] if clauses else ""
        did_too = _DID_TOO.match(part) or (_DID.match(part) and not _DID.match(before) and not _WE.match(before))
        if clauses and (before.count("“") > before.count("”") or did_too):
            clauses[-1] += mark + part
        else:
            clauses.append(part)
    return clauses
