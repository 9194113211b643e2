"""Paths of answers taken apart: `tasks[2].measures[1]` is an entry of the list `tasks[2].measures`.

Places count from 1. What was worked out from several answers has the paths of all, with blanks between them.
"""

from __future__ import annotations

import re

_PLACE = re.compile(r"\[\d+\]")


def without_places(path: str) -> str:
    """The question or column that a path is of: `tasks.measures`."""
    return _PLACE.sub("", path) if "[" in path else path


def row_of(path: str) -> str:
    """The entry or row that a path is of, or in: `tasks[2]` for `tasks[2].owner`; "" if it is in none."""
    path = path.partition(" ")[0]
    return path[: path.rindex("]") + 1] if "]" in path else ""


def list_of(path: str) -> str:
    """The list of which a path is an entry; "" if it is none, or several."""
    return path[: path.rindex("[")] if path.endswith("]") and " " not in path else ""
