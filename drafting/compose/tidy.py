"""Paragraphs as they should stand: layout of the template gone, seams between facts and wording mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.chinese.punctuation import close_sentence, seam, strip_end
from drafting.compose.doubled import (
    counted_once,
    deadline_twice,
    doubled_behind,
    joined_in_a_list,
    said_otherwise,
    without_doubles,
)
from drafting.compose.leads import called_twice, told_twice
from drafting.draft import Source, Span

PARAGRAPH = "\u2029"  # what a blank line of a template becomes
_BLANK_LINES = re.compile(r"\n[ \t\u3000]*(?:\r?\n[ \t\u3000]*)+")
_LAYOUT = re.compile(r"[ \t\r\u3000]*\n[ \t\r\u3000]*")
_RUN_ON = re.compile(r"(?<=[，、])[ \t\r\u3000]*[\n\u0085\u2028\u2029][ \t\r\u3000]*(?=\S)")
_LINES = re.compile(r"[ \t\r\u3000]*[\n\u0085\u2028\u2029]+[ \t\r\u3000]*")
_CLOSED = frozenset("。！？…；：，、.!?;:,—")
_COLONS = ("：", ":")
_MARKS = frozenset("。！？…；：，、.!?;:,—”’）》〉」』】) ")
_WORDING, _MISSING, _FACT = Source.WORDING, Source.MISSING, Source.FACT
_ASKED = "？！"
_SEAM = 8  # characters of a wording that may say again what an answer ends in
_CLOSERS = "”’）》〉」』】)"


def mark_paragraphs(template: str) -> str:
    """A template with its blank lines marked, so that tags beside them cannot swallow them.

    Its lines keep their numbers.
    """
    return _BLANK_LINES.sub(lambda found: "\n" + PARAGRAPH + "\n" * (found.group().count("\n") - 1), template)


def paragraphs(spans: Sequence[Span], tidy: bool) -> list[list[Span]]:
    """The spans parted into paragraphs, none of them empty.

    In wording a blank line parts paragraphs and other line breaks are the template's layout; in an answer every line
    is a paragraph of the person's own, but one that stops at a comma runs on.
    """
    return parted(spans, "".join([span.text for span in spans]), tidy)


def parted(spans: Sequence[Span], text: str, tidy: bool) -> list[list[Span]]:
    """What `paragraphs` gives, where the text of the spans is known already."""
    if text.isprintable():
        paragraph = mended(spans) if tidy else [span for span in spans if span.text]
        return [paragraph] if paragraph else []
    result: list[list[Span]] = [[]]
    for span in spans:
        for place, piece in enumerate(_lines(span)):
            if place:
                result.append([])
            if piece:
                result[-1].append(span if piece == span.text else replace(span, text=piece))
    return [kept for paragraph in result if (kept := mended(paragraph) if tidy else paragraph)]


def _lines(span: Span) -> list[str]:
    if span.source is Source.WORDING:
        return _LAYOUT.sub("", span.text).split(PARAGRAPH)
    return _LINES.split(_RUN_ON.sub("", span.text))


def mended(spans: Sequence[Span]) -> list[Span]:
    """A paragraph without white space at its ends, and without doubled marks at its seams.

    Where an answer, typed with its full stop or without, meets what follows, one mark stands.
    """
    result: list[Span] = []
    for span in spans:
        text = span.text if result else span.text.lstrip()
        if not text:
            continue
        if result:
            before, source = result[-1], span.source
            if before.source is _WORDING:
                if source is _WORDING:
                    result[-1] = Span(_at_one_mark(before.text, text) + text)
                    continue
                if source is _FACT:
                    text = _met(result, text, span.path)
            elif before.source is _MISSING:
                if source is _MISSING and before == span:
                    continue  # the cells of a missing row leave one gap
            elif before.text[-1] in _MARKS:
                text = _sewn(result, text)
            elif source is _WORDING and before.source is _FACT:
                text = _followed(result, text)
            elif source is _FACT and before.source is Source.COUNT:
                count, text = counted_once(before.text, text)
                result[-1:] = [replace(before, text=count)] if count else []
        if text:
            result.append(span if text is span.text else replace(span, text=text))
    while result and result[-1].text[-1].isspace():
        last = result.pop()
        if text := last.text.rstrip():
            result.append(replace(last, text=text))
    return result


def _at_one_mark(left: str, right: str) -> str:
    """The left of two wordings, without the full stop of what was joined (甲；乙。) where the right has a mark."""
    return left[: len(left) - seam(left, right)[0]] if left[-1] in "。；" and right[0] in "。；，、" else left


def _met(result: list[Span], text: str, path: str) -> str:
    """Mend the wording that stands last for the answer that follows it; give the text of the answer. path: of it."""
    before = result[-1].text
    if before == "前" and len(result) > 1 and result[-2].source is _FACT:
        text = text[deadline_twice(result[-2].text, text) :]
    text = text[called_twice(_sentence(result), text) :] if text[0] in "让希" else text
    text = text[told_twice((span.text for span in result if span.source is _FACT), text) :]
    if before[0] in "，；。" and _is_listed(result, path):
        result[-1] = Span(joined_in_a_list(before))
    wording, text = without_doubles(result[-1].text, text, subject=len(result) > 1 and result[-2].source is _FACT)
    if wording != before:
        result[-1:] = [Span(wording)] if wording else []
    return text


def _is_listed(result: Sequence[Span], path: str) -> bool:
    """Whether an answer and the one before it are entries of one list, which a colon of the wording opened.

    Behind another answer the colon is done with: 目标是：人人会用。要每周练一次.
    """
    of_list, _bracket, _place = path.rpartition("[")
    if not path.endswith("]") or len(result) < 2 or not result[-2].path.startswith(f"{of_list}["):
        return False
    for span, behind in zip(result[-3::-1], result[-2::-1], strict=False):
        if span.source is _WORDING and re.search("[。！？：]", span.text):
            return span.text.endswith("：") and behind.source is _FACT
    return False


def _sentence(result: Sequence[Span]) -> str:
    """What stands of the last sentence."""
    return re.split("[。！？]", "".join([span.text for span in result]))[-1]


def _followed(result: list[Span], text: str) -> str:
    """Mend the answer that stands last for the wording that follows it; give the text of the wording."""
    answer = result[-1]
    if answer.text[-1] in text[:_SEAM]:
        text = text[doubled_behind(answer.text, text) :]
    if answer.text[0] == "要" or answer.text[-1] == "到":
        start, end = said_otherwise(answer.text, text)
        if kept := answer.text[start : len(answer.text) - end]:
            result[-1] = replace(answer, text=kept)
    return text


def _sewn(result: list[Span], text: str) -> str:
    """Cut what is too much at the seam between the last span and the text that follows; give that text."""
    before = result[-1]
    if _is_amid(result, text):
        result[-1] = before = replace(before, text=before.text.rstrip(_ASKED))
    cut_left, cut_right = seam(before.text, text)
    if cut_left:
        result[-1:] = [replace(before, text=before.text[:-cut_left])] if cut_left < len(before.text) else []
    return text[cut_right:]


def _is_amid(result: Sequence[Span], text: str) -> bool:
    """Whether the answer that stands last asks or exclaims in the middle of a sentence that goes on: 看的是……，在……."""
    before = result[-1]
    if text[0] not in "，；、" or before.source is not _FACT or before.text[-1] not in _ASKED or len(result) < 2:
        return False
    opening = result[-2]
    return opening.source is _WORDING and opening.text[-1].isalnum() and before.text.strip(_ASKED) != ""


def closed(spans: Sequence[Span], mark: str = "。") -> list[Span]:
    """The paragraph with closing punctuation: its own, or `mark`. An answer's own comma or semicolon gives way."""
    if not spans:
        return []
    last = spans[-1]
    if last.source is _WORDING and last.text[-1] in _CLOSED:
        return spans if isinstance(spans, list) else list(spans)
    if last.source is _FACT and not last.text.endswith(_COLONS):
        text = strip_end(last.text)
        if text != last.text and (text or len(spans) > 1):
            return closed([*spans[:-1], *([replace(last, text=text)] if text else [])], mark)
    elif last.source is _FACT:
        return list(spans)
    return list(spans) if _is_closed(_tail(spans)) else [*spans, Span(mark)]


