"""Histories that were broken once, made as short as they could be: one each, in the words of what happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.histories.history import History
from tests.histories.plan import Plan, Round

KEPT = {
    "a clash stands beside words deleted by hand": Plan(
        "party_building",
        (
            Round(hands=(("page_break", 34564), ("delete_paragraph", 703875), ("type_inside", 639192))),
            Round(hands=(("delete_tracked", 35787),), facts=(("row_out", 843037),)),
        ),
    ),
    "a row comes in above a paragraph in a text box": Plan(
        "party_building", (Round(hands=(("into_box", 936381),), facts=(("row_in", 646388),)),)
    ),
    "a paragraph moved into a text box while another counts on": Plan(
        "opinion",
        (
            Round(
                hands=(("split", 695121), ("change_marker", 746127), ("move_tracked", 286352), ("into_box", 153175)),
                facts=(("row_in", 251376),),
            ),
        ),
    ),
    "a part goes and is there again, a picture in its heading": Plan(
        "organisation_work",
        (Round(hands=(("picture", 386111),), facts=(("outline", 935682),)), Round(facts=(("outline", 396699),))),
    ),
    "the draft drops a paragraph that the hand has joined to another": Plan(
        "mobilisation-lean", (Round(hands=(("move", 151931), ("join", 907839)), facts=(("row_out", 397901),)),)
    ),
    "one half of a paragraph in a text box": Plan(
        "work_conference-lean",
        (
            Round(
                hands=(("add_numbered", 149369), ("split_tracked", 736837), ("into_box", 49434)),
                facts=(("reverse", 342081),),
            ),
        ),
    ),
    "the memory of another speech": Plan("work_conference", (Round(fate=(("other_state", 201153),)),)),
}


@pytest.mark.parametrize("name", KEPT)
def test_it_holds_now(tmp_path: Path, name: str) -> None:
    History(KEPT[name], tmp_path).run()
