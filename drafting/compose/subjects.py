"""What proves that an answer begins with what it is about, or with who does it, though it may look like a verb.

奖励标准由各厂自定 begins like 奖励, 会议室改成阅览室 like 会, 生活老师每晚查铺 like 活: the words further on
tell. Only the first clause is read; what follows it may have another subject.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.compose.deeds import VERBS, begins_like_a_deed

# These have somebody do something: what follows may have a subject of its own, and the answer begins with a deed.
_CAUSING = (
    "督促|推动|促[使成进]|力[促争求]|组织|安排|帮助|支持|鼓励|引导|指导|动员|发动|带领|带动|选派|聘请|邀请|保[证障持]|确保|要求|规定|明确"
    "|实现|做到|达到|落实|上门|通知|提醒|责成|委托|允许|解决|改变|抽调|选出|建立由|形成|坚持|稳定|控制|严禁|禁止|杜绝|防止|派|请|让"
)
_LEADING = (
    "[把将向与给让使由为按以于逐请凡如若到在从对同先再]|不(?![^，。；：、]{1,6}的[^，。；：、])|要(?![素点件害闻道])"
)
_NAMED = (  # begin with a character that leads to a deed, or like a verb and what it results in, and are names
    "分(?:厂|管|局|公司|队|会|店|校|院|行|支部)|先(?:进|锋)(?!行)|会(?:议|计|员|场|务|诊|商室|客)|应(?:急(?!处置)|届|聘)"
    "|组织生活(?!会)|重点(?:处所|部位|时段|人群|区域|岗位|对象|路段)|从业|同(?:学|志|事)|对象|多(?:媒体|功能)|在(?:[建岗校编册库]|职(?!培训))(?!设|立)|给水|给排水|可(?:燃|回收)|能[源耗效]|再生"
    "|少(?:先队|年)|共青团|生活(?!补助)|居住|常住|入住|业主|学[生员校]|用户|租户|住户"
    "|发热|新?住院|可研、|学雷锋|(?:补贴|培训|学习|检查|宣传|演练)(?=[合分]|[一两]次(?!性)|年[底初])"
    "|[报扫发挂换出办收检值养走播租][^，。；：、好住足清齐通实牢稳准细透严紧活密处除动](?:器|室|员|户|厅)(?=[^，。；：、\\d]{2})"
)
# A verb and behind it what it is for: the name of something, if more is said of it.
_COMPOUND = (
    "(?:奖励|补助|补贴|培训|采购|检查|排查|评选|评比|评估|评定|考核|表彰|招聘|宣传|学习|研讨|调研|监督|监测|监控|安装|建设|验收|值守|救助"
    "|储备|申报|统计|登记|运行|使用|服务|整治|治理|救治|检修|种植|养殖|查档|查房|扫描|报警|发电|收购|出[厂库租]|招标|维护|防控|消防"
    "|办[公事]|挂职|换热)"
    "(?:标准|教材|价格?|方案|办法|名单|计划|经费|资金|人员|物资|设备|车辆|时间|结果|记录|档案|笔记|探头|进度|情况|岗位|[器件机室站点院户车员队组])"
    "(?![的并和与及、]|(?:[一二两三四五六七八九十百千万]|\\d+)(?!年[一\\d]))"
)
_UP_TO = "[^，。；：！？]"
_PERIOD = "每(?:个?(?:学期|季度|半年|月|星期|工作日)|[天日周月年班季旬晚])|每[一两三半]?个?(?:小时|天|周|月)"
_HOW_OFTEN = f"(?:{_PERIOD})(?!(?:不少于|至少)?[一两二三四五六七八九十\\d]{{1,2}}[次回遍场][。；]?$)"
_EACH = "每[人户家名村所班组栋座车厂校店点科](?:配|包|联系|带|写|学|领|发|装|种|出|建|备|选|交|至少|不少于)"
_WITHIN_HOURS = "(?:[一两二三四五六七八九十半]|\\d+)个?(?:小时|分钟|天|日)(?:[以之]?内|以前|之前)"
_MANY = (
    "\\d+多?[座个处家户台条所名件辆口](?:[^，。；：、]{1,6}?(?:逐|全部|一律|都|由)"
    "|[^，。；：、\\d]{1,6}(?:(?:[今明]年)?\\d{1,2}月[底初末]?|[年月]底)[之以]?前[^，。；：、]{2})"
)
_DAILY = pattern(
    f"(?:{_PERIOD})(?![^，。；：、]{{0,4}}(?:制度|机制|例会))(?=[^，。；：、]{{2}})"
    "|(?:天天|轮流|常年|随时|24小时|全天)(?!候)|日产日清|一律|不得|不准|严禁"
)
_RULED = (
    "一律|全部(?!的)|(?<!必)须(?!知)|必须|自己(?:先|要|带头)|不得|不准|应当"
    "|(?<![主重必需紧])要(?![素求点件害闻塞道地务旨领紧])"
)
_CHANGED = (
    "改[成为建]{1,2}(?!议)|调整为|升级为|变成|[压降提增缩][^，。；：]{0,2}[到至为]|不[低高少多大小]于|不超过|达到"
    "|必[检查核验]"
)
_OWN = pattern(
    f"(?:{_NAMED}|{_COMPOUND}){_UP_TO}{{2}}"
    f"|(?!{_CAUSING}|{_LEADING})(?:各(?![自司尽负就])"
    f"|{_UP_TO}{{2,12}}?由(?![此于衷来]){_UP_TO}{{3,}}"
    f"|{_UP_TO}{{2,12}}?(?:{_RULED}){_UP_TO}"
    f"|{_UP_TO}{{2,12}}?(?:{_CHANGED})"
    f"|{_UP_TO}{{2,8}}?{_HOW_OFTEN}{_UP_TO}{{2}}"
    f"|这(?![样么])|{_UP_TO}{{2,10}}?(?<![凡只要还但若就都可正既或于总算而其的])"
    f"是(?![否非不谁什哪怎为]|{_UP_TO}{{0,8}}的(?:当场|一律|限期|立即|缓|先|纳入|不|可))"
    f"|每(?![天日周月年季旬晚学半]){_UP_TO}{{1,12}}?(?:至少|都|只有|有一|有[^，。；：！？]?(?:\\d|名))"
    f"|{_UP_TO}{{2,8}}?{_EACH}{_UP_TO}"
    f"|[^，。；：、]{{2,8}}?{_WITHIN_HOURS}[^，。；：、]{{2}}"
    f"|{_MANY}|谁[^，。；：、谁]{{1,6}}谁[^，。；：、]"
    "|[^，。；：、]{2,8}?一[栋户个处人家件村台]不[漏落少]"
    "|[^，。；：、]{2,10}的[^，。；：、]{0,4}优先[^，。；：、]?"
    "|[^，。；：、的]{2,6}?逐[座台家村个条栋处][^，。；：、]"
    "|(?!完成|加快|抓好|做好|争取|迎接)[^，。；：、的]{2,8}(?:上线|投用|通水|通车|封顶|开诊|开馆|贯通|竣工)[。；]?$"
    f"|[^，。；：、的]{{1,6}}的(?:由|不|一律|全部|必须){_UP_TO}{{2}}|第[一二三四五六]次)"
)
# Behind 的, or before what names an arrangement, those words tell of a thing: 健全科室每月自查机制.
_WITHIN = pattern("(?:制度?|机制|办法|方案|计划|问题|局面|格局|清单|体系|名单|转变)[。；]?$|由[^，。；]{2,}的")


_REACHES = pattern(
    "[^，。；：]{2,}?(?:达到|[降减压缩提升增][^，。；：]{0,2}到|稳定在|控制在|不超过|不[低少高多]于|全覆盖|清零|全部[^的，。；：]"
    "|一[栋户个处人家件村台]不[漏落少])"
)


def tells_what_is_reached(answer: str) -> bool:
    """Whether an answer has its own subject and says how far it gets, which somebody brings about: 封闭率达到100%."""
    return _REACHES.match(answer.strip()) is not None and has_own_subject(answer)


_PERIOD_FIRST = pattern("(?:[一二两三四五六七八九十半]+|\\d+)个?(?:年|月|季度|星期|周|天|日|小时)(?:[之以])?内，?")


def within_a_period(answer: str) -> int:
    """How many characters at the beginning of an answer say within what time: 两年内 of 两年内把欠账补上."""
    found = _PERIOD_FIRST.match(answer.strip())
    return found.end() if found else 0


def has_own_subject(answer: str) -> bool:
    """Whether an answer certainly says in its first clause who does it, or what it is done to, before the verb."""
    text = answer.strip()
    text = text[within_a_period(text) :]
    found = _OWN.match(text)
    return found is not None and not _WITHIN.search(text.split("，")[0].split("；")[0])


_DATE = pattern("(?:\\d{4}年)?\\d{1,2}月(?:[底初末]|\\d{1,2}[日号])?(?:以?前|内)，?|[年月]底(?:以?前)?，?")
# Who acts, with a verb right behind: 集团统一标准, 班长点名; but not 班长会, 书记信箱.
_BODY = (
    "(?![进入驻下出跨离回返上成编带列派送开]|分(?!厂|局|公司))"
    "[^，。；：、的]{0,6}(?:集团|公司|工会|医院|学校|团委|支部|[局委办处科室厅厂站所组队县区镇乡部])"
)
_HEAD = "[^，。；：、的]{0,4}(?:[班组队厂站所院校局科处镇县区村店园馆]长|护士长|经理|师傅|队员|组员)"
_NO_NAME = "(?!信箱|接待日|办公会|热线|例会|联席|责任|负责制|轮值制|会议|会(?![同商签]))"
_SUBJECT = pattern(  # a thing or people, and then how or when: 小的当场换, 备件提前订, 培训费由镇里出
    "(?![把将对向同与给让使由在从为按以于每各逐分先再不如凡若请到]|要(?![素点件害闻道])|\\d)"
    "(?!督促|推动|促[使成进]|力[促争]|组织|安排|帮助|支持|鼓励|引导|动员|发动|保[证障]|要求|实现|做到|上门)"
    "(?:[^，。；：、的]{0,6}的(?:由|当场|集中|接着|逐|一律|马上|立即|限期|全部)"
    "|[^，。；：、的]{2,5}(?:提前|每[天日周月年班季]|天天|一律|当场|都|也|夜里|晚上|[按准定]时|按[年季月周旬日天期]|定期|轮流|全天|当天"
    "|由[^，。；：、]{2,})[^，。；：、的]"
    f"|{_BODY}(?:{VERBS})(?!的)[^，。；：、]"
    f"|{_HEAD}{_NO_NAME}(?![的和、与身队们]|[\\d一二两三四五六七八九十])[^，。；：、的]{{2}}"
    "|(?:夜间|白天|半夜|周末|节假日)[^，。；：、]{2}|[^，。；：、的]{2,6}期间[^，。；：、的]{2}"
    "|(?![今明后本每当上下最至赶])[^，。；：、的\\d]{2,7}\\d{1,2}月(?:[底初末]|[上中下]旬)?(?![以之]?前|份|内)[^，。；：、的\\d]{2}"
    "|[^，。；：、的]{2,6}(?<![优首事预率领])先[讲看查学修补练干听问说报还付办]"
    "|[^，。；：、的]{2,7}(?:半年|\\d+小时|每个|带头|自行|自愿|先[^，。；：、]{1,4}[后再]|(?:[底日]|\\d月)前|[天日]内)[^，。；：、的]"
    "|[^，。；：、的训选配约考育聘]{1,4}(?:员|干部|书记|代表|主任|医生|司机|家长|教师|老师|居民|学生)"
    "(?![的和、与身队会们]|[\\d一二两三四五六七八九十])[^，。；：、]{2}"
    "|[^，。；：、的]{3,6}(?:公布|公开|上墙|延[长时]|增加|提高|更新|前移|轮岗|全覆盖|归档|上岗|达标|到位|清零)[。；]?$"
    "|[^，。；：、的]{2}(?:上墙|公示|归档)[。；]?$)"
)


def tells_a_subject(answer: str) -> bool:
    """Whether an answer certainly begins with what it is about, and no verb: no 要 and no 必须 goes before it."""
    own = answer.strip()
    if dated := _DATE.match(own):  # 10月前学生宿舍实名上网: behind the date a subject
        behind = own[dated.end() :]
        return has_own_subject(behind) or not begins_like_a_deed(behind)
    return has_own_subject(own) or (_SUBJECT.match(own) is not None and not begins_like_a_deed(own))


# Somebody or something that must, or must not: no 要 goes before 超载的车一律不出场.
_RULE = pattern(
    "(?![把使让对由从按给将为])[^，。；：！？]{2,12}?"
    "(?:必须|(?<!必)须(?!知)|一律|不得|不准|严禁|(?<=[都均])(?:要(?![素点件害闻道到])|应|得(?!到|[出以力知手]))|全部要)"
)


def tells_a_rule(answer: str) -> bool:
    """Whether an answer tells somebody or something what must be, or must not: 超载的车一律不出场, 各校都要有台账."""
    return _RULE.match(answer.strip()) is not None


_WHO = (
    "(?:各[^，。；：！？的]{1,8}|[^，。；：！？的]{0,14}"
    "(?:集团|公司|工会|医院|学校|团委|支部|部门|中心|同志|[局委办处科室厅站所院组队县区镇乡部]))"
)
_WHO_MUST = pattern(
    f"(?![把使让对由从按给将为以请])(?:{_WHO}(?:还|也|都)?要(?![素求点件害闻塞道地务旨领紧])"
    f"|{_WHO}(?:牵头|主抓|承办|负总责|(?:具体|全面)?负责(?![人制的])))"
    # 对采坑要按照原则整改, 在源头上要严格把关: 要 stands behind what it is done to, or where.
    "|[^，。；：！？]{2,24}(?:都|均)要(?![素点件害闻塞道地务旨领紧求])"
    "|(?:对于?|在|针对|按照|围绕)[^，。；：！？要]{2,20}(?<![主重必需紧只不想快])要(?![素点件害闻塞道地务旨领紧求])"
)


def tells_who_must(answer: str) -> bool:
    """Whether an answer begins with who must do it, or is in charge: 教务处要牵头制定方案, 运检部牵头，各所配合.

    Or with what it must be done to: 对采坑要按照原则整改.
    """
    return _WHO_MUST.match(answer.strip()) is not None


_BY_A_DAY = pattern(
    "(?:(?:\\d{4}|今)年)?\\d{1,2}月(?:[底初末]|[上中下]旬|\\d{1,2}[日号])?(?:之|以)?前(?![，期景])|[年月]底(?:之|以)?前(?!，)"
)


def by_a_day(answer: str) -> int:
    """How many characters at the beginning of an answer say by which day: 6月底前 of 6月底前把欠账补上."""
    found = _BY_A_DAY.match(answer.strip())
    return found.end() if found else 0


def tells_what_recurs(answer: str) -> bool:
    """Whether an answer tells of something to be done day by day, or a rule, which is never finished: 每晚查铺两次."""
    return _DAILY.search(answer) is not None
