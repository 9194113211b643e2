"""What the place of a paragraph says of it where its words say little: beside lists, behind the parts."""

from __future__ import annotations

import pytest

from drafting.draft import Move
from tests.learn.one import CARE, moves

PARTS = (
    "一、把食堂建好\n年底前建成二十个食堂，山区各村可以两村合建一个，建一个就要办好一个。\n"
    "二、把人手配齐\n各村要配齐厨师和送餐员，民政局每季度培训一次，考过了再上岗。\n"
)


def test_what_stands_between_the_last_part_and_the_closing_says_how_the_parts_are_secured() -> None:
    found = moves(
        CARE + PARTS + "一是招人。年底前招满三十名。\n二是练人。练不好的不上灶。\n"
        "话带回去，要挑同各村有关的讲，讲完了坐下来排一排，哪些先动手，哪些等条件。\n"
        "同志们，老人吃得热乎，儿女才走得安心。让我们把这件事办好！"
    )
    assert found["话带回去，要"] is Move.GUARANTEE
    assert found["同志们，老人"] is Move.CLOSING


def test_an_address_before_the_parts_does_not_close_the_speech() -> None:
    found = moves(
        "在老年食堂开张仪式上的讲话\n同志们：\n上午好！\n"
        "三年前这里还是一间空仓库，冬天的风从窗缝里往里灌。\n"
        "同志们，让我们向在灶台边忙了一年的师傅们鼓掌！\n" + PARTS
    )
    assert found["同志们，让我"] is not Move.CLOSING


def test_a_short_farewell_before_the_last_words_is_part_of_the_closing() -> None:
    found = moves(CARE + PARTS + "再次感谢大家的辛苦。\n同志们，散会以后就动手。")
    assert found["再次感谢大家"] is Move.CLOSING


def test_the_last_paragraph_of_a_paper_closes_it() -> None:
    found = moves(
        "关于做好养老服务工作的意见\n各乡镇：\n为办好养老服务，现提出以下意见。\n"
        "一、建好食堂\n各乡镇要在年底前建成二十个食堂。\n二、加强组织领导\n各乡镇主要负责同志负总责。\n"
        "请结合实际抓好落实，执行中的问题及时报告县民政局。"
    )
    assert found["请结合实际抓"] is Move.CLOSING


def test_the_one_paragraph_below_the_last_heading_of_a_paper_is_no_closing() -> None:
    found = moves(
        "关于做好养老服务工作的意见\n各乡镇：\n为办好养老服务，现提出以下意见。\n"
        "一、建好食堂\n各乡镇要在年底前建成二十个食堂。\n二、加强组织领导\n各乡镇主要负责同志负总责，每季度听取一次汇报。"
    )
    assert found["各乡镇主要负"] is Move.GUARANTEE


def test_a_lesson_is_drawn_behind_the_list_of_what_was_achieved() -> None:
    found = moves(
        CARE + "一、一年来的工作有了新进展\n成绩有三条。\n（一）食堂建起来了。新建食堂46个。\n"
        "（二）人手多起来了。培训护理员320人。\n"
        "（三）老人笑起来了。满意率达到96%。\n说起来，无非是把锅灶搬到老人门口，多问一声，少等一天。\n"
        "二、下一步怎么办\n十月底前每个村设一个取餐点，年底前要配齐送餐员。"
    )
    assert found["说起来，无非"] is Move.EXPERIENCE


def test_thanks_behind_such_a_list_are_for_what_was_achieved() -> None:
    found = moves(
        CARE + "一、一年来的工作有了新进展\n成绩有两条。\n（一）食堂建起来了。新建食堂46个。\n"
        "（二）人手多起来了。培训护理员320人。\n"
        "我向在灶台边忙了一年的同志们，道一声：辛苦了！\n"
        "二、下一步怎么办\n十月底前每个村设一个取餐点，年底前要配齐送餐员。"
    )
    assert found["我向在灶台边"] is Move.ACHIEVEMENTS


def test_what_leads_into_a_list_tells_what_the_list_is_of_though_it_does_not_say_so() -> None:
    found = moves(
        CARE + "一、一年来的工作\n今年以来新建食堂46个，培训护理员320人。\n"
        "成绩不等于没有毛病。上个月看了九个食堂，差距不小，意见集中，问题拖不得。我把看到的说出来，大家听一听。\n"
        "一是灶上。八个食堂的菜到中午一点就凉了。\n二是账上。五个食堂的流水对不上。\n"
        "二、下一步怎么办\n十月底前每个村设一个取餐点，年底前要配齐送餐员。"
    )
    assert [found["一是灶上。八"], found["二是账上。五"]] == [Move.SHORTCOMINGS] * 2


def test_what_another_part_is_about_is_said_in_passing_behind_tasks() -> None:
    tasks = "一、把食堂建好\n（一）建二十个食堂。年底前建成。\n（二）配四十名厨师。月底前到岗。\n"
    behind = "先建的要帮后建的，人手和办法上多给支持。谁来负责、怎样考核、出了问题追究谁，都要一清二楚。\n"
    found = moves(CARE + tasks + behind + "二、加强领导，形成合力\n主要负责同志负总责，督查室每月通报一次。")
    assert found["先建的要帮后"] is Move.TASKS


