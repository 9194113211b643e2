"""The work that a speech is about, by the name of its own meeting: 城市管理工作 of 街道2025年城市管理工作会议.

All that stands before 工作会议 and behind the name of the body that meets belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN
from drafting.draft import Block, Move, Role

# Another meeting's work is named with what that one decided: 贯彻全省文物工作会议精神.
_MEETING = pattern(
    "工作(?:推进|部署|动员|座谈|现场|电视电话|视频|总结|表彰|再动员)*(?:会议|大?会)(?![^，。；、]{0,6}(?:精神|部署要求|的部署))"
)
# A meeting named for its matter alone: 全市高标准农田建设现场推进会.
_OF_MATTER = pattern(
    "(?<!工作)(?:(?:现场|推进|动员|部署|调度|观摩|启动|攻坚|视频|电视电话|再动员)+(?:会议|大?会))(?![^，。；、]{0,6}(?:精神|部署要求|的部署))"
)
# One that says no more than that it is one is about what the speech names elsewhere too: 全市招商引资大会.
_OF_A_WORD = pattern(
    "(?<!工作)(?<![推进部署动员表彰总结代表])(?:大会|会议)(?![^，。；、]{0,6}(?:精神|部署要求|的部署))"
)
_NAME = pattern(f"[{HAN}A-Za-z0-9“”（）]{{2,40}}\\Z")  # what stands before it, up to a mark
_LEADS_IN = pattern(
    "(?:召开|举行|举办|开好|参加|出席|(?<![实存所])在(?![建岗线职校])|[这此本]次|(?:今天|今日|我们|现在)(?:又|再)?开)"
)
# Running text in which no name of a meeting begins, and what every meeting is about.
_NO_WORK = pattern(
    "[这我你您他是了]|要(?![素案害])|请(?!示)|把(?!关)|(?<![转出])让|(?<!党)的|今天|会议|[大代]会|(?:上|下)?半?年[度终中初末]?\\Z|全年|[一二三四]季度|月份?\\Z|(?:当前|近期|重点|下一步)\\Z"
)
# A year, or whose meeting it is: 全县. Where one strives to be one of them, 创建全国文明城市, it is the matter itself.
_YEAR = pattern("(?:(?:19|20)\\d\\d|[二一][〇零○0Oo一二三四五六七八九]{3})年度?")
_WITH = pattern("(?:会|节|日|周年|典礼|仪式)暨")  # what the meeting is held together with
_ALL = pattern(
    "(?<![安健完])(?<!创建|争创|争当|建成)全(?:国|系统|行业|公司|集团|街道|社区|(?![面民域程员科额日力方])[^，。])(?:（[省市县区]）)?"
)
# An area without its name: no word begins with it, and it may name a body of its own.
_OWN_AREA = pattern(
    "(?:市(?![场容井值级直辖]|民(?!政)|政(?![府协法务]))|县(?![域城乡级直区])|区(?![域划块间位级直])|省(?![直级际])|[州旗](?![直级])|乡(?![村镇风土贤])|镇(?![村域区级]))"
    f"(?:委员会|纪委|委|人民政府|政府|人大|政协|[{HAN}]{{0,6}}?局|[{HAN}]{{2,6}}?(?:医院|学院|公司|集团|中心))?"
)
_BODY_ENDS = "[省市县区州旗乡镇村局委厅院校厂行社部站]|公司|集团|街道|政府|中心|[大中小]学|社区"
_BODY, _FIRST_BODY = pattern(f".*(?:{_BODY_ENDS})"), pattern(f".*?(?:{_BODY_ENDS})(?![市县区])")
_PLACE = pattern(f"(?P<called>[{HAN}]{{2,3}}?)(?P<area>[省市县区州旗乡镇]|街道)(?![场容域划际])")
# What is called an area for its kind, which is no name: 示范县, 棚户区, 智慧城市.
_KIND_OF_AREA = pattern(
    "(?:示范|先进|试点|重点|贫困|中心|特色|美丽|模范|达标|民族|边境|棚户|保护|开发).*"
    "|.*(?:[城都股超]市|[园景山城郊校林牧矿库灾辖小社老]区|[城乡集村]镇|[城下返]乡)\\Z"
)
_IS_WORK = pattern("工作|第.+次")
_LEAST, _MOST, _LOOKED_AT = 4, 18, 40  # characters of a work, and of what stands before 工作会议


@dataclass(frozen=True)
class OwnWork:
    """The works that the meetings of a speech have in their names, most likely first."""

    blocks: Sequence[Block]

    def names(self) -> Iterator[str]:
        """Each as it stands in the speech: of the title first, then of what opens it."""
        for block in self.blocks:
            for meeting in _MEETING.finditer(block.text) if block.move in (Move.TITLE, Move.OPENING) else ():
                said = _NAME.search(block.text, max(0, meeting.start() - _LOOKED_AT), meeting.start())
                work = self._work(said.group(), begins=not said.start()) if said else ""
                if work and len(work) <= _MOST:
                    yield work + "工作"
        yield from self._of_titles(_OF_MATTER)

        text = "\n".join([block.text for block in self.blocks if block.move is not Move.TITLE])
        for work in self._of_titles(_OF_A_WORD):
            if work in text.replace(f"{work}大会", "").replace(f"{work}会议", ""):
                yield work

    def _of_titles(self, meeting: re.Pattern[str]) -> Iterator[str]:
        """What meetings of the title are about whose names end in a form."""
        for block in self.blocks:
            for found in meeting.finditer(block.text) if block.move is Move.TITLE else ():
                said = _NAME.search(block.text, max(0, found.start() - _LOOKED_AT), found.start())
                work = self._work(said.group(), begins=not said.start()) if said else ""
                if work and _LEAST <= len(work) <= _MOST and not _IS_WORK.search(work):
                    yield work

    def _work(self, said: str, *, begins: bool) -> str:
        """What is left of the words before 工作会议 without the body that meets; "" where no name begins in them.

        begins: whether the paragraph does with them.
        """
        lead = [*_LEADS_IN.finditer(said)]
        name = said[lead[-1].end() :] if lead else said
        ends = [match.end() for form in (_YEAR, _ALL, _WITH) for match in form.finditer(name)]
        if not (lead or ends or begins):
            return ""
        work = name[max(ends, default=0) :]
        while (body := self._body_before(work)) and len(work) - body > 1:
            work = work[body:]
        return "" if len(work) < 2 or _NO_WORK.search(work) else work

    def _body_before(self, name: str) -> int:
        """How many characters of a name are the body that meets; 0 for none."""
        shared = [_shared_body(signer, name) for signer in self._signers]
        place = _PLACE.match(name)
        if place and (_KIND_OF_AREA.match(place.group()) or place["area"] not in self._areas):
            place = None
        own = _OWN_AREA.match(name)
        return max([*shared, *[match.end() for match in (place, own) if match], 0])

    @cached_property
    def _signers(self) -> list[str]:
        """Who speaks, as the lines below the title say: the body stands first."""
        return [block.text for block in self.blocks if block.role is Role.BYLINE]

    @cached_property
    def _areas(self) -> set[str]:
        """The kinds of area that the speech calls its own: 全县, 我镇, 县委."""
        text = "\n".join([block.text for block in self.blocks])
        own = "[全我本]{0}|{0}(?:委|政府|党)"
        return {area for area in (*"省市县区州旗乡镇", "街道") if re.search(own.format(area), text)}


def _shared_body(signer: str, name: str) -> int:
    """How many characters are a body with which both who speaks and the meeting begin; 0 for none.

    Where they go on alike, the speaker's body is named for the matter itself: 县城市管理局局长 at 县城市管理工作会议.
    """
    same = takewhile(lambda pair: pair[0] == pair[1], zip(signer, name, strict=False))
    shared = name[: len([*same])]
    body = _BODY.match(shared)
    if body and len(shared) - body.end() > 1:
        body = _FIRST_BODY.match(shared)
    return body.end() if body else 0
