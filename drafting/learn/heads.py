"""The head of a speech: title, lines of date, speaker and place, salutation; each known by how such lines look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.patterns import pattern
from drafting.draft import Role
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

_KINDS = "|".join(
    """
    讲话 讲话稿 发言 发言稿 致辞 致词 献词 报告 演讲 演讲稿 讲稿 意见 方案 要点 通知
    部署 总结 主持词 点评 提纲 动员 党课 寄语 贺信 倡议书 体会
    """.split()
)
_TITLE = pattern(
    rf"^(?!.*[。；;！!？?]).{{0,56}}?(?:{_KINDS})(?:提纲|摘要|摘录|要点|全文|范文|材料|模板|稿)?"
    r"(?:[（(【\[].{0,16}[）)】\]]|可编辑版|完整版|精选版?|最新版?|word版|\.docx?)*$|^在.{2,50}(?:会议|大会|会|仪式|活动|典礼|班)上的?$"
)
_KIND = pattern(_KINDS)
_DRESS = pattern(
    r"^(?:第?[一二三四五六七八九十\d]+篇?[:：、]|20\d\d年|[一二三四五六七八九十]{4}年)|(?:可编辑版|完整版|范文|精选|最新|word版|\.docx?)"
    r"|[【（(\[][^】）)\]]*(?:篇|版|范文|材料|模板|\d)[^】）)\]]*[】）)\]]|[\s《》]"
)
_PEOPLE = "|".join(
    """
    同志们 同志 朋友们 女士们 先生们 老师们 同学们 战友们 乡亲们 代表们 委员们 来宾 来宾们
    领导 嘉宾 家长们 青年朋友 同仁 职工们 党员们
    """.split()
)
_SALUTATION = pattern(
    rf"^(?:(?:尊敬的|敬爱的|亲爱的|各位)[^。；;！？!?]{{1,50}}|[^。；;！？!?]{{0,30}}(?:{_PEOPLE})"
    r"|[^。；;，,！？!?]{2,40}(?:单位|部门|乡镇|街道|办事处|委员会|人民政府|党委|党组|科室|支部|公司|局|委|办))[:：]$"
    r"|^(?:各|[省市县区州旗乡镇]直)[^。；;！？!?:：]{2,56}(?:单位|部门|乡镇|街道|办事处|政府|党委|公司|局|委|办)[:：]$"
    rf"|^(?:(?:尊敬的|敬爱的|亲爱的)?(?:各位|同志们)[^。；;：:]{{0,24}}|(?:{_PEOPLE}))[,，!！]?$"
)
_GLUED_SALUTATION = pattern(
    rf"^((?:尊敬的|敬爱的|亲爱的)?(?:各位[^。；;！？!?:：]{{1,40}}|"
    rf"(?:[^。；;！？!?:：，,、 ]{{1,12}}[、，, ]){{0,4}}(?:{_PEOPLE})))[:：]\s*"
)
_YEAR = r"(?:[12]\d{3}|20[\dXx×*]{2}|[二一][〇○零0O一二三四五六七八九]{3})"
_POSTS = "|".join(
    """
    书记 省长 市长 县长 区长 州长 旗长 乡长 镇长 部长 主任 局长 厅长 主席 院长 校长
    政委 会长 董事长 总经理 秘书长 司令 所长 处长 科长 站长 组长 常委 委员 领导 厂长
    经理
    """.split()
)
_BYLINE = pattern(
    rf"^[（(]?\s*{_YEAR}\s*年(?:\s*[\d一二三四五六七八九十XxX×*]+\s*月(?:\s*[\d一二三四五六七八九十XxX×*]+\s*日)?)?\s*(?:[上下]午)?\s*[）)]?$"
    rf"|^[（(][^。]{{2,40}}[）)]$|^(?:[^。；，,:：]{{0,30}}(?:{_POSTS})"
    r"(?:[\s　·]*[^\s。，,:：；、]{1,4}(?:[\s　]+[^\s。，,；:：]{1,2})?)?)$"
    r"|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$"
    r"|^(?:时间|地点|日期|作者|主讲人?|讲话人|发言人|报告人|会议时间|会议地点)[:：].{2,30}$"
)
_NAME = pattern(r"^[\u4e00-\u9fff](?:[\s　]*[\u4e00-\u9fff×Xx]){1,3}$")
_ENDS = "。！？!?；;…"
_NAMES_A_POST = pattern(rf"^(?!.*\d)[^（(]*(?:{_POSTS})")
_DASHES = ("——", "－－", "--", "──", "—")
# Two phrases or more, parted by blanks: what stands above the line that names the occasion.
_THEME = pattern("^[\u4e00-\u9fff“”、]{3,14}(?:[\\s　，,]+[\u4e00-\u9fff“”、]{3,14}){1,4}$")
_GREETING = pattern("^(?:大家|你们|您)?(?:早上|上午|中午|下午|晚上)?好$|^目\\s*录$|^来到")
_PREFACE = pattern(
    rf"(?:编者按|编者注|(?:下面|以下)(?:是|为)?.{{0,6}}小编|导语|导读|摘要|提要|简介|本文主要).{{10,1500}}?((?:各位[^。，：:]{{1,20}}|{_PEOPLE})[：:])"
)
_TAG = pattern(r"[\[【][^\]】]{1,30}[\]】](?=.)")
_SMALL = pattern("的")
_HEAD_LINE = 62
_NEAR = 160
_OFTEN = 5  # a title that stands more often is no title
_FIRST = 60  # lines in which a head is looked for


@dataclass(slots=True)
class Head:
    """The head of a speech as lines, and the lines of its body."""

    title: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    salutation: list[str] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    sure: bool = True


def is_title(text: str) -> bool:
    """Whether a line looks like the title of a speech."""
    return 3 <= len(text) <= _HEAD_LINE and _TITLE.match(text) is not None and not is_salutation(text)


def is_salutation(text: str) -> bool:
    """Whether a line addresses the hearers."""
    return len(text) <= _HEAD_LINE and _SALUTATION.match(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line says who speaks, when or where."""
    return len(text) <= 44 and _BYLINE.match(text) is not None


