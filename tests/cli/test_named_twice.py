"""What the hand has said a second time, above the text or in a note, where its fact changes."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from drafting.word.outside import texts_outside
from drafting.word.package import open_package
from tests.cli.office import FILE, facts, merged
from tests.command import run
from tests.revise.files import file, p, r


def test_a_header_that_still_names_the_old_meeting_is_told_of(office: Path) -> None:
    document = Document(str(FILE))
    document.sections[0].header.paragraphs[0].text = "全县水利工作会议材料"
    document.save(str(FILE))
    facts("全县水利工作会议", "全市水利工作大会")
    told = run("write", "facts.yaml", "--dry-run").stdout
    assert "the copy has “全县水利工作会议”, the other “全市水利工作大会” [全县水利工作会议材料]" in told
    assert [entry["before"] for entry in merged()["copies"]] == ["全县水利工作会议"]
    assert Document(str(FILE)).sections[0].header.paragraphs[0].text == "全县水利工作会议材料"


def test_the_texts_of_footnotes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(file([p(r("一段话。"))]))
    assert "数据来源：统计局。" in list(texts_outside(open_package(path)))
