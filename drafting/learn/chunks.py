"""Numbers that a document site puts before each chunk of its running text: 1、 … 2、 … 3、 …

They are told from the numbers of a list by this: they run from 1 strictly through the file, the chunks between them
are long and of much the same length, and they break sentences in the middle.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.headlines import begins_with_title
from drafting.learn.model import Line

_NUMBER = pattern(r"(\d{1,4})[、.．]\s*")
_INSIDE = pattern(r"、(?<=\d、)")
_BEFORE = pattern(r"\d*$")
_ENDS = "。．.！？!?；;：:…”’》）)】」"
_CLOSING = "。！？!?；;，,、：:”’》）)】」"
_SHORTEST = 120  # characters of a chunk; no heading is so long
_SHORT = 40  # of one that must be more even, and cut more sentences, since items of a list are as long
_LONGEST = 4  # digits
_FEWEST = 3
_PAUSES = "，,、"


@dataclass(frozen=True, slots=True)
class _Place:
    """A number that may be a chunk's: where it stands in the whole text, and how much of the text it is."""

    number: int
    start: int
    end: int


def join_chunks(lines: list[Line], report: Report) -> tuple[list[Line], bool]:
    """The lines without chunk numbers, the chunks joined; and whether there were any."""
    text = "\n".join([line.text for line in lines])
    places = _chain(_at_line_starts(lines), text) or _chain(_inside(text), text)
    if not places:
        return lines, False
    first = text.count("\n", 0, places[0].start)
    pieces, at = [], 0
    for place in places:
        before = text[at : place.start]
        pieces.append(before if place is places[0] else before.removesuffix("\n"))
        report.remove(text[place.start : place.end], _("the number of a page chunk, they run through the file"))
        at = place.end
    pieces.append(text[at:])
    joined = "".join(pieces).split("\n")
    heads = lines[:first]
    return [*heads, *[Line(part.strip(), gap=True) for part in joined[first:] if part.strip()]], True


def _at_line_starts(lines: list[Line]) -> list[_Place]:
    places, at = [], 0
    for line in lines:
        if line.text[0].isdecimal() and (match := _NUMBER.match(line.text)):
            places.append(_Place(int(match[1]), at, at + match.end()))
        at += len(line.text) + 1
    return places


def _inside(text: str) -> list[_Place]:
    places = []
    for mark in _INSIDE.finditer(text):
        number = _BEFORE.search(text, max(0, mark.start() - _LONGEST - 1), mark.start())
        if number and len(number[0]) <= _LONGEST:
            places.append(_Place(int(number[0]), number.start(), mark.end()))
    return places


def _chain(places: list[_Place], text: str) -> list[_Place]:
    """The places that are one run 1, 2, 3, … of chunk numbers; none if there is no such run."""
    by_number: dict[int, list[_Place]] = {}
    for place in places:
        by_number.setdefault(place.number, []).append(place)
    for first in by_number.get(1, [])[:5]:
        chain = _follow(first, by_number, len(text))
        titled = begins_with_title(text[first.end : first.end + 100])
        if len(chain) < (2 if titled else _FEWEST):
            continue
        if _is_even(chain) and _breaks_sentences(chain, text, titled):
            return chain
        if _is_even(chain, _SHORT, 0.2, 0.8) and _cuts_words(chain, text, titled):
            return chain
    return []


def _follow(first: _Place, by_number: dict[int, list[_Place]], end: int) -> list[_Place]:
    """From `first` on, always the next number at the most even distance."""
    chain = [first]
    most = max(by_number)
    typical = (end - first.start) / most
    while later := [p for p in by_number.get(chain[-1].number + 1, []) if p.start >= chain[-1].end]:
        last = chain[-1]
        best = min(later, key=lambda place: abs(place.start - last.start - typical))
        chain.append(best)
        typical = median([b.start - a.start for a, b in pairwise(chain)][-9:])
    return chain


def _is_even(chain: list[_Place], shortest: int = _SHORTEST, apart: float = 0.35, most: float = 0.7) -> bool:
    """Whether most of the chunks are of one length, but for a share of it that they may be apart."""
    lengths = [b.start - a.start for a, b in pairwise(chain)]
    usual = median(lengths)
    near = sum(1 for length in lengths if abs(length - usual) <= apart * usual)
    return usual >= shortest and near >= most * len(lengths)


def _cuts_words(chain: list[_Place], text: str, titled: bool) -> bool:
    """Whether enough numbers stand inside a clause, where no item of a list ends or begins, in running text.

    A list does not begin before the title, so that fewer are enough there.
    """
    joints = [
        (text[place.start - 4 : place.start].rstrip()[-1:], text[place.end : place.end + 1]) for place in chain[1:]
    ]
    cut = sum(1 for before, after in joints if before not in _ENDS + _PAUSES or after in _CLOSING)
    running = sum(1 for a, b in pairwise(chain) if "。" in text[a.end : b.start - _LONGEST])
    enough = max(1, 0.3 * len(joints)) if titled else max(_FEWEST, 0.5 * len(joints))
    return cut >= enough and running >= 0.3 * len(joints)


def _breaks_sentences(chain: list[_Place], text: str, titled: bool) -> bool:
    """Whether a good part of the numbers stands where no paragraph ends; one is enough behind a title with a 1."""
    joints = [
        (text[place.start - 4 : place.start].rstrip()[-1:], text[place.end : place.end + 1]) for place in chain[1:]
    ]
    has_marks = _ends_with_marks(chain, text)
    broken = sum(1 for before, after in joints if (has_marks and before not in _ENDS) or after in _CLOSING)
    return broken >= max(1 if titled else 2, 0.4 * len(joints))


def _ends_with_marks(chain: list[_Place], text: str) -> bool:
    """Whether the paragraphs around numbered lines have a mark at their ends; where none has, it is missed nowhere."""
    if any(text[place.start - 1 : place.start] not in ("", "\n") for place in chain):
        return True
    lines = text[chain[0].start :].splitlines() + text[: chain[0].start].splitlines()[-1:]
    return any(line.rstrip()[-1:] in _ENDS for line in lines if line.strip())
