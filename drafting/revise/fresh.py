"""New paragraphs: they look like others of their kind in the file."""

from __future__ import annotations

from lxml import etree

from drafting.draft import Block, Span
from drafting.merge.model import Step
from drafting.revise.edit import Pen
from drafting.revise.ink import PARAGRAPH
from drafting.revise.line import append


def written(step: Step, pen: Pen) -> etree._Element:
    """The paragraph that a step brings in."""
    kind = pen.looks.kind(step)
    paragraph = etree.Element(PARAGRAPH)
    paragraph.append(pen.looks.paragraph(kind, step.like))
    plain = pen.looks.plain(kind)
    for block in step.blocks:
        lead, rest = _halves(block)
        runs = pen.runs(lead, pen.looks.lead(block, kind)) if lead else []
        append(pen.ink, paragraph, [*runs, *pen.runs(rest, plain)])
    return paragraph


def _halves(block: Block) -> tuple[list[Span], list[Span]]:
    """The heading that is run in, with its marker, and the rest."""
    marker = [Span(block.marker)] if block.marker else []
    if block.heading and not block.is_heading:
        return [*marker, *block.spans[: block.heading]], list(block.spans[block.heading :])
    return [], [*marker, *block.spans]
