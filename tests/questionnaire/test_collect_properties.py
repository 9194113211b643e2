"""Whatever forms bring: what stands in the facts stays, nothing comes twice, and it does not matter when they come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drafting.questionnaire.forms.merging import Answered, Choice, Merger, Said
from drafting.questionnaire.forms.sameness import is_empty
from tests.helpers import outline

READ = outline(
    """
    questions:
      meeting: 会议
      rate: {ask: 完成率, type: percent}
      tasks: {ask: 任务, type: table, columns: {heading: 标题, why: 为什么, owner: 牵头单位}}
    parts:
      - {move: opening, text: "{{ meeting }}{{ rate }}"}
      - {move: tasks, each: tasks, text: "{{ heading }}{{ why }}{{ owner }}"}
    """
)
WHO = {"tasks": "owner"}

_WORDS = st.sampled_from(["修渠", "清淤", "护坡", "建闸"])
_ROW = st.fixed_dictionaries({"heading": _WORDS}, optional={"why": _WORDS, "owner": st.sampled_from(["一局", "二局"])})
_SINGLES = st.fixed_dictionaries({}, optional={"meeting": _WORDS, "rate": st.sampled_from(["9%", "9.0%", "8%"])})
_FACTS = st.builds(lambda singles, rows: {**singles, "tasks": rows}, _SINGLES, st.lists(_ROW, max_size=4))
_CHOICES = st.sampled_from([Choice.SHOW, Choice.KEEP])


@st.composite
def _forms(draw: st.DrawFn) -> list[Answered]:
    forms = []
    for number in range(draw(st.integers(1, 3))):
        unit = draw(st.sampled_from(["一局", "二局"]))
        rows = draw(st.lists(_ROW, min_size=1, max_size=4))
        marked = [(draw(st.sampled_from(["", str(place)])), row) for place, row in enumerate(rows, 1)]
        forms.append(Answered(f"{number}.xlsx", unit, unit, draw(_SINGLES), {"tasks": marked}))
    return forms


def _merger(facts: dict[str, Any]) -> Merger:
    return Merger(READ, {key: value for key, value in facts.items() if value}, WHO)


def _take_all(merger: Merger, forms: Sequence[Answered], said: dict[str, Said], choice: Choice) -> dict[str, Said]:
    return {form.file: merger.take_in(form, said.get(form.file, Said()), {}, choice) for form in forms}


@given(_FACTS, _forms(), _CHOICES)
def test_what_stands_in_the_facts_stays(facts: dict[str, Any], forms: list[Answered], choice: Choice) -> None:
    merger = _merger(facts)
    _take_all(merger, forms, {}, choice)
    for key, value in facts.items():
        if key != "tasks":
            assert merger.data[key] == value
    for before, after in zip(facts["tasks"], merger.data.get("tasks", []), strict=False):
        assert all(after[column] == text for column, text in before.items())
    assert len(merger.data.get("tasks", [])) >= len(facts["tasks"])


@given(_FACTS, _forms(), _CHOICES)
def test_forms_that_come_again_bring_nothing(facts: dict[str, Any], forms: list[Answered], choice: Choice) -> None:
    merger = _merger(facts)
    said = _take_all(merger, forms, {}, choice)
    again = Merger(READ, merger.data, WHO)
    _take_all(again, forms, said, choice)
    assert again.taken == []
    assert again.data == merger.data
    assert {(one.path, one.file) for one in again.conflicts} <= {(one.path, one.file) for one in merger.conflicts}


@given(_FACTS, _forms(), _CHOICES)
def test_forms_may_come_together_or_one_by_one(facts: dict[str, Any], forms: list[Answered], choice: Choice) -> None:
    together = _merger(facts)
    _take_all(together, forms, {}, choice)
    data = {key: value for key, value in facts.items() if value}
    for form in forms:
        single = Merger(READ, data, WHO)
        single.take_in(form, Said(), {}, choice)
        data = single.data
    assert data == together.data


@given(_FACTS, _forms())
def test_a_form_that_is_right_is_in_the_facts_afterwards(facts: dict[str, Any], forms: list[Answered]) -> None:
    merger = _merger(facts)
    _take_all(merger, forms, {}, Choice.TAKE)
    assert merger.conflicts == []
    last = forms[-1]
    assert all(not is_empty(merger.data.get(key)) for key in last.singles)
    headings = [row["heading"] for row in merger.data["tasks"]]
    assert all(row["heading"] in headings for _mark, row in last.rows["tasks"])
