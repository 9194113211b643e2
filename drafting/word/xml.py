"""Text as XML text, and the check that nothing but XML's own characters goes into a file."""

from __future__ import annotations

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))


def escape(text: str) -> str:
    """`text` as the content of an element."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes."""
    return escape(text).replace('"', "&quot;")


def encode(xml: str) -> bytes:
    """`xml` as UTF-8.

    Raises ValueError for a lone surrogate, a control character, U+FFFE or U+FFFF: XML cannot hold them.
    """
    data = xml.encode()
    if "\ufffe" in xml or "\uffff" in xml or len(data.translate(None, _CONTROLS)) != len(data):
        raise ValueError("a character that XML does not allow")
    return data


def declared(*prefixes: str) -> str:
    """The declarations of these namespaces, each after a space."""
    return "".join([f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes])


def default(prefix: str) -> str:
    """The declaration of this namespace as the one of names without a prefix."""
    return f' xmlns="{NAMESPACES[prefix]}"'
