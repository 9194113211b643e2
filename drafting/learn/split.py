"""Several speeches in one file: where one ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.chinese.enumerators.series import CHINESE_PATTERN, number_of
from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.headlines import begins_with_title, is_salutation, is_title
from drafting.learn.model import Line

_CN = rf"{CHINESE_PATTERN}|[0-9０-９]{{1,3}}"
_ORDINAL_LINE = pattern(rf"^[【（(]?(?:第({_CN})篇|[篇范文]{{1,2}}({_CN}))(?:[】）)][:：、.\s]*|[:：、.\s]+|$)")
_TITLE_LINE = pattern(rf"^(.{{4,60}}?)[\s（(【]*篇({_CN})[）)】]?[:：]?$")
_NUMBERED = pattern("[篇范文]")
# 校长致辞1 校长致辞（二）: a number behind one title that comes again and again
_COUNTED_TITLE = pattern(rf"^(.{{4,60}}?)[\s（(【]*({_CN})[）)】]?[:：]?$")
_INLINE = pattern(rf"篇({_CN})(?=[:：]?(?:\s|$|[^\d条、，。]))")
_ATTACHED = pattern(r"(?:^|(?<=[。！？!?”]))\s*附(?:送|赠)[:：]\s*")
_ATTACHMENT = "附送："
# A sample behind an essay on how such speeches are written: 【范例】 “范文一” 例：
_SAMPLE = pattern(rf"^[【（(\[“]?(?:范例|范文|例文|示例|样文|例)(?:{_CN})?[】）)\]”]?[:：]?$")
# 关于印发×××同志讲话的通知
_NOTICE = pattern("[印转]发.*(?:讲话|发言|报告|致辞).*通知")
_COVER = 16  # lines of such a notice
_SENTENCE = pattern("[。！？!?；;]")
_LONGEST_TITLE = 60
_SHORTEST = 80  # characters of a speech


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines of one speech. title: the one that its separator gives, "" for none."""

    title: str
    lines: tuple[Line, ...]


def split(lines: list[Line], report: Report) -> list[Segment]:
    """The speeches of a file, at least one segment if there are lines at all."""
    lines = _without_cover(_attached(lines), report)
    lines = _inline(lines, report)
    starts = sorted([*_starts(lines), *[(at, "", True) for at in _attachments(lines)]])
    samples = [] if starts else _samples(lines)
    starts = starts or samples
    if not starts:
        return [Segment("", tuple(lines))] if lines else []
    segments: list[Segment] = []
    head = lines[: starts[0][0]]
    if (not samples and _is_speech(head)) or lines[starts[0][0]].text == _ATTACHMENT:
        segments.append(Segment("", tuple(head)))
    else:
        for line in head:
            report.remove(line.text, _("stands before the first of several speeches"))
    for (at, title, _number), after in zip(starts, [*[s[0] for s in starts[1:]], len(lines)], strict=True):
        body = lines[at + 1 : after]
        if _number:
            report.remove(lines[at].text, _("tells several speeches of one file apart"))
        segments.append(Segment(title, tuple(body) if _number else tuple(lines[at:after])))
    return segments


def _without_cover(lines: list[Line], report: Report) -> list[Line]:
    """The lines without the notice that a speech was circulated with, where the whole head of the speech follows."""
    first = next((at for at, line in enumerate(lines[:_COVER]) if is_title(line.text)), -1)
    if first < 0 or not _NOTICE.search(lines[first].text):
        return lines
    for at in range(first + 1, min(first + _COVER, len(lines))):
        if is_title(lines[at].text) and not _NOTICE.search(lines[at].text) and _salutation_follows(lines, at):
            for line in lines[:at]:
                report.remove(line.text, _("a notice that the speech was sent out with"))
            return lines[at:]
    return lines


def _is_speech(head: list[Line]) -> bool:
    """Whether what stands before the first separator is a speech of its own."""
    if any(is_salutation(line.text) for line in head):
        return True
    return sum(len(line.text) for line in head if not is_title(line.text)) > 200


def _attachments(lines: list[Line]) -> list[int]:
    """Where 附送： stands on a line of its own before another speech."""
    return [at for at, line in enumerate(lines) if at and line.text == _ATTACHMENT and _speech_follows(lines, at)]


def _samples(lines: list[Line]) -> list[tuple[int, str, bool]]:
    """The lines over samples of speeches, like the starts; none where a speech stands before the first of them."""
    found = [at for at, line in enumerate(lines) if _SAMPLE.match(line.text) and _speech_follows(lines, at)]
    if found and any(is_salutation(line.text) for line in lines[: found[0]]):
        return []
    return [(at, "", True) for at in found]


def _speech_follows(lines: list[Line], at: int) -> bool:
    """Whether a title or a salutation stands just behind a line, alone or run into its text."""
    behind = lines[at + 1 : at + 4]
    return _salutation_follows(lines, at) or any(
        is_title(line.text) or (len(line.text) > _LONGEST_TITLE and begins_with_title(line.text)) for line in behind
    )


