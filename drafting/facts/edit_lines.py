"""The lines of a text by offset: where they begin and end, and which comments belong to what."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"(?P<blanks>[ \t]*)(?P<comment>#)?[^\r\n]*(?P<break>\r\n|\r|\n|\Z)")


class Lines:
    """mark: the line end of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = _BREAK.search(text)
        self.mark = found.group() if found else "\n"

    def start(self, at: int) -> int:
        """Where the line begins in which an offset lies."""
        return max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at)) + 1

    def end(self, at: int) -> int:
        """Where that line ends, its break not included."""
        found = _BREAK.search(self._text, at)
        return found.start() if found else len(self._text)

    def begins_line(self, at: int) -> bool:
        """Whether only blanks stand before an offset in its line."""
        return not self._text[self.start(at) : at].strip(" \t")

    def below(self, end: int, column: int) -> int:
        """Where the lines begin below something that ends at `end` and whose key or dash stands at `column`.

        Comments that are indented deeper are its own.
        """
        reach = at = self._next(end)
        while at < len(self._text):
            line = _LINE.match(self._text, at)
            if line is None or (not line["comment"] and line.group().strip()):
                break
            if line["comment"] and len(line["blanks"]) <= column:
                break
            at = line.end()
            reach = at if line["comment"] else reach
        return reach

    def comments_above(self, at: int, below: int) -> int:
        """Where the comment begins that heads what stands from `at` to `below` and nothing else; `at` if none does.

        It stands right above it, as far in, with an empty line or the end of the text around both.
        """
        top = self.start(at)
        column = at - top
        if not self._is_blank(below) or not self.begins_line(at):
            return at
        while top:
            above = self.start(top - 1 - self._text.startswith("\r\n", top - 2))
            line = _LINE.match(self._text, above)
            if line is None or not line["comment"] or len(line["blanks"]) != column:
                return top + column if self._is_blank(above) and top + column != at else at
            top = above
        return top + column

    def right_above(self, at: int) -> int:
        """Where the comments begin that stand right above a line and as far in as `at`; `at`, if there are none."""
        top = self.start(at)
        column = at - top
        while top and self.begins_line(at):
            above = self.start(top - 1 - self._text.startswith("\r\n", top - 2))
            line = _LINE.match(self._text, above)
            if line is None or not line["comment"] or len(line["blanks"]) != column:
                break
            top = above
        return top + column

    def without_break(self, at: int) -> int:
        """The offset of the break right before an offset; that offset, if there is none."""
        if self._text.startswith("\r\n", at - 2) and at > 1:
            return at - 2
        return at - 1 if self._text[at - 1 : at] in ("\n", "\r") else at

    def insert(self, at: int, lines: str) -> str:
        """The text with lines of their own at an offset where a line begins or the text ends."""
        before = self.mark if at and self._text[at - 1] not in "\r\n" else ""
        return self._text[:at] + before + lines + self.mark + self._text[at:]

    def _next(self, at: int) -> int:
        found = _BREAK.search(self._text, at)
        return found.end() if found else len(self._text)

    def _is_blank(self, at: int) -> bool:
        """Whether the line that begins here is empty, or the text ends here."""
        line = _LINE.match(self._text, at)
        return line is None or not line.group().strip()
