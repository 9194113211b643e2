"""What a clerk finds in the facts when an old speech tells its achievements by examples."""

from __future__ import annotations

from tests.learning.fitting import fitting

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
