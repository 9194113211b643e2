"""Answers that stand in a speech under their own name: 经市政府同意, 向……表示感谢, 总体要求是：…….

A question is known by its wording, an answer by the set phrase around it. Source: studied speeches and SPEC's phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafting.draft import Move
from drafting.learning.asking import comes_back
from drafting.learning.called import called
from drafting.learning.claims import Claims
from drafting.learning.frames import Shape
from drafting.learning.in_one_sentence import entries_in_a_sentence
from drafting.learning.matching import suits
from drafting.learning.of_the_whole import of_the_whole, said_of_the_whole
from drafting.learning.set_phrases import HOST, PHRASES, PRINCIPLES, PROBLEMS, YEAR
from drafting.learning.told_figures import told_figures
from drafting.learning.told_stages import told_stages
from drafting.outline.model import Question, Type

_CLAUSE = re.compile("[^，,；;。！？!?]+")
_AIMED = re.compile("确保|力争|实现|(?:预期)?目标(?:任务)?是[：:]?|预期目标为?[：:]?")
_AT_ONCE = re.compile("[为是]?(?:达到|约|\\d|[一二三四五六七八九十两百]+[成千万亿])")
# What stands in a clause before its aim, but for the year, which the outline says itself.
_CLAUSE_BEFORE = re.compile("(?:今年|全年|明年)?(?P<said>[^，,；;。！？!?：:]*)\\Z")
_GROWS = re.compile("(?:同比|比[上去]年|较[上去]年|年均)?(?:增长|增加|下降|提高|减少|增幅)")
_ASKS_TARGETS = re.compile("目标")
_NUMBERED = re.compile("\\d|全覆盖|清零|为零|零(?:事故|死亡|发生|投诉|上访)")
_BY_WHEN = re.compile(
    "(?:力争)?[到至](?:今年|明年|20\\d\\d年)?(?:[年月]?底|年末|\\d{1,2}月底)|(?:力争)?[到至]20\\d\\d年"
)
# What is to be reached year by year: 2026年完成150台，2027年完成200台。
_BY_YEARS = re.compile(
    "(?:\\A|(?<=。))(?=20\\d\\d年)(?:(?:到|至)?20\\d\\d年[底末]?[^，。；：]*\\d[^，。；：]*(?:，|(?=。))){2,}"
)
_ASKS_INSTRUCTION = re.compile("批示")
_INSTRUCTION = re.compile(
    "(?<![^，。；：])(?P<who>[^，。；：\n]{2,16}?(?:同志|书记|[省市县区镇乡州]长|主席|部长|局长|主任))"
    "(?:专门|还|又|对[^，。；：]{2,16}?)?(?:作出|作了|做出|有)?(?:了|重要)*(?:批示|指示)[^，。；：]{0,4}[，：:](?P<said>[^。\n]{4,})。"
)
_ASKS_FIGURES = re.compile("总量|比率|几个数|指标|基础")


class ByName:
    """Finds the answers of the questions whose name is known, and claims them."""

    def __init__(self, claims: Claims, questions: Sequence[Question]) -> None:
        self._claims = claims
        self._has_rates = any(column.type is Type.PERCENT for question in questions for column in question.columns)

    def answer(self, question: Question, shape: Shape | None) -> Any:
        """The answer of a question, None if it does not stand in the speech. shape: of a list or table."""
        if name := called(question, self._claims):
            return name
        for asked, phrase in PHRASES:
            if asked.search(question.ask) and (said := self._phrase(question, phrase)):
                return said
        if question.type is Type.LIST and _ASKS_TARGETS.search(question.ask) and shape is not None:
            return self._targets(question)
        if question.type is Type.TABLE and _ASKS_FIGURES.search(question.ask) and shape is not None:
            return told_figures(question, self._claims, shape.move, rates_apart=self._has_rates)
        if question.type is Type.TABLE and len(question.columns) == 2 and _ASKS_INSTRUCTION.search(question.ask):
            return self._instructed(question)
        if question.type in (Type.LONG, Type.TEXT) and (part := of_the_whole(question)):
            return self._of_the_whole(question, part)
        return entries_in_a_sentence(question, self._claims) or told_stages(question, self._claims) or None

    def _of_the_whole(self, question: Question, asked: str) -> str | None:
        """What the paragraph of the whole, 总体要求是：……, says of the line of work or of its aim."""
        for block in self._claims.blocks:
            for start, end in said_of_the_whole(block.text, asked) if not block.marker else ():
                text = block.text[start:end]
                if suits(text, question) and self._claims.is_free(block, start, end):
                    self._claims.take(block, start, end)
                    return text
        return None

    def _phrase(self, question: Question, phrase: re.Pattern[str]) -> Any:
        for block in self._claims.blocks:
            for match in phrase.finditer(block.text):
                start, end = match.span(match.lastgroup or 0)
                text = block.text[start:end]
                if question.type is Type.LIST and comes_back(text) and self._claims.is_free(block, start, end):
                    self._claims.take(block, start, end)
                    return text.split("、") if phrase in (PRINCIPLES[1], PROBLEMS[1]) else [text]
                if question.type is not Type.LIST and suits(text, question) and self._claims.is_free(block, start, end):
                    self._claims.take(block, start, end)
                    return text
        return None

    def _targets(self, question: Question) -> list[str] | None:
        """The clauses with figures behind 确保, 实现 or 目标是 in a paragraph about goals."""
        for block in self._claims.blocks:
            begin = (
                _AIMED.search(block.text) or _BY_YEARS.search(block.text)
                if block.move is Move.GOALS and not block.marker
                else None
            )
            if begin is None:
                continue
            found = [
                (start, end)
                for start, end in _aims(block.text, begin)
                if comes_back(block.text[start:end]) and self._claims.is_free(block, start, end)
            ]
            most = len(found) if question.at_most is None else question.at_most
            if found and max(1, question.at_least) <= len(found) <= most:
                for start, end in found:
                    self._claims.take(block, start, end)
                return [block.text[start:end] for start, end in found]
        return None

    def _instructed(self, question: Question) -> list[dict[str, str]] | None:
        """Who gave an instruction, and what it says."""
        who, said = [column.key for column in question.columns]
        for block in self._claims.blocks:
            for match in _INSTRUCTION.finditer(block.text) if block.move is Move.OPENING else ():
                cells = {who: match["who"], said: match["said"]}
                sound = all(suits(cells[column.key], column) for column in question.columns)
                if sound and self._claims.is_free(block, match.start("who"), match.end("said")):
                    self._claims.take(block, *match.span("who"))
                    self._claims.take(block, *match.span("said"))
                    return [cells]
        return None


def may_tell(move: Move, question: Question) -> bool:
    """Whether a passage may tell what a question asks: who decided on a meeting is told where the speech opens.

    Who gives thanks, 我代表局党委, or did well, need not have decided on it.
    """
    return move is Move.OPENING or not HOST[0].search(question.ask)


def is_of_the_year(text: str, question: Question, questions: Sequence[Question]) -> bool:
    """Whether a sentence tells how the year went, and another question asks that: 上半年，……, where a speech opens."""
    asked = [other for other in questions if YEAR[0].search(other.ask)]
    return bool(asked) and question not in asked and YEAR[1].fullmatch(f"{text}。") is not None


def _aims(text: str, begin: re.Match[str]) -> list[tuple[int, int]]:
    """Where the clauses with figures stand in a text whose first aim begins at a match.

    A figure at once behind the match is of what stands before it: 产量预期目标为1.2万吨. A growth goes with what grows.
    """
    start = begin.end() if begin.group().endswith(("：", ":", "是")) else begin.start()
    if _AT_ONCE.match(text, begin.end()) and not begin.group().endswith(("：", ":")):
        said = _CLAUSE_BEFORE.search(text, 0, begin.start())
        start = said.start("said") if said and said["said"] else start
    found: list[tuple[int, int]] = []
    by_when = -1  # where a clause begins that says but when the next is to be reached: 到年底，
    for clause in _CLAUSE.finditer(text, start):
        if _BY_WHEN.fullmatch(clause.group()):
            by_when = clause.start()
            continue
        start, by_when = clause.start() if by_when < 0 else by_when, -1
        if not _NUMBERED.search(clause.group()):
            continue
        if found and found[-1][1] == clause.start() - 1 and _GROWS.match(clause.group()):
            found[-1] = found[-1][0], clause.end()
        else:
            found.append((start + 2 * clause.group().startswith("就是"), clause.end()))
    return found
