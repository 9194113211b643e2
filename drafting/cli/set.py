"""`drafting set`: change single answers of a facts file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from drafting.cli.kinds import refuse_word_file
from drafting.i18n import _


def set_command() -> click.Command:
    """The command `set`."""
    return click.Command(
        "set",
        callback=_set,
        help=_(
            "Change answers of a facts file, all of them or none: meeting=… tasks[2].deadline=… tasks[+].heading=…"
            " An empty value takes an answer or a row out; comments, order and quotation marks of the rest stay."
        ),
        params=[
            click.Argument(["facts"], type=click.Path(path_type=Path), metavar="FACTS.yaml"),
            click.Argument(["assignments"], nargs=-1, required=True, metavar="QUESTION=ANSWER..."),
            click.Option(
                ["--everywhere"], is_flag=True, help=_("Change the old value in longer answers that say it, too.")
            ),
        ],
    )


def _set(facts: Path, assignments: tuple[str, ...], everywhere: bool) -> None:
    from datetime import date

    from drafting.questionnaire.setting import change_answers

    refuse_word_file(facts, f"drafting facts FACTS.yaml --from {facts}")
    changes = change_answers(facts, assignments, date.today(), everywhere=everywhere)
    for change in changes:
        nothing = _("(nothing)")
        before, after = _in_a_line(change.before, nothing), _in_a_line(change.after, nothing)
        click.echo(f"{change.path}（{change.ask}）: {before} → {after}")
        if change.also:
            message = _("“{value}” still stands in: {places} (--everywhere changes it there too)")
            click.echo("  " + message.format(value=before, places=", ".join(change.also)))
    if not changes:
        click.echo(_("Nothing to change; it says so already."))


def _in_a_line(value: Any, nothing: str) -> str:
    if value is None:
        return nothing
    return value if isinstance(value, str) and "\n" not in value else json.dumps(value, ensure_ascii=False)
