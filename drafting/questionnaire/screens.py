"""What the dialogue shows, and what the person does: data between it and whatever asks."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.facts.edit_paths import Steps
from drafting.outline.model import Question


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the questionnaire one stands: the heading of the group, the question's number, how many there are.

    table, row: the table and the row to which what is asked belongs, in words; "" for none. within: the table itself
    is being filled in, so its name has just been said.
    """

    group: str
    number: int
    total: int
    table: str = ""
    row: str = ""
    within: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """One value is asked for.

    current: the answer it has. default: what holds without one. proposal: what an empty line takes.
    """

    path: Steps
    question: Question
    standing: Standing
    current: str = ""
    default: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """A list or table: its entries, a line each, and the question whose answer begins the next one.

    lacking: how many are missing to be enough. is_none: it was answered that there are none.
    """

    path: Steps
    question: Question
    standing: Standing
    entries: tuple[str, ...]
    first: Question
    lacking: int = 0
    is_none: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the overview: the question with the row it belongs to, and the answer; "" for none."""

    path: Steps
    label: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """All at the end: what stands in the way of a draft, what it lacks, what may stay open, then what is answered.

    house: standing phrases that the house file lacks. idle: questions whose answer is kept for the day their condition
    holds again. faults: what stands in the way of a draft and is no answer.
    """

    misfits: tuple[Line, ...]
    gaps: tuple[Line, ...]
    open: tuple[Line, ...]
    answered: tuple[Line, ...]
    house: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines as they are numbered, from 1."""
        return (*self.misfits, *self.gaps, *self.open, *self.answered)


@dataclass(frozen=True, slots=True)
class Closed:
    """The person is done."""


Screen = Ask | Entries | Review | Closed


@dataclass(frozen=True, slots=True)
class Typed:
    """Something was typed; on a list or table it may be a command such as -2."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty line: leave it as it is, or for later; at a list, go on; at the end, be done."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Take the answer out."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the question before."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Go to the overview; from there, through all that is open."""


@dataclass(frozen=True, slots=True)
class Help:
    """Say what is allowed here."""


Event = Typed | Nothing | Clear | Back | Overview | Help
