"""`drafting write`: a facts file becomes a .docx."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.cli.output import show_json
from drafting.i18n import _, ngettext
from drafting.writing import Report, write_draft


def write_command() -> click.Command:
    """The command `write`."""
    return click.Command(
        "write",
        callback=_write,
        help=_("Draft the speech of a facts file into a Word file. What was not answered stands there as a gap."),
        params=[
            click.Argument(["facts"], type=click.Path(path_type=Path), metavar="FACTS.yaml"),
            click.Option(
                ["-o", "--output", "out"],
                type=click.Path(path_type=Path),
                metavar="OUT.docx",
                help=_("Where to write (default: beside the facts file, under its name)."),
            ),
            click.Option(["--layout"], default="", help=_("Name of the layout: official, reading, or one of yours.")),
            click.Option(["--markup"], is_flag=True, help=_("Shade facts and gaps apart, for the person who checks.")),
            click.Option(["--fresh"], is_flag=True, help=_("Keep a file that is already there beside a new one.")),
            click.Option(
                ["--reword"],
                multiple=True,
                metavar="BLOCK",
                help=_("Move a block to its next wording; noted in the facts file."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs.")),
        ],
    )


def _write(
    facts: Path, out: Path | None, layout: str, markup: bool, fresh: bool, reword: tuple[str, ...], as_json: bool
) -> None:
    report = write_draft(facts, out, layout=layout, markup=markup, fresh=fresh, reword=reword)
    if as_json:
        show_json(report.as_data())
    else:
        _show(report, reword)
    if report.unplaced:
        click.get_current_context().exit(1)


def _show(report: Report, reword: tuple[str, ...]) -> None:
    click.echo(_("Written: {file}").format(file=report.file))
    if report.kept:
        click.echo(_("The file before is kept as {file}").format(file=report.kept))
    click.echo(_("{n} characters, about {minutes} minutes aloud").format(n=report.characters, minutes=report.minutes))
    if report.gaps:
        n = len(report.gaps)
        click.echo(ngettext("{n} gap, shaded in the draft:", "{n} gaps, shaded in the draft:", n).format(n=n))
        for gap in report.gaps:
            ask = report.asks.get(gap.question, "")
            click.echo(f"  {gap.question}  {ask}" + ("" if gap.block else "  " + _("(nowhere shown)")))
    if report.unused:
        click.echo(_("Answers that the draft does not show: {paths}").format(paths=", ".join(report.unused)))
    for words in report.unplaced:
        message = _("Not placed, there is no block “{block}” in this draft: {text}")
        click.echo(message.format(block=words.anchor, text=words.text[:40]))
    for finding in report.findings:
        click.echo(f"{finding.block}: {finding.message}")
    if reword and not report.noted:
        click.echo(_("Write the new wordings under “reword” in the facts file, or the next run goes back."))
