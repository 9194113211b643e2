"""Whatever people do to the file and to the facts: nothing of theirs is lost, and nothing appears that nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.compose import compose
from drafting.draft import Draft, Source
from drafting.errors import UserError
from drafting.facts.model import Facts
from drafting.merge import merge, result_text
from drafting.merge.model import OBJECT, Entry, Fate, Kind, Merge, Seen
from tests.merge.desk import file_of, next_file
from tests.merge.hands import Typist, other_facts
from tests.prose.shipped import loaded

EXAMPLES = ("work_conference", "mobilisation-lean", "campaign", "organisation_work-lean", "symposium-lean", "on_site")
NUMBER = re.compile(r"\d[\d.,]*")
SHORT = 20  # characters: a longer fact may have edits of both sides in it

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
cases = given(name=st.sampled_from(EXAMPLES), random=st.randoms(use_true_random=False))


@cache
def written(name: str) -> Draft:
    return composed(name, loaded(name).facts)


def composed(name: str, facts: Facts) -> Draft:
    whole = loaded(name)
    return compose(whole.prepared, facts, whole.house).draft


def redrafted(name: str, facts: Facts, random: Random) -> tuple[Facts, Draft]:
    """The draft of other facts; of the same ones, where the others are refused."""
    others = other_facts(facts, random, random.randrange(1, 5))
    try:
        return others, composed(name, others)
    except UserError:
        return facts, composed(name, facts)


@some
@cases
def test_while_the_draft_is_the_same_nothing_changes_whatever_the_hand_did(name: str, random: Random) -> None:
    base = written(name)
    typist = Typist(random, file_of(base))
    typist.work(random.randrange(12))
    done = merge(base, typist.file, base)
    assert [step.seen for step in done.steps] == list(range(len(typist.file)))
    assert done.changes_nothing
    assert not any(step.clashes for step in done.steps)


@some
@cases
def test_where_the_hand_did_nothing_the_file_says_what_the_draft_says(name: str, random: Random) -> None:
    base = written(name)
    _facts, new = redrafted(name, loaded(name).facts, random)
    for before, after in ((base, new), (new, base)):
        done = merge(before, file_of(before), after)
        assert result_text(file_of(before), done) == after.text.split("\n")
        assert {entry.kind for entry in done.account} <= {Kind.UPDATED}
        assert anchored(file_of(before), done) == {block.key: block.text for block in after.blocks}


@some
@cases
def test_a_file_without_bookmarks_is_brought_up_to_date_alike(name: str, random: Random) -> None:
    base = written(name)
    _facts, new = redrafted(name, loaded(name).facts, random)
    bare = [Seen(seen.text) for seen in file_of(base)]
    assert result_text(bare, merge(base, bare, new)) == new.text.split("\n")


@some
@cases
def test_where_the_hand_wrote_what_the_draft_says_there_is_nothing_to_do(name: str, random: Random) -> None:
    base = written(name)
    _facts, new = redrafted(name, loaded(name).facts, random)
    done = merge(base, file_of(new), new)
    assert done.changes_nothing
    assert not any(step.clashes for step in done.steps)


@pytest.mark.slow
@settings(some, max_examples=40)
@cases
def test_rounds_of_work_on_file_and_facts(name: str, random: Random) -> None:
    facts, base = loaded(name).facts, written(name)
    typist, numbers = Typist(random, file_of(base)), dict[str, Sequence[str]]()
    for _round in range(random.randrange(1, 4)):
        typist.removed.clear()
        typist.work(random.randrange(8))
        facts, new = redrafted(name, facts, random)
        done = merge(base, typist.file, new, numbers=numbers)
        assert done == merge(base, typist.file, new, numbers=numbers)
        file = next_file(typist.file, done)
        check_steps(typist.file, done)
        check_words(typist, text_of(file))
        check_numbers(base, typist.file, new, file)
        check_facts(base, new, done.account, text_of(file))
        assert merge(new, file, new, numbers=done.numbers).changes_nothing
        assert merge(new, file, new, numbers=done.numbers).numbers == done.numbers
        base, typist.file, numbers = new, file, dict(done.numbers)


def anchored(file: list[Seen], done: Merge) -> dict[str, str]:
    """The text at the anchor of each block."""
    paragraphs = next_file(file, done)
    return {hint.key: seen.text[hint.start : hint.end] for seen in paragraphs for hint in seen.hints}


def text_of(file: list[Seen]) -> str:
    return "\n".join(seen.text for seen in file)


def check_steps(file: list[Seen], done: Merge) -> None:
    """Every paragraph has its step; changes and anchors are in order and within bounds; no block stands twice."""
    assert sorted(step.seen for step in done.steps if step.seen is not None) == list(range(len(file)))
    for step in done.steps:
        length = len(file[step.seen].text) if step.seen is not None else 0
        places = [place for change in step.changes for place in (change.start, change.end)]
        assert places == sorted(places)
        assert all(0 <= place <= length for place in places)
        assert all(0 <= clash.start <= clash.end <= length for clash in step.clashes)
        assert [hint.key for hint in step.anchors] == [block.key for block in step.blocks]
        if step.seen is not None and file[step.seen].fixed:
            assert step.fate is not Fate.DELETED
            assert not step.moved
    steps = [step for step in done.steps if step.fate is not Fate.DELETED]
    for step, text in zip(steps, result_text(file, done), strict=True):
        places = [place for hint in step.anchors for place in (hint.start, hint.end)]
        assert places == sorted(places)
        assert not places or (places[0], places[-1]) == (0, len(text))
    keys = [hint.key for step in steps for hint in step.anchors]
    assert len(keys) == len(set(keys))


def check_words(typist: Typist, text: str) -> None:
    """What was typed is there as often as before; what was taken out as a whole is not back."""
    before = text_of(typist.file)
    assert text.count(OBJECT) == before.count(OBJECT)
    for word in typist.typed:
        assert text.count(word) == before.count(word), word
    for paragraph in typist.removed:
        assert len(paragraph) <= SHORT or paragraph in before or paragraph not in text


def check_numbers(base: Draft, edited: list[Seen], new: Draft, file: list[Seen]) -> None:
    """No number stands in the file that stood neither in it nor in a draft; enumerators and counts are small."""
    known = {number.rstrip(".,") for text in (base.text, text_of(edited), new.text) for number in NUMBER.findall(text)}
    for number in NUMBER.findall(text_of(file)):
        assert number.rstrip(".,") in known or int(number.rstrip(".,")) < SHORT, number


def check_facts(base: Draft, new: Draft, account: tuple[Entry, ...], text: str) -> None:
    """A changed fact stands in the file, or it is told why not."""
    told = {entry.block for entry in account if entry.kind is not Kind.UPDATED}
    before = {block.key: {span.path: span.text for span in block.spans} for block in base.blocks}
    for block in new.blocks:
        if block.key in before and block.key not in told:
            for span in block.spans:
                if span.source is Source.FACT and len(span.text) <= SHORT:
                    changed = before[block.key].get(span.path, span.text) != span.text
                    assert not changed or span.text in text, (block.key, span)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_draft_of_nothing_becomes_one_of_something(name: str) -> None:
    empty = composed(name, Facts(outline=loaded(name).facts.outline, answers={}))
    for before, after in ((empty, written(name)), (written(name), empty)):
        assert result_text(file_of(before), merge(before, file_of(before), after)) == after.text.split("\n")
