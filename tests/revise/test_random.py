"""Any merge, carried out in any file: accepted it is the text that was decided, rejected the file as it was."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafting.merge.model import OBJECT, Fate, Merge
from drafting.revise import look, revise
from drafting.word.package import open_package
from tests.revise.files import DRAFT, MESSY, OURS, TABLE, WITH_FACTS, file, p
from tests.revise.helpers import both_ways
from tests.revise.merges import Case, random_case
from tests.revise.resolve import accept, document, texts
from tests.word.samples import QUESTIONS, state

FILES = {
    "as written": OURS,
    "with facts shaded": WITH_FACTS,
    "all that can be": file(MESSY),
    "by WPS": file(MESSY, wps=True),
    "tables at both ends": file([TABLE, *MESSY[7:], TABLE, p()]),
}
# What cannot go without a trace: the last paragraph of a section, of a control, behind a table.
STAYS = ("横排的一节到此为止。", "第二段也在。", "最后一段话。", "")


def carried_out(data: bytes, seed: int, track: bool) -> tuple[Case, bytes | None]:
    manuscript = look(open_package(data), DRAFT)
    case = random_case(Random(seed), manuscript.seen, stays=() if data in (OURS, WITH_FACTS) else STAYS)
    return case, revise(manuscript, case.merge, state(case.base), QUESTIONS, track=track)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_tracked(name: str, seed: int) -> None:
    data = FILES[name]
    case, out = carried_out(data, seed, track=True)
    if out is not None:
        assert both_ways(data, out) == ([text.replace(OBJECT, "") for text in case.texts], True)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_plainly(name: str, seed: int) -> None:
    data = FILES[name]
    case, out = carried_out(data, seed, track=False)
    if out is not None:
        root = document(out)
        assert not root.xpath("//*[@w:author='drafting']", namespaces={"w": root.nsmap["w"]})
        assert texts(accept(root)) == [text.replace(OBJECT, "") for text in case.texts]


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_next_look_sees_what_was_decided(name: str, seed: int) -> None:
    boxed = {n for n, found in enumerate(look(open_package(FILES[name]), DRAFT).paragraphs) if found.boxed}
    case, out = carried_out(FILES[name], seed, track=seed % 2 == 0)
    if out is not None:
        seen = look(open_package(out), case.base).seen
        assert [paragraph.text for paragraph in seen] == case.texts
        steps = [step for step in case.merge.steps if step.seen not in boxed]  # nothing is put into text boxes
        anchored = [anchor for step in steps for anchor in step.anchors if anchor.start < anchor.end]
        assert [hint for paragraph in seen for hint in paragraph.hints] == anchored


@pytest.mark.parametrize("name", ["all that can be", "by WPS", "tables at both ends"])
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_what_nobody_asked_to_change_is_the_same_down_to_its_xml(name: str, seed: int) -> None:
    manuscript = look(open_package(FILES[name]), DRAFT)
    marked = ("前面，这句话请核实，后面。", "移来的话，中间的话。")  # what others have marked in these outlives them
    case = random_case(Random(seed), manuscript.seen, stays=(*STAYS, *marked))
    steps = [step._replace(anchors=()) for step in case.merge.steps]
    untouched = [step.seen for step in steps if step.fate is Fate.KEPT and not step.clashes and not step.moved]
    elements = [manuscript.paragraphs[number].elements for number in untouched if number is not None]
    before = [xml(group) for group in elements]
    revise(manuscript, Merge(tuple(steps), ()), state(case.base), QUESTIONS, track=False)
    holders = [n for n, group in enumerate(elements) if group[0].find(".//{*}txbxContent") is not None]
    assert [xml(g) for n, g in enumerate(elements) if n not in holders] == [
        text for n, text in enumerate(before) if n not in holders
    ]


def xml(elements: list[etree._Element]) -> list[bytes]:
    return [etree.tostring(element, method="c14n", with_tail=False) for element in elements]
