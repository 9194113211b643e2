"""`drafting seeds`: the structure of an old speech, and no sentence of it."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.i18n import _


def seeds_command() -> click.Command:
    """The command `seeds`."""
    return click.Command(
        "seeds",
        callback=_seeds,
        help=_("The structure of an old speech in our own terms, and no sentence of it."),
        params=[click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE")],
    )


def _seeds(file: Path) -> None:
    from drafting.learning.summary import summary_text
    from drafting.reading import read_speeches

    speeches = read_speeches(file)
    click.echo("---\n".join([summary_text(speech.draft, file.name) for speech in speeches]), nl=False)
