"""Names of a speech that are the same fact wherever they stand: meeting, people, mottos, towns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafting.chinese.script import HAN
from drafting.draft import Block, Role
from drafting.learning import people
from drafting.learning.forms import TOWN, VILLAGE
from drafting.learning.simplified import simplified
from drafting.learning.spot import Kind, meeting_of, spots

_MOST = 300  # people by whom a speech is told; nobody names so many twice, and a longer list would take long to seek
_PLACES = "省市县区州镇乡"
_OFTEN = 3  # times that a village by its own name is told of, as the one that a meeting is about is
_LEAST = 6  # characters of the end of a meeting's name by which it is known elsewhere: 县（十八届）人大常委会第三次会议
_FULL = re.compile(f"[{HAN}]{{3,}}")  # a surname with a whole name behind it; ××× may mask anything
_WORD_BEGINS = re.compile(f"[第全（({_PLACES}]|(?<=[院校厂局司团会部{_PLACES}]).")
_QUOTED = re.compile(f"“([{HAN}]{{4,16}})”")
_ITS_NUMBER = re.compile("第[一二三四五六七八九十]+次")


def known_names(blocks: Sequence[Block]) -> list[tuple[str, Kind]]:
    """The names, simplified, those that may hold others first."""
    people = _people(blocks)
    mottos = [*[(motto, Kind.SLOGAN) for motto in _mottos(blocks)], *[(town, Kind.BODY) for town in _towns(blocks)]]
    broken = _broken_meeting(blocks)
    if broken and not any(name in "".join(broken) for name in people):
        return [
            *[(simplified(part), Kind.MEETING) for part in broken],
            *[(name, Kind.PERSON) for name in people],
            *mottos,
        ]
    meeting = _meeting(blocks)
    if any(name in meeting for name in people):
        meeting = ""  # whose farewell it is, is asked once
    meeting = simplified(meeting)
    return [*([(meeting, Kind.MEETING)] if meeting else []), *[(name, Kind.PERSON) for name in people], *mottos]


def _mottos(blocks: Sequence[Block]) -> list[str]:
    """What stands in quotation marks and elsewhere without them: “健康河口”, 建设健康河口. The longest first."""
    text = simplified("\n".join([block.text for block in blocks]))
    quoted = dict.fromkeys(_QUOTED.findall(text))
    bare = [motto for motto in quoted if text.count(motto) > text.count(f"“{motto}”")]
    return sorted(bare[:_MOST], key=len, reverse=True)


def _towns(blocks: Sequence[Block]) -> list[str]:
    """The towns and villages by whose names clauses begin, and that are named elsewhere too: the longest first."""
    text = simplified("\n".join([block.text for block in blocks]))
    named = [town for town, times in Counter(TOWN.findall(text)).items() if text.count(town) > times]
    named += [village for village in dict.fromkeys(VILLAGE.findall(text)) if text.count(village) >= _OFTEN]
    return sorted(named[:_MOST], key=len, reverse=True)


def _meeting(blocks: Sequence[Block]) -> str:
    """The meeting that the title names, as much of its name as stands elsewhere too."""
    title = "".join([block.text for block in blocks if block.role is Role.TITLE])
    name = meeting_of(title)
    if not name or not any(name in block.text for block in blocks):
        return ""
    elsewhere = "\n".join([block.text for block in blocks if block.role is not Role.TITLE])
    numbered = _ITS_NUMBER.search(name)
    if name in elsewhere or not numbered:
        return name
    last = min(numbered.start(), len(name) - _LEAST)
    ends = [name[at:] for at in range(last + 1) if not at or _WORD_BEGINS.match(name, at)]
    return next((end for end in ends if end in elsewhere), name)


def _broken_meeting(blocks: Sequence[Block]) -> list[str]:
    """The meeting of a title that is broken within its name, as the part on each line; none for any other title.

    A part that stands elsewhere without the part before it is no name: 工作会议.
    """
    lines = [simplified(block.text) for block in blocks if block.role is Role.TITLE]
    name = meeting_of(title := "".join(lines))
    if not name or any(name in line for line in lines):
        return []
    text = "\n".join([simplified(block.text) for block in blocks if block.role is not Role.TITLE])
    first = title.index(name)
    parts, begin = [], 0
    for line in lines:
        part = line[max(0, first - begin) : max(0, first + len(name) - begin)]
        before = name[: max(0, begin - first)]
        begin += len(line)
        if part and text.count(part) == text.count(before + part):
            parts.append(part)
    return parts


def _people(blocks: Sequence[Block]) -> list[str]:
    """The people named more than once, without their posts, the longest names first."""
    text = simplified("\n".join([block.text for block in blocks]))
    found = [name for name in dict.fromkeys(_named(blocks)) if text.count(name) > 1]
    return sorted(found[:_MOST], key=len, reverse=True)


def _named(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.role is Role.BYLINE and (signed := people.SIGNED.search(block.text)):
            yield simplified(re.sub(r"\s", "", signed["name"]))
        for spot in spots(block.text):
            if spot.kind is Kind.PERSON:
                person = simplified(block.text[spot.start : spot.end])
                name = people.A_POST.sub("", person)
                yield name if _FULL.fullmatch(name) else person
