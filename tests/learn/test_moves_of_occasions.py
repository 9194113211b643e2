"""Occasions with words of their own: a meeting that is chaired, a mourning, a farewell, a celebration."""

from __future__ import annotations

import pytest

from drafting.draft import Move, Role
from drafting.learn import Speech, recognise


def read(*lines: str) -> Speech:
    [speech] = recognise("\n\n".join(lines))
    return speech


def moves(speech: Speech) -> dict[str, Move]:
    """The move of each block, by its first words."""
    return {found.block.text[:6]: found.block.move for found in speech.found}


CHAIRED = (
    "在全县档案工作会议上的主持词",
    "同志们：",
    "现在开会。",
    "参加今天会议的有：县档案馆全体职工，各乡镇、县直各单位的档案员，共一百二十人。",
    "今天的会议有三项议程：一是通报去年的检查结果；二是两个单位作表态发言；三是宣读表彰决定。",
    "下面进行第一项，请县档案馆馆长通报检查结果。",
    "接下来，请河口镇、县水利局依次发言。",
    "（发言完毕）",
    "下面，有请县委办公室主任宣读决定。",
    "同志们，刚才，三项议程都进行完了，通报的问题要对照整改。就落实会议精神，我讲两点要求：",
    "一要改到位。十月底以前，库房的温度、湿度都要达标，没有空调的由县财政补助。",
    "二要管起来。各单位要把档案员固定下来，一年之内不得调换，交接要有清单。",
    "今天的会议到此结束。",
)


def test_what_the_one_who_chairs_says_of_the_meeting_opens_it() -> None:
    speech = read(*CHAIRED)
    found = moves(speech)
    assert {found[line[:6]] for line in CHAIRED[2:10]} == {Move.OPENING}
    agenda = [one.block for one in speech.found if one.block.role is Role.ITEM][:3]
    assert [block.move for block in agenda] == [Move.OPENING] * 3
    assert found["一要改到位。"] is Move.TASKS
    assert found["今天的会议到"] is Move.CLOSING


def test_the_order_of_a_ceremony_is_no_list_of_tasks() -> None:
    speech = read(
        "各位来宾、同志们：",
        "今天，我们在这里举行县档案馆新馆开工仪式。",
        "现在，我宣布，县档案馆新馆重点项目开工仪式正式开始：",
        "第一项，奏国歌；",
        "第二项，请县档案馆馆长介绍新馆情况；",
        "第三项，请施工单位代表作表态发言；",
        "第四项，请县长宣布开工。",
        "谢谢大家！",
    )
    items = [one.block.move for one in speech.found if one.block.role is Role.ITEM]
    assert items == [Move.OPENING] * 4


def test_a_mourning_tells_the_life_and_what_it_leaves() -> None:
    found = moves(
        read(
            "在苗秀兰同志追悼会上的悼词",
            "同志们：",
            "今天，我们怀着沉痛的心情，悼念县档案馆退休职工苗秀兰同志。",
            "苗秀兰同志因病医治无效，于六月三日在县医院逝世，享年七十九岁。",
            "苗秀兰同志1944年2月生于本县河口镇，1963年到县档案馆工作，在库房里干了三十六年，直到退休。",
            "苗秀兰同志一生勤恳。库房漏雨的年月，她在档案架下睡了两个夏天，没有让一卷档案受潮。",
            "苗秀兰同志留给我们的，有两样东西。",
            "一是细。一卷一卷地编目，没有一个错字。",
            "二是韧。三十六年没有请过一天事假。",
            "苗秀兰同志，安息吧！",
        )
    )
    assert found["今天，我们怀"] is Move.OPENING
    assert found["苗秀兰同志1"] is Move.ACHIEVEMENTS
    assert found["苗秀兰同志一"] is Move.ACHIEVEMENTS
    assert [found["一是细。一卷"], found["二是韧。三十"]] == [Move.EXPERIENCE] * 2
    assert found["苗秀兰同志，"] is Move.CLOSING


def test_the_years_in_office_are_told_and_not_opened_with() -> None:
    found = moves(
        read(
            "在全馆职工大会上的离任讲话",
            "同志们：",
            "刚才，县委组织部宣读了决定，由新馆长接任，我完全拥护。",
            "这六年里，新馆盖起来了，数字化做到了八成，靠的是大家一卷一卷地扫。",
            "成绩只能代表过去。往后的路，请大家跟着新馆长一步一步走。",
            "祝同志们工作顺利！",
        )
    )
    assert found["这六年里，新"] is Move.ACHIEVEMENTS
    assert found["成绩只能代表"] is not Move.ACHIEVEMENTS


def test_a_list_that_shows_itself_shows_what_the_sentence_before_names() -> None:
    text = (
        "去年，全县档案工作做了大量的事，取得了新的成绩。主要表现在："
        "一是库房。六座旧库房都修过了。二是数字化。扫描了四十万页。三是服务。接待查档九百人次。"
    )
    speech = read(
        "在全县档案工作会议上的讲话",
        "同志们：",
        "今天开这个会。",
        text,
        "今年要把档案员配齐，一个单位一名。",
        "谢谢大家！",
    )
    assert [one.block.move for one in speech.found if one.block.role is Role.ITEM] == [Move.ACHIEVEMENTS] * 3


