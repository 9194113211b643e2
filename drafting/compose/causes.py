"""What leads to a cause, in the wording and once more in the answer behind it: 究其根源，在于说到底是没有人管."""

from __future__ import annotations

from drafting.chinese.patterns import pattern

_CAUSE = "(?:原因|根源|根子|病根)"
_BECAUSE = "(?:就|主要)?(?:在于|是因为|是)?[，：]?"
# What of a wording does no more than lead to a cause.
_LEADS_TO = pattern(
    "(?:^|(?<=[。？！，]))(?:"
    f"(?:往[^。？！，：]{{2,4}}，)?(?:究其|分析)?(?:主要|根本)?{_CAUSE}(?:找到了)?，?{_BECAUSE}"
    f"|(?:往根上找：|说到底，){_BECAUSE}|(?:追根溯源，)?(?:就|主要)?(?:在于|是因为)"
    f"|(?:[^。？！，：]{{2,5}}，)?(?:其|是)?(?:{_CAUSE}|[缘来]由|来龙去脉|答案|结论|问题|毛病|这样的缘故|可以归结为)(?:是|出在)?：)$"
)
# What of an answer leads to one: anywhere in it, or at its beginning.
_OWN = pattern(
    f"(?:^|[，。；：])(?:究其{_CAUSE}|(?:主要|根本)?{_CAUSE}(?:就|主要)?(?:是|在))"
    "|^(?:说到底|说一千道一万|说白了|说穿了|归根[到结][底蒂]|归结起来|追根究底|往[深根][里上]说|一句话(?=[，：]))"
    "|^(?:最?关键|核心|症结|问题|毛病)(?:还|就|主要)?(?:是|出?在)"
)
# Only the word 在于 or 是因为 stands in the way of these: 不是群众不愿意，是我们没讲明白.
_BECAUSE_OF = pattern("(?:就|主要)?(?:在于|是因为)$")
_WEIGHED = pattern("(?:主要|恐怕|多半|根本上)?还[是在](?!于)|不[是在][^。；]+[而，][是在]|并非|无非|不外")


def before_a_cause(wording: str, answer: str) -> str:
    """The end of a wording before an answer, without what leads to a cause where the answer does so itself."""
    if (lead := _LEADS_TO.search(wording)) and _OWN.search(answer):
        return wording[: lead.start()]
    if (because := _BECAUSE_OF.search(wording)) and _WEIGHED.match(answer):
        return wording[: because.start()]
    return wording
