"""What the tests look at in a learned outline."""

from __future__ import annotations

from drafting.compose import Prepared, compose, prepare
from drafting.draft import Draft
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learning.learned import Learned
from drafting.library import Library
from drafting.outline.model import Part, Question
from drafting.outline.read import read_outline
from drafting.yamlfile import parse_yaml


def prepared(learned: Learned) -> Prepared:
    read, faults = read_outline(parse_yaml(learned.outline_yaml, "outline"), "learned")
    ready, more = prepare(read, Library(()))
    assert not faults + more
    return ready


def questions(learned: Learned) -> dict[str, Question]:
    return {question.key: question for question in prepared(learned).outline.questions}


def drafted(learned: Learned, old: str = "", new: str = "") -> Draft:
    """The speech of the facts with one text changed."""
    text = learned.facts_yaml
    assert old in text
    ready = prepared(learned)
    facts, faults = read_facts(parse_yaml(text.replace(old, new), "facts"), ready.outline)
    assert not faults
    return compose(ready, facts, House()).draft


def part(learned: Learned, each: str) -> Part:
    return next(part for part in prepared(learned).outline.walk() if part.each and part.each.ways[0] == each)
