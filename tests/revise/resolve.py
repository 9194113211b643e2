"""Accepting and rejecting tracked changes, written for the tests alone, after ECMA-376 17.13.5; and files compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy

from lxml import etree

from drafting.word.package import open_package, w

Element = etree._Element
_COMES, _GOES = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_RANGES = tuple(w(f"{kind}Range{end}") for kind in ("moveFrom", "moveTo") for end in ("Start", "End"))
_FORMER = tuple(w(name) for name in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_IGNORED = {w(name) for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", *())} | set(
    _RANGES
)


def document(data: bytes) -> Element:
    package = open_package(data)
    return package.xml(package.document)


def everything(_change: Element) -> bool:
    return True


def ours(change: Element) -> bool:
    return change.get(w("author")) == "drafting"


def accept(root: Element, wanted: Callable[[Element], bool] = everything) -> Element:
    """A copy with the wanted changes accepted."""
    return _resolve(root, gone=_GOES, stays=_COMES, wanted=wanted, restore=False)


def reject(root: Element, wanted: Callable[[Element], bool] = ours) -> Element:
    """A copy with the wanted changes rejected."""
    return _resolve(root, gone=_COMES, stays=_GOES, wanted=wanted, restore=True)


def _resolve(root: Element, gone: tuple, stays: tuple, wanted: Callable[[Element], bool], restore: bool) -> Element:
    root = deepcopy(root)
    for change in list(root.iter(*_FORMER)):
        if wanted(change):
            _settle_properties(change, restore)
    joins = []
    for paragraph in root.iter(w("p")):
        for mark in paragraph.findall(f"{w('pPr')}/{w('rPr')}/*"):
            if mark.tag in gone and wanted(mark) and paragraph not in joins:
                joins.append(paragraph)
            if mark.tag in (*gone, *stays) and wanted(mark):
                mark.getparent().remove(mark)
    for change in list(root.iter(*gone)):
        if wanted(change) and change.getparent().tag not in (w("rPr"), w("trPr")):
            change.getparent().remove(change)
    for change in list(root.iter(*stays)):
        if wanted(change) and change.getparent().tag not in (w("rPr"), w("trPr")):
            _unwrap(change, restore)
    ranges = [mark for mark in root.iter(*_RANGES) if wanted in (everything, ours)]
    for mark in ranges:
        if wanted is everything or mark.get(w("author"), "drafting") == "drafting":
            mark.getparent().remove(mark)
    for empty in [element for element in root.iter(w("hyperlink"), w("fldSimple"), w("smartTag")) if not len(element)]:
        empty.getparent().remove(empty)
    for paragraph in joins:
        _join(paragraph)
    return root


def _settle_properties(change: Element, restore: bool) -> None:
    properties = change.getparent()
    properties.remove(change)
    if restore:
        keep = [child for child in properties if child.tag in (w("rPr"), w("sectPr"))]
        for child in list(properties):
            properties.remove(child)
        properties.extend([*change[0], *keep])


def _unwrap(change: Element, restore: bool) -> None:
    if restore:
        for text in change.iter(w("delText"), w("delInstrText")):
            text.tag = w("t") if text.tag == w("delText") else w("instrText")
    for child in list(change):
        change.addprevious(child)
    change.getparent().remove(change)


def _join(paragraph: Element) -> None:
    """What is left of a paragraph goes to the beginning of the next one, whose mark is that of both."""
    following = next((e for e in paragraph.itersiblings() if e.tag not in _IGNORED), None)
    before = next((e for e in paragraph.itersiblings(preceding=True) if e.tag not in _IGNORED), None)
    beside = following if following is not None and following.tag != w("sectPr") else before
    # Behind a table at the end there always is an empty paragraph: Word puts one in where the file has none.
    if beside is not None and beside.tag == w("tbl") and paragraph.find(f".//{w('r')}") is None:
        paragraph.getparent().remove(paragraph)
    if following is None or following.tag != w("p"):
        return
    place = 1 if following.find(w("pPr")) is not None else 0
    for child in [child for child in paragraph if child.tag != w("pPr")]:
        following.insert(place, child)
        place += 1
    paragraph.getparent().remove(paragraph)


def texts(root: Element) -> list[str]:
    """The text of every paragraph of a file without pending changes, read in the simplest way."""
    found = []
    for paragraph in root.iter(w("p")):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        text = ""
        for element in paragraph.iter():
            around = next(element.iterancestors(w("p"), w("rt")), None)
            if around is not paragraph:
                continue
            if element.tag == w("t"):
                text += element.text or ""
            elif element.tag in (w("tab"), w("br")) and element.getparent().tag == w("r"):
                text += {"tab": "\t", "br": "\n"}[etree.QName(element).localname] if not element.get(w("type")) else ""
        found.append(text)
    return found


def our_comments(*files: bytes) -> set[str]:
    """The ids of the comments of ours in any of these files."""
    packages = [open_package(data) for data in files]
    return {
        comment.get(w("id"))
        for package in packages
        for part in package.related(package.document, "comments")
        for comment in package.xml(part).iter(w("comment"))
        if comment.get(w("author")) == "drafting"
    }


def form(root: Element, without: Iterable[str] = ()) -> list[tuple]:
    """Each paragraph as its properties and its content: text with its formatting, however it is cut into runs.

    without: ids of comments that do not count.
    """
    root = deepcopy(root)
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in [mark for mark in root.iter(w(tag)) if mark.get(w("id")) in without]:
            mark.getparent().remove(mark)
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    return [_form(paragraph) for paragraph in root.iter(w("p"))]


def _form(paragraph: Element) -> tuple:
    properties = paragraph.find(w("pPr"))
    content: list[list[str]] = []
    for path, look, what in _content(paragraph, ()):
        if content and what[0] == "t" and content[-1][:2] == [path, look] and content[-1][2][0] == "t":
            content[-1][2] += what[1:]
        else:
            content.append([path, look, what])
    return _xml(properties), tuple(tuple(item) for item in content)


def _content(element: Element, path: tuple) -> Iterable[tuple]:
    for child in element:
        if child.tag in _IGNORED or child.tag in (w("pPr"), w("rPr")):
            continue
        if child.tag == w("r"):
            look = _xml(child.find(w("rPr")))
            for part in child:
                if part.tag in (w("t"), w("delText")):
                    yield str(path), look, "t" + (part.text or "")
                elif part.tag != w("rPr") and part.tag not in _IGNORED:
                    yield str(path), look, "x" + _xml(part)
        elif child.tag in (
            w("ins"),
            w("del"),
            w("moveFrom"),
            w("moveTo"),
            w("hyperlink"),
            w("smartTag"),
            w("fldSimple"),
        ):
            yield from _content(child, (*path, (child.tag, child.get(w("author")), child.get(w("date")))))
        elif child.tag in (w("sdt"), w("sdtContent")):
            yield from _content(child, (*path, child.tag))
        else:
            yield str(path), "", "x" + _xml(child)


def _xml(element: Element | None) -> str:
    if element is None or (not len(element) and element.tag in (w("pPr"), w("rPr"))):
        return ""
    element = deepcopy(element)
    element.tail = None
    for change in element.iter(*_FORMER):
        change.attrib.pop(w("id"), None)
    for empty in [e for e in element.iter(w("rPr"), w("p")) if e is not element and (e.tag == w("p") or not len(e))]:
        empty.getparent().remove(empty)
    if not len(element) and element.tag in (w("pPr"), w("rPr")):
        return ""
    return etree.tostring(element, method="c14n").decode()
