"""The example facts file of an outline, to begin one's own from."""

from __future__ import annotations

from pathlib import Path

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.library import Library
from drafting.storage import save
from drafting.yamlfile import Mapping, Scalar, read_text, read_yaml


def copy_example(name: str, folder: Path, library: Library) -> list[Path]:
    """Copy the example of an outline and the house file that it names into `folder`; the files written, it first.

    A house file that is there already and says the same is left as it is. Raises UserError for a name that is not
    known, a folder that is not there, or a file that would be written over; then nothing is written.
    """
    if not folder.is_dir():
        raise UserError(Fault(_("There is no folder “{name}”.").format(name=folder), str(folder)))
    example = library.example(name)
    copies = {folder / source.name: read_text(source) for source in (example, *house_of(example))}
    wanted = [target for target, text in copies.items() if target.name == example.name or not _says(target, text)]
    message = _("The file is already there and is not overwritten.")
    if standing := [Fault(message, str(target)) for target in wanted if target.exists()]:
        raise UserError(standing)
    for target in wanted:
        save(target, copies[target].encode())
    return wanted


def house_of(example: Path) -> list[Path]:
    """The house file that a facts file names, if it names one."""
    facts = read_yaml(example)
    house = facts.get("house") if isinstance(facts, Mapping) else None
    return [example.parent / house.text] if isinstance(house, Scalar) and not house.empty else []


def _says(file: Path, text: str) -> bool:
    return file.is_file() and read_text(file) == text
