"""How long forms take: 200 questions and a table of 500 rows, made, and taken in.

python -m bench.forms
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from drafting.questionnaire.forms.making import make_form
from drafting.questionnaire.forms.opening import from_facts
from drafting.questionnaire.forms.workbook import to_xlsx

QUESTIONS, ROWS, ROUNDS = 200, 500, 5
COLUMNS = {"heading": "标题", "why": "{ask: 为什么, type: long}", "measures": "{ask: 措施, type: list}"}
COLUMNS |= {"owner": "牵头单位", "deadline": "{ask: 时限, type: date}", "sum": "{ask: 资金, type: number, unit: 万元}"}


def outline_text() -> str:
    """An outline with that many questions and a table."""
    questions = [f"  q{n}: {{ask: 第{n}个问题, type: long, help: 写一两句话}}" for n in range(QUESTIONS)]
    columns = "\n".join(f"      {key}: {ask}" for key, ask in COLUMNS.items())
    questions.append(f"  tasks:\n    ask: 任务\n    type: table\n    columns:\n{columns}")
    parts = [f'  - {{move: opening, key: p{n}, text: "{{{{ q{n} }}}}"}}' for n in range(QUESTIONS)]
    text = "{{ why }}{{ owner }}{{ deadline }}{{ sum }}"
    parts.append(f'  - {{move: tasks, each: tasks, lead: "{{{{ heading }}}}", text: "{text}", items: measures}}')
    return "\n".join(["title: 大表", "numbering: [一、, 一是]", "questions:", *questions, "parts:", *parts, ""])


def facts_text() -> str:
    """Facts that answer all of them."""
    lines = ["outline: big", *(f"q{n}: 第{n}个问题的答案，写得不长也不短。" for n in range(QUESTIONS)), "tasks:"]
    for n in range(ROWS):
        lines += [f"  - heading: 第{n}项任务", f"    why: 因为第{n}个原因，群众反映很多。"]
        lines += [f"    measures: [第一条措施{n}, 第二条措施{n}]", f"    owner: 第{n % 20}局", f"    sum: {n + 0.5}"]
        lines += [f"    deadline: 2026-{n % 12 + 1}-{n % 28 + 1}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ["DRAFTING_CACHE"] = str(folder / "cache")
        (folder / "outlines").mkdir()
        (folder / "outlines" / "big.yaml").write_text(outline_text(), "utf-8")
        (folder / "facts.yaml").write_text(facts_text(), "utf-8")
        _run(folder, "form", "facts.yaml", "-o", "warm.xlsx")
        print(f"{QUESTIONS} questions, a table of {ROWS} rows; seconds of the whole command, median of {ROUNDS}")
        form = _median(lambda n: _run(folder, "form", "facts.yaml", "-o", f"form{n}.xlsx"))
        print(f"form, all filled in           {form:.2f}")
        text = _median(lambda n: _run(folder, "form", "facts.yaml", "-o", f"form{n}.yaml"))
        print(f"form as .yaml                 {text:.2f}")
        same = _median(lambda _n: _run(folder, "collect", "facts.yaml", "warm.xlsx"))
        print(f"collect, nothing new          {same:.2f}")
        new = _median(lambda n: _run(folder, "collect", f"new{n}.yaml", "warm.xlsx"))
        print(f"collect, all of it new        {new:.2f}")
        changed = _median(lambda n: _changed(folder, n))
        print(f"collect, {ROWS} more rows         {changed:.2f}")
        print(f"status                        {_median(lambda _n: _run(folder, 'status', 'facts.yaml')):.2f}")


def _changed(folder: Path, number: int) -> float:
    """Seconds to add all rows of a form to a facts file that has a few of its own."""
    facts = folder / f"few{number}.yaml"
    facts.write_text("outline: big\ntasks:\n  - {heading: 自己的任务}   # 留着\n", "utf-8")
    if not number:
        _every_row_new(folder)
    return _run(folder, "collect", facts.name, "new.xlsx")


def _every_row_new(folder: Path) -> None:
    """A form that went out empty and came back full: new.xlsx."""
    form = make_form(from_facts(folder / "facts.yaml"), today=date(2026, 1, 5))
    (folder / "new.xlsx").write_bytes(to_xlsx(replace(form, identity=replace(form.identity, sent={}))))


def _median(job: Callable[[int], float]) -> float:
    return statistics.median(job(number) for number in range(ROUNDS))


def _run(folder: Path, *arguments: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    start = time.perf_counter()
    command = [sys.executable, "-m", "drafting", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
