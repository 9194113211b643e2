"""The state of a file: kept twice, found again, never trusted."""

from __future__ import annotations

import json

import pytest

from drafting.word import Writer, sidecar_path, state_from_bytes, state_to_bytes, write_sidecar
from drafting.word.package import open_package
from drafting.word.recall import read_state, sidecars
from tests.word.packages import parts, repacked
from tests.word.samples import layout, speech, state

STATE = state(speech())
DATA = Writer(layout()).write(speech(), state=STATE)


def without_part(data: bytes) -> bytes:
    """The file after a program that drops custom parts."""
    found = {name: text for name, text in parts(data).items() if not name.startswith("customXml/")}
    rels = found["word/_rels/document.xml.rels"]
    start = rels.index("<Relationship Id=", rels.index("comments.xml"))
    found["word/_rels/document.xml.rels"] = rels[:start] + "</Relationships>"
    return repacked(found)


def test_it_comes_back_from_bytes():
    assert state_from_bytes(state_to_bytes(STATE)) == STATE


def test_it_is_found_in_the_file():
    assert read_state(open_package(DATA)) == STATE


def test_it_is_found_in_the_sidecar(tmp_path):
    path = tmp_path / "讲话.docx"
    path.write_bytes(without_part(DATA))
    assert read_state(open_package(path)) is None
    sidecar = write_sidecar(path, STATE)
    assert sidecar.parent == tmp_path / ".drafting"
    assert read_state(open_package(path)) == STATE
    assert sidecars(open_package(path)) == [sidecar]


def test_a_file_without_state_has_none():
    assert read_state(open_package(Writer(layout()).write(speech()))) is None


@pytest.mark.parametrize(
    "damage",
    [
        {"version": 2},
        {"base": [["key"]]},
        {"base": [["k", "chapter", 0, "", "tasks", 0, 0, []]]},
        {"facts": 3},
        {"base": None},
    ],
)
def test_a_damaged_state_is_told(damage):
    data = json.loads(state_to_bytes(STATE)) | damage
    with pytest.raises(ValueError):
        state_from_bytes(json.dumps(data).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_what_is_no_state_is_told(data):
    with pytest.raises(ValueError):
        state_from_bytes(data)


@pytest.mark.parametrize("identifier", ["../../etc/passwd", "", "0123456789abcdeF", "0123456789abcdef\n"])
def test_an_id_leads_nowhere_else(tmp_path, identifier):
    with pytest.raises(ValueError):
        sidecar_path(tmp_path / "a.docx", identifier)


def test_a_state_of_text_that_xml_cannot_hold_is_kept():
    odd = state(speech())
    odd.facts["note"] = "\x00]]>&<\u2028"  # JSON writes the control character as six others
    found = read_state(open_package(Writer(layout()).write(speech(), state=odd)))
    assert found == odd
