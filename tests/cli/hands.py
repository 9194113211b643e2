"""What people do to the file between two runs: by hand in Word, or in its XML where python-docx has no word for it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from docx import Document
from docx.text.paragraph import Paragraph
from lxml import etree

from drafting.word.package import open_package, w
from tests.cli.office import FILE, paragraph_with
from tests.revise.resolve import reject

Hand = Callable[[list[Paragraph]], object]
WANG = {w("author"): "王五", w("date"): "2026-01-02T03:04:00Z"}


def by_hand(*hands: Hand) -> None:
    """The hands work on the file, one after the other."""
    document = Document(str(FILE))
    for hand in hands:
        hand(document.paragraphs)
    document.save(str(FILE))


def replaced(old: str, new: str) -> Hand:
    """A hand that puts `new` for `old`, wherever it stands."""

    def change(paragraphs: list[Paragraph]) -> None:
        runs = [run for paragraph in paragraphs for run in paragraph.runs if old in run.text]
        assert runs, f"nowhere in one run: {old}"
        for run in runs:
            run.text = run.text.replace(old, new)

    return change


def without(*words: str) -> Hand:
    """A hand that deletes the paragraphs with some words, one for each."""

    def change(paragraphs: list[Paragraph]) -> None:
        for text in words:
            (gone,) = [paragraph for paragraph in paragraphs if text in paragraph.text]
            gone._p.getparent().remove(gone._p)

    return change


def put_before(place: str, words: str) -> Hand:
    """A hand that moves the paragraph with some words before the one with others."""

    def change(paragraphs: list[Paragraph]) -> None:
        (moved,), (there,) = ([one for one in paragraphs if text in one.text] for text in (words, place))
        there._p.addprevious(moved._p)

    return change


def in_xml(change: Callable[[etree._Element], object]) -> None:
    """What somebody does to the document itself."""
    package = open_package(FILE)
    root = package.xml(package.document)
    change(root)
    package.put(package.document, root)
    FILE.write_bytes(package.to_bytes())


def tracked(old: str, new: str) -> None:
    """王五 puts `new` for `old` with tracking on."""

    def change(root: etree._Element) -> None:
        text = next(t for t in root.iter(w("t")) if old in (t.text or ""))
        run = text.getparent()
        assert run is not None
        before, after = (text.text or "").split(old, 1)
        xml = (
            '<x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>'
            f'<w:del w:id="901" w:author="王五"><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
            f'<w:ins w:id="902" w:author="王五"><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'
            f'<w:r><w:t xml:space="preserve">{after}</w:t></w:r></x>'
        )
        for part in list(etree.fromstring(xml)):
            run.addprevious(part)
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)

    in_xml(change)


def deleted_with_tracking(words: str) -> None:
    """王五 takes a whole paragraph out with tracking on."""

    def change(root: etree._Element) -> None:
        paragraph = paragraph_with(root, words)
        properties = paragraph.find(w("pPr"))
        assert properties is not None
        mark = etree.SubElement(etree.SubElement(properties, w("rPr")), w("del"), WANG)
        mark.set(w("id"), "9000")
        for number, run in enumerate(paragraph.findall(w("r")), 9001):
            for text in run.iter(w("t")):
                text.tag = w("delText")
            deletion = etree.Element(w("del"), WANG)
            deletion.set(w("id"), str(number))
            run.addprevious(deletion)
            deletion.append(run)

    in_xml(change)


def rejected() -> None:
    """Somebody rejects what 王五 has tracked, and nothing else."""

    def change(root: etree._Element) -> None:
        root[:] = list(reject(root, lambda change: change.get(w("author")) == "王五"))

    in_xml(change)


def moved_with_tracking(words: str, behind: str) -> None:
    """王五 moves a paragraph with tracking on, as Word writes it: all of it goes there and comes here."""

    def change(root: etree._Element) -> None:
        paragraph, other = paragraph_with(root, words), paragraph_with(root, behind)
        copy = deepcopy(paragraph)
        for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            copy.remove(mark)
        for number, (element, tag) in enumerate([(paragraph, "moveFrom"), (copy, "moveTo")], 91):
            properties = element.find(w("pPr"))
            assert properties is not None
            look = etree.SubElement(properties, w("rPr"))
            etree.SubElement(look, w(tag), {**WANG, w("id"): f"{number}1"})
            move = etree.Element(w(tag), {**WANG, w("id"): f"{number}2"})
            move.extend(element.findall(w("r")))
            start = etree.Element(w(f"{tag}RangeStart"), {**WANG, w("id"): f"{number}3", w("name"): "move91"})
            element.extend([start, move, etree.Element(w(f"{tag}RangeEnd"), {w("id"): f"{number}3"})])
        other.addnext(copy)

    in_xml(change)
