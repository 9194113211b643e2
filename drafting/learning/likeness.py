"""How like two passages are, and which of several editions belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from drafting.learning import figures
from drafting.learning.passages import Element, Listing, Passage
from drafting.learning.spot import Kind, spots
from drafting.learning.whole_clauses import whole_clauses
from drafting.learning.whole_names import whole_names

_SAMPLE = 400  # characters by which passages are compared
_ALIKE = 0.34  # what two passages must have in common to be the same one in two years
_LONGEST = 5000  # characters of a paragraph that is compared word by word
_MOST_ALIKE = 500_000  # pairs of places in them with the same word; so many have only texts of a few words
_SHORTEST = 4  # characters that must agree between two that differ, or they are taken in
_FIRST_NAME = re.compile(r"[^，。；：、！？,;:!?\s“”《》（）]+\Z")
_YEAR = re.compile("(?:19|20)\\d\\d年(?:度)?")
_ENDS = re.compile("[。！？]")  # of sentences: what differs on both sides is two things
_NAME = 12  # characters of the name at the beginning of a list
T = TypeVar("T")


def text_likeness(one: str, other: str) -> float:
    """From 0 to 1: how many of their pairs of neighbouring characters two texts share."""
    if one == other:
        return 1.0
    pairs, others = _pairs(one[:_SAMPLE]), _pairs(other[:_SAMPLE])
    total = len(pairs) + len(others)
    return 2 * len(pairs & others) / total if total else 0.0


@lru_cache(8192)
def _pairs(text: str) -> frozenset[tuple[str, int]]:
    """The pairs of neighbouring characters, each with its number among its equals."""
    met: Counter[str] = Counter()
    numbered = []
    for place in range(len(text) - 1):
        pair = text[place : place + 2]
        numbered.append((pair, met[pair]))
        met[pair] += 1
    return frozenset(numbered)


def likeness(one: Element, other: Element) -> float:
    """How like two elements of a speech are: kind, move, level and text; 0 for what cannot stand for each other."""
    if next(one.walk()).runs_on is not next(other.walk()).runs_on:
        return 0.0
    if isinstance(one, Listing) and isinstance(other, Listing):
        return _list_likeness(one, other)
    if isinstance(one, Passage) and isinstance(other, Passage):
        a, b = one.block, other.block
        if a.role is not b.role or bool(a.marker) != bool(b.marker):
            return 0.0
        text = text_likeness(one.body, other.body)
        if a.role.value in ("title", "salutation", "byline"):
            return 0.5 + text / 2
        return text * 0.8 + (0.2 if a.move is b.move else 0.0)
    return 0.0


def _list_likeness(one: Listing, other: Listing) -> float:
    same_style = one.style is not None and other.style is not None and one.style.family == other.style.family
    same_move = one.items[0].block.move is other.items[0].block.move
    text = text_likeness(*("".join([item.body[:24] for item in listing.items]) for listing in (one, other)))
    return 0.35 * same_style + 0.3 * same_move + 0.35 * text


def aligned(editions: Sequence[Sequence[T]], like: Callable[[T, T], float]) -> list[tuple[T | None, ...]]:
    """The rows in which elements of the editions stand for each other, in the order of all of them.

    An edition without its like has None in the row. Global alignment (Needleman and Wunsch, 1970), edition by edition.
    """
    rows: list[tuple[T | None, ...]] = [(element,) for element in editions[0]]
    for number, edition in enumerate(editions[1:], 1):
        rows = _joined(rows, edition, number, like)
    return rows


def _joined(
    rows: Sequence[tuple[T | None, ...]], edition: Sequence[T], before: int, like: Callable[[T, T], float]
) -> list[tuple[T | None, ...]]:
    score = [
        [max(like(member, element) for member in row if member is not None) for element in edition] for row in rows
    ]
    best = [[0.0] * (len(edition) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(edition) - 1, -1, -1):
            both = score[i][j] + best[i + 1][j + 1] if score[i][j] >= _ALIKE else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    joined: list[tuple[T | None, ...]] = []
    none = (None,) * before
    i = j = 0
    while i < len(rows) and j < len(edition):
        if score[i][j] >= _ALIKE and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            joined.append((*rows[i], edition[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            joined.append((*rows[i], None))
            i += 1
        else:
            joined.append((*none, edition[j]))
            j += 1
    joined += [(*row, None) for row in rows[i:]]
    return joined + [(*none, element) for element in edition[j:]]


def shared(texts: Sequence[str], known: Sequence[Sequence[tuple[str, Kind]]]) -> list[tuple[str, ...]]:
    """The texts as pieces in step: what all share (all the same), and between it what differs, "" for nothing.

    Names, dates and figures differ as wholes; what few characters agree by chance between two differences differs
    with them. known: names that each text's edition has elsewhere, too.
    """
    if max(map(len, texts)) > _LONGEST:
        return [tuple(texts)]
    tokens = [_tokens(text, names) for text, names in zip(texts, known, strict=True)]
    if any(_places_alike(tokens[0], edition) > _MOST_ALIKE for edition in tokens[1:]):
        return [tuple(texts)]
    common: list[tuple[int, ...]] = [(place,) for place in range(len(tokens[0]))]
    for edition in tokens[1:]:
        heads = [tokens[0][places[0]] for places in common]
        matches = SequenceMatcher(None, heads, edition, autojunk=False).get_matching_blocks()
        common = [(*common[m.a + step], m.b + step) for m in matches for step in range(m.size)]
    pieces = whole_clauses(whole_names(_whole_lists(_merged(_pieces(tokens, common)))))
    return [name for piece in pieces for name in _names_apart(piece, known)]


def _places_alike(one: Sequence[str], other: Sequence[str]) -> int:
    """In how many pairs of places two texts hold the same word: what comparing them costs."""
    words, others = Counter(one), Counter(other)
    return sum([count * others[word] for word, count in words.items()])


def _names_apart(piece: tuple[str, ...], known: Sequence[Sequence[tuple[str, Kind]]]) -> Sequence[tuple[str, ...]]:
    """What differs, name by name where it is nothing but names, dates and figures of the same kinds in all editions."""
    if len(set(piece)) == 1:
        return [piece]
    found = [spots(value, names) for value, names in zip(piece, known, strict=True)]
    kinds = {tuple(spot.kind for spot in of_edition) for of_edition in found}
    whole = all(
        value and [spot.start for spot in of_edition] + [len(value)] == [0] + [spot.end for spot in of_edition]
        for value, of_edition in zip(piece, found, strict=True)
    )
    if len(kinds) > 1 or not whole:
        return [piece]
    values = [[value[spot.start : spot.end] for spot in of] for value, of in zip(piece, found, strict=True)]
    return list(zip(*values, strict=True))


def _whole_lists(pieces: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The pieces, names that some editions add to a list together with the name before: 热力公司, 、供电公司."""
    whole: list[tuple[str, ...]] = []
    for piece in pieces:
        adds = len(set(piece)) > 1 and all(value[:1] in ("", "、") for value in piece)
        first = _FIRST_NAME.search(whole[-1][0]) if adds and whole and len(set(whole[-1])) == 1 else None
        if first and len(first.group()) <= _NAME:
            before = whole.pop()[0][: first.start()]
            whole += [(before,) * len(piece)] if before else []
            piece = tuple([first.group() + value for value in piece])
        whole.append(piece)
    return whole


