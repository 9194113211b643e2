"""The form of a heading: its clauses, how long they are, and how it begins. Told from the characters alone."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.chinese.clauses import ACT, clauses_of
from drafting.chinese.patterns import pattern

_MODAL = pattern("要(?![素求点件害闻塞道地务领]|不要)|必须|务必")
_MUST_INSIDE = pattern(
    "[^要，]{1,6}(?<![不主重需必纲首次摘紧将简提只])(?:要(?![素求点件害闻塞道地务领])|必须|务必)"
)  # 船要查
_QUESTION = pattern(r"为什么|为何|怎么|怎样|如何|靠什么|凭什么|由谁|谁来|什么|哪[些里个]|([要能该会行是])不\1")
_ANYBODY = pattern(r".*(谁|哪[里个些]|什么|怎么|怎样).+\1|(?:无论|不论|不管|没有?)")  # 谁的山头谁来守, 哪里薄弱补哪里
_FRAME = pattern(  # 把…, 让…, 以…: a heading in such a frame has another build than a verb with its object
    "关于|把(?![准握牢好关稳脉])|将(?!军)|让(?!利)|使(?!用)|以(?![往来及后])|从(?=.+[上中里下看抓到入出])(?![严快速优细实重紧])"
    "|由(?=.+[到向为转变])|在(?=.+[上中里下前])|对(?=.)(?![标照接准口])|向(?=.+要)|靠(?!前)|用(?=.+的.)"
)
_ADVERB = pattern(
    "(?:进一步|不断|继续|着力|努力|切实|深入|扎实|全力|认真|大力|全面|积极|从严|严格|抓紧|着手|稳妥|持续|加快)+地?"
)
_THING = pattern(".*(?:工作|问题|情况)$")
_DOES = pattern(  # more verbs than ACT has, and single ones with what they result in: 稳住老师, 开好讲解会
    "清[点查理]|加快|加[大固]|检[查修]|排查|修[建订缮]|核[对查]|减[少轻]|压[缩减]|发展|推选|选[派聘]|培训(?!班|费)"
    "|[管建修备查守用补配选练清堵理盯抓做办搞装改织稳看防带盘摸找种养治排保兜筑留讲开][好住足清齐牢稳准透紧严]"
)
_BARE = pattern(  # names alone, beside which 稳住老师 is built otherwise
    "(?:经费|资金|资产|人员|人手|人才|队伍|班子|干部|党员|师资|制度|机制|体制|责任|安全|质量|效率|纪律|作风|秩序|环境|卫生|设备"
    "|设施|器材|物资|后勤|场地|阵地|项目|产业|民生|生态|交通|市场|技术|信息|数据|网络|文化|思想|教学|教育|培训|管理|服务|宣传|生产)$"
)
_HOW = (  # first halves that tell how it is done, or do it themselves: 集中整治, 接受监督
    "主动|自觉|跟踪|上门|靠前|精[细准心]|集中|统一|依法|从严|定期|全[员程面]|恢复|发动|引导|参与|配合|支持|服从|争取|投入|[狠严常]抓"
    "|深挖|用心|贴身|带头|跟进|优先|科学|有序|分[类级片]|联[合动]|接受|方便|热情|逐[一户个]|及时|重点|专项|彻底|持续|反复|搞活|放开"
)
_NAMED = pattern(  # four characters, the first two of which have the others done to them: 船员培训, 立案提速
    f"(?!{_HOW})"
    "..(?:培训|更新|管理|保管|值守|清[点理]|检[查修]|排查|维[护修]|巡查|提[速质升效]|增[效收]|减[负排]|改造|建设|整治|治理|服务"
    "|监督|保障|宣传|教育|养护|防护|生产)$"
)
# What is spoken of, said in full: 作业辅导质量, 夜间值班安全; its first two characters do nothing.
_OF_SOMETHING = pattern(
    f"(?!{_HOW})[^，抓保提促管守护建治改创增强防严优补练稳看盯查用靠让使重讲比求争拼把对向要更转变端整净树塑育培]{{2}}.{{0,2}}"
    "(?:辅导|值班|培训|管理|值守|保管|检查|维护|巡查|建设|整治|治理|服务|监督|保障|宣传|教育|教学|养护|生产|施工|供应|办理|审批|接待)"
    "(?:质量|水平|效率|秩序|安全|环境|队伍|作风|能力|经费|资金|设施|设备|制度|机制|体系|待遇|形象|风气|成效|效果)$"
)
_UNFRAMED = ("", "act", "thing")
_NO_LENGTH = frozenset("“”‘’《》〈〉（）()。！？!?…")


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a heading.

    clauses: their texts; lengths: their characters without marks. opening: the frame it stands in (把, 以, 关于), "ask"
    for a question, "act" or "thing" where a verb or a name can be told, else "". modal: it says 要 or 必须.
    """

    clauses: tuple[str, ...]
    lengths: tuple[int, ...]
    opening: str
    modal: bool

    @property
    def frame(self) -> str:
        """The frame, or "ask"; "" for a heading in none."""
        return "" if self.opening in _UNFRAMED else self.opening


def form_of(heading: str) -> Form:
    """The form of a heading as it is read, its enumerator apart."""
    text = heading.strip("。！ ")
    clauses = clauses_of(text)
    lengths = tuple(sum(sign not in _NO_LENGTH for sign in clause) for clause in clauses)
    modal = _MODAL.match(text)
    first = clauses[0] if clauses else ""
    opening = "ask" if _asks(text) else _opening(first[modal.end() :], "act") if modal else _opening(first)
    inside = not modal and opening in _UNFRAMED and len(clauses) == 1 and _MUST_INSIDE.match(first)
    return Form(clauses, lengths, opening, bool(modal or inside))


def _asks(text: str) -> bool:
    if text.endswith(("？", "?", "吗", "呢")):
        return True
    return _QUESTION.search(text) is not None and not _ANYBODY.match(text)


def _opening(clause: str, otherwise: str = "") -> str:
    if frame := _FRAME.match(clause):
        return "把" if frame.group() == "将" else frame.group()  # 把灯修好, 将网补牢: one build
    if ACT.match(clause) or _ADVERB.match(clause) or _DOES.match(clause):
        return "act"
    return otherwise or (
        "thing" if any(named.match(clause) for named in (_THING, _NAMED, _BARE, _OF_SOMETHING)) else ""
    )
