"""What a practised hand does in a Word file: to lists, sentences, formats, links and controls."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from drafting.chinese.enumerators import without_marker
from drafting.word.package import OFFICE, w
from tests.histories.hands import Element
from tests.histories.things import Desk

_SPACE = f'xmlns:w="{w("")[1:-1]}"'
_NUMBERING = f"""<w:numbering {_SPACE}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_COUNTED = f'<w:numPr {_SPACE}><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
_BEFORE_NUMBER = (w("pStyle"), w("keepNext"), w("keepLines"), w("pageBreakBefore"), w("widowControl"))
_BEHIND_WEIGHT = (w("rStyle"), w("rFonts"), w("b"), w("bCs"))
_BEHIND_PLACE = (w("rPr"), w("sectPr"), w("pPrChange"))
_NUMERALS = "一二三四五六七八九十"
_ITEM = re.compile(f"(?<=[；。：])[{_NUMERALS}]是")
_SENTENCE = re.compile("(?<=。)[^。！？“”；：]{6,60}。")
_CLAUSE = re.compile("(?<=，)[^，。；：“”]{5,30}(?=，)")


class Practised(Desk):
    """Somebody who knows Word well."""

    def split_item(self) -> None:
        """One item of a list in a line made two; those behind it count on."""
        runs = [run for run in self._plain_runs() if len(_ITEM.findall(self._text(run))) > 1]
        if not runs:
            return
        run = self.random.choice(runs)
        text = self._text(run)
        items = list(_ITEM.finditer(text))
        place = self.random.randrange(len(items) - 1)
        at = text.find("，", items[place].end(), items[place + 1].start())
        number = _NUMERALS.index(items[place][0][0]) + 1
        if at < 0 or number + len(items) >= len(_NUMERALS):
            return
        behind = _ITEM.sub(lambda one: _NUMERALS[min(_NUMERALS.index(one[0][0]) + 1, 9)] + "是", text[at + 1 :])
        self._set(run, f"{text[:at]}；{_NUMERALS[number]}是{behind}")

    def carry_sentence(self) -> None:
        """A sentence taken from one place and put behind another one."""
        runs = [run for run in self._plain_runs() if _SENTENCE.search(self._text(run))]
        others = [run for run in self._plain_runs() if "。" in self._text(run)]
        if not runs or not others:
            return
        run, other = self.random.choice(runs), self.random.choice(others)
        text = self._text(run)
        found = self.random.choice(list(_SENTENCE.finditer(text)))
        if run is other:
            return
        self._set(run, text[: found.start()] + text[found.end() :])
        there = self._text(other)
        at = self.random.choice([mark.end() for mark in re.finditer("。", there)])
        self._set(other, there[:at] + found[0] + there[at:])

    def table_for_words(self) -> None:
        """A clause put into a table, cell by cell."""
        runs = [run for run in self._plain_runs() if _CLAUSE.search(self._text(run))]
        if not runs:
            return
        run = self.random.choice(runs)
        text = self._text(run)
        found = self.random.choice(list(_CLAUSE.finditer(text)))
        self.table()
        cells = [cell for table in self.hand.root.iter(w("tbl")) for cell in table.iter(w("t"))]
        for cell, words in zip(cells[-2:], re.findall(r"\d+\S?|\D+", found[0]), strict=False):
            if cell.text not in self.hand.typed:
                cell.text = words
        self._set(run, text[: found.start()] + "见下表" + text[found.end() :])

    def link(self) -> None:
        """Words made a link to a place in the file."""
        if (run := self._inner_run()) is not None:
            link = etree.Element(w("hyperlink"), {w("anchor"): "place"})
            run.addprevious(link)
            link.append(run)

    def control(self) -> None:
        """Words put into a content control."""
        if (run := self._inner_run()) is not None:
            control = etree.Element(w("sdt"))
            number = etree.SubElement(etree.SubElement(control, w("sdtPr")), w("id"))
            number.set(w("val"), self.hand.number())
            run.addprevious(control)
            etree.SubElement(control, w("sdtContent")).append(run)

    def bold_tracked(self) -> None:
        """Words made bold with tracking on."""
        if (run := self._inner_run()) is None:
            return
        look = run.find(w("rPr"))
        if look is None:
            look = etree.Element(w("rPr"))
            run.insert(0, look)
        if look.find(w("b")) is not None or look.find(w("rPrChange")) is not None:
            return
        former = deepcopy(look)
        look.insert(sum(child.tag in _BEHIND_WEIGHT for child in look), etree.Element(w("b")))
        self._note(look, "rPrChange", former)

    def place_tracked(self) -> None:
        """A paragraph set in the middle with tracking on."""
        properties = self._properties()
        if properties.find(w("pPrChange")) is not None:
            return
        former = deepcopy(properties)
        for child in former.findall(w("rPr")) + former.findall(w("sectPr")):
            former.remove(child)
        for child in properties.findall(w("jc")):
            properties.remove(child)
        place = etree.Element(w("jc"), {w("val"): "center"})
        behind = next((n for n, child in enumerate(properties) if child.tag in _BEHIND_PLACE), len(properties))
        properties.insert(behind, place)
        self._note(properties, "pPrChange", former)

    def keep_together(self) -> None:
        """A paragraph kept on the page of the next one."""
        properties = self._properties()
        if properties.find(w("keepNext")) is None:
            properties.insert(sum(child.tag == w("pStyle") for child in properties), etree.Element(w("keepNext")))

    def count_by_word(self) -> None:
        """The numbers of some headings given to Word, which counts them itself."""
        paragraphs = [p for p in self.hand.paragraphs() if re.match(f"[{_NUMERALS}]、", self._text_of(p))]
        if not paragraphs or next(self.hand.root.iter(w("numPr")), None) is not None:
            return
        if not list(self.package.related(self.package.document, "numbering")):
            data = _NUMBERING.encode()
            self.package.add("word/numbering.xml", data, _NUMBERING_TYPE, OFFICE + "numbering", self.package.document)
        for paragraph in paragraphs:
            run = next(run for run in paragraph.iterfind(w("r")) if self._text(run))
            if without_marker(self._text(run)) == self._text(run):
                continue
            self._set(run, without_marker(self._text(run)))
            properties = self._properties(paragraph)
            properties.insert(sum(child.tag in _BEFORE_NUMBER for child in properties), etree.fromstring(_COUNTED))

    def _plain_runs(self) -> list[Element]:
        return self.hand._runs(4)

    def _inner_run(self) -> Element | None:
        """A part of a run, cut out of it."""
        runs = self.hand._runs(6)
        return self.hand._parted(self.random.choice(runs))[1] if runs else None

    def _properties(self, paragraph: Element | None = None) -> Element:
        paragraph = self._paragraph() if paragraph is None else paragraph
        found = paragraph.find(w("pPr"))
        if found is None:
            found = etree.Element(w("pPr"))
            paragraph.insert(0, found)
        return found

    def _note(self, properties: Element, tag: str, former: Element) -> None:
        change = etree.SubElement(properties, w(tag), {w("author"): "王五", w("date"): "2026-02-03T04:05:00Z"})
        change.set(w("id"), self.hand.number())
        change.append(former)

    def _text_of(self, paragraph: Element) -> str:
        return "".join([self._text(run) for run in paragraph.iterfind(w("r"))])

    def _text(self, run: Element) -> str:
        return self.hand._text(run)

    def _set(self, run: Element, text: str) -> None:
        self.hand._set(run, text)


PRACTISED = tuple(
    "split_item split_item carry_sentence carry_sentence table_for_words link control bold_tracked place_tracked "
    "keep_together count_by_word".split()
)
