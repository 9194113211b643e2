"""Words that the house does not want, or wants otherwise."""

from __future__ import annotations

import pytest

from drafting.check.words import check_words
from tests.helpers import draft


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("我们最先进", ["“最先进” is a forbidden word of the house."]),
        ("老百姓满意", ["The house writes “群众” instead of “老百姓”."]),
        (
            "老百姓最先进",
            ["“最先进” is a forbidden word of the house.", "The house writes “群众” instead of “老百姓”."],
        ),
        ("群众满意", []),
        ("最 先进", []),
        ("加强党建工作", []),
        ("加强党的建设和党建", ["The house writes “党建工作” instead of “党建”."]),
    ],
)
def test_each_unwanted_word_is_a_finding_unless_it_is_part_of_the_wanted_one(text: str, messages: list[str]) -> None:
    made = draft(f"parts: [{{move: opening, text: {text}}}]")
    found = list(check_words(made, ["最先进", ""], {"老百姓": "群众", "党建": "党建工作", "": "空"}))
    assert [finding.message for finding in found] == messages
    assert all(finding.block == "opening" for finding in found)


def test_a_word_is_found_across_wording_and_facts() -> None:
    made = draft("questions: {q: 问}\nparts: [{move: opening, text: '我们最{{ q }}'}]", "q: 先进")
    assert [finding.rule for finding in check_words(made, ["最先进"], {})] == ["forbidden"]


def test_every_block_is_looked_at() -> None:
    made = draft("parts: [{move: title, text: 老百姓}, {move: tasks, heading: 老百姓, text: 老百姓}]")
    blocks = [finding.block for finding in check_words(made, [], {"老百姓": "群众"})]
    assert blocks == ["title", "tasks", "tasks.text"]
