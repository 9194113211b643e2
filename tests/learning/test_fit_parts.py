"""What a clerk finds in the facts when the parts of an old speech are matters with tasks of their own."""

from __future__ import annotations

from typing import Any

from drafting.learn import recognise
from tests.helpers import prepared
from tests.learning.fitting import checked, fit_shipped, fitting
from tests.learning.speeches import speech

OUTLINE = """
    numbering: [一、, 1.]
    questions:
      agenda: {ask: 讲话之前的议程（“刚才……”）, type: table, columns: {who: 谁, did: 做了什么}}
      matters:
        ask: 这次要部署的几项工作
        type: table
        columns:
          name: {ask: 名称, required: true}
          done: {ask: 已经做了什么, type: long}
          lacking: {ask: 还缺什么, type: list, required: true}
          aim: {ask: 总的要求, required: true}
      steps:
        ask: 各项工作的具体措施
        type: table
        columns:
          heading: {ask: 标题, required: true}
          matter: {ask: 属于哪项工作, required: true}
          why: {ask: 为什么抓, type: long}
          how: {ask: 怎么做, type: long, help: 不带“要”字, required: true}
          rules: {ask: 其中要分条讲的内容, type: list}
          owner: {ask: 牵头单位}
          deadline: {ask: 时限, type: date}
          schedule: {ask: 时限不止一个的, type: long}
      stresses:
        ask: 最后再强调的几点
        type: table
        columns: {heading: {ask: 标题, required: true}, detail: {ask: 怎样要求, type: long, required: true}}
    parts:
      - {move: opening, text: "刚才，{% for a in agenda %}{{ a.who }}{{ a.did }}{% endfor %}。"}
      - move: tasks
        each: matters
        heading: "关于{{ name }}"
        parts:
          - {move: achievements, text: "{{ done }}"}
          - {move: shortcomings, text: "{% for l in lacking %}{{ l }}；{% endfor %}"}
          - {move: goals, text: "总的要求是：{{ aim }}。"}
          - each: steps|where("matter", name)
            lead: "{{ heading }}"
            text: "{{ why }}{{ how }}。{% if owner %}由{{ owner }}牵头，{{ deadline }}前完成。{{ schedule }}{% endif %}"
            parts: [{each: rules, number: 一是, inline: true, text: "{{ item }}"}]
      - {move: tasks, each: stresses, number: 一是, lead: "{{ heading }}。", text: "{{ detail }}"}
"""


fit = fitting(OUTLINE)


MATTERS = (
    ("一、关于茶园改造", "一、", 1, "tasks"),
    ("去年改了茶园3万亩，新修水渠40公里。", "", 1, "achievements"),
    ("同时应当看到，老茶园还占一半；管护的人手不齐。", "", 1, "shortcomings"),
    ("总的要求是：以提质为重点，三年把老茶园改完。", "", 1, "goals"),
    (
        "1.换良种。老茶树产量只有新树的一半。要先换阳坡、后换阴坡。由种苗站牵头，明年3月底前换完2万亩。",
        "1.",
        2,
        "tasks",
    ),
    ("2.管好用水。要定下三条规矩：", "2.", 2, "tasks"),
    ("一是按亩配水，多用加价；", "一是", 3, "tasks", "", True),
    ("二是轮流放水，张榜公布。以上由水利站来抓，6月底前见效。规矩立了就要守。", "二是", 3, "tasks", "", True),
    ("二、关于茶叶销售", "二、", 1, "tasks"),
    ("总的要求是：以网店为重点，把销路打开。", "", 1, "goals"),
    ("1.开网店。每村开一家，年底前全部上线。", "1.", 2, "tasks"),
    ("2.进超市。先谈十家。", "2.", 2, "tasks"),
)


def test_matters_are_rows_with_what_was_done_what_is_lacking_and_the_aim() -> None:
    assert fit(*MATTERS).answers["matters"] == [
        {
            "name": "茶园改造",
            "done": "去年改了茶园3万亩，新修水渠40公里。",
            "lacking": ["老茶园还占一半", "管护的人手不齐"],
            "aim": "以提质为重点，三年把老茶园改完",
        },
        {"name": "茶叶销售", "aim": "以网店为重点，把销路打开"},
    ]


def test_what_joins_what_is_lacking_to_what_was_done_is_no_part_of_it() -> None:
    lacking = ("应当看到，老茶园还占一半；管护的人手不齐。", "", 1, "shortcomings")
    [first, _second] = fit(*MATTERS[:2], lacking, *MATTERS[3:]).answers["matters"]
    assert first["lacking"] == ["老茶园还占一半", "管护的人手不齐"]


