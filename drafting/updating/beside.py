"""Words by hand that say how near to a number the true one is, 超过12.5亿元: they may be wrong when it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting.draft import Draft
from drafting.i18n import _
from drafting.merge.edges import words_before, words_behind
from drafting.merge.model import Kind, Merge, Seen

_NUMERAL = "0-9０-９零〇一二两三四五六七八九十百千万亿"
_STARTS, _ENDS = re.compile(f"[{_NUMERAL}]"), re.compile(f"[{_NUMERAL}%％‰][^，。；：、]{{0,4}}$")


def with_words_beside(merged: Merge, seen: Sequence[Seen], base: Draft) -> Merge:
    """The merge with an account that says of a number that changes what the hand has put beside it.

    seen: the paragraphs of the file as they were merged. base: the draft that it was written from.
    """
    beside = dict(_beside(merged, seen))
    if not beside:
        return merged
    drafted = "\n".join(["".join([block.text for block in group]) for group in base.paragraphs()])
    account = []
    for entry in merged.account:
        words, around = beside.get((entry.block, entry.before, entry.text), ("", ""))
        if entry.kind is Kind.UPDATED and words and around not in drafted:
            entry = replace(entry, note=_("check whether “{words}” beside it still fits").format(words=words))
        account.append(entry)
    return replace(merged, account=tuple(account))


def _beside(merged: Merge, seen: Sequence[Seen]) -> Iterator[tuple[tuple[str, str, str], tuple[str, str]]]:
    """For numbers that change, by block, value before and value now, the words beside them, and these with the value
    before."""
    for step in merged.steps:
        if step.seen is None:
            continue
        text = seen[step.seen].text
        for change in step.changes:
            was = text[change.start : change.end]
            before, behind = text[: change.start], text[change.end :]
            if _STARTS.match(was) and _STARTS.match(change.text) and (words := words_before(before)):
                for block in step.blocks:
                    yield (block.key, was, change.text), (words, words + was)
            elif _ENDS.search(was) and _ENDS.search(change.text) and (words := words_behind(behind)):
                for block in step.blocks:
                    yield (block.key, was, change.text), (words, was + words)
