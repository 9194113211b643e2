"""Messages of the interface in the person's language: English sources, a zh_CN catalogue."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

LANGUAGES = ("en", "zh_CN")
_DOMAIN = "drafting"
_LOCALE = Path(__file__).parent / "locale"
_spoken = gettext.NullTranslations()


def _(message: str) -> str:
    """`message` in the language chosen by `use_language`."""
    return _spoken.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of a message that fits the number `n`."""
    return _spoken.ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message for the catalogue where it is only translated later."""
    return message


def language_of(arguments: Sequence[str]) -> str:
    """The language to speak: `--lang` among the arguments, then DRAFTING_LANG, then the machine's locale."""
    wanted = _option(arguments, "--lang") or os.environ.get("DRAFTING_LANG") or _locale_name()
    return "zh_CN" if wanted.lower().startswith(("zh", "chinese")) else "en"


def use_language(language: str) -> None:
    """Speak `language` from now on; click's own messages come from our catalogue too."""
    global _spoken  # gettext's own functions would look for the catalogue at every message
    _spoken = gettext.translation(_DOMAIN, _LOCALE, [language], fallback=True)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(_DOMAIN, str(_LOCALE))
    gettext.textdomain(_DOMAIN)


def _option(arguments: Sequence[str], name: str) -> str:
    for here, after in zip_longest(arguments, arguments[1:], fillvalue=""):
        if here == name:
            return after
        if here.startswith(name + "="):
            return here[len(name) + 1 :]
    return ""


def _locale_name() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value
    import locale

    return locale.getlocale()[0] or ""
