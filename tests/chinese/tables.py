"""Tables of cases, each row with a name that a failing test shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest


def table(names: str, rows: Mapping[str, object]) -> Callable[[Any], Any]:
    """`pytest.mark.parametrize` over rows that have their ids for keys."""
    return pytest.mark.parametrize(names, list(rows.values()), ids=list(rows))
