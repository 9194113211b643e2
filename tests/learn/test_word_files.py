"""Word files, old and new: numbers, headings, changes and hidden text as Word shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.draft import Move, Role
from tests.learn.files import markers, read
from tests.learn.packages import abstract, docx, numbering, paragraph, style
from tests.learn.speeches import make
from tests.learning.fitting import fit_to
from tests.word.tools import converted, need_module


def test_blanks_of_a_word_file_are_meant(tmp_path: Path) -> None:
    lines = ["同志们：", "出席的有：" + "　".join(["张三", "李四", "王五", "赵六"] * 5) + "。"]
    [speech] = read(tmp_path, "a.docx", docx([paragraph(line) for line in lines]))
    assert speech.draft.text == "\n".join(lines)


def test_automatic_numbers_of_word_are_part_of_the_text(tmp_path: Path) -> None:
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    data = docx(
        [
            paragraph("在全县水利工作会议上的讲话", "T"),
            paragraph("同志们："),
            paragraph("我讲两点意见。"),
            paragraph("修好堤坝", number="1"),
            paragraph("查清险段。要逐段走到。", number="1", level=1),
            paragraph("备足石料。要就近堆放。", number="1", level=1),
            paragraph("管好闸门", number="1"),
            paragraph("定人。要一闸一人。", number="1", level=1),
            paragraph("定责。要写到纸上。", number="1", level=1),
        ],
        abstract("0", levels) + numbering("1", "0"),
        style("T", "Title"),
    )
    [speech] = read(tmp_path, "a.docx", data)
    assert markers(speech) == [("一、", 1), ("（一）", 2), ("（二）", 2), ("二、", 1), ("（一）", 2), ("（二）", 2)]
    assert speech.draft.blocks[0].role is Role.TITLE


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimalEnclosedCircle", "①"),
        ("decimalFullWidth", "１"),
        ("upperRoman", "I"),
        ("lowerLetter", "a"),
        ("japaneseCounting", "一"),
        ("chineseLegalSimplified", "壹"),
        ("ideographTraditional", "甲"),
        ("decimalZero", "01"),
        ("bullet", ""),
    ],
)
def test_word_numbers_in_many_forms(tmp_path: Path, form: str, shown: str) -> None:
    text = f"{shown}、" if shown else ""
    data = docx([paragraph("同志们：要修堤。", number="1")], abstract("0", [(form, "%1、")]) + numbering("1", "0"))
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text.replace("\n", "") == text + "同志们：要修堤。"


def test_a_numbering_that_starts_anew_and_one_that_comes_with_a_style(tmp_path: Path) -> None:
    data = docx(
        [
            paragraph("甲要修。", "N"),
            paragraph("乙要修。", "Child"),
            paragraph("丙要修。", number="2"),
            paragraph("丁。"),
        ],
        abstract("0", [("decimal", "%1、")]) + numbering("1", "0") + numbering("2", "0", restart=1),
        style("N", "Numbered", more='<w:numPr><w:numId w:val="1"/></w:numPr>') + style("Child", "Child", "N"),
    )
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text.split("\n") == ["1、甲要修。", "2、乙要修。", "1、丙要修。", "丁。"]


def test_pending_insertions_are_in_and_deletions_are_out(tmp_path: Path) -> None:
    inner = (
        '<w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    )
    data = docx([paragraph("同志们："), f"<w:p>{inner}<w:r><w:t>堤要修。</w:t></w:r></w:p>"])
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text == "同志们：\n新堤要修。"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("ending", ["doc", "wps"])
def test_an_old_word_file_is_read_like_its_docx(tmp_path: Path, ending: str) -> None:
    need_module("doc2docx")
    made = make(7)
    source = tmp_path / "old.docx"
    source.write_bytes(docx([paragraph(line) for line in made.paragraphs]))
    old = converted(source, "doc", tmp_path / "profile")
    [speech] = read(tmp_path, f"old.{ending}", old.read_bytes())
    assert speech.draft.text == made.text
    assert markers(speech) == [(item.marker, item.level) for item in made.items]


def test_headings_that_only_word_knows_are_items_of_their_levels(tmp_path: Path) -> None:
    lines = [
        ("在全县水利工作会议上的讲话", "T"), ("同志们：", ""), ("我讲两点意见。", ""), ("修好堤坝", "H1"),
        ("查清险段", "H2"), ("要逐段走到。", ""), ("备足石料", "H2"), ("要就近堆放。一是买，二是采。", ""),
        ("管好闸门", "H1"), ("要一闸一人。", ""),
    ]  # fmt: skip
    styles = style("T", "Title") + style("H1", "heading 1") + style("H2", "标题 2")
    [speech] = read(tmp_path, "a.docx", docx([paragraph(text, name) for text, name in lines], "", styles))
    assert markers(speech) == [("", 1), ("", 2), ("", 2), ("一是", 3), ("二是", 3), ("", 1)]
    assert [block.level for block in speech.draft.blocks] == [0, 0, 0, 1, 2, 2, 2, 2, 3, 3, 1, 1]
    assert speech.draft.text == "\n".join(text for text, _style in lines)


def test_headings_with_typed_numbers_are_read_by_their_numbers(tmp_path: Path) -> None:
    lines = [("同志们：", ""), ("一、修好堤坝", "H1"), ("要快。", ""), ("二、管好闸门", "H1"), ("要稳。", "")]
    data = docx([paragraph(text, name) for text, name in lines], "", style("H1", "heading 1"))
    assert markers(read(tmp_path, "a.docx", data)[0]) == [("一、", 1), ("二、", 1)]


def test_hidden_text_is_not_read_and_said_to_be_left_out(tmp_path: Path) -> None:
    hidden = "<w:p><w:r><w:t>要修堤。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握。</w:t></w:r></w:p>"
    [speech] = read(tmp_path, "a.docx", docx([paragraph("同志们："), hidden]))
    assert speech.draft.text == "同志们：\n要修堤。"
    assert [removed.text for removed in speech.removed] == ["内部掌握。"]


def test_text_that_a_style_hides_is_not_read(tmp_path: Path) -> None:
    def styled(text: str, properties: str) -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"

    hides = "<w:rPr><w:vanish/></w:rPr></w:style>"
    styles = style("P", "note").replace("</w:style>", hides) + style("Q", "based", "P")
    styles += style("C", "inside").replace('"paragraph"', '"character"').replace("</w:style>", hides)
    inside = styled("勿外传。", '<w:rStyle w:val="C"/>')
    mixed = f"<w:p>{styled('要修堤。', '')}{inside}</w:p>"
    shown = styled("要管闸。", '<w:vanish w:val="0"/>')
    kept = f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{shown}</w:p>'
    data = docx(
        [paragraph("同志们："), mixed, paragraph("内部掌握。", "P"), paragraph("不念。", "Q"), kept], "", styles
    )
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text == "同志们：\n要修堤。\n要管闸。"
    assert [removed.text for removed in speech.removed] == ["勿外传。", "内部掌握。", "不念。"]


def test_notes_below_the_page_are_not_read_and_said_to_be_left_out(tmp_path: Path) -> None:
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = f"<w:p><w:r><w:t>去年收粮4.2万吨</w:t></w:r>{mark}<w:r><w:t>。</w:t></w:r></w:p>"
    note = "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> 快报数。</w:t></w:r></w:p></w:footnote>"
    end = "<w:endnote w:id='3'><w:p><w:r><w:t>含代储。</w:t></w:r></w:p></w:endnote>"
    data = docx([paragraph("同志们："), body], notes={"footnotes": note, "endnotes": end})
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text == "同志们：\n去年收粮4.2万吨。"
    assert [(removed.text, removed.why) for removed in speech.removed] == [
        ("快报数。", "a footnote"),
        ("含代储。", "an endnote"),
    ]


def test_who_speaks_is_a_byline_though_the_file_calls_it_a_subtitle(tmp_path: Path) -> None:
    lines = [paragraph("在全县水利工作会议上的讲话", "Title"), paragraph("县水利局局长　江海平", "Subtitle")]
    styles = style("Title", "Title") + style("Subtitle", "Subtitle")
    [speech] = read(tmp_path, "a.docx", docx([*lines, paragraph("同志们："), paragraph("今天开会。")], styles=styles))
    assert [block.role for block in speech.draft.blocks[:3]] == [Role.TITLE, Role.BYLINE, Role.SALUTATION]


def row(*cells: str) -> str:
    return "<w:tr>" + "".join([f"<w:tc>{cell}</w:tc>" for cell in cells]) + "</w:tr>"


def test_a_row_of_a_table_stays_a_row_and_is_said_to_be_one(tmp_path: Path) -> None:
    table = f"<w:tbl>{row(paragraph('单位'), paragraph('任务数'))}{row(paragraph('城东水厂'), paragraph('30'))}</w:tbl>"
    lines = [paragraph("同志们："), paragraph("任务分一分："), table, paragraph("请照表办。")]
    [speech] = read(tmp_path, "a.docx", docx(lines))
    assert speech.draft.text.split("\n")[1:] == ["任务分一分：", "单位\t任务数", "城东水厂\t30", "请照表办。"]
    assert ["a row of a table" in found.evidence for found in speech.found[2:]] == [True, True, False]


def test_a_table_that_only_lays_out_the_page_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    cells = paragraph("同志们：") + paragraph("今天开会。"), paragraph("请看右边。") + paragraph("散会。")
    [speech] = read(tmp_path, "a.docx", docx([f"<w:tbl>{row(*cells)}</w:tbl>"]))
    assert speech.draft.text.split("\n") == ["同志们：", "今天开会。", "请看右边。", "散会。"]


def test_the_last_row_of_a_table_before_the_closing_stands_where_its_other_rows_do(tmp_path: Path) -> None:
    lines = [
        "在全县水利工作会议上的讲话", "同志们：", "今天开会。我讲两点意见。", "一、认清形势", "堤坝还有险段。",
        "二、抓好落实", "（一）查清险段", "各乡镇要逐段走到，5月底前查完。",
        "（二）备足石料", "投入380万元买石料，由水利局负责。",
    ]  # fmt: skip
    cells = [
        ("阶段", "时间", "单位"),
        ("自查", "4月", "各乡镇"),
        ("复查", "5月", "水利局"),
        ("验收", "6月", "县府办"),
    ]
    table = "".join(row(*map(paragraph, of_row)) for of_row in cells)
    body = [*map(paragraph, lines), f"<w:tbl>{table}</w:tbl>", paragraph("同志们，让我们共同努力！")]
    [speech] = read(tmp_path, "a.docx", docx(body))
    rows = [block for block in speech.draft.blocks if "\t" in block.text]
    assert [(block.level, block.move) for block in rows] == [(2, Move.TASKS)] * 4


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("\uf0b7", "●"), ("\uf0d8", "➢"), ("■", "■"), ("–", "–"), ("——", "——"), ("\uf0ff", "●"), ("", "")],
)
def test_the_bullets_that_word_sets_before_paragraphs_are_read_and_no_number_is_doubled(
    tmp_path: Path, sign: str, shown: str
) -> None:
    data = docx(
        [
            paragraph("要抓好以下工作："),
            paragraph("修好堤坝。", "B"),
            paragraph("备足石料。", number="1"),
            paragraph("（一）管好闸门。", "B"),
            paragraph("", "B"),
        ],
        abstract("0", [("bullet", sign)]) + numbering("1", "0"),
        style("B", "List Bullet", more='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    )
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text.split("\n")[1:] == [f"{shown}修好堤坝。", f"{shown}备足石料。", "（一）管好闸门。"]


def test_tasks_in_paragraphs_with_bullets_are_found_with_owner_and_deadline(tmp_path: Path) -> None:
    data = docx(
        [
            paragraph("在全市气象工作会议上的讲话"),
            paragraph("同志们："),
            paragraph("今天开会。"),
            paragraph("一、2025年重点工作"),
            paragraph("2025年，要重点抓好以下工作："),
            paragraph("建强监测网络。新建自动站26个，由监测处负责，10月底前完成。", "B"),
            paragraph("提升服务能力。开展“直通式”服务，覆盖新型经营主体1500家。", "B"),
            paragraph("二、几点要求"),
            paragraph("党员干部要守住底线。"),
            paragraph("同志们，让我们同心同德、开拓进取，为建设气象强市而努力奋斗！"),
        ],
        abstract("0", [("bullet", "\uf0b7")]) + numbering("1", "0"),
        style("B", "List Bullet", more='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    )
    [speech] = read(tmp_path, "a.docx", data)
    first, second = fit_to("work_conference", speech.draft).answers["tasks"]
    assert (first["heading"], first["owner"], first["deadline"]) == ("建强监测网络", "监测处", "10月底")
    assert second["heading"] == "提升服务能力"
