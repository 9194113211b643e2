"""A draft as the part word/document.xml. This is the hot path: strings joined, nothing parsed, nothing made twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafting.draft import Block, Draft, Role, Source
from drafting.word.footer import footer_distance, footers
from drafting.word.layout import Layout, millimetres
from drafting.word.names import FACT_STYLE, GAP_STYLE, STYLES, anchors, rank_of, style_of
from drafting.word.signature import left_indents
from drafting.word.styles import flush_left, indent_and_alignment, spacing, style
from drafting.word.title import side_indent
from drafting.word.xml import DECLARATION, declared, escape

_HEAD = (Role.TITLE, Role.BYLINE)
_TEXT_ROLES = (Role.PARAGRAPH, Role.ITEM)
_FACTS = (Source.FACT, Source.COUNT)
_MISSING = Source.MISSING
_OUTLINE_LEVELS = 9
_SIGNATURE_GAP = 1  # empty lines between the text and the signature (GB/T 9704-2012, 7.3.5.2)
_HEADER_DISTANCE = 15  # millimetres; there is no header, but Word wants the number
_PROPERTIES_END = "</w:pPr>"
_TEXT = '<w:t xml:space="preserve">'


def _run(style: str) -> str:
    """The beginning of a run. The hint makes Word set “ ” ‘ ’ … — · in the Chinese font."""
    styled = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f'<w:r><w:rPr>{styled}<w:rFonts w:hint="eastAsia"/></w:rPr>{_TEXT}'


_PLAIN, _GAP, _FACT = _run(""), _run(GAP_STYLE[0]), _run(FACT_STYLE[0])
_RANKS = {f"heading{rank}": rank for rank in (1, 2, 3, 4)}
_HEADINGS = {rank: _run(STYLES[f"heading{rank}"][0] + "Char") for rank in (1, 2, 3, 4)}


class Frame(NamedTuple):
    """What a layout gives to the document: how a paragraph of each style begins, and how the document ends.

    last: how the last paragraph of the head begins, which has the gap to the text after it.
    short_salutation: how a salutation begins that fills no line; line: how many characters fill one.
    signed: how the first line of a closing signature begins; advance: the width of its characters in twips.
    title_sizes: the font sizes of title and subtitle in points; room: the width of the text in twips.
    """

    openings: Mapping[str, str]
    last: Mapping[str, str]
    short_salutation: str
    line: int
    signed: str
    advance: int
    title_sizes: Mapping[str, float]
    room: int
    end: str

    @classmethod
    def of(cls, layout: Layout, footer_ids: Mapping[str, str]) -> Frame:
        """The frame of a layout. footer_ids: the relation of the footer for each type of page."""
        openings = {key: _opening(layout, key, "") for key in STYLES}
        heads = ("title", "subtitle", "byline")
        last = {key: _opening(layout, key, spacing(layout, style(layout, key), layout.head_gap)) for key in heads}
        salutation = layout.styles.salutation
        flush = indent_and_alignment(layout, salutation)
        short = openings["salutation"].replace(flush, flush_left(layout, salutation))
        line = layout.room[0] // layout.advance(salutation)
        last_words = style(layout, "signature")
        gap = "<w:keepNext/>" + spacing(layout, last_words._replace(before=_SIGNATURE_GAP))
        signed, advance = _opening(layout, "signature", gap), layout.advance(last_words)
        sizes = {key: style(layout, key).size for key in ("title", "subtitle")}
        end = _section(layout, footer_ids) + "</w:body></w:document>"
        return cls(openings, last, short, line, signed, advance, sizes, layout.room[0], end)


class Body:
    """Writes one draft. Afterwards `gaps` holds the path of each missing fact; its place is the comment's id."""

    def __init__(self, frame: Frame, markup: bool) -> None:
        self._frame = frame
        self._marked = _FACTS if markup else ()
        self.gaps: list[str] = []

    def xml(self, draft: Draft) -> str:
        """The whole part."""
        parts = [f"{DECLARATION}<w:document{declared('w', 'r')}><w:body>"]
        names = iter(enumerate(anchors(draft)))
        groups = list(draft.paragraphs())
        signature = self._signature(groups)
        titled = False
        for place, (group, following) in enumerate(zip(groups, [*groups[1:], None], strict=True)):
            ends_head = following is None or following[0].role not in _HEAD
            opening = signature.get(place) or self._opening(group[0], titled, ends_head)
            parts.append(_held(opening) if place + 1 in signature and place not in signature else opening)
            titled = titled or group[0].role is Role.TITLE
            for block in group:
                number, name = next(names)
                parts.append(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
                self._add_runs(parts, block)
                parts.append(f'<w:bookmarkEnd w:id="{number}"/>')
            parts.append("</w:p>")
        parts.append(self._frame.end)
        return "".join(parts)

    def _opening(self, block: Block, titled: bool, ends_head: bool) -> str:
        """The beginning of the paragraph that `block` begins."""
        if block.role in _TEXT_ROLES and not block.heading:
            return self._frame.openings["body"]
        key = style_of(block, not titled)
        if block.role in _HEAD:
            opening = (self._frame.last if ends_head else self._frame.openings)[key]
            return self._narrowed(opening, key, block.text) if block.role is Role.TITLE else opening
        if block.role is Role.SALUTATION and len(block.text) < self._frame.line:
            return self._frame.short_salutation
        if key in _RANKS:
            level = min(block.depth, _OUTLINE_LEVELS)
            if level != _RANKS[key]:
                outline = f'<w:outlineLvl w:val="{level - 1}"/>{_PROPERTIES_END}'
                return self._frame.openings[key].replace(_PROPERTIES_END, outline)
        return self._frame.openings[key]

    def _signature(self, groups: Sequence[tuple[Block, ...]]) -> dict[int, str]:
        """The beginnings of the paragraphs of the signature that ends the draft, by their places."""
        first = len(groups)
        while first and groups[first - 1][0].role is Role.BYLINE:
            first -= 1
        if not any(group[0].role in _TEXT_ROLES for group in groups[:first]):
            return {}
        made = {}
        room = self._frame.room // self._frame.advance
        for place, indent in enumerate(left_indents([group[0].text for group in groups[first:]], room), first):
            opening = self._frame.signed if place == first else self._frame.openings["signature"]
            left = f'<w:ind w:left="{round(indent * self._frame.advance)}"/><w:jc w:val="left"/>'
            made[place] = opening.replace('<w:jc w:val="right"/>', left)
        return made

    def _narrowed(self, opening: str, key: str, title: str) -> str:
        """The beginning of a title, with indents where it needs more than one line."""
        side = side_indent(title, self._frame.title_sizes[key], self._frame.room)
        return opening.replace("<w:jc", f'<w:ind w:left="{side}" w:right="{side}"/><w:jc') if side else opening

    def _add_runs(self, parts: list[str], block: Block) -> None:
        """The text of a block: as few runs as there are looks."""
        spans, heading = block.spans, block.heading
        lead = _HEADINGS[rank_of(block)] if heading and not block.is_heading else _PLAIN
        if lead is _PLAIN and not self._marked and _MISSING not in [span.source for span in spans]:
            self._add_run(parts, _PLAIN, block.text)
            return
        look, text = lead, block.marker
        for index, span in enumerate(spans):
            if span.source is _MISSING and span.text:
                self._add_run(parts, look, text)
                look, text = _GAP, span.text
                self.gaps.append(span.path)
                continue
            wanted = _FACT if span.source in self._marked else lead if index < heading else _PLAIN
            if wanted is not look:
                self._add_run(parts, look, text)
                look, text = wanted, ""
            text += span.text
        self._add_run(parts, look, text)

    def _add_run(self, parts: list[str], look: str, text: str) -> None:
        if text:
            run = f"{look}{_escape(text)}</w:t></w:r>"
            parts.append(_commented(run, len(self.gaps) - 1) if look is _GAP else run)


def _escape(text: str) -> str:
    """Text for a run: line breaks and tabs become elements."""
    text = escape(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in text:
        text = text.replace("\n", f"</w:t><w:br/>{_TEXT}")
    if "\t" in text:
        text = text.replace("\t", f"</w:t><w:tab/>{_TEXT}")
    return text


def _commented(run: str, number: int) -> str:
    """A run with the comment of that id."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{run}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )


def _held(opening: str) -> str:
    """The beginning of a paragraph that stays with the next one: no signature stands on a page without text."""
    return opening.replace("/>", "/><w:keepNext/>", 1)  # behind its style


def _opening(layout: Layout, key: str, space: str) -> str:
    """The beginning of a paragraph: its properties."""
    look = indent_and_alignment(layout, style(layout, key))
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLES[key][0]}"/>{space}{look}{_PROPERTIES_END}'


def _section(layout: Layout, footer_ids: Mapping[str, str]) -> str:
    """Page size, margins and footers."""
    margins, page = layout.margins, layout.page
    references = "".join(
        [f'<w:footerReference w:type="{kind}" r:id="{footer_ids[kind]}"/>' for kind in footers(layout)]
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{millimetres(page.width)}" w:h="{millimetres(page.height)}"/>'
        f'<w:pgMar w:top="{millimetres(margins.top)}" w:right="{millimetres(margins.right)}" '
        f'w:bottom="{millimetres(margins.bottom)}" w:left="{millimetres(margins.left)}" '
        f'w:header="{millimetres(_HEADER_DISTANCE)}" w:footer="{footer_distance(layout)}" w:gutter="0"/></w:sectPr>'
    )
