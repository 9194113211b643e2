"""Messages: each one has its Chinese, and the Chinese says the same things."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.catalogue import MO, compiled, messages, translated

PLACE = re.compile(r"\{(\w+)[^}]*\}|%\((\w+)\)s")


@pytest.fixture(scope="module")
def wanted() -> dict[str, Message]:
    """The messages of the sources, by their text; collecting them takes its time."""
    return {str(message.id): message for message in messages() if message.id}


def _forms(text: object) -> list[str]:
    return list(text) if isinstance(text, (tuple, list)) else [str(text)]


def test_every_message_has_a_chinese_translation(wanted: dict[str, Message]) -> None:
    known = translated()
    missing = [
        message.id
        for message in wanted.values()
        if not ((entry := known.get(message.id)) and all(_forms(entry.string)))
    ]
    assert missing == [], "translate them in drafting.po, then run: python -m tests.catalogue"


@pytest.mark.slow
def test_no_translation_is_left_of_a_message_that_is_gone(wanted: dict[str, Message]) -> None:
    assert [message.id for message in translated() if message.id and str(message.id) not in wanted] == []


def test_translations_have_the_same_places_to_fill() -> None:
    for message in translated():
        if message.id:
            wanted = {name for found in PLACE.findall(_forms(message.id)[0]) for name in found if name}
            for form in _forms(message.string):
                assert {name for found in PLACE.findall(form) for name in found if name} == wanted, message.id


def test_the_compiled_catalogue_is_that_of_the_sources() -> None:
    assert MO.read_bytes() == compiled(translated()), "run: python -m tests.catalogue"


@pytest.mark.parametrize("arguments", [["--help"], ["write", "--help"], ["outlines", "--help"], ["write"], ["nix"]])
def test_a_chinese_user_sees_no_english_sentence(arguments: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafting", "--lang", "zh_CN", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1", "PATH": ""},
        cwd=tmp_path,
    )
    shown = done.stdout + done.stderr
    assert re.search("用法|错误", shown), shown
    assert re.findall(r"\b(?:Usage|Options|Commands|Show|Error|Missing|Try|No such|Did you|for help)\b", shown) == []
