"""Paragraphs that somebody has deleted with tracking on, and that nobody has accepted yet: they may come back."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from drafting.chinese.enumerators import without_marker
from drafting.draft import Draft
from drafting.revise.ink import DEL, INS, MOVE_FROM, MOVE_TO, is_ours
from drafting.revise.marks import is_removed
from drafting.word.package import w


def pending_deletions(root: etree._Element, base: Draft) -> Mapping[str, str]:
    """The blocks of a draft whose paragraphs others have deleted so, by their keys, and who it was."""
    removed = dict(_removed(paragraph) for paragraph in root.iter(w("p")) if _is_of_others(paragraph))
    if not removed:
        return {}
    found: dict[str, str] = {}  # an enumerator may have run on since
    for group in base.paragraphs():
        who = removed.get(without_marker("".join([block.text for block in group])))
        if who is not None:
            found |= {block.key: who for block in group}
    return found


def deleted_paragraphs(root: etree._Element) -> list[str]:
    """What the paragraphs said that others have deleted so, as they stood."""
    return [_said(paragraph) for paragraph in root.iter(w("p")) if _is_of_others(paragraph)]


def _is_of_others(paragraph: etree._Element) -> bool:
    """Whether a paragraph is deleted as a whole, not moved, and not by us."""
    changes = list(paragraph.iter(DEL, INS, MOVE_FROM, MOVE_TO))
    return (
        bool(changes) and all(change.tag == DEL and not is_ours(change) for change in changes) and is_removed(paragraph)
    )


def _removed(paragraph: etree._Element) -> tuple[str, str]:
    """What it said, and who deleted it."""
    who = next((change.get(w("author"), "") for change in paragraph.iter(DEL)), "")
    return without_marker(_said(paragraph)), who


def _said(paragraph: etree._Element) -> str:
    return "".join([text.text or "" for text in paragraph.iter(w("delText"))])