def test_the_tasks_below_a_matter_name_it_and_say_why_how_who_and_when() -> None:
    first, second, third, fourth = fit(*MATTERS).answers["steps"]
    assert first == {
        "heading": "换良种",
        "matter": "茶园改造",
        "why": "老茶树产量只有新树的一半。",
        "how": "先换阳坡、后换阴坡",
        "owner": "种苗站",
        "schedule": "明年3月底前换完2万亩",
    }
    assert second["rules"] == ["按亩配水，多用加价", "轮流放水，张榜公布"]
    assert (second["owner"], second["deadline"]) == ("水利站", "6月底")
    assert [row["matter"] for row in (third, fourth)] == ["茶叶销售"] * 2


def test_who_spoke_may_be_told_without_just_now_in_several_sentences() -> None:
    fitted = fit(
        (
            "县茶业局局长段启明同志通报了去年的情况，云山镇、河湾镇作了发言，讲得都很实在。"
            "副县长周文秀同志宣读了决定。下面我讲两点。",
            "",
            0,
            "opening",
        ),
        *MATTERS,
    )
    assert fitted.answers["agenda"] == [
        {"who": "县茶业局局长段启明同志", "did": "通报了去年的情况"},
        {"who": "云山镇、河湾镇", "did": "作了发言"},
        {"who": "副县长周文秀同志", "did": "宣读了决定"},
    ]
    remark = ("大家谈了很多，我都同意。", "", 0, "opening")
    assert "agenda" not in fit(remark, *MATTERS).answers


def test_what_is_passed_on_at_the_end_is_what_is_stressed() -> None:
    fitted = fit(
        *MATTERS,
        ("这里再交代两件事。", "", 0, "tasks"),
        ("一是防倒春寒。气象站天天报温度。", "一是", 1, "tasks"),
        ("二是防山火。清明前后不准野外用火。", "二是", 1, "tasks"),
    )
    assert [row["heading"] for row in fitted.answers["stresses"]] == ["防倒春寒", "防山火"]


TASKS = """
    numbering: [（一）]
    questions:
      tasks:
        ask: 任务
        type: table
        columns:
          heading: {ask: 标题, required: true}
          why: {ask: 为什么, type: long}
          measures: {ask: 措施, type: list, help: 不带“要”字}
          schedule: {ask: 时限不止一个的, type: long}
    parts:
      - move: tasks
        each: tasks
        lead: "{{ heading }}。"
        text: "{{ why }}{{ schedule }}"
        parts: [{each: measures, number: 一是, text: "{{ item }}"}]
"""


def tasks(*lines: Any) -> list[Any]:
    return list(checked(speech(*lines), prepared(TASKS)).answers["tasks"])


def test_a_list_stays_whole_though_its_last_task_is_taken_for_something_else() -> None:
    rows = tasks(
        ("二、今年的事", "二、", 1, "tasks"),
        ("（一）备仓。腾出空仓5万吨。", "（一）", 2, "tasks"),
        ("（二）管秤。秤要全部检定。", "（二）", 2, "tasks"),
        ("（三）查账。每周通报一次。", "（三）", 2, "guarantee"),
    )
    assert [row["heading"] for row in rows] == ["备仓", "管秤", "查账"]


def test_what_is_to_be_done_is_told_by_who_has_to_and_stands_without_must() -> None:
    rows = tasks(
        ("（一）付款。农发行要提前备足资金，不打白条。", "（一）", 1, "tasks"),
        ("（二）运粮。路上坑多。必须先修路；还要备足车辆。", "（二）", 1, "tasks"),
    )
    assert rows[0]["measures"] == ["农发行要提前备足资金，不打白条"]
    assert rows[1] == {"heading": "运粮", "why": "路上坑多。", "measures": ["先修路", "备足车辆"]}


def test_what_leads_into_the_measures_is_no_reason() -> None:
    rows = tasks(
        ("（一）护堤。堤老了。要抓两条：", "（一）", 1, "tasks"),
        ("一是加高；", "一是", 2, "tasks", "", True),
        ("二是加固。", "二是", 2, "tasks", "", True),
        ("（二）清淤。河道浅了。", "（二）", 1, "tasks"),
    )
    assert rows[0]["why"] == "堤老了。"
    assert rows[0]["measures"] == ["加高", "加固"]


