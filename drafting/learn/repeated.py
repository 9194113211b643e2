"""A file that holds its whole text more than once, as when a page was copied with what it shows for printing."""

from __future__ import annotations

from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

_BODY = 100  # characters that are more than a refrain


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines once, where all of them come again in the same order; otherwise as they are."""
    texts = [line.text for line in lines]
    for at in range(2, len(texts) // 2 + 1):
        if texts[at] != texts[0] or len(texts) % at:
            continue
        if texts[at:] == texts[:-at] and sum(map(len, texts[:at])) > _BODY:
            for text in texts[at:]:
                report.remove(text, _("the whole text again"))
            return lines[:at]
    return lines
