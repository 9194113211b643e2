"""Entries of lists that somebody has put into the Word file, or taken out, and that the facts file has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafting.chinese.enumerators import parse_marker, without_marker
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Draft
from drafting.merge.groups import body_of
from drafting.merge.model import Entry, Kind

_ROW = re.compile(r".*\[\d+\]")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list by hand. path: of the entry that the facts file still has, or of the new one it has not yet:
    `measures[+]`. text: what it says. is_new: whether it was put in, and not taken out."""

    path: str
    text: str
    is_new: bool


def entries_by_hand(account: Sequence[Entry], draft: Draft) -> Iterator[ListEntry]:
    """The entries that the hand put in or took out. account: of the merge of a draft into the file."""
    blocks = {block.key: block for block in draft.blocks}
    gone = {entry.block for entry in account if entry.kind is Kind.DELETED_BY_HAND and not entry.path}
    told: set[str] = set()
    for entry in account:
        row = _row(blocks[entry.block]) if entry.block in blocks else ""
        if not row:
            continue
        if entry.block in gone and row not in told and _blocks_of(row, draft) <= gone:
            told.add(row)
            yield ListEntry(row, body_of(blocks[entry.block]).strip(POINTS), is_new=False)
        elif entry.kind is Kind.KEPT and not entry.before and parse_marker(entry.text):
            path = row[: row.rindex("[")] + "[+]"
            yield ListEntry(path, without_marker(entry.text).strip(POINTS), is_new=True)


def _row(block: Block) -> str:
    """The path of the entry of a list that a block shows, "" if it shows none, or several."""
    rows = {found.group() for span in block.spans if " " not in span.path and (found := _ROW.match(span.path))}
    return rows.pop() if len(rows) == 1 else ""


def _blocks_of(row: str, draft: Draft) -> set[str]:
    """The keys of the blocks that show anything of an entry."""
    return {
        block.key
        for block in draft.blocks
        if any(path == row or path.startswith((f"{row}.", f"{row}[")) for s in block.spans for path in s.path.split())
    }
