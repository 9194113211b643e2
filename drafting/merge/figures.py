"""Numbers that the hand writes otherwise than the draft, and that say the same: 4,612人, 96.4％, ６.3 亿元, 两成."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from drafting.chinese.numerals import from_chinese

_BLANKS = " \u00a0\u2002\u2003\u2009\u202f\u3000"
_WORD = "[一-鿿]"
_FIGURE = "[0-9０-９]"
_BLANK = re.compile(f"(?<={_FIGURE})[{_BLANKS}]+(?={_WORD}|[%％‰℃])|(?<={_WORD})[{_BLANKS}]+(?={_FIGURE})")
_GROUPS = re.compile(r"(?<![0-9０-９.．,])[0-9０-９]{1,3}(?:,[0-9０-９]{3})+(?![0-9０-９])")
_WIDE = re.compile(f"[０-９％]|(?<={_FIGURE})．(?={_FIGURE})")
_NARROW = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_OTHERWISE = re.compile(f"[０-９％．,{_BLANKS}]")
_DIGITS = "零〇一二三四五六七八九"
_NUMERAL = f"[{_DIGITS}两十百千]"
_ODD = f"[多几余来{_DIGITS}两十百千]"  # behind a number: it is more than that
_IN_WORDS = re.compile(
    f"百分之(?P<percent>{_NUMERAL}+(?:点[{_DIGITS}]+)?)"
    f"|(?<![第百千万亿点0-9{_DIGITS}两十])(?P<tenths>[一二两三四五六七八九十])成(?P<more>[一二三四五六七八九半]?)(?!{_ODD})"
    f"|(?P<half>一半)(?!{_ODD})"
    f"|(?<![第百千万亿{_DIGITS}两十点0-9])(?P<count>{_NUMERAL}+(?:点[{_DIGITS}]+)?|[0-9]{{1,2}}(?=[日号]))"
    f"(?P<unit>[一-鿿])(?!{_NUMERAL}*[千万亿])"
)
_UNIT = re.compile("[0-9]([一-鿿%])")
_DAYS = {"日": "号", "号": "日"}


def may_be_otherwise(text: str) -> bool:
    """Whether a text may have a number that is written otherwise than a draft does, or than another text does."""
    return _OTHERWISE.search(text) is not None


def may_be_in_words(text: str) -> bool:
    """Whether a text may have a number in words, or a day of the month."""
    return _IN_WORDS.search(text) is not None


def as_drafted(text: str, base: str) -> tuple[str, Sequence[int]]:
    """A text by hand with its numbers written as a draft writes them, and for each of its characters, and for the end,
    the place in the text that it is from.

    base: what the draft had there; where that has blanks beside numbers of its own, they are left as they are. Numbers
    in words, and days of the month, are written as it has them.
    """
    if put := list(_in_figures(text, base)):
        return _put(text, base, put)
    gone = {n for found in _GROUPS.finditer(text) for n in range(*found.span()) if text[n] == ","}
    if not _BLANK.search(base):
        gone |= {n for found in _BLANK.finditer(text) for n in range(*found.span())}
    narrow = narrowed(text)
    if not gone and narrow == text:
        return text, range(len(text) + 1)
    places = [n for n in range(len(text)) if n not in gone]
    return "".join([narrow[n] for n in places]), [*places, len(text)]


def _put(text: str, base: str, put: Sequence[tuple[int, int, str]]) -> tuple[str, Sequence[int]]:
    """`as_drafted` of a text with numbers put otherwise. put: where each begins and ends, and what goes there."""
    words, at, end = "", list[int](), 0
    for start, stop, figure in [*put, (len(text), len(text), "")]:
        words += text[end:start] + figure
        at += [*range(end, start), *[start] * len(figure)]
        end = stop
    drafted, places = as_drafted(words, base)
    at.append(len(text))
    return drafted, [at[place] for place in places]


def _in_figures(text: str, base: str) -> Iterator[tuple[int, int, str]]:
    """The numbers in words, and the days of the month, that the base has and that the text has not: where each begins
    and ends, and how the base writes it. Those that may just as well be of something else are left."""
    if not (units := set(_UNIT.findall(base))):
        return
    found: list[tuple[int, int, str]] = []
    for match in _IN_WORDS.finditer(text):
        if match.group() not in base and not units.isdisjoint(_units(match)):
            found += [(*match.span(), figure) for figure in _written(match) if figure[-1] in units and figure in base][
                :1
            ]
    wanted = Counter(figure for _start, _end, figure in found)
    for start, end, figure in found:
        if wanted[figure] <= _count(base, figure) - _count(text, figure):
            yield start, end, figure


def _units(match: re.Match[str]) -> Iterator[str]:
    """The signs that may stand behind a number in words when it is written in figures."""
    unit = match["unit"] or ("成" if match["tenths"] else "%")
    return filter(None, (unit, _DAYS.get(unit, ""), match["tenths"] and "%"))


def _written(match: re.Match[str]) -> Iterator[str]:
    """How a number in words may be written in figures: 两成 as 20%, and as 2成 too."""
    if match["half"]:
        yield "50%"
    elif tenths := match["tenths"]:
        more = match["more"].replace("半", "五") or "零"
        yield f"{10 * from_chinese(tenths) + from_chinese(more)}%"
        if not match["more"]:
            yield f"{from_chinese(tenths)}成"
    elif value := _value(match["percent"] or match["count"]):
        yield from (value + unit for unit in _units(match))


def _value(numeral: str) -> str:
    """A numeral in figures, "" for one that is none: 一 alone is mostly a mere word."""
    if numeral == "一":
        return ""
    try:
        return str(from_chinese(numeral))
    except ValueError:
        return ""


def _count(text: str, figure: str) -> int:
    return len(re.findall(rf"(?<![0-9.,]){re.escape(figure)}", text))


def narrowed(text: str) -> str:
    """A text with figures and their marks of half width, and as long as it was."""
    return _WIDE.sub(lambda found: found.group().translate(_NARROW), text) if _WIDE.search(text) else text


def plain(token: str) -> str:
    """A value with its number written plainly."""
    token = narrowed(token)
    return _GROUPS.sub(lambda found: found.group().replace(",", ""), token) if "," in token else token


def cut_alike(parts: Sequence[str], places: Sequence[int], text: str) -> list[str]:
    """A text cut where its tokens are, these taken from the text as a draft would write it. places: of its characters.

    Blanks before a token go with the one before it.
    """
    ends = [0, *(places[end] for end in accumulate(map(len, parts)))]
    return [text[start:end] for start, end in pairwise(ends)]
