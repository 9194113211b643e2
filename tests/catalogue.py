"""The zh_CN catalogue: what it must hold, and the way to bring it up to date.

    python -m tests.catalogue

collects the messages of the sources into drafting.po, keeps the translations that are there, and compiles drafting.mo.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "drafting"
PO = PACKAGE / "locale" / "zh_CN" / "LC_MESSAGES" / "drafting.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

# What click says to people by itself; it looks its messages up in our catalogue.
CLICK = (
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "No such command {name!r}.",
    "No such option: {name}",
    "Got unexpected extra argument ({args})",
    "Got unexpected extra arguments ({args})",
    "Option {name!r} requires an argument.",
    "Option {name!r} does not take a value.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "{value!r} is not one of {choices}.",
    "Aborted!",
    "default: {default}",
    "required",
    "%(prog)s, version %(version)s",
)


def messages() -> Catalog:
    """The messages of the sources, in their order, without translations."""
    catalog = Catalog(locale="zh_CN", project="drafting", fuzzy=False)
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, message, _comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        catalog.add(message)
    for message in CLICK:
        catalog.add(message)
    return catalog


def translated() -> Catalog:
    """The catalogue as it stands."""
    return read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN") if PO.exists() else Catalog(locale="zh_CN")


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    target = io.BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def main() -> None:
    old, new = translated(), messages()
    for message in new:
        known = old.get(message.id)
        if message.id and known is not None:
            message.string = known.string
    new.creation_date = new.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # no clock: the same in, the same out
    new.header_comment = "# Messages of drafting in simplified Chinese."
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, new, width=120, omit_header=False, no_location=True, sort_output=False)
    MO.write_bytes(compiled(read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN")))
    missing = [message.id for message in new if message.id and not message.string]
    print(f"{len(new)} messages, {len(missing)} without translation")


if __name__ == "__main__":
    main()
