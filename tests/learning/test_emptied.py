"""A list of last year that this year has nothing in: with it goes what the old speech said around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.compose import compose
from drafting.draft import Draft
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learning.learned import Learned, learn_speech
from drafting.yamlfile import parse_yaml
from tests.learning.outlines import drafted, prepared
from tests.learning.speeches import speech


def emptied(draft: Draft, key: str) -> str:
    """What is drafted when a list of the learned facts is emptied; as they are the speech comes back."""
    learned: Learned = learn_speech(draft, "2030")
    assert learned.drafts[0].text == draft.text
    ready = prepared(learned)
    facts, faults = read_facts(parse_yaml(learned.facts_yaml, "facts"), ready.outline)
    assert not faults
    assert facts.answers[key]
    return compose(ready, replace(facts, answers={**facts.answers, key: ()}), House()).draft.text


@pytest.mark.parametrize("remark", ["，说得都很实在", "，请大家带回去用起来", "；听了很受启发"])
def test_with_nothing_heard_before_the_speech_the_sentence_on_it_goes(remark: str) -> None:
    opening = f"今天把大家请来开护林会。刚才，老林场作了发言，新林场签了保证书{remark}。下面，我讲三点意见。"
    spoken = emptied(speech((opening, "", 0, "opening")), "agenda")
    assert spoken == "今天把大家请来开护林会。下面，我讲三点意见。"


@pytest.mark.parametrize(
    "remarks",
    [
        "我都同意。",
        "我完全赞成，请大家认真抓好落实。",
        "大家讲得都很好。",
        "他们的做法各有特色，值得学习。希望大家学习借鉴。",
        "对这些意见，我表示同意。",
        "听了以后，很受启发。",
    ],
)
def test_with_nothing_heard_the_sentences_behind_that_speak_of_it_go(remarks: str) -> None:
    opening = f"今天把大家请来开护林会。刚才，老林场作了发言，新林场签了保证书。{remarks}下面，我讲三点意见。"
    spoken = emptied(speech((opening, "", 0, "opening")), "agenda")
    assert spoken == "今天把大家请来开护林会。下面，我讲三点意见。"


@pytest.mark.parametrize(
    "more",
    [
        "希望大家集中精力，把会开好。",
        "我们的林子同意砍的不多。",
        "这些年，林子年年在长。",
        "请大家翻开材料。",
        "听党话、跟党走。",
    ],
)
def test_what_does_not_speak_of_what_was_heard_stays(more: str) -> None:
    opening = f"今天把大家请来开护林会。刚才，老林场作了发言，新林场签了保证书。{more}下面，我讲三点意见。"
    spoken = emptied(speech((opening, "", 0, "opening")), "agenda")
    assert spoken == f"今天把大家请来开护林会。{more}下面，我讲三点意见。"


def test_what_the_speaker_did_before_the_speech_is_an_entry_of_the_agenda_and_goes_only_with_it() -> None:
    deed = "我与各乡镇签订了目标责任书"
    opening = f"刚才，龙潭镇、白沙镇作了典型发言，{deed}。下面，我讲几点意见。"
    learned = learn_speech(speech((opening, "", 0, "opening")), "x")
    assert learned.drafts[0].text == opening
    assert drafted(learned, "  - 龙潭镇、白沙镇作了典型发言\n").text == f"刚才，{deed}。下面，我讲几点意见。"


def test_what_comes_after_it_in_the_same_sentence_stays() -> None:
    opening = "刚才，老林场作了发言，新林场签了保证书，下面，我讲三点意见。"
    assert emptied(speech((opening, "", 0, "opening")), "agenda") == "下面，我讲三点意见。"


def shortcomings(text: str, *others: str, closing: str = "") -> Draft:
    items = zip(("一是", "二是", "三是"), others, strict=True)
    behind = [(closing, "", 1, "shortcomings", "", True)] if closing else []
    return speech(
        ("一、看到问题", "一、", 1, "shortcomings"),
        (text, "", 1, "shortcomings"),
        *[(marker + item, marker, 2, "shortcomings", "", True) for marker, item in items],
        *behind,
        ("二、鼓足干劲", "二、", 1, "closing"),
        ("春天是最要紧的时候。", "", 1, "closing"),
        ("三、守住林子", "三、", 1, "guarantee"),
        ("谁失职谁负责。", "", 1, "guarantee"),
    )


FAULTS = ("水泵旧了；", "路不通；", "人手少。")


def test_the_sentence_that_announces_an_emptied_list_goes_with_it() -> None:
    spoken = emptied(shortcomings("成绩要讲够。也要看到不足：", *FAULTS), "shortcomings")
    assert spoken == "一、看到问题\n成绩要讲够。\n二、鼓足干劲\n春天是最要紧的时候。\n三、守住林子\n谁失职谁负责。"


def test_what_is_said_of_an_emptied_list_goes_with_it() -> None:
    spoken = emptied(
        shortcomings("成绩要讲够。也要看到不足：", *FAULTS, closing="这些问题，一个也不能拖到明年去。"), "shortcomings"
    )
    assert spoken == "一、看到问题\n成绩要讲够。\n二、鼓足干劲\n春天是最要紧的时候。\n三、守住林子\n谁失职谁负责。"


def test_a_heading_over_nothing_but_an_emptied_list_goes_and_is_not_counted() -> None:
    works = speech(
        ("今天我讲三点意见。", "", 0, "opening"),
        ("一、认清形势", "一、", 1, "significance"),
        ("山上草干了。", "", 1, "significance"),
        ("二、抓好三件事", "二、", 1, "tasks"),
        *[
            (f"（{number}）{text}。要派人去办。", f"（{number}）", 2, "tasks")
            for number, text in zip("一二三", ("清隔离带", "修瞭望塔", "备足风机"), strict=True)
        ],
        ("三、严明纪律", "三、", 1, "guarantee"),
        ("谁失职谁负责。", "", 1, "guarantee"),
    )
    spoken = emptied(works, "tasks")
    assert spoken == "今天我讲两点意见。\n一、认清形势\n山上草干了。\n二、严明纪律\n谁失职谁负责。"


def test_a_heading_whose_only_sentence_announces_an_emptied_list_goes_too() -> None:
    spoken = emptied(shortcomings("也要看到不足：", *FAULTS), "shortcomings")
    assert spoken == "一、鼓足干劲\n春天是最要紧的时候。\n二、守住林子\n谁失职谁负责。"
