"""What stands below an item that is a row: which column each list answers, and what runs on behind the lists."""

from __future__ import annotations

import re
from collections.abc import Collection

from drafting.learning.frames import SENTENCE, Shape, alike
from drafting.learning.passages import Listing, Passage
from drafting.learning.row_texts import is_to_do
from drafting.outline.model import Question, Type

_LACKING = re.compile("毛病|问题|不足|差距|短板|短处|欠缺|软肋")
_PART = re.compile("其中")  # asks what one entry of another list is divided into
_GENERIC = re.compile("(?:第?几[是、，条点]?|[（(]几[）)]|几[.．])\\Z")  # enumerators that count anything


def list_column(listing: Listing, above: str, question: Question, shape: Shape, found: Collection[str]) -> str:
    """The column of lists that a list below an item answers: by its lead, by its enumerator, or that of the details.

    above: the text of the item, whose last sentence leads into the list. found: the columns that lists before it
    answer; without the details, there is nothing that a list could be a part of.
    """
    lists = [column for column in question.columns if column.type is Type.LIST]
    lead = (SENTENCE.findall(above) or [""])[-1]
    markers = {alike(item.block.marker) for item in listing.items}
    to_do = sum([is_to_do(item.body) for item in listing.items])
    own = [key for key, known in shape.markers.items() if markers <= known and not any(map(_GENERIC.match, markers))]
    parts = [column.key for column in lists if column.key != shape.details and _PART.search(column.ask)]
    if len(own) == 1 and (own[0] not in parts or shape.details in found):
        return own[0]
    lacking = [column.key for column in lists if _LACKING.search(column.ask)]
    is_lacking = _LACKING.search(re.split("[，,]", lead)[-1]) and 2 * to_do <= len(listing.items)
    return lacking[0] if lacking and is_lacking else shape.details


def behind_lists(item: Passage) -> list[Passage]:
    """The paragraphs of an item that run on behind a list in it."""
    lists = [place for place, element in enumerate(item.below) if isinstance(element, Listing)]
    behind = item.below[lists[0] + 1 :] if lists else ()
    return [element for element in behind if isinstance(element, Passage) and element.block.runs_on]
