"""Numbers that the hand writes otherwise than the draft, and that say the same: 4,612人, 96.4％ and ６.3 亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

_BLANKS = " \u00a0\u2002\u2003\u2009\u202f\u3000"
_WORD = "[一-鿿]"
_FIGURE = "[0-9０-９]"
_BLANK = re.compile(f"(?<={_FIGURE})[{_BLANKS}]+(?={_WORD}|[%％‰℃])|(?<={_WORD})[{_BLANKS}]+(?={_FIGURE})")
_GROUPS = re.compile(r"(?<![0-9０-９.．,])[0-9０-９]{1,3}(?:,[0-9０-９]{3})+(?![0-9０-９])")
_WIDE = re.compile(f"[０-９％]|(?<={_FIGURE})．(?={_FIGURE})")
_NARROW = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_OTHERWISE = re.compile(f"[０-９％．,{_BLANKS}]")


def may_be_otherwise(text: str) -> bool:
    """Whether a text may have a number that is written otherwise than a draft does, or than another text does."""
    return _OTHERWISE.search(text) is not None


def as_drafted(text: str, base: str) -> tuple[str, Sequence[int]]:
    """A text by hand with its numbers written as a draft writes them, and for each of its characters, and for the end,
    the place in the text that it is from.

    base: what the draft had there; where that has blanks beside numbers of its own, they are left as they are.
    """
    gone = {n for found in _GROUPS.finditer(text) for n in range(*found.span()) if text[n] == ","}
    if not _BLANK.search(base):
        gone |= {n for found in _BLANK.finditer(text) for n in range(*found.span())}
    narrow = narrowed(text)
    if not gone and narrow == text:
        return text, range(len(text) + 1)
    places = [n for n in range(len(text)) if n not in gone]
    return "".join([narrow[n] for n in places]), [*places, len(text)]


def narrowed(text: str) -> str:
    """A text with figures and their marks of half width, and as long as it was."""
    return _WIDE.sub(lambda found: found.group().translate(_NARROW), text) if _WIDE.search(text) else text


def plain(token: str) -> str:
    """A value with its number written plainly."""
    token = narrowed(token)
    return _GROUPS.sub(lambda found: found.group().replace(",", ""), token) if "," in token else token


def cut_alike(parts: Sequence[str], places: Sequence[int], text: str) -> list[str]:
    """A text cut where its tokens are, these taken from the text as a draft would write it. places: of its characters.

    Blanks before a token go with the one before it.
    """
    ends = [0, *(places[end] for end in accumulate(map(len, parts)))]
    return [text[start:end] for start, end in pairwise(ends)]
