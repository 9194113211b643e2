"""Headings at one level should agree in form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from statistics import median_low
from typing import TypeVar

from drafting.check import Finding
from drafting.check.form import Form, form_of
from drafting.chinese.enumerators import parse_marker
from drafting.draft import Block, Draft, Source, Span
from drafting.i18n import N_, _
from drafting.outline.model import Question

_SENTENCE = 20  # a clause of more characters is a sentence that was put in front, and no heading
_APART = 2  # characters by which clauses of up to six may differ; longer ones by a third
_ASKS = N_("“{heading}” is a question, the headings beside it are none.")
_ASKS_NOT = N_("“{heading}” is no question, as the headings beside it are.")
_BEGINS = N_("“{heading}” begins with “{word}”, the headings beside it do not.")
_BEGINS_NOT = N_("“{heading}” does not begin with “{word}”, as the headings beside it do.")
_SAYS_MUST = N_("“{heading}” says 要 or 必须, the headings beside it do not.")
_LACKS_MUST = N_("“{heading}” does not say 要 or 必须, as the headings beside it do.")
_NAMES = N_("“{heading}” names a thing, the headings beside it say what to do.")
_ACTS = N_("“{heading}” says what to do, the headings beside it name things.")
_MOST = 0.6  # of a heading that is the person's, though wording begins it: 关于…
_T = TypeVar("_T")


def check_headings(draft: Draft, asked: Mapping[str, Question] | None = None) -> Iterator[Finding]:
    """A finding for each heading that is built otherwise than its siblings, with what is different.

    Siblings are headings of one list: one level, one kind of enumerator, not parted by a heading of a higher level
    nor by a number one, with which the next list begins. Compared are the number of clauses, how the heading begins,
    and how long its clauses are; where as many are built one way as the other, the first of them give the form.
    A heading with a gap is not finished and has none; one that is for the most part the outline's, beside answers, is
    not the person's to change unless a question is there for it.
    asked: the keys of blocks whose heading is the outline's as long as a question is not answered, and that question.
    """
    asked = asked or {}
    for family in _families(draft):
        blocks = _compared(family, asked)
        forms = [form_of(_text(block)) for block in blocks]
        if len(forms) < 2 or any(length > _SENTENCE for form in forms for length in form.lengths):
            continue
        for block, message in zip(blocks, _differences(forms), strict=True):
            if message:
                yield Finding("headings", block.key, _with_question(message, block, asked))


def _with_question(told: str, block: Block, asked: Mapping[str, Question]) -> str:
    """What is told of a heading, and which question replaces one that is the outline's."""
    if block.key not in asked or _is_answered(block):
        return told
    question = asked[block.key]
    message = _("{told} An answer to “{ask}” ({key}) replaces it.")
    return message.format(told=told, ask=question.ask, key=question.key)


def _differences(forms: Sequence[Form]) -> list[str]:
    """For each heading what is different about it, "" for nothing."""
    clauses = _usual(len(form.clauses) for form in forms)
    alike = [form for form in forms if len(form.clauses) == clauses]
    modal, frame = _usual(form.modal for form in alike), _usual(form.frame for form in alike)
    votes = sum(form.modal == modal for form in alike)
    opening = _usual(form.opening for form in alike if form.frame == frame)
    told = []
    for form in forms:
        message = ""
        if len(form.clauses) != clauses:
            message = _("The heading has {n} clauses, its neighbours have {usual}.")
            message = message.format(n=len(form.clauses), usual=clauses)
        elif form.frame != frame:
            message = _other_frame(form, frame)
        elif form.modal != modal and (len(alike) == 2 or votes * 2 > len(alike)):
            message = _told(form, _SAYS_MUST if form.modal else _LACKS_MUST)
        elif {form.opening, opening} == {"act", "thing"}:
            message = _told(form, _NAMES if form.opening == "thing" else _ACTS)
        elif first := _lacked(form, forms):
            message = _told(form, _BEGINS_NOT, word=first)
        else:
            message = "" if _matched(form, forms) else _other_length(form, alike)
        told.append(message)
    return told


