"""Paragraphs that come, go and move, and what must stay where it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from lxml import etree

from drafting.draft import Span
from drafting.merge.model import OBJECT, Change, Clash, Fate, Step
from drafting.revise import look
from drafting.word.package import open_package, w
from tests.revise.files import (
    BOX,
    COMMENTED,
    FOOTNOTE,
    MESSY,
    PICTURE,
    SECTION,
    TABLE,
    control,
    deleted,
    file,
    ins,
    p,
    r,
)
from tests.revise.helpers import EMPTY, both_ways, carried_out, change, new, part
from tests.revise.resolve import accept, document, ours, reject, texts

ABC = file([p(r("甲")), p(r("乙")), p(r("丙"))])
GONE = {n: Step(Fate.DELETED, n) for n in range(9)}


def moved(number: int) -> Step:
    return Step(Fate.KEPT, number, moved=True)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ({0: [new("新"), Step(Fate.KEPT, 0)]}, ["新", "甲", "乙", "丙"]),
        ({1: [Step(Fate.KEPT, 1), new("新")]}, ["甲", "乙", "新", "丙"]),
        ({2: [Step(Fate.KEPT, 2), new("新"), new("再新")]}, ["甲", "乙", "丙", "新", "再新"]),
        ({0: GONE[0]}, ["乙", "丙"]),
        ({1: GONE[1]}, ["甲", "丙"]),
        ({2: GONE[2]}, ["甲", "乙"]),
        ({1: GONE[1], 2: GONE[2]}, ["甲"]),
        ({2: [GONE[2], new("新")]}, ["甲", "乙", "新"]),
        ({2: [new("新"), new("再新"), GONE[2]]}, ["甲", "乙", "新", "再新"]),
        ({1: GONE[1], 2: [GONE[2], new("新")]}, ["甲", "新"]),
        ({0: [Step(Fate.KEPT, 1), moved(0)], 1: []}, ["乙", "甲", "丙"]),
        ({0: [moved(2), Step(Fate.KEPT, 0)], 2: []}, ["丙", "甲", "乙"]),
        ({0: [moved(2), moved(1), Step(Fate.KEPT, 0)], 1: [], 2: []}, ["丙", "乙", "甲"]),
        ({0: [Step(Fate.KEPT, 1), Step(Fate.KEPT, 2), moved(0)], 1: [], 2: []}, ["乙", "丙", "甲"]),
    ],
)
@pytest.mark.parametrize("track", [True, False])
def test_paragraphs_come_go_and_move(steps: Mapping[int, Step | list[Step]], expected: list[str], track: bool) -> None:
    out = carried_out(ABC, steps, track=track)
    accepted, restored = both_ways(ABC, out)
    assert accepted == expected
    assert restored is track


def test_a_mark_before_the_end_is_kept_and_the_properties_follow():
    data = file([p(r("甲")), p(r("乙"), style="Heading1")])
    root = document(carried_out(data, {1: GONE[1]}))
    first, last = root.iter(w("p"))
    assert first.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None
    assert last.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is None
    joined = next(accept(root).iter(w("p")))
    assert joined.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "BodyText"
    restored = list(reject(root).iter(w("pStyle")))
    assert [style.get(w("val")) for style in restored] == ["BodyText", "Heading1"]


def test_a_format_that_somebody_changed_with_tracking_on_stays_his_when_a_paragraph_comes_behind_our_words():
    former = '<w:pPrChange w:id="5" w:author="王五"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:pPrChange>'
    data = file([p(r("甲")).replace('"both"/>', f'"center"/>{former}'), p(r("乙"))])
    longer = Step(Fate.UPDATED, 0, changes=(Change(1, 1, (Span("又一"),)),))
    assert both_ways(data, carried_out(data, {0: [longer, new("新")]})) == (["甲又一", "新", "乙"], True)


@pytest.mark.parametrize("behind", [[], [TABLE]], ids=["the end", "a table"])
def test_a_format_that_somebody_changed_with_tracking_on_stays_his_when_a_paragraph_comes_between_it_and(behind):
    former = '<w:pPrChange w:id="5" w:author="王五"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:pPrChange>'
    data = file([p(r("甲")), p(r("乙")).replace('"both"/>', f'"center"/>{former}'), *behind])
    out = carried_out(data, {1: [Step(Fate.KEPT, 1), new("新")]})
    accepted, comes_back = both_ways(data, out)
    assert (accepted[:3], comes_back) == (["甲", "乙", "新"], True)
    numbers = [change.get(w("id")) for change in document(out).iter(w("pPrChange"))]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("then", [{0: [moved(1), Step(Fate.KEPT, 0)], 1: []}, {1: GONE[1]}], ids=["moves", "goes"])
def test_a_format_that_somebody_changed_with_tracking_on_before_a_table_is_his(then):
    former = '<w:pPrChange w:id="5" w:author="王五"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:pPrChange>'
    centred = p(r("乙")).replace('"both"/>', f'"center"/>{former}')
    data = file([p(r("甲")), centred, TABLE, p(r("丙"))])
    assert both_ways(data, carried_out(data, then))[1]


def test_a_move_is_one_in_word_too():
    root = document(carried_out(ABC, {0: [Step(Fate.KEPT, 1), moved(0)], 1: []}))
    there, here = next(root.iter(w("moveFromRangeStart"))), next(root.iter(w("moveToRangeStart")))
    assert there.get(w("name")) == here.get(w("name"))
    assert there.get(w("date")) == here.get(w("date"))
    assert {tag.localname for tag in map(etree.QName, root.iter(w("moveFrom"), w("moveTo")))} == {"moveFrom", "moveTo"}
    assert not list(root.iter(w("ins"), w("del")))


def test_a_moved_paragraph_comes_with_its_changes():
    step = Step(Fate.UPDATED, 0, changes=(Change(0, 1, (Span("甲一"),)),), moved=True)
    out = carried_out(ABC, {0: [Step(Fate.KEPT, 1), step], 1: []})
    assert both_ways(ABC, out) == (["乙", "甲一", "丙"], True)
    assert not list(document(out).iter(w("ins")))


def test_what_is_pending_in_a_moved_paragraph_stays_at_its_old_place():
    data = file([p(r("甲"), ins(5, r("约")), deleted(6, "旧")), p(r("乙"))])
    out = carried_out(data, {0: [Step(Fate.KEPT, 1), moved(0)], 1: []})
    assert both_ways(data, out) == (["乙", "甲约"], True)
    others = [c.get(w("date")) for c in document(out).iter(w("ins"), w("del")) if c.get(w("author")) == "李四"]
    assert others == ["2026-01-02T03:04:00Z"] * 2


def test_a_moved_picture_and_footnote_bear_their_own_numbers():
    data = file([p(r("甲"), PICTURE, FOOTNOTE), p(r("乙")), p(r("丙"))])
    out = carried_out(data, {0: [Step(Fate.KEPT, 1), moved(0)], 1: []})
    root = document(out)
    drawings = [drawing.get("id") for drawing in root.iter("{*}docPr")]
    notes = [note.get(w("id")) for note in root.iter(w("footnoteReference"))]
    assert len(set(drawings)) == len(set(notes)) == 2
    for note in notes:
        assert re.search(f'<w:footnote w:id="{note}">.*?统计局', part(out, "word/footnotes.xml"))
    assert both_ways(data, out) == (["乙", "甲", "丙"], True)


def test_a_paragraph_that_holds_a_picture_is_only_emptied_of_words():
    data = file([p(r("甲")), p(r("图前"), PICTURE, r("图后")), p(r("丙"))])
    for track in (True, False):
        root = accept(document(carried_out(data, {1: GONE[1]}, track=track)))
        assert texts(root) == ["甲", "", "丙"]
        assert len(list(root.iter(w("drawing")))) == 1


@pytest.mark.parametrize("track", [True, False])
def test_the_end_of_a_section_stays(track):
    data = file([p(r("甲")), p(r("横排")).replace("</w:pPr>", f"{SECTION}</w:pPr>"), p(r("丙"))])
    root = accept(document(carried_out(data, {1: GONE[1]}, track=track)))
    assert texts(root) == ["甲", "", "丙"]
    assert len(list(root.iter(w("sectPr")))) == 2
    swapped = {0: [], 1: [moved(1), Step(Fate.KEPT, 0)]}
    assert texts(accept(document(carried_out(data, swapped, track=track)))) == ["横排", "甲", "", "丙"]


@pytest.mark.parametrize("track", [True, False])
def test_a_comment_of_somebody_outlives_the_paragraph(track):
    data = file([p(r("甲")), p(COMMENTED), p(r("丙"))])
    out = carried_out(data, {1: GONE[1]}, track=track)
    root = accept(document(out))
    assert texts(root) == ["甲", "丙"]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [mark.get(w("id")) for mark in root.iter(w(tag))] == ["7"]
    assert "请核实" in part(out, "word/comments.xml")


def test_a_paragraph_of_a_table_is_neither_moved_nor_deleted():
    data = file([p(r("甲")), TABLE, p(r("丙"))])
    out = carried_out(data, {0: [moved(1), Step(Fate.KEPT, 0)], 1: [], 2: GONE[2]})
    assert texts(accept(document(out))) == ["甲", "指标", "", "", "丙"]


@pytest.mark.parametrize(
    ("body", "number"),
    [([p(r("甲")), TABLE, p(r("丙"))], 3), ([p(r("甲")), p(BOX, r("乙")), p()], 2)],
    ids=["table", "text box"],
)
def test_nothing_new_lands_in_a_table_or_a_text_box(body, number):
    data = file(body)
    out = carried_out(data, {number: [Step(Fate.KEPT, number), new("新")]})
    added = next(t for t in document(out).iter(w("t")) if t.text == "新")
    assert next(added.iterancestors(w("tc"), w("txbxContent")), None) is None
    assert both_ways(data, out)[1]


def test_what_comes_between_two_paragraphs_of_a_control_stands_in_it():
    data = file([p(r("甲")), control(5, p(r("乙")) + p(r("丙"))), p(r("丁"))])
    inside = document(carried_out(data, {1: [Step(Fate.KEPT, 1), new("新")]}))
    assert "新" in "".join(next(inside.iter(w("sdtContent"))).itertext())
    behind = document(carried_out(data, {2: [Step(Fate.KEPT, 2), new("新")]}))
    assert "新" not in "".join(next(behind.iter(w("sdtContent"))).itertext())


def test_deleting_beside_what_others_have_deleted():
    data = file([p(r("甲")), p(r("乙"), mark='<w:del w:id="9" w:author="李四"/>'), p(r("丙")), p(r("丁"))])
    out = carried_out(data, {1: GONE[1]})
    assert both_ways(data, out) == (["甲", "丁"], True)
    marks = [c.get(w("author")) for c in document(out).iter(w("del")) if c.getparent().tag == w("rPr")]
    assert marks == ["李四", "drafting"]


def test_our_own_pending_paragraph_is_just_taken_back():
    once = carried_out(ABC, {0: [Step(Fate.KEPT, 0), new("新")]})
    twice = carried_out(once, {1: GONE[1]})
    assert both_ways(ABC, twice) == (["甲", "乙", "丙"], True)
    assert "drafting" not in etree.tostring(document(twice)).decode().replace("urn:drafting", "")


def test_our_own_pending_paragraph_moves_without_a_trace():
    once = carried_out(ABC, {0: [Step(Fate.KEPT, 0), new("新")]})
    twice = carried_out(once, {1: [Step(Fate.KEPT, 2), moved(1)], 2: []})
    assert both_ways(ABC, twice) == (["甲", "乙", "新", "丙"], True)
    assert not list(document(twice).iter(w("moveFrom"), w("moveTo"), w("del")))


def test_a_comment_of_somebody_moves_with_a_paragraph_of_ours_that_bears_one_of_ours_too():
    us = 'w:author="drafting"'
    data = file([p(r("甲")), p(ins(1, COMMENTED, us), mark=f'<w:ins w:id="2" {us}/>'), p(r("乙")), p(r("丙"))])
    disputed = carried_out(data, {1: Step(Fate.KEPT, 1, clashes=(Clash("k", 0, 2, "以前", "从前"),))})
    out = carried_out(disputed, {1: [Step(Fate.KEPT, 2), moved(1)], 2: []})
    assert both_ways(file([p(r("甲")), p(r("乙")), p(r("丙"))]), out) == (
        ["甲", "乙", "前面，这句话请核实，后面。", "丙"],
        True,
    )


@pytest.mark.parametrize("then", [{0: [], 1: [Step(Fate.KEPT, 1), moved(0)]}, {0: GONE[0]}], ids=["moved", "deleted"])
def test_a_paragraph_that_we_have_parted_is_not_ours_where_we_have_deleted_words_of_others_in_it(then):
    us = 'w:author="drafting"'
    parted = p(deleted(1, "旧话。", us), ins(2, r("新话。"), us), mark=f'<w:ins w:id="3" {us}/>')
    data = file([parted, p(ins(4, r("又一段。"), us)), p(r("丙"))])
    before = texts(reject(document(data)))
    assert before[0] == "旧话。"
    assert texts(reject(document(carried_out(data, then)))) == before


# New paragraphs look like others of their kind


def test_only_the_changed_paragraph_differs():
    root = document(
        carried_out(file(MESSY), {2: change("要把项目建设作为牛鼻子，一项一项抓落实。", "项目", "产业", number=2)})
    )
    before, after = (
        [etree.tostring(element, method="c14n") for element in tree.find(w("body"))]
        for tree in (document(file(MESSY)), root)
    )
    assert [n for n, (old, now) in enumerate(zip(before, after, strict=True)) if old != now] == [2]
    assert all(ours(c) for c in root.iter(w("ins"), w("del")) if not c.get(w("date")))


def test_what_somebody_formatted_in_a_text_box_with_tracking_on_is_left_alone():
    painted = r("框中的话", '<w:b/><w:rPrChange w:id="130" w:author="王五"><w:rPr/></w:rPrChange>')
    box = BOX.replace("<w:r><w:t>框中的话</w:t></w:r>", painted)
    data = file([p(r("甲"), box), p(r("增长12.5%。"))])
    number = next(n for n, seen in enumerate(look(open_package(data), EMPTY).seen) if "12.5" in seen.text)
    out = carried_out(data, {number: change("增长12.5%。", "12.5%", "13%", number=number)})
    before, after = (etree.tostring(next(document(one).iter(w("p"))), method="c14n") for one in (data, out))
    assert before == after


def test_what_somebody_formatted_with_tracking_on_is_still_to_be_decided_where_its_paragraph_moves():
    painted = r("甲字", '<w:b/><w:rPrChange w:id="130" w:author="王五"><w:rPr/></w:rPrChange>')
    out = document(carried_out(file([p(painted), p(r("乙"))]), {0: [Step(Fate.KEPT, 1), moved(0)], 1: []}))
    assert [change.get(w("author")) for change in accept(out, ours).iter(w("rPrChange"))] == ["王五"]
    numbers = [change.get(w("id")) for change in out.iter(w("rPrChange"))]
    assert len(numbers) == len(set(numbers)) == 2  # where it was, and where it is


def test_a_text_box_in_a_paragraph_that_is_moved_before_its_move_was_accepted_stands_once():
    data = file([p(r("甲"), BOX), p(r("乙")), p(r("丙"))])
    once = carried_out(data, {0: [Step(Fate.KEPT, 2), moved(0), Step(Fate.KEPT, 1)], 1: [], 2: []})
    seen = look(open_package(once), EMPTY).seen
    at = {paragraph.text.replace(OBJECT, ""): number for number, paragraph in enumerate(seen)}
    order = [Step(Fate.KEPT, at["乙"]), Step(Fate.KEPT, at["丙"]), moved(at["甲"]), Step(Fate.KEPT, at["框中的话"])]
    out = carried_out(once, {number: order if number == 0 else [] for number in range(len(seen))})
    assert sorted(text for text in texts(accept(document(out))) if text) == ["丙", "乙", "框中的话", "甲"]


def test_what_moves_behind_a_table_lands_there_though_a_paragraph_before_it_goes_out():
    data = file([p(r("甲")), p(r("乙")), TABLE, p(r("丙"))])
    seen = look(open_package(data), EMPTY).seen
    table = [Step(Fate.KEPT, number) for number in range(2, len(seen) - 1)]
    steps = [*table, moved(0), Step(Fate.DELETED, 1), Step(Fate.KEPT, len(seen) - 1)]
    out = carried_out(data, {number: steps if number == 0 else [] for number in range(len(seen))})
    assert [text for text in both_ways(data, out)[0] if text] == ["指标", "12.5亿元", "甲", "丙"]
    assert both_ways(data, out)[1]
