"""Whether an answer begins with a verb that 着力, 切实 or 作为 may go with: 着力改造老旧管网, but not 着力每户一册.

Answers are typed as verb phrases, yet many begin with something else: 对…, 每季度…, 可研、环评并联办理. There is no
reading of parts of speech here: verbs of two characters that office prose has, single verbs with what they result in
(管住, 备足), and 把. What is none of these is not said to fit, and the wording takes 要 or 必须, which go with all.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.compose.subjects import has_own_subject
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
    "[管建修备查守用接打补配选练清堵压划算理盯抓做办搞装改扎织稳看防带盘摸找瞄讲种护养治排除保攻扛兜筑夯擦学写记答铺]"
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


_MORE_VERBS = (  # that begin an answer with an object behind: with these it tells a deed, whatever it ends in
    "印发|出台|举办|清点|检修|打扫|召开|实施|张贴|编印|制订|拟定|起草|下发|发布|上报|组建|配置|购置|添置|采购|引入|细化|量化|严格|严肃|统一|统筹"
    "|协调|联合|对接|衔接|跟踪|督促|督办|督查|检验|验收|评选|评估|评定|表彰|奖励|兑现|补助|补贴|安装|架设|铺设|种植|储备|调运|转移"
    "|疏散|组成|[清查找理亮评挤抽]出|救助|慰问|走访|回访|联系|结对|帮扶|帮助|支持|鼓励|引导|指导|动员|发动|宣传|宣讲|解读|讲解|学习|研讨|讨论|研究|谋划|策划|论证"
    "|申报|争取|招引|洽谈|签约|搬迁|安置|征收|腾退|清退|清理|清除|清运|筛查|救治|值守|巡查|巡护|监测|监控|监督|防控|禁止|严禁|取缔"
    "|上门|关闭|停止|暂停|恢复|延长|控制|核查|核实|核对|比对|登记|认定|授予|颁发|评比|推选|推介|推出|选聘|选树|选定|聘请|邀请|招聘|招录"
    "|参加|参与|承办|主办|联办|运行|运用|利用|使用|借助|依托|依靠|通过|围绕|针对|根据|按照|对照|参照|结合|突出|聚焦|注重|重视|力争"
    "|争创|创建|创办|创造|开发|开设|开放|拓宽|提供|提出|提前|提请|交给|交由|分级|分类|分批|分片|分段|逐一|逐步|定期|及时|全面|统计"
    "|拥护|擦亮|汇总|归集|收集|征集|整理|梳理|摸排|摸底|调研|调查|调度|调处|接续|接管|承接|担负|轮流|轮训|继续|持续|不断|重点|抓紧|抢抓|严把|确保|做到|达到|力求"
)
_BEFORE_A_DEED = "把将对向同与给让使由在从为以按于每各逐分先再不严全多少共只都要应须可能会凡请如若"
_ONE_DO = "建办修抓搞定设开管查用做发写记报订立编拿列出印招收买租请讲学看跑走找派留守挂贴画种养"
_LAID_DOWN = "方案|计划|规划|办法|规定|制度|机制|规程|预案|细则|公约|守则|责任制|[长片网格包保]制"
_CARRIED_ON = (
    "大?检查|大?排查|大?整治|行动|活动|工程|项目|大?会战|大?比武|竞赛|队伍|平台|体系|热线|台账|清单|例会|讲堂|课堂|专班"
)
_NAMES_ONLY = (  # begin like a verb, and name what something is then said of: 立案窗口延时, 修船厂夜里开门
    "指导(?:意见|[员站组])|立案(?:窗口|大厅|庭|人员)|收费|收入|修船厂|修理[厂部]|设[备施]|学[生校员科]|管(?:理[员处站]|道|网)|用[药户水电品]|查房|开(?:关|支|放时间)"
    "|报[告表名]|记[录者]|订单|编[外号]|列[车席]|印章|招生|招标|租金|讲[台座解员]|看守|跑道|走廊|派出所|留言|守则|挂号|贴息|画册|种子|发票"
    "|办公|办事|建筑|教[师室材学]|问题|换届"
)
# Behind a verb these are what it gave or where it is done, and the verb of the answer is yet to come.
_THEN = "结果|窗口|记录|台账|目录|时间|栏|室|员(?!工)|费|点(?!位)|大厅|流程|内容|次数"
_DEED = pattern(
    f"(?!(?:{_NAMES_ONLY})[^，；。]{{2}})"
    f"(?:(?:{_LASTING}|{_EARNEST}|{_OTHER}|{_MORE_VERBS}|预约|值班(?![^，；。]))(?!的|(?:{_THEN})[^，；。]{{2}})"
    f"|[{_ONE_DO}晾晒补换扫拆擦砍盯](?![^，；。]?的(?:当场|集中|接着|逐|一律|马上|立即|限期|全部))"
    f"|[{_BEFORE_A_DEED}]|.[好住足清齐透紧严细牢稳活满])"
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
        or _DEED.match(bare)
        or _HOW.match(bare)
        or _SENTENCE.search(bare)
        or has_own_subject(bare)
    ):
        return ""
    ends = (("落实", _LAID_DOWN), ("抓好", _CARRIED_ON))
    return next((verb for verb, end in ends if pattern(f"(?:{end})$").search(bare)), "")


def tells_a_deed(answer: str) -> bool:
    """Whether an answer certainly begins with a verb or what leads to one (把, 对): a subject may stand before."""
    return _DEED.match(answer.strip()) is not None and not has_own_subject(answer)


_DATE = pattern("(?:\\d{4}年)?\\d{1,2}月(?:[底初末]|\\d{1,2}[日号])?(?:以?前|内)，?|[年月]底(?:以?前)?，?")
_SUBJECT = pattern(  # a thing or people, and then how or when: 小的当场换, 备件提前订, 培训费由镇里出
    "(?![把将对向同与给让使由在从为按以于每各逐分先再不如凡若请到]|要(?![素点件害闻道])|\\d)"
    "(?!督促|推动|促[使成进]|力[促争]|组织|安排|帮助|支持|鼓励|引导|动员|发动|保[证障]|要求|实现|做到|上门)"
    "(?:[^，。；：、的]{0,6}的(?:由|当场|集中|接着|逐|一律|马上|立即|限期|全部)"
    "|[^，。；：、的]{2,5}(?:提前|每[天日周月年班季]|天天|一律|当场|都|也|夜里|晚上|[按准定]时|定期|轮流|全天|当天"
    "|由[^，。；：、]{2,})[^，。；：、的]"
    "|(?:夜间|白天|半夜|周末|节假日)[^，。；：、]{2}"
    "|[^，。；：、的]{2,7}(?:半年|\\d+小时|每个|带头|自行|自愿|先[^，。；：、]{1,4}[后再]|(?:[底日]|\\d月)前|[天日]内)[^，。；：、的]"
    "|[^，。；：、的训选配约考育聘]{1,4}(?:员|干部|书记|代表|主任|医生|司机|家长|教师|老师|居民|学生)"
    "(?![的和、与身队会们]|[\\d一二两三四五六七八九十])[^，。；：、]{2}"
    "|[^，。；：、的]{3,6}(?:公布|公开|上墙|延[长时]|增加|提高|更新|前移|轮岗|全覆盖|归档|上岗|达标|到位|清零)[。；]?$)"
)


def tells_a_subject(answer: str) -> bool:
    """Whether an answer certainly begins with what it is about, and no verb: no 要 and no 必须 goes before it."""
    own = answer.strip()
    if dated := _DATE.match(own):  # 10月前学生宿舍实名上网: behind the date a subject
        return not tells_a_deed(own[dated.end() :])
    return has_own_subject(own) or (_SUBJECT.match(own) is not None and not tells_a_deed(own))


# Somebody or something that must, or must not: no 要 goes before 超载的车一律不出场.
_RULED = pattern(
    "(?![把使让对由从按给将为])[^，。；：！？]{2,12}?"
    "(?:必须|(?<!必)须(?!知)|一律|不得|不准|严禁|(?<=[都均])(?:要(?![素点件害闻道到])|应|得(?!到|[出以力知手]))|全部要)"
)


def tells_a_rule(answer: str) -> bool:
    """Whether an answer tells somebody or something what must be, or must not: 超载的车一律不出场, 各校都要有台账."""
    return _RULED.match(answer.strip()) is not None


_WHEN = pattern(
    "[^，。；：]{0,6}(?:[底初末季汛学工期日天年月夜旬周节会以之]前|期间|半年|季度|[年月周]内|每[天周月季年旬日]|\\d[年月日])"
    "|[今明]年|[即当]日|[春夏秋冬]季"
    "|[^，。；：、]{0,5}[^，。；：、提目当面门眼跟台窗柜桥屋店身空靠往向朝楼院墙床头街生从]"
    "前(?![列移期沿置端哨景往来方线后台面进提茅锋途])"
    "|[^，。；：、]{0,5}[^，。；：、今然前落善售背幕屋身楼院随最]后(?![勤续台面备方期代院厨果来山盾劲])"
    "|[^，。；：、]{0,5}[^，。；：、及随同按准限实定临平小延工课学历有不即适当顿暂]时(?![间限段效刻常令期代差速])"
)


def tells_when(answer: str) -> bool:
    """Whether an answer begins with its own time, beside which no other may stand: 开学前检修一遍, 每月通报."""
    return _WHEN.match(answer.strip()) is not None


_ADVERBS = (2, 4)  # characters: 深入学习, 坚定不移推进
_SHORT = 8  # characters: 先急后缓, 擦亮窗口
_ANY_VERB = pattern(f"{_LASTING}|{_EARNEST}|{_OTHER}|{_MORE_VERBS}")


def may_tell_a_deed(answer: str) -> bool:
    """Whether an answer begins with a verb, its own time, or an adverb and a verb; or is too short to be certain."""
    text = answer.strip()
    certain = tells_a_deed(text) or tells_when(text)
    return certain or len(text) < _SHORT or any(_ANY_VERB.match(text, length) for length in (0, *_ADVERBS))


def begins_with(answer: str, signs: str) -> bool:
    """Whether an answer begins with one of the characters of `signs`."""
    return answer.strip().startswith(tuple(signs))
