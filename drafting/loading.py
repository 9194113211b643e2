"""From files to values: an outline ready for composing, a facts file with its house, outline and layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from drafting.compose import Prepared, prepare
from drafting.compose.cache import load_kept, save_kept
from drafting.errors import Fault, UserError, nearest
from drafting.facts.model import Facts
from drafting.facts.read import outline_name, read_facts
from drafting.house import House, read_house
from drafting.i18n import _
from drafting.library import Library, is_file
from drafting.outline.model import Outline, Question
from drafting.outline.numbered import POINTS, not_numbered, numbered_keys
from drafting.outline.read import read_outline
from drafting.yamlfile import Mapping, Node, parse_yaml, read_text, read_yaml

HOUSE_FILE = "house.yaml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A facts file with all that belongs to it."""

    path: Path
    facts: Facts
    house: House
    prepared: Prepared
    library: Library
    fingerprint: str


def load_outline(path: Path, *folders: Path) -> tuple[Prepared, list[Fault]]:
    """The outline in a file, and every fault in it and its templates.

    Templates are looked for around the outline if it is the user's, then in `folders`, in the working folder, and
    among the shipped ones.
    Raises UserError if the file cannot be read as YAML at all.
    """
    name = path.name.removesuffix(".yaml").removesuffix(".outline")
    text, library = read_text(path), Library.around(_folder_of(path), *folders, Path.cwd())
    faults: list[Fault] = []
    outline, found = read_outline(parse_yaml(text, str(path), faults), name)
    faults += found
    known = None if faults else load_kept(path, text, library)
    prepared, more = prepare(outline, library, known)
    if known is None and not faults and not more:
        save_kept(path, text, prepared.kept)
    return prepared, in_file_order([*faults, *more])


def library_of(path: Path) -> Library:
    """The library as seen from a file of the user's: its folder (or the one above outlines/), the working folder."""
    return Library.around(_folder_of(path), Path.cwd())


def _folder_of(path: Path) -> Path:
    return path.parent.parent if path.parent.name == "outlines" else path.parent


def load_facts(path: Path, *, unfinished: bool = False) -> Loaded:
    """A facts file, checked against its outline, and the house file that goes with it.

    unfinished: answers are still coming in, so too few entries of a list or table are no fault.
    Raises UserError with every fault of the outline, or else every fault of facts and house.
    """
    loaded, faults = load_what_is_sound(path, unfinished=unfinished)
    if faults:
        raise UserError(faults)
    return loaded


def load_what_is_sound(path: Path, *, unfinished: bool = False) -> tuple[Loaded, list[Fault]]:
    """As `load_facts`, but with the faults of facts and house beside what is sound in them, to be mended.

    Raises UserError with every fault of the outline.
    """
    faults: list[Fault] = []
    node = read_yaml(path, faults)
    library = library_of(path)
    name, place = outline_name(node, str(path))
    if not name:
        known = ", ".join(found.name for found in library.outlines())
        message = _("The facts file begins with “outline: NAME”; there are: {names}.")
        raise UserError([*faults, place.fault(message.format(names=known))])
    try:
        outline_path = _beside(path, name) or library.outline(name)
    except UserError as error:
        raise UserError([*faults, *(place.fault(fault.message) for fault in error.faults)]) from None
    prepared, outline_faults = load_outline(outline_path, _folder_of(path))
    if outline_faults:
        raise UserError(outline_faults)
    facts, found = read_facts(node, still_open(prepared.outline) if unfinished else prepared.outline)
    faults += [*found, *_wrong_layout(facts, library)]
    house, house_faults = _house(path, node, facts.house)
    house_faults += _numbering_nothing(house, prepared.outline, library)
    loaded = Loaded(path, facts, house, prepared, library, _fingerprint(outline_path, prepared))
    return loaded, [*in_file_order(faults), *in_file_order(house_faults)]


def _wrong_layout(facts: Facts, library: Library) -> list[Fault]:
    """A fault for a layout that is not there."""
    if not facts.layout or facts.layout_place is None:
        return []
    try:
        library.layout(facts.layout)
    except UserError as error:
        return [facts.layout_place.fault(fault.message) for fault in error.faults]
    return []


def _beside(path: Path, name: str) -> Path | None:
    """The outline that a facts file names by a path from where it lies itself: `./last_year.outline.yaml`."""
    found = path.parent / name
    return found if name.endswith((".yaml", ".yml")) and is_file(found) else None


def still_open(outline: Outline) -> Outline:
    """The outline as it holds while answers are coming in: no list or table needs more entries than it has."""
    return replace(outline, questions=tuple(_open(question) for question in outline.questions))


def _open(question: Question) -> Question:
    return replace(question, at_least=0, columns=tuple(_open(column) for column in question.columns))


def in_file_order(faults: Sequence[Fault]) -> list[Fault]:
    """The faults as a person mends them: file by file, from top to bottom, each once."""
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line, fault.column))


def _house(path: Path, node: Node, named: str) -> tuple[House, list[Fault]]:
    """The house file that the facts file names, or house.yaml beside it or in the working folder, or none."""
    if named:
        found = path.parent / named
        if not is_file(found):
            setting = node.get("house") if isinstance(node, Mapping) else None
            message = _("There is no house file “{name}”.").format(name=found)
            return House(), [setting.place.fault(message) if setting else Fault(message)]
        return _read_house(found)
    for folder in (path.parent, Path.cwd()):
        if is_file(folder / HOUSE_FILE):
            return _read_house(folder / HOUSE_FILE)
    return House(), []


def _numbering_nothing(house: House, outline: Outline, library: Library) -> Iterator[Fault]:
    """A fault for each enumerator of the house that is for a part of neither this outline nor any other."""
    for key, chosen in house.enumerators.items():
        if (
            key != POINTS
            and not_numbered(outline, key)
            and not any(_numbers(found.path, key) for found in library.outlines())
        ):
            message = _("enumerators: “{key}” is no numbered part of any outline.").format(key=key)
            yield chosen.key_place.fault(message + nearest(key, numbered_keys(outline)))


def _numbers(path: Path, key: str) -> bool:
    """Whether an outline has a part of that key; one that cannot be read has none."""
    try:
        text = read_text(path)
        if not all(step in text for step in key.split("/")):
            return False  # nothing needs to be read that can be told at a glance
        return not not_numbered(read_outline(parse_yaml(text, str(path)), path.stem)[0], key)
    except UserError:
        return False


def _read_house(path: Path) -> tuple[House, list[Fault]]:
    faults: list[Fault] = []
    try:
        house, found = read_house(read_yaml(path, faults))
    except UserError as error:
        return House(), list(error.faults)
    return house, faults + found


def _fingerprint(outline_path: Path, prepared: Prepared) -> str:
    """Tells one state of an outline and its templates from another: 16 hexadecimal digits."""
    mark = blake2b(digest_size=8)
    for text in (read_text(outline_path), *(piece for pair in prepared.kept.texts.items() for piece in pair)):
        mark.update(text.replace("\r\n", "\n").encode() + b"\0")
    return mark.hexdigest()