def test_what_obliges_without_a_word_that_says_so_is_to_be_done_and_what_was_done_is_a_reason() -> None:
    rows = tasks(
        ("（一）待客。酒席不超过十二桌，从我家做起。", "（一）", 1, "tasks"),
        ("（二）查房。每天早晚各查房两遍，当场签字。", "（二）", 1, "tasks"),
        ("（三）修井。去年打了两口，没有出水。", "（三）", 1, "tasks"),
    )
    assert [row.get("measures") for row in rows] == [
        ["酒席不超过十二桌，从我家做起"],
        ["每天早晚各查房两遍，当场签字"],
        None,
    ]
    assert rows[2]["why"] == "去年打了两口，没有出水。"


def test_headings_without_numbers_head_rows_too() -> None:
    [old] = recognise(
        "在全市民政工作会议上的讲话\n同志们：\n今天的会很重要。\n正视问题，补齐短板\n农村养老床位空着，城里的排不上队。\n"
        "加快养老设施建设\n床位不够。年底前要建成养老院8所。\n规范社会救助\n要做到应保尽保、应退尽退。\n同志们，谢谢大家！"
    )
    assert checked(old.draft, prepared(TASKS)).answers["tasks"] == [
        {"heading": "加快养老设施建设", "why": "床位不够。", "measures": ["年底前要建成养老院8所"]},
        {"heading": "规范社会救助", "measures": ["做到应保尽保、应退尽退"]},
    ]


TWO_MATTERS = """
    numbering: [一、, 1.]
    questions:
      tasks:
        ask: 下一步的任务
        type: table
        columns:
          heading: {ask: 标题, required: true}
          why: {ask: 为什么抓, type: long}
          owner: 牵头单位
          deadline: {ask: 时限, type: date}
      others:
        ask: 另一件事要注意的几点
        type: table
        columns:
          heading: {ask: 标题, required: true}
          why: {ask: 为什么抓, type: long}
          owner: 牵头单位
          deadline: {ask: 时限, type: date}
    parts:
      - move: tasks
        heading: 抓收购
        parts:
          - each: tasks
            number: 1.
            lead: "{{ heading }}。"
            text: "{{ why }}。由{{ owner }}牵头，{{ deadline }}前完成。"
      - move: tasks
        heading: 抓修仓
        parts:
          - each: others
            number: 1.
            lead: "{{ heading }}。"
            text: "{{ why }}。由{{ owner }}牵头，{{ deadline }}前完成。"
"""


def test_two_tables_of_the_same_columns_take_the_lists_of_the_parts_in_their_order() -> None:
    old = speech(
        ("一、抓收购", "一、", 1, "tasks"),
        ("1.备足资金。贷款要到位。", "1.", 2, "tasks"),
        ("2.腾空仓房。旧粮要出库。", "2.", 2, "tasks"),
        ("二、抓修仓", "二、", 1, "tasks"),
        ("1.查清漏雨的仓房。山里的仓房年头长，屋面薄，一到雨季就漏，逐座上去看。", "1.", 2, "tasks"),
        ("2.请好修仓的工匠。本县的工匠多半外出，开春以前先把人说定，工钱也说定。", "2.", 2, "tasks"),
    )
    found = checked(old, prepared(TWO_MATTERS)).answers
    assert [row["heading"] for row in found["tasks"]] == ["备足资金", "腾空仓房"]
    assert [row["heading"] for row in found["others"]] == ["查清漏雨的仓房", "请好修仓的工匠"]


def test_what_is_lacking_may_be_said_where_the_work_is_told() -> None:
    told = "回头看，去年改了茶园3万亩。差距也是明显的：老茶园还占一半；管护的人手不齐。"
    [first, *_others] = fit(MATTERS[0], (told, "", 1, "achievements"), *MATTERS[3:]).answers["matters"]
    assert first["lacking"] == ["老茶园还占一半", "管护的人手不齐"]


TWO_TABLES = """
    numbering: [（一）, 一是]
    questions:
      tasks:
        ask: 重点任务
        type: table
        columns: {heading: {ask: 标题, required: true}, measures: {ask: 措施, type: list}}
      merging:
        ask: 农技同农机怎样融合
        type: table
        columns: {focus: {ask: 做什么, required: true}, detail: {ask: 怎么做, type: long}}
    parts:
      - move: tasks
        each: tasks
        number: "（一）"
        heading: "{{ heading }}"
        parts: [{each: measures, number: 一是, text: "{{ item }}"}]
      - move: tasks
        heading: 推动融合
        number: "（一）"
        parts: [{each: merging, number: 一是, lead: "{{ focus }}。", text: "{{ detail }}"}]
"""


