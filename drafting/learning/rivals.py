"""Which of several questions for lists of one move a list answers: the one whose words its headings say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.draft import Move
from drafting.learning.cues import Cues
from drafting.learning.frames import Frames, Shape
from drafting.learning.listings import entries_below, lead_of
from drafting.learning.passages import Passage
from drafting.outline.model import Question, Type

_ROWS = 2  # items, at the least, that are rows of their own
_ALIKE = 4  # columns that two tables share which are of the same kind


class Rivals:
    """The questions of one outline that ask for lists. shapes: how their lists look, by key."""

    def __init__(self, questions: Sequence[Question], shapes: Mapping[str, Shape], cues: Cues) -> None:
        self._questions = questions
        self._shapes = shapes
        self._cues = cues

    def are_named(self, part: Passage, question: Question, move: Move) -> bool:
        """Whether a part names what another question of a move asks for."""
        return any(self._cues.count(lead_of(part), other) for other in self._others(question, move))

    def secures(self, part: Passage, frames: Frames) -> bool:
        """Whether a part names what a question about securing the work asks for in words: 作风必须过硬."""
        keys = {frame.path for frame in frames.around if frame.move is Move.GUARANTEE}
        asked = [q for q in self._questions if q.key in keys and q.type not in (Type.LIST, Type.TABLE)]
        return any(self._cues.count(lead_of(part), question) for question in asked)

    def own(self, items: Sequence[Passage], question: Question, move: Move) -> bool:
        """Whether most headings of a list name what another question for a list of its move asks for."""
        leads = [lead_of(item) for item in items]
        least = max(self._named_in(leads, question), len(leads) // 2)
        return any(self._named_in(leads, other) > least for other in self._others(question, move))

    def tell_apart(self, item: Passage, question: Question, move: Move) -> bool:
        """Whether an item names what another table of its move asks for, and holds rows for it."""
        lead = lead_of(item)
        if self._cues.count(lead, question) or len(entries_below(item)) < _ROWS:
            return False
        others = [other for other in self._others(question, move) if other.type is Type.TABLE]
        return any(self._cues.count(lead, other) for other in others)

    def follow(self, question: Question) -> bool:
        """Whether a later question asks for rows of the same columns: it is about another matter."""
        later = self._questions[list(self._questions).index(question) + 1 :]
        keys = {column.key for column in question.columns}
        return any(len(keys & {column.key for column in other.columns}) >= _ALIKE for other in later)

    def _others(self, question: Question, move: Move) -> list[Question]:
        others = [other for other in self._questions if other is not question and other.key in self._shapes]
        return [other for other in others if self._shapes[other.key].move is move]

    def _named_in(self, leads: Sequence[str], question: Question) -> int:
        return sum([self._cues.count(lead, question) > 0 for lead in leads])
