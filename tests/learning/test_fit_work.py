"""What a clerk finds of the head of an old speech: its meeting, its speaker, its work."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.learning.fit import Fitted
from tests.learning.fitting import fit_shipped


def work(title: str, signer: str = "副主任 方礼", opening: str = "下面，我讲几点意见。") -> Any:
    """The work that is found in a speech of that title."""
    return fit_shipped(
        "work_conference",
        (title, "", 0, "title", "title"),
        (signer, "", 0, "byline", "byline"),
        (opening, "", 0, "opening"),
    ).answers.get("work")


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("街道2025年城市管理工作会议", "城市管理工作"),
        ("城市管理工作会议", "城市管理工作"),
        ("全市城市管理工作推进会", "城市管理工作"),
        ("市场监管工作会议", "市场监管工作"),
        ("县教育工作会议", "教育工作"),
        ("市民政工作会议", "民政工作"),
        ("全市要素保障工作会议", "要素保障工作"),
        ("市委城市工作会议", "城市工作"),
        ("省气象局党建工作会议", "党建工作"),
        ("全县全民健身工作会议", "全民健身工作"),
        ("创建全国文明城市工作推进会", "创建全国文明城市工作"),
        ("棚户区改造工作会议", "棚户区改造工作"),
        ("2019年党的建设工作会议", "党的建设工作"),
        ("全县庆祝教师节暨教育工作表彰大会", "教育工作"),
        ("全县招商引资暨园区建设工作会议", "招商引资暨园区建设工作"),
        ("公司职工代表大会暨年度工作会议", None),
    ],
)
def test_the_work_is_all_that_stands_behind_the_body_that_meets_and_no_half_of_it(meeting: str, expected: str) -> None:
    assert work(f"在{meeting}上的讲话") == expected


@pytest.mark.parametrize(
    ("signer", "meeting", "expected"),
    [
        ("街道党工委书记 陈海燕", "街道城市管理工作会议", "城市管理工作"),
        ("镇党委书记 方礼", "云山镇乡村振兴工作推进会", "乡村振兴工作"),
        ("石桥县副县长 江海平", "石桥县爱国卫生工作会议", "爱国卫生工作"),
        ("海州市城市管理局局长 江海平", "海州市城市管理工作会议", "城市管理工作"),
        ("县委书记 方礼", "示范县创建工作会议", "示范县创建工作"),
    ],
)
def test_who_speaks_tells_which_body_meets(signer: str, meeting: str, expected: str) -> None:
    assert work(f"在{meeting}上的讲话", signer) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("今天，我们召开城市管理工作会议，部署全年任务。", "城市管理工作"),
        ("今天，市政府召开城区供热工作会议。", "城区供热工作"),
        ("今天召开乡村振兴工作会议。", "乡村振兴工作"),
        ("这次市场监管工作会议，是在关键时候召开的。", "市场监管工作"),
    ],
)
def test_the_opening_names_the_work_where_the_title_does_not(opening: str, expected: str) -> None:
    assert work("讲话", opening=opening) == expected


def head(*lines: tuple[str, str]) -> Fitted:
    """A speech with these lines, and the role of each, above its opening."""
    above = [(text, "", 0, {"salutation": "greeting"}.get(role, role), role) for text, role in lines]
    return fit_shipped("work_conference", *above, ("下面，我讲几点意见。", "", 0, "opening"))


def test_a_title_in_two_lines_names_one_meeting_and_a_name_below_the_post_is_who_speaks() -> None:
    fitted = head(
        ("在全市气象工作会议暨", "title"),
        ("党风廉政建设会议上的讲话", "title"),
        ("市气象局党组书记、局长", "byline"),
        ("蒋 文 涛", "byline"),
        ("（2025年2月26日  根据录音整理）", "byline"),
    )
    assert fitted.answers["meeting"] == "全市气象工作会议暨党风廉政建设会议"
    assert fitted.answers["work"] == "气象工作"
    assert fitted.answers["speaker"] == "市气象局党组书记、局长　蒋文涛"
    assert fitted.answers["date"] == "2025年2月26日"
    assert fitted.unplaced == ("根据录音整理", "下面，我讲几点意见。")


def test_a_line_of_what_the_speech_calls_for_is_no_part_of_the_meeting_below_it() -> None:
    fitted = head(("在新的起点上真抓实干", "title"), ("——在全县林业工作会议上的讲话", "title"))
    assert (fitted.answers["meeting"], fitted.answers["work"]) == ("全县林业工作会议", "林业工作")
    assert "在新的起点上真抓实干" in fitted.unplaced


def test_who_speaks_alone_on_a_line_or_with_the_post_gets_no_other_name() -> None:
    assert head(("副县长　江海平", "byline"), ("方礼", "byline")).answers["speaker"] == "副县长　江海平"
    assert head(("副县长", "byline"), ("2026年2月26日", "byline")).answers["speaker"] == "副县长"


def test_a_name_above_the_post_is_who_speaks_all_the_same() -> None:
    posts = head(("李　伟", "byline"), ("党委书记、董事长", "byline"), ("2026年1月16日", "byline"))
    assert (posts.answers["speaker"], posts.answers["date"]) == ("党委书记、董事长　李伟", "2026年1月16日")
    assert head(("李　伟", "byline"), ("根据录音整理", "byline")).answers["speaker"] == "李　伟"


def test_what_kind_of_speech_it_is_on_a_line_of_its_own_belongs_to_the_title() -> None:
    fitted = head(("在全县卫生健康工作会议上的", "title"), ("讲　话", "title"), ("县卫生健康局局长　方礼", "byline"))
    assert (fitted.answers["meeting"], fitted.answers["work"]) == ("全县卫生健康工作会议", "卫生健康工作")
    assert fitted.unplaced == ("下面，我讲几点意见。",)


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("全市高标准农田建设现场推进会", "高标准农田建设"),
        ("全县秋粮收购动员大会", "秋粮收购"),
        ("县重点项目建设调度会", "重点项目建设"),
        ("全区老旧小区改造部署会", "老旧小区改造"),
        ("全县工作推进会", None),
        ("市委常委会第三次会议", None),
    ],
)
def test_the_work_of_a_meeting_that_is_named_for_its_matter_alone(meeting: str, expected: str | None) -> None:
    assert work(f"在{meeting}上的讲话") == expected


def test_a_meeting_is_named_as_the_title_does_and_not_as_the_opening_shortens_it() -> None:
    fitted = fit_shipped(
        "party_building",
        ("在县住建局2025年党风廉政建设工作会议上的讲话", "", 0, "title", "title"),
        ("今天召开全局党风廉政建设工作会议，主要任务是安排部署2025年任务。", "", 0, "opening"),
    )
    assert fitted.answers["meeting"] == "县住建局2025年党风廉政建设工作会议"


def test_those_with_whom_a_meeting_talks_are_no_work() -> None:
    fitted = fit_shipped("symposium", ("在全县民营企业家座谈会上的讲话", "", 0, "title", "title"))
    assert "activity" not in fitted.answers


@pytest.mark.parametrize(
    ("meeting", "opening", "expected"),
    [
        ("全市招商引资大会", "招商引资是“一号工程”，谁都不能懈怠。", "招商引资"),
        ("全市招商引资大会", "市委在新春第一天召开招商引资大会，信号明确。", None),
        ("全县教师节表彰大会", "教师节表彰年年都有。", None),
        ("公司职工代表大会", "职工代表肩上有担子。", None),
    ],
)
def test_a_meeting_that_is_only_called_one_is_about_what_the_speech_names_elsewhere(
    meeting: str, opening: str, expected: str | None
) -> None:
    assert work(f"在{meeting}上的讲话", opening=opening) == expected
