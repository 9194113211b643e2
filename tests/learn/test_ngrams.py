"""What the wording of a block says of its move where no set phrase stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import Move
from drafting.i18n import _
from drafting.learn import ngrams, recognise

_MOST = 5_000_000  # bytes, as it was agreed


@given(st.text())
def test_the_shares_of_the_moves_are_one_together(text: str) -> None:
    shares = ngrams.likelihoods([text])[0]
    assert len(shares) == len(ngrams.MOVES)
    assert sum(shares) == pytest.approx(1)
    assert min(shares) >= 0


def test_a_text_without_a_known_character_is_what_most_blocks_are() -> None:
    shares = ngrams.likelihoods([""])[0]
    assert ngrams.MOVES[shares.index(max(shares))] is Move.TASKS
    assert ngrams.likelihoods(["\ue000\ue001"])[0] == shares


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("一年来，全镇上下团结一心，先后投入资金三百万元，修通了十二条路，粮食产量比上年增长一成。", Move.ACHIEVEMENTS),
        ("要抓紧把材料备齐，逐户登记，月底以前一项一项落实到位。", Move.TASKS),
        ("有的单位工作不扎实，个别干部责任心不强，群众还有意见。", Move.SHORTCOMINGS),
        ("同志们，让我们团结一致，奋力拼搏，为实现目标而努力！", Move.CLOSING),
    ],
)
def test_the_wording_as_a_whole_tells_the_move(text: str, move: Move) -> None:
    shares = ngrams.likelihoods([text])[0]
    assert ngrams.MOVES[shares.index(max(shares))] is move


def test_the_file_is_small() -> None:
    assert Path(ngrams.__file__).with_name("ngrams.txt").stat().st_size < _MOST


def test_it_is_told_as_evidence_and_can_be_switched_off() -> None:
    text = (
        "在会上的讲话\n同志们：\n一年来，全镇上下团结一心，先后投入资金三百万元，修通了十二条路，打了九眼机井，"
        "粮食产量比上年增长一成，群众的日子一天比一天好，大家看在眼里，喜在心里。"
    )
    [with_it], [without] = recognise(text), recognise(text, without=["n-grams"])
    why = _("the wording as a whole")
    assert why in [what for _weight, _move, what in with_it.found[-1].clues]
    assert why not in [what for _weight, _move, what in without.found[-1].clues]
