"""Several ways to say a joint: which is taken hangs on the block's key and the seed, and on nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.compose import compose
from drafting.draft import Block
from tests.helpers import composed, draft, facts, house, lines, prepared

FIVE = "{% wording %}甲{% or %}乙{% or %}丙{% or %}丁{% or %}戊{% endwording %}"
ROWS = prepared(
    f"""
    questions:
      tasks: {{ask: 任务, type: table, columns: {{heading: 标题, measures: {{ask: 措施, type: list}}}}}}
    parts:
      - {{move: opening, text: "开场{FIVE}"}}
      - move: tasks
        each: tasks
        heading: "{{{{ heading }}}}"
        text: "{FIVE}{FIVE}"
        parts:
          - {{each: measures, lead: "{{{{ item }}}}", text: "{FIVE}"}}
      - {{move: closing, text: ["{FIVE}", "完一", "完二"]}}
    """
)
_NAMES = st.text(st.sampled_from("甲乙丙丁戊己庚辛"), min_size=1, max_size=6)
_TABLE = st.dictionaries(_NAMES, st.lists(_NAMES, min_size=1, max_size=3, unique=True), min_size=1, max_size=6)


def _written(rows: Sequence[tuple[str, list[str]]], seed: int = 0) -> dict[str, Block]:
    text = "tasks:\n" + "".join(f"  - {{heading: {name}, measures: [{', '.join(items)}]}}\n" for name, items in rows)
    made = compose(ROWS, facts(f"seed: {seed}\n{text}", ROWS.outline), house("")).draft
    return {block.key: block for block in made.blocks}


@given(_TABLE, st.randoms(use_true_random=False), st.integers(0, 9))
def test_adding_removing_and_reordering_rows_never_rewords_another(
    table: dict[str, list[str]], random: object, seed: int
) -> None:
    rows = list(table.items())
    before = _written(rows, seed)
    others = [row for row in rows if random.random() < 0.7]  # type: ignore[attr-defined]
    random.shuffle(others)  # type: ignore[attr-defined]
    after = _written([("新任务", ["新措施"]), *others], seed)
    for key in before.keys() & after.keys():
        assert before[key].spans == after[key].spans or before[key].heading, key


@given(st.integers(0, 10**8))
def test_the_same_seed_gives_the_same_words(seed: int) -> None:
    rows = [("修路", ["快修"]), ("架桥", ["快架"])]
    assert _written(rows, seed) == _written(rows, seed)


def test_another_seed_gives_other_words_somewhere() -> None:
    rows = [(name, ["快"]) for name in "甲乙丙丁戊己"]
    texts = {"".join(block.text for block in _written(rows, seed).values()) for seed in range(10)}
    assert len(texts) == 10


def test_every_way_is_taken_by_some_seed_about_as_often_as_the_others() -> None:
    said = [lines(f"parts: [{{move: opening, text: '{FIVE}'}}]", f"seed: {seed}")[0] for seed in range(200)]
    counts = {way: said.count(way) for way in ("甲。", "乙。", "丙。", "丁。", "戊。")}
    assert sum(counts.values()) == 200
    assert min(counts.values()) > 20


def test_two_wordings_of_one_block_are_chosen_apart() -> None:
    said = {lines(f"parts: [{{move: opening, text: '{FIVE}{FIVE}'}}]", f"seed: {seed}")[0] for seed in range(100)}
    assert len(said) > 15


@given(st.integers(0, 50), st.integers(0, 20))
def test_rewording_takes_the_next_way_and_comes_back_after_all_of_them(seed: int, steps: int) -> None:
    def said(reword: int) -> list[str]:
        text = f"parts: [{{move: opening, text: '{FIVE}'}}, {{move: closing, text: '{FIVE}'}}]"
        return lines(text, f"seed: {seed}\nreword: {{opening: {reword}}}")

    ways = [said(steps + more) for more in range(6)]
    assert ways[0] == ways[5]
    assert len({opening for opening, _closing in ways}) == 5
    assert len({closing for _opening, closing in ways}) == 1


@pytest.mark.parametrize(
    ("part", "key"),
    [
        (f"{{move: opening, text: '{FIVE}'}}", "opening"),
        (f"{{move: opening, key: host, text: '{FIVE}'}}", "host"),
        (f"{{move: opening, heading: '{FIVE}', text: 说}}", "opening"),
        (f"{{move: opening, heading: 甲, text: '{FIVE}'}}", "opening.text"),
        (f"{{move: opening, lead: '{FIVE}', text: 说}}", "opening"),
        ("{move: opening, text: [甲, 乙, 丙, 丁, 戊]}", "opening"),
    ],
)
def test_a_block_says_how_many_ways_it_has_under_the_key_by_which_it_is_reworded(part: str, key: str) -> None:
    text = f"parts: [{part}, {{move: closing, heading: 完, text: 完}}]"
    assert composed(text).choices == {key: 5}
    assert len({draft(text, f"reword: {{{key}: {steps}}}").text for steps in range(5)}) == 5


def test_the_greatest_choice_of_a_block_counts() -> None:
    two = "{% wording %}子{% or %}丑{% endwording %}"
    assert composed(f"parts: [{{move: opening, text: '{two}{FIVE}{two}'}}]").choices == {"opening": 5}


TONES = (
    "questions: {tone: {ask: 语气, type: choice, choices: [庄重, 平实, 鼓动]}}\n"
    'parts: [{move: opening, text: \'{% wording %}甲{% or for "庄重" %}乙{% or for "鼓动" '
    "%}丙{% or %}丁{% endwording %}'}]"
)


@pytest.mark.parametrize(("tone", "ways"), [("庄重", "甲乙丁"), ("鼓动", "甲丙丁"), ("平实", "甲丁"), ("", "甲丁")])
def test_a_way_for_a_tone_is_taken_only_in_that_tone(tone: str, ways: str) -> None:
    said = {lines(TONES, f"seed: {seed}\ntone: {tone}")[0] for seed in range(40)}
    assert said == {way + "。" for way in ways}


def test_where_no_way_is_for_the_tone_any_is_taken() -> None:
    text = TONES.replace("{% wording %}甲", '{% wording for "庄重" %}甲').replace("{% or %}丁", "")
    assert {lines(text, f"seed: {seed}\ntone: 平实")[0] for seed in range(40)} == {"甲。", "乙。", "丙。"}


def test_tones_hold_for_computed_values_too() -> None:
    text = (
        "questions: {tone: {ask: 语气, type: choice, choices: [庄重, 鼓动]}}\n"
        'computed: {c: \'{% wording for "庄重" %}稳{% or for "鼓动" %}冲{% endwording %}\'}\n'
        "parts: [{move: opening, text: '{{ c }}'}]"
    )
    assert (lines(text, "tone: 庄重"), lines(text, "tone: 鼓动")) == (["稳。"], ["冲。"])


def test_wordings_nest_and_hold_facts_conditions_and_paragraphs() -> None:
    text = (
        "questions: {x: 问}\n"
        "parts:\n"
        "  - move: opening\n"
        "    text: |\n"
        "      {% wording %}\n"
        "      外一{% wording %}内一{% or %}内二{% endwording %}{{ x }}\n"
        "      {% or %}\n"
        "      外二{% if x %}有{{ x }}{% endif %}\n\n"
        "      又一段\n"
        "      {% endwording %}\n"
    )
    said = {tuple(lines(text, f"seed: {seed}\nx: 甲")) for seed in range(40)}
    assert said == {("外一内一甲。",), ("外一内二甲。",), ("外二有甲。", "又一段。")}


def test_ways_written_as_a_list_may_hold_wordings_of_their_own() -> None:
    text = "parts:\n  - move: opening\n    text:\n      - '甲{% wording %}子{% or %}丑{% endwording %}'\n      - 乙\n"
    assert {lines(text, f"seed: {seed}")[0] for seed in range(40)} == {"甲子。", "甲丑。", "乙。"}


def test_a_row_is_not_reworded_when_a_later_answer_of_it_changes() -> None:
    before, after = _written([("修路", ["快修"])]), _written([("修路", ["慢修", "再修"])])
    assert before["tasks/修路.text"] == after["tasks/修路.text"]
