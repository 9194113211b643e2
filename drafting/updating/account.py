"""What an account says besides the merge: which answer it was, what deleted parts hide, what no longer follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafting.draft import Block, Draft, Source
from drafting.errors import UserError
from drafting.facts.edit_paths import parse_path, value_at
from drafting.merge.counts import counts_of, with_numbers
from drafting.merge.differences import GAP
from drafting.merge.groups import body_of, groups_of, successors
from drafting.merge.model import Entry, Fate, Kind, Merge, Numbers
from drafting.merge.pairing import grams, likeness
from drafting.merge.tokens import Words, tokens
from drafting.merge.updates import block_pairs
from drafting.paths import row_of, without_places

_NOUN = re.compile(r"[\u4e00-\u9fff]{1,2}")  # behind a count: what is counted
_BARE = 3  # characters of a count that is a number and a unit: 六件, 十二项
_OF_ANYTHING = ("方面", "问题", "地方")
_SAME = 0.6  # likeness of a paragraph and what the hand made of it before it took it out
_NO_NAMES = Words(())
Answers = Mapping[str, Any]
"""The facts, as plain data."""


def named(merged: Merge, before: Answers, now: Answers) -> Merge:
    """The merge with an account that names an answer only where it is another one than before, and else the block.

    A wording that gives way to another one may show an answer that has nothing to do with it.
    """
    return replace(merged, account=tuple([_named(entry, before, now) for entry in merged.account]))


def _named(entry: Entry, before: Answers, now: Answers) -> Entry:
    if entry.kind not in (Kind.UPDATED, Kind.CONFLICT) or not entry.path or entry.path.startswith("house."):
        return entry
    if any(_is_other(path, before, now) for path in entry.path.split()) or entry.before.startswith(GAP):
        return entry
    shown = [value_at(now, _steps(path)) for path in entry.path.split()]
    if entry.kind is Kind.CONFLICT and any(isinstance(one, str) and entry.text in one for one in shown):
        return entry  # the hand has its own
    return replace(entry, path="")


def with_answers_worked_out(merged: Merge, new: Draft) -> Merge:
    """The merge with an account in which a conflict about all that the draft works out from some answers names these,
    also where they are no others than at the last run."""
    nameless = {
        entry.block for entry in merged.account if entry.kind is Kind.CONFLICT and not entry.path and entry.text
    }
    if not nameless:
        return merged
    shown = [(block.key, span) for block in new.blocks if block.key in nameless for span in block.spans]
    worked_out = {(key, span.text): span.path for key, span in shown if " " in span.path}
    account = [
        replace(e, path=worked_out.get((e.block, e.text), "")) if e.kind is Kind.CONFLICT and not e.path else e
        for e in merged.account
    ]
    return replace(merged, account=tuple(account))


def _is_other(path: str, before: Answers, now: Answers) -> bool:
    """Whether an answer is not what it was. Rows may have another number."""
    was, is_now = (value_at(facts, _steps(path)) for facts in (before, now))
    if was == is_now or not isinstance(is_now, str):
        return bool(was != is_now)
    all_before, all_now = (list(_at_rows(facts, without_places(path))) for facts in (before, now))
    return not (is_now in all_before and (was is None or was in all_now))


def _steps(path: str) -> Sequence[str | int]:
    try:
        return parse_path(path)
    except UserError:
        return (path,)


def _at_rows(data: Any, path: str) -> Iterator[Any]:
    """What stands at a path without numbers, in every row; texts only."""
    first, _dot, rest = path.partition(".")
    found = data.get(first) if isinstance(data, Mapping) else None
    for one in found if isinstance(found, list) else [found]:
        if rest:
            yield from _at_rows(one, rest)
        elif one is not None:
            yield one


def with_hidden(merged: Merge, base: Draft, new: Draft, deleted: Sequence[str] = ()) -> Merge:
    """The merge with an account that says what stood in blocks deleted by hand whose facts change now.

    deleted: what paragraphs said that somebody has deleted with tracking on, and worked on before.
    """
    gone = {entry.block for entry in merged.account if entry.kind is Kind.DELETED_BY_HAND}
    if not gone:
        return merged
    were = {block.key: block for block in base.blocks}
    if not gone <= were.keys():
        groups, now = groups_of(base), groups_of(new)
        for g, h in successors(groups, now).items():
            for i, j in block_pairs(groups[g], now[h]):
                if i is not None and j is not None:
                    were.setdefault(now[h].blocks[j].key, groups[g].blocks[i])
    drafted = {block.key: block for block in new.blocks}
    account = [_hidden(e, were, drafted, deleted) if e.kind is Kind.DELETED_BY_HAND else e for e in merged.account]
    return replace(merged, account=tuple(account))


def _hidden(entry: Entry, were: Mapping[str, Block], drafted: Mapping[str, Block], deleted: Sequence[str]) -> Entry:
    was, now = were.get(entry.block), drafted.get(entry.block)
    if was is None or now is None or entry.before or entry.path or _facts(was) == _facts(now):
        return entry
    words = grams(body_of(was))
    best = max(deleted, key=lambda text: likeness(words, grams(text)), default="")
    stood = best if best and likeness(words, grams(best)) >= _SAME else was.text
    return replace(entry, before=stood)


def _facts(block: Block) -> list[str]:
    return [span.text for span in block.spans if span.source is Source.FACT]


def with_stale(merged: Merge, base: Draft, numbers: Numbers, new: Draft, after: Sequence[str]) -> Merge:
    """The merge with an account that tells of numbers that no longer fit what changed by hand, or beside it.

    base, numbers: as they were; new: as it is drafted now; after: the paragraphs of the file to come.
    """
    stale = [*_counts_by_hand(merged, with_numbers(base, numbers), with_numbers(new, merged.numbers))]
    stale += _worked_out(merged, new, after)
    return replace(merged, account=(*merged.account, *stale)) if stale else merged


def _counts_by_hand(merged: Merge, base: Draft, new: Draft) -> Iterator[Entry]:
    """Counts of a list that the hand wrote elsewhere, with what is counted, as the draft had them so far.

    Only where the draft says just these words, of no other list.
    """
    own = [e for e in merged.account if e.kind is Kind.KEPT and not e.is_moved_by_hand]
    if not own:
        return
    before = {block.key: block for block in base.blocks}
    changed: dict[str, set[str]] = {}
    for block in new.blocks:
        if block.key in before:
            for (old, noun), (number, now) in zip(_counted(before[block.key]), _counted(block), strict=False):
                if old != number and noun == now and _says_of_what(old, noun):
                    changed.setdefault(old + noun, set()).add(number + now)
    drafted = new.text
    for was, found in changed.items():
        if len(found) == 1 and was not in drafted:
            for entry in own:
                yield from [Entry(Kind.MISFIT, entry.block, next(iter(found)), was)] * entry.text.count(was)


def _counted(block: Block) -> list[tuple[str, str]]:
    """The counts in a block, each with what it counts, if the count itself does not say that."""
    counts = counts_of(block)
    found, behind = [], body_of(block) if counts else ""
    for count in counts:
        behind = behind[behind.index(count) + len(count) :]
        noun = _NOUN.match(behind)
        found.append((count, noun.group() if noun and len(count) <= _BARE else ""))
    return found


def _says_of_what(count: str, noun: str) -> bool:
    """Whether a count can be no other list's: 六件事, 七个方向; but not 六件 alone, nor 四个方面 of anything."""
    return (bool(noun) or len(count) > _BARE) and not (count + noun).endswith(_OF_ANYTHING)


