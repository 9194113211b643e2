"""Drafts made by hand for the tests of this room."""

from __future__ import annotations

from pathlib import Path
from random import Random

from drafting.draft import Block, Draft, Move, Role, Source, Span
from drafting.word.layout import Layout
from drafting.word.layout_file import read_layout
from drafting.word.state import State
from drafting.yamlfile import Mapping, parse_yaml

LAYOUTS = Path(__file__).parents[2] / "templates" / "layouts"
_CHARACTERS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连"
    "断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
)
QUESTIONS = {"tasks[1].deadline": "完成时限", "meeting": "会议全称"}


def layout(name: str = "official", overrides: str = "") -> Layout:
    """A shipped layout with single values over it, as YAML."""
    node = parse_yaml(overrides, "overrides") if overrides else None
    assert node is None or isinstance(node, Mapping)
    return read_layout(LAYOUTS / f"{name}.yaml", lambda base, _asking: LAYOUTS / f"{base}.yaml", node)


def block(
    key: str,
    text: str | list[Span],
    role: Role = Role.PARAGRAPH,
    move: Move = Move.TASKS,
    *,
    level: int = 0,
    marker: str = "",
    heading: int = 0,
    runs_on: bool = False,
) -> Block:
    """A block; a text is one span of wording."""
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    return Block(key, role, level, marker, move, spans, heading, runs_on)


def item(key: str, text: str | list[Span], level: int, marker: str, heading: int = 0, runs_on: bool = False) -> Block:
    """An enumerated block among the tasks."""
    return block(key, text, Role.ITEM, level=level, marker=marker, heading=heading, runs_on=runs_on)


def fact(text: str, path: str) -> Span:
    """A stretch of text from an answer."""
    return Span(text, Source.FACT, path)


def missing(wording: str, path: str) -> Span:
    """A gap."""
    return Span(f"【待补：{wording}】", Source.MISSING, path)


def speech() -> Draft:
    """Every role, level and kind of heading, lists inside a paragraph, quotation marks, rare characters, a gap."""
    return Draft(
        (
            block("title", [fact("凝心聚力 真抓实干", "theme")], Role.TITLE, Move.TITLE),
            block(
                "title.2", [Span("——在"), fact("全市经济工作会议", "meeting"), Span("上的讲话")], Role.TITLE, Move.TITLE
            ),
            block("byline.1", [fact("张㐂", "speaker")], Role.BYLINE, Move.BYLINE),
            block("byline.2", [Span("（"), fact("2026年1月5日", "date"), Span("）")], Role.BYLINE, Move.BYLINE),
            block("greeting", "同志们：", Role.SALUTATION, Move.GREETING),
            block(
                "opening",
                [
                    Span("刚才，𠮷林同志通报了“十四五”以来的工作…… "),
                    Span("我讲", Source.WORDING),
                    Span("三", Source.COUNT),
                    Span("点意见。"),
                ],
                move=Move.OPENING,
            ),
            item("tasks", "认清形势，切实增强责任感", 1, "一、", 1),
            item("tasks.1", "看到成绩，坚定信心", 2, "（一）", 1),
            block(
                "tasks.1.text",
                [
                    Span("全年生产总值增长"),
                    fact("5.8%", "growth"),
                    Span("，达到"),
                    fact("1,234.56亿元", "gdp"),
                    Span("。A&B<C>的做法值得肯定。"),
                ],
                level=2,
            ),
            item("tasks.1.1", [Span("抓项目。"), Span("要把项目建设作为“牛鼻子”，一项一项抓落实。")], 3, "1.", 1),
            item("tasks.1.1.1", "要素保障要跟上", 4, "（1）", 1),
            block(
                "tasks.1.1.1.text",
                [Span("土地指标必须在"), missing("完成时限", "tasks[1].deadline"), Span("前落实。")],
                level=4,
            ),
            item("tasks.2", [Span("真抓实干。"), Span("要做到以下几点：")], 1, "二、", 1),
            item("tasks.2.1", "坚持高标准，", 2, "一是", runs_on=True),
            item("tasks.2.2", "坚持严要求；", 2, "二是", runs_on=True),
            item(
                "tasks.2.3", [Span("坚持快节奏——"), fact("12.5", "pace"), Span("天一调度。")], 2, "三是", runs_on=True
            ),
            item("tasks.3", "第三层意思的标题", 1, "第三层意思，", 1),
            block("lines", "第一行\n第二行\t制表", level=1),
            block("closing", "同志们，让我们共同努力！谢谢大家！", move=Move.CLOSING),
        )
    )


def complete() -> Draft:
    """The same without the gap."""
    blocks = [
        Block(
            b.key,
            b.role,
            b.level,
            b.marker,
            b.move,
            tuple(Span("3月底", Source.FACT, s.path) if s.source is Source.MISSING else s for s in b.spans),
            b.heading,
            b.runs_on,
        )
        for b in speech().blocks
    ]
    return Draft(tuple(blocks))


def state(draft: Draft) -> State:
    """A state for a draft."""
    return State("work_conference", "f00d", {"meeting": "全市经济工作会议", "growth": "5.8"}, draft, {"seed": 1})


def long_speech(paragraphs: int) -> Draft:
    """`paragraphs` paragraphs of 62 characters, two headings for five of them; no text comes twice."""
    words = Random(9704)
    blocks = [block("title", "在全市经济工作会议上的讲话", Role.TITLE, Move.TITLE)]
    for number in range(paragraphs):
        if number % 5 in (0, 3):
            blocks.append(item(f"tasks[{number}]", _phrase(words, 12), 1, f"{number}、", 1))
        spans = [
            Span(f"要{_phrase(words, 20)}，"),
            fact(f"{number}.5%", f"tasks[{number}].share"),
            Span(f"，{_phrase(words, 34)}。"),
        ]
        blocks.append(block(f"tasks[{number}].text", spans, level=1))
    return Draft(tuple(blocks))


def _phrase(words: Random, length: int) -> str:
    """Characters as speeches have them: some often, many seldom."""
    return "".join([_CHARACTERS[int(len(_CHARACTERS) * words.random() ** 2)] for _ in range(length)])
