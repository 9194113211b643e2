"""Marks of the right width: full-width around Chinese, half-width in numbers, Latin phrases and addresses."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from drafting.chinese.patterns import pattern
from drafting.chinese.punctuation.marks import CLOSING, OPENING, PAUSES, STOPS, TONES
from drafting.chinese.script import HAN, has_han, is_han

# A text with nothing that could be wrong: points only inside numbers, no doubled hyphen, dots in sixes, narrow figures.
_SOUND = pattern(r"""(?:[^,.:;!?()"'\-…―─－０-９．％]++|(?<=[0-9])[,.:](?=[0-9])|-(?!-)|(?<!…)……(?!…))*+\Z""")
_HAN_PLACES = pattern(f"[{HAN}]")
_ADDRESS = pattern(r"\ue000|(?:https?://|www\.)[!-~]*[\w/]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}", re.ASCII)
_ELLIPSIS = pattern(r"\.{3,}|…+|。{3,}")
_DASH = pattern(r"( {0,3})(?:(?<!-)-{2,3}(?!-)|—(?: {1,3}—)+|[―─－]{2,})( {0,3})")
_BRACKET = pattern("[()（）]")
_BESIDE_BRACKET = pattern("(?<=）) {1,3}| {1,3}(?=（)")
_POINTS = pattern(r" {0,3}[,.;:!?][,.;:!? ]*")
_MARKER = pattern(r"\s*[（(]?[\d一二三四五六七八九十百]{1,4}[)）]?")
_WIDE_NUMBER = pattern("[０-９]+(?:．[０-９]+)?％?")
_NARROW = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_WIDE = str.maketrans(",;:!?", "，；：！？")
_WIDE_MARKS = frozenset("·～" + "“”‘’（）《》〈〉【】〔〕")
_CLOSERS = frozenset(CLOSING + "\"'")
# Passed over to see what a mark stands beside: what is left is never changed later, so widening twice changes nothing.
_POINTS_AND_DASHES = frozenset(PAUSES + STOPS + TONES + ".—-―─－ ")
_ALL_MARKS = _POINTS_AND_DASHES | frozenset(OPENING + CLOSING + "\"'")
_FARTHEST = 16


def widen(text: str) -> str:
    """`text` with full-width marks where they stand in Chinese, straight quotes curled, -- and ... as —— and …….

    Full-width figures, which would part at the end of a line, become narrow: １２．５％ is 12.5%.

    Numbers (1,234; 12.5; 9:30; 3:1), Latin phrases, web and mail addresses keep their marks, and the brackets of a
    pair agree. Each line is judged by itself; one without Chinese stays as it is.
    """
    if _SOUND.match(text) and "。。。" not in text and "— —" not in text:
        return text
    if "\n" in text:
        return "\n".join(map(widen, text.split("\n")))
    text = _WIDE_NUMBER.sub(lambda match: match[0].translate(_NARROW), text)
    if not has_han(text):
        return text
    addresses: list[str] = []
    if "@" in text or "://" in text or "www." in text or "\ue000" in text:
        addresses = _ADDRESS.findall(text)
        text = _ADDRESS.sub("\ue000", text)
    text = _widen_brackets(_curl(text))
    text = _ELLIPSIS.sub(_widen_ellipsis, text)
    text = _POINTS.sub(_widen_points, text)
    text = _DASH.sub(_widen_dash, text)
    return _restored(text, addresses) if addresses else text


def _restored(text: str, addresses: list[str]) -> str:
    pieces = text.split("\ue000")
    return "".join(piece + address for piece, address in zip(pieces, [*addresses, ""], strict=True))


def _beside(text: str, place: int, step: int, passed_over: frozenset[str]) -> str:
    """The next character before (-1) or after (1) a place that is not passed over; "" at the ends of the text."""
    for near in range(place + step, place + _FARTHEST * step, step):
        if not 0 <= near < len(text):
            return ""
        if text[near] not in passed_over:
            return text[near]
    return " "


def _is_chinese(character: str) -> bool:
    return character in _WIDE_MARKS or is_han(character)


def _surroundings(match: re.Match[str]) -> tuple[str, str]:
    text, start, end = match.string, match.start(), match.end()
    return _beside(text, start, -1, _POINTS_AND_DASHES), _beside(text, end - 1, 1, _POINTS_AND_DASHES)


def _widen_ellipsis(match: re.Match[str]) -> str:
    is_wide_already = match[0][0] == "…" and len(match[0]) not in (1, 3)
    return "……" if not is_wide_already and any(map(_is_chinese, _surroundings(match))) else match[0]


def _widen_points(match: re.Match[str]) -> str:
    run = match[0].replace(" ", "")
    if "." in run:
        return "。" if run == "." and _is_full_stop(match) else match[0]
    left, right = _surroundings(match)
    in_chinese = _is_chinese(left) or _is_chinese(right) or not right
    return run.translate(_WIDE) if in_chinese else match[0]


def _is_full_stop(match: re.Match[str]) -> bool:
    """Whether a half-width dot closes a Chinese sentence, and no marker (一. 1.), number or abbreviation."""
    text, start, end = match.string, match.start(), match.end()
    left, right = text[start - 1 : start], text[end : end + 1]
    if start < 8 and _MARKER.fullmatch(text, 0, start):
        return False
    if is_han(left) or left in _CLOSERS:
        return not right or is_han(right) or right in _CLOSERS or right in OPENING or right.isdigit()
    return not right and (left.isdigit() or left in ("%", "\ue000"))


def _widen_dash(match: re.Match[str]) -> str:
    in_chinese = map(_is_chinese, _surroundings(match))
    is_spaced = match[1] or match[2]  # as an option of a command is: 运行 --help
    return "——" if (all if is_spaced else any)(in_chinese) else match[0]


class _Places:
    """Where the Chinese in a text is, for marks in pairs."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._han = [match.start() for match in _HAN_PLACES.finditer(text)]

    def encloses(self, start: int, end: int) -> bool:
        """Whether there is Chinese between two marks."""
        return bisect(self._han, start) < bisect(self._han, end)

    def touches(self, place: int, step: int) -> bool:
        """Whether a mark stands beside Chinese, before (-1) or after (1) it."""
        return is_han(_beside(self._text, place, step, _ALL_MARKS))

    def is_wide(self, start: int, end: int) -> bool:
        """Whether a pair of marks belongs to the Chinese text; that of f(x) does not, wherever it stands."""
        before = self._text[start - 1 : start]
        is_called = before.isascii() and before.isalnum()
        return self.encloses(start, end) or (not is_called and (self.touches(start, -1) or self.touches(end, 1)))


def _widen_brackets(text: str) -> str:
    if "(" not in text and ")" not in text:
        return text
    places, characters = _Places(text), list(text)
    open_at: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "(（":
            open_at.append(match.start())
        elif open_at:
            start, end = open_at.pop(), match.start()
            if text[start] + text[end] != "（）":
                characters[start], characters[end] = ("（", "）") if places.is_wide(start, end) else ("(", ")")
        elif places.touches(match.start(), 1):
            characters[match.start()] = "）"
    for start in open_at:
        if places.touches(start, -1):
            characters[start] = "（"
    return _BESIDE_BRACKET.sub("", "".join(characters))


def _curl(text: str) -> str:
    for straight, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        if straight in text:
            places, characters = _Places(text), list(text)
            for start, end in _quotations(text, straight, opening, closing):
                if places.is_wide(start, end):
                    characters[start], characters[end] = opening, closing
            text = "".join(characters)
    return text


def _quotations(text: str, straight: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Pairs of quotation marks of one kind of which at least one is straight."""
    start = -1
    for match in re.finditer(f"[{straight}{opening}{closing}]", text):
        if straight == "'" and _is_apostrophe(text, match.start()):
            continue
        if match[0] == opening or (match[0] == straight and start < 0):
            start = match.start()
        elif start >= 0:
            if straight in (text[start], match[0]):
                yield start, match.start()
            start = -1


def _is_apostrophe(text: str, place: int) -> bool:
    letters = text[place - 1 : place], text[place + 1 : place + 2]
    return all(letter.isascii() and letter.isalnum() for letter in letters)
