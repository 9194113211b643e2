"""Who sees to a task and by when, where it stands under labels or in brackets: 责任单位：城建科；完成时限：9月底."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from drafting.learning.cells import ASSIGNS, HELPS, IN_CHARGE
from drafting.learning.cues import BODY
from drafting.learning.matching import suits
from drafting.outline.model import Question, Type

_OF_BODIES = "(?:单位|部门|科室|股室|处室|机关)"
# What labels are for; of those that lead, a body comes before a person, and who leads before who answers for it.
_LEADS = (
    re.compile(f"(?:总?牵头|主办|承办|主责){_OF_BODIES}"),
    re.compile(f"(?:责任|负责|实施|落实){_OF_BODIES}"),
    re.compile("(?:牵头|责任|分管|包抓|包联|主管|负责)(?:[县局市区校院]?领导|人)"),
)
_HELPS = (re.compile(f"(?:配合|协办|协同|参与|参加|协助|协作)(?:{_OF_BODIES}|人)"),)
_WHEN = (re.compile("(?:完成|办结|整改|落实|办理)?(?:时限|期限|时间)(?:要求)?"),)
KINDS = (_LEADS, _HELPS, _WHEN)
"""The labels of who leads, who helps and by when, the surest first."""
_LABEL = "|".join([kind.pattern for kind in (*_LEADS, *_HELPS, *_WHEN)])
_NEXT = f"(?=[，。；,;\n]|(?:{_LABEL})[ 　]*[：:]|\\Z)"
_MORE = f"(?:[，,](?!{_LABEL})[^，。；：,;:\\n\\d]{{1,14}}{BODY})*"  # 县农业农村局，相关乡镇政府
_ONE = re.compile(f"(?P<label>{_LABEL})[ 　]*[：:][ 　]*(?P<said>[^，。；：,;:\n]+?{_MORE})[ 　]*{_NEXT}")
_SAID = re.sub(r"\?P<\w+>", "?:", _ONE.pattern)
_RUN = re.compile(f"(?<![^，。；,;\n 　])(?:{_SAID}[，,；;　 ]*)+。?")
_BRACKETS = re.compile("(?P<stop>[。；]?)[（(](?P<said>[^（）()\n]+)[）)](?=[。；\n]|\\Z)")
BEFORE = re.compile("(?:之?前|以前)(?:完成)?\\Z")


def out_of_brackets(text: str) -> str:
    """A text in which the brackets at the end of a sentence that say who sees to it are sentences of their own."""

    def opened(match: re.Match[str]) -> str:
        said = match["said"]
        return f"。{said}" if ASSIGNS.search(said) or _RUN.fullmatch(said) else match.group()

    return _BRACKETS.sub(opened, text)


def labelled(text: str, columns: Mapping[str, Question]) -> tuple[str, dict[str, str], list[str]]:
    """A text without what stands there under labels, the cells that this fills, and where they stand, label and all.

    Only rows that name who leads have labels. What no column takes is in no cell.
    """
    owner, helper, day = who_and_when(columns)
    runs = list(_RUN.finditer(text)) if owner is not None else []
    said = [one for run in runs for one in _ONE.finditer(run.group())]
    cells: dict[str, str] = {}
    places: list[str] = []
    for column, kinds in zip((owner, helper, day), KINDS, strict=True):
        found = [one for kind in kinds for one in said if kind.fullmatch(one["label"])]
        for one in found[:1] if column else ():
            answer = BEFORE.sub("", one["said"]) if column is day else one["said"]
            if column and suits(answer, column):
                cells[column.key] = answer
                places.append(one.group())
    for run in reversed(runs):
        before = text[: run.start()].rstrip("，,；; 　")
        text = before + ("。" if before and before[-1] not in "。\n" else "") + text[run.end() :]
    return text, cells, places


def who_and_when(columns: Mapping[str, Question]) -> tuple[Question | None, Question | None, Question | None]:
    """The columns that ask who leads, who helps, and by when."""
    return (
        _column(columns, lambda column: column.type is Type.TEXT and IN_CHARGE.search(column.ask) is not None),
        _column(columns, lambda column: column.type is Type.TEXT and HELPS.search(column.ask) is not None),
        _column(columns, lambda column: column.type is Type.DATE),
    )


def _column(columns: Mapping[str, Question], is_sought: Callable[[Question], bool]) -> Question | None:
    return next(filter(is_sought, columns.values()), None)
