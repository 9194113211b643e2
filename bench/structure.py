"""How well old speeches are read: the shared score on the gold structures and on our own drafts read as plain text,
and how it falls without each rule family.

    python -m bench.structure

Needs `shared/` beside the checkout (gold, seeds, tools) and rapidfuzz.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from drafting.cli.structure import speech_data
from drafting.compose import compose
from drafting.draft import Block, Draft
from drafting.learn import FAMILIES, recognise
from drafting.loading import load_facts

SHARED = Path(__file__).resolve().parents[2] / "shared"
EXAMPLES = Path(__file__).resolve().parents[1] / "outlines" / "examples"
TONES = ("庄重", "平实", "鼓动")
KEYS = ("kept", "extra", "items", "nested", "moves")
Row = dict[str, float]


def scorer() -> ModuleType:
    """The shared scorer, which is a script."""
    spec = importlib.util.spec_from_file_location("score_structure", SHARED / "tools" / "score_structure.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(score: ModuleType, without: Collection[str] = ()) -> dict[str, Row]:
    """The score of each gold speech, read from the raw file it was found in."""
    outputs: dict[str, Any] = {}
    rows = {}
    for file in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        source = gold["source"]
        if source not in outputs:
            speeches = recognise((SHARED / "seeds" / source).read_text("utf-8"), without=without)
            outputs[source] = {"speeches": [speech_data(speech) for speech in speeches]}
        rows[file.stem] = score.best(gold, outputs[source])
    return rows


def own_drafts() -> dict[str, Draft]:
    """The drafts of the shipped examples, each in every tone, with other wordings for each."""
    drafts = {}
    for file in sorted(EXAMPLES.glob("*.yaml")):
        if file.stem.endswith("house"):
            continue
        whole = load_facts(file)
        for seed, tone in enumerate(TONES, 3):
            facts = replace(whole.facts, answers={**whole.facts.answers, "tone": tone}, seed=seed)
            drafts[f"{file.stem} {tone}"] = compose(whole.prepared, facts, whole.house).draft
    return drafts


def own_scores(score: ModuleType, drafts: Mapping[str, Draft], without: Collection[str] = ()) -> dict[str, Row]:
    """The score of each draft, read from its text."""
    rows = {}
    for name, draft in drafts.items():
        wanted = {"blocks": [_data(block) for block in draft.blocks]}
        speeches = recognise(draft.text, without=without)
        rows[name] = score.best(wanted, {"speeches": [speech_data(speech) for speech in speeches]})
    return rows


def _data(block: Block) -> dict[str, Any]:
    return {"role": block.role, "level": block.level, "marker": block.marker, "move": block.move, "text": block.text}


def mean(rows: dict[str, Row]) -> Row:
    return {key: sum(row[key] for row in rows.values()) / len(rows) for key in KEYS}


def line(name: str, row: Row) -> str:
    return f"{name:30}" + "".join(f"{row[key]:9.3f}" for key in KEYS)


def main() -> None:
    score = scorer()
    print(f"{'speech':30}" + "".join(f"{key:>9}" for key in KEYS))
    rows = scores(score)
    for name, row in rows.items():
        print(line(name, row))
    print(line("mean", mean(rows)))
    drafts = own_drafts()
    rows = own_scores(score, drafts)
    print()
    for name, row in rows.items():
        print(line(name, row))
    print(line(f"mean of {len(drafts)} own drafts", mean(rows)))
    print("\nmean without one family of rules, and the moves of our own drafts")
    for family in FAMILIES:
        moves = mean(own_scores(score, drafts, [family]))["moves"]
        print(line(family, mean(scores(score, [family]))) + f"{moves:9.3f}")


if __name__ == "__main__":
    main()
