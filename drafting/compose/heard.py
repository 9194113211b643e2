"""What kind of contribution was heard before a speech, by the words that tell of it: a pledge, an exchange, a plan.

What is said of it follows from its kind: nobody borrows from a pledge, and nobody agrees with an account of what went
wrong. A contribution of which it is not certain (作了发言, 通报了情况) is of none of these kinds.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.compose.text import UnfitError
from drafting.i18n import _

_KINDS = {
    "表态": pattern("表了?态|决心|承诺|军令状|请战书|责任[书状]|打算"),  # what one will do: it can be held to
    "交流": pattern("交流|经验|做法|体会|典型"),  # what one has done: others can learn from it
    "部署": pattern("部署|安排(?!的?情况)|方案|计划|意见稿|任务|要求"),  # what all are to do: it can be agreed with
}


def heard_as(did: str, kind: str) -> bool:
    """Whether a contribution, as `did` tells of it (作了表态发言), is of a kind: 表态, 交流 or 部署.

    Raises UnfitError for any other kind.
    """
    if kind not in _KINDS:
        raise UnfitError(_("“heard_as” is for {words} only").format(words="、".join(_KINDS)))
    return _KINDS[kind].search(did) is not None
