"""A speech of any length for measuring: an outline, its facts, and the same text as plain paragraphs."""

from __future__ import annotations

from pathlib import Path
from random import Random

from drafting.compose import Prepared, compose, prepare
from drafting.draft import Draft
from drafting.facts.model import Facts, Row
from drafting.house import House
from drafting.library import Library
from drafting.outline.read import read_outline
from drafting.yamlfile import parse_yaml

OUTLINE = """
title: 测速
numbering: [一、, （一）]
questions:
  meeting: {ask: 会议}
  sections:
    ask: 段落
    type: table
    columns:
      heading: 标题
      passages: {ask: 正文, type: list}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: greeting, text: "同志们："}
  - move: tasks
    each: sections
    heading: "{{ heading }}"
    parts:
      - {each: passages, number: none, text: "要{{ item }}。"}
"""
WORDS = """
项目 建设 推进 落实 责任 群众 服务 企业 改革 创新 机制 干部 队伍 作风 环境 生态 产业
农业 城市 乡村 教育 医疗 安全 稳定 基层 治理 监督 考核 任务 目标 重点 难点 突破 提升
完善 加强 深化 拓展 巩固 优化 统筹 协调 部门 单位 乡镇 社区 年内 完成 投资 增长 亿元
万人 确保 努力 全面 积极 切实 认真 扎实 有效 持续 稳步 率先 主动 自觉 严格 规范 及时
一批 一项 12.5 8.3% 2600 37个 形成 建立 健全 实现 保障 支持 引导 带动
培育 壮大 盘活 化解 防范 整治 排查 整改 督查 通报 问责 激励 关怀 学习 宣传 教育 培训
调研 走访 联系 帮扶 结对
""".split()
CLAUSES = 5  # of a paragraph; 80 to 100 characters


def outline() -> Prepared:
    """The outline, ready."""
    read, faults = read_outline(parse_yaml(OUTLINE, "bench"), "bench")
    prepared, more = prepare(read, Library.around(Path.cwd()))
    assert not faults
    assert not more
    return prepared


def facts(paragraphs: int) -> Facts:
    """Facts for that many body paragraphs."""
    texts = [passage(number) for number in range(paragraphs)]
    sections, start = [], 0
    while start < paragraphs:
        size = 3 if len(sections) % 2 else 2
        heading = f"抓好第{len(sections) + 1}方面工作"
        sections.append(Row({"heading": heading, "passages": tuple(texts[start : start + size])}))
        start += size
    return Facts(outline="bench", answers={"meeting": "全县工作会议", "sections": tuple(sections)})


def passage(number: int) -> str:
    """A paragraph unlike the others, as compressible as real text is: clauses of common words in changing order."""
    random = Random(number)
    clauses = ["".join(random.choices(WORDS, k=random.randint(7, 10))) for _ in range(CLAUSES)]
    return "，".join(clauses)


def draft(prepared: Prepared, given: Facts) -> Draft:
    """The draft of the facts."""
    return compose(prepared, given, House()).draft
