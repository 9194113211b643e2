"""Whatever the speech: the outline and the facts learned from it give it back to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.compose import compose
from drafting.draft import Draft
from drafting.errors import UserError
from drafting.learning.learned import Learned, learn_series, learn_speech
from drafting.loading import load_facts
from tests.learning.speeches import EXAMPLES, GOLD, TEXTS, as_read, block, changed, drafts, example, gold, speech


def written(learned: Learned, folder: Path, names: list[str]) -> list[str]:
    """The speeches that the files give on disk, as `drafting write` does it."""
    (folder / f"{names[-1]}.outline.yaml").write_text(learned.outline_yaml, encoding="utf-8", newline="\n")
    texts = []
    for name, facts in zip(names, learned.facts_yamls, strict=True):
        path = folder / f"{name}.facts.yaml"
        path.write_text(facts, encoding="utf-8", newline="\n")
        loaded = load_facts(path)
        texts.append(compose(loaded.prepared, loaded.facts, loaded.house).draft.text)
    return texts


def paragraphs(draft: Draft) -> str:
    """The text of a draft without lines that hold nothing."""
    return "\n".join([line for line in draft.text.split("\n") if line])


@pytest.mark.parametrize("name", GOLD)
def test_a_studied_speech_comes_back(name: str, tmp_path: Path) -> None:
    assert written(learn_speech(gold(name), name), tmp_path, [name]) == [gold(name).text]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_speech_of_our_own_comes_back_with_its_structure(name: str, tmp_path: Path) -> None:
    learned = learn_speech(example(name), name)
    assert written(learned, tmp_path, [name]) == [example(name).text]
    found, wanted = as_read(learned.drafts[0]), as_read(example(name))
    assert [(*block[:3], *block[4:]) for block in found] == [(*block[:3], *block[4:]) for block in wanted]
    # The rows of a table have one move: a last row that secures the others is one of them.
    assert [block[3] for block in found if block[1] < 2] == [block[3] for block in wanted if block[1] < 2]


@settings(max_examples=25, deadline=None)
@given(drafts())
def test_any_speech_comes_back(draft: Draft) -> None:
    assert learn_speech(draft, "speech").drafts[0].text == paragraphs(draft)


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(GOLD or ["none"]), st.integers(0, 60), TEXTS)
def test_a_studied_speech_with_another_passage_comes_back(name: str, number: int, text: str) -> None:
    if name not in GOLD:
        pytest.skip("the studied speeches are not here")
    draft = changed(gold(name), number, text)
    assert learn_speech(draft, name).drafts[0].text == paragraphs(draft)


@settings(max_examples=6, deadline=None)
@given(st.lists(drafts(), min_size=2, max_size=3))
def test_speeches_of_any_kind_come_back_from_one_outline(editions: list[Draft]) -> None:
    names = [f"year {number}" for number in range(len(editions))]
    learned = learn_series(editions, names)
    assert [draft.text for draft in learned.drafts] == list(map(paragraphs, editions))


@settings(max_examples=10, deadline=None)
@given(drafts(), st.lists(st.tuples(st.integers(0, 9), TEXTS), min_size=1, max_size=3))
def test_years_that_differ_a_little_come_back(draft: Draft, changes: list[tuple[int, str]]) -> None:
    editions = [draft]
    for number, text in changes:
        editions.append(changed(editions[-1], number, text))
    learned = learn_series(editions, [str(2020 + number) for number in range(len(editions))])
    assert [draft.text for draft in learned.drafts] == list(map(paragraphs, editions))


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe", "\u2029"])
def test_what_no_file_can_hold_is_refused(character: str) -> None:
    with pytest.raises(UserError, match=rf"U\+{ord(character):04X}.*cannot be written"):
        learn_speech(speech("标题", f"正文{character}。"), "speech")


def test_nothing_to_learn_from() -> None:
    with pytest.raises(UserError, match="no text to learn from"):
        learn_speech(Draft(()), "speech")


def test_a_block_of_several_lines_is_several_paragraphs() -> None:
    draft = Draft((block("一、头一行\n第二行。\n", "一、", 1), block("二、又一条", "二、", 1)))
    assert learn_speech(draft, "speech").drafts[0].text == "一、头一行\n第二行。\n二、又一条"