def _tokens(text: str, known: Sequence[tuple[str, Kind]]) -> list[str]:
    """Names, dates and figures, numbers of whatever is counted, and what is none of them character by character."""
    tokens: list[str] = []
    done = 0
    for spot in spots(text, known):
        tokens += [*figures.NUMBER_OR_CHARACTER.findall(text[done : spot.start]), text[spot.start : spot.end]]
        done = spot.end
    return tokens + figures.NUMBER_OR_CHARACTER.findall(text[done:])


def _pieces(tokens: Sequence[Sequence[str]], common: Sequence[tuple[int, ...]]) -> list[tuple[str, ...]]:
    pieces: list[tuple[str, ...]] = []
    ends = [0] * len(tokens)
    for places in (*common, tuple(map(len, tokens))):
        between = tuple("".join(edition[end:place]) for edition, end, place in zip(tokens, ends, places, strict=True))
        if any(between):
            pieces.append(between)
        if places[0] < len(tokens[0]):
            word = tokens[0][places[0]]
            if pieces and len(set(pieces[-1])) == 1:
                pieces[-1] = tuple(piece + word for piece in pieces[-1])
            else:
                pieces.append((word,) * len(tokens))
        ends = [place + 1 for place in places]
    return pieces


def _merged(pieces: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Differences that too little parts are one; names, dates and figures of all editions stay apart.

    So does a name behind a comma from words before it: 万众一心，夺取2023年; and a year from any: 文化馆|举行|2024年.
    """
    merged: list[tuple[str, ...]] = []
    for number, piece in enumerate(pieces):
        same = len(set(piece)) == 1
        slight = same and len(piece[0]) < _SHORTEST and 0 < number < len(pieces) - 1 and not _ENDS.search(piece[0])
        names = slight and all(map(_is_name, pieces[number + 1]))
        apart = names and ("，" in piece[0] or all(map(_is_name, pieces[number - 1])))
        apart |= slight and all(map(_is_year, pieces[number + 1]))
        if merged and len(set(merged[-1])) > 1 and ((slight and not apart) or not same):
            merged[-1] = tuple(a + b for a, b in zip(merged[-1], piece, strict=True))
        else:
            merged.append(piece)
    return merged


def _is_year(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None


def _is_name(text: str) -> bool:
    found = spots(text)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
