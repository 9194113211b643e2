"""What a line of the head of a speech looks like: title, salutation, who speaks and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.chinese.patterns import pattern

_KINDS = "|".join(
    """
    讲话 讲话稿 发言 发言稿 致辞 致词 献词 贺词 祝词 祝酒词 答谢词 欢迎词 欢送词 开幕词 闭幕词
    悼词 报告 演讲 演讲稿 讲稿 意见 方案 要点 通知
    部署 总结 主持词 点评 提纲 动员 党课 寄语 贺信 倡议书 体会
    """.split()
)
_TITLE = pattern(
    rf"^(?!.*[。；;！!？?]).{{0,56}}?(?:{_KINDS})(?:提纲|摘要|摘录|要点|全文|范文|材料|模板|稿)?"
    r"(?:[（(【\[].{0,16}[）)】\]][:：]?|可编辑版|完整版|精选版?|最新版?|word版|\.docx?)*$|^在.{2,50}(?:会议|大会|会|仪式|活动|典礼|班)上的?$"
    r"|^(?!.*[。；;！!？?]).{0,24}关于.{2,40}的(?:决定|决议|规划|计划|办法|细则)(?:[（(【\[].{0,16}[）)】\]])*$"
)
KIND = pattern(_KINDS)
_DRESS = pattern(
    r"^(?:第?[一二三四五六七八九十\d]+篇?[:：、]|20\d\d年|[一二三四五六七八九十]{4}年)|(?:可编辑版|完整版|范文|精选|最新|word版|\.docx?)"
    r"|[【（(\[][^】）)\]]*(?:篇|版|范文|材料|模板|\d)[^】）)\]]*[】）)\]]|[\s《》]"
)
PEOPLE = "|".join(
    """
    同志们 同志 朋友们 女士们 先生们 老师们 同学们 战友们 乡亲们 代表们 委员们 来宾 来宾们
    领导 嘉宾 家长们 青年朋友 同仁 职工们 党员们
    """.split()
)
_SALUTATION = pattern(
    rf"^(?:(?:尊敬的|敬爱的|亲爱的|各位)[^。；;！？!?]{{1,50}}|(?!.{{0,4}}(?:希望|感谢))[^。；;！？!?]{{0,30}}(?:{PEOPLE}|[、，]各位[\u4e00-\u9fff]{{1,8}})"
    r"|[^。；;，,！？!?]{2,40}(?:单位|部门|乡镇|街道|办事处|委员会|人民政府|党委|党组|科室|支部|公司|局|委|办))[:：]$"
    r"|^(?:各|[省市县区州旗乡镇]直)[^。；;！？!?:：]{2,56}(?:单位|机构|部门|乡镇|街道|办事处|政府|党委|公司|局|委|办)[:：]$"
    r"|^(?!.*(?:[要请对向由给把]|希望))[\u4e00-\u9fff]{1,10}各[\u4e00-\u9fff、]{1,30}"
    r"(?:单位|部门|[部处室厂队站村所组局委办]|车间|院系|门店|社区|学校|公司|支部)[:：]$"
    r"|^各(?![^:：]*[要须应请])[\u4e00-\u9fff、]{2,20}[:：]$"
    rf"|^(?:(?:尊敬的|敬爱的|亲爱的)?(?:各位|同志们)[^。；;：:]{{0,24}}|(?:{PEOPLE}))[,，!！]?$"
    r"|^(?:尊敬的|敬爱的|亲爱的)[^。；;：:！？!?]{1,56}[,，、]$"
    rf"|^(?:(?:尊敬的|敬爱的|亲爱的)?(?:{PEOPLE}|各位[\u4e00-\u9fff]{{1,8}}?)[、，, ]?){{2,5}}[!！]$"
    r"|^(?!.*(?:希望|要求|感谢|欢迎|祝|请|给|对|向))(?:[\u4e00-\u9fff]{1,9}(?<![我你他她它咱人])们[、，, ]?){1,5}"
    r"(?:[:：]|(?:大家|你们)(?:早上|上午|中午|下午|晚上)?好[!！。]?)$|^(?:全体|全国|各界)[\u4e00-\u9fff]{1,8}们[，,]$"
)
GLUED_SALUTATION = pattern(
    rf"^((?:尊敬的|敬爱的|亲爱的)?(?:各位[^。；;！？!?:：]{{1,40}}|"
    rf"(?:[^。；;！？!?:：，,、 ]{{1,12}}[、，, ]){{0,4}}(?:尊敬的|敬爱的|亲爱的)?(?:{PEOPLE})))[:：]\s*"
)
_YEAR = r"(?:[12]\d{3}|20[\dXx×*]{2}|[二一][〇○零0O一二三四五六七八九]{3})"
_POSTS = "|".join(
    """
    书记 省长 市长 县长 区长 州长 旗长 乡长 镇长 部长 主任 局长 厅长 主席 院长 校长
    政委 会长 董事长 总经理 秘书长 司令 所长 处长 科长 站长 组长 常委 委员 领导 厂长
    经理
    """.split()
)
_FIGURE = r"[\d一二三四五六七八九十XxX×*]+"
_DATE = rf"^[（(]?\s*{_YEAR}\s*年(?:\s*{_FIGURE}\s*月(?:\s*{_FIGURE}\s*日)?)?\s*(?:[上下]午)?\s*[）)]?$"
_BYLINE = pattern(
    rf"{_DATE}|^[（(][^。]{{2,40}}[）)]$|^(?:[^。；，,:：]{{0,30}}(?:{_POSTS})"
    r"(?:[\s　·]*[^\s。，,:：；、]{1,4}(?:[\s　]+[^\s。，,；:：]{1,2})?)?)$"
    r"|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$"
    r"|^(?:时间|地点|日期|作者|主讲人?|讲话人|发言人|报告人|会议时间|会议地点)[:：].{2,30}$"
)
# Date and speaker that run into the salutation behind them.
_GLUED_BYLINES = pattern(
    rf"\s*([（(]\s*{_YEAR}\s*年[^（）()]{{0,30}}[）)])?"
    rf"\s*([^\s。，,；;：:（）()]{{0,24}}(?:{_POSTS})\s*[\u4e00-\u9fff×Xx*]{{1,4}}?(?:\s[\u4e00-\u9fff])?"
    rf"|(?<=[）)\s])(?!{PEOPLE}|各位|尊敬|敬爱|亲爱)[\u4e00-\u9fff]{{2,3}}(?=\s))?"
    rf"\s*([（(]\s*{_YEAR}\s*年[^（）()]{{0,30}}[）)])?"
    rf"\s*(?=(?:尊敬的|敬爱的|亲爱的|各位|{PEOPLE})[^。；;！？!?:：]{{0,60}}[:：])"
)
_SIGNED = pattern(_DATE + r"|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$")
BODIES = (
    "委员会|指挥部|领导小组|办公室|党委|党组|政府|公司|集团|学校|医院|大学|学院|中心|协会|工会|联合会|[县市区省乡镇工]委"
    "|[局厅部院会社店厂场站所]"
)
_SIGNER = pattern(
    rf"^[^。；，,：:！？]{{0,30}}(?:{_POSTS})[：:\s　]+[\u4e00-\u9fff×Xx]{{2,4}}$"
    rf"|^[^。；，,：:！？\d]{{1,30}}(?:{BODIES})[\s　]+[\u4e00-\u9fff×Xx]{{2,4}}$"
)
_SIGNING_BODY = pattern(rf"^[^。；，,:：、！？\d（(]{{2,30}}(?:{BODIES})$")
# （作者系区统计局局长） （根据录音整理）
_NOTE = pattern(
    "^[（(](?:作者(?:系|为|单位|[:：])|(?:本文)?(?:系|为)?(?:根据|依据|按)[^。（）()]{0,12}录音|[^。，（）()]{0,10}(?:记录|整理)[:：])"
    "[^。（）()]{0,30}[）)]$"
)
_ISSUERS = pattern(rf"^(?:[^。；，,:：、！？\d（(\s]{{2,30}}(?:{BODIES})(?:[\s　]+|$)){{1,3}}(?<!\s)$")
_PAPER = pattern("(?:意见|方案|要点|通知|规划|计划|安排|决定|决议|办法|细则)(?:[（(][^（）()]{0,16}[）)])?$")
NAME = pattern(r"^[\u4e00-\u9fff](?:[\s　]*[\u4e00-\u9fff×Xx]){1,3}$")
ENDS = "。！？!?；;…"
# Who speaks and when, on lines above the title; a bare number or a word of a site is not enough there.
ABOVE = pattern(rf"^(?!.*\d)[^（(]*(?:{_POSTS})|^[（(]?\s*{_YEAR}\s*年[^，。]{{0,14}}$|^[\u4e00-\u9fff]{{2,4}}同志$")
# What may stand behind the kind of a speech in its title; 动员会 and 总结会 are meetings and go on.
_SUFFIX = pattern("(?!大?会)(?:文稿)?")
_KIND = 4  # characters at the end of a title that say what kind of speech it is
_MOST_LINES = 4  # of a title that is broken
HEAD_LINE = 62
"""Characters; no line of a head is longer."""


def is_title(text: str) -> bool:
    """Whether a line looks like the title of a speech."""
    return 3 <= len(text) <= HEAD_LINE and _TITLE.match(text) is not None and not is_salutation(text)


def broken_title(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where lines of a head stand that are a title only together: 在全市环境保护大会 / 暨动员会上的 / 讲　话."""
    for first in range(len(lines)):
        for last in range(first + 2, min(len(lines), first + _MOST_LINES) + 1):
            whole = "".join("".join(lines[first:last]).split())
            parted = any(is_byline(line) or is_salutation(line) for line in lines[first:last])
            if not parted and whole.startswith("在") and is_title(whole) and KIND.search(whole[-_KIND:]):
                return first, last
    return None


