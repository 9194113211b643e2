"""`drafting write` over a file in which something cannot come in now, or has come to nothing."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from drafting.errors import UserError
from drafting.word.package import open_package, w
from drafting.word.state import FOLDER, SIDECARS_KEPT
from drafting.writing import Order, write_draft
from tests.cli.test_update import by_hand, english, facts, merged, office, replaced, run, texts
from tests.revise.files import BOX, SPACES
from tests.revise.resolve import accept, document, reject

__all__ = ["english", "office"]
WANG = {w("author"): "王五", w("date"): "2026-01-02T03:04:00Z"}
FILE = Path("facts.docx")


def in_xml(change: Callable[[etree._Element], object]) -> None:
    """What somebody does to the document itself."""
    package = open_package(FILE)
    root = package.xml(package.document)
    change(root)
    package.put(package.document, root)
    FILE.write_bytes(package.to_bytes())


def paragraph_with(root: etree._Element, words: str) -> etree._Element:
    return next(p for p in root.iter(w("p")) if words in "".join([t.text or "" for t in p.iter(w("t"))]))


def deleted_by_wang(words: str) -> Callable[[etree._Element], object]:
    """A whole paragraph taken out with tracking on."""

    def change(root: etree._Element) -> None:
        paragraph = paragraph_with(root, words)
        properties = paragraph.find(w("pPr"))
        assert properties is not None
        mark = etree.SubElement(etree.SubElement(properties, w("rPr")), w("del"), WANG)
        mark.set(w("id"), "9000")
        for number, run_ in enumerate(paragraph.findall(w("r")), 9001):
            for text in run_.iter(w("t")):
                text.tag = w("delText")
            deletion = etree.Element(w("del"), WANG)
            deletion.set(w("id"), str(number))
            run_.addprevious(deletion)
            deletion.append(run_)

    return change


def comments() -> list[str]:
    package = open_package(FILE)
    return [
        "".join(map(str, comment.itertext()))
        for part in package.related(package.document, "comments")
        for comment in package.xml(part)
    ]


def pending() -> list[str]:
    root = document(FILE.read_bytes())
    return ["".join(map(str, change.itertext())) for change in root.iter(w("ins"), w("del"))]


def test_a_fact_behind_somebody_s_pending_deletion_arrives_when_that_is_rejected(office: Path) -> None:
    in_xml(deleted_by_wang("汛期以前"))
    facts("五座水库", "六座水库")
    assert any("六座水库" in entry["text"] for entry in merged()["deleted_by_hand"])
    FILE.write_bytes(_with(reject(document(FILE.read_bytes()), lambda c: c.get(w("author")) == "王五")))
    assert "五座水库" in "".join(texts())
    assert any("六" in entry["text"] for entry in merged()["updated"])
    assert "六座水库" in "".join(texts())


def _with(root: etree._Element) -> bytes:
    package = open_package(FILE)
    package.put(package.document, root)
    return package.to_bytes()


def test_a_block_is_not_brought_back_beside_a_deletion_that_is_pending(office: Path) -> None:
    in_xml(deleted_by_wang("汛期以前"))
    before = FILE.read_bytes()
    key = merged("--dry-run")["deleted_by_hand"][0]["block"]
    done = run("write", "facts.yaml", "--restore", key)
    assert done.exit_code == 2
    assert "王五" in done.stderr
    assert FILE.read_bytes() == before


@pytest.mark.parametrize("old", [False, True], ids=["both kinds", "old kind only"])
def test_a_text_box_is_left_alone_and_its_changed_fact_is_told_each_time(office: Path, old: bool) -> None:
    box = etree.fromstring(f"<x{SPACES}>{BOX}</x>")[0]

    def into_box(root: etree._Element) -> None:
        paragraph, next_one = paragraph_with(root, "计划完成投资"), paragraph_with(root, "把病险水库修好")
        for content in box.iter(w("txbxContent")):
            content[:] = [deepcopy(paragraph)]
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
        if old:
            (fallback,) = box.iter("{*}Fallback")
            box[:] = list(fallback)
        next_one.append(box)

    in_xml(into_box)
    boxes = [etree.tostring(e) for e in document(FILE.read_bytes()).iter(w("txbxContent"))]
    facts("12.5亿元", "13.2亿元")
    for _time in range(3):
        done = run("write", "facts.yaml")
        assert done.exit_code == 1, done.output
        assert "13.2亿元" in done.output
        assert [etree.tostring(e) for e in document(FILE.read_bytes()).iter(w("txbxContent"))] == boxes
    facts("13.2亿元", "12.5亿元")
    assert run("write", "facts.yaml").exit_code == 0


@pytest.mark.parametrize("complex_", [False, True])
def test_the_result_of_a_field_is_not_edited_but_told(office: Path, complex_: bool) -> None:
    def into_field(root: etree._Element) -> None:
        xml = etree.tostring(root, encoding="unicode")
        look = re.search(r"<w:r>(?:(?!<w:r>).)*12\.5亿元", xml)
        assert look
        cut = xml.index("12.5亿元")
        simple = '</w:t></w:r><w:fldSimple w:instr=" DOCPROPERTY sum "><w:r><w:t>12.5亿元</w:t></w:r></w:fldSimple>'
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        parts = [
            mark.format("begin"),
            "<w:r><w:instrText> DOCPROPERTY sum </w:instrText></w:r>",
            mark.format("separate"),
        ]
        whole = f"</w:t></w:r>{''.join(parts)}<w:r><w:t>12.5亿元</w:t></w:r>{mark.format('end')}"
        xml = xml[:cut] + (whole if complex_ else simple) + "<w:r><w:t>" + xml[cut + len("12.5亿元") :]
        root[:] = list(etree.fromstring(xml))

    in_xml(into_field)
    facts("12.5亿元", "13.2亿元")
    facts("县水务局", "县水利局")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1, done.output
    text = "".join(texts())
    assert "投资12.5亿元" in text
    assert "由县水利局牵头" in text
    assert any("应为“13.2亿元”" in comment and "手工" not in comment for comment in comments())
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 1
    assert FILE.read_bytes() == before
    in_xml(lambda root: [setattr(t, "text", "13.2亿元") for t in root.iter(w("t")) if t.text == "12.5亿元"])
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []


def test_a_conflict_is_over_when_the_facts_come_round_to_the_hand(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13亿元"))
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 1
    facts("13.2亿元", "13亿元")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert comments() == []
    assert pending() == []


def test_a_conflict_is_over_when_the_hand_comes_round_to_the_facts(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13亿元"))
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 1
    by_hand(replaced("13亿元", "13.2亿元"))
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []


def test_a_gap_filled_by_hand_asks_no_more_and_counts_no_more(office: Path) -> None:
    facts("sum: 12.5亿元\n", "")
    facts("owner: 县水务局\n", "")
    done = run("write", "facts.yaml")
    assert "2 gaps" in done.stdout
    assert len(comments()) == 2
    in_xml(lambda root: [setattr(t, "text", "13亿元") for t in root.iter(w("t")) if t.text == "【待补：总投资】"])
    done = run("write", "facts.yaml")
    assert "1 gap," in done.stdout
    assert "owner" in done.stdout.split("1 gap,")[1]
    assert len(comments()) == 1
    facts("meeting:", "sum: 13亿元\nmeeting:")
    assert run("write", "facts.yaml").exit_code == 0
    assert len(comments()) == 1


def test_a_fact_that_returns_to_its_earlier_value_leaves_no_mark(office: Path) -> None:
    before = texts()
    for old, new in (("12.5亿元", "13亿元"), ("13亿元", "14亿元"), ("14亿元", "12.5亿元")):
        facts(old, new)
        assert run("write", "facts.yaml").exit_code == 0
    assert pending() == []
    assert texts() == before


def test_plain_changes_after_tracked_ones_leave_no_half_of_a_change(office: Path) -> None:
    facts("12.5亿元", "13亿元")
    assert run("write", "facts.yaml").exit_code == 0
    facts("13亿元", "14亿元")
    assert run("write", "facts.yaml", "--no-track").exit_code == 0
    for reading in (accept, reject):
        text = "".join(map(str, reading(document(FILE.read_bytes())).itertext()))
        assert "计划完成投资14亿元，" in text


def test_a_file_that_word_saves_at_the_last_moment_is_not_replaced(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts("12.5亿元", "13亿元")
    original = os.replace
    saved = FILE.read_bytes() + b"\0"

    def fsync(_descriptor: int) -> None:
        FILE.write_bytes(saved)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(UserError, match="changed while this program ran"):
        write_draft(Path("facts.yaml"), FILE, Order())
    assert os.replace is original
    assert FILE.read_bytes() == saved
    assert not list(office.glob("*.bak*"))
    assert not list(office.glob(".*.tmp"))


def test_a_file_that_is_opened_at_the_last_moment_is_not_replaced(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts("12.5亿元", "13亿元")
    before = FILE.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: Path("~$facts.docx").write_text("x"))
    with pytest.raises(UserError, match="open in another program"):
        write_draft(Path("facts.yaml"), FILE, Order())
    assert FILE.read_bytes() == before


@pytest.mark.parametrize(
    "options", [["--fresh", "--adopt"], ["--fresh", "--restore", "title"], ["-o", "new.docx", "--adopt"]]
)
def test_options_for_a_file_that_is_there_are_refused_where_one_is_written_anew(
    office: Path, options: list[str]
) -> None:
    before = FILE.read_bytes()
    done = run("write", "facts.yaml", *options)
    assert done.exit_code == 2
    assert FILE.read_bytes() == before
    assert not Path("new.docx").exists()


def test_a_lost_sidecar_is_put_back_though_nothing_else_is_to_do(office: Path) -> None:
    left = {path.name: path.read_bytes() for path in Path(FOLDER).iterdir()}
    shutil.rmtree(FOLDER)
    assert run("write", "facts.yaml", "--dry-run").exit_code == 0
    assert not Path(FOLDER).exists()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert {path.name: path.read_bytes() for path in Path(FOLDER).iterdir()} == left


def test_sidecars_do_not_pile_up_and_those_that_a_file_needs_stay(office: Path) -> None:
    needed = {path.name for path in Path(FOLDER).iterdir()}
    for number in range(SIDECARS_KEPT + 8):
        facts("12.5亿元" if not number else f"{number}亿元", f"{number + 1}亿元")
        assert run("write", "facts.yaml", "--backups", "old").exit_code == 0
        if not number:
            Path("copy.docx").write_bytes(next(Path("old").iterdir()).read_bytes())
    left = {path.name for path in Path(FOLDER).iterdir()}
    assert needed <= left
    assert len(left) <= SIDECARS_KEPT + 2
