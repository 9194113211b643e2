"""Paragraphs of a draft, and which of the draft before became which of the new one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Draft, Source
from drafting.merge.pairing import best_pairs, candidates, grams, likeness

_BY_NUMBER = re.compile(r"~\d+$|#\d+$|/-$|/-[/~.#]|~\d+[/.#]|\[\d+\]")
_NTH = re.compile(r"#\d+$")
_CLAUSE = re.compile(f"[^{re.escape(POINTS)}]+")
_STEPS = re.compile(r"[^/.#]+|[/.#]")
_LEAST = 0.4  # likeness of two paragraphs that are the same one, reworded
_SAME_NAME = 0.25  # what a key of the same name adds to that, where it is only a number that makes it a name
_SAME_PLACE = 0.05  # what standing at the same place adds
_Value = TypeVar("_Value", bound=Hashable)


class Group(NamedTuple):
    """A paragraph of a draft: its blocks. core: its text without the enumerators.

    last: the last block as it is in the draft, where what closes the paragraph counts as a block of its own.
    """

    blocks: tuple[Block, ...]
    text: str
    core: str
    last: Block | None = None

    @property
    def drafted(self) -> tuple[Block, ...]:
        """Its blocks as they are in the draft."""
        return self.blocks if self.last is None else (*self.blocks[:-2], self.last)

    def is_close(self, number: int) -> bool:
        """Whether a block is no block of the draft but what closes the paragraph behind its list."""
        return self.last is not None and number == len(self.blocks) - 1

    @property
    def key(self) -> str:
        """The key of its first block."""
        return self.blocks[0].key

    @property
    def shape(self) -> Hashable:
        """What it is on the page: paragraphs of another shape are other paragraphs."""
        first = self.blocks[0]
        return first.role.value in ("item", "paragraph") or first.role, first.is_heading


def body_of(block: Block) -> str:
    """The text of a block without its enumerator."""
    return "".join([span.text for span in block.spans])


def groups_of(draft: Draft) -> list[Group]:
    """The paragraphs of a draft."""
    found = []
    for blocks in draft.paragraphs():
        if len(blocks) == 1:  # as most are
            core = body_of(blocks[0])
            text = blocks[0].marker + core
        else:
            bodies = [body_of(block) for block in blocks]
            core = "".join(bodies)
            text = "".join([block.marker + body for block, body in zip(blocks, bodies, strict=True)])
        found.append(Group(blocks, text, core))
    return found


def heading_of(block: Block) -> str:
    """The heading that is run in before the text of a block, "" if it has none."""
    return "".join([span.text for span in block.spans[: block.heading]])


def clauses_of(block: Block) -> list[str]:
    """The clauses of a block, without their marks."""
    return _CLAUSE.findall(body_of(block))


def is_name(key: str) -> bool:
    """Whether a key names what it stands for; a number in it only counts, and counts anew when a row comes first."""
    return _BY_NUMBER.search(key) is None


def successors(base: Sequence[Group], new: Sequence[Group]) -> dict[int, int]:
    """Which paragraph of the new draft continues which of the base: indexes of base to indexes of new.

    Items of lists are known by what they say and not by their number.
    """
    pairs = _Pairs(len(base), len(new))
    keys, now = [group.key for group in base], [group.key for group in new]
    by_name = _names(base, new, keys, now)
    cores, new_cores = [group.core for group in base], [group.core for group in new]
    pairs.equal(list(zip(keys, cores, strict=True)), list(zip(now, new_cores, strict=True)))
    pairs.equal(by_name, now, is_name)
    pairs.equal(cores, new_cores)
    _renamed(pairs, base, new)
    left = {i: grams(cores[i]) for i in pairs.free_left()}
    right = {j: grams(new_cores[j]) for j in pairs.free_right()}
    named = {key: j for j, key in enumerate(now)}
    scores: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for i, j in candidates(left, right, [(i, named[keys[i]]) for i in left if keys[i] in named]):
        score = likeness(left[i], right[j])
        if by_name[i] == now[j]:
            score += _SAME_NAME * (score > 0)
        if score >= _LEAST and base[i].shape == new[j].shape:
            scores[i][j] = score + _SAME_PLACE * (1 - abs(i / len(base) - j / len(new)))
    for i, j in best_pairs(scores).items():
        pairs.join(i, j)
    _renamed(pairs, base, new)
    _reworded(pairs, base, new)
    return pairs.right_of


def _names(base: Sequence[Group], new: Sequence[Group], keys: list[str], now: Sequence[str]) -> list[str]:
    """The keys of the base, "" for paragraphs of wording in a part that has another number of paragraphs in the new
    draft: another wording may begin with what stood second."""
    before, after = (Counter([_NTH.sub("", key) for key in found if "#" in key]) for found in (keys, now))
    if before == after:
        return keys
    others = {part for part in before.keys() | after.keys() if before[part] != after[part]}
    wording = {group.key for group in new if _NTH.sub("", group.key) in others and _is_wording(group)}
    return ["" if key in wording and _is_wording(group) else key for key, group in zip(keys, base, strict=True)]


def reworded(
    base: Sequence[Group], new: Sequence[Group], heirs: Mapping[int, int]
) -> list[tuple[list[int], list[int]]]:
    """The paragraphs of other wordings that differ in number: those of the base that none continues, each time with
    those of the new draft that stand for them."""
    continued = set(heirs.values())
    now = _behind([(j, group.key, j if j in continued else None) for j, group in enumerate(new)])
    before = _behind([(i, group.key, heirs.get(i)) for i, group in enumerate(base)])
    found = [(lefts, now[place]) for place, lefts in before.items() if place in now]
    return [
        (lefts, rights)
        for lefts, rights in found
        if len(lefts) != len(rights) and all(map(_is_wording, [*[base[i] for i in lefts], *[new[j] for j in rights]]))
    ]


class _Pairs:
    """Pairs found so far."""

    def __init__(self, lefts: int, rights: int) -> None:
        self.right_of: dict[int, int] = {}
        self._taken: set[int] = set()
        self._lefts, self._rights = lefts, rights

    def join(self, left: int, right: int) -> None:
        self.right_of[left] = right
        self._taken.add(right)

    def free_left(self) -> list[int]:
        return [i for i in range(self._lefts) if i not in self.right_of]

    def free_right(self) -> list[int]:
        return [j for j in range(self._rights) if j not in self._taken]

    def equal(self, lefts: Sequence[_Value], rights: Sequence[_Value], tells: Callable[[_Value], bool] = bool) -> None:
        """Join what is equal, where there are as many on one side as on the other; "" is equal to nothing.

        tells: whether a value says enough for that.
        """
        on_left, on_right = _places(lefts, self.free_left()), _places(rights, self.free_right())
        for value, places in on_left.items():
            others = on_right.get(value, ())
            if value and len(places) == len(others) and tells(value):
                for i, j in zip(places, others, strict=True):
                    self.join(i, j)


def _places(values: Sequence[_Value], free: Iterable[int]) -> dict[_Value, list[int]]:
    found: dict[_Value, list[int]] = {}
    for place in free:
        found.setdefault(values[place], []).append(place)
    return found


def _renamed(pairs: _Pairs, base: Sequence[Group], new: Sequence[Group]) -> None:
    """Join paragraphs of a row whose name changed, where others of the row have shown what it is called now."""
    names = renamings((base[i].key, new[j].key) for i, j in pairs.right_of.items())
    if not names:
        return
    free = {new[j].key: j for j in pairs.free_right()}
    for i in pairs.free_left():
        j = free.get(translated(base[i].key, names))
        if j is not None and base[i].shape == new[j].shape:
            pairs.join(i, free.pop(new[j].key))


def _reworded(pairs: _Pairs, base: Sequence[Group], new: Sequence[Group]) -> None:
    """Join paragraphs of wording in one part behind the same paragraph of it, where there are as many of them on both
    sides: another wording of a part need not have a word in common with the one before."""
    if not any(_NTH.search(base[i].key) and _is_wording(base[i]) for i in pairs.free_left()):
        return
    right_of, free = pairs.right_of, set(pairs.free_right())
    now = _behind([(j, new[j].key, None if j in free else j) for j in range(len(new))])
    before = _behind([(i, base[i].key, right_of.get(i)) for i in range(len(base))])
    for place, lefts in before.items():
        rights = now.get(place, ())
        if len(lefts) == len(rights):
            for i, j in zip(lefts, rights, strict=True):
                if base[i].shape == new[j].shape and _is_wording(base[i]) and _is_wording(new[j]):
                    pairs.join(i, j)


def _behind(paragraphs: Iterable[tuple[int, str, int | None]]) -> dict[tuple[str, int], list[int]]:
    """Paragraphs that are in one draft alone, by the part that they are of and the last one of it in both drafts.

    paragraphs: each with its key and what it is in the new draft, None for nothing.
    """
    last: dict[str, int] = {}
    found: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number, key, known in paragraphs:
        part = _NTH.sub("", key)
        if known is None:
            found[part, last.get(part, -1)].append(number)
        else:
            last[part] = known
    return found


def _is_wording(group: Group) -> bool:
    """Whether most of a paragraph is wording, and not what an answer says."""
    said = sum([len(span.text) for block in group.blocks for span in block.spans if span.source is Source.WORDING])
    return 2 * said > len(group.core)


def renamings(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """How the beginnings of keys have to be read now: rows are named by their first answer, which may have changed."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for before, after in pairs:
        if before == after:
            continue
        old, now = _steps(before), _steps(after)
        if len(old) == len(now):
            differing = [n for n, (one, other) in enumerate(zip(old, now, strict=True), 1) if one != other]
            if len(differing) == 1:
                votes["".join(old[: differing[0]])]["".join(now[: differing[0]])] += 1
    return {before: max(found.items(), key=lambda vote: (vote[1], vote[0]))[0] for before, found in votes.items()}


def _steps(key: str) -> list[str]:
    """The names in a key with the marks between them: tasks/水利.text is tasks, /, 水利, . and text."""
    return _STEPS.findall(key)


def translated(key: str, names: Mapping[str, str]) -> str:
    """A key with the longest beginning that has another name under that name."""
    parts = _steps(key)
    for end in range(len(parts), 0, -1):
        head = "".join(parts[:end])
        if head in names:
            return names[head] + "".join(parts[end:])
    return key
