"""How new text looks: like what stands around it in this very file, and new paragraphs like others of their kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cached_property

from lxml import etree

from drafting.draft import Block, Role, Source
from drafting.merge.model import Fate, Merge, Step
from drafting.revise.ink import PROPERTIES, RUN, RUN_PROPERTIES
from drafting.revise.line import is_object, unit
from drafting.revise.seen import Manuscript
from drafting.word.names import FACT_STYLE, GAP_STYLE, STYLES, rank_of, style_of
from drafting.word.package import Package, w
from drafting.word.text import Paragraph, Stretch

Look = etree._Element
"""The properties of a run."""

_NOT_A_LOOK = {w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")}
# What belongs to one paragraph only, not to its kind.
_NOT_A_KIND = {w(name) for name in ("rPr", "sectPr", "pPrChange", "numPr", "pageBreakBefore", "framePr")}
_COUNTED, _STYLE = w("numPr"), w("rStyle")
_BEFORE_COUNTED = {w(name) for name in "pStyle keepNext keepLines pageBreakBefore framePr widowControl".split()}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARTS = re.compile(r"([\n\t])")
_ELEMENTS = {"\n": w("br"), "\t": w("tab")}
# What comes behind a highlight in the properties of a run (ECMA-376, CT_RPr).
_BEHIND_HIGHLIGHT = {
    w(name) for name in "u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split()
}


def styles_by_name(package: Package) -> dict[tuple[str, str], str]:
    """The id of each style by its type and its name in lower case; other programs change ids, not names."""
    found: dict[tuple[str, str], str] = {}
    for part in package.related(package.document, "styles"):
        if part not in package.parts:
            continue
        for style in package.peek(part).iterfind(w("style")):
            name = style.find(w("name"))
            key = (style.get(w("type"), ""), "" if name is None else name.get(w("val"), "").casefold())
            found.setdefault(key, style.get(w("styleId"), ""))
    return found


def new_run(text: str, look: Look) -> etree._Element:
    """A run of this text."""
    run = etree.Element(RUN)
    if len(look):
        run.append(deepcopy(look))
    for part in _PARTS.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        if part in _ELEMENTS:
            etree.SubElement(run, _ELEMENTS[part])
        elif part:
            element = etree.SubElement(run, w("t"))
            element.text = part
            element.set(_SPACE, "preserve")
    return run


def look_of(stretch: Stretch) -> Look | None:
    """The properties of the run that a stretch stands in."""
    return unit(stretch.element).find(RUN_PROPERTIES)


def same(look: Look) -> bytes:
    """Equal for looks that are equal."""
    return etree.tostring(look, method="c14n")


class Looks:
    """The looks of one file."""

    def __init__(self, manuscript: Manuscript, merge: Merge) -> None:
        self._manuscript = manuscript
        self._merge = merge

    @cached_property
    def styles(self) -> dict[tuple[str, str], str]:
        """The id of each style by type and name."""
        return styles_by_name(self._manuscript.package)

    def like(self, model: Look | None, source: Source = Source.WORDING) -> Look:
        """The look of text that stands in the place of, or beside, text of the look `model`."""
        look = etree.Element(RUN_PROPERTIES) if model is None else deepcopy(model)
        for child in list(look):
            if child.tag in _NOT_A_LOOK or (child.tag == _STYLE and self._is_shade(child.get(w("val")), source)):
                look.remove(child)
        return look

    def _is_shade(self, style: str | None, source: Source) -> bool:
        """Whether a style marks gaps, or answers where the text is none."""
        shades = [GAP_STYLE] if source in (Source.FACT, Source.COUNT) else [GAP_STYLE, FACT_STYLE]
        return style in [self._character(name) for _id, name in shades]

    def gap(self, model: Look | None) -> Look:
        """The look of a gap among text of the look `model`; highlighted where the style of gaps is lost."""
        look = self.like(model)
        if style := self._character(GAP_STYLE[1]):
            return _styled(look, style)
        for child in look.findall(w("highlight")):
            look.remove(child)
        place = next((n for n, child in enumerate(look) if child.tag in _BEHIND_HIGHLIGHT), len(look))
        highlight = etree.Element(w("highlight"))
        highlight.set(w("val"), "yellow")
        look.insert(place, highlight)
        return look

    def paragraph(self, kind: str, like: int | None = None) -> etree._Element:
        """The properties of a new paragraph. kind: a key of STYLES. like: the paragraph with which Word counts it."""
        found = self._of_kind(kind)
        other = None if like is None else self._manuscript.paragraphs[like].elements[-1]
        if other is not None and (model := other.find(f"{PROPERTIES}/{_COUNTED}")) is not None:
            place = next((n for n, child in enumerate(found) if child.tag not in _BEFORE_COUNTED), len(found))
            counted = etree.Element(_COUNTED)
            counted.extend([deepcopy(child) for child in model if child.tag in (w("ilvl"), w("numId"))])
            found.insert(place, counted)
        return found

    def _of_kind(self, kind: str) -> etree._Element:
        for wanted in (kind, *(["body"] if not self._paragraph_style(kind) else [])):
            if samples := self._paragraphs.get(wanted):
                return _most(samples)
        found = etree.Element(PROPERTIES)
        if style := self._paragraph_style(kind):
            etree.SubElement(found, w("pStyle")).set(w("val"), style)
        return found

    def plain(self, kind: str) -> Look:
        """The look of the text of a paragraph of that kind."""
        return self.like(_most(samples)) if (samples := self._plain.get(kind)) else _chinese()

    def lead(self, block: Block, kind: str) -> Look:
        """The look of a heading that is run into a paragraph of that kind."""
        key = f"heading{rank_of(block)}"
        if samples := self._leads.get(key):
            return self.like(_most(samples))
        style = self._character(f"{STYLES[key][1]} char")
        return _styled(_chinese(), style) if style else self.plain(kind)

    def kind(self, step: Step) -> str:
        """The kind of the paragraph that a step writes: a key of STYLES."""
        return self._kinds[id(step)]

    def _character(self, name: str) -> str:
        return self.styles.get(("character", name.casefold()), "")

    def _paragraph_style(self, kind: str) -> str:
        return self.styles.get(("paragraph", STYLES[kind][1].casefold()), "")

    @cached_property
    def _kinds(self) -> dict[int, str]:
        kinds, titled, begun = {}, False, False
        for step in self._merge.steps:
            if step.blocks and step.fate is not Fate.DELETED:
                kinds[id(step)] = style_of(step.blocks[0], not titled, begun)
                titled = titled or step.blocks[0].role is Role.TITLE
                begun = begun or step.blocks[0].role in (Role.ITEM, Role.PARAGRAPH)
        return kinds

    @cached_property
    def _paragraphs(self) -> dict[str, list[etree._Element]]:
        """The properties of the paragraphs of each kind."""
        found: dict[str, list[etree._Element]] = {}
        for kind, _step, paragraph in self._samples():
            element = paragraph.elements[-1].find(PROPERTIES)
            look = etree.Element(PROPERTIES) if element is None else deepcopy(element)
            for child in list(look):
                if child.tag in _NOT_A_KIND:
                    look.remove(child)
            found.setdefault(kind, []).append(look)
        return found

    @cached_property
    def _plain(self) -> dict[str, list[Look]]:
        """The looks of the text of each kind: as every block ends."""
        return self._looks(
            (kind, stretch)
            for kind, step, paragraph in self._samples()
            for anchor in step.anchors
            if (stretch := _at(paragraph, anchor.end - 1)) is not None
        )

    @cached_property
    def _leads(self) -> dict[str, list[Look]]:
        """The looks of headings that are run in: as such a block begins."""
        return self._looks(
            (f"heading{rank_of(block)}", stretch)
            for _kind, step, paragraph in self._samples()
            for block, anchor in zip(step.blocks, step.anchors, strict=False)
            if block.heading and not block.is_heading and (stretch := _at(paragraph, anchor.start)) is not None
        )

    def _samples(self) -> Iterator[tuple[str, Step, Paragraph]]:
        """The paragraphs that stay as they are and show blocks of the draft."""
        for step in self._merge.steps:
            if step.fate is Fate.KEPT and step.seen is not None and step.blocks:
                paragraph = self._manuscript.paragraphs[step.seen]
                if not paragraph.fixed and id(step) in self._kinds:
                    yield self._kinds[id(step)], step, paragraph

    def _looks(self, stretches: Iterable[tuple[str, Stretch]]) -> dict[str, list[Look]]:
        found: dict[str, list[Look]] = {}
        for kind, stretch in stretches:
            found.setdefault(kind, []).append(self.like(look_of(stretch)))
        return found


def _chinese() -> Look:
    """The look of text that nothing is known of but that it is Chinese, so that “ ” … are set in its font."""
    look = etree.Element(RUN_PROPERTIES)
    etree.SubElement(look, w("rFonts")).set(w("hint"), "eastAsia")
    return look


def _styled(look: Look, style: str) -> Look:
    """The look with that character style."""
    for child in look.findall(w("rStyle")):
        look.remove(child)
    element = etree.Element(w("rStyle"))
    element.set(w("val"), style)
    look.insert(0, element)
    return look


def _at(paragraph: Paragraph, offset: int) -> Stretch | None:
    """The text that stands at an offset."""
    for stretch in paragraph.stretches:
        if 0 <= offset < len(stretch.shown):
            return None if is_object(stretch) else stretch
        offset -= len(stretch.shown)
    return None


def _most(samples: Sequence[etree._Element]) -> etree._Element:
    """A copy of what most of the samples are; of the first among equals."""
    keys = [same(sample) for sample in samples]
    wanted = Counter(keys).most_common(1)[0][0]
    return deepcopy(samples[keys.index(wanted)])
