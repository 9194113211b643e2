"""Speeches whose headings have no numbers: what stands below a heading is said under it."""

from __future__ import annotations

from drafting.draft import Draft, Move
from drafting.learn import recognise
from drafting.learning.learned import learn_speech
from tests.learning.outlines import drafted, prepared

SPEECH = (
    "在全市民政工作会议上的讲话\n同志们：\n今天的会议很重要。下面，我讲三点意见。\n"
    "肯定成绩，坚定信心\n去年全市新建养老院12所，救助困难群众3.6万人。\n"
    "养老服务更加方便\n食堂开到了社区，送餐送到了门口。\n"
    "正视问题，补齐短板\n农村养老床位空着，城里的排不上队。\n"
    "突出重点，抓好落实\n年底前建成养老院8所，由市民政局牵头。\n每季度复核一次，做到应保尽保。\n"
    "同志们，民政工作连着民心。谢谢大家！"
)


def read(text: str) -> Draft:
    [speech] = recognise(text)
    assert speech.draft.text == text
    return speech.draft


def moves(text: str) -> dict[str, Move]:
    return {block.text[:4]: block.move for block in read(text).blocks}


def test_what_stands_below_a_heading_is_about_what_it_says() -> None:
    found = moves(SPEECH)
    assert [found[begin] for begin in ("肯定成绩", "去年全市", "养老服务", "食堂开到")] == [Move.ACHIEVEMENTS] * 4
    assert [found[begin] for begin in ("正视问题", "农村养老")] == [Move.SHORTCOMINGS] * 2
    assert [found[begin] for begin in ("突出重点", "年底前建", "每季度复")] == [Move.TASKS] * 3
    assert found["同志们，"] is Move.CLOSING


def test_they_are_headings_of_the_draft_and_no_items() -> None:
    headings = [block for block in read(SPEECH).blocks if block.is_heading and block.move is not Move.TITLE]
    assert [block.text for block in headings] == [
        "肯定成绩，坚定信心",
        "养老服务更加方便",
        "正视问题，补齐短板",
        "突出重点，抓好落实",
    ]
    assert all(block.level == 0 and not block.marker for block in headings)


def test_an_outline_learned_from_them_has_a_part_for_each() -> None:
    draft = read(SPEECH)
    learned = learn_speech(draft, "民政")
    headed = [part for part in prepared(learned).outline.walk() if part.heading]
    assert len(headed) == 4
    assert all(part.text for part in headed)
    assert drafted(learned).text == SPEECH


def test_a_poem_or_one_short_line_has_no_headings() -> None:
    poem = "春到山乡\n雨打新桑\n人勤地肥\n麦浪金黄\n我们唱着歌回家。"
    one = "在村民会上的讲话\n乡亲们：\n今天说一件事。\n修路的事\n路要修，钱要凑。大家都出力。\n散会。"
    for text in (poem, one):
        blocks = [block for speech in recognise(text) for block in speech.draft.blocks]
        assert not any(block.is_heading for block in blocks if block.move is not Move.TITLE)
