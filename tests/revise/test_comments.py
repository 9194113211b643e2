"""Comments: clashes show what the draft would have; gaps say what they wait for; those of people stay."""

from __future__ import annotations

import pytest
from lxml import etree

from drafting.draft import Block, Move, Role, Source, Span
from drafting.merge.model import Change, Clash, Fate, Hint, Step
from drafting.word import Writer
from drafting.word.package import open_package, w
from tests.revise.files import COMMENTED, DRAFT, MESSY, OURS, PICTURE, file, ins, p, r
from tests.revise.helpers import EMPTY, both_ways, carried_out, change, fact, part
from tests.revise.resolve import accept, document, texts
from tests.word.samples import complete, layout, state

CLASH = Clash("tasks", 2, 6, "12.8%", "12.5%")


def comments(data: bytes) -> dict[str, tuple[str, str]]:
    """Author and text of each comment."""
    package = open_package(data)
    return {
        comment.get(w("id")): (comment.get(w("author")), "".join(comment.itertext()))
        for name in package.related(package.document, "comments")
        for comment in package.xml(name)
    }


def commented(data: bytes) -> dict[str, str]:
    """The text that each comment stands on."""
    found: dict[str, str] = {}
    inside: set[str] = set()
    shown = set()
    for element in accept(document(data)).iter():
        if element.tag == w("commentRangeStart"):
            inside.add(element.get(w("id")))
            found[element.get(w("id"))] = ""
        elif element.tag == w("commentRangeEnd"):
            inside.remove(element.get(w("id")))
        elif element.tag == w("commentReference"):
            shown.add(element.get(w("id")))
        elif element.tag == w("t"):
            for identifier in inside:
                found[identifier] += element.text or ""
    assert not inside
    assert shown == found.keys()
    return found


def clash(data: bytes, *clashes: Clash, number: int = 0) -> bytes:
    return carried_out(data, {number: Step(Fate.KEPT, number, clashes=clashes)})


def test_a_clash_keeps_the_words_of_the_hand_and_shows_ours_beside_them():
    data = file([p(r("增长13.1%左右。"))])
    out = clash(data, CLASH)
    assert texts(accept(document(out))) == ["增长13.1%左右。"]
    new = comments(out).keys() - comments(data).keys()
    assert [comments(out)[identifier] for identifier in new] == [
        ("drafting", "此处手工改过，保留原样。按最新事实应为“12.8%”，原稿为“12.5%”。")
    ]
    assert [commented(out)[identifier] for identifier in new] == ["13.1"]
    assert both_ways(data, out)[1]


@pytest.mark.parametrize(
    ("ours", "was", "said"),
    [
        ("", "旧话", "此处手工改过，保留原样。按最新事实应删去“旧话”。"),
        ("新话", "", "此处手工改过，保留原样。按最新事实应为“新话”。"),
    ],
)
def test_a_clash_says_what_is_to_go_and_what_is_to_come(ours, was, said):
    out = clash(file([p(r("增长13.1%左右。"))]), Clash("k", 0, 2, ours, was))
    assert said in [text for _author, text in comments(out).values()]


def test_a_clash_at_a_place_stands_on_the_nearest_character():
    for place, text in ((0, "增"), (2, "1"), (4, "1")):
        out = clash(file([p(r("增长11"))]), Clash("k", place, place, "新", ""))
        assert text in commented(out).values()


@pytest.mark.parametrize(
    "body", [p(), p(PICTURE), p(ins(5, r("增长13.1%左右。")))], ids=["empty", "picture", "pending"]
)
def test_a_clash_has_a_place_wherever_it_is(body):
    data = file([body, p(r("完"))])
    end = 1 if "drawing" in body else 3 if "增长" in body else 0
    out = clash(data, Clash("k", 0, end, "新", "旧"))
    assert len(commented(out)) == 1
    assert both_ways(data, out)[1]


def test_comments_of_people_stay_as_they_are():
    data = file([p(COMMENTED)])
    out = clash(data, Clash("k", 0, 2, "新", "旧"))
    assert comments(out)["7"] == comments(data)["7"]
    assert commented(out)["7"] == "这句话请核实"
    assert len(comments(out)) == 2


def test_a_file_that_never_had_a_comment_gets_the_part_for_it():
    data = Writer(layout()).write(complete(), state=state(complete()))
    assert not comments(data)
    assert comments(clash(data, Clash("k", 0, 2, "新", "旧"))).keys() == {"0"}


def gap(path: str) -> Span:
    return Span("【待补：时限】", Source.MISSING, path)


def test_a_new_gap_asks_its_question():
    out = carried_out(OURS, {6: change("一、认清形势，切实增强责任感", "形势", gap("meeting"), number=6)})
    ours = {identifier: text for identifier, (_author, text) in comments(out).items()}
    new = next(identifier for identifier, text in commented(out).items() if text == "【待补：时限】")
    assert ours[new] == "请回答“会议全称”（事实文件中的 meeting）。"
    run = next(run for run in document(out).iter(w("r")) if "".join(run.itertext()) == "【待补：时限】")
    assert run.find(f"{w('rPr')}/{w('rStyle')}").get(w("val")) == "DraftingGap"


def test_a_gap_is_seen_even_where_its_style_is_lost():
    data = file([p(r("在明年前落实。", "<w:b/><w:u/>"))])
    package = open_package(data)
    styles = package.xml("word/styles.xml")
    for style in [style for style in styles if style.get(w("styleId")) == "DraftingGap"]:
        styles.remove(style)
    package.put("word/styles.xml", styles)
    out = carried_out(package.to_bytes(), {0: change("在明年前落实。", "明年", gap("x"))})
    run = next(run for run in document(out).iter(w("r")) if "待补" in "".join(run.itertext()))
    assert [etree.QName(child).localname for child in run.find(w("rPr"))] == ["b", "highlight", "u"]


