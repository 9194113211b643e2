"""The dialogue held: a facts file begun or opened, asked through by a front end, saved after each answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import randint
from typing import Protocol

from drafting.errors import Fault, UserError, reason
from drafting.facts.edit import with_answer
from drafting.i18n import _
from drafting.library import Library
from drafting.loading import load_facts, load_outline
from drafting.outline.model import Outline
from drafting.questionnaire.answers import Answers
from drafting.questionnaire.commands import EDITOR
from drafting.questionnaire.dialogue import Dialogue
from drafting.questionnaire.places import Place
from drafting.questionnaire.remembering import keep_place, load_place
from drafting.questionnaire.screens import Ask, Clear, Closed, Entries, Event, Help, Nothing, Screen, Typed
from drafting.questionnaire.wording import Prompt, help_of, keys, lines_of, prompt_of
from drafting.saving import Opened, open_text, save_text


class Front(Protocol):
    """What shows lines and reads one. An interrupt raises KeyboardInterrupt, the end of the input EOFError."""

    def say(self, lines: Sequence[str]) -> None:
        """Show lines."""

    def read(self, prompt: Prompt) -> Event:
        """What the person does."""

    def edit(self, text: str) -> str | None:
        """The text from the person's editor; None if there is none, or nothing was changed.

        Raises UserError if the editor fails.
        """


class Notebook:
    """A facts file on disk that is written anew with each answer, and the place where one is in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.read()

    def read(self) -> None:
        """Read the file, once more perhaps. Raises UserError with every fault."""
        self._opened: Opened = open_text(self._path)
        loaded = load_facts(self._path, unfinished=True)
        self.answers = Answers(self._opened.text, loaded.prepared, loaded.house, str(self._path))

    def save(self, text: str) -> None:
        """Save the text. Raises UserError if it cannot be, or if somebody else has changed the file."""
        self._opened = save_text(self._opened, text)

    @property
    def place(self) -> Place | None:
        """Where one stopped the last time, if that is known."""
        return load_place(self._path, self.answers.outline.name)

    def keep(self, place: Place | None) -> None:
        """Keep the place for the next time; None forgets it."""
        keep_place(self._path, self.answers.outline.name, place)


_SEEDS = 99  # enough for a year's speeches, and short to read


def begin(name: str, path: Path | None) -> Path:
    """Make the facts file for a new speech of an outline, and give where it lies.

    path: where to put it; None for a file of the outline's name in the working folder.
    Raises UserError for an unknown or faulty outline, a faulty house file, or a file that is already there.
    """
    found = Library.around(Path.cwd()).outline(name)
    prepared, faults = load_outline(found)
    if faults:
        raise UserError(faults)
    target = path or Path(f"{prepared.outline.name}.yaml")
    if target.suffix not in (".yaml", ".yml"):
        target = target.with_name(f"{target.name}.yaml")
    if not target.parent.is_dir():
        raise UserError(Fault(_("There is no folder “{name}”.").format(name=target.parent), str(target)))
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_first_text(prepared.outline, name))
    except FileExistsError:
        message = _("The file is already there and is not overwritten; go on with it: drafting ask {name}")
        raise UserError(Fault(message.format(name=target), str(target))) from None
    except OSError as error:
        raise UserError(Fault(_("The file cannot be written: {why}.").format(why=reason(error)), str(target))) from None
    try:
        load_facts(target, unfinished=True)
    except UserError:
        target.unlink()  # a faulty house file beside it; begun is only what can be gone on with
        raise
    keep_place(target, prepared.outline.name, None)  # of another file that had its name
    return target


def _first_text(outline: Outline, name: str) -> str:
    """A facts file without answers, with a seed of its own: two speeches of a kind shall not sound alike."""
    text = with_answer(f"# {' '.join(outline.title.split())}\n", "outline", name.replace("\\", "/"))
    remark = _("another number, other wordings")
    return f"{text}seed: {randint(1, _SEEDS)}  # {remark}\n"


def hold(notebook: Notebook, front: Front, today: date, *, only_gaps: bool = False) -> Answers:
    """Ask until the person ends it; the answers as they are then.

    Raises UserError if an answer cannot be saved. KeyboardInterrupt and EOFError of the front end pass through: all
    that was answered is saved by then.
    """
    stopped = None if only_gaps else notebook.place
    dialogue = Dialogue(notebook.answers, notebook.save, today, only_gaps=only_gaps, stopped=stopped)
    front.say(["", keys()])
    before: Screen | None = None
    while True:
        notebook.answers = dialogue.answers
        screen = dialogue.screen
        front.say(dialogue.notes)
        dialogue.notes.clear()
        if isinstance(screen, Closed):
            return dialogue.answers
        front.say(lines_of(screen, before))
        event = _read(front, screen, notebook.answers)
        before = screen
        if isinstance(event, Help):
            front.say(help_of(screen))
            before = None
        try:
            dialogue.take(event)
        except UserError as error:
            _read_again(notebook, dialogue, event, error, front)
            before = None
        if not only_gaps:
            notebook.keep(dialogue.place)


def _read_again(notebook: Notebook, dialogue: Dialogue, event: Event, error: UserError, front: Front) -> None:
    """Take an event on top of what somebody else has made of the file meanwhile, unless that is at the same answer.

    Then the answer is shown and the question asked again. Raises the error if the file was not changed or cannot be
    asked about any more; what was typed is shown all the same.
    """
    known, screen = dialogue.answers, dialogue.screen
    try:
        notebook.read()
        if notebook.answers.text == known.text or notebook.answers.outline != known.outline:
            raise error
    except UserError:
        front.say(_unsaved(event))
        raise
    is_same = _answer_at(notebook.answers, screen) == _answer_at(known, screen)
    front.say([_("Somebody has changed the file meanwhile; it has been read again.")])
    dialogue.renew(notebook.answers)
    if is_same:
        dialogue.take(event)
    else:
        front.say(_unsaved(event))


def _answer_at(answers: Answers, screen: Screen) -> object:
    """What is answered to the question of a screen, to be compared; the whole table, for its rows may have moved."""
    return answers.given(screen.path[:1]) if isinstance(screen, (Ask, Entries)) else None


def _unsaved(event: Event) -> list[str]:
    return [_("Not saved: {answer}").format(answer=event.text)] if isinstance(event, Typed) else []


def _read(front: Front, screen: Screen, answers: Answers) -> Event:
    """What the person does; at a long text perhaps by way of the editor."""
    prompt = prompt_of(screen, answers.house)
    while True:
        event = front.read(prompt)
        if not (prompt.many_lines and isinstance(event, Typed) and event.text.strip() in EDITOR):
            return event
        try:
            text = front.edit(prompt.current)
        except UserError as error:
            front.say([str(error)])
        else:
            break
    if text is None:
        return Nothing() if prompt.current else Help()
    return Typed(text.strip()) if text.strip() else Clear()
