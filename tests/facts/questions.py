"""An outline that asks for every type of answer."""

from __future__ import annotations

from tests.helpers import facts, outline

OUTLINE = outline(
    """
    questions:
      meeting: {ask: 会议全称, required: true}
      year: {ask: 总体情况, type: long}
      funds: {ask: 资金, type: number, unit: 万元}
      count: {ask: 次数, type: number}
      rate: {ask: 普及率, type: percent}
      date: {ask: 讲话日期, type: date}
      start: {ask: 开会时间, type: time}
      thanks: {ask: 说不说谢谢, type: yesno}
      tone: {ask: 语气, type: choice, choices: [庄重, 鼓动]}
      targets: {ask: 主要目标, type: list, at_most: 3}
      themes: {ask: 标题, type: list, at_least: 3, at_most: 3}
      gaps: {ask: 不足, type: list, required: true}
      tasks:
        ask: 重点任务
        type: table
        required: true
        columns:
          heading: 标题
          measures: {ask: 措施, type: list}
          deadline: {ask: 时限, type: date}
          done: {ask: 做完没有, type: yesno}
    parts:
      - {move: opening, text: 开场}
    """
)


def answer_of(line: str) -> object:
    (answer,) = facts(line, OUTLINE).answers.values()
    return answer
