"""A new outline begun from one that is there, with templates and an example of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from drafting.compose import Prepared
from drafting.errors import Fault, UserError
from drafting.examples import house_of
from drafting.i18n import _
from drafting.library import Library
from drafting.loading import load_outline
from drafting.storage import save
from drafting.yamlfile import Mapping as Node
from drafting.yamlfile import parse_yaml, read_text

_NAME = re.compile(r"\w[\w-]*")
_PLAIN = re.compile(r"[^\W\d_][\w（）-]*")
_INCLUDE = re.compile(r"""(?<=\binclude)(\s+["'])([^"']+)(?=["'])""")


@dataclass(frozen=True, slots=True)
class Started:
    """A new outline: its file, the folder of its templates and how many there are, its example (None if none)."""

    outline: Path
    templates: Path
    count: int
    example: Path | None


def start_outline(name: str, like: str, folder: Path, title: str = "") -> Started:
    """Put a copy of the outline `like` into the folder under `name`, with all that it drafts by.

    The templates go into templates/NAME/, so that their wording can be changed and no other outline changes with
    them; the example facts and their house file into outlines/examples/. The seeds in which the pattern was seen are
    those of the other outline and are left out. title: of the new outline, else its name; of one that takes the place
    of `like`, else the old title.
    Raises UserError for a name that no file can have, an outline that is unknown or has faults, or files that are
    already there; then nothing is written.
    """
    if not _NAME.fullmatch(name):
        raise UserError(_("“{name}” is no name for an outline; use letters, digits, _ and -.").format(name=name))
    outline, templates = folder / "outlines" / f"{name}.yaml", folder / "templates"
    library = Library.around(folder)
    source = library.outline(like)
    if outline.exists():
        message = _("There is an outline “{name}” here already; it and its wording stay as they are. Use another name.")
        raise UserError(Fault(message.format(name=name), str(outline)))
    prepared, faults = load_outline(source, folder)
    if faults:
        raise UserError(faults)
    own = {one: f"{name}/{one.removeprefix(prepared.outline.name + '/')}" for one in prepared.kept.texts}
    default = prepared.outline.title if name == source.stem else name
    example = _example(name, source.stem, library, outline.parent / "examples")
    files = {outline: _outline(_text(source), prepared, own, title or default), **example}
    for one, text in prepared.kept.texts.items():
        files[templates / f"{own[one]}.j2"] = _including(text, own)
    message = _("The file is already there and is not overwritten.")
    if standing := [Fault(message, str(target)) for target in files if target.exists()]:
        raise UserError(standing)
    for target, text in files.items():
        save(target, text.encode())
    return Started(outline, templates / name, len(own), next(iter(example), None))


def _text(path: Path) -> str:
    return read_text(path).replace("\r\n", "\n")


def _outline(text: str, prepared: Prepared, own: Mapping[str, str], title: str) -> str:
    """The outline with templates of its own and another title, without seeds; comments and order stay."""
    lines = text.split("\n")
    named = {place: part.template for part in prepared.outline.walk() if (place := part.template_place)}
    for place, template in sorted(named.items(), key=lambda at: -at[0].column):  # each once, from right to left
        line, start = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:start] + line[start:].replace(template, own[template], 1)
    plain = title if _PLAIN.fullmatch(title) else json.dumps(title, ensure_ascii=False)
    return _including(_with_entries("\n".join(lines), {"title": f"title: {plain}", "seeds": None}), own)


def _including(text: str, own: Mapping[str, str]) -> str:
    """A template that takes in those of its own outline."""
    return _INCLUDE.sub(lambda found: found[1] + own.get(found[2], found[2]), text)


def _with_entries(text: str, wanted: Mapping[str, str | None]) -> str:
    """A YAML file with other lines for some of its keys at the left margin; None takes a key out."""
    node = parse_yaml(text, "", [])
    lines: list[str | None] = [*text.split("\n")]
    for key, _value in node.entries if isinstance(node, Node) else ():
        if key.text in wanted and key.place.column == 1:
            start = key.place.line - 1
            end = next((n for n in range(start + 1, len(lines)) if _begins(lines[n])), len(lines))
            lines[start:end] = [wanted[key.text], *[None] * (end - start - 1)]
    return "\n".join(line for line in lines if line is not None)


def _begins(line: str | None) -> bool:
    """Whether something new begins with a line, rather than that the entry above goes on."""
    return line is not None and line[:1] not in (" ", "\t", "-")


def _example(name: str, like: str, library: Library, folder: Path) -> dict[Path, str]:
    """The example facts of an outline for the new one, and the house file they name; nothing if it has none."""
    try:
        example = library.example(like)
    except UserError:
        return {}
    houses = {folder / f"{name}-house.yaml": _text(house) for house in house_of(example)}
    wanted: dict[str, str | None] = {"outline": f"outline: {name}"}
    if houses:
        wanted["house"] = f"house: {name}-house.yaml"
    return {folder / f"{name}.yaml": _with_entries(_text(example), wanted), **houses}
