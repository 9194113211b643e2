"""Entries of a list in a sentence: each is known by what it says, wherever among the others the hand has put it.

Else the hand's order would be told as so many new values: each entry would be said to have become its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Source
from drafting.merge.model import Entry, Fate, Kind, Seen, Step
from drafting.merge.pairing import best_pairs, grams, likeness
from drafting.merge.steps import changed
from drafting.paths import list_of

_LIKE = 0.4  # likeness of an entry and what the hand has made of it at another place
_MASK = "\x00"  # stands for an entry that has been found
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_CUTS = re.compile(f"[{re.escape(POINTS)}{_MASK}\n]+")


class _List(NamedTuple):
    """A list in a block. rows: what its entries say, by their paths. standing: which of them the file will have as they
    are. besides: what else it will have there, clause by clause."""

    rows: Mapping[str, str]
    standing: frozenset[str]
    besides: Sequence[str]


def with_entries_known(account: Sequence[Entry], seen: Sequence[Seen], steps: Sequence[Step]) -> list[Entry]:
    """The account, where the hand has put entries of a list into another order: those that stand as they are have
    moved, those that it changed are paired with what it made of them, the rest it put in or took out.

    seen: the paragraphs of the file, steps: what becomes of them.
    """
    found = {(one.block, stem): None for one in account if one.kind is Kind.DIFFERS and (stem := list_of(one.path))}
    told, keys = list(account), {key for key, _stem in found}
    steps = [step for step in steps if any(block.key in keys for block in step.blocks)] if found else []
    for key, stem in found:
        listed = _list(key, stem, seen, steps)
        over = [one for one in told if listed and one.block == key and _is_confused(one, stem, listed)]
        if listed and over:
            at = told.index(over[0])
            others = [one for one in told if one not in over]
            told = [*others[:at], *_told(key, over, others, listed), *others[at:]]
    return told


def _list(key: str, stem: str, seen: Sequence[Seen], steps: Sequence[Step]) -> _List | None:
    """A list in a block as it is drafted and as it will stand in the file; None if its entries cannot be told apart."""
    text, rows, around = "", dict[str, str](), set[str]()
    for step in steps:
        if step.seen is None or step.fate is Fate.DELETED:
            continue
        for block, anchor in zip(step.blocks, step.anchors, strict=False):
            if block.key != key:
                continue
            text += changed(seen[step.seen].text, step.changes)[anchor.start : anchor.end] + "\n"
            for n, span in enumerate(block.spans):
                if span.source is not Source.FACT or list_of(span.path) != stem:
                    continue
                if span.path in rows:
                    return None  # said twice
                rows[span.path] = span.text
                around |= {block.spans[m].text for m in (n - 1, n + 1) if 0 <= m < len(block.spans)}
    if len(rows) < 2 or len(set(rows.values())) < len(rows):
        return None
    standing, rest = _standing(text, rows, around)
    return _List(rows, standing, [clause for clause in _CUTS.split(rest) if clause])


def _standing(text: str, rows: Mapping[str, str], around: set[str]) -> tuple[frozenset[str], str]:
    """The entries that a text has, each whole, and the text without them. around: the wording before entries and
    behind them."""
    standing = set()
    for path, row in sorted(rows.items(), key=lambda found: -len(found[1])):
        for found in re.finditer(re.escape(row), text):
            before, behind = text[: found.start()], text[found.end() :]
            begins = _is_edge(before[-1:]) or any(before.endswith(words) for words in around if words)
            if begins and (_is_edge(behind[:1]) or any(behind.startswith(words) for words in around if words)):
                standing.add(path)
                text = before + _MASK * len(row) + behind
                break
    return frozenset(standing), text


def _is_edge(sign: str) -> bool:
    return not sign or sign in ("\n", _MASK) or is_point(sign)


def _is_confused(entry: Entry, stem: str, listed: _List) -> bool:
    """Whether an entry of the account says of one entry of the list what is another one, or tells of one that stands
    in the file that it came, or went, or became another."""
    if entry.kind is Kind.DIFFERS and list_of(entry.path) == stem:
        moved = entry.path in listed.standing and listed.rows[entry.path] not in entry.text
        return moved or any(path != entry.path for path in _parts(entry.text, listed)[0])
    if entry.kind is not Kind.KEPT or bool(entry.text) == bool(entry.before):
        return False
    return bool(_parts(entry.text, listed)[0] or _went(entry, listed))


def _went(entry: Entry, listed: _List) -> list[str]:
    """The entry that is told to have gone, or to have come with the numbers it had, and that stands in the file."""
    words = (entry.text or entry.before).strip(POINTS)
    if entry.text and not set(_CUTS.split(words)).isdisjoint(listed.besides):
        return []
    alike = _FIGURES.sub("0", words)
    return [path for path in listed.standing if _FIGURES.sub("0", listed.rows[path]) == alike]


def _parts(value: str, listed: _List) -> tuple[list[str], list[str]]:
    """The paths of the entries that a text has whole, and the rest of it."""
    parts = []
    for path in sorted(listed.standing, key=lambda path: -len(listed.rows[path])):
        row = re.escape(listed.rows[path])
        marks = re.escape(POINTS) + _MASK
        value, times = re.subn(f"(?:(?<=[{marks}])|^){row}(?=[{marks}]|$)", _MASK, value, count=1)
        parts += [path] * times
    return parts, [rest for piece in value.split(_MASK) if (rest := piece.strip(POINTS))]


def _told(key: str, over: Sequence[Entry], others: Sequence[Entry], listed: _List) -> Iterator[Entry]:
    """What is told of a list instead. over: what was told of it, by places. others: what else is told."""
    elsewhere = {path for one in others for path in one.path.split()}
    moved = {one.path: None for one in over if one.path in listed.standing}
    left: list[str] = []
    for one in over:
        paths, rests = _parts(one.text, listed)
        went = _went(one, listed) if one.kind is Kind.KEPT else []
        moved |= dict.fromkeys([*paths, *went])
        left += rests if not went else []
    missing = [path for path in listed.rows if path not in listed.standing and path not in elsewhere]
    scores = {n: _likes(listed.rows[path], left) for n, path in enumerate(missing)}
    pairs = best_pairs({n: row for n, row in scores.items() if row})
    for path in moved:
        yield Entry(Kind.KEPT, key, listed.rows[path], listed.rows[path])
    for n, path in enumerate(missing):
        if n in pairs:
            yield Entry(Kind.DIFFERS, key, left[pairs[n]], listed.rows[path], path)
        elif not _likes(listed.rows[path], listed.besides):
            yield Entry(Kind.DELETED_BY_HAND, key, listed.rows[path], path=path)
    yield from (Entry(Kind.KEPT, key, rest) for m, rest in enumerate(left) if m not in pairs.values())


def _likes(row: str, texts: Sequence[str]) -> dict[int, float]:
    """How like an entry each of some texts is, those that are."""
    words = grams(row)
    return {m: score for m, text in enumerate(texts) if (score := likeness(words, grams(text))) >= _LIKE}