def test_an_item_that_another_table_asks_for_is_no_row_of_the_first() -> None:
    fit = fitting(TWO_TABLES)
    lines = [
        ("（一）修好渠道", "（一）", 1, "tasks"),
        ("一是清淤。清淤30公里。", "一是", 2, "tasks"),
        ("二是衬砌。衬砌12公里。", "二是", 2, "tasks"),
        ("（二）管好机井", "（二）", 1, "tasks"),
        ("一是装表。逐户装到。", "一是", 2, "tasks"),
        ("二是收费。按方收取。", "二是", 2, "tasks"),
        ("（三）推动融合发展", "（三）", 1, "tasks"),
        ("一是人员合到一起。农技员和机手编成12个组。", "一是", 2, "tasks"),
        ("二是地块连成一片。每组管三百亩。", "二是", 2, "tasks"),
    ]
    answers = fit("今年有几项任务：", *lines).answers
    assert [row["heading"] for row in answers["tasks"]] == ["修好渠道", "管好机井"]
    assert [row["focus"] for row in answers["merging"]] == ["人员合到一起", "地块连成一片"]


def test_a_heading_that_says_only_that_tasks_follow_is_no_task_and_answers_once() -> None:
    answers = fit_shipped(
        "work_conference",
        ("今天，我们总结上半年工作，部署下半年任务。", "", 0, "opening"),
        ("一、上半年工作回顾", "一、", 1, "achievements"),
        ("（一）修路。修通公路30公里。", "（一）", 2, "achievements"),
        ("（二）通水。铺设水管12公里。", "（二）", 2, "achievements"),
        ("二、下半年工作重点", "二、", 1, "tasks"),
        ("1.修好渠道。水务局牵头，农业局配合，新修渠道30公里，10月底前完成。", "1.", 2, "tasks"),
        ("2.管好机井。供电公司要给机井装表，逐户抄到。", "2.", 2, "tasks"),
        ("三、几点要求", "三、", 1, "tasks"),
        ("一要转变作风。班子成员要带头下村。", "一要", 2, "tasks"),
        ("二要严守底线。不出一起事故。", "二要", 2, "tasks"),
    ).answers
    first, second = answers["tasks"]
    assert (first["heading"], first["owner"], first["support"]) == ("修好渠道", "水务局", "农业局")
    assert (str(first["deadline"]), first["measures"]) == ("10月底", ["新修渠道30公里"])
    assert (second["heading"], second["owner"]) == ("管好机井", "供电公司")
    assert answers["themes"] == ["上半年工作回顾", "下半年工作重点", "几点要求"]


def test_tasks_that_say_themselves_what_is_to_be_done_stand_beside_one_that_lists_it() -> None:
    fitted = fit_shipped(
        "symposium",
        ("第一，充分认识民营经济的重要作用。民营经济贡献了62.5%的税收。", "第一，", 1, "significance"),
        ("第二，着力破解企业难题。财政局要拨付资金2000万元；人社局要组织3场招聘会。", "第二，", 1, "tasks"),
        ("第三，希望大家勇于担当。", "第三，", 1, "tasks"),
        ("一要坚守主业，做强实业。", "一要", 2, "tasks", "", True),
        ("二要加大研发，创新发展。", "二要", 2, "tasks", "", True),
    )
    heads = [(task["heading"], len(task["measures"])) for task in fitted.answers["tasks"]]
    assert heads == [("着力破解企业难题", 2), ("希望大家勇于担当", 2)]


def test_a_part_whose_heading_only_asks_what_to_do_is_no_task() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("一、上学期我们干得怎么样", "一、", 1, "achievements"),
        ("二、这学期我们要干什么", "二、", 1, "tasks"),
        ("（一）在课堂效率上要有新提升。教务处牵头，10月底前完成全员赛课。", "（一）", 2, "tasks"),
        ("（二）在校园安全上要有新提升。每月组织一次应急演练。", "（二）", 2, "tasks"),
        ("三、大家应该怎么干", "三、", 1, "tasks"),
        ("一要有爱心。", "一要", 2, "tasks"),
        ("二要有恒心。", "二要", 2, "tasks"),
    )
    heads = [task.get("heading") for task in fitted.answers["tasks"]]
    assert heads[:2] == ["在课堂效率上要有新提升", "在校园安全上要有新提升"]
    assert not any(head and ("干什么" in head or "怎么干" in head) for head in heads)
