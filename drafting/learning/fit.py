"""A speech fitted to an outline that is there: its facts file with the answers that stand in the speech.

Nothing is invented: every answer is a stretch of the speech. What no question takes is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.compose import Prepared, compose
from drafting.draft import Block, Draft, Move, Role
from drafting.errors import UserError
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.i18n import _
from drafting.learning.as_written import as_written
from drafting.learning.asking import comes_back
from drafting.learning.by_heading import by_heading
from drafting.learning.by_lead import by_lead
from drafting.learning.by_name import ByName, is_of_the_year, may_tell
from drafting.learning.claims import Claims
from drafting.learning.cues import Cues, may_sign
from drafting.learning.files import remark
from drafting.learning.fit_lines import LineFitter, before_the_meeting
from drafting.learning.fit_lists import ListFitter
from drafting.learning.frames import SENTENCE, Frame, Frames, frames_of
from drafting.learning.matching import form_of, suits
from drafting.learning.passages import elements
from drafting.learning.readied import ready
from drafting.learning.season import season
from drafting.learning.told_stages import told_stages
from drafting.learning.tried import MAX_CHARACTERS, Share
from drafting.learning.yamltext import dump, scalar
from drafting.outline.model import Question, Type
from drafting.yamlfile import parse_yaml

_NAMES = 100  # what it speaks for an answer that the title gives it: there a name stands in full
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

    Raises UserError where the speech holds a character that no file can, or is too long.
    """
    if len(draft.text) > MAX_CHARACTERS:
        raise UserError(_("The speech is too long for one outline; take it apart."))
    blocks = ready(draft)
    fitter = _Fitter(blocks, prepared, frames or frames_of(prepared))
    answers = fitter.answers()
    questions = prepared.outline.questions
    left = fitter.claims.left(_composed(prepared, _file(outline, questions, answers, ())))
    unplaced = tuple(as_written(left, draft.text))
    taken, whole = fitter.claims.taken(), sum(len(block.text) for block in fitter.claims.blocks)
    own_words = min(whole - taken, sum(map(len, left)))
    return Fitted(
        facts_yaml=_file(outline, questions, answers, unplaced),
        answers=answers,
        answered=len(answers),
        unplaced=unplaced,
        share=Share(wording=whole - taken - own_words, facts=taken, own_words=own_words),
    )


class _Fitter:
    def __init__(self, blocks: Sequence[Block], prepared: Prepared, frames: Frames) -> None:
        self.claims = Claims(blocks)
        self.frames = frames
        self._questions = prepared.outline.questions
        self._cues = Cues(self._questions, frames)
        self._tree = tree = elements(blocks)
        self._lists = ListFitter(self.claims, self.frames, tree, self._cues, self._questions)
        self._by_name = ByName(self.claims, self._questions)
        self._lines = LineFitter(self.claims, frames)
        self._answers: dict[str, Any] = {}

    def answers(self) -> dict[str, Any]:
        """The answers that were found, in the order of the questions."""
        for question in self._questions:
            if question.type not in (Type.LIST, Type.TABLE, Type.CHOICE, Type.YESNO):
                self._single(question)
        for question in self._questions:
            shape = self.frames.shapes.get(question.key)
            if shape is not None and question.type in (Type.LIST, Type.TABLE) and self._is_asked(question):
                entries = by_heading(self.claims, self._tree, question) or told_stages(question, self.claims)
                entries = entries or self._lists.entries(question, shape)
                if entries:
                    self._answers[question.key] = entries
        self._named()
        self._answers |= before_the_meeting(self._questions, self.frames, self.claims, self._answers)
        self._leftovers()
        self._answers |= season(self._questions, self._answers)
        return {q.key: self._answers[q.key] for q in self._questions if q.key in self._answers}

    def _is_asked(self, question: Question) -> bool:
        """Whether a question is put: not one that hangs on another answer alone, which the speech does not give."""
        above = question.when.ways[0].strip() if question.when else ""
        hangs = any(above == other.key and other.type not in (Type.CHOICE, Type.YESNO) for other in self._questions)
        return not hangs or above in self._answers

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
        self._answers |= dict(by_lead(self.claims, self._cues, self._tree, still, moves, self.frames.says))

    def _single(self, question: Question) -> None:
        found = [
            (weight, block, start, end)
            for frame in self.frames.around
            if frame.path == question.key
            for weight, block, start, end in self._matches(frame, question)
        ]
        found += self._lines.matches(question)
        if not found:
            return
        _weight, block, start, end = max(found, key=lambda match: match[0])
        self._answers[question.key] = self._lines.with_name(question, block, block.text[start:end])
        self.claims.take(block, start, end)

    def _matches(self, frame: Frame, question: Question) -> Iterator[tuple[int, Block, int, int]]:
        form = form_of(frame, _LONGEST.get(question.type, 30), long=question.type is Type.LONG)
        if form is None or not may_tell(frame.move, question):
            return
        for block in self.claims.blocks:
            if block.move is not frame.move:
                continue
            for match in form.finditer(block.text, len(block.marker)):
                start, end = match.span("answer")
                fits = suits(match["answer"], question) and may_sign(match["answer"], question)
                fits = fits and not is_of_the_year(match["answer"], question, self._questions)
                if fits and self.claims.is_free(block, start, end):
                    named = _NAMES if block.role is Role.TITLE else 0
                    yield named + len(match.group()) - (end - start), block, start, end

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
