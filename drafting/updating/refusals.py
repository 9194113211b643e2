"""What keeps a file from being written, in words: open elsewhere, changed meanwhile, its memory lost, nothing there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from drafting.draft import Draft
from drafting.errors import Fault, UserError, nearest, reason
from drafting.i18n import _
from drafting.revise import locked_by


def refuse_locked(out: Path) -> None:
    """Raise UserError if the file is open in another program."""
    if lock := locked_by(out):
        message = _("The file is open in another program ({lock} says so). Close it there first.")
        raise UserError(Fault(message.format(lock=lock.name), str(out)))


def refuse_changed(out: Path, found: bytes) -> None:
    """Raise UserError if the file is not as it was found, or has been opened in another program since."""
    refuse_locked(out)
    if _bytes(out) != found:
        raise UserError(Fault(_("The file was changed while this program ran; nothing is written."), str(out)))


def check_restored(restore: Sequence[str], base: Draft, new: Draft, pending: Mapping[str, str]) -> None:
    """Raise UserError for a block, or an answer, to be brought back that there is none of, or that is there still.

    pending: the blocks that somebody has deleted with tracking on, and who.
    """
    blocks = [block for draft in (base, new) for block in draft.blocks] if restore else []
    known = dict.fromkeys(block.key for block in blocks)
    answers = {span.path for block in blocks for span in block.spans} - {""}
    for key in restore:
        if key not in known and key not in answers:
            raise UserError(_("There is no block “{key}” to bring back.").format(key=key) + nearest(key, list(known)))
        if key in pending:
            message = _(
                "The block “{key}” is still in the file: {who} deleted it as a tracked change. Reject that in Word."
            )
            raise UserError(message.format(key=key, who=pending[key]))


def lost() -> str:
    """What to do about a file whose memory is lost."""
    return _(
        "What drafting keeps in its files is lost from this one, or belongs to another. If you have the facts file as "
        "it was when this file was written, add --was OLD.yaml; if not, --adopt compares with the new draft alone and "
        "marks every difference; --fresh writes a new file under this name and keeps this one as a copy beside it."
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), str(path))) from None
