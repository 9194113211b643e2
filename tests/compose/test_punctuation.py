"""Facts may be typed with closing punctuation or without, in half width or full: the speech comes out the same."""

from __future__ import annotations

import pytest

from tests.helpers import draft, lines

_TEXT = "questions: {{q: {{ask: 问, type: {type}}}}}\nparts:\n  - {{move: {move}, text: '{template}'}}\n"


def _said(template: str, answer: str, type: str = "long", move: str = "opening") -> str:
    (line,) = lines(_TEXT.format(type=type, move=move, template=template), f"q: '{answer}'")
    return line


@pytest.mark.parametrize("answer", ["有雨", "有雨。", "有雨；", "有雨，", "有雨.", " 有雨。 ", "有雨。。", "有雨、"])
@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ q }}", "有雨。"),
        ("{{ q }}。", "有雨。"),
        ("{{ q }}。要防汛", "有雨。要防汛。"),
        ("{{ q }}，要防汛", "有雨，要防汛。"),
        ("{{ q }}；要防汛", "有雨；要防汛。"),
        ("{{ q }}：要防汛", "有雨：要防汛。"),
        ("{{ q }}！", "有雨！"),
        ("{{ q }}的时候", "有雨的时候。"),
        ("（{{ q }}）", "（有雨）。"),
        ("《{{ q }}》", "《有雨》。"),
        ("“{{ q }}”，他说", "“有雨”，他说。"),
        ("{{ q|clause }}就防汛", "有雨就防汛。"),
        ("{{ q|sentence }}要防汛", "有雨。要防汛。"),
    ],
)
def test_a_text_typed_with_a_mark_at_its_end_or_without_comes_out_the_same(
    template: str, answer: str, expected: str
) -> None:
    assert _said(template, answer) == expected


@pytest.mark.parametrize(
    "answer", ["全县水利工作会议", "全县水利工作会议。", "全县水利工作会议，", " 全县水利工作会议 "]
)
def test_a_name_goes_on_into_the_sentence_however_it_was_typed(answer: str) -> None:
    assert _said("在{{ q }}上的讲话", answer, "text", "title") == "在全县水利工作会议上的讲话"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("有雨！", "有雨！要防汛。"),
        ("有雨吗？", "有雨吗？要防汛。"),
        ("有雨……", "有雨……要防汛。"),
        ("他说：“有雨。”", "他说：“有雨。”要防汛。"),
    ],
)
def test_a_mark_that_says_more_than_a_full_stop_stays(answer: str, expected: str) -> None:
    assert _said("{{ q }}。要防汛", answer) == expected


@pytest.mark.parametrize(
    ("template", "answer", "expected"),
    [
        ("先看的是{{ q }}，再到河边", "什么叫防汛？", "先看的是什么叫防汛，再到河边。"),
        ("先看的是{{ q }}；再到河边", "怎么防汛？！", "先看的是怎么防汛；再到河边。"),
        ("先看的是{{ q }}。再到河边", "什么叫防汛？", "先看的是什么叫防汛？再到河边。"),
        ("大家问：{{ q }}，要防汛", "有雨吗？", "大家问：有雨吗？要防汛。"),
        ("{{ q }}，要防汛", "有雨吗？", "有雨吗？要防汛。"),
        ("先看《{{ q }}》，再到河边", "怎么办？", "先看《怎么办？》，再到河边。"),
    ],
)
def test_a_question_in_the_middle_of_a_sentence_does_not_end_it(template: str, answer: str, expected: str) -> None:
    assert _said(template, answer) == expected


@pytest.mark.parametrize(
    ("template", "answer", "expected"),
    [
        ("他说：“{{ q }}”", "有雨。", "他说：“有雨。”"),
        ("他说：“{{ q }}”", "有雨", "他说：“有雨”。"),
        ("他说：“{{ q }}”。", "有雨", "他说：“有雨”。"),
        ("他问：“{{ q }}”", "有雨吗？", "他问：“有雨吗？”"),
        ("（{{ q }}）", "有雨！", "（有雨！）。"),
    ],
)
def test_what_is_said_in_quotation_marks_is_closed_once(template: str, answer: str, expected: str) -> None:
    assert _said(template, answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("投资1.26亿元,增长12.5%;其中(含县级)3成", "投资1.26亿元，增长12.5%；其中（含县级）3成。"),
        ("9:30开会", "9:30开会。"),
        ("比例为3:1", "比例为3:1。"),
        ("1,234人", "1,234人。"),
        ('清理"四乱"', "清理“四乱”。"),
        ("见www.example.com", "见www.example.com。"),
        ("好!", "好！"),
    ],
)
def test_half_width_marks_become_full_width_where_they_stand_in_chinese(answer: str, expected: str) -> None:
    assert _said("{{ q }}", answer) == expected


