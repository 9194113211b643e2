"""What a clerk finds in the facts when an old speech tells its achievements by examples."""

from __future__ import annotations

from tests.learning.fitting import fit_shipped, fitting

DONE = """
    questions:
      features:
        ask: 前一段工作的特点
        type: table
        columns:
          point: {ask: 特点, required: true}
          done: {ask: 总的做了什么, type: long}
          examples: {ask: 哪些单位怎样做的, type: list}
          result: {ask: 见了什么效, type: long}
    parts:
      - move: achievements
        each: features
        number: 一是
        lead: "{{ point }}。"
        text: >-
          {% if done %}{{ done }}。{% endif %}{% if examples %}比如，{% endif %}
          {% for e in examples %}{{ e }}{% if loop.last %}。{% else %}；{% endif %}{% endfor %}
          {% if result %}{{ result }}。{% endif %}好办法要接着用下去。
"""


def test_what_was_done_by_whom_and_what_came_of_it_are_three_answers() -> None:
    rows = fitting(DONE)(
        ("特点有两个：", "", 0, "achievements"),
        (
            "一是仓容足。全县腾仓5万吨。例如，河口镇借了旧厂房；云山镇搭了凉棚。排队由半天缩到一小时。好办法要接着用下去。",
            "一是",
            1,
            "achievements",
        ),
        ("二是秤杆平。秤全部检定。比如，沙湾镇一天一校秤。好办法要接着用下去。", "二是", 1, "achievements"),
    ).answers["features"]
    assert rows == [
        {
            "point": "仓容足",
            "done": "全县腾仓5万吨",
            "examples": ["河口镇借了旧厂房", "云山镇搭了凉棚"],
            "result": "排队由半天缩到一小时",
        },
        {"point": "秤杆平", "done": "秤全部检定", "examples": ["沙湾镇一天一校秤"]},
    ]


def test_what_is_enumerated_in_a_task_without_a_list_of_measures_is_its_measures() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、今年重点任务", "二、", 1, "tasks"),
        ("（一）抓好茶园改造。", "（一）", 2, "tasks"),
        ("一要加快进度。县茶业局要在10月底前改造低产茶园2000亩。", "一要", 3, "tasks", "", True),
        ("二要严格质量。对新植茶园逐户验收。", "二要", 3, "tasks", "", True),
        ("三要加强管护。", "三要", 3, "tasks", "", True),
        ("（二）抓好品牌建设。", "（二）", 2, "tasks"),
        ("一是办好茶叶节。", "一是", 3, "tasks", "", True),
        ("二是参加展会5场。", "二是", 3, "tasks", "", True),
    )
    fields, brand = fitted.answers["tasks"]
    assert "details" not in fields
    assert fields["measures"] == [
        "加快进度，县茶业局要在10月底前改造低产茶园2000亩",
        "严格质量，对新植茶园逐户验收",
        "加强管护",
    ]
    assert brand["measures"] == ["办好茶叶节", "参加展会5场"]
