"""The command line: arguments in, messages out, nothing else."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Sequence
from typing import TextIO

from drafting.i18n import language_of, use_language


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command `drafting`. The language is chosen first, for help texts are made in it."""
    # A command ends before there is garbage worth looking for; looking would cost a tenth of its time.
    gc.set_threshold(200_000, 20, 20)
    arguments = _language_first(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        _hold_chinese(stream)
    use_language(language_of(arguments))
    from drafting.cli.commands import build

    build().main(args=arguments, prog_name="drafting")


def _language_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with `--lang` before the name of the command, wherever it was typed."""
    rest, first = list(arguments), list[str]()
    end = rest.index("--") if "--" in rest else len(rest)
    for place in range(end - 1, -1, -1):
        if rest[place] == "--lang" or rest[place].startswith("--lang="):
            after = place + 1 if "=" in rest[place] else place + 2
            first = rest[place:after] + first
            del rest[place:after]
    return first + rest


def _hold_chinese(stream: TextIO) -> None:
    """Write UTF-8 into files and pipes; on a terminal what it can show, and the rest as codes."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")
