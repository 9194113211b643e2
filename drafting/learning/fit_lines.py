"""Answers that are lines of their own, or headings, and what a speech says before it names its meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from drafting.draft import Block, Move, Role
from drafting.learning.claims import Claims
from drafting.learning.cues import may_sign
from drafting.learning.frames import SENTENCE, Frames
from drafting.learning.matching import suits
from drafting.learning.passages import Passage, head_of
from drafting.learning.people import A_NAME, A_POST_ALONE, SIGNED
from drafting.learning.spot import Kind, spots
from drafting.outline.model import Question, Type

# Where a speech names its own meeting, or says what a paper is for: 今天召开……, 经县委研究, 现提出如下意见.
_MEETS = re.compile(
    "今天|(?:这次|此次)(?:会|大会|活动)|[经按]照?[^。，]{2,14}(?:研究|决定|同意|安排)|召开(?:这次|全)|决定召开"
    "|(?:如下|以下)(?:意见|通知|安排|决定)"
)
# What greets the hearers, and what is said of the season: neither is what went before the meeting.
_GREETS = re.compile("(?:[^，。！!]{0,16}[，,]?(?:新年|早上|上午|中午|下午|晚上|你们|大家|们)好[！!。])+")
_SEASON = re.compile(
    "(?:[^，。\\d《]{0,8}(?:送爽|飘香|宜人|花开|回大地|更新|高照|和日丽|气爽|明媚|送暖|迎春|辞旧|累累|盛开|如茵|吐绿|流金|似锦)"
    "[^，。\\d《]{0,4}[，。、]?)+"
)
_ASKS_NAME = re.compile("姓名")
_ASKS_MEETING = re.compile("会议(?:全称|名称)")
_AT_MEETING = re.compile(
    "(?:—+)?(?:[^，。《》在]{0,16}在)?(?P<answer>[^，。《》在]{4,40}?(?:会议|会))上?的?(?:总结|主持|动员|即席)?(?:讲话|发言|致辞|报告)"
)
_ASKS_HEADING = re.compile("标题\\Z")

Match = tuple[int, Block, int, int]
"""How much speaks for a place, and the place: a block, and where the answer begins and ends in it."""


class LineFitter:
    """Finds answers that are lines of their own."""

    def __init__(self, claims: Claims, frames: Frames) -> None:
        self._claims = claims
        self._frames = frames

    def matches(self, question: Question) -> Iterator[Match]:
        """The lines that can answer a question."""
        yield from self._bylines(question)
        yield from self._salutations(question)
        yield from self._titles(question)
        yield from self._meetings(question)
        yield from self._headings(question)

    def _bylines(self, question: Question) -> Iterator[Match]:
        """A line below the title that the outline gives to an answer alone."""
        if not any(frame.path == question.key and frame.move is Move.BYLINE for frame in self._frames.around):
            return
        for block in self._claims.blocks:
            if block.role is not Role.BYLINE or not self._claims.is_free(block):
                continue
            dates = [spot for spot in spots(block.text) if spot.kind is Kind.DATE]
            if question.type is Type.DATE and dates:
                text = block.text[dates[0].start : dates[0].end]
                if suits(text, question):
                    yield 1, block, dates[0].start, dates[0].end
            elif (
                question.type is not Type.DATE
                and not dates
                and suits(block.text, question)
                and may_sign(block.text, question)
            ):
                yield 1, block, 0, len(block.text)

    def with_name(self, question: Question, block: Block, answer: str) -> str:
        """An answer for who speaks with the line below, which is claimed: a post and then 方 礼, or the other way."""
        at = next((at for at, other in enumerate(self._claims.blocks) if other is block), 0)
        below = self._claims.blocks[at + 1 : at + 2]
        asks = _ASKS_NAME.search(question.ask) and block.role is Role.BYLINE and answer == block.text
        if not asks or not below or below[0].role is not Role.BYLINE or not self._claims.is_free(below[0]):
            return answer
        whole = _signed(answer, below[0].text)
        if not whole or not suits(whole, question):
            return answer
        self._claims.take(below[0], 0, len(below[0].text))
        return whole

    def _salutations(self, question: Question) -> Iterator[Match]:
        """The line that addresses the hearers, without its colon, for the answer that the outline gives it to."""
        if any(frame.path == question.key and frame.move is Move.GREETING for frame in self._frames.around):
            for block in self._claims.blocks:
                text = block.text.rstrip("：:")
                fits = suits(text, question) and may_sign(text, question)
                if block.role is Role.SALUTATION and self._claims.is_free(block) and fits:
                    yield 1, block, 0, len(text)

    def _meetings(self, question: Question) -> Iterator[Match]:
        """The meeting that the title names, however it is worded: 组织工作大会讲话."""
        titles = [block for block in self._claims.blocks if block.role is Role.TITLE]
        for title in titles if _ASKS_MEETING.search(question.ask) else ():
            named = _AT_MEETING.match(title.text)
            if named and suits(named["answer"], question) and self._claims.is_free(title, *named.span("answer")):
                yield 0, title, *named.span("answer")
                return

    def _titles(self, question: Question) -> Iterator[Match]:
        """The title, for the answer that the outline makes its title of, with nothing beside it."""
        if not any(
            frame.path == question.key and frame.move is Move.TITLE and frame.start and frame.end
            for frame in self._frames.around
            if not frame.left and not frame.right
        ):
            return
        for block in self._claims.blocks:
            if block.role is Role.TITLE and self._claims.is_free(block) and suits(block.text, question):
                yield 1, block, 0, len(block.text)

    def _headings(self, question: Question) -> Iterator[Match]:
        """The heading of the only outermost part of a move, for the answer that the outline makes its heading of."""
        alone = {
            frame.move
            for frame in self._frames.around
            if frame.path == question.key and frame.start and frame.end and not frame.left and not frame.right
        }
        if question.type is not Type.TEXT or not _ASKS_HEADING.search(question.ask) or len(alone) != 1:
            return
        heads = [(block, head_of(Passage(block)).line) for block in self._claims.blocks if block.level == 1]
        of_move = [(block, head) for block, head in heads if block.marker and block.move in alone and head]
        if len(of_move) == 1:
            block, head = of_move[0]
            start = len(block.text) - len(head)
            if suits(head, question) and self._claims.is_free(block, start):
                yield 1, block, start, len(block.text)


def _signed(first: str, second: str) -> str:
    """The post and the name of who speaks from two lines, of which one is the name; "" where they are not."""
    if not SIGNED.search(first) and not A_NAME.match(first) and A_NAME.match(second):
        return f"{first}\u3000{''.join(second.split())}"
    if A_NAME.match(first) and not A_NAME.match(second) and A_POST_ALONE.match(second):
        return f"{second}\u3000{''.join(first.split())}"
    return ""


def before_the_meeting(
    questions: Sequence[Question], frames: Frames, claims: Claims, answers: Mapping[str, Any]
) -> dict[str, str]:
    """The answer of the long question with which the outline opens: what stands before the meeting is named.

    It ends where the outline's own words begin, or another answer does. Claimed; {} for none.
    """
    first = next((block for block in claims.blocks if block.role is Role.PARAGRAPH), None)
    greeting = _GREETS.match(first.text) if first else None
    begin = greeting.end() if greeting else 0
    for question in questions if first else ():
        around = [frame for frame in frames.around if frame.path == question.key]
        moves = {frame.move for frame in around}
        opens = any(frame.start and not frame.left for frame in around) and len(moves) == 1
        if first is None or not opens or question.type is not Type.LONG or question.key in answers:
            continue
        if not moves <= {first.move, Move.OPENING} or first.move not in (Move.OPENING, Move.GOALS):
            continue
        found = _MEETS.search(first.text)
        before = first.text[: first.text.rfind("。", 0, found.start()) + 1] if found else ""
        said = [(match.end(), match.group()) for match in SENTENCE.finditer(before, begin)]
        free = takewhile(lambda one: claims.is_free(first, begin, one[0]) and not frames.says(one[1]), said)
        answer = before[begin : max([end for end, _sentence in free], default=0)].rstrip("。")
        if suits(answer, question) and not _SEASON.fullmatch(answer):
            claims.take(first, begin, begin + len(answer))
            return {question.key: answer}
    return {}
