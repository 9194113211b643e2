"""Entries of lists that somebody has put into the Word file, or taken out, and that the facts file has otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafting.chinese.enumerators import parse_marker, without_marker
from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Draft, Source
from drafting.merge.groups import body_of
from drafting.merge.model import Entry, Kind
from drafting.paths import list_of, row_of


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list by hand. path: of the entry that the facts file still has, or of the new one it has not yet:
    `measures[+]`. text: what it says. is_new: whether it was put in, and not taken out."""

    path: str
    text: str
    is_new: bool


def entries_by_hand(account: Sequence[Entry], draft: Draft, stands: Sequence[str]) -> Iterator[ListEntry]:
    """The entries that the hand put in or took out. account: of the merge of a draft into the file. stands: the
    paragraphs of the file."""
    blocks = {block.key: block for block in draft.blocks}
    gone = {entry.block for entry in account if entry.kind is Kind.DELETED_BY_HAND and not entry.path}
    text = "\n".join(stands)
    told: set[str] = set()
    for entry in account:
        block = blocks.get(entry.block)
        if block is None:
            continue
        row = _row(block)
        if entry.kind is Kind.DELETED_BY_HAND and entry.path:
            rows = [(path, said) for path, said in _in_sentence(block) if path in entry.path.split()]
            for path, said in rows:
                if path not in told and said not in text:
                    told.add(path)
                    yield ListEntry(path, said, is_new=False)
        elif row and entry.block in gone and row not in told and _blocks_of(row, draft) <= gone:
            told.add(row)
            yield ListEntry(row, body_of(block).strip(POINTS), is_new=False)
        elif entry.kind is Kind.KEPT and not entry.before:
            words = entry.text.strip(POINTS)
            if (item := row or _item(block)) and parse_marker(words):
                yield ListEntry(_new(item), without_marker(words), is_new=True)
            elif beside := _beside(words, block, text):
                yield ListEntry(_new(beside), words, is_new=True)


def _new(row: str) -> str:
    return list_of(row) + "[+]"


def _row(block: Block) -> str:
    """The path of the entry of a list that a block shows, "" if it shows none, or several."""
    rows = {row for span in block.spans if " " not in span.path and (row := row_of(span.path))}
    return rows.pop() if len(rows) == 1 else ""


def _item(block: Block) -> str:
    """The path of the entry of a list with which a numbered block begins, "" if it begins otherwise."""
    path = block.spans[0].path if block.marker and block.spans else ""
    return path if list_of(path) else ""


def _in_sentence(block: Block) -> list[tuple[str, str]]:
    """The entries of lists in a block, each the path and what it says; a cell of a table is none."""
    return [(span.path, span.text) for span in block.spans if span.source is Source.FACT and list_of(span.path)]


def _beside(words: str, block: Block, text: str) -> str:
    """The path of an entry of a list in a block beside which some words stand in a text as one more of them: between
    them is the mark that the draft has between two; "" if they stand beside none."""
    between = {
        (list_of(one.path), mark.text)
        for one, mark, other in zip(block.spans, block.spans[1:], block.spans[2:], strict=False)
        if list_of(one.path) and list_of(one.path) == list_of(other.path)
        if mark.text and all(map(is_point, mark.text))
    }
    for path, said in _in_sentence(block):
        for stem, mark in between:
            if list_of(path) == stem and words:
                behind, before = text.partition(said + mark + words), text.partition(words + mark + said)
                if behind[1] and (not behind[2] or is_point(behind[2][0]) or behind[2][0] == "\n"):
                    return path
                if before[1]:
                    return path
    return ""


def _blocks_of(row: str, draft: Draft) -> set[str]:
    """The keys of the blocks that show anything of an entry."""
    return {
        block.key
        for block in draft.blocks
        if any(path == row or path.startswith((f"{row}.", f"{row}[")) for s in block.spans for path in s.path.split())
    }
