"""A speech copied from a chat program: the marks of its Markdown go and are told, its headings are headings."""

from __future__ import annotations

import pytest

from tests.learn.one import BODY, TITLE, only, page

PLAIN = [
    TITLE, "（2024年3月8日）", "同志们：", BODY,
    "一、肯定成绩", "1. 去年全县收粮68万吨，比上年多3万吨。", "2. 新建粮仓12座。",
    "二、正视差距", "三、明确任务", "（一）备足仓容", BODY, "（二）备足资金", BODY, "谢谢大家！",
]  # fmt: skip
MARKED = [
    f"# {TITLE}", "**（2024年3月8日）**", "同志们：", BODY, "---",
    "## 一、肯定成绩", "1. 去年全县收粮**68万吨**，比上年多3万吨。", "2. 新建粮仓12座。", "---",
    "## 二、正视差距", "## 三、明确任务", "### （一）备足仓容", BODY, "### （二）备足资金", BODY, "***", "谢谢大家！",
]  # fmt: skip
BOLD = [
    f"**{TITLE}**", "**（2024年3月8日）**", "同志们：", BODY,
    "**一、肯定成绩**", "1. 去年全县收粮68万吨，比上年多3万吨。", "2. 新建粮仓12座。",
    "**二、正视差距**", "**三、明确任务**", "**（一）备足仓容**", BODY, "**（二）备足资金**", BODY, "谢谢大家！",
]  # fmt: skip


@pytest.mark.parametrize("lines", [MARKED, BOLD])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_marks_of_markdown_go_and_the_headings_are_known(lines: list[str], between: str) -> None:
    speech, plain = only(between.join(lines)), only("\n".join(PLAIN))
    assert speech.draft.text == "\n".join(PLAIN)
    assert speech.title == TITLE
    assert [(b.role, b.level, b.marker, b.move) for b in speech.draft.blocks] == [
        (b.role, b.level, b.marker, b.move) for b in plain.draft.blocks
    ]
    assert {one.why for one in speech.removed} == {"marks of a chat program (Markdown)"}


def test_headings_without_numbers_are_known_by_their_marks() -> None:
    lines = [f"# {TITLE}", "同志们：", "## 肯定成绩", BODY, "## 明确任务", "### 备足仓容", BODY, "### 备足资金", BODY]
    blocks = only("\n\n".join(lines)).draft.blocks
    assert [(block.text, block.level) for block in blocks if block.level and block.text != BODY] == [
        ("肯定成绩", 1), ("明确任务", 1), ("备足仓容", 2), ("备足资金", 2),
    ]  # fmt: skip


def test_masks_of_names_and_years_stay_in_a_text_with_marks() -> None:
    line = "20**年到20**年，**县、**镇和**局三家超额，**县粮食局还差**吨。"
    assert (
        line
        in only("\n\n".join([f"# {TITLE}", "同志们：", "## 一、肯定成绩", line, "## 二、明确任务", BODY])).draft.text
    )


def test_a_text_without_headings_in_markdown_keeps_its_signs() -> None:
    lines = [BODY, "#话题#", "**县和**镇", "- 清仓", BODY]
    assert only(page(*lines)).draft.text.split("\n")[2:] == lines


def test_what_a_chat_program_says_of_its_text_goes() -> None:
    says = ["好的，以下是为您起草的讲话稿：", "希望这篇讲话稿对您有所帮助！如需修改，请随时告诉我。"]
    speech = only("\n\n".join([says[0], *MARKED, "---", says[1]]))
    assert speech.draft.text == "\n".join(PLAIN)
    assert set(says) <= {one.text for one in speech.removed}


def test_a_speaker_who_wants_to_be_told_keeps_his_words() -> None:
    line = "方案如需调整，请随时告诉我；各单位可以根据实际情况修改。"
    assert only(page(BODY, line)).draft.text.endswith(line)
