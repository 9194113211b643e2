"""Speeches that are running prose or part of it: ceremonies, receptions, reports; and half-width marks."""

from __future__ import annotations

import pytest

from drafting.draft import Move
from tests.learn.one import CARE, moves, only, page


def test_a_part_that_sums_up_a_stage_was_achieved_with_all_that_stands_below_it() -> None:
    found = moves(
        CARE + "一、第一阶段工作总结\n现将具体开展的工作总结如下：\n（一）进展情况\n1、组建领导机构。成立了领导小组。\n"
        "2、制定实施方案。结合实际，制定了方案和计划。\n（二）工作特色\n1、边学边改。食堂当月添了保温箱。\n2、上门听意见。走访老人三百名。\n"
        "二、下一步的任务\n要把食堂建到村，年底前建成二十个，山区各村可以两村合建一个。\n"
    )
    names = [
        "一、第一阶段",
        "现将具体开展",
        "（一）进展情",
        "1、组建领导",
        "2、制定实施",
        "（二）工作特",
        "1、边学边改",
    ]
    assert [found[name] for name in names] == [Move.ACHIEVEMENTS] * len(names)
    assert found["二、下一步的"] is Move.TASKS


def test_half_width_marks_are_read_like_those_of_full_width() -> None:
    text = page(
        "刚才,县粮食局通报了去年的情况.会议还要作出部署。",
        "收购点的人手还是去年那么多,所以我们要早动手,早准备;各点要主动同农户见面。",
        "最后,我提议:为今年的丰收,干杯!",
    )
    wide = str.maketrans(",;:!", "，；：！")
    assert [block.move for block in only(text).draft.blocks] == [
        block.move for block in only(text.translate(wide)).draft.blocks
    ]


def test_those_who_are_addressed_again_are_not_taken_leave_of() -> None:
    found = moves(
        "在建县七十周年招待会上的讲话\n各位来宾，各位朋友：\n今天，我们欢聚一堂，庆祝建县七十周年。\n"
        "七十年来，全县人民艰苦奋斗，取得了显著成绩。去年粮食总产达到四十万吨，比上年增长一成。\n"
        "来宾们，朋友们！\n明年要完成三件大事。要加快水库建设，要抓好冬修，要办好县里的中学。\n"
        "来宾们，朋友们！\n山区的路还没有全通，还有十二个村吃水困难，同先进县的差距不小，要认真加以解决。\n"
        "最后，我提议：为全县人民的幸福，干杯！"
    )
    assert found["明年要完成三"] in (Move.TASKS, Move.GOALS)
    assert found["山区的路还没"] is Move.SHORTCOMINGS
    assert found["最后，我提议"] is Move.CLOSING


@pytest.mark.parametrize(
    "words",
    [
        "我代表县委、县政府，向参加收购的同志们致以崇高敬意，向远道而来的客商表示衷心感谢！",
        "首先，热烈欢迎各位客商来到我县，感谢大家多年来对粮食工作的支持。",
        "金秋送爽，稻谷飘香，各位莅临我县，共商收购大计。",
    ],
)
def test_who_is_greeted_first_is_greeted_in_the_opening(words: str) -> None:
    blocks = only(
        page("今天，全县粮食收购现场交易会开幕了。", words, "今年要收购二十万吨，各点要把仓容备齐。")
    ).draft.blocks
    assert next(block for block in blocks if block.text == words).move is Move.OPENING


def test_a_list_run_into_one_paragraph_is_what_the_speech_consists_of() -> None:
    found = moves(
        "关于植树节的电视讲话\n同志们：多年来，全县坚持造林绿化。一要增强植树的意识。各级一定要加大宣传力度，让适龄公民都来植树。"
        "二要广泛开展植树活动。要建立植树基地，栽植纪念林，各单位分片包干。三要加强组织领导。各级都要落实责任制，严格考核。\n"
        "同志们，让我们迅速行动起来，为家乡添一片新绿！"
    )
    assert [found["一要增强植树"], found["二要广泛开展"], found["三要加强组织"]] == [
        Move.TASKS,
        Move.TASKS,
        Move.GUARANTEE,
    ]


def test_one_s_own_experience_with_machines_is_no_lesson_drawn() -> None:
    found = moves(page("今天请各位来参观。", "我厂积累了丰富的管理经验，引进了三条生产线，去年收购稻谷十万吨。", BODY))
    assert found["我厂积累了丰"] is Move.ACHIEVEMENTS


BODY = "今年的粮食收购从八月十日开始，各点都要把仓容、资金和人手备齐，不打白条，不压级压价。"


def test_that_something_alone_is_not_enough_is_not_what_is_lacking() -> None:
    found = moves(
        page("今天请各位来参观。", "但是，光靠粮站的努力是不够的，还必须有农户的配合，我说几句心里话。", BODY)
    )
    assert found["但是，光靠粮"] is not Move.SHORTCOMINGS
