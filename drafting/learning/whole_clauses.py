"""What differs between editions in several clauses: none of them is cut in two because the years share a character."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.patterns import pattern

_SEVERAL = pattern("[，。；]")  # names are parted by other marks
_BEGUN = pattern("[^，。；：、！？,;:!?“”‘’《》（）()\\s]{1,8}\\Z")
_TO_BE_ENDED = pattern("[^，。；：、！？,;:!?“”‘’《》（）()\\s]{1,8}(?=[，。；：！？])")

Piece = tuple[str, ...]


def whole_clauses(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, each that differs in several clauses together with the few words that begin or end them.

    较常年偏|多二至三成，雨时集中 and 较常年偏|少一成左右 differ in 较常年偏多…: who answers sees whole words.
    """
    whole: list[Piece] = []
    for piece in pieces:
        before = whole[-1] if whole else ("",)
        if _is_same(piece) and not _is_same(before) and _is_of_clauses(before):
            ends = _TO_BE_ENDED.match(piece[0])
            if ends:
                whole[-1] = tuple([value + ends.group() for value in before])
                piece = tuple([value[ends.end() :] for value in piece])
        elif not _is_same(piece) and _is_same(before) and _is_of_clauses(piece) and not _is_of_figures(piece):
            begins = _BEGUN.search(before[0])
            if begins:
                rest = before[0][: begins.start()]
                whole[-1:] = [(rest,) * len(piece)] if rest else []
                piece = tuple([begins.group() + value for value in piece])
                if whole and not rest and not _is_same(whole[-1]):
                    piece = tuple([value + further for value, further in zip(whole.pop(), piece, strict=True)])
        if any(piece):
            whole.append(piece)
    return whole


def _is_same(piece: Piece) -> bool:
    return len(set(piece)) == 1


def _is_of_figures(piece: Piece) -> bool:
    """Whether each begins with a figure: no word begins before it. 火情|6起，同比减少2起"""
    return all(value[:1].isdigit() for value in piece)


def _is_of_clauses(piece: Piece) -> bool:
    return all(piece) and any(map(_SEVERAL.search, piece))
