"""`drafting ask`: ask for the facts that are still open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from drafting.i18n import _

if TYPE_CHECKING:
    from drafting.questionnaire.asking import Front

_INTERRUPTED = 130  # as shells say it


def ask_command() -> click.Command:
    """The command `ask`."""
    return click.Command(
        "ask",
        callback=_ask,
        help=_("Go on asking for the facts of a speech. Every answer is saved at once; Ctrl+C stops."),
        params=[
            click.Argument(["facts"], type=click.Path(path_type=Path), metavar="FACTS.yaml"),
            click.Option(["--only"], type=click.Choice(["gaps"]), help=_("gaps: ask just for what the draft lacks.")),
        ],
    )


def _ask(facts: Path, only: str | None) -> None:
    talk(facts, front_end(), only_gaps=only == "gaps")


def front_end() -> Front:
    """What asks: lines that can be edited on a terminal, plain ones without."""
    from drafting.questionnaire.plain import PlainFront, has_terminal

    if has_terminal():
        from drafting.questionnaire.terminal import TerminalFront

        return TerminalFront()
    return PlainFront()


def talk(path: Path, front: Front, *, only_gaps: bool = False) -> None:
    """Hold the dialogue over a facts file, and say how it stands then."""
    from datetime import date

    from drafting.questionnaire.asking import Notebook, hold

    notebook = Notebook(path)
    if only_gaps and not (notebook.answers.gaps or notebook.answers.misfits):
        _say_house(notebook.answers.house_gaps)
        return
    try:
        hold(notebook, front, date.today(), only_gaps=only_gaps)
    except (KeyboardInterrupt, EOFError) as end:
        click.echo()
        click.echo(_("Stopped; every answer given is in {file}.").format(file=path))
        click.echo(_("Go on: drafting ask {file}").format(file=path))
        stopped(end)
    click.echo(_("Saved: {file}").format(file=path))
    if count := len(notebook.answers.gaps) + len(notebook.answers.misfits):
        click.echo(
            _("To be filled in or mended: {n}. Just these: drafting ask {file} --only gaps").format(n=count, file=path)
        )
    click.echo(_("Write the draft: drafting write {file}").format(file=path))


def _say_house(lacking: tuple[str, ...]) -> None:
    """Say what the draft lacks that is no question, and where it is to be written."""
    from drafting.chinese.lists import join_pauses

    if not lacking:
        click.echo(_("The draft lacks nothing."))
        return
    click.echo(_("Every question that the draft needs is answered."))
    click.echo(_("Lacking in the house file: {phrases}").format(phrases=join_pauses(lacking)))
    click.echo(_("That is not asked here: write it into the house file (house.yaml)."))


def stopped(end: BaseException) -> NoReturn:
    """End as a program does that was interrupted, or whose input has ended."""
    raise click.exceptions.Exit(_INTERRUPTED if isinstance(end, KeyboardInterrupt) else 0)
