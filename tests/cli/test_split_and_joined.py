"""`drafting write` over a file in which a paragraph was split, or joined to the next: the account tells of it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from docx.text.paragraph import Paragraph

from tests.cli.hands import by_hand
from tests.cli.office import FILE, facts, merged, texts
from tests.command import run


def _split(paragraphs: list[Paragraph]) -> None:
    """Somebody presses Enter before 支渠."""
    (whole,) = [one for one in paragraphs if "支渠" in one.text]
    first, rest = whole.text.split("支渠")
    copy = deepcopy(whole._p)
    whole._p.addnext(copy)
    for paragraph, text in ((whole, first), (Paragraph(copy, whole._parent), f"支渠{rest}")):
        for run_ in paragraph.runs:
            run_.text = ""
        paragraph.runs[0].text = text


def _joined(paragraphs: list[Paragraph]) -> None:
    """Somebody takes out the paragraph mark before 汛期."""
    (heading,) = [one for one in paragraphs if "病险水库" in one.text]
    (text,) = [one for one in paragraphs if "汛期" in one.text]
    heading.runs[-1].text += "。"
    for run_ in text.runs:
        heading._p.append(run_._r)
    text._p.getparent().remove(text._p)


def test_a_paragraph_that_the_leader_has_split_is_told_at_every_run_and_by_compare(office: Path) -> None:
    by_hand(_split)
    facts("12.5亿元", "13亿元")
    told = merged()["kept"]
    assert [(one["before"], one["text"]) for one in told] == [("支渠由乡镇清淤", "\n支渠由乡镇清淤")]
    assert told[0]["block"]
    before = FILE.read_bytes()
    assert merged()["kept"] == told
    assert FILE.read_bytes() == before
    assert "支渠由乡镇清淤 → ¶ 支渠由乡镇清淤" in run("compare", "facts.yaml", "facts.docx").stdout
    assert run("facts", "facts.yaml", "--from", "facts.docx").stdout.startswith("No answer")


def test_paragraphs_that_the_leader_has_joined_are_told_with_their_block(office: Path) -> None:
    by_hand(_joined)
    assert "一、把病险水库修好。汛期以前五座水库全部开工。" in texts()
    told = merged()["kept"]
    assert all(one["block"] for one in told)
    assert [(one["before"].count("\n"), one["text"].count("\n")) for one in told] == [(1, 0)]
