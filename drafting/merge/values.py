"""Values that the hand gave to facts in the file: its own for the facts file's, and for gaps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Source, Span
from drafting.merge.counts import count_in
from drafting.merge.differences import Edit
from drafting.merge.edges import goes_before, goes_behind, is_of_clause
from drafting.merge.ground import Ground, Place
from drafting.merge.model import OBJECT, Entry, Kind
from drafting.merge.outcome import Outcome, Patch
from drafting.merge.overlap import is_break
from drafting.merge.swapped import clause_of, neighbours_gone, parted, without_clause
from drafting.merge.unanswered import bare_answer
from drafting.paths import without_places


def values_by_hand(
    ground: Ground,
    tokens: tuple[int, int],
    base: Block,
    new: Block,
    outcome: Outcome,
    following: Sequence[Patch] = (),
    beside: Sequence[Block] = (),
) -> None:
    """Tell where the hand gave a fact another value than the draft has, gaps that it filled included.

    tokens: of the block, where they begin among those of the cluster and where they end. following: what changes in
    sentences that the hand has put elsewhere. beside: the blocks of the paragraph in the new draft, among which answers
    may stand that were in `base`.
    """
    if not ground.edits:
        return
    now_of, ranges = latest(base, new, beside), ranges_of(ground, *tokens)
    for nth, (start, end) in ranges.items():
        edits = _inside(ground, start, end)
        swapped = [n for n in neighbours_gone(ground, base, nth, ranges) if n in now_of]
        at_edges = dict(_at_edges(ground, start, end, base.spans[nth]))
        if nth not in now_of or not (edits or swapped or at_edges) or base.spans[nth].source is Source.COUNT:
            continue
        now = now_of[nth]
        value = _to_come(ground, start, end, now, [*outcome.patches, *following]).replace(OBJECT, "")
        value = bare_answer(bare(value, ground.stood(start, end), base.spans[nth]), base.spans[nth])
        if any(edit.end > end for edit in edits):
            value = value.rstrip(POINTS)  # it ends now with the mark between two clauses of it
        told = any(edit in outcome.settled for edit in (*edits, *at_edges.values()))
        for other in swapped:
            rest, moved = parted(value, ground.stood(*clause_of(ground, *ranges[other])))
            if moved:
                value = rest if _points(rest) <= _points(base.spans[nth].text) else ""
                moved = without_clause(ground, *ranges[other], moved)
            if moved == now_of[other].text:
                _drop_clashes(now_of[other], outcome)
            touching = [edit for edit in ground.edits if edit.start == edit.end and edit.start in (start, end)]
            taken = [e for e in ground.edits if e.start < ranges[other][1] and ranges[other][0] < e.end]
            if moved and outcome.settled.isdisjoint([*touching, *taken]):
                _tell(moved, now_of[other], new.key, [*touching, *taken], outcome, moved=True)
        if value and (edits or at_edges) and not told:
            value = value if edits else _without_others(ground, start, end, value, at_edges)
            _tell(value, now, new.key, [*edits, *at_edges.values()], outcome)


def _points(text: str) -> int:
    return sum(map(is_point, text))


def _at_edges(ground: Ground, start: int, end: int, span: Span) -> Iterator[tuple[int, Edit]]:
    """What the hand put in before a value and behind it that belongs to it, each with the token of the base that it
    stands before. start, end: the tokens of the value."""
    stood = ground.stood(start, end)
    if span.source is not Source.FACT or stood != span.text:
        return
    is_clause = clause_of(ground, start, end) == (start, end)
    for edit in ground.edits:
        if edit.start == edit.end and edit.start in (start, end):
            added = ground.written(edit.new_start, edit.new_end)
            goes = goes_before if edit.start == start else goes_behind
            if goes(added, stood) or (is_clause and is_of_clause(added, stood)):
                yield edit.start, edit


def _without_others(ground: Ground, start: int, end: int, value: str, at_edges: Mapping[int, Edit]) -> str:
    """A value without what the hand put in beside it that does not belong to it."""
    for edit in ground.edits:
        if edit.start == edit.end and edit.start in (start, end) and edit.start not in at_edges:
            added = ground.written(edit.new_start, edit.new_end)
            value = value.removeprefix(added) if edit.start == start else value.removesuffix(added)
    return value


def _drop_clashes(now: Span, outcome: Outcome) -> None:
    """Take back the conflicts about an answer at the place where it stood: it stands at another one as it is now."""
    over = [one for one in outcome.account if one.kind is Kind.CONFLICT and one.path == now.path]
    over = [one for one in over if now.text in one.text and not one.before]
    outcome.account = [one for one in outcome.account if one not in over]
    texts = {(one.block, one.text) for one in over}
    outcome.clashes = [one for one in outcome.clashes if (one[1].key, one[1].ours) not in texts]


def _tell(value: str, now: Span, key: str, edits: Sequence[Edit], outcome: Outcome, *, moved: bool = False) -> None:
    """Tell of an answer by hand, if it is another one, or stands at the place of another.

    edits: what the hand did there; now: what the draft has.
    """
    if value != now.text:
        before = "" if now.source is Source.MISSING else now.text
        outcome.account.append(Entry(Kind.DIFFERS, key, value, before, now.path))
    elif moved:
        outcome.account.append(Entry(Kind.KEPT, key, value, value))
    else:
        return
    outcome.settled |= set(edits)


def counts_by_hand(ground: Ground, tokens: tuple[int, int], base: Block) -> Iterator[tuple[str, str]]:
    """The counts in a block that the hand changed: what each was, and what it is now.

    tokens: of the block, as in `values_by_hand`.
    """
    if not ground.edits or not any(span.source is Source.COUNT for span in base.spans):
        return
    for nth, (start, end) in ranges_of(ground, *tokens).items():
        span = base.spans[nth]
        if span.source is Source.COUNT and _inside(ground, start, end):
            written = bare(ground.written(*ground.file_range(start, end)), ground.stood(start, end), span)
            yield span.text, count_in(written, span.text)


def _inside(ground: Ground, start: int, end: int) -> list[Edit]:
    """The edits by hand to tokens `start` to `end` of the base; none if one of them reaches out of these, but for one
    that took out the last words with the mark behind them."""
    edits = [edit for edit in ground.edits if edit.start < end and start < edit.end and not is_break(ground, edit)]
    behind = [edit for edit in edits if end < edit.end and not (edit.start > start and _takes_mark(ground, edit, end))]
    return [] if behind or any(edit.start < start for edit in edits) else edits


def _takes_mark(ground: Ground, edit: Edit, end: int) -> bool:
    """Whether an edit only took words out, and behind token `end` no more than a mark."""
    return edit.new_start == edit.new_end and edit.end == end + 1 and is_point(ground.base[end])


def bare(text: str, stood: str, span: Span) -> str:
    """What a text in the place of a span says, without what the tokens of the span hold besides: a unit, say."""
    head, _found, tail = stood.partition(span.text)
    return text.removeprefix(head).removesuffix(tail).strip()


def _to_come(ground: Ground, start: int, end: int, now: Span, patches: Sequence[Patch]) -> str:
    """What tokens `start` to `end` of the base, the value `now`, will be in the file with the patches to them."""
    text = ""
    for place in ground.places(*ground.file_range(start, end)):
        at = place.start
        for patch in sorted(patches, key=lambda patch: patch.place.start):
            if _is_inside(patch, place, now):
                text += ground.text_of(Place(place.paragraph, at, patch.place.start)) + patch.text
                at = patch.place.end
        text += ground.text_of(Place(place.paragraph, at, place.end))
    return text


def _is_inside(patch: Patch, place: Place, now: Span) -> bool:
    """Whether a patch changes a value; what only comes in beside it does if it is of the value."""
    start, end = patch.place.start, patch.place.end
    if patch.place.paragraph != place.paragraph or start < place.start or place.end < end:
        return False
    return start < end or place.start < start < place.end or all(piece.span == now for piece in patch.pieces)


def ranges_of(ground: Ground, first: int, last: int) -> dict[int, tuple[int, int]]:
    """The tokens of each answer and each count in a block, by the number of its span."""
    found: dict[int, tuple[int, int]] = {}
    start = first
    for nth, number in Counter([piece.nth for piece in ground.pieces[first:last]]).items():  # one behind the other
        span = ground.pieces[start].span
        if span is not None and (span.path or span.source is Source.COUNT):
            found[nth] = (start, start + number)
        start += number
    return found


def latest(base: Block, new: Block, beside: Sequence[Block] = ()) -> dict[int, Span]:
    """For the number of each span of an answer: the span of that answer now. Rows may have another number.

    One that says the same as before may stand in a block beside: a sentence has become a list.
    """
    if base.spans == new.spans:
        return {nth: span for nth, span in enumerate(new.spans) if span.path}
    waiting: defaultdict[str, list[Span]] = defaultdict(list)
    for span in new.spans:
        if span.path:
            waiting[without_places(span.path)].append(span)
    rows = [(nth, span, waiting[without_places(span.path)]) for nth, span in enumerate(base.spans) if span.path]
    found: dict[int, Span] = {}
    for as_before in (True, False):
        for nth, span, now in rows:
            if nth in found:
                continue
            chosen = next((other for other in now if other.text == span.text or not as_before), None)
            if chosen is not None:
                now.remove(chosen)
                found[nth] = chosen
    others = [span for block in beside if block.key != new.key for span in block.spans if span.path]
    for nth, span, _now in rows:
        same = [
            one for one in others if one.text == span.text and without_places(one.path) == without_places(span.path)
        ]
        if nth not in found and len(same) == 1:
            found[nth] = same[0]
    return found