def test_a_first_item_that_says_where_to_go_leaves_the_paragraph_before_it_to_the_tasks() -> None:
    found = moves(
        CARE + "一、怎么办好这件事\n热情鼓起来了，还要用到点子上。光有热情没有办法，走得越快，落下的越多。"
        "图纸画得清，房子才盖得牢。先干什么、后干什么、请谁来干，动身以前都要商量停当。\n"
        "（一）把方向对准。让老人出门就有热饭吃。\n（二）把食堂建好。年底前建成二十个。\n"
        "（三）把人手配齐。每个食堂两名厨师。"
    )
    assert found["热情鼓起来了"] is Move.TASKS


def test_the_preamble_of_a_paper_says_what_is_wanted_though_it_begins_with_the_past_year() -> None:
    found = moves(
        "关于做好2026年养老服务工作的意见\n各乡镇：\n"
        "2025年，养老服务取得新的进展。食堂达到46个，比上年增加12个。不足主要是：山区的站点太少，配送不够及时。"
        "为补齐短板，提出以下意见。\n"
        "一、建好食堂\n各乡镇要在年底前建成二十个食堂。\n二、加强组织领导\n各乡镇主要负责同志负总责。"
    )
    assert found["2025年，"] is Move.GOALS


def test_what_is_to_be_acknowledged_in_points_was_achieved() -> None:
    found = moves(
        CARE + "账摆在桌上，办法出在底下。从面上看，有两个方面应当充分肯定。\n"
        "一是站点铺开有章法。各村推出送餐线路27条。\n二是听取意见有着落。老人提了，第二天就改。\n" + PARTS
    )
    assert [found["一是站点铺开"], found["二是听取意见"]] == [Move.ACHIEVEMENTS] * 2


def test_an_answer_to_those_who_spoke_before_belongs_to_the_opening() -> None:
    found = moves(
        CARE + "刚才，三个村讲了送餐的难处。\n大家提的难处，能定的现在就予以答复。北片三个村的车，民政局调剂一辆。\n"
        "下面，我讲两点意见。\n" + PARTS
    )
    assert found["大家提的难处"] is Move.OPENING


def test_the_last_words_of_a_text_that_is_cut_off_close_nothing() -> None:
    found = moves(
        "园林局长的讲话\n同志们：\n今天，县里召开绿化会议，主要议题是总结去年的绿化，安排今年的任务，把县城种满树。\n"
        "刚才，大家一起看了三个公园和两条新路的行道树。\n去年的绿化取得了突破性进展，种树三万棵，新建公园三个。\n"
        "主要呈现出以下四个特点：\n⒈选址合理。\n种什么树，先看土壤和水。\n土样送到省里，请懂树的人一样一样地看，看完了再"
    )
    assert Move.CLOSING not in found.values()


def test_thanks_without_a_mark_behind_them_still_close_a_speech() -> None:
    found = moves(CARE + PARTS + "今天就到这里，散会以后就动手。\n谢谢大家")
    assert found["谢谢大家"] is Move.CLOSING


DEMANDS = "要加大投入，把档案经费纳入财政预算。\n要把库房管好，每季度检查一次。\n"
LEAVE = "同志们，让我们团结一心，把这件事办好！"


@pytest.mark.parametrize("heading", ["三、工作要求", "三、几点要求", "三、提三点要求"])
def test_mere_demands_behind_the_tasks_say_how_these_are_secured(heading: str) -> None:
    before = CARE + "一、去年的工作\n去年建成食堂十个，一百二十位老人吃上了热饭。\n"
    tasks = "二、今年重点任务\n（一）抓好建设。年底前建成食堂二十个。\n（二）抓好送餐。送餐上门三千人次。\n"
    found = moves(before + tasks + f"{heading}\n{DEMANDS}{LEAVE}")
    assert found["二、今年重点"] is Move.TASKS
    assert found[heading[:6]] is Move.GUARANTEE
    assert found["要加大投入，"] is Move.GUARANTEE
    alone = moves(before + f"{heading.replace('三', '二', 1)}\n{DEMANDS}{LEAVE}")
    assert alone[heading.replace("三", "二", 1)[:6]] is Move.TASKS


@pytest.mark.parametrize(
    "meeting",
    [
        "今天开这个会，就是总结上半年，部署下半年。",
        "刚才，征管股通报了质量情况，石桥分局、西河分局作了表态，希望大家学习借鉴。",
        "这次会议的主要任务是，总结上半年工作，部署下半年任务。刚才，江海平同志宣读了决定。",
    ],
)
def test_a_first_paragraph_that_tells_of_the_meeting_opens_the_speech_though_it_begins_with_the_year(
    meeting: str,
) -> None:
    year = "上半年，各分局按照县局部署，克服困难，扎实工作，较好完成了时间任务双过半目标。"
    parts = "下面，我讲两个问题。\n一、上半年的特点\n（一）进度好。入库税收7.24亿元。\n（二）基础牢。清理空户216户。\n"
    tasks = "二、下半年的工作\n（一）清缴欠税。要逐户制定计划。\n（二）规范发票。要开展抽查。\n同志们，让我们再接再厉！"
    head = "在全县税收征管工作推进会上的讲话\n同志们：\n"
    assert moves(head + year + meeting + "\n" + parts + tasks)["上半年，各分"] is Move.OPENING
    assert moves(head + year + "共清理空挂户216户。\n" + parts + tasks)["上半年，各分"] is Move.ACHIEVEMENTS
