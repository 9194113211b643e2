"""`drafting diff`: how one Word file differs from another."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.cli.kinds import refuse_facts_file
from drafting.cli.output import show_json
from drafting.i18n import _


def diff_command() -> click.Command:
    """The command `diff`."""
    return click.Command(
        "diff",
        callback=_diff,
        help=_("Show how the second Word file differs from the first, pending changes taken as accepted. Read only."),
        params=[
            click.Argument(["first"], type=click.Path(path_type=Path), metavar="A.docx"),
            click.Argument(["second"], type=click.Path(path_type=Path), metavar="B.docx"),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs.")),
        ],
    )


def _diff(first: Path, second: Path, as_json: bool) -> None:
    from drafting.cli.changes import differences_data, show_differences
    from drafting.comparing import compare_files
    from drafting.differing import differing

    refuse_facts_file(first, f"drafting compare {first} {second}")
    refuse_facts_file(second, f"drafting compare {second} {first}")
    compared = compare_files(first, second)
    if as_json:
        show_json({"changes": differences_data(differing(compared.before, compared.merge))})
    elif compared.merge.changes_nothing:
        click.echo(_("No difference."))
    else:
        show_differences(differing(compared.before, compared.merge))
