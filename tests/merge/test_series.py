"""A series within a sentence whose marks the draft changes with its length, and into which the hand has put its own."""

from __future__ import annotations

import pytest

from drafting.merge import merge, result_text
from drafting.merge.model import Kind, Merge, Seen
from tests.helpers import draft
from tests.merge.desk import file_of

OUTLINE = """
title: 讲话
questions: {agenda: {ask: 议程, type: table, columns: {who: 谁, did: 做了什么}}}
parts:
  - move: opening
    text: >-
      会上，{% for a in agenda %}{{ a.who }}{{ a.did }}{% if not loop.last %}{% if agenda|length > 2 %}；{% else
      %}，{% endif %}{% endif %}{% endfor %}。下面我讲三点意见。
"""
READ = {"who": "陆明远", "did": "宣读了方案"}
PLEDGED = {"who": "城关镇", "did": "作了表态"}
PLANNED = {"who": "卫生局", "did": "部署了除害防病"}


def _drafted(*rows: dict[str, str]) -> str:
    return "agenda:\n" + "\n".join(f"  - {{who: {row['who']}, did: {row['did']}}}" for row in rows)


def _merged(before: str, now: str, stood: str, typed: str) -> tuple[str, Merge]:
    base, new = draft(OUTLINE, before), draft(OUTLINE, now)
    (seen,) = file_of(base)
    assert seen.text.count(stood) == 1
    file = [Seen(seen.text.replace(stood, typed), seen.hints)]
    done = merge(base, file, new)
    text = result_text(file, done)[0]
    (hint,) = done.steps[0].anchors
    again = merge(new, [Seen(text, (hint,))], new)
    assert not again.steps[0].changes
    return text, done


@pytest.mark.parametrize(
    ("stood", "typed"),
    [("方案，", "方案，住建局通报了情况，"), ("，城关镇", "，住建局通报了情况，城关镇")],
)
def test_a_row_of_the_facts_beside_one_of_the_hand_takes_the_marks_that_stand_there(stood: str, typed: str) -> None:
    text, done = _merged(_drafted(READ, PLEDGED), _drafted(READ, PLANNED, PLEDGED), stood, typed)
    assert text == "会上，陆明远宣读了方案，住建局通报了情况，卫生局部署了除害防病，城关镇作了表态。下面我讲三点意见。"
    assert not [entry for entry in done.account if entry.kind is Kind.CONFLICT]


def test_without_a_row_of_the_hand_the_marks_change_with_the_length() -> None:
    text, _done = _merged(_drafted(READ, PLEDGED), _drafted(READ, PLANNED, PLEDGED), "三点意见", "三点不成熟的意见")
    assert "宣读了方案；卫生局部署了除害防病；城关镇作了表态。" in text


def test_the_marks_around_a_row_of_the_hand_stay_when_a_row_of_the_facts_goes() -> None:
    before, now = _drafted(READ, PLANNED, PLEDGED), _drafted(READ, PLEDGED)
    text, _done = _merged(before, now, "方案；", "方案；住建局通报了情况；")
    assert text == "会上，陆明远宣读了方案；住建局通报了情况；城关镇作了表态。下面我讲三点意见。"
