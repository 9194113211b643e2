"""What paragraphs and items serve inside a part, where they speak in passing of something else."""

from __future__ import annotations

import pytest

from drafting.draft import Move
from tests.learn.one import CARE, moves


def test_what_is_to_be_kept_or_caught_up_with_announces_no_tasks() -> None:
    found = moves(
        CARE + "一、把食堂办下去\n年底市里来验收，不到一百天了。市里要求把想吃食堂的老人全部纳入，门槛更高了。"
        "目标是一次通过验收：做到的要守牢，没做到的要赶上，剩下的12个网点力争全部补齐。快的拉一把慢的，会的教一教不会的。\n"
        "1.以更细的办法添人气。菜单由老人点。\n2.以更硬的举措补短板。12月1日前补齐网点。\n3.以更好的饭菜留老人。一餐两荤一素。\n"
        "二、把护理站建起来\n卫生院要同敬老院结成对子，每周上门巡诊一次。"
    )
    assert found["年底市里来验"] is Move.GOALS


def test_what_comes_of_it_where_nobody_answers_secures_the_tasks() -> None:
    found = moves(
        CARE + "一、把食堂建好\n年底前建成二十个食堂，山区各村可以两村合建一个。\n"
        "二、责任要压得更实\n有的工作年年部署、年年落空，要么没有人负责，要么负责的人手里没有兵。堵住这两个漏洞，安排才落得了地。\n"
        "一方面，要把责任一肩挑起来。考核中的分值由4分提高到8分。\n另一方面，要让做服务的人有位置、有本事。护理员工资高一成。"
    )
    assert found["有的工作年年"] is Move.GUARANTEE


def test_looking_back_at_the_months_gone_tells_what_was_done() -> None:
    found = moves(
        CARE
        + "一、关于助餐服务\n回头看，今年前九个月供餐42万份，比上年同期增长20%。做了多少是一方面，更要看吃得怎么样。"
        "差的也得说：热饭送不到的村还有14个，会做饭的师傅只有9名。\n"
        "1.把食堂建到村。山区各村可以两村合建一个。\n2.把人手配齐。每个食堂两名厨师。\n"
        "二、关于巡诊服务\n卫生院要同敬老院结成对子，每周上门巡诊一次。"
    )
    assert found["回头看，今年"] is Move.ACHIEVEMENTS


def test_what_a_year_has_given_to_understand_is_a_lesson() -> None:
    found = moves(
        CARE + "一、过去一年的工作\n一是食堂多了。新建食堂46个。\n二是服务细了。巡诊3200人次。\n"
        "一年来的探索给了我们深刻的启示：老人肯来，食堂才办得下去。\n"
        "二、今年的任务\n要把食堂建到村，年底前建成二十个。"
    )
    assert found["一年来的探索"] is Move.EXPERIENCE


def test_who_answers_with_what_secures_the_tasks_though_no_heading_says_so() -> None:
    found = moves(
        CARE + "一、把食堂办好\n年底前建成二十个食堂，山区各村可以两村合建一个，菜单由老人自己定。\n"
        "二、各方一起使劲\n一是属地负责，镇长是第一责任人。\n二是谁签字谁负责，再出事故的，吊销证照，移送司法机关。"
    )
    assert [found["二、各方一起"], found["一是属地负责"], found["二是谁签字谁"]] == [Move.GUARANTEE] * 3


def test_a_stage_that_is_told_before_the_tasks_still_says_where_to_go() -> None:
    found = moves(
        CARE
        + "一、明确任务，办好食堂\n示范食堂的评定三年一次，明年全部到届，每年都要复查，并且越来越严、标准越来越高。"
        "我县目前有19家，许多村启动了申报，配齐了人手，添了桌椅，名额却有限，竞争十分激烈。被授予示范的有3家，今年要靠大家一起争取。\n"
        "1.饭菜要热。冬天加保温箱。\n2.价钱要低。一餐不超过六元。\n二、把人手配齐\n每个食堂要配两名厨师。"
    )
    assert found["示范食堂的评"] is Move.GOALS


