"""Web pages as lines: the text of their blocks, without scripts and menus; nothing is loaded or resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml import etree

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.learn import Line, Removed
from drafting.learn.lines import BLANKS, UNSEEN
from drafting.reading.files import Read
from drafting.reading.text import decoded, is_text

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_SKIPPED = {
    "script", "style", "head", "noscript", "template", "iframe", "object", "svg", "select", "button", "option",
    "textarea", "video", "audio", "canvas", "map", "rt", "rp",
}  # fmt: skip
_AROUND = {"nav", "footer", "aside", "menu"}
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table",
    "tbody", "section", "article", "main", "header", "blockquote", "pre", "body", "center", "hr", "figure", "address",
    "fieldset",
}  # fmt: skip
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# A line break in the source is a blank between words in Latin letters, and nothing between Chinese.
_SOURCE_BREAK = re.compile(r"[ \t]*[\r\n\f][ \t\r\n\f]*")
_LINE_END = re.compile(r"\r\n?|\n")
_INDENT = tuple(BLANKS.replace(" ", "").replace("\t", ""))
_LINKS = 0.7
_CELLS = {"td", "th"}
_NO_CELL = {"table", "ul", "ol", "nav", "pre", *_HEADINGS, *_SKIPPED}
_CELL = 80  # characters of a cell that is one of a row; what says more is a column of the page, and holds the speech
# A heading that is counted and a sentence are read, be they links.
_OF_A_SPEECH = re.compile("^[一二三四五六七八九十]{1,3}、|^（[一二三四五六七八九十]{1,3}）|[。！？；]$")


def read_html(data: bytes, name: str) -> Read:
    """The lines of a web page. Raises UserError for what cannot be read as one."""
    text = _DECLARATION.sub("", _decoded(data, name))
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError):
        raise UserError(Fault(_("The web page cannot be read."), name)) from None
    if any("depth" in entry.message for entry in parser.error_log):  # the parser has dropped what is deeper
        message = _("The web page is nested too deeply to be read whole. Copy its text into a Word or text file first.")
        raise UserError(Fault(message, name))
    if root is None:
        raise UserError(Fault(_("The file is empty."), name))
    walker = _Walker()
    walker.walk(root)
    return walker.lines, walker.removed, False


def _decoded(data: bytes, name: str) -> str:
    """The page by the charset that it names, if it is right; else by trial."""
    if match := _CHARSET.search(data[:4096]):
        named = match[1].decode("ascii", "replace").lower()
        with suppress(UnicodeError, LookupError):  # a page whose charset can be read like this is no UTF-16
            page = "" if named.startswith(("utf-16", "utf-32", "utf-7")) else named
            text = data.decode("gb18030" if page.startswith("gb") else page)
            if is_text(text):
                return text
    return decoded(data, name)


class _Walker:
    """Collects the text of each block; links are counted, since a block of nothing else is a menu."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.removed: list[Removed] = []
        self._text: list[str] = []
        self._linked = 0
        self._depth = 0
        self._kept = 0  # elements around that keep their line breaks
        self._gap = False
        self._counted: dict[Any, int] = {}
        self._pending = ""  # the number of an item of which no text has been met: <li><h2>

    def walk(self, root: Any) -> None:
        """Go through the page without recursion: pages may be nested more deeply than the stack."""
        for event, element in _events(root):
            tag = element.tag
            if event == "row":
                self._row(element)
                self._add(element.tail or "")
            elif event == "start":
                if tag == "br":
                    self._end()
                elif tag in _BLOCKS:
                    self._end()
                    self._depth = _HEADINGS.get(tag, 0)
                    self._kept += tag == "pre"
                    self._pending = self._number(element) if tag == "li" else self._pending
                self._add(element.text or "", tag == "a")
            else:
                if tag in _BLOCKS:
                    self._end()
                    self._depth = 0
                    self._pending = "" if tag == "li" else self._pending
                    self._kept -= tag == "pre"
                elif tag in _AROUND and element is not root:
                    self._leave_out(element)
                self._add((element.tail or "") if element is not root else "")
        self._end()

    def _row(self, row: Any) -> None:
        """A row of a table as one line, with tabs between its cells."""
        self._end()
        cells: list[str] = []
        for cell in row:
            inner = _Walker()
            inner.walk(cell)
            cells.append(" ".join([line.text for line in inner.lines]))
            self.removed += inner.removed
        if any(cells):
            self.lines.append(Line("\t".join(cells), 0, None, False, self._gap))
            self._gap = False

    def _leave_out(self, element: Any) -> None:
        """Note what stands in a menu or a footer of the page."""
        inner = _Walker()
        inner.walk(element)
        why = _("words of a site or an office system, not of the speaker")
        self.removed += [*inner.removed, *[Removed(line.text, why) for line in inner.lines]]

    def _number(self, item: Any) -> str:
        """The number that a browser shows before an item of a numbered list."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol" or parent.get("type", "1") != "1":
            return ""
        start = parent.get("start", "1")
        number = self._counted.get(parent, int(start) if start.isdecimal() and len(start) < 4 else 1)
        self._counted[parent] = number + 1
        return f"{number}. "

    def _add(self, text: str, linked: bool = False) -> None:
        first, *following = _LINE_END.split(text) if self._kept else (text,)
        self._text.append(first)
        for line in following:
            self._end()
            self._text.append(line)
        if linked:
            self._linked += len("".join(text.split()))

    def _end(self) -> None:
        """The block ends here."""
        source = UNSEEN.sub("", "".join(self._text))
        whole = _BLANKS.sub(" ", _SOURCE_BREAK.sub(_joint, source))
        text = whole.strip(BLANKS)
        length = len("".join(text.split()))
        if text and self._linked > _LINKS * length and not _OF_A_SPEECH.search(text):
            self.removed.append(Removed(text, _("links to other pages")))
        elif text:
            indented = whole.strip(" ").startswith(_INDENT)
            text, self._pending = f"{self._pending}{text}", ""
            self.lines.append(Line(text, self._depth, None, indented, self._gap))
        self._gap = not text and bool(self.lines)
        self._text, self._linked = [], 0


def _joint(found: re.Match[str]) -> str:
    """What a line break in the source stands for."""
    source, (at, end) = found.string, found.span()
    before, after = source[at - 1 : at], source[end : end + 1]
    return " " if before.isascii() and after.isascii() and (before.isalpha() or after.isalpha()) else ""


def _events(root: Any) -> Iterator[tuple[str, Any]]:
    """Start and end of each element that is read, in order."""
    stack: list[tuple[Any, Iterator[Any]]] = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif not isinstance(child.tag, str) or child.tag in _SKIPPED or child.tag in _AROUND:
            yield "end", child
        elif child.tag == "tr" and _is_of_a_table(child):
            yield "row", child
        else:
            yield "start", child
            stack.append((child, iter(child)))


def _is_of_a_table(row: Any) -> bool:
    """Whether a row stands beside another with as many cells, both of short ones."""
    beside = [other for other in (row.getprevious(), row.getnext()) if other is not None and other.tag == "tr"]
    return _is_row(row) and any(len(other) == len(row) and _is_row(other) for other in beside)


def _is_row(row: Any) -> bool:
    """Whether a row of a table is one of short cells, and none of the columns in which a page is laid out."""
    cells = [child for child in row if isinstance(child.tag, str)]
    if len(cells) < 2 or len(cells) < len(row) or any(cell.tag not in _CELLS for cell in cells):
        return False
    for cell in cells:
        blocks = said = 0
        for inner in cell.iter():
            if inner.tag in _NO_CELL:
                return False
            said += len((inner.text or "").strip()) + len((inner.tail or "").strip() if inner is not cell else "")
            blocks += inner is not cell and inner.tag in _BLOCKS and bool((inner.text or "").strip())
            if said > _CELL or blocks > 1:
                return False
    return sum(bool("".join(cell.itertext()).strip()) for cell in cells) > 1
