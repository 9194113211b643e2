"""The dialogue: which question comes next, and what an event does. It knows no terminal and no file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from drafting.errors import UserError
from drafting.facts.edit_paths import NEW, Steps
from drafting.facts.values import MisfitError
from drafting.i18n import _
from drafting.outline.model import Question, Type
from drafting.questionnaire import overview
from drafting.questionnaire.answers import Answers, question_at
from drafting.questionnaire.commands import Add, Change, Delete, Missing, Move, NoneThere, Undo, entry_command
from drafting.questionnaire.places import Place, all_questions, beside, fits, going_on, stands, step_of
from drafting.questionnaire.screens import (
    Ask,
    Back,
    Clear,
    Closed,
    Entries,
    Event,
    Help,
    Nothing,
    Overview,
    Review,
    Screen,
    Standing,
    Typed,
)
from drafting.questionnaire.speech_day import earliest
from drafting.questionnaire.typed import understood

Save = Callable[[str], None]


class Dialogue:
    """Goes through a plan of paths, then to the review. Every answer is saved as soon as it is given.

    answers: as they stand. notes: what is to be said before the next screen; whoever shows them empties the list.
    stopped: where one stopped the last time, if that is known.
    """

    def __init__(
        self, answers: Answers, save: Save, today: date, *, only_gaps: bool = False, stopped: Place | None = None
    ) -> None:
        self.answers = answers
        self.notes: list[str] = []
        self._save = save
        self._today = today
        self._before: Answers | None = None  # what was there before the last entry was taken out
        self._closed = False
        self._spot: Steps = ()
        if only_gaps:
            self._begin((*(path for path, _why in answers.misfits if path), *answers.gaps), 0)
        else:
            place = going_on(answers, stopped)
            plan = place.plan or all_questions(answers.outline)
            self._begin(plan, step_of(plan, place.spot))
            self._spot = place.spot

    @property
    def screen(self) -> Screen:
        """What is to be shown now."""
        if self._closed:
            return Closed()
        if self._at >= len(self._plan):
            return overview.review(self.answers)
        question = question_at(self.answers.outline, self._spot)
        if question.type in (Type.LIST, Type.TABLE):
            return self._entries_screen(question)
        return self._ask_screen(question)

    @property
    def place(self) -> Place | None:
        """Where one stands now; None when all is done."""
        if self._closed:
            return None
        is_all = self._at >= len(self._plan) or self._plan == all_questions(self.answers.outline)
        return Place(() if is_all else self._plan, self._spot)

    def renew(self, answers: Answers) -> None:
        """Go on with answers that somebody else has changed: where one is if that is still there, else behind it."""
        self.answers, self._before = answers, None
        if self._at < len(self._plan) and not fits(answers, self._spot):
            self._at -= 1
            self._next()

    def take(self, event: Event) -> None:
        """Do what the person wants. Raises UserError if it cannot be saved; then nothing has changed."""
        screen = self.screen
        if isinstance(event, Help):
            return  # the screen is shown again, in full
        if isinstance(screen, Review):
            self._at_review(event, screen)
        elif isinstance(event, Back):
            self._back()
        elif isinstance(event, Overview):
            self._begin((), 0)
        elif isinstance(screen, Entries):
            self._at_entries(event, screen)
        elif isinstance(screen, Ask):
            self._at_ask(event, screen)

    # The way

    def _begin(self, plan: tuple[Steps, ...], at: int) -> None:
        """Go through a plan from the place `at`."""
        self._plan, self._at = tuple(dict.fromkeys(plan)), at - 1
        self._next()

    def _next(self) -> None:
        """To the next place of the plan that holds, or to the review."""
        self._at += 1
        while self._at < len(self._plan) and not stands(self.answers, self._plan[self._at]):
            self._at += 1
        self._spot = self._plan[self._at] if self._at < len(self._plan) else ()

    def _onward(self) -> None:
        """From where one stands: to the next column of the row, up to the table, or to the next place."""
        if self._spot == self._plan[self._at]:
            self._next()
        else:
            self._spot = beside(self.answers.outline, self._spot, 1)

    def _back(self) -> None:
        if self._spot != self._plan[self._at]:
            self._spot = beside(self.answers.outline, self._spot, -1)
            return
        for at in range(self._at - 1, -1, -1):
            if stands(self.answers, self._plan[at]):
                self._at, self._spot = at, self._plan[at]
                return
        self.notes.append(_("This is the first question."))

    # The screens

    def _standing(self) -> Standing:
        holds = [path for path in self._plan if stands(self.answers, path)]
        number = holds.index(self._plan[self._at]) + 1
        group = overview.group_of(self.answers.outline, str(self._spot[0]))
        table, row = overview.row_of(self.answers, self._spot)
        return Standing(group, number, len(holds), table, row, within=self._spot != self._plan[self._at])

    def _ask_screen(self, question: Question) -> Ask:
        current = self.answers.given(self._spot)
        return Ask(
            path=self._spot,
            question=question,
            standing=self._standing(),
            current=current if isinstance(current, str) else "",
            default=question.default,
            proposal=overview.proposal(self.answers, self._spot),
        )

    def _entries_screen(self, question: Question) -> Entries:
        entries = self.answers.given(self._spot)
        count = len(entries) if isinstance(entries, list) else 0
        return Entries(
            path=self._spot,
            question=question,
            standing=self._standing(),
            entries=tuple(overview.entry_line(self.answers, (*self._spot, place)) for place in range(1, count + 1)),
            first=self._first(question),
            lacking=self.answers.shortfall(self._spot),
            is_none=entries == [],
        )

    def _first(self, question: Question) -> Question:
        """The question whose answer begins a new entry: the first column of a table, or the text of a list."""
        return question.columns[0] if question.columns else question_at(self.answers.outline, (*self._spot, 1))

    # What is done

    def _at_review(self, event: Event, screen: Review) -> None:
        if isinstance(event, Nothing):
            self._closed = True
        elif isinstance(event, Overview):
            self._begin(tuple(line.path for line in (*screen.misfits, *screen.gaps, *screen.open)), 0)
        elif isinstance(event, Back):
            plan = tuple((question.key,) for question in self.answers.questions)
            self._begin(plan, len(plan) - 1)
        elif isinstance(event, Typed):
            command = entry_command(event.text, len(screen.lines))
            if isinstance(command, Change):
                self._begin((screen.lines[command.place - 1].path,), 0)
            else:
                self.notes.append(_("Type a number from the list, or nothing to end."))

    def _at_ask(self, event: Event, screen: Ask) -> None:
        if isinstance(event, Clear):
            if not self._change(lambda answers: answers.without(self._spot)):
                return
            self.notes.append(_("Left open."))
        elif isinstance(event, Typed):
            if not self._answer(self._spot, event.text, screen.question):
                return
        elif screen.proposal and not screen.current:
            self._answer(self._spot, screen.proposal, screen.question)
        self._onward()

    def _at_entries(self, event: Event, screen: Entries) -> None:
        if isinstance(event, Nothing):
            self._onward()
        elif isinstance(event, Clear):
            self.notes.append(_("Take out one entry at a time: -2 takes out the second."))
        elif isinstance(event, Typed):
            self._command(event.text, screen)

    def _command(self, text: str, screen: Entries) -> None:
        command = entry_command(text, len(screen.entries))
        match command:
            case Change(place):
                first = screen.question.columns[0].key if screen.question.columns else None
                self._spot = (*self._spot, place, first) if first else (*self._spot, place)
            case Delete(place):
                self._delete(place, screen)
            case Move(place, to):
                self._change(lambda answers: answers.moved((*self._spot, place), to))
            case Undo():
                self._undo()
            case NoneThere():
                self._none(screen)
            case Missing(place):
                message = _("There is no entry {n}. To add “{text}” as an entry, type +{text}")
                self.notes.append(message.format(n=place, text=text.strip()))
            case Add(typed):
                self._add(typed, screen)

    def _delete(self, place: int, screen: Entries) -> None:
        before = self.answers
        path = (*self._spot, place) if len(screen.entries) > 1 else self._spot
        if self._change(lambda answers: answers.without(path)):
            self._before = before
            self.notes.append(_("Taken out: {entry}. Type u to have it back.").format(entry=screen.entries[place - 1]))

    def _undo(self) -> None:
        if (before := self._before) is None:
            self.notes.append(_("Nothing was taken out just now."))
        elif self._change(lambda _answers: before):
            self.notes.append(_("It is back."))

    def _none(self, screen: Entries) -> None:
        if screen.entries:
            self.notes.append(_("There are entries already; take them out first (-1), or type + before the text."))
            return
        if screen.question.required and screen.question.at_least:
            message = _("At least {least} are needed; an empty line leaves it for later.")
            self.notes.append(message.format(least=screen.question.at_least))
            return
        if self._change(lambda answers: answers.with_answer(self._spot, [])):
            self._onward()

    def _add(self, text: str, screen: Entries) -> None:
        """A new entry, begun with what was typed."""
        question, most = screen.question, screen.question.at_most
        if most is not None and len(screen.entries) >= most:
            self.notes.append(_("No more than {most} fit here; an empty line goes on.").format(most=most))
            return
        if not text:
            return
        place = len(screen.entries) + 1
        entry: Steps = (*self._spot, place)
        if not question.columns:
            self._answer((*self._spot, NEW), text, screen.first)
        elif screen.first.type is Type.LIST:
            if self._change(lambda answers: answers.with_answer((*self._spot, NEW, screen.first.key), [text])):
                self._spot = (*entry, screen.first.key)
        elif self._answer((*self._spot, NEW, screen.first.key), text, screen.first):
            self._spot = (*entry, screen.first.key)
            self._onward()

    def _answer(self, path: Steps, text: str, question: Question) -> bool:
        """Take an answer; whether it was one. If not, the note says what is allowed."""
        try:
            given = None if NEW in path else self.answers.given(path)
            before = given if isinstance(given, str) else ""
            since = earliest(self.answers.outline, self.answers.facts.raw, path, before, self._today)
            meant = understood(text, question, self._today, before, since)
        except MisfitError as misfit:
            self.notes.append(_("{why}.").format(why=misfit))
            return False
        is_new = NEW in path or meant.written != self.answers.given(path)
        if is_new and not self._change(lambda answers: answers.with_answer(path, meant.written)):
            return False
        if meant.shown:
            self.notes.append(_("Understood: {answer}").format(answer=meant.shown))
        return True

    def _change(self, change: Callable[[Answers], Answers]) -> bool:
        """Change the answers and save them; whether it could be done. Raises UserError if it cannot be saved."""
        try:
            answers = change(self.answers)
        except UserError as error:
            self.notes += [str(fault) for fault in error.faults]
            return False
        if answers.text != self.answers.text:
            self._save(answers.text)
        self.answers, self._before = answers, None
        return True
