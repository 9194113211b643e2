"""Who speaks, as the lines below a title say it: asked as one answer, whatever changes in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafting.learning.asking import Book, comes_back
from drafting.learning.simplified import simplified
from drafting.learning.spot import Kind, spots
from drafting.learning.wording import literal, named

# What a line below the title says of itself. 地点：县政府三楼会议室
_LABEL = re.compile(r"(?P<what>(?:会议)?(?:时间|地点|日期)|作者|主讲人?|(?:讲话|发言|报告)人)[:：]\s*(?=\S)")
_PREFIXES = {"地点": "place", "时间": "time", "日期": "time"}
# A line below the title that says where it is spoken, and one that says who speaks and on what day.
_WHERE = re.compile(r"[—-]*在.{4,}(?:上|时)\Z")
_SIGNED_ON = re.compile(
    r"(?P<who>[^\d（(:：，。]{4,40}?)[\s\u3000]*[（(]?(?=(?:19|20)\d\d年\d{1,2}月\d{1,2}日[）)]?\Z)"
)
_SPEAKER = "讲话人的单位、职务和姓名"
Known = Sequence[tuple[str, Kind]]


def says_who(text: str) -> bool:
    """Whether a line below the title says who speaks: it is no day, no place and no remark on the text."""
    if _is_remark(text) or not comes_back(text) or _WHERE.match(text):
        return False
    return all(spot.kind is not Kind.DATE for spot in spots(text))


def who_speaks_on_a_day(text: str) -> str:
    """The part of a line that says who speaks, before the day on which; "" where it says no such thing."""
    signed_on = None if _is_remark(text) else _SIGNED_ON.match(text)
    return signed_on["who"] if signed_on and comes_back(signed_on["who"]) else ""


def _is_remark(text: str) -> bool:
    """Whether a line is in brackets, as 供领导参考 is: it is of the text, and of no person."""
    return text.startswith(("（", "(")) and text.endswith(("）", ")"))


def signed(book: Book, text: str, known: Known) -> str:
    """The template of who speaks: one answer, or the post apart from a name that stands elsewhere in the speech too.

    known: the names of the speech.
    """
    line = simplified(text)
    if said_of := _LABEL.match(line):
        before, value = text[: said_of.end()], text[said_of.end() :]
        what = said_of["what"][-2:]  # 会议地点 is a 地点
        if what not in _PREFIXES:
            return literal(before) + signed(book, value, known)
        return literal(before) + named(book.passage(_PREFIXES[what], [value], what, long=False))
    name = text[len(text) - _name_at_end(text, known) :]
    post = text.removesuffix(name).rstrip()
    if not name or not post:
        return named(book.passage("speaker", [text], _SPEAKER, long=False))
    of_post = named(book.passage("speaker", [post], "讲话人的单位和职务", long=False))
    return of_post + text[len(post) : -len(name)] + named(book.name(Kind.PERSON, [name], "讲话人的姓名"))


def is_one_answer(texts: Mapping[int, str], known: Sequence[Known]) -> bool:
    """Whether lines of several years each say who speaks, without a label and by no name that is asked elsewhere."""
    return all(
        says_who(text) and not _LABEL.match(simplified(text)) and not _name_at_end(text, known[edition])
        for edition, text in texts.items()
    )


def signed_in_years(book: Book, texts: Mapping[int, str], years: int) -> str:
    """The template of who speaks, where that differs from year to year. texts: by edition."""
    values = [texts.get(edition) for edition in range(years)]
    key = book.passage("speaker", values, _SPEAKER, long=False)
    return named(key)


def _name_at_end(text: str, known: Known) -> int:
    """How many characters of a line, at its end, are a name that stands elsewhere in the speech too."""
    line = simplified(text)
    return next((len(name) for name, kind in known if kind is Kind.PERSON and line.endswith(name)), 0)
