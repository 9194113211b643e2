"""What people do to a Word file by hand, done to its XML."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

from lxml import etree

from drafting.word.package import w
from tests.revise import resolve

Element = etree._Element
_AMONG_WORDS = re.compile(r"(?<=[一-鿿])[0-9]+(?:\.[0-9]+)?(?=[一-鿿])")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LOOK = '<w:rPr xmlns:w="{}"><w:b/></w:rPr>'.format(w("")[1:-1])


@dataclass(slots=True)
class Hand:
    """Somebody at the file.

    typed: unique words that were typed. gone: stretches of paragraphs taken out as a whole.
    """

    root: Element
    random: Random
    serial: int
    typed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def word(self) -> str:
        self.serial += self.random.randint(3, 9)
        word = f"手改{self.serial}"
        self.typed.append(word)
        return word

    def paragraphs(self) -> list[Element]:
        """Paragraphs of the body with text."""
        body = self.root.find(w("body"))
        assert body is not None
        return [p for p in body.iterfind(w("p")) if any(self._text(run) for run in p.iterfind(w("r")))]

    @staticmethod
    def _text(run: Element) -> str:
        return "".join([text.text or "" for text in run.iterfind(w("t"))])

    def _runs(self, least: int = 1, *, gaps: bool = False) -> list[Element]:
        """Runs with plain text directly in a paragraph, none of them pending."""
        runs = [run for p in self.paragraphs() for run in p.iterfind(w("r")) if len(self._text(run)) >= least]
        runs = [run for run in runs if len(run.findall(w("t"))) == 1]
        return runs if gaps else [run for run in runs if "【待补" not in self._text(run)]

    def _set(self, run: Element, text: str) -> None:
        (found,) = run.findall(w("t"))
        found.text = text
        found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def type_inside(self) -> None:
        runs = self._runs(4)
        if runs:
            run = self.random.choice(runs)
            text = self._text(run)
            places = [0, *[m.end() for m in re.finditer("[^0-9.%]", text)]]
            at = self.random.choice(places)
            self._set(run, text[:at] + self.word() + "，" + text[at:])

    def replace_number(self) -> None:
        runs = [run for run in self._runs() if _DIGITS.search(self._text(run))]
        if runs:
            run = self.random.choice(runs)
            found = self.random.choice(list(_DIGITS.finditer(self._text(run))))
            self.serial += 7
            text = self._text(run)
            self._set(run, text[: found.start()] + str(self.serial) + text[found.end() :])
            self.typed.append(str(self.serial))

    def write_otherwise(self) -> None:
        """A number with blanks beside it, as some programs set them."""
        runs = [run for run in self._runs() if _AMONG_WORDS.search(self._text(run))]
        if runs:
            run = self.random.choice(runs)
            text = self._text(run)
            found = self.random.choice(list(_AMONG_WORDS.finditer(text)))
            self._set(run, f"{text[: found.start()]} {found.group()} {text[found.end() :]}")

    def delete_phrase(self) -> None:
        runs = self._runs(14)
        if runs:
            run = self.random.choice(runs)
            text = self._text(run)
            at = self.random.randint(0, len(text) - 10)
            length = self.random.randint(6, 10)
            self.gone.append(text[at : at + length])
            self._set(run, text[:at] + text[at + length :])

    def delete_paragraph(self) -> None:
        paragraphs = self.paragraphs()
        if len(paragraphs) > 4:
            paragraph = self.random.choice(paragraphs)
            text = "".join([self._text(run) for run in paragraph.iterfind(w("r"))])
            if len(text) >= 16:
                self.gone.append(text[-14:-1])
            parent = paragraph.getparent()
            assert parent is not None
            parent.remove(paragraph)

    def split(self) -> None:
        runs = self._runs(8)
        if runs:
            run = self.random.choice(runs)
            text = self._text(run)
            at = self.random.randint(2, len(text) - 2)
            paragraph = run.getparent()
            assert paragraph is not None
            new = etree.Element(w("p"))
            if (properties := paragraph.find(w("pPr"))) is not None:
                new.append(deepcopy(properties))
                for mark in [*new.iterfind(f"{w('pPr')}/{w('rPr')}/*[@{w('id')}]"), *new.iter(w("pPrChange"))]:
                    mark.set(w("id"), self.number())
            rest = self._copy(run)
            behind = list(run.itersiblings())
            self._set(run, text[:at])
            self._set(rest, text[at:])
            new.extend([rest, *behind])
            paragraph.addnext(new)

    def join(self) -> None:
        paragraphs = [p for p in self.paragraphs() if p.getnext() is not None and p.getnext() in self.paragraphs()]
        if paragraphs:
            paragraph = self.random.choice(paragraphs)
            following = paragraph.getnext()
            assert following is not None
            paragraph.extend([child for child in following if child.tag != w("pPr")])
            following.getparent().remove(following)  # type: ignore[union-attr]

    def move(self) -> None:
        paragraphs = self.paragraphs()
        if len(paragraphs) > 3:
            paragraph, other = self.random.sample(paragraphs, 2)
            other.addnext(paragraph)

    def copy(self) -> None:
        paragraph, other = self.random.choice(self.paragraphs()), self.random.choice(self.paragraphs())
        copy = deepcopy(paragraph)
        self._without_marks(copy)
        self._number_again(copy)
        other.addnext(copy)

    def _copy(self, run: Element) -> Element:
        """The same run again: a change of its format bears another number there."""
        copy = deepcopy(run)
        self._number_again(copy)
        return copy

    def _number_again(self, element: Element) -> None:
        names = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
        for change in element.iter(*(w(name) for name in names)):
            change.set(w("id"), self.number())

    def number(self) -> str:
        """A number that nothing else in the file has."""
        self.serial += 1
        return str(90_000 + self.serial)

    @staticmethod
    def _without_marks(element: Element) -> None:
        names = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
        for mark in list(element.iter(*(w(name) for name in names))):
            mark.getparent().remove(mark)  # type: ignore[union-attr]

    def add(self, before: str = "") -> None:
        model = self.random.choice(self.paragraphs())
        new = etree.Element(w("p"))
        if (properties := model.find(w("pPr"))) is not None:
            new.append(deepcopy(properties))
            etree.strip_elements(new, w("ins"), w("del"), w("moveTo"), w("moveFrom"))
        run = etree.SubElement(new, w("r"))
        text = etree.SubElement(run, w("t"))
        text.text = f"{before}{self.word()}，这一段是领导自己加的。"
        model.addnext(new)

    def add_numbered(self) -> None:
        self.add(self.random.choice(["五、", "（三）", "三是", "第九，"]))

    def change_marker(self) -> None:
        runs = [run for run in self._runs(4) if re.match("[一二三四五六七]、", self._text(run))]
        if runs:
            run = self.random.choice(runs)
            self._set(run, self.random.choice("二三五八九") + self._text(run)[1:])

    def make_bold(self) -> None:
        runs = self._runs(6)
        if runs:
            _first, middle, _last = self._parted(self.random.choice(runs))
            look = middle.find(w("rPr"))
            if look is None:
                middle.insert(0, etree.fromstring(_LOOK))
            elif look.find(w("b")) is None:
                look.insert(len([*look.iterchildren(w("rStyle"), w("rFonts"))]), etree.Element(w("b")))

    def cut_runs(self) -> None:
        """As Word does when it checks the spelling."""
        for run in self.random.sample(runs := self._runs(6), min(5, len(runs))):
            self._parted(run)

    def _parted(self, run: Element) -> tuple[Element, Element, Element]:
        text = self._text(run)
        a = self.random.randint(1, len(text) - 2)
        b = self.random.randint(a + 1, len(text) - 1)
        middle, last = self._copy(run), self._copy(run)
        self._set(run, text[:a])
        self._set(middle, text[a:b])
        self._set(last, text[b:])
        run.addnext(middle)
        middle.addnext(last)
        return run, middle, last

    def number_alone(self) -> Element | None:
        """A number in a run of its own."""
        runs = [run for run in self._runs(4) if re.search(r"[^\d.]\d+(\.\d+)?[^\d.]", self._text(run))]
        if not runs:
            return None
        run = self.random.choice(runs)
        text = self._text(run)
        found = next(found for found in _DIGITS.finditer(text) if found.start() > 0 and found.end() < len(text))
        middle, last = self._copy(run), self._copy(run)
        for part, words in ((run, text[: found.start()]), (middle, found[0]), (last, text[found.end() :])):
            self._set(part, words)
        run.addnext(middle)
        middle.addnext(last)
        return middle

    def drop_bookmarks(self) -> None:
        starts = list(self.root.iter(w("bookmarkStart")))
        if starts:
            for start in self.random.sample(starts, self.random.randint(1, len(starts))):
                number = start.get(w("id"))
                for mark in list(self.root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                    if mark.get(w("id")) == number:
                        mark.getparent().remove(mark)  # type: ignore[union-attr]

    def _change(self, tag: str) -> Element:
        change = etree.Element(w(tag))
        change.set(w("id"), self.number())
        change.set(w("author"), self.random.choice(["李四", "王五"]))
        change.set(w("date"), "2026-01-02T03:04:00Z")
        return change

    def insert_tracked(self) -> None:
        runs = self._runs(4)
        if runs:
            run, middle, _last = self._parted(self.random.choice(runs))
            new = self._copy(middle)
            self._set(new, self.word())
            change = self._change("ins")
            change.append(new)
            run.addnext(change)

    def delete_tracked(self) -> None:
        runs = self._runs(16)
        if runs:
            _run, middle, _last = self._parted(self.random.choice(runs))
            text = self._text(middle)
            if len(text) >= 6:
                self.gone.append(text)
            (found,) = middle.findall(w("t"))
            found.tag = w("delText")
            change = self._change("del")
            middle.addprevious(change)
            change.append(middle)

    def delete_whole(self) -> None:
        """A paragraph deleted with tracking on, its mark too."""
        paragraphs = [p for p in self.paragraphs() if p.getnext() is not None and p.getnext().tag == w("p")]
        paragraphs = [p for p in paragraphs if p.find(f"{w('pPr')}/{w('rPr')}") is None and not list(p.iter(w("ins")))]
        if len(paragraphs) > 4:
            paragraph = self.random.choice(paragraphs)
            properties = paragraph.find(w("pPr"))
            if properties is None:
                properties = etree.Element(w("pPr"))
                paragraph.insert(0, properties)
            etree.SubElement(properties, w("rPr")).append(self._change("del"))
            for run in [run for run in paragraph.iterfind(w("r")) if run.find(w("t")) is not None]:
                for text in run.iter(w("t")):
                    text.tag = w("delText")
                change = self._change("del")
                run.addprevious(change)
                change.append(run)

    def accept_all(self) -> None:
        accepted = resolve.accept(self.root)
        self.root[:] = list(accepted)


HANDS = tuple(
    "type_inside type_inside replace_number write_otherwise delete_phrase delete_paragraph split join move copy add "
    "add_numbered make_bold cut_runs drop_bookmarks insert_tracked delete_tracked delete_whole accept_all "
    "change_marker".split()
)
