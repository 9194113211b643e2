"""Checks: rules on a draft that give findings."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Something a careful reader would ask about. block: key of the block; rule: name of the rule."""

    rule: str
    block: str
    message: str
