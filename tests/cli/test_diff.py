"""`drafting diff`: what is different between two files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from docx.text.paragraph import Paragraph

from tests.cli.hands import by_hand, replaced
from tests.command import run


def test_one_paragraph_less_is_one_line_of_difference(office: Path) -> None:
    shutil.copy("facts.docx", "second.docx")

    def delete(paragraphs: list[Paragraph]) -> None:
        paragraphs[3]._p.getparent().remove(paragraphs[3]._p)

    by_hand(delete)
    (change,) = json.loads(run("diff", "second.docx", "facts.docx", "--json").stdout)["changes"]
    assert change["kind"] == "deleted"
    (change,) = json.loads(run("diff", "facts.docx", "second.docx", "--json").stdout)["changes"]
    assert change["kind"] == "added"


def test_two_files_are_compared(office: Path) -> None:
    shutil.copy("facts.docx", "second.docx")
    assert "No difference." in run("diff", "facts.docx", "second.docx").stdout
    by_hand(replaced("12.5亿元", "13.1亿元"))
    assert "[-13.1亿元-]{+12.5亿元+}" in run("diff", "facts.docx", "second.docx").stdout
    (change,) = json.loads(run("diff", "facts.docx", "second.docx", "--json").stdout)["changes"]
    assert "13.1亿元" in change["before"]
    assert "12.5亿元" in change["after"]
