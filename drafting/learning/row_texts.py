"""The texts of rows: what in a task is to be done, and what a cell holds of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile, takewhile
from typing import Any

from drafting.learning.asking import comes_back
from drafting.learning.frames import SENTENCE
from drafting.learning.passages import Passage

ENDS = "。；;，,：: "
CLAUSE = re.compile("[；;]")
CLAUSES = re.compile("[^，。；！？,;!?\n]+[，。；！？,;!?\n]*")
_FRAME = 7  # characters that a clause may have beside an answer, and say nothing more
_ONLY = 3  # characters beside an answer that say nothing more: 由…牵头, …前完成
_HEADING = 30  # characters of a sentence that may head a row
_INNER_STOP = re.compile("[。！](?=[^”’）》])")
_IN_CHARGE = re.compile("\\A(?:总?牵头|总?负责|负总责|主抓|承办|来抓|来办)[，,：:]")
_MUST = re.compile("(?:\\A|[，,；;])(?:同时[，,]?|另外[，,]?|此外[，,]?)?(?:还|也|又|既|更|都)?(?:要(?!求)|必须|须)")
# What stresses a measure, and is no part of it.
_STRESSED = re.compile(
    "\\A(?:(?:首先|其次|再次|同时|另外|此外)[，,]?)?(?:(?:关键|重点|目标|首要的|要紧的)是[，,]?)?(?:切实|着力|务必|一定要|必须)?(?=[\u4e00-\u9fff]{3})"
)
TO_DO = re.compile(
    "(?:^|[，,；;])(?:[还也又既更都]?(?:要|必须|须)|[^，。；,;]{2,8}(?<![需主重只想快不])要(?![求素点么是闻害紧])|着力|切实|加快|抓[好紧住]|推[进动行]|完善|建[立成]|健全|强化|加[强大]|确保|严[格把]|深入|大力|积极|全面"
    "|增设|设[立点置]|逐[户案项一个条]|集中|一律|不[准得]|严[肃禁查]|[实推]行|招[聘募录]|选[派送聘]|改造|配[齐备]|注册|争取|清[查理]|压[减降]"
    "|(?:在[^，。；]{2,8})?把[^，。；]{2,20}(?:到|住|好|起来|纳入|分解|建在|放在|列入|作为|当[成作])"
    "|聘[请用]|招募|公[布开示]|拆除|更换|保[证持]|安[装排]"
    "|每(?:[天日周月年]|半年|季度?)[^，。；\\d]{0,6}(?:公布|集中|组织|召开|开[展会]|检查|调度|通报|配送|暗访|学习|培训|巡查|报告)"
    "|进一步|力争|继续|落实|引进|新[建增]|开[展设]|组织|对.{2,20}(?:排查|检查|整治|清理))|前(?:完成|到位|建成|投用|办完)"
)


# What obliges without a word that says so: 不超过十二桌, 每床不少于五分钟, 巡一次房, 月底以前, 当场签字.
_OBLIGES = re.compile(
    "不(?:超过|少于|低于|许|得|准|打|摊|办|收)|[\\d一二三四五六七八九十]月(?:[\\d一二三四五六七八九十]+[日号])?(?:办|开始|搞|动工|开工)|试[\\d一二三四五六七八九十]"
    "|[巡查抽核搞办读讲练碰回][^，。；]{0,4}[一二两三四五\\d](?:次|遍|场|回|轮)|[月底日时节]以?前"
    "|当[场天面]|专人|逐[个户日件]|一律|用上|任何人|(?:优先|先)[^，。；]{2,8}[，,]?(?:再|后)|\\A先"
)
_WAS = re.compile("(?<![为除])了(?!解|然|如)|去年|上[个一]?[月季年周]|曾|已经|(?<![超通经])过[，。；的]")


def is_to_do(sentence: str) -> bool:
    """Whether a sentence says what is to be done."""
    return TO_DO.search(sentence) is not None or (_OBLIGES.search(sentence) is not None and not _WAS.search(sentence))


def parted(text: str, *, all_to_do: bool, is_own: Callable[[str], bool]) -> tuple[str, list[str]]:
    """The text of a task that has no list: why it is to be done, and what, from the first sentence that says so.

    all_to_do: whether all is to be done where no sentence says so, for somebody is to do it. is_own: whether a sentence
    is the outline's own, or says what has a column already; it is neither, and a reason ends before it.
    """
    sentences = SENTENCE.findall(text)
    none = 0 if all_to_do and not _WAS.search(text) else len(sentences)
    to_do = [place for place, sentence in enumerate(sentences) if is_to_do(sentence) and not is_own(sentence)]
    first = to_do[0] if to_do else none
    why = takewhile(lambda sentence: not is_own(sentence), dropwhile(is_own, sentences[:first]))
    said = [sentence for sentence in sentences[first:] if not is_own(sentence)]
    entries = [entry.strip(ENDS) for sentence in said for entry in CLAUSE.split(sentence)]
    return "".join(why).strip(), [entry for entry in entries if comes_back(entry)]


def in_one_sentence(entry: str) -> str:
    """A measure of several sentences as one: outlines put measures behind one another, parted by semicolons."""
    return _INNER_STOP.sub("，", entry)


def without_must(entry: str) -> list[str]:
    """Measures without the words that the outline says before each: 要并小厂，要添新机。 切实管住…… 关键是……"""
    entry = _STRESSED.sub("", entry, count=1)
    parts = _MUST.split(entry) if _MUST.match(entry) else [entry]
    return [bare for part in parts if (bare := _STRESSED.sub("", part, count=1))]


def without_stops(rows: list[Any]) -> list[Any]:
    """Rows whose texts stood in one sentence, parted by semicolons: the last is no sentence either."""
    return [
        {key: cell.rstrip(ENDS) if isinstance(cell, str) else cell for key, cell in row.items()}
        if isinstance(row, dict)
        else row
        for row in rows
    ]


def entry_of(item: Passage) -> str:
    """What an item says as the entry of a list: of one that runs on in a paragraph its first sentence."""
    body = item.body.strip()
    return SENTENCE.findall(body)[0].strip() if item.block.runs_on and body else body


def is_short(item: Passage) -> bool:
    """Whether an item says one short sentence and no more."""
    return not item.below and len(item.body) <= _HEADING and len(SENTENCE.findall(item.body)) == 1


def is_little_but(clause: str, cells: Sequence[str]) -> bool:
    """Whether a clause says hardly more than one of the cells."""
    size = len(clause.rstrip(ENDS).removeprefix("今年"))
    has_only = (cell for cell in cells if cell in clause and size - len(cell) <= max(_FRAME, len(cell)))
    return any(f"{cell}要" not in clause for cell in has_only)


def without_answers(entry: str, cells: Sequence[str]) -> list[str]:
    """What a measure says before and behind the clauses that say nothing but an answer: 由茶业局牵头，."""
    runs = [""]
    for clause in CLAUSES.findall(entry):
        said = clause.rstrip(ENDS)
        if any(says_only(said, cell) for cell in cells):
            runs.append("")
        elif doer := next((cell for cell in cells if said.startswith((f"由{cell}", f"{cell}要"))), ""):
            runs.append(_IN_CHARGE.sub("", clause[len(doer) + 1 :], count=1))
        else:
            runs[-1] += clause
    return [said for run in runs if (said := run.strip(ENDS))]


def says_only(said: str, cell: str) -> bool:
    """Whether a clause says an answer, or a clause of it, and hardly anything beside it."""
    parts = [cell, *[part.rstrip(ENDS) for part in CLAUSES.findall(cell)]]
    short = any(part in said and len(said) - len(part) <= _ONLY for part in parts if part == cell or len(part) > _ONLY)
    return short or (said in cell and said[:1] != "")
