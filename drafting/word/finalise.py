"""A file made final: everything of ours that is not the speech is taken out; what people put in stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.word.names import AUTHOR, FACT_STYLE, GAP_MARK, GAP_STYLE, ID_PROPERTY, is_anchor
from drafting.word.package import Package, open_package, w
from drafting.word.recall import state_parts
from drafting.word.text import paragraphs

_GAP = re.compile(re.escape(GAP_MARK) + "[^】]*】?")
_PENDING = tuple(w(tag) for tag in ("ins", "del", "moveFrom", "moveTo"))
_STORIES = ("header", "footer", "footnotes", "endnotes")
# What Word keeps beside comments.xml, each entry tied to a comment by the id of its paragraph or by a lasting id.
_BESIDE_COMMENTS = ("commentsExtended", "commentsIds", "commentsExtensible")


def finalise(data: bytes, name: str = "") -> bytes:
    """The .docx without our anchors, comments, shading and state; comments of people stay.

    The same bytes give the same bytes. name: of the file, as the person knows it. Raises UserError if the file cannot
    be opened, if nothing of ours is in it, if changes in it are pending, or with one fault for each gap that is still
    in it. A sidecar is the caller's to delete.
    """
    package = open_package(data, name)
    if found := gaps(package):
        message = _("Still waiting for an answer: {gap}.")
        raise UserError([Fault(message.format(gap=gap), name) for gap in found])
    if pending := sum(1 for _change in package.xml(package.document).iter(*_PENDING)):
        message = _("There are changes that nobody has accepted or rejected yet ({n}); decide on them in Word first.")
        raise UserError(Fault(message.format(n=pending), name))
    ours = _take_out_comments(package)
    shades = _take_out_styles(package)
    is_ours = bool(ours or shades)
    for part in (package.document, *_related(package, _STORIES)):
        root = package.xml(part)
        is_ours |= _drop_anchors(root)
        _drop_comment_marks(root, ours)
        _drop(root, lambda element: element.tag == w("rStyle") and element.get(w("val")) in shades)
        package.put(part, root)
    is_ours |= _take_out_state(package)
    if not is_ours:
        message = _("There is nothing of drafting in this file: it is final already, or drafting did not write it.")
        raise UserError(Fault(message, name))
    return package.to_bytes()


def gaps(package: Package) -> list[str]:
    """The gaps that a reader of the document would see, each once, in reading order."""
    found = [gap for paragraph in paragraphs(package.xml(package.document)) for gap in _GAP.findall(paragraph.text)]
    return list(dict.fromkeys(found))


def _related(package: Package, kinds: Iterable[str]) -> list[str]:
    """The parts that the document has relations of these kinds to."""
    names = [name for kind in kinds for name in package.related(package.document, kind)]
    return [name for name in names if name in package.parts]


def _drop(root: etree._Element, wanted: Callable[[etree._Element], bool]) -> list[etree._Element]:
    """Take the elements that are wanted, wherever they stand, out of the tree; none of them has text after it."""
    found = [element for element in root.iter() if isinstance(element.tag, str) and wanted(element)]
    for element in found:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return found


def _drop_anchors(root: etree._Element) -> bool:
    """Take out our bookmarks; whether there were any."""
    starts = _drop(root, lambda element: element.tag == w("bookmarkStart") and is_anchor(element.get(w("name"), "")))
    ids = {element.get(w("id")) for element in starts}
    _drop(root, lambda element: element.tag == w("bookmarkEnd") and element.get(w("id")) in ids)
    return bool(starts)


def _drop_comment_marks(root: etree._Element, ours: set[str]) -> None:
    """Take out where our comments begin, end and are shown, with the runs that hold nothing else."""
    marks = {w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")}
    runs = [mark.getparent() for mark in root.iter(w("commentReference")) if mark.get(w("id"), "") in ours]
    _drop(root, lambda element: element.tag in marks and element.get(w("id"), "") in ours)
    for run in runs:
        if run is not None and all(child.tag == w("rPr") for child in run):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)


def _take_out_comments(package: Package) -> set[str]:
    """Take our comments out of their part, and the part if nothing is left in it; the ids of those taken."""
    ours: set[str] = set()
    for part in _related(package, ["comments"]):
        root = package.xml(part)
        gone = _drop(root, lambda element: element.tag == w("comment") and element.get(w("author")) == AUTHOR)
        ours |= {comment.get(w("id"), "") for comment in gone}
        if not gone:
            continue
        if len(root):
            package.put(part, root)
            forget(package, gone)
        else:
            for name in (part, *_related(package, _BESIDE_COMMENTS)):
                package.remove(name)
    return ours


def _attributes(root: etree._Element, name: str) -> Iterator[str]:
    """The values of every attribute of this local name under `root`."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if etree.QName(key).localname == name:
                yield str(value)


def forget(package: Package, comments: Iterable[etree._Element]) -> None:
    """Take what Word keeps beside comments out for these, which are gone; a reply to one of them stands alone then."""
    gone = {value for comment in comments for value in _attributes(comment, "paraId")}
    for part in _related(package, _BESIDE_COMMENTS):
        root = package.xml(part)
        for entry in list(root):
            if gone.intersection((*_attributes(entry, "paraId"), *_attributes(entry, "durableId"))):
                gone.update(_attributes(entry, "durableId"))
                root.remove(entry)
                continue
            for key, value in list(entry.attrib.items()):
                if etree.QName(key).localname == "paraIdParent" and value in gone:
                    del entry.attrib[key]
        package.put(part, root)


def _take_out_styles(package: Package) -> set[str]:
    """Take out the styles that shade gaps and facts; their ids."""
    names = {GAP_STYLE[1], FACT_STYLE[1]}
    ids: set[str] = set()
    for part in _related(package, ["styles"]):
        root = package.xml(part)
        for style in list(root.iterfind(w("style"))):
            name = style.find(w("name"))
            if name is not None and name.get(w("val")) in names:
                ids.add(style.get(w("styleId"), ""))
                root.remove(style)
        package.put(part, root)
    return ids


def _take_out_state(package: Package) -> bool:
    """Take out the state, and the id that ties the file to its sidecar; whether there was either."""
    states = state_parts(package)
    found = bool(states)
    for part in states:
        for properties in package.related(part, "customXmlProps"):
            package.remove(properties)
        package.remove(part)
    for part in [name for name in package.related("", "custom-properties") if name in package.parts]:
        root = package.xml(part)
        if _drop(root, lambda element: element.get("name") == ID_PROPERTY):
            package.put(part, root)
            found = True
        if not len(root):
            package.remove(part)
    return found
