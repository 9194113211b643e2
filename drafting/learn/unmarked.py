"""What a paragraph without a marker says of where it stands: outside of the lists before it, or still inside."""

from __future__ import annotations

from drafting.chinese.enumerators.series import number_of
from drafting.chinese.patterns import pattern

_ADDRESS = pattern(
    "(?:[^，。！：:；]{0,12}(?:同志|朋友|女士|代表|委员|老师|同学|同事|同仁|来宾|嘉宾|职工|战友|乡亲|家长|企业家|党员|师傅|工友|队员|社员)们"
    "|各位[^，。！：:；]{1,10})[,，!！：:]|最后[,，]"
)
_ONCE_MORE = "(?:强调|叮嘱|补充|重申|交代|说|讲)"
# Each alternative begins with a plain character here and below: so the places for it are found fast.
_LEAVE = pattern(
    "谢谢(?:大家|各位)|我(?:还|再|最后)(?:想|要|再)*(?:强调|讲|说|提)[^。]{0,4}(?:点|句|个)"
    "|以上(?:就)?是我|供(?:大家|同志们|各位)参考|我就(?:讲|说)(?:到)?这|请(?:大家|同志们|各位).{0,6}听"
    "|块工作(?:都|就)?讲[完过]了|项工作(?<!这项工作)(?:都|就)?讲[完过]了|个方面(?<!这个方面)(?:都|就)?讲[完过]了|个问题(?<!这个问题)(?:都|就)?讲[完过]了"
    f"|再{_ONCE_MORE}|一并{_ONCE_MORE}|顺便{_ONCE_MORE}|最后{_ONCE_MORE}"
)
# What only short paragraphs say when they take leave.
_FAREWELL = pattern(
    "让我们|再次[^。]{0,6}(?:感谢|祝)|最后[^。]{0,6}(?:感谢|祝)|祝(?:愿)?[^。]{2,30}(?:快乐|愉快|幸福|顺利|健康|进步|成功|兴旺|吉祥)|我宣布|以上(?:报告|汇报|发言|(?:就)?是我)"
)
# What the last paragraph of a speech says when it takes leave; elsewhere it may be one of many demands.
_WISHES = pattern("希望(?:大家|同志们|各位|全体)|打赢|奋斗|我?们?相信|一定能|交出?.{0,10}答卷")
# A paragraph that looks back on a whole list stands outside it; one that goes on demanding stands in its last item.
_SUMS_UP = pattern(
    "^(?:抓好?|做好|办好|落实好?)?(?:上述|以上|这)"
    "(?:([一二两三四五六七八九十]{1,2})|[几些]+)(?:个|项|条|点|方面|件|步|招|句|种)"
    "|^(?:上述|以上|总之|综上|抓好这|做好(?:上述|以上|这))"
)
_DEMANDS = pattern("^要(?!求)")
_NO_WORD = pattern("[^\u4e00-\u9fff]|[的了得地要把就和与是在有]")
_ATTACHED = ("附件：", "附件:", "附表：", "附表:")  # what comes with a paper stands outside of it
_BEGINNING, _ENDING, _LONG, _SHORT = 200, 60, 200, 160
_WORD = 2  # characters
_WHOLE = frozenset("。！？!?”）)…")


def address(text: str) -> str:
    """The address to the hearers that it begins with, as closings do; "" for none."""
    match = _ADDRESS.match(text)
    return match[0][:-1] if match else ""


def bids_farewell(text: str) -> bool:
    """Whether it is short, and says what one says when one takes leave."""
    return len(text) <= _SHORT and _FAREWELL.search(text) is not None


def takes_leave(text: str) -> bool:
    """Whether it says that the lists before it are done."""
    if bids_farewell(text) or text.startswith(_ATTACHED):
        return True
    found = _LEAVE.search(text, 0, _BEGINNING) or _LEAVE.search(text, max(0, len(text) - _ENDING))
    return address(text) != "" or (found is not None and not (found[0].startswith("谢谢") and len(text) > _LONG))


def ends_all(text: str) -> bool:
    """Whether the last paragraph of a speech speaks to all, and no more of the last item."""
    return len(text) <= _SHORT and _WISHES.search(text) is not None


def is_cut_off(text: str) -> bool:
    """Whether the last words of a speech stop in the middle of a sentence."""
    return text != "" and text[-1] not in _WHOLE


def summed_up(text: str) -> int | None:
    """How many items the list has that it looks back on; 0 where it does not say, None where it looks back on none."""
    match = _SUMS_UP.match(text)
    return match and (number_of(match[1].replace("两", "二")) if match[1] else 0)


def demands(text: str) -> bool:
    """Whether it goes on demanding."""
    return _DEMANDS.match(text) is not None


def takes_up(heading: str, text: str) -> bool:
    """Whether a text takes up a word of a heading."""
    words = [heading[at : at + _WORD] for at in range(len(heading) - _WORD + 1)]
    return any(word in text for word in words if not _NO_WORD.search(word))
