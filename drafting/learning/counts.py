"""How many there are, said before a list: counted anew when the list grows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from drafting.chinese.numerals import counted, from_chinese
from drafting.learning.asking import Asked, Book
from drafting.learning.derived import TEMPLATES, Part, walk
from drafting.learning.emptied import is_under_its_list
from drafting.outline.model import Type

_DIGITS, _UNITS = "一二两三四五六七八九十", "个点条项件层句步方类种样"
_OF_TIME = "(?<=个)(?:月|多月|小时|工作日|百分点|季度|星期)"  # no points of a list
_ASKED = re.compile(rf"\{{\{{ (?P<key>\w+) \}}\}}(?P<unit>[{_UNITS}])")
_COUNT = re.compile(f"([{_DIGITS}]{{1,3}})([{_UNITS}])(?![{_DIGITS[:2]}{_DIGITS[3:]}]|{_OF_TIME})")
_ANNOUNCED = re.compile(r"\{\{ (?P<key>\w+)\|quoted \}\}(?=[：:](?:\{% endif %\})?\Z)")
_NAMED = re.compile(r"\{\{ (?P<key>\w+)\|quoted \}\}。?\Z")  # in what heads it: 突出“三个抓手”
_QUOTED_NUMBER = re.compile(f"(?P<number>[{_DIGITS}]{{1,3}})(?P<unit>[{_UNITS}])(?P<what>[^“”]+)")
_WORD = re.compile(r"\w+")
_NEAR = 24  # characters before the list in which its number is said
_NAMES = re.compile("[^，。；：、{}]+(?:、[^，。；：、{}]+)+\\Z")
# Further before it the number is that of the list where it is what is to be done: 要开展三项行动，一仗接着一仗打…….
_TO_BE_DONE = re.compile(
    f"(?:开展|抓[好住实牢]?|打好|打赢|做好|办好|实施|推进|落实|完成|突出|强化)(?:以下|下列|如下)?(?=[{_DIGITS}]{{1,3}}[{_UNITS}])"
)


def count_entries(part: Part, following: Part, book: Book) -> None:
    """Let the number that a part says right before a list over answers follow them: 抓好三件事：一是……

    part: changed in place, where its text ends in the number of the entries that `following` repeats over.
    """
    asked = book.by_key(following.get("each"))
    if asked is not None:
        _count(part, following["each"], {len(value or ()) for value in asked.values})


def count_answers(parts: Sequence[Part], book: Book) -> None:
    """Let a number that is asked, for it differs from year to year, follow the list it counts where it does so always.

    So does one that is the same in all of several years. parts: of the outline; changed in place.
    """
    texts = [str(part.get(key, "")) for part in walk(parts) for key in (*TEMPLATES, "when")]
    _count_answers(parts, None, book, Counter(word for text in texts for word in _WORD.findall(text)))


def _count_answers(parts: Sequence[Part], above: Part | None, book: Book, said: Mapping[str, int]) -> None:
    before, counter = above, "below"
    for is_list, run in groupby(parts, key=_may_be_left_out):
        of_run = list(run)
        if is_list and before is not None:
            sizes = _sizes(of_run, book)
            _count_asked(before, counter, sizes, book, said)
            if book.editions > 1 and "each" not in before and len({item["number"] for item in of_run}) == 1:
                _count(before, counter, set(sizes))
        for part in of_run:
            listed = book.by_key(part.get("each"))
            if before is not None and listed is not None:
                _count_asked(before, listed.key, [len(entries or ()) for entries in listed.values], book, said)
            _count_answers(part.get("parts", ()), part, book, said)
            before, counter = part, "beside"


def _may_be_left_out(part: Part) -> bool:
    """Whether a part is an item of a list, though some editions may be without it."""
    return part.get("number", "none") != "none" and "each" not in part


def _sizes(items: Sequence[Part], book: Book) -> list[int]:
    """How many items a list has in each edition."""
    asked = [book.by_key(item.get("when")) for item in items]
    whether = [one.values if one is not None and one.type is Type.YESNO else [] for one in asked]
    held = [
        values if "when" in item and not is_under_its_list(item) else [True] * book.editions
        for item, values in zip(items, whether, strict=True)
    ]
    return [sum([bool(of_item and of_item[edition]) for of_item in held]) for edition in range(book.editions)]


def _count_asked(part: Part, counter: str, sizes: Sequence[int], book: Book, said: Mapping[str, int]) -> None:
    """Let the last number that a part asks for follow a list, if it is that of the list in every edition."""
    for key in TEMPLATES:
        for match in list(_ASKED.finditer(part.get(key, "")))[-1:]:
            asked = book.by_key(match["key"])
            if asked is not None and said[match["key"]] == 1 and _counts(asked, sizes, match["unit"]):
                start, end = match.span()
                part[key] = f"{part[key][:start]}{{{{ {counter}|count('{match['unit']}') }}}}{part[key][end:]}"
                book.take_back(asked)


def _counts(asked: Asked, sizes: Sequence[int], unit: str) -> bool:
    """Whether an answer is the number of the entries of a list, in every year that has it."""
    return asked.type is Type.TEXT and all(
        value is None or (size > 0 and counted(size, unit) == f"{value}{unit}")
        for value, size in zip(asked.values, sizes, strict=True)
    )


def count_items(parts: Sequence[Part], book: Book, above: Part | None = None) -> None:
    """Let the numbers said before lists whose items are parts of the outline follow the outline.

    parts: side by side; those that announce a list are changed in place. Some of the items may be rows of answers.
    above: the part that contains them.
    """
    before, counter = above, "below"
    for number, run in groupby(parts, key=_number_of_item):
        items = list(run)
        if number and before is not None and any("each" not in item for item in items):
            _count(before, counter, {sum([_rows(item, book) for item in items])})
        before, counter = (None, "") if number else (items[-1], "beside")


def _number_of_item(part: Part) -> str:
    """The enumerator of an item that is there as long as its list has entries; "" for any other part."""
    if part.get("number", "none") == "none" or ("when" in part and not is_under_its_list(part)):
        return ""
    return str(part["number"])


def _rows(item: Part, book: Book) -> int:
    """How many items a part makes in the latest edition."""
    listed = book.by_key(item.get("each"))
    return len(listed.last or ()) if listed else 1


def _count(part: Part, counter: str, sizes: set[int]) -> None:
    """Let the last number that is that of the list follow it: where the text ends, and in what heads it.

    What heads a list that stands beside is asked only where the text says no number.
    """
    for key in ("text", "lead", "heading"):
        text = part.get(key, "")
        begin = max(text.rfind("}"), text.rfind("\n"), len(text) - _NEAR if key == "text" else -1) + 1
        found = [match for match in _COUNT.finditer(text, max(begin, 0)) if sizes == {_number(match[1])}]
        if not found and key == "text":
            found = _announced_before(text, sizes)
        if found and counted(min(sizes), found[-1][2]) == found[-1].group() and not _are_named(text, found[-1], sizes):
            start, end = found[-1].span()
            part[key] = f"{text[:start]}{{{{ {counter}|count('{found[-1][2]}') }}}}{text[end:]}"
            if counter == "beside":
                return


def _announced_before(text: str, sizes: set[int]) -> list[re.Match[str]]:
    """The number of a list that is said to be carried out in some sentence before it, where only one is."""
    places = [match.end() for match in _TO_BE_DONE.finditer(text)]
    found = [match for place in places if (match := _COUNT.match(text, place)) and sizes == {_number(match[1])}]
    return found if len(found) == 1 else []


def _are_named(text: str, number: re.Match[str], sizes: set[int]) -> bool:
    """Whether so many names stand right before their number, which would belie one more: 排查、化解、防范三项行动."""
    named = _NAMES.search(text, 0, number.start())
    return named is not None and {named.group().count("、") + 1} == sizes


def count_heading(part: Part, book: Book) -> None:
    """Let the number in the heading of an item follow the one list over answers that stands below it."""
    lists = [inner for inner in part.get("parts", ()) if "each" in inner]
    headed: Part = {key: part[key] for key in ("heading", "lead") if key in part}
    if len(lists) == 1 and headed:
        count_entries(headed, lists[0], book)
        part.update(headed)


def count_quoted(parts: Sequence[Part], book: Book) -> None:
    """Let the number of a slogan that announces a list follow the list: 表现为“四个不够”：一是……

    parts: of the outline; changed in place. The slogan is asked without its number where it is said but here.
    """
    said = [str(part.get(key, "")) for part in walk(parts) for key in (*TEMPLATES, "when")]
    for above in ({"parts": list(parts)}, *walk(parts)):
        before = above
        for part in above.get("parts", ()):
            if listed := book.by_key(part.get("each")):
                _count_quoted(before, "text", _ANNOUNCED, listed, book, said)
            before = part
        lists = [listed for part in above.get("parts", ()) if (listed := book.by_key(part.get("each")))]
        for key in ("heading", "lead", "text") if len(lists) == 1 else ():
            _count_quoted(above, key, _NAMED, lists[0], book, said)


def _count_quoted(part: Part, key: str, form: re.Pattern[str], listed: Asked, book: Book, said: Sequence[str]) -> None:
    """Let the number of the slogan with which a text of a part ends follow the list, if it is that of its entries."""
    found = form.search(part.get(key, ""))
    asked = book.by_key(found["key"]) if found else None
    if found is None or asked is None or sum(len(re.findall(rf"\b{asked.key}\b", text)) for text in said) != 1:
        return
    slogans = [_QUOTED_NUMBER.fullmatch(value or "") for value in asked.values]
    units = {slogan["unit"] for slogan in slogans if slogan}
    sizes = [len(entries or ()) for entries in listed.values]
    if len(units) == 1 and all(
        slogan and size and counted(size, slogan["unit"]) == slogan["number"] + slogan["unit"]
        for slogan, size in zip(slogans, sizes, strict=True)
    ):
        start, end = found.span()
        number = f"{{{{ {listed.key}|count('{units.pop()}') }}}}"
        part[key] = f"{part[key][:start]}“{number}{{{{ {asked.key} }}}}”{part[key][end:]}"
        asked.filter = ""
        asked.values = [slogan["what"] for slogan in slogans if slogan]


def _number(numeral: str) -> int | None:
    try:
        number = from_chinese(numeral)
    except ValueError:
        return None
    return int(number)
