"""The forms by which figures are known in a text: a number and what it counts or measures.

A unit that no table names is known by where it stands: one character between a number and the end of the clause.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN

TO = "[至到—–~～-]{1,2}"
_FIGURES = r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[,，]\d{3})*)(?:[.．]\d+)?"
NUMBER_OR_CHARACTER = pattern(rf"{_FIGURES}|(?s:.)")
_UNITS = (
    "km² km kg ㎡ ℃ 平方公里 平方千米 平方米 平方 平米 立方米 立方 公里 千米 公顷 公斤 千克 毫克 微克 斤 千瓦时 千瓦 "
    "兆瓦 千伏安 千伏 毫米 厘米 公分 海里 毫升 摄氏度 分贝 个百分点 百分点 个工作日 工作日 小时 分钟 学时 课时 昼夜 秒 "
    "个月 美元 欧元 港元 元 吨 亩 台套 台件 件套 标准箱 标箱 标段 名次 周岁 张床位 床位 皮长公里 芯公里 车公里 吨公里 "
    "人公里 米 克 升 度 倍 成 个人 人 名 户 家 个 件 项 次 条 处 座 所 场 期 批 篇 份 台 "
    "套 辆 只 头 棵 株 天 年 周年 届 位 支 对 间 张 本 册 卷 部 门 类 种 级 岁 分 "
    "点 轮 起 例 宗 笔 栋 幢 块 片 封 幅 首 艘 架 列 口 眼 根 里 村 镇 乡 县 "
    "区 枚 瓶 束 桶 盏 桌 席 圈 遍 趟 道 班 队 组 排 页 句 段 款 章 节 课 公司 企业 学校 社区 医院 单位 号文件 号"
)
_TIMES = "[人户车班批台架辆船列艘件例家场站警舰]次"  # 120台次
# Units that are words of their own in other company: 31万方, but 三方面; 18讲, but 讲话.
_UNSURE = (
    "方(?![面案针向式便法略队言可才])|伙(?![食伴])|股(?![份权东室])"
    "|编(?![制号组排写辑者队程译班入])|讲(?![话解述台坛座义课师])|回(?![头来去到升收落报答应家乡族顾访馈])"
)
# What makes a word of a unit before it: 47万人民, 12部门, 500家庭 count people, offices and families, with no unit.
_OF_A_WORD = {
    "人": "民(?!币|警)|口|才|员|群",
    "家": "庭|长",
    "户": "籍",
    "个": "体|性|人(?:才|口|民)",
    "部": "门|队",
    "支": "部(?!队)",
    "项": "目",
    "组": "织",
    "门": "店|诊",
    "本": "科",
    "村": "民|庄",
    "场": "所",
    "班": "级|子",
}
_WORD = f"(?:{'|'.join(f'{unit}(?:{behind})' for unit, behind in _OF_A_WORD.items())})"
_UNIT = f"(?!{_WORD})(?:{'|'.join([_TIMES, *sorted(_UNITS.split(), key=len, reverse=True), _UNSURE])})"
_LARGE = "(?:万亿|千万|百万|亿|万|千|百)"
_NO_UNIT = (
    "的了着过和与及或至到由为是在则才就都也还要将已均各每以来时后前里内外中上下左右多余强佳星线型版系师团营路式名第"
)
_CLAUSE_END = "(?=[，。；：、！？,;!?）)]|以[上下内外]|左右|\\d|\\Z)"
_RARE = f"(?:(?<=\\d\\d)|(?<=\\.\\d)|(?<=[余多万亿]))(?![{_NO_UNIT}])[{HAN}]{_CLAUSE_END}"
_MUCH = f"[余多几]?{_LARGE}?[余多几]?"
_OF = f"[/／](?:(?:10{{0,3}}|[一十百千])?{_LARGE}{_UNIT}?|{_UNIT}|[日月时])"  # 件/万人, 例/10万
_MEASURED = rf"[%％‰]|{_MUCH}{_UNIT}(?:{_OF})?|{_MUCH}{_RARE}|[余多几]?{_LARGE}[余多几]?"
_NO_POINTS = "(?!\\d{1,2}点(?:建议|希望|意见|要求|看法|体会|想法|感受))"  # the speech's own are counted, not told
_ROUND_THE_CLOCK = (  # says always, and is no figure
    "(?!24小时(?:轮流|专人|领导|全天|都|全程|不间断|有人)*(?:[值带]班|值守|在岗|畅通|不间断|不停|不断|开放|服务|待命|备勤|在线|监[测控]|运[行转]|营业|受理))"
)
_RATE = rf"{_FIGURES}[/／](?:10{{0,3}}|[一十百千])?{_LARGE}{_UNIT}?"  # 5.8/10万
_SHARE = "[百千万]分之[零一二三四五六七八九十百点]{1,6}"
_BARE = (
    rf"(?<=[{HAN}])\d+[.．]\d+{_CLAUSE_END}"  # 评分达96.5，
    rf"|[1-9]\d+[余多]?(?={_WORD})"  # 联合12部门
    "|(?<=[名位列居省市县区国]第)\\d{1,3}(?=[，。；！])|(?<![\\d/／])[1-9][/／](?:[2-9]|10)(?![\\d/／月])"
)
FIGURE = pattern(
    rf"(?<![A-Za-z\d.]){_NO_POINTS}{_ROUND_THE_CLOCK}(?:{_RATE}|{_SHARE}(?:{TO}{_SHARE})?|{_FIGURES}(?:(?:{TO}|、){_FIGURES})*\s?(?:{_MEASURED})|{_BARE})"
)
# In characters a figure is sure where it has a tens or more and a unit that nobody counts points with, or two units.
_DIGITS, _TENS = "一二两三四五六七八九", "十百千万亿"
_MEASURES = (
    "度|人次|人|名|户|公里|千米|平方米|立方米|米|亩|公顷|元|吨|公斤|斤|岁|天|小时|分钟|周?年|个月|台|辆|次|家|所|座|头|棵"
    "|处|件|起|场|张|套|盏|千瓦"
)
_COUNTLESS = "人|名|户|公里|亩|元|吨|斤|台|辆|次|家|座|头|棵"
# Nobody has twenty points or more: 项目五十六个; but 五十六个民族 are always so many, and 一百个 is a way of speaking.
_MANY = (
    f"(?!一[百千万]个)[{_DIGITS}][十百千][零{_DIGITS}{_TENS}]*"
    "(?:个(?:百分点|小时|工作日|课时|月|亿|人)?(?!民族|字|节气|日夜|百分|小时|工作日|课时)|[项种篇期批部支](?!目))"
)
_NO_TENTHS = "(?![立为果功效员绩都长群双对品本型就熟分不变片风排])"
_TENTHS = (
    f"(?:[{_DIGITS}](?:到|至)[{_DIGITS}]成{_NO_TENTHS}"
    f"|(?:[一二两]|[{_DIGITS}]{{2}})成{_NO_TENTHS}|[三四五六七八九]成)[{_DIGITS}半]?"
)
# One digit is sure before a unit of people, events or measures that counts no points: 三名责任人, but 第三名, 前三名.
_FEW = (
    "(?<![前后到至数])[两三四五六七八九]"
    "(?:名(?![字单义次列言词气声额誉])|起(?![来点步码伏初源到因])|人次|公里|公顷|亩|吨|万[元人亩吨户])"
)
# For how long, or how often in a row: 连续六年, 为期三天. A rule counts so too, 连续两年不合格的: no fact of the year.
_OF_A_RULE = "[^，。；！,;]*的(?:[，。；,;]|一律|予以|要|将|取消)"
_IN_A_ROW = (
    f"(?<=连续|为期|持续|历时|蝉联)[{_DIGITS}十]{{1,3}}(?:[年届天周]|个(?:月|年头))(?![半多余级期度]|{_OF_A_RULE})"
)
_A_DAY = f"[“]?[{HAN}]{{1,12}}(?:[日节]|宣传周|宣传月|活动周|活动月)”?(?:[，。、！]|到来|来临|之际|刚刚|即将|就要|\\Z)"
FIGURE_IN_CHARACTERS = pattern(
    rf"(?<![第届个〇零{_DIGITS}{_TENS}])(?:(?:零下)?(?:[{_DIGITS}{_TENS}][{_TENS}][零{_DIGITS}{_TENS}]*|十[{_DIGITS}])"
    rf"(?:[余多几]?[{_TENS}]*(?:{_MEASURES})(?![级期])|[余多](?:项|条|个|种))|{_MANY}|{_FEW}|[{_DIGITS}十]{{1,3}}个百分点|{_TENTHS}"
    rf"|(?<!几)[二三四五六七八九十]分之[一二三四五六七八九]|[{_DIGITS}十]{{1,3}}年零[{_DIGITS}十]{{1,2}}个月"
    rf"|[{_DIGITS}十]{{1,2}}天[{_DIGITS}十]{{1,2}}夜|[上近数][{_TENS}]{{1,2}}(?:{_COUNTLESS}))"
    rf"|{_IN_A_ROW}"
    rf"|(?<=第)[{_DIGITS}{_TENS}]{{1,5}}个(?=年头|{_A_DAY})"
)
