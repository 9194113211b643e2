"""No number that nobody wrote: two that come to stand side by side would read as a third."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from drafting.merge.outcome import Patch

_NUMBER = re.compile("[0-9０-９][0-9０-９.．,]*|[零〇一二两三四五六七八九十百千万亿]{2,}")


def glued(text: str, patches: Sequence[Patch], known: Collection[str]) -> list[Patch]:
    """The patches at whose ends a number would arise that stands in none of the known texts.

    text: of the paragraph; patches: to it, in order.
    """
    result, seams, at = "", list[tuple[int, Patch]](), 0
    for patch in patches:
        result += text[at : patch.place.start]
        seams.append((len(result), patch))
        result += patch.text
        seams.append((len(result), patch))
        at = patch.place.end
    result += text[at:]
    numbers = [(found.start(), found.end(), found.group()) for found in _NUMBER.finditer(result)]
    found: list[Patch] = []
    for seam, patch in seams:
        new = any(start < seam < end and not any(number in one for one in known) for start, end, number in numbers)
        if new and patch not in found:
            found.append(patch)
    return found
