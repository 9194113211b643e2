"""What kind of contribution was heard before a speech, by its verb and what stands behind it: a pledge, a plan.

What is said of it follows from its kind: nobody borrows from a pledge, and nobody agrees with an account of what went
wrong. The last word of a clause is its head: 通报了责任书的落实情况 tells of how things stand and pledges nothing. A
contribution of which it is not certain (作了发言, 通报了情况) is of none of these kinds.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.compose.text import UnfitError
from drafting.i18n import _

_KINDS = ("表态", "交流", "部署", "问题")
_CLAUSES = pattern(r"[^，。；：！？,;\s]+?(?=[》”）]*(?:[，。；：！？,;\s]|$))")
# What is told of, not done: 通报了承诺, 点评了做法.
_TOLD = pattern("(?:通报|点评|曝光|检查|检讨|反思|剖析|批评|播放|传达|转达)了|^(?:通报|点评|曝光|传达|转达|播放)")
_FAULT = pattern(
    "没|未(?!来)|不(?:力|实|足|到位|落实|达标|合格|规范|作为|按|严|平衡|好|当|良)|错误|违|问题|事故|险情|伤亡|火灾|案[例件]|教训"
    "|弯路|(?<!补上)(?<!补齐)短板|差距|隐患|漏洞|毛病|欠账|失[误职火]|落后|处[分罚]|批评|问责|曝光|检讨|反面|作了(?:深刻|书面)?检查$"
)
# A fault that is being dealt with is a task: 通报了隐患排查任务.
_REMEDY = pattern(r"(?:问题|事故|违\w|隐患|短板|漏洞|火灾|案件)[^，；]{0,4}?(?:整[改治]|治理|排查|清零|防[范控]|查处)")
_PLEDGE = pattern(
    "(?:表了?个?态|表态(?:性?发言)?|(?:决心|承诺|请战|保证|责任)书|责任状|军令状|决心|承诺|保证|打算|宣誓|宣了誓)$"
    "|^(?:并|也|还)?表示.*(?:一定|坚决|决心|保证)"
)
_EXCHANGE = pattern("(?:交流(?:性?发言)?|(?:典型|经验)(?:发言|介绍|材料)|经验|做法|体会|心得)$")
_ORDER = pattern(
    "^[^了]*(?:部署|布置|安排|下达)了|作了?[^了]{0,4}(?:安排|部署)$"
    "|(?:宣读|提出)了.*(?:方案|计划|规划|意见稿|要求|安排)$|(?:方案|计划|规划|草案)[^了]{0,4}作了?(?:说明|解读)$"
)
_PLAN = pattern("(?:安排|部署|方案|计划|规划|意见稿|任务(?:分工)?|分工|要求)$")
_HANDED_DOWN = pattern("(?:传达|转达|学习)了|^(?:传达|转达|学习)")  # nobody agrees with it: it is carried out


def heard_as(did: str, kind: str) -> bool:
    """Whether a contribution, as `did` tells of it (作了表态发言), is of a kind: 表态, 交流, 部署 or 问题.

    A 表态 is what one will do; a 交流, what one has done and others can learn from; a 部署, what all are to do; 问题,
    an account of what went wrong. One that tells of what went wrong beside something else is of the last kind only.
    Raises UnfitError for any other kind.
    """
    if kind not in _KINDS:
        raise UnfitError(_("“heard_as” is for {words} only").format(words="、".join(_KINDS)))
    found = {_kind_of(clause) for clause in _CLAUSES.findall(did)}
    return kind in (found & {"问题"} or found)


def _kind_of(clause: str) -> str:
    """The kind of one clause; empty where it is not certain."""
    told = _TOLD.search(clause) is not None
    if not told and _PLEDGE.search(clause):
        return "表态"
    if not told and _EXCHANGE.search(clause):
        return "交流"
    if _ORDER.search(clause):
        return "部署"
    if _FAULT.search(_REMEDY.sub("", clause)):
        return "问题"
    return "部署" if _PLAN.search(clause) and not _HANDED_DOWN.search(clause) else ""
