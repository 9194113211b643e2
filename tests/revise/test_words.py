"""Changes inside a paragraph: what a person sees in Word beside the words that he or others have put there."""

from __future__ import annotations

import pytest

from drafting.draft import Source, Span
from drafting.merge.model import Change, Fate, Step
from drafting.word.package import w
from tests.revise.files import FOOTNOTE, MESSY, PICTURE, RUBY, WITH_FACTS, field, file, ins, p, r
from tests.revise.helpers import both_ways, carried_out, change, fact, rewritten, runs
from tests.revise.resolve import accept, document, reject, texts

NEW = "rFonts"  # the look of our own plain text: nothing but the hint that it is Chinese
BOLD = "<w:b/>"


def test_a_replaced_number_is_struck_out_and_the_new_one_stands_behind_it():
    assert runs(rewritten(file([p(r("增长5.8%，"))]), "5.8%", fact("6.1%"))) == [
        ("", "增长"),
        ("", "[5.8%]"),
        ("", "6.1%"),
        ("", "，"),
    ]


def test_the_changes_are_ours_and_bear_no_date():
    root = rewritten(file([p(r("增长5.8%，"))]), "5.8%", fact("6.1%"))
    changes = list(root.iter(w("ins"), w("del")))
    assert [dict(change.attrib).get(w("author")) for change in changes] == ["drafting", "drafting"]
    assert all(w("date") not in change.attrib for change in changes)
    assert len({change.get(w("id")) for change in changes}) == 2


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ("增长", [("", "[增长]"), ("", "新"), ("b", "5.8%"), ("", "，"), ("", "好。")]),
        ("5.8%", [("", "增长"), ("b", "[5.8%]"), ("b", "新"), ("", "，"), ("", "好。")]),
        ("长5.8%", [("", "增"), ("", "[长]"), ("b", "[5.8%]"), ("b", "新"), ("", "，"), ("", "好。")]),
    ],
)
def test_new_words_look_like_those_they_replace(old, expected):
    data = file([p(r("增长"), r("5.8%", BOLD), r("，"), r("好。"))])
    assert runs(rewritten(data, old, "新")) == expected


@pytest.mark.parametrize("place", [2, 6])
def test_words_put_in_beside_a_bold_phrase_are_not_bold(place):
    data = file([p(r("增长"), r("5.8%", BOLD), r("，势头好。"))])
    step = Step(Fate.UPDATED, 0, changes=(Change(place, place, (Span("新"),)),))
    assert ("", "新") in runs(document(carried_out(data, {0: step})))


def test_words_put_in_inside_a_bold_phrase_are_bold():
    data = file([p(r("增长"), r("5.8%", BOLD), r("，势头好。"))])
    step = Step(Fate.UPDATED, 0, changes=(Change(4, 4, (Span("新"),)),))
    assert ("b", "新") in runs(document(carried_out(data, {0: step})))


def test_words_put_in_behind_a_footnote_are_not_raised():
    data = file([p(r("增长"), FOOTNOTE, r("很快。"))])
    step = Step(Fate.UPDATED, 0, changes=(Change(3, 3, (Span("得"),)),))
    assert runs(document(carried_out(data, {0: step}))) == [("", "增长"), ("", "得"), ("", "很快。")]


def test_shading_stays_on_facts_and_does_not_spread_to_words():
    root = rewritten(WITH_FACTS, "5.8%", fact("6.1%"), "左右")
    assert ("rStyle=DraftingFact rFonts", "6.1%") in runs(root)
    assert (NEW, "左右") in runs(root)


def test_line_breaks_and_tabs_come_in_as_such():
    root = rewritten(file([p(r("甲乙丙"))]), "乙", "一\n二\t三")
    assert texts(accept(root)) == ["甲一\n二\t三丙"]
    assert len(list(root.iter(w("br")))) == len(list(root.iter(w("tab")))) == 1


@pytest.mark.parametrize("track", [True, False])
@pytest.mark.parametrize(
    ("old", "container"), [("网站", "hyperlink"), ("内容", "sdt"), ("2026", "fldSimple"), ("智能", "smartTag")]
)
def test_text_in_a_link_or_the_like_is_changed_inside_it(old, container, track):
    root = rewritten(file(MESSY), old, "新的", track=track)
    around = next(element for element in root.iter(w(container)) if "新的" in "".join(element.itertext()))
    assert old not in "".join(element.text or "" for element in around.iter(w("t")))


def test_words_behind_a_field_are_not_part_of_it():
    data = file([p(r("第"), field(" PAGE ", r("3")), r("页"))])
    step = Step(Fate.UPDATED, 0, changes=(Change(2, 2, (Span("又"),)),))
    root = document(carried_out(data, {0: step}))
    end = next(mark for mark in root.iter(w("fldChar")) if mark.get(w("fldCharType")) == "end")
    assert "又" in "".join(t.text or "" for element in end.getparent().itersiblings() for t in element.iter(w("t")))


