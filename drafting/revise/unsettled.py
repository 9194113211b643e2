"""Conflicts of earlier runs that nobody has settled: our comment on the person's words is still in the file."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from drafting.revise.remarks import is_by_hand, place_in, wanted_in
from drafting.word.names import AUTHOR
from drafting.word.package import Package, w


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A conflict that waits.

    words: the person's, on which the comment stands; comment: what it says; wanted: what the draft would have there,
    the same words where it would have them at another place.
    """

    words: str
    comment: str
    wanted: str

    @property
    def by_hand(self) -> bool:
        """Whether the person changed these very words."""
        return is_by_hand(self.comment)


def unsettled(package: Package, root: etree._Element) -> list[Unsettled]:
    """The conflicts whose comments stand in the document, in reading order."""
    comments = our_comments(package)
    if not comments:
        return []
    words: dict[str, list[str]] = {}
    open_now: list[str] = []
    for element in root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"), w("t")):
        number = element.get(w("id"), "")
        if element.tag == w("commentRangeStart") and number in comments:
            words[number] = []
            open_now.append(number)
        elif element.tag == w("commentRangeEnd") and number in open_now:
            open_now.remove(number)
        elif element.tag == w("commentReference") and number in comments and number not in words:
            words[number] = [(wanted_in(comments[number]) or ("", ""))[1]]  # it began in what has gone since
        elif element.tag == w("t"):
            for number in open_now:
                words[number].append(element.text or "")
    return [
        Unsettled("".join(found), comments[number], (wanted_in(comments[number]) or ("".join(found),))[0])
        for number, found in words.items()
    ]


def our_comments(package: Package) -> dict[str, str]:
    """What our comments on conflicts say, by their ids."""
    return {
        comment.get(w("id"), ""): text
        for part in package.related(package.document, "comments")
        if part in package.parts
        for comment in package.peek(part).iterfind(w("comment"))
        if comment.get(w("author")) == AUTHOR
        and (text := "".join([found.text or "" for found in comment.iter(w("t"))]))
        and not (wanted_in(text) is None and place_in(text) is None)
    }
