"""`drafting write` where a conflict waited: what comes back is known again, what is withdrawn is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from drafting.merge.model import OBJECT
from drafting.word.package import open_package, w
from tests.cli.test_update import by_hand, english, facts, merged, office, replaced, run, texts, without
from tests.cli.test_what_waits import FILE, comments, in_xml
from tests.revise.resolve import document, reject

__all__ = ["english", "office"]
CANALS = "  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤}\n"
MORE = "  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤，斗渠由村里清淤}\n"


def test_a_task_that_was_kept_for_the_hand_s_sake_is_there_once_when_its_facts_come_back(office: Path) -> None:
    by_hand(replaced("干渠由县里清淤", "干渠由县里清淤，绝不走过场"))
    facts(CANALS, "")
    assert run("write", "facts.yaml").exit_code == 1
    assert any("应删去" in comment for comment in comments())
    facts("五座水库", "六座水库")
    assert run("write", "facts.yaml").exit_code == 1
    Path("facts.yaml").write_text(Path("facts.yaml").read_text("utf-8") + MORE, "utf-8")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert comments() == []
    assert [text for text in texts() if "渠" in text] == [
        "二、把灌溉渠道疏通",
        "干渠由县里清淤，绝不走过场，支渠由乡镇清淤，斗渠由村里清淤。",
    ]
    assert "我讲两点" in "".join(texts())
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 0
    assert FILE.read_bytes() == before


def test_a_task_that_somebody_then_took_out_comes_in_when_its_facts_come_back(office: Path) -> None:
    by_hand(replaced("干渠由县里清淤", "干渠由县里清淤，绝不走过场"))
    facts(CANALS, "")
    assert run("write", "facts.yaml").exit_code == 1
    by_hand(without("把灌溉渠道疏通"), without("绝不走过场"))
    Path("facts.yaml").write_text(Path("facts.yaml").read_text("utf-8") + CANALS, "utf-8")
    assert run("write", "facts.yaml").exit_code == 0
    assert [text for text in texts() if "渠" in text] == ["二、把灌溉渠道疏通", "干渠由县里清淤，支渠由乡镇清淤。"]


def tracked(old: str, new: str) -> None:
    """王五 puts `new` for `old` with tracking on."""

    def change(root: etree._Element) -> None:
        text = next(t for t in root.iter(w("t")) if old in (t.text or ""))
        run_ = text.getparent()
        assert run_ is not None
        before, after = (text.text or "").split(old, 1)
        xml = (
            '<x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>'
            f'<w:del w:id="901" w:author="王五"><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
            f'<w:ins w:id="902" w:author="王五"><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'
            f'<w:r><w:t xml:space="preserve">{after}</w:t></w:r></x>'
        )
        for part in list(etree.fromstring(xml)):
            run_.addprevious(part)
        parent = run_.getparent()
        assert parent is not None
        parent.remove(run_)

    in_xml(change)


def test_a_fact_arrives_when_the_pending_change_that_was_in_its_way_is_rejected(office: Path) -> None:
    tracked("12.5亿元", "13亿元")
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 1
    package = open_package(FILE)
    package.put(package.document, reject(document(FILE.read_bytes()), lambda c: c.get(w("author")) == "王五"))
    FILE.write_bytes(package.to_bytes())
    assert "12.5亿元" in "".join(texts())
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "投资13.2亿元" in "".join(texts())
    assert comments() == []


def test_a_value_worked_on_is_not_taken_for_withdrawn_while_the_hand_s_stands(office: Path) -> None:
    tracked("12.5亿元", "13亿元")
    facts("12.5亿元", "13.2亿元")
    for _time in range(3):
        assert run("write", "facts.yaml").exit_code == 1
    assert "投资13亿元" in "".join(texts())
    assert len(comments()) == 1


@pytest.mark.parametrize("thing", ['<w:footnoteReference w:id="2"/>', '<w:sym w:font="Wingdings" w:char="F04A"/>'])
def test_a_value_that_the_facts_file_took_over_is_no_conflict_because_of_a_note_behind_it(
    office: Path, thing: str
) -> None:
    tracked("12.5亿元", "13亿元")
    run_ = f'<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{thing}</w:r>'

    def behind(root: etree._Element) -> None:
        next(change for change in root.iter(w("ins"))).append(etree.fromstring(run_))

    in_xml(behind)
    assert OBJECT in "".join(texts())
    facts("12.5亿元", "13亿元")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert merged()["conflicts"] == []
    assert comments() == []
    facts("13亿元", "14亿元")
    done = run("write", "facts.yaml")
    assert OBJECT not in done.output
