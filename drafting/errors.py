"""The one kind of error that is shown to people without a traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.i18n import N_, _

_REASONS = {
    N_("there is no such file or folder"): (errno.ENOENT, errno.ENOTDIR),
    N_("this is a folder"): (errno.EISDIR,),
    N_("it is protected, or open in another program"): (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS),
    N_("the disk is full"): (errno.ENOSPC, errno.EDQUOT),
    N_("its name is too long"): (errno.ENAMETOOLONG,),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a person has to mend.

    message: what was found and what is allowed, a sentence. file: as the person knows it. line, column: counted
    from 1; 0 where there is none. answer: path of the answer that is at fault, where the template met it.
    """

    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    answer: str = ""

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        return f"{place}: {self.message}" if self.file else self.message


class UserError(Exception):
    """Input that cannot be used: every fault found in it, in the order of the file."""

    def __init__(self, faults: Sequence[Fault] | Fault | str) -> None:
        if isinstance(faults, str):
            faults = Fault(faults)
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def shortened(text: str, most: int = 40) -> str:
    """What a person typed, as much of it as a message needs."""
    return text if len(text) <= most else text[: most - 1] + "…"


def reason(error: OSError) -> str:
    """Why the system refused a file, in the person's language where the cause is a common one; without a full stop."""
    if os.path.isdir(error.filename or ""):
        return _("this is a folder")  # Windows calls it protected
    known = next((message for message, codes in _REASONS.items() if error.errno in codes), None)
    return _(known) if known else error.strerror or str(error)


def following(sentence: str) -> str:
    """A sentence as it stands behind another one: parted from it by a blank where the language does so."""
    return _(" {sentence}").format(sentence=sentence)


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the known name most like `name`, to stand behind a sentence; "" when none is like it."""
    from difflib import get_close_matches  # only for those who have mistyped something

    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return following(_("Did you mean “{name}”?").format(name=close[0])) if close else ""
