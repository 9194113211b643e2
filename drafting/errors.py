"""The one kind of error that is shown to people without a traceback."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.i18n import _


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a person has to mend.

    message: what was found and what is allowed, a sentence. file: as the person knows it. line, column: counted
    from 1; 0 where there is none.
    """

    message: str
    file: str = ""
    line: int = 0
    column: int = 0

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


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the known name most like `name`, with a leading space; "" when none is like it."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return " " + _("Did you mean “{name}”?").format(name=close[0]) if close else ""
