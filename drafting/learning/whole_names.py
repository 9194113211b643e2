"""What differs between editions, as whole names: no body or person is cut in two because the years share a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN

_BODY = "局|委|委员会|馆|院|校|办|办公室|联|联合会|股|科|处|所|站|部|中心|公司|厂|团|队|行|社|府"
_A_BODY = pattern(f"[{HAN}]{{1,12}}(?:{_BODY})\\Z")
_HEAD = "长|主任|书记|主席|经理|总监"
_ENDS_A_NAME = pattern(f"(?:{_BODY})(?:[{HAN}]{{0,4}}(?:{_HEAD})[{HAN}]{{0,4}})?\\Z")
_NOT_IN_A_NAME = "和及与对是将到向从把被由让使为的了这那有请在按以给各全我本该"
_BEGINNING = pattern(f"(?:(?![{_NOT_IN_A_NAME}])[{HAN}]){{1,8}}\\Z")
_PLACE = pattern(
    f"(?:(?<![{HAN}])|(?<=[{_NOT_IN_A_NAME}]))(?<![全各我本该])(?:(?![{_NOT_IN_A_NAME}])[{HAN}]){{0,3}}[省市县区州旗乡镇]\\Z"
)
_OF_AN_AREA = pattern(
    "委(?=常委|书记|副书记|[^托员屈婉])|政协|人大|(?:人民)?政府|纪委|法院|检察院"
)  # of whose area: 区|委常委
_OPENS, _CLOSES = pattern("“[^“”，。；]{0,8}\\Z"), pattern("[^“”，。；]{0,8}”")
_KIND = pattern(
    "村|社区|乡|镇|街道|局|厂|公司|学校|医院|科|所|站"
)  # of the places and bodies of a list, at the end of each
_A_CHARACTER = pattern(f"[{HAN}]")
_CALLED = re.compile("同志(?!们)")

Piece = tuple[str, ...]


def whole_names(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, each that differs together with what belongs to its names on either side.

    县|妇联 and 县|民政局 are two bodies of a county, 档案|馆馆长 and 档案|局局长 two heads; where all editions share
    the first part of a name it is in the answer all the same, for the user answers with names.
    """
    whole: list[Piece] = []
    taken = 0  # characters of the piece to come that the one before has taken
    for place, given in enumerate(pieces):
        piece = tuple([value[taken:] for value in given])
        taken = 0
        if len(set(piece)) > 1 and all(piece):
            beginning = _beginning(whole[-1][0], piece) if whole and len(set(whole[-1])) == 1 else ""
            if beginning:
                before = whole.pop()[0].removesuffix(beginning)
                whole += [(before,) * len(piece)] if before else []
                piece = tuple([beginning + value for value in piece])
            behind = pieces[place + 1][0] if beginning and place + 1 < len(pieces) else ""
            ending = _CALLED.match(behind) or _ending(piece, pieces[place + 1][0] if place + 1 < len(pieces) else "")
            if ending:
                taken = ending.end()
                piece = tuple([value + ending.group() for value in piece])
        if any(piece):
            whole.append(piece)
    return whole


def _beginning(before: str, values: Piece) -> str:
    """The part of a name with which the text before some values ends; "" where they are whole names themselves."""
    if all(map(_ENDS_A_NAME.match, values)):
        found = _BEGINNING.search(before)
    elif all(map(_A_BODY.match, values)) or any(map(_OF_AN_AREA.match, values)):
        found = _PLACE.search(before)
    elif not any(mark in value for value in values for mark in "“”"):
        found = _OPENS.search(before)
    else:
        return ""
    return found.group() if found else ""


def _ending(values: Piece, behind: str) -> re.Match[str] | None:
    """What the text behind some values adds to the last name or the quotation in them: 村 of 石门村、李庄|村.

    And 年 of 攻坚之|年, which is no word without it.
    """
    if any(value.endswith("之") for value in values):
        return _A_CHARACTER.match(behind)
    if all(value.startswith("“") and "”" not in value for value in values):
        return _CLOSES.match(behind)
    kind = _KIND.match(behind)
    return kind if kind and any(f"{kind.group()}、" in value for value in values) else None
