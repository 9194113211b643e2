"""What a merge does to a file, shown on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import click

from drafting.chinese.enumerators import parse_marker, without_marker
from drafting.differing import Difference
from drafting.errors import shortened
from drafting.i18n import _
from drafting.merge.differences import differences
from drafting.merge.model import AND_MORE, OBJECT, Change, Entry, Fate, Kind, Merge, Move, Step
from drafting.merge.tokens import Words, tokens
from drafting.reporting import block_name

_SHOWN = 60  # characters of a passage in a table
_AND = "  |  "  # between several changes of one block
_CONTEXT = 12  # characters around a change
_MOST = 3  # values that change, one by one; more are told as the whole passage


def show_account(account: Sequence[Entry], texts: Iterable[str] = ()) -> None:
    """The account as a table: what was updated, kept, in conflict, deleted by hand, not placed, different.

    texts: of the file and of the draft, in which the blocks are named as their keys cannot.
    """
    whole = "\n".join(texts)
    names = {
        Kind.UPDATED: _("updated"),
        Kind.KEPT: _("kept, by hand"),
        Kind.DELETED_BY_HAND: _("deleted by hand"),
        Kind.DIFFERS: _("differs from the facts"),
        Kind.COPY: _("a copy differs"),
        Kind.MISFIT: _("numbers that no longer fit"),
        Kind.CONFLICT: _("conflict"),
        Kind.UNPLACED: _("not placed"),
    }
    for kind, name in names.items():  # what waits for a decision comes last, where it is seen
        entries = [entry for entry in account if entry.kind is kind]
        if not entries:
            continue
        serious = kind in (Kind.CONFLICT, Kind.UNPLACED)
        click.secho(f"{name} ({len(entries)})", bold=True, fg="red" if serious else None)
        for line in _lines(kind, entries, whole):
            click.echo(f"  {line}")


def _lines(kind: Kind, entries: Sequence[Entry], whole: str) -> Iterator[str]:
    """The lines for entries of a kind: what was deleted or moved with its heading is told with that, changes of one
    block together."""
    if kind is Kind.UPDATED:
        entries = _moved_together(entries)
    if kind is Kind.DELETED_BY_HAND:
        keys = {entry.block for entry in entries if not entry.path}  # the others are of clauses, the block stands
        above = {key for key in keys if any(other.startswith(f"{key}/") for other in keys)}
        entries = [
            replace(entry, text=entry.text + AND_MORE) if entry.block in above and not entry.before else entry
            for entry in entries
            if entry.before or not any(entry.block.startswith(f"{key}/") for key in above)
        ]
    for where, run in groupby(entries, key=lambda entry: entry.path or entry.block):
        told = [text + (f" ×{count}" if count > 1 else "") for text, count in Counter(map(_told, run)).items()]
        together = [_AND.join(told)] if kind in (Kind.UPDATED, Kind.KEPT) and where else told
        name = block_name(where, whole)
        yield from (f"{name}: {text}" if where else text for text in together)


def _moved_together(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without those of paragraphs that only moved with the heading above them."""
    heads = {(entry.block, entry.moved) for entry in entries if entry.moved and _only_moved(entry)}
    return [
        entry
        for entry in entries
        if not (entry.moved and _only_moved(entry))
        or not any(entry.block.startswith(f"{key}/") and move == entry.moved for key, move in heads)
    ]


def _only_moved(entry: Entry) -> bool:
    return without_marker(entry.before) == without_marker(entry.text)


def _told(entry: Entry) -> str:
    text, before = (
        shortened(_readable(one).replace("\n", " ¶ ").strip(), _SHOWN) for one in (entry.text, entry.before)
    )
    if entry.kind is Kind.COPY:
        text = _("the copy has “{before}”, the other “{text}”").format(before=before, text=text)
    elif entry.kind is Kind.MISFIT and not text:
        text = _("“{before}” was worked out from this answer, which is another one by hand").format(before=before)
    elif entry.kind is Kind.DELETED_BY_HAND and before:
        text = (not entry.path and _values_told(entry)) or f"{before} → {text}"
    elif entry.kind is Kind.MISFIT:
        text = _("the file has “{before}”, “{text}” would fit").format(before=before, text=text)
    elif entry.kind is Kind.CONFLICT or (entry.kind is Kind.DIFFERS and before):
        text = _against(*((before, text) if entry.kind is Kind.CONFLICT else (text, before)), entry.by_hand)
    elif entry.is_moved_by_hand:
        text = _("stays where it is, the draft has it elsewhere: {text}").format(text=text)
    elif entry.kind is Kind.UPDATED:
        text = _moved(entry.moved, before, text) if entry.moved else _update(before, text)
    elif before and before != text:
        text = _update(before, text)
    return f"{text} [{_readable(entry.note)}]" if entry.note else text


