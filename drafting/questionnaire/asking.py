"""The dialogue held: a facts file begun or opened, asked through by a front end, saved after each answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
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
from drafting.questionnaire.saving import Opened, open_text, save_text
from drafting.questionnaire.screens import Clear, Closed, Event, Help, Nothing, Screen, Typed
from drafting.questionnaire.wording import Prompt, help_of, keys, lines_of, prompt_of


class Front(Protocol):
    """What shows lines and reads one. An interrupt raises KeyboardInterrupt, the end of the input EOFError."""

    def say(self, lines: Sequence[str]) -> None:
        """Show lines."""

    def read(self, prompt: Prompt) -> Event:
        """What the person does."""

    def edit(self, text: str) -> str | None:
        """The text from the person's editor; None if there is none, or nothing was changed."""


class Notebook:
    """A facts file on disk that is written anew with each answer."""

    def __init__(self, path: Path) -> None:
        self._opened: Opened = open_text(path)
        loaded = load_facts(path, unfinished=True)
        self.answers = Answers(self._opened.text, loaded.prepared, loaded.house, str(path))

    def save(self, text: str) -> None:
        """Save the text. Raises UserError if it cannot be, or if somebody else has changed the file."""
        self._opened = save_text(self._opened, text)


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
    return target


def _first_text(outline: Outline, name: str) -> str:
    """A facts file without answers."""
    return with_answer(f"# {' '.join(outline.title.split())}\n", "outline", name.replace("\\", "/"))


def hold(notebook: Notebook, front: Front, today: date, *, only_gaps: bool = False) -> Answers:
    """Ask until the person ends it; the answers as they are then.

    Raises UserError if an answer cannot be saved. KeyboardInterrupt and EOFError of the front end pass through: all
    that was answered is saved by then.
    """
    dialogue = Dialogue(notebook.answers, notebook.save, today, only_gaps=only_gaps)
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
        dialogue.take(event)


def _read(front: Front, screen: Screen, answers: Answers) -> Event:
    """What the person does; at a long text perhaps by way of the editor."""
    prompt = prompt_of(screen, answers.house)
    event = front.read(prompt)
    if not (prompt.many_lines and isinstance(event, Typed) and event.text.strip() in EDITOR):
        return event
    text = front.edit(prompt.current)
    if text is None:
        return Nothing() if prompt.current else Help()
    return Typed(text.strip()) if text.strip() else Clear()
