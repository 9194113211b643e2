"""From end to end: a speech is written, people work on the file, the facts change, the file is brought up to date."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from drafting.draft import Draft
from drafting.merge import merge, result_text
from drafting.merge.model import OBJECT, Kind, Merge
from drafting.revise import look, revise
from drafting.word import Writer
from drafting.word.package import open_package, w
from tests.merge.desk import ROAD, TASKS, speech
from tests.merge.test_properties import redrafted, written
from tests.prose.shipped import loaded
from tests.revise.files import BOX, PICTURE, r
from tests.revise.hands import Person
from tests.revise.helpers import both_ways
from tests.revise.resolve import accept, document, ours, texts
from tests.word.packages import edited
from tests.word.samples import layout, state

WRITER = Writer(layout())


def first(draft: Draft) -> bytes:
    return WRITER.write(draft, state=state(draft))


def again(data: bytes, base: Draft, new: Draft, *, track: bool = True) -> tuple[Merge, bytes, list[str]]:
    """The file brought up to date, and the text that was decided."""
    manuscript = look(open_package(data), base)
    done = merge(base, manuscript.seen, new)
    out = revise(manuscript, done, state(new), {}, track=track)
    return done, data if out is None else out, result_text(manuscript.seen, done)


def up_to_date(data: bytes, base: Draft, new: Draft) -> bytes:
    """The same, checked both ways; a further round has nothing to do."""
    _done, out, decided = again(data, base, new)
    accepted, restored = both_ways(data, out)
    assert words(accepted) == words(decided)
    assert restored
    manuscript = look(open_package(out), new)
    assert revise(manuscript, merge(new, manuscript.seen, new), state(new), {}) is None
    return out


def lines(data: bytes) -> list[str]:
    return texts(accept(document(data)))


def words(found: list[str]) -> list[str]:
    """The paragraphs that hold words: what stands alone between two tables goes, and leaves an empty one there."""
    return [text for line in found if (text := line.replace(OBJECT, ""))]


BASE = speech()


def test_nothing_changes():
    manuscript = look(open_package(first(BASE)), BASE)
    assert revise(manuscript, merge(BASE, manuscript.seen, BASE), state(BASE), {}) is None


def test_a_file_that_nobody_touched_becomes_the_new_draft():
    new = speech(growth="9.5%", invest="13.1亿元", tasks=[ROAD, *reversed(TASKS)])
    out = up_to_date(first(BASE), BASE, new)
    assert lines(out) == new.text.split("\n")


def test_a_phrase_made_bold_stays_bold_and_the_number_beside_it_arrives():
    bold = edited(first(BASE), lambda xml: xml.replace("来之不易", f"</w:t></w:r>{r('来之不易', '<w:b/>')}<w:r><w:t>"))
    out = up_to_date(bold, BASE, speech(growth="9.5%"))
    assert any("增长9.5%" in line for line in lines(out))
    run = next(run for run in document(out).iter(w("r")) if "".join(run.itertext()) == "来之不易")
    assert run.find(f"{w('rPr')}/{w('b')}") is not None
    new = next(change for change in document(out).iter(w("ins")))
    assert not list(new.iter(w("b")))


def test_a_task_inserted_first_is_one_paragraph_and_new_numbers():
    out = up_to_date(first(BASE), BASE, speech(tasks=[ROAD, *TASKS]))
    inserted = ["".join(change.itertext()) for change in document(out).iter(w("ins")) if len(change)]
    assert [text for text in inserted if len(text) < 3] == ["四点", "二、", "三、", "四、"]
    assert sum("修通公路" in text for text in inserted) == 1


def test_all_tasks_reversed_are_moves_in_word():
    out = up_to_date(first(BASE), BASE, speech(tasks=list(reversed(TASKS))))
    names = {
        tag: [e.get(w("name")) for e in document(out).iter(w(f"{tag}RangeStart"))] for tag in ("moveFrom", "moveTo")
    }
    assert sorted(names["moveFrom"]) == sorted(names["moveTo"])
    assert len(names["moveTo"]) >= 2


def test_number_against_number_keeps_the_hand_and_says_ours_in_a_comment():
    by_hand = edited(first(BASE), lambda xml: xml.replace("12.5亿元", "13.1亿元"))
    done, out, _decided = again(by_hand, BASE, speech(invest="12.8亿元"))
    assert [entry.kind for entry in done.account if entry.kind is Kind.CONFLICT] == [Kind.CONFLICT]
    assert any("13.1亿元" in line for line in lines(out))
    assert not any("12.8" in line or "13.8" in line for line in lines(out))
    comments = "".join(open_package(out).xml("word/comments.xml").itertext())
    assert "12.8亿元" in comments
    assert "12.5亿元" in comments


def test_pending_changes_of_two_people_stay_theirs():
    who = 'w:author="{}" w:date="2026-03-0{}T00:00:00Z"'
    li, wang = who.format("李四", 1), who.format("王五", 2)
    typed = f'</w:t></w:r><w:ins w:id="900" {li}>{r("实打实的")}</w:ins><w:del w:id="901" {wang}><w:r>'
    pending = edited(
        first(BASE),
        lambda xml: xml.replace("来之不易", f"{typed}<w:delText>来之</w:delText></w:r></w:del><w:r><w:t>不易"),
    )
    out = up_to_date(pending, BASE, speech(growth="9.5%", invest="13亿元"))
    others = [c for c in document(out).iter(w("ins"), w("del")) if not ours(c)]
    assert [(c.get(w("author")), c.get(w("date"))) for c in others] == [
        ("李四", "2026-03-01T00:00:00Z"),
        ("王五", "2026-03-02T00:00:00Z"),
    ]


def test_without_tracking_the_file_reads_as_decided():
    data = first(BASE)
    _done, out, decided = again(data, BASE, speech(growth="9.5%", tasks=[ROAD, *TASKS]), track=False)
    assert texts(document(out)) == decided
    assert "w:author" not in etree.tostring(document(out)).decode()


def test_changes_of_three_rounds_do_not_pile_up():
    data, base = first(BASE), BASE
    for growth in ("9%", "10%", "11%"):
        new = speech(growth=growth)
        _done, data, _decided = again(data, base, new)
        base = new
    assert both_ways(first(BASE), data)[1]
    assert [t.text for t in document(data).iter(w("delText"))] == ["8%"]
    assert any("增长11%" in line for line in lines(data))


def test_a_round_that_takes_a_change_back_leaves_no_trace_of_new_words():
    new = speech(growth="9%")
    _done, there, _decided = again(first(BASE), BASE, new)
    _done, back, _decided = again(there, new, BASE)
    assert lines(back) == BASE.text.split("\n")
    assert both_ways(first(BASE), back)[1]


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(["mobilisation-lean", "on_site"]), random=st.randoms(use_true_random=False))
def test_rounds_of_all_kinds_of_work(name: str, random: Random) -> None:
    base, facts = written(name), loaded(name).facts
    data = first(base)
    typed: list[str] = []
    for _round in range(random.randrange(1, 3)):
        data = Person(random, data, typed).work(random.randrange(1, 12))
        facts, new = redrafted(name, facts, random)
        if _round == 0:
            out = up_to_date(data, base, new)
        else:
            _done, out, decided = again(data, base, new)
            assert words(lines(out)) == words(decided)
        text = "\n".join(lines(out))
        assert [word for word in typed if text.count(word) != 1] == []
        data, base = out, new


@pytest.mark.parametrize("thing", [PICTURE, BOX], ids=["picture", "text box"])
def test_what_somebody_put_into_a_paragraph_is_there_when_its_facts_are_gone(thing):
    """The paragraph with it stays, as what a hand has touched does."""
    spaces = (
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    put_in = edited(
        first(BASE),
        lambda xml: xml.replace("<w:document", f"<w:document{spaces}", 1).replace(
            "增长8%", f"</w:t></w:r>{thing}<w:r><w:t>增长8%"
        ),
    )
    out = up_to_date(put_in, BASE, speech(invest=None, growth=None))
    assert list(accept(document(out)).iter(w("drawing")))
