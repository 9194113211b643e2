"""What a template may ask of a value with `is`: `x is given`, `reasons is single`, `measure is deed`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined

from drafting.chinese.clauses import clauses_of
from drafting.chinese.patterns import pattern
from drafting.chinese.quantities import Quantity
from drafting.compose.deadlines import says_date
from drafting.compose.heard import heard_as
from drafting.compose.on_answers import entries_of
from drafting.compose.subjects import tells_a_rule, tells_a_subject, tells_what_recurs
from drafting.compose.turns import Turn
from drafting.compose.values import MANY, Given, GivenList, Missing
from drafting.compose.verbs import begins_with, goes_with, tells_a_deed, tells_when

_LABEL = pattern("[^，。；：！？]{2,8}。.")


def _given(value: Any) -> bool:
    """Whether there is an answer, and not the one that there is nothing (无)."""
    return not isinstance(value, (Missing, Undefined)) and not _declined(value)


def _single(value: Any) -> bool:
    """Whether a list that was answered has one entry."""
    return not isinstance(value, (Missing, Undefined)) and len(entries_of(value)) == 1


def _is_crowded(value: Any) -> bool:
    """Whether a list has more than six entries: too many to say that only the main ones are named.

    In a file that is there it stays what it was while either is true.
    """
    return value.is_crowded if isinstance(value, GivenList) else _given(value) and len(entries_of(value)) > MANY


def _one_clause(value: Any) -> bool:
    """Whether a text that was answered has one clause, as a heading beside others of its form, and is no rule itself.

    A rule (各校都要有台账) does not become a part of another sentence: nothing is done 为各校都要有台账.
    """
    return _given(value) and len(clauses_of(str(value).strip("，；：,;: \n"))) == 1 and not tells_a_rule(str(value))


def _goes_with(value: Any, word: str) -> bool:
    """Whether 着力 or 切实 may stand before an answer, or 把 before and 作为 behind it."""
    return _given(value) and goes_with(str(value), word)


def _begins_with(value: Any, signs: str) -> bool:
    """Whether an answer begins with one of some characters: 在 of 在汛期以前完成."""
    return _given(value) and begins_with(str(value), signs)


def _is_deed(value: Any) -> bool:
    """Whether an answer certainly begins with a verb, so that who does it may stand before: 清点库房, 把账对清."""
    return _given(value) and tells_a_deed(str(value))


def _timed(value: Any) -> bool:
    """Whether an answer begins with its own time: 开学前检修一遍."""
    return _given(value) and tells_when(str(value))


def _has_subject(value: Any) -> bool:
    """Whether an answer certainly begins with what it is about: 首检合格率达到98%, no 要 and nobody stands before."""
    return _given(value) and tells_a_subject(str(value))


def _recurring(value: Any) -> bool:
    """Whether an answer, or an entry of a list, is done day by day, so that it is never finished: 每晚查铺两次."""
    if not _given(value):
        return False
    told = entries_of(value) if isinstance(value, GivenList) else [value]
    return any(tells_what_recurs(str(entry)) for entry in told)


def _dated(value: Any, deadline: Any) -> bool:
    """Whether an answer, or each entry of a list, holds the date of a deadline, so that it is not said twice."""
    if not _given(value) or not _given(deadline):
        return False
    told = entries_of(value) if isinstance(value, GivenList) else [value]
    return all(says_date(str(entry), str(deadline)) for entry in told)


def _names(value: Any, whom: Any) -> bool:
    """Whether an answer says itself that somebody does it, who needs then not be said to be in charge: 由设备部更换."""
    if not _given(value) or not _given(whom):
        return False
    return f"由{whom}" in str(value) or str(value).startswith(str(whom))


def _holds(value: Any, words: Any) -> bool:
    """Whether an answer says the words of another: 柳坪镇、上河灌区管理处 holds 柳坪镇."""
    return _given(value) and _given(words) and str(words) in str(value)


def _counted(value: Any) -> bool:
    """Whether a number that was answered is of things one counts, whole and no rate: 31处, 5万元, not 92% or 8.6天."""
    number = value.raw if isinstance(value, Given) else value
    return isinstance(number, Quantity) and number.unit not in ("%", "‰") and number.amount == int(number.amount)


def _labelled(value: Any) -> bool:
    """Whether an answer begins with a short phrase of its own that says what it is about: 组织协调。每周调度一次."""
    return _given(value) and _LABEL.match(str(value).strip()) is not None


def _heard_as(value: Any, kind: str) -> bool:
    """Whether an answer tells of a contribution of a kind: 作了表态发言 of a 表态, 介绍了做法 of a 交流."""
    return _given(value) and heard_as(str(value), kind)


def _declined(value: Any) -> bool:
    """Whether there is said to be none: in the house file of a standing phrase, in the facts of a free answer."""
    return isinstance(value, Given) and value.raw == ""


def _first_of(value: Any, column: str) -> bool:
    """Whether a row of a repeated part (`loop`) is the first with its answer in a column."""
    return isinstance(value, Turn) and value.is_first_of(column)


TESTS: Mapping[str, Callable[..., bool]] = {
    "given": _given,
    "missing": lambda value: not _given(value),
    "crowded": _is_crowded,
    "single": _single,
    "one_clause": _one_clause,
    "goes_with": _goes_with,
    "begins_with": _begins_with,
    "labelled": _labelled,
    "counted": _counted,
    "deed": _is_deed,
    "timed": _timed,
    "subject": _has_subject,
    "dated": _dated,
    "recurring": _recurring,
    "naming": _names,
    "holding": _holds,
    "heard_as": _heard_as,
    "declined": _declined,
    "first_of": _first_of,
}
