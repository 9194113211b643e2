"""The commands, put together in the language of the person."""

from __future__ import annotations

from typing import Any

import click

from drafting import __version__
from drafting.cli.output import show_faults
from drafting.errors import UserError
from drafting.i18n import LANGUAGES, _


class _Drafting(click.Group):
    """Shows errors made for people without a traceback, and ends with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            show_faults(error.faults)
            ctx.exit(2)


def build() -> click.Group:
    """The command `drafting` with all its commands; built when it is run, so that help speaks the chosen language."""
    from drafting.cli.finalise import finalise_command
    from drafting.cli.outlines import outlines_command
    from drafting.cli.structure import structure_command
    from drafting.cli.write import write_command

    group = _Drafting(
        name="drafting",
        help=_("From facts to a speech in Word, and the speech kept right while facts change."),
        params=[
            click.Option(["--lang"], type=click.Choice(LANGUAGES), help=_("Language of messages."), expose_value=False),
        ],
    )
    click.version_option(__version__, prog_name="drafting", help=_("Show the version and exit."))(group)
    for command in (write_command(), outlines_command(), structure_command(), finalise_command()):
        group.add_command(command)
    return group
