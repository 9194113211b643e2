"""Headings of one list should agree in form."""

from __future__ import annotations

import pytest

from drafting.check.headings import check_headings
from drafting.compose import compose
from drafting.loading import load_facts
from drafting.outline.asked_headings import asked_headings
from tests.helpers import draft, examples, prepared


def _odd(*headings: str, kind: str = "heading", questions: str = "") -> list[str]:
    parts = "".join(f"  - {{move: tasks, {kind}: '{heading}', text: 说}}\n" for heading in headings)
    return [finding.block for finding in check_headings(draft(questions + "parts:\n" + parts))]


@pytest.mark.parametrize("kind", ["heading", "lead"])
@pytest.mark.parametrize(
    ("headings", "odd"),
    [
        (("抓源头，求实效", "抓过程，求实效", "抓末端"), ["tasks-3"]),
        (("抓源头", "抓过程", "抓末端"), []),
        (("抓源头", "抓过程，求实效"), ["tasks-2"]),
        (("抓源头", "抓过程，求实效", "抓末端，求实效，见长效"), ["tasks-2", "tasks-3"]),
        (("抓源头", "抓过程", "抓末端，求实效", "抓长效，求实效"), ["tasks-3", "tasks-4"]),
        (("抓源头、抓苗头", "抓过程；抓细节", "抓末端"), ["tasks-3"]),
        (("一 二", "三 四", "五六"), ["tasks-3"]),
        (("改好车间、仓库", "备足粮食和药品", "管住明火和电器"), []),
        (("抓安全、促生产", "抓质量、创品牌", "管住明火和电器"), ["tasks-3"]),
        (("改好车间、仓库以及锅炉房", "备足粮食和药品还有饮用水", "管住明火和电器、煤气瓶"), []),
        (("守土有责，谁的山头谁来守", "守土尽责，哪段的路口专人看", "联防联控，一处的火情大家救"), []),
    ],
)
def test_a_heading_with_another_number_of_clauses_is_found(
    headings: tuple[str, ...], odd: list[str], kind: str
) -> None:
    assert _odd(*headings, kind=kind) == odd


# What is told of the last heading, or of its last clause, beside those before it.
TOLD = {
    "is a question, the headings beside it are none.": [
        ("抓好防汛抗旱工作", "供水管网改造延伸", "怎么把河湖管起来"),
        ("修渠", "清淤", "要不要禁渔"),
    ],
    "is no question, as the headings beside it are.": [
        ("为什么要办", "怎样办好", "着力提高办事能力"),
    ],
    "begins with “把”, the headings beside it do not.": [
        ("修好水渠", "把水管起来"),
    ],
    "does not begin with “把”, as the headings beside it do.": [
        ("把责任扛起来", "把力量合起来", "强化督促检查"),
    ],
    "does not say 要 or 必须, as the headings beside it do.": [
        ("要克服自满情绪", "要克服畏难情绪", "振奋干部精神"),
        ("船要查", "网要补", "查灯"),
    ],
    "names a thing, the headings beside it say what to do.": [
        ("加强日常管护", "推进老旧改造", "河道清淤工作"),
        ("稳住老师", "留住学生", "经费"),
        ("抓紧修船", "修好码头", "安全生产"),
        ("管住放学安全", "稳住教师队伍", "作业辅导质量"),
        ("补齐夜班人手", "管好出入登记", "夜间值班安全"),
    ],
    "has 10 characters, the headings beside it have 3 there.": [
        ("抓防汛", "抓供水管网的延伸改造"),
    ],
    "has 10 characters, the headings beside it have 3–5 there.": [
        ("抓防汛", "抓抗旱防火", "抓清淤", "抓供水管网的延伸改造"),
    ],
    "has 10 characters, the headings beside it have 2–4 there.": [
        ("查船", "养护山林", "修路", "架桥", "抓供水管网的延伸改造"),
    ],
    "says what to do, the headings beside it name things.": [
        ("船员培训", "渔具更新", "加强码头管理"),
        ("立案提速", "审判提质", "加快执行"),
        ("班子", "队伍", "健全制度"),
    ],
    "does not begin with “加强”, as the headings beside it do.": [
        ("加强领导", "加强学习", "领导加强"),
    ],
    "says 要 or 必须, the headings beside it do not.": [
        ("不带病出海", "不超员作业", "出海要报告"),
    ],
    "does not begin with “抓”, as the headings beside it do.": [
        ("抓晨读", "抓作业", "体育抓起来"),
    ],
    "does not begin with “坚持”, as the headings beside it do.": [
        ("坚持质量第一", "坚持安全第一", "安全至上"),
    ],
    "has 10 characters, the headings beside it have 3–4 there.": [
        ("守住底线，防大汛", "改好管网，供水不断", "修通渠道，让每一块田都喝得上水"),
    ],
}