def _lacked(form: Form, forms: Sequence[Form]) -> str:
    """The word with which all the others begin and this one does not: 抓晨读, 抓作业, beside 体育抓起来; "" for none.

    What is a verb with its object, or as long as the others and without the word, is of one build with them.
    """
    others = [other for other in forms if other is not form]
    columns = zip(*(other.clauses[0] for other in others), strict=False)
    first = "".join(signs[0] for signs in takewhile(lambda signs: len(set(signs)) == 1, columns))
    if len(others) < 2 or not first or form.opening == "act" or form.clauses[0][0] == first[0]:
        return ""
    inside = len(first) > 1 and first in form.clauses[0]  # 领导加强, beside 加强领导 and 加强学习
    return first if inside or form.lengths[0] not in {one.lengths[0] for one in others} else ""


def _other_frame(form: Form, usual: str) -> str:
    if "ask" in (form.frame, usual):
        return _told(form, _ASKS if form.frame == "ask" else _ASKS_NOT)
    return _told(form, _BEGINS if form.frame else _BEGINS_NOT, word=form.frame or usual)


def _told(form: Form, message: str, **words: str) -> str:
    return _(message).format(heading=form.clauses[0], **words)


def _matched(form: Form, forms: Sequence[Form]) -> bool:
    """Whether another heading begins and ends as this one does, so that its length is free: 提高…能力, 围绕…抓创建."""
    text = "".join(form.clauses)
    others = ["".join(other.clauses) for other in forms if other is not form]
    return any(text[:2] == other[:2] and text[-2:] == other[-2:] for other in others)


def _other_length(form: Form, alike: Sequence[Form]) -> str:
    """What is to be said of the first clause that is too long or too short; those in a frame are free.

    Nothing is said where the others are not for the most part of one length.
    """
    kin = [one for one in alike if one.frame == form.frame]
    for place, (clause, length) in enumerate(zip(form.clauses, form.lengths, strict=True)):
        usual = median_low(one.lengths[place] for one in kin)
        others = [one.lengths[place] for one in kin if one is not form]
        near = sorted(one for one in others if _is_near(one, usual))
        if _is_near(length, usual) or (place == 0 and form.frame) or len(near) * 3 < len(others) * 2:
            continue
        if len(near) == len(others):
            message = _("“{clause}” has {n} characters, the headings beside it have {usual} there.")
        else:
            message = _("“{clause}” has {n} characters, most of the headings beside it have {usual} there.")
        shown = str(usual) if near[0] == near[-1] else f"{near[0]}–{near[-1]}"
        return message.format(clause=clause, n=length, usual=shown)
    return ""


def _is_near(length: int, usual: int) -> bool:
    return abs(length - usual) <= max(_APART, usual // 3)


def _usual(shapes: Iterable[_T]) -> _T:
    return Counter(shapes).most_common(1)[0][0]


def _compared(family: Sequence[Block], asked: Mapping[str, Question]) -> list[Block]:
    """The headings that are finished; where answers stand in some, those that the person can change."""
    whole = [block for block in family if not any(span.source is Source.MISSING for span in _heading(block))]
    if not any(span.source is Source.FACT for block in whole for span in _heading(block)):
        return whole
    if not any(_is_answered(block) for block in whole):
        return []
    return [block for block in whole if block.key in asked or _is_answered(block)]


def _is_answered(block: Block) -> bool:
    """Whether a heading is for the most part an answer."""
    return block.spans[0].source is Source.FACT or _share(block) > _MOST


def _share(block: Block) -> float:
    """How much of a heading comes from answers."""
    given = sum(len(span.text) for span in _heading(block) if span.source is Source.FACT)
    return given / len(_text(block))


def _heading(block: Block) -> Sequence[Span]:
    return block.spans[: block.heading]


def _text(block: Block) -> str:
    return "".join(span.text for span in block.spans[: block.heading])


def _families(draft: Draft) -> Iterator[list[Block]]:
    open_families: dict[tuple[int, str], list[Block]] = {}
    for block in draft.blocks:
        marker = parse_marker(block.marker)
        if not block.heading or marker is None:
            continue
        for deeper in [key for key in open_families if key[0] > block.level]:
            yield open_families.pop(deeper)
        family = (block.level, marker.family)
        if marker.number == 1 and family in open_families:
            yield open_families.pop(family)
        open_families.setdefault(family, []).append(block)
    yield from open_families.values()
