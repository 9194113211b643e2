"""How an answer begins that tells a deed: verbs of office prose, and what leads to one (把, 对, 由).

Only the beginning is read here; whether a subject stands there all the same (检查记录每月归档) is told in subjects.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern

LASTING = (  # what is worked at: 着力
    "推进|推动|推行|推广|建立|建设|建强|健全|完善|构建|打造|培育|培养|发展|扩大|拓展|拓宽|提高|提升|优化|改造|改善|改进|解决"
    "|破解|化解|消除|整治|治理|促进|深化|打通|补齐|疏通|盘活|延伸|普及|规范|创新|整合|壮大|巩固|缩小|降低|减少|缩短|压缩|精简"
)
EARNEST = (  # what is done in earnest: 切实
    "加强|加快|强化|增强|保障|维护|减轻|落实|履行|防范|防止|杜绝|保护|保证|执行|遵守|关心|尊重|掌握|转变|克服|纠正|压实"
)
OTHER = (  # verbs that neither goes with, though they are verbs
    "建成|完成|实现|新增|新建|修订|核定|制定|组织|开展|安排|开通|启动|调整|配备|配齐|选派|选出|公开|公布|通报|检查|排查"
    "|清查|抽查|培训|停用|停报|更换|拆除|关停|腾出|划出|引进|设立|成立|编制|编写|签订|重新|集中|坚持|实行|避开|修建|改建|扩建|发放"
)
RESULT = (  # a verb and what it results in
    "[管建修备查守用接打补配选练清堵压划算理盯抓做办搞装改扎织稳看防带盘摸找瞄讲种护养治排除保攻扛兜筑夯擦学写记答铺]"
    "[好住足清齐通实牢稳准细透严紧活顺密]"
)
_MORE_VERBS = (  # that begin an answer with an object behind: with these it tells a deed, whatever it ends in
    "印发|出台|举办|清点|检修|打扫|召开|实施|张贴|编印|制订|拟定|起草|下发|发布|上报|组建|配置|购置|添置|采购|引入|细化|量化|严格|严肃|统一|统筹"
    "|协调|联合|对接|衔接|跟踪|督促|督办|督查|检验|验收|评选|评估|评定|表彰|奖励|兑现|补助|补贴|安装|架设|铺设|种植|储备|调运|转移"
    "|疏散|组成|[清查找理亮评挤抽]出|救助|慰问|走访|回访|联系|结对|帮扶|帮助|支持|鼓励|引导|指导|动员|发动|宣传|宣讲|解读|讲解|学习|研讨|讨论|研究|谋划|策划|论证"
    "|申报|争取|招引|洽谈|签约|搬迁|安置|征收|腾退|清退|清理|清除|清运|筛查|救治|值守|巡查|巡护|监测|监控|监督|防控|禁止|严禁|取缔"
    "|上门|关闭|停止|暂停|恢复|延长|控制|核查|核实|核对|比对|登记|认定|授予|颁发|评比|推选|推介|推出|选聘|选树|选定|聘请|邀请|招聘|招录"
    "|(?:完工|开工|竣工|投产|接诊)(?=\\d)|办结(?!率)|接通(?!率)|收储|栽种|补种|疏浚|腾空|追回|挽回|盘点|打捞"
    "|参加|参与|承办|主办|联办|运行|运用|利用|使用|借助|依托|依靠|通过|围绕|针对|根据|按照|对照|参照|结合|突出|聚焦|注重|重视|力争"
    "|争创|创建|创办|创造|开发|开设|开放|拓宽|提供|提出|提前|提请|交给|交由|分级|分类|分批|分片|分段|逐一|逐步|定期|及时|全面|统计"
    "|拥护|擦亮|汇总|归集|收集|征集|整理|梳理|摸排|摸底|调研|调查|调度|调处|接续|接管|承接|担负|轮流|轮训|继续|持续|不断|重点|抓紧|抢抓|严把|确保|做到|达到|力求"
)
_BEFORE_A_DEED = "把将对向同与给让使由在从为以按于每各逐分先再不严全多少共只都要应须可能会凡请如若"
_ONE_DO = "建办修抓搞定设开管查用做发写记报订立编拿列出印招收买租请讲学看跑走找派留守挂贴画种养"
_NAMES_ONLY = (  # begin like a verb, and name what something is then said of: 立案窗口延时, 修船厂夜里开门
    "指导(?:意见|[员站组])|立案(?:窗口|大厅|庭|人员)|收费|收入|修船厂|修理[厂部]|设[备施]|学[生校员科]|管(?:理[员处站]|道|网)|用[药户水电品]|查房|开(?:关|支|放时间)"
    "|报[告表名]|记[录者]|订单|编[外号]|列[车席]|印章|招生|招标|租金|讲[台座解员]|看守|跑道|走廊|派出所|留言|守则|挂号|贴息|画册|种子|发票"
    "|办公|办事|建筑|教[师室材学]|问题|换届"
)
# Behind a verb these are what it gave or where it is done, and the verb of the answer is yet to come.
_THEN = "结果|窗口|记录|台账|目录|时间|栏|室|员(?!工)|费|点(?!位)|大厅|流程|内容|次数"
_DEED = pattern(
    f"(?!(?:{_NAMES_ONLY})[^，；。]{{2}})"
    f"(?:(?:{LASTING}|{EARNEST}|{OTHER}|{_MORE_VERBS}|预约|值班(?![^，；。]))(?!的|(?:{_THEN})[^，；。]{{2}})"
    f"|[{_ONE_DO}晾晒补换扫拆擦砍盯](?![^，；。]?的(?:当场|集中|接着|逐|一律|马上|立即|限期|全部))"
    f"|[{_BEFORE_A_DEED}]|.[好住足清齐透紧严细牢稳活满])"
)
VERBS = f"{LASTING}|{EARNEST}|{OTHER}|{_MORE_VERBS}"
ANY_VERB = pattern(VERBS)


def begins_like_a_deed(answer: str) -> bool:
    """Whether an answer begins with a verb or with what leads to one, whatever comes behind."""
    return _DEED.match(answer.strip()) is not None
