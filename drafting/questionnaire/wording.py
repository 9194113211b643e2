"""The screens of the dialogue in words: the same lines, whichever way they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.chinese.columns import width
from drafting.chinese.lists import join_pauses
from drafting.facts.values import ALLOWED
from drafting.house import House
from drafting.i18n import _
from drafting.outline.model import Question, Type
from drafting.questionnaire.screens import Ask, Closed, Entries, Review, Screen, Standing
from drafting.questionnaire.typed import says_year

_INDENT = "    "
_WIDTH = 74  # columns of a line that holds several things
_SHOWN = 5  # entries that are shown again when one more is there


class Strong(str):
    """A line that stands out where that can be shown."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is to be read. current: the text that is there, to be edited. hint: what an empty line means.

    accepts: an empty line takes something. words: what may be completed. many_lines: the text may have several.
    keys: those that hold at every question hold here.
    """

    current: str = ""
    hint: str = ""
    accepts: bool = False
    words: tuple[str, ...] = ()
    many_lines: bool = False
    keys: bool = True


def lines_of(screen: Screen, before: Screen | None) -> list[str]:
    """A screen in lines. before: the one that was shown before it, so that nothing is said twice."""
    match screen:
        case Ask():
            if isinstance(before, Ask) and before.path == screen.path:
                return []
            return [*_heading(screen, before), *_question(screen.question, screen.standing)]
        case Entries():
            if _is_same(screen, before):
                return ["", *_entries(screen, is_first=False)]
            is_new = not (isinstance(before, (Ask, Entries)) and before.path[: len(screen.path)] == screen.path)
            asked = _question(screen.question, screen.standing) if is_new else ()
            return [*_heading(screen, before), *asked, *_entries(screen, is_first=is_new)]
        case Review():
            return [_review_keys()] if screen == before else ["", *_review(screen), _review_keys()]
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
            hint = _("Enter: go on")
            if not screen.entries and not screen.is_none:
                hint = _("Enter: later") if screen.question.required else _("Enter: later   无: there are none")
            is_long = screen.first.type is Type.LONG
            return Prompt(hint=hint, words=_names(house, screen.first), many_lines=is_long)
        case Review():
            return Prompt(hint=_("Enter: end"), keys=False)
        case Closed():
            return Prompt()


def help_of(screen: Screen) -> list[str]:
    """What may be typed here."""
    lines = []
    question = screen.first if isinstance(screen, Entries) else screen.question if isinstance(screen, Ask) else None
    if question is not None and question.type in ALLOWED:
        lines.append(_("Allowed: {what}").format(what=_(ALLOWED[question.type])))
    if question is not None and question.type is Type.DATE:
        lines.append(_("Also 今天, 下周三, 本月底, 三天后: counted from today."))
        if says_year(question, screen.current if isinstance(screen, Ask) else ""):
            lines.append(_("A day without its year is the next one to come, or the one near the date of the speech."))
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
    return _("< back   > overview   ? help   - empty it   Ctrl+C stop")


def _heading(screen: Ask | Entries, before: Screen | None) -> Iterator[str]:
    yield ""
    above = before.standing.group if isinstance(before, (Ask, Entries)) else ""
    if screen.standing.group and screen.standing.group != above:
        yield Strong(_("== {group} ==").format(group=screen.standing.group))


def _question(question: Question, standing: Standing) -> Iterator[str]:
    asked = _asked(question)
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


def _asked(question: Question) -> str:
    """The wording of a question, with what is to be known of its answer."""
    notes = [note for note in (_("required") if question.required else "", _tag(question)) if note]
    return _("{ask} ({notes})").format(ask=question.ask, notes=_(", ").join(notes)) if notes else question.ask


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
            return _("number, in {unit}").format(unit=question.unit)
        case Type.LIST if question.at_least:
            return _("one a line, at least {n}").format(n=question.at_least)
        case Type.TABLE if question.at_least:
            return _("row by row, at least {n}").format(n=question.at_least)
    tags = {
        Type.LONG: _("may be long"),
        Type.NUMBER: _("number"),
        Type.PERCENT: _("percentage"),
        Type.DATE: _("date"),
        Type.TIME: _("time"),
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
    if screen.entries and (is_first or (len(screen.entries) == 1 and not screen.standing.within)):
        yield _INDENT + _("its number: change an entry   -1: take out no. 1   2>1: move no. 2 up   ?: help")
    if screen.question.columns:
        row = _("row {n}").format(n=len(screen.entries) + 1)
        yield _INDENT + _("{row}: {ask}").format(row=row, ask=_asked(screen.first))
        if is_first:
            yield from _advice(screen.first)


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
    for title, part, is_packed in (
        (_("No draft can be made with:"), screen.misfits, False),
        (_("What the draft lacks:"), screen.gaps, False),
        (_("Open, but not needed:"), screen.open, True),
        (_("Answered:"), screen.answered, False),
    ):
        if part:
            yield Strong(title)
        lines = [f"{place:>2}. {line.label}  {line.answer}".rstrip() for place, line in enumerate(part, number)]
        yield from (_INDENT + line for line in (_packed(lines) if is_packed else lines))
        number += len(part)
    yield from _review_end(screen)


def _review_end(screen: Review) -> Iterator[str]:
    if screen.house:
        yield _("Lacking in the house file: {phrases}").format(phrases=join_pauses(screen.house))
    if screen.idle:
        yield _("Kept, but not used as things stand: {asks}").format(asks=join_pauses(screen.idle))
    yield from screen.faults
    if count := len(screen.misfits) + len(screen.gaps):  # they may have run off the screen
        yield Strong(_("To be filled in or mended: {n}, at the top.").format(n=count))
    elif not screen.faults and not screen.house:
        yield _("The draft lacks nothing.")


def _packed(items: list[str]) -> Iterator[str]:
    """Short items, as many in a line as fit."""
    line = ""
    for item in items:
        longer = f"{line}   {item}" if line else item
        if line and width(longer) > _WIDTH:
            yield line
            longer = item
        line = longer
    if line:
        yield line


def _review_keys() -> str:
    return _("A number: change that answer   >: go through all that is open   Enter: end")
