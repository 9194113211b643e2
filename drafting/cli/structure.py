"""`drafting structure`: a Word file of ours read back into blocks."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.cli.output import show_json
from drafting.draft import Draft
from drafting.i18n import _


def structure_command() -> click.Command:
    """The command `structure`."""
    return click.Command(
        "structure",
        callback=_structure,
        help=_("Read a draft back into blocks: role, level, marker, move and text."),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.docx"),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Blocks for programs.")),
        ],
    )


def _structure(file: Path, as_json: bool) -> None:
    from drafting.word.read import read

    draft = read(file)
    if as_json:
        show_json({"speeches": [speech_data(draft)]})
    else:
        _show_tree(draft)


def speech_data(draft: Draft) -> dict[str, object]:
    """A speech as in gold/SPEC.md: title and blocks."""
    return {
        "title": draft.title or None,
        "blocks": [
            {"role": b.role, "level": b.level, "marker": b.marker, "move": b.move, "text": b.text} for b in draft.blocks
        ],
    }


def _show_tree(draft: Draft) -> None:
    for block in draft.blocks:
        first = block.text if len(block.text) <= 40 else block.text[:39] + "…"
        click.echo(f"{block.move:13}{'  ' * block.level}{first}")
