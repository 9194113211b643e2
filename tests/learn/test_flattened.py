"""Speeches whose paragraphs a site has run together: where a paragraph is put, and where none is."""

from __future__ import annotations

from drafting.draft import Move, Role
from tests.learn.one import BODY, TITLE, only

OPENING = "今天开这个会，是县政府决定的，主要任务是总结去年的收购，安排今年的收购，把农民手里的粮食一粒不少地收上来。"
WHY = "收好粮食是稳住农民收入的头等大事。一年的汗水就看这一秤，大家一定要认识到这件事的重要意义。"


def paragraphs(*sentences: str) -> list[str]:
    """The paragraphs that a speech of one line is parted into."""
    speech = only(TITLE + "同志们：" + "".join(sentences))
    return [block.text for block in speech.draft.blocks if block.role is Role.PARAGRAPH]


def test_the_opening_ends_where_it_says_how_many_points_will_follow() -> None:
    said = "下面，我讲几点意见。"
    assert paragraphs(OPENING, said, WHY, BODY * 4) == [OPENING + said, WHY + BODY * 4]


def test_what_stands_behind_the_opening_of_a_flattened_speech_does_not_open_it() -> None:
    speech = only(TITLE + "同志们：" + OPENING + "下面，我讲几点意见。" + WHY + "(一)" + BODY * 3 + "(二)" + BODY * 3)
    assert [block.move for block in speech.draft.blocks if block.text == WHY] == [Move.SIGNIFICANCE]


def test_the_sentence_that_announces_the_points_is_no_paragraph_of_its_own() -> None:
    said = "借此机会，我讲两个方面的意见："
    assert paragraphs(OPENING, said, "一、" + BODY * 3, "二、" + BODY * 3)[0] == OPENING + said


def test_thanks_go_with_what_they_are_for() -> None:
    told = "去年各站收粮四万吨，没有一张白条，没有一起上访，农民满意，企业放心，站上的同志起早贪黑，人人晒黑了一层。"
    thanks = "在此，我代表县政府，向大家表示感谢！"
    turn = "在肯定成绩的同时，也要看到不足。"
    assert paragraphs(told, thanks, turn, BODY * 5) == [told + thanks, turn + BODY * 5]


def test_no_block_ends_with_the_blank_that_stood_before_the_next_paragraph() -> None:
    listed = "1、建好站点。" + BODY + " 2、备好资金。" + BODY + " "
    speech = only(TITLE + "同志们：" + OPENING + " 一、" + BODY + " " + listed + "二、" + BODY * 2)
    assert [block.text for block in speech.draft.blocks if block.text != block.text.strip()] == []
    assert [block.marker for block in speech.draft.blocks if block.marker] == ["一、", "1、", "2、", "二、"]
