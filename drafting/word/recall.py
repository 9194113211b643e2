"""The state found again: in the file, or in the sidecar that its id points to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from drafting.word.names import ID_PROPERTY, STATE_NAMESPACE
from drafting.word.package import Package
from drafting.word.state import State, sidecar_path, state_from_bytes

_STATE = f"{{{STATE_NAMESPACE}}}state"


def read_state(package: Package) -> State | None:
    """The state of a file of ours; None if it is not ours, or if both copies are lost or damaged."""
    for copy in _copies(package):
        with suppress(ValueError):
            return state_from_bytes(copy)
    return None


def sidecars(package: Package) -> list[Path]:
    """Where the sidecar of the file should lie: one path by rights, none if it has no id or lies in no folder."""
    if package.path is None:
        return []
    paths = []
    for identifier in _ids(package):
        with suppress(ValueError):
            paths.append(sidecar_path(package.path, identifier))
    return paths


def state_parts(package: Package) -> list[str]:
    """The names of the parts that hold a state. Other programs number such parts as they like."""
    names = package.related(package.document, "customXml")
    return [name for name in names if name in package.parts and package.peek(name).tag == _STATE]


def _copies(package: Package) -> Iterator[bytes | str]:
    """What is kept in the file, and beside it; that is only looked at if it is needed."""
    for name in state_parts(package):
        yield package.peek(name).text or ""
    for path in sidecars(package):
        with suppress(OSError):
            yield path.read_bytes()


def _ids(package: Package) -> list[str]:
    """The ids in the document's properties; there should be one at most."""
    return [
        "".join([str(text) for text in element.itertext()]).strip()
        for name in package.related("", "custom-properties")
        if name in package.parts
        for element in package.peek(name)
        if element.get("name") == ID_PROPERTY
    ]
