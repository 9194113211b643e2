"""Our own changes of an earlier evening that nobody has accepted yet, when the facts change once more."""

from __future__ import annotations

import re

import pytest

from drafting.draft import Draft
from drafting.revise import look
from drafting.word.package import open_package, w
from tests.merge.desk import ROAD, TASKS, speech
from tests.revise.files import EQUATION, TABLE, file, ins, p, r
from tests.revise.helpers import EMPTY, both_ways, carried_out, change
from tests.revise.resolve import accept, document, ours, reject, texts
from tests.revise.test_rounds import BASE, again, first, lines
from tests.word.packages import edited

START = first(BASE)


def evenings(data: bytes, *drafts: Draft, track: bool = True) -> bytes:
    """The file after several more drafts; the last one plainly, if not tracked."""
    base = BASE
    for number, new in enumerate(drafts, 1):
        _done, data, _decided = again(data, base, new, track=track or number < len(drafts))
        base = new
    return data


def pending(data: bytes) -> list[str]:
    """What we have pending in a file, in words."""
    root = document(data)
    return [
        "".join(change.itertext())
        for change in root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))
        if ours(change)
    ]


def test_a_fact_that_returns_to_its_earlier_value_is_not_marked_at_all():
    data = evenings(START, speech(growth="9%"), speech(growth="10%"), BASE)
    assert pending(data) == []
    assert lines(data) == BASE.text.split("\n")
    assert both_ways(START, data)[1]


def test_one_fact_returns_and_the_other_stays_marked():
    data = evenings(START, speech(growth="9%", invest="13亿元"), speech(invest="13亿元"))
    assert pending(data) == ["12.5亿元", "13亿元"]
    assert both_ways(START, data)[1]


def test_what_somebody_has_painted_in_our_words_is_not_undone():
    look = r"<w:rPr>(?=((?!</w:rPr>).)*</w:rPr><w:t xml:space=.preserve.>9%)"
    painted = edited(evenings(START, speech(growth="9%")), lambda xml: re.sub(look, "<w:rPr><w:b/>", xml))
    _done, data, _decided = again(painted, speech(growth="9%"), BASE)
    assert pending(data) == ["8%", "8%"]


def test_a_bookmark_that_libreoffice_has_put_into_our_words_outlives_them():
    there = evenings(START, speech(growth="9%"))
    mark = '<w:bookmarkStart w:id="99" w:name="leader"/><w:bookmarkEnd w:id="99"/>'
    marked = edited(there, lambda xml: re.sub(r"(<w:ins [^>]*>|<w:del [^>]*>)", rf"\1{mark}", xml, count=2))
    marked = edited(marked, lambda xml: xml.replace(mark, mark.replace("99", "98").replace("leader", "chief"), 1))
    _done, data, _decided = again(marked, speech(growth="9%"), BASE)
    assert pending(data) == []
    names = [start.get(w("name")) for start in document(data).iter(w("bookmarkStart"))]
    assert {"leader", "chief"} <= set(names)


@pytest.mark.parametrize("track", [True, False])
def test_what_is_no_text_in_our_changes_is_not_taken_for_the_same(track):
    us = 'w:author="drafting"'
    body = (
        f'<w:del w:id="1" {us}>{r("旧").replace("w:t", "w:delText")}{EQUATION}</w:del>{ins(2, r("新") + EQUATION, us)}'
    )
    data = file([p(r("前"), body, r("后5.8%。"))])
    out = document(
        carried_out(data, {0: change(look(open_package(data), EMPTY).seen[0].text, "5.8%", "6%")}, track=track)
    )
    assert "新" in "".join(texts(accept(out)))


def test_a_task_that_goes_and_returns_is_not_marked_at_all():
    data = evenings(START, speech(tasks=[TASKS[0], TASKS[2]]), BASE)
    assert lines(data) == BASE.text.split("\n")
    assert pending(data) == []
    assert both_ways(START, data)[1]


def test_a_task_that_comes_and_goes_again_leaves_nothing():
    data = evenings(START, speech(tasks=[TASKS[0], ROAD, *TASKS[1:]]), BASE)
    assert lines(data) == BASE.text.split("\n")
    assert pending(data) == []
    assert both_ways(START, data)[1]


@pytest.mark.parametrize(
    "last", [speech(growth="10%", invest="13亿元"), BASE, speech(tasks=[ROAD, *TASKS], growth="9%")]
)
def test_a_plain_change_after_a_tracked_one_leaves_no_half_of_it(last):
    data = evenings(START, speech(growth="9%"), last, track=False)
    assert lines(data) == last.text.split("\n")
    assert set(texts(reject(document(data)))) <= {*last.text.split("\n"), *BASE.text.split("\n")}


def test_a_plain_change_in_a_paragraph_that_is_still_coming_comes_with_it():
    new = speech(tasks=[ROAD, *TASKS])
    changed = speech(tasks=[{**ROAD, "owner": "公路局"}, *TASKS])
    data = evenings(START, new, changed, track=False)
    assert lines(data) == changed.text.split("\n")
    assert both_ways(START, data)[1]


@pytest.mark.parametrize("order", [(0, 2, 1), (2, 0, 1), (1, 2, 0)])
def test_a_task_that_moves_and_goes_back_is_not_marked_at_all(order):
    data = evenings(START, speech(tasks=[TASKS[number] for number in order]), BASE)
    assert lines(data) == BASE.text.split("\n")
    assert pending(data) == []
    assert both_ways(START, data)[1]
    assert b"moveFromRange" not in open_package(data).parts["word/document.xml"]


def test_a_task_that_moves_and_goes_back_keeps_what_somebody_painted_in_its_new_place():
    moved = speech(tasks=[TASKS[0], TASKS[2], TASKS[1]])
    there = evenings(START, moved)
    look = r"(<w:moveTo [^>]*>(?:(?!</w:moveTo>).)*?<w:r>)(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    painted = edited(there, lambda xml: re.sub(look, r"\1<w:rPr><w:b/></w:rPr>", xml))
    assert painted != there
    _done, data, _decided = again(painted, moved, BASE)
    assert lines(data) == BASE.text.split("\n")
    assert b"<w:b/>" in open_package(data).parts["word/document.xml"]


def test_a_paragraph_that_we_have_moved_before_a_table_goes_with_all_traces_of_the_move():
    """Its mark cannot be deleted there; left as an empty one it would stand in the file for whoever rejects ours."""
    last, others = TASKS[0], TASKS[1:]
    moved = evenings(START, speech(tasks=[*others, last]))
    moved = edited(moved, lambda xml: re.sub("(<w:p>(?:(?!</w:p>).)*同志们，让我们)", rf"{TABLE}\1", xml, count=1))
    assert list(document(moved).iter(w("moveTo")))
    _done, gone, _decided = again(moved, speech(tasks=[*others, last]), speech(tasks=others))
    assert list(document(gone).iter(w("moveTo"), w("moveToRangeStart"), w("moveFromRangeStart"))) == []
    assert texts(reject(document(gone))) == texts(reject(document(moved)))
