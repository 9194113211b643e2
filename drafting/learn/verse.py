"""Verse: lines whose clauses are all short, and which address nobody. Its place in the text says nothing of a move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafting.chinese.patterns import pattern
from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.evidence import Passage

_CLAUSE_END = pattern("[，。；：！？、,;:!?…—\\s]+")
_LONGEST, _LEAST = 9, 6  # characters of a clause of verse; clauses of a poem
_MODEST = 1.5  # what speaks for the move that asks least of it
# What verse hardly says, and a speech does.
_SPOKEN = pattern("同志|大家|各位|我们|你们|谢谢|会议|讲话|工作|\\d")


def is_verse(texts: Iterable[str]) -> bool:
    """Whether some paragraphs are verse, by their length of breath."""
    clauses = 0
    for text in texts:
        if _SPOKEN.search(text):
            return False
        for clause in filter(None, _CLAUSE_END.split(text)):
            if len(clause) > _LONGEST:
                return False
            clauses += 1
    return clauses >= _LEAST


def is_told_as_verse(passages: Sequence[Passage], body: Sequence[int]) -> bool:
    """Whether the body is verse; then that speaks for it, that it neither opens, nor closes, nor tells what to do."""
    if any(passage.piece.role in (Role.ITEM, Role.SALUTATION) for passage in passages):
        return False
    if not is_verse(passages[at].piece.text for at in body):
        return False
    for at in body:
        passages[at].add(Move.SIGNIFICANCE, _MODEST, _("verse"))
    return True
