"""One reading of a speech's enumerators: who goes on whose list, with the lists that are open kept on a stack.

A marker goes on in an open list or begins one inside the item that is open. Where a list comes to be closed by another
and then goes on behind it, the speech has shown that the one contains the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_high

from drafting.chinese.patterns import pattern
from drafting.learn.custom import height
from drafting.learn.enumerations import List, Reading
from drafting.learn.markers import Before, Candidate, Kind
from drafting.learn.only_part import only_part
from drafting.learn.unmarked import demands, ends_all, summed_up, takes_leave, takes_up

_END = 1 << 30  # behind the last marker
_HEADING = 40  # characters
_AHEAD = 12  # markers
_SKIP = 2
_CELL = "\t"  # between the cells of a row
_SENTENCE = pattern('[。！？!?.．](?:(?<![.．])|(?<=[\u4e00-\u9fff”"].))')


class Parser:
    """One reading, with the lists that are open on a stack from the outermost to the innermost."""

    def __init__(self, paragraphs: Sequence[str], found: Sequence[Candidate], inside: set[tuple[str, str]]) -> None:
        self._paragraphs, self._found, self._inside = paragraphs, found, inside
        self._open: list[List] = []
        self._closed_by: dict[str, tuple[List, str]] = {}
        self._reading = Reading()
        self.learnt: set[tuple[str, str]] = set()
        self._by_family: dict[str, list[Candidate]] = defaultdict(list)
        for one in found:
            self._by_family[one.family].append(one)
        self._orders = {family: [one.order for one in ones] for family, ones in self._by_family.items()}
        self._only = only_part(paragraphs, found)
        self._paragraph = -1
        self._depth = 0  # of the last marker

    def read(self) -> Reading:
        """The whole speech."""
        at = 0
        for index in range(len(self._paragraphs)):
            starts = at < len(self._found) and (self._found[at].paragraph, self._found[at].start) == (index, 0)
            self._paragraph = index
            if not starts:
                order = self._found[at].order - 1 if at < len(self._found) else _END
                self._unmarked(index, order)
            while at < len(self._found) and self._found[at].paragraph == index:
                self._marker(self._found[at])
                if (own := self._reading.list_of.get(self._found[at].order)) is not None:
                    self._depth = own.level
                at += 1
        return self._reading

    def _unmarked(self, index: int, order: int) -> None:
        """A paragraph without a marker begins: the lists that it cannot belong to are closed."""
        if self._goes_on_in_table(index):
            self._reading.levels[index] = self._reading.levels[index - 1]
            return
        leaves = bool(self._open) and not self._under_heading(self._open[-1], index) and self._leaves(index, order)
        kept = self._summed_up(index, order)
        while self._open:
            innermost = self._open[-1]
            if self._goes_on_later(innermost, order):
                break
            if not leaves and (len(self._open) <= kept or (kept < 0 and self._holds(innermost, index))):
                break
            self._open.pop()
        self._reading.levels[index] = self._open[-1].level if self._open else 0
        if self._open:
            self._open[-1].holds += 1

    def _goes_on_in_table(self, index: int) -> bool:
        """Whether a paragraph is a row of a table, and no first one: it stands where the row before it does."""
        rows = self._paragraphs[max(0, index - 1) : index + 1]
        return index - 1 in self._reading.levels and all(_CELL in row for row in rows)

    def _summed_up(self, index: int, order: int) -> int:
        """How many open lists stand around the one that a paragraph looks back on; -1 where it looks back on none."""
        count = summed_up(self._paragraphs[index])
        if count is None or not self._open:
            return -1
        counted = [position for position, one in enumerate(self._open) if len(one.items) == count]
        return counted[-1] if counted else 0 if order == _END else len(self._open) - 1

    def _leaves(self, index: int, order: int) -> bool:
        """Whether a paragraph stands outside of all lists by what it says, or by what stands beside it."""
        text = self._paragraphs[index]
        if takes_leave(text):
            return True
        is_last = index == len(self._paragraphs) - 1
        return order == _END and (self._stands_apart(index) or (is_last and ends_all(text)))

    def _stands_apart(self, index: int) -> bool:
        """Whether it is the last before the closing address and, if alone behind the last list, no part of it."""
        following = self._paragraphs[index + 1 :]
        if self._depth == 1 or (following and not takes_leave(following[0])):
            return False
        if index and demands(self._paragraphs[index]) and demands(self._paragraphs[index - 1]):
            return False
        if index - 1 in self._reading.levels:
            return bool(following)
        innermost = self._open[-1]
        if len(innermost.items) > 1 and {item.paragraph for item in innermost.items} == {index - 1}:
            return False  # it goes on behind a list that runs on in one paragraph
        part = self._open[0].items[-1]
        heading = self._paragraphs[part.paragraph][part.start + len(part.text) :][:_HEADING]
        return not takes_up(heading, self._paragraphs[index])

    def _goes_on_later(self, one: List, order: int) -> bool:
        """Whether the next item of a list stands further on, before another list of the style begins."""
        following = self._by_family[one.family]
        at = bisect_right(self._orders[one.family], max(order, one.items[-1].order))
        for candidate in following[at : at + 6]:
            if self._keeps_apart(one, candidate):
                continue
            if candidate.number == one.last + 1:
                return self._is_reachable(one, candidate)
            if candidate.number <= 1:
                return False
        return False

    def _keeps_apart(self, goal: List, one: Candidate) -> bool:
        """Whether one inside a paragraph is none of a list whose items begin paragraphs, as the next of these does."""
        if one.kind is not Kind.HEADING or one.before is Before.START or goal.items[-1].before is not Before.START:
            return False
        if one.number == 1:
            return True
        following = self._by_family[one.family]
        at = bisect_right(self._orders[one.family], one.order)
        ahead = [other for other in following[at : at + _AHEAD] if other.before is Before.START]
        return bool(ahead) and ahead[0].number == goal.last + 1

    def _is_reachable(self, one: List, candidate: Candidate) -> bool:
        """Whether no list that is open around this one goes on before that candidate."""
        for outer in self._open:
            if outer is one:
                return True
            ones = self._by_family[outer.family]
            at = bisect_right(self._orders[outer.family], outer.items[-1].order)
            if at < len(ones) and ones[at].number == outer.last + 1 and ones[at].order < candidate.order:
                return ones[at].before is not Before.START and candidate.before is Before.START
        return True

    def _holds(self, one: List, index: int) -> bool:
        """Whether a paragraph behind the last item of a list still belongs to that item."""
        last = one.items[-1]
        text = self._paragraphs[index]
        if self._only in (last.order, self._open[0].items[0].order) and self._are_headings(one):
            return True
        if last.before is not Before.START:
            return last.paragraph == index
        if (demands(text) and last.paragraph == index - 1) or self._under_heading(one, index):
            return True
        if one.level > 1 and one.held[1:] and {*one.held} == {one.holds}:
            return False  # no more than each of its siblings has
        item_text = self._paragraphs[last.paragraph][last.start :]
        return not _SENTENCE.search(item_text) or item_text[-1] in ":：" or one.holds < median_high(one.held or [0])

    def _under_heading(self, one: List, index: int) -> bool:
        """Whether a paragraph is the first under a heading on a line of its own."""
        last = one.items[-1]
        if last.paragraph != index - 1 or last.start:
            return False
        return not _SENTENCE.search(self._paragraphs[index - 1]) or self._are_headings(one)

    def _are_headings(self, one: List) -> bool:
        """Whether the items of a list are short sentences alone on their lines, each with something below it."""
        if one.items[0].order == self._only:
            return True
        if one.items[0].kind is not Kind.HEADING or (len(one.items) < 2 and self._only < 0):
            return False
        if any(after.paragraph - before.paragraph < 2 for before, after in pairwise(one.items)):
            return False
        texts = [self._paragraphs[item.paragraph] for item in one.items]
        return all(len(text) <= _HEADING and not _SENTENCE.search(text, 0, len(text) - 1) for text in texts)

    def _marker(self, one: Candidate) -> None:
        same = [k for k in range(len(self._open) - 1, -1, -1) if self._open[k].family == one.family]
        next_in = [k for k in same if self._open[k].last + 1 == one.number and self._alike(self._open[k], one)]
        position = next_in[0] if next_in else same[0] if same else None
        apart = position is not None and self._keeps_apart(self._open[position], one)
        if position is not None and not apart and self._continue(position, one):
            return
        if one.number > 1 and self._reopens(one):
            return
        if not self._may_begin(one, position):
            self._reading.alone.add(one.order)
            return
        self._begin(one, position)

    def _continue(self, position: int, one: Candidate) -> bool:
        """Go on in an open list, if the number fits; the lists inside it are closed."""
        goal = self._open[position]
        step = one.number - goal.last
        fits = step == 1 or (1 < step <= 1 + _SKIP and self._alike(goal, one) and one.kind is not Kind.WORD)
        fits = fits or (one.kind is Kind.WORD and one.number > goal.last)
        slip = step <= 0 and one.number > 1 and one.before is Before.START and goal.items[-1].before is Before.START
        if not fits and not (slip and one.kind is Kind.HEADING):
            return False
        runs_in = one.before in (Before.COMMA, Before.NOTHING)
        if step == 1 and position < len(self._open) - 1 and runs_in and one.kind is Kind.HEADING:
            return False
        for inner in self._open[position + 1 :]:
            self._closed_by.pop(inner.family, None)
        del self._open[position + 1 :]
        goal.held.append(goal.holds)
        goal.holds = 0
        goal.items.append(one)
        self._reading.list_of[one.order] = goal
        return True

    def _alike(self, goal: List, one: Candidate) -> bool:
        return (goal.items[-1].before is Before.START) == (one.before is Before.START)

    def _reopens(self, one: Candidate) -> bool:
        """Whether it goes on in a list that another has closed: then that other stands inside it."""
        closed = self._closed_by.get(one.family)
        if closed is None or one.number != closed[0].last + 1 or (one.family, closed[1]) in self._inside:
            return False
        self.learnt.add((one.family, closed[1]))
        return False

    def _may_begin(self, one: Candidate, position: int | None) -> bool:
        if one.number == 1:
            return True
        clear = one.before in (Before.START, Before.SENTENCE, Before.COLON)
        if one.kind is Kind.WORD:
            return False
        if one.kind is Kind.HEADING:
            return one.before is Before.START and position is None
        if position is not None:
            return one.before is Before.COLON
        return clear and (one.kind is Kind.VERB or one.text[-1:] in (*"，,、：:是",) or one.before is Before.START)

    def _begin(self, one: Candidate, position: int | None) -> None:
        introduced = one.before is Before.COLON or self._follows_colon(one)
        duplicate = position is not None and (
            one.number > 1
            or self._follows_item(position, one)
            or self._keeps_apart(self._open[position], one)
            or self._runs_in(self._open[position], one)
        )
        if position is not None and not duplicate:
            del self._open[position:]
        while self._open and not duplicate:
            innermost = self._open[-1]
            if self._under_heading(innermost, one.paragraph) and self._next_beside(one):
                break  # all of it stands in the first paragraph under a heading
            if not self._outranks(one, innermost, introduced):
                break
            self._closed_by[innermost.family] = (innermost, one.family)
            self._open.pop()
        level = self._open[-1].level + 1 if self._open else 1
        made = List(one.family, level, [one], introduced)
        self._open.append(made)
        self._closed_by.pop(one.family, None)
        self._reading.lists.append(made)
        self._reading.list_of[one.order] = made

    def _follows_item(self, position: int, one: Candidate) -> bool:
        """Whether a list of the same style begins right behind the paragraph of an item: it stands inside the item."""
        last = self._open[position].items[-1]
        if position < len(self._open) - 1 or last.before is not Before.START or last.number < 2:
            return False
        return last.paragraph == one.paragraph - (one.before is Before.START)

    def _runs_in(self, outer: List, one: Candidate) -> bool:
        """Whether a list runs on in one paragraph, while the items of the open one each begin a paragraph."""
        if one.kind is not Kind.HEADING or len(outer.items) < 2:
            return False
        return self._next_beside(one) and all(item.before is Before.START for item in outer.items[-2:])

    def _next_beside(self, one: Candidate) -> bool:
        """Whether the next of its style stands in the same paragraph."""
        following = self._by_family[one.family]
        at = bisect_right(self._orders[one.family], one.order)
        return at < len(following) and following[at].paragraph == one.paragraph

    def _follows_colon(self, one: Candidate) -> bool:
        """Whether it begins a paragraph, and the one before ends with a colon."""
        before = self._paragraphs[one.paragraph - 1] if one.before is Before.START and one.paragraph else ""
        return before.endswith((":", "："))

    def _outranks(self, one: Candidate, other: List, introduced: bool) -> bool:
        """Whether the list that `one` begins stands outside of `other`, which is open."""
        if (other.family, one.family) in self._inside or other.items[-1].order == self._only:
            return False
        if (one.family, other.family) in self._inside:
            return True
        last = other.items[-1]
        if introduced and last.paragraph >= one.paragraph - 1 and one.kind is not Kind.HEADING:
            return False
        if introduced and last.paragraph == one.paragraph and one.before is Before.COLON:
            return False
        return height(one) < height(other.items[0]) and not _details(one, other)


def _details(one: Candidate, other: List) -> bool:
    """Whether a list of headings begins right below the last of several ordinals: it goes into what that one says."""
    last = other.items[-1]
    begins = one.number == 1 and one.before is Before.START and last.before is Before.START
    is_ordinal = last.kind is Kind.ORDINAL and last.number > 1 and other.level > 1
    return begins and is_ordinal and last.paragraph == one.paragraph - 1
