"""`drafting facts`: values written by hand into the Word file, taken back into the facts file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafting.cli.kinds import refuse_word_file
from drafting.cli.output import show_json
from drafting.errors import UserError, nearest
from drafting.i18n import _

if TYPE_CHECKING:
    from drafting.comparing import Offer
    from drafting.entries_by_hand import ListEntry


def facts_command() -> click.Command:
    """The command `facts`."""
    return click.Command(
        "facts",
        callback=_facts,
        help=_(
            "Show the answers that were changed or filled in by hand in the Word file, and take them back into the"
            " facts file: on a terminal it asks for each of them."
        ),
        params=[
            click.Argument(["facts"], type=click.Path(path_type=Path), metavar="FACTS.yaml"),
            click.Option(
                ["--from", "file"],
                type=click.Path(path_type=Path),
                metavar="FILE.docx",
                help=_("The Word file (default: beside the facts file, under its name)."),
            ),
            click.Option(
                ["--take"], multiple=True, metavar="PATH", help=_("Take this answer back, such as tasks[2].owner.")
            ),
            click.Option(["--take-all"], is_flag=True, help=_("Take all of them back.")),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Report for programs; nothing is asked.")),
        ],
    )


def _facts(facts: Path, file: Path | None, take: tuple[str, ...], take_all: bool, as_json: bool) -> None:
    import sys

    from drafting.comparing import values_by_hand
    from drafting.writing import target_of

    refuse_word_file(facts, f"drafting facts FACTS.yaml --from {facts}")
    offers, entries = values_by_hand(facts, target_of(facts, file))
    known = [offer.path for offer in offers]
    for path in take:
        if path not in known:
            raise UserError(_("No answer “{path}” was changed by hand.").format(path=path) + nearest(path, known))
        if unsure := [offer for offer in offers if offer.path == path and not offer.is_certain]:
            raise UserError(_uncertain(unsure[0]))
    if as_json:
        listed = [{"path": one.path, "text": one.text, "new": one.is_new} for one in entries]
        show_json({"by_hand": [_data(offer) for offer in offers], "entries": listed})
    elif not (offers or entries):
        click.echo(_("No answer was changed by hand."))
    asks = not (take or take_all or as_json) and sys.stdin.isatty()
    clear = [offer for offer in offers if offer.is_certain]
    if not as_json:
        for offer in (offer for offer in offers if not offer.is_certain):
            click.echo(_uncertain(offer))
        for line in _listed(entries):
            click.echo(line)
    wanted = [o for o in clear if take_all or o.path in take or _wanted(o, asks=asks, silent=as_json)]
    _take(facts, wanted)
    if wanted and not as_json:
        click.echo(_("Taken back into {file}: {n}").format(file=facts, n=len(wanted)))


def _listed(entries: Sequence[ListEntry]) -> Iterator[str]:
    """Said of entries of lists that the hand put in or took out, which are not offered."""
    for entry in entries:
        message = _("{path}: put in by hand, the facts file does not have it: {text}")
        if not entry.is_new:
            message = _("{path}: taken out by hand, the facts file still has it: {text}")
        yield message.format(path=entry.path, text=entry.text)
    if entries:
        yield _("Entries of lists are not taken back from the file: write them into the facts file, or take them out.")


def _data(offer: Offer) -> dict[str, object]:
    """An offer for programs."""
    unclear = {"unclear": True} if offer.unclear or offer.stands else {}
    return {"path": offer.path, "now": offer.now, "value": offer.value, "others": list(offer.others), **unclear}


def _uncertain(offer: Offer) -> str:
    """Said of an answer for which the hand wrote different things at different places, that it split or joined, or that
    it changed at one place only."""
    if offer.unclear:
        message = _(
            "{path}: by hand the file has “{value}”, but items were split or joined there, so it is not certain what "
            "this answer is. Write it into the facts file."
        )
        return message.format(path=offer.path, value=offer.value)
    if offer.stands and not offer.others:
        message = _(
            "{path}: by hand the file has “{value}” at one place and still “{now}” at another, so it is not certain "
            "that the answer is another one. Write it into the facts file if it is to be said so everywhere."
        )
        return message.format(path=offer.path, value=offer.value, now=offer.now)
    values = ", ".join(f"“{value}”" for value in (offer.value, *offer.others))
    message = _(
        "{path}: by hand the file has different values for it, {values}. Write the right one into the facts file."
    )
    return message.format(path=offer.path, values=values)


def _wanted(offer: Offer, *, asks: bool, silent: bool) -> bool:
    """Show an offer; whether the person takes it."""
    if not silent:
        nothing = _("(nothing)")
        click.echo(f"{offer.path}: {offer.now or nothing} → {offer.value}")
    return asks and click.confirm(_("Take it back into the facts file?"))


def _take(facts: Path, offers: Sequence[Offer]) -> None:
    from datetime import date

    from drafting.questionnaire.setting import change_answers

    if offers:
        change_answers(facts, [f"{offer.path}={offer.value}" for offer in offers], date.today())
