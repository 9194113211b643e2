"""A task put first, or last, or moved leaves the wording of the others as it stands in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from tests.cli.office import texts
from tests.command import run

OUTLINE = """
title: 任务
use: 试验
numbering: [第一，]
questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, nature: {ask: 性质, type: choice, choices: [工程, 服务]}}}
parts:
  - {move: title, text: 任务}
  - move: tasks
    each: tasks
    lead: "{{ heading }}。"
    text: |
      {% if loop.turn % 2 %}抓紧办{% else %}马上办{% endif %}。
      {% if loop is first_of('nature') %}重在{{ nature }}。{% endif %}
"""


def rows(*headings: str) -> str:
    lines = [f"  - {{heading: {heading}, nature: {'服务' if '便' in heading else '工程'}}}" for heading in headings]
    return "outline: ./t.outline.yaml\ntasks:\n" + "\n".join(lines) + "\n"


def write(*options: str) -> int:
    return run("write", "t.yaml", *options).exit_code


def bodies(file: str) -> dict[str, str]:
    """What stands behind each heading."""
    lines = [line.split("，", 1)[1] for line in texts(file)[1:]]
    return {line.split("。", 1)[0]: line.split("。", 1)[1] for line in lines}


@pytest.mark.parametrize(
    "later",
    [
        ("通电", "修路", "架桥", "便民", "引水"),
        ("引水", "便民", "架桥", "修路"),
        ("修路", "通电", "便民", "引水"),
    ],
)
def test_rows_that_stay_are_not_reworded_when_others_come_go_or_move(
    later: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.outline.yaml").write_text(OUTLINE, "utf-8")
    Path("t.yaml").write_text(rows("修路", "架桥", "便民", "引水"), "utf-8")
    assert write() == 0
    before = bodies("t.docx")
    Path("t.yaml").write_text(rows(*later), "utf-8")
    assert write("--no-track") == 0
    after = bodies("t.docx")
    assert list(after) == list(later)
    assert {heading: said for heading, said in after.items() if heading in before} == {
        heading: said for heading, said in before.items() if heading in after
    }
    bytes_before = Path("t.docx").read_bytes()
    assert write() == 0
    assert Path("t.docx").read_bytes() == bytes_before


@pytest.mark.parametrize("how", [("--was", "old.yaml"), ("--adopt",)])
def test_a_row_put_first_does_not_reword_the_others_of_a_file_whose_memory_is_lost(
    how: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    headings = ["把县乡公路修到村口", "病险桥梁全部重架", "办好便民服务大厅", "引河水灌溉坡上田块"]
    Path("t.outline.yaml").write_text(OUTLINE, "utf-8")
    for name in ("t.yaml", "old.yaml"):
        Path(name).write_text(rows(*headings), "utf-8")
    assert write() == 0
    before = bodies("t.docx")
    plain = Document()
    for paragraph in Document("t.docx").paragraphs:
        plain.add_paragraph(paragraph.text)
    plain.save("t.docx")
    Path("t.yaml").write_text(rows("让山里的农户用上动力电", *headings), "utf-8")
    account = json.loads(run("write", "t.yaml", "--json", *how).stdout)["merge"]
    assert [entry["before"] for entry in account["updated"]] == ["", "第一，", "第二，", "第三，", "第四，"]
    after = bodies("t.docx")
    assert list(after) == ["让山里的农户用上动力电", *headings]
    assert {heading: after[heading] for heading in before} == before
    bytes_before = Path("t.docx").read_bytes()
    assert write() == 0
    assert Path("t.docx").read_bytes() == bytes_before


GROUPED = """
title: 任务
use: 试验
numbering: [一、, 1.]
questions:
  fields: {ask: 领域, type: table, columns: {name: 名称}}
  tasks: {ask: 任务, type: table, columns: {heading: 标题, field: 领域, nature: 性质}}
parts:
  - {move: title, text: 任务}
  - move: tasks
    each: fields
    heading: "{{ name }}"
    parts:
      - each: tasks|where("field", name)
        key: tasks
        lead: "{{ heading }}"
        text: "抓紧办。{% if loop is first_of('nature') %}重在{{ nature }}。{% endif %}"
"""


def grouped(fields: str, *headings: str) -> str:
    lines = [f"  - {{heading: {h[:2]}, field: {h[2:]}, nature: {'服务' if '便' in h else '工程'}}}" for h in headings]
    names = [f"  - {{name: {name}}}" for name in fields.split()]
    return "\n".join(["outline: ./t.outline.yaml", "fields:", *names, "tasks:", *lines, ""])


@pytest.mark.parametrize(
    "later",
    [
        grouped("乡下 城里", "通电乡下", "架桥乡下", "便民乡下", "修路城里", "便商城里"),
        grouped("郊外 乡下 城里", "通电郊外", "架桥乡下", "便民乡下", "修路城里", "便商城里"),
        grouped("城里 乡下", "便商城里", "修路城里", "便民乡下", "架桥乡下"),
    ],
)
def test_what_is_said_once_for_a_kind_stays_where_it_is_also_in_rows_under_several_headings(
    later: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.outline.yaml").write_text(GROUPED, "utf-8")
    Path("t.yaml").write_text(grouped("乡下 城里", "架桥乡下", "便民乡下", "修路城里", "便商城里"), "utf-8")
    assert write() == 0
    before = said_of_tasks("t.docx")
    Path("t.yaml").write_text(later, "utf-8")
    assert write("--no-track") == 0
    after = said_of_tasks("t.docx")
    assert before == {
        "架桥": "抓紧办。重在工程。",
        "便民": "抓紧办。重在服务。",
        "修路": "抓紧办。",
        "便商": "抓紧办。",
    }
    assert {heading: after[heading] for heading in before} == before
    assert after.get("通电", "抓紧办。") == "抓紧办。"


def said_of_tasks(file: str) -> dict[str, str]:
    """What stands behind each heading that is run into its paragraph."""
    lines = [paragraph.text.split(".")[-1] for paragraph in Document(file).paragraphs if "抓紧办" in paragraph.text]
    return dict(line.split("。", 1) for line in lines)


LIST = """
title: 任务
use: 试验
numbering: [第一，, 一是]
questions:
  measures: {ask: 措施, type: list}
parts:
  - {move: title, text: 任务}
  - {move: tasks, text: 办法有这些：}
  - move: tasks
    each: measures
    inline: true
    number: 一是
    text: "{% if loop.turn % 4 == 2 %}必须{% elif loop.turn > 3 %}切实{% endif %}{{ item }}。"
"""


def measures(*said: str) -> str:
    return "outline: ./t.outline.yaml\nmeasures:\n" + "".join([f"  - {one}\n" for one in said])


def test_a_date_that_changes_in_a_list_inside_a_paragraph_brings_no_word_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.outline.yaml").write_text(LIST, "utf-8")
    Path("t.yaml").write_text(measures("把档案逐批点清", "把新址和日期10月9日前公布出去", "把窗口并到一处"), "utf-8")
    assert write() == 0
    stood = texts("t.docx")
    Path("t.yaml").write_text(measures("把档案逐批点清", "把新址和日期10月12日前公布出去", "把窗口并到一处"), "utf-8")
    told = json.loads(run("write", "t.yaml", "--json").stdout)["merge"]["updated"]
    assert [(one["before"], one["text"]) for one in told] == [("10月9日", "10月12日")]
    assert texts("t.docx") == [line.replace("10月9日", "10月12日") for line in stood]
    before = Path("t.docx").read_bytes()
    assert write() == 0
    assert Path("t.docx").read_bytes() == before
