"""Whether an answer holds the date that a deadline would say again: 扫描件10月31日前归档 and the deadline 10月底."""

from __future__ import annotations

from drafting.chinese.numerals import from_chinese
from drafting.chinese.patterns import pattern

_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_MONTH = pattern(rf"(?<![0-9个第几])({_NUMBER})月(?!饼|亮)|(?:[12]\d{{3}}|(?<!\d))[./-](\d{{1,2}})[./-]|(年)[底末内]")
_LAST = "12"


def says_date(answer: str, deadline: str) -> bool:
    """Whether an answer names a month that its deadline is in; the end of the year is its last month."""
    return bool(_months(answer) & _months(deadline))


def _months(text: str) -> frozenset[str]:
    return frozenset(_month(found.group(1) or found.group(2) or "") for found in _MONTH.finditer(text))


def _month(written: str) -> str:
    if not written:
        return _LAST
    return str(int(written) if written.isdigit() else from_chinese(written))