def test_every_line_of_a_long_answer_is_a_paragraph() -> None:
    text = _TEXT.format(type="long", move="opening", template="他说，{{ q }}。完")
    assert lines(text, "q: |\n  第一段\n\n  　　第二段。\n  第三段\n") == ["他说，第一段。", "第二段。", "第三段。完。"]


@pytest.mark.parametrize(
    ("move", "expected"), [("title", "有雨"), ("byline", "有雨"), ("greeting", "有雨。"), ("opening", "有雨。")]
)
def test_titles_and_bylines_have_no_full_stop(move: str, expected: str) -> None:
    assert _said("{{ q }}。", "有雨", "long", move) == expected


@pytest.mark.parametrize("answer", ["同志们", "同志们：", "同志们:", "同志们，"])
def test_a_salutation_ends_in_one_colon(answer: str) -> None:
    assert _said("{{ q }}：", answer, "text", "greeting") == "同志们："


@pytest.mark.parametrize("answer", ["抓源头", "抓源头。", "抓源头；", "抓源头，"])
@pytest.mark.parametrize("kind", ["text", "long"])
def test_a_heading_ends_without_a_mark_and_a_lead_with_a_full_stop(answer: str, kind: str) -> None:
    text = (
        f"questions: {{q: {{ask: 问, type: {kind}}}}}\n"
        "parts:\n"
        "  - {move: tasks, heading: '{{ q }}', text: 说}\n"
        "  - {move: tasks, heading: 二, parts: [{lead: '{{ q }}', text: 说}]}\n"
    )
    assert lines(text, f"q: {answer}") == ["一、抓源头", "说。", "二、二", "抓源头。说。"]


def test_a_lead_that_exclaims_keeps_its_mark() -> None:
    assert lines("questions: {q: 问}\nparts: [{move: tasks, lead: '{{ q }}', text: 说}]", "q: 快干！") == ["快干！说。"]


@pytest.mark.parametrize("mark", ["。", "！", "？", "……", "：", "；"])
def test_a_paragraph_that_is_closed_gets_no_second_mark(mark: str) -> None:
    assert lines(f"parts: [{{move: opening, text: '说{mark}'}}]") == [f"说{mark}"]


def test_a_gap_is_closed_like_any_other_end() -> None:
    assert lines(
        "questions: {q: 问}\nparts: [{move: opening, text: '要{{ q }}，{{ q }}。'}, {move: closing, text: '{{ q }}'}]"
    ) == [
        "要【待补：问】，【待补：问】。",
        "【待补：问】。",
    ]


def test_an_answer_of_nothing_but_a_mark_leaves_no_empty_span() -> None:
    made = draft(_TEXT.format(type="long", move="opening", template="有雨{{ q }}，要防汛"), "q: 。")
    assert made.text == "有雨，要防汛。"
    assert all(span.text for block in made.blocks for span in block.spans)


@pytest.mark.parametrize("move", ["title", "greeting", "opening"])
@pytest.mark.parametrize("kind", ["text", "long"])
def test_an_answer_of_nothing_but_a_mark_stands_as_it_was_typed(move: str, kind: str) -> None:
    assert _said("{{ q }}", "。", kind, move) == "。"


def test_a_heading_of_nothing_but_a_mark_is_none() -> None:
    assert lines("questions: {q: 问}\nparts: [{move: tasks, heading: '{{ q }}', text: 说}]", "q: 。") == ["说。"]


def test_an_answer_of_one_line_stands_on_one_line_however_it_was_typed() -> None:
    text = _TEXT.format(type="text", move="title", template="在{{ q }}上的讲话")
    assert lines(text, "q: |\n  全县\n  水利会议\n") == ["在全县水利会议上的讲话"]


def test_an_answer_that_holds_a_gap_is_still_missing() -> None:
    made = draft(_TEXT.format(type="long", move="opening", template="投资{{ q }}"), "q: 【待补：多少】亿元")
    assert [gap.question for gap in made.gaps()] == ["q"]


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("{{ q|join_clauses }}。", "减环节；减材料。"),
        ("要做的有{{ q|join_clauses }}，都要办。", "要做的有减环节；减材料，都要办。"),
    ],
)
def test_one_mark_stands_where_joined_clauses_meet_the_mark_of_the_wording(wording: str, said: str) -> None:
    assert lines(_TEXT.format(type="list", move="opening", template=wording), "q: [减环节, 减材料]") == [said]


def test_a_half_width_stop_behind_a_figure_that_ends_an_entry_gives_way() -> None:
    outline = """
    questions: {agenda: {ask: 议程, type: table, columns: {who: 谁, did: 做了什么}}}
    parts: [{move: opening, text: "刚才，{{ agenda|said_once('who', 'did')|join_commas }}。"}]
    """
    facts = 'agenda: [{who: 水利局报了, did: "8%."}, {who: 交通局, did: 表了态}]'
    assert lines(outline, facts) == ["刚才，水利局报了8%，交通局表了态。"]
