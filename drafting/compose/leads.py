"""What an answer says first, where the wording before it has said the same in another word (在于因为, 力争确保)."""

from __future__ import annotations

from collections.abc import Iterable

from drafting.chinese.patterns import pattern

MUST = "要(?![素求点件害闻塞道地务旨领紧不])，?"
_AIMED = "力争|力求|争取|务求|确保"
_CALLS = ("让我们", "希望")

# How the wording ends, and how an answer begins that says it again.
_LEADS = (
    (  # behind these stands what is done, and no 要: 为要查清, 从而要减少, 坚定要办好的信心
        f"{_AIMED}|做到|[还就]得|围绕|坚定|着力|切实|才能|以便|借此|以此|从而|为的是|重在|图的是|冲着|通过|只有"
        "|(?<![作成认以行])为了?|目标[^，。；：！？]{0,4}[是为]：?|目标[^，。；：！？]{0,6}：",
        MUST,
    ),
    (_AIMED, f"(?:{_AIMED}|务必)(?!上游|一流)"),
    ("[^。！？]", "(?:我们的|总的?|根本)?(?:目标|目的)(?:就?是|：)"),
    ("在于|是因为|因为|由于", "(?:主要|根本)?(?:原因|根源)?(?:是因为|是由于|在于|是(?!否))|因为|由于"),
    ("(?:比如|例如|譬如)[，：]", "(?:比如|例如|譬如)[，：]?"),
    (
        "(?:强调|指出|批示|批示说|叮嘱我们|嘱咐|[说讲]的是|核心是|大意是)[，：]?",
        "(?:强调|指出|批示|叮嘱|嘱咐)(?:[，：]|(?![的了过]))",
    ),
    ("(?<![存现正内所潜自实])在", "在(?![于乎意职岗校编线建位家场座])"),
    ("(?:增加|减少|增|减|升|降|提高|下降|上升)到", "到(?![位场岗会达底])"),
    ("看的是|[，；]是", "看的是"),
    ("(?:还|仍)有[^，。；：！？]{1,12}：", "(?:还|仍)有"),  # 还有差距：还有18间租金十年没涨过
)
_READ = tuple((pattern(f"(?:{ends})$"), pattern(begins)) for ends, begins in _LEADS)


def without_lead(wording: str, answer: str) -> str:
    """The answer without what the wording before it has said."""
    for ends, begins in _READ:
        found = begins.match(answer)
        if found and found.end() < len(answer) and ends.search(wording):
            answer = answer[found.end() :]
    return answer


_ATTRIBUTED = pattern(
    "([^，。；：！？]{2,20}?)(?:同志)?(?:专门|明确|再三)?(?:在批示中|作出批示)?，?(?:强调|要求|指出|嘱咐|叮嘱|批示)(?:我们)?(?:[，：]|(?![的了过]))"
)


def told_twice(who: Iterable[str], answer: str) -> int:
    """How many characters at the beginning of an answer say who told it, where one of `who` stands before it.

    集团董事长要求， of 集团董事长要求，…… behind 集团董事长作出批示，强调.
    """
    found = _ATTRIBUTED.match(answer)
    if not found or found.end() == len(answer):
        return 0
    giver = found[1].removesuffix("同志")
    return found.end() if any(name.removesuffix("同志").endswith(giver) for name in who) else 0


def called_twice(said: str, answer: str) -> int:
    """How many characters at the beginning of an answer call for something in a sentence that did so: 让我们, 希望.

    said: what stands of the sentence.
    """
    return next((len(call) for call in _CALLS if call in said and answer.startswith(call)), 0)
