"""What of a text tells what is still lacking, and why: it answers other columns than what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from drafting.learning.asking import comes_back
from drafting.learning.row_texts import ENDS, clauses_apart
from drafting.outline.model import Question, Type

_ASKS_LACKING, _ASKS_WHY, _ASKS_SEEN = re.compile("还缺什么"), re.compile("根源"), re.compile("表现在哪里")
_SENTENCES = re.compile("[^。！？!?]+[。！？!?：:]*")
# A sentence that turns from what was done to what is lacking, and what it begins with.
_TURNS = re.compile(
    "(?:成绩来之不易[，,])?但是?[，,]?(?=(?:当前|目前|仍|也|还|[^，。；]{2,10}(?:仍|还|也)))(?!也?要看到|也?存在)|(?:但是?|然而|不过|同时|可是)?[，,]?(?:也|还)?(?:要|应当|应该)?(?:清醒地?)?(?:看到|存在)(?:的)?[，,]?(?:的?(?:主要|突出)?(?:问题|不足|差距)(?:主要)?(?:是|在于)[：:]?)?"
    "|(?:存在|面临)的?(?:主要|突出)?(?:问题|不足|差距)(?:主要)?(?:是|在于|有)[：:，,]?"
)
_WHY = re.compile("[，,]?(?:究其原因|主要原因|根本原因|原因)[，,]?(?:主要)?(?:是|在于)[：:，,]?(?P<cause>[^。]{2,})\\Z")
_SOME = re.compile(
    "(?:有的|有些|一些|少数|个别|部分)[^，。；]{0,8}(?:同志|单位|干部|地方|部门|学校|乡镇|人|企业|职工|村)"
)


def announcement_off(text: str) -> str:
    """A text without a last sentence that ends in a colon: it leads to what stands below. 今年要抓好三件事："""
    sentences = _SENTENCES.findall(text)
    leads_on = sentences and sentences[-1].rstrip().endswith(("：", ":", "，"))  # 今年，
    return "".join(sentences[:-1]).strip() if leads_on else text


def lacking_apart(text: str, columns: Mapping[str, Question], row: dict[str, Any]) -> tuple[str, list[str]]:
    """What a text tells of what was done, and the stretches that went into the columns for what is lacking and why.

    columns: of the row, which is filled. A table without a column for it keeps its text whole.
    """
    lacking = next((c for c in columns.values() if c.type is Type.LIST and _ASKS_LACKING.search(c.ask)), None)
    if lacking is None or lacking.key in row:
        return text, []
    sentences = _SENTENCES.findall(announcement_off(text))
    at = next((place for place, sentence in enumerate(sentences) if _TURNS.match(sentence)), len(sentences))
    said = "".join(sentences[at:]).strip().rstrip(ENDS)
    told = _TURNS.sub("", said, count=1)
    stretches: list[str] = []
    why = next((column for column in columns.values() if _ASKS_WHY.search(column.ask) and column.key not in row), None)
    if why is not None and (cause := _WHY.search(told)) and comes_back(cause["cause"]):
        row[why.key] = cause["cause"]
        stretches.append(cause["cause"])
        told = told[: cause.start()]
    entries = [entry.strip(ENDS) for entry in clauses_apart(told)]
    if told and all(map(comes_back, entries)):
        row[lacking.key] = entries
        stretches += entries
    return "".join(sentences[:at]).strip(), stretches


def seen_apart(text: str, columns: Mapping[str, Question], row: dict[str, Any]) -> tuple[str, str]:
    """What a text tells besides how something shows, and how it does: 有的学校……, in the column for that."""
    seen = next((c for c in columns.values() if _ASKS_SEEN.search(c.ask) and c.key not in row), None)
    sentences = _SENTENCES.findall(text)
    end = next((place for place, sentence in enumerate(sentences) if not _SOME.match(sentence)), len(sentences))
    shown = "".join(sentences[:end]).strip().rstrip(ENDS)
    if seen is None or not shown or not comes_back(shown):
        return text, ""
    row[seen.key] = shown
    return "".join(sentences[end:]).strip(), shown
