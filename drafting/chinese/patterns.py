"""Regular expressions that are compiled at their first use, so that importing the package stays quick."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "sub", "findall", "finditer")


class _Lazy:
    """Stands in for a compiled pattern; after the first use its methods are that pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression `text`; a fault in it shows when it is first used."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
