"""A working folder with an outline, a facts file and its draft, and what people see in that file afterwards."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree

from drafting.draft import Draft
from drafting.revise import look
from drafting.word.package import open_package, w
from tests.command import run
from tests.helpers import a_library
from tests.revise.resolve import document

OUTLINE = """
title: 小会讲话
numbering: [一、, 一是]
questions:
  meeting: {ask: 会议全称, required: true}
  sum: {ask: 总投资}
  owner: {ask: 牵头单位}
  tasks: {ask: 今年的任务, type: table, columns: {heading: 标题, how: 办法}}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: greeting, text: "同志们："}
  - move: opening
    text: "今年全县水利计划完成投资{{ sum }}，比去年多得多，由{{ owner }}牵头实施。下面，我讲{{ points|count('点') }}。"
  - {move: tasks, each: tasks, heading: "{{ heading }}", parts: [{text: "{{ how }}。"}]}
  - {move: closing, text: "让我们一起把今年的事情办好，谢谢大家！"}
"""
FACTS = """outline: small
meeting: 全县水利工作会议
sum: 12.5亿元
owner: 县水务局
tasks:
  - {heading: 把病险水库修好, how: 汛期以前五座水库全部开工}
  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤}
"""
CANALS = "  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤}\n"
FILE = Path("facts.docx")
Account = dict[str, list[dict[str, str]]]


def an_office(folder: Path, outline: str = OUTLINE, facts: str = FACTS) -> Path:
    """The folder, in which the test is run: the outline `small`, facts.yaml and facts.docx."""
    a_library(folder, {"outlines/small.yaml": outline, "facts.yaml": facts})
    assert run("write", "facts.yaml").exit_code == 0
    return folder


def facts(old: str, new: str) -> None:
    """Somebody puts `new` for `old` into the facts file."""
    text = Path("facts.yaml").read_text("utf-8")
    assert old in text
    Path("facts.yaml").write_text(text.replace(old, new), "utf-8")


def merged(*options: str) -> Account:
    """The file is brought up to date; the account of that."""
    account: Account = json.loads(run("write", "facts.yaml", "--json", *options).stdout)["merge"]
    return account


def texts(file: str = "facts.docx") -> list[str]:
    """The paragraphs as a person sees them, all changes accepted."""
    return [seen.text for seen in look(open_package(Path(file)), Draft(())).seen if seen.text]


def comments() -> list[str]:
    """The comments in the margin of the file."""
    package = open_package(FILE)
    return [
        "".join(map(str, comment.itertext()))
        for part in package.related(package.document, "comments")
        for comment in package.xml(part)
    ]


def pending() -> list[str]:
    """The words of the tracked changes that nobody has decided upon."""
    root = document(FILE.read_bytes())
    return ["".join(map(str, change.itertext())) for change in root.iter(w("ins"), w("del"))]


def paragraph_with(root: etree._Element, words: str) -> etree._Element:
    """The first paragraph with some words."""
    return next(p for p in root.iter(w("p")) if words in "".join([t.text or "" for t in p.iter(w("t"))]))
