"""A row put first in a file that is brought up to date takes no sentence from the rows that stand there."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from docx import Document

from drafting.cli.commands import build
from tests.prose.shipped import EXAMPLES, loaded

ITEM = re.compile(r"(?:[0-9]+\.|（[一二三四五六七八九十]+）)([^。]+)。(.*)")

# Outline, table, and a row of a kind that the example has: what is said once of the kind is said with another row.
ROWS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "organisation_work",
        "steps",
        {"heading": "送课下乡", "topic": "干部教育培训", "sort": "教育", "how": "把课送到村里"},
    ),
    ("organisation_work", "steps", {"heading": "核清职数", "topic": "干部监督", "sort": "教育", "how": "逐个单位核对"}),
    (
        "opinion",
        "items",
        {"heading": "办好读书班", "section": "思想", "sort": "学习", "measures": ["每月办一次读书班"]},
    ),
    ("opinion", "items", {"heading": "建好档案", "section": "创建", "sort": "学习", "measures": ["一个单位一份档案"]}),
    ("symposium", "tasks", {"heading": "以更快的节奏赶进度", "sort": "破难", "measures": ["逐周调度"]}),
    ("symposium", "features", {"point": "宣传发动有声势", "done": "印发明白纸", "sort": "组织"}),
]
TOPIC = {"name": "基层党建", "lacking": [], "aim": "使村村有得力的带头人"}
STEP = {"heading": "选好带头人", "topic": "基层党建", "sort": "教育", "how": "逐村研判"}


def written(folder: Path, facts: dict[str, Any]) -> dict[str, str]:
    """What stands behind each heading that is run into its paragraph."""
    path = folder / "facts.yaml"
    path.write_text(yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), "utf-8")
    assert CliRunner().invoke(build(), ["write", str(path), "--no-track"]).exit_code == 0
    lines = [paragraph.text for paragraph in Document(str(folder / "facts.docx")).paragraphs]
    return {found[1]: found[2] for line in lines if (found := ITEM.fullmatch(line))}


def with_house(outline: str) -> dict[str, Any]:
    facts = deepcopy(dict(loaded(outline).facts.raw))
    return {**facts, "house": str(EXAMPLES / facts["house"])}


@pytest.mark.parametrize(("outline", "table", "row"), ROWS, ids=[f"{o}-{r[next(iter(r))]}" for o, _t, r in ROWS])
def test_a_row_put_first_takes_no_sentence_from_another(
    outline: str, table: str, row: dict[str, Any], tmp_path: Path
) -> None:
    facts = with_house(outline)
    before = written(tmp_path, facts)
    after = written(tmp_path, {**facts, table: [row, *facts[table]]})
    assert before
    assert {heading: after.get(heading) for heading in before} == before


def test_a_matter_put_first_takes_no_sentence_from_another(tmp_path: Path) -> None:
    facts = with_house("organisation_work")
    before = written(tmp_path, facts)
    after = written(tmp_path, {**facts, "topics": [TOPIC, *facts["topics"]], "steps": [STEP, *facts["steps"]]})
    assert {heading: after.get(heading) for heading in before} == before
