"""What is argued in the words that most speeches have: why it matters, what is lacking, where one stands."""

from __future__ import annotations

import pytest

from drafting.draft import Move
from tests.learn.one import CARE, moves

HEAD = "在全县养老服务工作会议上的讲话\n同志们：\n今天，我们召开养老服务工作会议，研究下一步的工作。\n"
TAIL = (
    "\n一、把食堂建好\n年底前建成二十个食堂，山区各村可以两村合建一个，建一个就要办好一个。\n"
    "二、把人手配齐\n各村要配齐厨师和送餐员，民政局每季度培训一次，考过了再上岗。\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "一、要深刻领会巡查督查考核的重要意义",
        "一、理解督查工作的现实意义",
        "一、下定办好食堂的决心",
        "一、居安思危，时时警钟长鸣",
        "一、不忘来路，牢记使命",
    ],
)
def test_a_heading_that_says_why_it_matters_raises_understanding(heading: str) -> None:
    found = moves(
        CARE + f"{heading}\n老人的一餐饭，牵着一家人的心。{TAIL.replace('二、', '三、').replace('一、', '二、')}"
    )
    assert found[heading[:6]] is Move.SIGNIFICANCE


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("健康是一切的基础，没有健康，说什么幸福晚年都是空话；食堂更是老人赖以生存的依靠。", Move.SIGNIFICANCE),
        ("成绩值得肯定，但问题更要说清。我们必须清醒看到，办食堂面临不少困难，账怎么记。", Move.SHORTCOMINGS),
        ("当前，我县的养老服务正处在由点到面、全面铺开的关键阶段，往后三年要村村有食堂。", Move.GOALS),
    ],
)  # fmt: skip
def test_argument_before_the_parts(text: str, move: Move) -> None:
    assert moves(HEAD + "去年全县建成食堂二十个，老人吃得热乎。\n" + text + TAIL)[text[:6]] is move


def test_a_document_with_a_year_that_somebody_read_out_is_no_life_story() -> None:
    text = "刚才，李红同志宣读了2024年养老服务工作方案，三个乡镇签订了责任书，干劲十足，让我们备受鼓舞。"
    lists = "今年的任务比往年都重。一是老人多了，二是厨师少了，三是离验收只剩两个月。\n"
    found = moves(
        f"在全县养老服务誓师大会上的讲话\n{lists}{text}\n下面，我强调三个方面的问题：\n一、坚定办好食堂的信心\n"
    )
    assert found[text[:6]] is Move.OPENING


def test_a_speech_may_say_why_it_matters_before_it_says_that_points_follow() -> None:
    found = moves(
        HEAD + "去年全县建成食堂二十个，服务老人三千名，群众给予了很高的评价，这是大家共同努力的结果。\n"
        "养老连着家家户户，等不得也慢不得。\n下面，我代表县政府提两点建议和希望。" + TAIL
    )
    assert found["养老连着家家"] is Move.SIGNIFICANCE
    assert found["下面，我代表"] is Move.OPENING


def test_that_points_are_stressed_does_not_say_what_they_are() -> None:
    found = moves(
        HEAD + "下面，我重点讲四点意见。\n一、要坚定办好食堂的信心\n老人的一餐饭，牵着一家人的心，等不得也慢不得。"
    )
    assert found["一、要坚定办"] is Move.SIGNIFICANCE


def test_what_is_asked_for_before_a_farewell_is_not_the_closing() -> None:
    found = moves(
        "在养老中心开工仪式上的致辞\n各位来宾：\n今天，我们在这里举行养老中心开工仪式，我代表县政府表示热烈的祝贺！\n"
        "希望施工单位精心组织，科学施工，把中心建成放心工程，相信一定能向全县老人交出一份满意的答卷！\n"
        "最后，祝工程顺利，祝各位身体健康！谢谢大家！"
    )
    assert found["希望施工单位"] is Move.TASKS
    assert found["最后，祝工程"] is Move.CLOSING


def test_the_first_of_two_paragraphs_of_a_part_need_not_say_where_to_go() -> None:
    text = (
        "抓食堂就是抓民心，对我们这样的山区县来说，这件事比什么时候都要紧。从现在起，各村要把灶台、仓库理顺，"
        "要把账本记清，把送餐的路线排好，民政所一个村一个村去看，看了记下来，查出毛病马上改正。"
    )
    found = moves(CARE + f"一、把食堂建好\n{text}\n厨师要有健康证，一人一档。\n二、把人手配齐\n各村要配齐送餐员。")
    assert found[text[:6]] is Move.TASKS


def test_a_list_of_the_following_kinds_is_of_what_the_sentence_names() -> None:
    found = moves(
        HEAD
        + "一、提高对办好食堂的认识\n办好食堂，老人才吃得安心，儿女才走得放心。这些问题，具体来讲，包括以下方面。\n"
        "一是灶台离得远，靠山的几个村还要走三里路。\n二是菜价说不清，账本有一页没一页。\n"
        "二、把人手配齐\n各村要配齐厨师和送餐员，民政局每季度培训一次，考过了再上岗。\n"
    )
    assert found["一是灶台离得"] is found["二是菜价说不"] is Move.SHORTCOMINGS
