"""Whether words of a speech are what a question asks for: a cue must tie them, or nothing is answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from drafting.chinese.script import HAN
from drafting.draft import Move
from drafting.learning.frames import Frames
from drafting.outline.model import Question, Type

_STRESSED = re.compile("强调")  # a speech has one list of these, and says so
_TURNS, _TURNED = (
    re.compile("转变"),
    re.compile("[由从][^，。；]{2,20}(?:转向|转为|转到|变为|变成|向[^，。；]{2,20}转变)"),
)
_STRESSES = re.compile("强调|(?:再|一并|顺便)[^，。]{0,4}(?:交代|提醒|叮嘱|补充|重申|说|讲)")
_EMPTY = "的了什么怎样是一在和哪谁有要不接这那几些个项条来还已多少以及或与对从把为就到也"  # say nothing of the matter
_RUN = re.compile(f"(?:(?![{_EMPTY}])[{HAN}]){{2,}}")
_CUES = 2  # words of a question that must stand in a text, where it has so many
_FRAME = re.compile(f"[{HAN}]{{4,}}")
_SENTENCE_END = re.compile("[。！？!?]")  # what the outline says behind it is no longer about the answer
# What leads into how things are; the items below tell no aim: 当前形势怎么看.
_STATE, _AIMED = re.compile("形势|现状|怎么看|基本情况"), "目标|标准|原则|指标"
_KINDS = {
    Move.SIGNIFICANCE: "为什么|理由|意义|认清|认识|观念|形势",
    Move.ACHIEVEMENTS: "成绩|成效|成果|干成|特点|进展|工作|做法|亮点",
    Move.EXPERIENCE: "经验|启示|体会|做法",
    Move.SHORTCOMINGS: "不足|差距|问题|毛病|短板|困难",
    Move.GOALS: _AIMED,
    Move.TASKS: "任务|措施|重点|注意|强调|工作|安排|内容",
    Move.GUARANTEE: "保障|要求|措施",
}
"""What a question for a list of each move is about."""
BODY = (
    "(?:委|府|局|办|部|院|会|社|团|司|校|厅|处|科|室|股|小组|工作组|党组|专班|单位|机关|部门|中心|站|所|队|厂|行|[县市区乡镇州省]"
    "|街道|支部)"
)
_BODY = re.compile(f"{BODY}\\Z")
_ASKS_FOR_BODY = re.compile("机关|单位|部门")
_ASKS_FOR_PERSON = re.compile("姓名|讲话人|职务")


class Cues:
    """The words that tell the questions of one outline apart."""

    def __init__(self, questions: Sequence[Question], frames: Frames) -> None:
        self._questions = questions
        self._frames = frames

    def are_asked(self, matter: re.Pattern[str]) -> bool:
        """Whether some question of the outline is about a matter."""
        return any(matter.search(question.ask) for question in self._questions)

    @cached_property
    def _common(self) -> Mapping[bool, Counter[str]]:
        """In how many questions each pair of characters stands: of those for lists and tables, and of the others."""
        pairs: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for question in self._questions:
            pairs[_is_listed(question)].update(set(_pairs(question.ask)))
        return pairs

    def tie(self, text: str, question: Question) -> bool:
        """Whether words of the question, or those that the outline says beside the answer, stand in a text."""
        found = self.count(text, question)
        if found and found >= min(_CUES, _apart(self._own(question))):
            return True
        sides = [
            side
            for frame in self._frames.around
            if frame.path == question.key
            for side in (frame.left, _SENTENCE_END.split(frame.right)[0])
        ]
        return any(words in text for side in sides for words in _FRAME.findall(side))

    def count(self, text: str, question: Question) -> int:
        """How many words that no other question has stand in a text."""
        return _apart([cue for cue in self._own(question) if cue in text])

    def _own(self, question: Question) -> list[str]:
        common = self._common[_is_listed(question)]
        return [pair for pair in dict.fromkeys(_pairs(question.ask)) if common[pair] == 1]

    def is_kind(self, move: Move, question: Question, above: str, texts: Iterable[str]) -> bool:
        """Whether a list of a move is the kind of thing that a question asks for.

        above: what stands above the list. texts: the items.
        """
        around = "\n".join([above, *texts])
        if _STRESSED.search(question.ask):
            return _STRESSES.search(around) is not None
        if _TURNS.search(question.ask):
            return _TURNED.search(around) is not None
        about = _KINDS.get(move)
        if move is Move.GOALS and _STATE.search(above.strip().rpartition("\n")[2]) and not re.search(_AIMED, around):
            return self.tie(around, question)
        return bool(about and re.search(about, question.ask)) or self.tie(around, question)

    def is_named(self, move: Move, question: Question, text: str) -> bool:
        """Whether a text names the kind of thing that a question for a list of a move asks for, or words tie them."""
        asked = re.findall(_KINDS.get(move, "(?!)"), question.ask)
        return any(kind in text for kind in asked) or self.tie(text, question)


def stresses(question: Question, above: str) -> bool:
    """Whether a question asks what is stressed at the end, and the words above a list say that this is it."""
    return _STRESSED.search(question.ask) is not None and _STRESSES.search(above) is not None


def _is_listed(question: Question) -> bool:
    return question.type in (Type.LIST, Type.TABLE)


def may_sign(text: str, question: Question) -> bool:
    """Whether a line below the title can answer: where a body is asked for, it must name one."""
    asks_for_body = _ASKS_FOR_BODY.search(question.ask) and not _ASKS_FOR_PERSON.search(question.ask)
    return not asks_for_body or _BODY.search(text) is not None


def _pairs(text: str) -> list[str]:
    return [run[at : at + 2] for run in _RUN.findall(text) for at in range(len(run) - 1)]


def _apart(pairs: Sequence[str]) -> int:
    """How many of the pairs do not overlap with the one before."""
    count, before = 0, ""
    for pair in pairs:
        if before and before[1] == pair[0]:
            before = ""
            continue
        count += 1
        before = pair
    return count
