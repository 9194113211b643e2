"""A speech as the tree that an outline is: items with what stands below them, and the lists they form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.chinese.enumerators import Marker, Style, parse_marker, style
from drafting.chinese.enumerators.series import ROMANS
from drafting.draft import Block, Draft, Role, Span
from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.yamlproblems import UNWRITABLE

DEEPEST = 12  # levels that are kept apart; no speech has half as many
_LONGEST_SEQUENCE = 12  # markers that are written out with slashes
_HEADING_LENGTH = 60  # characters of a heading line, and of a lead
_LEAD_LENGTH = 64
_CLOSING = "。！？…；：，、.!?;:,—”’）》"
_LETTERS = re.compile("[A-Za-z]+")
_UNNUMBERED = re.compile(
    "(?:末|最后|再|另|还有)?了?一[个条件点项类种步句桩层][^，,：:]{0,3}[是，,：:]"
)  # 一个是 末一件，
_PARAGRAPH = "\u2029"


@dataclass(frozen=True, slots=True)
class Passage:
    """An item or a paragraph. below: what an item contains; a paragraph contains nothing."""

    block: Block
    below: tuple[Element, ...] = ()

    @property
    def body(self) -> str:
        """The text behind the marker."""
        return self.block.text[len(self.block.marker) :]

    def walk(self) -> Iterator[Block]:
        """Its block and all below it, in reading order."""
        yield self.block
        for element in self.below:
            yield from element.walk()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its items in order, and paragraphs that stand between them though they belong to none.

    style: makes the markers of all items; None where none does.
    """

    entries: tuple[Passage, ...]
    style: Style | None

    @property
    def items(self) -> tuple[Passage, ...]:
        """The items alone."""
        return tuple([entry for entry in self.entries if entry.block.marker])

    @property
    def unbroken(self) -> bool:
        """Whether no paragraph stands between the items."""
        return all(entry.block.marker for entry in self.entries)

    def walk(self) -> Iterator[Block]:
        """The blocks of all entries."""
        for entry in self.entries:
            yield from entry.walk()


Element = Passage | Listing


@dataclass(frozen=True, slots=True)
class Head:
    """How a passage begins. line: a heading on a line of its own; lead: one run into the text, its mark with it.

    Both are "" for a passage without heading. rest: the text behind it.
    """

    line: str = ""
    lead: str = ""
    rest: str = ""


def sound_blocks(draft: Draft) -> list[Block]:
    """The blocks as an outline can hold them: a block of several lines becomes several, an empty one vanishes.

    Raises UserError for characters that no file of ours can hold.
    """
    blocks: list[Block] = []
    for block in draft.blocks:
        if bad := UNWRITABLE.search(block.text) or (_PARAGRAPH in block.text and _PARAGRAPH):
            character = bad if isinstance(bad, str) else bad.group()
            message = _("The character U+{code:04X} in “{text}” cannot be written.")
            near = "".join([c for c in block.text[:40] if c.isprintable()])
            raise UserError(Fault(message.format(code=ord(character), text=near)))
        if block.marker and block.text == block.marker:  # an item that says nothing is a word like any other
            block = replace(
                block,
                role=Role.PARAGRAPH,
                level=max(0, block.level - 1),
                marker="",
                spans=(Span(block.marker),),
                heading=0,
            )
        if "\n" not in block.text:
            blocks += [block] if block.text else []
            continue
        first, *further = block.text.split("\n")
        marker = block.marker if first.startswith(block.marker) else ""
        if first:
            blocks.append(replace(block, marker=marker, spans=(Span(first[len(marker) :]),), heading=0))
        for line in filter(None, further):
            blocks.append(replace(block, role=Role.PARAGRAPH, marker="", spans=(Span(line),), heading=0, runs_on=False))
    return [
        replace(
            block,
            runs_on=block.runs_on and number > 0,
            heading=0
            if number + 1 < len(blocks) and blocks[number + 1].runs_on and block.is_heading
            else block.heading,
        )
        for number, block in enumerate(blocks)
    ]


def elements(blocks: Sequence[Block]) -> tuple[Element, ...]:
    """The blocks as a tree: what stands outside every item, and the lists of the first level."""
    root: list[_Open] = []
    path: list[tuple[int, list[_Open]]] = [(0, root)]
    for block in blocks:
        level = min(block.level, DEEPEST)
        opened = _Open(block, [])
        if block.marker:
            while len(path) > 1 and path[-1][0] >= level:
                path.pop()
            path[-1][1].append(opened)
            path.append((level, opened.below))
        else:
            while len(path) > 1 and path[-1][0] > level:
                path.pop()
            path[-1][1].append(opened)
    return _grouped(root)


