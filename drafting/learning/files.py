"""The two files of a learned speech: its outline, and a facts file for each edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drafting.errors import shortened
from drafting.learning.asking import Asked
from drafting.learning.yamltext import dump, scalar
from drafting.outline.model import Type

_ORDER = ("move", "when", "each", "number", "inline", "apart", "heading", "lead", "text", "parts")
_SHOWN = 36  # characters of last year's answer in a help


def outline_text(
    title: str, use: str, asked: Sequence[Asked], parts: Sequence[Mapping[str, Any]], *, tidy: bool
) -> str:
    """The text of NAME.outline.yaml."""
    head: dict[str, Any] = {"title": title, **({"use": use} if use else {}), **({} if tidy else {"tidy": False})}
    text = dump(head)
    if asked:
        groups = [""] + [question.group for question in asked]
        questions = {
            question.key: _question(question, question.group if question.group != before else "")
            for before, question in zip(groups, asked, strict=False)
        }
        text += "\n" + dump({"questions": questions})
    return text + "\n" + dump({"parts": [_part(part, "") for part in parts]})


def facts_text(outline: str, asked: Sequence[Asked], edition: int) -> str:
    """The text of a facts file. outline: how it names its outline; edition: whose answers it holds."""
    lines = [f"outline: {scalar(outline)}\n"]
    group = ""
    for question in asked:
        if question.group != group:
            group = question.group
            lines.append(f"\n# {remark(group)}\n")
        lines.append(_answer(question, question.values[edition]))
    return "".join(lines)


def _question(question: Asked, group: str) -> dict[str, Any]:
    made: dict[str, Any] = {"group": group} if group else {}
    made["ask"] = remark(question.ask)
    if question.type is not Type.TEXT:
        made["type"] = question.type.value
    if question.unit:
        made["unit"] = question.unit
    if question.choices:
        made["choices"] = list(question.choices)
    if question.at_most is not None:
        made["at_most"] = question.at_most
    if shown := _shown(question.last):
        places = "、".join([f"“{remark(ask)}”" for ask in question.beside])
        made["help"] = f"去年填写：{shown}" + (f"（{places}里也写到）" if places else "")
    if question.columns:
        made["columns"] = {name: _column(column) for name, column in question.columns.items()}
    return made


def _column(column: Mapping[str, Any]) -> Any:
    """A column; a wording alone where it is of the plain type."""
    return column["ask"] if column["type"] == Type.TEXT else dict(column)


def _shown(value: Any) -> str:
    """Last year's answer in a line."""
    if isinstance(value, str):
        return _printable(shortened(value, _SHOWN))
    if isinstance(value, list) and value:
        first = value[0]
        text = next(iter(first.values()), "") if isinstance(first, Mapping) else first
        return f"{len(value)}条，第一条是“{_printable(shortened(text, _SHOWN))}”"
    if isinstance(value, bool):
        return _yes(value)
    return ""


def _printable(text: str) -> str:
    return "".join([character if character.isprintable() else " " for character in text])


def _yes(value: bool) -> str:
    return "是" if value else "否"


def _part(part: Mapping[str, Any], outer: str) -> dict[str, Any]:
    """A part with its keys in order, its move left out where it is that of the part around it."""
    made: dict[str, Any] = {}
    move = part.get("move", outer)
    for key in _ORDER:
        if key == "move" and move == outer:
            continue
        if key == "parts" and "parts" in part:
            made["parts"] = [_part(inner, move) for inner in part["parts"]]
        elif key in part:
            made[key] = part[key]
    return made


def _answer(question: Asked, value: Any) -> str:
    ask = remark(question.ask)
    if value is None and question.type in (Type.LIST, Type.TABLE):
        value = []
    if value is None:
        return f"{question.key}:  # {ask}\n"
    if isinstance(value, bool):
        value = _yes(value)
    if isinstance(value, str) and "\n" not in value and question.type is not Type.LONG:
        return f"{question.key}: {scalar(value)}  # {ask}\n"
    return f"# {ask}\n{dump({question.key: value})}"


def remark(text: str) -> str:
    """A remark on one line, with nothing in it that YAML refuses; cells of a table, parted by tabs, stay apart."""
    return "".join([character for character in text.replace("\t", " ") if character.isprintable()])
