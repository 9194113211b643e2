"""The names by which our files are recognised again: styles, anchors, the namespace of the state."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from drafting.chinese.enumerators import parse_marker, style
from drafting.draft import Block, Draft, Role

AUTHOR = "drafting"
STATE_NAMESPACE = "urn:drafting:state:1"
ID_PROPERTY = "drafting"

# Style id -> style name. Other programs rename ids (LibreOffice, WPS) but keep names.
STYLES = {
    "title": ("Title", "Title"),
    "subtitle": ("Subtitle", "Subtitle"),
    "byline": ("Byline", "署名"),
    "signature": ("Signature", "Signature"),
    "salutation": ("Salutation", "Salutation"),
    "body": ("BodyText", "Body Text"),
    "heading1": ("Heading1", "heading 1"),
    "heading2": ("Heading2", "heading 2"),
    "heading3": ("Heading3", "heading 3"),
    "heading4": ("Heading4", "heading 4"),
}
GAP_STYLE = ("DraftingGap", "待补")
FACT_STYLE = ("DraftingFact", "事实")

GAP_MARK = "【待补"
ANCHOR = "_d_"  # how the names of our bookmarks begin
_ANCHOR = re.compile(ANCHOR + r"[0-9a-f]{8}(_\d+)?")
# GB/T 9704-2012 7.3.3: one face for each of these families of markers; 1、 is how people type 1.
_RANKS = {"一、": 1, "（一）": 2, "1.": 3, "1、": 3, "（1）": 4}
_LOWEST = 4
_RUN_IN = 2  # the highest face of a heading that runs into its text
_USUAL = 12
_ENDS = tuple("、.．)）")


def anchors(draft: Draft) -> list[str]:
    """The name of each block's hidden bookmark, unique in the file, at most 40 characters, the same for the same key.

    A key that comes again (it should not) or that falls on the same name gets a number after the name.
    """
    seen: dict[str, int] = {}
    names = []
    for block in draft.blocks:
        name = _anchor(block.key)
        if name in seen:
            seen[name] += 1
            name = f"{name}_{seen[name]}"
        else:
            seen[name] = 1
        names.append(name)
    return names


@lru_cache(4096)
def _anchor(key: str) -> str:
    return f"{ANCHOR}{crc32(key.encode()):08x}"


def is_anchor(name: str) -> bool:
    """Whether a bookmark of this name is one of ours."""
    return _ANCHOR.fullmatch(name) is not None


def rank_of(block: Block) -> int:
    """Which of the four faces of headings the block's heading has: by its marker, else by its level.

    One that runs into its text (一是…) never has that of a main part, which stands on a line of its own.
    """
    highest = 1 if block.is_heading else _RUN_IN
    return _rank_of_marker(block.marker) or max(min(block.depth, _LOWEST), highest)


@lru_cache(1024)
def _rank_of_marker(marker: str) -> int:
    """The face for a heading with this marker; 0 for markers that the standard does not name."""
    rank = _usual().get(marker)
    if rank is None and marker[-1:] in _ENDS:  # the others need not be parsed, which takes its time at the start
        found = parse_marker(marker)
        rank = _RANKS.get(found.family) if found else None
    return rank or 0


@lru_cache(1)
def _usual() -> dict[str, int]:
    """The markers that most speeches have, with their faces."""
    return {
        style(first).marker(number, _USUAL): rank for first, rank in _RANKS.items() for number in range(1, _USUAL + 1)
    }


def style_of(block: Block, first: bool, begun: bool = False) -> str:
    """The key in STYLES of the paragraph that begins with `block`.

    first: no title stands before it. begun: text of the body does, so that a byline is the signature at the end.
    """
    if block.role is Role.TITLE:
        return "title" if first else "subtitle"
    if block.role is Role.BYLINE and begun:
        return "signature"
    if block.role in (Role.BYLINE, Role.SALUTATION):
        return block.role.value
    return f"heading{rank_of(block)}" if block.is_heading else "body"
