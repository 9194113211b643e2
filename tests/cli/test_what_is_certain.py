"""Only what is certainly an answer goes from the Word file into the facts: no notes, no halves of items."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced, without
from tests.cli.office import FILE, an_office, facts, merged, texts
from tests.command import run

_GAP = "【待补：牵头单位】"


@pytest.mark.parametrize(
    "note",
    [
        "【待补：牵头单位，问县府办】",
        "【待补：牵头单位（县府办定）】",
        "【待补：牵头单位待定】",
        "【待补：牵头单位：待定】",
        "【待补：问县府办】",
        "（牵头单位待定）",
        "待定",
    ],
)
def test_a_note_in_the_place_of_a_gap_is_no_answer(office: Path, note: str) -> None:
    facts("owner: 县水务局\n", "")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced(_GAP, note))
    before = Path("facts.yaml").read_text("utf-8")
    assert merged()["differs"] == []
    assert "No answer was changed by hand" in run("facts", "facts.yaml", "--take-all").stdout
    assert Path("facts.yaml").read_text("utf-8") == before
    facts("sum: 12.5亿元\n", "sum: 12.5亿元\nowner: 县河长办\n")
    assert len(merged()["conflicts"]) == 1
    assert any(note in text for text in texts())


_LIST = """
title: 小会讲话
numbering: [一、, 一是]
questions:
  steps: {ask: 措施, type: list}
parts:
  - {move: greeting, text: "同志们："}
  - {move: opening, text: 下面说说怎么办。}
  - {move: tasks, each: steps, inline: true, number: 一是, between: ；, text: "{{ item }}"}
"""
_STEPS = "outline: small\nsteps:\n  - 派32名干部住村，吃住都在农户家\n  - 修好14座小桥，赶在汛期前头\n  - 栽下5万棵树\n"


@pytest.fixture
def in_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _LIST, _STEPS)


def _worked_on(*pairs: tuple[str, str]) -> None:
    by_hand(*[replaced(old, new) for old, new in pairs])


@pytest.mark.usefixtures("in_a_list")
def test_an_item_that_the_hand_made_two_of_is_told_and_not_taken() -> None:
    _worked_on(("三是栽下", "四是栽下"), ("二是修好14座小桥", "三是修好14座小桥"), ("住村，吃住", "住村；二是吃住"))
    done = run("facts", "facts.yaml", "--take-all")
    assert "steps[1]: by hand the file has" in done.stdout
    assert "split or joined" in done.stdout
    assert Path("facts.yaml").read_text("utf-8") == _STEPS
    assert run("facts", "facts.yaml", "--take", "steps[1]").exit_code == 2


@pytest.mark.usefixtures("in_a_list")
def test_two_items_that_the_hand_made_one_of_are_told_and_not_taken() -> None:
    _worked_on(
        ("三是栽下5万棵树", "栽下5万棵树"),
        ("二是修好14座小桥，赶在汛期前头；", "二是修好14座小桥、栽下5万棵树，赶在汛期前头；"),
    )
    assert "split or joined" in run("facts", "facts.yaml", "--take-all").stdout
    assert Path("facts.yaml").read_text("utf-8") == _STEPS


@pytest.mark.usefixtures("in_a_list")
def test_a_number_in_an_item_beside_joined_ones_is_taken_all_the_same() -> None:
    _worked_on(("三是栽下", "栽下"), ("派32名", "派36名"))
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert Path("facts.yaml").read_text("utf-8") == _STEPS.replace("32名", "36名")


@pytest.mark.usefixtures("in_a_list")
def test_what_changes_in_an_item_that_the_hand_deleted_is_told_of_that_item() -> None:
    _worked_on(("二是修好14座小桥，赶在汛期前头；", ""), ("三是栽下", "二是栽下"))
    facts("  - 派32名干部住村，吃住都在农户家\n", "")
    facts("14座", "15座")
    (told,) = merged()["deleted_by_hand"]
    assert "15座" in told["text"]
    assert "14座" in told["before"]


def test_the_run_behind_a_rewording_with_nothing_else_changed_touches_no_byte(office: Path) -> None:
    outline = Path("outlines/small.yaml")
    ways = "{% wording %}会开完了，{% or %}话说到这里，{% endwording %}让我们一起"
    outline.write_text(outline.read_text("utf-8").replace("让我们一起", ways), "utf-8")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    assert "Brought up to date" in run("write", "facts.yaml", "--reword", "closing").stdout
    before = FILE.read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert FILE.read_bytes() == before


_TWICE = """
title: 小会讲话
questions: {campaign: {ask: 活动名称, required: true}, sum: {ask: 投资}}
parts:
  - {move: greeting, text: "同志们："}
  - {move: opening, text: "为什么还要{{ campaign }}？账上的{{ sum }}花到哪里去？理由就在身边。"}
  - {move: closing, text: "从今天起，{{ campaign }}打响第一仗，{{ sum }}一分也不能乱花。"}
"""
_NAMED = "outline: small\ncampaign: 创建省级卫生县城\nsum: 12.5亿元\n"


@pytest.mark.parametrize(
    "by_hand_is",
    ["创建", "创卫", "创建省级卫生县城（首批）", "抓这件事"],
)
def test_a_name_said_otherwise_at_one_place_only_is_told_and_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_hand_is: str
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _TWICE, _NAMED)
    by_hand(replaced("还要创建省级卫生县城", f"还要{by_hand_is}"))
    done = run("facts", "facts.yaml", "--take-all")
    assert f"“{by_hand_is}” at one place and still “创建省级卫生县城” at another" in done.stdout
    assert run("facts", "facts.yaml", "--take", "campaign").exit_code == 2
    assert Path("facts.yaml").read_text("utf-8") == _NAMED
    merged()
    assert any("从今天起，创建省级卫生县城打响" in text for text in texts())


def test_a_name_changed_at_every_place_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _TWICE, _NAMED)
    by_hand(replaced("创建省级卫生县城", "创建国家卫生县城"))
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert Path("facts.yaml").read_text("utf-8") == _NAMED.replace("省级", "国家")


def test_a_name_changed_where_it_is_left_is_offered_if_the_hand_deleted_the_other_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _TWICE, _NAMED)
    by_hand(replaced("还要创建省级卫生县城", "还要创卫"), without("打响第一仗"))
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert Path("facts.yaml").read_text("utf-8") == _NAMED.replace("创建省级卫生县城", "创卫")


@pytest.mark.parametrize(("was", "now"), [("12.5亿元", "13.1亿元"), ("约四成", "约三成")])
def test_a_number_changed_at_one_place_is_offered_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was: str, now: str
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _TWICE, _NAMED.replace("12.5亿元", was))
    by_hand(replaced(f"账上的{was}", f"账上的{now}"))
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    merged()
    assert any(f"打响第一仗，{now}一分" in text for text in texts())
