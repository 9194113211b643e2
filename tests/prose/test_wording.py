"""Wording holds joints only: nothing of what belongs to the facts."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from drafting.draft import Draft
from tests.prose.shipped import EXAMPLES, OUTLINES, ROOT, loaded
from tests.prose.ways import clauses, phrases

TEMPLATES = sorted((ROOT / "templates").rglob("*.j2"))
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)

# What no wording may say, for it belongs to the facts or the house file: persons, times, ranks of places, trades,
# policies and their slogans, and what only one meeting has (speakers on a platform, a figure that doubled).
BOUND = """
习近平 邓小平 毛泽东 江泽民 胡锦涛 李克强 李强 主席 总书记 总理 省长 市长 区长 县长 镇长 省委书记 市委书记 县委书记
今年 明年 去年 本年 本月 上月 下月 月底 上半年 下半年 季度 年底 年末 年初 岁末 岁首 本周 上周 下周
春节 元旦 国庆 中秋 春季 夏季 秋季 冬季 春耕 三夏 秋收 防汛 严冬 盛夏
今春 今夏 今秋 今冬 入夏 入冬 汛期 酷暑 寒冬 数九 梅雨 春运 暑期 暑假 寒假 开学 期末 年关 新春 腊月 正月 抢晴天
前年 后年 近三年 近五年 上个季度 本季度 十四五 十五五 本届 换届 任期
全国 全省 全市 全县 全区 全镇 全乡 全村 全街道 我国 我省 我市 我县 我区 我镇 国务院 省委 市委 县委 区委
咱县 咱市 咱镇 咱们县 咱们市 咱们镇 咱们厂 咱们校 本县 本市 本镇 本乡 本村 居委 村委 街道 社区
省政府 市政府 县政府 区政府 镇政府 北京 上海 中央 两会
新时代 中国特色 社会主义 小康 现代化 科学发展 三个代表 二十大 十九大 中国梦 和谐社会 共同富裕 高质量发展
乡村振兴 脱贫 扫黑 疫情 创文 双创 五年规划 两个维护 四个意识 四个自信 两个确立 三严三实 主题教育 初心 使命
新发展 放管服 营商环境 供给侧
政治机关 刀刃向内 守正创新 钉钉子精神 久久为功 一张蓝图 善作善成 新的征程 新征程 砥砺前行 只争朝夕 撸起袖子 绿水青山
师生 学生 教师 患者 病人 游客 旅客 乘客 居民 村民 农户 农民 企业家 商户 车间 工厂 病房 门诊 课堂 田间 庄稼 窗口 轮班
用地 拆迁 钉子户 台上发言 上台发言 台下就座 到会的企业 主席台 颁奖 翻了一番 翻番 翻两番 倍增 创历史新高 再创新高
首次突破 打铁还需自身硬 同舟共济者赢 奋斗正当其时 奋斗正当时 先立后破 容错纠错 问题导向 家庭美德 职业道德 社交圈
生活圈 一座堡垒 一面旗帜 高高飘扬 宁听骂声 安全责任重于泰山 用心用情 新气象、新作为 为什么出发 能办”向“好办
新质生产力 中国式 以人民为中心 人民至上 三农 四风 八项规定 两学一做 巡视 巡察 最多跑一次 枫桥 河长 网格 最后一公里
关键少数 红红脸 新常态 双减 双碳 数字化 一带一路 空谈误国 实干兴邦 滚石上山 弯道超车 换道超车 放水养鱼 腾笼换鸟
千万工程 美丽乡村 文明城市 卫生城市 平安建设 雪亮 一网通办 揭榜挂帅 赛马 提质增效 高水平 双随机 共建共享
踔厉奋发 笃行不怠 赶考 压舱石 伟大复兴 惩前毖后 治病救人 重于泰山 一茬接着一茬 自我革新 自我革命 挂帅 百年大计
空谈无益 蓝图已经绘就 心往一处想
抓一级 层层抓 金杯 备而不用 有一分热 发一分光 车头带 拾柴 泰山移 其利断金 粮草先行 回头箭 退堂鼓 一分耕耘
一分汗水一分收获 严是爱 行必果 半九十 始于足下 不成林 不成线 千人同心 不进则退 知劲草 就怕站 划桨开大船
是骡子是马 好钢用在 灯不拨不亮 解决问题是担当 关键时刻看作为 堂堂正正做人 困难留给自己 麻烦留给自己 不喊“给我上”
说了就算，定了就干 身边事教育 做给一级看 带着一级 一任接着一任 合则力强 干字当头 没有小事 响鼓 真金不怕 纸包不住火
前车之覆 二回熟 刀不磨 重千钧 偏爱有心人 宁肯我们多流
""".split()
# What a wording would have to know to say it: that it was said before, is old, well known or seen by all, or how the
# hall is disposed.
PRESUMED = """
以前讲过 讲过多次 多次讲过 多次强调 反复强调 再三强调 今天再强调 一再强调 众所周知 大家都知道
谁都知道 并不新 不新鲜 不算新鲜 接着抓 抓到现在 抓得久 抓了多年 还要抓多久 忙了很久 忙了这么久
爬坡的一段 不是一天形成 老问题 老生常谈 年年部署 年年落空 常听人说 难得专门 活动常有 一直在往上走
信心也更足 好样子看到了 所见所闻 现场看到的 先前的投入 当初说要办 正在赶上来 各处都有 虽然只在少数
""".split()
FIGURE = re.compile(
    r"[0-9０-９A-Za-z%％]|[二一][〇○零][一二三四五六七八九〇]{2}|[一二三四五六七八九十]+(?:月|季度)"
    r"|[两三四五六七八九十]+(?:点|项|条|层|个方面)(?:意见|要求|任务|工作|意思|措施)"  # counted by the program
)
PERSON = re.compile(r"name: *(\w+), post|speaker: .*　(\w{2,3})")
PLACE = re.compile(r"(?<![^\W各全])([^\W各全个本同从乡县]{2})(?=镇|社区)|organisation: *(\w+?)(?:县|市|区|镇)")


def wordings(outline: str) -> dict[str, str]:
    """What an outline can say of itself, tags cut out: templates, headings, texts; not what is computed."""
    whole = loaded(outline).prepared
    said = {f"templates/{name}.j2": text for name, text in whole.kept.texts.items()}
    for part in whole.outline.walk():
        for wording in filter(None, (part.heading, part.lead, part.text)):
            said |= {f"outlines/{outline}.yaml:{place.line}": way for way, place in wording.each()}
    return {where: TAGS.sub("\n", text) for where, text in said.items()}


def invented() -> set[str]:
    """The people and the places of the examples: from the house files, speakers, towns."""
    texts = [path.read_text("utf-8") for path in EXAMPLES.glob("*.yaml")]
    found = [groups for text in texts for sought in (PERSON, PLACE) for groups in sought.findall(text)]
    return {name for groups in found for name in groups if name}


@pytest.mark.parametrize("outline", OUTLINES)
def test_no_wording_holds_what_belongs_to_the_facts(outline: str) -> None:
    bound = [*BOUND, *invented()]
    found = [f"{where}: {word}" for where, text in wordings(outline).items() for word in bound if word in text]
    found += [f"{where}: {figure}" for where, text in wordings(outline).items() for figure in FIGURE.findall(text)]
    assert found == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_no_wording_says_what_it_cannot_know(outline: str) -> None:
    found = [f"{where}: {word}" for where, text in wordings(outline).items() for word in PRESUMED if word in text]
    assert found == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_whom_the_work_serves_is_said_as_it_is_answered(outline: str) -> None:
    """Where `people` is asked no wording has a word of its own for them: a school serves 师生, a works 职工."""
    asked = loaded(outline).prepared.outline.question("people")
    found = [where for where, text in wordings(outline).items() if asked and asked.default in text]
    assert found == []


def test_every_template_is_looked_at() -> None:
    looked_at = {name for outline in OUTLINES for name in loaded(outline).prepared.kept.texts}
    there = {path.relative_to(ROOT / "templates").with_suffix("").as_posix() for path in TEMPLATES}
    assert there == looked_at


def repeated(draft: Draft) -> list[str]:
    """Phrases of wording, headings apart, that stand more than once in the draft."""
    seen = Counter(
        phrase
        for block in draft.blocks
        if not block.is_heading
        for clause in clauses(block.spans[block.heading :])
        for phrase in phrases(clause)
    )
    return [phrase for phrase, times in seen.items() if times > 1]
