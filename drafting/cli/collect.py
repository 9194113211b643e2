"""`drafting collect`: returned forms taken into a facts file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafting.cli.output import show_json
from drafting.errors import shortened
from drafting.i18n import _

if TYPE_CHECKING:
    from drafting.facts.edit import Raw
    from drafting.questionnaire.forms.collecting import Collected
    from drafting.questionnaire.forms.said import Conflict

_SHOWN = 60


def collect_command() -> click.Command:
    """The command `collect`."""
    file = click.Path(path_type=Path)
    return click.Command(
        "collect",
        callback=_collect,
        help=_(
            "Take returned forms into a facts file, in the order given, those of --take first. Gaps are filled, rows"
            " added behind those that are there; what differs from the facts file is shown and left as it is, until"
            " you say what holds. Who said what is noted in .drafting beside the facts file."
        ),
        params=[
            click.Argument(["facts"], type=file, metavar="FACTS.yaml"),
            click.Argument(["forms"], type=file, nargs=-1, metavar="FORM..."),
            click.Option(
                ["--take"],
                type=file,
                multiple=True,
                metavar="FORM",
                help=_("Where this form differs from the facts file, it is right."),
            ),
            click.Option(
                ["--keep"], is_flag=True, help=_("Where forms differ from the facts file, the file is right.")
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs.")),
        ],
    )


def _collect(facts: Path, forms: tuple[Path, ...], take: tuple[Path, ...], keep: bool, as_json: bool) -> None:
    from drafting.questionnaire.forms.collecting import collect

    if not forms and not take:
        raise click.UsageError(_("Name at least one form."))
    done = collect(facts, forms, take=take, keep=keep)
    if as_json:
        show_json(done.as_data())
    else:
        _show(done)
    if done.conflicts:
        click.get_current_context().exit(1)


def _show(done: Collected) -> None:
    if done.begun:
        click.echo(_("Begun: {file}").format(file=done.facts))
    for file, unit in done.units.items():
        taken = [one for one in done.taken if one.file == file]
        click.echo(_("{file} ({unit}): {n} taken in").format(file=file, unit=unit, n=len(taken)))
        for one in taken:
            mark = "+" if one.new else "→"
            click.echo(f"  {mark} {one.path}（{one.ask}）: {_said(one.value)}")
    for note in done.notes:
        click.echo(note)
    if done.conflicts:
        click.echo(_("Different from the facts file, and left as it is there:"))
        for path in dict.fromkeys(one.path for one in done.conflicts):
            _show_conflict(done, [one for one in done.conflicts if one.path == path])
        click.echo(_("To decide: the same command with --take FORM (the form is right) or --keep (the facts file is)."))


def _show_conflict(done: Collected, conflicts: list[Conflict]) -> None:
    from drafting.questionnaire.forms.said import show

    first = conflicts[0]
    click.echo(f"  {first.path}（{first.ask}）")
    ours = _("(the row is no longer there)") if first.ours is None else show(first.ours)
    units = "、".join(done.before.get(first.path, ()))
    whose = f"{done.facts} ({units})" if units else str(done.facts)
    click.echo(f"    {whose}: {shortened(ours, _SHOWN)}")
    for one in conflicts:
        click.echo(f"    {one.file} ({one.unit}): {_said(one.theirs)}")


def _said(raw: Raw) -> str:
    from drafting.questionnaire.forms.said import show

    return shortened(show(raw), _SHOWN) or _("(nothing)")
