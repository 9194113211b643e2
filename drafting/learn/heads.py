"""The head of a speech: title, lines of date, speaker and place, salutation; each known by how such lines look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.patterns import pattern
from drafting.draft import Role
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.head_cleaning import (
    PREFACE,
    TAG,
    before_the_salutation,
    begun_again,
    once,
    untagged,
    without_category,
    without_preface,
    without_title,
)
from drafting.learn.headlines import (
    ABOVE,
    ENDS,
    GLUED_SALUTATION,
    HEAD_LINE,
    KIND,
    NAME,
    bare,
    beginnings,
    broken_title,
    glued_bylines,
    is_byline,
    is_salutation,
    is_title,
    issues,
)
from drafting.learn.model import Line

_DASHES = ("——", "－－", "--", "──", "—")
# Two phrases or more, parted by blanks: what stands above the line that names the occasion.
# A slogan on a line of its own, known by the verb that it begins with.
_SLOGAN = pattern(
    "^(?:坚定|坚持|奋力|奋勇|奋进|奋楫|凝心|凝聚|团结|锐意|解放|全面|全力|深入|努力|加快|推动|推进|开创|谱写|勇[担立当]|聚焦|真抓|攻坚"
    "|扎实|乘势|砥砺|牢记|不忘|强化|提升|踔厉|笃行|实干|抢抓|抓住|同心|齐心|紧扣|守正|改革|创新|为.{4}|以.{4}|把.{4}|让.{4})"
    "[\u4e00-\u9fff“”、\\s　]{6,34}$"
)
_THEME = pattern("^[\u4e00-\u9fff“”、]{3,14}(?:[\\s　，,]+[\u4e00-\u9fff“”、]{3,14}){1,4}$")
_GREETING = pattern("^(?:大家|你们|您)?(?:早上|上午|中午|下午|晚上)?好$|^目\\s*录$|^来到")
_LATIN_TITLE = pattern(r"(?!.*(?:www|http|[@|/_]))[A-Z][A-Za-z',.:&\d-]*(?:\s+[A-Za-z\d][A-Za-z',.:&\d-]*){2,}$")
_SMALL = pattern("的")
_NO_THEME_ENDS = "。；;…：:"  # a theme may call out, or ask
# A line of a title that stops within the name of the occasion: ×××同志在全市农村
_OPEN_TITLE = pattern(
    "^[^。，：:]{0,24}在(?!.*(?:上(?![海半级市门])|中(?![共国央小医层学心])|时(?!代)|期间|之际)的?)[^。，：:]{2,40}$"
)
_NEAR = 160
_MOTTO = 4  # characters of a phrase; a name has fewer
_OFTEN = 5  # a title that stands more often is no title
_FIRST = 60  # lines in which a head is looked for


@dataclass(slots=True)
class Head:
    """The head of a speech as lines, and the lines of its body. above: bylines that stand before the title."""

    above: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    salutation: list[str] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    sure: bool = True


def read_head(lines: Sequence[Line], given: str, report: Report) -> Head:
    """The head of a segment, its body behind it. given: the title that stood in the separator."""
    first_lines = [part for line in lines[:_FIRST] for part in untagged(line, report)]
    lines = begun_again(_unglued([*first_lines, *lines[_FIRST:]], given, report), report)
    end = _body_start(lines)
    head, body = list(lines[:end]), list(lines[end:])
    result = Head(body=body)
    while head and (is_salutation(head[-1].text) or head[-1].role is Role.SALUTATION):
        result.salutation.insert(0, head.pop().text)
    head = without_category(head, report)
    found = _title_block(head)
    first, last = found or (0, 0)
    if first and _LATIN_TITLE.match(head[first - 1].text):  # the title in another language
        first -= 1
    for at, line in enumerate(head[:first]):
        again = given or (head[first].text if found else "")
        is_issuer = at == first - 1 and issues(line.text, head[last - 1].text)
        if (is_issuer or _is_above(line.text)) and not (again and bare(again) in bare(line.text)):
            result.above.append(line.text)
            continue
        why = _("the title again") if again and _same(line.text, again) else _("stands before the title")
        report.remove(line.text, why)
    result.title = [line.text for line in head[first:last]]
    behind = head[last:]
    while result.title and behind and _is_motto(behind[0].text):
        result.title.append(behind.pop(0).text)
    odd = next((at for at, line in enumerate(behind) if _is_sentence(line)), len(behind))
    result.bylines += once([line.text for line in behind[:odd]], report)
    if odd < len(behind):  # what is said before the salutation stays before it
        result.body = [*behind[odd:], *[Line(text) for text in result.salutation], *body]
        result.salutation = []
    if not result.title and given:
        result.title = [given]
    elif given and not report.on("doubled titles"):
        result.title.insert(0, given)
    elif given:
        report.remove(given, _("the title again"))
    result.body = without_title(result.body, result.title, report)
    result.sure = bool(found or given)
    return result


def _is_above(text: str) -> bool:
    """Whether a line above the title says who speaks or when, and is no other title that begins with a year."""
    if ABOVE.match(text) is None or not (is_byline(text) or text.endswith("同志")):
        return False
    return not (text[0].isdecimal() and is_title(text))


def _is_sentence(line: Line) -> bool:
    """Whether a line of the head is said to the hearers, and is not about the speech."""
    if line.role is Role.BYLINE or is_byline(line.text):
        return False
    return line.text[-1] in ENDS + "：:" or _GREETING.match(line.text) is not None


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
        elif len(text) > HEAD_LINE or (parse_marker(text) and not is_title(text)):
            break
        elif (is_title(text) and text[-1] not in ENDS) or is_byline(text):
            last_head = at
        elif last_head >= 0 and len(text) > 24 and text[-1] in ENDS:
            break
    else:
        at = min(len(lines), _FIRST)
    if last_head >= 0:
        named = [k for k in range(last_head + 1, at) if NAME.match(lines[k].text)]
        return (named[0] if named and named[0] == last_head + 1 else last_head) + 1
    # No line says what it is: one short line above a body is its title all the same.
    if at >= 1 and lines[at - 1].text[-1] not in ENDS + "：:，," and len(lines[at - 1].text) <= 40 and at < len(lines):
        return at
    return 0


def _title_block(head: list[Line]) -> tuple[int, int] | None:
    """Where in the head the title stands: from its first line to behind its last."""
    marked = [at for at, line in enumerate(head) if line.role is Role.TITLE]
    while len(marked) > 1 and is_byline(head[marked[-1]].text) and not is_title(head[marked[-1]].text):
        marked.pop()  # the style of a subtitle, for who speaks and when
    if marked:
        last = marked[-1] + 1
        while last < len(head) and head[last].text.startswith(_DASHES) and is_title(head[last].text):
            last += 1
        return marked[0], last
    titles = [at for at, line in enumerate(head) if is_title(line.text)]
    if not titles and (whole := broken_title([line.text for line in head])):
        return whole
    if not titles:
        rest = [at for at, line in enumerate(head) if not is_byline(line.text) and not NAME.match(line.text)]
        return (rest[-1], rest[-1] + 1) if rest else None
    last = first = titles[-1]
    while last + 1 < len(head) and KIND.fullmatch("".join(head[last + 1].text.split())):
        last += 1
    while first and _goes_on(head[first - 1].text, head[first].text):
        first -= 1
    while (
        first and head[titles[-1]].text.startswith((*_DASHES, "在", "（在", "(在")) and _is_theme(head[first - 1].text)
    ):
        first -= 1
    return first, last + 1


def _is_theme(text: str) -> bool:
    """Whether a line above the one that names the occasion says what the speech calls for."""
    is_theme = _SLOGAN.match(text) or _THEME.match(text)
    return is_theme is not None and not KIND.search(text) and not is_byline(text) and not is_salutation(text)


def _is_motto(text: str) -> bool:
    """Whether a line below the title says what the speech calls for, in phrases of one length: no name ends it."""
    phrases = text.split()
    return _is_theme(text) and len({len(phrase) for phrase in phrases}) == 1 and len(phrases[-1]) >= _MOTTO


def _goes_on(above: str, below: str) -> bool:
    """Whether a title broken into two lines begins above, or the theme of one stands there."""
    if is_byline(above) or is_salutation(above):
        return False
    if below.startswith(_DASHES):
        return above[-1] not in _NO_THEME_ENDS
    if _OPEN_TITLE.match(above) and not is_title(above) and not below.startswith("在") and is_title(above + below):
        return True
    return above.endswith(("的", "上", "暨", "、")) or (len(below.replace(" ", "").replace("\u3000", "")) <= 5)


def _same(one: str, other: str) -> bool:
    one, other = _SMALL.sub("", bare(one)), _SMALL.sub("", bare(other))
    return bool(one and other) and (one == other or one in other or other in one)


def _unglued(lines: list[Line], given: str, report: Report) -> list[Line]:
    """Lines in which title, salutation and body were run together, parted again."""
    known = [title for title in (given, *[line.text for line in lines[:_FIRST] if is_title(line.text)]) if title]
    known += [title.rpartition("：")[2] for title in [one.replace(":", "：") for one in known] if "：" in title]
    for at, line in enumerate(lines[:_FIRST]):
        if len(line.text) > HEAD_LINE:
            return [*lines[:at], *_parts(line, known, report), *lines[at + 1 :]]
        if match := GLUED_SALUTATION.match(line.text):
            rest = line.text[match.end() :]
            if rest and not is_salutation(line.text):
                return [*lines[:at], Line(line.text[: match.end()].strip()), line._replace(text=rest), *lines[at + 1 :]]
        if run_in := before_the_salutation(line.text):
            behind = line._replace(text=line.text[len(run_in) :].lstrip())
            return [*lines[:at], Line(run_in, role=Role.TITLE), behind, *lines[at + 1 :]]
        if is_salutation(line.text):
            following = lines[at + 1 : at + 2]
            if following and not GLUED_SALUTATION.match(following[0].text):
                break
    return lines


def _parts(line: Line, known: list[str], report: Report) -> list[Line]:
    """Title, salutation and body of one line."""
    text, parts = line.text, []
    if report.on("doubled titles"):
        title, text = _leading_title(text, known, report)
        parts += [Line(title)] if title else []
        if not title and (run_in := before_the_salutation(text)):
            parts.append(Line(run_in, role=Role.TITLE))
            text = text[len(run_in) :].lstrip()
    text = without_preface(text, report)
    for byline in glued_bylines(text[:_NEAR]):
        parts.append(Line(byline.strip()))
        text = text[len(byline) :]
    if match := GLUED_SALUTATION.match(text[:_NEAR]):
        parts.append(Line(match[0].strip()))
        text = text[match.end() :]
    return [*parts, line._replace(text=text, gap=True)] if text else parts


def _ends_here(title: str, rest: str, names: Collection[str]) -> bool:
    """Whether what follows at once says that a title ends here: the title again, a byline, the salutation."""
    return (
        rest.lstrip().startswith(title)
        or title in names
        or GLUED_SALUTATION.match(rest[:_NEAR].lstrip()) is not None
        or bool(glued_bylines(rest[:_NEAR]))
        or PREFACE.match(rest) is not None
    )


def _leading_title(text: str, known: list[str], report: Report) -> tuple[str, str]:
    """The title at the beginning of running text, and the rest; repetitions are taken out."""
    if match := TAG.match(text):
        report.remove(match[0], _("stands before the title"))
        text = text[match.end() :]
    for candidate in beginnings(text):  # once more, but for a 的
        after = text[len(candidate) : 2 * len(candidate) + 2]
        if (
            len(candidate) > 6
            and candidate not in after
            and _SMALL.sub("", after).startswith(_SMALL.sub("", candidate))
        ):
            report.remove(candidate, _("the title again"))
            text = text[len(candidate) :]
            break
    names = {*known, *map(bare, known)}
    likely = [
        name for name in (*known, *map(bare, known), *beginnings(text)) if len(name) > 3 and text.startswith(name)
    ]
    title = next((name for name in likely if _ends_here(name, text[len(name) :], names)), "")
    title = title or next((name for name in likely if name in text[len(name) : 2 * len(name) + 10]), "")
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
