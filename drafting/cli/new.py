"""`drafting new`: begin a speech, and ask for its facts."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.errors import UserError
from drafting.i18n import _


def new_command() -> click.Command:
    """The command `new`."""
    return click.Command(
        "new",
        callback=_new,
        help=_("Begin the facts file of a new speech and ask for the facts. Without an outline, choose one."),
        params=[
            click.Argument(["outline"], required=False, metavar="[OUTLINE]"),
            click.Option(
                ["-o", "--output", "out"],
                type=click.Path(path_type=Path),
                metavar="FACTS.yaml",
                help=_("Where to write (default: in the working folder, under the outline's name)."),
            ),
        ],
    )


def _new(outline: str | None, out: Path | None) -> None:
    from drafting.cli.ask import front_end, stopped, talk
    from drafting.questionnaire.asking import begin
    from drafting.questionnaire.choosing import choose_outline

    front = front_end()
    if outline is None:
        try:
            outline = choose_outline(front)
        except KeyboardInterrupt as end:
            click.echo()
            click.echo(_("Nothing was begun."))
            stopped(end)
        except EOFError:
            click.echo()
            message = _("Nothing was begun: no outline was chosen. Name it: drafting new OUTLINE -o FACTS.yaml")
            raise UserError(message) from None
    if outline is None:
        click.echo(_("Nothing was begun."))
        return
    path = begin(outline, out)
    click.echo(_("Begun: {file}").format(file=path))
    talk(path, front)