def test_words_before_a_field_are_not_part_of_it():
    data = file([p(field(" PAGE ", r("3")), r("页"))])
    step = Step(Fate.UPDATED, 0, changes=(Change(0, 0, (Span("第"),)),))
    root = document(carried_out(data, {0: step}))
    assert [element.tag for element in next(root.iter(w("p")))][1] == w("ins")


@pytest.mark.parametrize("thing", [PICTURE, FOOTNOTE, RUBY.replace("㐂", "〇")])
def test_what_is_no_text_stays_when_the_words_around_it_change(thing):
    data = file([p(r("图前"), thing, r("图后"))])
    step = Step(Fate.UPDATED, 0, changes=(Change(0, 2, (Span("新"),)), Change(3, 5, ())))
    root = accept(document(carried_out(data, {0: step})))
    assert "新" in texts(root)[0]
    assert list(root.iter(w("drawing"), w("footnoteReference"), w("ruby")))


def test_an_object_is_never_deleted_by_a_change_around_it():
    data = file([p(r("图前"), PICTURE, r("图后"))])
    step = Step(Fate.UPDATED, 0, changes=(Change(0, 5, (Span("新"),)),))
    for track in (True, False):
        root = accept(document(carried_out(data, {0: step}, track=track)))
        assert texts(root) == ["新"]
        assert len(list(root.iter(w("drawing")))) == 1


def test_what_others_have_pending_keeps_its_author_and_date():
    data = file([p(r("增长"), ins(5, r("大约5.8%左右")), r("，好。"))])
    root = rewritten(data, "5.8%", fact("6.1%"))
    assert [(c.tag, c.get(w("author")), c.get(w("date"))) for c in root.iter(w("ins"), w("del"))] == [
        (w("ins"), "李四", "2026-01-02T03:04:00Z"),
        (w("ins"), "李四", "2026-01-02T03:04:00Z"),
        (w("del"), "drafting", None),
        (w("ins"), "drafting", None),
        (w("ins"), "李四", "2026-01-02T03:04:00Z"),
    ]
    ours_last = lambda change: change.get(w("author")) == "李四"  # noqa: E731
    assert texts(accept(reject(root, ours_last))) == ["增长6.1%，好。"]


def test_our_deletion_inside_an_insertion_of_others_stands_in_it():
    root = rewritten(file([p(ins(5, r("增长5.8%。")))]), "5.8%")
    deletion = next(root.iter(w("del")))
    assert deletion.getparent().tag == w("ins")
    assert deletion.getparent().get(w("author")) == "李四"
    assert len(deletion.getparent()) == 1


def test_our_own_pending_words_are_changed_and_do_not_pile_up():
    data = file([p(r("增长5.8%。"))])
    once = carried_out(data, {0: change("增长5.8%。", "5.8%", "6.1%")})
    twice = carried_out(once, {0: change("增长6.1%。", "6.1%", "6.2%")})
    assert runs(document(twice)) == [("", "增长"), ("", "[5.8%]"), ("", "6.2%"), ("", "。")]
    assert both_ways(data, twice) == (["增长6.2%。"], True)
    thrice = carried_out(twice, {0: change("增长6.2%。", "6.2%")})
    assert runs(document(thrice)) == [("", "增长"), ("", "[5.8%]"), ("", "。")]


def test_without_tracking_the_words_are_just_there():
    data = file([p(r("增长"), ins(5, r("约")), r("5.8%。"))])
    root = rewritten(data, "5.8%", fact("6.1%"), track=False)
    assert runs(root) == [("", "增长"), ("", "约"), ("", "6.1%"), ("", "。")]
    assert [change.get(w("author")) for change in root.iter(w("ins"))] == ["李四"]


def test_a_ruby_goes_with_the_character_that_it_stands_on():
    root = accept(rewritten(file([p(r("张"), RUBY, r("同志"))]), "㐂", "三"))
    assert texts(root) == ["张三同志"]
    assert not list(root.iter(w("ruby")))


def test_a_gap_is_shaded_and_says_what_it_waits_for():
    gap = Span("【待补：时限】", Source.MISSING, "tasks[1].deadline")
    root = rewritten(WITH_FACTS, "真抓实干。", "真抓", gap)
    assert ("rStyle=DraftingGap rFonts", "【待补：时限】") in runs(root)


def test_a_place_beyond_the_end_is_refused():
    with pytest.raises(ValueError, match="no place 9"):
        carried_out(file([p(r("短"))]), {0: Step(Fate.UPDATED, 0, changes=(Change(9, 9, (Span("长"),)),))})
