"""Merges made at random for any file: what the code that decides could ask for, and the text that must come of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from random import Random

from drafting.draft import Block, Draft, Move, Role, Source, Span
from drafting.merge.model import OBJECT, Change, Clash, Fate, Hint, Merge, Seen, Step

WORDS = ["新", "抓好落实", "13.1亿元", "“四个一”", "㐂𠮷", "A&B<C>", "第二行\n在此", "，"]
GAP = Span("【待补：完成时限】", Source.MISSING, "tasks[1].deadline")


@dataclass(frozen=True)
class Case:
    """A merge, and the paragraphs that the file has when all is accepted."""

    merge: Merge
    texts: list[str]
    base: Draft


def changed(text: str, changes: tuple[Change, ...]) -> str:
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def spans(random: Random) -> tuple[Span, ...]:
    found = [
        Span(random.choice(WORDS), random.choice([Source.WORDING, Source.FACT])) for _ in range(random.randint(1, 2))
    ]
    return (*found, GAP) if random.random() < 0.1 else tuple(found)


def changes(random: Random, text: str) -> tuple[Change, ...]:
    """Some changes in order, without overlap, that leave objects alone."""
    found: list[Change] = []
    place = 0
    for _ in range(random.randint(1, 3)):
        start = random.randint(place, len(text))
        end = min(len(text), start + random.choice([0, 1, 2, 5, len(text)]))
        if OBJECT in text[start:end]:
            end = start
        new = () if end > start and random.random() < 0.3 else spans(random)
        if found and found[-1].start == start:
            continue
        found.append(Change(start, end, new))
        place = end
    return tuple(found)


def random_case(random: Random, seen: tuple[Seen, ...], rate: float = 0.4, stays: Collection[str] = ()) -> Case:
    """A merge for a file of these paragraphs. stays: texts of those that stay where they are."""
    steps: list[tuple[Step, str]] = []
    for number, paragraph in enumerate(seen):
        step, text = Step(Fate.KEPT, number), paragraph.text
        choice = random.random() / rate
        holds_box = OBJECT in paragraph.text and seen[number + 1 : number + 2] and seen[number + 1].fixed
        movable = not paragraph.fixed and not holds_box and paragraph.text not in stays
        if choice < 0.45:
            found = changes(random, text)
            step, text = Step(Fate.UPDATED, number, changes=found), changed(text, found)
        elif choice < 0.65 and movable and OBJECT not in text:
            step, text = Step(Fate.DELETED, number), ""
        elif choice < 0.8 and movable:
            step = step._replace(moved=True)
            if random.random() < 0.3:
                found = changes(random, text)
                step, text = step._replace(fate=Fate.UPDATED, changes=found), changed(text, found)
        elif choice < 0.9 and text:
            step = step._replace(clashes=(Clash("k", 0, random.randint(0, len(text)), "ours", "was"),))
        steps.append((step, text))
    moved = [pair for pair in steps if pair[0].moved]
    steps = [pair for pair in steps if not pair[0].moved]
    for pair in moved:
        steps.insert(random.choice(_places(steps, seen)), pair)
    for number in range(random.randint(0, 3) if rate else 0):
        block = Block(f"new[{number}]", Role.PARAGRAPH, 0, "", Move.TASKS, spans(random))
        steps.insert(random.choice(_places(steps, seen)), (Step(Fate.ADDED, None, (block,)), block.text))
    return _anchored(random, steps)


def _places(steps: list[tuple[Step, str]], seen: tuple[Seen, ...]) -> list[int]:
    """Where a paragraph may come in: not in a table, nor between a paragraph and the text box in it."""
    fixed = [step.seen is not None and seen[step.seen].fixed for step, _text in steps]
    return [n for n in range(len(steps) + 1) if n in (0, len(steps)) or not fixed[n]]


def _anchored(random: Random, steps: list[tuple[Step, str]]) -> Case:
    """Most paragraphs show a block or two, which are to be anchored."""
    blocks: list[Block] = []
    done = []
    for number, (step, text) in enumerate(steps):
        if step.fate is Fate.DELETED or not text or random.random() < 0.2:
            done.append(step if step.fate is not Fate.ADDED else step._replace(anchors=()))
            continue
        cut = random.randint(1, len(text))
        hints = (Hint(f"b[{number}]", 0, cut), *([Hint(f"b[{number}].2", cut, len(text))] if cut < len(text) else []))
        if step.fate is Fate.ADDED:
            hints = (Hint(f"b[{number}]", 0, len(text)),)
        shown = [Block(hint.key, Role.PARAGRAPH, 0, "", Move.TASKS, (Span("x"),)) for hint in hints]
        blocks += shown
        done.append(step._replace(blocks=step.blocks or tuple(shown), anchors=hints))
    texts = [text for step, text in steps if step.fate is not Fate.DELETED]
    return Case(Merge(tuple(done), ()), texts, Draft(tuple(blocks)))
