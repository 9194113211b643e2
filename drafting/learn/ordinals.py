"""Words and names that begin with an ordinal, and no list: 第一书记, 第二产业, 第一水厂, 第二税务分局, 第三实验小学."""

from __future__ import annotations

from drafting.chinese.clauses import ACT
from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN

# 第一书记 第一责任人 第一时间 第二产业 第三方 第十九届 第一批
_WORD = pattern(
    "[书责时产方届批季次阶步年个位名把手课线轮届条章款任夫家代军师副学道门粮关桶时台期天节轮线张声春梯志组]"
)
_NOT_IN_A_NAME = "和及与对是将到向从把被由让使为的了这那有请在按以给全各我本该要"
# What the name of a body or a place ends with, and no word that only begins so: 厂 of 水厂, not of 厂区.
_BODY = (
    "[中小大]学(?![生校习])|学校|幼儿园|公司|集团|中心(?![工任组城环思])|支部|党委|车间|[农林牧渔]场|码头|网格|社区|煤矿"
    "|局(?![面部势限长])|厂(?![区房务长家矿])|院(?![落士长校])|所(?![有以谓需得属长])|站(?![位点稳在岗好长])"
    "|队(?![伍员列长])|室(?![内外温长])|组(?![织建成长合团])|部(?![分署门委件位长])|科(?![学技研普目员室长])|股(?![份权东民长])"
    "|班(?![子组次级长])|区(?![域分别长委直县内外位])|[标工路]段(?![长位])|泵房|机组|馆(?!长)|庭(?![院长])"
)
_NAME = pattern(f"(?:(?![{_NOT_IN_A_NAME}])[{HAN}]){{0,7}}?(?:{_BODY})")
# What such a body does is part of its name, though it is a verb elsewhere: 第一建设公司, 第二改造工程队.
_NAMED_BY_DEED = pattern(
    "(?:建设|改造|整治|整改|保障|维护|推广|培育|创新|防范)(?:工程|投资|开发|施工|分)*"
    "(?:公司|集团|局(?![面部势限长])|队(?![伍员列长])|组(?![织建成长合团])|部(?![分署门委件位长])|科(?![学技研普目员室长])|股(?![份权东民长]))"
)
_BARE = frozenset("一二三四五六七八九十")
_HOW = pattern(
    "认真|切实|进一步|大力|着力|全[力面]|积极|持续|聚焦|围绕|统筹|注重|重[点视]|尽快|立即|必须|应|努力|继续|狠|做"
)


def begins_a_word(marker: str, text: str, end: int) -> bool:
    """Whether an ordinal without a mark, which ends there in a text, is the beginning of a word or of a name."""
    if _WORD.match(text, end):
        return True
    name = _NAME.match(text, end) if marker[-1] in _BARE else None
    if name is None:
        return False
    deed = _NAMED_BY_DEED.search(text, end, name.end())
    own = deed.start() if deed else name.end()
    return not (ACT.search(text, end, own) or _HOW.search(text, end, own))
