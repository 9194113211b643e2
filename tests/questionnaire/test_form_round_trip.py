"""Facts go out in a form and come back as they were: through our own reader, and through LibreOffice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.examples import copy_example
from drafting.facts.edit_write import Hand
from drafting.library import Library
from drafting.outline.model import Question, Type
from drafting.questionnaire.forms.collecting import collect
from drafting.questionnaire.forms.model import NONE_WORDS, NOTHING
from drafting.questionnaire.forms.opening import from_facts
from drafting.questionnaire.forms.sameness import is_empty, row_meaning, same
from drafting.questionnaire.forms.sending import send_form
from drafting.yamlproblems import UNWRITABLE
from tests.helpers import examples, outline
from tests.questionnaire.form_tools import OUTLINE, an_office, data
from tests.word.tools import converted, need

TODAY = date(2026, 1, 5)
READ = outline(OUTLINE)

_SAMPLES = [
    "修渠",
    "=1+1",
    "+8",
    "'甲",
    "_x0041_",
    "1月5日",
    "007",
    "1e5",
    "TRUE",
    "null",
    "a & <b>",
    "“甲”、乙",
    "无关",
    "３．５",
]
_NO_ANSWER = {"", *NONE_WORDS, *NOTHING}  # what offices write into a form where they have nothing to say
_LINE = st.one_of(
    st.sampled_from(_SAMPLES),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12),
).filter(lambda text: not UNWRITABLE.search(text) and text.strip() not in _NO_ANSWER)
_ENTRY = _LINE.filter(lambda text: not text.strip().startswith("↳"))
_LONG = st.lists(_LINE, min_size=1, max_size=3).map("\n".join)
_DAYS = st.one_of(
    st.dates(date(1900, 1, 1), date(2110, 12, 31)).map(lambda day: f"{day.year}-{day.month}-{day.day}"),
    st.sampled_from(["2026年6月", "6月底", "1月5日", "年底", "1905-7-18", "2026.6.30", "上半年", "二〇二六年一月五日"]),
)
_NUMBERS = st.one_of(
    st.decimals(-(10**9), 10**9, places=3).map(str),
    st.integers(-(10**12), 10**12).map(str),
    st.sampled_from(["12.5亿", "12.50", "1,234", "三千五百万", "0.1", "999999999999999", "-0.5"]),
).filter(lambda text: not text.startswith(("-0.000", "-0 ")) and text != "-0")
_TYPES: dict[Type, st.SearchStrategy[Any]] = {
    Type.TEXT: _LINE,
    Type.LONG: _LONG,
    Type.NUMBER: _NUMBERS,
    Type.PERCENT: st.sampled_from(["12.3%", "12.3", "百分之五", "0.5", "100%"]),
    Type.DATE: _DAYS,
    Type.TIME: st.sampled_from(["9:30", "下午3点", "15:00", "0:05"]),
    Type.YESNO: st.sampled_from(["是", "否"]),
    Type.LIST: st.lists(_ENTRY, max_size=3),
}


def _answer(question: Question) -> st.SearchStrategy[Any]:
    if question.type is Type.CHOICE:
        return st.sampled_from(question.choices)
    if question.type is Type.TABLE:
        most = question.at_most or 4
        first = question.columns[0].key  # a row that stands there twice is taken in once
        return st.lists(_row(question), min_size=1, max_size=most, unique_by=lambda row: row[first].strip())
    return _TYPES[question.type]


def _row(table: Question) -> st.SearchStrategy[dict[str, Any]]:
    first, *others = table.columns
    return st.fixed_dictionaries(
        {first.key: _answer(first)}, optional={column.key: _answer(column) for column in others}
    )


_FACTS = st.fixed_dictionaries({}, optional={question.key: _answer(question) for question in READ.questions})


def _alike(question: Question, before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether the answers to a question are the same."""
    one, other = before.get(question.key), after.get(question.key)
    if question.type is Type.TABLE and one and other:
        return [row_meaning(question, row) for row in one] == [row_meaning(question, row) for row in other]
    return same(question, one, other) or (is_empty(one) and is_empty(other))


