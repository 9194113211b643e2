"""`drafting write` over a file with conflicts of earlier runs: they end when nothing clashes any more."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from drafting.word.package import w
from tests.cli.hands import by_hand, in_xml, put_before, rejected, replaced, tracked, without
from tests.cli.office import (
    CANALS,
    FACTS,
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


@pytest.mark.parametrize(
    ("later", "differs"),
    [("13亿元", []), ("12.5亿元", [("13亿元", "12.5亿元")])],
    ids=["to the hand's", "to what the hand edited"],
)
def test_a_conflict_is_over_when_the_facts_come_round(office: Path, later: str, differs: list[tuple[str, str]]) -> None:
    by_hand(replaced("12.5亿元", "13亿元"))
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 1
    facts("13.2亿元", later)
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert comments() == []
    assert pending() == []
    assert [(one["text"], one["before"]) for one in merged()["differs"]] == differs


def test_a_conflict_is_over_when_the_hand_comes_round_to_the_facts(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13亿元"))
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 1
    by_hand(replaced("13亿元", "13.2亿元"))
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []


def test_a_conflict_is_over_when_the_facts_come_round_though_its_date_is_now_that_of_something_else(
    office: Path,
) -> None:
    facts("干渠由县里清淤，支渠由乡镇清淤", "干渠9月底前清淤，支渠10月清淤")
    FILE.unlink()
    assert run("write", "facts.yaml").exit_code == 0
    by_hand(replaced("干渠9月底前", "干渠8月底前"))
    facts("干渠9月底前清淤，支渠10月清淤", "干渠10月底前清淤，支渠10月底前清淤")
    assert run("write", "facts.yaml").exit_code == 1
    facts("干渠10月底前", "干渠8月底前")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert comments() == []
    assert "干渠8月底前清淤，支渠10月底前清淤。" in texts()
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 0
    assert FILE.read_bytes() == before


def test_a_conflict_stays_while_its_date_is_wanted_there_though_it_stands_for_something_else_too(office: Path) -> None:
    facts("干渠由县里清淤，支渠由乡镇清淤", "干渠9月底前清淤，支渠10月清淤")
    FILE.unlink()
    assert run("write", "facts.yaml").exit_code == 0
    by_hand(replaced("干渠9月底前", "干渠8月底前"))
    facts("干渠9月底前清淤，支渠10月清淤", "干渠10月底前清淤，支渠10月底前清淤")
    for before, after in (("五座", "六座"), ("六座", "七座")):
        assert run("write", "facts.yaml").exit_code == 1
        assert len(comments()) == 1
        facts(before, after)


def test_a_conflict_is_over_when_somebody_takes_out_its_paragraph(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13亿元"))
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 1
    by_hand(without("13亿元"))
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 0
    assert FILE.read_bytes() == before


def test_a_conflict_tells_what_the_hand_edited_and_not_what_never_came_in(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13亿元"))
    for old, new in (("12.5亿元", "13.2亿元"), ("13.2亿元", "14亿元")):
        facts(old, new)
        assert run("write", "facts.yaml").exit_code == 1
    assert len(comments()) == 1
    assert "应为“14亿元”，原稿为“12.5亿元”" in comments()[0]
    facts("14亿元", "12.5亿元")
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []


def test_a_fact_arrives_when_the_deletion_of_its_words_is_rejected(office: Path) -> None:
    tracked("干渠由县里清淤", "")
    facts("干渠由县里清淤", "干渠由市里清淤")
    assert run("write", "facts.yaml").exit_code == 1
    rejected()
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "干渠由市里清淤，支渠由乡镇清淤。" in texts()
    assert comments() == []


def _into_field(words: str) -> None:
    """Somebody makes the words the result of a field."""

    def change(root: etree._Element) -> None:
        text = next(t for t in paragraph_with(root, words).iter(w("t")) if words in (t.text or ""))
        run_ = text.getparent()
        assert run_ is not None
        before, behind = (text.text or "").split(words, 1)
        text.text = before
        for place, part in enumerate((words, behind), 1):
            other = etree.Element(w("r"))
            etree.SubElement(other, w("t")).text = part
            if place == 1:
                field = etree.Element(w("fldSimple"), {w("instr"): " DOCPROPERTY sum "})
                field.append(other)
                run_.addnext(field)
            else:
                run_.getnext().addnext(other)  # type: ignore[union-attr]

    in_xml(change)


@pytest.mark.parametrize("later", ["14亿元", ""])
def test_what_stands_in_a_field_is_never_called_a_change_by_hand(office: Path, later: str) -> None:
    _into_field("12.5亿元")
    facts("12.5亿元", "13.2亿元")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1
    assert "the file has “12.5亿元”, now “13.2亿元”" in done.stdout
    facts("sum: 13.2亿元\n", f"sum: {later}\n" if later else "")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1
    assert "by hand" not in done.stdout.replace("kept, by hand", "")
    assert len(comments()) == 1
    assert "手工" not in comments()[0]
    assert "13.2亿元" not in comments()[0]


def _line_before(words: str) -> None:
    """Somebody begins a new line before some words."""

    def change(root: etree._Element) -> None:
        paragraph = paragraph_with(root, words)
        run_ = next(r for r in paragraph.iter(w("r")) if words in "".join(map(str, r.itertext())))
        rest = deepcopy(run_)
        for text, keep in ((run_.find(w("t")), 0), (rest.find(w("t")), 1)):
            before, behind = (text.text or "").split(words, 1)  # type: ignore[union-attr]
            text.text = (before, words + behind)[keep]  # type: ignore[union-attr]
        new = etree.Element(w("p"))
        new.extend([rest, *run_.itersiblings()])
        paragraph.addnext(new)

    in_xml(change)


LINES = """
title: 小会讲话
use: 试验
numbering: [一是]
questions: {flaws: {ask: 问题, type: list}}
parts:
  - {move: opening, text: 今天的会只讲几件实在的事。}
  - {move: shortcomings, text: "问题也有："}
  - {move: shortcomings, each: flaws, inline: true, number: 一是, between: ；, text: "{{ item }}"}
  - {move: closing, text: 谢谢大家！}
