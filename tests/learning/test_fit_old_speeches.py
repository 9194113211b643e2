"""What a clerk finds in the facts of old speeches as people have them: half-width marks, lists in running text."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest

from drafting.compose import Prepared, compose
from drafting.draft import Draft
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learn import recognise
from drafting.learning.fit import Fitted, fit_speech
from drafting.library import shipped
from drafting.loading import load_facts
from drafting.yamlfile import parse_yaml
from tests.helpers import prepared
from tests.learning.fitting import fit_to, fitting, leaves, plain, said_in, shipped_outline, tasks_of
from tests.learning.speeches import GOLD, gold, speech

# What an outline says before each measure itself, or what only leads over to it.
_LEADING = re.compile(
    "(?:(?:同时|另外|此外|所以|因此|为此|再就是|首先|其次|关键是|重点是|目标是))?(?:切实|着力|务必|一定要|必须)?"
    "(?:(?:各.{1,8}|大家|我们)(?:都|也|还)?)?(?:还|也|又|既|更|都)?(?:要|必须|须|务必|应当|就?是)?(?:切实|着力|务必)?"
)

OUTLINE = """
    numbering: [一、, （一）]
    questions:
      meeting: {ask: 会议全称, required: true}
      work: {ask: 这项工作的简称}
      activity: {ask: 活动的简称}
      meaning: {ask: 活动的名字是什么意思, type: long}
      background: {ask: 会前的背景, type: long}
      agenda: {ask: 讲话之前的议程（“刚才……”）, type: table, columns: {who: 谁, did: 做了什么}}
      year: {ask: 上一年的总体情况, type: long}
      focus: {ask: 工作主线, type: long}
      aim: {ask: 总目标, type: long}
      stages: {ask: 活动分几步, type: table, columns: {span: 起止时间, do: 做什么}}
      turns:
        ask: 还要完成的转变
        type: table
        columns: {from: {ask: 由什么, required: true}, to: {ask: 转向什么, required: true}}
      tasks:
        ask: 任务
        type: table
        columns:
          name: {ask: 名称, required: true}
          why: {ask: 为什么, type: long}
          faults: {ask: 现在有什么毛病, type: list}
          by: {ask: 靠什么来做, type: list}
          case: {ask: 身边的一个例子, type: long}
          owner: {ask: 牵头单位}
          support: {ask: 配合单位}
          deadline: {ask: 时限, type: date}
          measures: {ask: 措施, type: list, help: 以动词开头，不带“要”字}
      wider_name: {ask: 还要兼顾的事}
      wider:
        ask: 这些事怎么抓
        type: table
        when: wider_name
        columns: {heading: {ask: 标题, required: true}, detail: {ask: 怎么做, type: long}}
      checks: {ask: 怎样督查、怎样奖惩, type: long}
      funds: {ask: 资金怎样安排, type: long}
    parts:
      - {move: title, text: "在{{ meeting }}上的讲话"}
      - move: opening
        text: >-
          {% if background %}{{ background }}。{% endif %}今天开会，部署{{ activity }}。
          {{ meaning }}。{{ work }}要抓紧。
          {% for a in agenda %}{{ a.who }}{{ a.did }}{% endfor %}
      - {move: achievements, text: "{{ year }}。"}
      - {move: shortcomings, each: turns, number: 一是, lead: "由{{ from }}转向{{ to }}。"}
      - {move: goals, text: "总的打算是：{{ focus }}，{{ aim }}。"}
      - {move: goals, text: "{% for s in stages %}{{ s.span }}{{ s.do }}{% endfor %}"}
      - move: tasks
        each: tasks
        number: "（一）"
        text: >-
          {{ name }}。{{ why }}。{{ case }}
          {% if owner %}由{{ owner }}牵头，{{ support }}配合，{{ deadline }}前完成。{% endif %}
        parts:
          - {each: faults, number: 一是, text: "{{ item }}"}
          - {each: by, number: 一靠, text: "{{ item }}"}
          - {each: measures, number: 1., text: "{{ item }}"}
      - {move: tasks, each: wider, number: 第一，, lead: "{{ heading }}。", text: "{{ detail }}"}
      - {move: guarantee, number: "（一）", text: "要严格督查。{{ checks }}"}
      - {move: guarantee, number: "（一）", text: "要安排资金。{{ funds }}"}
