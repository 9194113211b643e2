"""Speeches and papers of trades that the genre hardly knows: shops, ferries, cooperatives."""

from __future__ import annotations

from drafting.draft import Move, Role
from drafting.learn import recognise
from tests.learn.one import moves

PAPER = (
    "关于做好防疫工作的意见\n各门诊部：\n为防止犬瘟传开，现提出如下意见。\n"
    "一、把好进门关\n疫苗本当面看，没有的先登记。\n二、加强督促检查\n店长每周抽查一次，结果贴在值班室。\n"
    "请结合实际抓好落实，遇到疑似病例当天报总店。\n北山宠物医疗连锁总店\n2026年1月8日"
)


def test_a_paper_may_go_to_any_bodies_and_come_from_any() -> None:
    [speech] = recognise(PAPER)
    roles = {block.text: block.role for block in speech.draft.blocks}
    assert roles["各门诊部："] is Role.SALUTATION
    assert [roles["北山宠物医疗连锁总店"], roles["2026年1月8日"]] == [Role.BYLINE] * 2


def test_what_all_have_to_do_is_no_address() -> None:
    [speech] = recognise(PAPER.replace("各门诊部：", "各门诊部要做到："))
    assert all(block.role is not Role.SALUTATION for block in speech.draft.blocks)


def test_a_heading_that_asks_how_it_went_looks_back() -> None:
    found = moves(
        "在养蜂合作社大会上的讲话\n各位蜂农：\n下面我讲两件事。\n一、今年干得怎么样\n全社产蜜86吨，比去年增长12%。\n"
        "二、明年抓什么\n3月底前把旧箱换完。"
    )
    assert found["一、今年干得"] is Move.ACHIEVEMENTS


def test_masters_and_workmates_are_addressed() -> None:
    found = moves(
        "在轮渡公司安全周会上的讲话\n师傅们：\n安全周今天开始。我说两点。\n第一，查船\n14条船11月6日前逐条查完。\n"
        "第二，练人\n一是练弃船。每条船练一次。\n二是练灭火。练完了打分。\n哪条船出了问题，先停船长的奖金，再停我的。\n"
        "师傅们，平安靠岸，才算开过一趟船。"
    )
    assert found["哪条船出了问"] is Move.GUARANTEE
    assert found["师傅们，平安"] is Move.CLOSING
