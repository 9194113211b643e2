"""Checks: rules on a draft that give findings."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Something a careful reader would ask about. rule: its name; block: key of the block, or path of the answer."""

    rule: str
    block: str
    message: str
