"""An answer is changed in a facts file, and every byte outside it stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafting.errors import UserError
from drafting.facts.edit import Raw, moved, with_answer, without_answer
from drafting.facts.edit_paths import parse_path, value_at, written
from tests.facts.by_hand import FACTS, ORDER, changed_lines, data


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("meeting", "全市大会", ["meeting: '全县大会'  # 老王定的"], ["meeting: '全市大会'  # 老王定的"]),
        ("meeting", "带'号", ["meeting: '全县大会'  # 老王定的"], ["meeting: '带''号'  # 老王定的"]),
        ("campaign", "a: b", ['campaign: "修路"'], ['campaign: "a: b"']),
        ("date", "2026-1-5", ["date:   # 待定"], ["date: 2026-1-5   # 待定"]),
        ("work", "路 #1", [], ["work: '路 #1'"]),
        ("tone", "[平实]", [], ["tone: '[平实]'"]),
        (
            "background",
            "一段\n\n二段",
            ["background: |", "  第一段", "  第二段"],
            ["background: |-", "  一段", "", "  二段"],
        ),
        ("background", "一句", ["background: |", "  第一段", "  第二段"], ["background: 一句"]),
        (
            "meeting",
            "一段\n二段",
            ["meeting: '全县大会'  # 老王定的"],
            ["meeting: |-  # 老王定的", "  一段", "  二段"],
        ),
        ("agenda[+].who", "丙", [], ["  - {who: 丙}"]),
        ("agenda[2].did", "说, 做", ["  - {who: 乙, did: 表态}"], ["  - {who: 乙, did: '说, 做'}"]),
        ("agenda[1].note", "x", ["  - {who: 甲, did: 宣读}   # 先"], ["  - {who: 甲, did: 宣读, note: x}   # 先"]),
        ("tasks[+].heading", "治山", [], ["  - heading: 治山"]),
        ("tasks[1].why", "难走", [], ["    why: 难走"]),
        ("tasks[1].measures[+]", "丙", ["    measures: [甲, 乙]"], ["    measures: [甲, 乙, 丙]"]),
        ("tasks[2].measures[+]", "三", [], ["      - 三"]),
        ("tasks[2].measures[2]", "两", ["      - 二 # 二"], ["      - 两 # 二"]),
        ("tasks[2].measures", [], ["    measures:", "      - 一", "      - 二 # 二"], ["    measures: [] # 二"]),
        ("thanks", ["甲", "乙"], [], ["thanks:", "  - 甲", "  - 乙"]),
        ("rows[+].steps[+]", "一", [], ["rows:", "  - steps:", "      - 一"]),
        ("agenda", [{"who": "甲", "did": "宣读"}, {"who": "丁"}], ["  - {who: 乙, did: 表态}"], ["  - {who: 丁}"]),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_only_the_lines_of_the_answer_change(path: str, value: Raw, old: list[str], new: list[str], end: str) -> None:
    before = FACTS.replace("\n", end)
    after = with_answer(before, path, value, ORDER)
    gone, come = changed_lines(before, after)
    if path == "tasks[2].measures":
        come = [line.replace("  #", " #") for line in come]
    assert (gone, come) == (old, new)
    assert len(re.findall(r"\r\n|\r|\n", after)) == after.count(end)


def test_a_new_answer_comes_behind_the_one_that_precedes_it_in_the_outline() -> None:
    lines = with_answer(FACTS, "work", "路", ORDER).splitlines()
    assert lines[lines.index("work: 路") - 1] == 'campaign: "修路"'


def test_a_new_answer_that_nothing_precedes_comes_before_the_one_that_follows() -> None:
    assert with_answer(
        "outline: x\n\n# 会议\nb: 1\n", "a", "0", ("a", "b")
    ) == "outline: x\n\n# 会议\na: '0'\nb: 1\n".replace("'0'", "0")


def test_a_new_answer_without_an_order_comes_last() -> None:
    assert with_answer(FACTS.removesuffix("\n# 完\n"), "tone", "平实").endswith("      - 二 # 二\ntone: 平实\n")


def test_a_new_column_goes_to_its_place_in_the_row() -> None:
    row = with_answer(FACTS, "tasks[1].why", "难走", ORDER).partition("修路\n    ")[2]
    assert row.startswith("why: 难走\n    measures")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("meeting", ["meeting: '全县大会'  # 老王定的"], []),
        ("agenda[1]", ["  - {who: 甲, did: 宣读}   # 先"], []),
        ("agenda[1].who", ["  - {who: 甲, did: 宣读}   # 先"], ["  - {did: 宣读}   # 先"]),
        ("tasks[1].heading", ["  - heading: 修路", "    measures: [甲, 乙]"], ["  - measures: [甲, 乙]"]),
        ("tasks[1].measures[2]", ["    measures: [甲, 乙]"], ["    measures: [甲]"]),
        ("tasks[2].measures[2]", ["      - 二 # 二"], []),
        ("date", ["date:   # 待定"], []),
    ],
)
def test_only_the_lines_of_what_is_taken_out_go(path: str, old: list[str], new: list[str]) -> None:
    assert changed_lines(FACTS, without_answer(FACTS, path)) == (old, new)


def test_a_comment_above_goes_only_if_it_heads_nothing_else() -> None:
    heads_one = "a: 1\n\n# 只说乙\nb: 2\n\nc: 3\n"
    assert without_answer(heads_one, "b") == "a: 1\n\n\nc: 3\n"
    heads_two = "a: 1\n\n# 说乙和丙\nb: 2\nc: 3\n"
    assert without_answer(heads_two, "b") == "a: 1\n\n# 说乙和丙\nc: 3\n"
    belongs_above = "a: 1\n# 说甲\nb: 2\n\nc: 3\n"
    assert without_answer(belongs_above, "b") == "a: 1\n# 说甲\n\nc: 3\n"


def test_what_is_not_there_cannot_be_changed() -> None:
    for path, message in [
        ("tasks[4].why", "There is no entry 4: the list has 2"),
        ("ta sks", "names no answer"),
        ("[1]", "names no answer"),
        ("tasks[0]", "names no answer"),
        ("tasks.[1]", "names no answer"),
    ]:
        with pytest.raises(UserError, match=re.escape(message)):
            with_answer(FACTS, path, "甲")
    with pytest.raises(UserError, match="no answer yet"):
        without_answer(FACTS, "nothing")
    with pytest.raises(UserError, match="There is no entry 3"):
        moved(FACTS, "tasks[1]", 3)
    with pytest.raises(UserError, match="can be moved"):
        moved(FACTS, "meeting", 1)


def test_an_answer_that_others_refer_to_is_left_and_its_line_is_told() -> None:
    text = "outline: x\nfirst: &it [甲]\nsecond: *it\n"
    with pytest.raises(UserError, match="cannot be changed safely") as caught:
        with_answer(text, "first[+]", "乙", file="facts.yaml")
    assert (caught.value.faults[0].file, caught.value.faults[0].line) == ("facts.yaml", 2)
    assert data(with_answer(text, "second[+]", "乙")) == {"outline": "x", "first": ["甲"], "second": ["甲", "乙"]}


def test_the_mark_of_an_editor_stays() -> None:
    assert with_answer("\ufeffmeeting: 甲\n", "meeting", "乙") == "\ufeffmeeting: 乙\n"


def test_a_key_written_in_an_odd_way_is_left_to_the_person() -> None:
    with pytest.raises(UserError, match="cannot be changed safely"):
        without_answer("a: 1\n? b\n: 2\n", "b")


_TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
        st.sampled_from(list("：，。“”甲乙丙 \n#:-?{}[]'\"|>&*!%@`,~\t")),
    ),
    max_size=12,
)
_VALUES = st.one_of(
    _TEXTS,
    st.lists(_TEXTS, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(["heading", "why", "null", "owner"]), _TEXTS, max_size=3), max_size=3),
)
_SINGLE = ["meeting", "campaign", "date", "agenda[2].did", "tasks[1].measures[2]", "tasks[2].heading", "tasks[+].why"]
_PATHS = [*_SINGLE, "background", "agenda", "agenda[1]", "agenda[+]", "tasks", "tasks[1]", "tasks[2].measures", "tone"]


@settings(max_examples=150)
@given(st.sampled_from(_PATHS), _VALUES, st.sampled_from(["\n", "\r\n"]))
@example("meeting", "甲\n 乙", "\n")
@example("meeting", "\n甲", "\n")
@example("meeting", "甲\n\n", "\n")
@example("background", "甲\n  \n乙", "\r\n")
@example("tasks[1].measures[2]", "9:30, #", "\n")
@example("date", "", "\n")
def test_any_answer_is_read_back_and_everything_outside_it_stays(path: str, value: Raw, end: str) -> None:
    before = FACTS.replace("\n", end)
    after = with_answer(before, path, value, ORDER)
    found = data(after)
    place = path.replace("agenda[+]", "agenda[3]").replace("tasks[+]", "tasks[3]")
    assert value_at(found, parse_path(place)) == value
    top = path.partition("[")[0].partition(".")[0]
    old = data(before)
    assert {key: one for key, one in found.items() if key != top} == {
        key: one for key, one in old.items() if key != top
    }
    assert _outside(after, top) == _outside(before, top)
    if path in _SINGLE:
        assert [c for c in _comments(before) if c not in after] == []
    again = with_answer(after, place, value, ORDER)
    assert again == after


def _outside(text: str, key: str) -> list[str]:
    """The lines that are not of one answer: neither its own nor those indented below it; empty ones left out."""
    outside, is_inside = [], False
    for line in text.splitlines():
        if line[:1].strip():
            is_inside = line.startswith(f"{key}:")
        if line and not is_inside:
            outside.append(line)
    return outside


def _comments(text: str) -> list[str]:
    return re.findall(r"# ?[^\r\n]*", text)


@given(st.lists(st.one_of(st.from_regex(r"[a-z]\w{0,4}", fullmatch=True), st.integers(0, 99))))
def test_a_path_is_read_as_it_is_written(steps: list[str | int]) -> None:
    steps = ["a", *steps]
    assert parse_path(written(steps)) == tuple(steps)
