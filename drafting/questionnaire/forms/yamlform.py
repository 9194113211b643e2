"""A form as a YAML text: every question with its help as comments, and the answers to be written behind the colons.

Filled in it is a facts file. What it remembers of itself stands in comments at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from drafting.errors import Fault, UserError, shortened
from drafting.facts.edit_write import Hand
from drafting.i18n import _
from drafting.outline.grammar import SETTINGS
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.forms import wordings
from drafting.questionnaire.forms.cells import answer_of
from drafting.questionnaire.forms.making import readable
from drafting.questionnaire.forms.model import NONE_WORDS, Form, Identity, Returned, other_unit
from drafting.yamlfile import Mapping, Node, Scalar, Sequence, parse_yaml, read_text

_IDENTITY = "#~ "
_CHUNK = 110
_ABOUT = re.compile(r"^# *(填报单位|填报人)[:：](.*)$", re.MULTILINE)
_LIST_GUIDE = "每条一行，行首照样空两格，以“- ”开头"
_TABLE_GUIDE = "每一项写一段，第一行以“- ”开头；要加一项，就把整段照抄在后面"
_HAND = Hand()


def to_yaml(form: Form) -> str:
    """The form as a text, lines ended by line feeds."""
    return "\n".join(chain(_head(form), _questions(form), _tail(form))) + "\n"


def _head(form: Form) -> Iterator[str]:
    due = form.identity.due
    yield f"# {wordings.TITLE}：{form.speech}"
    yield f"# 填报单位：{form.identity.unit}"
    yield "# 填报人："
    if due:
        yield f"# 报送期限：{readable(due)}"
    yield "#"
    yield "# 填写方法：答案写在冒号后面，冒号与答案之间空一格；“#”后面的是说明，不用改。一时答不上来的先空着，不要编。"
    yield "# 一段话要分几行写的，冒号后面写“ |”，从下一行起每行前面空两格。整张表或整个列表确实没有的，写“ []”。"
    yield f"# {wordings.how_to_return(readable(due), form.back_to)}"
    yield ""
    yield f"outline: {form.identity.outline}"


def _questions(form: Form) -> Iterator[str]:
    for question in form.questions:
        yield ""
        if question.group:
            yield f"# ──── {question.group} ────"
            yield ""
        yield from _comments(form, question)
        known = form.known.get(question.key)
        if known is not None:
            yield f"{question.key}:{_HAND.behind(known, 0)}"
        elif question.type is Type.TABLE:
            yield f"{question.key}:"
            yield from _empty_row(question)
        else:
            yield f"{question.key}:"


def _comments(form: Form, question: Question) -> Iterator[str]:
    yield f"# {question.ask}{'（必填）' if question.required else ''}"
    guide = {Type.LIST: _LIST_GUIDE, Type.TABLE: _TABLE_GUIDE}.get(question.type, "")
    kind = wordings.how_many(question) if guide else wordings.kind_hint(question, drop_down=False)
    said = (form.remarks.get(question.key, ""), question.help, kind, wordings.default_hint(question), guide)
    if text := wordings.sentences(*said):
        yield from _commented(text)
    if question.example:
        yield from _commented(f"例：{question.example}")
    for column in question.columns:
        yield from _commented(f"  {column.key}：{_about_column(column, own=form.who.get(question.key) == column.key)}")


def _about_column(column: Question, *, own: bool) -> str:
    kind = f"{_LIST_GUIDE}，写在下面几行" if column.type is Type.LIST else wordings.kind_hint(column, drop_down=False)
    text = wordings.sentences(column.help, kind, wordings.OWN if own else "")
    example = f"例：{column.example}" if column.example else ""
    required = "（必填）" if column.required else ""
    return "。".join(filter(None, (column.ask + required, text, example)))


def _commented(text: str) -> Iterator[str]:
    return (f"# {line}" for line in text.splitlines())


def _empty_row(table: Question) -> Iterator[str]:
    for number, column in enumerate(table.columns):
        yield f"  {'- ' if number == 0 else '  '}{column.key}:"


def _tail(form: Form) -> Iterator[str]:
    text = form.identity.to_json()
    yield ""
    yield "# 以下各行由程序使用，请不要改动。"
    for start in range(0, len(text), _CHUNK):
        yield _IDENTITY + text[start : start + _CHUNK]


def read_yaml_form(path: Path, name: str) -> tuple[str, Identity]:
    """The text of a returned form, and what it remembers of itself. Raises UserError for what is no form of ours."""
    text = read_text(path)
    lines = [line.removeprefix(_IDENTITY) for line in text.splitlines() if line.startswith(_IDENTITY)]
    try:
        return text, Identity.from_json("".join(lines))
    except ValueError:
        message = _(
            "This is no form of “drafting form”, or it has lost the lines at its end; fill it in as it was sent."
        )
        raise UserError(Fault(message, name)) from None


def answers_of_yaml(text: str, identity: Identity, outline: Outline, name: str) -> Returned:
    """What a returned form answers; rows and entries left empty are left out. Raises UserError if it is no YAML."""
    root = _parsed(text, outline, name)
    about = {found[1]: found[2].strip() for found in _ABOUT.finditer(text)}
    entries = root.entries if isinstance(root, Mapping) else ()
    asked = {question.key for question in outline.questions}
    given = {key.text: filled for key, node in entries if key.text in asked and (filled := _filled(node)) is not None}
    answers = {key: _answer(node, question) for key, node in given.items() if (question := outline.question(key))}
    unknown = [key.text for key, _node in entries if key.text not in asked and key.text not in SETTINGS]
    message = _("“{key}” is no question of the outline and was not taken in.")
    return Returned(
        file=name,
        identity=identity,
        unit=identity.unit or about.get("填报单位", ""),
        person=about.get("填报人", ""),
        answers=answers,
        ids={key: ("",) * len(node.items) for key, node in answers.items() if isinstance(node, Sequence)},
        notes=(
            *(message.format(key=key) for key in unknown),
            *other_unit(identity.unit, about.get("填报单位", "")),
        ),
    )


def _parsed(text: str, outline: Outline, name: str) -> Node:
    """The form as a node, where a colon was typed full-width or without its blank behind a question, as if it were
    right. Raises UserError with each line where that is not sure, or if it is no YAML else.
    """
    keys = "|".join(question.key for question in outline.questions)
    mended = re.sub(rf"^({keys})[ \t]*(?:：[ \t]*|:(?=[^\s]))", r"\1: ", text, flags=re.MULTILINE) if keys else text
    try:
        return parse_yaml(mended, name)
    except UserError as error:
        raise UserError(_slips(mended, outline, name) or error.faults) from None


def _slips(text: str, outline: Outline, name: str) -> list[Fault]:
    """The columns of rows behind which the colon is a full-width one, or has no blank."""
    columns = {column.key: column for question in outline.questions for column in question.columns}
    message = _("{key} ({ask}): found “{text}”; write a half-width colon and a blank behind “{key}”.")
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r"[ \t]+(?:- +)?([A-Za-z]\w*)(?:：|:(?=\S))", line)
        if found and (column := columns.get(found[1])):
            why = message.format(key=column.key, ask=column.ask, text=shortened(line.strip()))
            faults.append(Fault(why, name, number, found.end()))
    return faults


def _answer(node: Node, question: Question) -> Node:
    """An answer as a facts file says it: √ as 是, 20260630 as a day, 无 as an empty list or table."""
    if isinstance(node, Scalar):
        if question.type in (Type.LIST, Type.TABLE):
            return Sequence((), node.place) if node.text.strip() in NONE_WORDS else node
        said = answer_of(node.text.strip(), question)
        return replace(node, text=said) if isinstance(said, str) and said != node.text.strip() else node
    if question.type is Type.LIST and isinstance(node, Sequence) and _says_none(node.items):
        return Sequence((), node.place)
    if question.type is not Type.TABLE or not isinstance(node, Sequence):
        return node
    rows = [item for item in node.items if isinstance(item, Mapping)]
    if len(rows) == len(node.items) == 1 and _says_none([cell for _key, cell in rows[0].entries]):
        return Sequence((), node.place)
    return Sequence(tuple(_row(item, question) for item in node.items), node.place)


def _says_none(nodes: Iterable[Node]) -> bool:
    """Whether all that is there is 无."""
    only = list(nodes)
    return len(only) == 1 and isinstance(only[0], Scalar) and only[0].text.strip() in NONE_WORDS


def _row(node: Node, table: Question) -> Node:
    if not isinstance(node, Mapping):
        return node
    cells = [(key, value, table.column(key.text)) for key, value in node.entries]
    return Mapping(
        tuple((key, _answer(value, column) if column else value) for key, value, column in cells), node.place
    )


def _filled(node: Node) -> Node | None:
    """A node without what was left empty in it; None if nothing is left, but for a list that was emptied: []."""
    if isinstance(node, Scalar):
        return None if node.empty or not node.text.strip() else node
    if isinstance(node, Sequence):
        items = tuple(filled for item in node.items if (filled := _filled(item)) is not None)
        return Sequence(items, node.place) if items or not node.items else None
    entries = tuple((key, filled) for key, value in node.entries if (filled := _filled(value)) is not None)
    return Mapping(entries, node.place) if entries else None
