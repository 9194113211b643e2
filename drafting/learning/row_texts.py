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
_HEADS = 14  # characters of a sentence that the next one tells more of
_REMARKS = re.compile(
    "对此|对于|针对|这|上述|以上|我|各|大家|希望|因此|所以|为此|总之|下一步|今年|要|必须|务必|全[省市县区]上下"
)
_HEADING = 30  # characters of a sentence that may head a row
_HELP = (
    "积极|密切|主动|大力|全[力程]|通力|紧密|予以|给予|共同|切实|认真|做好|抓好|搞好|支持|参[与加]|协作|协[助同办]|配合"
)
HELPING = f"(?:(?:都|也)?(?:要|应当?|必?须))?(?:{_HELP}|、)*"
"""What stands between those who help and the last word that says so: 积极参与、密切(配合)."""
# What stands around an owner or a day, and says nothing more: 交给…去办, 在…以前全部办完.
_ROUND = re.compile(
    "(?:(?:以上|上述|这[些几]?[项件个]?|此项)(?:工作|任务|事情?)?)?(?:[今明]年)?(?:要|由|交给|责成|请|以|在|于)?(?:总?牵头|总?负责|主责|去办|来办|来抓|来管|承办|办理|领头|为主|抓落实|抓到底)?"
    f"(?:之?前|以前)?(?:要?全部|基本)?(?:完成|办[完妥好结]|到位|做完|见效|开完)?|{HELPING}(?:工作)?"
)
SEE_TO_IT = (
    "(?:(?:一起|共同|联合|具体|切实|认真)*(?:抓[好紧实]?|做好|组织|推[进动])*"
    "(?:落实|办[理好]|实施|推进)(?:到位)?)(?![^，。；,;])"
)
"""What those do who see to it with others, and no more: 会同各分局抓好落实, 会同保卫科抓紧推进."""
_ROUND_SEVERAL = re.compile(
    f"(?:由|请|要(?=会同|协同)|总?牵头|总?负责|主[抓责]|承办|会同|{_HELP}|、|(?:之?前|以前)?完成|{SEE_TO_IT})*"
)
_INNER_STOP = re.compile("[。！](?=[^”’）》])")
_IN_CHARGE = re.compile(
    "\\A(?:(?:总?牵头|总?负责|负总责|主抓|承办|来抓|来办)[，,：:]|(?:牵头|负责)(?![人制的])(?=[^，。；]{4}))"
)
_SEES_TO_IT = re.compile("(?:具体|统一)?(?:总?牵头|负责|抓好)?(?:组织)?(?:落实|实施|推进|办理|抓落实)(?:到位)?")
_MUST = re.compile(
    "(?:\\A|[，,；;])(?:同时[，,]?|另外[，,]?|此外[，,]?)?(?:还|也|又|既|更|都)?(?:要(?![求的素点么是害紧])|必须|须)"
)
# What stresses a measure, and is no part of it.
_STRESSED = re.compile(
    "\\A(?:(?:首先|其次|再次|同时|另外|此外|所以|因此|为此|再就是|还有就是)[，,]?)?(?:(?:关键|重点|目标|首要的|要紧的)是[，,]?)?(?:切实|着力|务必|一定要|必须)?(?=[\u4e00-\u9fff]{3})"
)
TO_DO = re.compile(
    "(?:^|[，,；;])(?:年内|年底前)?(?:[还也又既更都]?(?:要|必须|须)|[^，。；,;]{2,8}(?<![需主重只想快不])要(?![求素点么是闻害紧])|着力|切实|加快|抓[好紧住]|坚持|推[进动行]|完善|建[立成]|健全|强化|加[强大]|确保|严[格把]|深入|大力|积极|全面"
    "|注重|突出|优先|增设|设[立点置]|逐[户案项一个条]|集中|一律|不[准得]|严[肃禁查]|[实推]行|招[聘募录]|选[派送聘]|改造|配[齐备]|注册|争取|清[查理]|压[减降]"
    "|(?:在[^，。；]{2,8})?把[^，。；]{2,20}(?:到|住|好|起来|纳入|分解|建在|放在|列入|作为|当[成作])"
    "|聘[请用]|招募|公[布开示]|拆除|更换|保[证持]|安[装排]"
    "|每(?:[天日周月年]|半年|季度?)[^，。；\\d]{0,6}(?:公布|集中|组织|召开|开[展会]|检查|调度|通报|配送|暗访|学习|培训|巡查|报告)"
    "|进一步|力争|继续|落实|引进|新[建增]|开[展设]|组织|对.{2,20}(?:排查|检查|整治|清理))|(?<![目先])前(?:完成|到位|建成|投用|办完)"
)


