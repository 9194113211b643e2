"""Punctuation after GB/T 15834-2011: how texts end and meet, marks of the right width, quotation and title marks."""

from drafting.chinese.punctuation.ends import close_sentence, seam, strip_end
from drafting.chinese.punctuation.marks import is_closing, is_opening, is_point
from drafting.chinese.punctuation.quotes import quote, title_marks
from drafting.chinese.punctuation.width import widen

__all__ = [
    "close_sentence",
    "is_closing",
    "is_opening",
    "is_point",
    "quote",
    "seam",
    "strip_end",
    "title_marks",
    "widen",
]
