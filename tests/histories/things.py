"""What people and programs put into a Word file beside words, and what they change in it without changing a word."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from random import Random

from lxml import etree

from drafting.revise.marks import next_block
from drafting.word.package import OFFICE, Package, w
from tests.histories.hands import Element, Hand
from tests.revise.files import BOX, PAGE_BREAK, PICTURE, PNG, SPACES, TABLE, r

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_WANG = {w("author"): "王五", w("date"): "2026-02-03T04:05:00Z"}
_NOTES = (w("footnoteReference"), w("endnoteReference"))
_BEHIND_LOOK = (w("sectPr"), w("pPrChange"))  # of the properties of a paragraph, behind the look of its mark
_PLAIN = (w("pPr"), w("r"), w("bookmarkStart"), w("bookmarkEnd"))


@dataclass(slots=True)
class Desk:
    """A file on somebody's desk, and the hand that works on it."""

    package: Package
    hand: Hand
    random: Random

    def tidy(self) -> None:
        """Take back what no program writes: a pending mark at the end, or one taken out before a table."""
        for paragraph in self.hand.root.iter(w("p")):
            following = next_block(paragraph)
            last = following is None or following.tag == w("sectPr")
            if last or following.tag == w("tbl"):  # type: ignore[union-attr]
                for look in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}"):
                    for mark in look.findall(w("del")) + look.findall(w("moveFrom")):
                        look.remove(mark)
                    for mark in (look.findall(w("ins")) + look.findall(w("moveTo"))) if last else []:
                        look.remove(mark)

    def _paragraph(self) -> Element:
        return self.random.choice(self.hand.paragraphs())

    def _run(self) -> Element | None:
        runs = [run for run in self._paragraph().iterfind(w("r")) if run.find(w("t")) is not None]
        return self.random.choice(runs) if runs else None

    def picture(self) -> None:
        if (run := self._run()) is not None:
            name = self.package.unused("word/media/image{}.png")
            self.package.add(name, PNG, "image/png", OFFICE + "image", self.package.document)
            picture = PICTURE.replace("rIdPicture", self._relation(name))
            run.addnext(_xml(picture.replace('id="1"', f'id="{self.hand.number()}"')))

    def _relation(self, part: str) -> str:
        found = self.package.relations(self.package.document)
        return next(relation.identifier for relation in found if relation.target == part)

    def table(self) -> None:
        table = _xml(TABLE.replace("指标", self.hand.word()))
        self._paragraph().addnext(table)
        following = table.getnext()
        if following is None or following.tag == w("sectPr"):
            table.addnext(etree.Element(w("p")))  # no program leaves a table last

    def box(self) -> None:
        word = self.hand.word()
        self.hand.typed.remove(word)  # it stands there twice, for newer and older programs
        text = BOX.replace("框中的话", word).replace('id="2"', f'id="{self.hand.number()}"')
        self._paragraph().append(_xml(text))

    def into_box(self) -> None:
        """A paragraph put into a text box in another one."""
        paragraph, other = self._paragraph(), self._paragraph()
        if paragraph is other or any(child.tag not in _PLAIN for child in paragraph):
            return
        box = _xml(BOX.replace('id="2"', f'id="{self.hand.number()}"'))
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
        bare = deepcopy(paragraph)
        for mark in list(bare.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        for content, what in zip(box.iter(w("txbxContent")), (paragraph, bare), strict=True):
            content[:] = [what]
        other.append(box)

    def footnote(self) -> None:
        if (run := self._run()) is None:
            return
        part = next(iter(self.package.related(self.package.document, "footnotes")), "")
        if not part:
            part = "word/footnotes.xml"
            lines = (("separator", -1), ("continuationSeparator", 0))
            notes = "".join(
                f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
                for kind, number in lines
            )
            data = f'<w:footnotes xmlns:w="{w("")[1:-1]}">{notes}</w:footnotes>'.encode()
            self.package.add(part, data, _TYPES + "footnotes+xml", OFFICE + "footnotes", self.package.document)
        root, number = self.package.xml(part), self.hand.number()
        root.append(
            _xml(f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{r("见附表。")}</w:p></w:footnote>')
        )
        self.package.put(part, root)
        run.addnext(_xml(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'))

    def field(self) -> None:
        """A value made the result of a field, which programs compute anew."""
        run = self.hand.number_alone()
        if run is None:
            return
        if self.random.random() < 0.5:
            simple = etree.Element(w("fldSimple"))
            simple.set(w("instr"), " DOCPROPERTY Total ")
            run.addprevious(simple)
            simple.append(run)
            return
        for text in (mark_of("begin"), "<w:r><w:instrText> REF total </w:instrText></w:r>", mark_of("separate")):
            run.addprevious(_xml(text))
        run.addnext(_xml(mark_of("end")))

    def comment(self) -> None:
        run = self._run()
        if run is None:
            return
        part = next(iter(self.package.related(self.package.document, "comments")), "")
        if not part:
            part = "word/comments.xml"
            empty = f'<w:comments xmlns:w="{w("")[1:-1]}"/>'.encode()
            self.package.add(part, empty, _TYPES + "comments+xml", OFFICE + "comments", self.package.document)
        comments, number = self.package.xml(part), self.hand.number()
        comment = etree.SubElement(comments, w("comment"), _WANG)
        comment.set(w("id"), number)
        comment.append(_xml(f"<w:p>{r('请核实。')}</w:p>"))
        self.package.put(part, comments)
        for tag, put in (("commentRangeStart", run.addprevious), ("commentRangeEnd", run.addnext)):
            mark = etree.Element(w(tag))
            mark.set(w("id"), number)
            put(mark)
        end = run.getnext()
        assert end is not None
        end.addnext(_xml(f'<w:r><w:commentReference w:id="{number}"/></w:r>'))

    def page_break(self) -> None:
        if (run := self._run()) is not None:
            run.addprevious(_xml(PAGE_BREAK))

    def header(self) -> None:
        sections = list(self.hand.root.iter(w("sectPr")))
        if sections and sections[-1].find(w("headerReference")) is None:
            name = self.package.unused("word/header{}.xml")
            data = f'<w:hdr xmlns:w="{w("")[1:-1]}"><w:p>{r("内部资料")}</w:p></w:hdr>'.encode()
            self.package.add(name, data, _TYPES + "header+xml", OFFICE + "header", self.package.document)
            sections[-1].insert(0, _xml(f'<w:headerReference w:type="default" r:id="{self._relation(name)}"/>'))

    def other_font(self) -> None:
        for run in self._paragraph().iterfind(w("r")):
            look = run.find(w("rPr"))
            if look is not None and look.find(w("color")) is None:
                look.append(_xml('<w:color w:val="FF0000"/>'))

    def rewrite(self) -> None:
        """Other words in the place of all that stands in a paragraph."""
        paragraph = self._paragraph()
        runs = paragraph.findall(w("r"))
        text = "".join([t.text or "" for run in runs for t in run.iterfind(w("t"))])
        if len(text) >= 24 and all(child.tag in _PLAIN for child in paragraph):
            for run in runs:
                paragraph.remove(run)
            paragraph.append(_xml(r(f"{self.hand.word()}，这件事换一个讲法，大家听着更明白，也更愿意去做。")))

    def split_tracked(self) -> None:
        """A paragraph split with tracking on: the mark that came in is pending."""
        run = self._run()
        paragraph = run.getparent() if run is not None else None
        if run is None or paragraph is None or paragraph.tag != w("p") or run.getprevious() is None:
            return
        if any(paragraph.find(f"{w('pPr')}/{w(name)}") is not None for name in ("rPr", "sectPr")):
            return
        new = etree.Element(w("p"))
        if (properties := paragraph.find(w("pPr"))) is not None:
            new.append(deepcopy(properties))
        new.extend([run, *run.itersiblings()])
        paragraph.addnext(new)
        self._mark(paragraph, "ins")

    def join_tracked(self) -> None:
        """The mark between two paragraphs deleted with tracking on."""
        paragraph = self._paragraph()
        following = paragraph.getnext()
        if following is not None and following.tag == w("p") and paragraph.find(f"{w('pPr')}/{w('rPr')}") is None:
            self._mark(paragraph, "del")

    def _mark(self, paragraph: Element, tag: str) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        behind = next((n for n, child in enumerate(properties) if child.tag in _BEHIND_LOOK), len(properties))
        properties.insert(behind, look := etree.Element(w("rPr")))
        change = etree.SubElement(look, w(tag), _WANG)
        change.set(w("id"), self.hand.number())

    def move_tracked(self) -> None:
        """A paragraph moved with tracking on, as Word writes it."""
        paragraph, other = self._paragraph(), self._paragraph()
        plain = all(child.tag in _PLAIN for child in paragraph)
        marked = paragraph.find(f"{w('pPr')}/{w('rPr')}") is not None
        if not plain or marked or other in (paragraph, paragraph.getprevious()) or paragraph.getnext() is None:
            return
        copy = deepcopy(paragraph)
        for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"), w("commentReference"))):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        for change in copy.iter(w("rPrChange"), w("pPrChange")):
            change.set(w("id"), self.hand.number())
        name = f"move{self.hand.number()}"
        for element, kind in ((paragraph, "moveFrom"), (copy, "moveTo")):
            self._wrap(element, kind, name)
        other.addnext(copy)

    def _wrap(self, paragraph: Element, kind: str, name: str) -> None:
        self._mark(paragraph, kind)
        change = etree.Element(w(kind), _WANG)
        change.set(w("id"), self.hand.number())
        change.extend(paragraph.findall(w("r")))
        number = self.hand.number()
        start = etree.Element(w(f"{kind}RangeStart"), {**_WANG, w("id"): number, w("name"): name})
        end = etree.Element(w(f"{kind}RangeEnd"), {w("id"): number})
        paragraph.extend([start, change, end])

    def copy_with_bookmarks(self) -> None:
        """As some programs do: the same name stands at two places, and the same footnote is pointed to twice."""
        paragraph, other = self._paragraph(), self._paragraph()
        if any(word in "".join(map(str, paragraph.itertext())) for word in self.hand.typed):
            return
        copy = deepcopy(paragraph)
        for mark in list(copy.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        numbers: dict[str, str] = {}
        for element in copy.iter(etree.Element):
            if (number := element.get(w("id"))) is not None and element.tag not in _NOTES:
                element.set(w("id"), numbers.setdefault(number, self.hand.number()))
        other.addnext(copy)

    def rename_styles(self) -> None:
        """As WPS and LibreOffice do: the ids are others, the names stay."""
        part = next(iter(self.package.related(self.package.document, "styles")))
        styles = self.package.xml(part)
        names = {style.get(w("styleId"), ""): f"a{number}" for number, style in enumerate(styles.iter(w("style")), 1)}
        for style in styles.iter(w("style")):
            style.set(w("styleId"), names[style.get(w("styleId"), "")])
        tags = [w(name) for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle")]
        others = [name for name in self.package.parts if re.search(r"(header|footer|comments)\d*\.xml$", name)]
        roots = {part: styles, **{name: self.package.xml(name) for name in others}}
        for root in (self.hand.root, *roots.values()):
            for element in root.iter(*tags):
                element.set(w("val"), names.get(element.get(w("val"), ""), element.get(w("val"), "")))
        for name, root in roots.items():
            self.package.put(name, root)

    def check_spelling(self) -> None:
        """Marks of revisions and of the spelling checker, which say nothing."""
        for number, paragraph in enumerate(self.hand.paragraphs()):
            paragraph.set(w("rsidR"), f"00{number:06X}")
            if (run := paragraph.find(w("r"))) is not None:
                for kind, put in (("spellStart", run.addprevious), ("spellEnd", run.addnext)):
                    mark = etree.Element(w("proofErr"))
                    mark.set(w("type"), kind)
                    put(mark)


def _xml(text: str) -> Element:
    element = etree.fromstring(f"<x{SPACES}>{text}</x>")[0]
    etree.cleanup_namespaces(element)
    return element


def mark_of(kind: str) -> str:
    """The begin, separate or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


THINGS = tuple(
    "picture table box into_box comment page_break header other_font rewrite split_tracked join_tracked "
    "copy_with_bookmarks rename_styles check_spelling move_tracked footnote field".split()
)
