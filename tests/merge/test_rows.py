"""Rows and lines that the draft puts into another order, where the hand worked on them."""

from __future__ import annotations

from drafting.merge.model import Kind
from tests.merge.desk import OUTLINE, TASKS, Desk


def test_a_short_answer_deleted_by_hand_does_not_come_back_where_the_draft_puts_its_row_first() -> None:
    rows = "先后是：{% for t in tasks %}{{ t.owner }}，{{ t.why }}；{% endfor %}大家努力，谢谢。"
    outline = OUTLINE.replace("text: 同志们，让我们一起努力，谢谢大家！", f'text: "{rows}"')
    tasks = [
        {**task, "why": why} for task, why in zip(TASKS, ("动员排查", "攻坚克难", "总结经验、形成制度"), strict=True)
    ]
    desk = Desk(outline.replace('"{{ why }}。这项', '"这项'), tasks=tasks).type("总结经验、形成制度", "度")
    desk.again(tasks=[tasks[2], tasks[1], tasks[0]])
    assert "总结经验" not in desk.text
    assert desk.told(Kind.CONFLICT)


def test_a_fact_arrives_in_lines_that_the_hand_joined_although_the_draft_has_put_them_into_another_order() -> None:
    lines = OUTLINE.replace(
        'inline: true, number: 一是, between: ；, text: "{{ item }}"', 'number: 一是, text: "{{ item }}。"'
    )
    flaws = ["29座水库没有修好", "山里的路还不通，货运不出来，人进不去，学生上学也要绕一天的路", "人手不够"]
    desk = Desk(lines, flaws=flaws).join("一是29座").again(flaws=[flaws[1], flaws[0], flaws[2]])
    desk.again(flaws=[flaws[1], "30座水库没有修好", flaws[2]])
    assert "30座水库没有修好" in desk.text
    assert desk.text.count("水库没有修好") == desk.text.count("路还不通") == 1


VISITS = OUTLINE.replace(
    "text: 同志们，让我们一起努力，谢谢大家！",
    'text: "大家看了几个点：{% for t in tasks %}在{{ t.owner }}，看的是{{ t.why }}；{% endfor %}谢谢。"',
).replace('"{{ why }}。这项', '"这项')


SIGHTS = ("红黑榜怎样评定", "污水怎样治理", "旱厕怎样改造")


def visits(*rows: tuple[str, str]) -> list[dict[str, str]]:
    return [{"heading": f"办好第{n}件事", "owner": owner, "why": why} for n, (owner, why) in enumerate(rows, 1)]


def test_rows_in_a_sentence_on_which_the_hand_worked_do_not_get_answers_of_other_rows() -> None:
    desk = Desk(VISITS, tasks=visits(("栗坡村", SIGHTS[0]), ("柏树沟", SIGHTS[1]))).type("怎样评定", "怎样张贴")
    stood = desk.line("怎样张贴")
    desk.again(tasks=visits(("铜锣村", SIGHTS[2]), ("柏树沟", SIGHTS[1]), ("栗坡村", SIGHTS[0])))
    assert desk.line("怎样张贴") == stood
    (told,) = [entry for entry in desk.told(Kind.CONFLICT) if "铜锣村" in entry.text]
    assert "栗坡村" in told.text


def test_rows_in_a_sentence_that_stay_in_their_order_are_brought_up_to_date_beside_the_hand() -> None:
    desk = Desk(VISITS, tasks=visits(("栗坡村", SIGHTS[0]), ("柏树沟", SIGHTS[1]))).type("怎样评定", "怎样张贴")
    desk.again(tasks=visits(("栗坡村", SIGHTS[0]), ("柏树沟村", SIGHTS[1])))
    assert "在栗坡村，看的是红黑榜怎样张贴；在柏树沟村，看的是污水怎样治理；" in desk.text


def test_words_by_hand_are_told_of_their_own_item_where_lines_stand_joined_in_another_order() -> None:
    desk = Desk().move("渠道老化", "一步一步往前走").join("渠道老化").again()
    desk.type("底子还薄；", "底子还薄；说到底，").again()
    (told,) = [entry for entry in desk.told(Kind.KEPT) if "说到底" in entry.text]
    assert told.block in ("flaws/底子还薄", "flaws/路还不通")
