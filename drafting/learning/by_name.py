"""Answers that stand in a speech under their own name: 经市政府同意, 向……表示感谢, 总体要求是：…….

A question is known by its wording, an answer by the set phrase around it. Source: studied speeches and SPEC's phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafting.chinese.script import HAN
from drafting.draft import Move
from drafting.learning.asking import comes_back
from drafting.learning.called import called
from drafting.learning.claims import Claims
from drafting.learning.frames import Shape
from drafting.learning.in_one_sentence import entries_in_a_sentence
from drafting.learning.matching import suits
from drafting.learning.of_the_whole import of_the_whole, said_of_the_whole
from drafting.learning.told_figures import told_figures
from drafting.learning.told_stages import told_stages
from drafting.outline.model import Question, Type

_CLAUSE = re.compile("[^，,；;。！？!?]+")
_HOST = (
    re.compile("谁决定(?:召开|开这)"),
    re.compile(
        "(?:经(?!理)|由)(?P<answer>(?:经理|[^，。；经由]){1,16}?[委府局办会组部社院])"
        "(?:(?:研究)?(?:同意|决定|批准)|研究(?=[，,][^，。；]{0,6}召开))"
        "|是(?P<of>[^，。；经由]{1,16}?[委府局办会组部社院])(?:研究)?决定召开的"
        "|(?<=今天[，,])(?P<holds>[^，。；经由我]{1,16}?[委府局办组部社院])在(?:这里|此|[^，。；]{2,6})?(?:隆重)?召开"
        "|(?<![^。！])(?!这|本|大会)(?P<decides>[^，。；经由]{1,16}?[委府局办会组部社院])(?:研究)?决定召开"
    ),
)
_THANKS = (
    re.compile("感谢谁"),
    re.compile(
        "向(?!(?:大家|同志们|你们|各位)(?:表示|致以))(?P<answer>[^，。；：]{2,60}?)[，,]?(?:表示|致以)[^，。；]{0,8}(?:感谢|谢意|敬意)"
    ),
)
_YEAR = (
    re.compile("总体情况"),
    re.compile(
        "(?:\\A|(?<=。))(?P<answer>(?:过去的?一年(?:里|中|来)?|一年来|去年(?:一年|以来|全年)?|(?:今年)?上半年|今年以来|前三个?季度)"
        "，(?![^。]*(?:毛病|问题|不足|差距|教训))[^。\\d]{8,})。"
    ),
)
_FOCUS = (
    re.compile("主线"),
    re.compile(
        "(?:总体|总的)?(?:要求|思路)是[：:](?P<answer>[^。；：]*?主线[^。；：]*?)"
        "(?=[，,](?:确保|力争|实现|努力实现)[^。]*\\d|[。；])"
    ),
)
_AIM = (
    re.compile("根本的目的"),
    re.compile(
        "(?:最终|根本|归根到底)的?(?:目的|目标)(?:就?是|在于)(?P<answer>(?!什么)[^，。；：？“”]{2,20}(?:“[^”]{1,12}”[^，。；：？]{0,12})?)"
    ),
)
_WHOLE_AIM = (
    re.compile("总目标"),
    re.compile(
        "(?:(?:总的?|总体|最终)(?:奋斗|工作)?目标(?:任务)?(?:就是|是|为)|目标就?是?一条)[：:，,]?(?P<answer>(?!什么)[^。；：？]{6,60})(?=[。；])"
        "|(?:\\A|(?<=[，。]))(?P<within>(?:力争)?用[一二三四五两\\d]{1,2}(?:个)?[年月](?:左右)?的?时间，?[^，。；：？]{6,60})(?=[。；])"
    ),
)
_BASIS = (
    re.compile("依据的文件"),
    re.compile(
        "(?:根据|依据|按照)(?P<answer>《[^》]{2,40}》(?:（[^（）]{2,24}）)?(?:[、和及]{1,2}[^，。；《]{0,8}《[^》]{2,40}》(?:（[^（）]{2,24}）)?)*)"
    ),
)
_AWARDS = (
    re.compile("会上的表彰"),
    re.compile(
        "(?:\\A|(?<=[，。；：]))(?:(?:刚才|会前|会上|这次会议|会议|大会)[，,]?)(?:隆重|还|又)*"
        "(?P<answer>(?:(?:命名)?表彰|通报表扬)(?:奖励)?了[^，。；]{4,60}|对[^，。；]{4,60}(?:进行|给予|予以)了?(?:隆重|通报)?表[彰扬])(?=[，。；])"
    ),
)
_A_LEADER = "(?<![^，。；：])[^，。；：在\n]{2,16}?(?:同志|书记|[省市县区镇乡州]长|主席|部长|局长|主任)"
_INSTRUCTING = (
    "(?:(?:在|于|审阅|听取|看了)[^。；：，]{2,24}，并)?(?:专门|还|又|[对在][^，。；：]{2,16}?)?(?:在[^，。；：]{0,16}[批指]示[中里上][^，。；：]{0,6}(?:指出|强调|要求|提出)"
    "|(?:作出|作了|做出|有)?(?:了|重要)*[批指]示[^，。；：]{0,4})[，：:]"
)
# 会议传达了市委书记某某同志的批示：“……”
_PASSED_ON = (
    "(?<=传达了)(?P<of>[^，。；：]{2,20}?(?:同志|书记|[省市县区镇乡州]长|主席|部长|局长|主任))的(?:重要)?[批指]示"
)
_WHO_INSTRUCTED = (
    re.compile("谁的批示"),
    re.compile(f"(?P<answer>{_A_LEADER})(?={_INSTRUCTING})|{_PASSED_ON}(?=[，,：:])"),
)
_THE_INSTRUCTION = (
    re.compile("批示的主?要?内容"),
    re.compile(
        f"{_A_LEADER}{_INSTRUCTING}“?(?P<answer>[^。”“\n]{{4,}})"
        "|的(?:重要)?[批指]示(?:[，,][^，。；：]{2,12}(?:强调|指出|要求))?[：:]“(?P<cited>[^”“\n]{4,}?)[。！]?”"
    ),
)
_REPLIES = (
    re.compile("意见怎样办"),
    re.compile(
        "(?:\\A|(?<=[。！]))(?P<answer>(?:会后[，,]?|[^，。；]{2,16}要)[^。]{0,24}意见[^。]*(?:梳理|答复|研究|办理|吸纳|回复)[^。]*)(?=。)"
    ),
)
_CAUSES = (
    re.compile("根源"),
    re.compile(
        "(?:究其原因|究其根源|追根溯源|(?:存在|产生|造成|出现)这些问题的?(?:主要|根本)?原因|(?:这些|上述|以上)问题[，,]?(?:根子|根源|症结))"
        "[，,]?(?:主要|根本|关键|还)?(?:就?是|在于|在|是因为)?(?P<answer>(?![一二三]是|有)[^。]{4,120})(?=。)"
    ),
)
_ATTENDED = (
    re.compile("哪些人到会"),
    re.compile(
        "(?:\\A|(?<=[。；])|(?<=会，))(?P<answer>(?!我们|大家|各位|今天|这次)[^。；]{4,90}?)(?:也|都|一起)?(?:参加|出席)了?"
        "(?:今天的?|这次|本次)?(?:会议|大会|座谈)(?=[，。])"
    ),
)
_MEANS = (
    re.compile("下一年有什么特殊意义"),
    re.compile("(?:\\A|(?<=。))(?P<answer>(?:今年|明年|20\\d\\d年)是[^。]{4,80}(?:之年|周年)[^。]{0,40})(?=。)"),
)
_HARD = (
    re.compile("大家辛苦的一件事"),
    re.compile(
        "(?:\\A|(?<=。))(?P<story>[^。；]{0,20}[老小][\u4e00-\u9fff](?:同志|师傅|医生|老师)?[，,]为了?[^。]{10,})(?=。)|"
        "(?:特别是|尤其是|最难忘的是)(?P<answer>[^。；]{6,}"
        "(?:连续(?:奋战|作战|工作|坚守)|通宵|昼夜|顶风|冒雨|冒着|齐腰深)[^。；]{2,})(?=[。；])"
    ),
)
_WISH = (
    re.compile("对东道主的希望"),
    re.compile(f"希望[{HAN}]{{1,6}}?[省市县区镇乡村局校院厂](?P<answer>[^，。；]{{2,}}[^。]*)(?=。)"),
)
_SITE = (
    re.compile("现场会开在哪里"),
    re.compile(
        f"(?P<answer>(?![这那各全本我])[{HAN}]{{2,6}}?[村镇乡县区市校院厂])(?:为什么能|凭什么|的(?:经验|做法)|是怎么|靠什么)"
    ),
)
_BEHALF = (
    re.compile("代表谁、受谁委托"),
    re.compile("我(?P<answer>(?:谨|再次)?(?:代表|受)[^，。；]{2,24}?(?:委托)?)[，,]?(?=[，,]?向)"),
)
_LEFT = (
    re.compile("还剩多少时间"),
    re.compile(
        "(?:\\A|(?<=[，。；]))(?P<answer>[离距][^，。；]{2,24}(?:还有|只有|只剩|仅剩|仅有|不到)[^，。；]{2,12})(?=[，。；])"
    ),
)
_INSPECTED = (
    re.compile("检查怎样进行"),
    re.compile(
        "(?:\\A|(?<=。))(?P<answer>[^。；]{0,12}(?:评估|检查|考核|验收|督导|考评|复核)组将?[^。]*"
        "(?:采取|抽查|抽取|随机|现场)[^。]*)(?=。)"
    ),
)
_PAPERS = (
    re.compile("印发了哪些文件"),
    re.compile("(?:会上|会议|还)印发了(?P<answer>《[^。]{2,100}?》(?:等[^，。]{2,8})?)(?=[，。])"),
)
_NEXT = (
    re.compile("哪位领导出席并接着讲话"),
    re.compile(
        "(?:\\A|(?<=[，。；]))(?:一会儿|等一下|稍后|最后)?[，,]?(?P<answer>[^，。；]{2,16}?)(?:还|将)?要(?:作|发表)(?:重要)?讲话(?=[，。])"
    ),
)
_HOME = (
    re.compile("本级怎样研究"),
    re.compile(
        "(?:\\A|(?<=。))(?P<answer>[^，。；]{0,12}(?:常委会|党组会|党委会|常务会|办公会)[^，。；]{0,12}"
        "(?:听取|研究|审议)了[^。]*)(?=。)"
    ),
)
_PRINCIPLES = (
    re.compile("原则"),
    re.compile("(?:坚持|遵循|按照)“(?P<answer>[^”。]+、[^”。]+)”(?:的|等)*(?:基本|工作|总体)?原则"),
)
_PROBLEMS = (
    re.compile("目前的主要问题"),
    re.compile("(?:还|仍)?存在(?:着)?(?P<answer>[^，。；]{4,}、[^，。；]{2,}?)等(?:突出|主要)?问题"),
)
_REPORT = (
    re.compile("要求报送什么"),
    re.compile(
        "(?:\\A|(?<=。))(?P<answer>[^。]{2,20}要?(?:于|在)[^。]{2,20}[前日][，,]?(?:将|把)[^。]{2,40}(?:报送|报)[^。]{2,20})(?=。)"
    ),
)
_APPROACH = (
    re.compile("工作路子"),
    re.compile("(?:总体|总的|基本)(?:工作)?思路(?:就)?是[：:，]?(?P<answer>[^。]{6,80})(?=。)"),
)
_PHRASES = (
    _CAUSES,
    _ATTENDED,
    _MEANS,
    _HARD,
    _WISH,
    _APPROACH,
    _PRINCIPLES,
    _PROBLEMS,
    _REPORT,
    _SITE,
    _BEHALF,
    _LEFT,
    _INSPECTED,
    _PAPERS,
    _NEXT,
    _HOME,
    _REPLIES,
    _HOST,
    _THANKS,
    _YEAR,
    _FOCUS,
    _AIM,
    _WHOLE_AIM,
    _BASIS,
    _AWARDS,
    _WHO_INSTRUCTED,
    _THE_INSTRUCTION,
)
_AIMED = re.compile("确保|力争|实现|(?:预期)?目标(?:任务)?是[：:]?|预期目标为?[：:]?")
_AT_ONCE = re.compile("[为是]?(?:达到|约|\\d|[一二三四五六七八九十两百]+[成千万亿])")
# What stands in a clause before its aim, but for the year, which the outline says itself.
_CLAUSE_BEFORE = re.compile("(?:今年|全年|明年)?(?P<said>[^，,；;。！？!?：:]*)\\Z")
_GROWS = re.compile("(?:同比|比[上去]年|较[上去]年|年均)?(?:增长|增加|下降|提高|减少|增幅)")
_ASKS_TARGETS = re.compile("目标")
_NUMBERED = re.compile("\\d|全覆盖|清零|为零|零(?:事故|死亡|发生|投诉|上访)")
_BY_WHEN = re.compile(
    "(?:力争)?[到至](?:今年|明年|20\\d\\d年)?(?:[年月]?底|年末|\\d{1,2}月底)|(?:力争)?[到至]20\\d\\d年"
)
# What is to be reached year by year: 2026年完成150台，2027年完成200台。
_BY_YEARS = re.compile(
    "(?:\\A|(?<=。))(?=20\\d\\d年)(?:(?:到|至)?20\\d\\d年[底末]?[^，。；：]*\\d[^，。；：]*(?:，|(?=。))){2,}"
)
_ASKS_INSTRUCTION = re.compile("批示")
_INSTRUCTION = re.compile(
    "(?<![^，。；：])(?P<who>[^，。；：\n]{2,16}?(?:同志|书记|[省市县区镇乡州]长|主席|部长|局长|主任))"
    "(?:专门|还|又|对[^，。；：]{2,16}?)?(?:作出|作了|做出|有)?(?:了|重要)*(?:批示|指示)[^，。；：]{0,4}[，：:](?P<said>[^。\n]{4,})。"
)
_ASKS_FIGURES = re.compile("总量|比率|几个数|指标|基础")


class ByName:
    """Finds the answers of the questions whose name is known, and claims them."""

    def __init__(self, claims: Claims, questions: Sequence[Question]) -> None:
        self._claims = claims
        self._has_rates = any(column.type is Type.PERCENT for question in questions for column in question.columns)

    def answer(self, question: Question, shape: Shape | None) -> Any:
        """The answer of a question, None if it does not stand in the speech. shape: of a list or table."""
        if name := called(question, self._claims):
            return name
        for asked, phrase in _PHRASES:
            if asked.search(question.ask) and (said := self._phrase(question, phrase)):
                return said
        if question.type is Type.LIST and _ASKS_TARGETS.search(question.ask) and shape is not None:
            return self._targets(question)
        if question.type is Type.TABLE and _ASKS_FIGURES.search(question.ask) and shape is not None:
            return told_figures(question, self._claims, shape.move, rates_apart=self._has_rates)
        if question.type is Type.TABLE and len(question.columns) == 2 and _ASKS_INSTRUCTION.search(question.ask):
            return self._instructed(question)
        if question.type in (Type.LONG, Type.TEXT) and (part := of_the_whole(question)):
            return self._of_the_whole(question, part)
        return entries_in_a_sentence(question, self._claims) or told_stages(question, self._claims) or None

    def _of_the_whole(self, question: Question, asked: str) -> str | None:
        """What the paragraph of the whole, 总体要求是：……, says of the line of work or of its aim."""
        for block in self._claims.blocks:
            for start, end in said_of_the_whole(block.text, asked) if not block.marker else ():
                text = block.text[start:end]
                if suits(text, question) and self._claims.is_free(block, start, end):
                    self._claims.take(block, start, end)
                    return text
        return None

    def _phrase(self, question: Question, phrase: re.Pattern[str]) -> Any:
        for block in self._claims.blocks:
            for match in phrase.finditer(block.text):
                start, end = match.span(match.lastgroup or 0)
                text = block.text[start:end]
                if question.type is Type.LIST and comes_back(text) and self._claims.is_free(block, start, end):
                    self._claims.take(block, start, end)
                    return text.split("、") if phrase in (_PRINCIPLES[1], _PROBLEMS[1]) else [text]
                if question.type is not Type.LIST and suits(text, question) and self._claims.is_free(block, start, end):
                    self._claims.take(block, start, end)
                    return text
        return None

    def _targets(self, question: Question) -> list[str] | None:
        """The clauses with figures behind 确保, 实现 or 目标是 in a paragraph about goals."""
        for block in self._claims.blocks:
            begin = (
                _AIMED.search(block.text) or _BY_YEARS.search(block.text)
                if block.move is Move.GOALS and not block.marker
                else None
            )
            if begin is None:
                continue
            found = [
                (start, end)
                for start, end in _aims(block.text, begin)
                if comes_back(block.text[start:end]) and self._claims.is_free(block, start, end)
            ]
            most = len(found) if question.at_most is None else question.at_most
            if found and max(1, question.at_least) <= len(found) <= most:
                for start, end in found:
                    self._claims.take(block, start, end)
                return [block.text[start:end] for start, end in found]
        return None

    def _instructed(self, question: Question) -> list[dict[str, str]] | None:
        """Who gave an instruction, and what it says."""
        who, said = [column.key for column in question.columns]
        for block in self._claims.blocks:
            for match in _INSTRUCTION.finditer(block.text) if block.move is Move.OPENING else ():
                cells = {who: match["who"], said: match["said"]}
                sound = all(suits(cells[column.key], column) for column in question.columns)
                if sound and self._claims.is_free(block, match.start("who"), match.end("said")):
                    self._claims.take(block, *match.span("who"))
                    self._claims.take(block, *match.span("said"))
                    return [cells]
        return None


def may_tell(move: Move, question: Question) -> bool:
    """Whether a passage may tell what a question asks: who decided on a meeting is told where the speech opens.

    Who gives thanks, 我代表局党委, or did well, need not have decided on it.
    """
    return move is Move.OPENING or not _HOST[0].search(question.ask)


def is_of_the_year(text: str, question: Question, questions: Sequence[Question]) -> bool:
    """Whether a sentence tells how the year went, and another question asks that: 上半年，……, where a speech opens."""
    asked = [other for other in questions if _YEAR[0].search(other.ask)]
    return bool(asked) and question not in asked and _YEAR[1].fullmatch(f"{text}。") is not None


def _aims(text: str, begin: re.Match[str]) -> list[tuple[int, int]]:
    """Where the clauses with figures stand in a text whose first aim begins at a match.

    A figure at once behind the match is of what stands before it: 产量预期目标为1.2万吨. A growth goes with what grows.
    """
    start = begin.end() if begin.group().endswith(("：", ":", "是")) else begin.start()
    if _AT_ONCE.match(text, begin.end()) and not begin.group().endswith(("：", ":")):
        said = _CLAUSE_BEFORE.search(text, 0, begin.start())
        start = said.start("said") if said and said["said"] else start
    found: list[tuple[int, int]] = []
    by_when = -1  # where a clause begins that says but when the next is to be reached: 到年底，
    for clause in _CLAUSE.finditer(text, start):
        if _BY_WHEN.fullmatch(clause.group()):
            by_when = clause.start()
            continue
        start, by_when = clause.start() if by_when < 0 else by_when, -1
        if not _NUMBERED.search(clause.group()):
            continue
        if found and found[-1][1] == clause.start() - 1 and _GROWS.match(clause.group()):
            found[-1] = found[-1][0], clause.end()
        else:
            found.append((start + 2 * clause.group().startswith("就是"), clause.end()))
    return found
