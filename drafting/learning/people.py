"""The forms by which people are known in a text: a surname, a given name, and a post or a form of address.

A surname is a word of its own, too (祝, 高, 安, 管): what begins with one is a name only beside what tells it.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.chinese.script import HAN

MASK = "[×xX*＊○某]"
AREA = "[省市县区州旗乡镇]"

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马苗花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤"
    "滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元顾孟黄穆萧尹姚邵湛汪祁毛狄米贝明臧成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅盛林钟徐"
    "邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁宣邓洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封芮靳段焦巴牧车侯全班宁仇栾甘厉祖武符刘景詹"
    "龙叶幸司黎薄白蒲赖卓屠池乔闻党翟谭劳姬申冉桑桂牛边燕尚温庄柴瞿阎连习艾容向古易廖耿匡欧聂晁敖冷辛简饶曾沙丰关查游肖"
)
_TWO_CHARACTERS = "欧阳|司马|上官|诸葛|司徒|慕容|皇甫|令狐|夏侯|公孙|尉迟|端木|宇文"
_SURNAME = f"(?:{_TWO_CHARACTERS}|[{_SURNAMES}])"
_HEADS = (
    "总?经理|(?:党|团)?支书|总?工程师|行长|站长|所长|队长|护士长|馆长|园长|社长|会长|厅长|庭长|台长|政委|指导员|理事长|董事长"
    "|厂长|矿长|班长|组长"
)
_POST = (
    rf"(?:总书记|副?书记|副?{AREA}长|副?(?:部|局|主任|处|科|院|校|检察|秘书)长|副?主任|副?主席|副?(?:{_HEADS})"
    "|同志(?!们|为(?:核心|总书记|主要代表)))"
)
_CALLED = "(?:同学|师傅|老师|医生|先生|女士|教授|院士)(?!们)"
# Words that begin with a surname and stand before a post or a form of address: 林业局长, 关心老师, 高年级同学.
_WORDS = (
    "全[体国省市县区镇乡村校院厂局班科组员家社民党军团部公所站]|党[员内外委支组群政务小校办建风总工]|班[子主组长级]|纪[委检]|宣[传讲布]|常[委务驻设年]|连[队续长]"
    "|车[间队站辆工务]|金[融牌]|房[管产地屋]|安[全监保检排置干民]|高[校新一二三中年级考职等层]|华[侨东南北]|边[防检远]|关[系心爱怀键注切]"
    "|管[理制辖护事片]|包[括保抓联片村案扶]|应[该当届急邀聘征亲带负主]|解[决放答]|成[立为员年绩人]|项目|严[格肃]|方[面案]|任[务课教职命何组总副双指]|明确|毕业"
    "|石[油化]|劳[模动务]|施[工教]|武[装警]|路[线政段局]|卫[生健]|温暖|费用|尚未|林[业场草区]|牧[业区]|司[法机令]|查[处验]|游客|季度|祖国|白班|康复"
    "|向[党县市省区镇乡州旗上下各全大群人社组支委会]|董事|花卉|柴油|田[间长]|乐队|周[边围年期岁]|谢谢|景区"
)
_WISHED = (
    "快乐|健康|顺利|幸福|愉快|成功|进步|如意|吉祥|安康|佳绩|平安|圆满|美满|高照|兴隆|发达|有成|辉煌|胜利|康复|开心|题名"
)
_WISH = f"祝(?:[全各同老大贺福愿您你我他她]|[^，。；！]{{1,30}}(?:{_WISHED}))"  # 祝李老师生日快乐 names no Mr Zhu
_NO_NAME = f"(?!{_WORDS}|{_WISH}|向(?:{_SURNAME}|{_POST})|(?<=有)关|(?<=同)班|(?<=[由对至])于)"
# Given names have no such character; places, groups and posts end in them: 温州市长, 毕业班老师, 车工师傅.
_LETTER = f"(?:(?![副的了是在们委部局村镇乡县市州区街校院厂矿站所队组班科室系处级员工各位些名个老总等与两])[{HAN}])"
_GIVEN = f"{_NO_NAME}{_SURNAME}{_LETTER}{{0,2}}?"
_NAME = f"{_NO_NAME}{_SURNAME}[{HAN}]{{1,2}}?"
_WHOLE_NAME = f"{_NO_NAME}(?:(?:{_TWO_CHARACTERS}){_LETTER}{{1,2}}|[{_SURNAMES}]{_LETTER}{{2}})"
_A_HEAD = (
    f"书记|主任|主席|[部局处科院校队站组团所馆{AREA[1:-1]}]长|总理|经理|厂长|会长|行长|教授|院士|总监"
    "|常委|政委|导员|事长"  # 指导员, 理事长
)
_AFTER_A_POST, _A_HEAD = f"(?<={_A_HEAD})", f"(?:{_A_HEAD})"
_WHAT_ONE_DOES = (
    "同志|等(?:领导)?同志|出席|介绍(?![信所人])|主持|宣读|宣布|传达|作了|致辞|讲话|发言|指出|强调|要求|表示|率|陪同|负责|团队|带队|带领"
    "|总?牵头|挂帅|包联|包保|分管|主抓|具体(?:负责|抓)|负总责|总负责|担任|主讲|通报|汇报|致(?:开幕|闭幕|欢迎)?[辞词]"
    "|[任为](?:双?组长|副组长|总指挥|副?指挥长|总召集人)|的(?:带领|领导|率领|主持|指挥)下|在[^，。：]{2,60}(?:会议?|仪式|典礼|活动)上的?(?:讲话|发言|致辞|报告|动员)"
)
_APPOINTED = "(?<=补选|任命|选举|推选|聘请|聘任|提名)"
_CONTACT = "(?<=联系人[:：])"
# 向老师问好 greets no Mr Xiang; nor does 任教授 name one.
_CALLED_BY_NAME = f"(?![向全任常和对从]){_SURNAME}{_LETTER}{{0,2}}?{_CALLED}"
_BEHIND = (
    f"(?:(?<![{HAN}])|(?<=[委府部局办会和由请对央受])|(?<=尊敬的)|(?<=亲爱的)|(?<=敬爱的)"
    f"|(?<=祝)(?<![庆恭]祝)|(?<=向)(?=[{_SURNAMES}]))"
)
# What a whole name may stand behind: who is meant out of many, the group one is of, what one is.
_SHOWN = (
    "(?:(?<=其中)|(?<=特别是)|(?<=尤其是)|(?<=[像让以为给跟与同叫])|(?<=[班组队科室间站所厂村校院系)）])|(?<=[班组队科室站所厂校院系处]的)"
    "|(?<=党员|教师|医生|护士|民警|干警|工人|职工|学生|村民|模范|代表|感谢|祝贺|学习))"
)
_COUNT = "(?:\\d{1,3}|[两一二三四五六七八九十]{1,3})"
_OF_MANY = (
    f"(?:等{_COUNT}?|{_COUNT}(?=[名位]))[名位个]?(?:同志|同学|老师|师傅|医生|教授|先生|女士|人|劳模|先进|代表|选手)"
)
_LISTED = f"{_NO_NAME}{_SURNAME}{_LETTER}{{1,2}}"
_AMONG_OTHERS = (
    f"{_LISTED}(?=(?:、{_LISTED}){{1,20}}(?:{_OF_MANY}|同志|同学|老师|师傅))"
    f"|(?<=、){_LISTED}(?=(?:、{_LISTED}){{0,20}}{_OF_MANY})"
)
# 炼铁厂赵海涛、动力厂林小雨等12名同志: with where each is from, they are asked together.
_FROM = (
    f"(?:(?![的了是在把将对从由和与向为被予给等])[{HAN}]){{2,7}}?(?<=[厂矿部队处科室所站村镇乡校院司间局县区团店行])"
)
_FROM_UNITS = (
    f"(?:(?<![{HAN}])|(?<=授予|表彰|祝贺|感谢)){_FROM}{_LISTED}(?:、{_FROM}{_LISTED}){{1,20}}(?={_OF_MANY}|同志|同学)"
)
# 关于**工作 names no Mr Yu, and 全**县 no Mr Quan
_NO_MASKED = f"(?!(?<=[关对由至在位等限])于)(?![全向从常各][×*＊○某]+(?!{_POST}))"
_CN_AGE = "[二三四五六七八九]?十[一二三四五六七八九]?"
PERSON = pattern(
    rf"{_FROM_UNITS}|{_AMONG_OTHERS}|{_BEHIND}{_GIVEN}{_POST}|(?:{_BEHIND}|(?<=的)){_NO_NAME}{_CALLED_BY_NAME}"
    rf"|(?<=的){_LISTED}同志(?!们|为)"
    rf"|{_SHOWN}{_WHOLE_NAME}(?:{_POST}|{_CALLED})"
    rf"|{_SHOWN}{_WHOLE_NAME}(?=(?:今年)?(?:已经?)?(?:\d{{2}}|{_CN_AGE})多?岁)"
    rf"|{MASK}{{2,3}}{_POST}|{_NO_MASKED}[{_SURNAMES}][×*＊○某]{{1,2}}(?:{_POST}|(?!{AREA}))"
    rf"|{_AFTER_A_POST}{_NAME}(?={_WHAT_ONE_DOES}|、[{HAN}、]{{0,24}}?{_A_HEAD}{_NAME}(?:{_WHAT_ONE_DOES}))|{_APPOINTED}{_NAME}(?=为|担任|同志)|{_CONTACT}{_NAME}(?![{HAN}])"
)
A_POST = pattern(f"(?:{_POST}|{_CALLED})\\Z")
"""What a name is followed by."""
SIGNED = pattern(rf"\S[\s\u3000]+(?P<name>[{_SURNAMES}](?:[{HAN}]{{1,2}}|[\s\u3000]+[{HAN}]))\Z")
"""Whose name stands behind a post and a blank: 市长　某某"""
A_NAME = pattern(rf"[{_SURNAMES}](?:[\s\u3000]*[{HAN}×]){{1,2}}\Z")
"""A line that is a name and no more: 方 礼"""
A_POST_ALONE = pattern(rf"\A[^\s\d，。；：]{{0,30}}{_A_HEAD}(?:（[^（）]{{2,8}}）)?\Z")
"""A line that is a post and no more: 党委书记、董事长"""