"""


def test_what_a_field_does_not_take_is_told_where_its_item_was_split_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, LINES, "outline: small\nflaws: [渠道失修，一年要漏掉41万立方米水, 山里的路没有一条是通的]\n")
    _into_field("41万立方米")
    _line_before("要漏掉")
    facts("41万立方米", "43万立方米")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1
    assert "the file has “41万立方米”, now “43万立方米”" in done.stdout
    assert any("应为“43万立方米”" in comment for comment in comments())


STEPS = """
title: 小会讲话
use: 试验
numbering: [（一）]
questions: {steps: {ask: 措施, type: list}}
parts:
  - {move: opening, text: 今天的会只讲几件实在的事。}
  - {move: tasks, each: steps, text: "{{ item }}，要有人管到底。"}
  - {move: closing, text: 谢谢大家！}
"""


def _steps(order: str) -> None:
    named = {"渠": "渠道清淤", "库": "水库加固", "井": "关停小井", "路": "修好便道"}
    listed = "".join(f"\n  - {named[one]}" for one in order)
    Path("facts.yaml").write_text(f"outline: ./steps.yaml\nsteps:{listed}\n", "utf-8")


@pytest.fixture
def moved(office: Path) -> Path:
    """A file in which the hand has put 井 first, and the facts have it last since."""
    Path("steps.yaml").write_text(STEPS, "utf-8")
    _steps("渠库井路")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(put_before("渠道清淤", "关停小井"))
    _steps("渠库路井")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1, done.output
    return office


def test_a_paragraph_that_both_moved_is_a_conflict_until_somebody_settles_it(moved: Path) -> None:
    (said,) = comments()
    assert "应排在“修好便道，要有人管到" in said
    before = FILE.read_bytes()
    done = run("write", "facts.yaml")
    assert done.exit_code == 1, done.output
    assert "moved by hand, the draft has it elsewhere: 关停小井" in done.stdout
    assert FILE.read_bytes() == before


def test_that_conflict_is_over_when_the_hand_moves_the_paragraph_to_where_the_draft_has_it(moved: Path) -> None:
    by_hand(put_before("谢谢大家", "关停小井"))
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []


def test_that_conflict_is_over_when_the_facts_no_longer_move_the_paragraph(moved: Path) -> None:
    _steps("渠库井路")
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []


def test_in_an_open_conflict_words_that_never_stood_in_the_file_are_not_told_as_changed(office: Path) -> None:
    by_hand(replaced("把今年的事情办好", "把今年的这几件事情办好"))
    outline = Path("outlines/small.yaml")
    reworded = outline.read_text("utf-8").replace("让我们一起把今年的事情办好", "散会以后各回各的岗位马上动手")
    outline.write_text(reworded, "utf-8")
    for _time in range(3):
        done = run("write", "facts.yaml")
        assert done.exit_code == 1, done.output
        assert "kept, by hand" not in done.stdout


def test_a_file_in_which_a_conflict_waits_is_not_made_final(office: Path) -> None:
    by_hand(replaced("12.5亿元", "12.6亿元"))
    facts("12.5亿元", "13亿元")
    assert run("write", "facts.yaml").exit_code == 1
    before = FILE.read_bytes()
    done = run("finalise", "facts.docx")
    assert done.exit_code == 2
    assert "12.6亿元" in done.stderr
    assert "13亿元" in done.stderr
    assert FILE.read_bytes() == before


def test_a_paragraph_that_the_facts_have_dropped_is_one_conflict_under_its_name_at_every_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run_in = 'lead: "{{ heading }}", text: "{{ how }}。"}'
    an_office(tmp_path, OUTLINE.replace('heading: "{{ heading }}", parts: [{text: "{{ how }}。"}]}', run_in))
    by_hand(replaced("支渠由乡镇清淤", "支渠由乡镇自己清淤"))
    facts(CANALS, "")
    first = merged()
    (conflict,) = first["conflicts"]
    assert conflict["block"] == "tasks/把灌溉渠道疏通"
    facts("12.5亿元", "13.2亿元")
    second = merged()
    assert second["conflicts"] == first["conflicts"]
    assert not [one for one in second["kept"] if "自己清淤" in one["text"]]


def test_a_conflict_over_words_that_the_hand_took_out_is_told_at_every_run_as_in_the_first(office: Path) -> None:
    by_hand(replaced("五座水库", "水库"))
    facts("五座水库", "六座水库")
    first = merged()
    assert [(one["text"], one["before"], one["path"]) for one in first["conflicts"]] == [("六座", "", "tasks[1].how")]
    before = FILE.read_bytes()
    for _run in range(2):
        assert merged() == first
        assert FILE.read_bytes() == before
    facts("  - {heading: 把病险水库修好", "  - {heading: 把河道理顺, how: 乡镇包段}\n  - {heading: 把病险水库修好")
    merged()
    (one,) = merged()["conflicts"]
    assert (one["text"], one["before"], one["path"]) == ("六座", "", "tasks[2].how")
    by_hand(replaced("汛期以前", "汛期以前七座"))
    (one,) = merged()["conflicts"]
    assert (one["text"], one["before"], one["path"]) == ("六座", "七座", "tasks[2].how")
    by_hand(replaced("汛期以前七座", "汛期以前六座"))
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 0
    assert FILE.read_bytes() == before


def test_a_date_in_a_sentence_that_the_hand_took_out_makes_no_answer_without_a_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    moved = "请县水务局会同县财政局补齐图纸，9月底前全部开工"
    closing = "  - {move: closing"
    outline = OUTLINE.replace("  owner: ", "  reply: {ask: 答复, type: long}\n  owner: ").replace(
        closing, f'  - {{move: tasks, text: "大家提的事，现在答复。{{{{ reply }}}}。其余的会后办。"}}\n{closing}'
    )
    an_office(tmp_path, outline, FACTS.replace("owner:", f"reply: {moved}\nowner:"))
    own = moved.replace("9月底", "9月20日")
    by_hand(replaced(moved, ""), replaced("。其余", "其余"), replaced("谢谢大家！", f"谢谢大家！{own}。"))
    facts("9月底", "10月15日")
    for _run in range(2):
        assert "前全部开工" not in run("facts", "facts.yaml", "--from", "facts.docx").stdout.replace("日前", "")
        assert run("write", "facts.yaml").exit_code == 1


def test_a_conflict_about_what_the_draft_works_out_names_its_answers_at_every_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outline = OUTLINE.replace(
        "  owner: ", "  need: {ask: 应有, type: number}\n  have: {ask: 现有, type: number}\n  owner: "
    )
    outline = outline.replace("谢谢大家！", "应配{{ need }}，现有{{ have }}，还缺{{ need - have }}。谢谢大家！")
    an_office(tmp_path, outline, FACTS.replace("owner:", "need: 39人\nhave: 24人\nowner:"))
    by_hand(replaced("还缺15人", "还缺十几人"))
    facts("24人", "26人")
    for _run in range(3):
        (one,) = merged()["conflicts"]
        assert (one["text"], one["before"], one["path"]) == ("13人", "十几人", "need have")
