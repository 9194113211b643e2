"""A row that leaves the facts while its paragraph bears something of the person's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from drafting.word.package import open_package, w
from tests.cli.hands import by_hand, in_xml, replaced
from tests.cli.office import CANALS, FILE, Account, comments, facts, merged, paragraph_with, pending, texts
from tests.command import run
from tests.revise.resolve import accept, document, reject

_CANAL = "干渠由县里清淤，支渠由乡镇清淤。"
_REMARK = "这一条要写实"

pytestmark = pytest.mark.usefixtures("office")


def _remarked(words: str) -> None:
    """The leader puts a comment on the paragraph with some words."""
    document = Document(str(FILE))
    paragraph = next(one for one in document.paragraphs if words in one.text)
    document.add_comment(paragraph.runs, text=_REMARK, author="贺宗尧", initials="贺")
    document.save(str(FILE))


def _unchanged_by_another_run() -> bool:
    before = FILE.read_bytes()
    run("write", "facts.yaml")
    return FILE.read_bytes() == before


def test_a_paragraph_with_a_comment_of_the_leader_stays_and_is_a_conflict() -> None:
    _remarked("干渠由县里清淤")
    facts(CANALS, "")
    dry: Account = merged("--dry-run")
    assert f"[comment by 贺宗尧: {_REMARK}]" in run("compare", "facts.yaml", "facts.docx").stdout
    done: Account = merged()
    (conflict,) = done["conflicts"]
    assert _CANAL in conflict["before"]
    assert conflict["note"] == f"comment by 贺宗尧: {_REMARK}"
    assert dry == done
    assert _CANAL in texts()
    assert _CANAL not in pending()
    assert any(_REMARK in comment for comment in comments())
    assert _unchanged_by_another_run()


def test_a_comment_elsewhere_is_no_reason_to_keep_it() -> None:
    _remarked("五座水库")
    facts(CANALS, "")
    assert merged()["conflicts"] == []
    assert _CANAL not in texts()
    assert any(_REMARK in comment for comment in comments())


def test_what_changes_in_a_paragraph_with_a_comment_still_comes_in() -> None:
    _remarked("五座水库")
    facts("五座水库", "六座水库")
    assert merged()["conflicts"] == []
    assert any("六座水库" in text for text in texts())
    assert any(_REMARK in comment for comment in comments())


def test_formatting_by_hand_that_goes_with_its_paragraph_is_told() -> None:
    def in_bold(paragraphs: list[Paragraph]) -> None:
        (paragraph,) = [one for one in paragraphs if one.text == _CANAL]
        for part in paragraph.runs:
            part.text = ""
        paragraph.add_run("干渠由县里清淤，")
        paragraph.add_run("支渠由乡镇清淤").bold = True
        paragraph.add_run("。")

    by_hand(in_bold)
    facts(CANALS, "")
    done = merged()
    notes = {one["before"]: one.get("note", "") for one in done["updated"] if not one["text"]}
    assert notes[_CANAL] == "formatted by hand"
    assert [note for note in notes.values() if note] == ["formatted by hand"]


def test_a_footnote_of_the_person_in_it_keeps_it_there() -> None:
    def with_footnote(root: object) -> None:
        paragraph = paragraph_with(root, "干渠由县里清淤")  # type: ignore[arg-type]
        run_ = paragraph.makeelement(w("r"))
        note = paragraph.makeelement(w("footnoteReference"))
        note.set(w("id"), "2")
        run_.append(note)
        paragraph.append(run_)

    in_xml(with_footnote)
    facts(CANALS, "")
    (conflict,) = merged()["conflicts"]
    assert _CANAL in conflict["before"]
    assert any(text.startswith(_CANAL) for text in texts())


def _anchored() -> list[str]:
    """What the comments of people say whose words stand in the file with all changes accepted, and rejected."""
    package = open_package(FILE)
    (part,) = package.related(package.document, "comments")
    said = {one.get(w("id")): "".join(map(str, one.itertext())) for one in package.xml(part)}
    return [
        said[mark.get(w("id"))]
        for resolved in (accept(document(FILE.read_bytes())), reject(document(FILE.read_bytes())))
        for mark in resolved.iter(w("commentReference"))
    ]


def test_a_comment_of_the_leader_goes_with_a_paragraph_that_the_draft_moves() -> None:
    _remarked("干渠由县里清淤")
    facts(CANALS, "")
    facts("tasks:\n", f"tasks:\n{CANALS}")
    assert merged()["conflicts"] == []
    assert texts().index(_CANAL) < texts().index("汛期以前五座水库全部开工。")
    assert _anchored() == [_REMARK, _REMARK]
    assert _unchanged_by_another_run()
    facts(CANALS, "")
    Path("facts.yaml").write_text(Path("facts.yaml").read_text("utf-8") + CANALS, "utf-8")
    merged()
    assert texts().index(_CANAL) > texts().index("汛期以前五座水库全部开工。")
    assert _anchored() == [_REMARK, _REMARK]
    assert _unchanged_by_another_run()


def test_an_answer_whose_clause_the_hand_deleted_comes_back_by_the_name_that_the_account_gives_it() -> None:
    before = texts()
    by_hand(replaced("，由县水务局牵头实施", ""))
    out = run("write", "facts.yaml").stdout
    assert "deleted by hand (1)\n  owner: 由县水务局牵头实施\n" in out
    refused = run("write", "facts.yaml", "--restore", "owners")
    assert refused.exit_code == 2
    assert "There is no block “owners”" in refused.output
    assert run("write", "facts.yaml", "--restore", "owner").exit_code == 0
    assert texts() == before
    assert _unchanged_by_another_run()


def test_a_clause_that_the_hand_cut_from_an_answer_comes_back_by_the_name_that_the_account_gives_it() -> None:
    before = texts()
    by_hand(replaced("，支渠由乡镇清淤", ""))
    assert "tasks[2].how: by hand “干渠由县里清淤”" in run("write", "facts.yaml").stdout
    assert run("write", "facts.yaml", "--restore", "tasks[2].how").exit_code == 0
    assert texts() == before
    assert _unchanged_by_another_run()


def test_what_was_not_taken_out_cannot_be_brought_back_and_why_is_told() -> None:
    by_hand(replaced("支渠由乡镇清淤", "支渠交给乡镇清淤"))
    run("write", "facts.yaml")
    before = FILE.read_bytes()
    for name, why in (
        (
            "tasks[2].how",
            "It is still in the file, as somebody has it there by hand: “干渠由县里清淤，支渠交给乡镇清淤”.",
        ),
        ("opening", "It is in the file."),
    ):
        done = run("write", "facts.yaml", "--restore", name)
        assert done.exit_code == 2
        assert f"Nothing of “{name}” can be brought back. {why}" in " ".join(done.output.split())
        assert FILE.read_bytes() == before


def test_what_the_hand_put_elsewhere_cannot_be_brought_back_and_that_is_told() -> None:
    moved = "由县水务局牵头实施"
    by_hand(replaced(f"，{moved}", ""), replaced("让我们一起", f"{moved}，让我们一起"))
    (kept,) = merged()["kept"]
    assert moved in kept["text"]
    for name in ("owner", kept["block"]):
        done = run("write", "facts.yaml", "--restore", name)
        assert done.exit_code == 2
        assert "It stands at another place of the file" in done.output
    assert sum(text.count(moved) for text in texts()) == 1
