"""Choosing an outline: the list with what each is for."""

from __future__ import annotations

from pathlib import Path

from drafting.errors import UserError
from drafting.i18n import _
from drafting.library import Found, Library
from drafting.outline.model import Outline
from drafting.outline.read import read_outline
from drafting.questionnaire.asking import Front
from drafting.questionnaire.screens import Nothing, Typed
from drafting.questionnaire.wording import Prompt
from drafting.yamlfile import read_yaml


def choose_outline(front: Front) -> str | None:
    """The name of the outline that the person chooses by number, name or title; None for none.

    KeyboardInterrupt and EOFError of the front end pass through.
    """
    offered = list(_offered())
    front.say(["", _("What kind of speech?")])
    width = len(str(len(offered)))
    for number, (_found, outline) in enumerate(offered, 1):
        front.say([f"  {number:>{width}}. {outline.title}", f"  {' ' * width}  {outline.use}"])
    words = tuple(outline.title for _found, outline in offered)
    while True:
        event = front.read(Prompt(hint=_("number, name or title; Enter: none"), words=words, keys=False))
        if isinstance(event, Nothing):
            return None
        typed = event.text.strip() if isinstance(event, Typed) else ""
        if name := _meant(typed, offered):
            return name
        front.say([*_several(typed, offered), _("Type a number from 1 to {n}, or a name.").format(n=len(offered))])


def _meant(typed: str, offered: list[tuple[Found, Outline]]) -> str:
    """The outline of that number, name or title, or the only one whose title holds what was typed; "" for none."""
    for number, (found, outline) in enumerate(offered, 1):
        if typed in (str(number), found.name, outline.title):
            return found.name
    holding = _holding(typed, offered)
    return offered[holding[0]][0].name if len(holding) == 1 else ""


def _holding(typed: str, offered: list[tuple[Found, Outline]]) -> list[int]:
    """The places, from 0, of the outlines whose title holds what was typed."""
    return [place for place, (_found, outline) in enumerate(offered) if typed and typed in outline.title]


def _several(typed: str, offered: list[tuple[Found, Outline]]) -> list[str]:
    """That several titles hold what was typed, and which."""
    holding = _holding(typed, offered)
    if not holding:
        return []
    named = [f"  {place + 1}. {offered[place][1].title}" for place in holding]
    return [_("“{text}” fits several of them:").format(text=typed), *named]


def _offered() -> list[tuple[Found, Outline]]:
    """Every outline that can be read."""
    offered = []
    for found in Library.around(Path.cwd()).outlines():
        try:
            offered.append((found, read_outline(read_yaml(found.path), found.name)[0]))
        except UserError:
            continue  # `drafting outlines check` says what is wrong with it
    return offered
