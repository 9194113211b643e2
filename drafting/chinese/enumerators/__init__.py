"""Enumerators: 一、 （一） 1. ① 一是 第一， 首先， …: made by a style and recognised in a text, in this one place.

GB/T 9704-2012, 7.3.3 gives the order of the levels 一、 （一） 1. （1）; GB/T 15834-2011, B.3 the mark after each kind:
、 after 一, ， after 第一 and 首先, a dot after 1, none after brackets. An author's own habit is kept all the same.
"""

from drafting.chinese.enumerators.markers import Marker, parse_marker, runs_together, without_marker
from drafting.chinese.enumerators.styles import Style, style, style_writing
from drafting.chinese.enumerators.typed import Typed, lone_enumerator, typed_enumerators

__all__ = [
    "Marker",
    "Style",
    "Typed",
    "lone_enumerator",
    "parse_marker",
    "runs_together",
    "style",
    "style_writing",
    "typed_enumerators",
    "without_marker",
]
