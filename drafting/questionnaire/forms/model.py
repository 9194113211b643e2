"""What a form asks and what came back. Values only, no I/O."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from drafting.errors import Fault
from drafting.facts.edit import Raw
from drafting.i18n import _
from drafting.outline.model import Question, Type
from drafting.yamlfile import Node
from drafting.yamlproblems import UNWRITABLE

VERSION = 1
_OUTLINE = re.compile(r"[^/\\:]+(?<!\.yaml)(?<!\.yml)")  # a form names its outline, it never points to a file
_BLANK = re.compile(r"\s")
NONE_WORDS = ("无", "没有", "[]")
"""What a list or table says that has no entries; in a facts file that is []."""

NOTHING = frozenset(("/", "／", "\\", "-", "－", "—", "——", "–"))
"""What is put into cells of a form to which there is no answer."""

TOTALS = frozenset(("合计", "总计", "小计", "共计"))
"""With what the row below a table begins that adds it up."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a form remembers of itself, so that it is known again when it comes back.

    unit: the department it is for, "" for any. due: by when, as a facts file writes a date, or "". only: the
    questions it was cut down to; empty for all. sent: the answers that stood in it when it was sent out.
    """

    outline: str
    unit: str = ""
    due: str = ""
    only: tuple[str, ...] = ()
    sent: Mapping[str, Raw] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """16 hexadecimal digits, the same for the same form."""
        return blake2b(self.to_json().encode(), digest_size=8).hexdigest()

    def to_json(self) -> str:
        """The identity as one line of text."""
        data = {
            "drafting_form": VERSION,
            "outline": self.outline,
            "unit": self.unit,
            "due": self.due,
            "only": list(self.only),
            "sent": dict(self.sent),
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return _BLANK.sub(lambda found: f"\\u{ord(found[0]):04x}", text)  # editors cut blanks at the ends of lines

    @classmethod
    def from_json(cls, text: str) -> Identity:
        """The identity in that text. Raises ValueError for anything else."""
        try:
            data = json.loads(text)
            json.dumps(data, ensure_ascii=False).encode()  # half characters are refused
            if data["drafting_form"] != VERSION:
                raise ValueError(f"version {data['drafting_form']!r}")
            sent = {str(key): as_raw(value) for key, value in data["sent"].items()}
            words = [data[key] for key in ("outline", "unit", "due")] + list(data["only"])
            if not all(isinstance(word, str) and not UNWRITABLE.search(word) for word in words):
                raise ValueError("not a text")
            if not _OUTLINE.fullmatch(words[0]):
                raise ValueError("not the name of an outline")
            return cls(words[0], words[1], words[2], tuple(words[3:]), sent)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"not an identity: {error!r}") from None


def as_raw(data: Any) -> Raw:
    """JSON data as a raw answer. Raises ValueError for what is none."""
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return [as_raw(entry) for entry in data]
    if isinstance(data, dict):
        return {str(key): as_raw(entry) for key, entry in data.items()}
    raise ValueError(f"not an answer: {data!r}")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form asks. speech: its title. questions: in order. remarks: when a question is to be answered, by key.

    back_to: who gets it back, "" if that is not known.
    known: the answers to fill in. who: for tables, the column that names the department and may stay empty.
    """

    identity: Identity
    speech: str
    back_to: str
    questions: tuple[Question, ...]
    remarks: Mapping[str, str]
    known: Mapping[str, Raw]
    who: Mapping[str, str]

    @property
    def singles(self) -> tuple[Question, ...]:
        """The questions with one answer."""
        return tuple(question for question in self.questions if question.type is not Type.TABLE)

    @property
    def tables(self) -> tuple[Question, ...]:
        """The questions answered with a table."""
        return tuple(question for question in self.questions if question.type is Type.TABLE)


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back. file: as the person knows it. unit: who filled it in. person: by name, or "".

    answers: as in a facts file, each with its place. ids: the marks of a table's rows, as many as it has rows; ""
    for a row without. notes: what stands in the form and could not be taken in, a sentence each. faults: cells without
    a value.
    """

    file: str
    identity: Identity
    unit: str
    person: str
    answers: Mapping[str, Node]
    ids: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def other_unit(meant: str, said: str) -> tuple[str, ...]:
    """A note, if a form that is for one department names another one in its head."""
    if not meant or not said or meant == said:
        return ()
    message = _("The form is for {unit} and is booked on it, though it says that {other} has filled it in.")
    return (message.format(unit=meant, other=said),)
