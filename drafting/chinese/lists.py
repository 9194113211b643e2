"""Items joined into a phrase or a sentence: a、b和c; a，b，c; a；b；c。 (GB/T 15834-2011, 4.5, 4.6 and B.1.4).

Every item stands in the result as it is, in order, but for the white space around it and the marks at its end.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.patterns import pattern
from drafting.chinese.punctuation import close_sentence, is_point, strip_end

_ENCLOSED = "“[^“”]*”|‘[^‘’]*’|《[^《》]*》|（[^（）]*）"
_WORDS_WITH_AND = (
    "和谐|和睦|和平(?![安台衡均等稳])|共和国|饱和|柔和|祥和|总和|附和"
    "|呼和浩特|和[田静硕龙顺政](?=[市县地])|和林格尔|和布克赛尔"
)
_NO_LIST = pattern(f"{_ENCLOSED}|{_WORDS_WITH_AND}")
_LEVELS = "、，；"
_SENTENCE_INSIDE = pattern("[。！？][^。！？”’）》]")


def join_and(items: Sequence[str]) -> str:
    """A list in a sentence: a; a和b; a、b和c. End marks of the items are taken off and empty items left out.

    Where an item holds a list of its own, the outer one moves a level up, so that the two can be told apart: items
    with 和 are joined by 以及 (a和b、c以及d), items with 、 by ， and items with ， by ； (a、b，c，以及d). What stands
    inside quotation marks, title marks or brackets does not count. Neighbours in “” or 《》 have no 、 between them.
    """
    words = _trimmed(items)
    if len(words) < 2:
        return "".join(words)
    bare = _NO_LIST.sub("", "\n".join(words))
    mark = "、"
    for inner, outer in zip(_LEVELS, _LEVELS[1:] + "；", strict=True):
        mark = outer if inner in bare else mark
    if mark != "、" or "和" in bare or "以及" in bare:
        return _joined(words[:-1], mark) + mark.replace("、", "") + "以及" + words[-1]
    return _joined(words[:-1], mark) + ("与" if words[-1].startswith("和") else "和") + words[-1]


def join_pauses(items: Sequence[str]) -> str:
    """Items joined by 、; between neighbours in “” or 《》 it is left out (GB/T 15834-2011, 4.5.3.5)."""
    return _joined(_trimmed(items), "、")


def join_commas(items: Sequence[str]) -> str:
    """Items joined by ，, without a mark after the last."""
    return _joined(_trimmed(items), "，")


def join_clauses(items: Sequence[str]) -> str:
    """Items as one closed sentence: a；b；c。 An item that ends in ！？… keeps that and gets no ；.

    Where an item holds more than one sentence, ； would join less than it contains, so every item is closed with 。.
    """
    clauses = _trimmed(items)
    mark = "。" if any(_SENTENCE_INSIDE.search(_NO_LIST.sub("", clause)) for clause in clauses) else "；"
    return "".join([close_sentence(clause, mark) for clause in clauses[:-1]] + list(map(close_sentence, clauses[-1:])))


def _trimmed(items: Sequence[str]) -> list[str]:
    return [word for item in items if (word := strip_end(item.strip()))]


def _joined(words: Sequence[str], mark: str) -> str:
    text = ""
    for word in words:
        text += (mark if _needs_mark(text, word, mark) else "") + word
    return text


def _needs_mark(left: str, right: str, mark: str) -> bool:
    neighbours = left[-1:] + right[:1]
    return bool(left) and not (mark == "、" and neighbours in ("”“", "》《", "’‘")) and not is_point(left[-1])
