"""What a person typed, read as the type that its question asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drafting.chinese.dates import parse_time, parse_time_limit
from drafting.chinese.quantities import parse_quantity
from drafting.errors import shortened
from drafting.facts.model import Value
from drafting.i18n import N_, _
from drafting.outline.model import Question, Type
from drafting.yamlproblems import UNWRITABLE

_YES = {"是", "有", "yes", "true", "y", "对", "要"}
_NO = {"否", "无", "没有", "no", "false", "n", "不", "不要"}

ALLOWED: Mapping[Type, str] = {
    Type.NUMBER: N_("a number such as 1200, 12.5亿 or 3万, without words around it"),
    Type.PERCENT: N_("a percentage such as 12.3% or 12.3"),
    Type.DATE: N_("a date such as 2026-1-5, 2026年1月5日, 1月5日, 2026年6月 or 6月底"),
    Type.TIME: N_("a time such as 9:30 or 下午3点"),
    Type.YESNO: N_("是 or 否"),
}


class MisfitError(Exception):
    """A typed text that is not of its question's type; the message says what is allowed."""


def read_value(text: str, question: Question) -> Value:
    """The value of a typed text, outer white space removed, for any type but list and table. Line ends are one kind.

    A closing 。 is no part of a number, a day or a choice. Raises MisfitError.
    """
    if bad := UNWRITABLE.search(text):
        raise MisfitError(_("the character U+{code:04X} cannot be written").format(code=ord(bad.group())))
    text = text.strip().replace("\r\n", "\n").replace("\r", "\n")
    if question.type is Type.CHOICE:
        return _choice(text, question)
    reader = _READERS.get(question.type)
    if reader is None:
        return text
    try:
        return reader(_unclosed(text), question)
    except ValueError:
        allowed = _(ALLOWED[question.type])
        if question.unit:
            allowed += _(" (unit {unit})").format(unit=question.unit)
        message = _("found “{text}”, expected {allowed}").format(text=shortened(text), allowed=allowed)
        raise MisfitError(message) from None


def _choice(text: str, question: Question) -> str:
    for choice in (text, _unclosed(text)):
        if choice in question.choices:
            return choice
    message = _("found “{text}”, expected one of {all}")
    raise MisfitError(message.format(text=shortened(text), all="、".join(question.choices)))


def _unclosed(text: str) -> str:
    return text.removesuffix("。").rstrip()


def _yesno(text: str, _question: Question) -> bool:
    word = text.lower()
    if word not in _YES | _NO:
        raise ValueError(text)
    return word in _YES


_READERS: Mapping[Type, Callable[[str, Question], Value]] = {
    Type.NUMBER: lambda text, question: parse_quantity(text, question.unit),
    Type.PERCENT: lambda text, _question: parse_quantity(text, "%"),
    Type.DATE: lambda text, _question: parse_time_limit(text),
    Type.TIME: lambda text, _question: parse_time(text),
    Type.YESNO: _yesno,
}
