"""Honest traditional text: it is read as if it were simplified, since all rules are, and given back as it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from drafting.chinese.patterns import pattern
from drafting.draft import Block
from drafting.learn.model import Line, Removed, Speech

# Characters that nothing but traditional text has, and every such text has often.
_TRADITIONAL = pattern(
    "[們國會這個為來時說對講話開關後學實現發動產業務縣區東車問題長進過還當點經濟報導領總黨員級設資農體進]"
)
_SHARE = 0.03
_FEWEST = 5
_NEAR, _STEP = 2000, 60  # characters within which a text, or the next character of one, is looked for
_FAR = 200  # how often it is looked for up to the end


@cache
def simplifier() -> Callable[[str], str]:
    """What makes a text simplified; it takes some milliseconds to load."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def fold(lines: Sequence[Line]) -> list[Line] | None:
    """The lines in simplified characters, one for one; None where they are not traditional."""
    length = sum([len(line.text) for line in lines])
    marks = sum([len(_TRADITIONAL.findall(line.text)) for line in lines])
    if marks < max(_FEWEST, _SHARE * length):
        return None
    simplify = simplifier()
    simple = {sign: simplify(sign) for sign in set("".join([line.text for line in lines]))}
    table = str.maketrans({sign: to for sign, to in simple.items() if len(to) == 1})
    return [line._replace(text=line.text.translate(table)) for line in lines]


def restore(speeches: Sequence[Speech], folded: Sequence[Line], lines: Sequence[Line]) -> list[Speech]:
    """The speeches with the characters of the file. folded: `lines` as `fold` has made them."""
    found = _Source("".join([line.text for line in folded]), "".join([line.text for line in lines]))
    restored = []
    for speech in speeches:
        blocks = [one._replace(block=_restored(one.block, found)) for one in speech.found]
        removed = tuple([Removed(found.anywhere(one.text), one.why) for one in speech.removed])
        title = found.anywhere(speech.title) if speech.title else speech.title
        restored.append(Speech(title, tuple(blocks), removed))
    return restored


def _restored(block: Block, source: _Source) -> Block:
    text = source.next(block.text)
    ends = [len(block.marker)]
    for span in block.spans:
        ends.append(ends[-1] + len(span.text))
    spans = [replace(span, text=text[at:end]) for span, (at, end) in zip(block.spans, pairwise(ends), strict=True)]
    return replace(block, marker=text[: ends[0]], spans=tuple(spans))


class _Source:
    """A text in both scripts, gone through from its beginning."""

    def __init__(self, folded: str, original: str) -> None:
        self._folded, self._original, self._at = folded, original, 0
        self._far = _FAR

    def next(self, text: str) -> str:
        """What stands for a text of the reading, from where the one before has ended."""
        at = self._folded.find(text, self._at, self._at + len(text) + _NEAR)
        if at < 0 and self._far:  # much was left out before it
            self._far -= 1
            at = self._folded.find(text, self._at)
        if at >= 0:
            self._at = at + len(text)
            return self._original[at : self._at]
        signs, place = [], self._at
        for sign in text:  # blanks or lines of a site stood inside it
            at = self._folded.find(sign, place, place + _STEP)
            signs.append(self._original[at] if at >= 0 else sign)
            place = at + 1 if at >= 0 else place
        self._at = place
        return "".join(signs)

    def anywhere(self, text: str) -> str:
        """What stands for a text, wherever it is."""
        at = self._folded.find(text)
        return self._original[at : at + len(text)] if at >= 0 else text
