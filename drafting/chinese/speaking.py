"""How a text is read aloud, and how long it is: in syllables and in characters."""

from __future__ import annotations

import re
from decimal import Decimal

from drafting.chinese.numerals import LARGEST, to_chinese, to_digits
from drafting.chinese.patterns import pattern
from drafting.chinese.script import is_han

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_READ = pattern(
    r"(?<![0-9./])(?P<part>[0-9]{1,4})/(?P<whole>[0-9]{1,4})(?![0-9./])"
    r"|(?:(?<![0-9])(?P<hour>[0-9]{1,2})[:：](?P<minute>[0-5][0-9])(?![0-9])"
    r"|(?P<year>(?<![0-9.,])[0-9]{4}(?=年|[-–—～~至到][0-9]{4}年))"
    r"|(?P<name>(?<=“)[0-9]+(?=”)|(?<![0-9.,])0[0-9]+)"
    rf"|(?P<minus>(?<![0-9A-Za-z%‰℃])-)?(?P<number>{_NUMBER})(?P<share>[%‰])?)"
    r"(?P<link>[-–—～~:：](?=[0-9]))?"
)
_DIGIT = pattern("[0-9０-９]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_LINKS = {None: "", ":": "比", "：": "比"}
_SHARES = {None: "", "%": "百分之", "‰": "千分之"}
_SIGNS = str.maketrans({"℃": "摄氏度", "°": "度", "㎡": "平方米", "×": "某", "○": "〇"})

_LATIN = pattern("[A-Za-zÀ-ɏ]+")
_VOWELS = pattern("[aeiouyà-öø-ÿ]+", re.IGNORECASE)


def read_aloud(text: str) -> str:
    """`text` with its figures as they are spoken: 12.5亿元 is 十二点五亿元, 2026年 is 二〇二六年, 47% is 百分之四十七.

    9:30 is 九点三十分, 15%～30% is 百分之十五至百分之三十, 1/3 is 三分之一; a number in quotation marks or with a zero
    before it is a name (12380).
    """
    if not _DIGIT.search(text):
        return text
    return _READ.sub(_reading, text.translate(_FULL_WIDTH))


def _reading(match: re.Match[str]) -> str:
    if match["part"]:
        return f"{_counted(match['whole'])}分之{_counted(match['part'])}"
    link = _LINKS.get(match["link"], "至")
    if match["hour"]:
        return _clock(int(match["hour"]), match["minute"]) + link
    if digits := match["year"] or match["name"]:
        return to_digits(digits) + link
    return ("负" if match["minus"] else "") + _SHARES[match["share"]] + _counted(match["number"]) + link


def _clock(hour: int, minute: str) -> str:
    minutes = "" if minute == "00" else to_chinese(int(minute)) + "分"
    return to_chinese(hour) + "点" + ("零" if "00" < minute < "10" else "") + minutes


def _counted(figures: str) -> str:
    figures = figures.replace(",", "")
    whole = figures.partition(".")[0]
    is_name = len(whole) > len(str(LARGEST))
    return to_digits(figures.replace(".", "")) if is_name else to_chinese(Decimal(figures))


def spoken_length(text: str) -> int:
    """How many syllables `text` has when read aloud; punctuation has none.

    A Chinese character is one, figures count as `read_aloud` gives them, a capital abbreviation has one a letter
    (GDP 3), other Latin words roughly one a group of vowels.
    """
    spoken = read_aloud(text).translate(_SIGNS)
    return sum(map(is_han, spoken)) + sum(map(_latin_syllables, _LATIN.findall(spoken)))


def _latin_syllables(word: str) -> int:
    if word.isupper():
        return len(word)
    groups = len(_VOWELS.findall(word))
    if not groups:
        return len(word)
    is_silent = groups > 1 and word.lower().endswith("e") and word[-2:-1].lower() not in "aeioul"
    return groups - is_silent


def characters(text: str) -> int:
    """How many characters `text` has, white space left out, as Word counts them."""
    return len("".join(text.split()))