def begins_with_title(text: str) -> bool:
    """Whether running text begins with what may be a title."""
    return bool(_candidates(text))


def bare(title: str) -> str:
    """A title without year, number and words of a site: what it has in common with its repetitions."""
    return _DRESS.sub("", title)


def read_head(lines: Sequence[Line], given: str, report: Report) -> Head:
    """The head of a segment, its body behind it. given: the title that stood in the separator."""
    lines = _unglued([_untagged(line, report) for line in lines[:_FIRST]] + list(lines[_FIRST:]), given, report)
    end = _body_start(lines)
    head, body = list(lines[:end]), list(lines[end:])
    result = Head(body=body)
    while head and (is_salutation(head[-1].text) or head[-1].role is Role.SALUTATION):
        result.salutation.insert(0, head.pop().text)
    found = _title_block(head)
    first, last = found or (0, 0)
    for line in head[:first]:
        if _NAMES_A_POST.search(line.text) and is_byline(line.text):
            result.bylines.append(line.text)
            continue
        again = given or (head[first].text if found else "")
        why = _("the title again") if again and _same(line.text, again) else _("stands before the title")
        report.remove(line.text, why)
    result.title = [line.text for line in head[first:last]]
    behind = head[last:]
    odd = next((at for at, line in enumerate(behind) if _is_sentence(line)), len(behind))
    result.bylines += [line.text for line in behind[:odd]]
    if odd < len(behind):  # what is said before the salutation stays before it
        result.body = [*behind[odd:], *[Line(text) for text in result.salutation], *body]
        result.salutation = []
    if not result.title and given:
        result.title = [given]
    elif given and not report.on("doubled titles"):
        result.title.insert(0, given)
    elif given:
        report.remove(given, _("the title again"))
    result.sure = bool(found or given)
    return result


def _is_sentence(line: Line) -> bool:
    """Whether a line of the head is said to the hearers, and is not about the speech."""
    if line.role is Role.BYLINE or is_byline(line.text):
        return False
    return line.text[-1] in _ENDS + "：:" or _GREETING.match(line.text) is not None


def _body_start(lines: list[Line]) -> int:
    """The first line that is neither title nor byline nor salutation nor something small before them."""
    last_head = -1
    for at, line in enumerate(lines[:_FIRST]):
        text = line.text
        if line.role in (Role.TITLE, Role.BYLINE, Role.SALUTATION) or is_salutation(text):
            last_head = at
            if is_salutation(text):
                following = lines[at + 1 : at + 2]
                if not (following and is_salutation(following[0].text)):
                    return at + 1
        elif len(text) > _HEAD_LINE or (parse_marker(text) and not is_title(text)):
            break
        elif (is_title(text) and text[-1] not in _ENDS) or is_byline(text):
            last_head = at
        elif last_head >= 0 and len(text) > 24 and text[-1] in _ENDS:
            break
    else:
        at = min(len(lines), _FIRST)
    if last_head >= 0:
        named = [k for k in range(last_head + 1, at) if _NAME.match(lines[k].text)]
        return (named[0] if named and named[0] == last_head + 1 else last_head) + 1
    # No line says what it is: one short line above a body is its title all the same.
    if at >= 1 and lines[at - 1].text[-1] not in _ENDS + "：:，," and len(lines[at - 1].text) <= 40 and at < len(lines):
        return at
    return 0


