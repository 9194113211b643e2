"""Counts which n-grams of characters stand in which moves, and writes `drafting/learn/ngrams.txt`.

    python -m bench.ngrams
    python -m bench.ngrams --unseen    # how well speeches are read that were not counted; writes nothing

Counted are the gold speeches of `shared/`, its seeds that are marked by hand in `seeds/`, the speeches written for the
tests and drafts of the shipped examples: what is known about moves. An n-gram counts if several speeches have it. Needs
`shared/` beside the checkout.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import yaml

from bench.structure import EXAMPLES, SHARED, TONES
from drafting.compose import compose
from drafting.draft import Block, Draft, Move
from drafting.learn import ngrams, recognise
from drafting.learn.evidence import wide
from drafting.loading import load_facts
from drafting.reading import read_speeches
from tests.learn.labelled import CUSTOMARY, LONGER, WRITTEN, labelled, text_of
from tests.learn.scoring import data, score

SEEDS = Path(__file__).parent.parent / "seeds"
FILE = Path(ngrams.__file__).with_name("ngrams.txt")
OF_A_DRAFT = 0.15  # what a block of a draft of ours counts beside one that somebody wrote
SPEECHES = 2, 3, 3  # in so many an n-gram must stand, for each table; all drafts of one outline are one
SMOOTH = 0.05
OFTEN = 0.05  # said so often, an n-gram of one speech counts half: what a speech is about says little of others
FOLDS = 4
HEAD = """# How much n-grams of characters speak for the moves: made by `python -m bench.ngrams`, read by `ngrams.py`.
# What is to be expected at all, the characters and pairs of the beginnings of blocks, the pairs and the runs of three
# of their texts; a letter a move, in the order of MOVES."""


class Known(NamedTuple):
    """A block whose move is known. origin: the speech, or the outline, it comes from."""

    origin: str
    move: Move
    text: str
    counts: float = 1.0


def known() -> list[Known]:
    """All blocks whose moves are known."""
    found = []
    for file in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))["blocks"]
        found += [_known(file.stem, Move(one["move"]), one["text"][len(one["marker"]) :], 1.0) for one in gold]
    for file in sorted(SEEDS.glob("*.yaml")):
        marks = yaml.safe_load(file.read_text("utf-8"))
        if marks["marked"] == "hand":  # there is no gold of it
            found += _marked(file.stem, marks)
    for folder in (WRITTEN, LONGER, CUSTOMARY):
        for file in folder.values():
            found += _of_blocks(_origin(file), labelled(file), 1.0)
    for name, draft in _drafts():
        found += _of_blocks(name, draft.blocks, OF_A_DRAFT)
    return [one for one in found if one.move in ngrams.MOVES]


def _origin(file: Path) -> str:
    """What a speech is called that was written for the tests; two folders may have one of the same name."""
    return f"{file.parent.name}/{file.stem}"


def _marked(name: str, marks: Mapping[str, Any]) -> Iterator[Known]:
    """The blocks of a seed, cut where `seeds/` says that another move begins. marks: the file about it."""
    speech = read_speeches(SHARED / "seeds" / marks["source"])[int(name.rpartition("-")[2]) - 1]
    passages = iter(marks["passages"])
    move, left = Move.TITLE, 0  # characters of the passage that are still to come
    for block in speech.draft.blocks:
        text = "".join(block.text.split())
        marker = len("".join(block.marker.split()))
        while text:
            if not left:
                passage = next(passages)
                move, left = Move(passage["move"]), passage["characters"]
            yield _known(name, move, text[marker:left], 1.0)
            text, left, marker = text[left:], left - min(left, len(text)), 0


def _of_blocks(origin: str, blocks: Iterable[Block], counts: float) -> list[Known]:
    return [_known(origin, block.move, block.text[len(block.marker) :], counts) for block in blocks]


def _known(origin: str, move: Move, text: str, counts: float) -> Known:
    return Known(origin, move, wide(text.lstrip()), counts)


