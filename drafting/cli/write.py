"""`drafting write`: a facts file becomes a .docx, or brings the one that is there up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from drafting.cli.kinds import refuse_word_file
from drafting.cli.output import show_json
from drafting.i18n import _, ngettext
from drafting.reporting import Report, block_name
from drafting.writing import Order, write_draft

_UNUSED_SHOWN = 20


def write_command() -> click.Command:
    """The command `write`."""
    return click.Command(
        "write",
        callback=_write,
        help=_(
            "Draft the speech of a facts file into a Word file. What was not answered stands there as a gap. A file "
            "that is there already is brought up to date: what was edited by hand stays, what changed in the facts "
            "comes in as tracked changes, and the file before is kept beside it."
        ),
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
            click.Option(
                ["--reword"],
                multiple=True,
                metavar="BLOCK",
                help=_("Move a block to its next wording; noted in the facts file."),
            ),
            *_of_updates(),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs.")),
        ],
    )


def _of_updates() -> list[click.Parameter]:
    """The options for a file that is there already."""
    return [
        click.Option(["--fresh"], is_flag=True, help=_("Write anew; a file that is already there is kept beside it.")),
        click.Option(["--dry-run", "dry"], is_flag=True, help=_("Show what would change; write nothing.")),
        click.Option(["--track/--no-track"], default=True, help=_("As tracked changes (default), or plainly.")),
        click.Option(
            ["--restore"],
            multiple=True,
            metavar="BLOCK",
            help=_("Bring back a block, or an answer, that was deleted by hand."),
        ),
        click.Option(
            ["--was"],
            type=click.Path(path_type=Path),
            metavar="OLD.yaml",
            help=_("The facts file as it was when the Word file was written, if the file has lost its memory."),
        ),
        click.Option(
            ["--adopt"], is_flag=True, help=_("Without memory and old facts: mark every difference as a suggestion.")
        ),
        click.Option(
            ["--backups"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar="FOLDER",
            help=_("Where the file before is kept (default: beside the new one)."),
        ),
    ]


def _write(facts: Path, out: Path | None, as_json: bool, **options: Any) -> None:
    refuse_word_file(facts, f"drafting write FACTS.yaml -o {facts}")
    order = Order(**options)
    report = write_draft(facts, out, order)
    if as_json:
        show_json(report.as_data())
    elif report.update:
        _show_update(report, order)
    else:
        click.echo((_("Would be written: {file}") if order.dry else _("Written: {file}")).format(file=report.file))
        show_report(report, order)
    if not report.all_placed:
        click.get_current_context().exit(1)


def _show_update(report: Report, order: Order) -> None:
    """What became of a file that was there."""
    from drafting.cli.changes import show_account, show_changes

    assert report.update is not None
    if report.update.data is None:
        click.echo(_("Nothing to change: {file}").format(file=report.file))
    elif order.dry:
        click.echo(_("Would be brought up to date: {file}").format(file=report.file))
        for before, merge in report.update.merges:
            show_changes(before, merge)
    elif not report.update.changes_text:
        message = _("The text stays as it is, what drafting remembers of it is renewed: {file}")
        click.echo(message.format(file=report.file))
    else:
        click.echo(_("Brought up to date: {file}").format(file=report.file))
    show_account(report.update.merge.account, (*report.update.before, report.draft.text))
    show_report(report, order)


def show_report(report: Report, order: Order) -> None:
    """Length, gaps, and what else the person should know."""
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
        paths = list(report.unused[:_UNUSED_SHOWN]) + ["…"] * (len(report.unused) > _UNUSED_SHOWN)
        click.echo(_("Answers that the draft does not show: {paths}").format(paths=", ".join(paths)))
    for words in report.unplaced:
        message = _("Not placed, there is no block “{block}” in this draft: {text}")
        click.echo(message.format(block=words.anchor, text=words.text[:40]))
    for finding in report.findings:
        name = block_name(finding.block, report.draft.text)
        if place := report.places.get(finding.block):
            name = f"{place.file}:{place.line}:{place.column}: {name}"
        click.echo(f"{name}: {finding.message}" if name else finding.message)
    if order.reword and not report.noted:
        click.echo(_("Write the new wordings under “reword” in the facts file, or the next run goes back."))
