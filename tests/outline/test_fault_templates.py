"""Templates and expressions that cannot be read, and outlines of any shape: told, and never a crash."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.outline import grammar
from tests.helpers import a_library, outline_faults

HEAD = "title: 讲话\nnumbering: [一、]\n"


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("甲{% if q %}乙", "The template cannot be read: "),
        ("甲{{ q", "The template cannot be read: "),
        ("{{ q|joinand }}", "The template cannot be read: There is no filter “joinand”. Did you mean “join_and”?"),
        ("{{ q|upper }}", "The template cannot be read: There is no filter “upper”."),
        (
            "{% if q is givn %}甲{% endif %}",
            "The template cannot be read: There is no test “givn”. Did you mean “given”?",
        ),
        ("{% wording %}甲{% or %}乙{{ q }}", "The template cannot be read: "),
        (
            "{% import 'a' as b %}{{ q }}",
            "The template cannot be read: The tag “import” is not for templates of speeches.",
        ),
        (
            "{% extends 'a' %}{{ q }}",
            "The template cannot be read: The tag “extends” is not for templates of speeches.",
        ),
        (
            "{% block a %}{{ q }}{% endblock %}",
            "The template cannot be read: The tag “block” is not for templates of speeches.",
        ),
        ("{% include q %}", "“include” needs the name of a template."),
        ("{% include 'a/b' %}{{ q }}", "There is no template “a/b”."),
        (
            "{% set points = q %}",
            "The template cannot be read: “points” is a word of the grammar; choose another name.",
        ),
        ("{% wording for '欢快' %}甲{% or %}{{ q }}{% endwording %}", "“欢快” is no choice of the question “tone”."),
    ],
)
def test_a_template_that_cannot_be_read_is_told_at_its_line(template: str, fault: str) -> None:
    text = HEAD + f"questions: {{q: 问}}\nparts:\n  - move: tasks\n    text: |\n      甲\n\n      {template}\n"
    told = outline_faults(text)
    assert any(found.startswith("speech.yaml:9:") and fault in found for found in told), told


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("q and", ""),
        ("q q", "there is something behind its end"),
        ("q|nix", "There is no filter “nix”."),
        ("(" * 900 + "q" + ")" * 900, "Nested too deeply."),
        ("9" * 5000, "A number in it is too long."),
    ],
    ids=["half", "two", "filter", "deep", "long"],
)
def test_an_expression_that_cannot_be_read_is_told(when: str, why: str) -> None:
    text = HEAD + f"questions: {{q: 问}}\nparts:\n  - {{move: tasks, when: '{when}', text: '{{{{ q }}}}'}}\n"
    (fault,) = outline_faults(text)
    assert fault.startswith("speech.yaml:5:25: The expression cannot be read: ")
    assert fault.endswith(why)


def test_templates_in_files_are_told_by_their_own_lines(tmp_path: Path) -> None:
    library = a_library(
        tmp_path,
        {
            "templates/opening/host.j2": "{# 谁开会 #}\n{{ meeting }}\n\n{{ meting }}\n",
            "templates/opening/broken.j2": "甲\n{% if meeting %}\n",
            "templates/opening/outer.j2": "甲\n{% include 'shared/inner' %}\n",
            "templates/shared/inner.j2": "乙\n{{ metting|nix }}\n",
            "templates/shared/names.j2": "乙\n{{ metting }}\n",
            "templates/opening/names.j2": "甲\n{% include 'shared/names' %}\n",
            "templates/opening/bell.j2": "甲\n乙\x07\n",
        },
    )
    parts = "".join(
        f"  - {{move: opening, template: opening/{name}}}\n"
        for name in ("host", "broken", "outer", "names", "hots", "bell")
    )
    faults = outline_faults(HEAD + "questions: {meeting: 会议}\nparts:\n" + parts, library)
    folder = f"{tmp_path}/templates"
    unknown = "is no question, computed value or column here. Did you mean “meeting”?"
    assert faults == [
        f"{folder}/opening/bell.j2:2: The character U+0007 cannot be written.",
        f"{folder}/opening/broken.j2:2:1: The template cannot be read: The template ends before “if” is closed: "
        "expected “elif” / “else” / “endif”.",
        f"{folder}/opening/host.j2:4:4: “meting” {unknown}",
        f"{folder}/opening/names.j2:2:13: “metting” {unknown}",
        f"{folder}/shared/inner.j2:2:1: The template cannot be read: There is no filter “nix”.",
        "speech.yaml:9:31: There is no template “opening/hots”. Did you mean “opening/host”?",
    ]


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "C:/secret", "opening/../../secret"])
def test_templates_lie_in_the_folder_of_templates(tmp_path: Path, name: str) -> None:
    library = a_library(tmp_path / "inside", {"templates/a.j2": "甲"})
    (tmp_path / "secret.j2").write_text("乙", encoding="utf-8")
    (fault,) = outline_faults(HEAD + f"parts: [{{move: opening, template: '{name}'}}]\n", library)
    assert fault.startswith(f"speech.yaml:3:35: There is no template “{name}”.")


def test_includes_in_a_circle_are_told_and_end(tmp_path: Path) -> None:
    library = a_library(
        tmp_path,
        {
            "templates/a.j2": "甲{% include 'b' %}",
            "templates/b.j2": "乙\n{% include 'a' %}",
            "templates/c.j2": "{% include 'c' %}",
        },
    )
    faults = outline_faults(HEAD + "parts: [{move: opening, template: a}, {move: closing, template: c}]\n", library)
    assert faults == [
        f"{tmp_path}/templates/b.j2:2:1: Circular include: a → b → a.",
        f"{tmp_path}/templates/c.j2:1:1: Circular include: c → c.",
    ]


def test_includes_that_double_at_every_step_are_looked_at_once(tmp_path: Path) -> None:
    files = {f"templates/t{n}.j2": f"{{% include 't{n + 1}' %}}{{% include 't{n + 1}' %}}" for n in range(30)}
    library = a_library(tmp_path, {**files, "templates/t30.j2": "完"})
    assert outline_faults(HEAD + "parts: [{move: opening, template: t0}]\n", library) == []


def test_an_include_knows_what_its_includer_set(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"templates/inner.j2": "{{ name }}{{ x }}"})
    text = HEAD + (
        "questions: {q: {ask: 问, type: list}}\n"
        "parts:\n"
        "  - {move: opening, text: \"{% set name = q|first %}{% for x in q %}{% include 'inner' "
        '%}{% endfor %}"}\n'
    )
    assert outline_faults(text, library) == []


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = """
        title: 讲话
        numbering: [一、, 二二]
        questions:
          meeting: {ask: 会议, exemple: 甲}
          unused: 无
        parts:
          - {move: opning, text: "{{ meting }}"}
          - {move: tasks, heding: 甲, text: "{{ meeting }}"}
          - {move: tasks, template: a/b}
        """
    places = [tuple(map(int, fault.split(":")[1:3])) for fault in outline_faults(text)]
    assert places == sorted(places) == [(3, 17), (5, 22), (6, 3), (8, 12), (8, 26), (9, 19), (10, 29)]


_WORDS = st.sampled_from(
    [
        *grammar.OUTLINE,
        *grammar.QUESTION,
        *grammar.PART,
        "tasks",
        "{{ q }}",
        "{% if q %}",
        "一、",
        "首先，",
        "true",
        "3",
        "",
        "q",
        "house",
        "{{ x.y.z }}",
        "{% wording %}",
    ]
)
_TREES = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.slow
@settings(max_examples=150)
@given(
    st.dictionaries(st.sampled_from(list(grammar.OUTLINE)), _TREES),
    st.dictionaries(st.sampled_from(list(grammar.PART)), _TREES),
)
def test_an_outline_of_any_shape_gives_faults_and_never_a_crash(
    tree: dict[str, object], part: dict[str, object]
) -> None:
    assert isinstance(outline_faults(json.dumps({"parts": [part], **tree}, ensure_ascii=False)), list)
    assert isinstance(outline_faults(json.dumps({**tree, "parts": [part]}, ensure_ascii=False)), list)
