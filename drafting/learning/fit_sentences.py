"""Lists and tables of an outline found in sentences of a speech: 刚才，who did，who did; and clauses that list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafting.chinese.script import HAN
from drafting.draft import Block, Move
from drafting.learning.agendas import Agenda, agenda_in, without_remarks
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.cues import BODY, Cues
from drafting.learning.frames import SENTENCE, Frames, Shape
from drafting.learning.row_texts import clauses_apart
from drafting.outline.model import Question

_JUST_NOW = re.compile("刚才|刚刚|会上|会前|[上下]午|前面")
_ASKS_WHO_SPOKE = re.compile(f"{_JUST_NOW.pattern}|谁[^，。]{{0,4}}发了?言|哪些[^，。]{{1,4}}发了?言")
_BEFORE = "刚才，"
# Somebody who is named, and spoke or read something out.
_SPOKE = re.compile(
    f"(?!我|你|大家|会议)[^，。；]{{0,24}}?(?:同志|{BODY}|[书长任席员授事]记?[\u4e00-\u9fff]{{0,4}})"
    "(?:也|还|又|分别|先后|代表[^，。；]{2,12}?)*(?:(?:宣读|通报|传达|介绍|汇报|总结)了|作了?[^，。；]{0,8}(?:发言|讲话|报告|汇报|说明|通报|部署))"
)
_SEEN_FROM = re.compile("(?:(?<=[。！：:])|\\A)从[^，。；：从]{2,14}[看讲说][，,]([^。！？\n]{4,100})(?=[。！])")
_AGAIN = re.compile("[；;](?=刚才[，,])")  # 上午，大家看了三个点；刚才，刘院长介绍了经验
_TO_WHOM = re.compile(
    "(?<=..)向[^向，。；、]{0,6}(?:党[组委]|支部|[市县区院校局]委|政府|大会|会议|公司|社会|大家|同志们)\\Z"
)
_INSTRUCTED = re.compile("[批指]示")  # what is passed on of them has a question of its own, or none
# What has a question of its own where the outline asks for it: 会议表彰了20个先进集体.
_AWARDED = re.compile(
    "^(?:(?:这次|本次)?(?:会议|大会))?(?:还|又)?(?:隆重)?(?:(?:命名)?表彰(?:奖励)?|通报表扬)了|对[^，。；]{4,}(?:进行|给予|予以)了?(?:隆重|通报)?表[彰扬]"
)
# So has what we have seen: 我们实地参观了三个点.
_WE_SAW = re.compile("我们[^，。；]{0,8}(?:看了|参观|观摩|考察)")
_ASKS_VISITED = re.compile("看了哪些")
_ASKS_AWARDS = re.compile("会上的表彰")
_PLACE = re.compile("哪里|哪儿|地点|哪个?点|什么地方")  # where something was seen is no one who did something
_EXAMPLE = re.compile("\\A(?:比如|例如|譬如)[，,：:]?")
_HOW = re.compile("(?<=..)(?:实地|现场|集中|共同|分组|一起|一道|先后|分别|集体|都|均)+\\Z")
_SEEN = re.compile("看|参观|观摩|考察")
_DEED = re.compile("(?:传达|学习|宣读|通报|表彰|介绍|观看|参观|听取|部署|总结|颁发|签订|播放|通过)")  # nobody did it
_WILL = re.compile("(?:[将要]|即将|还会|接着)\\Z")
_DID = re.compile(
    "(?:也|还|又)?(?:分别|先后|一起)?(?:(?<![合工操协运动])作|对|就|谈|通报|传达|宣读|介绍|总结|部署|汇报|表彰|签|回顾|讲|发了?言|主持|观看|参观|学习|颁|给(?=大家|我们)|发布|进行|[报念说算]了)"
)
_DID_SO = re.compile(f"[{HAN}]{{2}}了(?![解然])(?=[{HAN}]{{2}}|[《“])")  # any other verb: 分析了今夏的供需形势
# One who spoke, and nobody else: 刚才，四个部门作了汇报。
_ONE_DID = re.compile("(?:刚才|刚刚|会上|会前|(?:今天)?[上下]午|前面)[，,]?(?P<body>[^，。；：！!？]{6,11})[。！!]")
# Whom something was done with or for; who did it stands before: 与各单位签订了责任书.
_I = re.compile("我(?=[还也又与同和跟给])")
_WITH = re.compile("(?:并|还|又|也)*(?:与|[同和向为给](?=[各受获先全大有]))")

_ASKS_PRINCIPLES, _PRINCIPLE = re.compile("原则"), re.compile("[^。]*?(?:坚持|突出|注重|做到|遵循|按照|原则)")
_COLON = re.compile("(?<!\\d)[：:]|[：:](?!\\d)")  # 1:0.6 is a ratio
_POINT = 16  # characters of what is lacking, before more is said of it


class SentenceFitter:
    """Finds the entries that stand in running text, and claims them."""

    def __init__(self, claims: Claims, frames: Frames, cues: Cues) -> None:
        self._claims = claims
        self._frames = frames
        self._cues = cues

    def table(self, question: Question) -> list[dict[str, str]]:
        """A table whose rows stand in one sentence: 刚才，who did，who did."""
        if len(question.columns) != 2 or _INSTRUCTED.search(question.ask):
            return []
        who, did = question.columns
        if _PLACE.search(who.ask):
            return []
        frames = [frame for frame in self._frames.around if frame.path == f"{question.key}.{who.key}"]
        asked = _ASKS_WHO_SPOKE.search(question.ask)
        moves = {frame.move for frame in frames if asked or _JUST_NOW.search(frame.left)}
        for block in [block for block in self._claims.blocks if block.move in moves]:
            rows: list[dict[str, str]] = []
            for sentence in SENTENCE.findall(_AGAIN.sub("。", block.text)):
                deeds = self._deeds(block, sentence, question, at_once=asked is not None)
                if not deeds and asked and "；" in sentence:  # 昨天，我们参观了……；今天上午，甲县作了发言
                    deeds = self._deeds(block, sentence.rpartition("；")[2], question, at_once=True)
                if rows and not deeds and asked:  # ……，讲得都很好。高新区作了表态发言。
                    deeds = self._deeds(block, sentence, question, at_once=True, behind_others=True)
                if rows and not deeds:
                    break
                rows += [{who.key: doer, did.key: deed} for doer, deed in deeds]
            if rows and fits(question, rows) and all(comes_back(cell) for row in rows for cell in row.values()):
                for row in rows:
                    self._claims.take_text(block, "".join(row.values()))
                return rows
        return []

    def _deeds(
        self, block: Block, sentence: str, question: Question, *, at_once: bool, behind_others: bool = False
    ) -> list[tuple[str, str]]:
        """Who did what in a sentence that begins with 刚才; a clause without a doer goes on with the one before.

        at_once: a sentence that tells at once who spoke needs no 刚才. behind_others: nor does one of one speaker.
        """
        sentence = sentence.lstrip("”’")  # of a quotation that ended before it
        agenda = agenda_in(sentence) or without_remarks(sentence) or _one_alone(sentence)
        agenda = agenda or (_spoken_at_once(sentence) if at_once else None)
        agenda = agenda or (_one_alone(f"{_BEFORE}{sentence}") if behind_others else None)
        deeds: list[tuple[str, str]] = []
        for clause in agenda.entries if agenda else ():
            if not deeds and _DEED.match(clause):
                continue  # nobody did it; who spoke may follow
            is_with = _WITH.match(clause) is not None
            goes_on = deeds and (is_with or _DID.match(clause))
            verb = None if is_with or _DEED.match(clause) else _DID.search(clause, 2) or _DID_SO.search(clause, 4)
            if verb and _WILL.search(clause[: verb.start()]):
                break
            at = block.text.find(clause)
            if not (verb or goes_on) or bool(_SEEN.search(clause)) < bool(_SEEN.search(question.ask)):
                break
            if _WE_SAW.match(clause) and self._cues.are_asked(_ASKS_VISITED):
                continue
            if _INSTRUCTED.search(clause) or (_AWARDED.search(clause) and self._cues.are_asked(_ASKS_AWARDS)):
                if goes_on:
                    break
                continue  # who spoke besides may follow
            if not self._claims.is_free(block, at, at + len(clause)):
                break
            if goes_on and agenda:
                doer, deed = deeds[-1]
                deeds[-1] = doer, f"{deed}{agenda.mark}{clause}"
            elif verb:
                start = verb.start()
                if _I.match(clause):  # 我还同各单位签订了责任书
                    start = 1
                for beside in (_TO_WHOM, _HOW):  # 各股室负责人(都向党组)递交了责任书, 大家(实地)观摩了两个点
                    if found := beside.search(clause[:start]):
                        start = found.start()
                deeds.append((clause[:start], clause[start:]))
        return deeds

    def clauses(self, question: Question, shape: Shape) -> list[str]:
        """A list in one sentence: behind the colon or at the end of a paragraph of its move, parted by semicolons."""
        shapes = self._frames.shapes.items()
        rivals = [key for key, other in shapes if key != question.key and other.move is shape.move]
        for block in self._claims.blocks:
            if block.move is not shape.move or not self._claims.is_free(block) or not self._claims.says_all(block):
                continue
            views = _SEEN_FROM.findall(block.text) if shape.move is Move.SHORTCOMINGS else []
            if len(views) > 1 and fits(question, views) and all(map(comes_back, views)):
                for view in views:
                    self._claims.take_text(block, view)
                return views
            if rivals and not self._cues.is_named(shape.move, question, block.text):
                continue
            for sentence in re.findall("[^。！？!?]+", block.text):
                if _ASKS_PRINCIPLES.search(question.ask) and not _PRINCIPLE.match(sentence):
                    continue  # what was done is none
                parted = clauses_apart(_COLON.split(sentence)[-1])
                clauses = [_EXAMPLE.sub("", clause.strip()) for clause in parted]
                if len(clauses) > 1 and fits(question, clauses) and all(map(comes_back, clauses)):
                    for clause in clauses:
                        self._claims.take_text(block, clause)
                    return clauses
        return []

    def points(self, question: Question, shape: Shape) -> list[dict[str, str]]:
        """A table of what is lacking in one sentence, parted by semicolons: what it is, and behind a comma more."""
        columns = [column for column in question.columns if column.key in (shape.head, *shape.texts)]
        if shape.move is not Move.SHORTCOMINGS or len(columns) != len(question.columns) or len(columns) != 2:
            return []
        for block in [block for block in self._claims.blocks if block.move is shape.move]:
            if not self._claims.says_all(block) or not self._claims.is_free(block):
                continue
            for sentence in re.findall("[^。！？!?]+", block.text):
                clauses = [clause.strip() for clause in clauses_apart(_COLON.split(sentence, maxsplit=1)[-1])]
                cells = [clause.partition("，")[::2] for clause in clauses]
                sound = all(len(point) <= _POINT and comes_back(point) and comes_back(more) for point, more in cells)
                if len(clauses) > 1 and sound and fits(question, clauses):
                    for cell in [cell for pair in cells for cell in pair]:
                        self._claims.take_text(block, cell)
                    return [{columns[0].key: point, columns[1].key: more} for point, more in cells]
        return []


def fits(question: Question, entries: Sequence[Any]) -> bool:
    """Whether a question takes so many entries."""
    most = len(entries) if question.at_most is None else question.at_most
    return max(1, question.at_least) <= len(entries) <= most


def _one_alone(sentence: str) -> Agenda | None:
    """Who alone did what before the speech, in a sentence too short for a list."""
    one = _ONE_DID.fullmatch(sentence.strip())
    if one is None or not _SPOKE.match(one["body"]):
        return None
    start, end = one.span("body")
    return Agenda(sentence[:start], 0, start, end, one.end(), (one["body"],), "，")


def _spoken_at_once(sentence: str) -> Agenda | None:
    """Who did what in a sentence that says so without 刚才: nothing but people or bodies who reported or spoke."""
    agenda = agenda_in(f"{_BEFORE}{sentence}")
    return agenda if agenda and all(map(_SPOKE.match, agenda.entries)) else None
