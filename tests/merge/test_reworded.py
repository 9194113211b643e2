"""Another wording that meets a hand comes in by whole sentences, or is one conflict; half of a sentence never does."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import OUTLINE, TASKS, Desk

BEFORE = "大家要心中有数，一步一步往前走。"

LEARN = (
    "学{{ meeting }}，要学到根子上，学到见效为止。"
    "看得热闹不算学，解开了难题才算学到手。也希望大家继续努力，把短板补上。"
)
LEARN_ANEW = (
    "这些做法，是{{ meeting }}的同志们在实践中摸索出来的。"
    "切忌照搬照套，换了地方未必照样灵。希望大家珍惜荣誉，把短板补上。"
)

REVIEW = (
    "全年的主要数据是：投资{{ invest }}。数字只是个总账，账底下还有具体的事。评价工作，要看办成了什么。"
    "总起来看，有{{ tasks|count('个') }}方面应当充分肯定。"
)
REVIEW_ANEW = (
    "一路走来，很不容易。全年算下来，投资{{ invest }}。数字背后的缘由，各家都要查一查。"
    "收到的成效，主要在{{ tasks|count('个') }}方面。"
)

PLAN = "今年重点抓好{{ tasks|count('项') }}工作，别的照常推进，这些事等不得；到年终盘点的时候，都要说得出做了什么。"
PLAN_ANEW = "千头万绪，抓住最吃劲的。今年先把力量放到{{ tasks|count('项') }}工作上，其余的照常推进，但不能冲淡了重点。"

DISTANCE = "点上的经验要用到面上去，光把样子搬过去不顶用。当前，要实现{{ tasks|count('个') }}转变。"
DISTANCE_ANEW = "工作越深入，触及的矛盾就越深。摆在面前的{{ tasks|count('个') }}转变，必须完成。"

CAUSE = "找原因要从主观上找，标准高低、力气大小，都应当认真对照。"
CAUSE_ANEW = "承认差距，是往前赶的第一步。要少讲客观条件，多从自己身上找原因。"


@pytest.mark.parametrize(
    ("was", "now", "typed", "by_hand", "stays"),
    [
        (CAUSE, CAUSE_ANEW, "从主观上找", "从主观上去找", "。找原因要从主观上去找，标准高低、力气大小，都"),
        (LEARN, LEARN_ANEW, "热闹不算学", "热闹不叫学", "学全县农村工作会议，要学到根子上，学到见效为止。看"),
        (REVIEW, REVIEW_ANEW, "还有具体的", "还有一件件具体的", "总起来看，有三个方面应当充分肯定。"),
        (PLAN, PLAN_ANEW, "等不得", "等不起", "今年重点抓好三项工作，别的照常推进，这些事等不起；"),
        (DISTANCE, DISTANCE_ANEW, "不顶用", "不管用", "光把样子搬过去不管用。当前，要实现三个转变。"),
    ],
    ids=["words alike by chance", "a name", "a count at the end", "a count inside", "a clause more behind a count"],
)  # fmt: skip
def test_another_wording_around_a_name_or_a_number_is_one_conflict_with_the_hand_s_sentence(
    was: str, now: str, typed: str, by_hand: str, stays: str
) -> None:
    desk = Desk(OUTLINE.replace(BEFORE, was)).type(typed, by_hand).again(OUTLINE.replace(BEFORE, now))
    (told,) = desk.told(Kind.CONFLICT)
    assert by_hand in told.before
    assert stays in desk.text
    # What the draft would have can be read by itself: put in place of the person's words it is all that is drafted.
    assert desk.text.count(told.before) == 1
    anew = Desk(OUTLINE.replace(BEFORE, now)).text
    assert told.text in anew
    (changed,) = (line for line in desk.text.splitlines() if told.before in line)
    assert changed.replace(told.before, told.text) in anew


def test_sentences_beside_the_one_that_the_hand_worked_on_take_the_other_wording_whole() -> None:
    desk = (
        Desk(OUTLINE.replace(BEFORE, REVIEW))
        .type("还有具体的", "还有一件件具体的")
        .again(OUTLINE.replace(BEFORE, REVIEW_ANEW))
    )
    assert "一路走来，很不容易。全年算下来，投资12.5亿元。数字只是个总账，账底下还有一件件具体的事。" in desk.text


def test_a_number_by_hand_amid_another_wording_leaves_the_whole_sentence_to_the_person() -> None:
    desk = Desk(OUTLINE.replace(BEFORE, DISTANCE.replace("不顶用", "3年不顶用"))).type("3年", "5年")
    desk.again(OUTLINE.replace(BEFORE, DISTANCE_ANEW))
    (told,) = desk.told(Kind.CONFLICT)
    assert told.before.endswith("5年不顶用。当前，要实现三个转变")
    assert told.text.endswith("三个转变，必须完成")


THANKS = (
    "{{ story }}。\\n\\n我代表县里，道一声：大家辛苦了！\\n\\n"
    "吃过的苦、出过的力，都是大家的底气。还有什么关口闯不过去！"
)
THANKS_ANEW = (
    "{{ story }}，都看在眼里。\\n\\n我代表县里，说一声：谢谢大家！\\n\\n"
    "回头看这一段，为的是把后面的路走好。经验要用起来。"
)
_STORY = "来之不易。{{ story }}"


def _thanking(words: str) -> str:
    return OUTLINE.replace(_STORY, words)


def test_another_wording_of_several_paragraphs_is_one_conflict_where_the_hand_worked_on_the_last_one() -> None:
    desk = Desk(_thanking(THANKS)).type("出过的力", "流过的汗").again(_thanking(THANKS_ANEW))
    (told,) = desk.told(Kind.CONFLICT)
    assert "流过的汗" in told.before
    assert told.text.startswith("回头看这一段，为的是把后面的路走好")
    assert "说一声：谢谢大家！\n吃过的苦、流过的汗，都是大家的底气。还有什么关口闯不过去！\n" in desk.text
    assert "回头看" not in desk.text


def test_another_wording_of_several_paragraphs_comes_in_before_what_the_hand_put_to_the_end_of_it() -> None:
    desk = Desk(_thanking(THANKS)).type("闯不过去！", "闯不过去！我信得过大家！").again(_thanking(THANKS_ANEW))
    assert "为的是把后面的路走好。经验要用起来。我信得过大家！\n" in desk.text
    assert "吃过的苦" not in desk.text
    assert not desk.told(Kind.CONFLICT)


def test_a_last_paragraph_that_the_hand_took_out_stays_out_in_another_wording_too() -> None:
    desk = Desk(_thanking(THANKS)).delete("吃过的苦").again(_thanking(THANKS_ANEW))
    assert "回头看" not in desk.text
    assert [entry.text[:5] for entry in desk.told(Kind.DELETED_BY_HAND)] == ["回头看这一"]


_HEAD = "{{ story }}，都看在眼里。\\n\\n"
_TWO = _HEAD + "我代表县里，道一声：大家辛苦了！\\n\\n吃过的苦、出过的力，都是大家的底气。还有什么关口闯不过去！"
_ONE = _HEAD + "回头看这一段，为的是把后面的路走好，经验要用起来，作风要保持住。"
_TWO_STAND = "我代表县里，道一声：大家辛苦了！\n吃过的苦、出过的力，都是大家的底气。还有什么关口闯不过去！\n"
_ONE_STANDS = "回头看这一段，为的是把后面的路走好，经验要用起来，作风要保持住。\n"


def test_two_paragraphs_of_a_wording_that_nobody_touched_give_way_to_one_of_another() -> None:
    desk = Desk(_thanking(_TWO)).again(_thanking(_ONE))
    assert desk.is_as_composed
    assert desk.again(_thanking(_TWO)).is_as_composed


@pytest.mark.parametrize(
    ("was", "now", "stands", "typed", "by_hand"),
    [
        (_TWO, _ONE, _TWO_STAND, "出过的力", "流过的汗"),
        (_TWO, _ONE, _TWO_STAND, "道一声：大家", "道一声：同志们"),
        (_TWO, _ONE, _TWO_STAND, "闯不过去！", "闯不过去！我信得过大家。"),
        (_ONE, _TWO, _ONE_STANDS, "作风要保持住", "作风更要保持住"),
    ],
    ids=["two to one, the last", "two to one, the first", "two to one, added", "one to two"],
)
def test_another_wording_of_more_or_fewer_paragraphs_does_not_come_in_beside_the_one_that_the_hand_worked_on(
    was: str, now: str, stands: str, typed: str, by_hand: str
) -> None:
    desk = Desk(_thanking(was)).type(typed, by_hand).again(_thanking(now))
    (told,) = desk.told(Kind.CONFLICT)
    assert stands.replace(typed, by_hand) in desk.text
    assert told.before + "\n" == stands.replace(typed, by_hand)
    assert told.text + "\n" == (_ONE_STANDS if now == _ONE else _TWO_STAND)
    assert told.text.splitlines()[-1] not in desk.text


def test_a_wording_of_two_paragraphs_that_the_hand_took_out_does_not_come_back_as_another_of_one() -> None:
    desk = Desk(_thanking(_TWO)).delete("道一声").delete("吃过的苦").again(_thanking(_ONE))
    assert _ONE_STANDS not in desk.text
    assert [entry.text for entry in desk.told(Kind.DELETED_BY_HAND)] == [_ONE_STANDS.strip()]


def test_one_of_two_paragraphs_that_the_hand_took_out_is_not_said_again_by_another_wording() -> None:
    desk = Desk(_thanking(_TWO)).delete("道一声").again(_thanking(_ONE))
    assert "吃过的苦、出过的力，都是大家的底气。还有什么关口闯不过去！\n" in desk.text
    assert [entry.text for entry in desk.told(Kind.CONFLICT)] == [_ONE_STANDS.strip()]
    assert _ONE_STANDS not in desk.text


def test_a_clause_that_comes_in_behind_a_conflict_is_no_part_of_it() -> None:
    outline = OUTLINE.replace("owner: 牵头单位}", "owner: 牵头单位, with: 配合, when: 何时报}").replace(
        "牵头，年底见到成效。",
        "{% if with %}会同{{ with }}{% endif %}抓落实{% if when %}，{{ when }}报进度{% endif %}。",
    )
    desk = Desk(outline).type("由水务局抓落实。", "由水务局抓落实，公安局协助。")
    desk.again(tasks=[{**TASKS[0], "with": "公安局", "when": "每月25日前"}, *TASKS[1:]])
    assert desk.line("由水务局抓落实，公安局协助，每月25日前报进度。")
    assert [entry.text for entry in desk.told(Kind.CONFLICT)] == ["这项工作由水务局会同公安局抓落实"]
    assert [entry.text for entry in desk.told(Kind.UPDATED)] == ["，每月25日前报进度"]
