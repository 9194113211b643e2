"""Files made for the tests, read, and the messages of those that are refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from drafting.draft import Role
from drafting.errors import UserError
from drafting.learn import Speech
from drafting.reading import read_speeches

SPEECH = "在全县水利工作会议上的讲话\n同志们：\n今天，我讲两点意见。\n一、修好堤坝\n要抓紧。\n二、管好闸门\n要认真。\n"
BODY = SPEECH.replace("\n", "")
SECONDS = 10


def read(folder: Path, name: str, data: bytes) -> list[Speech]:
    file = folder / name
    file.write_bytes(data)
    return read_speeches(file)


def markers(speech: Speech) -> list[tuple[str, int]]:
    return [(found.block.marker, found.block.level) for found in speech.found if found.block.role is Role.ITEM]


def refusal(folder: Path, name: str, data: bytes) -> str:
    begun = time.monotonic()
    with pytest.raises(UserError) as caught:
        read(folder, name, data)
    assert time.monotonic() - begun < SECONDS
    assert name in str(caught.value)
    return str(caught.value)
