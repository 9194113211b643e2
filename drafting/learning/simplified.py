"""Traditional text in simplified characters and wide figures in narrow ones, one for one: rules read both."""

from __future__ import annotations

from drafting.chinese.patterns import pattern

# Characters that nothing but traditional text has, and a clause of it hardly lacks.
_TRADITIONAL = pattern(
    "[們國會這個為來時說對講話開關後學實現發動產業務縣區東車問題長進過還當點經濟報導領總黨員級設資農體書記億萬單標項處議畫規劃"
    "黃張陳劉趙吳孫馬鄭謝許鄧馮蕭葉蘇呂盧鍾賈鄒陸韓龍]"
)

_WIDE, _HALF = pattern("[０-９]"), {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}


class _Simple(dict[int, str]):
    """The simplified character for each code point, looked up when it is met."""

    def __missing__(self, code: int) -> str:
        from opencc import OpenCC

        if not self:
            self.convert = OpenCC("t2s").convert
        simple = self.convert(chr(code))
        self[code] = simple if len(simple) == 1 else chr(code)
        return self[code]


_TABLE = _Simple()


def simplified(text: str) -> str:
    """The text in simplified characters and with figures of half width, each in its place; other text as it is."""
    text = text.translate(_HALF) if _WIDE.search(text) else text
    return text.translate(_TABLE) if _TRADITIONAL.search(text) else text
