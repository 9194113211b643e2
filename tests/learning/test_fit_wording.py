"""What a clerk finds when an old speech says its answers in the outline's words: these stay out."""

from __future__ import annotations

from typing import Any

from drafting.learning.fit import fit_speech
from tests.helpers import prepared
from tests.learning.fitting import fit_shipped, fitting
from tests.learning.speeches import speech

OUTLINE = """
    numbering: [一、, （一）]
    questions:
      instructions:
        ask: 会上传达的批示
        type: table
        columns: {who: {ask: 谁的批示, required: true}, said: {ask: 主要内容, type: long, required: true}}
      turns:
        ask: 还要完成的转变
        type: table
        columns: {from: {ask: 从什么样, required: true}, to: {ask: 转到什么样, required: true}}
      thanks_to: {ask: 要谢的人, type: list}
      lack: {ask: 对照起来有哪些欠缺, type: list}
      year: {ask: 这一年怎样过来的, type: long}
      hard: {ask: 最苦的一件事, type: long}
      tasks:
        ask: 任务
        type: table
        columns:
          name: {ask: 名称, required: true}
          why: {ask: 为什么, type: long}
          measures: {ask: 措施, type: list, help: 不带“要”字}
          owner: {ask: 牵头单位}
          support: {ask: 配合单位}
    parts:
      - move: opening
        when: instructions
        text: "{% for i in instructions %}{{ i.who }}批示强调，{{ i.said }}。{% endfor %}"
      - {move: shortcomings, text: 路子也要变。}
      - {move: shortcomings, each: turns, number: 一是, lead: "由{{ from }}转向{{ to }}"}
      - {move: achievements, text: "日子是怎样过来的？大家心里有本账。{{ year }}。{{ hard }}。"}
      - {move: achievements, text: "我{% for t in thanks_to %}，向{{ t }}{% endfor %}，道一声：辛苦了！"}
      - move: shortcomings
        text: "差得远的地方摆在眼前：{% for l in lack %}{% if not loop.first %}；{% endif %}{{ l }}{% endfor %}。"
      - each: tasks
        move: tasks
        number: （一）
        lead: "{{ name }}"
        text: >-
          {% if why %}{{ why }}。{% endif %}做起来要有恒心，急不得也慢不得。
          {% if owner %}由{{ owner }}牵头，{% endif %}{% if support %}{{ support }}配合。{% endif %}
        parts:
          - {each: measures, number: 一是, inline: true, text: "要{{ item }}；"}
"""


fit = fitting(OUTLINE)


def tasks(*texts: str) -> list[dict[str, Any]]:
    lines = [(f"（{'一二三'[n]}）{text}", f"（{'一二三'[n]}）", 1, "tasks") for n, text in enumerate(texts)]
    rows: list[dict[str, Any]] = fit(*lines).answers["tasks"]
    return rows


def test_the_thanked_stand_one_by_one() -> None:
    found = fit(("我代表县政府，向守夜的民警，向扫雪的工人，向送饭的村民，道一声：辛苦了！", "", 0, "achievements"))
    assert found.answers["thanks_to"] == ["守夜的民警", "扫雪的工人", "送饭的村民"]


def test_a_list_in_the_sentence_that_the_outline_leads_into_is_found() -> None:
    found = fit(("差得远的地方摆在眼前：路断了没修；灯坏了没换；井干了没掏。往后还要说。", "", 0, "shortcomings"))
    assert found.answers["lack"] == ["路断了没修", "灯坏了没换", "井干了没掏"]


def test_an_answer_may_stand_between_a_sentence_of_the_outline_and_a_stop() -> None:
    found = fit(
        ("日子是怎样过来的？大家心里有本账。三场雪压断了七处电线，没有一户断过暖。开春了。", "", 0, "achievements")
    )
    assert found.answers["year"] == "三场雪压断了七处电线，没有一户断过暖"


def test_what_is_turned_from_and_to_are_two_answers() -> None:
    found = fit(
        ("路子也要变，实现两个转变。", "", 0, "shortcomings"),
        ("一是由坐着等转向上门送。", "一是", 1, "shortcomings"),
        ("二是由各家干转向合伙干。", "二是", 1, "shortcomings", "", True),
    )
    assert found.answers["turns"] == [{"from": "坐着等", "to": "上门送"}, {"from": "各家干", "to": "合伙干"}]