def _values_told(entry: Entry) -> str:
    """What changes in a passage, value by value; "" where that is more than a few of them."""
    old, new = (tokens(text, Words(())) for text in (entry.before, entry.text))
    edits = differences(old, new)
    pairs = [("".join(old[e.start : e.end]), "".join(new[e.new_start : e.new_end])) for e in edits]
    pairs = [pair for pair in pairs if not all(map(_is_enumerator, pair))]  # what is not there has none
    return _AND.join(_update(*pair) for pair in pairs) if len(pairs) <= _MOST else ""


def _is_enumerator(text: str) -> bool:
    found = parse_marker(text)
    return found is not None and found.text == text


def _readable(text: str) -> str:
    """A text with a word for what is no text: the mark of a footnote, a picture."""
    return text.replace(OBJECT, _("[note or picture]"))


def _against(hand: str, ours: str, by_hand: bool) -> str:
    """What the file has against what the draft has."""
    if hand == ours:
        return _("moved by hand, the draft has it elsewhere: {text}").format(text=hand)
    if not ours:
        return _("the file has “{hand}”, the draft has nothing there").format(hand=hand)
    if not hand:
        return _("taken out by hand, now “{ours}”").format(ours=ours)
    if not by_hand:
        return _("the file has “{hand}”, now “{ours}”").format(hand=hand, ours=ours)
    return _("by hand “{hand}”, now “{ours}”").format(hand=hand, ours=ours)


def _moved(move: Move, before: str, text: str) -> str:
    """What moved, from where and to where, and what else is told of it."""
    came = move.was and _("from behind “{place}”").format(place=move.was)
    went = move.now and _("to behind “{place}”").format(place=move.now)
    way = " ".join(filter(None, [came or _("from the beginning"), went or _("to the beginning")]))
    if without_marker(before) == without_marker(text):  # `_only_moved`, and no longer than is shown
        return _("moved {way}: {text}").format(way=way, text=text)
    return _("{change}, in a paragraph that moved {way}").format(change=_update(before, text), way=way)


def _update(before: str, text: str) -> str:
    """What came in, or went."""
    if not before:
        return _("new: {text}").format(text=text)
    if not text:
        return _("taken out: {text}").format(text=before)
    return f"{before} → {text}"


def show_changes(before: Sequence[str], merge: Merge) -> None:
    """The changes as a coloured list: + comes in, - goes out, ~ changes, > moves, ! stays though the draft differs."""
    for step in merge.steps:
        for line in _shown(before, step):
            click.echo(_readable(line))


def _shown(before: Sequence[str], step: Step) -> Iterator[str]:
    if step.seen is None:
        text = "".join([block.text for block in step.blocks])
        yield click.style("+ " + text, fg="green")
        return
    text = before[step.seen]
    if step.fate is Fate.DELETED:
        yield click.style("- " + text, fg="red")
    elif step.changes:
        yield (">" if step.moved else "~") + " " + "".join(_pieces(text, step.changes))
    elif step.moved:
        yield click.style("> " + text, fg="cyan")
    for clash in step.clashes:
        stands = text[clash.start : clash.end] or shortened(text, _SHOWN)
        if clash.moved:
            told = _("stays “{hand}”; the draft now has this paragraph behind “{ours}”")
            yield click.style("! " + told.format(hand=stands, ours=clash.ours), fg="yellow")
            continue
        told = _("stays “{hand}”; the draft now has “{ours}”, it had “{was}”")
        yield click.style("! " + told.format(hand=stands, ours=clash.ours, was=clash.was), fg="yellow")


def _pieces(text: str, changes: Sequence[Change]) -> Iterator[str]:
    """A paragraph with what goes out and what comes in; long stretches between are cut short."""
    at = 0
    for change in changes:
        yield _between(text[at : change.start], first=at == 0, last=False)
        if change.start < change.end:
            yield click.style("[-" + text[change.start : change.end] + "-]", fg="red")
        if change.text:
            yield click.style("{+" + change.text + "+}", fg="green")
        at = change.end
    yield _between(text[at:], first=False, last=True)


def _between(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 3 * _CONTEXT:
        return text
    head, tail = ("" if first else text[:_CONTEXT]), ("" if last else text[-_CONTEXT:])
    return f"{head}…{tail}"


def show_differences(found: Iterable[Difference]) -> None:
    """How one file differs from another, as `show_changes` has it; a paragraph that was split or joined is one line."""
    for one in found:
        match one.fate:
            case Fate.ADDED:
                line = click.style("+ " + one.after, fg="green")
            case Fate.DELETED:
                line = click.style("- " + one.before, fg="red")
            case _ if one.changes:
                line = (">" if one.moved else "~") + " " + "".join(_pieces(one.before, one.changes))
            case _ if one.moved:
                line = click.style("> " + one.before, fg="cyan")
            case _:  # what changed has moved, and is told by itself
                continue
        click.echo(_readable(line.replace("\n", " ¶ ")))


def differences_data(found: Iterable[Difference]) -> list[dict[str, object]]:
    """The same for programs: what each paragraph or sentence that changes, comes, goes or moves was and is."""
    return [{"kind": one.fate.value, "moved": one.moved, "before": one.before, "after": one.after} for one in found]
