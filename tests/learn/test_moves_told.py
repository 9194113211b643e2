"""What a speech says of its parts where no heading names them: announcements, leads into lists, what is behind."""

from __future__ import annotations

import pytest

from drafting.draft import Move
from tests.learn.one import CARE, moves, only


def test_what_is_listed_a_second_time_before_the_first_part_is_still_lacking() -> None:
    found = moves(
        "在全县养老服务现场会上的讲话\n同志们：\n今天我们在河口镇开会，看了三个食堂。河口镇给我们两条启示。\n"
        "一是要早动手。河口镇三年前就建起了食堂。\n二是要大家办。菜单由老人自己定。\n"
        "放到全县去看，路子要跟着变，要抓紧转过两个弯。\n"
        "一是由政府包办转向多方分担。\n二是由建得起来转向办得下去。\n下面，我讲两点意见。\n"
        "一、把食堂建好\n年底前建成二十个食堂，山区各村可以两村合建一个，建一个就要办好一个。\n"
        "二、把人手配齐\n各村要配齐厨师和送餐员，民政局每季度培训一次，考过了再上岗。"
    )
    assert found["一是要早动手"] is Move.EXPERIENCE
    assert [found["一是由政府包"], found["二是由建得起"]] == [Move.SHORTCOMINGS] * 2


def test_the_sentence_that_announces_a_list_need_not_be_the_last() -> None:
    found = moves(
        CARE + "一、把服务做细\n食堂要办得老人愿意来。各村先抓三件事。往下说到的困难，大家心里有数，不必绕着走。\n"
        "1.饭菜要热。冬天加保温箱。\n2.价钱要低。一餐不超过六元。\n3.路要近。腿脚不便的送到家。\n"
        "二、把责任压实\n村支部书记负总责。"
    )
    assert [found["1.饭菜要热"], found["2.价钱要低"], found["3.路要近。"]] == [Move.TASKS] * 3


def test_what_a_list_is_of_may_stand_in_the_sentence_before_its_announcement() -> None:
    found = moves(
        CARE + "一、这是老人的共同心声\n上个月，局里请了四十位老人来提意见。听下来，有两条。\n"
        "第一是路远。有人说：“走到了，饭也凉了。”最远的村要走四十分钟。\n第二是菜凉。有人说：“捧回家一摸，没有热气。”\n"
        "二、下一步怎么办\n十月底前每个村设一个取餐点。"
    )
    assert [found["第一是路远。"], found["第二是菜凉。"]] == [Move.SHORTCOMINGS] * 2


def test_what_leads_into_the_list_of_a_part_says_where_to_go() -> None:
    found = moves(
        CARE + "一、关于居家养老\n今年新建食堂46个，培训护理员320人，受理申请1100件。\n"
        "接下来，总的目标是：两年内让想吃食堂的老人都有食堂可吃，使护理员持证率由七成提高到九成以上。"
        "先把基础打牢，一处一处做出样子来。样子做出来了，别的地方自然会学。归到行动上，抓好两件事。\n"
        "1.把食堂建到村。山区各村可以两村合建一个。\n2.把人手配齐。每个食堂两名厨师。\n"
        "二、关于医养结合\n卫生院要同敬老院结成对子，每周上门巡诊一次。"
    )
    assert found["今年新建食堂"] is Move.ACHIEVEMENTS
    assert found["接下来，总的"] is Move.GOALS
    assert [found["1.把食堂建"], found["2.把人手配"]] == [Move.TASKS] * 2


def test_who_answers_for_the_tasks_may_stand_behind_them_in_the_same_part() -> None:
    found = moves(
        CARE
        + "一、关于居家养老\n要抓好两件事。\n1.把食堂建到村。年底前建成二十个。\n2.把人手配齐。每个食堂两名厨师。\n"
        "各乡镇党委书记是第一责任人，要亲自抓。县财政安排400万元专项资金，列入预算；督查室每两月暗访一次，结果全县通报。\n"
        "二、关于医养结合\n卫生院要同敬老院结成对子，每周上门巡诊一次。"
    )
    assert found["各乡镇党委书"] is Move.GUARANTEE


def test_effects_that_are_wanted_are_no_effects_that_were_had() -> None:
    found = moves(
        CARE + "一、走稳每一步\n先干什么、靠什么保证，都要想清楚，干出章法，干出成效！\n"
        "（一）饭菜要热。冬天加保温箱。\n（二）价钱要低。一餐不超过六元。\n二、压实责任\n村支部书记负总责。"
    )
    assert Move.ACHIEVEMENTS not in found.values()


