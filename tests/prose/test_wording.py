"""Wording holds joints only, and does not repeat itself."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from drafting.draft import Draft, Source
from tests.prose.shipped import OUTLINES, ROOT, TONES, drafted

TEMPLATES = sorted((ROOT / "templates").rglob("*.j2"))
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
CLAUSE = re.compile(r"[^\w]+")
PHRASE = 4

# What no template may say, for it belongs to the facts or the house file: times, places, ranks of places, policies.
BOUND = """
习近平 邓小平 毛泽东 主席 新时代 中国特色 社会主义 小康 现代化 科学发展 三个代表 二十大 十九大 中国梦 和谐社会
共同富裕 高质量发展 乡村振兴 脱贫 扫黑 疫情 创文 双创 五年规划 两个维护 四个意识 四个自信
全省 全市 全县 全区 全镇 我省 我市 我县 我区 省委 市委 县委 区委 省政府 市政府 县政府 区政府 北京 上海
""".split()

# Terms for which there is no other word, so that a speech may say them twice.
SET_TERMS = """
同志们 责任单位 主要负责同志 负责同志 领导干部 广大干部群众 干部群众 党员干部 部门和单位 有关部门 各级党组织
""".split()


def spoken(path: Path) -> str:
    return TAGS.sub("\n", path.read_text("utf-8"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_template_holds_no_figure_and_nothing_bound_to_time_place_or_policy(template: Path) -> None:
    text = spoken(template)
    assert re.findall(r"[0-9０-９A-Za-z%％]", text) == []
    assert [word for word in BOUND if word in text] == []
    assert re.findall(r"[二一][〇○零][一二三四五六七八九〇]{2}", text) == []


def repeated(draft: Draft) -> list[str]:
    """Phrases of wording, headings apart, that stand more than once in the draft."""
    seen: Counter[str] = Counter()
    for block in draft.blocks:
        if block.is_heading:
            continue
        for span in block.spans[block.heading :]:
            if span.source is Source.WORDING:
                for clause in CLAUSE.split(span.text):
                    seen.update({clause[at : at + PHRASE] for at in range(len(clause) - PHRASE + 1)})
    return [phrase for phrase, times in seen.items() if times > 1 and not any(phrase in term for term in SET_TERMS)]


@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("tone", TONES)
def test_no_phrase_stands_twice_in_a_draft(outline: str, tone: str) -> None:
    for seed in range(12):
        assert repeated(drafted(outline, tone=tone, seed=seed).draft) == [], f"seed {seed}"
