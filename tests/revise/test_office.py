"""What LibreOffice makes of our tracked changes, and what we make of the files that it saves."""

from __future__ import annotations

from random import Random

import pytest

from drafting.draft import Span
from drafting.merge.model import OBJECT, Change, Fate, Step
from drafting.revise import look, revise
from drafting.word.package import open_package
from tests.revise.files import DRAFT, MESSY, OURS, file, p, r
from tests.revise.helpers import both_ways, carried_out, new
from tests.revise.merges import Case, random_case
from tests.revise.office import ACCEPT, REJECT, SAVE, Office
from tests.revise.resolve import document, texts
from tests.word.samples import QUESTIONS, state

pytestmark = pytest.mark.slow

# LibreOffice 7.4 computes fields anew, writes the text of controls four times, parts paragraphs at page breaks, and
# leaves an empty paragraph where one with a link was moved away.
_NOT_ITS_OWN = ("sdt", "fld", "w:br", "sectPr", "oMath", "txbx", "w:ruby", "hyperlink")
TIDY = file([block for block in MESSY if not any(thing in block for thing in _NOT_ITS_OWN)])


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def cases(data: bytes, count: int, stays: tuple[str, ...] = ()) -> list[tuple[Case, bytes]]:
    """Files after merges at random."""
    found = []
    for seed in range(count):
        manuscript = look(open_package(data), DRAFT)
        case = random_case(Random(seed), manuscript.seen, rate=0.3, stays=stays)
        out = revise(manuscript, case.merge, state(case.base), QUESTIONS)
        if out is not None:
            found.append((case, out))
    return found


def plain(found: list[str]) -> list[str]:
    return [text.replace(OBJECT, "") for text in found]


def test_accepting_all_gives_the_text_that_was_decided(office):
    for data, stays in ((OURS, ()), (TIDY, ("最后一段话。",))):
        made = cases(data, 15, stays)
        accepted = office.each([out for _case, out in made], ACCEPT)
        assert [texts(document(out)) for out in accepted] == [plain(case.texts) for case, _out in made]


def test_rejecting_all_gives_the_text_before(office):
    rejected = office.each([out for _case, out in cases(OURS, 25)], REJECT)
    before = plain([seen.text for seen in look(open_package(OURS), DRAFT).seen])
    assert [texts(document(out)) for out in rejected] == [before] * len(rejected)


ABC = file([p(r("甲")), p(r("乙")), p(r("丙"))])
MOVED = Step(Fate.KEPT, 0, moved=True)
WORDS_AT_THE_END = {n: Step(Fate.UPDATED, n, changes=(Change(1, 1, (Span("一"),)),)) for n in range(3)}
HARD = {
    "words at the end, and a paragraph behind them": {0: [WORDS_AT_THE_END[0], new("新"), new("再新")]},
    "the same before the end": {2: [WORDS_AT_THE_END[2], new("新")]},
    "the last one deleted": {2: Step(Fate.DELETED, 2)},
    "the last two deleted": {1: Step(Fate.DELETED, 1), 2: Step(Fate.DELETED, 2)},
    "the last one replaced": {2: [Step(Fate.DELETED, 2), new("新")]},
    "the last one moved away": {0: [Step(Fate.KEPT, 2, moved=True), Step(Fate.KEPT, 0)], 2: []},
    "the first one moved to the end": {0: [], 2: [Step(Fate.KEPT, 2), MOVED]},
    "all turned round": {0: [Step(Fate.KEPT, 2), Step(Fate.KEPT, 1, moved=True), MOVED], 1: [], 2: []},
}  # fmt: skip


def test_paragraphs_are_whole_either_way(office):
    made = [carried_out(ABC, steps) for steps in HARD.values()]
    for name, out, accepted, rejected in zip(
        HARD, made, office.each(made, ACCEPT), office.each(made, REJECT), strict=True
    ):
        assert (name, texts(document(accepted))) == (name, both_ways(ABC, out)[0])
        assert (name, texts(document(rejected))) == (name, ["甲", "乙", "丙"])


def test_a_file_that_libreoffice_has_saved_twice_is_revised(office):
    saved = office.each(office.each([OURS], SAVE), SAVE)[0]
    manuscript = look(open_package(saved), DRAFT)
    before = look(open_package(OURS), DRAFT).seen
    assert [seen.text for seen in manuscript.seen] == [seen.text for seen in before]
    # the end of a bookmark behind a comment is two characters off then
    assert [[(h.key, h.start) for h in s.hints] for s in manuscript.seen] == [
        [(h.key, h.start) for h in s.hints] for s in before
    ]
    made = cases(saved, 10)
    for case, out in made:
        assert both_ways(saved, out) == (plain(case.texts), True)
    accepted = office.each([out for _case, out in made], ACCEPT)
    assert [texts(document(out)) for out in accepted] == [plain(case.texts) for case, _out in made]


def test_what_is_pending_survives_a_save_and_the_next_round(office):
    made = cases(OURS, 8)
    for (case, _out), saved in zip(made, office.each([out for _case, out in made], SAVE), strict=True):
        manuscript = look(open_package(saved), case.base)
        assert [seen.text for seen in manuscript.seen] == case.texts
        later = random_case(Random(7), manuscript.seen, rate=0.3)
        out = revise(manuscript, later.merge, state(later.base), QUESTIONS)
        assert out is not None
        assert both_ways(saved, out)[0] == plain(later.texts)
