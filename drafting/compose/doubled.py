"""Words that stand in the wording and once more in the answer typed into it: 要要当天批改, 由由体育组牵头牵头."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.compose.causes import before_a_cause
from drafting.compose.leads import MUST, without_lead
from drafting.compose.subjects import (
    by_a_day,
    tells_a_rule,
    tells_a_subject,
    tells_what_is_reached,
    tells_who_must,
    within_a_period,
)
from drafting.compose.verbs import goes_with, may_tell_a_deed, tells_a_deed, tells_when

_BEGIN = pattern(
    "(让我们|因为|必须|关于|为了|要(?![素求点件害闻塞道地务旨领紧])|由(?![来于此衷])|向(?![阳好上前往导心来])"
    "|我(?![们国省市县区乡镇村局院校厂馆站所])|把(?![关握手控柄脉])|将(?![来近军])|对(?![策照标比手口接象待])|使(?![用命者节馆]))"
)
_END = pattern("牵头|负责|承办|前(?![来往景后面进线沿列所])")
_FIRST_WORD = (  # of an answer that says itself in which order it comes
    "首先|其次|然后|接着|随后|继而|进而|最后(?!一)|同时|先(?![进锋例行辈])|再(?![三次生])|后(?![勤备续期台进方面来果盾门])"
    "|还(?![清本债款原])|又(?!红)|更(?![新换正衣])|而且"
)
_ORDERED = pattern(_FIRST_WORD)
_ORDER = pattern(
    "(?:(?:首先|其次|然后|接着|随后|继而|进而|最后|同时|而且|先|再|还|又|更)要?|[还也]得|也要|再就是|另外|此外|(?<![合兼])并且?)，?$"
)
_NEXT = pattern("其次|然后|接着|随后|继而|进而|最后(?!一)|再(?![三次生])")  # goes on with what came before
_FIRST = pattern("首先|先(?![进锋例行辈])")
# What joins an answer to the one before; behind a colon both stand in one list, and nothing joins them.
_JOINING = pattern("[，；。](?:再就是|(?:另外|此外|同时)，|(?:同时|并且?|而且|还|更|也)?[要得]|并且?|而且|同时)$")
_TO_FIRST = pattern("(?:(?<![只主需])(要))?(?:首先|(?<![优首事预率领])先)(要)?，?$|首先，(要)$")
_FIRST_LATER = pattern("[^。；：！？]{1,40}，(?:首先|先(?![进锋例行辈后]))")  # 没有水的站点，先接水
_IN_STEPS = pattern("先[^，。；！？]+?[后再]")  # 先培训后上岗 says the order of its own steps, not its own place
_NOT = "不(?![断折遗失定同良仅但光足])"
_MODAL = pattern(f"{_NOT}|必须|务必|严禁|禁止|应当|应该|力争|可以|也可以")
_NOT_DONE = pattern(f"{_NOT}(?![得准许能可应必要宜])")
_FIRM = pattern("(?:必须|务必|就要|一定要|务求)$")
_SO_THAT = pattern("(?:借此|以此|从而|以便|才能|为的是)$")
_MUST = pattern("(?<![只主需不重想紧必首])要$")
_THOSE = pattern("[^，。；：！？]{1,10}的(?:不|一律|全部)")  # 不合格的不上船
# What becomes of those who …: 连续两月末位的摘牌.
_THOSE_ARE = pattern(
    "(?![把使让对由从按给将为])[^，。；：！？]{2,14}的"
    "(?:当场|立即|限期|重新|予以)?(?:摘牌|约谈|通报|停职|停岗|除名|免职|退回|退出|返工|清退|调离|扣分|停发|停业|补考|补训|问责|曝光|下架|取消)[。；]?$"
)
_FORBIDDEN = pattern("(?<=[^，。；：！？])不[得准](?![不已了])")
_PAIR = pattern("[^，。；：！？、]{1,8}(?<![温柔缓谐平饱暖调附总随共祥])和(?![谐平解睦气好])[^，。；：！？、]{1,8}")
_DEMAND = pattern(
    "(?:(?<![归偿退])还|[更既又也]|(?<![成造])就|一定|(?<![合兼])并)?(?<![只主需不重想紧必首])要$"
    "|(?:必须|务必|务求|力争|争取|确保)$"
)
_NEGATION = pattern(f"{_NOT}|没(?![收落])|未(?!来)")
# 还不, 再不, 更不, 并不, 先不 deny or put off, where 还要, 再要 … join: before a negation another word joins.
_JOINT = pattern("(?:(?:然后|接着|随后|最后)?(?<!一)再|(?<![归偿退])还|更|(?<![合兼])并|(?<!首)先)$")
_FIRMER = {"更": "尤其", "并": "并且", "先": "首先"}
# What of a demand or a word of order stands before 小的当场换, which has a subject of its own.
_BEFORE_SUBJECT = {
    pattern("(?:(?<!首)先要|要?(?<!首)先)$"): "首先，",
    pattern("(?<!一)再$|然后$"): "然后，",
    pattern("接着$"): "接着，",
    pattern("同时要?$"): "同时，",
    pattern("首先$"): "首先，",
    pattern("随后$"): "随后，",
    pattern("而后$"): "而后，",
    pattern("重在$"): "",
    pattern("最后$"): "最后，",
    pattern("(?<=[既又])要$"): "要做到",
    pattern("不[仅但只]要$"): "",
    pattern("(?<=而且|并且|同时)要$"): "",
    pattern(
        "(?:还|也|更|一定|就)?(?<![只主需不重想紧必首])要$|[还就]得$|(?<![^，。；：])得$|必须$|务必$|应当$|(?<![合兼])并$|[进继]而$"
    ): "",
}
_DEMANDED = frozenset("要得须必当并而先再后着时在")  # with which the above end
_FRESH = pattern("(?:^|[。！？])(要|必须|务必|一定要)$")  # with which a sentence begins
# Behind these stands what is done; 做到 leads to what may be no deed: 还要做到大棚面积翻一番.
_FIRMLY = pattern("(?<![只主需不重想紧必首])要$|必须$|务必$|应当$|[还就]得$|(?<![^，。；：])得$")
_JOINING_A_DEMAND = pattern("((?:还|更|也|都|就|就是|尤其|特别|一定|并且|而且|同时|不仅|不但|不只)要|[还就]得)$")
_BRING = pattern("(?<![只主需不重想紧必首])要$|必须$|务必$")
# What joins a deed to the one before; an answer that is not certainly a deed stands apart, behind a comma.
_APART = {"并": "同时，", "进而": "此外，", "继而": "此外，", "先": "首先，", "再": "然后，"}
_APART |= {word: f"{word}，" for word in ("同时", "然后", "接着", "随后", "而后", "最后")}
_BESIDES = ("并", "进而", "继而", "同时")
_JOINS_A_DEED = pattern(f"(?<![^，。；：！？])(?:{'|'.join(_APART)})$")
_SEEN = pattern("(?:听[了取]|参观|察看|观看|观摩|体验|了解|查看|走访|走进|考察|翻看|询问)(?!的|[点室馆])")
_THANKS = pattern("(?:衷心|再次|特别|诚挚|真诚)?地?(?:感谢|谢谢)(?!信)")
_BY_THEN = pattern("(?:以|之)?前，?")
_CLAUSE = pattern("(?<![^，。；：！？])([^，。；：！？]{3,})，$")
# What will be done as it is told: no 要 goes before 学校将全面落实, or before 全年引进20名.
_PLANNED = pattern(
    "全年(?!度)(?=[^，。；：、\\d]{2})|[^，。；：、的]{0,6}(?:集团|公司|工会|医院|学校|委|支部|[局办处科室厅厂站所院组队县区镇乡部])"
    "(?:还|也)?将(?![军领近要])"
)
_LONGEST = 8
_MARKED = pattern("靠(?![山拢近])|抓(?![手紧])|看(?![点守护望病])|是(?![否非])")
_OWN_MUST = pattern(MUST)
# Before these what is done is the subject: 要办好这件事，是……
_MUST_IS = pattern("，(?:说到底)?是(?![否不])|的(?:信心|决心|大幕|号角|意义)")
_COUNT = pattern("([一二两三四五六七八九十]+|几)([个种条项点件])")
_OWN_COUNT = pattern("[一二两三四五六七八九十几]+")
_REACHED = pattern("(?:已经?)?(?:达到|增加到|减少到|提高到|降低到|上升到|下降到)$")
_REACHES = pattern("由|从|要?达到|应达到|稳定在|保持在|仍?是|增加到|减少到|提高到|降低到|上升到|下降到|比")


def without_doubles(wording: str, answer: str, subject: bool = False) -> tuple[str, str]:
    """The end of a wording and the answer behind it, as they stand together: what both say stands once.

    subject: another answer stands right before the wording, such as who is in charge. A word of order gives way to an
    answer that brings its own (再 before 最后复查); 要 to what says already whether it must be, or must not (要 before
    不准拖延, or before 超载的车一律不出场).
    """
    answer = without_lead(wording, answer)
    wording = _without_a_second_first(wording, answer)
    settled = _before_a_rule(wording, answer, subject) or _before_no_deed(wording, answer, subject)
    if settled:
        return settled
    if cut := _giving_way(wording, answer):
        wording = wording[:-cut]
        if wording == "。" and _NEXT.match(answer):
            wording = "；"  # 先改旧的；再改其余的
    elif settled := _before_its_own_word(wording, answer):
        return settled
    return _joined(wording, answer, subject), answer


def _without_a_second_first(wording: str, answer: str) -> str:
    """The wording without its 先 or 首先 before an answer that says 先 itself: 首先，要 before 先修漏的."""
    first = _TO_FIRST.search(wording)
    if first and (_FIRST_LATER.match(answer) or (first[3] and _FIRST.match(answer))):
        return wording[: first.start()] + ("要" if any(first.groups()) and _is_deed(answer) else "")
    return wording


def _before_a_rule(wording: str, answer: str, subject: bool) -> tuple[str, str] | None:
    """Both before an answer that gives its own cause, or says itself what must be, must not, or will be done."""
    if (kept := before_a_cause(wording, answer)) != wording:
        return kept, answer  # 去年人手少，究其原因是……
    if _NOT_DONE.match(answer) and (_FIRM.search(wording) or (wording == "要" and subject)):
        return wording + "做到", answer  # 必须做到不收礼, 各科要做到不迟到
    done = _NOT_DONE.match(answer) or tells_a_rule(answer) or _THOSE.match(answer)
    if _SO_THAT.search(wording) and not wording.endswith("为的是") and (done or tells_a_subject(answer)):
        return wording + "做到", _FORBIDDEN.sub("不", answer, count=1)  # 才能做到不合格的不上船
    if wording.endswith("和") and _PAIR.fullmatch(answer):
        return wording[:-1] + "、", answer  # 党员、孩子和家长
    those = _THOSE_ARE.match(answer) and not may_tell_a_deed(answer)
    told = tells_a_rule(answer) or _PLANNED.match(answer) or tells_who_must(answer) or those
    if told and (demand := _DEMAND.search(wording)):
        kept = wording[: demand.start()]
        joined = demand.group()[0] in "还又更并也" or kept.endswith("同时")
        return (_apart(kept.removesuffix("同时")) + "同时，" if joined else kept), answer
    return None


def _before_no_deed(wording: str, answer: str, subject: bool) -> tuple[str, str] | None:
    """Both before an answer that begins with what is reached, with its own subject, or else with no deed."""
    if (
        _BRING.search(wording)
        and (period := within_a_period(answer) or by_a_day(answer))
        and may_tell_a_deed(answer[period:])
    ):
        return (wording if wording.endswith("是要") else wording + "在"), answer  # 要在两年内把欠账补上
    if _BRING.search(wording) and tells_what_is_reached(answer) and not tells_when(answer):
        return wording + "使", answer  # 要使封闭率达到100%
    if wording[-1:] in _DEMANDED and tells_a_subject(answer):
        return _before_a_subject(wording, subject), answer
    if _FIRMLY.search(wording) and not may_tell_a_deed(answer):
        joint = _FRESH.search(wording) or _JOINING_A_DEMAND.search(wording)
        return (f"{wording[: joint.start(1)]}要" if joint else wording) + "做到", answer
    return None


def _before_its_own_word(wording: str, answer: str) -> tuple[str, str] | None:
    """Both where the answer begins with a word that says the same as the last of the wording."""
    if wording.endswith("看了") and _SEEN.match(answer):
        return wording[:-2], answer  # 在麻醉门诊，听了介绍
    if wording.endswith("重在") and _FIRST.match(answer):
        return f"{wording[:-2]}要", answer
    if wording.endswith("让我们") and answer.startswith("让"):
        return wording[:-3], answer
    if wording.endswith("确保") and answer.startswith("使") and _BEGIN.match(answer):
        return wording, answer[1:]
    if wording.endswith("向") and (thanks := _THANKS.match(answer)):
        return wording, answer[thanks.end() :]
    return None


def _joined(wording: str, answer: str, subject: bool) -> str:
    """The wording, what joins a deed to the one before in it fit for an answer that forbids, or is no deed for sure."""
    if _NEGATION.match(answer) and (joint := _JOINT.search(wording)):
        return wording[: joint.start()] + _FIRMER.get(joint.group(), "同时")
    joint = _JOINS_A_DEED.search(wording)
    if joint is None or _is_deed(answer) or (subject and not joint.start()):
        return wording
    before = wording[: joint.start()]  # what stands apart may have a subject of its own
    return (_apart(before) if joint.group() in _BESIDES else before) + _APART[joint.group()]


def joined_in_a_list(wording: str) -> str:
    """A wording between two answers of a list behind a colon (做到：甲；更要乙): its mark, without what joins them."""
    return "；" if _JOINING.fullmatch(wording) else wording


def _apart(wording: str) -> str:
    """The end of a wording before a sentence of its own."""
    return f"{wording[:-1]}；" if wording.endswith("，") else wording


def _is_deed(answer: str) -> bool:
    return tells_a_deed(answer) or goes_with(answer, "切实")


def _before_a_subject(wording: str, subject: bool) -> str:
    """The end of a wording before an answer that begins with what it is about: without a demand, or with 做到."""
    if fresh := _FRESH.search(wording):
        return f"{wording[: fresh.start(1)]}要做到"
    for demand, instead in _BEFORE_SUBJECT.items():
        if found := demand.search(wording):
            if subject and not found.start():
                return f"{wording}做到"  # 各队要做到小的当场换
            before = wording[: found.start()]
            return (_apart(before) if instead == "同时，" else before) + instead
    return wording


def _giving_way(wording: str, answer: str) -> int:
    """How many characters at the end of the wording give way to the answer."""
    if twice := doubled_before(wording, answer) or _phrase_twice(wording, answer):
        return twice
    if (order := _ORDER.search(wording)) and (own := _ORDERED.match(answer)):
        same = order.group().startswith(own.group())
        kept = _IN_STEPS.match(answer) or order.group().startswith("又")  # which goes with 既
        return len(order.group()) if same or not kept else 0
    return int(_MODAL.match(answer) is not None and _MUST.search(wording) is not None)


def doubled_before(wording: str, answer: str) -> int:
    """How many characters at the end of the wording the answer says again."""
    found = _BEGIN.match(answer)
    return len(found.group()) if found and wording.endswith(found.group()) else 0


def doubled_marker(marker: str, answer: str) -> int:
    """How many characters at the beginning of an answer say the verb of its enumerator again: 一靠 before 靠集中学."""
    found = _MARKED.match(answer)
    return len(found.group()) if found and marker.endswith(found.group()) else doubled_before(marker, answer)


def doubled_behind(answer: str, wording: str) -> int:
    """How many characters at the beginning of the wording the answer has said already."""
    found = _END.match(wording)
    if found and answer.endswith(found.group()) and not answer.endswith("目前"):
        return len(found.group())
    return _overlap(answer, wording)


def said_otherwise(answer: str, wording: str) -> tuple[int, int]:
    """How many characters at the beginning and at the end of an answer the wording behind it says in its own way.

    渔船进港率达到 before 由八成提高到九成; 要办好这件事 where it is what the sentence is about (…，是大家的心愿).
    """
    must = _MUST_IS.match(wording) and _is_clause(answer) and _OWN_MUST.match(answer)
    reached = _REACHES.match(wording) and _REACHED.search(answer)
    return (must.end() if must else 0), (len(reached.group()) if reached else 0)


def counted_once(count: str, answer: str) -> tuple[str, str]:
    """A count and the answer behind it, which may bring its own: 三个 and 不放过 of 三个 and 三个不放过.

    The count that the program made stands, for it is right; but it gives way to the same number in an answer that
    counts without a measure, or with another (三大重点).
    """
    if (counted := _COUNT.fullmatch(count)) and (own := _OWN_COUNT.match(answer)):
        if answer.startswith(counted[2], own.end()) and own.end() + 1 < len(answer):
            return count, answer[own.end() + 1 :]
        if own.group() == counted[1] or {own.group(), counted[1]} == {"二", "两"}:
            return "", answer
    return count, answer


def _is_clause(answer: str) -> bool:
    return not any(mark in answer for mark in "，。；：！？了")


def deadline_twice(deadline: str, answer: str) -> int:
    """How many characters at the beginning of an answer say a deadline again that 前 stands behind: 6月底以前."""
    if not answer.startswith(deadline):
        return 0
    by_then = _BY_THEN.match(answer, len(deadline))
    return by_then.end() if by_then else 0


def _phrase_twice(wording: str, answer: str) -> int:
    """A phrase of two characters or more, or a whole clause with its comma (究其原因，), that the answer says again."""
    if (clause := _CLAUSE.search(wording)) and (answer.startswith(clause[1]) or f"，{clause[1]}" in answer):
        return len(clause.group())
    return _overlap(wording, answer)


def _overlap(left: str, right: str) -> int:
    """How long a phrase ends the left and begins the right: Chinese words, not a figure nor a syllable twice (天天)."""
    for length in range(min(_LONGEST, len(left), len(right)), 1, -1):
        phrase = right[:length]
        if left.endswith(phrase) and len(set(phrase)) > 1 and all("\u4e00" <= sign <= "\u9fff" for sign in phrase):
            return length
    return 0