def test_a_heading_of_several_clauses_goes_to_the_task_it_ends_with() -> None:
    found = moves(
        CARE + "一、认清形势，明确目标，完成今年各项任务\n"
        "1.把食堂建到村。年底前建成二十个。\n2.把人手配齐。每个食堂两名厨师。\n"
        "二、加强领导，确保落实\n村支部书记负总责。"
    )
    assert found["一、认清形势"] is Move.TASKS
    assert found["1.把食堂建"] is Move.TASKS


def test_a_speech_without_parts_opens_once() -> None:
    found = moves(
        "在全乡干部大会上的讲话\n同志们，本来不打算讲话，听了几个村的汇报，忍不住说几句。\n"
        "有的村修路说了三年，还是泥巴路，群众意见很大。\n有的村集体收入花到哪里，谁也说不清。\n"
        "年轻人都出去了，干部青黄不接的问题比较突出。\n路今年一定修通，账每个季度贴一次。\n我就说这么多。散会。"
    )
    assert found["同志们，本来"] is Move.OPENING
    assert found["年轻人都出去"] is Move.SHORTCOMINGS
    assert found["我就说这么多"] is Move.CLOSING


def test_guests_with_foreign_names_are_addressed() -> None:
    speech = only(
        "在项目签约仪式上的致辞\n尊敬的Dr. Klaus Weber先生，尊敬的Siemens AG各位代表，\n女士们、先生们：\n"
        "今天，我们签署合作协议。\n预祝合作圆满成功！"
    )
    assert [block.move for block in speech.draft.blocks[1:3]] == [Move.GREETING] * 2


def test_what_stands_before_the_one_list_of_a_speech_without_parts_does_not_open_it() -> None:
    found = moves(
        "在内科早会上的讲话\n各位同事，耽误大家十分钟。院里昨天开了质量分析会，我把情况说一下。\n"
        "先说好的。一季度收治病人612人次，平均住院日由8.1天降到7.2天，春节七天没有一个人请假。\n"
        "再说被点名的。两起跌倒都在夜里，出院病人满意度比全院低4个点，意见集中在没有把话说完。\n"
        "从今天起，改下面两条：\n1.夜班两小时巡一次房，床头挂黄牌。\n2.高危药品双人核对，当场签字。\n"
        "护士长负责头一条，我负责后一条。每周五早会通报一次，没有差错的小组奖励两天调休。\n就这些，查房吧。"
    )
    assert found["各位同事，耽"] is Move.OPENING
    assert [found["先说好的。一"], found["再说被点名的"]] == [Move.ACHIEVEMENTS, Move.SHORTCOMINGS]
    assert [found["从今天起，改"], found["1.夜班两小"]] == [Move.TASKS] * 2
    assert found["护士长负责头"] is Move.GUARANTEE


def test_thanks_are_said_for_what_was_done() -> None:
    found = moves(
        CARE + "第一，说几句感谢的话\n一年下来，护理员都出了力，很不容易。\n第二，把食堂办好\n年底前建成二十个食堂。"
    )
    assert found["第一，说几句"] is Move.ACHIEVEMENTS


def test_the_target_of_one_task_is_no_target_of_the_speech() -> None:
    found = moves(
        CARE + "一、抓好三件事\n（一）建食堂\n目标是年内建成二十个，覆盖率达到八成以上。要先建山区，再建川区。\n"
        "（二）招人手\n每个食堂两名厨师，考过了再上岗。\n二、加强组织领导\n各乡镇党委书记是第一责任人。"
    )
    assert found["目标是年内建"] is Move.TASKS


def test_items_that_say_something_are_told_by_what_is_listed_below_them() -> None:
    found = moves(
        CARE
        + "一、抓好三件事\n第一，建食堂。年底前建成二十个，先建山区，后建川区。\n第二，招人手。每个食堂两名厨师。\n"
        "第三，大家一股劲。打算再好，也要有人去做。\n一是由分管县长任组长，每月调度一次。\n"
        "二是县财政安排经费400万元，专款专用。\n三是督查室暗访，结果通报，年底考核兑现。"
    )
    assert found["第三，大家一"] is Move.GUARANTEE
    assert found["第一，建食堂"] is Move.TASKS


def test_hearers_who_are_addressed_group_by_group_are_not_taken_leave_of_each_time() -> None:
    found = moves(
        "在读书月启动集会上的讲话\n老师们、同学们：\n读书月今天开始了。下面提两个建议。\n"
        "第一个建议，每天读二十分钟。\n第二个建议，读完讲给一个人听。\n"
        "老师们，学校今年拿出经费2.6万元添新书，每周三领着大家读，月底评比。\n同学们，愿你们在书里遇见自己。\n谢谢大家！"
    )
    assert found["老师们，学校"] is not Move.CLOSING
    assert found["同学们，愿你"] is Move.CLOSING


