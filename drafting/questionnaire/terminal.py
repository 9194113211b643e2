"""The front end on a terminal: lines that can be edited, Chinese and all, with what is there to begin from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Window
from prompt_toolkit.styles import Style

from drafting.i18n import _
from drafting.questionnaire.commands import event_beside, event_of
from drafting.questionnaire.plain import in_editor
from drafting.questionnaire.screens import Back, Event, Help
from drafting.questionnaire.wording import Prompt, Strong

# No terminal is asked where its cursor is: many answer late or never, and a warning would stand amid the questions.
os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

_STYLE = Style.from_dict({"placeholder": "fg:ansibrightblack", "keys": "fg:ansibrightblack"})


class TerminalFront:
    """Reads with prompt_toolkit. input and output: for tests; the person's terminal by default."""

    def __init__(self, input: Any = None, output: Any = None) -> None:
        self._many_lines = self._has_keys = False
        self._session: PromptSession[str | Event] = PromptSession(
            key_bindings=self._bindings(), style=_STYLE, input=input, output=output
        )
        self._output = self._session.output
        self._show_keys()

    def say(self, lines: Sequence[str]) -> None:
        """Print lines."""
        for line in lines:
            style = "bold" if isinstance(line, Strong) else ""
            print_formatted_text(FormattedText([(style, line)]), output=self._output)

    def read(self, prompt: Prompt) -> Event:
        """Let the person edit the answer that is there, or type one."""
        self._many_lines, self._has_keys = prompt.many_lines, prompt.keys
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
        if prompt.current.strip():
            return event_beside(given, prompt.current, many_lines=prompt.many_lines)
        return event_of(given)

    def edit(self, text: str) -> str | None:
        """The text from the person's editor."""
        return in_editor(text)

    def _placeholder(self, prompt: Prompt) -> FormattedText:
        """What an empty line means; once it is done, only what it took."""
        text = prompt.hint if prompt.accepts or not self._session.app.is_done else ""
        return FormattedText([("class:placeholder", text)])

    def _show_keys(self) -> None:
        """The keys below the line that is edited, whether there is an answer in it or not.

        The library's own toolbar waits until it knows where the cursor is, which is never asked here.
        """
        toolbar = Window(FormattedTextControl(self._keys), style="class:keys", dont_extend_height=True, wrap_lines=True)
        is_shown = Condition(lambda: self._has_keys) & ~is_done
        outermost = self._session.layout.container
        assert isinstance(outermost, HSplit)
        outermost.children.append(ConditionalContainer(toolbar, is_shown))

    def _keys(self) -> FormattedText:
        more = _("Alt+Enter new line   ! editor") if self._many_lines else ""
        text = _("< or PageUp back   > overview   ? or F1 help   - empty it   Ctrl+C stop")
        return FormattedText([("", f"{text}\n{more}" if more else text)])

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
