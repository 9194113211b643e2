"""Who did what before an old speech, as a clerk finds it among the answers."""

from __future__ import annotations

import pytest

from tests.learning.fitting import fit_shipped

SPOKE = [("区纪委", "宣读了“两个通报”"), ("两个街道", "作了检讨")]


@pytest.mark.parametrize(
    ("said", "agenda"),
    [
        (
            "刚才，县委副书记李国强同志解读了《全县护林示范工作方案》，县林业局局长周志伟同志代表领导小组报告了工作，两个乡镇作了发言。",
            [
                ("县委副书记李国强同志", "解读了《全县护林示范工作方案》"),
                ("县林业局局长周志伟同志代表领导小组", "报告了工作"),
                ("两个乡镇", "作了发言"),
            ],
        ),
        (
            "刚才，大家实地观摩了两个林场的造林现场，西山林场介绍了经验。",
            [("大家", "实地观摩了两个林场的造林现场"), ("西山林场", "介绍了经验")],
        ),
        (
            "刚才，会议传达了市委书记杨帆同志的批示，林业局、水务局两家单位作了交流发言，讲得都很好。",
            [("林业局、水务局两家单位", "作了交流发言")],
        ),
        (
            "刚才，8位场长和两个部门的负责同志发了言，有的摆成绩，有的提问题，很受启发。",
            [("8位场长和两个部门的负责同志", "发了言")],
        ),
        (
            "刚才，周镇长通报了去年的情况，安排了今年工作，前王村、后李村作了表态发言，我都同意。",
            [("周镇长", "通报了去年的情况，安排了今年工作"), ("前王村、后李村", "作了表态发言")],
        ),
        (
            "刚才，护理部副主任韩松同志解读了《护理质量行动计划》，内科、外科负责同志作了交流发言，杨振华副院长部署了评审工作。",
            [
                ("护理部副主任韩松同志", "解读了《护理质量行动计划》"),
                ("内科、外科负责同志", "作了交流发言"),
                ("杨振华副院长", "部署了评审工作"),
            ],
        ),
        ("刚才，四个部门作了汇报。", [("四个部门", "作了汇报")]),
        (
            "会上，区纪委宣读了“两个通报”，两个街道作了检讨。",
            SPOKE,
        ),
    ],
)
def test_whoever_did_something_before_the_speech_is_found(said: str, agenda: list[tuple[str, str]]) -> None:
    lines = (f"今天，我们召开全院工作会议。{said}下面，我讲三点意见。", "", 0, "opening")
    rows = fit_shipped("work_conference", lines).answers["agenda"]
    assert [(row["who"], row["did"]) for row in rows] == agenda


@pytest.mark.parametrize("said", ["刚才，大家作了汇报。", "会上，讲得都很好。", "刚才，与会者深受鼓舞。"])
def test_where_nobody_is_named_one_short_sentence_is_no_agenda(said: str) -> None:
    fitted = fit_shipped("work_conference", (f"今天，我们开会。{said}", "", 0, "opening"))
    assert "agenda" not in fitted.answers


def test_the_bodies_that_spoke_are_found_where_the_outline_asks_which_they_were() -> None:
    said = "今天，我们召开机关党建工作会议。刚才，市税务局、市医保局作了交流发言，李红同志作了工作报告。"
    rows = fit_shipped("party_building", (said, "", 0, "opening")).answers["agenda"]
    assert [(row["who"], row["did"]) for row in rows] == [
        ("市税务局、市医保局", "作了交流发言"),
        ("李红同志", "作了工作报告"),
    ]


def test_who_spoke_is_found_though_each_is_remarked_on_and_the_remarks_are_listed() -> None:
    said = (
        "今天召开全县林业工作会议。刚才，纪检组长方礼同志作了廉政工作报告，我都同意；人事科宣读了表彰决定，"
        "向受到表彰的全县26个先进集体和118名先进个人表示热烈的祝贺！下面，我讲三点意见。"
    )
    fitted = fit_shipped("work_conference", (said, "", 0, "opening"))
    assert [(row["who"], row["did"]) for row in fitted.answers["agenda"]] == [
        ("纪检组长方礼同志", "作了廉政工作报告"),
        ("人事科", "宣读了表彰决定"),
    ]
    left = "".join(fitted.unplaced)
    assert "我都同意" in left
    assert "向受到表彰的全县26个先进集体和118名先进个人表示热烈的祝贺" in left


