"""What the place of a block in the speech says of its move: before the parts, one of them, or behind them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from drafting.chinese.patterns import pattern
from drafting.chinese.previews import demands_only, foretells
from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.bare_headings import is_bare
from drafting.learn.blocks import Piece
from drafting.learn.evidence import BODY, Passage
from drafting.learn.headlines import is_paper, is_salutation
from drafting.learn.progress import progress
from drafting.learn.unmarked import address, bids_farewell, is_cut_off, takes_leave
from drafting.learn.verse import is_told_as_verse

_YEAR, _PAST_YEAR, _SHOWN = re.compile(r"20\d\d(?=年)"), 4.0, 12
# The words of the one who chairs a meeting: what is listed there is mostly its order.
_CHAIRED, _CHAIRS = pattern("宣布[^。]{0,40}(?:开始|开幕|开会)|议程[^。，]{0,8}(?:有|是|为|如下|：|:|项)|依次进行"), 6
# How the points of a speech are announced.
_POINTS = pattern("(?:下面|借此|借这个|在这里|在此|现在)[^。！]{0,50}[讲谈说提调][^。，！]{0,4}[点个条]")
_ANNOUNCEMENT = 60
_GREETING = pattern("(?:大家|同志们|同学们|各位)?(?:新年|节日|早上|上午|中午|下午|晚上)?好[！!。]?")
_BY_ORDER = pattern("(?:在此[,，])?(?:请允许)?我们?(?:谨)?代表[^。]{2,80}向")  # in whose name the hearers are greeted
# In passing to which the year may be told: 上半年，……。今天开这个会，……。刚才，……。
_THIS_MEETING = pattern(
    "(?<![^。！!])(?:今天|这次|此次|本次)[^。，：]{0,16}(?:开(?:这个|这次|个)?会|召开|召集|请来|(?:会议|大会)[^。，]{0,6}(?:任务|目的|主题)?是)"
    "|(?<![^。！!])刚才[，,]?(?:(?!我)[^。]){2,60}(?:通报|汇报|宣读|传达|介绍|发言|交流|部署|表态)"
)
_PREAMBLE, _PAPER_ENDS, _PREVIEW = 4.5, 10.0, 8.0
_BARE = "heading"  # the family of headings without a number
_PARTS = 0.3  # of a speech: a list that has less of it is not what the speech consists of
_OPENS = 2  # paragraphs that open a speech which has no parts
_HARDLY, _UNLIKELY, _HALF, _OVER = 0.1, 0.2, 0.5, 0.3  # what is left of what speaks for a move that is out of place
_FIRST, _NEXT = 4.0, 1.0  # what speaks for it that a paragraph before the first part opens
# What is listed before the first part lies in the past: what a model has done, what is still lacking.
_LISTED_FIRST = ((Move.EXPERIENCE, 2.5), (Move.ACHIEVEMENTS, 1.0), (Move.SHORTCOMINGS, 1.0))
_LISTED_NEXT = ((Move.EXPERIENCE, 0.5), (Move.ACHIEVEMENTS, 0.5), (Move.SHORTCOMINGS, 3.0))  # in a second list
_NO_OPENING, _BEHIND_A_LIST, _OF_THE_LIST, _TO_A_LIST = 2.0, 0.3, 1.5, 2.0
# What stands behind the last part, and is the last paragraph, the last but one, or neither.
_AFTER, _LAST_BUT, _LAST = 0.5, 1.2, 2.5
_BEFORE_CLOSING, _NO_ADDRESS = 4.0, ("", "最后")
_ENDS = (1.0, 0.5)  # what speaks for it that a speech without parts ends with its last paragraphs
_DEMANDS = 4.0  # what speaks for it that a part of mere demands, behind one of tasks, says how these are secured
_A_PART, _A_LIST, _LAST_PART, _FIRST_PART, _FIRST_OF_TWO = 1.2, 1.2, 1.0, 1.0, 0.5
_LACKS_FIRST, _LACKS = 1.5, 0.5  # no part tells of what is lacking alone, the first least of all


def places(passages: Sequence[Passage], body: Sequence[int]) -> None:
    """Let the place of each block of the body speak for its move."""
    if body and not is_told_as_verse(passages, body):
        _Places(passages, body).weigh()
        progress(passages, body, _is_cut_off(passages[body[-1]].piece.text))


class _Places:
    """The places of one speech. body: the positions of the blocks between its head and what is below its end."""

    def __init__(self, passages: Sequence[Passage], body: Sequence[int]) -> None:
        self._passages, self._body = passages, body
        pieces = [passages[at].piece for at in body]
        self._parts, self._are_most = _parts(passages, body)
        self._first_part = self._parts[0] if self._parts else body[-1] + 1
        inside = [at for at, piece in zip(body, pieces, strict=True) if piece.role is Role.ITEM or piece.parent >= 0]
        self._last_item = max(inside, default=-1)
        self._containers = {piece.parent for piece in pieces}
        title = "".join([passage.piece.text for passage in passages if passage.piece.role is Role.TITLE])
        self._is_paper = is_paper(title)
        before = [passages[at].piece.text for at in body if at < self._first_part]
        self._is_chaired = "主持" in title[-_CHAIRS:] or any(_CHAIRED.search(text) for text in before)
        self._opened_at = self._opened()
        headings = [passages[at].piece.heading for at in self._parts]
        self._this_year = max(_years("".join([title, *headings])), default=0)
        self._joined = _joined(pieces)
        addressed = {address(passages[at].piece.text): n for n, at in enumerate(body) if at > self._last_item}
        self._last_address = {whom: number for whom, number in addressed.items() if whom}
        self._addresses = [n for n, at in enumerate(body) if address(passages[at].piece.text) not in _NO_ADDRESS]
        self._early = _early(pieces)
        self._greets = _GREETING.fullmatch(pieces[0].text) is not None  # and the speech begins behind it
        self._cut_off = _is_cut_off(pieces[-1].text)  # so that no words are the last
        self._listed = 0  # lists that begin before the first part
        self._previewed = _previewed(passages, body, self._parts)

    def weigh(self) -> None:
        """Each block of the body, in their order."""
        for number, at in enumerate(self._body):
            passage = self._passages[at]
            piece = passage.piece
            self._everywhere(passage, number, at)
            if self._is_paper and at < self._first_part:
                passage.add(Move.GOALS, _PREAMBLE, _("a paper's preamble"))
                for told in (Move.ACHIEVEMENTS, Move.SHORTCOMINGS):  # from which it goes on to what is wanted
                    passage.scores[told] *= _OVER
            elif at < self._first_part and piece.role is Role.PARAGRAPH and not piece.level:
                self._before_parts(passage, number, at)
            elif number < self._joined:
                passage.add(Move.OPENING, _FIRST, _("before the first part"))
            elif self._parts and at < self._first_part and piece.role is Role.ITEM and self._is_outermost(piece, at):
                self._listed_before(passage, at)
            elif piece.level == 0 and at > self._last_item:
                self._behind_parts(passage, number)
            elif piece.role is Role.PARAGRAPH and at == self._last_item and piece.parent < at - 1:
                self._ends_parts(passage, number, self._passages[at - 1].piece)
            elif at in self._parts:
                self._part(passage, at)

    def _everywhere(self, passage: Passage, number: int, at: int) -> None:
        if self._this_year and 0 < min(_years(passage.piece.text[:_SHOWN]), default=0) < self._this_year:
            passage.add(Move.ACHIEVEMENTS, _PAST_YEAR, _("of a year that is over"))
            passage.scores[Move.GOALS] *= _HALF
        if not number and len(self._body) > 2:
            passage.scores[Move.CLOSING] *= _UNLIKELY
        passage.opened = at >= self._opened_at
        if self._is_paper:
            passage.scores[Move.OPENING] *= _UNLIKELY
        heads = passage.piece.role is Role.ITEM or is_bare(passage.piece)
        if at < self._last_item and not (heads and Move.CLOSING in passage.headed):
            passage.scores[Move.CLOSING] *= _UNLIKELY
        elif self._last_item < 0 and number in self._early:
            passage.scores[Move.CLOSING] *= _HARDLY
        elif number in self._addresses and (self._addresses[-1] > number + 1 or _is_address(passage.piece.text)):
            passage.scores[Move.CLOSING] *= _UNLIKELY
        if number and number == len(self._body) - 1 and not passage.piece.level and bids_farewell(passage.piece.text):
            passage.add(Move.CLOSING, _LAST, _("the last words"))

    def _opened(self) -> int:
        """Where the opening is over: at the first part, and behind the order of the day at the next list."""
        pieces = [(at, self._passages[at].piece) for at in self._body]
        items = [(at, piece) for at, piece in pieces if piece.role is Role.ITEM and not piece.runs_on]
        if self._is_chaired:
            begun = [at for at, piece in items if piece.number == 1 and piece.parent < 0]
            return begun[1] if len(begun) > 1 else self._body[-1] + 1
        if self._parts and not self._passages[self._first_part].piece.runs_on:
            return self._first_part
        # Of a text that is cut off there may be one part, and no list but one told before the points are announced.
        announced = [at for at, piece in items if self._is_announced(at, piece)]
        if announced or self._parts:
            return announced[0] if announced else self._first_part
        return items[0][0] if items else self._first_part

    def _is_announced(self, at: int, piece: Piece) -> bool:
        """Whether an item is the first of the points that are announced right before it: 下面，我讲三点意见。"""
        before = self._passages[at - 1].piece if at else piece
        is_first = piece.number == 1 and piece.parent < 0 and before.role is Role.PARAGRAPH
        return is_first and _POINTS.search(before.text[-_ANNOUNCEMENT:]) is not None

    def _is_outermost(self, piece: Piece, at: int) -> bool:
        return piece.level == 1 and at not in self._containers

    def _before_parts(self, passage: Passage, number: int, at: int) -> None:
        """A paragraph: it opens, or it belongs to the lists that stand there."""
        left = len(self._body) - 1 - number
        if not self._parts and left < len(_ENDS) and len(self._body) > 2 and not self._cut_off:
            passage.add(Move.CLOSING, _ENDS[left], _("the last words"))
            if left and self._is_before_closing(passage, number):
                passage.scores[Move.CLOSING] *= _UNLIKELY
        place = max(0, number - self._greets)
        is_behind = bool(self._listed) and self._passages[at - 1].piece.role is Role.ITEM
        if self._listed < 2 if self._are_most else place < _OPENS:
            text = passage.piece.text
            greets = place < _OPENS and (_BY_ORDER.match(text) or (self._parts and _THIS_MEETING.search(text)))
            passage.scores[Move.ACHIEVEMENTS] *= _OVER if greets else 1.0
            passage.add(Move.OPENING, _NEXT if place and not greets else _FIRST, _("before the first part"))
            if at == self._body[0] and at + 1 == self._first_part:
                passage.scores[Move.GOALS] *= _HALF  # all that opens the speech, its guidance too
        elif is_behind:
            passage.scores[Move.OPENING] -= _BEHIND_A_LIST
        if not self._are_most or not self._listed:
            return
        if is_behind:
            move = Move.EXPERIENCE if self._listed < 2 else Move.SHORTCOMINGS
            passage.add(move, _OF_THE_LIST, _("behind a list before the first part"))
        if at + 1 < self._first_part and self._passages[at + 1].piece.number == 1:
            passage.add(Move.SHORTCOMINGS, _TO_A_LIST, _("before a second list"))

    def _listed_before(self, passage: Passage, at: int) -> None:
        if self._is_chaired:
            return  # it is the order of the day
        if at in self._previewed:
            passage.add(Move.OPENING, _PREVIEW, _("names the parts to come"))
            return
        passage.scores[Move.OPENING] -= _NO_OPENING
        self._listed += passage.piece.number == 1
        for move, weight in _LISTED_FIRST if self._listed < 2 else _LISTED_NEXT:
            passage.add(move, weight, _("a list before the first part"))

    def _behind_parts(self, passage: Passage, number: int) -> None:
        if self._parts:
            for move in (Move.ACHIEVEMENTS, Move.EXPERIENCE):
                passage.scores[move] *= _OVER
        left = len(self._body) - 1 - number
        if not self._cut_off:
            passage.add(Move.CLOSING, (_LAST, _LAST_BUT, _AFTER)[min(2, left)], _("after the last part"))
        whom = address(passage.piece.text)
        if self._parts and not is_bare(passage.piece) and self._is_before_closing(passage, number):
            self._secures(passage)
        elif whom and any(at > number for other, at in self._last_address.items() if other != whom):
            passage.scores[Move.CLOSING] *= _UNLIKELY  # the hearers are addressed group by group

    def _ends_parts(self, passage: Passage, number: int, before: Piece) -> None:
        """The last paragraph of the last part, if it is not the first below its heading."""
        if self._is_paper and number == len(self._body) - 1:
            passage.add(Move.CLOSING, _PAPER_ENDS, _("the end of a paper"))
        elif self._are_most and before.role is Role.ITEM and self._is_before_closing(passage, number):
            self._secures(passage)

    def _secures(self, passage: Passage) -> None:
        passage.scores[Move.CLOSING] *= _UNLIKELY
        passage.add(Move.GUARANTEE, _BEFORE_CLOSING, _("between the parts and the closing"))

    def _is_before_closing(self, passage: Passage, number: int) -> bool:
        """Whether the next takes leave, and this one not: it still says how the parts are secured."""
        if number + 1 == len(self._body) or _takes_leave(passage.piece.text):
            return False
        return _takes_leave(self._passages[self._body[number + 1]].piece.text)

    def _part(self, passage: Passage, at: int) -> None:
        """One of the parts of the speech, the first or the last of them; or an item of a list that is no more."""
        if not self._are_most:
            passage.add(Move.TASKS, _A_LIST, _("a list"))
            return
        passage.is_part = True
        passage.add(Move.TASKS, _A_PART, _("a part"))
        passage.scores[Move.SHORTCOMINGS] -= _LACKS_FIRST if at == self._first_part else _LACKS
        if at == self._parts[-1] and len(self._parts) > 1:
            passage.add(Move.GUARANTEE, _LAST_PART, _("the last part"))
            if demands_only(passage.piece.heading) and any(self._sets_tasks(other) for other in self._parts[:-1]):
                passage.add(Move.GUARANTEE, _DEMANDS, _("what is asked for behind the tasks"))
                passage.scores[Move.TASKS] -= passage.headed.pop(Move.TASKS, 0.0)
        if at == self._first_part and len(self._parts) > 1:
            weight = _FIRST_PART if len(self._parts) > 2 else _FIRST_OF_TWO
            passage.add(Move.SIGNIFICANCE, weight, _("the first part"))

    def _sets_tasks(self, at: int) -> bool:
        """Whether a part says first of all what is to be done."""
        scores = self._passages[at].scores
        return max(BODY, key=lambda move: scores[move]) is Move.TASKS


def _is_address(text: str) -> bool:
    """Whether it addresses the hearers and says no more."""
    return text[-1] in "！!" and is_salutation(text[:-1] + "：")


def _is_cut_off(text: str) -> bool:
    return is_cut_off(text) and not takes_leave(text)  # who says 谢谢大家 may write no mark behind it


def _takes_leave(text: str) -> bool:
    return address(text) not in _NO_ADDRESS or bids_farewell(text)


def _joined(pieces: Sequence[Piece]) -> int:
    """How many blocks the first sentence of the body has: 今天来，一是看看大家，二是听听意见"""
    if pieces[0].text[-1:] not in ("，", ","):
        return 0
    return next((number for number, piece in enumerate(pieces) if number and not piece.runs_on), len(pieces))


def _early(pieces: Sequence[Piece]) -> range:
    """The numbers of the blocks behind which more than half of the text stands, and two blocks at least."""
    left = sum([len(piece.text) for piece in pieces]) / 2
    for number, piece in enumerate(pieces):
        left -= len(piece.text)
        if left < 0 or number + 2 >= len(pieces):
            return range(number)
    return range(0)


def _previewed(passages: Sequence[Passage], body: Sequence[int], parts: Sequence[int]) -> frozenset[int]:
    """The items of a list before the first part that name the parts to come, one each."""
    if len(parts) < 2:
        return frozenset()
    headings = [passages[at].piece.heading for at in parts]
    items = [at for at in body if at < parts[0] and passages[at].piece.role is Role.ITEM]
    for start in range(len(items) - len(parts) + 1):
        group = items[start : start + len(parts)]
        texts = [passages[at].piece.text for at in group]
        if passages[group[0]].piece.number == 1 and foretells("".join(texts), headings):
            return frozenset(group)
    return frozenset()


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _parts(passages: Sequence[Passage], body: Sequence[int]) -> tuple[list[int], bool]:
    """The items that are the parts of the speech: of the outermost lists the one that most of the text stands in.

    And whether the speech consists of them. Items inside a paragraph are parts only where no others are.
    """
    parts, are_most = _outermost(passages, body, inline=False)
    return (parts, are_most) if parts else _outermost(passages, body, inline=True)


def _outermost(passages: Sequence[Passage], body: Sequence[int], *, inline: bool) -> tuple[list[int], bool]:
    """The same, with or without the items inside a paragraph."""
    share: dict[str, int] = defaultdict(int)
    members: dict[str, list[int]] = defaultdict(list)
    owner = ""
    for position in body:
        piece = passages[position].piece
        if is_bare(piece) or (piece.role is Role.ITEM and piece.level == 1 and piece.parent < 0):
            owner = "" if piece.runs_on and not inline else piece.family or _BARE
            members[owner].append(position)
        elif piece.level == 0 and piece.parent < 0:
            owner = ""
        share[owner] += len(piece.text)
    whole = sum(share.values())
    share.pop("", None)
    best = max((family for family in share if len(members[family]) > 1), key=lambda family: share[family], default="")
    if best and _are_several_lists(passages, members[best]):
        return members[best], False
    return (members[best] if best else []), best != "" and share[best] >= _PARTS * whole


def _are_several_lists(passages: Sequence[Passage], members: Sequence[int]) -> bool:
    """Whether items count from one again behind a paragraph that ends with a colon: they are lists, and no parts."""
    again = [at for at in members[1:] if passages[at].piece.number == 1]
    return any(passages[at - 1].piece.text.endswith(("：", ":")) for at in again)
