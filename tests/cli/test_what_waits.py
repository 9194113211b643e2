"""`drafting write` over a file in which something cannot come in now, or has come to nothing."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from drafting.word.package import w
from tests.cli.hands import by_hand, deleted_with_tracking, in_xml, rejected, replaced, without
from tests.cli.office import (
    CANALS,
    FILE,
    OUTLINE,
    an_office,
    comments,
    facts,
    merged,
    paragraph_with,
    pending,
    texts,
)
from tests.command import run
from tests.revise.files import BOX, SPACES
from tests.revise.resolve import accept, document, reject


def test_a_fact_behind_somebody_s_pending_deletion_arrives_when_that_is_rejected(office: Path) -> None:
    deleted_with_tracking("汛期以前")
    facts("五座水库", "六座水库")
    assert any("六座水库" in entry["text"] for entry in merged()["deleted_by_hand"])
    rejected()
    assert "五座水库" in "".join(texts())
    assert any("六" in entry["text"] for entry in merged()["updated"])
    assert "六座水库" in "".join(texts())


@pytest.mark.parametrize(
    ("old", "new", "numbered"),
    [
        ("tasks:\n", "tasks:\n  - {heading: 把险坝看住, how: 每座坝配齐三名巡查员}\n", ["一、把险坝", "二、把灌溉"]),
        ("sum:", "enumerators: {tasks: （一）}\nsum:", ["（一）把灌溉"]),
    ],
    ids=["another one comes first", "the numbers become others"],
)
def test_a_heading_that_somebody_has_deleted_has_no_number_among_those_that_stand(
    office: Path, old: str, new: str, numbered: list[str]
) -> None:
    deleted_with_tracking("把病险水库修好")
    deleted_with_tracking("汛期以前")
    facts(old, new)
    assert merged()["updated"]
    assert [text[: len(start)] for text, start in zip(_headings(), numbered, strict=True)] == numbered
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 0
    assert FILE.read_bytes() == before


def _headings() -> list[str]:
    return [text for text in texts() if text.endswith(("看住", "疏通", "修好"))]


def test_a_block_is_not_brought_back_beside_a_deletion_that_is_pending(office: Path) -> None:
    deleted_with_tracking("汛期以前")
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


def test_a_fact_in_a_sentence_that_was_carried_into_a_text_box_is_told_each_time(office: Path) -> None:
    box = etree.fromstring(f"<x{SPACES}>{BOX}</x>")[0]
    facts("干渠由县里清淤，支渠", "支渠由乡镇清淤2遍。干渠由县里清淤，淤泥全部还田，谁受益谁出工，支渠")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced("支渠由乡镇清淤2遍。", ""))

    def into_box(root: etree._Element) -> None:
        other, next_one = paragraph_with(root, "汛期以前"), paragraph_with(root, "让我们")
        other.append(etree.fromstring(f"<x{SPACES}><w:r><w:t>支渠由乡镇清淤2遍。</w:t></w:r></x>")[0])
        for content in box.iter(w("txbxContent")):
            content[:] = [deepcopy(other)]
        other.getparent().remove(other)  # type: ignore[union-attr]
        next_one.append(box)

    in_xml(into_box)
    facts("清淤2遍", "清淤3遍")
    for _time in range(3):
        done = run("write", "facts.yaml")
        assert done.exit_code == 1, done.output
        assert "清淤3遍" in done.output
        assert "清淤2遍" in "".join(texts())


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


def test_a_number_in_a_field_with_blanks_beside_it_is_told_as_a_conflict(office: Path) -> None:
    def into_field(root: etree._Element) -> None:
        xml = etree.tostring(root, encoding="unicode")
        field = (
            ' </w:t></w:r><w:fldSimple w:instr=" DOCPROPERTY sum "><w:r><w:t>12.5</w:t></w:r></w:fldSimple>'
            '<w:r><w:t xml:space="preserve"> '
        )
        root[:] = list(etree.fromstring(xml.replace("12.5", field, 1)))

    in_xml(into_field)
    facts("12.5亿元", "13.2亿元")
    done = run("write", "facts.yaml", "--json")
    assert done.exit_code == 1, done.output
    merged = json.loads(done.output)["merge"]
    assert [conflict["text"] for conflict in merged["conflicts"]] == ["13.2亿元"]
    assert not any("13.2亿元" in entry["text"] for entry in merged["updated"])
    assert "投资 12.5 亿元" in "".join(texts())


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


def test_what_somebody_has_deleted_is_told_as_it_stood_when_its_fact_changes(office: Path) -> None:
    deleted_with_tracking("汛期以前")
    facts("五座水库", "六座水库")
    (told,) = merged()["deleted_by_hand"]
    assert (told["before"], told["text"]) == ("汛期以前五座水库全部开工。", "汛期以前六座水库全部开工。")


def test_what_was_worked_on_and_then_deleted_is_told_as_it_stood(office: Path) -> None:
    by_hand(replaced("五座水库", "七座水库"))
    deleted_with_tracking("汛期以前")
    facts("五座水库", "六座水库")
    (told,) = merged()["deleted_by_hand"]
    assert (told["before"], told["text"]) == ("汛期以前七座水库全部开工。", "汛期以前六座水库全部开工。")


def test_what_was_deleted_is_told_with_the_number_that_it_had_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run_in = 'lead: "{{ heading }}", text: "{{ how }}。"}'
    an_office(tmp_path, OUTLINE.replace('heading: "{{ heading }}", parts: [{text: "{{ how }}。"}]}', run_in))
    by_hand(replaced("二、把灌溉", "三、把灌溉"), replaced("一、把病险", "二、把病险"))
    by_hand(lambda lines: lines[3].insert_paragraph_before("一、把险坝看住。每座坝有人巡查。"))
    facts(CANALS, "  - {heading: 把泵站修好, how: 泵站年内全部检修}\n" + CANALS)
    merged()
    assert any(text.startswith("四、把灌溉") for text in texts())
    by_hand(without("把灌溉渠道疏通"))
    facts("支渠由乡镇清淤", "支渠由各镇清淤")
    (told,) = merged()["deleted_by_hand"]
    assert told["before"].startswith("四、把灌溉")