def is_salutation(text: str) -> bool:
    """Whether a line addresses the hearers, in characters that stand apart too: 同 志 们："""
    if len(text) > HEAD_LINE:
        return False
    return _SALUTATION.match(text) is not None or (
        text[-1] in "：:" and text[1:2].isspace() and _SALUTATION.match("".join(text.split())) is not None
    )


def is_byline(text: str) -> bool:
    """Whether a line says who speaks, when or where."""
    return len(text) <= 44 and _BYLINE.match(text) is not None


def is_paper(title: str) -> bool:
    """Whether a title is that of a paper, which is sent and not spoken."""
    return _PAPER.search(title) is not None


def issues(line: str, title: str) -> bool:
    """Whether a line right above the title of a paper names the bodies that issue it."""
    return is_paper(title) and _ISSUERS.match(line) is not None


def signature(texts: Sequence[str]) -> int:
    """How many of the last lines of a speech say when it was given, right above the date by whom, or who noted it."""
    if len(texts) > 2 and _NOTE.match(texts[-1]):
        return 1 + signature(texts[:-1])
    if len(texts) < 2 or not _SIGNED.match(texts[-1]):
        return 0
    signer = texts[-2] if len(texts) > 2 else ""
    return 2 if is_byline(signer) or _SIGNER.match(signer) or _SIGNING_BODY.match(signer) else 1


def glued_bylines(text: str) -> list[str]:
    """Date and speaker at the beginning of a text that goes on with a salutation, with the blanks behind them."""
    match = _GLUED_BYLINES.match(text)
    if not match or not any(match.groups()):
        return []
    at = match.end(1) if match[1] else 0
    then = match.start(3) if match[3] else match.end()
    return [part for part in (text[:at], text[at:then], text[then : match.end()]) if part.strip()]


def begins_with_title(text: str) -> bool:
    """Whether running text begins with what may be a title."""
    return bool(beginnings(text))


def bare(title: str) -> str:
    """A title without year, number and words of a site: what it has in common with its repetitions."""
    return _DRESS.sub("", title)


def beginnings(text: str) -> list[str]:
    """Beginnings of a text that may be its title, the shortest first."""
    head = re.split("[。，,；;！：:]", text[:HEAD_LINE])[0]
    ends = [_SUFFIX.match(head, match.end()) for match in KIND.finditer(head) if match.end() > 3]
    return [head[: end.end()] for end in ends if end]
