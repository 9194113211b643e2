"""The foot of an official paper behind the last words of a speech: subject words, copies to, who printed it, when."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.headlines import BODIES
from drafting.learn.model import Line

_YEAR = r"(?:\d{4}|二[〇○零0O][〇○零0O一二三四五六七八九]{2})"
_PRINTED = rf"{_YEAR}\s*年\s*[\d一二三四五六七八九十]{{1,3}}\s*月\s*[\d一二三四五六七八九十]{{1,3}}\s*日\s*印(?:发|制)?"
_FOOT = pattern(
    rf"^(?:主题词|抄送|抄报|分送|印送|[报送发]|联系人|联系电话|校对|核稿|拟稿)[:：].+$|^(?:[^。，,；！？：:]{{2,40}}[\s\u3000]+)?{_PRINTED}$"
    rf"|^(?!.*由)[^。，,；！？：:、]{{0,30}}(?:{BODIES})[\s\u3000]*印(?:发|制)$"
    r"|^[（(]?(?:共印|印数[:：]?)\s*\d+\s*份[）)]?。?$|^[（(]此件[^）)]{0,12}(?:公开|发布|传达)[^）)]{0,6}[）)]$"
    r"|^(?:信息)?公开(?:选项|属性|类别|方式)[:：].{2,10}$"
)
_DAY = pattern(rf"^{_PRINTED}$")
_OFFICE = pattern(rf"^[^。，,；！？：:、]{{2,30}}(?:{BODIES})$")


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines of a speech without such a foot; unchanged where there is none."""
    end = len(lines)
    while end > 1 and (_FOOT.match(lines[end - 1].text) or _is_office(lines, end - 1)):
        end -= 1
    for line in lines[end:]:
        report.remove(line.text, _("the foot of the paper that the speech was printed on"))
    return lines[:end] if end < len(lines) else lines


def _is_office(lines: list[Line], at: int) -> bool:
    """Whether a line names the office that printed the paper, with the day on the next."""
    return (
        at + 1 < len(lines) and _DAY.match(lines[at + 1].text) is not None and _OFFICE.match(lines[at].text) is not None
    )
