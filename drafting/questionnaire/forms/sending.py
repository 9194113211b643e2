"""A form made and put where it is to lie, and noted beside the facts file that it is for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.locking import locked
from drafting.outline.model import Type
from drafting.questionnaire.forms.making import make_form
from drafting.questionnaire.forms.model import Form
from drafting.questionnaire.forms.opening import start_from
from drafting.questionnaire.forms.records import Records, Sent, load_records, unsaved
from drafting.questionnaire.forms.sources import units_of_rows
from drafting.storage import save

SPREADSHEET, TEXT = ".xlsx", (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Made:
    """A form that was written. facts: the file it is for, if it is there; then `status` knows of the form.

    notes: what could not be done beside it.
    """

    file: Path
    form: Form
    facts: Path | None
    notes: tuple[str, ...] = ()


def send_form(
    named: str, out: Path | None, *, unit: str = "", only: Sequence[str] = (), due: str = "", today: date
) -> Made:
    """Write the form of an outline or a facts file to `out` (default: a spreadsheet beside the facts file).

    For the rest see `make_form`. Raises UserError for input that cannot be used, or a file that is already there.
    """
    start, facts = start_from(named)
    records = load_records(facts) if facts else Records()
    tables = [question for question in start.prepared.outline.questions if question.type is Type.TABLE]
    owners = {table.key: units_of_rows(table, start.answers.get(table.key), records) for table in tables}
    form = make_form(start, unit=unit, only=only, due=due, owners=owners, today=today)
    out = out or _beside(facts, start.prepared.outline.name, form.identity.unit)
    save_new(out, _bytes(form, out))
    if facts is None:
        return Made(out, form, None)
    identity = form.identity
    sent = Sent(identity.id, out.name, identity.unit, identity.due, identity.only)
    return Made(out, form, facts, tuple(unsaved(facts, lambda now: now.with_sent(sent))))


def save_new(path: Path, data: bytes) -> None:
    """Write a file that is not there. Raises UserError if it is, or if it cannot be written."""
    if not path.parent.is_dir():
        raise UserError(Fault(_("There is no folder “{name}”.").format(name=path.parent), str(path)))
    with locked(path):
        if os.path.lexists(path):
            raise UserError(Fault(_("The file is already there and is not overwritten."), str(path)))
        save(path, data)


def _bytes(form: Form, out: Path) -> bytes:
    ending = out.suffix.lower()
    if ending == SPREADSHEET:
        from drafting.questionnaire.forms.workbook import to_xlsx

        return to_xlsx(form)
    if ending in TEXT:
        from drafting.questionnaire.forms.yamlform import to_yaml

        return to_yaml(form).encode()
    raise UserError(Fault(_("A form is a spreadsheet or a text; its name must end in .xlsx or .yaml."), str(out)))


def _beside(facts: Path | None, outline: str, unit: str) -> Path:
    """Where a form goes for which no place was named: `NAME-UNIT.xlsx`."""
    stem = facts.stem if facts else outline
    name = "-".join(filter(None, (stem, "".join(c for c in unit if c.isalnum()) or "form")))
    return (facts.parent if facts else Path()) / f"{name}{SPREADSHEET}"