@pytest.mark.parametrize(("what", "headings"), [(what, headings) for what, sets in TOLD.items() for headings in sets])
def test_it_is_told_which_heading_is_built_otherwise_and_how(what: str, headings: tuple[str, ...]) -> None:
    parts = "".join(f"  - {{move: tasks, heading: '{heading}', text: 说}}\n" for heading in headings)
    told = f"“{headings[-1].rpartition('，')[2]}” {what}"
    found = {finding.block: finding.message for finding in check_headings(draft("parts:\n" + parts))}
    assert found == {f"tasks-{len(headings)}": told}


@pytest.mark.parametrize(
    "headings",
    [
        ("修路", "架桥通水"),
        ("防汛", "发展近海的休闲渔业和观光", "修码头上的路"),
        ("哪里薄弱，补哪里", "看住山头，护住林"),
        ("关于班子建设和思想教育", "关于干部培训", "关于监督"),
        ("以思想建设为重点，提高干部素质", "以“求真务实主题教育”为龙头，推动工作上水平"),
        ("提高统筹能力", "提高学习能力", "提高守牢底线的能力"),
        ("围绕测评体系抓创建", "围绕“两个意识”、“三个重点”抓创建"),
        ("要努力创新，做好工作", "要突出主题，抓好宣传"),
        ("用水节约", "供电检修"),
        ("严格执行制度", "从严监督干部"),
        ("用好典型", "把握导向"),
        ("把灯修好", "将网补牢", "把冰备足"),
        ("抓晨读", "抓作业", "建名册"),
        ("向管理要效益", "向质量要市场", "向技术要产量"),
        ("稳住老师", "留住学生", "加强管理"),
        ("班子", "队伍", "制度"),
        ("提高效率", "转变作风", "接受监督"),
        ("加强巡查", "排查隐患", "集中整治"),
        ("恢复生产", "组织自救", "落实补助"),
        ("课堂更活", "操场更热闹", "食堂更干净"),
        ("教学管理", "课堂管理", "宿舍管理"),
        ("减负", "增效", "提质"),
        ("放学路上安全", "作业辅导质量", "宿舍夜间秩序"),
        ("主动消除隐患", "用心辅导学生", "合力抓质量"),
        ("提高办事效率", "转变管理作风", "接受群众监督"),
        tuple([f"第{number}件事要办好" for number in range(7, 13)]),
    ],
)
def test_headings_of_one_form_are_left_in_peace(headings: tuple[str, ...]) -> None:
    assert _odd(*headings) == []


def test_sentences_that_are_put_in_front_are_no_headings() -> None:
    assert _odd("全镇十四个服务中心里有五个的事项进驻率还不到八成", "有的单位另做一套台账", kind="lead") == []


def test_a_heading_that_the_outline_gives_is_not_held_against_those_of_the_answers() -> None:
    outline = """
    questions: {tasks: {ask: 任务, type: list}}
    parts:
      - {move: tasks, each: tasks, heading: "{{ item }}", text: 抓紧办。}
      - {move: tasks, heading: 把担子分到人，一级抓一级, text: 层层负责。}
    """
    assert list(check_headings(draft(outline, "tasks: [修好水渠, 管好水库]"))) == []


_CLOSING = """
questions:
  tasks: {ask: 任务, type: list}
  QUESTION
parts:
  - {move: tasks, each: tasks, heading: "{{ item }}", text: 抓紧办。}
  - {move: guarantee, heading: "HEADING", text: 层层负责。}
"""
_ONE = "{% if last %}{{ last }}{% else %}把担子分到人，一级抓一级{% endif %}"
_ROW = "{% for t in titles if t.part == '末' %}{{ t.heading }}{% else %}把担子分到人，一级抓一级{% endfor %}"


