"""Our insertions that a move of somebody's has left behind when it was rejected, and what stands again where it began.

They stood between the words that he had moved. What we had deleted there goes with the move; what we had put in stays,
in front of the next paragraph, and is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from drafting.chinese.enumerators import without_marker
from drafting.draft import Draft
from drafting.revise.ink import INS, is_ours, remove
from drafting.revise.seen import Manuscript, look
from drafting.revise.withdrawn import Withdrawn
from drafting.word.text import Paragraph

_KNOWN = 4  # characters that a paragraph has besides what was put in


def take_strays(manuscript: Manuscript, base: Draft) -> list[Withdrawn]:
    """Take such insertions out of a file; what they had been put in for, where that stands again."""
    package = manuscript.package
    if b"<w:ins " not in package.parts[package.document]:
        return []
    drafted = {without_marker("".join([block.text for block in group])) for group in base.paragraphs()}
    strays = [found for paragraph in manuscript.paragraphs if (found := _strays(paragraph, drafted))]
    if not strays:
        return []
    words = [_words(change) for found in strays for change in found]
    for change in (change for found in strays for change in found):
        remove(change)
    package.put(package.document, manuscript.root)
    read = look(package, base)
    manuscript.root, manuscript.paragraphs, manuscript.seen = read.root, read.paragraphs, read.seen
    return list(_again(base, manuscript, words))


def _strays(paragraph: Paragraph, drafted: set[str]) -> list[etree._Element]:
    """Our insertions in a paragraph, if it is one of the draft without them, none with them, and no rest of another one
    that has them amid others."""
    ours = [change for element in paragraph.elements for change in element.iter(INS) if is_ours(change) and len(change)]
    if not ours or without_marker(paragraph.shown) in drafted:
        return []
    left = [one.shown for one in paragraph.stretches if not any(a in ours for a in one.element.iterancestors(INS))]
    if not (rest := without_marker("".join(left))) or rest not in drafted:
        return []
    words = [_words(change) for change in ours]
    least = sum([len(word) for word in words]) + _KNOWN
    return ours if any(len(text) >= least and all(word in text for word in words) for text in drafted) else []


def _words(change: etree._Element) -> str:
    return "".join([str(text) for text in change.itertext()])


def _again(base: Draft, manuscript: Manuscript, words: Sequence[str]) -> Iterator[Withdrawn]:
    """What stands in the file where paragraphs of the base have some of the words, if all else is as in the base."""
    for group in base.paragraphs():
        text = without_marker("".join([block.text for block in group]))
        here = sorted((word for word in words if text.count(word) == 1), key=text.index)
        if not here:
            continue
        pattern = re.escape(text)
        for word in here:
            pattern = pattern.replace(re.escape(word), "(.*)", 1)
        found = [
            match for seen in manuscript.seen if (match := re.fullmatch(pattern, without_marker(seen.text), re.DOTALL))
        ]
        if len(found) == 1:
            for word, was in zip(here, found[0].groups(), strict=True):
                yield from (Withdrawn(block.key, word, was, True) for block in group if word in block.text)
