"""Enumerators that only the paragraphs beside theirs make sure of: 1.1, ii. and an author's own words with a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafting.chinese.enumerators import Marker
from drafting.chinese.enumerators.markers import family_of
from drafting.chinese.enumerators.series import CHINESE_PATTERN, ROMANS, number_of
from drafting.chinese.patterns import pattern

# 1 1.1 1.1.1, and no 1.5万元
_DECIMAL = pattern(
    r"(\d{1,2}(?:[.．]\d{1,2}){0,3})"
    r"(?:[、.．](?!\d)|(?=[ \u3000]*[\u4e00-\u9fff“《])|(?<=\.\d)(?=[ \u3000]+[A-Za-z]))"
)
# 希望之一： 案例二：
_NAMED = pattern(f"(?![第其一二三四五六七八九十])([\u4e00-\u9fff]{{1,5}}?之?)({CHINESE_PATTERN}|[1-9]\\d?)[：:](?!\\d)")
_ARTICLE = pattern("第([1-9]\\d?)([条点项件步招个])[：:、，,]")
_SPACED = pattern(
    f"({CHINESE_PATTERN}|[1-9]\\d?)[ \u3000]+([、.．)）])(?!\\d)"
    f"|({CHINESE_PATTERN})[ \u3000]+([是要])(?=[\u4e00-\u9fff])"
)
_ROMAN = pattern("([(（]?)([ivx]{1,4}|[IVX]{1,4})([.．、)）])")
_UNIT = pattern(" *[十百千万亿元个倍版度号级吨米公个岁折亩斤]|%|％")


def counted(paragraphs: Sequence[str]) -> dict[int, Marker]:
    """The markers of that kind at the heads of paragraphs, by the numbers of the paragraphs."""
    return (
        _decimals(paragraphs)
        | _romans(paragraphs)
        | _beside(paragraphs, _named)
        | _beside(paragraphs, _article)
        | _beside(paragraphs, spaced)
        | _followed(paragraphs)
    )


def _decimals(paragraphs: Sequence[str]) -> dict[int, Marker]:
    """The paragraphs that 1.1 1.2 number, and 1 2 above them: each has a neighbour, or it is none."""
    numbers: dict[int, tuple[tuple[int, ...], str]] = {}
    for index, text in enumerate(paragraphs):
        if text[:1].isdecimal() and (match := _DECIMAL.match(text)) and not _UNIT.match(text, match.end()):
            numbers[index] = tuple(map(int, match[1].replace("．", ".").split("."))), match[0]
    known = {number for number, _text in numbers.values() if len(number) > 1}
    beside = {one for one in known if {(*one[:-1], one[-1] + 1), (*one[:-1], one[-1] - 1)} & known}
    above = {one[:-1] for one in beside if one[-1] == 1}
    return {
        index: Marker(text, number[-1], ".".join("1" * len(number)))
        for index, (number, text) in numbers.items()
        if number in beside or (number in above and text[-1].isdecimal())
    }


def _romans(paragraphs: Sequence[str]) -> dict[int, Marker]:
    """The paragraphs that i. ii. iii. number, in letters of either case; where there is no ii, i is a letter."""
    found: dict[int, Marker] = {}
    for index, text in enumerate(paragraphs):
        if (match := _ROMAN.match(text)) and match[2].lower() in ROMANS:
            family = match[1] + ("i" if match[2].islower() else "I") + match[3].strip()
            found[index] = Marker(match[0], ROMANS.index(match[2].lower()) + 1, family)
    counted = {marker.family for marker in found.values() if marker.number == 2}
    return {index: marker for index, marker in found.items() if marker.family in counted}


def _named(text: str) -> Marker | None:
    """A word of the author's own and a number: 希望之一： 案例二："""
    match = _NAMED.match(text)
    return Marker(match[0], number_of(match[2]), match[1] + "一") if match else None


def _article(text: str) -> Marker | None:
    """A number in figures and what is counted: 第1条："""
    match = _ARTICLE.match(text)
    return Marker(match[0], int(match[1]), f"第1{match[2]}") if match else None


def spaced(text: str, at: int = 0) -> Marker | None:
    """A number with a blank before its mark, or before its verb: 1 、 三 要"""
    match = _SPACED.match(text, at)
    if not match:
        return None
    numeral, mark = (match[1], match[2]) if match[1] else (match[3], match[4])
    return Marker(match[0], number_of(numeral), family_of("", numeral, mark))


def _followed(paragraphs: Sequence[str]) -> dict[int, Marker]:
    """The markers with a blank before their mark whose next stands in the same paragraph: 1 、抓进度。2 、抓质量。"""
    found: dict[int, Marker] = {}
    for index, text in enumerate(paragraphs):
        if marker := spaced(text):
            others = [spaced(text, place.start()) for place in _SPACED.finditer(text, len(marker.text))]
            following = (marker.family, marker.number + 1)
            if any(other and (other.family, other.number) == following for other in others):
                found[index] = marker
    return found


def _beside(paragraphs: Sequence[str], read: Callable[[str], Marker | None]) -> dict[int, Marker]:
    """The markers of a kind that the one before or the next of the list makes sure of."""
    found = {index: marker for index, text in enumerate(paragraphs) if (marker := read(text))}
    numbers = {(marker.family, marker.number) for marker in found.values()}
    return {
        index: marker
        for index, marker in found.items()
        if {(marker.family, marker.number - 1), (marker.family, marker.number + 1)} & numbers
    }
