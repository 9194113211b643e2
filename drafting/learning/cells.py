"""Answers of columns that the words beside them betray: the outline's own, or those for owner, helper and date due."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.learning.cues import BODY
from drafting.learning.frames import Frame
from drafting.learning.matching import form_of, suits
from drafting.learning.row_texts import HELPING, SEE_TO_IT, to_do_in
from drafting.outline.model import Question, Type

_ASSIGNS_ONLY = re.compile(
    "牵头|负责|负总责|主抓|主责|承办|办理|来抓|来办|去办|会同|为主|领头|配合|协[办助同]|[前底][^，；]{0,6}\\Z|抓落实"
    "|(?:支持|参[与加]|协作)\\Z"
)
_OTHERS_TOO = re.compile(
    f"[，；](?![全各有每这我大上])[^，。；：,;:由要]{{1,14}}?{BODY}要(?!求)"
)  # 财政局要……，金融办要……
_OF_ALL = re.compile("(?:以上|上述|这[项件些个几一]|此项)")
_SETTLED = re.compile("清零|销号")
_ANOTHER = re.compile(
    f"(?:\\A|[，；])(?![全各有每这我大上])[^，。；：]{{1,10}}?{BODY}(?:本周|本月|负责|牵头|[于在]\\d)"
)
_SHORT_NAME = 5  # characters of the name of a body that is cut short: 国土、房管
_LONGEST, _SHORT = 120, 30  # characters of a long cell, and of others
IN_CHARGE = re.compile("牵头|负责|负总责|主抓|承办|来抓|来办")
ASSIGNS = re.compile(f"{IN_CHARGE.pattern}|会同|为主|去办|打头阵|抓落实|[前底]完成")
HELPS = re.compile("配合|协办|协助")
_BESIDE = re.compile("(?:会同|协同|[、和与同])\\Z")  # who is named behind it does not lead: 由甲会同乙来抓
_OWNER = (
    re.compile(
        "(?:由|(?<![^，。；,;\\n])请(?![大各示求]))(?P<answer>[^，。；：,;:由]{2,30}?)(?:按[^，。；：]{2,6}|具体|全面|统一|共同|分别)?(?:总?牵头|总?负责(?!同志|人|的)|负总责|主责|主抓|领头|承办|来抓|来办|来管|抓到底|会同)"
    ),
    re.compile(
        "(?<![^，。；,;\\n])(?:以|交给|责成)(?P<answer>[^，。；：,;:由]{2,30}?)(?:为主|去办|来办|承办|办理|打头阵)"
    ),
    re.compile(f"(?<![^，。；,;\\n])由(?P<answer>[^，。；：,;:由]{{1,14}}?{BODY})(?=[在于对把将按])"),
    re.compile(
        f"(?<![^，。；,;\\n])(?P<answer>[^，。；：,;:\\n由]{{1,14}}?{BODY})(?:(?:牵头|负责|负总责|主抓|承办)(?![^，。；、,;\\n])|要会同)"
    ),
    re.compile(
        f"(?:\\A|(?<=[。！])|(?<=[前起][，,]))(?![各全有每这我大上])(?P<answer>[^，。；：,;:\\n由要]{{1,14}}?{BODY})要(?!求|达到|符合|成为|保持"
        f"|[^，。；]{{0,12}}[一二三四五六七八九十两][件项个条][^，。；]{{0,6}}[：:]|{HELPING}(?:配合|协[办同助作]|支持)(?![^，。；,;]))"
    ),
)
_SUPPORT = (
    re.compile(f"会同(?P<answer>[^，。；：,;:由]{{2,30}}?)(?=[，,。；]|抓落实|办理|落实|{SEE_TO_IT})"),
    re.compile(
        "(?:(?<![^，。；,;\n])|(?<=牵头、)|(?<=负责、)|(?<=主抓、))"
        "(?P<answer>(?:(?!牵头|负责|主抓)[^，。；：,;:\n由]){2,30}?)"
        f"(?:{HELPING}(?:配合|协[办同助]))(?:支持|协作|工作)?(?![^，。；,;\n])"
    ),
    # Who takes part stands right behind who leads: 由城建科牵头，住建部门支持. Elsewhere somebody may support anything.
    re.compile(
        "(?:(?<=牵头[，,])|(?<=负责[，,])|(?<=主抓[，,])|(?<=承办[，,]))"
        f"(?P<answer>[^，。；：,;:\n由要]{{2,30}}?){HELPING}(?:支持|参与|参加|协作)(?![^，。；,;\n])"
    ),
)
_HOW_THEY_HELP = re.compile(f"(?<=..){HELPING}\\Z")
_DUE_DATE = (
    r"(?:[\d零一二三四五六七八九十年]{0,7}[\d一二三四五六七八九十]{1,2}月(?:底|末|[上中下]旬|\d{1,2}[日号])?"
    r"|(?<![今明后])(?:\d{4})?年[中底末]|(?:\d{4}年)?(?:第?[一二三四]季度[末底]?|[上下]半年))"
)
_BEFORE = "(?:之?前|以前)(?!(?:开|动)工|启动|开[始建展]|召开|着手|进场|破土)"  # when it begins is not when it is due
_COMPLETED = "(?:(?:必?须|务必|确保|力争|要|一律|如期|按期|按时)*(?:全部)?(?:完成|完工|办[完妥结好]|做完|开完))"
# That the whole of a task is done; any other word behind a day is of a part of it, or a measure: 完成招标, 主体封顶.
_WHOLE_DONE = (
    f"(?:{_COMPLETED}|(?:必?须|务必|确保|力争|要|一律|如期|按期|按时|正式|竣工|建成)*(?:全[部面][^，。；：,;:]{{2,6}}"
    "|竣工|建成|完毕|结束|到位|投产|投入?(?:使用|运[行营]|生产)|投用|交付(?:使用)?|交工|达标|见效"
    "|通[车水气电航](?:运[行营])?|开通|(?:通过)?验收|上线(?:运行)?|启用|开业|开门|落地|销号|清零))"
)
_DUE = re.compile(
    rf"(?<![^，。；,;])(?:要在|在|于)?(?:今年)?(?P<answer>{_DUE_DATE}){_BEFORE}{_WHOLE_DONE}?(?![^，。；：,;:])"
)
# How somebody goes about it; what is done by the day behind it is something else: 倒排工期，10月底前完工.
_MANNER = re.compile(
    "(?:[^，。；]{2,14}?(?:要|必须|须))?(?:也|都|还)?(?:切实|务必|一定)?(?:倒排[^，。；]{2,4}|顺排[^，。；]{2,4}|挂图作战|压茬推进|加班加点"
    "|(?:加快|抢抓|抢|抓紧|赶)(?:施工|建设|工程|推进|项目)?(?:进度|工期|时间|施工|建设|推进)|昼夜(?:施工|奋战)|细化方案|压实责任)+"
)
_BY_A_DAY = re.compile("[月底日号末]之?前")
_DUE_FIRST = re.compile(rf"(?:今年)?(?P<answer>{_DUE_DATE}){_BEFORE}[^，；]*")
_DONE_BY = f"(?:之?前|以前){_COMPLETED}?(?![^，。；：,;:])"
_NO_SPAN = "(?![到至][^，。；,;]*[月日底末旬号止])"  # from some day to another, and nothing done
_DAY = (
    rf"(?:从)?(?:[今明后]年|\d{{4}}年)?[^，。；,;由]{{0,12}}?[月底末日号季班旬半]"
    rf"(?:之前|以前|[前起]){_NO_SPAN}[^，。；,;]{{2,12}}"
)
_NEAR = "[^。；]{0,40}?"
# Of another year, from some day on, or of several days: what one date cannot say.
_SCHEDULE = re.compile(
    rf"(?<![^，。；,;])(?P<answer>(?={_NEAR}(?:[今明后]年|起|前{_NEAR}前|前(?:(?:开|动)工|启动))){_DAY}(?:[，,]{_DAY})*)(?![^，。；,;])"
)
# A last sentence that says of several things when each is due, or who sees to each: 评选11月底前完成，巡查全年不断。
_WHEN = r"(?:从)?[^，。；要]{0,6}\d月[^，。；]{0,3}(?:前|起)|每(?:年|月|周|天|半年|季度)|(?:常年|全年|按[月周季年])"
_SCHEDULED = re.compile(
    rf"(?:(?<=[。！])|(?<=(?:办理|负责|牵头|承办|协同|配合)[，,]))(?P<answer>(?!由|要|[^，。；]{{1,24}}?{BODY}每|[今明后]年|\d{{4}}年|[^。]*[，；](?:[还也又更都同时]{{0,3}}要|必须))[^，。；由要]{{2,14}}?(?:(?:{_WHEN})|由[^，。；由]{{2,20}}?(?:负责|办理|来))"
    rf"[^。！？\n]{{2,80}})。?\Z"
)
_ASSIGNED = re.compile(f"由[^，。；：由]{{2,20}}?(?:{ASSIGNS.pattern})[^，。；：]{{0,20}}[，,：:]?")
# A sentence, or a part of one, that says who sees to it, and no more but when it is due.
_ASSIGNING = re.compile(
    f"(?<![^。；])(?:[^。；]{{0,14}}[，,])?(?:由|交给|责成)?[^，。；]{{2,20}}?(?:{ASSIGNS.pattern})[^，。；]{{0,6}}(?:[，,][^，。；]{{2,16}})?(?=[。；]|\\Z)"
)
# Every week, but nothing that is done then: 每周开展一次检查 is a measure.
_REGULARLY = "每[天日周月年](?![^。]{0,6}(?:开展|组织|召开|进行|检查|调度|通报|巡查|暗访))"
# When it is due, beside who sees to it: 由办公室牵头，测评以前见效。
_TIMED = re.compile(
    f"(?:{IN_CHARGE.pattern}|去办|打头阵|抓落实|来管)[，,](?P<answer>[^。，；由要\n]{{0,12}}(?:前|后|(?<=[年月日号天])[起底]|{_REGULARLY}"
    "|全年|常年|随时|今[天晚]|当[天日周月])[^。由要\n]{2,30}?)(?=[。！]|\\Z)"
)
_OBLIGED = re.compile("[，,][^，。；]{2,14}(?<![需主重只])要(?!求)")
ASKS_CASE, _CASE = re.compile("例子|事例|案例"), re.compile("(?:比如|例如|譬如)[，,：:]?(?P<answer>[^。！？\n]{4,})")
_ASKS_SCHEDULE = re.compile("时限")


def cell_in(text: str, column: Question, frames: Sequence[Frame]) -> str:
    """The answer of a column that stands in a text once; "" for none. frames: what the outline says beside it."""
    is_long = column.type is Type.LONG
    forms = [form_of(frame, _LONGEST if is_long else _SHORT, long=is_long) for frame in frames]
    leads = any(IN_CHARGE.match(frame.right) and not _BESIDE.search(frame.left) for frame in frames)
    in_charge = IN_CHARGE.search(column.ask) or (leads and not HELPS.search(column.ask))
    if column.type is Type.TEXT and in_charge:
        forms += _OWNER
    helps = column.type is Type.TEXT and HELPS.search(column.ask) is not None
    if helps:
        forms += _SUPPORT
    if is_long and ASKS_CASE.search(column.ask):
        forms.append(_CASE)
    if column.type is Type.DATE:
        forms.append(_DUE)
    if asks_schedule(column):
        forms += (_SCHEDULE, _TIMED)
    for form in filter(None, forms):
        found = [match["answer"] for match in form.finditer(text)]
        if form in _OWNER or form is _DUE:  # who does one thing among others, or when, does not answer for them all
            found = [match["answer"] for match in form.finditer(text) if _is_of_all(text, match)]
        if helps:  # how they are to help is no part of their name: 住建局支持(配合)
            found = [_HOW_THEY_HELP.sub("", names) for names in found]
        if form in _SUPPORT:
            found = [names for names in found if all(map(_may_be_body, re.split("[、和]", names)))]
        if form is _DUE and len(found) > 1:  # when all is due is said beside who sees to it
            found = [due["answer"] for said in _ASSIGNING.findall(text) for due in form.finditer(said)]
        if len(found) == 1 and (answer := _own_part(found[0], column)) and suits(answer, column):
            return answer
    return ""


def _is_of_all(text: str, match: re.Match[str]) -> bool:
    """Whether what a place says of an owner or a day goes for the whole text.

    It does in the first of several sentences that say what is to be done, and in one that says nothing else; an owner
    at the beginning of a clause, too: 由水务局负责，……, but not 征地由各乡镇负责.
    """
    start = text.rfind("。", 0, match.start()) + 1
    stop = text.find("。", match.end())
    sentence = text[start : stop if stop >= 0 else len(text)]
    others = [other for other in (text[:start], text[start + len(sentence) :]) if to_do_in(other)]
    subject = re.split("[，；：]", text[start : match.start()])[-1]
    begin = max(start, text.rfind("；", 0, match.start()) + 1)
    if match.re is _DUE and _tells_manner_alone(text[begin : match.start()]):
        return False  # 后勤科要倒排工期，10月底前完工
    if match.re is _DUE and others and len(_BY_A_DAY.findall(sentence)) > 1:
        return False  # 6月底前完成主体工程，年底前通水。要改造管网
    if match.re is _DUE and _SETTLED.search(match.group()):
        before = [clause for clause in re.split("[，；]", text[begin : match.start()]) if clause]
        if not all(map(_ASSIGNS_ONLY.search, before)):
            return False  # 主动对接县委，11月底前全部清零: what is settled is something else
    beside = [text[start:begin], *text[match.end() : start + len(sentence)].split("；")[1:]]
    if match.re is not _DUE and any(map(_ANOTHER.search, beside)):
        return False  # 住建局牵头，……；财政局本周内拨付资金
    if any(map(to_do_in, beside)) and (
        match.re is _DUE if not subject or match.re is _DUE else not _OF_ALL.match(subject)
    ):
        return False  # 城北小学9月1日前投入使用；职教中心由计财股牵头，12月底前封顶
    if match.re is _OWNER[-1] and (
        any(map(_OWNER[-1].search, others)) or _OTHERS_TOO.search(text, match.end(), start + len(sentence))
    ):
        return False  # 油品公司要查罐。安全部要每月检查一次。
    if others and subject and match.re is not _DUE and not _OF_ALL.match(subject):
        return False  # 征地由各乡镇牵头
    if not others or _OF_ALL.match(sentence) or all(map(_ASSIGNS_ONLY.search, re.split("[，；]", sentence))):
        return True
    is_first = not to_do_in(text[:start])
    return is_first if match.re is _DUE else (is_first or match.re is not _OWNER[-1])


def _tells_manner_alone(said: str) -> bool:
    """Whether what stands before a day says how to go about it, who does, and nothing that could be done by the day."""
    clauses = [clause for clause in re.split("[，、]", said) if clause and not _ASSIGNS_ONLY.search(clause)]
    return bool(clauses) and all(map(_MANNER.fullmatch, clauses))


def says_what(said: str) -> bool:
    """Whether words before a day say what is to be done by it, and not only how or by whom."""
    clauses = [clause for clause in re.split("[，；]", said) if clause]
    return any(to_do_in(one) and not _MANNER.fullmatch(one) and not ASSIGNS.search(one) for one in clauses)


def _may_be_body(name: str) -> bool:
    """Whether a name may be that of a body: it is short, or ends as such names do."""
    return len(name) <= _SHORT_NAME or re.search(f"{BODY}\\Z", name) is not None


def _own_part(found: str, column: Question) -> str:
    """What a long column takes of a sentence that says who sees to it: when it is due, or nothing."""
    if column.type is not Type.LONG or not (assigned := _ASSIGNED.match(found)):
        no_schedule = _OBLIGED.search(found) or _DUE.fullmatch(found)  # one date has a column of its own
        return "" if asks_schedule(column) and no_schedule else found
    rest = found[assigned.end() :]
    return rest if asks_schedule(column) and not _DUE.fullmatch(rest) and not _OBLIGED.search(rest) else ""


def due_in(measures: Sequence[str]) -> str:
    """The day with which the only measure of a task begins, and by which it is due: 10月底前建成大棚320个."""
    match = _DUE_FIRST.fullmatch(measures[0]) if len(measures) == 1 else None
    return match["answer"] if match else ""


def starts_with_due(measure: str, day: str) -> bool:
    """Whether what is to be done begins with the day by which it is."""
    match = _DUE_FIRST.match(measure)
    return match is not None and match["answer"] == day


def says_due(measure: str, day: str) -> bool:
    """Whether a measure says somewhere that something is due by a day: 从业人员320人，10月20日前全部轮训一遍."""
    return re.search(f"(?<!\\d){re.escape(day)}(?:之?前|以前)", measure) is not None


def due_with(text: str, day: str) -> str:
    """The day that a text is due, with the words behind it that say no more than that it is: 12月20日前完工."""
    match = re.search(re.escape(day) + _DONE_BY, text)
    return match.group() if match else day


def schedule_in(text: str, column: Question) -> str:
    """The last sentence of a text, where a column asks when several things are due and it says so; "" for none."""
    match = _SCHEDULED.search(text) if asks_schedule(column) else None
    return match["answer"] if match and suits(match["answer"], column) else ""


def asks_schedule(column: Question) -> bool:
    """Whether a column asks when several things are due, or what one date cannot say."""
    return column.type is Type.LONG and _ASKS_SCHEDULE.search(column.ask) is not None