# What obliges without a word that says so: 不超过十二桌, 每床不少于五分钟, 巡一次房, 月底以前, 当场签字.
_OBLIGES = re.compile(
    "不(?:超过|少于|低于|许|得|准|打|摊|办|收)|[\\d一二三四五六七八九十]月(?:[\\d一二三四五六七八九十]+[日号])?(?:办|开始|搞|动工|开工)|试[\\d一二三四五六七八九十]"
    "|[巡查抽核搞办读讲练碰回][^，。；]{0,4}[一二两三四五\\d](?:次|遍|场|回|轮)|[月底日时节]以?前"
    "|当[场天面]|专人|逐[个户日件]|一票否决|能[^，。；]{1,2}尽[^，。；]{1,2}|该[^，。；的]{2,8}的[^，。；]{2,10}[，；、]该|一律|用上|任何人|(?:优先|先)[^，。；]{2,8}[，,]?(?:再|后)|\\A先"
)
# Sentences and clauses that end outside quotations, titles and brackets.
_HELD = "“[^”\n]*”|《[^》\n]*》|（[^）\n]*）"
_SENTENCES = re.compile(f"(?:{_HELD}|[^。！？!?\n])+[。！？!?\n]*")
_PARTS = re.compile(f"(?:{_HELD}|[^；;])+")
# What a sentence begins with that says of the measure before it why it is taken, or gives an example of it.
_COMMENTS = re.compile(
    "(?:我|我们)(?:感觉|认为|看|想|讲过|常说|常讲|多次讲)|因为|这[是就反说样也]|只有这样|这样一来|当然|应该[说讲]|比如|例如|譬如"
    "|再比?如|又比?如|同样|其实|事实上|实际上|否则|不然"
)
# What only says how many there are to come: 希望大家做到三个“更加”：
_ANNOUNCES = re.compile("\\A[^。；：]{0,20}[一二两三四五六七八九十][个条点件项][^。；：，]{0,8}：")
_ONLY_WHEN = re.compile(
    "(?:在|于|要)?[^，。；]{0,8}(?:之?前|以前)(?:要?全部|基本)?(?:完成|到位|办完|做完|建成|办妥|改完)?"
)
_PAST = re.compile("(?:上个?月|上周|上半年|去年|前不久|前几天|前段时间|前一段|近年来|近几年|过去|以前|以往|曾经)")
_DEMANDS = re.compile("(?:\\A|[，；])[^，；]{0,6}(?:必须|务必|一定要|今年要|下一步)")
# What tells how things are, or why: such a sentence is no measure unless it says what is to be done.
_TELLS = re.compile(
    "[是有占仅只为仍]|(?<![除])了|没|不[够足高强到能会]|关系|事关|因|由于|以来|目前|现在|当前|已|上年|去年|问题|薄弱|重要|离不开"
    "|意味|需要|达到|达标|下降|增长|提高了|来自|属于|存在|面临|大家|我们|同志"
)
_WAS = re.compile("(?<![为除])了(?!解|然|如)|去年|上[个一]?[月季年周]|曾|已经|(?<![超通经])过[，。；的]")


def is_to_do(sentence: str) -> bool:
    """Whether a sentence says what is to be done."""
    if sentence.rstrip("”").endswith(("？", "?")) or (_PAST.match(sentence) and not _DEMANDS.search(sentence)):
        return False
    return TO_DO.search(sentence) is not None or (_OBLIGES.search(sentence) is not None and not _WAS.search(sentence))


def is_bare_measure(text: str) -> bool:
    """Whether a text is one sentence without a word that tells a reason: 沿渠沿路栽植杨树4.5万株。"""
    return len(_SENTENCES.findall(text)) == 1 and not _TELLS.search(text) and not text.rstrip("”").endswith(("？", "?"))


def parted(text: str, *, all_to_do: bool, is_own: Callable[[str], bool]) -> tuple[str, list[str]]:
    """The text of a task that has no list: why it is to be done, and what, from the first sentence that says so.

    all_to_do: whether all is to be done where no sentence says so, for somebody is to do it. is_own: whether a sentence
    is the outline's own, or says what has a column already; it is neither, and a reason ends before it.
    """
    sentences = _SENTENCES.findall(text)
    none = 0 if all_to_do and not _WAS.search(text) else len(sentences)
    to_do = [place for place, sentence in enumerate(sentences) if is_to_do(sentence) and not is_own(sentence)]
    first = to_do[0] if to_do else none
    why = takewhile(lambda sentence: not is_own(sentence), dropwhile(is_own, sentences[:first]))
    entries: list[str] = []
    for sentence in [sentence for sentence in sentences[first:] if not is_own(sentence)]:
        if entries and _COMMENTS.match(sentence):
            entries[-1] = f"{entries[-1]}，{sentence.strip(ENDS)}"
        else:
            clauses = clauses_apart(sentence)
            clauses[:1] = [
                _ANNOUNCES.sub("", clause, count=1) if len(clauses) > 1 else clause for clause in clauses[:1]
            ]
            entries += [entry.strip(ENDS) for entry in clauses]
    return "".join(why).strip(), [entry for entry in entries if comes_back(entry)]


