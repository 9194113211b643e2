"""Outlines, facts and drafts from a few lines of YAML, so that a test shows its whole input."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

import pytest

from drafting.compose import Composed, Prepared, compose, prepare
from drafting.draft import Block, Draft
from drafting.errors import UserError
from drafting.facts.model import Facts
from drafting.facts.read import read_facts
from drafting.house import House, read_house
from drafting.library import Library, shipped
from drafting.outline.model import Outline
from drafting.outline.read import read_outline
from drafting.yamlfile import Node, parse_yaml

OUTLINE_FILE = "speech.yaml"
FACTS_FILE = "facts.yaml"
NOWHERE = Library(())


def yaml(text: str, file: str = OUTLINE_FILE) -> Node:
    """The node of some indented lines of YAML."""
    return parse_yaml(dedent(text), file)


def a_library(folder: Path, files: Mapping[str, str]) -> Library:
    """A library in a folder: `files` by their path in it (`templates/opening/host.j2`), and nothing else."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8", newline="")
    return Library((folder,))


def outline(text: str) -> Outline:
    """A sound outline. `title` and the usual `numbering` are put before `text` if it has none."""
    read, faults = read_outline(yaml(whole(text)), "speech")
    assert not faults, "\n".join(map(str, faults))
    return read


def whole(text: str) -> str:
    """The text of an outline with what every outline needs; one in braces is whole already."""
    text = dedent(text).strip("\n") + "\n"
    if text.startswith("{"):
        return text
    if "\nnumbering:" not in "\n" + text:
        text += "numbering: [一、, （一）, 1., （1）]\n"
    return text if "\ntitle:" in "\n" + text else text + "title: 讲话\n"


def prepared(text: str, library: Library = NOWHERE) -> Prepared:
    """A sound outline with its templates, made ready; once for each text, as a program does it."""
    return _prepared(text) if library == NOWHERE else _prepared.__wrapped__(text, library)


@lru_cache(64)
def _prepared(text: str, library: Library = NOWHERE) -> Prepared:
    ready, faults = prepare(outline(text), library)
    assert not faults, "\n".join(map(str, faults))
    return ready


def outline_faults(text: str, library: Library = NOWHERE) -> list[str]:
    """Every fault of an outline and its templates as people see them, in the order of the file."""
    from drafting.loading import in_file_order

    read, faults = read_outline(yaml(text), "speech")
    _ready, more = prepare(read, library)
    return [str(fault) for fault in in_file_order([*faults, *more])]


def facts_faults(text: str, read: Outline) -> list[str]:
    """Every fault of a facts file as people see them."""
    _facts, faults = read_facts(yaml(text, FACTS_FILE), read)
    return [str(fault) for fault in faults]


def facts(text: str, read: Outline) -> Facts:
    """Sound facts."""
    given, faults = read_facts(yaml(text, FACTS_FILE), read)
    assert not faults, "\n".join(map(str, faults))
    return given


def house(text: str) -> House:
    """A sound house file."""
    given, faults = read_house(yaml(text, "house.yaml"))
    assert not faults, "\n".join(map(str, faults))
    return given


def composed(outline_text: str, facts_text: str = "", house_text: str = "", library: Library = NOWHERE) -> Composed:
    """What an outline and facts give."""
    ready = prepared(outline_text, library)
    return compose(ready, facts(facts_text, ready.outline), house(house_text))


def draft(outline_text: str, facts_text: str = "", house_text: str = "", library: Library = NOWHERE) -> Draft:
    """The draft that an outline and facts give."""
    return composed(outline_text, facts_text, house_text, library).draft


def lines(outline_text: str, facts_text: str = "", house_text: str = "", library: Library = NOWHERE) -> list[str]:
    """The paragraphs of that draft."""
    return draft(outline_text, facts_text, house_text, library).text.split("\n")


def said(template: str, questions: str = "{}", facts_text: str = "", house_text: str = "") -> str:
    """What a template says, without the full stop that closes its paragraph. questions: a YAML mapping in braces."""
    quoted = template.replace("'", "''")
    text = f"questions: {questions}\nparts:\n  - {{move: opening, text: '{quoted}'}}\n"
    return draft(text, facts_text, house_text).text.removesuffix("。")


def paths(draft: Draft) -> list[tuple[str, str, str]]:
    """Every span of a draft: its text, its source, its path."""
    return [(span.text, span.source.value, span.path) for block in draft.blocks for span in block.spans]


def levels(draft: Draft) -> list[tuple[int, str]]:
    """The level and the text of every block."""
    return [(block.level, block.text) for block in draft.blocks]


def block(draft: Draft, key: str) -> Block:
    """The block of that key."""
    return next(block for block in draft.blocks if block.key == key)


def refusal(outline_text: str, facts_text: str = "", library: Library = NOWHERE) -> str:
    """The message with which composing is refused."""
    with pytest.raises(UserError) as caught:
        composed(outline_text, facts_text, library=library)
    return str(caught.value)


def examples() -> list[Path]:
    """The filled facts files that are shipped."""
    return sorted((shipped() / "outlines" / "examples").glob("*.yaml"))
