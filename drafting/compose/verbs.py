"""Whether an answer begins with a verb that 着力, 切实 or 作为 may go with: 着力改造老旧管网, but not 着力每户一册.

Answers are typed as verb phrases, yet many begin with something else: 对…, 每季度…, 可研、环评并联办理. There is no
reading of parts of speech here: verbs of two characters that office prose has, single verbs with what they result in
(管住, 备足), and 把. What is none of these is not said to fit, and the wording takes 要 or 必须, which go with all.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.compose.text import UnfitError
from drafting.i18n import _

_LASTING = (  # what is worked at: 着力
    "推进|推动|推行|推广|建立|建设|建强|健全|完善|构建|打造|培育|培养|发展|扩大|拓展|拓宽|提高|提升|优化|改造|改善|改进|解决"
    "|破解|化解|消除|整治|治理|促进|深化|打通|补齐|疏通|盘活|延伸|普及|规范|创新|整合|壮大|巩固|缩小|降低|减少|缩短|压缩|精简"
)
_EARNEST = (  # what is done in earnest: 切实
    "加强|加快|强化|增强|保障|维护|减轻|落实|履行|防范|防止|杜绝|保护|保证|执行|遵守|关心|尊重|掌握|转变|克服|纠正|压实"
)
_OTHER = (  # verbs that neither goes with, though they are verbs
    "建成|完成|实现|新增|新建|修订|核定|制定|组织|开展|安排|开通|启动|调整|配备|配齐|选派|选出|公开|公布|通报|检查|排查"
    "|清查|抽查|培训|停用|停报|更换|拆除|关停|腾出|划出|引进|设立|成立|编制|编写|签订|重新|集中|坚持|实行|避开|修建|改建|扩建|发放"
)
_RESULT = (  # a verb and what it results in
    "[管建修备查守用接打补配选练清堵压划算理盯抓做办搞装改扎织稳看防带盘摸找瞄讲种护养治排除保攻扛兜筑夯擦学写记答]"
    "[好住足清齐通实牢稳准细透严紧活顺密]"
)
# Behind these the two characters before are no verb of the answer but the name of something: 培训经费, 建设单位.
_NAMED = "(?!的|资金|经费|单位|人员|工作|方案|办法|标准|期间|[以之]后|后|时|费|率|[由是])"
_FITTING = {
    "着力": pattern(f"(?:{_LASTING}){_NAMED}"),
    "切实": pattern(f"(?!.实)(?:{_LASTING}|{_EARNEST}|{_RESULT}){_NAMED}|把(?![关握手控柄脉])"),  # not 切实做实
    "作为": pattern(f"(?:{_LASTING}|{_EARNEST}|{_RESULT}|{_OTHER}){_NAMED}"),
}


def goes_with(answer: str, word: str) -> bool:
    """Whether `word` may stand before an answer (着力, 切实), or behind it, with 把 before it (作为: one clause only).

    Raises UnfitError for any other word.
    """
    if word not in _FITTING:
        raise UnfitError(_("“goes_with” is for {words} only").format(words="、".join(_FITTING)))
    if word == "作为" and any(mark in answer.strip().rstrip("。；") for mark in "，；：。,;:"):
        return False
    return _FITTING[word].match(answer.strip()) is not None


def begins_with(answer: str, signs: str) -> bool:
    """Whether an answer begins with one of the characters of `signs`."""
    return answer.strip().startswith(tuple(signs))
