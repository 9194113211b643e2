"""The structure of a speech as `seeds/` keeps it: counts, levels, enumerators, lengths, and no sentence of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.numerals import to_chinese
from drafting.draft import Block, Draft, Move
from drafting.learning.asking import MOVES
from drafting.learning.passages import Element, Listing, elements, head_of, sound_blocks
from drafting.learning.yamltext import scalar

_ENDS = "。！？…!?.”’）)》"  # a speech that ends otherwise breaks off
_REMARKED = 2  # headings of one form that are worth a remark
_LONGEST = 8  # characters of either end that are shown
_FRAME = 2  # characters that headings of one form share at the least


def summary(draft: Draft) -> dict[str, Any]:
    """The keys of a seed that can be told from the structure.

    truncated: only that it breaks off within a sentence; one that ends too early with a full stop is not told.
    """
    blocks = sound_blocks(draft)
    tree = elements(blocks)
    return {
        "title": draft.title,
        "truncated": bool(blocks) and blocks[-1].text[-1] not in _ENDS,
        "characters": sum(map(_length, blocks)),
        "passages": list(_passages(blocks)),
        "lists": list(_lists(tree, ())),
        "remarks": list(dict.fromkeys(_remarks(blocks, tree))),
    }


def summary_text(draft: Draft, source: str) -> str:
    """The summary as a seed file. source: name of the file that the speech was found in."""
    found = summary(draft)
    lines = [f"source: {scalar(source)}", f"title: {scalar(found['title'])}", "marked: recognised"]
    lines.append(f"truncated: {str(found['truncated']).lower()}")
    lines.append(f"characters: {found['characters']}")
    for key in ("passages", "lists"):
        lines.append(f"{key}:" if found[key] else f"{key}: []")
        lines += [f"  - {{{_cells(row)}}}" for row in found[key]]
    lines += ["remarks:", *[f"  - {scalar(remark)}" for remark in found["remarks"]]] if found["remarks"] else []
    return "\n".join(lines) + "\n"


def _cells(row: Mapping[str, Any]) -> str:
    return ", ".join([f"{name}: {_flow(value)}" for name, value in row.items()])


def _flow(value: Any) -> str:
    """A value inside braces."""
    if not isinstance(value, str):
        return str(value)
    return f'"{value}"' if any(mark in value for mark in ",[]{}#") else scalar(value)


def _length(block: Block) -> int:
    return len("".join(block.text.split()))


def _passages(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """Each block, neighbouring items of one list with one move together."""
    run: list[Block] = []
    for block in blocks:
        if run and not _belong_together(run[-1], block):
            yield _passage(run)
            run = []
        run.append(block)
    if run:
        yield _passage(run)


def _belong_together(before: Block, block: Block) -> bool:
    if not before.marker or not block.marker or (before.level, before.move) != (block.level, block.move):
        return False
    first, second = parse_marker(before.marker), parse_marker(block.marker)
    return first is not None and second is not None and first.family == second.family and second.number > first.number


def _passage(run: Sequence[Block]) -> dict[str, Any]:
    made: dict[str, Any] = {"move": run[0].move.value, "level": run[0].level}
    if run[0].marker:
        made["marker"] = run[0].marker
    if len(run) > 1:
        made["items"] = len(run)
    return made | {"characters": sum(map(_length, run))}


def _lists(tree: Sequence[Element], inside: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Every list in the order in which they begin."""
    for element in tree:
        entries = element.entries if isinstance(element, Listing) else (element,)
        if entries[0].block.marker:
            items = [entry for entry in entries if entry.block.marker]
            made: dict[str, Any] = {"level": items[0].block.level, "marker": items[0].block.marker, "items": len(items)}
            yield made | ({"inside": " ".join(inside)} if inside else {})
        for entry in entries:
            below = (*inside, entry.block.marker) if entry.block.marker else inside
            yield from _lists(entry.below, below)


def _remarks(blocks: Sequence[Block], tree: Sequence[Element]) -> Iterator[str]:
    """What is peculiar: slips in the numbering, depth, headings of one form."""
    path: list[str] = []
    for block in blocks:
        path = [*path[: block.level - 1], block.marker] if block.marker else path[: block.level]
        if len(path) > 3:
            yield f"编号最深到{to_chinese(len(path))}层：{'→'.join(path)}"
            break
    yield from _slips(tree)
    for items in _listings(tree):
        heads = [head.line or head.lead.rstrip("。") for head in map(head_of, items)]
        if len(heads) > _REMARKED and all(heads) and (frame := _frame(heads)):
            yield f"{items[0].block.marker}等{len(heads)}条的标题句式一致：{frame}"
    moves = {block.move for block in blocks}
    missing = [MOVES[move] for move in (Move.SHORTCOMINGS, Move.GUARANTEE, Move.CLOSING) if move not in moves]
    if missing:
        yield "没有" + "、".join(missing)


def _listings(tree: Sequence[Element]) -> Iterator[Any]:
    for element in tree:
        if isinstance(element, Listing):
            yield element.items
        for entry in element.entries if isinstance(element, Listing) else (element,):
            yield from _listings(entry.below)


def _slips(tree: Sequence[Element]) -> Iterator[str]:
    for items in _listings(tree):
        markers = [parse_marker(item.block.marker) for item in items]
        numbers = [marker.number for marker in markers if marker]
        if len(numbers) < len(markers):
            continue
        if numbers[0] > 1:
            yield f"有一处编号从{items[0].block.marker}开始"
        for before, after in pairwise(numbers):
            if after > before + 1 and items[0].block.marker[0] not in "首一":
                yield f"{items[0].block.marker}之下缺了第{before + 1}条"


def _frame(heads: Sequence[str]) -> str:
    """What headings of one form share at their ends, as 以……为……; "" if that is too little."""
    first = heads[0]
    left = next((size for size in range(len(first), 0, -1) if all(head.startswith(first[:size]) for head in heads)), 0)
    right = next((size for size in range(len(first), 0, -1) if all(head.endswith(first[-size:]) for head in heads)), 0)
    if left + right < _FRAME or left + right >= min(map(len, heads)):
        return ""
    left, right = min(left, _LONGEST), min(right, _LONGEST)
    return f"{first[:left]}……{first[len(first) - right :]}"
