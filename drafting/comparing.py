"""Word files compared, read only: two of them, or one with the facts; and values by hand taken back into the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.compose import Composed
from drafting.draft import Block, Draft, Move, Role, Span
from drafting.entries_by_hand import ListEntry, entries_by_hand
from drafting.errors import UserError
from drafting.facts.edit_paths import parse_path, value_at
from drafting.loading import load_facts
from drafting.merge import merge
from drafting.merge.apart import is_other_number
from drafting.merge.beforehand import has_other_numbers
from drafting.merge.differences import GAP
from drafting.merge.groups import body_of
from drafting.merge.model import OBJECT, Entry, Fate, Kind, Merge, Seen
from drafting.merge.steps import changed
from drafting.outline.model import Outline, Type
from drafting.questionnaire.answers import question_at
from drafting.retitling import as_before, remembering
from drafting.revise import look
from drafting.updating import Wish, update
from drafting.word.package import open_package
from drafting.word.recall import read_state
from drafting.writing import composed_from, state_of
from drafting.yamlfile import parse_yaml, read_text

_POINT = re.compile(f"[{re.escape(POINTS)}]")
_WORDS = 3  # characters of a clause by which one item of a list is known in another one


@dataclass(frozen=True, slots=True)
class Compared:
    """What would become of a file.

    before: its paragraphs as they are. then: what would be merged in after that, each time with the paragraphs it would
    find. drafted: the text of the draft. all_placed: whether nothing would wait for the person's decision.
    """

    merge: Merge
    before: tuple[str, ...]
    then: tuple[tuple[tuple[str, ...], Merge], ...] = ()
    drafted: str = ""
    all_placed: bool = True


def compare_files(first: Path, second: Path) -> Compared:
    """What makes the second Word file out of the first. Raises UserError for what cannot be read."""
    return compare_paragraphs(_paragraphs(first), _paragraphs(second))


def compare_paragraphs(first: Sequence[str], second: Sequence[str]) -> Compared:
    """What makes the second of two texts out of the first, which are paragraphs in order."""
    seen = tuple(Seen(text) for text in first)
    return Compared(merge(_draft(first, "first"), seen, _draft(second, "second")), tuple(first))


def compare_with_facts(facts_path: Path, file: Path) -> Compared:
    """What writing the facts file again would do to a Word file. Raises UserError as writing does."""
    loaded = load_facts(facts_path)
    composed, names = as_before(loaded, _composed(facts_path), read_state(open_package(file)))
    found = update(file, remembering(state_of(loaded, composed, ""), names), composed.asks, Wish())
    return Compared(found.merge, found.before, found.then, composed.draft.text, found.all_placed)


@dataclass(frozen=True, slots=True)
class Offer:
    """A value by hand that the facts file does not have.

    path, ask: of the answer. now: the answer as the facts file has it; value: as it would be with the value by hand.
    others: what it would be with what the hand wrote for it at other places, if that is not the same. unclear: the hand
    has split this item of a list or joined it with another one, so that it is not certain what the answer now is.
    stands: at other places the file has the answer as before, and what the hand wrote has no other number: a name may
    be said shorter at one place and be the same name.
    """

    path: str
    ask: str
    now: str
    value: str
    others: tuple[str, ...] = ()
    unclear: bool = False
    stands: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether it can be taken back as it is."""
        return not (self.others or self.unclear or self.stands)


def values_by_hand(facts_path: Path, file: Path) -> tuple[list[Offer], list[ListEntry]]:
    """The answers that somebody changed or filled in in the Word file, where it can be told what the answer then is;
    and the entries of lists that somebody put in there or took out."""
    data, outline = _plain(facts_path), load_facts(facts_path).prepared.outline
    composed = _composed(facts_path)
    asks = composed.asks
    offers: dict[str, Offer] = {}
    compared = compare_with_facts(facts_path, file)
    joined = dict(_joined(compared))
    for entry in compared.merge.account:
        if entry.kind not in (Kind.DIFFERS, Kind.CONFLICT) or not entry.by_hand or not entry.path or " " in entry.path:
            continue
        if any(sign in entry.text + entry.before for sign in (OBJECT, GAP)) or not _may_be_text(
            outline, data, entry.path
        ):
            continue
        first = _value(data, entry.path)
        before = offers.get(entry.path, Offer(entry.path, asks.get(entry.path, ""), first, first))
        value, alone = _with_hand(before.value, entry), _with_hand(first, entry)
        if not (entry.before or entry.kind is Kind.DIFFERS or any(alone and alone in text for text in compared.before)):
            continue  # the hand took out more than that
        if alone is not None and (_is_split(alone, first) or _crosses(alone, first, joined.get(entry.block, []))):
            offers[entry.path] = Offer(entry.path, before.ask, first, alone, unclear=True)
            continue
        if before.unclear:
            continue
        if value is not None and value != before.value:
            offers[entry.path] = replace(before, value=value)
        elif value is None and alone is not None and alone not in (first, before.value, *before.others):
            offers[entry.path] = replace(before, others=(*before.others, alone))
    found = [replace(offer, stands=_is_renamed(offer) and _stands(compared, offer)) for offer in offers.values()]
    return found, list(entries_by_hand(compared.merge.account, composed.draft, compared.before))


