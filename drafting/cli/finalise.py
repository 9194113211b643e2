"""`drafting finalise`: a draft becomes the file that goes out."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.i18n import _


def finalise_command() -> click.Command:
    """The command `finalise`."""
    return click.Command(
        "finalise",
        callback=_finalise,
        help=_(
            "Take anchors, state, our comments and shading out of a draft. Refused while gaps, conflicts or pending "
            "changes remain."
        ),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.docx"),
            click.Option(
                ["-o", "--output", "out"],
                type=click.Path(path_type=Path),
                metavar="OUT.docx",
                help=_("Where to write (default: the file itself; the one before is kept beside it)."),
            ),
        ],
    )


def _finalise(file: Path, out: Path | None) -> None:
    from drafting.finalising import finalise_file

    written, kept = finalise_file(file, out)
    click.echo(_("Written: {file}").format(file=written))
    if kept:
        click.echo(_("The file before is kept as {file}").format(file=kept))
