"""Word's automatic numbers, computed into text: what stands before a paragraph on the page but not in its runs.

ECMA-376 part 1, 17.9: a paragraph names a numbering (w:numId) and a level, by itself or through its style; numberings
of one abstract definition count together; a level begins again when one above it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from drafting.chinese.numerals import to_chinese
from drafting.word.package import Package, w

_LEVELS = 9
_DEEPEST = 20  # styles that a style may be based on, one on the other
_PLACE = re.compile("%([1-9])")
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "japaneseDigitalTenThousand",
    "taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital", "koreanDigital",
}  # fmt: skip
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"}
_STEMS, _BRANCHES, _LEGAL = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "零壹贰叁肆伍陆柒捌玖"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip

# Signs before the paragraphs of a list; those of Symbol and Wingdings stand in the private area of Unicode.
_SIGNS = frozenset("●•■◆▲★◇□▪◦○※➢➤✓✔►▶·—–-") | {"——"}
_SYMBOLS = {"\uf0a7": "■", "\uf06e": "■", "\uf0d8": "➢", "\uf075": "◆", "\uf0fc": "✓", "o": "○"}
_ROUND = "●"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a numbering: how it counts, and the text with %1 for the number of the first level."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Numbering:
    """A numbering: the abstract definition that it counts with, its levels, and where it starts anew."""

    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbering:
    """The numbers of a document's paragraphs; to be asked for each of them once, in reading order."""

    def __init__(self, package: Package) -> None:
        self._numberings: dict[str, _Numbering] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        for part in package.related(package.document, "numbering"):
            if part in package.parts:
                self._read(package.xml(part))
        for part in package.related(package.document, "styles"):
            if part in package.parts:
                self._by_style = _of_styles(package.xml(part))

    def label(self, paragraph: etree._Element, style: str) -> str:
        """The number that stands before a paragraph; "" for none. style: the id of its style."""
        identifier, depth = self._place(paragraph, style)
        numbering = self._numberings.get(identifier)
        if numbering is None or depth not in numbering.levels:
            return ""
        return self._next(identifier, numbering, depth)

    def bullet(self, paragraph: etree._Element, style: str) -> str:
        """The sign that stands before a paragraph of a list without numbers; "" for none.

        Signs of Word's symbol fonts, which no other font has, are a round one.
        """
        identifier, depth = self._place(paragraph, style)
        numbering = self._numberings.get(identifier)
        level = numbering.levels.get(depth) if numbering else None
        sign = level.text.strip() if level and level.form == "bullet" else ""
        if not sign or "%" in sign:
            return ""
        return sign if sign in _SIGNS else _SYMBOLS.get(sign, _ROUND)

    def _place(self, paragraph: etree._Element, style: str) -> tuple[str, int]:
        """The numbering that a paragraph names, and its level in it."""
        identifier, depth = self._by_style.get(style, ("", 0))
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if own is not None:
            identifier = _value(own, "numId") or identifier
            depth = _number(_value(own, "ilvl"), depth)
        return identifier, depth

    def _next(self, identifier: str, numbering: _Numbering, depth: int) -> str:
        counts = self._counts.setdefault(numbering.abstract, [None] * _LEVELS)
        if identifier not in self._begun:
            self._begun.add(identifier)
            for restarted in numbering.restarts:
                counts[restarted] = None
        level = numbering.levels[depth]
        start = numbering.restarts.get(depth, level.start)
        now = counts[depth]
        counts[depth] = start if now is None else now + 1
        for above in range(depth):
            if counts[above] is None:
                counts[above] = numbering.levels.get(above, _Level()).start
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.form in ("bullet", "none"):
            return level.text if level.form == "none" and "%" not in level.text else ""

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            return _written(counts[at] or 0, numbering.levels.get(at, level).form)

        return _PLACE.sub(number, level.text)

    def _read(self, root: etree._Element) -> None:
        abstracts = {
            element.get(w("abstractNumId"), ""): {depth: _level(lvl) for depth, lvl in _levels(element)}
            for element in root.iterfind(w("abstractNum"))
        }
        for element in root.iterfind(w("num")):
            abstract = _value(element, "abstractNumId")
            levels, restarts = dict(abstracts.get(abstract, {})), {}
            for override in element.iterfind(w("lvlOverride")):
                depth = _number(override.get(w("ilvl"), ""), 0)
                if start := _value(override, "startOverride"):
                    restarts[depth] = _number(start, 1)
                levels |= {at: _level(lvl) for at, lvl in _levels(override)}
            restarts = {depth: start for depth, start in restarts.items() if 0 <= depth < _LEVELS}
            self._numberings[element.get(w("numId"), "")] = _Numbering(abstract, levels, restarts)


def _levels(parent: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    for element in parent.iterfind(w("lvl")):
        depth = _number(element.get(w("ilvl"), ""), -1)
        if 0 <= depth < _LEVELS:
            yield depth, element


def _level(element: etree._Element) -> _Level:
    form = _value(element, "numFmt") or "decimal"
    return _Level(_number(_value(element, "start"), 1), form, _value(element, "lvlText"))


def _of_styles(root: etree._Element) -> dict[str, tuple[str, int]]:
    """The numbering and level of each paragraph style that has one, by itself or from the style it is based on."""
    based: dict[str, str] = {}
    own: dict[str, tuple[str, int]] = {}
    for element in root.iterfind(w("style")):
        identifier = element.get(w("styleId"), "")
        based[identifier] = _value(element, "basedOn")
        found = element.find(f"{w('pPr')}/{w('numPr')}")
        if found is not None and _value(found, "numId"):
            own[identifier] = (_value(found, "numId"), _number(_value(found, "ilvl"), 0))
    numbered = {}
    for identifier in based:
        at = identifier
        for _step in range(_DEEPEST):
            if at in own:
                numbered[identifier] = own[at]
                break
            at = based.get(at, "")
    return numbered


def _value(parent: etree._Element, name: str) -> str:
    element = parent.find(w(name))
    return "" if element is None else element.get(w("val"), "")


def _number(text: str, default: int) -> int:
    try:
        return int(text)
    except ValueError:
        return default


def _written(number: int, form: str) -> str:
    """A number in one of Word's forms; in figures where the form is not known."""
    if number < 1 or number > 9999:
        return str(number)
    if form in _CHINESE:
        return to_chinese(number)
    if form in _CIRCLED and number <= 20:
        return chr(ord("①") + number - 1)
    if form == "chineseLegalSimplified" and number < 10:
        return _LEGAL[number]
    if form == "ideographTraditional":
        return _STEMS[(number - 1) % len(_STEMS)]
    if form == "ideographZodiac":
        return _BRANCHES[(number - 1) % len(_BRANCHES)]
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form == "decimalFullWidth":
        return str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written
