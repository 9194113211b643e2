"""Every span knows which answer its text came from, whatever a template did with it."""

from __future__ import annotations

import pytest

from tests.helpers import composed, draft, paths

HEAD = """
questions:
  a: 甲问
  b: 乙问
  n: {ask: 数, type: number}
  m: {ask: 数, type: number}
  d: {ask: 日期, type: date}
  xs: {ask: 列, type: list}
  rows: {ask: 表, type: table, columns: {who: 谁, did: 事}}
computed:
  c: "{{ a }}"
  y: "{{ d.year - 1 }}"
  both: "{{ a }}与{{ b }}"
  plain: "没有答案"
parts:
  - {move: opening, text: 'TEMPLATE'}
  - move: closing
    when: a and b and n and m and d and xs and rows and c and y and both and plain and false
    text: '{% for r in rows %}{{ r.who }}{{ r.did }}{% endfor %}'
"""
FACTS = """
a: 甲答
b: 乙答
n: 6
m: 5
d: 2026-1-5
xs: [子, 丑]
rows: [{who: 张, did: 说}, {who: 李, did: 做}]
"""


def _spans(template: str) -> list[tuple[str, str, str]]:
    return paths(draft(HEAD.replace("TEMPLATE", template.replace("'", "''")), FACTS))


@pytest.mark.parametrize(
    ("template", "spans"),
    [
        ("说{{ a }}好", [("说", "wording", ""), ("甲答", "fact", "a"), ("好。", "wording", "")]),
        ('{{ a ~ "与" ~ b }}', [("甲答", "fact", "a"), ("与", "wording", ""), ("乙答", "fact", "b")]),
        (
            '{% set x = a ~ "！" %}{{ x }}{{ x }}',
            [("甲答", "fact", "a"), ("！", "wording", ""), ("甲答", "fact", "a"), ("！", "wording", "")],
        ),
        ("{% set x %}说{{ a }}{% endset %}{{ x }}", [("说", "wording", ""), ("甲答", "fact", "a")]),
        (
            "{% macro f(x) %}“{{ x }}”{% endmacro %}{{ f(a) }}{{ f(b) }}",
            [
                ("“", "wording", ""),
                ("甲答", "fact", "a"),
                ("”“", "wording", ""),
                ("乙答", "fact", "b"),
                ("”", "wording", ""),
            ],
        ),
        (
            "{% macro f() %}说{{ caller() }}{% endmacro %}{% call f() %}{{ a }}{% endcall %}",
            [("说", "wording", ""), ("甲答", "fact", "a")],
        ),
        ("{% filter clause %}{{ a }}。{% endfilter %}，好", [("甲答", "fact", "a"), ("，好。", "wording", "")]),
        ("{% with x = a %}{{ x }}{% endwith %}", [("甲答", "fact", "a")]),
        ("{% for x in xs %}{{ x }}{% endfor %}", [("子", "fact", "xs[1]"), ("丑", "fact", "xs[2]")]),
        (
            "{% for r in rows %}{{ r.who }}{{ r.did }}{% endfor %}",
            [
                ("张", "fact", "rows[1].who"),
                ("说", "fact", "rows[1].did"),
                ("李", "fact", "rows[2].who"),
                ("做", "fact", "rows[2].did"),
            ],
        ),
        ("{{ xs|join_and }}", [("子", "fact", "xs[1]"), ("和", "wording", ""), ("丑", "fact", "xs[2]")]),
        (
            '{{ rows|map("who")|join_pauses }}',
            [("张", "fact", "rows[1].who"), ("、", "wording", ""), ("李", "fact", "rows[2].who")],
        ),
        ("{{ [a, b]|join_and }}", [("甲答", "fact", "a"), ("和", "wording", ""), ("乙答", "fact", "b")]),
        ("{{ a|quoted }}", [("“甲答”", "fact", "a")]),
        ("{{ (a ~ b)|titled }}", [("《甲答乙答》", "fact", "a b")]),
        ("{{ n|change(m) }}", [("增长20%", "fact", "n m")]),
        ("{{ n|against(m, '上年') }}", [("比上年", "wording", ""), ("增长20%", "fact", "n m")]),
        ("{{ n - m }}", [("1", "fact", "n m")]),
        ("{{ n + 1 }}", [("7", "fact", "n")]),
        ("{{ n|cn }}", [("六", "fact", "n")]),
        ('{{ xs|count("项") }}', [("两项", "count", "xs")]),
        ("{{ xs|length }}", [("2", "count", "")]),
        ('{{ points|count("点") }}', [("几点", "wording", "")]),
        ("{{ d.year }}年{{ d|weekday }}", [("2026", "fact", "d"), ("年", "wording", ""), ("星期一", "fact", "d")]),
        ("{{ c }}{{ y }}", [("甲答", "fact", "a"), ("2025", "fact", "d")]),
        ("{{ both }}", [("甲答", "fact", "a"), ("与", "wording", ""), ("乙答", "fact", "b")]),
        ("{{ plain }}", [("没有答案", "wording", "")]),
        ("{{ a if a else b }}", [("甲答", "fact", "a")]),
        ("{{ a|default(b) }}", [("甲答", "fact", "a")]),
        ('{{ "字面" }}', [("字面", "wording", "")]),
        ("{% wording %}说{{ a }}{% or %}说{{ a }}{% endwording %}", [("说", "wording", ""), ("甲答", "fact", "a")]),
    ],
)
def test_the_source_is_kept(template: str, spans: list[tuple[str, str, str]]) -> None:
    *inner, last = _spans(template)
    closed = [*inner, (last[0].removesuffix("。"), *last[1:])] if last[0] != "。" else inner
    wanted = [*spans[:-1], (spans[-1][0].removesuffix("。"), *spans[-1][1:])]
    assert closed == wanted


