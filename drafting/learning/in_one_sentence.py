"""Lists and tables that stand in one sentence: 存在的问题是：甲，乙，丙; 活动分三步：3月查摆，4月整改; 到甲看了乙.

A question is known by its wording; every clause must be an entry, or none is. Source: phrases of the genre.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from drafting.draft import Block
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.matching import suits
from drafting.outline.model import Question, Type

_CLAUSE = 5  # characters, at the least, of what is a clause between two 、 and no word
_LONGEST = 40  # characters of an entry; what is longer is no entry of a list in a sentence


@dataclass(frozen=True, slots=True)
class _Form:
    """asked: what the question says; leads: what stands before the entries; entry: one of them, its cells as groups.

    parts: what parts them in a clause, if they end with it; else they are clauses themselves. alone: an entry may be
    its first cell and no more.
    """

    asked: re.Pattern[str]
    leads: re.Pattern[str]
    entry: re.Pattern[str]
    parts: re.Pattern[str] | None = None
    alone: bool = False


_MONTHS = "(?:[今明]年)?\\d{1,2}月(?:份|底|初|[上中下]旬|\\d{1,2}[日号])?"
# 由零散种养向规模经营转变，目前千亩以上的基地只有19个
_TURN = _Form(
    re.compile("要完成的转变"),
    re.compile("转变[：:]"),
    re.compile("由([^，由]{2,16}?)[向到]([^，]{2,16}?)转变[，,](.{4,})"),
)
_OF_A_PLACE = "(?<=..)(?:[镇乡村县区市]|街道|社区|林场|农场|园区|公司|集团|学校|小学|中学|医院)"
_PLACE_ALONE = re.compile(f".*(?:{_OF_A_PLACE})")  # of several, what stands behind the last is told of all
_FORMS = (
    _TURN,
    _Form(
        re.compile("不足\\Z|差距\\Z|问题\\Z"),
        re.compile("(?:存在|目前|主要|还有|突出)[^，。；：,;:]{0,10}?(?:问题|不足|差距|短板)[^，。；：,;:]{0,4}[：:]"),
        re.compile("(?![一二三四五六七八九十]是)(.{3,})"),
    ),
    _Form(
        re.compile("已有的条件|有利条件"),
        re.compile("(?:有利|已有|具备|现有)的?(?:条件|基础|优势)(?:就?是|有|主要有)[：:]"),
        re.compile("(?![一二三四五六七八九十]是)(.{4,})"),
    ),
    _Form(
        re.compile("分几(?:步|个阶段)"),
        re.compile("分(?:为|成)?[一二两三四五六七八九十](?:步走?|段|个?阶段)[^，。；：,;:]{0,6}[：:，,]"),
        re.compile(f"(?:从)?({_MONTHS}(?:[到至—–~-]{{1,2}}{_MONTHS})?)(?:[，：,:]|为|是)?(.{{2,}}?)(?:阶段)?"),
    ),
    _Form(
        re.compile("看了哪些"),
        re.compile("(?:大家|我们|同志们)(?:一起|先后|分别|还)?(?=到)"),
        re.compile("(?:又|再)?到(.{2,20}?)(?:察看|参观|观摩|考察|看)了(.{2,})"),
    ),
    _Form(
        re.compile("看了哪些"),
        re.compile(
            "(?:大家|我们|同志们)(?:一起|先后|分别|还|实地|现场|冒雨|冒着[^，。]{1,4}|顶着[^，。]{1,4})*(?:察看|参观|观摩|考察|看)了"
        ),
        re.compile("([^的]{2,20})的([^的]{2,})"),
        re.compile("[、和及](?=[^、和及的]{2,20}的)"),
    ),
    _Form(
        re.compile("看了哪些"),
        re.compile(
            "(?:大家|我们|同志们)(?:一起|先后|分别|还|实地|现场|冒雨|冒着[^，。]{1,4}|顶着[^，。]{1,4})*(?:察看|参观|观摩|考察|看)了"
        ),
        re.compile(f"([^的，]{{0,16}}(?:{_OF_A_PLACE}))的?([^的，、和及]{{3,}})"),
        re.compile("[、和及]"),
        alone=True,
    ),
)


def entries_in_a_sentence(question: Question, claims: Claims) -> list[str] | list[dict[str, str]]:
    """The entries of a list, or the rows of a table by its first columns, each a stretch; claimed. None: empty."""
    if question.type not in (Type.LIST, Type.TABLE):
        return []
    forms = [form for form in _FORMS if form.asked.search(question.ask)]
    for form, block in product(forms, claims.blocks):
        for lead in form.leads.finditer(block.text, len(block.marker)):
            end = _end(form, block.text, lead.end())
            if rows := _rows(form, question, block, lead.end(), end, claims):
                claims.take(block, lead.end(), end)
                if question.type is Type.LIST:
                    return [row[0] for row in rows]
                keys = [column.key for column in question.columns]
                return [{key: cell for key, cell in zip(keys, row, strict=False) if cell} for row in rows]
    return []


def _clauses(said: str) -> list[str]:
    """A sentence parted at its strongest marks; at 、 only where that parts clauses and no words."""
    mark = next((marks for marks in ("[；;]", "[，,]") if re.search(marks, said)), "")
    if mark:
        return re.split(mark, said)
    parts = said.split("、")
    sound = all(len(part) >= _CLAUSE and part.count("“") == part.count("”") for part in parts)
    return parts if sound else [said]


def _end(form: _Form, text: str, start: int) -> int:
    """Where the entries from `start` end: with the sentence, or before what was made of them: ……，很受启发."""
    stops = "。！？；" if form.parts else "。！？"
    end = next((at for at in range(start, len(text)) if text[at] in stops), len(text))
    comma = min([at for at in (text.find("，", start, end), text.find(",", start, end)) if at >= 0], default=end)
    if form.parts and not any(map(form.entry.fullmatch, form.parts.split(text[comma + 1 : end]))):
        return comma  # ……，很受启发
    return end


def _rows(form: _Form, question: Question, block: Block, start: int, end: int, claims: Claims) -> list[tuple[str, ...]]:
    """The cells of the entries between two places; none where a clause is no entry."""
    said = block.text[start:end]
    parts = form.parts.split(said) if form.parts else _clauses(said)
    matches = [form.entry.fullmatch(part) for part in parts]
    found = [match.groups() for match in matches if match]
    if form.alone and found and not any(map(_PLACE_ALONE.fullmatch, parts)):
        # what stands without a place is one itself: 县林产品交易中心
        found = [match.groups() if match else (said, "") for said, match in zip(parts, matches, strict=True)]
    cells = form.entry.groups
    columns = question.columns[:cells]
    fits = question.type is Type.LIST or (
        len(columns) == cells and all(c.type in (Type.TEXT, Type.LONG) for c in columns)
    )
    sound = len(found) == len(parts) > 1 and fits and (question.at_most is None or len(found) <= question.at_most)
    good = all(comes_back(cell) and len(cell) <= _LONGEST for row in found for cell in row if cell or not form.alone)
    if question.type is Type.TABLE and sound:
        good = good and all(
            suits(cell, column)
            for row in found
            for cell, column in zip(row, columns, strict=True)
            if cell or not form.alone
        )
    return found if sound and good and claims.is_free(block, start, end) else []
