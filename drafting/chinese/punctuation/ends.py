"""How texts end and how they meet: the end mark taken off, put on, or reconciled with what follows."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.chinese.punctuation.marks import (
    CLOSING,
    CLOSING_QUOTES,
    PAUSES,
    POINTS,
    STOPS,
    TONES,
    is_closing,
    is_point,
)
from drafting.chinese.script import has_han, is_han

_WEAK = PAUSES + STOPS + " \t\r\n\u3000\u00a0"
_ENDS = frozenset(_WEAK + ".")
_SENTENCE_ENDS = frozenset(STOPS + TONES)
_TONES = frozenset(TONES)
_CONTINUES = pattern("的|等(?=[等方工问任项多几一二三四五六七八九十，、；。,;]|$)")
_JOINING = frozenset(POINTS + CLOSING + ".的等")


def strip_end(text: str) -> str:
    """`text` without white space and 。；，、： at its end; ！？… stay, and so does a dot that is no stop (`U.S.`).

    What closes inside quotation marks or brackets stays with them: 他说“好。” is left alone.
    """
    if not text or text[-1] not in _ENDS:
        return text
    text = text.rstrip(_WEAK)
    while text.endswith(".") and _is_full_stop(text):
        text = text[:-1].rstrip(_WEAK)
    return text


def _is_full_stop(text: str) -> bool:
    """Whether the half-width dot at the end closes a Chinese sentence."""
    before = text[:-1].rstrip()[-1:]
    return is_han(before) or ((before in CLOSING or before.isdigit() or before == "%") and has_han(text))


def close_sentence(text: str, mark: str = "。") -> str:
    """`text` with exactly one mark at its end: `mark`, unless it ends in 。！？… or in a quotation that does (。”).

    ；，、： at the end give way to the mark; "" stays "".
    """
    body = strip_end(text)
    if not body or _is_closed(body):
        return body
    return body + ("。" if text.rstrip().endswith("。") else mark)


def _is_closed(text: str) -> bool:
    """Whether a text without a plain stop at its end is a closed sentence all the same.

    A title is a name, so a mark inside 《》 closes nothing; nor does a ？ or ！ in brackets (GB/T 15834-2011, B.2.2).
    """
    last = text[-1:]
    if last in CLOSING_QUOTES:
        return text.rstrip(CLOSING_QUOTES)[-1:] in _SENTENCE_ENDS
    if last in ("）", ")"):
        return text[-2:-1] in STOPS
    return last in _TONES or text.endswith("...")


def seam(left: str, right: str) -> tuple[int, int]:
    """How many characters to cut from the end of `left` and the start of `right` so that their marks agree.

    left: a text that may bring an end mark of its own; right: the wording after it, which says how the sentence goes
    on. So a plain stop or pause of the left gives way; ！？… and a quotation closed inside (。”) stay, and the mark of
    the right goes (GB/T 15834-2011, B.2.1). A right that opens with a word leaves the left alone, unless that word
    cannot open a sentence (的).
    """
    if not left or not right or right[0] not in _JOINING:
        return 0, 0
    body = strip_end(left)
    cut = len(left) - len(body)
    if right[0] in POINTS or (right[0] == "." and not right[1:2].isdigit()):
        return cut, len(right) - len(right.lstrip(POINTS + ".")) if _is_closed(body) else 0
    return (cut, 0) if _goes_on(right) else (0, 0)


def _goes_on(right: str) -> bool:
    """Whether a right that opens with no point mark still goes on with the sentence of the left.

    No stop ends a title or the inside of a bracket; one inside a quotation depends on what follows the quotation.
    """
    if is_closing(right[0]) and right[0] not in CLOSING_QUOTES:
        return True
    rest = right.lstrip(CLOSING)
    return is_point(rest[:1]) or _CONTINUES.match(rest) is not None
