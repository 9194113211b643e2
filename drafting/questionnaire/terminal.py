"""The front end on a terminal: lines that can be edited, Chinese and all, with what is there to begin from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.styles import Style

from drafting.questionnaire.commands import event_of
from drafting.questionnaire.plain import in_editor
from drafting.questionnaire.screens import Back, Clear, Event, Help, Nothing
from drafting.questionnaire.wording import Prompt, Strong, keys

# No terminal is asked where its cursor is: many answer late or never, and a warning would stand amid the questions.
os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

_STYLE = Style.from_dict({"placeholder": "fg:ansibrightblack"})


class TerminalFront:
    """Reads with prompt_toolkit. input and output: for tests; the person's terminal by default."""

    def __init__(self, input: Any = None, output: Any = None) -> None:
        self._many_lines = False
        self._session: PromptSession[str | Event] = PromptSession(
            key_bindings=self._bindings(), style=_STYLE, input=input, output=output
        )
        self._output = self._session.output

    def say(self, lines: Sequence[str]) -> None:
        """Print lines."""
        for line in lines:
            style = "bold" if isinstance(line, Strong) else ""
            print_formatted_text(FormattedText([(style, line)]), output=self._output)

    def read(self, prompt: Prompt) -> Event:
        """Let the person edit the answer that is there, or type one."""
        self._many_lines = prompt.many_lines
        given = self._session.prompt(
            "> ",
            default=prompt.current,
            placeholder=lambda: self._placeholder(prompt),
            completer=WordCompleter(list(prompt.words), sentence=True, match_middle=True) if prompt.words else None,
            complete_while_typing=False,
            multiline=Condition(lambda: self._many_lines),
            reserve_space_for_menu=min(4, len(prompt.words)),
        )
        if not isinstance(given, str):
            return given
        if prompt.current and given == prompt.current:
            return Nothing()
        if prompt.current and not given.strip():
            return Clear()
        return event_of(given)

    def edit(self, text: str) -> str | None:
        """The text from the person's editor."""
        return in_editor(text)

    def _placeholder(self, prompt: Prompt) -> FormattedText:
        """What an empty line means, and the keys; once it is done, only what it took."""
        taken = prompt.hint if prompt.accepts else ""
        offered = f"{prompt.hint}   {keys()}" if prompt.keys else prompt.hint
        text = taken if self._session.app.is_done else offered
        return FormattedText([("class:placeholder", text)])

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()

        @bindings.add("enter", filter=Condition(lambda: self._many_lines))
        def _enter(event: Any) -> None:
            event.current_buffer.validate_and_handle()

        @bindings.add("escape", "enter", filter=Condition(lambda: self._many_lines))
        def _new_line(event: Any) -> None:
            event.current_buffer.insert_text("\n")

        @bindings.add("pageup")
        def _back(event: Any) -> None:
            event.app.exit(result=Back())

        @bindings.add("f1")
        def _help(event: Any) -> None:
            event.app.exit(result=Help())

        return bindings