@pytest.mark.parametrize(
    ("template", "path"),
    [
        ("{{ a }}", "a"),
        ("{{ d.year }}", "d"),
        ("{{ c }}", "a"),
        ("{{ both }}", "a"),
        ("{{ y }}", "d"),
        ("{{ xs|join_and }}", "xs"),
        ("{% for r in rows %}{{ r.who }}{% endfor %}", "rows"),
        ("{{ a ~ 1 }}", "a"),
    ],
)
def test_a_gap_has_the_path_of_the_answer_that_is_missing(template: str, path: str) -> None:
    made = composed(HEAD.replace("TEMPLATE", template))
    assert [gap.question for gap in made.draft.gaps()] == [path]
    assert set(made.asks) >= {path}


def test_a_missing_cell_has_its_row_in_its_path() -> None:
    made = composed(
        HEAD.replace("TEMPLATE", "{% for r in rows %}{{ r.who }}{{ r.did }}{% endfor %}"),
        "rows: [{who: 张}, {did: 做}]",
    )
    assert [(gap.question, gap.block) for gap in made.draft.gaps()] == [
        ("rows[1].did", "opening"),
        ("rows[2].who", "opening"),
    ]
    assert made.asks["rows[1].did"] == "事"
    assert made.asks["rows[2].who"] == "谁"


def test_what_the_draft_never_shows_is_told_and_what_only_steers_is_not() -> None:
    text = """
        questions:
          a: 甲
          b: 乙
          yes: {ask: 要不要, type: yesno}
          tone: {ask: 语气, type: choice, choices: [庄重, 鼓动]}
          xs: {ask: 列, type: list}
          rows: {ask: 表, type: table, columns: {who: 谁, did: 事, ok: {ask: 好不好, type: yesno}}}
        parts:
          - {move: opening, when: yes and tone, text: "{% if b %}{{ a }}{% endif %}{{ xs|first }}"}
          - {move: opening, text: "{% for r in rows if r.ok %}{{ r.who }}{% endfor %}"}
          - {move: opening, when: false, text: "{{ rows|map('did')|first }}"}
        """
    made = composed(
        text, "a: 甲\nb: 乙\nyes: 是\ntone: 庄重\nxs: [子, 丑]\nrows: [{who: 张, did: 说, ok: 是}, {who: 李, ok: 否}]"
    )
    assert made.unused == ("b", "xs[2]", "rows[1].did", "rows[2].who")


def test_a_required_answer_that_no_block_waits_for_is_told() -> None:
    text = (
        "questions: {a: {ask: 甲, required: true}, b: {ask: 乙, required: true}, c: 丙}\n"
        "parts: [{move: opening, text: '{{ b }}{{ c }}'}, {move: closing, when: a and c, text: "
        "'{{ a }}'}]"
    )
    made = composed(text)
    assert [question.key for question in made.hidden] == ["a"]
    assert made.asks.items() >= {"a": "甲", "b": "乙", "c": "丙"}.items()