def test_a_meeting_told_of_inside_a_part_does_not_open_the_speech_again() -> None:
    found = moves(
        CARE + "一、传达好会议精神\n这次会议是经县委、县政府主要领导同志同意召开的一次十分重要的会议。"
        "副县长的讲话说了去年办成的事，也讲了没有办好的事，交代了今年的任务和办法。各村先把讲话读两遍，把会议的目的弄明白，再排自己的工期。\n"
        "二、把食堂建好\n年底前建成二十个食堂，山区各村可以两村合建一个。"
    )
    assert [found["一、传达好会"], found["这次会议是经"]] == [Move.TASKS] * 2


def test_what_stands_below_the_one_part_of_a_cut_text_does_not_open_the_speech() -> None:
    found = moves(
        CARE + "一、认清形势，增强紧迫感\n9月3日，全市养老服务现场会在邻县召开，市里的领导同志作了讲话，印发了通知，"
        "我县在会上作了表态发言。时间不等人，我们要"
    )
    assert found["9月3日，全"] is Move.SIGNIFICANCE


def test_what_leads_into_the_list_of_what_was_done_looks_back_too() -> None:
    found = moves(
        CARE + "一、要把示范食堂的创建抓到底\n今年省委老干部局印发了评定办法以后，县里召开会议作了动员，"
        "民政局把创建列入考核，各村把食堂办起来了，老人来了，主要有这样三个特点：\n"
        "一是食堂多了。新建食堂46个，培训了厨师。\n二是服务细了。巡诊了3200人次。\n三是老人满意了。满意率达到96%。\n"
        "二、把人手配齐\n每个食堂要配两名厨师。"
    )
    assert found["今年省委老干"] is Move.ACHIEVEMENTS


def test_a_paragraph_that_is_all_of_its_part_goes_with_a_clear_heading() -> None:
    found = moves(
        CARE + "一、正视问题，坚决执行县里的部署\n近年来，在县委、县政府的坚强领导下，各村按照统一部署和要求，"
        "坚持建管并重，把食堂建起来，把人手配起来，把账目管起来，在选址、采购、送餐和巡诊方面取得了一定成绩。"
        "但存在的问题也不少，热饭还送不到山上，账目对不上的还有三家，有些食堂不够卫生，这些都伤了老人的心，伤了食堂的名声。\n"
        "二、把食堂建好\n年底前建成二十个食堂，山区各村可以两村合建一个。"
    )
    assert [found["一、正视问题"], found["近年来，在县"]] == [Move.SHORTCOMINGS] * 2


def test_headings_of_one_form_do_not_part() -> None:
    found = moves(
        CARE + "（一）办好老年食堂是落实敬老传统的具体体现。儿女在外，老人一日三餐最要紧。全县有八千名老人独自吃饭，"
        "家家都有老人，人人都会老，这件事连着千家万户。\n"
        "（二）办好老年食堂是规范账目、转变作风的现实需要。食堂的账要每月公布，要认真开展自查，要坚持日清月结，"
        "要提高采购的透明度，老人吃得明白，家属付得明白，村里管得明白，干群之间少了猜疑，多了来往。"
    )
    assert [found["（一）办好老"], found["（二）办好老"]] == [Move.SIGNIFICANCE] * 2


def test_seeing_clearly_and_feeling_responsible_raises_understanding() -> None:
    found = moves(
        "在全县养老服务工作会议上的讲话\n同志们：\n今天开会。下面，就如何落实好县里的方案，讲三个方面的意见。\n"
        "一、清醒认识，切实增强做好助餐服务的责任感\n老人吃得热乎，儿女才走得安心。这件事关系到千家万户，十分重要。我们要"
    )
    assert found["一、清醒认识"] is Move.SIGNIFICANCE


def test_a_better_assessment_and_praise_for_the_best_secure_the_tasks() -> None:
    found = moves(
        CARE + "一、把食堂建好\n年底前建成二十个食堂，山区各村可以两村合建一个。\n"
        "二、完善考核办法，表彰先进食堂\n各村都要推荐，评出来的上光荣榜。\n"
        "三、把人手配齐\n每个食堂要配两名厨师。\n四、把账目管住\n食堂的账每月公布一次。"
    )
    assert found["二、完善考核"] is Move.GUARANTEE


