"""What document sites and office systems put around a speech and into it: known by their set phrases.

A phrase weighs as much as it is improbable in a speech. A line goes when its phrases weigh enough for its length.
"""

from __future__ import annotations

from itertools import pairwise

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.cues import boilerplate, site_words
from drafting.learn.headlines import begins_with_title, is_salutation, is_title
from drafting.learn.model import Line

_TAIL = pattern(
    r"^【(?:相关|拓展|延伸|推荐)(?:阅读|文章|推荐|链接|新闻)】$|^(?:【[^】]{1,40}】|[“《][^”》]{1,40}[”》])?的?(?:相关|推荐|热门|热点|更多|最新|延伸|拓展)(?:的)?(?:文章|范文|推荐|阅读|文档|资料|内容|链接|搜索|新闻|要闻|报道|资讯)(?:推荐|阅读)?[:：]?$|^猜你喜欢"
    r"|^[您你](?:可能|或许|也许)(?:还|也)?(?:会)?(?:喜欢|关注|感兴趣|需要)的?(?:文档|文章|内容|资料|范文)?[:：]?$"
    r"|^往期(?:推荐|回顾|精彩|文章|内容)[:：]?$"
    r"|^(?:看过|看了|读过|浏览过?|下载过?)(?:本文|此文|这篇|该文)[^，。：:]{0,8}还(?:看|读|浏览|下载|喜欢|关注)[^，。：:]{0,6}[:：]?$"
    r"|^(?:最近|热门|本周|近期)(?:下载|浏览|更新|上传)(?:的)?(?:文档|文章|排行)?[:：]?$"
)
# Over what readers wrote below a speech.
_COMMENTS = pattern(
    r"^(?:(?:网友|读者|用户|最新|全部|热门|精彩|文章|相关)的?(?:评论|留言)(?:区|列表)?|评论(?:区|列表)|(?:发表|添加|查看)(?:评论|留言)|我来说两句)\s*"
    r"(?:[（(]\s*(?:共?\d+条?)?\s*[）)]|共?\d+条)?[:：]?$|^评论\s*[（(]\s*\d+条?\s*[）)]$|^暂无评论"
)
# Sentences of an owner at the end of a paragraph, behind its full stop: 某某网版权所有
_GLUED = pattern(
    r"(?<=[。！？!?”])\s*(?:[^\s，。,；：“”]{2,12}(?:网|网站|之家|文库|文秘|范文|大全)?版权所有[^。]{0,10}"
    r"|[^。！？!?，]{0,20}(?:下载|本站|范文|文库|文秘|更多)[^。！？!?]{0,24}(?:https?://|www\.)[\w./-]+[。！]?"
    r"|(?:(?:本文)?(?:来源|来自|转载)(?:于|自)?[:：]?\s*)?(?:https?://|www\.)[\w./-]+"
    r"|[\[［【]\s*\d+\s*[\]］】](?:\s*[\[［【]?\d+[\]］】]?)*\s*(?:下一页|尾页)?)$"
)
_OWNED = pattern(r"[^\s，。：:在]{2,12}版权所有[\s\u3000]+(?=.)")  # before the title
# How a site speaks of itself, of its readers and of its files.
_SELF = pattern(
    "本站|本文|本文档|小编|文库|范文|文秘|会员|网友|注册用户|金币|积分|平台不|预览|VIP|客服|转载请|copyright|ICP|佚名|免责声明[:：]|版权声明"
)
_DATE = r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
# Lines of the head of a speech that a site may have written as well: its neighbours tell. A date as a machine writes it
# behind 时间： is a site's.
_HEAD_LINE = pattern(
    rf"^(?:(?:时间|日期)[:：]\s*(?!\d{{4}}-\d\d-\d\d$))?{_DATE}\s*(?:星期.|[上下]午|晚上?)?$|^作者[:：]\s*(?!佚名|网络|匿名)[\u4e00-\u9fff·]{{2,5}}$"
)
_ATTACHED = pattern(r"^附件[:：]?$")
_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|zip|rar|ofd)$")
_LONG = 60
_BETWEEN = 4
_END = 80
_SENTENCE = 15
_BODY = 100  # characters that are more than a head
_SURE = 4.0  # what an editor's words weigh, which no speaker says
_LONGEST = 600  # a line that is longer is never boilerplate as a whole
_CLOSED = "。！？"
_PROSE = pattern("[。；;，,]")


def weight(text: str) -> float:
    """How much speaks for boilerplate in a line; 1 is enough for a short one."""
    any_of_them, signs = boilerplate()
    if len(text) > _LONG and not site_words().search(text):
        return 0.0
    if len(text) > _LONGEST or not any_of_them.stand_in(text):
        return 0.0
    return sum(sign.weight for sign in signs if sign.words.search(text))


def _has_any(lines: list[Line]) -> bool:
    """Whether any line may be boilerplate: by a word of a site, a short one by its form too."""
    words, forms = site_words().search, boilerplate()[0].stand_in
    return any(
        words(line.text)
        or (len(line.text) <= _LONG and (forms(line.text) or _TAIL.match(line.text) or _COMMENTS.match(line.text)))
        for line in lines
    )


def is_boilerplate(text: str) -> bool:
    """Whether a line is no part of a speech by what stands in it."""
    found = weight(text)
    if not found:
        return False
    needed = 0.6 + max(0.0, (len(text) - 20) / 120)
    marker = parse_marker(text)
    if (marker and marker.family != "1.") or _PROSE.search(text):
        needed = max(needed, 1.0)
    if len(text) > 2 * _LONG and "。" in text:
        needed += 0.5
    return found >= needed