def _title_block(head: list[Line]) -> tuple[int, int] | None:
    """Where in the head the title stands: from its first line to behind its last."""
    marked = [at for at, line in enumerate(head) if line.role is Role.TITLE]
    if marked:
        last = marked[-1] + 1
        while last < len(head) and head[last].text.startswith(_DASHES) and is_title(head[last].text):
            last += 1
        return marked[0], last
    titles = [at for at, line in enumerate(head) if is_title(line.text)]
    if not titles:
        rest = [at for at, line in enumerate(head) if not is_byline(line.text) and not _NAME.match(line.text)]
        return (rest[-1], rest[-1] + 1) if rest else None
    last = first = titles[-1]
    while last + 1 < len(head) and _KIND.fullmatch("".join(head[last + 1].text.split())):
        last += 1
    while first and _goes_on(head[first - 1].text, head[first].text):
        first -= 1
    return first, last + 1


def _goes_on(above: str, below: str) -> bool:
    """Whether a title broken into two lines begins above, or the theme of one stands there."""
    if is_byline(above) or is_salutation(above):
        return False
    if below.startswith(_DASHES):
        return above[-1] not in _ENDS + "：:"
    if _THEME.match(above) and not _KIND.search(above) and below.startswith(("在", "（在", "(在")):
        return True
    return above.endswith(("的", "上", "暨", "、")) or (len(below.replace(" ", "").replace("\u3000", "")) <= 5)


def _same(one: str, other: str) -> bool:
    one, other = bare(one), bare(other)
    return bool(one and other) and (one == other or one in other or other in one)


def _unglued(lines: list[Line], given: str, report: Report) -> list[Line]:
    """Lines in which title, salutation and body were run together, parted again."""
    known = [title for title in (given, *[line.text for line in lines[:_FIRST] if is_title(line.text)]) if title]
    for at, line in enumerate(lines[:_FIRST]):
        if len(line.text) > _HEAD_LINE:
            return [*lines[:at], *_parts(line, known, report), *lines[at + 1 :]]
        if match := _GLUED_SALUTATION.match(line.text):
            rest = line.text[match.end() :]
            if rest and not is_salutation(line.text):
                return [*lines[:at], Line(line.text[: match.end()].strip()), replace(line, text=rest), *lines[at + 1 :]]
        if is_salutation(line.text):
            following = lines[at + 1 : at + 2]
            if following and not _GLUED_SALUTATION.match(following[0].text):
                break
    return lines


def _untagged(line: Line, report: Report) -> Line:
    """A title line without what a site has put before it in square brackets."""
    match = _TAG.match(line.text)
    if not match or not is_title(line.text[match.end() :]):
        return line
    report.remove(match[0], _("stands before the title"))
    return replace(line, text=line.text[match.end() :])


def _parts(line: Line, known: list[str], report: Report) -> list[Line]:
    """Title, salutation and body of one line."""
    text, parts = line.text, []
    if report.on("doubled titles"):
        title, text = _leading_title(text, known, report)
        parts += [Line(title)] if title else []
    text = _without_preface(text, report)
    if match := _GLUED_SALUTATION.match(text[:_NEAR]):
        parts.append(Line(match[0].strip()))
        text = text[match.end() :]
    return [*parts, replace(line, text=text, gap=True)] if text else parts


def _without_preface(text: str, report: Report) -> str:
    """The text from its salutation on, where an editor's words stand before it."""
    match = _PREFACE.match(text)
    if not match:
        return text
    at = match.end() - len(match[1])
    report.remove(text[:at].strip(), _("an editor's words before the speech"))
    return text[at:]


def _leading_title(text: str, known: list[str], report: Report) -> tuple[str, str]:
    """The title at the beginning of running text, and the rest; repetitions are taken out."""
    title = ""
    if match := _TAG.match(text):
        report.remove(match[0], _("stands before the title"))
        text = text[match.end() :]
    for candidate in _candidates(text):  # once more, but for a 的
        after = text[len(candidate) : 2 * len(candidate) + 2]
        if (
            len(candidate) > 6
            and candidate not in after
            and _SMALL.sub("", after).startswith(_SMALL.sub("", candidate))
        ):
            report.remove(candidate, _("the title again"))
            text = text[len(candidate) :]
            break
    for candidate in [*known, *[bare(name) for name in known], *_candidates(text)]:
        if candidate and text.startswith(candidate) and len(candidate) > 3:
            rest = text[len(candidate) :]
            repeated = candidate in rest[: len(candidate) + 10]
            if (
                repeated
                or candidate in known
                or candidate in map(bare, known)
                or _GLUED_SALUTATION.match(rest[:_NEAR])
                or _PREFACE.match(rest)
            ):
                title = candidate
                break
    if not title:
        return "", text
    rest = text[len(title) :]
    for _again in range(_OFTEN):
        at = rest[: len(title) + 10].find(title)
        if not 0 <= at <= 10:
            break
        report.remove(rest[: at + len(title)], _("the title again"))
        rest = rest[at + len(title) :]
    return title, rest.lstrip()


def _candidates(text: str) -> list[str]:
    """Beginnings of a text that may be its title, the shortest first."""
    head = re.split("[。，,；;！：:]", text[:_HEAD_LINE])[0]
    return [head[: match.end()] for match in _KIND.finditer(head) if match.end() > 3]
