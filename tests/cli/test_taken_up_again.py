"""`drafting write` where a conflict waited: what comes back is known again, what is withdrawn is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from drafting.merge.model import OBJECT
from drafting.word.package import w
from tests.cli.hands import by_hand, in_xml, rejected, replaced, tracked, without
from tests.cli.office import (
    CANALS,
    FILE,
    OUTLINE,
    an_office,
    comments,
    facts,
    merged,
    paragraph_with,
    texts,
)
from tests.command import run

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


def test_what_somebody_took_out_stays_out_although_its_facts_went_and_came_back(office: Path) -> None:
    by_hand(without("把灌溉渠道疏通"), without("干渠由县里清淤"))
    for row in (("五座", "六座"), (CANALS, ""), ("六座", "七座")):
        facts(*row)
        assert run("write", "facts.yaml").exit_code == 0
    Path("facts.yaml").write_text(Path("facts.yaml").read_text("utf-8") + CANALS, "utf-8")
    out = [entry["block"] for entry in merged()["deleted_by_hand"]]
    assert "渠" not in "".join(texts())
    assert "我讲一点" in "".join(texts())
    again = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 0
    assert FILE.read_bytes() == again
    assert run("write", "facts.yaml", *[word for key in out for word in ("--restore", key)]).exit_code == 0
    assert [text for text in texts() if "渠" in text] == ["二、把灌溉渠道疏通", "干渠由县里清淤，支渠由乡镇清淤。"]
    assert "我讲两点" in "".join(texts())


def test_a_fact_arrives_when_the_pending_change_that_was_in_its_way_is_rejected(office: Path) -> None:
    tracked("12.5亿元", "13亿元")
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 1
    rejected()
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


LISTED = """
title: 小会讲话
use: 试验
numbering: [一、, 一是]
questions: {work: {ask: 工作, required: true}, gaps: {ask: 不足, type: list}}
parts:
  - {move: opening, text: "今年的{{ work }}做得不错，大家都很辛苦。"}
  - {move: shortcomings, when: gaps, text: "也要看到不足，主要是："}
  - {move: shortcomings, each: gaps, inline: true, number: 一是, between: ；, text: "{{ item }}"}
  - {move: closing, text: "谢谢大家！"}
"""
GAPS = ["九座水库还带着病运行", "灌区末级渠系失修，完好率只有58%", "工程的前期工作慢"]


@pytest.mark.parametrize("left", [[GAPS[0], GAPS[2]], []])
def test_an_item_kept_for_the_hand_s_sake_is_known_when_it_comes_back_with_another_number(
    office: Path, left: list[str]
) -> None:
    def given(gaps: list[str]) -> None:
        listed = "".join(f"\n  - {gap}" for gap in gaps) or " []"
        Path("facts.yaml").write_text(f"outline: ./listed.yaml\nwork: 水利工作\ngaps:{listed}\n", "utf-8")

    Path("listed.yaml").write_text(LISTED, "utf-8")
    given(GAPS)
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced("完好率只有58%", "完好率仅58%"))
    given(left)
    assert run("write", "facts.yaml").exit_code == 1
    assert "完好率仅58%" in "".join(texts())
    given([GAPS[0], GAPS[1].replace("58", "57"), GAPS[2]])
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "deleted by hand" not in done.stdout
    (line,) = [text for text in texts() if "不足" in text]
    assert line.endswith("一是九座水库还带着病运行；二是灌区末级渠系失修，完好率仅57%；三是工程的前期工作慢。")
    assert comments() == []
    assert "Nothing to change" in run("write", "facts.yaml").stdout


IN_A_SENTENCE = """
title: 小会讲话
use: 试验
numbering: [一、, 一是]
questions: {steps: {ask: 措施, type: list}}
parts:
  - move: tasks
    text: "今年要把渠道管好。{% if steps|length == 2 %}要{{ steps[0] }}，还要{{ steps[1] }}。{% endif %}"
  - {move: tasks, when: steps|length != 2, each: steps, inline: true, number: 一是, between: ；, text: "{{ item }}"}
  - {move: closing, text: "谢谢大家！"}
