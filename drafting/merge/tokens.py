"""Texts cut into what an edit leaves whole: numbers and units, dates, titles, quoted terms, names, characters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.enumerators.markers import MARKER_STARTS
from drafting.chinese.patterns import pattern
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Draft, Source
from drafting.merge.differences import BREAK, MARKER
from drafting.merge.figures import may_be_otherwise, plain
from drafting.merge.model import OBJECT

LONGEST_NAME = 20
"""A fact up to this many characters is a name or a value and stays whole; longer ones are prose."""

_MOST_AROUND = 8  # characters of a short fact beside the value that it holds: with more it is prose as well

_FIGURES = r"[0-9０-９]+(?:,[0-9]{3}(?![0-9]))*(?:[.．][0-9０-９]+)?"
_NUMERAL = "[零〇○一二两三四五六七八九十百千万亿]"
_SCALE = "(?:万亿|[十百千万亿])*[多余几]?"
_UNIT = (
    "(?:个百分点|人民币|美元|元|平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|海里|米|公顷|平方|亩|公斤|千克|千瓦时"
    "|千瓦|兆瓦|吨|克|升|斤|度|人次|人|名|位|户|家|个月|个|项|件|条|次|场|座|处|起|批|所|套|台|辆|艘|架|栋|幢|间|只|头|株"
    "|棵|支|份|张|本|册|部|篇|期|届|轮|天|周岁|周年|周|岁|年代|年度|年|季度|月|日|号|小时|分钟|秒|时|倍|成|折|级|类|种"
    "|把|块|点|层|步|道|面|村|镇|乡|县|区|市|省|%|％|‰|℃)?"
)
_LINK = "[-－–—～~]|至|到"
_DATE_PART = "上旬|中旬|下旬|上半年|下半年|第?[一二三四]季度|[初中底末]"
_DATE = (
    rf"(?:(?:[0-9０-９]{{4}}|[零〇○一二三四五六七八九]{{4}})年)?(?:[0-9０-９]{{1,2}}|{_NUMERAL}{{1,3}})月"
    rf"(?:(?:[0-9０-９]{{1,2}}|{_NUMERAL}{{1,3}})[日号]|(?:{_DATE_PART}))?"
    rf"|(?:[0-9０-９]{{4}}|[零〇○一二三四五六七八九]{{4}})年(?:{_DATE_PART})?|[0-9]{{4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}"
)
_AMOUNT = rf"{_FIGURES}{_SCALE}{_UNIT}"
_WHOLE = pattern(
    r"【待补[^【】]*】"
    r"|《[^《》]{1,60}》|“[^“”]{1,40}”|‘[^‘’]{1,40}’"
    rf"|(?:{_DATE})(?:(?:{_LINK})(?:{_DATE}|[0-9]{{1,2}}[日号]))?"
    r"|[0-9０-９]{1,2}[:：][0-9０-９]{2}(?![0-9])"
    rf"|[-－−]?{_AMOUNT}(?:(?:{_LINK}|/){_AMOUNT})?"
    rf"|负?[百千]分之{_NUMERAL}+(?:点{_NUMERAL}+)?(?:(?:{_LINK})[百千]分之{_NUMERAL}+)?"
    rf"|第?{_NUMERAL}{{2,}}(?:点{_NUMERAL}+)?{_UNIT}|第?{_NUMERAL}{_UNIT}"
    r"|[A-Za-zÀ-ɏ]+(?:-[A-Za-zÀ-ɏ]+)*"
)
_LATIN = "".join([chr(code) for code in range(0x250)])
_BEGINNINGS = frozenset(_LATIN + "【《“‘－−负第零〇○一二两三四五六七八九十百千万亿０１２３４５６７８９")
_SPACES = "".join([chr(code) for code in range(0x3001) if chr(code).isspace()])
_ENDINGS = frozenset((*POINTS, *_SPACES, OBJECT, BREAK))
"""Tokens behind which an enumerator may stand."""
_SPECIAL = _BEGINNINGS | _ENDINGS | MARKER_STARTS
_CUTS = frozenset("，；。：！？")


class Words:
    """Names and values that stay whole, looked up by how they begin."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = {}
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            self._words.setdefault(word[:2], []).append(word)
        self.special = _SPECIAL.union(word[0] for word in self._words)
        """What may be more than a mere character, begin an enumerator, or have one behind it."""

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._words.values())

    def at(self, text: str, place: int) -> str:
        """The longest of them that stands at a place, "" for none."""
        for word in self._words.get(text[place : place + 2], ()):
            if text.startswith(word, place):
                return word
        return ""


def words_of(drafts: Iterable[Draft]) -> Words:
    """The short facts of some drafts."""
    facts = {
        span.text for draft in drafts for block in draft.blocks for span in block.spans if span.source is Source.FACT
    }
    names = [fact for fact in facts if 1 < len(fact) <= LONGEST_NAME and _CUTS.isdisjoint(fact) and _is_name(fact)]
    if may_be_otherwise("\n".join(names)):
        names += [plain(name) for name in names]
    return Words(names)


def _is_name(fact: str) -> bool:
    """Whether a short fact is one name or value, and not a clause in which a value stands and may change by itself."""
    if len(fact) <= _MOST_AROUND:
        return True
    held = sum([len(match.group()) for match in _WHOLE.finditer(fact)])
    return not held or len(fact) - held <= _MOST_AROUND


def tokens(text: str, words: Words) -> list[str]:
    """The text in pieces; joined they are the text again.

    An enumerator is whole at the head and behind a mark of punctuation.
    """
    found: list[str] = []
    end, special = 0, words.special
    for place in [at for at, sign in enumerate(text) if sign in special]:
        if place < end:
            continue
        found += text[end:place]  # mere characters, as most are
        token = first = text[place]
        at_head = first in MARKER_STARTS and (not found or found[-1] in _ENDINGS)
        if at_head and (marker := parse_marker(text, place)):
            token = marker.text
        else:
            if first in _BEGINNINGS and (match := _WHOLE.match(text, place)):
                token = match.group()
            if len(name := words.at(text, place)) > len(token):
                token = name
        found.append(token)
        end = place + len(token)
    found += text[end:]
    return found


def without_numbers(parts: Sequence[str], heads: Collection[int] = ()) -> list[str]:
    """The tokens, those of enumerators as what they have in common with all others of their style.

    heads: numbers of tokens with which something begins though no mark stands before them.
    """
    found = list(parts)
    behind = [number for number, part in enumerate(parts, 1) if part in _ENDINGS]
    for number in {0, *heads, *behind}:
        part = parts[number] if number < len(parts) else ""
        if part[:1] in MARKER_STARTS and (marker := parse_marker(part)) and marker.text == part:
            found[number] = MARKER + marker.family
    return found


def is_value(token: str) -> bool:
    """Whether a token says something of its own, and is no mere character: it can be known again by itself."""
    return len(token) > 1
