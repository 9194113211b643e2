"""Conflicts of earlier runs that nobody has settled, in the account of this one: each is told once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafting.draft import Draft
from drafting.merge.model import AND_MORE, Entry, Kind, Merge
from drafting.revise import Manuscript, unsettled
from drafting.revise.remarks import clash_text, other_wording, wanted_in
from drafting.revise.unsettled import Unsettled
from drafting.updating.over_nothing import OverNothing, Stands, block_at, open_over_nothing


def with_unsettled(
    merged: Merge,
    manuscript: Manuscript,
    new: Draft,
    after: Sequence[str],
    key_of: Callable[[str], str] = lambda words: "",
    kept: OverNothing = (),
) -> Merge:
    """The account with the conflicts of earlier runs that are still open: our comment is still on the words.

    new: the draft as it is now. key_of: the key of the block that some words were, which it no longer has; "" if they
    were none. kept: those over words that the hand took out, as the last run has remembered them.
    """
    fresh = {clash_text(clash) for step in merged.steps for clash in step.clashes}
    older = [one for one in unsettled(manuscript.package, manuscript.root) if one.comment not in fresh]
    entries = [_entry(one, open_over_nothing(one, kept, merged, new, after), merged, after, key_of) for one in older]
    if not entries:
        return merged
    account, entries = _told_once(merged.account, entries)
    account, entries = _with_sections_whole(account, entries, older, key_of)
    told = [
        entry
        for entry in account
        if not any(_is_told_by(one, entry) for one in older)
        and not any(_is_put_in_by(one, entry, after) for one in entries)
    ]
    return replace(merged, account=(*told, *entries))


def _entry(
    one: Unsettled, over: Stands | None, merged: Merge, after: Sequence[str], key_of: Callable[[str], str]
) -> Entry:
    """What is told of a conflict. over: how it stands, if it is over words that the hand took out."""
    if over:
        return Entry(Kind.CONFLICT, over.block, one.wanted, over.words, over.path, one.by_hand)
    block = block_at(one.words, merged, after) or ("" if one.wanted else key_of(one.words))
    return Entry(Kind.CONFLICT, block, one.wanted, one.words, by_hand=one.by_hand)


def _with_sections_whole(
    account: Sequence[Entry], conflicts: Sequence[Entry], open_now: Sequence[Unsettled], key_of: Callable[[str], str]
) -> tuple[list[Entry], list[Entry]]:
    """An account without the paragraphs below headings that the draft no longer has, all of which wait with these; and
    the conflicts, which say what they are."""
    left, whole = list(account), list(conflicts)
    for n, (conflict, one) in enumerate(zip(conflicts, open_now, strict=True)):
        if conflict.text or not conflict.block or not (wanted_in(one.comment) or ("", ""))[1].endswith(AND_MORE):
            continue
        own = [entry for entry in left if entry.kind is Kind.KEPT and not entry.block and not entry.before]
        below = [entry for entry in own if key_of(entry.text).startswith(f"{conflict.block}/")]
        left = [entry for entry in left if entry not in below]
        whole[n] = replace(conflict, before="\n".join([conflict.before, *(entry.text for entry in below)]))
    return left, whole


def _told_once(account: Sequence[Entry], conflicts: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """An account without the values by hand that open conflicts tell of too, and these with the paths of the values."""
    left, named = list(account), list(conflicts)
    for entry in [entry for entry in account if entry.kind is Kind.DIFFERS and entry.before]:
        value, about = entry.before, []
        for n, conflict in enumerate(named):
            is_about = conflict.by_hand and conflict.text and conflict.path in ("", entry.path)
            if is_about and value.count(conflict.text) == 1:
                value = value.replace(conflict.text, conflict.before)
                about.append(n)
        if about and value == entry.text:
            left.remove(entry)
            for n in about:
                named[n] = replace(named[n], path=entry.path)
    return left, named


def _is_told_by(conflict: Unsettled, entry: Entry) -> bool:
    """Whether an entry only says that what the draft would have there does not stand there."""
    ours, was = other_wording(conflict.comment)
    if ours and entry.kind is Kind.KEPT and not entry.before and entry.text in (conflict.words, *was):
        return True
    if entry.kind is Kind.DELETED_BY_HAND and entry.text in ours:
        return True
    if entry.kind is Kind.DELETED_BY_HAND and wanted_in(conflict.comment) == (conflict.wanted, ""):
        return bool(entry.text) and entry.text in conflict.wanted  # it has never come in
    if entry.kind is Kind.DELETED_BY_HAND:
        whole = 2 * len(conflict.wanted) >= len(entry.text)  # of a value in it the conflict tells nothing else
        return whole and not conflict.by_hand and conflict.wanted in entry.text
    if entry.kind is Kind.KEPT and not entry.before and not conflict.wanted:
        return entry.text == conflict.words  # the draft had written them, and no longer has them
    return (
        (entry.kind is Kind.KEPT or (entry.kind is Kind.DIFFERS and not conflict.by_hand))
        and entry.before != entry.text
        and not entry.is_moved_by_hand
        and 0 < len(entry.before) <= len(conflict.wanted)
        and entry.before in conflict.wanted
        and entry.text in conflict.words
    )


def _is_put_in_by(conflict: Entry, entry: Entry, after: Sequence[str]) -> bool:
    """Whether an entry only says that of the words of a conflict some are put in, as seen from what the draft wants."""
    if entry.kind is not Kind.KEPT or entry.before or entry.block != conflict.block or not conflict.text:
        return False
    around = [text.replace(conflict.before, "\n") for text in after if conflict.before in text]
    return bool(entry.block) and entry.text in conflict.before and not any(entry.text in text for text in around)
