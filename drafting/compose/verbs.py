"""Whether an answer begins with a verb that 着力, 切实 or 作为 may go with: 着力改造老旧管网, but not 着力每户一册.

Answers are typed as verb phrases, yet many begin with something else: 对…, 每季度…, 可研、环评并联办理. There is no
reading of parts of speech here: verbs of two characters that office prose has, single verbs with what they result in
(管住, 备足), and 把. What is none of these is not said to fit, and the wording takes 要 or 必须, which go with all.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.compose.deeds import ANY_VERB, EARNEST, LASTING, OTHER, RESULT, begins_like_a_deed
from drafting.compose.subjects import has_own_subject
from drafting.compose.text import UnfitError
from drafting.i18n import _

# Behind these the two characters before are no verb of the answer but the name of something: 培训经费, 建设单位.
_NAMED = "(?!的|资金|经费|单位|人员|工作|方案|办法|标准|期间|[以之]后|后|时|费|率|[由是])"
_FITTING = {
    "着力": pattern(f"(?:{LASTING}){_NAMED}"),
    "切实": pattern(f"(?!.实)(?:{LASTING}|{EARNEST}|{RESULT}){_NAMED}|把(?![关握手控柄脉])"),  # not 切实做实
    "作为": pattern(f"(?:{LASTING}|{EARNEST}|{RESULT}|{OTHER}){_NAMED}"),
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


_LAID_DOWN = "方案|计划|规划|办法|规定|制度|机制|规程|预案|细则|公约|守则|责任制|[长片网格包保]制"
_CARRIED_ON = (
    "大?检查|大?排查|大?整治|行动|活动|工程|项目|大?会战|大?比武|竞赛|队伍|平台|体系|热线|台账|清单|例会|讲堂|课堂|专班"
)
_HOW = pattern(
    ".+(?:每[天日周月]|[随逐双当定][^，]?|一律|全部|都|由)(?:检查|排查|整治)$"
)  # 校车每天检查: a verb is there
_SENTENCE = pattern(  # 司机每季度考一次规程: what has these inside is a sentence, and no thing that a verb goes before
    ".(?:全部|全都|一律|必须|不得|由|每|进入|纳入|接入|列入|带头|自己|自行|上传|上报|报送|装上|(?<![主重必需紧])要(?![素求点件害闻道领]))"
)
_LONGEST_THING = 16  # characters: a longer answer has a verb in it somewhere


def verb_for(answer: str) -> str:
    """The verb that an answer lacks which names a thing and tells no deed: 落实 of 三年行动方案, 抓好 of 安全大检查.

    "" for all others, those included of which it is not certain.
    """
    bare = answer.strip().rstrip("。；")
    if (
        len(bare) > _LONGEST_THING
        or any(mark in bare for mark in "，；：。、,;:“《")
        or begins_like_a_deed(bare)
        or _HOW.match(bare)
        or _SENTENCE.search(bare)
        or has_own_subject(bare)
    ):
        return ""
    ends = (("落实", _LAID_DOWN), ("抓好", _CARRIED_ON))
    return next((verb for verb, end in ends if pattern(f"(?:{end})$").search(bare)), "")


def tells_a_deed(answer: str) -> bool:
    """Whether an answer certainly begins with a verb or what leads to one (把, 对): a subject may stand before."""
    return begins_like_a_deed(answer) and not has_own_subject(answer)


_WHEN = pattern(
    "[^，。；：]{0,6}(?:[底初末季汛学工期日天年月夜旬周节会以之]前|期间|半年|季度|[年月周天](?:[之以])?内|每[天周月季年旬日]|\\d[年月日])"
    "|[今明]年|[即当]日|[春夏秋冬]季"
    "|[^，。；：、]{0,5}[^，。；：、提目当面门眼跟台窗柜桥屋店身空靠往向朝楼院墙床头街生从]"
    "前(?![列移期沿置端哨景往来方线后台面进提茅锋途])"
    "|[^，。；：、]{0,5}[^，。；：、今然前落善售背幕屋身楼院随最]后(?![勤续台面备方期代院厨果来山盾劲])"
    "|[^，。；：、]{0,5}[^，。；：、及随同按准限实定临平小延工课学历有不即适当顿暂]时(?![间限段效刻常令期代差速])"
)


def tells_when(answer: str) -> bool:
    """Whether an answer begins with its own time, beside which no other may stand: 开学前检修一遍, 每月通报."""
    return _WHEN.match(answer.strip()) is not None


_ADVERB = pattern(  # 深入学习; two other characters before a verb may name what it is done to (危房腾空)
    "(?:深入|深化|全面|切实|认真|扎实|大力|着力|坚决|严格|持续|不断|积极|主动|稳步|稳妥|有序|及时|尽快|尽早|抓紧|加紧|坚定|充分|有效"
    "|牢牢|努力|共同|科学|合理|妥善|严厉|依法|依规|高效|精准|精心|细致|从严|从快|从速|从重|带头|自觉|真正|一次|全力|合力|聚力|奋力|勇于"
    "|敢于|善于|勤于|广泛|普遍|反复|经常|适时|适当|适度|优先|同步|直接|就地|当场|当天|当面|深度|务实|规范|按时|按期|如期|如实|率先|协同"
    "|稳慎|大胆|用心|用力|常态|每年|每月|每周|每天|整体|整村|整乡|整县|成片|连片|公开|免费|无偿|义务|自主|独立|超前|提早|尽力|彻底|加大"
    "|进一步|多渠道|全方位|高质量|高标准)"
)
_OF_FOUR = 4  # characters: 坚定不移推进
_SHORT = 5  # characters: 账实相符, 擦亮窗口
_FOR_WHOM = tuple("替到趁跟往帮拿遇见随靠沿顺")  # lead to a verb further on: 替老人代填, 到项目上建支部


def may_tell_a_deed(answer: str) -> bool:
    """Whether an answer begins with a verb, its own time, what leads to a verb; or is too short to be certain."""
    text = answer.strip()
    certain = tells_a_deed(text) or tells_when(text) or text.startswith(_FOR_WHOM)
    adverb = _ADVERB.match(text)
    verbs_at = (0, _OF_FOUR, *((adverb.end(),) if adverb else ()))
    return certain or len(text) < _SHORT or any(ANY_VERB.match(text, at) for at in verbs_at)


def begins_with(answer: str, signs: str) -> bool:
    """Whether an answer begins with one of the characters of `signs`."""
    return answer.strip().startswith(tuple(signs))
