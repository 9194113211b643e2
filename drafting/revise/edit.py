"""Changes inside a paragraph: words go, words come in their place, comments stand on what the hand keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from drafting.draft import Source, Span
from drafting.merge.model import Change, Clash
from drafting.revise.ink import PROPERTIES, RUN, RUN_PROPERTIES, Ink, changes_around, remove
from drafting.revise.line import (
    Line,
    append,
    behind_ends,
    depth,
    is_object,
    put_after,
    put_before,
    unit,
    whole,
)
from drafting.revise.looks import Look, Looks, look_of, new_run, same
from drafting.revise.own import take_back
from drafting.revise.remarks import Remarks
from drafting.word.names import GAP_MARK
from drafting.word.package import w
from drafting.word.text import Stretch, paragraphs

_COMMENT_START, _COMMENT_END, _COMMENT = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")


@dataclass(frozen=True, slots=True)
class Pen:
    """What a file is written with. fresh: the runs that were written with it."""

    ink: Ink
    looks: Looks
    remarks: Remarks
    fresh: list[etree._Element] = field(default_factory=list)

    def runs(self, spans: Iterable[Span], model: Look | None) -> list[etree._Element]:
        """Runs for text that looks like `model`; gaps are shaded and commented."""
        runs: list[etree._Element] = []
        text, look, key = "", etree.Element(RUN_PROPERTIES), b""
        for span in spans:
            if not span.text:
                continue
            gap = span.source is Source.MISSING
            wanted = self.looks.gap(model) if gap else self.looks.like(model, span.source)
            if gap and span.text.startswith(GAP_MARK):
                runs += [new_run(text, look)] if text else []
                runs += self.remarks.around([new_run(span.text, wanted)], self.remarks.gap(span.path))
                text = ""
            elif text and same(wanted) == key:
                text += span.text
            else:
                runs += [new_run(text, look)] if text else []
                text, look, key = span.text, wanted, same(wanted)
        runs += [new_run(text, look)] if text else []
        self.fresh.extend(runs)
        return runs


def rewrite(line: Line, changes: Sequence[Change], clashes: Sequence[Clash], pen: Pen) -> None:
    """Change a paragraph, and say in comments what the draft would have where the person wants something else."""
    answered = commented(line, pen.remarks)
    for clash in clashes:
        _remark(line, clash, pen)
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        _change(line, change, pen)
    drop_comments(line.elements, answered, pen)
    take_back(line.elements)


def _change(line: Line, change: Change, pen: Pen) -> None:
    first, last = line.between(change.start, change.end)
    gone = [stretch for stretch in line.stretches[first:last] if not is_object(stretch)]
    if gone:
        going = _runs(gone)
        new = pen.runs(change.spans, _main_look(gone))
        if new:
            put_after(pen.ink, min((going[-1], going[0]), key=depth), new)
        for run in going:
            pen.ink.take_out(run)
    else:
        _insert(line, first, change.spans, pen)
    line.stretches[first:last] = [stretch for stretch in line.stretches[first:last] if is_object(stretch)]


def _insert(line: Line, index: int, spans: Sequence[Span], pen: Pen) -> None:
    """Put text in before the stretch of that number, where nothing goes out."""
    before = line.stretches[index - 1] if index else None
    behind = line.stretches[index] if index < len(line.stretches) else None
    at = min((s for s in (before, behind) if s), key=lambda s: depth(whole(unit(s.element))), default=None)
    if at is None:
        append(pen.ink, line.elements[-1], pen.runs(spans, _mark_look(line)))
        return
    around = [s for s in (before, behind) if s and depth(unit(s.element)) == depth(unit(at.element))]
    new = pen.runs(spans, _look_beside(line, [s for s in around if not is_object(s)]))
    place = whole(unit(at.element))
    if at is before:
        put_after(pen.ink, behind_ends(place, behind), new)
    elif at.field is not None and at.field.getparent() is place.getparent():
        put_before(pen.ink, at.field, new)
    else:
        put_before(pen.ink, place, new)


def _runs(stretches: Iterable[Stretch]) -> list[etree._Element]:
    """The runs that hold these stretches and no other text; that of a ruby, if all of its base is among them."""
    elements = {stretch.element for stretch in stretches}
    runs: dict[etree._Element, None] = {}
    for stretch in stretches:
        outer = whole(unit(stretch.element))
        inside = all(text in elements for text in outer.iter(w("t")) if not _in_reading(text))
        runs[outer if inside else unit(stretch.element)] = None
    return list(runs)


def _in_reading(text: etree._Element) -> bool:
    """Whether it is the small print of a ruby."""
    return next(text.iterancestors(w("rt")), None) is not None


def _main_look(gone: Sequence[Stretch]) -> Look | None:
    """The look that most of what goes out had; the first among equals."""
    return _commonest([(stretch, len(stretch.shown)) for stretch in gone])


def _look_beside(line: Line, around: Sequence[Stretch]) -> Look | None:
    """The look of one of the neighbours: of the one that looks like most of the paragraph, else of the one before.

    So what comes in beside a phrase that somebody made bold is not bold itself.
    """
    texts = [stretch for stretch in line.stretches if not is_object(stretch)]
    usual = _commonest([(stretch, len(stretch.shown)) for stretch in texts])
    looks = [look_of(stretch) for stretch in around]
    if not looks:
        return usual if texts else _mark_look(line)
    return next((look for look in looks if _key(look) == _key(usual)), looks[0])


def _commonest(weighted: Sequence[tuple[Stretch, int]]) -> Look | None:
    weights: dict[bytes, int] = {}
    for stretch, weight in weighted:
        key = _key(look_of(stretch))
        weights[key] = weights.get(key, 0) + weight
    if not weights:
        return None
    wanted = max(weights, key=lambda key: weights[key])
    return next(look_of(stretch) for stretch, _weight in weighted if _key(look_of(stretch)) == wanted)


def _key(look: Look | None) -> bytes:
    return b"" if look is None else same(look)


def _mark_look(line: Line) -> Look | None:
    return line.elements[-1].find(f"{PROPERTIES}/{RUN_PROPERTIES}")


def _remark(line: Line, clash: Clash, pen: Pen) -> None:
    """Put a comment on the words that stay; on the nearest character, where there are none."""
    length = sum(len(stretch.shown) for stretch in line.stretches)
    start, end = clash.start, clash.end
    if start == end:
        start, end = (start, start + 1) if start < length else (max(0, start - 1), length)
    first, last = line.cut(start), line.cut(end)
    words = {stretch.element for stretch in line.stretches[first:last]}
    former = [one for one, at in commented(line, pen.remarks).items() if at & words]
    former = [one for one in former if pen.remarks.is_clash(one, moved=clash.moved)]
    if any(pen.remarks.says(one, clash) for one in former):
        return
    for one in former:
        drop_comment(line.elements, one, pen.remarks)
    identifier = pen.remarks.clash(clash)
    opens, (closes, shows) = pen.remarks.start(identifier), pen.remarks.ends(identifier)
    if not length:
        line.elements[-1].extend([opens, closes, shows])
        return
    whole(unit(line.stretches[first].element)).addprevious(opens)
    place = whole(unit(line.stretches[last - 1].element))
    place.addnext(closes)
    outermost = [closes, *changes_around(closes)][-1]
    outermost.addnext(shows)


Commented = dict[str, set[etree._Element]]
"""Comments, and the elements of the text that can be seen in the range of each."""


def commented(line: Line, remarks: Remarks) -> Commented:
    """Our comments that begin in the paragraph."""
    starts = [start for element in line.elements for start in element.iter(_COMMENT_START)]
    if not any(start.get(w("id"), "") in remarks.ours for start in starts):
        return {}
    visible = {stretch.element for stretch in line.stretches}
    found: Commented = {}
    inside: set[str] = set()
    for element in (inner for outer in line.elements for inner in outer.iter()):
        identifier = element.get(w("id"), "") if element.tag in (_COMMENT_START, _COMMENT_END) else ""
        if element.tag == _COMMENT_START and identifier in remarks.ours:
            found[identifier] = set()
            inside.add(identifier)
        elif element.tag == _COMMENT_END:
            inside.discard(identifier)
        elif element in visible:
            for open_one in inside:
                found[open_one].add(element)
    return found


def drop_comments(elements: Sequence[etree._Element], before: Commented, pen: Pen) -> None:
    """Take out our comments whose words have all gone: a gap that is answered, a clash that is over.

    before: what `commented` found in the paragraph. What came in instead is none of the words.
    """
    if not any(before.values()):
        return
    line = Line(paragraphs(elements)[0]) if paragraphs(elements) else None
    if line is not None:
        line.stretches = [stretch for stretch in line.stretches if unit(stretch.element) not in pen.fresh]
    after = commented(line, pen.remarks) if line else {}
    for identifier, seen in before.items():
        if seen and not after.get(identifier) and identifier in pen.remarks.ours:
            drop_comment(elements, identifier, pen.remarks)


def drop_comment(elements: Sequence[etree._Element], identifier: str, remarks: Remarks) -> None:
    """Take a comment of ours out of its paragraph and out of its part."""
    remarks.drop(identifier)
    drop_marks(elements, identifier)


def drop_marks(elements: Sequence[etree._Element], identifier: str) -> None:
    """Take out where a comment begins, ends and is shown, with the run that holds nothing else."""
    tags = (_COMMENT_START, _COMMENT_END, _COMMENT)
    marks = [mark for element in elements for mark in element.iter(*tags)]
    for mark in [mark for mark in marks if mark.get(w("id")) == identifier]:
        run = mark.getparent()
        if mark.tag == _COMMENT and run is not None and run.tag == RUN:
            run.remove(mark)
            if all(child.tag == RUN_PROPERTIES for child in run):
                remove(run)
        else:
            remove(mark)
