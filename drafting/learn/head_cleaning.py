"""What a site puts into the head of a speech and beside it: tags, an editor's words, its shelves, the title again."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.headlines import GLUED_SALUTATION, HEAD_LINE, KIND, PEOPLE, is_byline, is_salutation, is_title
from drafting.learn.model import Line

PREFACE = pattern(
    rf"(?:编者按|编者注|(?:下面|以下)(?:是|为)?.{{0,6}}小编|导语|导读|摘要|提要|简介|本文主要).{{10,1500}}?((?:各位[^。，：:]{{1,20}}|{PEOPLE})[：:])"
)
TAG = pattern(
    r"[\[【][^\]】]{1,30}[\]】](?=.)|[^\s，。：:在]{2,12}版权所有[\s\u3000]+(?=.)|(?:编号|序号)[:：]\s*\d+(?=\D)"
    r"|[^\s，。：:]{0,30}(?:https?://|www\.)[A-Za-z\d./-]+(?=.)"
)
# Where a site keeps such texts: 各类讲话 2018-07-21悼词
_CATEGORY = pattern(
    r"^(?:\d{4}-\d{1,2}-\d{1,2}\s*|各类|领导|其他|其它|党政|党建|经典|优秀|热门|实用)"
    r"(?:讲话|发言|致辞|致词|悼词|演讲|主持词|公文|范文|材料)(?:稿|范文|大全|资料)?$"
)
# What a site offers behind a title: 领导讲话稿推荐
_OFFERED = pattern(
    "[\\s\u3000]+(?:领导|优秀|经典|最新|精选|相关)?(?:讲话|讲话稿|发言稿|演讲稿|致辞|范文|文章)?"
    "(?:推荐|精选|大全|集锦|汇总|合集|模板|范文|参考)(?:[一二三四五六七八九十\\d]{1,2}篇)?$"
)
# A title, or two run together, right before the words to the hearers.
_RUN_IN = pattern(
    rf"([^。；;！!？?：:，,]{{6,120}}?)\s*(?=(?:{PEOPLE}|各位[^。；;！？!?:：]{{1,40}}|尊敬的[^。；;！？!?:：]{{1,40}})[：:])"
)
_KIND = 6  # characters, of the end of a title
_FIRST, _BETWEEN = 12, 3  # lines in which a title may come again, and how many may stand between
_AGAIN, _LONG_TITLE = 4, 6  # lines of a body in which its title may come again, of so many characters at least


def untagged(line: Line, report: Report) -> list[Line]:
    """A title line without what a site has put around it; a title in brackets, run into the salutation, as a line."""
    offered = _OFFERED.search(line.text) if len(line.text) <= HEAD_LINE else None
    if offered and is_title(line.text[: offered.start()]):
        report.remove(offered[0].strip(), _("words of a site or an office system, not of the speaker"))
        line = line._replace(text=line.text[: offered.start()])
    match = TAG.match(line.text)
    if not match:
        return [line]
    tag, rest = match[0], line.text[match.end() :]
    if is_title(rest):
        report.remove(tag, _("stands before the title"))
        return [line._replace(text=rest)]
    if tag[0] in "[【" and is_title(tag[1:-1]) and (is_salutation(rest) or GLUED_SALUTATION.match(rest)):
        return [line._replace(text=tag), line._replace(text=rest)]
    return [line]


def without_preface(text: str, report: Report) -> str:
    """The text from its salutation on, where an editor's words stand before it."""
    match = PREFACE.match(text)
    if not match:
        return text
    at = match.end() - len(match[1])
    report.remove(text[:at].strip(), _("an editor's words before the speech"))
    return text[at:]


def without_title(body: list[Line], title: list[str], report: Report) -> list[Line]:
    """The body without the title that comes again in its first lines."""
    again = [line for line in body[:_AGAIN] if line.text in title and len(line.text) >= _LONG_TITLE]
    for line in again:
        report.remove(line.text, _("the title again"))
    return [line for line in body[:_AGAIN] if line not in again] + body[_AGAIN:] if again else body


def without_category(head: list[Line], report: Report) -> list[Line]:
    """The head without the shelf of a site on which the speech lies, where the title of the speech stands beside it."""
    shelves = [line for line in head if line.role is None and _CATEGORY.match(line.text)]
    if not shelves or not any(is_title(line.text) for line in head if line not in shelves):
        return head
    for line in shelves:
        report.remove(line.text, _("words of a site or an office system, not of the speaker"))
    return [line for line in head if line not in shelves]


def once(bylines: list[str], report: Report) -> list[str]:
    """The lines of who speaks and when, without those that come again."""
    kept = list(dict.fromkeys(bylines))
    for again in bylines[len(kept) :]:
        report.remove(again, _("the title again"))
    return kept


def begun_again(lines: list[Line], report: Report) -> list[Line]:
    """The lines without what stands between a title and the same title again, where the salutation follows that one.

    A site puts a summary or the words under a picture there. Who speaks and when stays.
    """
    first = {line.text: at for at, line in reversed(list(enumerate(lines[:_FIRST]))) if is_title(line.text)}
    for again, line in enumerate(lines[:_FIRST]):
        at = first.get(line.text, again)
        between = lines[at + 1 : again]
        if not between or not any(is_salutation(next_.text) for next_ in lines[again + 1 : again + 4]):
            continue
        if len(between) > _BETWEEN or any(is_salutation(other.text) for other in between):
            continue
        for other in between:
            if not is_byline(other.text):
                report.remove(other.text, _("stands before the title"))
        report.remove(line.text, _("the title again"))
        return lines[: at + 1] + [other for other in between if is_byline(other.text)] + lines[again + 1 :]
    return lines


def before_the_salutation(text: str) -> str:
    """What stands before a salutation inside running text, where it ends as titles do; "" where it does not."""
    match = _RUN_IN.match(text)
    return match[1] if match and KIND.search(match[1], max(0, len(match[1]) - _KIND)) else ""
