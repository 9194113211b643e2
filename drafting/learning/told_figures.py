"""The totals and rates that a speech tells of what was achieved: 修路30公里，比上年增加5公里；收缴率由80%提高到92%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.draft import Block, Move, Role
from drafting.learning.claims import Claims
from drafting.learning.matching import suits
from drafting.outline.model import Question, Type

_AMOUNT = "\\d+(?:[,，]\\d{3}(?!\\d))*(?:\\.\\d+)?(?:[%％]|[万亿]?[^\\d\\W]{1,4}?)"
_FIGURE = re.compile(
    f"(?P<what>[^\\d“”]{{3,20}}?)(?:(?P<now>{_AMOUNT})[，,](?:(?:比|与|同|较)?(?:上年|去年|上期)(?:同期)?(?:相比)?[，,]?|同比)?"
    f"(?:增长|提高|下降|增加|减少|[多少][收销产缴]|净增)|由(?P<before>{_AMOUNT})(?:增加|减少|增长|上升|下降|提高|扩大|降|升)到(?P<up_to>{_AMOUNT})(?=[，,。；;]))"
)
_THAN = "[高低优好快慢多少大小短长]于|超(?:过|出)?(?:全[国省市县区]|目标|计划|预期|任务|平均)"
# How long somebody kept at it is told of him, and is no figure of the year.
_KEPT_AT_IT = "连续(?:工作|奋战|鏖战|坚守|值守|作战|加班|战斗|抢救|行军)"
# A clause that says a figure and no more. What it begins with may be the year; some clauses say more of one before.
_ONE = re.compile(
    "(?<![^，,；;。：:、])(?:(?:19|20)\\d\\d年[，,]?)?(?:一?共(?![有计达为])(?=[^\\d，,；;。：:]{4}))?(?P<what>(?!其中|同比|[比较与占达共]|分别|增长|下降|提高|增加|减少|降低|名列|位[居列]|第|每"
    f"|[^，,；;。：:]*(?:{_THAN}|{_KEPT_AT_IT}))"
    f"[^\\d“”，,；;。：:（(]{{2,16}}?(?<![第前近后每]))(?P<now>{_AMOUNT})(?=[，,；;。]|、(?=[^\\d，。；、]{{2,12}}\\d)|\\Z)"
)
_TURNS = re.compile("(?:但|然而|不过|可是|遗憾)[^。！？!?]*\\Z")  # behind which stands what was not achieved
_GROWS = re.compile(
    "(?:增长|增加|增|减少|下降|上升|提高|降低|多|少|降|升)了?\\Z"
)  # no figure, but by how much it changed
# A part of the year: what it brought is not what the year did.
_PART = re.compile(
    "(?:今年)?前[\\d一二三四五六七八九十]+个?(?:月|季度)|(?:今年)?[上下]半年|第?[一二三]季度|1(?:月份?)?[—–～~至到-]+\\d{1,2}月|今年以来"
)
# What one man did is told of him: 老黄同志为了找到借款人，行程6800公里.
_OF_A_PERSON = re.compile(
    "(?:[老小][\u4e00-\u9fff]|[\u4e00-\u9fff]{2,3})同志[，,为]|[老小][\u4e00-\u9fff][，,]?为了|[他她](?!们)"
)
_A_DATE = re.compile("\\d{1,4}[年月日号](?:份|底|初|中旬|[上下]旬)?")
# What is said of a part of what the sentence tells: 税费收入20亿元，其中税收13亿元，增收1.2亿元。
_OF_A_SHARE = re.compile("(?:其中|里面|(?:这|那)里边)[^。！？!?；;]*\\Z")
# A clause that says by how much, and not what: that is told of the figure before it.
_BY_HOW_MUCH = re.compile(
    "(?:同比|[较比](?:上年|去年))?(?:[净多少新超]|实现)?(?:[增减超短]收|[增减][支产亏值员]|新增)了?"
)
_OF_A_YEAR, _WHOLE = (
    re.compile("年"),
    re.compile("全年|一年来|去年|上年|过去的?一年|\\d{4}年(?!\\d|[上下]半年|前|第?[一二三四]季度)"),
)
_NEAR = 60  # characters before a figure in which the sentence may turn
# Who tells more of them, in a paragraph or in the speech, gives a table and no few figures.
_MOST, _ROWS = 20, 60
_SEVERAL = 2  # figures of a paragraph that tells figures
_AIMED = re.compile("确保|力争|实现|目标(?:任务)?是[：:]?|预期目标")


def told_figures(question: Question, claims: Claims, move: Move, *, rates_apart: bool) -> list[dict[str, str]] | None:
    """The figures of what was achieved, in the order of the speech; last year's only where it is said. Claimed.

    move: of the passages that tell them; those of achievements do besides, but not for experience.
    rates_apart: whether rates have a question of their own.
    """
    columns = {column.key: column for column in question.columns}
    if not {key for key, column in columns.items() if column.required} <= {"what", "now"} <= set(columns):
        return None
    of_a_year = _OF_A_YEAR.search(columns["now"].ask) is not None
    # What is told as an example has figures of its own, and not those of the whole.
    moves = (move,) if move is Move.EXPERIENCE else (move, Move.ACHIEVEMENTS)
    rows: list[dict[str, str]] = []
    for block in claims.blocks:
        if block.move not in moves or not claims.says_all(block):
            continue
        for start, end, cells in _told(block):
            cells = {key: cell for key, cell in cells.items() if cell and key in columns}
            if of_a_year and _of_a_part(block.text, start):
                continue
            if rates_apart and (columns["now"].type is Type.PERCENT) != (cells["now"][-1] in "%％"):
                continue
            sound = cells["what"] and not _GROWS.search(cells["what"]) and not _BY_HOW_MUCH.fullmatch(cells["what"])
            sound = sound and not _OF_A_PERSON.search(re.split("[。！？]", block.text[:start])[-1] + cells["what"])
            sound = sound and not _A_DATE.fullmatch(cells["now"])
            sound = sound and not _OF_A_SHARE.search(block.text, 0, start)
            sound = sound and all(suits(cell, columns[key]) for key, cell in cells.items())
            if sound and len(rows) < _ROWS and claims.is_free(block, start, end):
                claims.take(block, start, end)
                rows.append(cells)
    most = len(rows) if question.at_most is None else question.at_most
    return rows[:most] or None


def _told(block: Block) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Where a paragraph tells figures, and what they are: with their growth, or one after the other without."""
    found = []
    for match in _FIGURE.finditer(block.text):
        what = re.split("[，,；;。：:]", match["what"])[-1]
        if what.startswith(("年", "月")) and match.string[: match.end("what") - len(what)][-1:].isdigit():
            what = what[1:]  # 2024年营业收入12亿元
        start, end = match.end("what") - len(what), match.end("now" if match["now"] else "up_to")
        while start and block.text[start - 1].isdigit():  # 12个断面优良比例达到83.3%
            start -= 1
        what = block.text[start : match.end("what")] if block.text[start].isdigit() and what[:1] != "" else what
        if block.move is not Move.GOALS or not _AIMED.search(block.text, 0, match.end()):
            found.append((start, end, {"what": what, "now": match["now"] or match["up_to"], "before": match["before"]}))
    known = {end for _start, end, _cells in found}
    if block.move is Move.ACHIEVEMENTS and block.role in (Role.PARAGRAPH, Role.ITEM):
        alone = [match for match in _ONE.finditer(block.text) if match.end() not in known]
        alone = [match for match in alone if not _turned(block.text, match.start())]
        if _SEVERAL <= len(found) + len(alone) <= _MOST:
            found += [(m.start(), m.end(), {"what": m["what"], "now": m["now"], "before": ""}) for m in alone]
    yield from sorted(found, key=lambda one: one[0])


def _turned(text: str, at: int) -> bool:
    """Whether the sentence has turned from what was achieved before some place."""
    return _TURNS.search(text[max(0, at - _NEAR) : at]) is not None


def _of_a_part(text: str, at: int) -> bool:
    """Whether the last time that a paragraph names before some place, or in the clause there, is a part of the year."""
    clause = re.match("[^，,；;。：:]*", text[at:])
    until = at + clause.end() if clause else at
    parts = [match.end() for match in _PART.finditer(text, 0, until)]
    wholes = [match.end() for match in _WHOLE.finditer(text, 0, until)]
    return bool(parts) and parts[-1] >= max(wholes, default=0)
