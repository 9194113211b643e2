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
    "a number with blanks beside it is made a field, then the facts change it": Plan(
        "opinion-lean",
        (
            Round(hands=(("write_otherwise", 213532),)),
            Round(hands=(("rewrite", 10008), ("field", 430513)), facts=(("number", 85763),)),
        ),
    ),
    "a paragraph copied by hand says an answer that begins with a day, and the day changes": Plan(
        "campaign",
        (
            Round(
                hands=(("split", 858552), ("split", 475737), ("delete_paragraph", 792135)), facts=(("turn", 211353),)
            ),
            Round(hands=(("delete_whole", 383390), ("move", 686979), ("copy", 971311))),
            Round(facts=(("number", 325703),)),
        ),
    ),
    "a paragraph of ours is split, and the file holds the memory of another one": Plan(
        "organisation_work",
        (
            Round(
                hands=(("add_numbered", 777727), ("split", 586850)),
                fate=(("other_state", 971338),),
                facts=(("seed", 686490),),
            ),
        ),
    ),
    "a paragraph moves that holds a text box with a format that somebody changed with tracking on": Plan(
        "on_site",
        (
            Round(hands=(("bold_tracked", 981807), ("into_box", 124175))),
            Round(hands=(("add", 891685), ("into_box", 119576)), facts=(("reverse", 467297),)),
        ),
    ),
    "a row comes in above a paragraph in a text box": Plan(
        "party_building", (Round(hands=(("into_box", 936381),), facts=(("row_in", 646388),)),)
    ),
    "a paragraph with a conflict is split, and the draft wants something else again": Plan(
        "inspection_drive-lean",
        (
            Round(
                hands=(("delete_phrase", 998755), ("type_inside", 793825), ("make_bold", 972905)),
                facts=(("seed", 227238),),
            ),
            Round(hands=(("split", 880985),), facts=(("seed", 817332),)),
        ),
    ),
    "a row comes in behind a text box, the paragraph that holds it moves": Plan(
        "opinion-lean",
        (
            Round(
                hands=(
                    ("delete_paragraph", 447671),
                    ("move", 127294),
                    ("delete_tracked", 690257),
                    ("split", 942640),
                    ("add_numbered", 742203),
                    ("into_box", 864751),
                ),
                facts=(("turn", 486817),),
            ),
            Round(facts=(("turn", 403127), ("row_in", 226909), ("house", 925372))),
        ),
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
    "the draft turns a list around, the hand has joined its end to the next paragraph": Plan(
        "organisation_work",
        (
            Round(hands=(("join_tracked", 615809),), facts=(("out", 457962),)),
            Round(facts=(("out", 272543), ("out", 850318))),
            Round(hands=(("delete_paragraph", 655387), ("delete_whole", 180959), ("delete_phrase", 659047))),
            Round(facts=(("reverse", 602756),)),
        ),
    ),
    "an item that the draft moves is the result of a field": Plan(
        "party_building", (Round(hands=(("make_bold", 487156), ("field", 859248)), facts=(("turn", 331194),)),)
    ),
    "a row comes in behind a table at the end": Plan(
        "on_site-lean",
        (Round(hands=(("table", 361167), ("add", 16427), ("move_tracked", 803092)), facts=(("row_in", 817759),)),),
    ),
    "the part that leads in to a list changes places with it, the list deleted": Plan(
        "opinion",
        (
            Round(facts=(("outline", 479780),)),
            Round(hands=(("accept_all", 965923), ("delete_paragraph", 578554)), facts=(("outline", 257255),)),
        ),
    ),
    "a row in a text box gets another title": Plan(
        "mobilisation-lean", (Round(hands=(("into_box", 15927),)), Round(facts=(("words", 292645),)))
    ),
    "a count changed by hand in a paragraph that is turned around": Plan(
        "party_building",
        (Round(hands=(("copy_with_bookmarks", 728738), ("replace_number", 459061)), facts=(("turn", 115052),)),),
    ),
    "words put elsewhere by the draft, half of that rejected": Plan(
        "mobilisation",
        (
            Round(facts=(("out", 691148), ("words", 134112))),
            Round(fate=(("reject_some", 8733),), facts=(("turn", 196585),)),
        ),
    ),
    "a row comes in where a paragraph was copied and another deleted": Plan(
        "opinion", (Round(hands=(("copy", 734146), ("delete_whole", 174335)), facts=(("row_in", 498383),)),)
    ),
    "words stay in their place because what stood beside them is pending": Plan(
        "campaign-lean", (Round(hands=(("delete_tracked", 318751),), facts=(("row_in", 134935), ("reverse", 714877))),)
    ),
    "the hand copies a paragraph that a new row has too": Plan(
        "opinion-lean", (Round(hands=(("copy", 799919),), facts=(("row_in", 38595),)),)
    ),
    "a conflict over a single character that the passage has anyway": Plan(
        "campaign-lean",
        (
            Round(facts=(("row_out", 881045), ("out", 477007))),
            Round(hands=(("type_inside", 572989),)),
            Round(facts=(("seed", 608492),)),
        ),
    ),
    "a heading stays that the draft drops, and the heading like it behind it was deleted by hand": Plan(
        "campaign-lean",
        (
            Round(hands=(("insert_tracked", 459114), ("delete_paragraph", 446667))),
            Round(facts=(("outline", 759731),)),
        ),
    ),
    "items that the draft hangs on another paragraph, one of them worked on by hand": Plan(
        "opinion",
        (
            Round(
                hands=(
                    ("type_inside", 469112),
                    ("move", 232908),
                    ("copy", 772912),
                    ("delete_tracked", 537376),
                ),
                facts=(("number", 286289),),
            ),
            Round(hands=(("delete_phrase", 18412),)),
            Round(facts=(("outline", 443885),)),
        ),
    ),
    "an item in a field is drafted elsewhere, and then there again": Plan(
        "symposium-lean",
        (
            Round(facts=(("row_in", 63596), ("seed", 17720))),
            Round(hands=(("move", 505515),), facts=(("row_in", 116096),)),
            Round(hands=(("field", 519535),), facts=(("reverse", 989411),)),
            Round(facts=(("turn", 251607),)),
        ),
    ),
    "a paragraph split by hand, its second half like one that the hand deleted": Plan(
        "organisation_work-lean",
        (
            Round(
                hands=(
                    ("insert_tracked", 679510),
                    ("cut_runs", 596284),
                    ("split", 898083),
                    ("delete_whole", 643920),
                ),
                facts=(("row_in", 566283),),
            ),
        ),
    ),
    "a row with a number by hand in a field goes, after its memory was lost and the draft alone was taken": Plan(
        "on_site-lean",
        (
            Round(hands=(("replace_number", 442237), ("field", 43723))),
            Round(fate=(("all_lost", 342548),)),
            Round(facts=(("out", 149711),)),
        ),
    ),
    "what was moved in front of a table goes, and all before it in that part": Plan(
        "opinion-lean",
        (
            Round(hands=(("table", 643005), ("delete_paragraph", 915233)), facts=(("turn", 467625),)),
            Round(facts=(("reverse", 151042),)),
            Round(hands=(("move", 276664),), facts=(("out", 463484),)),
        ),
    ),
    "a number changed by hand in a list, and a copy of the list that has it as it was": Plan(
        "party_building",
        (
            Round(
                hands=(
                    ("copy", 237164),
                    ("replace_number", 596601),
                    ("add_numbered", 385),
                    ("copy", 348932),
                    ("type_inside", 536006),
                ),
                facts=(("words", 533298), ("words", 156600), ("number", 246322)),
            ),
        ),
    ),
    "an answer with a number that the hand wrote with blanks gets other words in front": Plan(
        "work_conference",
        (
            Round(hands=(("copy", 145572),)),
            Round(
                hands=(("split", 132814), ("add_numbered", 591393), ("write_otherwise", 939639), ("add", 72911)),
                facts=(("row_in", 30369),),
            ),
            Round(hands=(("add_numbered", 861474),)),
            Round(
                hands=(
                    ("cut_runs", 959410),
                    ("join", 871330),
                    ("delete_paragraph", 31010),
                    ("write_otherwise", 532571),
                ),
                facts=(("words", 323882),),
            ),
        ),
    ),
    "the memory of another speech": Plan("work_conference", (Round(fate=(("other_state", 201153),)),)),
}


@pytest.mark.parametrize("name", KEPT)
def test_it_holds_now(tmp_path: Path, name: str) -> None:
    History(KEPT[name], tmp_path).run()
