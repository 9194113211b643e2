"""A person at work on a Word file: edits of all kinds, made in the XML as Word would leave them."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from drafting.word.package import open_package, w
from drafting.word.text import Paragraph, paragraphs
from drafting.word.xml import NAMESPACES
from tests.revise.files import PAGE_BREAK, TABLE, p, r

SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
_RARE = 0x3400  # characters of no speech: what is typed with them is found again
_WHO = {w("author"): "李四", w("date"): "2026-01-02T03:04:00Z"}


class Person:
    """Works on a file. typed: all that was ever typed into it."""

    def __init__(self, random: Random, data: bytes, typed: list[str]) -> None:
        self.random = random
        self.package = open_package(data)
        self.root = self.package.xml(self.package.document)
        self.typed = typed
        self._words = random.randrange(2000)

    def work(self, edits: int) -> bytes:
        """The file after some edits."""
        for _edit in range(edits):
            found = [x for x in paragraphs(self.root) if x.shown and not x.fixed and len(x.elements) == 1]
            self.random.choice(_EDITS)(self, self.random.choice(found))
        self.package.put(self.package.document, self.root)
        return self.package.to_bytes()

    def word(self) -> str:
        self._words += 1
        word = "".join(chr(_RARE + self.random.randrange(2000)) for _ in range(3)) + chr(_RARE + 2000 + self._words)
        self.typed.append(word)
        return word

    def is_typed(self, paragraph: Paragraph) -> bool:
        """Whether there are typed words in it, which must not get lost by another edit."""
        return any(word in paragraph.text for word in self.typed)

    def number(self) -> str:
        """A number that nothing in the document has yet."""
        return str(max(int(e.get(w("id"))) for e in self.root.iter() if (e.get(w("id")) or "x").isdecimal()) + 1)

    def text_of(self, paragraph: Paragraph) -> etree._Element | None:
        """One of the texts of a paragraph that are not pending."""
        texts = [s.element for s in paragraph.stretches if s.element.tag == w("t")]
        texts = [t for t in texts if next(t.iterancestors(w("ins"), w("moveTo")), None) is None]
        return self.random.choice(texts) if texts else None

    def run_at(self, paragraph: Paragraph) -> etree._Element | None:
        """A run that was cut in two somewhere; the second half."""
        text = self.text_of(paragraph)
        if text is None or len(text.getparent().findall(w("t"))) != 1 or len(text.text) < 2:
            return None
        at = self.random.randrange(1, len(text.text))
        run = text.getparent()
        rest = deepcopy(run)
        rest.find(w("t")).text, text.text = text.text[at:], text.text[:at]
        run.addnext(rest)
        return rest

    def type(self, paragraph: Paragraph) -> None:
        text = self.text_of(paragraph)
        if text is not None and not self.is_typed(paragraph):
            at = self.random.randrange(len(text.text) + 1)
            text.text = text.text[:at] + self.word() + text.text[at:]

    def erase(self, paragraph: Paragraph) -> None:
        text = self.text_of(paragraph)
        if text is not None and not self.is_typed(paragraph):
            at = self.random.randrange(len(text.text))
            text.text = text.text[:at] + text.text[at + 3 :] or "。"

    def make_bold(self, paragraph: Paragraph) -> None:
        run = self.run_at(paragraph)
        if run is not None:
            look = run.find(w("rPr"))
            if look is None:
                look = etree.Element(w("rPr"))
                run.insert(0, look)
            if look.find(w("b")) is None:
                place = next((n + 1 for n, e in enumerate(look) if e.tag in (w("rStyle"), w("rFonts"))), 0)
                look.insert(max(place, 1 if look.find(w("rFonts")) is not None else 0), etree.Element(w("b")))

    def type_tracked(self, paragraph: Paragraph) -> None:
        run = self.run_at(paragraph)
        if run is not None and not self.is_typed(paragraph):
            change = etree.Element(w("ins"), _WHO)
            change.set(w("id"), self.number())
            change.append(self.xml(r(self.word())))
            run.addprevious(change)

    def erase_tracked(self, paragraph: Paragraph) -> None:
        run = self.run_at(paragraph)
        if run is None or self.is_typed(paragraph) or run.getnext() is None:
            return
        change = etree.Element(w("del"), _WHO)
        change.set(w("id"), self.number())
        run.addprevious(change)
        change.append(run)
        for text in run.iter(w("t")):
            text.tag = w("delText")

    def put_in(self, paragraph: Paragraph) -> None:
        run = self.run_at(paragraph)
        if run is not None:
            run.addprevious(self.xml(self.random.choice([SYMBOL, PAGE_BREAK])))

    def delete(self, paragraph: Paragraph) -> None:
        if not self.is_typed(paragraph):
            body = paragraph.elements[0].getparent()
            if body.tag == w("body") and len(body.findall(w("p"))) > 8:
                body.remove(paragraph.elements[0])

    def write_another(self, paragraph: Paragraph) -> None:
        paragraph.elements[0].addnext(self.xml(p(r(f"{self.word()}，这一段是自己加的。"))))

    def put_a_table(self, paragraph: Paragraph) -> None:
        if paragraph.elements[0].getnext().tag == w("p"):
            paragraph.elements[0].addnext(self.xml(TABLE.replace("指标", self.word())))

    def split(self, paragraph: Paragraph) -> None:
        run = self.run_at(paragraph)
        element = paragraph.elements[0]
        if run is None or run.getparent() is not element or self.is_typed(paragraph):
            return
        new = etree.Element(w("p"))
        new.append(deepcopy(element.find(w("pPr"))))
        new.extend([run, *run.itersiblings()])
        element.addnext(new)

    def move(self, paragraph: Paragraph) -> None:
        others = [
            x.elements[0] for x in paragraphs(self.root) if not x.fixed and x.elements[0] is not paragraph.elements[0]
        ]
        self.random.choice(others).addnext(paragraph.elements[0])

    def copy(self, paragraph: Paragraph) -> None:
        copy = deepcopy(paragraph.elements[0])
        for mark in list(copy.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
            mark.getparent().remove(mark)
        for element in copy.iter():
            if element.get(w("id")) is not None and element.tag != w("footnoteReference"):
                element.set(w("id"), "9" + element.get(w("id")))
        if not self.is_typed(paragraph):
            paragraph.elements[0].addnext(copy)

    def forget_bookmark(self, paragraph: Paragraph) -> None:
        for mark in paragraph.marks:
            if mark.element.getparent() is not None:
                mark.element.getparent().remove(mark.element)

    def xml(self, text: str) -> etree._Element:
        spaces = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r"))
        return etree.fromstring(f"<x{spaces}>{text}</x>")[0]


_EDITS: list[Callable[[Person, Paragraph], None]] = [
    *[Person.type, Person.type, Person.type_tracked, Person.erase, Person.erase_tracked, Person.make_bold],
    *[Person.put_in, Person.delete, Person.write_another, Person.put_a_table, Person.split, Person.move],
    *[Person.copy, Person.forget_bookmark],
]
