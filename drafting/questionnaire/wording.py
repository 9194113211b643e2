"""The screens of the dialogue in words: the same lines, whichever way they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.chinese.lists import join_pauses
from drafting.facts.values import ALLOWED
from drafting.house import House
from drafting.i18n import _
from drafting.outline.model import Question, Type
from drafting.questionnaire.screens import Ask, Closed, Entries, Line, Review, Screen, Standing

_INDENT = "    "
_SHOWN = 5  # entries that are shown again when one more is there


class Strong(str):
    """A line that stands out where that can be shown."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is to be read. current: the text that is there, to be edited. hint: what an empty line means.

    accepts: an empty line takes something. words: what may be completed. many_lines: the text may have several.
    """

    current: str = ""
    hint: str = ""
    accepts: bool = False
    words: tuple[str, ...] = ()
    many_lines: bool = False


def lines_of(screen: Screen, before: Screen | None) -> list[str]:
    """A screen in lines. before: the one that was shown before it, so that nothing is said twice."""
    match screen:
        case Ask():
            return [*_heading(screen, before), *_question(screen.question, screen.standing)]
        case Entries():
            if _is_same(screen, before):
                return ["", *_entries(screen, is_first=False)]
            is_new = not (isinstance(before, (Ask, Entries)) and before.path[: len(screen.path)] == screen.path)
            asked = _question(screen.question, screen.standing) if is_new else ()
            return [*_heading(screen, before), *asked, *_entries(screen, is_first=is_new)]
        case Review():
            return ["", *_review(screen)]
    return []


def _is_same(screen: Entries, before: Screen | None) -> bool:
    return isinstance(before, Entries) and before.path == screen.path


def prompt_of(screen: Screen, house: House) -> Prompt:
    """What is read at a screen."""
    match screen:
        case Ask():
            question = screen.question
            words = question.choices if question.type is Type.CHOICE else _names(house, question)
            accepts = bool(screen.default or screen.proposal) and not screen.current
            return Prompt(screen.current, _hint(screen), accepts, words, question.type is Type.LONG)
        case Entries():
            hint = _("Enter: go on") if screen.entries or screen.is_none else _("Enter: later   无: there are none")
            is_long = screen.first.type is Type.LONG
            return Prompt(hint=hint, words=_names(house, screen.first), many_lines=is_long)
        case Review():
            return Prompt(hint=_("Enter: end"))
        case Closed():
            return Prompt()


def help_of(screen: Screen) -> list[str]:
    """What may be typed here."""
    lines = []
    question = screen.first if isinstance(screen, Entries) else screen.question if isinstance(screen, Ask) else None
    if question is not None and question.type in ALLOWED:
        lines.append(_("Allowed: {what}").format(what=_(ALLOWED[question.type])))
    if isinstance(screen, Entries):
        lines += [
            _("Type an entry to add it; 2 changes the second, -2 takes it out, 2>1 moves it to the front."),
            _("+ and a text adds an entry that looks like one of these; “无” says that there are none."),
        ]
    if isinstance(screen, Ask) and question is not None and question.type is Type.LONG:
        lines.append(_("! opens your editor; on a terminal Alt+Enter begins a new line."))
    lines.append(
        _("Enter: later, or leave as it is   <: back   >: overview   -: empty it   Ctrl+C: stop, all is saved")
    )
    return [_INDENT + line for line in lines]


def keys() -> str:
    """The keys that hold at every question, in a line."""
    return _("< back   > overview   ? help   Ctrl+C stop")


def _heading(screen: Ask | Entries, before: Screen | None) -> Iterator[str]:
    yield ""
    above = before.standing.group if isinstance(before, (Ask, Entries)) else ""
    if screen.standing.group and screen.standing.group != above:
        yield Strong(_("== {group} ==").format(group=screen.standing.group))


def _question(question: Question, standing: Standing) -> Iterator[str]:
    notes = [note for note in (_("required") if question.required else "", _tag(question)) if note]
    asked = f"{question.ask}（{'，'.join(notes)}）" if notes else question.ask
    where = _("{table}, {row}").format(table=standing.table, row=standing.row)
    count = f"({standing.number}/{standing.total}) " if standing.total > 1 else ""
    if standing.within:
        is_entry = question.ask == standing.table
        yield _INDENT + (asked if is_entry else _("{row}: {ask}").format(row=standing.row, ask=asked))
    elif standing.row:
        yield Strong(count + _("{row}: {ask}").format(row=where, ask=asked))
    else:
        yield Strong(count + asked)
    yield from _advice(question)


def _advice(question: Question) -> Iterator[str]:
    """Help, example and choices."""
    if question.help:
        yield _INDENT + question.help
    if question.example:
        yield _INDENT + _("e.g. {example}").format(example=question.example)
    if question.type is Type.CHOICE:
        yield _INDENT + "   ".join(f"{number} {choice}" for number, choice in enumerate(question.choices, 1))


def _tag(question: Question) -> str:
    """The type of the answer, where it is not a plain text."""
    match question.type:
        case Type.NUMBER if question.unit:
            return _("a number, in {unit}").format(unit=question.unit)
        case Type.LIST if question.at_least:
            return _("one a line, at least {n}").format(n=question.at_least)
        case Type.TABLE if question.at_least:
            return _("row by row, at least {n}").format(n=question.at_least)
    tags = {
        Type.LONG: _("may be long"),
        Type.NUMBER: _("a number"),
        Type.PERCENT: _("a percentage"),
        Type.DATE: _("a date"),
        Type.TIME: _("a time"),
        Type.YESNO: _("yes or no"),
        Type.LIST: _("one a line"),
        Type.TABLE: _("row by row"),
    }
    return tags.get(question.type, "")


def _entries(screen: Entries, *, is_first: bool) -> Iterator[str]:
    left_out = 0 if is_first or len(screen.entries) <= _SHOWN else len(screen.entries) - _SHOWN
    if left_out:
        yield f"{_INDENT}…"
    for number, entry in enumerate(screen.entries[left_out:], left_out + 1):
        yield f"{_INDENT}{number}. {entry}"
    if screen.is_none:
        yield _INDENT + _("(answered: there are none)")
    if screen.lacking:
        yield _INDENT + _("{n} still lacking").format(n=screen.lacking)
    if screen.entries and (is_first or len(screen.entries) == 1):
        yield _INDENT + _("1: change the first   -1: take it out   2>1: move   ?: help")
    if screen.question.columns:
        row, first = _("row {n}").format(n=len(screen.entries) + 1), screen.first
        yield _INDENT + _("{row}: {ask}").format(row=row, ask=first.ask)
        if is_first:
            yield from _advice(first)


def _hint(screen: Ask) -> str:
    """What an empty line means."""
    if screen.current:
        return ""
    if screen.default:
        return _("Enter: {answer} (default)").format(answer=screen.default)
    if screen.proposal:
        return _("Enter: {answer} (house file)").format(answer=screen.proposal)
    return _("Enter: later")


def _names(house: House, question: Question) -> tuple[str, ...]:
    """Names that the house file knows, for completion; post and name parted as in the question's example."""
    if question.type not in (Type.TEXT, Type.LONG):
        return ()
    part = "\u3000" if "\u3000" in question.example else ""
    leaders = (f"{leader.post}{part}{leader.name}" for leader in house.leaders)
    return tuple(word for word in (*leaders, house.organisation, house.short_name) if word)


def _review(screen: Review) -> Iterator[str]:
    yield Strong(_("== Overview =="))
    number = 1
    for title, part in (
        (_("What the draft lacks:"), screen.gaps),
        (_("Open, but not needed:"), screen.open),
        (_("Answered:"), screen.answered),
    ):
        if part:
            yield Strong(title)
        for line in part:
            yield f"{_INDENT}{number:>2}. {_line(line)}"
            number += 1
    if screen.house:
        yield _("Lacking in the house file: {phrases}").format(phrases=join_pauses(screen.house))
    if screen.idle:
        yield _("Kept, but not used as things stand: {asks}").format(asks=join_pauses(screen.idle))
    if not screen.gaps:
        yield _("The draft lacks nothing.")
    yield _("A number: change that answer   >: go through all that is open   Enter: end")


def _line(line: Line) -> str:
    return f"{line.label}  {line.answer}".rstrip()
