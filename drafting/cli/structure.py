"""`drafting structure`: a draft or an old speech read into blocks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafting.chinese.columns import padded, width
from drafting.cli.output import show_json, tell_of_unreadable
from drafting.draft import Draft, Move, Role
from drafting.errors import following
from drafting.i18n import N_, _
from drafting.library import is_file

if TYPE_CHECKING:
    from drafting.learn.model import Found, Speech

_COLOURS = {
    Move.TITLE: "bright_white", Move.BYLINE: "bright_black", Move.GREETING: "bright_black", Move.OPENING: "cyan",
    Move.SIGNIFICANCE: "bright_cyan", Move.ACHIEVEMENTS: "green", Move.EXPERIENCE: "bright_green",
    Move.SHORTCOMINGS: "red", Move.GOALS: "yellow", Move.TASKS: "bright_yellow", Move.GUARANTEE: "magenta",
    Move.CLOSING: "blue",
}  # fmt: skip
_NAMES = {
    Move.TITLE: N_("title"), Move.BYLINE: N_("byline"), Move.GREETING: N_("greeting"), Move.OPENING: N_("opening"),
    Move.SIGNIFICANCE: N_("significance"), Move.ACHIEVEMENTS: N_("achievements"), Move.EXPERIENCE: N_("experience"),
    Move.SHORTCOMINGS: N_("shortcomings"), Move.GOALS: N_("goals"), Move.TASKS: N_("tasks"),
    Move.GUARANTEE: N_("guarantee"), Move.CLOSING: N_("closing"),
}  # fmt: skip
_MOVE_WIDTH = 14
_WIDTHS = (60, 120)
_MOST_SHOWN = 5
_UNSURE = 0.6


def structure_command() -> click.Command:
    """The command `structure`."""
    return click.Command(
        "structure",
        callback=_structure,
        help=_("Read a draft or an old speech into blocks: role, level, marker, move and text."),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Blocks for programs.")),
            click.Option(["--explain"], is_flag=True, help=_("Why each block is what it is, and what was left out.")),
        ],
    )


def _structure(file: Path, as_json: bool, explain: bool) -> None:
    from drafting.learn.model import Found, Speech

    draft = _ours(file)
    if draft is not None:
        speeches = [Speech(draft.title or None, tuple([Found(block, 1.0) for block in draft.blocks]))]
    else:
        from drafting.reading import read_speeches
        from drafting.reading.unreadable import unreadable

        speeches = read_speeches(file)
        for speech in speeches:
            tell_of_unreadable(unreadable(speech))
    if as_json:
        show_json({"speeches": [speech_data(speech) for speech in speeches]})
        return
    for number, speech in enumerate(speeches, 1):
        if len(speeches) > 1:
            title = _("Speech {number} of {total}").format(number=number, total=len(speeches))
            click.secho(("\n" if number > 1 else "") + title, bold=True)
        _show_tree(speech, explain)
        if explain:
            _show_removed(speech)


def _ours(file: Path) -> Draft | None:
    """The draft in a Word file that we wrote; None for any other file."""
    if not is_file(file):
        return None
    try:
        with file.open("rb") as stream:
            if stream.read(2) != b"PK":
                return None
    except OSError:
        return None  # the reader of old speeches says what is wrong
    from drafting.word.package import open_package
    from drafting.word.read import current
    from drafting.word.recall import read_state

    package = open_package(file)
    state = read_state(package)
    return current(package, state.base) if state else None


def speech_data(speech: Speech) -> dict[str, object]:
    """A speech as in gold/SPEC.md, with the confidence of each block, and what was left out."""
    return {
        "title": speech.title,
        "blocks": [
            {
                "role": block.role,
                "level": block.level,
                "marker": block.marker,
                "move": block.move,
                "text": block.text,
                "confidence": found.confidence,
            }
            for found in speech.found
            for block in [found.block]
        ],
        "removed": [{"text": removed.text, "why": removed.why} for removed in speech.removed],
    }


def _show_tree(speech: Speech, explain: bool) -> None:
    columns = min(max(shutil.get_terminal_size().columns, _WIDTHS[0]), _WIDTHS[1])
    for found, branch in zip(speech.found, _branches(speech.found), strict=True):
        block = found.block
        label = padded(_(_NAMES[block.move]), _MOVE_WIDTH)
        words = block.text[len(block.marker) :]
        room = columns - _MOVE_WIDTH - width(branch + block.marker)
        click.echo(
            click.style(label, fg=_COLOURS[block.move])
            + click.style(branch, dim=True)
            + click.style(block.marker, bold=True)
            + click.style(_cut(words, room), bold=block.role is Role.TITLE)
        )
        if explain and found.evidence:
            doubt = following(_("(unsure)")) if found.confidence < _UNSURE else ""
            because = "; ".join(found.evidence)
            line = f"{' ' * (_MOVE_WIDTH + 2 * block.level)}{found.confidence:.2f}{doubt} {because}"
            click.secho(_cut(line, columns), dim=True)


def _branches(found: Sequence[Found]) -> Iterator[str]:
    """The lines of the tree before each block: an item hangs on the item that contains it."""
    levels = [one.block.level + (one.block.role is not Role.ITEM and one.block.level > 0) for one in found]
    ahead: set[int] = set()  # the levels of which a block is still to come before the tree goes further out
    goes_on: list[set[int]] = []
    for level in reversed(levels):
        goes_on.append({depth for depth in ahead if depth <= level})
        ahead = {depth for depth in ahead if depth < level} | {level}
    for level, later in zip(levels, reversed(goes_on), strict=True):
        trunk = "".join(["│ " if depth in later else "  " for depth in range(1, level)])
        yield trunk + ("├ " if level in later else "└ ") if level else ""


def _show_removed(speech: Speech) -> None:
    if not speech.removed:
        return
    click.secho(_("Left out:"), bold=True)
    by_reason = sorted(speech.removed, key=lambda removed: removed.why)
    for why, group in groupby(by_reason, key=lambda removed: removed.why):
        texts = [removed.text for removed in group]
        click.echo(_("{why} ({n}):").format(why=why, n=len(texts)))
        for text in texts[:_MOST_SHOWN]:
            click.secho("  " + _cut(text.replace("\n", "⏎"), _WIDTHS[0]), dim=True)
        if len(texts) > _MOST_SHOWN:
            click.secho("  …", dim=True)


def _cut(text: str, columns: int) -> str:
    """As much of a text as fits, with … where it is cut."""
    text = text[: columns + 1]
    if width(text) <= columns:
        return text
    while text and width(text) > columns - 1:
        text = text[:-1]
    return text + "…"
