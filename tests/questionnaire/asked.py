"""An outline with every type of question, and a folder to ask in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafting.questionnaire.answers import Answers
from drafting.questionnaire.asking import Notebook
from drafting.questionnaire.dialogue import Dialogue
from drafting.questionnaire.places import Place
from drafting.questionnaire.screens import Ask, Entries, Event, Nothing, Review, Screen, Typed

TODAY = date(2026, 6, 10)  # a Wednesday
OUTLINE = """\
title: 小会讲话
use: 开个小会
numbering: [一、, （一）, 一是]
questions:
  meeting: {group: 会议, ask: 会议全称, help: 不带“召开”, example: 全县水利工作会议, required: true}
  date: {ask: 讲话日期, type: date, example: 2026年4月9日}
  organisation: 单位
  awards: {ask: 有没有表彰, type: yesno, default: 否}
  winners: {ask: 表彰谁, type: list, when: awards, required: true}
  money: {group: 工作, ask: 投入多少, type: number, unit: 元}
  background: {ask: 背景, type: long}
  tasks:
    ask: 任务
    type: table
    required: true
    at_least: 2
    at_most: 4
    columns:
      heading: {ask: 标题, example: 修好渠, required: true}
      measures: {ask: 措施, type: list}
      deadline: {ask: 时限, type: date, example: 6月底}
  tone: {ask: 语气, type: choice, choices: [庄重, 平实, 鼓动], default: 平实}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: byline, when: date, text: "{{ date }}"}
  - move: opening
    text: "{{ organisation }}{{ background }}{{ money }}{{ tone }}{% if awards %}表彰{{ winners|join_and }}{% endif %}"
  - each: tasks
    move: tasks
    lead: "{{ heading }}"
    text: "{{ deadline }}前做好。"
    parts: [{each: measures, inline: true, text: "{{ item }}"}]
"""


def an_office(folder: Path, facts: str = "outline: small\n") -> Path:
    """A folder with the outline, and the facts file in it."""
    (folder / "outlines").mkdir(exist_ok=True)
    (folder / "outlines" / "small.yaml").write_text(OUTLINE, encoding="utf-8")
    path = folder / "facts.yaml"
    path.write_text(facts, encoding="utf-8", newline="")
    return path


class Talk:
    """A dialogue over a facts file, driven by hand."""

    def __init__(self, path: Path, *, only_gaps: bool = False, stopped: Place | None = None) -> None:
        self.path = path
        self._notebook = Notebook(path)
        answers, save = self._notebook.answers, self._notebook.save
        self.dialogue = Dialogue(answers, save, TODAY, only_gaps=only_gaps, stopped=stopped)

    def do(self, *events: Event | str) -> Talk:
        """Take events; a text is one that was typed."""
        for event in events:
            self.dialogue.notes.clear()
            self.dialogue.take(Typed(event) if isinstance(event, str) else event)
        return self

    def skip(self, times: int) -> Talk:
        """Leave questions for later."""
        return self.do(*[Nothing()] * times)

    @property
    def screen(self) -> Screen:
        return self.dialogue.screen

    @property
    def path_asked(self) -> tuple[str | int, ...]:
        screen = self.screen
        assert isinstance(screen, (Ask, Entries)), screen
        return screen.path

    @property
    def notes(self) -> str:
        return "\n".join(self.dialogue.notes)

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def answers(self) -> Answers:
        return self.dialogue.answers


def again(talk: Talk, *, only_gaps: bool = False) -> Talk:
    """The dialogue begun anew over the same file, as after Ctrl-C."""
    return Talk(talk.path, only_gaps=only_gaps)


def asked(talk: Talk) -> Ask:
    """The question that is asked."""
    assert isinstance(talk.screen, Ask), talk.screen
    return talk.screen


def entries(talk: Talk) -> Entries:
    """The list or table that is being filled."""
    assert isinstance(talk.screen, Entries), talk.screen
    return talk.screen


def review(talk: Talk) -> Review:
    """The overview."""
    assert isinstance(talk.screen, Review), talk.screen
    return talk.screen
