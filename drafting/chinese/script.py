"""Which characters are Chinese, and how typed-in values are brought to one width."""

from __future__ import annotations

from drafting.chinese.patterns import pattern

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The Han characters, 〇 among them, as the inside of a regular-expression class."""

_HAN = pattern(f"[{HAN}]")
_SPLIT_NUMBER = pattern(r"\d\s+\d")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {ord("−"): ord("-")}


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in `text`."""
    return _HAN.search(text) is not None


def is_han(character: str) -> bool:
    """Whether `character` is one Chinese character; marks of punctuation are none, and neither is ""."""
    return len(character) == 1 and (
        "㐀" <= character <= "\u9fff"
        or character == "〇"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def compact(text: str) -> str:
    """A value as typed, with half-width letters, figures and signs and without white space.

    `" １２．５ 亿 "` gives `"12.5亿"`. Raises ValueError where white space splits a number: `12 5` may be two.
    """
    if _SPLIT_NUMBER.search(text):
        raise ValueError(f"white space inside a number: {text!r}")
    return "".join(text.translate(_NARROW).split())
