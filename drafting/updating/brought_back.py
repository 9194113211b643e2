"""What is asked back with --restore and does not come back, with what keeps it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafting.draft import Draft
from drafting.errors import UserError, shortened
from drafting.i18n import _
from drafting.merge.model import Entry, Kind, Merge

_SHOWN = 60  # characters of a passage


def check_brought_back(
    restore: Sequence[str], new: Draft, merged: Merge, weigh: Callable[[Sequence[str]], Merge]
) -> None:
    """Raise UserError for a block, or an answer, that is asked back and of which nothing comes back.

    merged: the merge with all that is asked back into the file; weigh: the same merge with something else asked back.
    """
    bare = weigh(()) if restore else merged
    for key in restore:
        others = [other for other in restore if other != key]
        if weigh((key,)).steps == bare.steps and (not others or weigh(others).steps == merged.steps):
            nothing = _("Nothing of “{key}” can be brought back.").format(key=key)
            raise UserError(f"{nothing} {_why(key, new, merged)}")


def _why(key: str, new: Draft, merged: Merge) -> str:
    shown = [(b.key, s.text) for b in new.blocks for s in b.spans if key == b.key or key in s.path.split()]
    if not shown:
        return _("The facts file no longer gives it.")
    told = [entry for entry in merged.account if entry.block == key or key in entry.path.split()]
    told += [e for e in merged.account if any(e.block == block and words in e.text for block, words in shown)]
    if found := _first(told, Kind.KEPT, moved=True):
        return _("It stands at another place of the file: “{text}”.").format(text=shortened(found.text, _SHOWN))
    if found := _first(told, Kind.DIFFERS):
        message = _("It is still in the file, as somebody has it there by hand: “{text}”.")
        return message.format(text=shortened(found.text, _SHOWN))
    if found := _first(told, Kind.CONFLICT):
        message = _("It is in conflict with what the file has there: “{text}”.")
        return message.format(text=shortened(found.before, _SHOWN))
    if _first(told, Kind.UNPLACED):
        return _("The part that it belongs to is not in the file.")
    return _("It is in the file.")


def _first(told: Sequence[Entry], kind: Kind, *, moved: bool = False) -> Entry | None:
    return next((entry for entry in told if entry.kind is kind and (entry.is_moved_by_hand or not moved)), None)
