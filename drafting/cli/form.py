"""`drafting form`: the questions as a form to pass around."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.i18n import _


def form_command() -> click.Command:
    """The command `form`."""
    return click.Command(
        "form",
        callback=_form,
        help=_(
            "Make a form of the questions, to be filled in by others and taken in with “collect”: a spreadsheet (.xlsx)"
            " or a text (.yaml), filled with what is known."
        ),
        params=[
            click.Argument(["named"], metavar="OUTLINE|FACTS.yaml"),
            click.Option(
                ["-o", "--output", "out"],
                type=click.Path(path_type=Path),
                metavar="FORM.xlsx|FORM.yaml",
                help=_("Where to write (default: a spreadsheet beside the facts file)."),
            ),
            click.Option(
                ["--for", "unit"],
                default="",
                metavar="DEPARTMENT",
                help=_("The department that fills it in; rows of other departments are left out."),
            ),
            click.Option(["--only"], default="", metavar="KEY,KEY", help=_("Only these questions.")),
            click.Option(["--due"], default="", metavar="DATE", help=_("By when it is to be back.")),
        ],
    )


def _form(named: str, out: Path | None, unit: str, only: str, due: str) -> None:
    from datetime import date

    from drafting.questionnaire.forms.sending import send_form

    keys = [key for key in (key.strip() for key in only.replace("，", ",").split(",")) if key]
    made = send_form(named, out, unit=unit, only=keys, due=due, today=date.today())
    click.echo(_("Written: {file}").format(file=made.file))
    singles, tables = len(made.form.singles), len(made.form.tables)
    click.echo(_("Single questions: {singles}; tables: {tables}.").format(singles=singles, tables=tables))
    for note in made.notes:
        click.echo(note, err=True)
    if made.facts is None and Path(named).suffix.lower() in (".yaml", ".yml"):
        begin = _(
            "The outline is found by its path only, so begin the facts file before: drafting new {name} -o {facts}"
        )
        click.echo(begin.format(name=named, facts="FACTS.yaml"))
    back = _("When it comes back: drafting collect {facts} {form}")
    click.echo(back.format(facts=made.facts or "FACTS.yaml", form=made.file))
