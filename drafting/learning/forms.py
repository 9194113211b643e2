"""The forms by which names, dates, figures and titles are known in a text. They are of the language, of no speech."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN
from drafting.learning.people import AREA as _AREA
from drafting.learning.people import MASK as _MASK

_CN = "[一二三四五六七八九十]"

# Meetings: from a word for who meets to a word for a meeting, with no verb or break between.
_WHO = (
    "省、市(?:、县)?|全(?:国|省|市|县|区|州|旗|乡|镇|系统|行业|局|院|校|厂|公司|街道)|中央|国务院"
    "|[省市县区州]委(?!书记|常委)|[省市县区]政府"
)
_ASSEMBLY = (
    "(?:(?:电视电话|视频)?会议|大会|年会|例会|联席会|全体会|(?:座谈|推进|现场|部署|动员|交流|总结|表彰|报告|汇报|协调|调度|观摩|研讨"
    "|誓师|咨询|学习|分析|工作|茶话|联谊|恳谈)会(?!议))"
)
_VERBS = "召开|举行|举办|部署|先后|相继|一系列|各种|各类|各项|入选|参加|审议|经过"
_NAME_PART = f"(?:(?![的了在是把将对从]|{_VERBS})[{HAN}A-Za-z0-9“”、（）()])"
_TAKES = "落实|贯彻|传达|学习|领会|按照|根据|依照|遵照|结合|围绕|听取|通报|对照|紧扣|筹备|筹办|组织|承办|迎接"
_OF_A_PLACE = (
    f"(?:(?<![{HAN}])|(?<=召开|举行|参加|出席)|(?<=在))"
    f"(?!全|各|本|我|{_TAKES}){_NAME_PART}{{2,3}}[省市县区州](?!场|委|政府)"
)
_AND_ANOTHER = f"(?:暨{_NAME_PART}{{0,26}}?{_ASSEMBLY})?"  # 表彰大会暨动员大会 is one
MEETING = pattern(f"(?:{_WHO}|{_OF_A_PLACE}){_NAME_PART}{{0,26}}?{_ASSEMBLY}(?![室场堂员厅]){_AND_ANOTHER}")
MEETING_IN_TITLE = pattern(
    rf"(?<=在)[^，。：]{{2,80}}(?:{_ASSEMBLY}|(?:会|典礼|仪式)(?=上))"
    "(?=上?的?(?:讲话|发言|致辞|报告|动员|总结|主持|即席|$))"
)
_SESSIONS = f"{_CN}{{1,3}}(?:、{_CN}{{1,3}})*(?:中(?:、{_CN}{{1,3}}中)*|次)全会"
CONGRESS = pattern(
    f"(?:党的)?{_CN}{{1,3}}届{_SESSIONS}|党的{_CN}{{2,3}}大(?!力)|党的{_MASK}{{2,6}}大?"
    rf"|(?:{_AREA}|中国共产党)?第{_CN}{{1,4}}次(?:党代会|党代表大会|全国代表大会)"
)
PLAN = pattern(f"“{_CN}{{1,3}}[·.]?五”(?:规划|时期|期间|计划)?")

# Time. A year may be masked: 20**年.
YEAR_NUMBER = r"(?:[12]\d{3}|[12]\d{1,2}[×xX*＊○]{1,2}|[×xX*＊]{2,4}|[二一][〇零○0O一二三四五六七八九]{3})"
_N = rf"(?:\d{{1,2}}|{_CN}{{1,3}}|{_MASK}{{1,2}})"
_TO = "[至到—–~～-]{1,2}"
_PART = "份|初|底|末|[上中下]旬"
_DAY = rf"(?:(?:{YEAR_NUMBER}|[今去明前次翌])年)?{_N}月(?:{_N}[日号]|{_PART})?"
DATE = pattern(
    rf"每月{_N}[日号]|(?<![\d零〇一二三四五六七八九十个])(?:{_DAY}(?:{_TO}(?:{_DAY}|{_N}[日号]|{_PART}))?"
    rf"|(?:[今去明前次翌]年)?\d{{1,2}}(?:{_TO}|、)\d{{1,2}}月份?|[本上下当]月(?:{_N}[日号]|{_PART}))|[本上下]周[一二三四五六日天末]"
    rf"|(?<![\d.月第])\d{{1,2}}日(?:{_TO}\d{{1,2}}日)?(?![内后游均产用常报])"  # of a month named before it
)
_PART_OF_DAY = "(?:[上中下]午|凌晨|清晨|早上|早晨|傍晚|晚上|今晚|明早)"
_ON_THE_CLOCK = rf"(?:\d{{1,2}}|两|{_CN}{{1,3}})[点时](?:半|整|[一三]刻|\d{{1,2}}分|{_CN}{{1,3}}分)?(?![{_CN[1:-1]}\d])"
TIME = pattern(
    rf"{_PART_OF_DAY}{_ON_THE_CLOCK}|{_PART_OF_DAY}?(?<![\d:：.比])(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:：]|的?(?:比例|配比))"
    rf"|(?<![\d.第])\d{{1,2}}点(?:半|整|钟|\d{{1,2}}分)"
)
YEAR = pattern(
    rf"(?<!\d)20\d\d(?=[级届](?!{_CN}))|(?<![\d×*＊]){YEAR_NUMBER}(?:{_TO}{YEAR_NUMBER})?(?:学年|年)(?!以[上下内]|[级期])|今冬明春|[今去明前后]年[上下]半年|[今去明]年|[上下]半年"
    rf"|(?:今后|未来|过去)(?:{_CN}|几|\d)年|上一?年度|本年度|[上下]一?届|(?:第?[一二三四]季度)"
)

# Figures with their units. A numeral in characters counts the speech's own points more often than anything else.
_FIGURES = r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[,，]\d{3})*)(?:[.．]\d+)?"
NUMBER_OR_CHARACTER = pattern(rf"{_FIGURES}|(?s:.)")
_UNITS = (
    "km² km kg ㎡ 平方公里 平方千米 平方米 立方米 公里 千米 公顷 公斤 千克 千瓦时 千瓦 兆瓦 个百分点 "
    "百分点 个工作日 工作日 小时 分钟 个月 美元 欧元 港元 人次 户次 车次 班次 批次 元 吨 亩 "
    "米 克 升 度 倍 成 个人 人 名 户 家 个 件 项 次 条 处 座 所 场 期 批 篇 份 台 "
    "套 辆 只 头 棵 株 天 年 周年 届 位 支 对 间 张 本 册 部 门 类 种 级 岁 分 "
    "点 轮 起 例 宗 笔 栋 幢 块 片 封 幅 首 艘 架 列 口 眼 根 里 村 镇 乡 县 "
    "区 枚 瓶 束 桶 盏 桌 席 圈 遍 趟 道 班 队 组 排 页 句 段 款 章 节 课 公司 企业 学校 社区 医院 单位 号文件 号"
)
_UNIT = "|".join(sorted(_UNITS.split(), key=len, reverse=True))
_LARGE = "(?:万亿|千万|百万|亿|万|千|百)"
_MEASURED = f"[%％‰]|[余多几]?{_LARGE}?[余多几]?(?:{_UNIT})|[余多几]?{_LARGE}[余多几]?"
_NO_POINTS = "(?!\\d{1,2}点(?:建议|希望|意见|要求|看法|体会|想法|感受))"  # the speech's own are counted, not told
_PER_CENT = "百分之[一二三四五六七八九十百]{1,5}"
FIGURE = pattern(
    rf"(?<![A-Za-z\d.]){_NO_POINTS}(?:{_PER_CENT}(?:{_TO}{_PER_CENT})?|{_FIGURES}(?:(?:{_TO}|、){_FIGURES})*\s?(?:{_MEASURED}))"
)
# In characters a figure is sure where it has a tens or more and a unit that nobody counts points with, or two units.
_DIGITS, _TENS = "一二两三四五六七八九", "十百千万亿"
_MEASURES = (
    "度|人次|人|名|户|公里|千米|平方米|立方米|米|亩|公顷|元|吨|公斤|斤|岁|天|小时|分钟|周?年|个月|台|辆|次|家|所|座|头|棵"
    "|处|件|起|场|张|套|盏|千瓦"
)
_COUNTLESS = "人|名|户|公里|亩|元|吨|斤|台|辆|次|家|座|头|棵"
_A_DAY = f"[“]?[{HAN}]{{1,12}}(?:[日节]|宣传周|宣传月|活动周|活动月)”?(?:[，。、！]|到来|来临|之际|刚刚|即将|就要|\\Z)"
FIGURE_IN_CHARACTERS = pattern(
    rf"(?<![第届个〇零{_DIGITS}{_TENS}])(?:(?:零下)?(?:[{_DIGITS}{_TENS}][{_TENS}][零{_DIGITS}{_TENS}]*|十[{_DIGITS}])"
    rf"(?:[余多几]?[{_TENS}]*(?:{_MEASURES})(?![级期])|[余多](?:项|条|个|种))|[{_DIGITS}十]{{1,3}}个百分点|[二三四五六七八九]成[{_DIGITS}]?|[二三四五六七八九]分之[一二三四五六七八]|[{_DIGITS}十]{{1,3}}年零[{_DIGITS}十]{{1,2}}个月"
    rf"|[{_DIGITS}十]{{1,2}}天[{_DIGITS}十]{{1,2}}夜|[上近数][{_TENS}]{{1,2}}(?:{_COUNTLESS}))"
    rf"|(?<=第)[{_DIGITS}{_TENS}]{{1,5}}个(?={_A_DAY})"
)

# Titles and slogans.
DOCUMENT = pattern(
    "《[^《》\n]{2,60}》"
    rf"|(?:(?<=[（(])[{HAN}]{{1,10}})?[〔［\[]{YEAR_NUMBER}[〕］\]]第?\d{{1,4}}号(?:文件)?"  # 政发〔2024〕12号
)
SLOGANS = pattern("“[^“”\n]{1,60}”(?:[、和及与]?“[^“”\n]{1,60}”)+")
SLOGAN = pattern("“[^“”\n。？！?!]{4,80}”")  # a sentence in quotation marks is what somebody said

FORMULA = pattern("“[两一二三四五六七八九十0-9]|[、，,；;·]")
"""What a slogan has, and other quoted words have not: a number before it, or parts side by side."""

# Bodies by area.
_NOT_IN_A_PLACE = "和及与、委对是在将到向从把被由让使为的了这那有各全我本该群众据照市县"
_GOVERNMENT = rf"(?:[、和]{_AREA}(?:人民)?政府)"
GOVERNMENT = pattern(rf"(?<!{_AREA})(?<![、和]){_AREA}委{_GOVERNMENT}")
PLACE = pattern(
    rf"(?<![{HAN}])(?!中央)(?:(?![{_NOT_IN_A_PLACE}])[{HAN}]){{2,3}}[省市县区州旗](?=委|人民|政府|纪委|政协|人大)"
    rf"|{_MASK}{{2,3}}{_AREA}"
)