def _drafts() -> Iterable[tuple[str, Draft]]:
    """Drafts of the shipped examples in every tone, by outline."""
    for file in sorted(EXAMPLES.glob("*.yaml")):
        if file.stem.endswith("house"):
            continue
        whole = load_facts(file)
        for seed in range(3):
            for tone in TONES:
                facts = replace(whole.facts, answers={**whole.facts.answers, "tone": tone}, seed=seed)
                yield whole.prepared.outline.name, compose(whole.prepared, facts, whole.house).draft


def expected(blocks: Sequence[Known]) -> str:
    """The letters of what is to be expected at all: half as much as moves are common, as n-grams tell it too."""
    counts: Counter[Move] = Counter()
    for block in blocks:
        counts[block.move] += block.counts
    logs = [log(counts[move] / counts.total()) / 2 for move in ngrams.MOVES]
    mean = sum(logs) / len(logs)
    return "".join([_letter(one - mean) for one in logs])


def table(blocks: Sequence[Known], number: int) -> list[str]:
    """The lines of a table: naive Bayes over the n-grams, each block of the same length whatever it says.

    number: of the table, as in `SIZES` of `drafting.learn.ngrams`.
    """
    said: dict[str, dict[str, Counter[Move]]] = defaultdict(lambda: defaultdict(Counter))  # by n-gram and speech
    for block in blocks:
        found = _grams(block.text, number)
        for gram in found:
            said[gram][block.origin][block.move] += block.counts / len(found) ** 0.5
    told = [gram for gram in said if gram.isprintable() and " " not in gram]
    kept = sorted([gram for gram in told if len(said[gram]) >= SPEECHES[number]])
    counts = {gram: _over_speeches(said[gram].values()) for gram in kept}
    whole = {move: sum([counts[gram][move] for gram in kept]) + SMOOTH * len(kept) for move in ngrams.MOVES}
    lines = []
    for gram in kept:
        weights = [log((counts[gram][move] + SMOOTH) / whole[move]) for move in ngrams.MOVES]
        mean = sum(weights) / len(weights)
        lines.append(f"{gram} {''.join([_letter(weight - mean) for weight in weights])}")
    return lines


def _over_speeches(speeches: Iterable[Mapping[Move, float]]) -> Counter[Move]:
    """What an n-gram counts for each move, each speech once at most."""
    counts: Counter[Move] = Counter()
    for speech in speeches:
        for move, often in speech.items():
            counts[move] += often / (often + OFTEN)
    return counts


def _grams(text: str, number: int) -> set[str]:
    """The n-grams of a block for one of the tables, each once."""
    looked_at = text[: ngrams.REACH if number else ngrams.BEGINNING]
    sizes = ngrams.SIZES[number]
    return {looked_at[at : at + size] for size in sizes for at in range(len(looked_at) - size + 1)}


def _letter(weight: float) -> str:
    level = round(weight / ngrams.STEP) + ngrams.NOTHING
    return ngrams.LEVELS[max(0, min(len(ngrams.LEVELS) - 1, level))]


def taught(blocks: Sequence[Known]) -> str:
    """The text of the file that some blocks give."""
    tables = ["\n".join(table(blocks, number)) for number in range(len(ngrams.SIZES))]
    return "\n\n".join([HEAD, expected(blocks), *tables]) + "\n"


def unseen(blocks: Sequence[Known], files: Mapping[str, Path]) -> float:
    """The share of the characters of some speeches whose moves are found, by what all others teach."""
    shares = []
    for fold in range(FOLDS):
        held = [files[name] for name in sorted(files)[fold::FOLDS]]
        origins = {_origin(file) for file in held}
        learnt = ngrams.learnt(taught([one for one in blocks if one.origin not in origins]))
        with patch.object(ngrams, "shipped", return_value=learnt):
            for file in held:
                wanted = labelled(file)
                [speech] = recognise(text_of(wanted))
                shares.append(score(data(tuple(wanted)), data(speech.draft.blocks)).moves)
    return sum(shares) / len(shares)


def main() -> None:
    blocks = known()
    if "--unseen" in sys.argv:
        for files in (LONGER, CUSTOMARY):
            print(f"{len(files)} {next(iter(files.values())).parent.name} speeches, moves {unseen(blocks, files):.3f}")
        return
    FILE.write_text(taught(blocks), encoding="utf-8", newline="\n")
    print(f"{len(blocks)} blocks")


if __name__ == "__main__":
    main()
