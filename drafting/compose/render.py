"""From the tree of passages to the blocks of the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafting.chinese.enumerators import runs_together, typed_enumerators
from drafting.compose.doubled import doubled_marker
from drafting.compose.expand import Node, lacks_a_list, list_sizes
from drafting.compose.prepare import PreparedPart
from drafting.compose.snippets import Snippet
from drafting.compose.text import TooMuchError
from drafting.compose.tidy import bare, closed, ended, mended, parted
from drafting.compose.values import SEVERAL, Several
from drafting.compose.wordings import CHOOSE, Chooser, Pick
from drafting.draft import Block, Move, Role, Source, Span
from drafting.i18n import _

_ROLES: Mapping[Move, Role] = {
    Move.TITLE: Role.TITLE,
    Move.BYLINE: Role.BYLINE,
    Move.GREETING: Role.SALUTATION,
}
_ITEM, _PARAGRAPH = Role.ITEM, Role.PARAGRAPH
MAX_SPEECH = 10_000_000  # characters: forty hours of speaking
TEXT_UNIT = ".text"  # behind a passage's key: its text, where its heading has the key itself


class Renderer:
    """Writes blocks for one draft.

    pick, tone: steer the choice of wordings.
    tidy: mend punctuation. points: how many main points the speech has. run_in: keys of the passages whose headings
    run into their text.

    Made by `render`: the blocks; the keys of enumerated passages that turned out blank; for each key how many
    wordings there were to choose from.
    """

    def __init__(
        self, *, pick: Pick, tone: str, tidy: bool, points: int | Several, run_in: frozenset[str] = frozenset()
    ) -> None:
        self.blocks: list[Block] = []
        self.blank: set[str] = set()
        self.choices: dict[str, int] = {}
        self._pick = pick
        self._tone = tone
        self._tidy = tidy
        self._points = points
        self._run_in = run_in
        self._size = 0
        self._lacks_text = False  # whether the last block is a heading that runs into a text still to come

    def render(self, siblings: Sequence[Node]) -> None:
        """Write the blocks of some passages that stand side by side."""
        waiting = False  # whether entries of an inline list wait for its last mark
        begun: PreparedPart | None = None  # the list of which an entry is written
        unknown = lacks_a_list(siblings)
        for index, (node, beside) in enumerate(zip(siblings, list_sizes(siblings), strict=True), 1):
            before = self.blocks[-1] if self.blocks else None
            self._passage(node, SEVERAL if unknown else beside, is_first=begun is not node.prepared)
            if self.blocks and self.blocks[-1] is not before:
                begun = node.prepared
            if not node.part.between:
                continue
            if self.blocks and self.blocks[-1] is not before:
                self._close(node.part.between)
                waiting = True
            if waiting and (index == len(siblings) or siblings[index].prepared is not node.prepared):
                self._close("。")
                waiting = False

    def _passage(self, node: Node, beside: int | Several, *, is_first: bool) -> None:
        if node.gap is not None:
            self._write(node, node.key, [list(node.gap.spans)])
            return
        scope = node.scope  # passages are written one after the other, so what they share may say where we are
        scope["points"] = self._points
        below = max([child.total for child in node.children], default=0)
        scope["below"] = SEVERAL if lacks_a_list(node.children) else below
        scope["beside"] = beside
        prepared = node.prepared
        is_run_in = node.key in self._run_in
        heading, lead = (None, prepared.heading) if is_run_in else (prepared.heading, prepared.lead)
        headed = heading is not None and self._heading(node, self._unit(heading, node.key, scope))
        head = self._lead(node, self._unit(lead, node.key, scope)) if lead is not None else []
        unit = node.key + TEXT_UNIT if prepared.heading else node.key
        body = self._unit(prepared.text, unit, scope) if prepared.text else []
        if head:
            body = [[*head, *(body[0] if body else [])], *body[1:]]
        elif body and node.marker and self._tidy:
            body[0] = _unmarked(body[0], node)
        if body:
            self._write(node, unit, body, head=len(head), headed=headed, apart=node.part.apart and is_first)
        if node.total and not (headed or body):
            self.blank.add(node.key)
        if node.children:
            self.render(node.children)

    def _unit(self, snippet: Snippet, key: str, scope: dict[str, Any]) -> list[list[Span]]:
        """The paragraphs of a piece of wording that is chosen, and reworded, as one."""
        if snippet.template is not None:
            scope[CHOOSE] = Chooser(key, self._tone, self._pick, self.choices)
        spans = snippet.spans(scope)
        text = "".join([span.text for span in spans])
        self._size += len(text)
        if self._size > MAX_SPEECH:
            message = _("The speech has more than {n} characters.").format(n=MAX_SPEECH)
            raise TooMuchError(snippet.place.fault(message))
        return parted(spans, text, self._tidy)

    def _lead(self, node: Node, lines: list[list[Span]]) -> list[Span]:
        lead = [span for line in lines for span in line]
        lead = _unmarked(lead, node) if self._tidy else lead
        return closed(lead) if self._tidy and lead else lead

    def _heading(self, node: Node, lines: list[list[Span]]) -> bool:
        """Write a heading on a line of its own; False if it says nothing."""
        spans = [span for line in lines for span in line]
        spans = _unmarked(bare(spans), node) if self._tidy else spans
        if not spans:
            return False
        spans = _apart(node.marker, spans) if self._tidy else spans
        role = Role.ITEM if node.enumerated else Role.PARAGRAPH
        level = node.level + node.enumerated
        block = Block(node.key, role, level, node.marker, node.part.move, tuple(spans), heading=len(spans))
        self.blocks.append(block)
        return True

    def _write(
        self,
        node: Node,
        unit: str,
        lines: list[list[Span]],
        *,
        head: int = 0,
        headed: bool = False,
        apart: bool = False,
    ) -> None:
        """Write the paragraphs of a passage; its first block carries the marker unless its heading did.

        apart: whether it begins a paragraph though it is inline.
        """
        part = node.prepared.part
        move = part.move
        level = node.level + node.enumerated
        marker = "" if headed else node.marker
        runs_on = part.inline and not (headed or apart) and bool(self.blocks) and not self.blocks[-1].is_heading
        runs_on = runs_on or (self._lacks_text and not marker)  # the text of a heading that runs in
        self._lacks_text = node.key in self._run_in and head == len(lines[0])
        for number, spans in enumerate(lines, 1):
            role = _ITEM if marker else _ROLES.get(move, _PARAGRAPH)
            if self._tidy:
                spans = _finished(spans, role) or spans
            if head == len(spans) and not self._lacks_text:
                head -= 1 if spans[-1].text == "。" else head  # a lead alone is a sentence, no heading line
            if self._tidy and len(set_apart := _apart(marker, spans)) > len(spans):
                spans, head = set_apart, head + bool(head)
            if runs_on and not (marker or node.one_of > 1):  # an entry without its number stays a block of its own
                self._run_on(spans)
            else:
                key = f"{unit}#{number}" if number > 1 else node.key if head else unit
                self.blocks.append(Block(key, role, level, marker, move, tuple(spans), head, runs_on))
            marker, head, runs_on = "", 0, False

    def _run_on(self, spans: list[Span]) -> None:
        """What runs on without a marker of its own belongs to the block before it."""
        before = self.blocks[-1]
        if before.heading < len(before.spans):  # a heading is closed already, and stays apart from its text
            spans = mended([before.spans[-1], *spans]) if self._tidy else [before.spans[-1], *spans]
            before = replace(before, spans=before.spans[:-1])
        self.blocks[-1] = replace(before, spans=(*before.spans, *spans))

    def _close(self, mark: str) -> None:
        """End the last block in `mark`."""
        last = self.blocks[-1]
        if self._tidy and not last.is_heading:
            self.blocks[-1] = replace(last, spans=tuple(ended(last.spans, mark)))


def _unmarked(spans: list[Span], node: Node) -> list[Span]:
    """A passage without the 要 of 一要, or the very number it gets, where its answer brings them.

    What was typed into lists is off already: see `give`.
    """
    is_fact = bool(spans) and spans[0].source is Source.FACT
    if not (spans and node.marker and (is_fact or node.restyled)):
        return spans
    text = spans[0].text
    typed = typed_enumerators([*[""] * (node.place - 1), text])[-1] if is_fact and "[" not in spans[0].path else None
    twice = len(typed.text) if typed and not typed.stays else doubled_marker(node.marker, text)
    if not twice or not text[twice:].strip():
        return spans  # an answer that is nothing but 是 says that
    return [replace(spans[0], text=text[twice:]), *spans[1:]]


def _apart(marker: str, spans: list[Span]) -> list[Span]:
    """A passage apart from its number where both would be read as one: 2. before 7个 is not 2.7个."""
    text = spans[0].text if spans else ""
    return [Span(" "), *spans] if runs_together(marker, text) else spans


def _finished(spans: list[Span], role: Role) -> list[Span]:
    """The paragraph as its role wants it closed."""
    if role in (Role.TITLE, Role.BYLINE):
        return bare(spans)
    return spans if role is Role.SALUTATION else closed(spans)