@dataclass(frozen=True, slots=True)
class _Open:
    """A passage that still grows."""

    block: Block
    below: list[_Open]


def _grouped(passages: Sequence[_Open]) -> tuple[Element, ...]:
    """Passages that stand side by side, those of one list together."""
    done: list[Element] = []
    run: list[Passage] = []  # of the list that may go on
    last = 0  # place of its last item in the run
    for passage in [Passage(opened.block, _grouped(opened.below)) for opened in passages]:
        if not passage.block.marker:
            (run if run else done).append(passage)
            continue
        if run and not _goes_on(run[last], passage, interrupted=last + 1 < len(run)):
            done += _listed(run, last)
            run = []
        last = len(run)
        run.append(passage)
    return tuple(done + _listed(run, last))


def _goes_on(before: Passage, item: Passage, *, interrupted: bool) -> bool:
    """Whether an item belongs to the list of the one before it: same kind of marker, a later number."""
    first, second = _read(before.block.marker), _read(item.block.marker)
    if not interrupted and _UNNUMBERED.match(item.block.marker):
        return _UNNUMBERED.match(before.block.marker) is not None or item.block.marker[0] in "末最"
    if second and second.family == "i" and second.number == 2:
        first = _roman(before.block.marker)  # i. is a letter, too
    if first is None or second is None:
        return first is second and not interrupted
    if interrupted:
        return first.family == second.family and second.number == first.number + 1
    in_words = second.number > 1 and len(second.text) - len(first.text) in (-1, 0, 1)  # 首先， 第二，
    return (first.family == second.family or in_words) and second.number > first.number


def _read(marker: str) -> Marker | None:
    """A marker with its number; 头一件 counts as 第一件."""
    return parse_marker(f"第{marker[1:]}" if marker.startswith("头") else marker) or _roman(marker)


def _roman(marker: str) -> Marker | None:
    letters = _LETTERS.search(marker)
    numeral = letters.group().lower() if letters else ""
    return Marker(marker, ROMANS.index(numeral) + 1, "i") if numeral in ROMANS else None


def _listed(run: Sequence[Passage], last: int) -> list[Element]:
    """The list with what follows its last item, which stands behind it."""
    if not run:
        return []
    markers = [passage.block.marker for passage in run[: last + 1] if passage.block.marker]
    return [Listing(tuple(run[: last + 1]), style_of(markers)), *run[last + 1 :]]


def style_of(markers: Sequence[str]) -> Style | None:
    """The style that makes just these markers, or None: the numbering may have slips, and one item has no number."""
    if len(markers) < 2:
        return None
    samples = [markers[0]]
    if len(markers) <= _LONGEST_SEQUENCE and not any("/" in marker or "／" in marker for marker in markers):
        samples.append("/".join(markers))
    for sample in samples:
        try:
            found = style(sample)
            made = [found.marker(number, len(markers)) for number in range(1, len(markers) + 1)]
        except ValueError:
            continue
        if made == list(markers):
            return found
    return None


def head_of(passage: Passage) -> Head:
    """The heading of a passage: the one that was recognised, else what looks like one at an item's beginning."""
    block, body = passage.block, passage.body
    if block.role not in (Role.ITEM, Role.PARAGRAPH):
        return Head(rest=body)
    followed = bool(passage.below) and not next(passage.below[0].walk()).runs_on
    if block.is_heading or (block.marker and followed and _may_be_line(body)):
        return Head(line=body)
    marked = sum([len(span.text) for span in block.spans[: block.heading]])
    if 0 < marked < len(body):
        return Head(lead=body[:marked], rest=body[marked:])
    if block.marker and not block.heading:
        cut = body.find("。") + 1
        if 1 < cut <= _LEAD_LENGTH and cut < len(body) and body[:cut].count("“") == body[:cut].count("”"):
            return Head(lead=body[:cut], rest=body[cut:])
    return Head(rest=body)


def _may_be_line(body: str) -> bool:
    return 0 < len(body) <= _HEADING_LENGTH and body[-1] not in _CLOSING