@pytest.mark.parametrize(
    ("heading", "move"),
    [
        ("一鼓作气，甩掉两种情绪", Move.SIGNIFICANCE),
        ("身上的厌战情绪要丢掉", Move.SIGNIFICANCE),
        ("管一管会后的落实", Move.GUARANTEE),
        ("把定下的事落到底", Move.GUARANTEE),
    ],
)
def test_a_heading_of_moods_raises_spirits_and_one_of_carrying_out_secures(heading: str, move: Move) -> None:
    found = moves(
        CARE + f"一、把食堂建好\n年底前建成二十个食堂。\n二、{heading}\n散会以后人人都想一想。\n三、把人配齐\n配厨师。"
    )
    assert found[f"二、{heading}"[:6]] is move


def test_what_a_heading_demands_has_not_been_achieved() -> None:
    found = moves(
        CARE
        + "一、思想上要高度重视\n老人等不起，食堂要快办。\n二、措施上要扎实有效\n（一）办食堂。五月底前开张二十个。\n"
        "（二）配人手。六月上旬培训一次。\n三、责任上要落实到位\n各镇主要负责同志是第一责任人，出了问题要追责。"
    )
    assert found["一、思想上要"] is Move.SIGNIFICANCE
    assert found["二、措施上要"] is found["（一）办食堂"] is Move.TASKS
    assert found["三、责任上要"] is Move.GUARANTEE


def test_a_list_that_names_the_parts_to_come_opens_the_speech() -> None:
    found = moves(
        "在全县养老服务培训班上的讲话\n同志们：\n今天我给大家讲一课。主要讲三个问题：第一个问题，为什么要办；"
        "第二个问题，办什么；第三个问题，怎么办。\n"
        "一、为什么要办：老人盼着\n全县六十岁以上的老人有四万，独自生活的占了一半，吃饭是头一件难事。\n"
        "二、办什么：食堂和上门服务\n每个村设一个取餐点，山区可以两村合设一个，送餐要送到家。\n"
        "三、怎么办：县乡村一起干\n民政局牵头，各乡镇出场地，村里出人手，每季度通报一次进度。\n我就讲到这里，谢谢大家！"
    )
    assert [found["第一个问题，"], found["第二个问题，"], found["第三个问题，"]] == [Move.OPENING] * 3


def test_the_stages_of_a_campaign_are_what_is_to_be_done_its_inspection_too() -> None:
    found = moves(
        CARE + "怎么建食堂？分三步走。\n（一）自查阶段（3月1日—3月31日）。各村对照清单逐项排查，建立台账。\n"
        "（二）整改阶段（4月1日—5月10日）。能改的立即改，一时改不了的先停用。\n"
        "（三）督查验收阶段（5月11日—5月31日）。县民政局组成8个督查组，逐村验收，不合格的在全县通报。\n"
        "把这件事办好，要有人管、有人问。\n一要加强领导。各村要成立专班。\n二要严肃问责。对敷衍塞责的，严肃追究责任。"
    )
    assert [found["（一）自查阶"], found["（二）整改阶"], found["（三）督查验"]] == [Move.TASKS] * 3


def test_a_list_takes_the_move_of_what_says_it_is_worth_learning() -> None:
    found = moves(
        CARE + "一、学习河口，看看人家是怎么干的\n三年前，河口镇一个食堂也没有。现在建了十二个，老人满意率达到96%。\n"
        "一是书记带头不挂名。镇党委书记每月进食堂吃两顿饭。\n二是资金整合不撒“胡椒面”。把四笔钱捆起来用。\n"
        "二、对照河口，找一找差距\n有的村食堂开开停停，老人意见很大。\n三、把下一步工作抓到位\n十月底前每个村设一个取餐点。"
    )
    assert [found["一是书记带头"], found["二是资金整合"]] == [Move.EXPERIENCE] * 2
    found = moves(
        CARE + "一、前一段的工作\n这几个月，河口镇动手早，有几点值得大家学习。\n"
        "一是算账在先。开办之前先算了三年的账，一餐贴多少心里有数。\n二是菜单公开。每周五贴出了下一周的菜单，老人自己点。\n"
        "二、下一步怎么办\n十月底前每个村设一个取餐点。"
    )
    assert [found["一是算账在先"], found["二是菜单公开"]] == [Move.EXPERIENCE] * 2


def test_what_gives_joy_was_achieved_and_what_gives_worry_is_lacking() -> None:
    found = moves(
        CARE + "一、前三季度喜忧参半\n喜的方面：\n一是食堂稳步增加。全县建成二十个，比去年多了八个。\n"
        "二是价钱降了。一餐平均六元。\n忧的方面：\n一是亏损的多了。有七个食堂入不敷出。\n"
        "二是人手不稳。一年换了十二名厨师。\n二、下一步怎么办\n十月底前每个村设一个取餐点。"
    )
    assert found["一是亏损的多"] is Move.SHORTCOMINGS
    assert found["一是食堂稳步"] is Move.ACHIEVEMENTS
