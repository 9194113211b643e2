"""Answers found by the words beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from drafting.chinese.script import HAN
from drafting.facts.values import MisfitError, read_value
from drafting.learning.asking import comes_back
from drafting.learning.frames import Frame
from drafting.outline.model import Question

_LEAST_HAN = 3  # characters of wording that must stand beside an answer
_LEAST_SIDE = 2  # on one side; where there are fewer, the answer must begin or end the paragraph
_CLEAR_HAN = 5  # on one side, where the other is the end of a sentence, or of the one before
_STOP = re.compile("\\A[。！？!?]\\Z")
_OPENS = re.compile(f"[。！？!?][{HAN}]{{2,}}[：:]?\\Z")  # the beginning of a sentence; what follows is its rest
_OWN_SENTENCE = re.compile("(?P<stop>[。！？!?])(?P<said>[^。！？!?]+)\\Z")
_WIDTHS = ("，,", "。.", "；;", "：:", "、､", "！!", "？?", "（(", "）)")
_MARKS = {mark: f"[{both}]" for both in _WIDTHS for mark in both}
_MARKS["。"] = _MARKS["."] = r"(?:。|\.(?!\d))"  # the point of 1.9 ends no sentence
_HAN = re.compile(f"[{HAN}]")


def form_of(frame: Frame, longest: int, *, long: bool) -> re.Pattern[str] | None:
    """The expression that finds an answer between the words of a frame; None where they say too little."""
    own = _OWN_SENTENCE.search(frame.left)
    if own and len(_HAN.findall(own["said"])) >= _LEAST_HAN and frame.right:
        frame = replace(frame, left=f"{own['stop']}{own['said']}")  # other wording may stand before the sentence
    left, right = len(_HAN.findall(frame.left)), len(_HAN.findall(frame.right))
    beside = left + right
    whole = frame.start and frame.end
    sides = (frame.start or left) and (frame.end or right)
    if not sides and max(left, right) >= _CLEAR_HAN and _STOP.search(frame.right if left else frame.left):
        return re.compile(f"{soft(frame.left)}(?P<answer>[^。！？!?\n]{{1,{longest}}}?){soft(frame.right)}")
    if not sides or not (beside >= _LEAST_HAN or (whole and beside)):
        return None
    start = r"\A" if frame.start and left < _LEAST_SIDE else ""
    end = r"\Z" if frame.end and right < _LEAST_SIDE else ""
    clear = max(left, right) >= _CLEAR_HAN and min(left + _CLEAR_HAN * frame.start, right + _CLEAR_HAN * frame.end) > 1
    clear = clear or (_OPENS.search(frame.left) is not None and _STOP.match(frame.right[:1]) is not None)
    inner = "[^\n]" if long else "[^。；;！？!?\n]" if clear else "[^。；;！？!?，,：:\n]"
    before = f"[。！？!?]{soft(frame.left[1:])}" if frame.left[:1] in "。！？!?" and left else soft(frame.left)
    return re.compile(f"{start}{before}(?P<answer>{inner}{{1,{longest}}}?){soft(frame.right)}{end}")


def soft(text: str) -> str:
    """A text as an expression, its punctuation of either width."""
    return "".join([_MARKS.get(character, re.escape(character)) for character in text])


def suits(text: str, question: Question) -> bool:
    """Whether a stretch of text can be the answer of a question."""
    if not comes_back(text):
        return False
    try:
        read_value(text, question)
    except MisfitError:
        return False
    return True
