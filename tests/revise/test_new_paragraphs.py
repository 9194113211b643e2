"""How a new paragraph looks: like the others of its kind in the file, and nothing of one paragraph only."""

from __future__ import annotations

import re

from lxml import etree

from drafting.draft import Block, Move, Role, Span
from drafting.merge.model import Fate, Hint, Merge, Step
from drafting.revise import look, revise
from drafting.word.package import open_package, w
from tests.revise.files import (
    DRAFT,
    MESSY,
    OURS,
    file,
    p,
    r,
)
from tests.revise.helpers import EMPTY, carried_out, new, part
from tests.revise.resolve import document
from tests.word.samples import QUESTIONS, item, state


def styles(data: bytes) -> list[str]:
    """The name of the style of each paragraph."""
    root = etree.fromstring(open_package(data).parts["word/styles.xml"])
    names = {style.get(w("styleId")): style.find(w("name")).get(w("val")) for style in root.iter(w("style"))}
    return [names[style.get(w("val"))] for style in document(data).iter(w("pStyle"))]


def written(data: bytes, step: Step, *, base=DRAFT) -> etree._Element:
    """A new paragraph behind the second last one of a file of ours."""
    manuscript = look(open_package(data), base)
    number = len(manuscript.seen) - 1
    blocks = {block.key: block for block in base.blocks}
    kept = [
        Step(Fate.KEPT, n, tuple(blocks[hint.key] for hint in seen.hints), seen.hints)
        for n, seen in enumerate(manuscript.seen)
    ]
    merge = Merge((*kept[:number], step, kept[number]), ())
    out = revise(manuscript, merge, state(base), QUESTIONS)
    assert out is not None
    return list(document(out).iter(w("p")))[number]


def heading(text: str) -> Step:
    return Step(Fate.ADDED, None, (item("new", text, 1, "三、", heading=1),), (Hint("new", 0, len(text) + 2),))


def properties(paragraph: etree._Element) -> list[str]:
    """The properties that are not tracking."""
    found = paragraph.find(w("pPr"))
    return [etree.tostring(child, method="c14n").decode() for child in found if child.tag != w("rPr")]


def test_a_new_heading_has_the_properties_of_the_other_headings():
    red = '<w:shd w:val="clear" w:fill="FFEEEE"/>'
    data = file([re.sub("<w:jc", f"{red}<w:jc", block) for block in _blocks_of(OURS)])
    new_one = written(data, heading("压实责任"))
    other = next(
        x for x in document(data).iter(w("p")) if x.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "Heading1"
    )
    assert properties(new_one) == properties(other)


def _blocks_of(data: bytes) -> list[str]:
    return re.findall("<w:p>.*?</w:p>", part(data, "word/document.xml"))


def test_one_heading_that_somebody_has_painted_is_no_model():
    painted = _blocks_of(OURS)
    for number, block in enumerate(painted):
        if "tasks.2" not in block and block.count("Heading2") == 1:
            painted[number] = block.replace("<w:jc", '<w:shd w:val="clear" w:fill="FFEEEE"/><w:jc')
    body = written(file(painted), new("新任务。"))
    assert "FFEEEE" not in "".join(properties(body))


def test_a_new_paragraph_in_a_file_of_wps_bears_the_number_that_the_style_has_there():
    out = carried_out(file(MESSY, wps=True), {1: [Step(Fate.KEPT, 1), new("新的一段")]})
    named = styles(out)
    assert named[2] == "Body Text"
    heading_step = Step(Fate.ADDED, None, (item("h", "新标题", 1, "一、", heading=1),))
    assert styles(carried_out(file(MESSY, wps=True), {1: [Step(Fate.KEPT, 1), heading_step]}))[2] == "heading 1"


def test_a_heading_that_is_run_in_looks_like_one():
    block = Block("new", Role.ITEM, 2, "（一）", Move.TASKS, (Span("抓项目。"), Span("要快。")), heading=1)
    new_one = written(OURS, Step(Fate.ADDED, None, (block,), (Hint("new", 0, 10),)))
    assert [run.find(f"{w('rPr')}/{w('rStyle')}") is not None for run in new_one.iter(w("r"))] == [True, False]
    assert next(new_one.iter(w("rStyle"))).get(w("val")) == "Heading2Char"


def test_a_new_paragraph_carries_nothing_that_belongs_to_one_paragraph_only():
    model = p(r("甲"), more='<w:pageBreakBefore/><w:numPr><w:numId w:val="0"/></w:numPr>')
    manuscript = look(open_package(file([model, p(r("乙"))])), EMPTY)
    block = Block("b", Role.PARAGRAPH, 0, "", Move.TASKS, (Span("甲"),))
    steps = (Step(Fate.KEPT, 0, (block,), (Hint("b", 0, 1),)), new("新"), Step(Fate.KEPT, 1))
    out = revise(manuscript, Merge(steps, ()), state(EMPTY), QUESTIONS)
    assert out is not None
    made = list(document(out).iter(w("p")))[1]
    assert [etree.QName(child).localname for child in made.find(w("pPr"))] == ["pStyle", "jc", "rPr"]
