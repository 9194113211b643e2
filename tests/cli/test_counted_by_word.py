"""`drafting write` over a file in which somebody has given the headings Word's own numbering."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from drafting.word.package import OFFICE, open_package, w
from tests.cli.office import (
    FILE,
    facts,
    paragraph_with,
    texts,
)
from tests.command import run
from tests.revise.resolve import accept, document, reject

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {_SPACE}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
COUNTED = f'<w:numPr {_SPACE}><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
ROAD = "  - {heading: 把机耕道修通, how: 秋收以前通到每一个组}\n"


def headings_counted_by_word() -> None:
    package = open_package(FILE)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    package.add("word/numbering.xml", NUMBERING.encode(), kind, OFFICE + "numbering", package.document)
    root = package.xml(package.document)
    for typed, words in (("一、", "把病险水库修好"), ("二、", "把灌溉渠道疏通")):
        paragraph = paragraph_with(root, words)
        for text in paragraph.iter(w("t")):
            text.text = (text.text or "").replace(typed, "")
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        assert style is not None
        style.addnext(etree.fromstring(COUNTED))
    package.put(package.document, root)
    FILE.write_bytes(package.to_bytes())


def _is_counted(words: str) -> bool:
    return paragraph_with(document(FILE.read_bytes()), words).find(f"{w('pPr')}/{w('numPr')}/{w('numId')}") is not None


def test_a_new_task_is_counted_by_word_with_the_others(office: Path) -> None:
    headings_counted_by_word()
    before = FILE.read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    facts("tasks:\n", "tasks:\n" + ROAD)
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "kept, by hand" not in done.stdout
    assert "把机耕道修通" in texts()
    assert _is_counted("把机耕道修通")
    assert not _is_counted("秋收以前通到每一个组")
    assert etree.tostring(reject(document(FILE.read_bytes()))).count(b"numPr") == before_count(before)


def before_count(data: bytes) -> int:
    return etree.tostring(document(data)).count(b"numPr")


def test_a_task_goes_whose_heading_word_counts(office: Path) -> None:
    headings_counted_by_word()
    facts("  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤}\n", "")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "taken out: 把灌溉渠道疏通" in done.stdout
    assert "渠" not in "".join(accept(document(FILE.read_bytes())).itertext())