def test_what_a_target_hangs_on_says_why_it_matters() -> None:
    found = moves(
        CARE + "一、把队伍建强\n实现三年全覆盖的目标，关键在村里的带头人，关键在灶台边的师傅。\n"
        "一是选好人。每村选一名肯干的。\n二是教好人。每季度培训一次。\n二、把账目管住\n食堂的账每月公布一次。"
    )
    assert found["实现三年全覆"] is Move.SIGNIFICANCE


def test_whose_thought_guides_is_said_in_passing_where_it_is_told_why() -> None:
    found = moves(
        CARE + "一、为什么要办下去\n办养老服务，要坚持以习近平新时代中国特色社会主义思想为指导，贯彻党的二十大精神。"
        "食堂还要办多久，常有人问。我看，要办到老人离不开、家家都放心为止。为什么这么说，先把道理讲清楚。\n"
        "1.老人需要它。全县独居老人有三千六百人。\n2.儿女盼着它。在外打工的有两万人。\n"
        "二、把食堂建到村\n年底前建成二十个食堂，山区各村可以两村合建一个，菜单由老人自己定。"
    )
    assert found["办养老服务，"] is Move.SIGNIFICANCE


def test_what_stands_behind_one_part_of_the_tasks_is_not_behind_all_of_them() -> None:
    last = "众人拾柴火焰高，管钱的把担子挑起来，出力的跟上来，谁也不当看客，各家的力量合到一起，就没有办不成的食堂！"
    tasks = "一、把食堂建到村\n（一）选好地方。山区各村可以两村合建一个。\n（二）配齐人手。每个食堂两名厨师。\n"
    more = "二、把护理站建起来\n（一）结好对子。卫生院每周上门巡诊一次。\n（二）管好药箱。药品一季度换一次。"
    assert moves(CARE + tasks + last + "\n" + more)["众人拾柴火焰"] is Move.TASKS


def test_a_heading_that_says_two_things_alike_is_about_what_stands_below_it() -> None:
    found = moves(
        CARE + "一、走过的路，越走越宽\n一是食堂多了。新建食堂46个。\n二是服务细了。巡诊3200人次。\n"
        "二、认准方向，越干越有劲头\n要抓好三件事。\n"
        "第一，把食堂建到村。年底前建成二十个食堂，山区各村可以两村合建一个。\n"
        "第二，把护理站建起来。卫生院要同敬老院结成对子，每周上门巡诊一次。\n"
        "第三，把人手配齐。要招聘护理员六十名，六月底前到岗，由县民政局培训。\n"
        "三、拧紧责任，越管越有成效\n一要领头干。镇长是第一责任人。\n二要天天管。县政府督查室每季度通报。"
    )
    assert found["二、认准方向"] is Move.TASKS


def test_thanks_behind_a_list_of_what_was_done_are_of_it_in_a_part_of_tasks_too() -> None:
    found = moves(
        CARE + "一、全力办好助餐服务\n今年二月，县政府印发方案，半年下来，新建食堂46个。\n"
        "一是食堂多了。供餐42万份，比上年同期增长20%。\n二是服务细了。为失能老人送餐3.6万份。\n"
        "跑的腿、磨的嘴都在里头，我在这里向出过力的人道一声谢谢。\n"
        "下一步，要抓好两件事。\n1.把食堂建到村。年底前建成二十个。\n2.把账目理清。由县民政局逐个核对。\n"
        "二、全力办好巡诊服务\n卫生院要同敬老院结成对子，每周上门巡诊一次。"
    )
    assert found["跑的腿、磨的"] is Move.ACHIEVEMENTS