def clauses_apart(text: str) -> list[str]:
    """A text parted by its semicolons, but not by those in quotations and brackets."""
    return _PARTS.findall(text)


def to_do_in(text: str) -> bool:
    """Whether some sentence of a text says what is to be done."""
    return any(map(is_to_do, SENTENCE.findall(text)))


def in_one_sentence(entry: str) -> str:
    """A measure of several sentences as one: outlines put measures behind one another, parted by semicolons."""
    return _INNER_STOP.sub("，", entry)


def without_must(entry: str) -> list[str]:
    """Measures without the words that the outline says before each: 要并小厂，要添新机。 切实管住…… 关键是……"""
    entry = _STRESSED.sub("", entry, count=1)
    parts = _MUST.split(entry) if _MUST.match(entry) else [entry]
    return [bare for part in parts if (bare := _STRESSED.sub("", part, count=1))]


def without_first_must(entry: str) -> str:
    """A measure of several sentences without the 要 at its beginning."""
    return _STRESSED.sub("", _MUST.sub("", entry, count=1) if _MUST.match(entry) else entry, count=1)


def without_stops(rows: list[Any]) -> list[Any]:
    """Rows whose texts stood in one sentence, parted by semicolons: the last is no sentence either."""
    return [
        {key: cell.rstrip(ENDS) if isinstance(cell, str) else cell for key, cell in row.items()}
        if isinstance(row, dict)
        else row
        for row in rows
    ]


def entry_of(item: Passage) -> str:
    """What an item says as the entry of a list: of one that runs on in a paragraph its first sentence.

    So it is with the second where the first is as short as a heading: 水质不稳定。去年有3个断面超标。
    """
    body = item.body.strip()
    if not item.block.runs_on or not body:
        return body
    first, *others = SENTENCE.findall(body)
    heads = others and len(first) <= _HEADS and not _REMARKS.match(others[0])
    said: str = first + others[0] if heads else first
    return said.strip()


def is_short(item: Passage) -> bool:
    """Whether an item says one short sentence and no more."""
    return not item.below and len(item.body) <= _HEADING and len(SENTENCE.findall(item.body)) == 1


def fullest_run(text: str, cells: Sequence[str], says: Callable[[str], bool]) -> str:
    """Of the runs of sentences that are neither the outline's own nor say but an answer, the one that says most."""
    runs = [""]
    for sentence in SENTENCE.findall(text):
        clauses = [clause.strip(ENDS) for clause in CLAUSES.findall(sentence)]
        if says(sentence) or (cells and all(any(says_only(one, cell) for cell in cells) for one in clauses)):
            runs.append("")
        else:
            runs[-1] += sentence
    return max(runs, key=len).strip()


def is_little_but(clause: str, cells: Sequence[str]) -> bool:
    """Whether a clause says hardly more than one of the cells."""
    size = len(clause.rstrip(ENDS).removeprefix("今年"))
    has_only = (cell for cell in cells if cell in clause and size - len(cell) <= max(_FRAME, len(cell)))
    return any(f"{cell}要" not in clause for cell in has_only)


def without_answers(entry: str, cells: Sequence[str]) -> list[str]:
    """What a measure says before and behind the clauses that say nothing but an answer: 由茶业局牵头，."""
    runs = [""]
    for clause in CLAUSES.findall(entry):
        day, _colon, rest = clause.partition("：")
        if rest and any(says_only(day.removesuffix("做到"), cell) for cell in cells):
            clause = rest  # 9月底前做到：……
        said = clause.rstrip(ENDS)
        if any(says_only(said, cell) for cell in cells) or says_only_several(said, cells):
            runs.append("")
        elif doer := next((cell for cell in cells if said.startswith((f"由{cell}", f"{cell}要"))), ""):
            rest = _IN_CHARGE.sub("", clause[len(doer) + 1 :], count=1)
            runs.append("" if _SEES_TO_IT.fullmatch(rest.strip(ENDS)) else rest)
        else:
            runs[-1] += clause
    return [said for run in runs if (said := run.strip(ENDS)) and not _ONLY_WHEN.fullmatch(said)]


def says_only(said: str, cell: str) -> bool:
    """Whether a clause says an answer, or a clause of it, and hardly anything beside it."""
    parts = [cell, *[part.rstrip(ENDS) for part in CLAUSES.findall(cell)]]
    around = [said.replace(part, "", 1) for part in parts if part in said and (part == cell or len(part) > _ONLY)]
    short = any(len(rest) <= _ONLY or _ROUND.fullmatch(rest) for rest in around)
    return short or (said in cell and said[:1] != "")


def says_only_several(said: str, cells: Sequence[str]) -> bool:
    """Whether a clause says two answers or more and nothing beside them: 县卫健局牵头、县医保局配合."""
    rest = said
    for cell in sorted(cells, key=len, reverse=True):
        rest = rest.replace(cell, "、", 1)
    return sum(cell in said for cell in cells) > 1 and _ROUND_SEVERAL.fullmatch(rest) is not None
