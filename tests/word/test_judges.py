"""What others say of our files: two validators of Open XML, and a checker of official documents."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.draft import Draft, Move, Role
from drafting.word import Properties, Writer
from drafting.word.finalise import finalise
from tests.word.samples import QUESTIONS, block, complete, fact, item, layout, long_speech, speech, state
from tests.word.tools import need_module

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

OFFICIAL, READING = Writer(layout()), Writer(layout("reading"))
CENTRED = Writer(
    layout("official", "page_number: {position: centre}\nwestern: Times New Roman\ncompress_punctuation: true")
)


def written(writer: Writer, draft: Draft, markup: bool = False) -> bytes:
    properties = Properties(draft.title, "张三", "讲话")
    return writer.write(draft, properties=properties, state=state(draft), questions=QUESTIONS, markup=markup)


FILES: dict[str, Callable[[], bytes]] = {
    "official": lambda: written(OFFICIAL, speech(), markup=True),
    "reading": lambda: written(READING, speech()),
    "centred": lambda: written(CENTRED, speech()),
    "without state": lambda: OFFICIAL.write(complete()),
    "long": lambda: written(OFFICIAL, long_speech(200)),
    "odd text": lambda: OFFICIAL.write(Draft((block("a", "𠮷㐂😀 " + "龘" * 10_000 + "\t]]>&<\n"),))),
    "final": lambda: finalise(written(OFFICIAL, complete(), markup=True)),
}


@pytest.fixture(params=list(FILES))
def path(request, tmp_path) -> Path:
    file = tmp_path / "讲话.docx"
    file.write_bytes(FILES[request.param]())
    return file


@pytest.mark.parametrize("version", ["OFFICE_2010", "MICROSOFT_365"])
def test_openxml_audit_finds_nothing(path, version):
    need_module("openxml_audit")
    audit = importlib.import_module("openxml_audit")
    result = audit.OpenXmlValidator(file_format=getattr(audit.FileFormat, version)).validate(str(path))
    assert [str(error) for error in result.errors] == []


def test_openxml_audit_would_find_something(tmp_path):
    need_module("openxml_audit")
    audit = importlib.import_module("openxml_audit")
    file = tmp_path / "bad.docx"
    writer = Writer(layout())
    writer._static["word/settings.xml"] = writer._static["word/settings.xml"].replace("<w:compat>", "<w:b/><w:compat>")
    file.write_bytes(writer.write(complete()))
    assert audit.OpenXmlValidator().validate(str(file)).errors


def test_ooxml_integrity_finds_nothing(path):
    need_module("ooxml_integrity")
    assert [str(finding) for finding in importlib.import_module("ooxml_integrity").check(str(path))] == []


def findings(path: Path) -> set[str]:
    """The rules of gongwen's first two severities that a file breaks, as a speech."""
    need_module("gongwen")
    command = [sys.executable, "-m", "gongwen", "check", str(path), "-t", "speech", "--json"]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120).stdout
    return {issue["rule_id"] for issue in json.loads(shown) if issue["severity"] in ("P0", "P1")}


def two_levels(*, byline: bool = True) -> Draft:
    """A speech with the two levels of headings that gongwen's rules for speeches know."""
    head = [
        block("title", "在全市经济工作会议上的讲话", Role.TITLE, Move.TITLE),
        *([block("speaker", "张三", Role.BYLINE, Move.BYLINE)] if byline else []),
        *([block("date", "（2026年1月5日）", Role.BYLINE, Move.BYLINE)] if byline else []),
        block("greeting", "同志们：", Role.SALUTATION, Move.GREETING),
    ]
    text = "这次会议的主要任务是总结去年工作，部署今年任务，动员全市上下坚定信心、真抓实干。下面，我讲两点意见。"
    body = [
        block("opening", text, move=Move.OPENING),
        item("a", "认清形势，切实增强责任感", 1, "一、", heading=1),
        item("a.1", "看到成绩，坚定信心", 2, "（一）", heading=1),
        block("a.1.text", [*block("x", text).spans, fact("12.5亿元。", "money")], level=2),
        item("b", "真抓实干", 1, "二、", heading=1),
        item("b.1", f"要“快”——{text}", 2, "一是"),
        item("b.2", "要好。", 2, "二是", runs_on=True),
        block("closing", "同志们，让我们共同努力，确保完成今年的各项任务！", move=Move.CLOSING),
    ]
    return Draft((*head, *body))


@pytest.mark.parametrize("byline", [True, False])
def test_gongwen_finds_nothing_in_a_reading_copy(tmp_path, byline):
    file = tmp_path / "讲话.docx"
    file.write_bytes(written(READING, two_levels(byline=byline)))
    assert findings(file) == set()


def test_gongwen_knows_no_third_level_in_large_print(tmp_path):
    """Its rules for speeches leave levels three and four at the 16 pt and 33 pt of a notice."""
    file = tmp_path / "讲话.docx"
    file.write_bytes(written(READING, speech()))
    assert findings(file) == {"CHK-C020", "CHK-C037", "CHK-C048", "CHK-C049"}


def test_gongwen_finds_only_its_own_sizes_in_an_official_file(tmp_path):
    """It wants 24 pt for the title, 18 pt for text and headings, 30 pt lines (33 pt below the second level)."""
    title, text, lines = {"CHK-S001"}, {"CHK-S002", "CHK-S006", "CHK-S007"}, {"CHK-S003", "CHK-C032", "CHK-C035"}
    file = tmp_path / "讲话.docx"
    file.write_bytes(written(OFFICIAL, two_levels()))
    assert findings(file) == title | text | lines
    file.write_bytes(written(OFFICIAL, speech()))
    assert findings(file) == title | text | lines | {"CHK-C037", "CHK-C049"}
