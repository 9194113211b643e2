"""The structure of a speech in the terms of `seeds/`."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from drafting.draft import Draft
from drafting.learning.passages import sound_blocks
from drafting.learning.summary import summary, summary_text
from drafting.library import shipped
from tests.learning.speeches import GOLD, drafts, gold, speech


def shipped_seed(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((shipped() / "seeds" / f"{name}.yaml").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("name", GOLD)
@pytest.mark.parametrize("key", ["title", "characters", "passages", "lists"])
def test_a_studied_speech_is_described_as_in_seeds(name: str, key: str) -> None:
    assert summary(gold(name))[key] == shipped_seed(name)[key]


@pytest.mark.parametrize("name", GOLD)
def test_no_sentence_of_the_speech_is_kept(name: str) -> None:
    found = summary_text(gold(name), "old.txt").replace(summary(gold(name))["title"], "")
    sentences = re.findall(r"[\u4e00-\u9fff]{9,}", gold(name).text)
    assert [sentence for sentence in sentences if sentence in found] == []


def test_slips_depth_and_headings_of_one_form_are_remarked() -> None:
    draft = speech(
        ("二是突出重点抓好防火。多巡山。", "二是", 1),
        ("三是突出重点抓好造林。多栽树。", "三是", 1),
        ("五是突出重点抓好管护。多护林。", "五是", 1),
    )
    remarks = summary(draft)["remarks"]
    assert remarks[:3] == ["有一处编号从二是开始", "二是之下缺了第4条", "二是等3条的标题句式一致：突出重点抓好……"]


def test_a_speech_that_breaks_off_within_a_sentence_is_truncated() -> None:
    assert summary(speech("这件事要", "抓好，突出以"))["truncated"]
    assert not summary(speech("这件事要抓好。", "谢谢大家！"))["truncated"]


def test_what_is_missing_is_remarked() -> None:
    assert summary(speech("甲。"))["remarks"] == ["没有不足、保障、结尾"]


@settings(max_examples=15, deadline=None)
@given(drafts())
def test_any_speech_has_a_summary_that_reads_as_yaml(draft: Draft) -> None:
    data = yaml.safe_load(summary_text(draft, "old.txt"))
    blocks = sound_blocks(draft)
    assert data["characters"] == sum(passage["characters"] for passage in data["passages"])
    assert sum(passage.get("items", 1) for passage in data["passages"]) == len(blocks)
    assert sum(entry["items"] for entry in data["lists"]) == sum(bool(block.marker) for block in blocks)
