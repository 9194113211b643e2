"""`drafting write` where the leader wrote into the file what comes into the facts afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx.text.paragraph import Paragraph

from tests.cli.hands import by_hand, replaced
from tests.cli.office import CANALS, FILE, comments, facts, texts
from tests.command import run

DAM = "  - {heading: 把险坝看住, how: 每座坝配齐3名巡查员，汛期白天黑夜轮班值守}\n"


def task_typed(watchmen: str) -> Callable[[list[Paragraph]], None]:
    """The hand types the task of the dams, with so many watchmen."""

    def add(paragraphs: list[Paragraph]) -> None:
        last = next(one for one in paragraphs if "支渠由乡镇清淤" in one.text)
        for text in (f"每座坝配齐{watchmen}巡查员，汛期白天黑夜轮班值守。", "三、把险坝看住"):
            new = type(last)(last._p.__deepcopy__({}), last._parent)
            new.runs[0].text = text
            for run_ in new.runs[1:]:
                run_._r.getparent().remove(run_._r)
            last._p.addnext(new._p)

    return add


def test_what_differs_in_a_number_is_a_conflict_that_waits_until_somebody_settles_it(office: Path) -> None:
    by_hand(task_typed("4名"))
    facts(CANALS, CANALS + DAM)
    assert run("write", "facts.yaml").exit_code == 1
    assert sum("巡查员" in text for text in texts()) == sum("把险坝看住" in text for text in texts()) == 1
    assert any("3名" in comment for comment in comments())
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 1
    assert FILE.read_bytes() == before
    by_hand(replaced("4名", "3名"))
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []


def test_what_the_leader_typed_stays_when_the_facts_bring_it_and_later_drop_it(office: Path) -> None:
    by_hand(task_typed("3名"))
    facts(CANALS, CANALS + DAM)
    assert run("write", "facts.yaml").exit_code == 0
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 0
    typed = [text for text in texts() if "把险坝看住" in text or "巡查员" in text]
    assert len(typed) == 2
    facts(DAM, "")
    assert run("write", "facts.yaml").exit_code == 1
    assert [text for text in texts() if "把险坝看住" in text or "巡查员" in text] == typed
