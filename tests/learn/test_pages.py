"""Web pages whose source is broken and indented in every way: the same speech as on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.draft import Role
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
