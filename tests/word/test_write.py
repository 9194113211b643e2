"""What stands in the file: styles, runs, anchors, gaps, properties; and that the same input gives the same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafting.draft import Block, Draft, Move, Role, Source, Span
from drafting.word import Properties, Writer
from drafting.word.names import anchors
from drafting.word.package import w
from drafting.word.read import read
from tests.word.packages import document, parts
from tests.word.samples import QUESTIONS, block, fact, item, layout, missing, speech, state

OFFICIAL = Writer(layout())


def xml(draft: Draft, **options: object) -> etree._Element:
    return etree.fromstring(document(OFFICIAL.write(draft, **options)).encode())


def one(*blocks: Block, **options: object) -> etree._Element:
    """The body of a draft of these blocks."""
    return xml(Draft(blocks), **options)


def styles(root: etree._Element) -> list[str]:
    return [style.get(w("val")) for style in root.iter(w("pStyle"))]


def runs(root: etree._Element) -> list[tuple[str, str]]:
    """Character style and text of each run with text."""
    found = []
    for run in root.iter(w("r")):
        style = run.find(f"{w('rPr')}/{w('rStyle')}")
        if text := "".join(run.itertext()):
            found.append(("" if style is None else style.get(w("val")), text))
    return found


def test_the_same_input_gives_the_same_bytes():
    code = (
        "from tests.word.samples import *; from drafting.word import Writer; import hashlib, sys;"
        "d = speech(); b = Writer(layout()).write(d, state=state(d), questions=QUESTIONS);"
        "sys.stdout.write(hashlib.sha256(b).hexdigest())"
    )
    digests = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout
        for env in ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai"})
    }
    assert len(digests) == 1


def test_writing_needs_no_lxml():
    code = "import drafting.word, sys; assert not {'lxml', 'docx', 'zipfile'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_writer_can_be_used_again():
    first = OFFICIAL.write(speech(), questions=QUESTIONS)
    OFFICIAL.write(speech(), state=state(speech()), markup=True)
    assert OFFICIAL.write(speech(), questions=QUESTIONS) == first


def test_the_list_of_types_comes_first():
    assert next(iter(parts(OFFICIAL.write(speech())))) == "[Content_Types].xml"


def test_each_role_has_its_style():
    assert styles(xml(speech()))[:6] == ["Title", "Subtitle", "Byline", "Byline", "Salutation", "BodyText"]


@pytest.mark.parametrize(
    ("marker", "level", "style", "outline"),
    [
        ("一、", 1, "Heading1", None),
        ("（二）", 2, "Heading2", None),
        ("(三)", 2, "Heading2", None),
        ("1.", 3, "Heading3", None),
        ("（1）", 4, "Heading4", None),
        ("一、", 2, "Heading1", "1"),
        ("1、", 1, "Heading3", "0"),
        ("第一，", 2, "Heading2", None),
        ("", 2, "Heading3", None),  # an unmarked heading stands below the item that contains it
        ("①", 6, "Heading4", "5"),
        ("", 0, "Heading1", None),
    ],
)
def test_a_heading_has_the_face_of_its_marker_and_the_outline_level_of_its_place(marker, level, style, outline):
    root = one(item("a", "标题", level, marker, heading=1))
    found = root.find(f".//{w('outlineLvl')}")
    assert styles(root) == [style]
    assert (None if found is None else found.get(w("val"))) == outline


def test_a_run_in_heading_leads_a_paragraph_of_body_text():
    root = one(item("a", [Span("要快。"), Span("时间不等人。")], 2, "（一）", heading=1))
    assert styles(root) == ["BodyText"]
    assert runs(root) == [("Heading2Char", "（一）要快。"), ("", "时间不等人。")]


def test_a_run_in_heading_of_the_first_level_has_not_the_face_of_a_main_part():
    root = one(item("a", [Span("要快。"), Span("时间不等人。")], 1, "一是", heading=1))
    assert runs(root) == [("Heading2Char", "一是要快。"), ("", "时间不等人。")]
    assert styles(one(item("a", "开局", 1, "一、", heading=1))) == ["Heading1"]


def test_blocks_that_run_on_stand_in_one_paragraph():
    root = one(item("a", "要快，", 2, "一是"), item("b", "要好。", 2, "二是", runs_on=True))
    assert len(root.findall(f".//{w('p')}")) == 1
    assert runs(root) == [("", "一是要快，"), ("", "二是要好。")]


def test_spans_of_one_look_are_one_run():
    assert runs(one(block("a", [Span("增长"), fact("5%", "x"), Span("。")]))) == [("", "增长5%。")]


def test_markup_shades_facts_and_counts():
    root = one(block("a", [Span("讲"), Span("三", Source.COUNT), Span("点，"), fact("5%", "x")]), markup=True)
    assert runs(root) == [("", "讲"), ("DraftingFact", "三"), ("", "点，"), ("DraftingFact", "5%")]


def test_the_gap_follows_the_head():
    root = xml(speech())
    spaced = [p.find(f"{w('pPr')}/{w('spacing')}") for p in root.iter(w("p"))]
    assert [None if s is None else s.get(w("after")) for s in spaced[:5]] == [None, None, None, "579", None]


@pytest.mark.parametrize(("text", "out"), [("同志们：", True), ("同" * 40, False)])
def test_a_salutation_stands_flush_left(text, out):
    indent = one(block("a", text, Role.SALUTATION, Move.GREETING)).find(f".//{w('ind')}")
    if out:
        assert int(indent.get(w("left"))) + int(indent.get(w("firstLine"))) == 0
    else:
        assert indent is None


def test_every_run_hints_at_chinese_marks():
    root = one(block("a", "“十四五”……—·"))
    assert [fonts.get(w("hint")) for fonts in root.iter(w("rFonts"))] == ["eastAsia"]


def test_every_style_names_its_font_in_all_slots():
    root = etree.fromstring(parts(OFFICIAL.write(speech()))["word/styles.xml"].encode())
    named = list(root.iter(w("rFonts")))
    assert named
    for fonts in named:
        assert {etree.QName(key).localname for key in fonts.attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
    assert "Theme" not in etree.tostring(root).decode()


def test_fonts_have_others_that_stand_in():
    table = parts(OFFICIAL.write(speech()))["word/fontTable.xml"]
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong"/><w:charset w:val="86"/>' in table


def test_a_gap_is_shaded_and_says_which_question_waits():
    data = OFFICIAL.write(speech(), questions=QUESTIONS)
    root = etree.fromstring(document(data).encode())
    assert ("DraftingGap", "【待补：完成时限】") in runs(root)
    ids = [
        mark.get(w("id")) for kind in ("RangeStart", "RangeEnd", "Reference") for mark in root.iter(w(f"comment{kind}"))
    ]
    assert ids == ["0", "0", "0"]
    comment = etree.fromstring(parts(data)["word/comments.xml"].encode())[0]
    assert comment.get(w("author")) == "drafting"
    assert "完成时限" in "".join(comment.itertext())
    assert "tasks[1].deadline" in "".join(comment.itertext())


def test_each_gap_has_its_own_comment():
    root = one(block("a", [missing("甲", "a"), missing("乙", "b"), Span("。")]), block("b", [missing("丙", "c")]))
    assert [mark.get(w("id")) for mark in root.iter(w("commentReference"))] == ["0", "1", "2"]
    assert [text for style, text in runs(root) if style == "DraftingGap"] == [
        "【待补：甲】",
        "【待补：乙】",
        "【待补：丙】",
    ]


def test_a_file_without_gaps_has_no_comments():
    assert "comments" not in "".join(parts(OFFICIAL.write(Draft((block("a", "文"),)))).keys())


def test_the_outer_page_number_needs_even_pages():
    assert "evenAndOddHeaders" in parts(OFFICIAL.write(speech()))["word/settings.xml"]
    centred = parts(Writer(layout("official", "page_number: {position: centre}")).write(speech()))
    assert "evenAndOddHeaders" not in centred["word/settings.xml"]
    assert "word/footer2.xml" not in centred


def test_the_page_number_is_five_runs_with_a_number_in_it():
    footer = parts(Writer(layout("reading")).write(speech()))["word/footer1.xml"]
    root = etree.fromstring(footer.encode())
    kinds = [next(iter(child for child in run if child.tag != w("rPr"))) for run in root.iter(w("r"))]
    assert [etree.QName(kind).localname for kind in kinds] == [
        *("fldChar", "instrText", "fldChar", "t", "fldChar"),
        "t",
        *("fldChar", "instrText", "fldChar", "t", "fldChar"),
    ]
    assert [text.text for text in root.iter(w("t"))] == ["1", "/", "1"]


def test_properties_are_filled():
    data = OFFICIAL.write(speech(), properties=Properties("题<名>", "张三", "会议", "讲话稿"))
    core = parts(data)["docProps/core.xml"]
    assert "<dc:title>题&lt;名&gt;</dc:title>" in core
    assert "<dc:creator>张三</dc:creator>" in core
    assert "<dc:language>zh-CN</dc:language>" in core
    assert not re.search("created|modified", core)


def test_anchors_are_short_hidden_unique_and_stable():
    draft = Draft((*speech().blocks, *speech().blocks))
    names = anchors(draft)
    assert len(set(names)) == len(names)
    assert all(name.startswith("_d_") and len(name) <= 40 for name in names)
    assert anchors(Draft(draft.blocks[3:4])) == [names[3]]
    found = [start.get(w("name")) for start in xml(draft).iter(w("bookmarkStart"))]
    assert found == names


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ud842", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_never_written(bad):
    for draft in (Draft((block("a", f"坏{bad}字"),)), Draft((item("a", "字", 1, bad),))):
        with pytest.raises(ValueError):
            OFFICIAL.write(draft)
    with pytest.raises(ValueError):
        OFFICIAL.write(speech(), properties=Properties(title=bad))


@pytest.mark.parametrize("text", ["𠮷㐂😀👨‍👩‍👧", "龘" * 10_000, " 前后 ", "a\tb\nc", "A&B<C>\"'", "]]>", "\u2028x"])
def test_any_other_text_comes_back(text):
    draft = Draft((block("a", text),))
    assert read(OFFICIAL.write(draft, state=state(draft))) == draft


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffe\uffff", min_codepoint=32), min_size=1
)


@given(st.lists(st.tuples(TEXTS.filter(str.strip), st.sampled_from(Source), st.booleans()), min_size=1, max_size=5))
def test_any_draft_comes_back(found):
    blocks = [
        block(f"b{number}", [Span("文"), Span(text, source, "path")], runs_on=runs_on and number > 0)
        for number, (text, source, runs_on) in enumerate(found)
    ]
    draft = Draft(tuple(blocks))
    assert read(OFFICIAL.write(draft, state=replace(state(draft), facts={}))) == draft