def _worked_out(merged: Merge, new: Draft, after: Sequence[str]) -> Iterator[Entry]:
    """What was worked out from an answer that the hand has otherwise, and stands there as the draft has it."""
    told = {entry.path for entry in merged.account if entry.kind is Kind.CONFLICT}
    by_hand = {e.path: e for e in merged.account if e.kind in (Kind.DIFFERS, Kind.CONFLICT) and e.by_hand and e.path}
    shown = [(block, span, span.path.split()) for block in new.blocks for span in block.spans if " " in span.path]
    if not by_hand or not shown:
        return
    stands = _stands(merged, after)
    for block, span, parts in shown:
        source = next((path for path in parts if path in by_hand), "") if span.path not in told else ""
        if source and span.source is Source.FACT and span.text in stands.get(block.key, ""):
            yield Entry(Kind.MISFIT, block.key, "", span.text, source)


def _stands(merged: Merge, after: Sequence[str]) -> dict[str, str]:
    """What stands in the file to come for each block, by keys. after: its paragraphs."""
    found: dict[str, str] = {}
    steps = [step for step in merged.steps if step.fate is not Fate.DELETED]
    for step, text in zip(steps, after, strict=True):
        for anchor in step.anchors:
            found[anchor.key] = found.get(anchor.key, "") + text[anchor.start : anchor.end]
    return found


def with_unsaid(merged: Merge, base: Draft, new: Draft, before: Answers, now: Answers, after: Sequence[str]) -> Merge:
    """The merge with an account that tells of answers that the draft only works with, and that the hand has written
    where they are worked with, as they were: of 56 to come the draft says how many are missing, the hand that there are
    41, and now there are 43.

    base, new: the drafts; before, now: their facts; after: the paragraphs of the file to come.
    """
    said = {span.path for block in new.blocks for span in block.spans}
    worked_with: dict[str, Block] = {}
    for block in new.blocks:
        for span in block.spans:
            if " " in span.path:
                worked_with |= {path: block for path in span.path.split() if path not in said}
    changed = {path: block for path, block in worked_with.items() if _has_changed(path, before, now)}
    if not changed:
        return merged
    drafted = {block.key: body_of(block) for block in base.blocks}
    stands, told = _stands(merged, after), list[Entry]()
    for path, block in changed.items():
        was, is_now = str(value_at(before, _steps(path))), str(value_at(now, _steps(path)))
        by_draft = [*tokens(drafted.get(block.key, ""), _NO_NAMES), *tokens(body_of(block), _NO_NAMES)]
        if was not in by_draft and was in tokens(stands.get(block.key, ""), _NO_NAMES):
            told.append(Entry(Kind.COPY, block.key, is_now, was, path))
    return replace(merged, account=(*merged.account, *told)) if told else merged


def _has_changed(path: str, before: Answers, now: Answers) -> bool:
    """Whether an answer is another one than it was, in the same row if it is in one."""
    if not (was := value_at(before, _steps(path))) or not (is_now := value_at(now, _steps(path))) or was == is_now:
        return False
    if not row_of(path):
        return True
    rows = [value_at(facts, _steps(path)[:-1]) for facts in (before, now)]
    return all(isinstance(row, Mapping) for row in rows) and any(rows[1].get(name) == rows[0][name] for name in rows[0])
