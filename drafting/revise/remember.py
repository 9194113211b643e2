"""The state in the file: what the next draft starts from. Lost parts are made again."""

from __future__ import annotations

import posixpath

from lxml import etree

from drafting.word.names import ID_PROPERTY
from drafting.word.package import OFFICE, Package
from drafting.word.parts import custom_xml, state_properties_xml
from drafting.word.recall import state_parts
from drafting.word.state import state_id, state_xml
from drafting.word.xml import NAMESPACES, encode

_TYPES = "application/vnd.openxmlformats-officedocument."
_ONLY_STRING = f"{{{NAMESPACES['vt']}}}lpwstr"
_PROPERTY = f"{{{NAMESPACES['op']}}}property"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def remembers(package: Package, data: bytes) -> bool:
    """Whether the file holds this very state, and the id that ties it to the sidecar. data: of `state_to_bytes`."""
    parts = state_parts(package)
    return (
        len(parts) == 1
        and (package.peek(parts[0]).text or "") == data.decode()
        and any(_value(found) == state_id(data) for found in _properties(package))
    )


def remember(package: Package, data: bytes) -> None:
    """Put a state into the file in the place of the one it has. data: of `state_to_bytes`."""
    identifier = state_id(data)
    part, *others = state_parts(package) or [""]
    for other in others:
        package.remove(other)
    if part:
        package.parts[part] = state_xml(data)
    else:
        part = package.unused("customXml/item{}.xml")
        package.add(part, state_xml(data), "application/xml", OFFICE + "customXml", package.document)
    properties = next((name for name in package.related(part, "customXmlProps") if name in package.parts), "")
    if properties:
        package.parts[properties] = encode(state_properties_xml(identifier))
    else:
        properties = package.unused(posixpath.join(posixpath.dirname(part), "itemProps{}.xml"))
        data = encode(state_properties_xml(identifier))
        package.add(properties, data, f"{_TYPES}customXmlProperties+xml", f"{OFFICE}customXmlProps", part)
    _remember_id(package, identifier)


def _remember_id(package: Package, identifier: str) -> None:
    """Write the id into the document's own properties, beside those of others."""
    part = next((name for name in package.related("", "custom-properties") if name in package.parts), "")
    if not part:
        part = "docProps/custom.xml"
        part = package.unused("docProps/custom{}.xml") if part in package.parts else part
        data = encode(custom_xml(identifier))
        package.add(part, data, f"{_TYPES}custom-properties+xml", f"{OFFICE}custom-properties")
        return
    root = package.xml(part)
    for element in root.findall(_PROPERTY):
        if element.get("name") == ID_PROPERTY:
            root.remove(element)
    numbers = [int(number) for element in root if (number := element.get("pid", "")).isdecimal()]
    new = etree.SubElement(root, _PROPERTY, fmtid=_FORMAT, pid=str(max([1, *numbers]) + 1), name=ID_PROPERTY)
    etree.SubElement(new, _ONLY_STRING, nsmap={"vt": NAMESPACES["vt"]}).text = identifier
    package.put(part, root)


def _properties(package: Package) -> list[etree._Element]:
    return [
        element
        for name in package.related("", "custom-properties")
        if name in package.parts
        for element in package.peek(name)
        if element.get("name") == ID_PROPERTY
    ]


def _value(element: etree._Element) -> str:
    return "".join([str(text) for text in element.itertext()]).strip()