def _foreign(lines: list[Line]) -> list[bool]:
    """Which lines are boilerplate; before the body also those that stand in the middle of it."""
    foreign = [is_boilerplate(line.text) for line in lines]
    body = next((at for at, line in enumerate(lines) if not foreign[at] and _begins(line.text)), len(lines))
    end = next((at for at in range(len(lines) - 1, -1, -1) if not foreign[at]), 0)
    for at in [at for at, is_foreign in enumerate(foreign) if is_foreign]:
        text = lines[at].text
        if body < at < end and _is_said(text) and not _is_surely_a_site_s(text):
            foreign[at] = False
        elif body <= at and _HEAD_LINE.match(text) and not any(_sites_beside(lines, foreign, at)):
            is_last = at == len(lines) - 1 and at > body
            foreign[at] = not is_last and not _is_below_a_title(lines, foreign, at, body)
    for at, after in pairwise(range(len(lines))):  # over files to be downloaded
        if foreign[after] and _ATTACHED.match(lines[at].text) and _FILE.search(lines[after].text):
            foreign[at] = True
    known = [at for at in range(body) if foreign[at]]
    for at, after in pairwise(known):
        if after - at <= _BETWEEN:
            foreign[at + 1 : after] = [True] * (after - at - 1)
    return foreign


def _is_below_a_title(lines: list[Line], foreign: list[bool], at: int, body: int) -> bool:
    """Whether a title stands so near above a line that this one belongs to it; a collection may have its own before."""
    above = range(max(body, at - _BETWEEN), at)
    return any(not foreign[near] and is_title(lines[near].text) for near in above)


def _is_said(text: str) -> bool:
    """Whether a line is an item or whole sentences, as a speaker says them."""
    marker = parse_marker(text)
    return (marker is not None and marker.family != "1.") or text[-1] in "。！？；"


def _is_surely_a_site_s(text: str) -> bool:
    """Whether several independent signs say that a sentence in a speech is a site's; of an item nothing does."""
    if parse_marker(text):
        return False
    return weight(text) >= _SURE or (_SELF.search(text) is not None and boilerplate()[0].count(text) > 1)


def _sites_beside(lines: list[Line], foreign: list[bool], at: int) -> list[bool]:
    """Whether the lines around one are a site's; those that look like it do not count."""
    beside = [near for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return [foreign[near] and not _HEAD_LINE.match(lines[near].text) for near in beside]


def _begins(text: str) -> bool:
    """Whether a line may be the first of a speech."""
    return len(text) > 2 * _LONG or is_title(text) or is_salutation(text)


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines without boilerplate; what follows a list of other texts to read goes with it."""
    lines = [_unglued(line, report) if _may_be_glued(line.text) else line for line in lines]
    if not _has_any(lines):
        return lines
    kept: list[Line] = []
    foreign = _foreign(lines)
    length = 0
    for position, line in enumerate(lines):
        if length > _BODY and _COMMENTS.match(line.text) and not _counts_on(kept, lines[position + 1 :]):
            for rest in lines[position:]:
                report.remove(rest.text, _("what readers of a site wrote below it"))
            break
        if length > _BODY and _TAIL.match(line.text):
            if not _goes_on(kept, lines[position + 1 :]):
                for rest in lines[position:]:
                    report.remove(rest.text, _("pointers to other texts, after the end"))
                break
            report.remove(line.text, _("words of a site or an office system, not of the speaker"))
            continue
        if foreign[position]:
            report.remove(line.text, _("words of a site or an office system, not of the speaker"))
        else:
            kept.append(line)
            length += len(line.text)
    return kept


def _goes_on(before: list[Line], after: list[Line]) -> bool:
    """Whether the speech goes on behind a pointer to other texts: with its next part, or with whole sentences."""
    if (
        after
        and len(after[0].text) > _SENTENCE
        and after[0].text[-1] in "。！"
        and not begins_with_title(after[0].text)
    ):
        return True
    return _counts_on(before, after)


def _counts_on(before: list[Line], after: list[Line]) -> bool:
    """Whether the next part of the speech follows, as its number tells."""
    reached: dict[str, int] = {}
    for line in before:
        if marker := parse_marker(line.text):
            reached[marker.family] = marker.number or 0
    for line in after:
        if is_title(line.text) or is_salutation(line.text):
            return False
        marker = parse_marker(line.text)
        if marker and marker.number and 1 < marker.number == reached.get(marker.family, 0) + 1:
            return True
    return False


def _may_be_glued(text: str) -> bool:
    return text[-1] not in _CLOSED or "www." in text[-_END:] or _OWNED.match(text) is not None


def _unglued(line: Line, report: Report) -> Line:
    """A line without what a site has put before a title, or behind the last full stop."""
    owned = _OWNED.match(line.text)
    if owned and is_title(line.text[owned.end() :]):
        report.remove(owned[0].strip(), _("words of a site or an office system, not of the speaker"))
        return line._replace(text=line.text[owned.end() :])
    match = _GLUED.search(line.text[-_END:])
    if not match or len(match[0]) == len(line.text):
        return line
    report.remove(match[0].strip(), _("words of a site at the end of a paragraph"))
    return line._replace(text=line.text[: len(line.text) - len(match[0])])
