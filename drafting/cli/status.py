"""`drafting status`: how far the answers are, and which forms are out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafting.cli.output import show_json
from drafting.i18n import _

if TYPE_CHECKING:
    from drafting.questionnaire.forms.status import FormLine, Line, Status

_WIDTH = 120  # of a table that goes into a file or a pipe


def status_command() -> click.Command:
    """The command `status`."""
    return click.Command(
        "status",
        callback=_status,
        help=_("Show what is answered and by whom, what is missing, and which forms are due."),
        params=[
            click.Argument(["facts"], type=click.Path(path_type=Path), metavar="FACTS.yaml"),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs.")),
        ],
    )


def _status(facts: Path, as_json: bool) -> None:
    from datetime import date

    from drafting.questionnaire.forms.status import look

    status = look(facts, date.today())
    if as_json:
        show_json(status.as_data())
    else:
        _show(status)


def _show(status: Status) -> None:
    from rich.console import Console

    from drafting.questionnaire.forms.status import State

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
    console.print(_questions(status))
    counts = {
        _("answered"): status.count(State.ANSWERED),
        _("partly"): status.count(State.PARTLY),
        _("missing"): status.count(State.MISSING),
        _("may be left out"): status.count(State.OPEN),
    }
    console.print("  ".join(f"{word} {count}" for word, count in counts.items()), markup=False)
    if status.house:
        console.print(_("Missing in the house file: {names}").format(names="、".join(status.house)), markup=False)
    if status.forms:
        console.print()
        console.print(_forms(status))


def _table(title: str, *heads: str) -> Any:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _questions(status: Status) -> Any:
    from rich.text import Text

    table = _table(f"{status.title}  {status.file}", _("Question"), _("Key"), _("State"), _("By"), _("Due"))
    group = ""
    for line in status.lines:
        if line.group != group:
            group = line.group
            table.add_row(Text(group, style="bold"))
        word, style = _state(line)
        ask = line.question.ask + ("＊" if line.question.required else "")
        table.add_row(
            Text("  " + ask), Text(line.question.key), Text(word, style), Text("、".join(line.by)), Text(line.due)
        )
    return table


def _state(line: Line) -> tuple[str, str]:
    """The state in words, and the style in which it is shown."""
    from drafting.questionnaire.forms.status import State

    word, style = {
        State.ANSWERED: (_("answered"), "green"),
        State.PARTLY: (_("partly"), "yellow"),
        State.MISSING: (_("missing"), "bold red"),
        State.OPEN: ("–", "dim"),
        State.IDLE: (_("not asked now"), "dim"),
    }[line.state]
    if line.entries is not None and line.state is not State.IDLE:
        word = _("{state} ({n})").format(state=word, n=line.entries)
    if line.state is State.PARTLY:
        word += ": " + ", ".join(line.lacks[:3]) + (" …" if len(line.lacks) > 3 else "")
    return word, style


def _forms(status: Status) -> Any:
    from rich.text import Text

    table = _table(_("Forms"), _("For"), _("File"), _("Questions"), _("Due"), _("State"))
    for form in status.forms:
        word, style = _form_state(form)
        only = ", ".join(form.only) or _("all")
        table.add_row(Text(form.unit or _("anyone")), Text(form.file), Text(only), Text(form.due), Text(word, style))
    return table


def _form_state(form: FormLine) -> tuple[str, str]:
    if form.units:
        return _("returned by {units}").format(units="、".join(form.units)), "green"
    if form.replaced:
        return _("replaced by a later form"), "dim"
    return (_("overdue"), "bold red") if form.overdue else (_("not back yet"), "yellow")
