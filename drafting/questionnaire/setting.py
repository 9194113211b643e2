"""Single answers changed from the command line: `meeting=… tasks[2].deadline=…`, all of them or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from drafting.chinese.dates import Date, parse_date
from drafting.errors import Fault, UserError
from drafting.facts.edit import Raw, with_answer, without_answer
from drafting.facts.edit_paths import NEW, Steps, parse_path, value_at, with_value, written
from drafting.facts.read import plain, read_facts, words_instead
from drafting.facts.values import MisfitError, read_value
from drafting.i18n import _
from drafting.library import is_file
from drafting.loading import Loaded, load_what_is_sound, still_open
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.answers import order_of, question_at
from drafting.questionnaire.elsewhere import as_said, places_of, with_new
from drafting.questionnaire.forms.cells import answer_of
from drafting.questionnaire.forms.model import NONE_WORDS
from drafting.questionnaire.speech_day import earliest
from drafting.questionnaire.typed import says_year, understood
from drafting.saving import open_text, save_text
from drafting.yamlfile import parse_yaml

_ASSIGNMENT = re.compile(r"([^=＝]*)[=＝](.*)", re.DOTALL)

SETTINGS = ("house", "layout", "seed")
"""Keys of a facts file beside the answers that can be set like one; `enumerators.tasks` too, by the key of the part."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer that was changed. ask: its question. before, after: as written; None for none.

    also: the paths of other answers in which the value of before still stands.
    """

    path: str
    ask: str
    before: Any
    after: Any
    also: tuple[str, ...] = ()


def change_answers(path: Path, assignments: Sequence[str], today: date, *, everywhere: bool = False) -> list[Changed]:
    """Change answers of a facts file, and give what was changed.

    assignments: `PATH=VALUE`; an empty value takes the answer, the entry or the row out (with the last row the answer;
    `tasks=[]` says that there are none). Lists, rows and tables may be
    written as YAML in one line: `[甲, 乙]`, `{heading: 修路}`. `tasks[+]` is one new row as long as no column of it
    comes twice. today: see `understood`. everywhere: longer answers that say the old value say the new one then, but
    for those that are given here themselves.
    Raises UserError with every fault; then nothing is written.
    """
    opened = open_text(path)
    loaded, before = load_what_is_sound(path, unfinished=True)
    outline = loaded.prepared.outline
    try:
        parse_yaml(opened.text, str(path))
    except UserError:  # a key that stands twice: nothing can be changed for sure
        raise UserError(before) from None
    text, changes, faults = opened.text, list[Changed](), list[Fault]()
    rows = _NewRows()
    for assignment in assignments:
        try:
            steps, typed = _split(assignment)
            question = _question(outline, steps)
            steps = rows.counted(steps, plain(parse_yaml(text, str(path))))
            if question is None:
                _check_setting(loaded, str(steps[0]), typed)
            text, change = _Edit(text, str(path), outline, today).done(steps, question, typed)
            changes += [change] if change else []
        except UserError as error:
            faults += error.faults
    faults += _still_wrong(text, outline, before)
    if faults:
        raise UserError(faults)
    if everywhere:
        given = [parse_path(change.path) for change in changes]
        for change in [change for change in changes if isinstance(change.after, str)]:
            for steps, said in _said_elsewhere(text, outline, change):
                asks = question_at(outline, parse_path(change.path))
                new = with_new(said, as_said(change.before, asks), as_said(change.after, asks))
                if new != said and not any(steps[: len(own)] == own for own in given):
                    text = with_answer(text, written(steps), new, order_of(outline), file=str(path))
                    changes.append(Changed(written(steps), question_at(outline, steps).ask, said, new))
    save_text(opened, text)
    also = [[written(steps) for steps, _said in _said_elsewhere(text, outline, change)] for change in changes]
    return [replace(change, also=tuple(places)) for change, places in zip(changes, also, strict=True)]


def _said_elsewhere(text: str, outline: Outline, change: Changed) -> list[tuple[Steps, str]]:
    """The longer answers in words in which the value from before a change still stands, with their texts."""
    question = _question(outline, parse_path(change.path))
    if question is None:
        return []
    answers = {key: value for key, value in plain(parse_yaml(text, "")).items() if outline.question(key)}
    found = places_of(as_said(change.before, question), answers)
    return [(steps, said) for steps, said in found if written(steps) != change.path and _is_in_words(outline, steps)]


def _is_in_words(outline: Outline, steps: Steps) -> bool:
    """Whether what stands at a path is a text: a date that has another one in it is a day of its own."""
    try:
        return question_at(outline, steps).type in (Type.TEXT, Type.LONG)
    except UserError:
        return False


def _split(assignment: str) -> tuple[Steps, str]:
    """The path and the value of an assignment."""
    match = _ASSIGNMENT.fullmatch(assignment)
    if not match:
        message = _("“{text}”: expected QUESTION=ANSWER, such as meeting=… or tasks[2].deadline=…")
        raise UserError(message.format(text=assignment))
    return parse_path(match[1].strip()), match[2].strip()


def _question(outline: Outline, steps: Steps) -> Question | None:
    """The question at a path; None for a setting."""
    if (len(steps) == 1 and steps[0] in SETTINGS) or (len(steps) == 2 and steps[0] == "enumerators"):
        return None
    return question_at(outline, steps)


def _check_setting(loaded: Loaded, key: str, typed: str) -> None:
    """Raises UserError for a house file or a layout that is not there."""
    if key == "house" and typed and not is_file(loaded.path.parent / typed):
        raise UserError(_("There is no house file “{name}”.").format(name=loaded.path.parent / typed))
    if key == "layout" and typed:
        loaded.library.layout(typed)


class _NewRows:
    """Which row `tasks[+]` means: the one begun by it before, until a column comes a second time."""

    def __init__(self) -> None:
        self._open: dict[Steps, tuple[int, set[Steps]]] = {}

    def counted(self, steps: Steps, data: Any) -> Steps:
        """The path with a number in the place of the first [+] of a row."""
        if NEW not in steps or steps.index(NEW) == len(steps) - 1:
            return steps
        place = steps.index(NEW)
        table, cell = steps[:place], steps[place + 1 :]
        row, filled = self._open.get(table, (0, set()))
        if not row or cell in filled:
            counted = with_value(data, (*table, NEW), {})[1]
            row, filled = int(counted[-1]), set()
            self._open[table] = row, filled
            if NEW not in cell:
                filled.add(cell)
            return steps
        if NEW not in cell:
            filled.add(cell)
        return (*table, row, *cell)


@dataclass(frozen=True, slots=True)
class _Edit:
    """One assignment to be done in a text."""

    text: str
    file: str
    outline: Outline
    today: date

    def done(self, steps: Steps, question: Question | None, typed: str) -> tuple[str, Changed | None]:
        """The text with the answer changed, and what that changed; None for nothing."""
        data = plain(parse_yaml(self.text, self.file))
        path, before = written(steps), value_at(data, steps)
        ask = question.ask if question else path
        if not typed:
            if before is None:
                return self.text, None
            is_last = isinstance(steps[-1], int) and value_at(data, steps[:-1]) == [before]
            gone = written(steps[:-1]) if is_last else path  # an empty list would say that there are none
            return without_answer(self.text, gone, file=self.file), Changed(path, ask, before, None)
        is_row = isinstance(steps[-1], int)
        value = self._value(typed, steps, question, is_row=is_row) if question else typed
        if value == before:
            return self.text, None
        order = order_of(self.outline)
        return with_answer(self.text, path, value, order, file=self.file), Changed(path, ask, before, value)

    def _value(self, typed: str, steps: Steps, question: Question, *, is_row: bool) -> Raw:
        """The answer as it goes into the file. Raises UserError for what is none of its type."""
        if question.type in (Type.LIST, Type.TABLE):
            if typed in NONE_WORDS:
                return []
            if typed[0] not in "[{":
                return [typed] if question.type is Type.LIST else typed
            value: Raw = plain(parse_yaml(typed, written(steps)))
            return [value] if isinstance(value, dict) and not is_row else value
        try:
            answers = plain(parse_yaml(self.text, self.file))
            given = value_at(answers, steps)
            before = given if isinstance(given, str) else ""
            since = earliest(self.outline, answers, steps, before, self.today)
            return self._typed(typed, question, before, since)
        except MisfitError as misfit:
            message = _("{key} ({ask}): {why}.").format(key=written(steps), ask=question.ask, why=misfit)
            raise UserError(message + self._in_words(steps, question)) from None

    def _in_words(self, steps: Steps, question: Question) -> str:
        """Which column of the row takes what is no date, if it is a date in a row and one does."""
        table = self.outline.question(str(steps[0]))
        if question.type is not Type.DATE or table is None or len(steps) < 2 or not isinstance(steps[1], int):
            return ""
        rows = value_at(plain(parse_yaml(self.text, self.file)), steps[:1])
        return words_instead(question, table, steps[1] or 1 + (len(rows) if isinstance(rows, list) else 0))

    def _typed(self, typed: str, question: Question, before: str, since: date) -> str:
        """What was typed, if a facts file would take it; else what it means, as 下周三 does, or 1月5日 for its year.

        before: the answer until now. since: see `understood`.
        """
        said = answer_of(typed, question)
        typed = said if isinstance(said, str) else typed
        try:
            value = read_value(typed, question)
        except MisfitError:
            return understood(typed, question, self.today, before, since).written
        if isinstance(value, Date) and value.year is None and says_year(question, before):
            meant = understood(typed, question, self.today, before, since).written
            with suppress(ValueError):
                return meant if parse_date(meant).year else typed
        return typed


def _still_wrong(text: str, outline: Outline, before: Sequence[Fault]) -> list[Fault]:
    """What is wrong with the changed text; a fault that was there before is told where it stands in the file."""
    _facts, faults = read_facts(parse_yaml(text, ""), still_open(outline))
    places = {fault.message: fault for fault in before}
    return [places.get(fault.message, Fault(fault.message)) for fault in faults]