def _starts(lines: list[Line]) -> list[tuple[int, str, bool]]:
    """Line, title and whether the line is a separator, of each speech; empty where there is but one."""
    numbered: list[tuple[int, str, int]] = []
    for at, line in enumerate(lines):
        if len(line.text) > _LONGEST_TITLE + 12 or not _NUMBERED.search(line.text) or _SENTENCE.search(line.text):
            continue
        if match := _ORDINAL_LINE.match(line.text):
            title = line.text[match.end() :].strip()
            if is_title(title) or _speech_follows(lines, at):
                numbered.append((at, title, number_of(match[1] or match[2])))
        elif match := _TITLE_LINE.match(line.text):
            numbered.append((at, match[1], number_of(match[2])))
    runs = _counting(numbered)
    if len(runs) >= 2 or (runs and runs[0][2] == 1 and runs[0][1]):
        return [(at, title, True) for at, title, _number in runs]
    if counted := _counted_titles(lines):
        return [(at, title, True) for at, title, _number in counted]
    starts = [(at, "", False) for at in _new_heads(lines)]
    return starts if len(starts) > 1 else []


def _counted_titles(lines: list[Line]) -> list[tuple[int, str, int]]:
    """One title with 1, 2, … behind it, each before a speech; empty unless it counts from 1 at least to 2."""
    found: list[tuple[int, str, int]] = []
    for at, line in enumerate(lines):
        ends_in_number = line.text[-5:].rstrip("：:）)")[-1:].isnumeric()
        if len(line.text) > _LONGEST_TITLE or not ends_in_number or not (match := _COUNTED_TITLE.match(line.text)):
            continue
        title, number = match[1], number_of(match[2])
        is_next = number == len(found) + 1 and (not found or title == found[0][1])
        if is_next and is_title(title) and _salutation_follows(lines, at):
            found.append((at, title, number))
    return found if len(found) > 1 else []


def _counting(numbered: list[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
    """The numbered lines that count up from the first of them."""
    run = numbered[:1]
    for entry in numbered[1:]:
        if entry[2] > run[-1][2] or entry[2] == numbered[0][2] == 1:
            run.append(entry)
    return run


def _new_heads(lines: list[Line]) -> list[int]:
    """Where a title with a salutation soon after it follows a body that has ended: the next speech of a collection."""
    heads: list[int] = []
    body = 0
    for at, line in enumerate(lines):
        if is_title(line.text) and (not heads or body > _SHORTEST) and _salutation_follows(lines, at):
            heads.append(at)
            body = 0
        else:
            body += len(line.text)
    return heads


def _salutation_follows(lines: list[Line], at: int) -> bool:
    for line in lines[at + 1 : at + 5]:
        if is_salutation(line.text):
            return True
        if len(line.text) > _LONGEST_TITLE:
            return False
    return False


def _attached(lines: list[Line]) -> list[Line]:
    """附送：before a title inside a line becomes a line of its own."""
    found: list[Line] = []
    for line in lines:
        pieces = [piece.strip() for piece in _ATTACHED.split(line.text)] if "附" in line.text else []
        if len(pieces) < 2 or not all(not piece or begins_with_title(piece) for piece in pieces[1:]):
            found.append(line)
            continue
        found += [line._replace(text=pieces[0])] if pieces[0] else []
        for piece in pieces[1:]:
            found += [Line(_ATTACHMENT), *([Line(piece)] if piece else [])]
    return found


def _inline(lines: list[Line], report: Report) -> list[Line]:
    """Title篇2 inside running text becomes a line of its own: the title is what stands before each of the numbers."""
    hits: list[tuple[int, int, int, int]] = []
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST_TITLE + 12 or "篇" not in line.text:
            continue
        hits += [(index, m.start(), m.end(), number_of(m[1])) for m in _INLINE.finditer(line.text)]
    title = _common_ending([lines[index].text[max(0, start - _LONGEST_TITLE) : start] for index, start, _e, _n in hits])
    if len(hits) < 2 or len(title) < 4:
        return lines
    run = [hit for at, hit in enumerate(hits) if at == 0 or hit[3] > hits[at - 1][3]]
    if len(run) < 2:
        return lines
    by_line: dict[int, list[tuple[int, int]]] = {}
    for index, start, end, _number in run:
        by_line.setdefault(index, []).append((start, end))
    found: list[Line] = []
    for index, line in enumerate(lines):
        at = 0
        for start, end in by_line.get(index, ()):
            if before := line.text[at : start - len(title)].strip():
                found.append(line._replace(text=before))
            found.append(Line(line.text[start - len(title) : end]))
            at = end
        if rest := line.text[at:].strip():
            found.append(line._replace(text=rest) if not at else Line(rest, gap=True))
    return found


def _common_ending(texts: list[str]) -> str:
    """What all of them end with; of a title nothing before a sentence end."""
    if len(texts) < 2:
        return ""
    shortest = min(texts, key=len)
    length = 0
    while length < len(shortest) and all(text[-1 - length] == shortest[-1 - length] for text in texts):
        length += 1
    ending = shortest[len(shortest) - length :]
    for mark in "。！？!?；;】」\n":
        ending = ending.rpartition(mark)[2]
    return ending.strip()
