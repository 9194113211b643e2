"""The runs of numerals that enumerators count with, each known by its first: 一, 1, １, ①, ⑴, ⒈, ㈠."""

from __future__ import annotations

from drafting.chinese.numerals import to_chinese

_SIGNS = {
    "①": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    "⑴": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "⒈": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "㈠": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
}
_CHINESE = ["", *map(to_chinese, range(1, 100))]
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

SIGNS = "".join(_SIGNS.values())
FIRSTS = "一1１" + "".join(_SIGNS)
CHINESE_PATTERN = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
FIGURES_PATTERN = "[1-9１-９][0-9０-９]?"

_NUMBERS = {numeral: number for number, numeral in enumerate(_CHINESE)}
_NUMBERS |= {sign: number for series in _SIGNS.values() for number, sign in enumerate(series, 1)}
_FIRST_OF = {sign: first for first, series in _SIGNS.items() for sign in series}


def numeral(first: str, number: int) -> str:
    """The numeral for `number` in the series that begins with `first`."""
    if first == "一":
        return _CHINESE[number] if number < 100 else to_chinese(number)
    if first in _SIGNS:
        return _SIGNS[first][number - 1]
    return str(number) if first == "1" else str(number).translate(_WIDE)


def limit(first: str) -> int | None:
    """How far the series goes; None for one without end."""
    return len(_SIGNS[first]) if first in _SIGNS else None


def number_of(written: str) -> int:
    """The number that a numeral of any series stands for, up to 99."""
    return _NUMBERS.get(written) or int(written)


def first_of(written: str) -> str:
    """The first numeral of the series that `written` belongs to; full-width figures count as figures."""
    return _FIRST_OF.get(written) or ("1" if written.isdecimal() else "一")


def pattern(first: str) -> str:
    """A regular expression for the numerals of a series, up to 99."""
    if first in _SIGNS:
        return f"[{_SIGNS[first]}]"
    return CHINESE_PATTERN if first == "一" else FIGURES_PATTERN