def _tail(spans: Sequence[Span]) -> str:
    """The end of a paragraph, from the last character on that is no closing mark of a pair."""
    tail = ""
    for span in reversed(spans):
        tail = span.text + tail
        if span.text.strip(_CLOSERS):
            break
    return tail


def _is_closed(text: str) -> bool:
    return text[-1] in _CLOSED or close_sentence(text) == text


def ended(spans: Sequence[Span], mark: str) -> list[Span]:
    """The paragraph ending in `mark` instead of its own full stop or semicolon."""
    if not spans or spans[-1].source is Source.MISSING:
        return [*spans, Span(mark)]
    last = spans[-1]
    bare = strip_end(last.text)
    if bare == last.text and close_sentence(_tail(spans), mark) == _tail(spans):
        return list(spans)  # it asks or exclaims; that stays
    return [*spans[:-1], *([replace(last, text=bare)] if bare else []), Span(mark)]


def bare(spans: Sequence[Span]) -> list[Span]:
    """A heading: without closing punctuation. Whether a dot at its end is a stop is told by all that it says."""
    result = list(spans)
    first = 1 + max([n for n, span in enumerate(spans) if span.source is Source.MISSING], default=-1)
    text = "".join([span.text for span in spans[first:]])
    over = len(text) - len(strip_end(text))
    while over:
        last = result.pop()
        if len(last.text) > over:
            result.append(replace(last, text=last.text[:-over]))
        over -= min(over, len(last.text))
    return result
