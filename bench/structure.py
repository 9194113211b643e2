"""How well old speeches are read: the shared score on the gold structures, and how it falls without each rule family.

    python -m bench.structure

Needs `shared/` beside the checkout (gold, seeds, tools) and rapidfuzz.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Collection
from pathlib import Path
from types import ModuleType
from typing import Any

from drafting.cli.structure import speech_data
from drafting.learn import FAMILIES, recognise

SHARED = Path(__file__).resolve().parents[2] / "shared"
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


def mean(rows: dict[str, Row]) -> Row:
    return {key: sum(row[key] for row in rows.values()) / len(rows) for key in KEYS}


def line(name: str, row: Row) -> str:
    return f"{name:22}" + "".join(f"{row[key]:9.3f}" for key in KEYS)


def main() -> None:
    score = scorer()
    print(f"{'speech':22}" + "".join(f"{key:>9}" for key in KEYS))
    rows = scores(score)
    for name, row in rows.items():
        print(line(name, row))
    print(line("mean", mean(rows)))
    print("\nmean without one family of rules")
    for family in FAMILIES:
        print(line(family, mean(scores(score, [family]))))


if __name__ == "__main__":
    main()
