"""What was decided inside a paragraph, written down: what comes in, and where both want different things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.merge.agreed import drafted_text, extent
from drafting.merge.differences import BREAK, Edit
from drafting.merge.ground import Ground
from drafting.merge.model import OBJECT, Clash, Entry, Kind
from drafting.merge.outcome import Outcome, Wanted
from drafting.merge.overlap import answers_in, overlap
from drafting.merge.restated import says_much


def updated(ground: Ground, wanted: Wanted) -> Entry:
    """What is told of an update that comes in."""
    before = ground.stood(wanted.start, wanted.end)
    return Entry(Kind.UPDATED, wanted.key, wanted.update.text, before, path_of(ground, wanted))


def path_of(ground: Ground, wanted: Wanted) -> str:
    """The path of the fact that an update changes, "" for one of wording alone."""
    old, new = answers_in(ground.pieces[wanted.start : wanted.end]), answers_in(wanted.update.pieces)
    changed = [path for row, (path, text) in new.items() if text != old.get(row, ("", ""))[1]]
    return next(iter([*changed, *(path for row, (path, _text) in old.items() if row not in new)]), "")


def clash(
    ground: Ground,
    knot: Sequence[Wanted],
    hits: Sequence[Edit],
    outcome: Outcome,
    stretch: tuple[int, int] | None = None,
    *,
    by_hand: bool = True,
) -> None:
    """The words in the file stay, the hand's or not, what the draft wants is shown beside them.

    stretch: the tokens of the base that are shown, if more than what changes there.
    """
    by_hand = by_hand and any(_is_of_words(ground, hit) for hit in hits)
    start, end = stretch or extent(knot, hits)
    first, last = ground.file_range(start, end)
    shown = end - _ends_with_number(ground, knot, start, end)
    ours, was = drafted_text(ground, knot, start, shown), ground.stood(start, shown)
    place = next(ground.places(first, last))
    outcome.clashes.append((place.paragraph, Clash(knot[0].key, place.start, place.end, ours, was, by_hand)))
    path = next((path for wanted in knot if (path := path_of(ground, wanted))), "")
    stands = ground.written(first, last)
    outcome.account.append(Entry(Kind.CONFLICT, knot[0].key, ours, stands, path, by_hand))
    outcome.settled |= set(hits)


def _ends_with_number(ground: Ground, knot: Sequence[Wanted], start: int, end: int) -> bool:
    """Whether some tokens of the base end with the number of an item that the hand has joined to the one before, and
    that says nothing without the words behind it."""
    if end - start < 2 or ground.pieces[end - 1].span is not None or ground.base[end - 1] == BREAK:
        return False
    return ground.at(end - 1) < 0 and all(one.end < end for one in knot)


def clash_in_retold(ground: Ground, wanted: Wanted, hits: Sequence[Edit], outcome: Outcome) -> None:
    """A value that changes, and the passage that the hand retold: all that the draft has there would say nothing."""
    start, end = extent([wanted], [hit for hit in hits if overlap(ground, wanted, hit)])
    first, last = ground.file_range(start, end)
    ours, was = wanted.update.text, ground.stood(wanted.start, wanted.end)
    outcome.settled |= set(hits)
    stands = ground.written(first, last)
    if stands.count(ours) > stands.count(was):
        return  # the hand has it already
    place = next(ground.places(first, last))
    outcome.clashes.append((place.paragraph, Clash(wanted.key, place.start, place.end, ours, was)))
    outcome.account.append(Entry(Kind.CONFLICT, wanted.key, ours, stands, path_of(ground, wanted)))


def _is_of_words(ground: Ground, edit: Edit) -> bool:
    """Whether the hand changed words there, and did not only put in a picture or white space."""
    texts = ground.stood(edit.start, edit.end), ground.written(edit.new_start, edit.new_end)
    before, after = ("".join(text.replace(OBJECT, "").split()) for text in texts)
    return before != after


def by_hand_too(ground: Ground, wanted: Wanted) -> Iterator[Entry]:
    """An entry for each place where the hand wrote the value that changes a second time, which stays as it is.

    A short number, or a word of two characters, may stand there by chance; see `restated` for these.
    """
    old, path = ground.base[wanted.start : wanted.end], path_of(ground, wanted)
    if len(old) == 1 and says_much(old[0]) and wanted.update.pieces and path:
        for edit in ground.edits:
            for _again in range(ground.file[edit.new_start : edit.new_end].count(old[0])):
                yield Entry(Kind.COPY, wanted.key, wanted.update.text, old[0], path)
