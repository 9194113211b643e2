"""Bounds on time and output: nothing that a template does goes on without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.compose import environment
from drafting.compose.filters import FILTERS
from drafting.compose.text import MAX_TEXT
from tests.compose.refusing import FACTS, QUESTIONS, refused, told
from tests.helpers import a_library, draft, refusal

MAX_STEPS = 20_000


@pytest.fixture(autouse=True)
def _few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is lower than for people, so that reaching it takes no time."""
    monkeypatch.setattr(environment, "MAX_STEPS", MAX_STEPS)


HERE = "speech.yaml:6:"


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (
            (
                "{% for a in xs %}{% for b in xs %}{% for c in xs %}{% for d in xs %}甲{% endfor %}{% "
                "endfor %}{% endfor %}{% endfor %}"
            ),
            f"loop more than {MAX_STEPS} times",
        ),
        (
            (
                "{% for a in xs %}{% for b in xs %}{% for c in xs %}{% for d in xs %}{% endfor %}{% "
                "endfor %}{% endfor %}{% endfor %}"
            ),
            f"loop more than {MAX_STEPS} times",
        ),
        (
            "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
            f"loop more than {MAX_STEPS} times",
        ),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "calls itself without end"),
        (
            "{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ f() }}{% endmacro %}{{ f() }}",
            "calls itself without end",
        ),
        ("{% for x in xs recursive %}{{ loop(xs) }}{% endfor %}", ""),
        ("{{ '甲' * 1000000000 }}", "is for numbers only"),
        ("{{ ['甲'] * 1000000000 }}", "is for numbers only"),
        ("{{ 9**9**9 }}", "is too much for a speech"),
        ("{{ 999999 * 999999 * 999999 * 9 }}", "is for numbers only"),
        ("{{ t * 1000000000 }}", "is for numbers only"),
        ("{{ " + "9" * 5000 + " }}", "A number in it is too long"),
        ("{{ '甲' + '乙' }}", "is for numbers only"),
        ("{{ " + "(" * 3000 + "t" + ")" * 3000 + " }}", "Nested too deeply"),
        ("{{ " + "not " * 3000 + "t }}", "Nested too deeply"),
        ("{{ " + "[" * 3000 + "t" + "]" * 3000 + " }}", "Nested too deeply"),
        ("{% if t %}" * 500 + "甲" + "{% endif %}" * 500, "Nested too deeply"),
        ("{% for x in xs %}" * 30 + "甲" + "{% endfor %}" * 30, "Nested too deeply"),
        ("{% wording %}" * 300 + "甲" + "{% endwording %}" * 300, "Nested too deeply"),
        (
            "{% set x = '甲甲甲甲甲甲甲甲甲甲' %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
            f"writes more than {MAX_TEXT} characters",
        ),
        ("{% set x = t ~ t %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}", f"writes more than {MAX_TEXT} characters"),
        (
            "{% set x %}{{ t }}{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
            f"writes more than {MAX_TEXT} characters",
        ),
        ("甲" * 100_001 + "{{ t|clause }}", "It has more than 100000 characters"),
    ],
    ids=[
        "loops that write",
        "loops that do not",
        "macro tree",
        "macro",
        "two macros",
        "recursive loop",
        "text times",
        "list times",
        "powers",
        "products",
        "fact times",
        "long number",
        "texts added",
        "brackets",
        "nots",
        "lists",
        "ifs",
        "fors",
        "wordings",
        "doubled text",
        "doubled fact",
        "doubled block",
        "a long template",
    ],
)
def test_nothing_goes_on_without_end(template: str, why: str) -> None:
    refusal = refused(template)
    assert refusal.startswith(HERE)
    assert why in refusal


def test_a_long_fact_printed_over_and_over_is_too_much() -> None:
    refusal = refused(
        "{% for a in xs %}{% for b in xs %}{{ t }}{% endfor %}{% endfor %}",
        facts_text=FACTS.replace("t: 甲", "t: " + "长" * 10_000),
    )
    assert refusal == HERE + f"1: A template writes more than {MAX_TEXT} characters."


def test_bounds_hold_for_the_whole_draft() -> None:
    rows = "rows: [" + ", ".join(f"{{who: 人{n}}}" for n in range(400)) + "]"
    text = QUESTIONS + (
        "parts:\n"
        "  - {move: tasks, each: rows, text: '{% for a in xs %}{% for b in xs %}{% endfor %}{% "
        "endfor %}{{ who }}{{ t }}'}\n"
    )
    message = refusal(text, f"t: 甲\nxs: [{', '.join('子丑寅卯辰巳午未申酉戌亥' * 3)}]\n{rows}")
    assert f"loop more than {MAX_STEPS} times" in message


