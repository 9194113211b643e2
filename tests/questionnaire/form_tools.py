"""An outline with a question of every type, forms of it, and hands that fill them in as offices do."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from drafting.facts.read import plain
from drafting.yamlfile import read_yaml
from tests.command import run

OUTLINE = """
title: 小会讲话
numbering: [一、, 一是]
questions:
  meeting: {ask: 会议全称, required: true, example: 全县水利工作会议, group: 会议, help: 不带“召开”二字}
  date: {ask: 日期, type: date}
  time: {ask: 开会时间, type: time}
  agenda: {ask: 有没有会前议程, type: yesno}
  note: {ask: 议程, type: long, when: agenda}
  tone: {ask: 语气, type: choice, choices: [庄重, 平实], default: 平实}
  money: {ask: 投入资金, type: number, unit: 元, group: 数字}
  rate: {ask: 完成率, type: percent}
  thanks: {ask: 感谢谁, type: list}
  tasks:
    ask: 今年的任务
    type: table
    at_least: 2
    required: true
    columns:
      heading: {ask: 标题, required: true}
      why: {ask: 为什么, type: long}
      measures: {ask: 措施, type: list}
      owner: 牵头单位
      deadline: {ask: 时限, type: date}
      sum: {ask: 资金, type: number, unit: 万元}
  praise: {ask: 表扬, type: table, at_most: 3, columns: {name: 名字, big: {ask: 是不是大事, type: yesno}}}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - move: opening
    text: >-
      {% if tone == "庄重" %}好。{% endif %}{{ date }}{{ time }}{{ note }}{{ money }}{{ rate }}{{ thanks|join_and }}
  - {move: tasks, each: tasks, lead: "{{ heading }}", text: "{{ why }}{{ owner }}{{ deadline }}{{ sum }}",
     items: measures}
  - {move: closing, each: praise, text: "{{ name }}{% if big %}大{% endif %}"}
"""

FACTS = """\
# 县里的材料
outline: small
meeting: '全县水利工作会议'   # 已定
tasks:
  - {heading: 修渠, owner: 县水利局}   # 老李提的
  - heading: 清淤
    owner: 县河长办
"""

Cells = Mapping[str, Mapping[str, Any]]
ANSWERS, TASKS, PRAISE = "填报事项", "今年的任务", "表扬"
FORM = "back.xlsx"  # the one that the fixture `returned` puts there
SHEET = "xl/worksheets/sheet1.xml"


def an_office(folder: Path, facts: str = FACTS) -> Path:
    """A working folder with the outline and a facts file, `facts.yaml`."""
    (folder / "outlines").mkdir(parents=True, exist_ok=True)
    (folder / "outlines" / "small.yaml").write_text(OUTLINE, "utf-8")
    if facts:
        (folder / "facts.yaml").write_text(facts, "utf-8")
    return folder


def done(*arguments: object) -> str:
    """What a command that must work says."""
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return str(result.output)


def data(path: str | Path) -> Any:
    """What a facts file holds."""
    return plain(read_yaml(Path(path)))


def cell_of(sheet: Any, wanted: str) -> str:
    """The cell for the answer to the question with the wording `wanted`, as a person finds it."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.rstrip("＊") == wanted:
                return f"F{cell.row}"
    raise AssertionError(f"no question {wanted}")


def fill(path: str | Path, answers: Mapping[str, Any] | None = None, sheets: Cells | None = None) -> None:
    """Fill a form in. answers: by the wording of the question; sheets: cells by their names, sheet by sheet."""
    book = load_workbook(path)
    for wording, value in (answers or {}).items():
        sheet = book[ANSWERS]
        sheet[cell_of(sheet, wording)] = value
    for name, cells in (sheets or {}).items():
        for cell, value in cells.items():
            book[name][cell] = value
    book.save(path)


def repack(path: str | Path, parts: Mapping[str, str | bytes], target: str | Path = "") -> None:
    """Put parts into a package, or into a copy of it, `target`; they take the place of those that are there."""
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(target or path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**held, **parts}.items():
            package.writestr(name, content)


def change_part(path: str | Path, part: str, change: Callable[[str], str]) -> None:
    """Change the text of a part of a package: what no library would write."""
    with zipfile.ZipFile(path) as package:
        text = package.read(part).decode()
    changed = change(text)
    assert changed != text, f"nothing changed in {part}"
    repack(path, {part: changed})


def a_form(name: str, unit: str = "", *more: str) -> str:
    done("form", "facts.yaml", "-o", name, "--for", unit, *more)
    return name


def collected(*arguments: str) -> dict[str, Any]:
    result = run("collect", "facts.yaml", *arguments, "--json")
    assert result.exit_code in (0, 1), result.output
    found: dict[str, Any] = json.loads(result.stdout)
    assert bool(found["conflicts"]) == (result.exit_code == 1)
    return found


def refused(*forms: str) -> str:
    """Why forms are refused; the facts are as they were."""
    facts = Path("facts.yaml")
    before = facts.read_bytes() if facts.exists() else None
    result = run("collect", "facts.yaml", *forms)
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)
    assert (facts.read_bytes() if facts.exists() else None) == before
    return str(result.output)
