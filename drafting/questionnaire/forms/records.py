"""What is remembered of forms beside a facts file: which were sent and when they are due, who has said what.

It lies in .drafting/NAME.forms.json, so that the facts file stays its owner's. Without it nothing is lost but the
account of who said what, and that a row which came back changed is the same row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from drafting.errors import Fault, UserError, reason
from drafting.facts.edit import Raw
from drafting.i18n import _
from drafting.library import is_file
from drafting.locking import locked
from drafting.questionnaire.forms.model import Identity, as_raw
from drafting.questionnaire.forms.rows import Row
from drafting.storage import save
from drafting.word.state import FOLDER

VERSION = 1


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that went out. file: its name; the rest as in its identity."""

    id: str
    file: str
    unit: str = ""
    due: str = ""
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Came:
    """What one department has said with one form. rows: of each table, by their marks."""

    id: str
    unit: str
    file: str
    person: str = ""
    due: str = ""
    only: tuple[str, ...] = ()
    singles: Mapping[str, Raw] = field(default_factory=dict)
    rows: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)
    none: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """All that is remembered beside one facts file."""

    sent: tuple[Sent, ...] = ()
    came: tuple[Came, ...] = ()

    def with_sent(self, form: Sent) -> Records:
        """The records with a form that goes out; the same one made again is one."""
        others = tuple(one for one in self.sent if (one.id, one.unit) != (form.id, form.unit))
        return Records((*others, form), self.came)

    def with_came(self, form: Came) -> Records:
        """The records with what a department said now, in the place of what it said with this form before."""
        others = tuple(one for one in self.came if (one.id, one.unit) != (form.id, form.unit))
        return Records(self.sent, (*others, form))

    def said(self, identity: Identity, unit: str) -> Came | None:
        """What that department has said with that form before; None for nothing."""
        return next((one for one in self.came if (one.id, one.unit) == (identity.id, unit)), None)

    def rows_of(self, table: str, *, unit: str, but: str = "") -> list[Row]:
        """The rows of a table that came from a department with another form than the one with the id `but`."""
        came = [one for one in self.came if one.unit == unit and one.id != but]
        return [row for one in came for row in one.rows.get(table, {}).values()]


def records_path(facts: Path) -> Path:
    """Where the records of a facts file lie."""
    return facts.parent / FOLDER / f"{facts.name.removesuffix('.yaml').removesuffix('.yml')}.forms.json"


def load_records(facts: Path) -> Records:
    """The records of a facts file; empty if there are none. Raises UserError if they cannot be read."""
    path = records_path(facts)
    if not is_file(path):
        return Records()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ValueError(data["version"])
        return Records(tuple(_sent(one) for one in data["sent"]), tuple(_came(one) for one in data["came"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = _("The notes on forms are damaged. Without this file forms are taken in as if for the first time.")
        raise UserError(Fault(message, str(path))) from None


def unsaved(facts: Path, change: Callable[[Records], Records]) -> list[str]:
    """Change the records of a facts file as they are by then; what to tell if that cannot be done.

    Nobody else changes them meanwhile. That it cannot be done undoes nothing else.
    """
    path = records_path(facts)
    try:
        _make_folder(path)
        with locked(path):
            records = change(load_records(facts))
            data = {
                "version": VERSION,
                "sent": [_data(one) for one in records.sent],
                "came": [_data(one) for one in records.came],
            }
            save(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
    except UserError as error:
        message = _("It could not be noted which forms are out and who said what: {why}")
        return [message.format(why=fault) for fault in error.faults]
    return []


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(Fault(_("The file cannot be written: {why}.").format(why=reason(error)), str(path))) from None


def _data(form: Sent | Came) -> dict[str, Any]:
    return {one.name: value for one in fields(form) if (value := getattr(form, one.name))}


def _sent(data: Any) -> Sent:
    return Sent(
        str(data["id"]), str(data["file"]), str(data.get("unit", "")), str(data.get("due", "")), _texts(data, "only")
    )


def _came(data: Any) -> Came:
    return Came(
        id=str(data["id"]),
        unit=str(data.get("unit", "")),
        file=str(data["file"]),
        person=str(data.get("person", "")),
        due=str(data.get("due", "")),
        only=_texts(data, "only"),
        singles={str(key): as_raw(value) for key, value in data.get("singles", {}).items()},
        rows={
            str(key): {str(mark): dict(row) for mark, row in rows.items()} for key, rows in data.get("rows", {}).items()
        },
        none=_texts(data, "none"),
    )


def _texts(data: Any, key: str) -> tuple[str, ...]:
    return tuple(str(text) for text in data.get(key, ()))