def test_a_gap_in_a_new_paragraph_asks_too():
    block = Block("new", Role.PARAGRAPH, 1, "", Move.TASKS, (Span("在"), gap("x.y"), Span("前。")))
    step = Step(Fate.ADDED, None, (block,), (Hint("new", 0, 9),))
    out = carried_out(file([p(r("甲"))]), {0: [Step(Fate.KEPT, 0), step]})
    assert "【待补：时限】" in commented(out).values()
    assert ("drafting", "请在事实文件中回答 x.y。") in comments(out).values()


@pytest.mark.parametrize("track", [True, False])
def test_a_gap_that_is_answered_loses_its_shading_and_its_comment(track):
    number, text = next((n, t) for n, t in enumerate(_paragraphs()) if "待补" in t)
    step = change(text, "【待补：完成时限】", fact("3月底"), number=number)
    out = carried_out(OURS, {number: step}, track=track)
    assert not comments(out)
    assert not commented(out)
    answer = next(run for run in document(out).iter(w("r")) if "".join(run.itertext()) == "3月底")
    assert answer.find(f"{w('rPr')}/{w('rStyle')}") is None


def _paragraphs() -> list[str]:
    return ["".join([block.text for block in group]) for group in DRAFT.paragraphs()]


def test_a_gap_loses_its_comment_with_its_paragraph():
    number = next(n for n, text in enumerate(_paragraphs()) if "待补" in text)
    for track in (True, False):
        out = carried_out(OURS, {number: Step(Fate.DELETED, number)}, track=track)
        assert not comments(out)
        assert not list(document(out).iter(w("commentRangeStart"), w("commentReference")))


def test_what_word_keeps_beside_a_comment_goes_with_it():
    package = open_package(OURS)
    name = "word/commentsExtended.xml"
    word_2010, word_2012 = (f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in (2010, 2012))
    root = package.xml("word/comments.xml")
    next(root.iter(w("p"))).set(f"{{{word_2010}}}paraId", "0A0B0C0D")
    package.put("word/comments.xml", root)
    extended = f'<x:commentsEx xmlns:x="{word_2012}"><x:commentEx x:paraId="0A0B0C0D" x:done="0"/></x:commentsEx>'
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    package.add(name, extended.encode(), "application/xml", kind, package.document)
    number, text = next((n, t) for n, t in enumerate(_paragraphs()) if "待补" in t)
    out = carried_out(package.to_bytes(), {number: change(text, "【待补：完成时限】", "3月底", number=number)})
    assert "0A0B0C0D" not in part(out, name)


def test_a_clash_that_is_over_loses_its_comment():
    data = file([p(r("增长13.1%左右。"))])
    once = clash(data, Clash("k", 2, 7, "12.8%", "12.5%"))
    assert "13.1%" in commented(once).values()
    twice = carried_out(once, {0: change("增长13.1%左右。", "13.1%", fact("12.8%"))})
    assert comments(twice) == comments(data)


def test_a_clash_loses_its_comment_with_a_paragraph_that_somebody_took_out():
    once = clash(file([p(r("增长13.1%左右。")), p(r("就讲这些。"))]), Clash("k", 2, 7, "12.8%", "12.5%"))
    package = open_package(once)
    root = package.xml(package.document)
    first = next(root.iter(w("p")))
    first.getparent().remove(first)
    package.put(package.document, root)
    twice = carried_out(package.to_bytes(), {0: change("就讲这些。", "这些", "到这里")})
    assert "drafting" not in {author for author, _text in comments(twice).values()}


def test_a_newer_clash_takes_the_place_of_the_one_before():
    once = clash(file([p(r("增长13.1%左右。"))]), Clash("k", 2, 7, "12.8%", "12.5%"))
    twice = clash(once, Clash("k", 2, 7, "12.9%", "12.8%"))
    assert [text for author, text in comments(twice).values() if author == "drafting"] == [
        "此处手工改过，保留原样。按最新事实应为“12.9%”，原稿为“12.8%”。"
    ]
    assert list(commented(twice).values()) == ["13.1%"]


@pytest.mark.parametrize("track", [True, False])
def test_the_question_of_a_gap_moves_with_it(track):
    number = next(n for n, text in enumerate(_paragraphs()) if "待补" in text)
    moved = Step(Fate.KEPT, number, moved=True)
    out = carried_out(OURS, {5: [Step(Fate.KEPT, 5), moved], number: []}, track=track)
    assert comments(out) == comments(OURS)
    assert commented(out) == commented(OURS)
    assert texts(accept(document(out)))[6].startswith("土地指标")


def test_a_change_beside_a_comment_of_ours_leaves_it():
    once = clash(file([p(r("增长13.1%左右。"))]), Clash("k", 2, 7, "12.8%", "12.5%"))
    twice = carried_out(once, {0: change("增长13.1%左右。", "左右", "上下")})
    assert commented(twice) == commented(once)


def test_words_put_in_behind_a_gap_are_not_part_of_its_comment():
    number, text = next((n, t) for n, t in enumerate(_paragraphs()) if "待补" in t)
    place = text.index("】") + 1
    step = Step(Fate.UPDATED, number, changes=(Change(place, place, (Span("以"),)),))
    assert "【待补：完成时限】" in commented(carried_out(OURS, {number: step})).values()


def test_everything_else_stays_where_comments_come_in():
    data = file(MESSY)
    out = clash(data, Clash("k", 0, 3, "新", "旧"), number=11)
    assert both_ways(data, out)[1]
    assert EMPTY.blocks == ()
