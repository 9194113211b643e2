"""Answers behind 要 or 必须 that begin with what they are about, where a verb is asked: 必须冰厂每天多出几吨."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from drafting.check import Finding
from drafting.chinese.patterns import pattern
from drafting.draft import Draft, Source
from drafting.i18n import _

_DEMAND = pattern(r"(?:(?<![首主重需必])要|必须|务必|还得)$")
_SUBJECT = pattern(  # a thing or people, and then how or when: 小的当场换, 备件提前订
    "(?![把将对向同与给让使由在从为按以于每各逐分先再不如凡若])"
    "(?:[^，；。：、的]{0,6}的(?:当场|集中|接着|逐|一律|马上|立即|限期|全部)"
    "|[^，；。：、的]{2,5}(?:提前|每[天日周月年]|天天|一律|当场|都|也)[^，；。：、的])"
)


def check_demands(draft: Draft, tells_a_deed: Callable[[str], bool]) -> Iterator[Finding]:
    """A finding for each answer that stands behind 要, 必须 or their like and certainly does not begin with a verb.

    tells_a_deed: whether a text certainly begins with a verb. What is neither of the two for certain is not told.
    """
    message = _("“{text}” stands behind “{word}” and begins with what it is about; begin it with a verb.")
    for block in draft.blocks:
        for before, span in pairwise(block.spans):
            demand = _DEMAND.search(before.text) if before.source is Source.WORDING else None
            if demand and span.source is Source.FACT and _SUBJECT.match(span.text) and not tells_a_deed(span.text):
                yield Finding("demands", block.key, message.format(text=span.text, word=demand[0]))
