"""A speech fitted to an outline that is there: its facts file with the answers that stand in the speech.

Nothing is invented: every answer is a stretch of the speech. What no question takes is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.compose import Prepared, compose
from drafting.draft import Block, Draft, Move, Role
from drafting.errors import UserError
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learning.asking import comes_back
from drafting.learning.by_name import ByName
from drafting.learning.claims import Claims
from drafting.learning.cues import Cues, may_sign
from drafting.learning.files import remark
from drafting.learning.fit_lists import ListFitter
from drafting.learning.frames import SENTENCE, Frame, Frames, frames_of
from drafting.learning.matching import form_of, suits
from drafting.learning.passages import closings_apart, elements, headings_as_items, sound_blocks
from drafting.learning.spot import Kind, spots
from drafting.learning.tried import Share
from drafting.learning.yamltext import dump, scalar
from drafting.outline.model import Question, Type
from drafting.yamlfile import parse_yaml

# Where a speech names its own meeting: 今天召开……, 经县委研究, 决定召开……
_MEETS = re.compile(
    "今天|(?:这次|此次)(?:会|大会|活动)|[经按]照?[^。，]{2,14}(?:研究|决定|同意|安排)|召开(?:这次|全)|决定召开"
)
_LONGEST = {Type.TEXT: 60, Type.LONG: 400}


@dataclass(frozen=True, slots=True)
class Fitted:
    """A speech as answers. answered: how many questions have one. unplaced: stretches that no question took."""

    facts_yaml: str
    answers: Mapping[str, Any]
    answered: int
    unplaced: tuple[str, ...]
    share: Share


def fit_speech(draft: Draft, prepared: Prepared, outline: str, frames: Frames | None = None) -> Fitted:
    """The facts file of a speech for an outline. outline: how the file names it. frames: the outline's, if known.

    Raises UserError where the speech holds a character that no file can.
    """
    blocks = headings_as_items(closings_apart(sound_blocks(draft)))
    fitter = _Fitter(blocks, prepared, frames or frames_of(prepared))
    answers = fitter.answers()
    questions = prepared.outline.questions
    unplaced = tuple(fitter.claims.left(_composed(prepared, _file(outline, questions, answers, ()))))
    taken, whole = fitter.claims.taken(), sum(len(block.text) for block in fitter.claims.blocks)
    left = sum(map(len, unplaced))
    return Fitted(
        facts_yaml=_file(outline, questions, answers, unplaced),
        answers=answers,
        answered=len(answers),
        unplaced=unplaced,
        share=Share(wording=whole - taken - left, facts=taken, own_words=left),
    )


class _Fitter:
    def __init__(self, blocks: Sequence[Block], prepared: Prepared, frames: Frames) -> None:
        self.claims = Claims(blocks)
        self.frames = frames
        self._questions = prepared.outline.questions
        self._cues = Cues(self._questions, frames)
        tree = elements(blocks)
        self._lists = ListFitter(self.claims, self.frames, tree, self._cues, self._questions)
        self._by_name = ByName(self.claims, self._cues, tree, self._questions)
        self._answers: dict[str, Any] = {}

    def answers(self) -> dict[str, Any]:
        """The answers that were found, in the order of the questions."""
        for question in self._questions:
            if question.type not in (Type.LIST, Type.TABLE, Type.CHOICE, Type.YESNO):
                self._single(question)
        for question in self._questions:
            shape = self.frames.shapes.get(question.key)
            if shape is not None and question.type in (Type.LIST, Type.TABLE):
                entries = self._lists.entries(question, shape)
                if entries:
                    self._answers[question.key] = entries
        self._named()
        self._before_the_meeting()
        self._leftovers()
        return {q.key: self._answers[q.key] for q in self._questions if q.key in self._answers}

    def _named(self) -> None:
        """The answers that stand in the speech under their own names."""
        moves: dict[str, set[Move]] = {question.key: set() for question in self._questions}
        for frame in self.frames.around:
            moves.setdefault(frame.path, set()).add(frame.move)
        for question in self._questions:
            if question.key not in self._answers:
                answer = self._by_name.answer(question, self.frames.shapes.get(question.key))
                self._answers |= {question.key: answer} if answer else {}
        still = [q for q in self._questions if q.type is Type.LONG and q.key not in self._answers]
        self._answers |= dict(self._by_name.by_lead(still, moves))

    def _single(self, question: Question) -> None:
        found = [
            (weight, block, start, end)
            for frame in self.frames.around
            if frame.path == question.key
            for weight, block, start, end in self._matches(frame, question)
        ]
        found += self._bylines(question)
        found += self._salutations(question)
        found += self._titles(question)
        if not found:
            return
        _weight, block, start, end = max(found, key=lambda match: match[0])
        self._answers[question.key] = block.text[start:end]
        self.claims.take(block, start, end)

    def _matches(self, frame: Frame, question: Question) -> Iterator[tuple[int, Block, int, int]]:
        form = form_of(frame, _LONGEST.get(question.type, 30), long=question.type is Type.LONG)
        if form is None:
            return
        for block in self.claims.blocks:
            if block.move is not frame.move:
                continue
            for match in form.finditer(block.text, len(block.marker)):
                start, end = match.span("answer")
                fits = suits(match["answer"], question) and may_sign(match["answer"], question)
                if fits and self.claims.is_free(block, start, end):
                    yield len(match.group()) - (end - start), block, start, end

    def _bylines(self, question: Question) -> Iterator[tuple[int, Block, int, int]]:
        """A line below the title that the outline gives to an answer alone."""
        if not any(frame.path == question.key and frame.move is Move.BYLINE for frame in self.frames.around):
            return
        for block in self.claims.blocks:
            if block.role is not Role.BYLINE or not self.claims.is_free(block):
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

    def _salutations(self, question: Question) -> Iterator[tuple[int, Block, int, int]]:
        """The line that addresses the hearers, without its colon, for the answer that the outline gives it to."""
        if any(frame.path == question.key and frame.move is Move.GREETING for frame in self.frames.around):
            for block in self.claims.blocks:
                text = block.text.rstrip("：:")
                fits = suits(text, question) and may_sign(text, question)
                if block.role is Role.SALUTATION and self.claims.is_free(block) and fits:
                    yield 1, block, 0, len(text)

    def _titles(self, question: Question) -> Iterator[tuple[int, Block, int, int]]:
        """The title, for the answer that the outline makes its title of, with nothing beside it."""
        if not any(
            frame.path == question.key and frame.move is Move.TITLE and frame.start and frame.end
            for frame in self.frames.around
            if not frame.left and not frame.right
        ):
            return
        for block in self.claims.blocks:
            if block.role is Role.TITLE and self.claims.is_free(block) and suits(block.text, question):
                yield 1, block, 0, len(block.text)

    def _before_the_meeting(self) -> None:
        """The long question with whose answer the outline opens takes what stands before the meeting is named."""
        first = next((block for block in self.claims.blocks if block.move is Move.OPENING), None)
        for question in self._questions if first else ():
            frames = [frame for frame in self.frames.around if frame.path == question.key]
            opens = any(one.start and not one.left for one in frames) and {one.move for one in frames} == {Move.OPENING}
            if first is None or not opens or question.type is not Type.LONG or question.key in self._answers:
                continue
            before, named, _behind = first.text.partition(found[0] if (found := _MEETS.search(first.text)) else "\n")
            answer = before[: before.rfind("。") + 1].rstrip("。")
            fits = suits(answer, question) and not any(map(self.frames.says, SENTENCE.findall(answer)))
            if named and fits and self.claims.is_free(first, 0, len(answer)):
                self._answers[question.key] = answer
                self.claims.take(first, 0, len(answer))
                return

    def _leftovers(self) -> None:
        """A long question that is the only one of its move without an answer takes the paragraphs left there.

        So it does only where words of the question stand in them.
        """
        open_by_move: dict[Move, list[Question]] = {}
        for question in self._questions:
            moves = {frame.move for frame in self.frames.around if frame.path == question.key}
            if question.type is Type.LONG and question.key not in self._answers and len(moves) == 1:
                open_by_move.setdefault(moves.pop(), []).append(question)
        for move, questions in open_by_move.items():
            of_move = [block for block in self.claims.blocks if block.move is move and not block.marker]
            blocks = [block for block in of_move if self.claims.is_free(block) and not self._is_joint(block.text)]
            text = "\n".join([block.text for block in blocks])
            places = [self.claims.blocks.index(block) for block in blocks]
            together = bool(places) and places[-1] - places[0] == len(places) - 1
            tied = len(questions) == 1 and self._cues.tie(text, questions[0])
            if tied and together and comes_back(text, several=True):
                self._answers[questions[0].key] = text
                for block in blocks:
                    self.claims.take(block, 0, len(block.text))

    def _is_joint(self, text: str) -> bool:
        """Whether a paragraph leads over to a list, or some sentence of it is the outline's own: it answers nothing."""
        return text.endswith(("：", ":")) or any(self.frames.says(sentence) for sentence in SENTENCE.findall(text))


