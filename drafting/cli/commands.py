"""The commands, put together in the language of the person, each loaded when it is wanted."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from drafting import __version__
from drafting.cli.output import fault_data, show_faults, show_json
from drafting.errors import UserError
from drafting.i18n import LANGUAGES, _

COMMANDS = (
    "new",
    "ask",
    "set",
    "form",
    "collect",
    "status",
    "write",
    "compare",
    "diff",
    "facts",
    "outlines",
    "structure",
    "learn",
    "seeds",
    "finalise",
)
"""Their names in the order of the help; `NAME` is made by `NAME_command` of the module `drafting.cli.NAME`."""


class _Drafting(click.Group):
    """Shows errors made for people without a traceback, and ends with 2."""

    _for_programs = False

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        self._for_programs = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            show_faults(error.faults)
            if self._for_programs:
                show_json({"faults": [fault_data(fault) for fault in error.faults]})
            ctx.exit(2)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"drafting.cli.{cmd_name}"), f"{cmd_name}_command")()
        assert isinstance(command, click.Command)
        return command


def build() -> click.Group:
    """The command `drafting`; built when it is run, so that help speaks the chosen language."""
    group = _Drafting(
        name="drafting",
        help=_("From facts to a speech in Word, and the speech kept right while facts change."),
        params=[
            click.Option(["--lang"], type=click.Choice(LANGUAGES), help=_("Language of messages."), expose_value=False),
        ],
    )
    click.version_option(__version__, prog_name="drafting", help=_("Show the version and exit."))(group)
    return group
