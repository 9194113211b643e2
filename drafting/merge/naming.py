"""Values that name somebody or something, and are known again wherever they stand: 县水务局, 王建国同志, 《条例》."""

from __future__ import annotations

import re
from typing import NamedTuple

_TITLE = (
    "同志|先生|女士|老师|教授|院士|代表|委员|书记|部长|省长|市长|州长|县长|区长|旗长|乡长|镇长|村长|厅长|局长|处长|科长"
    "|所长|站长|主任|主席|院长|校长|会长|社长|总裁|总经理|经理|董事长|秘书长|组长|队长|司令员|政委|法官|检察长"
)
_BEHIND = re.compile(f"副?(?:{_TITLE})")
_BEFORE = re.compile(f"(?:{_TITLE})$")
_BODY = re.compile(
    "(?:(?<!格)局|办|办公室|研究室|委|(?<!各级)政府|人大|政协|妇联|厅|(?<!干)部|院|(?<![机社])会|会议|校|(?<![里各])[乡镇]|(?<!农)村|街道|公司|集团|中心|处|所|站|队|组|工程|行动|计划|项目|条例"
    "|办法|规划|方案|园|馆|路|桥|河|湖|水库)$"
)
_LEAST = 3  # characters of the name of a body, a place or a plan
_MARKS = ("《》", "“”", "‘’")
_WITH_TITLE = re.compile(
    rf"(?P<before>.*(?:{_TITLE})[ \u3000]*|)(?P<name>[\u4e00-\u9fff·]{{2,4}}?)"
    "(?P<behind>同志|先生|女士|老师|教授|院士|)"
)
_NO_PERSON = re.compile("[0-9０-９年月日]")
_LONGEST = 4  # characters of the name of a person


class Person(NamedTuple):
    """The name of a person, and what stands before it and behind: 副县长, 陆明远 and 同志."""

    before: str
    name: str
    behind: str


def person_in(value: str) -> Person | None:
    """The person whom a value names with a title; None if it names none so."""
    found = _WITH_TITLE.fullmatch(value)
    if found is None or not (found["before"] or found["behind"]):
        return None
    person = Person(found["before"], found["name"], found["behind"])
    return None if _BODY.search(person.name) or _BEHIND.search(person.name) else person


def is_title(value: str) -> bool:
    """Whether a value ends with the title of a person: 县委农办主任."""
    return _BEFORE.search(value) is not None


def is_name(value: str, before: str = "", behind: str = "") -> bool:
    """Whether a value names a body, a plan, a paper, or a person whose title stands before it or behind.

    before, behind: what stands beside it.
    """
    if len(value) > 1 and value[0] + value[-1] in _MARKS:
        return True
    if len(value) >= _LEAST and _BODY.search(value):
        return True
    is_short = 1 < len(value) <= _LONGEST and not _NO_PERSON.search(value)
    return is_short and bool(_BEHIND.match(behind) or _BEFORE.search(before))
