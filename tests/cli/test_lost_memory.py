"""`drafting write` over a file that no longer knows what it was written from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document

from drafting.word.package import open_package
from drafting.word.state import FOLDER, SIDECARS_KEPT
from tests.cli.hands import by_hand, replaced, without
from tests.cli.office import (
    FACTS,
    FILE,
    facts,
    pending,
    texts,
)
from tests.command import run


def _forget() -> None:
    """Save the file as programs do that keep nothing of ours."""
    document = Document("facts.docx")
    plain = Document()
    for paragraph in document.paragraphs:
        plain.add_paragraph(paragraph.text)
    plain.save("facts.docx")
    shutil.rmtree(".drafting")


@pytest.fixture
def forgetful(office: Path) -> Path:
    """The office, its file without memory."""
    from drafting.word.package import open_package
    from drafting.word.recall import state_parts

    package = open_package(Path("facts.docx"))
    for part in state_parts(package):
        package.remove(part)
    Path("facts.docx").write_bytes(package.to_bytes())
    for copy in Path(".drafting").iterdir():
        copy.unlink()
    return office


def test_a_file_that_has_lost_its_memory_is_not_guessed_at(office: Path) -> None:
    _forget()
    before = Path("facts.docx").read_bytes()
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "--was" in done.stderr
    assert "--adopt" in done.stderr
    assert Path("facts.docx").read_bytes() == before


def test_the_message_of_a_lost_memory_says_what_fresh_does(forgetful: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    before = FILE.read_bytes()
    refused = run("write", "facts.yaml").stderr
    assert "--fresh writes a new file under this name and keeps this one as a copy" in " ".join(refused.split())
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    assert Path("facts.bak1.docx").read_bytes() == before
    assert "历年最多" not in "".join(texts())


def test_the_sidecar_serves_where_the_file_itself_has_lost_its_memory(office: Path) -> None:
    package = open_package(Path("facts.docx"))
    package.remove("customXml/item1.xml")
    Path("facts.docx").write_bytes(package.to_bytes())
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 0
    assert any("13.2亿元" in text for text in texts())


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


def test_the_old_facts_give_the_memory_back(office: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    _forget()
    shutil.copy("facts.yaml", "old.yaml")
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml", "--was", "old.yaml").exit_code == 0
    assert any("投资13.2亿元，是历年最多的一年" in text for text in texts())
    assert "Nothing to change" in run("write", "facts.yaml").stdout


def test_the_facts_of_another_speech_are_not_taken_for_its_memory(office: Path) -> None:
    _forget()
    other = FACTS.replace("水库", "校舍").replace("渠", "路").replace("水", "学").replace("清淤", "重铺")
    Path("other.yaml").write_text(other.replace("县", "市").replace("开工", "验收"), "utf-8")
    plain = Document()
    for text in (
        "关于春节放假的通知",
        "各单位：",
        "放假七天。",
        "请安排好值班。",
        "办公室",
        "一月二十日",
        "抄送：档案馆",
    ):
        plain.add_paragraph(text)
    plain.save("facts.docx")
    done = run("write", "facts.yaml", "--was", "other.yaml")
    assert done.exit_code == 2
    assert "does not look like a draft" in done.stderr


def test_facts_that_the_file_was_not_written_from_are_refused(forgetful: Path) -> None:
    text = Path("facts.yaml").read_text("utf-8").partition("tasks:")[0]
    rows = "".join(f"  - {{heading: 第{n}件要紧的事, how: {'这件事说来话长' * 6}}}\n" for n in "甲乙丙丁")
    Path("old.yaml").write_text(text.replace("水利", "教育") + "tasks:\n" + rows, "utf-8")
    done = run("write", "facts.yaml", "--was", "old.yaml")
    assert done.exit_code == 2
    assert "does not look like a draft of the facts file given" in done.output


def test_the_facts_of_now_given_as_those_of_then_are_remarked_on(forgetful: Path) -> None:
    facts("12.5亿元", "12.8亿元")
    done = run("write", "facts.yaml", "--was", "facts.yaml")
    assert done.exit_code == 0
    assert "--was gives the same draft as the facts now" in done.stdout


def test_without_any_memory_every_difference_becomes_a_suggestion(office: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    _forget()
    document = Document("facts.docx")
    document.add_paragraph("散会以后，请各乡镇的同志留一下。")
    document.save("facts.docx")
    facts("12.5亿元", "13.2亿元")
    done = run("write", "facts.yaml", "--adopt", "--no-track")
    assert done.exit_code == 0, done.output
    assert b"<w:ins " in open_package(Path("facts.docx")).parts["word/document.xml"]
    assert any("投资13.2亿元，比去年多得多" in text for text in texts())
    assert "散会以后，请各乡镇的同志留一下。" in texts()


def test_adopting_marks_every_difference_and_says_so_where_no_marks_were_asked_for(forgetful: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    done = run("write", "facts.yaml", "--adopt", "--no-track")
    assert done.exit_code == 0, done.output
    assert "--adopt marks every difference" in done.stdout
    assert any("历年最多" in words for words in pending())


def test_adopting_a_file_whose_memory_is_sound_is_refused(office: Path) -> None:
    by_hand(replaced("12.5亿元", "12.8亿元"))
    before = Path("facts.docx").read_bytes()
    done = run("write", "facts.yaml", "--adopt")
    assert done.exit_code == 2
    assert "is sound" in done.output
    assert Path("facts.docx").read_bytes() == before


def test_a_file_in_which_hardly_anything_of_the_draft_is_left_is_known_again_as_long_as_nobody_touches_it(
    office: Path,
) -> None:
    """The task on which the hand worked stays though the facts drop it, and all others were deleted."""
    by_hand(without("今年全县水利计划", "把灌溉渠道疏通", "干渠由县里清淤"))
    by_hand(replaced("全部开工", "开工一半"), replaced("让我们一起把今年的事情办好，谢谢大家！", "散会以后各自去忙。"))
    facts("  - {heading: 把病险水库修好, how: 汛期以前五座水库全部开工}\n", "")
    assert run("write", "facts.yaml").exit_code == 1
    left = FILE.read_bytes()
    again = run("write", "facts.yaml")
    assert again.exit_code == 1, again.output
    assert FILE.read_bytes() == left
