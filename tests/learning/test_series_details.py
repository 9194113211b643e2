"""Several years of one speech: numbers of parts follow the parts, and what differs is asked name by name."""

from __future__ import annotations

from drafting.draft import Draft
from drafting.learning.learned import learn_series
from tests.learning.outlines import drafted
from tests.learning.speeches import speech

PARTS = [
    "管住火源，不让一粒火种进山。",
    "建好队伍，半专业的也要天天练。",
    "备足物资，水泵油锯都要试过。",
    "严明纪律，谁失职谁负责。",
]


def edition(count: str, kept: list[str]) -> Draft:
    markers = ["一、", "二、", "三、", "四、"]
    return speech(
        ("在全县防火大会上的讲话", "", 0, "title", "title"),
        (f"今天的大会很要紧，我讲{count}点意见。", "", 0, "opening"),
        *[(marker + text, marker, 1, "guarantee") for marker, text in zip(markers, kept, strict=False)],
        ("散会。", "", 0, "closing"),
    )


def test_the_number_of_points_follows_the_parts_that_some_years_have() -> None:
    years = [edition("三", [PARTS[0], PARTS[1], PARTS[3]]), edition("四", PARTS)]
    learned = learn_series(years, ["2030", "2031"])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    assert drafted(learned, "has: 是", "has: 否").text == years[0].text


def test_a_name_and_a_year_side_by_side_are_two_questions() -> None:
    years = [
        speech((f"{who}师傅{when}进厂，手上的茧子就是他的功劳簿，谁见了都要竖大拇指。", "", 0, "opening"))
        for who, when in (("孙兰芝", "2001年"), ("何云山", "2003年"))
    ]
    learned = learn_series(years, ["2030", "2031"])
    assert [draft.text for draft in learned.drafts] == [draft.text for draft in years]
    spoken = drafted(learned, "person: 何云山师傅", "person: 孙兰芝师傅").text
    assert spoken == years[1].text.replace("何云山", "孙兰芝")


def test_a_number_of_things_said_before_a_list_follows_it_whatever_is_counted() -> None:
    for unit in "样层步":
        things = speech(
            (f"跟师傅学三{unit}东西：", "", 0, "experience"),
            *[
                (f"{marker}{text}", marker, 1, "experience", "", True)
                for marker, text in zip("①②③", ("学说话；", "学办事；", "学吃苦。"), strict=True)
            ],
        )
        learned = learn_series([things], ["2031"])
        assert f"跟师傅学两{unit}东西：①" in drafted(learned, ", 学吃苦", "").text