def _told(outline: str, facts: str) -> list[str]:
    asked = asked_headings(prepared(outline).outline)
    return [finding.message for finding in check_headings(draft(outline, facts), asked)]


_LAST = _CLOSING.replace("QUESTION", "last: {ask: 末一条的标题}").replace("HEADING", _ONE)
_TITLES = _CLOSING.replace(
    "QUESTION", "titles: {ask: 各处的标题, type: table, columns: {part: 哪一处, heading: 标题}}"
).replace("HEADING", _ROW)
_CLAUSES = "The heading has 2 clauses, its neighbours have 1."


@pytest.mark.parametrize(
    ("outline", "question"), [(_LAST, "“末一条的标题” (last)"), (_TITLES, "“各处的标题” (titles)")]
)
def test_a_heading_of_the_outline_that_a_question_replaces_is_told_with_the_question(
    outline: str, question: str
) -> None:
    assert _told(outline, "tasks: [修好水渠, 管好水库]") == [f"{_CLAUSES} An answer to {question} replaces it."]
    assert _told(outline, "tasks: [把渠修好，通水到田, 把库管好，守住堤坝]") == []


def test_an_answer_that_replaces_a_heading_is_compared_as_the_others_are() -> None:
    assert _told(_LAST, "tasks: [修好水渠, 管好水库]\nlast: 落实责任，严格奖惩") == [_CLAUSES]
    assert _told(_LAST, "tasks: [修好水渠, 管好水库]\nlast: 落实责任") == []


@pytest.mark.slow
def test_the_headings_of_the_examples_are_parallel() -> None:
    for path in (path for path in examples() if not path.stem.endswith("house")):
        loaded = load_facts(path)
        made = compose(loaded.prepared, loaded.facts, loaded.house).draft
        assert list(check_headings(made, asked_headings(loaded.prepared.outline))) == [], path.name


def test_lists_under_different_headings_are_not_compared() -> None:
    inner = "parts: [{heading: 甲，乙, text: 说}, {heading: 丙，丁, text: 说}]"
    made = draft(
        f"parts: [{{move: tasks, heading: 一, {inner}}}, {{move: tasks, heading: 二, parts: "
        "[{heading: 戊, text: 说}, {heading: 己, text: 说}]}, {move: closing, heading: 三, "
        "text: 说}]"
    )
    assert list(check_headings(made)) == []


def test_a_list_is_not_compared_with_the_one_before_it() -> None:
    first = "".join(
        f"  - {{move: experience, number: 一是, lead: '{lead}', text: 说}}\n" for lead in ("甲，乙", "丙，丁", "戊，己")
    )
    second = "".join(
        f"      - {{number: 一是, lead: '{lead}', text: 说}}\n" for lead in ("由甲到乙", "由丙到丁", "由戊到己")
    )
    made = draft(f"parts:\n{first}  - move: shortcomings\n    number: none\n    text: 还要转变。\n    parts:\n{second}")
    assert [block.marker for block in made.blocks if block.marker] == ["一是", "二是", "三是"] * 2
    assert list(check_headings(made)) == []


def test_only_marked_headings_are_compared() -> None:
    made = draft(
        "parts:\n"
        + "".join(
            f"  - {{move: tasks, number: none, heading: '{text}', text: 说}}\n" for text in ("甲", "乙", "丙，丁")
        )
    )
    assert list(check_headings(made)) == []


def test_the_message_says_how_many_clauses_there_are() -> None:
    made = draft(
        "parts: [{move: tasks, heading: 甲，乙, text: 说}, {move: tasks, heading: 丙，丁, text: "
        "说}, {move: tasks, heading: 戊, text: 说}]"
    )
    (finding,) = check_headings(made)
    assert (finding.rule, finding.message) == ("headings", "The heading has 1 clauses, its neighbours have 2.")


def test_a_heading_with_a_gap_is_not_compared() -> None:
    questions = "questions: {what: 抓什么, how: 怎么抓}\n"
    assert _odd("抓源头", "抓过程", "抓末端", "抓{{ what }}，{{ how }}", questions=questions) == []
