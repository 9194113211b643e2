"""Enumerators recognised: which marker, if any, stands at a place in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from drafting.chinese.enumerators import series
from drafting.chinese.patterns import pattern

SEQUENCES = (("首先", "其次", "再次", "最后"), ("一方面", "另一方面"))
"""Markers in words, each sequence in order."""

_VARIANTS = {"再者": "再次", "另一面": "另一方面", "另外一方面": "另一方面", "另外一面": "另一方面"}
_WORDS = {word: (sequence[0], number) for sequence in SEQUENCES for number, word in enumerate(sequence, 1)}
_WORDS |= {variant: _WORDS[word] for variant, word in _VARIANTS.items()}
_WORDS |= {
    f"{again}一{of}方面": ("一方面", 3) for again in ("再", "还有") for of in ("", "个")
}  # where there are three

PAUSES = "，,、：:"
_CN, _NO = series.CHINESE_PATTERN, series.FIGURES_PATTERN
_PAUSE = f"[{PAUSES}]?"
# 第一层意思， 第一个面对，: a noun of the author's own is only told from the text by its measure word and its comma.
_NOUN = r"[个层条点项件类种样步句招关环批道块方封笔堂桩仗](?:[^\W\d_是要就][^\W\d_]{0,3})?"
# 第一个词是 第二件事是
_NOUN_IS = f"[个层条点项件类种样步句招关环批道块方封笔堂桩仗][^\\W\\d_是要就]{{1,3}}是{_PAUSE}"
_VERB = "[是要靠抓看讲查重在来则为防促保想学建强严曰愿祝谢盼请]"
# 要素 要不得 要领 are words, and 一要 is no marker there; 五保户 are people, 三重一大 and 双重 are said of things.
_NO_WORD = (
    "(?!(?<=要)(?:素|害|塞|闻|么|件|领(?!导)|点(?![面上到名亮])|不得(?:[的了，,。；！]|$))"
    "|(?<=保)(?:户|对象|老人|供养|人员)"
    "|(?<=重)(?:一大|门|天|唱|奏|身份|角色|压力|困难|挑战|保障|保险|任务|关口|意义|考验|叠加|的))"
)

# Each pattern gives what stands before the numeral, the numeral, and what stands after it.
_ORDINAL = pattern(
    f"(第)({_CN}|{_NO}(?=[{PAUSES}]))((?:{_NOUN}[，,：:]|[个条点项件类种层步招句关]?是{_PAUSE}|{_NOUN_IS}|[个层条点项件类种]|{_PAUSE}))"
)
_OF_THEM = pattern(f"(其)({_CN})(是?{_PAUSE})")
_CHINESE = pattern(
    rf"(?<![第其（(〇零一二三四五六七八九十百千万亿])()({_CN})(、|[.．](?!\d)|[)）]|(?:[个条种项样]是|[还更]要|{_VERB}){_NO_WORD}{_PAUSE})"
)
_FIGURES = pattern(rf"(?<![\d.．（(第])()({_NO})(、|[.．](?!\d)|[)）])")
_BRACKETED = pattern(f"([（(] *)({_CN}|{_NO}|[{series.LETTERS}])( *[)）]、?)")
_FRAMED = pattern(f"([【〔])({_CN}|{_NO})([】〕])")
_BRACKETED_ORDINAL = pattern(f"(第[（(])({_CN}|{_NO})([)）])")
_SIGN = pattern(f"()([{series.SIGNS}])(、?)")
_LETTER = pattern(f"(?<![A-Za-zＡ-Ｚ])()([{series.LETTERS}])(、|[.．](?![A-Za-z\\d])|[)）])")
_WORD = pattern(f"({'|'.join(sorted(_WORDS, key=len, reverse=True))}){_PAUSE}")

_BY_FIRST = {"第": _ORDINAL, "其": _OF_THEM, "（": _BRACKETED, "(": _BRACKETED}
_BY_FIRST |= dict.fromkeys("一二三四五六七八九十", _CHINESE) | dict.fromkeys("123456789１２３４５６７８９", _FIGURES)
_BY_FIRST |= dict.fromkeys(series.SIGNS, _SIGN) | dict.fromkeys(series.LETTERS, _LETTER)
_BY_FIRST |= dict.fromkeys("【〔", _FRAMED)
_USUAL = str.maketrans("()．", "（）.")
_WORD_STARTS = frozenset(word[0] for word in _WORDS)
MARKER_STARTS = _WORD_STARTS.union(_BY_FIRST)
"""The characters that a marker may begin with."""


class Marker(NamedTuple):
    """An enumerator found in a text.

    text: as it stands, with its punctuation. number: its place, counted from 1 (最后 is the fourth of 首先).
    family: the same as that of the style which makes it.
    """

    text: str
    number: int
    family: str


def runs_together(marker: str, text: str) -> bool:
    """Whether a marker and the text behind it would be read as one number: 2. and 7个 as 2.7个. A blank parts them."""
    return marker[-1:] in (".", "．") and text[:1].isdecimal()


def parse_marker(text: str, at: int = 0) -> Marker | None:
    """The longest marker that stands at `at`, up to 99 and in punctuation of either width, or None.

    It only says what the characters look like: 第一 of 第一责任人 and 5、 of 5、6月 are markers here. An author's own
    words are known only when they have a measure word and a comma (第一层意思，); `Style.read` knows them all.
    """
    first = text[at : at + 1]
    if first in _WORD_STARTS and (match := _WORD.match(text, at)):
        family, number = _WORDS[match[1]]
        return Marker(match[0], number, family)
    form = _BY_FIRST.get(first)
    match = form.match(text, at) if form else None
    if not match and first == "第":
        match = _BRACKETED_ORDINAL.match(text, at)
    if not match:
        return None
    before, numeral, after = match.groups()
    return Marker(match[0], series.number_of(numeral), family_of(before, numeral, after))


def without_marker(text: str) -> str:
    """A line without the marker at its head, as `parse_marker` sees it."""
    found = parse_marker(text)
    return text[len(found.text) :] if found else text


@lru_cache(4096)
def family_of(before: str, numeral: str, after: str) -> str:
    """The first marker of a style with its punctuation as the standards have it: (三)、 is of the family （一）."""
    first = series.first_of(numeral)
    before, after = before.strip().translate(_USUAL), after.strip().translate(_USUAL)
    if first == "一" and after == ".":
        after = "、"
    if before or after not in ("、", "."):
        after = after.rstrip(PAUSES)
    return before + first + ("是" if after[1:] == "是" and not before else "" if first in series.SIGNS else after)


def parts(word: str) -> tuple[str, str, str] | None:
    """What a numbered marker consists of, before, numeral and after, if it is all of `word`; else None."""
    form = _BY_FIRST.get(word[:1])
    match = (form.fullmatch(word) if form else None) or _BRACKETED_ORDINAL.fullmatch(word)
    return (match[1], match[2], match[3]) if match else None