"""
fit = fitting(OUTLINE)
tasks = partial(tasks_of, fit)


def opening(*texts: str) -> Fitted:
    """What is found in the opening of a speech."""
    return fit(
        ("在全县春耕生产工作会议上的讲话", "", 0, "title", "title"), *[(text, "", 0, "opening") for text in texts]
    )


def with_list(text: str, *items: str) -> dict[str, Any]:
    """The row of a task whose paragraph goes on with a list."""
    numbered = [(f"{item}", item[:2], 2, "tasks", "item", True) for item in items]
    found = fit(
        "今年有两项任务：", (text, "（一）", 1, "tasks"), *numbered, ("（二）管好山林。要管好山林。", "（二）", 1)
    )
    return dict(found.answers["tasks"][0])


def test_half_width_marks_part_clauses_as_well_and_are_full_width_in_the_facts() -> None:
    first, _second = tasks(
        "拆除旧棚。去年塌了3处,伤了人。要拆除旧棚200间;由县住建局牵头,县财政局配合,2026年2月底前完成。",
        "安装水表。要安装水表3000块。",
    )
    assert (first["owner"], first["support"], first["deadline"]) == ("县住建局", "县财政局", "2026年2月底")
    assert first["why"] == "去年塌了3处，伤了人。"
    assert first["measures"] == ["拆除旧棚200间"]


def test_what_runs_on_behind_a_list_in_a_paragraph_is_no_part_of_its_last_item() -> None:
    row = with_list(
        "（一）练好本领。",
        "一靠集中学，",
        "二靠跟班练。要从6月起每周学一小时。由县委党校牵头，县人社局配合，12月底前完成。",
    )
    assert row["by"] == ["集中学", "跟班练"]
    assert row["measures"] == ["从6月起每周学一小时"]
    assert (row["owner"], row["support"], row["deadline"]) == ("县委党校", "县人社局", "12月底")


def test_items_of_a_sentence_each_leave_the_sentences_behind_them_to_the_whole() -> None:
    row = with_list(
        "（一）管好档案。立三条规矩。",
        "一是每季度通报一次。",
        "二是逐人建档。",
        "三是无故不交的责令补交。由县档案局牵头，今年年底前完成。",
    )
    assert row["measures"] == ["每季度通报一次", "逐人建档", "无故不交的责令补交"]
    assert row["owner"] == "县档案局"


def test_a_list_that_is_led_into_by_what_is_wrong_says_what_is_wrong() -> None:
    row = with_list("（一）统筹兼顾。毛病有两个：", "一是忙闲不均；", "二是各管一段。")
    assert row["faults"] == ["忙闲不均", "各管一段"]
    assert "measures" not in row


def test_who_does_one_of_several_things_and_when_does_not_answer_for_them_all() -> None:
    first, second = tasks(
        "算细账。要摸清税源底数。要按月做好预测。房产税要重新核定，六月底前要造好册子。征地由各乡镇牵头。",
        "修好路。要修路30公里。由县交通局牵头，10月底前完成。",
    )
    assert not {"owner", "deadline"} & set(first)
    assert "房产税要重新核定，六月底前要造好册子" in first["measures"]
    assert (second["owner"], second["deadline"]) == ("县交通局", "10月底")


def test_what_helps_is_named_and_not_what_it_is_to_do() -> None:
    first, _second = tasks("测面积。税政处要会同房管、国土重新测一遍。", "修好路。要修路30公里。")
    assert "support" not in first


def test_a_question_to_the_hearers_is_no_measure_and_a_comment_stays_with_its_measure() -> None:
    first, _second = tasks(
        "守住底线。为什么要强调守住底线？因为出了事就收不回来。要逐处排查隐患。这是硬任务。要建立台账。",
        "修好路。要修路30公里。",
    )
    assert first["measures"] == ["逐处排查隐患，这是硬任务", "建立台账"]
    assert first["why"] == "为什么要强调守住底线？因为出了事就收不回来。"


def test_a_quotation_is_not_torn_apart_at_its_semicolons() -> None:
    first, _second = tasks(
        "学好标准。要准确理解“组织领导有力，工作扎实；思想教育深入，风尚良好。环境优美”等标准。要对照自查。",
        "修好路。要修路30公里。",
    )
    assert first["measures"] == ["准确理解“组织领导有力，工作扎实；思想教育深入，风尚良好。环境优美”等标准", "对照自查"]


def test_an_example_in_the_text_of_a_task_is_its_example() -> None:
    first, _second = tasks(
        "改好作风。群众有意见。比如，老大厅停车难，群众提过19次。要逐条销账。", "修好路。要修路30公里。"
    )
    assert first["case"] == "老大厅停车难，群众提过19次"
    assert first["measures"] == ["逐条销账"]


def test_where_nobody_is_named_nobody_did_it_and_what_is_still_to_come_is_no_agenda() -> None:
    found = opening("刚才，传达学习了实施方案，6位科室负责同志作了很好的发言。").answers
    assert all(row["who"] != "传达" for row in found.get("agenda", ()))
    assert "agenda" not in opening("刚才，李县长通报了情况以后就走了。王书记出席会议并将作重要讲话。").answers or all(
        "将" not in row["who"]
        for row in opening("刚才，李县长通报了情况，王书记出席会议并将作重要讲话。").answers["agenda"]
    )


@pytest.mark.parametrize(
    ("title", "meeting", "work"),
    [
        ("在全县春耕生产工作会议上的讲话", "全县春耕生产工作会议", "春耕生产工作"),
        ("春耕生产工作大会讲话", "春耕生产工作大会", "春耕生产工作"),
        ("江海平同志在全市地方税务工作会议上的讲话", "全市地方税务工作会议", "地方税务工作"),
        ("在石桥镇2009年农村工作会议上的讲话", "石桥镇2009年农村工作会议", "农村工作"),
    ],
)
def test_the_title_names_the_meeting_and_the_work(title: str, meeting: str, work: str) -> None:
    answers = fit((title, "", 0, "title", "title"), ("下面我讲三点。", "", 0, "opening")).answers
    assert (answers["meeting"], answers["work"]) == (meeting, work)


def test_an_activity_goes_by_the_name_that_is_said_again_and_again() -> None:
    answers = opening(
        "这次会议安排“争创”工作。“争”就是争一流、上水平，“创”就是创文明单位。",
        "开展“争创”活动，目的要明确。搞好“争创”活动，要有章法。",
    ).answers
    assert answers["activity"] == "“争创”活动"
    assert answers["meaning"] == "“争”就是争一流、上水平，“创”就是创文明单位"


def test_the_background_ends_where_the_meeting_is_named() -> None:
    answers = opening("上周，省里开了会。县委专题研究。今天开会，部署春耕。").answers
    assert answers["background"] == "上周，省里开了会。县委专题研究"


def test_what_only_begins_with_last_year_is_not_how_the_year_went() -> None:
    lines = [("去年三月，石梁线开工，赶上连阴雨。", "", 0, "achievements")]
    assert "year" not in fit(*lines).answers
    assert "year" not in fit(("去年的检查中还看出一些毛病，我挑要紧的说。", "", 0, "shortcomings")).answers


def test_the_demand_of_the_whole_says_the_line_and_the_aim() -> None:
    whole = (
        "总体要求是：以科学理论为指导，全面贯彻上级精神，围绕项目建设，以群众满意为标准，提升机关效能，促进项目落实。"
    )
    answers = fit((whole, "", 0, "goals")).answers
    assert answers["focus"] == "围绕项目建设，以群众满意为标准"
    assert answers["aim"] == "提升机关效能，促进项目落实"


def test_an_activity_in_three_sections_has_three_stages() -> None:
    text = "全程分三段：6月，动员排查；7月到10月，攻坚创建；11月到12月，总结经验。"
    assert fit((text, "", 0, "goals")).answers["stages"] == [
        {"span": "6月", "do": "动员排查"},
        {"span": "7月到10月", "do": "攻坚创建"},
        {"span": "11月到12月", "do": "总结经验"},
    ]


def test_from_what_to_what_is_taken_apart() -> None:
    answers = fit(
        "还要完成两个转变：",
        ("一是在工作上由突击应付向长效管理的转变；", "一是", 1, "shortcomings"),
        ("二是在手段上由行政推动向市场运作的转变。", "二是", 1, "shortcomings"),
    ).answers
    assert answers["turns"] == [{"from": "突击应付", "to": "长效管理"}, {"from": "行政推动", "to": "市场运作"}]


def test_a_table_that_hangs_on_an_answer_takes_nothing_where_that_is_missing() -> None:
    answers = fit(
        "还有两件事：",
        ("第一，广交朋友。为企业家建立档案。", "第一，", 1),
        ("第二，办好刊物。每月一期。", "第二，", 1),
    ).answers
    assert "wider" not in answers


def test_the_tasks_of_every_part_are_rows() -> None:
    parts = [("一、建好班子", "一、", 1), ("二、带好队伍", "二、", 1)]
    items = [
        [
            (f"（一）学好理论。要每月学习一次。要写{n}篇体会。要办读书会。要请人来讲。", "（一）", 2),
            (f"（二）管好作风。要每季检查{n}次。要通报结果。要限期整改。要复查。", "（二）", 2),
        ]
        for n in (1, 2)
    ]
    rows = fit(parts[0], *items[0], parts[1], *items[1]).answers["tasks"]
    assert [row["name"] for row in rows] == ["学好理论", "管好作风"] * 2


def test_what_secures_the_work_is_found_by_other_words_of_the_same_matter() -> None:
    answers = fit(
        ("一是考核要兑现。年终组织验收，倒数第一的说明原因。", "一是", 1, "guarantee"),
        ("二是投入要跟上。县财政安排180万元。", "二是", 1, "guarantee"),
    ).answers
    assert answers["checks"] == "年终组织验收，倒数第一的说明原因"
    assert answers["funds"] == "县财政安排180万元"


LAYERS = """
    numbering: [一、, 一是]
    questions:
      topics: {ask: 几项工作, type: table, columns: {name: {ask: 名称, required: true}}}
      steps:
        ask: 各项工作的措施
        type: table
        columns:
          heading: {ask: 标题, required: true}
          topic: {ask: 属于哪项工作, required: true}
          how: {ask: 怎么做, type: long, required: true}
          rules: {ask: 分条讲的内容, type: list}
      layered:
        ask: 分层来讲的措施
        type: table
        columns:
          heading: {ask: 标题, required: true}
          topic: {ask: 属于哪项工作, required: true}
          layer: {ask: 哪一层, type: choice, choices: [总体, 长远, 当前], required: true}
          how: {ask: 怎么做, type: long, required: true}
    parts:
      - move: tasks
        each: topics
        heading: "关于{{ name }}"
        parts:
          - {each: 'layered|where("topic", name)', number: 一是, text: "{{ layer }}{{ heading }}。{{ how }}。"}
          - each: 'steps|where("topic", name)'
            number: 1.
            text: "{{ heading }}。{{ how }}。"
            parts: [{each: rules, number: 一是, text: "{{ item }}"}]
