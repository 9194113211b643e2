"""The account of a file brought up to date: it says what happened in the words of the file, and no more than that."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from docx.text.paragraph import Paragraph

from drafting.updating import remembered
from tests.cli.hands import by_hand, replaced, without
from tests.cli.office import FACTS, an_office, facts, merged, texts
from tests.command import run

NEW_TASK = "  - {heading: 把水价改革做实, how: 先算清成本再定水价}\n"


def add_task() -> None:
    path = Path("facts.yaml")
    path.write_text(path.read_text("utf-8") + NEW_TASK, "utf-8")


def own_section(paragraphs: list[Paragraph]) -> None:
    """A heading and a paragraph of the hand's own behind the first task."""
    place = next(n for n, paragraph in enumerate(paragraphs) if "把病险水库修好" in paragraph.text)
    for source, text in ((paragraphs[place], "二、把河道清干净"), (paragraphs[place + 1], "每个乡镇包一段河道。")):
        copy = deepcopy(source._p)
        paragraphs[place + 2]._p.addprevious(copy)
        Paragraph(copy, source._parent).runs[0].text = text


def test_counts_follow_as_often_as_a_task_comes_in(office: Path) -> None:
    by_hand(own_section)
    add_task()
    assert run("write", "facts.yaml").exit_code == 0
    path = Path("facts.yaml")
    path.write_text(path.read_text("utf-8") + NEW_TASK.replace("水价改革", "巡查"), "utf-8")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    headings = [text[:2] for text in texts() if "、把" in text]
    assert headings == ["一、", "二、", "三、", "四、", "五、"]
    before = Path("facts.docx").read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert Path("facts.docx").read_bytes() == before
    assert run("facts", "facts.yaml", "--from", "facts.docx").stdout.startswith("No answer")


def test_numbers_that_no_longer_fit_are_told_and_nothing_waits(office: Path) -> None:
    def delete(paragraphs: list[Paragraph]) -> None:
        for paragraph in paragraphs:
            if "把病险水库修好" in paragraph.text or "五座水库" in paragraph.text:
                paragraph._p.getparent().remove(paragraph._p)

    by_hand(delete)
    done = run("write", "facts.yaml")
    assert done.exit_code == 0
    assert "numbers that no longer fit" in done.stdout
    assert "the file has “二、”, “一、” would fit" in done.stdout
    assert [(entry["before"], entry["text"]) for entry in merged()["misfits"]] == [
        ("两点", "一点"),
        ("二、", "一、"),
    ]


def test_what_is_new_moved_taken_out_or_changed_is_called_so(office: Path) -> None:
    facts("  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤}\n", "")
    path = Path("facts.yaml")
    text = path.read_text("utf-8").replace("tasks:\n", "tasks:\n" + NEW_TASK)
    path.write_text(text, "utf-8")
    out = run("write", "facts.yaml").stdout
    assert "new: 一、把水价改革做实" in out
    assert "taken out: 二、把灌溉渠道疏通" in out
    assert "一、 → 二、" in out


def test_a_paragraph_that_moves_is_told_in_the_words_of_the_file(office: Path) -> None:
    by_hand(replaced("五座水库", "五座大水库"))
    path = Path("facts.yaml")
    head, _mark, rows = path.read_text("utf-8").partition("tasks:\n")
    first, second = rows.splitlines(keepends=True)
    path.write_text(f"{head}tasks:\n{second}{first}", "utf-8")
    out = run("write", "facts.yaml").stdout
    moved, _mark, differs = out.partition("differs from the facts (1)")
    assert "moved from behind “今年全县水利计划完成” to behind “干渠由县里清淤，支渠”: 二、把病险水库修好\n" in moved
    assert "五座" not in moved  # what stands below the heading goes with it
    assert "now “汛期以前五座水库全部开工”" in differs


WAYS = "按年初的部署|照会上定的|依既定的办法|循着原来的路子|随着季节的早晚|就着手里的力量|顺着大家的意思|凭着往年的经验"


def test_a_task_with_another_title_keeps_its_wording(office: Path) -> None:
    outline = Path("outlines/small.yaml")
    ways = "{% wording %}" + WAYS.replace("|", "{% or %}") + "{% endwording %}"
    outline.write_text(outline.read_text("utf-8").replace("{{ how }}。", ways + "，{{ how }}。"), "utf-8")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    said = [text.partition("，")[0] for text in texts() if text.partition("，")[0] in WAYS.split("|")]
    assert len(said) == 2
    title = "把病险水库修好"
    for other in ("让水库都平平安安", "为水库除险", "保住水库", "管好水库"):
        facts(title, other)
        title = other
        compared = run("compare", "facts.yaml", "facts.docx").stdout
        done = run("write", "facts.yaml")
        assert done.exit_code == 0, done.output
        assert f"一、{other}" in texts()
        assert [text.partition("，")[0] for text in texts() if text.partition("，")[0] in WAYS.split("|")] == said
        assert not any(way in compared + done.stdout for way in WAYS.split("|"))
    assert "Nothing to change" in run("write", "facts.yaml").stdout


def test_a_rewording_noted_under_a_former_title_counts_and_is_no_fault(office: Path) -> None:
    outline = Path("outlines/small.yaml")
    ways = "{% wording %}" + WAYS.replace("|", "{% or %}") + "{% endwording %}"
    outline.write_text(outline.read_text("utf-8").replace("{{ how }}。", ways + "，{{ how }}。"), "utf-8")
    run("write", "facts.yaml", "--fresh")
    state = remembered(Path("facts.docx"))
    assert state
    key = next(block.key for block in state.base.blocks if block.text.startswith(tuple(WAYS.split("|"))))
    assert run("write", "facts.yaml", "--reword", key).exit_code == 0
    said = [text.partition("，")[0] for text in texts()]
    facts("heading: 把病险水库修好", "heading: 保住水库")
    done = run("write", "facts.yaml")
    assert "There is no block" not in done.output
    assert [text.partition("，")[0] for text in texts()][-3:] == said[-3:]


def test_where_only_the_memory_is_renewed_that_is_said(office: Path) -> None:
    by_hand(replaced("12.5亿元", "12.8亿元"))
    facts("12.5亿元", "12.8亿元")
    out = run("write", "facts.yaml").stdout
    assert out.startswith("The text stays as it is")
    assert "Brought up to date" not in out


def test_a_clause_of_a_heading_and_the_text_below_that_the_hand_took_out_are_both_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, facts=FACTS.replace("把病险水库修好", "把病险水库修好，让下游群众放心"))
    by_hand(replaced("，让下游群众放心", ""), without("汛期以前五座水库"))
    facts("让下游群众放心", "让下游群众安心")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "tasks[1].heading: 让下游群众放心 → 让下游群众安心" in done.stdout
    assert "汛期以前五座水库全部开工。" in done.stdout
    assert "让下游" not in "".join(texts())


def test_what_the_leader_has_taken_out_of_a_sentence_is_told_as_taken_out(office: Path) -> None:
    by_hand(replaced("，比去年多得多", ""))
    assert "taken out: 比去年多得多，" in run("write", "facts.yaml").stdout
