"""`drafting learn`: an old speech becomes an outline to keep and the facts to change."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.cli.output import show_json, tell_of_unreadable
from drafting.errors import UserError
from drafting.i18n import _

_FILE = click.Path(path_type=Path)


def learn_command() -> click.Command:
    """The command `learn`."""
    return click.Command(
        "learn",
        callback=_learn,
        help=_(
            "Learn an outline and facts from an old speech; composing them gives it back to the letter. "
            "Several files are the years of one speech."
        ),
        params=[
            click.Argument(["files"], type=_FILE, nargs=-1, required=True, metavar="FILE..."),
            click.Option(
                ["-o", "--output", "out"],
                type=_FILE,
                metavar="FOLDER",
                help=_("Where to put them (default: beside the speech)."),
            ),
            click.Option(["--like"], multiple=True, metavar="NAME", help=_("Fit the speech to this outline instead.")),
            click.Option(
                ["--name"], default="", metavar="NAME", help=_("Name of the new files; with --like, of the facts.")
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs.")),
        ],
    )


def _learn(files: tuple[Path, ...], out: Path | None, like: tuple[str, ...], name: str, as_json: bool) -> None:
    from drafting.oldspeeches import learn_files

    if len(like) > 1:
        raise UserError(
            _("A speech is fitted to one outline at a time; found --like {all}.").format(all=", ".join(like))
        )
    accounts = learn_files(files, out, like="".join(like), name=name)
    if as_json:
        show_json({"speeches": [account.as_data() for account in accounts]})
        return
    for outline in dict.fromkeys(account.outline for account in accounts if account.outline):
        click.echo(_("Written: {file}").format(file=outline))
    for account in accounts:
        click.echo(_("Written: {file}").format(file=account.facts))
        if account.outline:
            message = _("{questions} questions; characters: {wording} wording, {facts} facts, {own} own words")
        else:
            message = _("{questions} questions answered; characters: {facts} taken as answers, {own} not placed")
        share = account.share
        click.echo(
            "  "
            + message.format(questions=account.questions, wording=share.wording, facts=share.facts, own=share.own_words)
        )
        click.echo(
            "  " + _("Structure recognised with a confidence of {n}%.").format(n=round(100 * account.confidence))
        )
        for text in account.unplaced:
            click.echo("  " + _("Not placed: {text}").format(text=text if len(text) <= 60 else text[:59] + "…"))
    for account in accounts:
        tell_of_unreadable(account.unreadable)
    if any(account.unlike for account in accounts):
        message = _("These speeches have little in common; are they years of one? If not, learn each on its own.")
        click.echo(message, err=True)
    click.echo(_("Change the facts, then: drafting write {file}").format(file=_quoted(accounts[-1].facts)))


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
