"""What a .docx of ours remembers for the day it is drafted again: the base, the facts, the outline.

It is kept twice, in a part of the .docx and in a sidecar beside it, for some programs drop the part. The id in the
document's properties says which sidecar belongs to the file.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from drafting.draft import Draft, from_data, to_data
from drafting.errors import UserError
from drafting.storage import save
from drafting.word.names import STATE_NAMESPACE
from drafting.word.xml import DECLARATION

VERSION = 1
FOLDER = ".drafting"
SIDECARS_KEPT = 20
"""So many of the sidecars that no file beside them points to are kept: a file may still be on its way back."""

_START = f'{DECLARATION}<state xmlns="{STATE_NAMESPACE}">'.encode()
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class State:
    """How a file came about.

    outline: its name. fingerprint: of the outline and its templates, to see whether they have changed since.
    facts: the answers as plain JSON data. base: the draft as it was last written into the file. extra: what other
    rooms want to find again, plain JSON data too.
    """

    outline: str
    fingerprint: str
    facts: Mapping[str, Any]
    base: Draft
    extra: Mapping[str, Any] = field(default_factory=dict)
    version: int = VERSION


def state_to_bytes(state: State) -> bytes:
    """The state as JSON in UTF-8.

    Raises ValueError for a character that XML cannot hold either (lone surrogates, U+FFFE, U+FFFF; JSON writes control
    characters as codes), TypeError for what JSON does not know.
    """
    data = {
        "version": state.version,
        "outline": state.outline,
        "fingerprint": state.fingerprint,
        "facts": state.facts,
        "extra": state.extra,
        "base": to_data(state.base),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if "\ufffe" in text or "\uffff" in text:
        raise ValueError("a character that XML does not allow")
    return text.encode()


def state_from_bytes(data: bytes | str) -> State:
    """The state that `state_to_bytes` wrote. Raises ValueError if the data is damaged or of a later version."""
    try:
        found = json.loads(data)
        if found["version"] != VERSION:
            raise ValueError(f"version {found['version']!r}")
        return State(
            str(found["outline"]),
            str(found["fingerprint"]),
            dict(found["facts"]),
            from_data(found["base"]),
            dict(found["extra"]),
        )
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError(f"not a state: {error!r}") from None


def state_id(data: bytes) -> str:
    """The id of a state in bytes: 16 hexadecimal digits, the same for the same state."""
    return blake2b(data, digest_size=8).hexdigest()


def state_xml(data: bytes) -> bytes:
    """The part that holds a state in bytes: JSON as the text of one element."""
    text = data.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    return b"".join((_START, text, b"</state>"))


def sidecar_path(docx: Path, identifier: str) -> Path:
    """Where the second copy of a state lies. Raises ValueError if that is no id of ours (a file may say anything)."""
    if not _ID.fullmatch(identifier):
        raise ValueError(f"not an id: {identifier!r}")
    return docx.parent / FOLDER / f"{identifier}.json"


def write_sidecar(docx: Path, state: State) -> Path:
    """Put the second copy beside the .docx and return where it lies; old ones that nothing needs go.

    Raises UserError if that cannot be done.
    """
    data = state_to_bytes(state)
    path = sidecar_path(docx, state_id(data))
    save(path, data)
    if len(os.listdir(path.parent)) > SIDECARS_KEPT:
        from drafting.word.sidecars import drop_stale

        drop_stale(path.parent, SIDECARS_KEPT)
    return path


def mend_sidecar(docx: Path, state: State) -> None:
    """Put the second copy beside a .docx that holds the first, if it is not there; where that cannot be, it is not."""
    with suppress(OSError, UserError):
        if not sidecar_path(docx, state_id(state_to_bytes(state))).exists():
            write_sidecar(docx, state)