def _differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The questions to which the answers are not the same."""
    wrong = [question.key for question in READ.questions if not _alike(question, before, after)]
    return [f"{key}: {before.get(key)!r} came back as {after.get(key)!r}" for key in wrong]


def _a_facts_file(folder: Path, answers: dict[str, Any], name: str = "facts.yaml") -> Path:
    path = folder / name
    path.write_text(Hand().block({"outline": "small", **answers}, 0) + "\n", "utf-8")
    return path


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_FACTS, st.sampled_from(["form.xlsx", "form.yaml"]))
def test_what_goes_out_in_a_form_comes_back_the_same(answers: dict[str, Any], name: str) -> None:
    answers["agenda"] = "是"  # a condition that does not hold would keep its question out of the form
    with TemporaryDirectory() as scratch:
        folder = an_office(Path(scratch), facts="")
        path = _a_facts_file(folder, answers)
        send_form(str(path), folder / name, today=TODAY)
        again = collect(path, [folder / name])
        assert (again.taken, again.conflicts, again.notes) == ((), (), ())
        back = folder / "back.yaml"
        collect(back, [folder / name])
        assert _differences(data(path), data(back)) == []


@pytest.mark.parametrize("name", [path.stem for path in examples() if not path.stem.endswith(("lean", "house"))])
def test_the_facts_of_every_kind_of_speech_come_back_the_same(tmp_path: Path, name: str) -> None:
    path, *_house = copy_example(name, tmp_path, Library.around(tmp_path))
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    asked = send_form(str(path), form, today=TODAY).form.questions
    collect(back, [form])
    before, after = from_facts(path).answers, data(back)
    assert [question.key for question in asked if not _alike(question, before, after)] == []


_THROUGH_OFFICE: list[dict[str, Any]] = [
    {
        "meeting": "全县“水利”工作会议 & <论坛>",
        "date": "2026年6月30日",
        "time": "9:30",
        "agenda": "是",
        "note": "第一段。\n第二段，有“引号”。\n\n第三段。",
        "tone": "庄重",
        "money": "12.5",
        "rate": "12.3%",
        "thanks": ["干部", "群众\n和他们的家属", "=1+1"],
        "tasks": [
            {"heading": "=SUM(1,2)", "why": "_x0041_", "measures": ["清障", "护坡"], "owner": "县水利局"},
            {"heading": "007", "deadline": "6月底", "sum": "300"},
            {"heading": "1-2", "deadline": "2026-12-31", "sum": "0.1"},
            {"heading": "+8", "sum": "1,234.5", "measures": []},
        ],
        "praise": [{"name": "张三", "big": "是"}, {"name": "TRUE", "big": "否"}],
    },
    {
        "meeting": "1月5日",
        "agenda": "是",
        "thanks": [],
        "praise": [],
        "money": "12.5亿",
        "date": "6月底",
        "rate": "12.3",
    },
]


@pytest.mark.slow
@pytest.mark.parametrize("answers", _THROUGH_OFFICE, ids=["full", "lean"])
def test_what_libreoffice_saves_comes_back_the_same(tmp_path: Path, answers: dict[str, Any]) -> None:
    folder = an_office(tmp_path / "office", facts="")
    path = _a_facts_file(folder, answers)
    send_form(str(path), folder / "form.xlsx", unit="县水利局", today=TODAY)
    send_form(str(path), folder / "all.xlsx", today=TODAY)
    saved = converted(folder / "all.xlsx", "xlsx", tmp_path / "profile")
    need(saved.is_file(), "LibreOffice Calc")
    again = collect(path, [saved])
    assert (again.taken, again.conflicts, again.notes) == ((), (), ())
    back = folder / "back.yaml"
    collect(back, [saved])
    assert _differences(data(path), data(back)) == []
