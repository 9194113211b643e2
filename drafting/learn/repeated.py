"""A file that holds its whole text more than once, as when a page was copied with what it shows for printing."""

from __future__ import annotations

from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

_COPIES = (2, 3)  # more than a page shows: a collection
_BODY = 100  # characters that are more than a refrain


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines once, where all of them come again in the same order; otherwise as they are."""
    texts = [line.text for line in lines]
    for copies in _COPIES:
        length, over = divmod(len(texts), copies)
        if over or length < 2 or texts.count(texts[0]) != copies or texts[length:] != texts[:-length]:
            continue
        if sum(map(len, texts[:length])) > _BODY:
            for text in texts[length:]:
                report.remove(text, _("the whole text again"))
            return lines[:length]
    return lines