@pytest.mark.parametrize("word", ["火灾", "泄密事故"])
def test_what_happens_again_and_again_was_not_achieved(word: str) -> None:
    said = f"今年以来，各地档案库房{word}时有发生，形势十分严峻，事关历史的根脉，谁也不能大意。"
    lines = ["一、认清库房安全的要紧", said, "二、把库房管好", "年底以前，线路全部换新，值班一天也不能断。"]
    found = moves(read("在全县档案安全会议上的讲话", "同志们：", "今天开个短会，讲两点。", *lines))
    assert found["今年以来，各"] in (Move.SIGNIFICANCE, Move.SHORTCOMINGS)


def test_an_address_early_in_a_speech_without_lists_closes_nothing() -> None:
    rest = "新馆位于河口新区，上下五层，投资四千万元，明年国庆节前投入使用，全县的老档案都要搬进去。"
    found = moves(
        read(
            "在县档案馆开馆仪式上的致辞",
            "同志们：",
            "县档案馆新馆今天开工了，我代表县里表示祝贺！",
            "同志们，档案是一个地方的记性，没有档案就说不清来路。",
            rest,
            f"{rest}施工单位要把好质量关，一块砖也不能马虎，一道工序也不能少。",
            "最后，祝新馆早日建成！",
        )
    )
    assert found["同志们，档案"] is not Move.CLOSING


def test_short_sentences_over_their_paragraphs_are_headings_to_the_last() -> None:
    speech = read(
        "在全县档案工作约谈会上的讲话",
        "今天请大家来，是约谈。",
        "一、先说毛病。",
        "三个库房漏雨，两个库房没有灭火器，查了三次，改了一次。",
        "二、再说办法。",
        "月底以前一律修好，修不好的把档案先搬出来。",
        "三、最后说责任。",
        "谁签字谁负责，到期不改的，扣半年奖金，单位主要负责人到县里说明。",
        "各位馆长，档案烧掉一卷就少一卷，散会以后马上回去看库房。",
    )
    levels = {one.block.text[:6]: one.block.level for one in speech.found}
    assert levels["谁签字谁负责"] == 1
    assert levels["各位馆长，档"] == 0


def test_a_greeting_is_not_yet_the_opening() -> None:
    found = moves(
        read(
            "在职工运动会开幕式上的致辞",
            "各位运动员、同志们：",
            "大家上午好！",
            "秋高气爽，我们迎来了全县第三届职工运动会，我代表县总工会向筹备运动会的同志表示感谢！",
            "希望运动员赛出风格，希望裁判员公正执法。",
            "谢谢大家！",
        )
    )
    assert found["秋高气爽，我"] is Move.OPENING


def test_what_a_meeting_is_marked_by_is_listed_in_its_opening() -> None:
    speech = read(
        "在全县档案工作会议上的讲话",
        "同志们：",
        "今天的会议主要有三个特点。一是规模较大，各单位的档案员都来了。二是时间较短。三是内容实在，要办的事都印在纸上了。",
        "下面，我讲两点意见。",
        "一、把库房修好",
        "年底以前，漏雨的库房一律修好，修不好的先把档案搬出来。",
        "二、把人手配齐",
        "一个单位一名档案员，一年之内不得调换，县档案馆每季度培训一次。",
    )
    features = [one.block.move for one in speech.found if one.block.marker in ("一是", "二是", "三是")]
    assert features == [Move.OPENING] * 3


def test_a_greeting_run_into_one_paragraph_falls_into_its_parts() -> None:
    speech = read(
        "各位护理同仁、同事们：大家好！今天，我们齐聚一堂，庆祝护士节。我代表医院向全院护士致以节日的问候！"
        "护理是医院的半边天，查房、换药、翻身、喂饭，哪一样都离不开护士的一双手，病人记得最牢的也是这双手。"
        "去过病房的人都知道，夜里三点钟，走廊尽头那盏灯底下，总有一个护士在写记录，写完了又起身去听哪一床的动静。"
        "也知道手术室的护士站上一天，下台的时候腿是肿的，防护服里的衣裳能拧出水来，可是没有一个人叫苦，也没有一个人提前走。"
        "过去的一年里，护理部办成了夜间门诊，压疮的病人少了六成，收到锦旗四十面，家属来信一百二十封，没有一起投诉。"
        "最后，祝大家节日快乐！谢谢大家！"
    )
    found = moves(speech)
    assert found["过去的一年里"] is Move.ACHIEVEMENTS
    assert found["最后，祝大家"] is Move.CLOSING