"""


def test_a_list_kept_where_the_draft_has_made_a_sentence_of_it_is_not_drafted_twice(office: Path) -> None:
    def given(*steps: str) -> None:
        listed = "".join(f"\n  - {step}" for step in steps)
        Path("facts.yaml").write_text(f"outline: ./sentence.yaml\nsteps:{listed}\n", "utf-8")

    Path("sentence.yaml").write_text(IN_A_SENTENCE, "utf-8")
    given("倒排日程并联办理", "由县领导联系协调", "资金支付按旬调度")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced("由县领导联系协调", "由县领导联系协调一季一督"))
    before = texts()
    given("倒排日程并联办理", "资金支付按旬调度")
    assert run("write", "facts.yaml").exit_code == 1
    assert texts() == before
    given("倒排日程并联办理", "资金支付按月调度", "实行红黄灯管理")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1
    assert "deleted by hand" not in done.stdout
    assert texts() == before


@pytest.fixture
def helped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand has added who helps, and the facts then say with whom it is done, and when to report."""
    monkeypatch.chdir(tmp_path)
    outline = OUTLINE.replace("  tasks: {", "  with: {ask: 配合单位}\n  when: {ask: 何时报}\n  tasks: {", 1).replace(
        "{{ owner }}牵头实施",
        "{{ owner }}{% if with %}会同{{ with }}{% endif %}抓落实{% if when %}，{{ when }}报进度{% endif %}",
    )
    an_office(tmp_path, outline)
    by_hand(replaced("抓落实", "抓落实，县公安局协助"))
    facts("owner: 县水务局\n", "owner: 县水务局\nwith: 县公安局\nwhen: 每月25日前\n")


def _opening() -> str:
    return next(text for text in texts() if "县水务局" in text).partition("，由")[2].partition("。")[0]


def test_what_is_a_conflict_does_not_come_in_as_well_where_the_hand_went_on_from_the_old_words(helped: None) -> None:
    done = merged()
    assert _opening() == "县水务局抓落实，县公安局协助，每月25日前报进度"
    assert [one["text"] for one in done["conflicts"]] == ["由县水务局会同县公安局抓落实"]
    assert [one["text"] for one in done["updated"]] == ["，每月25日前报进度"]
    before = FILE.read_bytes()
    assert [one["text"] for one in merged()["conflicts"]] == ["由县水务局会同县公安局抓落实"]
    assert FILE.read_bytes() == before


def test_it_comes_in_when_the_hand_takes_out_what_it_had_added(helped: None) -> None:
    merged()
    by_hand(replaced("，县公安局协助", ""))
    done = run("write", "facts.yaml")
    assert (done.exit_code, comments()) == (0, []), done.output
    assert _opening() == "县水务局会同县公安局抓落实，每月25日前报进度"


def test_a_conflict_is_over_when_the_leader_has_taken_the_whole_paragraph_over_though_the_comment_is_on_nothing(
    helped: None,
) -> None:
    merged()

    def retyped(root: etree._Element) -> None:
        paragraph = paragraph_with(root, "抓落实")
        first, *rest = [text for text in paragraph.iter(w("t")) if text.text]
        whole = "".join([text.text or "" for text in (first, *rest)])
        first.text = whole.replace("，县公安局协助", "").replace("水务局抓", "水务局会同县公安局抓")
        for text in rest:
            text.text = ""

    in_xml(retyped)
    for was, when in (("每月25日前", "每月25日前"), ("每月25日前", "每月20日前"), ("每月20日前", "每月20日前")):
        facts(was, when)
        done = run("write", "facts.yaml")
        assert (done.exit_code, comments()) == (0, []), done.output
        assert _opening() == f"县水务局会同县公安局抓落实，{when}报进度"