def _composed(prepared: Prepared, facts_yaml: str) -> str:
    """What the outline drafts from the answers; "" where it drafts nothing."""
    try:
        facts, _faults = read_facts(parse_yaml(facts_yaml, ""), prepared.outline)
        return compose(prepared, facts, House()).draft.text
    except UserError:
        return ""


def _file(outline: str, questions: Sequence[Question], answers: Mapping[str, Any], unplaced: Sequence[str]) -> str:
    """The facts file: what was found, what is still to be filled in, and what could not be placed."""
    lines = [f"outline: {scalar(outline)}\n"]
    for question in questions:
        if question.group:
            lines.append(f"\n# {remark(question.group)}\n")
        value = answers.get(question.key)
        if value is None:
            lines.append(f"{question.key}:  # {remark(question.ask)}\n")
        elif isinstance(value, str) and "\n" not in value and question.type is not Type.LONG:
            lines.append(f"{question.key}: {scalar(value)}  # {remark(question.ask)}\n")
        else:
            lines.append(f"# {remark(question.ask)}\n{dump({question.key: value})}")
    if unplaced:
        lines.append("\n# 以下文字没有归入任何一问，请人工取舍：\n")
        lines += [f"# {remark(text)}\n" for text in unplaced]
    return "".join(lines)
