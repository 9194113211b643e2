"""The runs of numerals that enumerators count with, each known by its first: 一, 1, １, ①, ⑴, ⒈, ㈠, 壹, 甲, A, Ⅰ."""

from __future__ import annotations

from drafting.chinese.numerals import to_chinese

_SIGNS = {
    "①": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    "⑴": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "⒈": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "㈠": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "㊀": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "➀": "➀➁➂➃➄➅➆➇➈➉",
    "❶": "❶❷❸❹❺❻❼❽❾❿",
    "ⅰ": "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ",
}
# Numerals that are words or letters too: only a mark or brackets make a marker of them.
_LETTERS = {
    "壹": "壹贰叁肆伍陆柒捌玖拾",
    "甲": "甲乙丙丁戊己庚辛壬癸",
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "a": "abcdefghijklmnopqrstuvwxyz",
    "Ａ": "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    "Ⅰ": "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
}
_LIMITED = _SIGNS | _LETTERS
_CHINESE = ["", *map(to_chinese, range(1, 100))]
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
"""Written with letters; only a list makes sure that they are no letters."""
SIGNS = "".join(_SIGNS.values())
LETTERS = "".join(_LETTERS.values())
FIRSTS = "一1１" + "".join(_LIMITED)
CHINESE_PATTERN = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
FIGURES_PATTERN = "[1-9１-９][0-9０-９]?"

_NUMBERS = {numeral: number for number, numeral in enumerate(_CHINESE)}
_NUMBERS |= {sign: number for series in _LIMITED.values() for number, sign in enumerate(series, 1)}
_FIRST_OF = {sign: first for first, series in _LIMITED.items() for sign in series}


def numeral(first: str, number: int) -> str:
    """The numeral for `number` in the series that begins with `first`."""
    if first == "一":
        return _CHINESE[number] if number < 100 else to_chinese(number)
    if first in _LIMITED:
        return _LIMITED[first][number - 1]
    return str(number) if first == "1" else str(number).translate(_WIDE)


def limit(first: str) -> int | None:
    """How far the series goes; None for one without end."""
    return len(_LIMITED[first]) if first in _LIMITED else None


def number_of(written: str) -> int:
    """The number that a numeral of any series stands for, up to 99."""
    return _NUMBERS.get(written) or int(written)


def first_of(written: str) -> str:
    """The first numeral of the series that `written` belongs to; full-width figures count as figures."""
    return _FIRST_OF.get(written) or ("1" if written.isdecimal() else "一")


def pattern(first: str) -> str:
    """A regular expression for the numerals of a series, up to 99."""
    if first in _LIMITED:
        return f"[{_LIMITED[first]}]"
    return CHINESE_PATTERN if first == "一" else FIGURES_PATTERN
