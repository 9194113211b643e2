"""What LibreOffice makes of our files: measured pages, and files that come back from it."""

from __future__ import annotations

import importlib
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from drafting.draft import Draft, Move, Role
from drafting.word import Writer
from drafting.word.names import anchors
from drafting.word.package import open_package, w
from drafting.word.read import read
from tests.word.samples import QUESTIONS, block, fact, layout, speech, state
from tests.word.tools import converted, full_width_font, need_module

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, and its edges in millimetres from the left and the upper edge of the paper."""

    text: str
    left: float
    right: float
    top: float


@pytest.fixture(scope="session")
def profile(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("office")


def pages(data: bytes, folder: Path, profile: Path) -> list[list[Line]]:
    """The lines of each page of the PDF; the last of a page is its number."""
    need_module("pdfplumber")
    path = folder / "讲话.docx"
    path.write_bytes(data)
    with importlib.import_module("pdfplumber").open(converted(path, "pdf", profile)) as pdf:
        return [_lines(page.chars) for page in pdf.pages]


def _lines(characters: list[dict[str, Any]]) -> list[Line]:
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for character in characters:
        middle = (character["top"] + character["bottom"]) / 2
        rows[round(middle / 8)].append(character)
    found = []
    for _middle, row in sorted(rows.items()):
        ordered = sorted(row, key=lambda character: character["x0"])
        text = "".join([character["text"] for character in ordered])
        found.append(Line(text, ordered[0]["x0"] / MM, ordered[-1]["x1"] / MM, ordered[0]["top"] / MM))
    return found


def with_present_font(name: str, more: str = "") -> Writer:
    """A writer of that layout in a font that is installed here."""
    font = full_width_font()
    faces = ", ".join(f"{face}: [{font}]" for face in ("xiaobiaosong", "songti", "heiti", "kaiti", "fangsong"))
    return Writer(layout(name, f"fonts: {{{faces}}}\n{more}"))


def full_pages(characters: int = 5000) -> Draft:
    """Nothing but Chinese characters, in one paragraph that fills pages."""
    return Draft((block("a", "同志们加油干" * (characters // 6), move=Move.OPENING),))


def test_a_full_page_has_22_lines_of_28_characters(tmp_path, profile):
    found = pages(with_present_font("official").write(full_pages()), tmp_path, profile)
    for page in found[1:-1]:
        assert [len(line.text) for line in page[:-1]] == [28] * 22
        assert {round(line.left) for line in page[:-1]} == {28}
        assert all(abs(line.right - 184) < 0.5 for line in page[:-1])
    assert len(found[0][0].text) == 26  # two characters of indent


def test_page_numbers_stand_outside(tmp_path, profile):
    found = pages(with_present_font("official").write(full_pages()), tmp_path, profile)
    numbers = [page[-1] for page in found]
    assert [number.text for number in numbers] == [f"— {n} —" for n in range(1, len(numbers) + 1)]
    one_character = 14 / MM
    assert all(abs(number.right - (184 - one_character)) < 1 for number in numbers[::2])
    assert all(abs(number.left - (28 + one_character)) < 1 for number in numbers[1::2])
    assert all(abs(number.top - (297 - 35 + 7)) < 1.5 for number in numbers)  # GB/T 9704-2012, 7.5


def test_page_numbers_stand_in_the_middle_by_setting(tmp_path, profile):
    found = pages(
        with_present_font("official", "page_number: {position: centre}").write(full_pages()), tmp_path, profile
    )
    assert all(abs((page[-1].left + page[-1].right) / 2 - 106) < 0.5 for page in found)


@pytest.mark.parametrize(
    ("more", "lines", "characters"), [("", 21, 24), ("pitch: 40\nstyles: {body: {size: 24}}", 15, 18)]
)
def test_a_reading_copy_is_large_and_counts_its_pages(tmp_path, profile, more, lines, characters):
    found = pages(with_present_font("reading", more).write(full_pages()), tmp_path, profile)
    assert {len(line.text) for line in found[1][:-1]} == {characters}
    assert len(found[1]) == lines + 1
    assert [page[-1].text for page in found] == [f"{n}/{len(found)}" for n in range(1, len(found) + 1)]


@pytest.mark.parametrize("name", ["official", "reading"])
def test_numbers_are_not_broken_over_a_line(tmp_path, profile, name):
    numbers = ["12,345.67", "1234567", "98.5%", "0.618", "2026"]
    blocks = [
        block(
            f"b{n}",
            [
                *block("x", "一二三四五六七八九十"[: n % 10] * 2 + "增长").spans,
                fact(number, "n"),
                *block("y", "，再增长").spans,
            ],
        )
        for n, number in enumerate(numbers * 30)
    ]
    runs_on = [blocks[0], *(block(b.key, list(b.spans), runs_on=True) for b in blocks[1:])]
    found = pages(with_present_font(name).write(Draft(tuple(runs_on))), tmp_path, profile)
    lines = [line.text for page in found for line in page[:-1]]
    assert len(lines) > 40
    broken = [(a, b) for a, b in pairwise(lines) if re.search(r"[\d.,]$", a) and re.match(r"[\d.,%]", b)]
    assert broken == []


def test_the_head_stands_in_the_middle_and_the_salutation_flush_left(tmp_path, profile):
    page = pages(with_present_font("official").write(speech(), questions=QUESTIONS), tmp_path, profile)[0]
    head = page[:4]
    assert all(abs((line.left + line.right) / 2 - 106) < 1 for line in head)
    greeting = next(line for line in page if line.text == "同志们：")
    assert abs(greeting.left - 28) < 0.5
    opening = page[page.index(greeting) + 1]
    assert abs(opening.left - 28 - 2 * 15.75 / MM) < 0.5
    assert page.index(greeting) == 4
    assert greeting.top - page[3].top > 1.8 * 28.95 / MM


def test_two_saves_keep_text_styles_and_anchors(tmp_path, profile):
    draft = speech()
    data = Writer(layout()).write(draft, state=state(draft), questions=QUESTIONS)
    path = tmp_path / "讲话.docx"
    path.write_bytes(data)
    for _save in range(2):
        path = converted(path, "docx", profile)
        package = open_package(path)
        root = package.xml(package.document)
        assert [start.get(w("name")) for start in root.iter(w("bookmarkStart"))] == anchors(draft)
        assert _style_names(path) == _style_names(data)
        assert read(path) == draft


def _style_names(source: Path | bytes) -> list[str]:
    """The name of each paragraph's style; ids are what LibreOffice likes."""
    package = open_package(source)
    styles = package.xml("word/styles.xml")
    names = {style.get(w("styleId")): style.find(w("name")).get(w("val")).lower() for style in styles.iter(w("style"))}
    root = package.xml(package.document)
    return [names[style.get(w("val"))] for style in root.iter(w("pStyle"))]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("在全县创建国家级卫生县城动员大会上的讲话稿", ["在全县创建国家级卫生县城", "动员大会上的讲话稿"]),
        (
            "在全市深入学习贯彻重要讲话精神暨精神文明建设工作总结表彰大会上的讲话",
            ["在全市深入学习贯彻重要讲话精神暨精神", "文明建设工作总结表彰大会上的讲话"],
        ),
        ("在全市经济工作会议上的讲话", ["在全市经济工作会议上的讲话"]),
        ("在2026年度全县安全生产暨消防工作会议上的讲话", ["在2026年度全县安全生产", "暨消防工作会议上的讲话"]),
    ],
)
def test_a_long_title_keeps_its_words_and_stays_in_the_middle(tmp_path, profile, title, lines):
    draft = Draft((block("title", title, Role.TITLE, Move.TITLE),))
    page = pages(with_present_font("official").write(draft), tmp_path, profile)[0]
    assert [line.text for line in page[:-1]] == lines
    assert all(abs((line.left + line.right) / 2 - 106) < 1 for line in page[:-1])
