"""Paragraphs: lines that were broken in the middle of a sentence are joined, paragraphs that were run together parted.

Blanks between Chinese characters are either noise or what a site has left of a paragraph break.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.headlines import is_salutation
from drafting.learn.model import Line

_CLOSED = "。！？!?….:：”’』」》）)"
_FINAL = "。！？!?…"
_OPEN_END = "，,、"
# A marker that has lost its item: 。（二） 。三、
_CUT_MARKER = pattern(
    r"[。；;：:！!？?](?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.]|第.{1,6}，)$"
)
_MARKER, _MARKER_ENDS = 9, "）)、.，"
_OPENING = "（(《〈“‘「『【第"  # no line ends with these
_CLOSING = "。！？，、；：,;:!?”’》）)』」"  # and none begins with these
_CJK = f"{HAN}\u3001-\u301f\uff01-\uff5e\u2018-\u201d\u2026×"
_BLANKS = "[ \t\u3000\xa0\u2000-\u200a\u202f\u205f]"
_BLANK = pattern(f"{_BLANKS}(?<=[{_CJK},;:!?()].){_BLANKS}*(?=[{_CJK}(])")
# 第一章　总则 一　总则: the blank stands for a mark
_NUMBERED = pattern(
    "(?:第[一二三四五六七八九十]{1,3}(?:部分|板块|篇章|[章节篇编])|[一二三四五六七八九十]{1,3})"
    "[ \u3000\xa0]+(?![ \u3000\xa0、，．.])|"
)
_ANY_BLANK = pattern(_BLANKS)
_SENTENCE_END = pattern("[。！？!?][”’』」）)]*$")
_BODY = pattern(
    "[^。！？]{6,400}[。！？].{12}|[^。！？]{24,400}[。！？]"
)  # what stands behind a heading is whole sentences
_STRONG = ("、", "）", ")", ".", "．", "，", ",")
_HEADING = 60
_WRAPPED_AT = 120
_SHY = 0.85  # of the width: where a sentence ends before that, its paragraph does, and the next may lack its indent
_CHARACTERS_FOR_ONE = 400  # of a blank that is noise
_INSIDE = pattern(f"{_BLANKS}(?<=[{HAN}，、；：].){_BLANKS}*(?=[{HAN}])")
_SOME, _MANY = 3, 6  # places that make a habit


def join(lines: list[Line], report: Report, sure: bool = False) -> list[Line]:
    """Lines as paragraphs.

    sure: the file itself knows paragraphs (Word), so that only what is plainly broken is joined.
    """
    if not lines:
        return lines
    width = 0 if sure else width_of(lines)
    indents = sum(1 for line in lines if line.indented)
    told = 0 < indents < len(lines)
    groups: list[list[Line]] = [[lines[0]]]
    sentence = _has_sentence(lines[0])
    for before, after in pairwise(lines):
        first = groups[-1][0]
        runs_on = sentence or (len(groups[-1]) > 1 and not parse_marker(first.text)) or _is_begun(first, before, after)
        if _is_broken(before, after, runs_on, width, told and not sure, sure):
            groups[-1].append(after)
            sentence = sentence or _has_sentence(after)
        else:
            groups.append([after])
            sentence = _has_sentence(after)
    return [joined(group, report) if len(group) > 1 else group[0] for group in groups]


def _is_begun(first: Line, before: Line, after: Line) -> bool:
    """Whether an indent shows that a paragraph of several clauses begins, and that the line behind begins none."""
    if not first.indented or after.indented or parse_marker(first.text):
        return False
    return before.text.count("，") > 1


def _has_sentence(line: Line) -> bool:
    return "。" in line.text or _SENTENCE_INSIDE.search(line.text) is not None


def is_wrapped(lines: list[Line]) -> bool:
    """Whether a whole file is broken at a width, without indents that tell where its paragraphs begin."""
    return bool(lines) and width_of(lines) > 0 and not any(line.indented for line in lines)


def joined(group: Sequence[Line], report: Report) -> Line:
    """Lines of one paragraph as one line, each break told in the report."""
    text = group[0].text
    for before, after in pairwise(group):
        report.remove(before.text[-6:] + "↵" + after.text[:6], _("a line break in the middle of a sentence"))
        text += _seam(before.text, after.text) + after.text
    return group[0]._replace(text=text)


def _seam(before: str, after: str) -> str:
    """A blank between two words in Latin letters, nothing between Chinese."""
    return (
        " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha() else ""
    )


def width_of(lines: list[Line]) -> int:
    """At how many characters the lines were wrapped; 0 if they were not, as where an empty line parts them all."""
    if all(line.gap and not line.indented for line in lines[1:]):
        return 0
    open_ends = sorted(len(line.text) for line in lines if line.text[-1] not in _CLOSED + "；;")
    if len(open_ends) < 5 or len(open_ends) < 0.3 * len(lines):
        return 0
    usual = open_ends[len(open_ends) * 3 // 4]
    if not 15 <= usual <= _WRAPPED_AT:
        return 0
    near = sum(1 for length in open_ends if 0.85 * usual <= length <= 1.15 * usual)
    lengths = sorted(len(line.text) for line in lines)
    most, longest = lengths[len(lengths) * 9 // 10], lengths[-1]
    are_even = near >= 0.6 * len(open_ends) and most <= 1.4 * usual + 4 and longest <= 2.2 * usual
    return usual if are_even else 0


def _is_broken(before: Line, after: Line, runs_on: bool, width: int, told: bool, sure: bool) -> bool:
    """Whether the second line goes on in the middle of the paragraph that the first ends.

    runs_on: the paragraph so far is running text, and no heading.
    """
    text, last = before.text, before.text[-1]
    if after.depth or before.depth or after.role or before.role:
        return False
    if last in _FINAL and not width and after.text[0] not in _CLOSING:
        return False  # as most paragraphs do
    if last in _OPENING or (last in _MARKER_ENDS and _CUT_MARKER.search(text, max(0, len(text) - _MARKER))):
        return True
    if after.text[0] in _CLOSING:
        return after.text[0] not in _PAUSES or not _is_heading(text)
    if any(_is_cut(text, after.text, *pair) for pair in _PAIRS) or (not sure and _is_set_apart(text, after.text)):
        return True
    marker = parse_marker(after.text)
    if marker and not (marker.text == after.text or not _ENDS_A_MARKER.match(marker.text[-1])):
        return bool(width) and not after.indented and told and last in _OPEN_END and len(text) >= 0.85 * width
    if _behind_number(after.text) or _COUNTED.match(after.text):
        return False
    if (own := parse_marker(text)) and own.text == text:
        return True
    if width:
        if told and (last not in _FINAL or len(text) >= _SHY * width):
            return not after.indented and not (after.gap and last in _CLOSED)
        full = 0.92 if last in _FINAL else 0.85  # the end of a sentence shy of the margin is one of a paragraph
        return (len(text) >= full * width and not after.gap) or last in _OPEN_END
    if last in _OPEN_END:
        return True
    if last in "；;":  # a list in lines of its own has short ones
        return not sure and len(text) > _HEADING and not _LABEL.match(after.text)
    if last in _CLOSED or is_salutation(after.text):
        return False
    runs_on = runs_on or (len(text) > 20 and _SPOKEN.match(text) is not None)
    if len(text) > _HEADING:
        return True
    is_cut = len(text) > 20 or _CLAUSES_BEGUN.search(text) or _REST.match(after.text)
    return not sure and runs_on and bool(is_cut)


def _is_heading(text: str) -> bool:
    """Whether a line is a marked heading: what begins with a comma behind it has only lost its first words."""
    return parse_marker(text) is not None and len(text) <= _HEADING and not _SENTENCE_INSIDE.search(text)


_PAIRS = ("《》", "（）")


def _is_cut(before: str, after: str, opening: str, closing: str) -> bool:
    """Whether what a line opens is closed by the next, so that a break has cut the name of a document or a remark."""
    if before.rfind(opening) <= before.rfind(closing):
        return False
    closed, opened = after.find(closing), after.find(opening)
    return closed >= 0 and not 0 <= opened < closed


def _is_set_apart(before: str, after: str) -> bool:
    """Whether a mask of a name was set in another font, and so put on a line of its own."""
    return _MASK.fullmatch(before) is not None or (before[-1] not in _CLOSED and _MASK.fullmatch(after) is not None)


_MASK = pattern("[*×]{2,6}")
# Signs that are numbers by themselves end a marker, too: ① ⑴ ㈠ ❶ ⒈.
_ENDS_A_MARKER = pattern("[、）).．，,是要：:】①-⒛㈠-㈩❶-➓]")
# Items that say what they are before their number: 问题一：
_COUNTED = pattern(
    "(?:问题|任务|措施|建议|意见|原因|表现|要求|做法|经验|理由|重点|目标|步骤|环节|行动|工程)[一二三四五六七八九十1-9][：:、，,\\s]"
)
# How only a speaker begins, and no heading.
_SPOKEN = pattern("^(?:今天|刚才|这次|同志们|各位|大家|近年来|当前|我们?)[^。]{0,8}[,，]")
_PAUSES = "，,、；;：:"
_LABEL = pattern("^[“《【][^：:。，,]{1,14}[：:]|^[^：:。，,；;“”]{2,10}[：:]")
# The end of a word that a break has cut off, and no short sentence.
_REST = pattern("(?!散会|谢谢|再见|你好|您好|完毕)[\u4e00-\u9fff]{1,2}[。；！？]")
# A sentence behind another that has come to its second clause and not to its end.
_CLAUSES_BEGUN = pattern("[。！？；;][^。！？；;]*[，,][^。！？；;，,]+\\Z")
_SENTENCE_INSIDE = pattern("[。！？；;]")


def part(lines: list[Line], report: Report, flat: bool) -> list[Line]:
    """The lines with their blanks decided: a paragraph break, or noise that is taken out."""
    if not any(_ANY_BLANK.search(line.text) for line in lines):
        return lines
    parted: list[Line] = []
    noise = 0
    wide, regular = _habits(lines)
    full = _is_full(lines)
    for line in lines:
        if line.role or line.meant or not _BLANK.search(line.text):
            parted.append(line)
            continue
        text, start, done = line.text, 0, 0
        pieces: list[str] = []
        length = 0
        for match in _BLANK.finditer(text, _behind_number(text)):
            before = text[done : match.start()]
            pieces.append(before)
            length += len(before)
            done = match.end()
            so_far = "".join(pieces) if length <= 2 * _HEADING else before
            if length <= 2 * _HEADING and _NUMBERED.fullmatch(so_far + " ") and text[done] not in _STRONG:
                pieces.append(match[0])
                continue
            breaks = wide and len(match[0]) > 1
            if _is_break(so_far, text, done, flat or breaks, breaks or (len(match[0]) == 1 and not regular)):
                parted.append(line._replace(text="".join(pieces)) if not start else Line("".join(pieces)))
                pieces, length, start = [], 0, done
            else:
                pieces.append("" if full else match[0])
                noise += full
        rest = "".join(pieces) + text[done:]
        parted.append(line._replace(text=rest) if not start else Line(rest))
    if noise:
        report.remove(" " * min(noise, 1000), _("blanks between characters that belong together"))
    return parted


def _is_full(lines: list[Line]) -> bool:
    """Whether a file has so many blanks inside its sentences that nobody can have meant them."""
    length = sum([len(line.text) for line in lines])
    inside = sum([len(_INSIDE.findall(line.text, _behind_number(line.text))) for line in lines if not line.meant])
    return inside >= max(_MANY, length // _CHARACTERS_FOR_ONE)


def _behind_number(text: str) -> int:
    """Where a line goes on behind a number that a blank parts from its heading; 0 for none."""
    match = _NUMBERED.match(text)
    return match.end() if match else 0


def _habits(lines: list[Line]) -> tuple[bool, bool]:
    """What blanks are in these lines: whether several together part paragraphs, and whether single ones are regular.

    Several part paragraphs where they mostly follow a closing mark; regular ones are left of lines that were wrapped.
    """
    wide = closed = 0
    distances: list[int] = []
    for line in lines:
        last = 0
        for match in _BLANK.finditer(line.text):
            if len(match[0]) > 1:
                wide += 1
                closed += line.text[match.start() - 1] in _CLOSED
            distances.append(match.start() - last)
            last = match.end()
    usual = median(distances) if distances else 0
    near = sum(1 for distance in distances if abs(distance - usual) <= 0.25 * usual)
    regular = len(distances) >= _MANY and 15 <= usual <= _HEADING and near >= 0.6 * len(distances)
    return wide >= _SOME and closed >= 0.5 * wide, regular


def _is_break(before: str, text: str, at: int, flat: bool, lone: bool) -> bool:
    """Whether a blank was a paragraph break.

    before: the paragraph so far, its end at least; text: goes on at `at`. lone: it is one blank; several are noise.
    """
    marker = parse_marker(text, at)
    strong = marker is not None and marker.text.endswith((*_STRONG, "是", "要"))
    if _SENTENCE_END.search(before[-4:]):
        return flat or strong
    if before[-1] in "，,、“‘（(《；;" or text[at] in "”’）)》，。；、：":
        return flat and strong and before[-1] in "；;"
    if strong and marker is not None and len(before) > 3:
        return True
    heading = parse_marker(before)
    is_heading = heading is not None and len(before) <= _HEADING and "。" not in before
    return (
        lone
        and is_heading
        and len(before) - len(heading.text if heading else "") >= 4
        and _BODY.match(text, at) is not None
    )
