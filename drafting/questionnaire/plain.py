"""The front end without a terminal: lines out, and standard input read line by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from drafting.errors import UserError
from drafting.i18n import _
from drafting.questionnaire.commands import event_of
from drafting.questionnaire.screens import Event
from drafting.questionnaire.wording import Prompt

_MARK = "> "


class PlainFront:
    """Each line of the input is one answer; a \\ at its end lets it go on in the next."""

    def say(self, lines: Sequence[str]) -> None:
        """Print lines."""
        for line in lines:
            print(line)

    def read(self, prompt: Prompt) -> Event:
        """Read a line. Raises EOFError at the end of the input."""
        if prompt.current:
            print("    " + _("Now: {answer} (Enter keeps it)").format(answer=prompt.current))
        if prompt.accepts:
            print(f"    {prompt.hint}")
        print(_MARK, end="", flush=True)
        line = self._line()
        while prompt.many_lines and line.endswith("\\"):
            print(_MARK, end="", flush=True)
            line = f"{line[:-1]}\n{self._line()}"
        if not sys.stdin.isatty():
            print()  # nobody has pressed Enter on the screen
        return event_of(line)

    def edit(self, text: str) -> str | None:
        """The text from the person's editor, where there is a person."""
        return in_editor(text) if sys.stdin.isatty() else None

    def _line(self) -> str:
        """A line of the input, in UTF-8 or, as older programs write it, GB18030."""
        buffer = getattr(sys.stdin, "buffer", None)
        if buffer is None:
            line = sys.stdin.readline()
        else:
            data: bytes = buffer.readline()
            try:
                line = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                line = data.decode("gb18030", "replace")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")


def in_editor(text: str) -> str | None:
    """The text as it comes out of the person's editor; None if nothing was changed. Raises UserError if it fails."""
    import click

    try:
        changed = click.edit(text + "\n" if text else "", extension=".txt")
    except (click.ClickException, OSError, ValueError):  # not found, ended with a fault, wrongly quoted
        name = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
        failed = _("The editor “{name}” has failed").format(name=name) if name else _("The editor has failed")
        raise UserError(_("{failed}, so the answer is as it was. Type it here.").format(failed=failed)) from None
    return None if changed is None or changed.strip() == text.strip() else changed


def has_terminal() -> bool:
    """Whether a person sits at a terminal that can edit lines."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
