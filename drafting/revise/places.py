"""Where paragraphs that come in or move are put: not into a table, a text box or a control."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from drafting.revise.marks import behind_block
from drafting.word.package import w

_BODY, _CONTROL = w("body"), w("sdtContent")


def put_between(
    new: Sequence[etree._Element],
    before: etree._Element | None,
    following: etree._Element | None,
    root: etree._Element,
) -> None:
    """Put paragraphs behind the one before and in front of the one that follows, as near to them as may be.

    root: the document, at whose beginning they go if there is neither.
    """
    if before is not None and (_in_body(before) or _in_same_control(before, following)):
        _put_behind(behind_block(before), new)
    elif following is not None and _in_body(following):
        _put_before(following, new)
    elif before is not None:
        _put_behind(_outermost(before), new)
    elif following is not None:
        _put_before(_outermost(following), new)
    else:
        for body in root.iterchildren(_BODY):
            body[:0] = new


def _put_behind(place: etree._Element, new: Sequence[etree._Element]) -> None:
    for element in reversed(new):
        place.addnext(element)


def _put_before(place: etree._Element, new: Sequence[etree._Element]) -> None:
    for element in new:
        place.addprevious(element)


def _in_body(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == _BODY


def _in_same_control(before: etree._Element, following: etree._Element | None) -> bool:
    """Whether both stand in one content control, and what comes between them does too."""
    parent = before.getparent()
    return following is not None and parent is following.getparent() and parent is not None and parent.tag == _CONTROL


def _outermost(element: etree._Element) -> etree._Element:
    """What of the body the element stands in."""
    while (parent := element.getparent()) is not None and parent.tag != _BODY:
        element = parent
    return element