def _is_renamed(offer: Offer) -> bool:
    """Whether an answer by hand is another one than before, and has the same numbers. A number is one everywhere."""
    another = has_other_numbers(offer.value, offer.now) or is_other_number(offer.value, offer.now)
    return bool(offer.now) and not another


def _stands(compared: Compared, offer: Offer) -> bool:
    """Whether the file to come says an answer somewhere as it is without the hand."""
    for step in compared.merge.steps:
        if step.seen is None or step.fate is Fate.DELETED:
            continue
        text = changed(compared.before[step.seen], step.changes)
        for anchor, block in zip(step.anchors, step.blocks, strict=True):
            stands = text[anchor.start : anchor.end]
            if offer.now in offer.value:
                stands = stands.replace(offer.value, "")
            if offer.now in stands and any((span.path, span.text) == (offer.path, offer.now) for span in block.spans):
                return True
    return False


def _with_hand(now: str, entry: Entry) -> str | None:
    """The answer with what stands in the file by hand; None where it is not clear what of it was changed."""
    hand, facts = (entry.before, entry.text) if entry.kind is Kind.CONFLICT else (entry.text, entry.before)
    if not now:
        return hand
    return now.replace(facts, hand) if facts and now.count(facts) == 1 else None


def _is_split(value: str, before: str) -> bool:
    """Whether somebody has made several items of one: there is an enumerator in it that was not there."""
    starts = [0, *(at + 1 for at, sign in enumerate(value) if is_point(sign) or sign.isspace())]
    markers = [marker.text for at in starts if (marker := parse_marker(value, at))]
    return any(marker not in before for marker in markers)


def _joined(compared: Compared) -> Iterator[tuple[str, list[tuple[str, Block]]]]:
    """The items of lists that somebody has joined with others in a sentence, by keys: the enumerator between is gone.

    Each with the others, as they stand in the file and as they are drafted.
    """
    for step in compared.merge.steps:
        if step.seen is None or step.fate is Fate.DELETED or len(step.anchors) < 2:
            continue
        text = changed(compared.before[step.seen], step.changes)
        parts = [
            (text[anchor.start : anchor.end], block) for anchor, block in zip(step.anchors, step.blocks, strict=True)
        ]
        seams = [
            n for n, (stands, block) in enumerate(parts) if n and block.marker and not parse_marker(stands.lstrip())
        ]
        for n in sorted({place for seam in seams for place in (seam - 1, seam)}):
            yield parts[n][1].key, [parts[m] for m in (n - 1, n + 1) if {n, m} & set(seams) and 0 <= m < len(parts)]


def _crosses(value: str, before: str, others: list[tuple[str, Block]]) -> bool:
    """Whether words of other items are in an answer now, or words of it in them. others: see `_joined`."""
    theirs = [words for _stands, block in others for words in _clauses(body_of(block))]
    came = any(words in value and words not in before for words in theirs)
    return came or any(
        words not in value and words in stands for words in _clauses(before) for stands, _block in others
    )


def _clauses(text: str) -> list[str]:
    return [words for words in _POINT.split(text) if len(words) >= _WORDS]


def _may_be_text(outline: Outline, data: Any, path: str) -> bool:
    """Whether the answer at a path is one text, and no list or table; a place behind the end of a list is none."""
    try:
        steps = parse_path(path)
        question = question_at(outline, steps)
        above = value_at(data, steps[:-1]) if len(steps) > 1 else data
    except UserError:
        return False
    if isinstance(steps[-1], int):
        return isinstance(above, list) and steps[-1] <= len(above) and isinstance(above[steps[-1] - 1], str)
    return question.type not in (Type.LIST, Type.TABLE) and isinstance(above, dict)


def _value(data: Any, path: str) -> str:
    try:
        found = value_at(data, parse_path(path))
    except UserError:
        return ""
    return found if isinstance(found, str) else ""


def _plain(facts_path: Path) -> Any:
    from drafting.facts.read import plain

    return plain(parse_yaml(read_text(facts_path), str(facts_path)))


def _composed(facts_path: Path) -> Composed:
    return composed_from(load_facts(facts_path), read_text(facts_path))


def _paragraphs(file: Path) -> list[str]:
    return [seen.text for seen in look(open_package(file), Draft(())).seen if seen.text.strip()]


def _draft(texts: Sequence[str], name: str) -> Draft:
    """The paragraphs of a file as a draft of which nothing more is known than how they are numbered.

    Keys of two files have nothing in common, not even their order: what belongs together is known by its words.
    """
    open_families: list[str] = []
    blocks = []
    for number, text in enumerate(texts, 1):
        found = parse_marker(text)
        if found and found.text[-1].isnumeric():
            found = None  # 第一书记, 第一产业
        marker = found.text if found else ""
        if found:
            if found.family in open_families:
                del open_families[open_families.index(found.family) :]
            open_families.append(found.family)
        role = Role.ITEM if found else Role.PARAGRAPH
        spans = (Span(text[len(marker) :]),)
        blocks.append(Block(f"{name}~{number}", role, len(open_families), marker, Move.OPENING, spans))
    return Draft(tuple(blocks))
