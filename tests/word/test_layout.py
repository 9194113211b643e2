"""Layouts: what the shipped ones say, what a person may override, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.errors import UserError
from drafting.library import Library
from drafting.word import Layout, read_layout
from drafting.yamlfile import parse_yaml
from tests.word.samples import LAYOUTS, layout


def find(name: str, _asking: Path) -> Path:
    path = LAYOUTS / f"{name}.yaml"
    if not path.exists():
        raise UserError(f"no layout {name}")
    return path


def read(tmp_path: Path, text: str) -> Layout:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return read_layout(path, find)


def refused(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(UserError) as caught:
        read(tmp_path, text)
    return [f"{fault.line}:{fault.column} {fault.message}" for fault in caught.value.faults]


def test_official_gives_22_lines_of_28_characters():
    official = layout()
    assert (official.pitch_twips, official.spacing_twips) == (579, -5)  # 28.95 pt, formats.md 2.1
    width, height = official.room
    assert width // official.advance(official.styles.body) == 28
    assert height // official.pitch_twips == 22


def test_reading_is_official_in_large_print():
    reading, official = layout("reading"), layout()
    assert (reading.styles.title.size, reading.styles.body.size, reading.pitch) == (24, 18, 30)
    assert (reading.margins, reading.fonts) == (official.margins, official.fonts)
    assert reading.page_number.form == "{page}/{pages}"


def test_single_values_are_overridden(tmp_path):
    mine = read(tmp_path, "base: official\nstyles: {body: {size: 15}}\npage_number: {position: centre}\n")
    assert mine.styles.body.size == 15
    assert mine.styles.body.face == "fangsong"
    assert mine.page_number.form == "— {page} —"


def test_overrides_of_the_house_stand_above_the_file():
    assert layout("reading", "pitch: 36").pitch == 36
    assert layout("reading", "base: reading\nwestern: Times New Roman").western == "Times New Roman"


@pytest.mark.parametrize(("text", "pitch"), [("pitch: 30", 600), ("lines: 20", 637)])
def test_one_way_to_set_the_lines_takes_the_place_of_the_other(tmp_path, text, pitch):
    assert read(tmp_path, f"base: official\n{text}\n").pitch_twips == pitch


def test_every_fault_is_told_with_its_place(tmp_path):
    faults = refused(
        tmp_path,
        "base: official\npich: 3\nstyles: {body: {face: fangson, size: big}}\n"
        "page_number: {position: outsid}\nshading: [1]\nfonts: {song: []}\nhead_gap: 99\n",
    )
    assert faults == [
        "2:1 Unknown key “pich”. Did you mean “pitch”?",
        "3:23 There is no font “fangson” under “fonts”; there are xiaobiaosong, songti, heiti, kaiti, fangsong, song."
        " Did you mean “fangsong”?",
        "3:38 size: expected a number, found “big”.",
        "4:25 position: expected one of outside, centre, found “outsid”. Did you mean “outside”?",
        "5:10 shading: expected “key: value” lines.",
        "6:15 song: expected at least one name.",
        "7:11 head_gap: expected a number from 0 to 10, found “99”.",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[1]", "1:1 A layout is a list of “key: value” lines."),
        ("base: offical", "1:7 no layout offical"),
        ("base: [a]", "1:7 “base” is the name of a layout, such as official."),
        ("base: official\nlines: 20\npitch: 30", "3:1 Give only one of “lines” and “pitch”."),
        ("base: official\nmargins: {left: 120, right: 100}", "1:1 The margins leave no room for text."),
        (
            "base: official\nlines: 60",
            "1:1 The lines would overlap: their distance is less than the size of the body text.",
        ),
        ("base: official\ncharacters: 90", "1:1 The characters would overlap: there are too many in a line."),
        ("base: official\npage_number: {form: 第页}", "2:21 form: expected something like “— {page} —”, found “第页”."),
        ("base: official\nshading: {gap: red}", "2:16 gap: expected something like “D9E2F3”, found “red”."),
    ],
)
def test_what_cannot_be_is_refused(tmp_path, text, fault):
    assert refused(tmp_path, text) == [fault]


def test_a_layout_without_base_must_be_complete(tmp_path):
    assert "1:1 margins: this is missing." in refused(tmp_path, "page: {width: 210, height: 297}\n")


def test_a_layout_may_build_upon_the_shipped_one_of_its_name(tmp_path):
    own = tmp_path / "templates" / "layouts" / "official.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("base: official\npage_number: {position: centre}\n", encoding="utf-8")
    library = Library.around(tmp_path)
    for name in ("official", "reading"):
        look = read_layout(library.layout(name), library.layout)
        assert look.page_number.position == "centre"
        assert look.page_number.below == 7


def test_a_fault_in_the_fonts_of_the_house_is_told_once_and_there():
    with pytest.raises(UserError) as caught:
        read_layout(LAYOUTS / "official.yaml", find, parse_yaml("fonts: x", "house.yaml"))
    assert str(caught.value) == "house.yaml:1:8: fonts: expected “key: value” lines, found “x”."


def test_a_layout_that_builds_upon_itself_is_refused(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("base: mine\n", encoding="utf-8")
    with pytest.raises(UserError, match="builds upon itself"):
        read_layout(path, lambda _name, _asking: path)
