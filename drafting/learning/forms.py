"""The forms by which names, dates, figures and titles are known in a text. They are of the language, of no speech."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN
from drafting.learning.figures import TO
from drafting.learning.people import AREA as _AREA
from drafting.learning.people import MASK as _MASK

_CN = "[一二三四五六七八九十]"

# Meetings: from a word for who meets to a word for a meeting, with no verb or break between.
_WHO = (
    "省、市(?:、县)?|全(?:国|省|市|县|区|州|旗|乡|镇|系统|行业|局|院|校|厂|公司|街道)|中央|国务院"
    "|[省市县区州]委(?!书记|常委)|[省市县区]政府|(?<=[、和与及])[省市县区](?![委级里内外直政长])"
)
_ASSEMBLY = (
    f"(?:(?:电视电话|视频)?会议|{_CN}{{1,2}}次全会|大会|年会|例会|联席会|全体会|(?:座谈|推进|现场|部署|动员|交流|总结|表彰|报告|汇报"
    "|协调|调度|观摩|研讨|誓师|咨询|学习|分析|工作|茶话|联谊|恳谈)会(?!议))"
)
_VERBS = "决定|今天|今日|再开|召开|举行|举办|部署|先后|相继|一系列|各种|各类|各项|入选|参加|审议|经过"
_NAME_PART = f"(?:(?![的了在是把将对从]|{_VERBS})[{HAN}A-Za-z0-9“”、（）()])"
_TAKES = "落实|贯彻|传达|学习|领会|按照|根据|依照|遵照|结合|围绕|听取|通报|对照|紧扣|筹备|筹办|组织|承办|迎接"
_OF_A_PLACE = (
    f"(?:(?<![{HAN}\\d])|(?<=召开|举行|参加|出席)|(?<=在))"
    f"(?!全|各|本|我|[这此那上下]次|{_TAKES}){_NAME_PART}{{2,3}}[省市县区州](?!场|委|政府)"
)
_AND_ANOTHER = f"(?:暨{_NAME_PART}{{0,26}}?{_ASSEMBLY})?"  # 表彰大会暨动员大会 is one
MEETING = pattern(
    f"(?:第?{_CN}{{1,3}}届)?(?:{_WHO}|{_OF_A_PLACE}){_NAME_PART}{{0,26}}?{_ASSEMBLY}(?![室场堂员厅]){_AND_ANOTHER}"
)
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
_PART = "份|初|底|末|[上中下]旬"
_LUNAR_MONTH = f"(?:正月|[冬腊]月|农历{_CN}{{1,2}}月)"
_LUNAR = f"(?:农历)?{_LUNAR_MONTH}(?:初{_CN}|[一二三]?十{_CN}?|廿{_CN}?)"
_DAY = rf"(?:(?:{YEAR_NUMBER}|[今去明前次翌])年)?{_N}月(?:{_N}[日号]|{_PART})?"
# 2026.1.5, 2026-01-05, 2026/1/5
_IN_FIGURES = (
    r"(?<![\d.])(?:19|20)\d\d(?P<parted>[-/.])(?:1[0-2]|0?[1-9])(?P=parted)(?:[12]\d|3[01]|0?[1-9])"
    r"(?![\d%万亿]|(?P=parted)\d)"
)
DATE = pattern(
    rf"{_IN_FIGURES}|{_LUNAR}|每月{_N}[日号]|(?<![\d零〇一二三四五六七八九十个])(?!一月[一两](?![日号]))(?:{_DAY}(?:{TO}(?:{_DAY}|{_N}[日号]|{_PART}))?"
    rf"|(?:[今去明前次翌]年)?\d{{1,2}}(?:{TO}|、)\d{{1,2}}月份?|[本上下当]月(?:{_N}[日号]|{_PART}))|[本上下]周[一二三四五六日天末]"
    rf"|(?<![\d.月第])\d{{1,2}}日(?:{TO}\d{{1,2}}日)?(?![内后游均产用常报])"  # of a month named before it
)
_PART_OF_DAY = "(?:[上中下]午|凌晨|清晨|早上|早晨|傍晚|晚上|今晚|明早)"
_ON_THE_CLOCK = rf"(?:\d{{1,2}}|两|{_CN}{{1,3}})[点时](?:半|整|[一三]刻|\d{{1,2}}分|{_CN}{{1,3}}分)?(?![{_CN[1:-1]}\d])"
TIME = pattern(
    rf"{_PART_OF_DAY}{_ON_THE_CLOCK}|{_PART_OF_DAY}?(?<![\d:：.比])(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:：]|的?(?:比例|配比))"
    rf"|(?<![\d.第])\d{{1,2}}点(?:半|整|钟|\d{{1,2}}分)"
)
YEAR = pattern(
    rf"(?<!\d)20\d\d(?=[级届](?!{_CN}))|(?<![\d×*＊]){YEAR_NUMBER}(?:{TO}{YEAR_NUMBER})?(?:学年度?(?:第?[一二上下]学期)?|年)(?!以[上下内]|[级期])|今冬明春|[今去明前后]年[上下]半年|[今去明]年|[上下]半年"
    rf"|(?:今后|未来|过去)(?:{_CN}|几|\d)年|上一?年度|本年度"
    "|(?<![目当此之以提])前(?:[两三]个季度|[二三四]季度)|第?[一二三四]季度"
)
# Of a contest, a fair, a committee; which congress of the party or of the people it was is part of its name.
EDITION = pattern(
    f"第{_CN}{{1,3}}届(?=[{HAN}“])(?!全国(?:代表|人民|人大)|中央|(?:[{HAN}]{{0,3}}{_AREA})?(?:委|人大|人民代表|党代|政协))"
)

# Titles and slogans.
DOCUMENT = pattern(
    "《[^《》\n]{2,60}》"
    rf"|(?:(?<=[（(])[{HAN}]{{1,10}})?[〔［\[]{YEAR_NUMBER}[〕］\]]第?\d{{1,4}}号(?:文件)?"  # 政发〔2024〕12号
)
CITED = pattern("(?<=[批指]示[：:])“[^“”\n]{8,200}”")  # of several sentences, too
INSTRUCTED = pattern("(?<=[批指]示[，,](?:强调|要求|指出))[^“”。！\n]{8,200}(?=[。！])")  # without quotation marks
SLOGANS = pattern("“[^“”\n]{1,60}”(?:[、和及与]?“[^“”\n]{1,60}”)+")
SLOGAN = pattern(
    "“(?!\\d{1,2}[·.．]\\d{1,2}”)[^“”\n。？！?!]{4,80}”"
)  # a sentence in quotation marks is what somebody said

FORMULA = pattern(
    "“[两一二三四五六七八九十0-9]|[、，,；;·]|[^年月]{3}年”\\Z|[^”]{2}(?<!行动|工作|实施)(?:行动|活动|工程|计划|专项)”\\Z"
)
"""What a slogan has, and other quoted words have not.

