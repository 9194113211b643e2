"""What a form begins from: a facts file that is still being filled in, or an outline alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafting.compose import Prepared
from drafting.errors import Fault, UserError
from drafting.facts.edit import Raw
from drafting.facts.model import Facts
from drafting.house import House
from drafting.i18n import _
from drafting.library import Library, is_file
from drafting.loading import library_of, load_facts, load_outline
from drafting.outline.model import Outline, Type
from drafting.questionnaire.forms.model import as_raw
from drafting.yamlfile import Mapping, read_text, read_yaml


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before a form goes out or comes in. answers: those given, as written, in the outline's order."""

    prepared: Prepared
    facts: Facts
    house: House
    answers: dict[str, Raw]


def from_facts(path: Path) -> Start:
    """What a facts file holds. Raises UserError with its faults; too few entries are none."""
    loaded = load_facts(path, unfinished=True)
    return Start(loaded.prepared, loaded.facts, loaded.house, answers_of(loaded.facts, loaded.prepared.outline))


def from_outline(path: Path) -> Start:
    """The questions of an outline, without an answer. Raises UserError with the outline's faults."""
    prepared, faults = load_outline(path)
    if faults:
        raise UserError(faults)
    return Start(prepared, Facts(prepared.outline.name, {}, raw={"outline": prepared.outline.name}), House(), {})


def outline_for(facts: Path, name: str) -> Path:
    """The outline of that name, as a facts file at `facts` would find it. Raises UserError with the nearest name."""
    return library_of(facts).outline(name)


def start_from(named: str) -> tuple[Start, Path | None]:
    """What a name or a path stands for, a facts file or an outline; with the path of the facts file, if it is one.

    Raises UserError if it is neither.
    """
    path = Path(named)
    if not is_file(path):
        if path.suffix.lower() in (".yaml", ".yml"):
            read_text(path)  # says why it cannot be read
        return from_outline(Library.around(Path.cwd()).outline(named)), None
    node = read_yaml(path, [])
    keys = set(node.keys()) if isinstance(node, Mapping) else set()
    if "outline" in keys:
        return from_facts(path), path
    if "parts" in keys:
        return from_outline(path), None
    message = _("This is neither a facts file (which begins with “outline: NAME”) nor an outline (which has “parts”).")
    raise UserError(Fault(message, str(path)))


def answers_of(facts: Facts, outline: Outline) -> dict[str, Raw]:
    """What was answered; empty cells, empty entries and settings are left out."""
    answers = {}
    for question in outline.questions:
        raw = facts.raw.get(question.key)
        if question.key in facts.answers and raw is not None:
            answers[question.key] = _full(raw, question.type)
    return answers


def _full(raw: object, kind: Type) -> Raw:
    """An answer without what is empty in it; a single text where a list is asked for is a list of one."""
    if isinstance(raw, dict):
        return {key: _full(value, Type.LONG) for key, value in raw.items() if value not in (None, "")}
    if isinstance(raw, list):
        return [_full(entry, Type.LONG) for entry in raw if entry not in (None, "", {})]
    return [as_raw(raw)] if kind is Type.LIST else as_raw(raw)