"""


def test_measures_in_layers_choose_the_layer_that_is_said_above_them() -> None:
    def layer(lead: str, *names: str) -> list[tuple[Any, ...]]:
        items = [(f"{n}是{name}。每年{name}一次。", f"{n}是", 2) for n, name in zip("一二", names, strict=True)]
        return [(lead, "", 1), *items]

    found = fit_speech(
        speech(
            ("一、关于班子建设", "一、", 1),
            *layer("先说全局，抓好两条。", "把牢方向", "维护团结"),
            *layer("从长远来看，守住两条。", "民主议事", "公正用人"),
            *layer("就当前来讲，办好两件事。", "搞好调研", "开好会议"),
            ("二、关于干部培训", "二、", 1),
            ("1.改进方式。推行学员点题。", "1.", 2),
            ("2.建强师资。充实兼职教师。", "2.", 2),
        ),
        prepared(LAYERS),
        "layers",
    ).answers
    assert [(row["layer"], row["heading"]) for row in found["layered"]] == [
        ("总体", "把牢方向"),
        ("总体", "维护团结"),
        ("长远", "民主议事"),
        ("长远", "公正用人"),
        ("当前", "搞好调研"),
        ("当前", "开好会议"),
    ]
    assert [(row["topic"], row["heading"]) for row in found["steps"]] == [
        ("干部培训", "改进方式"),
        ("干部培训", "建强师资"),
    ]


def lost(draft: Draft, ready: Prepared, fitted: Fitted) -> list[str]:
    """The clauses of a speech that stand in no answer, are not listed as unplaced, and are not drafted again."""
    answers = [said_in(question, fitted.answers.get(question.key, [])) for question in ready.outline.questions]
    held = [plain(text) for text in [*leaves(answers), *fitted.unplaced]]
    facts, _faults = read_facts(parse_yaml(fitted.facts_yaml, ""), ready.outline)
    drafted = plain(compose(ready, facts, House()).draft.text)
    clauses = [
        plain(clause)
        for block in draft.blocks
        for clause in re.split("[，,。；;：:！？!?\n]", block.text[len(block.marker) :])
    ]

    def is_held(clause: str) -> bool:
        bare = _LEADING.sub("", clause, count=1)
        return any(bare in text or (len(text) > 3 and text in clause) for text in held) or bare in drafted

    return [clause for clause in clauses if len(clause) > 3 and not is_held(clause)]


@pytest.mark.slow
@pytest.mark.parametrize("name", GOLD)
def test_no_sentence_of_a_studied_speech_is_lost_without_a_word(name: str) -> None:
    fitted = fit_to("work_conference", gold(name))
    assert lost(gold(name), shipped_outline("work_conference"), fitted) == []


def test_an_answer_that_only_a_heading_says_is_found_though_people_may_make_the_headings_themselves() -> None:
    whole = load_facts(shipped() / "outlines" / "examples" / "symposium.yaml")
    assert not whole.facts.answers.get("headings")
    draft = compose(whole.prepared, whole.facts, whole.house).draft
    [speech] = recognise(draft.text)
    fitted = fit_to("symposium", speech.draft)
    assert fitted.answers["second"] == whole.facts.answers["second"]
