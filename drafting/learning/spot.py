"""What in a text changes from year to year: names, dates, figures, titles, slogans, found by their form.

Where a form is not sure the text is left as it is: a question too few costs less than a foolish one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafting.learning import figures, forms, people
from drafting.learning.simplified import simplified


class Kind(StrEnum):
    """What a stretch of text names."""

    MEETING = "meeting"
    CONGRESS = "congress"
    PLAN = "plan"
    DATE = "date"
    TIME = "time"
    YEAR = "year"
    EDITION = "edition"
    FIGURE = "figure"
    DOCUMENT = "document"
    SLOGAN = "slogan"
    HONOUR = "honour"
    RANK = "rank"
    PERSON = "person"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a text that names something: from start to before end."""

    start: int
    end: int
    kind: Kind


_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.SLOGAN, forms.INSTRUCTED),
    (Kind.DOCUMENT, forms.DOCUMENT),
    (Kind.PLAN, forms.PLAN),
    (Kind.MEETING, forms.MEETING),
    (Kind.CONGRESS, forms.CONGRESS),
    (Kind.SLOGAN, forms.CITED),
    (Kind.HONOUR, forms.HONOUR),
    (Kind.RANK, forms.RANK),
    (Kind.SLOGAN, forms.SLOGANS),
    (Kind.SLOGAN, forms.SLOGAN),
    (Kind.DATE, forms.DATE),
    (Kind.YEAR, forms.YEAR),
    (Kind.EDITION, forms.EDITION),
    (Kind.TIME, forms.TIME),
    (Kind.FIGURE, figures.FIGURE),
    (Kind.FIGURE, figures.FIGURE_IN_CHARACTERS),
    (Kind.PERSON, people.PERSON),
    (Kind.BODY, forms.GOVERNMENT),
    (Kind.BODY, forms.INSTITUTION),
    (Kind.BODY, forms.PLACE),
    (Kind.BODY, forms.TOWN),
    (Kind.BODY, forms.AMONG_OTHERS),
)

_OF_A_YEAR = re.compile(rf".*{forms.YEAR_NUMBER}(?:年度?|[级届])(?=\w{{4}}|[“《])")


def spots(text: str, known: Iterable[tuple[str, Kind]] = ()) -> list[Spot]:
    """The stretches of a text that name something, in order, none within another.

    known: names met elsewhere in the speech, simplified; wherever they stand, they are the same fact.
    """
    text = simplified(text)
    found = [Spot(at, at + len(name), kind) for name, kind in known if name in text for at in _places(text, name)]
    found += [Spot(match.start(), match.end(), kind) for kind, form in _FORMS for match in form.finditer(text)]
    taken = bytearray(len(text))
    kept = []
    for spot in found:  # in the order of the forms: what is found first is surer
        if spot.end > spot.start and not any(taken[spot.start : spot.end]):
            taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
            kept.append(spot)
    return sorted(kept, key=lambda spot: spot.start)


def meeting_of(title: str) -> str:
    """The meeting that a title names, or what of its name stands behind the year: 在…会议上的讲话; "" for none."""
    match = forms.MEETING_IN_TITLE.search(simplified(title))
    return _OF_A_YEAR.sub("", title[match.start() : match.end()]) if match else ""


def _places(text: str, name: str) -> list[int]:
    places, at = [], text.find(name)
    while at >= 0 and name:
        places.append(at)
        at = text.find(name, at + len(name))
    return places
