"""What an outline says, as its reader understands it."""

from __future__ import annotations

import pytest

from drafting.draft import Move
from drafting.outline.model import Numbered, Part, Type
from tests.helpers import outline

PARTS = "parts:\n  - {move: opening, text: 开场}\n"


def _parts(text: str) -> tuple[Part, ...]:
    return outline("parts:\n" + text).parts


def test_what_every_outline_has_is_read() -> None:
    read = outline(
        """
        title: 年度工作会议讲话
        use: 年初的会
        seeds: [003-3, 003-4]
        numbering: [一、, （一）]
        tidy: false
        phrases: {guidance: 指导思想}
        computed: {last: "{{ year }}"}
        parts:
          - {move: opening, text: 开场}
        """
    )
    assert (read.title, read.use, read.seeds, read.tidy) == ("年度工作会议讲话", "年初的会", ("003-3", "003-4"), False)
    assert [style.name for style in read.numbering] == ["一、", "（一）"]
    assert read.phrases["guidance"].ask == "指导思想"
    assert read.computed["last"].ways == ("{{ year }}",)


def test_what_is_not_said_has_its_usual_value() -> None:
    read = outline(PARTS)
    assert (read.use, read.seeds, read.tidy, read.phrases, read.questions, read.computed) == ("", (), True, {}, (), {})


def test_a_question_is_its_wording_or_a_mapping_of_all_its_keys() -> None:
    read = outline(
        """
        questions:
          meeting: 会议全称
          funds:
            {ask: 资金, type: number, unit: 万元, help: 帮, example: 1200, group: 保障, required: true, when: meeting}
          season: {ask: 年初还是年末, type: choice, choices: [年初, 年末], default: 年初}
          tasks:
            {ask: 任务, type: table, at_least: 2, at_most: 7, columns: {heading: 标题, items: {ask: 条, type: list}}}
        parts:
          - {move: opening, text: 开场}
        """
    )
    meeting, funds, season, tasks = read.questions
    assert (meeting.ask, meeting.type, meeting.required) == ("会议全称", Type.TEXT, False)
    assert (funds.type, funds.unit, funds.help, funds.example, funds.group, funds.required) == (
        Type.NUMBER,
        "万元",
        "帮",
        "1200",
        "保障",
        True,
    )
    assert funds.when is not None
    assert (season.choices, season.default) == (("年初", "年末"), "年初")
    assert (tasks.at_least, tasks.at_most) == (2, 7)
    assert [(column.key, column.ask, column.type) for column in tasks.columns] == [
        ("heading", "标题", Type.TEXT),
        ("items", "条", Type.LIST),
    ]


def test_a_part_is_named_by_its_key_its_list_or_its_move_and_numbered_among_its_siblings() -> None:
    parts = _parts(
        """
          - {move: opening, text: 甲}
          - {move: opening, text: 乙}
          - {move: opening, key: host, text: 丙}
          - {move: tasks, each: tasks, text: 丁}
          - {move: tasks, text: 戊}
          - {move: closing, parts: [{move: closing, text: 己}, {text: 庚}]}
        """
    )
    assert [part.name for part in parts] == ["opening", "opening-2", "host", "tasks", "tasks-2", "closing"]
    assert [part.name for part in parts[-1].parts] == ["closing", "part"]


def test_sub_parts_take_over_the_move_unless_they_have_their_own() -> None:
    (part,) = _parts("  - {move: tasks, parts: [{text: 甲}, {move: goals, parts: [{text: 乙}]}]}\n")
    assert [inner.move for inner in part.walk()] == [Move.TASKS, Move.TASKS, Move.GOALS, Move.GOALS]


def test_items_is_short_for_a_last_sub_part_over_a_list_of_texts() -> None:
    short = _parts("  - {move: tasks, lead: 甲, parts: [{text: 乙}], items: measures}\n")
    long = _parts("  - {move: tasks, lead: 甲, parts: [{text: 乙}, {each: measures, text: '{{ item }}'}]}\n")
    assert [(p.name, p.each and p.each.ways, p.text and p.text.ways) for p in short[0].parts] == [
        (p.name, p.each and p.each.ways, p.text and p.text.ways) for p in long[0].parts
    ]


def test_a_list_that_is_repeated_over_twice_gives_two_names() -> None:
    (part,) = _parts("  - {move: tasks, lead: 甲, parts: [{each: measures, text: '{{ item }}'}], items: measures}\n")
    assert [inner.name for inner in part.parts] == ["measures", "measures-2"]


@pytest.mark.parametrize(
    ("part", "numbered"),
    [
        ("{move: tasks, heading: 甲, text: 乙}", True),
        ("{move: tasks, lead: 甲}", True),
        ("{move: tasks, each: tasks, text: 乙}", True),
        ("{move: tasks, text: 乙}", False),
        ("{move: tasks, text: 乙, number: auto}", True),
        ("{move: tasks, text: 乙, number: 第一，}", True),
        ("{move: tasks, heading: 甲, number: none}", False),
    ],
)
def test_parts_with_a_heading_a_lead_or_a_list_are_numbered_unless_they_say_otherwise(
    part: str, numbered: bool
) -> None:
    assert _parts(f"  - {part}\n")[0].numbered is numbered


def test_an_enumerator_is_written_as_its_first_marker() -> None:
    (part,) = _parts("  - {move: tasks, text: 乙, number: 首先，/其次，/最后，}\n")
    assert not isinstance(part.number, Numbered)
    assert part.number.words == ("首先，", "其次，", "最后，")


def test_several_ways_of_a_wording_keep_their_places() -> None:
    (part,) = _parts("  - move: opening\n    text:\n      - 甲\n      - |\n        乙\n")
    assert part.text is not None
    assert part.text.ways == ("甲", "乙")
    assert [(place.line, place.column) for place in part.text.places] == [(4, 9), (6, 1)]


def test_blanks_around_what_is_typed_do_not_count() -> None:
    (part,) = _parts('  - {move: " opening ", text: "  甲  "}\n')
    assert (part.move, part.text and part.text.ways) == (Move.OPENING, ("甲",))