def test_how_the_half_year_went_is_no_background_of_the_meeting_and_who_spoke_behind_it_is_found() -> None:
    went = "上半年，各分局克服困难，扎实工作，较好完成了时间任务双过半目标"
    said = "今天开这个会，就是总结上半年，部署下半年。刚才，征管股通报了质量情况，西河分局、南山分局作了表态。"
    answers = fit_shipped("work_conference", (f"{went}。{said}", "", 0, "opening")).answers
    assert answers["year"] == went
    assert "background" not in answers
    assert [row["who"] for row in answers["agenda"]] == ["征管股", "西河分局、南山分局"]


@pytest.mark.parametrize(
    "told",
    [
        "杨帆书记在批示中指出：“护林要走在前、作表率。”各级要认真学习领会。",
        "杨帆书记专门作了批示：护林要走在前、作表率。",
    ],
)
def test_who_gave_an_instruction_and_what_it_says_are_found_where_they_are_asked_apart(told: str) -> None:
    fitted = fit_shipped("party_building", (told, "", 0, "opening"))
    assert fitted.answers["instruction_from"] == "杨帆书记"
    assert fitted.answers["instruction"] == "护林要走在前、作表率"


def test_who_was_honoured_at_the_meeting_has_a_question_of_its_own() -> None:
    told = "刚才，县林业局部署了春季造林，会议表彰了20个先进集体和50名先进个人，青石镇作了发言。"
    fitted = fit_shipped("work_conference", (told, "", 0, "opening"))
    assert fitted.answers["awards"] == "表彰了20个先进集体和50名先进个人"
    assert [row["who"] for row in fitted.answers["agenda"]] == ["县林业局", "青石镇"]


def test_those_who_looked_at_something_are_no_place_that_was_looked_at() -> None:
    told = "上午，大家实地观摩了藤田镇、沿陂镇的4个项目现场，很受启发。刚才，永丰县作了介绍。"
    assert "visited" not in fit_shipped("on_site", (told, "", 0, "opening")).answers


def test_one_who_spoke_is_on_the_agenda_behind_a_remark_on_the_others() -> None:
    text = "会上，临江区院、平安县院作了经验介绍，讲得都很好。高新区院作了表态发言。下面，我讲三点意见。"
    rows = fit_shipped("work_conference", (text, "", 0, "opening")).answers["agenda"]
    assert [(row["who"], row["did"]) for row in rows] == [
        ("临江区院、平安县院", "作了经验介绍"),
        ("高新区院", "作了表态发言"),
    ]


def test_to_whom_something_was_handed_is_part_of_the_deed() -> None:
    text = "刚才，局纪检组王组长通报了3起案例，各股室负责人都向党组递交了责任书，希望大家抓好落实。"
    rows = fit_shipped("party_building", (text, "", 0, "opening")).answers["agenda"]
    assert [(row["who"], row["did"]) for row in rows] == [
        ("局纪检组王组长", "通报了3起案例"),
        ("各股室负责人", "都向党组递交了责任书"),
    ]


def test_what_was_seen_in_the_morning_and_who_spoke_just_now_are_apart_in_one_sentence() -> None:
    text = "上午，大家实地观摩了石桥镇卫生院、敬老院两个点；刚才，刘院长介绍了经验，四个卫生院的院长作了发言。"
    rows = fit_shipped("on_site", (text, "", 0, "opening")).answers["agenda"]
    assert [(row["who"], row["did"]) for row in rows] == [
        ("大家", "实地观摩了石桥镇卫生院、敬老院两个点"),
        ("刘院长", "介绍了经验"),
        ("四个卫生院的院长", "作了发言"),
    ]
