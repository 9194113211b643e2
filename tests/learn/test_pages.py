"""Web pages whose source is broken and indented in every way: the same speech as on the screen."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from drafting.draft import Role
from drafting.errors import UserError
from drafting.learn import Speech
from drafting.reading import read_speeches

LINES = [
    "在全县水利工作会议上的讲话", "（2024年3月1日）", "同志们：", "今天，我讲两点意见，请大家认真听、抓好落实。",
    "一、修好堤坝", "首先，东堤要在2024年5月前修好。其次，西堤要在10月前修好。", "二、管好闸门", "要认真。",
]  # fmt: skip
BLANKS = [
    "&emsp;&emsp;",
    "&ensp;&ensp;",
    "&nbsp;&nbsp;&nbsp;&nbsp;",
    "\u3000\u3000",
    "&thinsp;",
    "&#8203;",
    "&#xfeff;",
    "",
]


def text_of(folder: Path, body: str) -> str:
    file = folder / "page.html"
    file.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
    [speech] = read_speeches(file)
    markers = [found.block.marker for found in speech.found if found.block.role is Role.ITEM]
    assert markers == ["一、", "首先，", "其次，", "二、"]
    assert speech.title == LINES[0]
    return speech.draft.text


@pytest.mark.parametrize("blank", BLANKS)
def test_lines_indented_with_any_blank_are_read_alike(tmp_path: Path, blank: str) -> None:
    for between in ("<br>", "<br/><br/>\n", f"<br>{blank}<br>\n\t"):
        assert text_of(tmp_path, "<div>" + between.join(blank + line for line in LINES) + "</div>") == "\n".join(LINES)
    assert text_of(tmp_path, "".join(f"<p>{blank}{line}{blank}</p>" for line in LINES)) == "\n".join(LINES)


def test_preformatted_text_keeps_its_lines(tmp_path: Path) -> None:
    for end in ("\n", "\r\n"):
        assert text_of(tmp_path, f"<pre>{end.join('　　' + line for line in LINES)}</pre>") == "\n".join(LINES)
    spans = "".join(f"<span>　　{line}\n</span>" for line in LINES)
    assert text_of(tmp_path, f"<pre>{spans}</pre><p>\n</p>") == "\n".join(LINES)


def test_line_breaks_of_the_source_are_none_of_the_speech(tmp_path: Path) -> None:
    for at in (3, 7, 11):
        wrapped = ["\n   ".join(line[start : start + at] for start in range(0, len(line), at)) for line in LINES]
        assert text_of(tmp_path, "".join(f"<p>\n{line}\n</p>" for line in wrapped)) == "\n".join(LINES)
        spans = [
            "\n".join(f"<span>{line[start : start + at]}</span>" for start in range(0, len(line), at)) for line in LINES
        ]
        assert text_of(tmp_path, "".join(f"<p>\n{line}\n</p>" for line in spans)) == "\n".join(LINES)


def test_a_line_break_between_latin_words_is_a_blank(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES) + "<p>要用好 Open\nData，\n分清主次。</p>"
    assert text_of(tmp_path, body).endswith("要用好 Open Data，分清主次。")


def page_of(folder: Path, around: str) -> Speech:
    file = folder / "page.html"
    body = "".join(
        f"<p>{line}</p>" for line in [*LINES, "堤坝连着千家万户，出了事谁也担不起，汛期之前一天也不能等。", "散会。"]
    )
    file.write_text(f"<html><body>{around.format(body=body)}</body></html>", encoding="utf-8")
    [speech] = read_speeches(file)
    return speech


@pytest.mark.parametrize("heading", ["网友评论", "最新评论（2条）", "发表评论", "全部评论 2条：", "我来说两句"])
def test_what_readers_wrote_below_a_speech_is_taken_out_and_told(tmp_path: Path, heading: str) -> None:
    comments = "<p>张三：写得好，对我的工作很有帮助，谢谢楼主分享！</p><p>李四：求全文</p>"
    speech = page_of(tmp_path, f"{{body}}<div><h3>{heading}</h3>{comments}</div>")
    assert speech.draft.text.endswith("\n散会。")
    assert {"李四：求全文", "张三：写得好，对我的工作很有帮助，谢谢楼主分享！"} <= {one.text for one in speech.removed}


def test_menus_and_footers_that_are_left_out_are_told(tmp_path: Path) -> None:
    speech = page_of(tmp_path, "<nav><ul><li><a>首页</a></li></ul></nav>{body}<footer>某县政府办公室主办</footer>")
    assert speech.draft.text.endswith("\n散会。")
    assert {"首页", "某县政府办公室主办"} <= {one.text for one in speech.removed}


def test_the_body_that_signs_above_the_last_date_is_no_part_of_the_speech(tmp_path: Path) -> None:
    speech = page_of(tmp_path, "{body}<p>县水利局</p><p>2024年3月1日</p>")
    assert [block.role for block in speech.draft.blocks[-2:]] == [Role.BYLINE, Role.BYLINE]


def test_the_source_of_a_page_in_a_text_file_is_read_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    for body in (
        "\n".join(f"<p>{line}</p>" for line in LINES),
        "<br>\n".join(LINES),
        f"<strong>{LINES[0]}</strong>" + "".join(f'<p style="text-indent: 2em">{line}</p>' for line in LINES[1:]),
    ):
        file.write_text(body, encoding="utf-8")
        assert read_speeches(file)[0].draft.text == "\n".join(LINES)


def test_a_tag_or_two_that_a_text_speaks_of_make_no_page(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    lines = [*LINES, "网站上的<br>标签要清理干净，<p>标签也一样。"]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert read_speeches(file)[0].draft.text == "\n".join(lines)


def test_signs_that_a_page_writes_as_words_are_signs(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    lines = [*LINES[:3], "今天，我讲&ldquo;两点&rdquo;意见&hellip;&hellip;请大家认真听。", *LINES[4:]]
    file.write_text("\n".join([f"&nbsp;&nbsp;&#12288;{line}" for line in lines]), encoding="utf-8")
    [speech] = read_speeches(file)
    assert speech.draft.text == "\n".join(lines).replace("&ldquo;", "“").replace("&rdquo;", "”").replace(
        "&hellip;", "…"
    )
    assert speech.title == LINES[0]


@pytest.mark.parametrize("name", ["page.mht", "page.doc"])
@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "base64"), ("gb2312", "quoted-printable")])
def test_a_page_saved_with_its_pictures_is_read(tmp_path: Path, name: str, charset: str, encoding: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    page = f'<html><head><meta charset="{charset}"></head><body>{body}</body></html>'
    code = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}[encoding]
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_part"\r\n\r\n'
    part = f'--=_part\r\nContent-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    file = tmp_path / name
    file.write_bytes((head + part).encode() + code(page.encode(charset)) + b"\r\n--=_part--\r\n")
    assert read_speeches(file)[0].draft.text == "\n".join(LINES)


def test_parts_within_parts_without_end_are_told(tmp_path: Path) -> None:
    file = tmp_path / "page.mht"
    parts = [f'Content-Type: multipart/related; boundary="b{depth}"\r\n\r\n--b{depth}\r\n' for depth in range(3000)]
    file.write_text("MIME-Version: 1.0\r\n" + "".join(parts), encoding="utf-8")
    with pytest.raises(UserError, match="cannot be read"):
        read_speeches(file)


@pytest.mark.parametrize("block", ["p", "h2", "div"])
def test_the_numbers_of_a_page_stand_before_headings_in_its_lists_too(tmp_path: Path, block: str) -> None:
    body = (
        "<h1>在全县护林会议上的讲话</h1><p>同志们：</p><p>今天开会，讲两点意见。</p>"
        f"<ol><li><{block}>提高认识</{block}></li></ol><p>护林是大事。</p>"
        f"<ol start=2><li><{block}>抓好落实</{block}></li></ol><p>各村要看好山。</p>"
    )
    file = tmp_path / "a.html"
    file.write_text(f"<html><meta charset=utf-8><body>{body}</body></html>", "utf-8")
    [speech] = read_speeches(file)
    assert [block.marker for block in speech.draft.blocks if block.marker] == ["1.", "2."]
    assert "1. 提高认识" in speech.draft.text


def table(*rows: tuple[str, ...], cell: str = "<p>{}</p>") -> str:
    """A table of a web page."""
    cells = ["".join(f"<td>{cell.format(text)}</td>" for text in row) for row in rows]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>", "<p align='center'><span>{}</span></p>", "<div>\n{}\n</div>"])
def test_the_rows_of_a_table_are_lines_with_tabs_between_their_cells(tmp_path: Path, cell: str) -> None:
    said = "".join(f"<p>{line}</p>" for line in LINES)
    rows = (("任务", "责任单位", "时限"), ("加固东堤", "水利局", "5月底"), ("疏浚东河", "", "8月底"))
    lines = ["\t".join(row) for row in rows]
    assert text_of(tmp_path, said + table(*rows, cell=cell)) == "\n".join([*LINES, *lines])


def test_a_table_in_which_a_page_is_laid_out_is_no_table_of_the_speech(tmp_path: Path) -> None:
    said = "".join(f"<p>{line}</p>" for line in LINES)
    for around in (table(("", said)), table((said, "")), table((table((said,)),)), table(*[(line,) for line in LINES])):
        assert text_of(tmp_path, around) == "\n".join(LINES)