def test_those_who_are_honoured_are_praised_for_what_they_have_done() -> None:
    found = moves(
        read(
            "在全县护林员表彰会上的讲话\n同志们：\n今天我们隆重集会，表彰一批护林员。\n"
            "今天受到表彰的26名护林员，是全县林业战线的优秀代表。\n"
            "他们用二十年的脚步诠释了守山护林的精神，这是全县最宝贵的精神财富，必将激励更多的人。\n"
            "希望大家向他们学习，把每一座山看好。"
        )
    )
    assert [found["今天受到表彰"], found["他们用二十年"]] == [Move.ACHIEVEMENTS] * 2


def test_at_the_laying_of_a_stone_the_plan_and_the_use_of_the_work_are_told_apart() -> None:
    found = moves(
        read(
            "在水厂开工仪式上的讲话\n同志们：\n水厂今天开工了！我代表县里向建设者致以问候！\n"
            "为了让山里人喝上净水，今年县里决定加大基础设施的投入，计划开工建设四座水厂，总投资约三亿元。\n"
            "该工程的建成，将有效改善山区的饮水，大大提高群众的健康水平，对留住人、兴产业也有帮助。\n"
            "希望各方精心组织，科学施工，确保质量和安全。\n最后，祝工程顺利，谢谢大家！"
        )
    )
    assert found["为了让山里人"] is Move.GOALS
    assert found["该工程的建成"] is Move.SIGNIFICANCE


def test_a_meeting_that_has_reached_its_end_is_no_target() -> None:
    found = moves(
        read(
            "在县医院职工大会上的讲话\n同志们：\n县医院职工大会在大家的努力下，已经完成了各项议程。\n"
            "会议期间，代表们听取并审议了两个报告，讨论了三个办法。\n"
            "会议达到了明确目标、凝聚共识、鼓足干劲的目的，取得了圆满成功。\n下面，我再讲几点意见。\n"
            "一、把病人看好\n门诊要延长两个小时，急诊要随到随看。希望大家把病人当亲人，把病历写清楚，把"
        )
    )
    assert found["会议达到了明"] is Move.OPENING


def test_the_order_of_the_day_opens_whatever_its_matters_are_called() -> None:
    found = moves(
        read(
            "开工现场主持词\n同志们：\n今天的会议议程有：\n一、局长介绍水厂建设进展情况。\n二、镇长作表态发言。\n"
            "三、请县长讲话。\n刚才三位同志讲了话，下面我就落实提几点要求：\n"
            "一、抓好落实。各镇要在三天内把任务分到村，村里把任务分到户。\n二、守住安全。塔吊下面不许站人。"
        )
    )
    assert [found["一、局长介绍"], found["二、镇长作表"]] == [Move.OPENING] * 2


def test_behind_the_order_of_the_day_the_speech_is_opened() -> None:
    found = moves(
        read(
            "养老服务工作会议主持词\n同志们：\n今天召开全县养老服务工作会议。下面根据会议议程依次进行：\n"
            "一、请民政局长宣读表彰文件。\n二、颁奖。\n三、请县长讲话。\n"
            "同志们：大会的各项议程已经进行完毕。会上，县长作了重要讲话，表彰了一批食堂。下面我再强调几点：\n"
            "1、认识要到位。刚才，县长的讲话论述了养老服务的重大意义，各镇要把思想统一到讲话的要求上来。\n"
            "2、措施要到位。大会部署了今年的任务，各镇要把会上的部署落到村里，制定办法，排出日子。\n"
            "3、责任要到位。镇长负总责，年终要考核。"
        )
    )
    assert [found["一、请民政局"], found["二、颁奖。"], found["三、请县长讲"]] == [Move.OPENING] * 3
    assert [found["1、认识要到"], found["2、措施要到"]] == [Move.SIGNIFICANCE, Move.TASKS]


def test_so_many_wishes_announced_in_figures_still_open_a_speech() -> None:
    found = moves(
        read(
            "在全县护林员表彰会上的讲话\n同志们：\n今天我们隆重集会，表彰一批护林员。\n"
            "去年全县没有发生一起山火，成绩来之不易。\n"
            "实现三年不起火的目标，需要全体护林员挑起担子。\n"
            "我代表县林业局，向全体护林员提3点建议和希望。\n"
            "一、把山看好\n每天巡山两趟，逢集日加一趟，坟头烟头都要看住。希望大家"
        )
    )
    assert found["我代表县林业"] is Move.OPENING


def test_whom_a_speech_praises_to_their_faces_they_have_done_well() -> None:
    found = moves(
        read(
            "在护林员节上的讲话\n护林员同志们：\n今天是大家的节日，我向你们表示祝贺！\n"
            "风里雨里，山上总有你们的身影。我要对你们说一句赞美的话：你们从来都是全县最肯吃苦、最守信用的一群人。"
            "如果说林海是一座宝库，你们就是这座宝库最忠诚的守门人！\n"
            "最后，祝大家身体健康！谢谢！"
        )
    )
    assert found["风里雨里，山"] is Move.ACHIEVEMENTS