A number first, parts side by side, a year last: “项目建设年”; or what goes on under it: “便民办税春风行动”.
"""

CONCEPT = pattern(
    "为(?:抓手|主线|载体|引领|牵引|契机|主题)"
    "|的?(?:理念|宗旨|方针|原则|目标|主题|口号|总要求|总目标|思路|工作法|专项|行动|活动|工程|战略|计划|机制|品牌|建设)"
)
"""What quoted words are said to be that are a slogan, however long: “以病人为中心”的理念."""

# What somebody was honoured as: with its name, 称号, or behind the word for it, and then what it is at its end.
_HONOURED = "(?:(?<=荣获|获评|荣膺|获得|评为|授予)|(?<=命名为|确定为))"
_HONOURED_AS = "(?:(?<=荣获|获评|荣膺|获得|评为|授予)|(?<=命名为|确定为|评选为|认定为|表彰为))"
_AN_HONOUR = (
    "单位|集体|个人|学校|[乡村镇县市区校]|奖|奖章|奖状|基地|示范[点户]|医院|企业|城市"
    "|模范|标兵|能手|工匠|党组织|党支部|团队|先进"
)
HONOUR = pattern(
    "“[^“”\n]{2,40}”(?:[、和及与]?“[^“”\n]{2,40}”)*(?=等?(?:荣誉)?称号|荣誉)"
    f"|{_HONOURED_AS}“[^“”\n]{{2,40}}”(?:[、和及与]?“[^“”\n]{{2,40}}”)*(?=[，。；、！,;）]|等|\\Z)"
    f"|(?:(?<=获)(?!得)|(?<=获得))(?![了过])(?:[{HAN}A-Za-z]{{0,20}}?)[特一二三]等奖(?=[，。；、！,;\\d]|[一二两三四五六七八九十]+[项个]|\\Z)"
    "|(?<=荣立)(?:集体|个人)?[特一二三]等功"
    f"|{_HONOURED}(?![了过])[{HAN}“”A-Za-z]{{3,28}}?(?:{_AN_HONOUR})(?=[，。；、！]|(?:荣誉)?称号|\\Z)"
)

# The place that somebody or something took: 居全市第一位, 名列全省第三. One in figures, 第3, is a figure.
RANK = pattern(
    "(?:(?<=[居列])|(?<=排名)|(?<=排在)|(?<=位[居列])|(?<=跃升至)|(?<=上升到)|(?<=前移到)|(?<=获)(?!得))"
    "(?:全[国省市县区州镇乡]|本?[省市县区](?:直|属)?|同类|系统|行业)?"
    f"(?:(?![由第前])[{HAN}]){{0,6}}?[第前]{_CN}{{1,3}}(?:位|名)?(?=[，。；、！,;]|\\Z)"
    f"|(?<=由)(?:全[国省市县区州镇乡])?第{_CN}{{1,3}}(?:位|名)?(?=上升|跃升|提升|前移|进|升|跃|下降|降|滑)"
)

# Bodies by their own names, or by area.
INSTITUTION = pattern(
    f"(?:(?<=[被由与和同到在向从经请，。、；：])|\\A)(?![全各本我这那一几上读校院省市县区所]|老年|名牌|重点|{_TAKES})"
    f"(?:(?![的了在是把将对从各个等或与和被由到向请])[{HAN}]){{2,8}}(?:大学|学院|集团|有限公司|研究院|研究所)(?![生们城堂习公])"
)
_NOT_IN_A_PLACE = "受团和及与、委对是在将到向从把被由让使为的了这那有各全我本该群众据照市县"
_GOVERNMENT = rf"(?:[、和]{_AREA}(?:人民)?政府)"
GOVERNMENT = pattern(rf"(?<!{_AREA})(?<![、和]){_AREA}委{_GOVERNMENT}")
# What one does with such a body, or when, stands right before it: 落实市委部署, 争取省委支持, 今年县委决定.
_BEFORE_A_BODY = (
    f"[要须应并再已可能均都还就又请更多快新]?(?:{_TAKES}|争取|紧跟|跟上|跟着|报告|汇报|请示|报请|报经|提请|上报|依靠|依托|感谢|代表|遵循|服从"
    "|响应|执行|协助|配合|支持|拥护|信任|牢记|团结|坚持|受到|得到|经过|建议|希望|感恩|来自|面向|对接|联系|邀请|陪同|出席|参加|当好"
    "|移交|转交|移送|提交|报送|送交|呈报|交由|授权|委托|责成|服务|维护|体现|立足|着眼|站在|推动|推进|加快|实现|抓好|抓住|完成|落细|协同|会同|联合|提醒|转发|印发|制定|出台|接受"
    "|今年|去年|明年|近年|同时|其中|刚才|目前|当前|最近|现在|下面|接着|后来|当时|昨天|今天|上午|下午|一是|二是|三是|四是|五是)"
)
PLACE = pattern(
    rf"(?<![{HAN}])(?!中央|{_BEFORE_A_BODY})(?:(?![{_NOT_IN_A_PLACE}])[{HAN}]){{2,3}}[省市县区州旗](?=委|人民|政府|纪委|政协|人大)"
    rf"|{_MASK}{{2,3}}{_AREA}"
)
# 炼钢厂等3家单位, 清河县、柳林区等5个县区
_A_MEMBER = (
    f"(?:(?![的了在是把将对从由和与向为被予给等])[{HAN}]){{2,9}}?"
    "(?<=[厂矿部队处科室所站村镇乡校院司局县市区团店行会委办社])(?=[等、])"
)
AMONG_OTHERS = pattern(
    f"(?<![{HAN}、])(?!组织|协调|联合|会同|涉及|覆盖|包括|来自|走访|选择|选取|确定|抽查|检查|其中|各|全|本|我)"
    f"{_A_MEMBER}(?:、{_A_MEMBER})*(?=等(?:\\d|{_CN}){{1,3}}[家个]"
    "(?:单位|企业|部门|公司|学校|医院|县|市|区|乡|镇|街道|村|社区|(?:党?支)部|支行|科室|车间))"
)
# A town by its own name, where a clause begins with it or a list goes on: 柳河镇推行……，石门镇只有21%. What is called
# one for its kind has such a character in it: 城镇, 乡镇, 返乡, 农村; so has what is counted or pointed at.
_NO_TOWN = (
    "农城乡镇村返回下进入学谁座任属集旧县市州省区咱们包通书记再问报各全本我你他该每这那有个些两三四五六七八九十几多百千余第"
    "的了在是把将对从向和与及或为使让由被请不没要能会可应须都也还又就才只已按据以给跟如像比到占建立强决逐社企加促围解年于"
)
# Of bodies side by side, towns are asked if all are: 县税务局、云岭镇、县医院 stand together.
_BESIDE_OTHERS = f"(?<![{HAN}]、)|(?<=[镇乡道]、)"
_OF_A_TOWN = f"(?:{_BESIDE_OTHERS})(?<![{HAN}])(?!民族)(?:(?![{_NO_TOWN}])[{HAN}]){{2,3}}"
VILLAGE = pattern(f"{_OF_A_TOWN}村(?![民委级落庄组校医务规史容屯镇寨里头口])")
TOWN = pattern(
    f"{_OF_A_TOWN}(?:[镇乡](?![村镇乡风土贤亲音愁里情])|街道(?!社区|[宽两边上旁]))(?!、(?![{HAN}]{{2,3}}(?:[镇乡]|街道)))"
    f"|{_OF_A_TOWN}(?:村|社区)(?=党(?:总?支部|委|组织)|支部|[村居]委会|“两委”|两委)"
)
