"""The command line: arguments in, messages out, nothing else."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from drafting.i18n import language_of, use_language


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command `drafting`. The language is chosen first, for help texts are made in it."""
    # A command ends before there is garbage worth looking for; looking would cost a tenth of its time.
    gc.set_threshold(200_000, 20, 20)
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    use_language(language_of(arguments))
    from drafting.cli.commands import build

    build().main(args=list(arguments), prog_name="drafting")
