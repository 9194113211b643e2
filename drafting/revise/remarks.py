"""The comments of the file: ours are added and taken out again, those of people stay.

They belong to the document and are Chinese as it is, whatever language the interface speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cached_property

from lxml import etree

from drafting.merge.model import Clash
from drafting.revise.looks import Looks
from drafting.word.comments import gap_text
from drafting.word.finalise import forget
from drafting.word.names import AUTHOR
from drafting.word.package import OFFICE, Package, w
from drafting.word.xml import DECLARATION, declared

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BY_HAND, _NOT_BY_HAND = "此处手工改过，保留原样。", "此处未自动改动，保留原样。"
_MOVED = re.compile("按最新事实应排在“(?P<behind>.*)”一段之后。", re.DOTALL)
_WANTED = re.compile(r"按最新事实应(?:删去“(?P<was>.*)”|为“(?P<ours>.*?)”(?:，原稿为“(?P<before>.*)”)?)。", re.DOTALL)

_ASKED = re.compile(
    re.escape(gap_text("<", ">")).replace(">", ".*").replace("<", "(?P<path>.+)")
    + "|"
    + re.escape(gap_text("<", "")).replace("<", "(?P<alone>.+)"),
    re.DOTALL,
)


def clash_text(clash: Clash) -> str:
    """What a comment says where the words in the file stay although the draft wants others."""
    kept = _BY_HAND if clash.by_hand else _NOT_BY_HAND
    if clash.moved:
        return f"{kept}按最新事实应排在“{clash.ours}”一段之后。"
    if not clash.ours:
        return f"{kept}按最新事实应删去“{clash.was}”。"
    before = f"，原稿为“{clash.was}”" if clash.was else ""
    return f"{kept}按最新事实应为“{clash.ours}”{before}。"


def wanted_in(text: str) -> tuple[str, str] | None:
    """What a comment that `clash_text` wrote says should stand there, and what did; None if it is another."""
    found = _WANTED.fullmatch(text, _begun(text)) if _begun(text) else None
    return (found["ours"] or "", found["was"] or found["before"] or "") if found else None


def other_wording(text: str) -> tuple[list[str], list[str]]:
    """The paragraphs of another wording that such a comment says should stand there, and of the one that did, where
    these are not as many; none if it is about something else."""
    ours, was = [found.split("\n") for found in wanted_in(text) or ("", "")]
    return (ours, was) if len(ours) != len(was) and all((*ours, *was)) else ([], [])


def place_in(text: str) -> str | None:
    """How the paragraph begins behind which another one belongs, as such a comment says; None if it is another."""
    found = _MOVED.fullmatch(text, _begun(text)) if _begun(text) else None
    return found["behind"] if found else None


def _begun(text: str) -> int:
    return next((len(kept) for kept in (_BY_HAND, _NOT_BY_HAND) if text.startswith(kept)), 0)


def is_by_hand(text: str) -> bool:
    """Whether a comment that `clash_text` wrote stands on words that the person changed."""
    return text.startswith(_BY_HAND)


class Remarks:
    """The comments of one file. questions: the wording of the question behind each missing fact.

    dropped: ids of those taken out; none of them is given again.
    """

    def __init__(self, package: Package, looks: Looks, questions: Mapping[str, str]) -> None:
        self._package = package
        self._looks = looks
        self._questions = questions
        self._changed = False
        self._gone: list[etree._Element] = []
        self.dropped: set[str] = set()

    def gap(self, path: str) -> str:
        """The id of a new comment that says which answer is missing."""
        return self._add(gap_text(path, self._questions.get(path, "")))

    def clash(self, clash: Clash) -> str:
        """The id of a new comment that shows what the draft would have."""
        return self._add(clash_text(clash))

    def copied(self, identifier: str) -> str:
        """The id of a new comment that says what one of people does: its words will stand at two places for a time."""
        found = [comment for comment in self._root.iterfind(w("comment")) if comment.get(w("id")) == identifier]
        if not found:
            return identifier
        copy = deepcopy(found[0])
        copy.set(w("id"), self._free_id())
        for paragraph in copy.iter(w("p")):
            for name in [name for name in paragraph.attrib if str(name).endswith("}paraId")]:
                del paragraph.attrib[name]  # it must not come twice
        self._root.append(copy)
        self._changed = True
        return copy.get(w("id"), "")

    def around(self, content: Sequence[etree._Element], identifier: str) -> list[etree._Element]:
        """Runs with a comment on them."""
        return [_mark("commentRangeStart", identifier), *content, *self.ends(identifier)]

    def start(self, identifier: str) -> etree._Element:
        """Where a comment begins."""
        return _mark("commentRangeStart", identifier)

    def ends(self, identifier: str) -> tuple[etree._Element, etree._Element]:
        """Where a comment ends, and the run that shows it."""
        run = etree.Element(w("r"))
        self._style(etree.SubElement(run, w("rPr")), "rStyle", "character", "annotation reference")
        run.append(_mark("commentReference", identifier))
        return _mark("commentRangeEnd", identifier), run

    @cached_property
    def ours(self) -> dict[str, etree._Element]:
        """The comments of ours that were there before any was added, by their ids."""
        return {
            comment.get(w("id"), ""): comment
            for comment in self._root.iterfind(w("comment"))
            if comment.get(w("author")) == AUTHOR
        }

    @property
    def said(self) -> Counter[str]:
        """What the comments of ours say, and how often."""
        return Counter(self._text(identifier) for identifier in self.ours)

    def is_clash(self, identifier: str, *, moved: bool = False) -> bool:
        """Whether a comment of ours shows a clash. moved: one about the place of a paragraph."""
        return (self.place(identifier) if moved else self.wanted(identifier)) is not None

    def wanted(self, identifier: str) -> tuple[str, str] | None:
        """What `wanted_in` gives for a comment of ours."""
        return wanted_in(self._text(identifier))

    def place(self, identifier: str) -> str | None:
        """What `place_in` gives for a comment of ours."""
        return place_in(self._text(identifier))

    def asked(self, identifier: str) -> str:
        """The path of the answer that a comment of ours on a gap asks for, "" for another comment."""
        found = _ASKED.fullmatch(self._text(identifier))
        return found["path"] or found["alone"] if found else ""

    def says(self, identifier: str, clash: Clash) -> bool:
        """Whether a comment of ours shows this very clash."""
        return self._text(identifier) == clash_text(clash)

    def _text(self, identifier: str) -> str:
        return "".join([str(text) for text in self.ours[identifier].itertext()])

    def drop(self, identifier: str) -> None:
        """Take a comment of ours out of the part; its marks are the caller's."""
        comment = self.ours.pop(identifier)
        self.dropped.add(identifier)
        self._root.remove(comment)
        self._gone.append(comment)
        self._changed = True

    def drop_orphans(self, root: etree._Element) -> bool:
        """Take out the comments of ours that stand nowhere in the document, since somebody took the words out; whether
        there were any."""
        standing = {mark.get(w("id")) for mark in root.iter(w("commentRangeStart"), w("commentReference"))}
        orphans = [identifier for identifier in self.ours if identifier not in standing]
        for identifier in orphans:
            self.drop(identifier)
        return bool(orphans)

    def save(self) -> None:
        """Write the part, and put it in where there was none."""
        if not self._changed:
            return
        part = self._part or _free_name(self._package)
        if not self._part:
            self._package.add(part, b"", _TYPE, OFFICE + "comments", self._package.document)
        self._package.put(part, self._root)
        if self._gone:
            forget(self._package, self._gone)

    @cached_property
    def _part(self) -> str:
        found = self._package.related(self._package.document, "comments")
        return next((name for name in found if name in self._package.parts), "")

    @cached_property
    def _root(self) -> etree._Element:
        if self._part:
            return self._package.xml(self._part)
        return etree.fromstring(f"{DECLARATION}<w:comments{declared('w')}/>".encode())

    def _add(self, text: str) -> str:
        identifier = self._free_id()
        comment = etree.SubElement(self._root, w("comment"))
        for name, value in (("id", identifier), ("author", AUTHOR), ("initials", "d")):
            comment.set(w(name), value)
        paragraph = etree.SubElement(comment, w("p"))
        self._style(etree.SubElement(paragraph, w("pPr")), "pStyle", "paragraph", "annotation text")
        reference = etree.SubElement(paragraph, w("r"))
        self._style(etree.SubElement(reference, w("rPr")), "rStyle", "character", "annotation reference")
        etree.SubElement(reference, w("annotationRef"))
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(etree.SubElement(run, w("rPr")), w("rFonts")).set(w("hint"), "eastAsia")
        content = etree.SubElement(run, w("t"))
        content.text = text
        content.set(_SPACE, "preserve")
        self._changed = True
        return identifier

    def _free_id(self) -> str:
        known = {*self.ours, *self.dropped, *(comment.get(w("id"), "") for comment in self._root)}
        return str(max([int(number) for number in known if number.isdecimal()], default=-1) + 1)

    def _style(self, within: etree._Element, element: str, kind: str, name: str) -> None:
        """Name the style, if the file has it."""
        if style := self._looks.styles.get((kind, name)):
            etree.SubElement(within, w(element)).set(w("val"), style)


def _mark(name: str, identifier: str) -> etree._Element:
    mark = etree.Element(w(name))
    mark.set(w("id"), identifier)
    return mark


def _free_name(package: Package) -> str:
    usual = "word/comments.xml"
    return package.unused("word/comments{}.xml") if usual in package.parts else usual
