"""A draft becomes the file that goes out; the draft itself is kept, for the day it is drafted again."""

from __future__ import annotations

import os
from pathlib import Path

from drafting.draft import Source
from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.keeping import save_beside, word_file
from drafting.word.finalise import finalise, gaps
from drafting.word.package import Package, open_package
from drafting.word.recall import read_state
from drafting.word.text import paragraphs


def finalise_file(file: Path, out: Path | None = None) -> tuple[Path, Path | None]:
    """Write `file` without our marks to `out`, or in its own place; give where it went and where the draft is kept.

    Raises UserError if it cannot be read, is not ours, still has gaps, conflicts or pending changes, is open in another
    program that would save over what is written, or `out` is another file that is already there or can be no Word file.
    """
    from drafting.updating import refuse_locked

    target = word_file(out, file.name) if out is not None else file
    refuse_locked(target)
    try:
        if target != file and os.path.exists(target) and not target.samefile(file):
            raise UserError(Fault(_("The file is already there and is not overwritten."), str(target)))
        data = file.read_bytes()
        if found := _gaps(open_package(data, str(file))):
            message = _("Still waiting for an answer: {gap}.")
            raise UserError([Fault(message.format(gap=gap), str(file)) for gap in found])
        final = finalise(data, str(file))
        if waiting := _conflicts(open_package(data, str(file))):
            message = _("Still in conflict: “{words}”. {comment} Settle it, or delete the comment in Word.")
            raise UserError([Fault(message.format(words=w, comment=c), str(file)) for w, c in waiting])
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), str(file))) from None
    return target, save_beside(target, final)


def _conflicts(package: Package) -> list[tuple[str, str]]:
    """The words on which a conflict still waits, each with what our comment says."""
    from drafting.revise import unsettled

    return [(one.words, one.comment) for one in unsettled(package, package.xml(package.document))]


def _gaps(package: Package) -> list[str]:
    """The gaps of the draft that a reader of the file would see, those too whose brackets somebody took off."""
    from drafting.merge.unanswered import times_open

    found = dict.fromkeys(gaps(package))
    text = "\n".join([paragraph.text for paragraph in paragraphs(package.xml(package.document))])
    for gap in found:
        text = text.replace(gap, "")
    state = read_state(package)
    missing = [s for block in (state.base.blocks if state else ()) for s in block.spans if s.source is Source.MISSING]
    left = times_open(text, missing)
    return [*found, *dict.fromkeys(span.text for span in missing if left[span.text])]
