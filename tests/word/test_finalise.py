"""A final file holds the speech and what people put in, and nothing of ours."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from drafting.errors import UserError
from drafting.word import Writer
from drafting.word.finalise import finalise
from drafting.word.names import GAP_MARK
from drafting.word.package import open_package
from drafting.word.text import paragraphs
from tests.word.packages import document, edited, parts, repacked
from tests.word.samples import QUESTIONS, complete, layout, speech, state

WRITER = Writer(layout())
COMPLETE = WRITER.write(complete(), state=state(complete()), markup=True)
GAPPED = WRITER.write(speech(), state=state(speech()), questions=QUESTIONS)
ANSWERED = edited(GAPPED, lambda xml: xml.replace("【待补：完成时限】", "3月底"))
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def text(data: bytes) -> str:
    package = open_package(data)
    return "\n".join(paragraph.text for paragraph in paragraphs(package.xml(package.document)))


def with_reply(data: bytes) -> bytes:
    """The file after a person has answered our comment in Word."""
    found = parts(data)
    found["word/comments.xml"] = (
        found["word/comments.xml"]
        .replace("<w:comments ", f"<w:comments {W14} ")
        .replace("<w:p>", '<w:p w14:paraId="0000000A">')
        .replace(
            "</w:comments>",
            '<w:comment w:id="7" w:author="王五"><w:p w14:paraId="0000000B"><w:r><w:t>问问发改委</w:t></w:r></w:p>'
            "</w:comment></w:comments>",
        )
    )
    found["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>'
    )
    found["word/_rels/document.xml.rels"] = found["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
        'Target="commentsExtended.xml"/></Relationships>',
    )
    found["word/document.xml"] = found["word/document.xml"].replace(
        '<w:commentReference w:id="0"/>', '<w:commentReference w:id="0"/><w:commentReference w:id="7"/>'
    )
    return repacked(found)


def test_the_text_stays_and_the_rest_goes():
    final = finalise(COMPLETE)
    assert text(final) == complete().text
    found = parts(final)
    assert not [name for name in found if name.startswith("customXml") or "custom.xml" in name]
    assert not re.search("_d_|Drafting|customXml|custom-properties", "".join(found.values()))


def test_the_same_bytes_give_the_same_bytes():
    assert finalise(COMPLETE) == finalise(COMPLETE)


def test_a_file_without_anything_of_ours_is_refused():
    with pytest.raises(UserError, match=r"^讲话\.docx: There is nothing of drafting in this file"):
        finalise(finalise(COMPLETE), "讲话.docx")


def test_it_refuses_while_gaps_remain():
    with pytest.raises(UserError) as caught:
        finalise(GAPPED, "讲话.docx")
    assert [str(fault) for fault in caught.value.faults] == [
        "讲话.docx: Still waiting for an answer: 【待补：完成时限】."
    ]


def test_a_gap_that_runs_over_several_runs_is_a_gap():
    split = edited(GAPPED, lambda xml: xml.replace("待补：完成", "待</w:t></w:r><w:r><w:t>补：完成"))
    with pytest.raises(UserError, match="完成时限"):
        finalise(split)


def test_changes_that_nobody_has_decided_on_are_told():
    def strike(xml: str) -> str:
        start = xml.index(GAP_MARK)
        start = xml.rindex("<w:r>", 0, start)
        end = xml.index("</w:r>", start) + len("</w:r>")
        return f'{xml[:start]}<w:del w:id="90" w:author="王">{xml[start:end]}</w:del>{xml[end:]}'

    with pytest.raises(UserError, match=r"accepted or rejected yet \(1\)"):
        finalise(edited(GAPPED, strike))


def test_an_answer_typed_over_a_gap_loses_shading_and_comment():
    final = finalise(ANSWERED)
    assert "土地指标必须在3月底前落实。" in text(final)
    assert "comment" not in "".join(parts(final)).lower()
    assert not re.search("comment(Range|Reference w:id)|DraftingGap", document(final))


def test_comments_of_people_stay():
    final = parts(finalise(with_reply(ANSWERED)))
    assert re.findall('w:author="(.*?)"', final["word/comments.xml"]) == ["王五"]
    assert re.findall('<w:commentReference w:id="(.)"', final["word/document.xml"]) == ["7"]
    assert "paraIdParent" not in final["word/commentsExtended.xml"]
    assert "0000000A" not in final["word/commentsExtended.xml"]


def test_bookmarks_and_properties_of_people_stay():
    data = edited(
        COMPLETE,
        lambda xml: xml.replace(
            "</w:body>", '<w:p><w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/></w:p></w:body>'
        ),
    )
    data = edited(
        data,
        lambda xml: xml.replace(
            "</Properties>",
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" '
            'name="密级"><vt:lpwstr>无</vt:lpwstr></property></Properties>',
        ),
        "docProps/custom.xml",
    )
    final = parts(finalise(data))
    assert re.findall('w:name="(.*?)"', final["word/document.xml"]) == ["_GoBack"]
    assert 'w:id="900"' in final["word/document.xml"]
    assert re.findall('name="(.*?)"', final["docProps/custom.xml"]) == ["密级"]


def test_every_part_is_listed_and_every_listed_part_is_there():
    for data in (COMPLETE, ANSWERED, with_reply(ANSWERED)):
        final = parts(finalise(data))
        types = etree.fromstring(final["[Content_Types].xml"].encode())
        named = {element.get("PartName", "/").lstrip("/") for element in types} - {""}
        assert named <= set(final)