def test_where_each_is_to_find_himself_in_a_list_it_is_of_what_is_lacking() -> None:
    found = moves(
        CARE + "一、全力办好助餐服务\n好话听多了，不好听的也要听！下面两条，条条都要对号入座。\n"
        "一是食堂开开停停。八月份停伙十天以上的有六家。\n二是账目挂得不高。十四个食堂里有五个贴在灶台后头。\n"
        "下一步，要抓好两件事。\n1.把食堂建到村。年底前建成二十个。\n2.把账目理清。由县民政局逐个核对。\n"
        "二、全力办好巡诊服务\n卫生院要同敬老院结成对子，每周上门巡诊一次。"
    )
    assert [found["一是食堂开开"], found["二是账目挂得"]] == [Move.SHORTCOMINGS] * 2


def test_aims_that_were_not_reached_are_lacking_and_what_is_stressed_of_discipline_secures() -> None:
    found = moves(
        CARE + "一、后三个月的担子很重\n对照年初的目标，还有三项指标没有达到进度：\n"
        "（1）食堂只建成24个，完成全年任务的60%。\n（2）巡诊只有480人次，比上年同期少120人次。\n（3）护理员平均持证率比全市低5个百分点。\n"
        "到年底只剩79天。各科要倒排工期。\n二、几项具体工作\n11月底前把食堂建到村。\n"
        "最后强调一下纪律。年底了，规定要记牢。谁出了问题，我找谁。\n散会。"
    )
    assert [found["（1）食堂只"], found["（2）巡诊只"], found["（3）护理员"]] == [Move.SHORTCOMINGS] * 3
    assert found["最后强调一下"] is Move.GUARANTEE


def test_what_is_heavy_and_light_is_told_apart_among_tasks() -> None:
    found = moves(
        "在全县养老服务座谈会上的讲话\n同志们：\n今天开这个会，研究养老服务，请大家谈谈情况，我也说说看法。\n"
        "看得到的进展有两个方面。\n一是食堂多了。新建食堂46个。\n二是服务细了。巡诊3200人次。\n"
        "成绩要讲，问题也要讲。\n一是食堂还不够。山区有十四个村没有。\n二是人手还不足。护理员缺六十名。\n"
        "越到后头，越见功夫。办成的要守住，没办成的要赶上。人手就这么多，往哪里用，要分个主次。好办的早一点办完，难办的早一点动手。\n"
        "1.把食堂建到村。\n一是选好地方。山区各村可以两村合建一个。\n二是配齐人手。每个食堂两名厨师。\n"
        "2.把护理站建起来。\n一是结好对子。卫生院每周上门巡诊一次。\n二是管好药箱。药品一季度换一次。\n"
        "同志们，老人等不起，让我们马上动手，把事办好！"
    )
    assert found["越到后头，越"] is Move.TASKS


@pytest.mark.parametrize("forecast", ["据预测，今夏全省最高", "据电网公司测算，今夏", "气象部门预测，今夏晴热，"])
def test_what_is_forecast_has_not_been_achieved(forecast: str) -> None:
    said = f"{forecast}用电负荷将达到4850万千瓦，同比增长7.8%，最大缺口约320万千瓦。"
    pressing = "1.2 燃料保障压力增大。当前库存煤28万吨，可用天数只有14天，低于20天的警戒线。"
    found = moves(
        "在发电厂迎峰度夏动员会上的讲话\n同志们：\n今天开这个会，部署迎峰度夏。下面，我讲几点意见。\n"
        f"1、认清形势，增强责任感\n1.1 电力需求快速增长。{said}\n{pressing}\n"
        "2、突出重点，打赢保供攻坚战\n要加强巡检，每班不少于3次。\n同志们，保供就是保民生！"
    )
    assert found["1.1 电力"] is Move.SIGNIFICANCE


def test_measures_that_must_be_hard_are_what_is_to_be_done() -> None:
    found = moves(
        CARE + "第一，成绩来之不易。上半年建成食堂27个。\n第二，短板不容忽视。护理员不够。\n第三，措施必须过硬。\n"
        "1.实行“一村一厨”。二十七个村全部配齐厨师。\n2.推行“拿卡吃饭”。县民政局、县医保局负责，年底前全部开通。\n"
        "最后，送大家一句话：老人的事就是我们自己的事。谢谢大家！"
    )
    assert [found["第三，措施必"], found["1.实行“一"], found["2.推行“拿"]] == [Move.TASKS] * 3