def test_parts_repeated_inside_each_other_are_too_many() -> None:
    part = "{each: xs, lead: '{{ item }}', parts: [PART]}"
    nested = part.replace("PART", part).replace("PART", part).replace("PART", part).replace("PART", "{text: 完}")
    message = refusal(
        f"questions: {{xs: {{ask: 列, type: list}}}}\nparts: [{{move: tasks, parts: [{nested}]}}]", FACTS.split("\n")[1]
    )
    assert message == "speech.yaml:2:148: A speech has no more than 50000 passages."


@pytest.mark.parametrize(
    "each", ["rows|first", "t|clause", "3", "'甲乙'", "rows[0]", "xs|length", "rows[0].who", "house"]
)
def test_only_a_list_is_repeated_over(each: str) -> None:
    text = QUESTIONS + (
        "parts:\n"
        f'  - {{move: tasks, each: "{each}", text: 甲}}\n'
        "  - {move: closing, when: t and xs and rows, text: \"{{ rows|map('who')|first "
        '}}"}\n'
    )
    assert told(text, FACTS)[0].startswith("speech.yaml:3:25: “each” needs a list or a table;")


def test_includes_that_double_at_every_step_are_too_much(tmp_path: Path) -> None:
    files = {f"templates/t{n}.j2": f"{{% include 't{n + 1}' %}}{{% include 't{n + 1}' %}}" for n in range(30)}
    refusal = refused("{% include 't0' %}", a_library(tmp_path, {**files, "templates/t30.j2": ""}))
    assert f"loop more than {MAX_STEPS} times" in refusal


def test_a_fault_in_a_template_file_is_told_by_its_own_line_when_it_runs(tmp_path: Path) -> None:
    library = a_library(
        tmp_path, {"templates/outer.j2": "甲\n\n{% include 'inner' %}\n", "templates/inner.j2": "乙\n丙\n{{ t + 1 }}\n"}
    )
    refusal = refused("{% include 'outer' %}", library)
    assert refusal == f"{tmp_path}/templates/inner.j2:3: The wording cannot be worked out: “甲” (t) is no number."


@pytest.mark.parametrize(
    "fact",
    ["{{ t }}", "{% for x in y %}", "{{ t.__class__ }}", "{# x #}", "}}{{", "<b>&amp;</b>", "\\\\x41", "\\u2029"],
)
def test_facts_are_never_templates(fact: str) -> None:
    made = draft("questions: {t: 问}\nparts: [{move: opening, text: '{% if t %}{{ t }}{% endif %}'}]", f"t: '{fact}'")
    assert made.text == (fact if fact.endswith("…") else fact + "。")


_NAMES = st.sampled_from(
    [
        "t",
        "xs",
        "rows",
        "house",
        "item",
        "points",
        "x",
        "'甲'",
        "3",
        "[]",
        "[t, xs]",
        "none",
        "true",
        "rows[0]",
        "xs[0]",
        "t.year",
        "{}",
        "loop",
    ]
)
_CALLS = st.sampled_from([*FILTERS, "upper", "attr"])
_EXPRESSIONS = st.recursive(
    _NAMES,
    lambda inner: (
        st.builds("{}|{}".format, inner, _CALLS)
        | st.builds("{}|{}({})".format, inner, _CALLS, inner)
        | st.builds(
            "({} {} {})".format,
            inner,
            st.sampled_from(["+", "-", "*", "/", "//", "%", "**", "~", "==", "<", ">=", "in", "and", "or"]),
            inner,
        )
        | st.builds("({} if {} else {})".format, inner, inner, inner)
        | st.builds("{}[{}]".format, inner, inner)
        | st.builds("({} is {})".format, inner, st.sampled_from(["given", "missing", "defined"]))
        | st.builds("{}({})".format, inner, inner)
    ),
    max_leaves=5,
)
_TEMPLATES = st.lists(
    st.builds("{{{{ {} }}}}".format, _EXPRESSIONS)
    | st.builds("{{% if {} %}}甲{{% endif %}}".format, _EXPRESSIONS)
    | st.builds("{{% for x in {} %}}{{{{ x }}}}{{% endfor %}}".format, _EXPRESSIONS)
    | st.builds("{{% set x = {} %}}".format, _EXPRESSIONS)
    | st.just("{% wording %}甲{% or %}乙{% endwording %}"),
    min_size=1,
    max_size=3,
).map("".join)


@settings(max_examples=80)
@given(_TEMPLATES, _EXPRESSIONS, st.sampled_from([FACTS, "", "t: 2026\nxs: []\n"]))
def test_any_template_gives_a_draft_or_a_message_and_never_a_crash(template: str, when: str, facts_text: str) -> None:
    quoted = [text.replace("'", "''") for text in (template, when)]
    text = QUESTIONS + (
        "parts:\n"
        f"  - {{move: opening, when: '{quoted[1]}', text: '{quoted[0]}'}}\n"
        f"  - {{move: tasks, each: '{quoted[1]}', text: '{quoted[0]}'}}\n"
    )
    assert all(message.startswith("speech.yaml:") for message in told(text, facts_text, even_unused=True))
