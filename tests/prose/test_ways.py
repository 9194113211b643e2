"""Every joint can be said in three ways at least in every tone, and the ways differ in build.

A joint is a wording tag of a template or a list of texts of an outline. A way for one tone counts for that tone, one
without a label for all. Where a joint chooses a bare connective of a character or two, nothing is asked of it, but in
the opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

import pytest

from drafting.draft import Move
from drafting.outline.model import Part, Wording
from tests.prose.shipped import OUTLINES, TONES, loaded

LEAST_WAYS = 3
CONNECTIVE = 2  # characters
LEADS = "templates/opening/"  # where a bare connective (刚才，) leads to a whole passage, and counts as any other joint
ALIKE = 1 / 3  # share of the smaller way's pairs of characters that the other may have, too
LONGEST_SINGLE = 4  # characters between marks and facts that need no second way
FIXED = (Move.TITLE, Move.BYLINE, Move.GREETING)
TAG = re.compile(r"\{%-?\s*(wording|or|endwording)(?:\s+for\s+\"([^\"]+)\")?\s*-?%\}")
REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
CLAUSE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|[^\w{}]+", re.DOTALL)
SILENT = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|[\s，。；：、！？“”]", re.DOTALL)


class Way(NamedTuple):
    """One way. tone: the only one it is for, "" for all; text: with its tags."""

    tone: str
    text: str

    @property
    def spoken(self) -> str:
        return SILENT.sub("", self.text)

    @property
    def pairs(self) -> set[str]:
        spoken = self.spoken
        return {spoken[at : at + 2] for at in range(len(spoken) - 1)}


class Joint(NamedTuple):
    """The ways of a wording. where: the file and the line of its tag; tones: those in which it is ever reached."""

    where: str
    tones: tuple[str, ...]
    ways: tuple[Way, ...]

    def of_tone(self, tone: str) -> list[Way]:
        return [way for way in self.ways if way.tone in ("", tone)]

    @property
    def connects(self) -> bool:
        """Whether there is no more to it than a connective."""
        return all(len(way.spoken) <= CONNECTIVE for way in self.ways)


def joints_in(source: str, where: str) -> Iterator[Joint]:
    """The joints of a template, the inner ones of a way before the one they stand in."""
    source = REMARK.sub(lambda found: "\n" * found.group().count("\n"), source)
    stack: list[tuple[int, list[tuple[str, int, int]]]] = []  # line of the tag; tone, start and end of each way
    for tag in TAG.finditer(source):
        word, tone = tag.group(1), tag.group(2) or ""
        if word == "wording":
            stack.append((source.count("\n", 0, tag.start()) + 1, [(tone, tag.end(), 0)]))
            continue
        line, ways = stack[-1]
        ways[-1] = (*ways[-1][:2], tag.start())
        if word == "or":
            ways.append((tone, tag.end(), 0))
            continue
        stack.pop()
        outer = next((open_ways[-1][0] for _line, open_ways in reversed(stack) if open_ways[-1][0]), "")
        made = tuple(Way(label, source[start:end]) for label, start, end in ways)
        yield Joint(f"{where}:{line}", (outer,) if outer else TONES, made)


def outside(source: str) -> Iterator[str]:
    """What a template says outside all wording tags: one way only."""
    source, depth, start = REMARK.sub("", source), 0, 0
    for tag in TAG.finditer(source):
        if depth == 0:
            yield source[start : tag.start()]
        depth += {"wording": 1, "or": 0, "endwording": -1}[tag.group(1)]
        start = tag.end()
    yield source[start:]


def sources(outline: str) -> Iterator[tuple[str, str]]:
    """The templates that an outline uses and the texts in it that have one way: where they stand, and as written."""
    for name, text in loaded(outline).prepared.kept.texts.items():
        yield f"templates/{name}.j2", text
    for part in parts(outline):
        if part.text and len(part.text.ways) == 1 and part.move not in FIXED:
            yield f"outlines/{outline}.yaml:{part.place.line}", part.text.ways[0]


def parts(outline: str) -> Iterator[Part]:
    for part in loaded(outline).prepared.outline.parts:
        yield from part.walk()


@cache
def joints(outline: str) -> tuple[Joint, ...]:
    """All joints of an outline and its templates."""
    scheme = loaded(outline).prepared.outline
    found = [joint for where, text in sources(outline) for joint in joints_in(text, where)]
    wordings: list[Wording | None] = [w for part in parts(outline) for w in (part.heading, part.lead, part.text)]
    for wording in filter(None, [*wordings, *scheme.computed.values()]):
        where = f"outlines/{outline}.yaml:{wording.place.line}"
        if len(wording.ways) > 1:
            found.append(Joint(where, TONES, tuple(Way("", way) for way in wording.ways)))
            found += [joint for way, _place in wording.each() for joint in joints_in(way, where)]
    return tuple(found)


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_joint_can_be_said_in_three_ways_in_every_tone(outline: str) -> None:
    numbers = {
        joint.where: {tone: ways for tone in joint.tones if (ways := len(joint.of_tone(tone))) < LEAST_WAYS}
        for joint in joints(outline)
        if not joint.connects or joint.where.startswith(LEADS)
    }
    tell([f"{where}: {few}" for where, few in numbers.items() if few])


@pytest.mark.parametrize("outline", OUTLINES)
def test_what_is_said_in_one_way_only_is_short(outline: str) -> None:
    """Rows say it again and again (由…牵头), or it is part of a sentence that figures fill."""
    long = [
        f"{where}: {clause}"
        for where, text in sources(outline)
        for piece in outside(text)
        for clause in CLAUSE.split(piece)
        if len(clause) > LONGEST_SINGLE
    ]
    tell(long)


@pytest.mark.parametrize("outline", OUTLINES)
def test_the_ways_of_a_joint_differ_in_build(outline: str) -> None:
    alike = [
        f"{joint.where}: {len(shared)} of {least}: {one.text.strip()} / {other.text.strip()}"
        for joint in joints(outline)
        for one, other in combinations(joint.ways, 2)
        if (not one.tone or not other.tone or one.tone == other.tone)
        and (least := min(len(one.pairs), len(other.pairs))) > CONNECTIVE
        and len(shared := one.pairs & other.pairs) > ALIKE * least
    ]
    tell(alike)


def tell(faults: list[str]) -> None:
    """Fail with what was found, one a line."""
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
