"""The shipped outlines and their examples, for the tests of prose."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from drafting.compose import Composed, compose
from drafting.facts.model import Facts
from drafting.loading import Loaded, load_facts
from tests.prose.varied import sized
from tests.prose.ways import Said, rounds

ROOT = Path(__file__).parent.parent.parent
OUTLINES = sorted(path.stem for path in (ROOT / "outlines").glob("*.yaml"))
EXAMPLES = ROOT / "outlines" / "examples"
APPROVED = Path(__file__).parent / "approved"

# Further facts, in which is answered what an example leaves out, and chosen what it does not: NAME-full, NAME-full-2 …
MORE = Path(__file__).parent / "facts"
FULL = sorted(path.stem for path in MORE.glob("*-full*.yaml") if not path.stem.endswith("-house"))
TONES = ("庄重", "平实", "鼓动")


@cache
def loaded(example: str) -> Loaded:
    """An example facts file, or one of the further ones, with its outline."""
    return load_facts((MORE if example in FULL else EXAMPLES) / f"{example}.yaml")


def approved_for(outline: str) -> list[str]:
    """The facts of an outline whose drafts are approved texts."""
    return [outline, f"{outline}-lean", *(name for name in FULL if name.partition("-full")[0] == outline)]


def drafted(example: str, *, tone: str = "", seed: int | None = None) -> Composed:
    """The draft of an example, in its own tone and with its own seed where no other is given."""
    whole = loaded(example)
    facts = changed(whole.facts, tone=tone) if tone else whole.facts
    return compose(whole.prepared, facts if seed is None else replace(facts, seed=seed), whole.house)


def changed(facts: Facts, *, tone: str) -> Facts:
    """The facts with another tone."""
    return replace(facts, answers={**facts.answers, "tone": tone})


@cache
def shown(outline: str, tone: str, example: str, size: int = 0) -> list[Said]:
    """Drafts of an example in a tone that show every way of every wording; with lists of so many entries."""
    whole = loaded(example)
    facts = changed(whole.facts, tone=tone)
    return rounds(whole.prepared, sized(whole.prepared.outline, facts, size) if size else facts, whole.house)
