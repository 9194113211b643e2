"""What may be typed instead of an answer, with half- and full-width marks alike, for the input method chooses them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafting.questionnaire.screens import Back, Clear, Event, Help, Nothing, Overview, Typed

_EVENTS: dict[str, Event] = {
    "": Nothing(),
    **dict.fromkeys(("<", "＜", "《", "〈"), Back()),
    **dict.fromkeys((">", "＞", "》", "〉"), Overview()),
    **dict.fromkeys(("?", "？"), Help()),
    **dict.fromkeys(("-", "－", "—", "——"), Clear()),
}
_CLOSING = {"》": "《", "〉": "〈"}
EDITOR = ("!", "！")
_WIDE = str.maketrans("０１２３４５６７８９－＋＞", "0123456789-+>")
_CHANGE = re.compile(r"\d{1,4}[.、．]?")
_DELETE = re.compile(r"(?:-|删除?)\s*\d{1,4}")
_MOVE = re.compile(r"\d{1,4}\s*(?:->|[>》→])\s*\d{1,4}")
_ADD = re.compile(r"\+(.*)", re.DOTALL)
_NONE = ("无", "没有", "none", "[]")
_UNDO = ("u", "U", "撤销")


@dataclass(frozen=True, slots=True)
class Change:
    """Change an entry. place: from 1."""

    place: int


@dataclass(frozen=True, slots=True)
class Delete:
    """Take an entry out."""

    place: int


@dataclass(frozen=True, slots=True)
class Move:
    """Put an entry in another place."""

    place: int
    to: int


@dataclass(frozen=True, slots=True)
class Add:
    """Add an entry, even if its text looks like a command."""

    text: str


@dataclass(frozen=True, slots=True)
class NoneThere:
    """There are none."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Have back what was taken out last."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A command about an entry that is not there."""

    place: int


EntryCommand = Change | Delete | Move | Add | NoneThere | Undo | Missing


def event_of(line: str) -> Event:
    """What a line means that was typed at any prompt; a key held too long is still that key."""
    typed = line.strip()
    return _EVENTS.get(typed[0] if len(set(typed)) == 1 else typed, Typed(line))


def event_beside(line: str, current: str, *, many_lines: bool = False) -> Event:
    """What a line means that began as the answer `current`, to be edited: unchanged it stays, empty it goes.

    A key that is all that was put behind the answer, or before it, is that key and no part of the answer.
    """
    typed, answer = line.strip(), current.strip()
    if typed == answer:
        return Nothing()
    if not typed:
        return Clear()
    if typed.startswith(answer):
        key = typed[len(answer) :].strip()
    else:
        key = typed[: -len(answer)].strip() if typed.endswith(answer) else ""
    if key in _CLOSING and answer.count(_CLOSING[key]) > answer.count(key):
        return Typed(line)  # the title that it closes was open
    if many_lines and key in EDITOR:
        return Typed(key)
    event = event_of(key)
    return Typed(line) if isinstance(event, (Typed, Nothing)) else event


def entry_command(text: str, count: int) -> EntryCommand:
    """The command that a line is at a list of `count` entries; what is none is an entry to add."""
    text = text.strip()
    typed = text.translate(_WIDE)
    if typed in _NONE:
        return NoneThere()
    if typed in _UNDO:
        return Undo()
    if _ADD.fullmatch(typed):
        return Add(text[1:].strip())
    form = _MOVE.fullmatch(typed) or _DELETE.fullmatch(typed) or _CHANGE.fullmatch(typed)
    if form is None:
        return Add(text)
    places = [int(place) for place in re.findall(r"\d+", typed)]
    if beyond := [place for place in places if not 0 < place <= count]:
        return Missing(beyond[0])
    if len(places) > 1:
        return Move(places[0], places[1])
    return Change(places[0]) if typed[0].isdigit() else Delete(places[0])
