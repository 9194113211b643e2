"""A .docx as its parts and the relations between them, for reading and for taking things out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.word.archive import Entry, archive
from drafting.word.unzip import Zip, packed_part, unzip
from drafting.word.xml import NAMESPACES, default

CONTENT_TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_STRICT_ROOT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_LEVEL = 1  # higher ones take twice the time for a file 3 to 10 % smaller


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{NAMESPACES['w']}}}{name}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from one part to another. target: the name of the part, "" for one outside the file."""

    identifier: str
    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """The parts of a file. name: of the file, as the person knows it. path: where it lies, if it lies anywhere.

    source: what they were read from.
    """

    parts: dict[str, bytes]
    source: Zip
    name: str = ""
    path: Path | None = None
    document: str = field(init=False, default="")
    _opened: tuple[bytes, etree._Element] | None = field(init=False, repr=False, default=None)
    _as_read: dict[str, bytes] = field(init=False, repr=False, default_factory=dict)
    _seen: dict[str, tuple[bytes, etree._Element]] = field(init=False, repr=False, default_factory=dict)
    _ties: dict[str, tuple[etree._Element, list[Relation]]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._as_read = dict(self.parts)
        for relation in self.relations(""):
            if relation.kind.startswith(_STRICT):
                raise self._strict()
            if relation.kind == OFFICE + "officeDocument":
                self.document = relation.target
        root = self._first_look().tag if self.document in self.parts else ""
        if root == _STRICT_ROOT:
            raise self._strict()
        if root != w("document"):
            raise UserError(Fault(_("This is not a Word file (.docx)."), self.name))

    def _strict(self) -> UserError:
        message = _("The file is in the strict form of Open XML. Save it as an ordinary .docx first.")
        return UserError(Fault(message, self.name))

    def _first_look(self) -> etree._Element:
        """The root element of the document, kept for the first who asks: it is the largest part by far."""
        self._opened = (self.parts[self.document], self.xml(self.document))
        return self._opened[1]

    def xml(self, part: str) -> etree._Element:
        """The root element of a part, for the caller alone.

        Raises UserError if it is missing, no XML, or has a document type.
        """
        if part == self.document and self._opened and self.parts.get(part) is self._opened[0]:
            root, self._opened = self._opened[1], None
            return root
        try:
            root = etree.fromstring(self.parts[part], _PARSER)
        except (KeyError, etree.XMLSyntaxError):
            message = _("The file is damaged: {part} cannot be read.").format(part=part)
            raise UserError(Fault(message, self.name)) from None
        information: Any = root.getroottree().docinfo
        if information.doctype:
            message = _("The file holds a document type in {part}; it is not opened.").format(part=part)
            raise UserError(Fault(message, self.name))
        return root

    def peek(self, part: str) -> etree._Element:
        """The same for whoever only reads it: a part that stays as it is is opened once for all of these."""
        data = self.parts.get(part)
        if part not in self._seen or self._seen[part][0] is not data:
            self._seen[part] = (data or b"", self.xml(part))
        return self._seen[part][1]

    def put(self, part: str, root: etree._Element) -> None:
        """Write a part anew from its root element."""
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if data != self.parts.get(part):
            self.parts[part] = data

    def relations(self, part: str) -> list[Relation]:
        """The relations of a part, "" for those of the package; none if it has none."""
        if (name := _relations_name(part)) not in self.parts:
            return []
        root = self.peek(name)
        if name not in self._ties or self._ties[name][0] is not root:
            ties = [Relation(tie.get("Id", ""), tie.get("Type", ""), _target(part, tie)) for tie in root]
            self._ties[name] = (root, ties)
        return self._ties[name][1]

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts that a part has a relation of this kind to; the kind without its beginning."""
        return (relation.target for relation in self.relations(part) if relation.kind.endswith("/" + kind))

    def remove(self, part: str) -> None:
        """Take out a part with its own relations, all relations to it, and its content type."""
        self.parts.pop(part, None)
        self.parts.pop(_relations_name(part), None)
        for name in [name for name in self.parts if name.endswith(".rels")]:
            self._drop(name, [_target(_part_of(name), element) == part for element in self.xml(name)])
        types = [element.get("PartName") == "/" + part for element in self.xml(CONTENT_TYPES)]
        self._drop(CONTENT_TYPES, types)

    def add(self, part: str, data: bytes, content_type: str, kind: str, owner: str = "") -> None:
        """Put in a new part, its content type, and the relation that a part (or, by default, the package) has to it.

        kind: of the relation, the whole of it.
        """
        self.parts[part] = data
        types = self.xml(CONTENT_TYPES)
        etree.SubElement(types, _in("ct", "Override"), PartName=f"/{part}", ContentType=content_type)
        self.put(CONTENT_TYPES, types)
        name = _relations_name(owner)
        empty = f"<Relationships{default('rel')}/>"
        relations = self.xml(name) if name in self.parts else etree.fromstring(empty)
        taken = {element.get("Id", "") for element in relations}
        identifier = next(new for number in count(1) if (new := f"rId{number}") not in taken)
        target = posixpath.relpath("/" + part, "/" + posixpath.dirname(owner))
        etree.SubElement(relations, _in("rel", "Relationship"), Id=identifier, Type=kind, Target=target)
        self.put(name, relations)

    def unused(self, pattern: str) -> str:
        """The name of a part that is not there yet. pattern: a name with `{}` for its number."""
        taken = {name.casefold() for name in self.parts}
        return next(name for number in count(1) if (name := pattern.format(number)).casefold() not in taken)

    def _drop(self, name: str, wanted: list[bool]) -> None:
        """Take the children that are marked out of the root of a part."""
        if any(wanted):
            root = self.xml(name)
            for element, out in zip(list(root), wanted, strict=True):
                if out:
                    root.remove(element)
            self.put(name, root)

    @property
    def is_changed(self) -> bool:
        """Whether any part is not as it was read."""
        return self.parts.keys() != self._as_read.keys() or any(
            self._as_read[name] is not data for name, data in self.parts.items()
        )

    def to_bytes(self) -> bytes:
        """The file; the same parts, read from the same bytes, give the same bytes.

        What was not changed is not compressed again, which takes long for pictures.
        """
        entries = {entry.filename: entry for entry in self.source.entries}
        packed = {
            name: packed_part(self.source.data, entries[name])
            for name, data in self.parts.items()
            if self._as_read.get(name) is data
        }
        return archive([packed.get(name) or Entry.of(name, data, _LEVEL) for name, data in self.parts.items()])


def _in(prefix: str, name: str) -> str:
    return f"{{{NAMESPACES[prefix]}}}{name}"


def open_package(source: Path | bytes, name: str = "", path: Path | None = None) -> Package:
    """The package in a file or in its bytes. Raises UserError for what is no .docx or is out of bounds.

    path: of the file that the bytes are of.
    """
    path = source if isinstance(source, Path) else path
    name = name or str(path or "")
    found = unzip(source, name)
    return Package(found.parts, found, name, path)


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def _part_of(relations: str) -> str:
    """The part whose relations have this name."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _target(part: str, element: etree._Element) -> str:
    if element.get("TargetMode") == "External":
        return ""
    target = element.get("Target", "")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
