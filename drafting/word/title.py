"""A long title in lines of like length that keep words whole (GB/T 9704-2012, 7.3.1), without a line break in its text.

The lines come about by the indents left and right of the title, so a person who changes a word has nothing to undo.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from drafting.word.layout import points

# Words of titles that a line must not end within; a break between any other characters is taken as it comes.
_WORDS = frozenset(
    """
    讲话 致辞 发言 报告 会议 大会 工作 动员 部署 总结 表彰 座谈 推进 现场 启动 仪式 誓师 主题 专题 上的 关于
    意见 通知 决定 方案 办法 规划 计划 要点 活动 任务 目标 责任 考核 评估 验收 复审 复评 迎检 迎接 迎评 再动 创建 争创
    机关 单位 县直 市直 区直 省直 直属 全省 全市 全县 全区 全国 全镇 全乡 全校 全院 全局 公司 集团 企业 学校 医院
    社区 街道 乡镇 基层 群众 干部 党员 青年 职工 队伍 人才 班组 建设 发展 经济 改革 创新 安全 生产 质量 服务 管理
    文明 精神 组织 宣传 统战 党建 政治 思想 理论 学习 贯彻 教育 培训 落实 加强 做好 开展 推动 促进 深化 实施 提高
    提升 完善 健全 强化 规范 重要 攻坚 整治 治理 改造 更新 环境 人居 生活 污水 垃圾 隐患 排查 防汛 抗旱 防火 水利
    交通 住房 保障 民生 就业 医疗 健康 卫生 生态 财政 税务 审计 统计 项目 投资 招商 营商 窗口 作风 效能 纪律 监督
    廉政 法治 平安 信访 网络 信息 数字 科技 文化 旅游 体育 农村 农业 乡村 振兴 城市 城乡 县城 城区 社会 志愿 义务
    优质 均衡 优秀 教师 师生 中小 小学 高校 高等 全会 会员 等级
    老旧 小区 校园 课堂 行车 秋季 春季 学期 年度 季度 省级 市级 县级 国家
    """.split()
)
# Terms that had rather not be parted, though each half of them is whole.
_TERMS = """
    精神文明 动员大会 动员会 工作会议 座谈会 推进会 现场会 表彰大会 总结大会 誓师大会 部署会 卫生县城 志愿服务 党的建设
    县直机关 市直机关 区直机关 省直机关 乡村振兴 安全生产 生态环境 营商环境 思想政治 宣传思想 精神文明建设 人居环境
    """.split()
_QUOTED = re.compile("“[^“”]{1,8}”")  # “创先争优”活动
_NOT_FIRST = "的上、，。：；！？）》”’〉年月日"
_NOT_LAST = "（《“‘〈—暨"
# Figures and letters take half a character in Chinese fonts; where one stands in for them they are wider and set apart.
_NARROW, _WIDE, _APART = 0.5, 0.64, 0.2
_SPARE = 0.97  # of a character, so that the last one of a line is sure to fit and the next one is not
_FEW = 2.5  # characters that look lost in a line of their own


def side_indent(text: str, size: float, room: int) -> int:
    """The indent on either side, in twips, that breaks `text` well; 0 where it fits in one line or has its own breaks.

    size: of the font in points. room: the width of the text area in twips.
    """
    character = points(size)
    narrow, wide = _widths(text, _NARROW, 0), _widths(text, _WIDE, _APART)
    most = room // character
    if sum(wide) <= most or "\n" in text or "\t" in text:
        return 0
    lines = -int(-sum(wide) // most)
    parted = _parted(text)
    widths = range(-int(-sum(narrow) // lines), most)
    chosen = min(widths, key=lambda width: _faults(text, parted, (narrow, wide), width, lines), default=most)
    return int(room - (chosen + _SPARE) * character) // 2 if chosen < most else 0


def _widths(text: str, ascii_width: float, apart: float) -> list[float]:
    """The widths of the signs, in characters; apart: the gap between a figure or letter and Chinese."""
    beside = [False, *[one.isascii() != other.isascii() for one, other in pairwise(text)]]
    return [(ascii_width if sign.isascii() else 1.0) + apart * gap for sign, gap in zip(text, beside, strict=False)]


def _parted(text: str) -> frozenset[int]:
    """The places within the terms in `text`, and within short words in quotation marks."""
    found = {place for match in _QUOTED.finditer(text) for place in range(match.start() + 1, match.end())}
    for term in _TERMS:
        at = text.find(term)
        while at >= 0:
            found.update(range(at + 1, at + len(term)))
            at = text.find(term, at + 1)
    return frozenset(found)


def _faults(
    text: str, parted: frozenset[int], fonts: tuple[list[float], list[float]], width: int, lines: int
) -> tuple[int, int, bool, int]:
    """What is wrong with lines of that width, the worst first, whichever of the fonts is there.

    Words cut, lines too many or left with a character or two; terms parted; a break that hangs on the font; the width,
    as the narrowest has the most even lines.
    """
    bad = poor = 0
    found = [_breaks(widths, width + _SPARE) for widths in fonts]
    for breaks, widths in zip(found, fonts, strict=True):
        bad += sum(_cuts(text, place) for place in breaks)
        bad += (len(breaks) >= lines) + _is_lost(breaks, widths)
        poor += sum(place in parted for place in breaks)
    return bad, poor, found[0] != found[1], width


def _breaks(widths: Sequence[float], width: float) -> list[int]:
    """Where lines of at most `width` characters end."""
    breaks, used = [], 0.0
    for place, wide in enumerate(widths):
        if used + wide > width:
            breaks.append(place)
            used = 0.0
        used += wide
    return breaks


def _is_lost(breaks: Sequence[int], widths: Sequence[float]) -> bool:
    """Whether the last line has a character or two."""
    return bool(breaks) and sum(widths[breaks[-1] :]) < _FEW


def _cuts(text: str, place: int) -> bool:
    if text[place] in _NOT_FIRST or text[place - 1] in _NOT_LAST or text[place - 1 : place + 1].isascii():
        return True
    return text[place - 1 : place + 1] in _WORDS