def test_a_part_headed_as_one_on_problems_and_its_items_are_what_is_lacking() -> None:
    found = moves(
        CARE + "一、关于成效\n去年以来，建成食堂61个。\n二、关于问题\n一是认识有偏差。有的村认为这是软任务。\n"
        "二是取菜难。缺人、缺车。\n三、关于任务\n（一）在“热”字上下功夫。冬天加保温箱。\n（二）在“近”字上下功夫。送到家里。"
    )
    assert [found["二、关于问题"], found["一是认识有偏"], found["二是取菜难。"]] == [Move.SHORTCOMINGS] * 3
    assert found["三、关于任务"] is Move.TASKS


def test_where_an_accident_came_from_is_no_reason_for_what_is_to_be_done() -> None:
    found = moves(
        CARE + "一、提高认识，增强责任感\n去年停伙5起。从原因看，一是缺菜2起，二是缺人2起，三是漏雨1起。\n"
        "二、把食堂办好\n（一）备足菜。冬天加保温箱。\n（二）配齐人。县民政局每季度培训一次。"
    )
    assert [found["一是缺菜2起"], found["二是缺人2起"], found["三是漏雨1起"]] == [Move.SHORTCOMINGS] * 3


def test_two_lists_that_each_count_from_one_are_lists_and_take_what_announces_them() -> None:
    told = moves(
        "在全省志愿服务座谈会上的讲话\n同志们：\n今天我们在这里座谈。\n"
        "去年以来，累计派出志愿者4368名，服务21万小时。回顾前一段工作，主要有以下几个特点：\n"
        "1、领导重视，组织有力。各级团委把行动摆上重要日程，省、市、县三级都成立了工作专班。\n"
        "2、形式新颖，富有创意。安远县推出“田间课堂”，请专家直播授课46场。\n"
        "3、群众欢迎，成效明显。受访群众满意率达96.4%。\n"
        "下一步，要重点抓好以下几项工作：\n"
        "1、在破解难题上下功夫。与高校共建人才库，11月底前入库3000名。\n"
        "2、在凝聚合力上下功夫。主动争取教育、卫健等部门支持，发动企业捐资。\n"
        "3、在队伍建设上下功夫。对新上岗的志愿者培训不少于40学时。\n"
        "同志们，让我们携起手来，为乡村振兴贡献力量！\n"
    )
    by_lead = {text[:6]: move.value for text, move in told.items()}
    assert {by_lead[lead] for lead in ("1、领导重视", "2、形式新颖", "3、群众欢迎")} == {"achievements"}
    assert {by_lead[lead] for lead in ("1、在破解难", "2、在凝聚合", "3、在队伍建")} == {"tasks"}


def test_hearers_that_are_each_addressed_behind_others_are_a_salutation() -> None:
    found = moves(
        "在县二中誓师大会上的讲话\n老师们、同学们，各位家长：\n下午好！\n今天，我们在这里隆重举行誓师大会。\n一是要努力。\n"
    )
    assert found["老师们、同学"] is Move.GREETING


def test_what_a_thing_is_good_for_in_few_words_is_no_achievement_whatever_proves_it() -> None:
    found = moves(
        CARE
        + "第一，为什么要复审？这是必须回答好的首要问题。\n1.复审是法定要求。按照办法，每4年评审一次，有效期到3月。\n"
        "2.复审是发展需要。近年来门急诊量由98.4万人次增加到136.7万人次，手术占比达到68.3%。\n"
        "3.复审是群众期盼。去年患者满意度为91.2分，排第5名。\n"
        "第二，怎么办？各科室要逐条自评，问题要逐项整改，按期交账。"
    )
    assert {found[lead] for lead in ("1.复审是法", "2.复审是发", "3.复审是群")} == {Move.SIGNIFICANCE}
