"""`drafting compare`: what writing a facts file again would do to a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.cli.kinds import is_facts_file, refuse_facts_file, refuse_word_file
from drafting.cli.output import show_json
from drafting.i18n import _


def compare_command() -> click.Command:
    """The command `compare`."""
    return click.Command(
        "compare",
        callback=_compare,
        help=_("Show what the facts file would change in a Word file, and what was changed there by hand. Read only."),
        params=[
            click.Argument(["facts"], type=click.Path(path_type=Path), metavar="FACTS.yaml"),
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.docx"),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs.")),
        ],
    )


def _compare(facts: Path, file: Path, as_json: bool) -> None:
    from drafting.cli.changes import show_account, show_changes
    from drafting.comparing import compare_with_facts
    from drafting.reporting import account_data

    if is_facts_file(file):
        refuse_word_file(facts, f"drafting compare {file} {facts}")
        refuse_facts_file(file, f"drafting compare {file} FILE.docx")
    refuse_word_file(facts, f"drafting diff {facts} {file}")
    compared = compare_with_facts(facts, file)
    if as_json:
        show_json({"merge": account_data(compared.merge)})
    else:
        for before, merge in ((compared.before, compared.merge), *compared.then):
            show_changes(before, merge)
        show_account(compared.merge.account, (*compared.before, compared.drafted))
        if compared.merge.changes_nothing and not compared.merge.account:
            click.echo(_("No difference."))
    if not compared.all_placed:
        click.get_current_context().exit(1)
