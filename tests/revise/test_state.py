"""What the file remembers: renewed with every change, made again where it is lost; the same where nothing changes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafting.merge.model import Fate, Hint, Merge, Step
from drafting.revise import look, revise
from drafting.word.names import anchors
from drafting.word.package import open_package, w
from drafting.word.recall import read_state, sidecars
from drafting.word.state import state_id, state_to_bytes
from tests.revise.files import DRAFT, OURS, file, p, r
from tests.revise.helpers import EMPTY, carried_out, change, new, part
from tests.revise.resolve import document
from tests.word.packages import edited, parts, repacked
from tests.word.samples import QUESTIONS, state

LATER = replace(state(DRAFT), facts={"meeting": "另一个会议"})


def kept(data: bytes) -> Merge:
    """The merge that changes nothing, with the anchors that stand."""
    seen = look(open_package(data), DRAFT).seen
    return Merge(tuple(Step(Fate.KEPT, n, anchors=paragraph.hints) for n, paragraph in enumerate(seen)), ())


def again(data: bytes, known=LATER, merge: Merge | None = None) -> bytes | None:
    return revise(look(open_package(data), DRAFT), merge or kept(data), known, QUESTIONS)


def test_where_nothing_changes_there_is_nothing_to_write():
    assert again(OURS, state(DRAFT)) is None


def test_three_runs_in_a_row_write_once():
    once = again(OURS)
    assert once is not None
    assert again(once) is None


def test_new_facts_that_change_no_word_change_the_state_alone():
    out = again(OURS)
    assert out is not None
    before, after = open_package(OURS).parts, open_package(out).parts
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {
        "docProps/custom.xml",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    }


def test_only_the_parts_that_have_to_change_do():
    out = carried_out(OURS, {6: change("一、认清形势，切实增强责任感", "形势", "大势", number=6)})
    before, after = open_package(OURS).parts, open_package(out).parts
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml",
        "docProps/custom.xml",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    }


def test_the_same_in_the_same_out():
    step = change("一、认清形势，切实增强责任感", "形势", "大势", number=6)
    assert len({carried_out(OURS, {6: [step, new("新")]}) for _again in range(2)}) == 1


def remembered(data: bytes, tmp_path) -> None:
    path = tmp_path / "讲话.docx"
    path.write_bytes(data)
    package = open_package(path)
    assert read_state(package) == LATER
    assert [sidecar.stem for sidecar in sidecars(package)] == [state_id(state_to_bytes(LATER))]


def test_the_state_is_the_new_one(tmp_path):
    out = again(OURS)
    assert out is not None
    remembered(out, tmp_path)


def test_lost_parts_are_made_again(tmp_path):
    lost = {name: text for name, text in parts(OURS).items() if not name.startswith(("customXml/", "docProps/custom"))}
    for name in ("_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        pieces = lost[name].split("<")
        lost[name] = "<".join(piece for piece in pieces if "ustomXml" not in piece and "custom" not in piece.lower())
    data = repacked(lost)
    assert read_state(open_package(data)) is None
    out = again(data)
    assert out is not None
    remembered(out, tmp_path)


def test_properties_of_others_stay(tmp_path):
    found = parts(OURS)
    other = (
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="KSOProductBuildVer">'
        "<vt:lpwstr>2052</vt:lpwstr></property></Properties>"
    )
    found["docProps/custom.xml"] = found["docProps/custom.xml"].replace("</Properties>", other)
    out = again(repacked(found))
    assert out is not None
    assert "KSOProductBuildVer" in part(out, "docProps/custom.xml")
    remembered(out, tmp_path)


def test_two_states_become_one(tmp_path):
    package = open_package(OURS)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
    package.add("customXml/item7.xml", package.parts["customXml/item1.xml"], "application/xml", kind, package.document)
    out = again(package.to_bytes())
    assert out is not None
    assert "customXml/item7.xml" not in open_package(out).parts
    remembered(out, tmp_path)


# Bookmarks


def hints(data: bytes) -> list[list[Hint]]:
    return [list(seen.hints) for seen in look(open_package(data), DRAFT).seen]


def test_bookmarks_that_stand_right_are_left_alone():
    out = again(OURS)
    assert out is not None
    assert part(out, "word/document.xml") == part(OURS, "word/document.xml")


def test_lost_bookmarks_are_set_again():
    root = document(OURS)
    bare = edited(OURS, lambda xml: re.sub("<w:bookmark[^>]*>", "", xml))
    assert not list(document(bare).iter(w("bookmarkStart")))
    out = again(bare, merge=kept(OURS))
    assert out is not None
    assert hints(out) == hints(OURS)
    names = [start.get(w("name")) for start in document(out).iter(w("bookmarkStart"))]
    assert names == anchors(DRAFT) == [start.get(w("name")) for start in root.iter(w("bookmarkStart"))]


def test_a_copied_paragraph_leaves_one_bookmark_of_a_name():
    manuscript = look(open_package(OURS), DRAFT)
    twice = manuscript.paragraphs[6].elements[0]
    text = parts(OURS)
    xml = text["word/document.xml"]
    start = xml.index("<w:p>", xml.index("切实增强责任感") - 400)
    block = xml[start : xml.index("</w:p>", start) + 6]
    text["word/document.xml"] = xml.replace(block, block + block.replace('w:id="', 'w:id="9'))
    data = repacked(text)
    steps = list(kept(OURS).steps)
    shifted = [step._replace(seen=step.seen + (step.seen > 6)) for step in steps if step.seen is not None]
    out = again(data, merge=Merge((*shifted[:7], Step(Fate.KEPT, 7), *shifted[7:]), ()))
    assert out is not None
    names = [start.get(w("name")) for start in document(out).iter(w("bookmarkStart"))]
    assert sorted(names) == sorted(anchors(DRAFT))
    assert twice is not None


def test_bookmarks_of_people_stay():
    mine = '<w:bookmarkStart w:id="900" w:name="第一部分"/><w:bookmarkEnd w:id="900"/>'
    data = file([p(mine, r("甲")), p(r("乙"))])
    out = carried_out(data, {0: change("甲", "甲", "丁")})
    assert [start.get(w("name")) for start in document(out).iter(w("bookmarkStart"))] == ["第一部分"]
    assert EMPTY.blocks == ()


@pytest.mark.parametrize("text", ["甲乙丙", "甲"])
def test_blocks_that_run_on_have_their_bookmarks_side_by_side(text):
    data = file([p(r(text))])
    keys = [block.key for block in DRAFT.blocks[: len(text)]]
    wanted = tuple(Hint(key, n, n + 1) for n, key in enumerate(keys))
    out = again(data, merge=Merge((Step(Fate.KEPT, 0, anchors=wanted),), ()))
    assert out is not None
    assert hints(out) == [list(wanted)]