def test_who_gave_an_instruction_is_no_speaker_and_its_words_stand_apart() -> None:
    found = fit(("会前，县委书记江海平同志专门作出批示：要把冬供当头等大事，一户也不能冻着。", "", 0, "opening"))
    assert found.answers["instructions"] == [
        {"who": "县委书记江海平同志", "said": "要把冬供当头等大事，一户也不能冻着"}
    ]


def test_what_the_outline_says_itself_is_no_reason_and_no_measure() -> None:
    rows = tasks(
        "修路。村道坑洼多年。做起来要有恒心，急不得也慢不得。切实修好村道三十里；必须配齐养护员。",
        "换灯。灯有一半不亮。着力更换路灯八百盏。",
    )
    assert rows[0]["why"] == "村道坑洼多年。"
    assert rows[0]["measures"] == ["修好村道三十里", "配齐养护员"]
    assert rows[1]["measures"] == ["更换路灯八百盏"]


def test_who_has_to_do_it_is_told_in_many_ways() -> None:
    rows = tasks(
        "修路。要修好村道三十里。由县交通局会同县财政局、各乡镇抓落实。",
        "换灯。要更换路灯八百盏。以县住建局为主，县供电公司协同。",
        "掏井。由县水利局在五月底前掏井一百口。",
    )
    assert [row["owner"] for row in rows] == ["县交通局", "县住建局", "县水利局"]
    assert [row.get("support") for row in rows[:2]] == ["县财政局、各乡镇", "县供电公司"]
    assert rows[2]["measures"] == ["在五月底前掏井一百口"]


def test_targets_may_follow_at_once_and_who_gave_an_account_has_spoken() -> None:
    outline = """
        questions:
          agenda: {ask: 讲话之前的议程（“刚才……”）, type: table, columns: {who: 谁, did: 做了什么}}
          targets: {ask: 主要目标, type: list}
        parts:
          - {move: opening, text: "刚才，{% for a in agenda %}{{ a.who }}{{ a.did }}，{% endfor %}都听了。"}
          - {move: goals, text: "明年{% for t in targets %}{{ t }}，{% endfor %}就这些。"}
    """
    draft = speech(
        ("刚才，技术员小邱讲了越冬的要领，会计老方报了账。", "", 0, "opening"),
        ("目标是产蜜100吨，收入600万元。", "", 0, "goals"),
    )
    answers = fit_speech(draft, prepared(outline), "small").answers
    assert answers["agenda"] == [
        {"who": "技术员小邱", "did": "讲了越冬的要领"},
        {"who": "会计老方", "did": "报了账"},
    ]
    assert answers["targets"] == ["产蜜100吨", "收入600万元"]


WEIGHT = """
    questions:
      now: {ask: 今年占多少分, type: number, unit: 分}
      before: {ask: 去年占多少分, type: number, unit: 分}
    parts:
      - move: guarantee
        text: >-
          养路在考核中的分值，{% if now > before %}由{{ before }}提高到{{ now }}，掂一掂就知道分量。
          {% else %}仍是{{ now }}。{% endif %}
"""


def test_of_two_figures_either_may_be_the_larger() -> None:
    found = fitting(WEIGHT)(("养路在考核中的分值，由4分提高到8分，掂一掂就知道分量。", "", 0, "guarantee"))
    assert found.answers == {"now": "8分", "before": "4分"}


def test_who_did_what_before_the_speech_is_found_by_any_verb() -> None:
    fitted = fit_shipped(
        "work_conference",
        (
            "刚才，安监部主任马建国通报了春检完成情况，调控中心主任李向东分析了今夏电力供需形势，"
            "城关供电所、柳河供电所作了表态发言。",
            "",
            0,
            "opening",
        ),
    )
    assert fitted.answers["agenda"] == [
        {"who": "安监部主任马建国", "did": "通报了春检完成情况"},
        {"who": "调控中心主任李向东", "did": "分析了今夏电力供需形势"},
        {"who": "城关供电所、柳河供电所", "did": "作了表态发言"},
    ]


def test_whom_the_meeting_honoured_and_who_spoke_then_are_two_answers() -> None:
    fitted = fit_shipped(
        "work_conference",
        (
            "会上，表彰了8个先进集体和25名先进个人，双河社、临泉社、土桥社作了典型发言。下面，我讲四点意见。",
            "",
            0,
            "opening",
        ),
    )
    assert fitted.answers["awards"] == "表彰了8个先进集体和25名先进个人"
    assert fitted.answers["agenda"] == [{"who": "双河社、临泉社、土桥社", "did": "作了典型发言"}]
