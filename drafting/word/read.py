"""A .docx of ours back into a draft: the file says what the text is, the state what each block is.

Anchors are hints. A block whose text was changed keeps its role, level and move; a paragraph whose anchor is gone is
known by its text; any other is a paragraph that somebody wrote, in the place where it stands.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Block, Draft, Move, Role, Source, Span
from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.word.names import STYLES, anchors
from drafting.word.package import Package, open_package, w
from drafting.word.recall import read_state
from drafting.word.text import Paragraph, Piece, paragraphs

_STYLE_ROLES = {
    "title": Role.TITLE, "subtitle": Role.TITLE, "byline": Role.BYLINE, "signature": Role.BYLINE,
    "salutation": Role.SALUTATION,
}  # fmt: skip
_MOVES = {Role.TITLE: Move.TITLE, Role.BYLINE: Move.BYLINE, Role.SALUTATION: Move.GREETING}
_HEAD_MOVES = frozenset(_MOVES.values())


def read(source: Path | bytes, name: str = "") -> Draft:
    """The draft that stands in a .docx of ours, pending changes accepted.

    name: of the file, as the person knows it. Raises UserError if the file cannot be opened or is not ours.
    """
    package = open_package(source, name)
    state = read_state(package)
    if state is None:
        message = _("This file was not written by drafting, or another program has dropped what drafting kept in it.")
        raise UserError(Fault(message, package.name))
    return current(package, state.base)


def current(package: Package, base: Draft) -> Draft:
    """The draft that stands in the package now, where `base` was written into it."""
    return _Reading(base, paragraphs(package.xml(package.document)), _style_roles(package)).draft()


class _Reading:
    """Goes through the paragraphs and finds for each stretch of text the block that it was."""

    def __init__(self, base: Draft, found: list[Paragraph], roles: dict[str, Role]) -> None:
        self._found = [paragraph for paragraph in found if paragraph.text.strip()]
        self._roles = roles
        self._blocks = dict(zip(anchors(base), base.blocks, strict=True))
        present = {piece.anchor for paragraph in self._found for piece in paragraph.pieces}
        lost = [group for group in _groups(self._blocks) if not present.intersection(name for name, _block in group)]
        self._lost = {"".join([block.text for _name, block in group]): group for group in lost}
        self._used: set[str] = set()
        self._made: list[Block] = []
        self._by_hand = 0

    def draft(self) -> Draft:
        """The whole draft."""
        for paragraph in self._found:
            for position, block in enumerate(self._paragraph(paragraph)):
                self._made.append(replace(block, runs_on=position > 0))
        return Draft(tuple(self._made))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Block]:
        """The blocks of a paragraph."""
        segments = _segments(paragraph.pieces, self._blocks)
        if segments[0][0] == "" and paragraph.text in self._lost:
            for name, block in self._lost.pop(paragraph.text):
                self._used.add(name)
                yield block
            return
        for anchor, text in segments:
            if anchor and anchor not in self._used:
                self._used.add(anchor)
                yield _edited(self._blocks[anchor], text)
            else:
                yield self._by_hand_block(text, paragraph.style)

    def _by_hand_block(self, text: str, style: str) -> Block:
        """A block that we did not write: its style may tell what it is, else it goes on with what stands before it."""
        self._by_hand += 1
        key, spans = f"hand:{self._by_hand}", (Span(text, Source.HAND),)
        if role := self._roles.get(style):
            return Block(key, role, 0, "", _MOVES[role], spans)
        before = self._made[-1] if self._made else None
        if before is None or before.move in _HEAD_MOVES:
            return Block(key, Role.PARAGRAPH, 0, "", Move.OPENING, spans)
        return Block(key, Role.PARAGRAPH, before.level, "", before.move, spans)


def _groups(blocks: dict[str, Block]) -> list[list[tuple[str, Block]]]:
    """The anchors and blocks of each paragraph."""
    groups: list[list[tuple[str, Block]]] = []
    for name, block in blocks.items():
        if not (groups and block.runs_on):
            groups.append([])
        groups[-1].append((name, block))
    return groups


def _segments(pieces: Iterable[Piece], known: Container[str]) -> list[tuple[str, str]]:
    """Anchor and text of each stretch. Text outside of them goes with what stands before it, or else after it.

    An anchor that is not known counts as none; only a paragraph without any has a stretch without one.
    """
    segments: list[tuple[str, str]] = []
    for piece in pieces:
        anchor = piece.anchor if piece.anchor in known else ""
        before = segments[-1][0] if segments else None
        if before is None or (before and anchor not in ("", before)):
            segments.append((anchor, piece.text))
        else:
            segments[-1] = (before or anchor, segments[-1][1] + piece.text)
    return segments


def _edited(block: Block, text: str) -> Block:
    """The block with the text that stands in the file now."""
    if text == block.text:
        return block
    marker = block.marker
    if not text.startswith(marker):
        found = parse_marker(text)
        marker = found.text if found else ""
    rest = text.removeprefix(marker)
    role = Role.PARAGRAPH if block.role is Role.ITEM and not marker else block.role
    heading = "".join([span.text for span in block.spans[: block.heading]])
    if block.heading and not block.is_heading and rest.startswith(heading):
        spans = (*block.spans[: block.heading], Span(rest.removeprefix(heading), Source.HAND))
        return replace(block, role=role, marker=marker, spans=spans)
    spans = (Span(rest, Source.HAND),)
    return replace(block, role=role, marker=marker, spans=spans, heading=int(block.is_heading))


def _style_roles(package: Package) -> dict[str, Role]:
    """The roles of the paragraph styles in the file by their ids, which other programs change, unlike the names."""
    wanted = {STYLES[key][1].casefold(): role for key, role in _STYLE_ROLES.items()}
    roles = {}
    for part in package.related(package.document, "styles"):
        for style in package.xml(part).iterfind(w("style")):
            name = style.find(w("name"))
            found = wanted.get("" if name is None else name.get(w("val"), "").casefold())
            if found:
                roles[style.get(w("styleId"), "")] = found
    return roles
