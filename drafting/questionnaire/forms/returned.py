"""Returned forms opened and checked, all of them before the first is taken in; every fault is told at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from drafting.errors import Fault, UserError
from drafting.facts.edit_paths import parse_path
from drafting.facts.read import plain, read_facts
from drafting.i18n import _
from drafting.loading import still_open
from drafting.outline.model import Outline, Type
from drafting.questionnaire.forms.model import Identity, Returned
from drafting.questionnaire.forms.said import Taken
from drafting.questionnaire.forms.spreadsheet import Workbook
from drafting.questionnaire.forms.yamlform import answers_of_yaml, read_yaml_form
from drafting.yamlfile import Mapping as MappingNode
from drafting.yamlfile import Node, Place, Scalar, parse_yaml
from drafting.yamlfile import Sequence as SequenceNode

_WORD = r"(?:更正|修改|修订|补充|最终|终|新|副本|重报|补报|copy)(?:稿|版|后)?"
_VERSION = re.compile(rf"(?:[\s_-]*[（(](?:{_WORD}|\d{{1,2}})[)）]|[\s_-]+{_WORD})+\Z", re.IGNORECASE)
"""What stands behind the name of a file that is another version of one that is there: 某局（更正）, 某局 (2)."""


def unit_of(form: Returned) -> str:
    """Who filled a form in, as reports call it: by the name of the file, if the form does not say."""
    stem = Path(form.file).stem
    return form.unit or _VERSION.sub("", stem).strip() or stem


Read = tuple[Workbook | str, Identity, str]
"""A form that was opened: what is in it, what it remembers of itself, its name."""


def open_all(forms: Sequence[Path]) -> tuple[list[Read], list[Fault]]:
    """The forms that could be opened, and the faults of those that could not."""
    faults: list[Fault] = []
    read = []
    for path in forms:
        try:
            read.append(_opened(path))
        except UserError as error:
            faults += error.faults
    return read, faults


def _opened(path: Path) -> Read:
    """A form of either kind. Raises UserError if it is none."""
    name = str(path)
    if path.suffix.lower() in (".yaml", ".yml"):
        return *read_yaml_form(path, name), name
    from drafting.questionnaire.forms.sheets import read_sheets

    return *read_sheets(path, name), name


def checked(forms: Sequence[Read], outline: Outline, faults: Sequence[Fault]) -> list[Returned]:
    """The answers of all forms. faults: found before. Raises UserError with every fault of every form."""
    found = list(faults)
    returned = []
    for book, identity, name in forms:
        try:
            if identity.outline != outline.name:
                message = _("The form is for the outline “{form}”, the facts file for “{facts}”.")
                raise UserError(Fault(message.format(form=identity.outline, facts=outline.name), name))
            form = _answers(book, identity, outline, name)
            found += form.faults
            found += read_facts(MappingNode(_entries(form), Place(name)), still_open(outline))[1]
            returned.append(form)
        except UserError as error:
            found += error.faults
    if found:
        raise UserError(found)
    return returned


def _answers(book: Workbook | str, identity: Identity, outline: Outline, name: str) -> Returned:
    if isinstance(book, str):
        return answers_of_yaml(book, identity, outline, name)
    from drafting.questionnaire.forms.sheets import answers_in

    return answers_in(book, identity, outline, name)


def _entries(form: Returned) -> tuple[tuple[Scalar, Node], ...]:
    return tuple((Scalar(key, node.place), node) for key, node in form.answers.items())


def check(text: str, path: Path, outline: Outline, taken: Sequence[Taken], returned: Sequence[Returned]) -> None:
    """Raises UserError if the facts would no longer be sound: more rows than a table may have, told where they are."""
    _facts, faults = read_facts(parse_yaml(text, str(path)), still_open(outline))
    if not faults:
        return
    places = {question.key: question for question in outline.questions if question.type is Type.TABLE}
    message = _("{key} ({ask}): found {n} entries, expected at most {most}.")
    too_many = []
    for one in taken:
        key, place = (*parse_path(one.path), 0)[:2]
        table = places.get(str(key))
        if table and one.new and table.at_most is not None and isinstance(place, int) and place > table.at_most:
            why = message.format(key=table.key, ask=table.ask, n=place, most=table.at_most)
            too_many += [where.fault(why) for where in _places(one, table.key, returned)]
    raise UserError(too_many or faults)


def _places(taken: Taken, key: str, returned: Sequence[Returned]) -> list[Place]:
    """Where a row that was taken in stands in its form."""
    nodes = [form.answers.get(key) for form in returned if form.file == taken.file]
    rows = [row for node in nodes if isinstance(node, SequenceNode) for row in node.items]
    value = taken.value if isinstance(taken.value, dict) else {}
    alike = [row for row in rows if isinstance(said := plain(row), dict) and said and said.items() <= value.items()]
    return [row.place for row in alike[:1]]
