"""How a hostile template is refused."""

from __future__ import annotations

import time

from drafting.compose import compose
from drafting.compose.prepare import prepare
from drafting.errors import UserError
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.library import Library
from drafting.outline.read import read_outline
from tests.helpers import NOWHERE, whole, yaml

QUESTIONS = "questions: {t: 问, xs: {ask: 列, type: list}, rows: {ask: 表, type: table, columns: {who: 谁}}}\n"
FACTS = "t: 甲\nxs: [" + ", ".join(f"子{n}" for n in range(40)) + "]\nrows: [{who: 张}, {who: 李}]\n"


def refused(template: str, library: Library = NOWHERE, facts_text: str = FACTS) -> str:
    """How a template is refused, by the loader or while it runs; the whole of it takes no time."""
    body = "\n".join("      " + line for line in template.split("\n"))
    text = QUESTIONS + (
        "parts:\n"
        '  - {move: opening, when: t and xs and rows, text: \'{{ rows|map("who")|first '
        "}}'}\n"
        "  - move: opening\n"
        "    text: |\n"
        f"{body}\n"
    )
    start = time.perf_counter()
    faults = told(text, facts_text, library)
    assert time.perf_counter() - start < 5
    return faults[0]


def told(text: str, facts_text: str, library: Library = NOWHERE, *, even_unused: bool = False) -> list[str]:
    """What the loader, or else the composer, says is wrong. even_unused: go on over unused questions."""
    read, faults = read_outline(yaml(whole(text)), "speech")
    ready, more = prepare(read, library)
    assert not faults
    if any(not even_unused or "uses" not in fault.message for fault in more):
        return [str(fault) for fault in more]
    given_facts, wrong = read_facts(yaml(facts_text, "facts.yaml"), read)
    assert not wrong
    try:
        compose(ready, given_facts, House())
    except UserError as error:
        return [str(fault) for fault in error.faults]
    return []
