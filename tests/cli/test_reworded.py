"""A wording that meets a hand, and what becomes of the conflict when the wording is taken back or gives way again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced, without
from tests.cli.office import CANALS, FILE, OUTLINE, an_office, comments, facts, merged, pending, texts
from tests.command import run

WORDING = "让我们一起把今年的事情办好，谢谢大家！"
LEARN = (
    "学{{ owner }}，要学到根子上，学到见效为止。看得热闹不算学，记得齐全也不算学，各乡镇都要拿自己的难题来练。"
    "也希望{{ owner }}的同志继续努力，把短板补上，先把河治起来。"
)
ANEW = (
    "这些做法，是{{ owner }}的同志们在实践中摸索出来的。各乡镇都要学想问题的角度、攻难关的劲头，切忌照搬照套。"
    "希望{{ owner }}珍惜荣誉，再接再厉，把短板补上，先把河治起来。"
)
PLAIN = "大家要心中有数，一步一步往前走，年底以前见到成效，到时候请群众来评判。"
OTHER = "路要一程一程地赶，账要一笔一笔地算，做成几件是几件，谁也不许拿空话来交差。"
THIRD = (
    "学的时候，先想明白那样做的缘由，再定自己应当怎样做。办法不怕简单，管用就好；学走了样，回头再来看、再来问。"
    "也请{{ owner }}接着干，把短板补上，先把河治起来。"
)
BY_HAND = "看得热闹不叫学，记得齐全也不算学，"


@pytest.fixture
def learning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office whose closing is about whom to learn from; the leader has changed a word of it, the wording is new."""
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, OUTLINE.replace(WORDING, LEARN))
    by_hand(replaced("热闹不算学", "热闹不叫学"))
    assert run("write", "facts.yaml").exit_code == 0
    _worded(ANEW)


def _worded(words: str) -> None:
    """The closing of the outline gets another wording."""
    Path("outlines/small.yaml").write_text(OUTLINE.replace(WORDING, words), "utf-8")


def _by_hand() -> str:
    return LEARN.replace("{{ owner }}", "县水务局").replace("不算学", "不叫学", 1)


def test_a_wording_taken_back_leaves_nothing_but_what_the_hand_wrote(learning: None) -> None:
    assert run("write", "facts.yaml").exit_code == 1
    assert len(comments()) == 1
    assert _by_hand() in texts()
    _worded(LEARN)
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert comments() == []
    assert pending() == []
    assert _by_hand() in texts()
    before = FILE.read_bytes()
    account = merged()
    assert [(one["before"], one["text"]) for one in account["kept"]] == [("算", "叫")]
    assert account["conflicts"] == []
    assert FILE.read_bytes() == before


def test_a_conflict_about_a_wording_that_gave_way_to_a_third_one_tells_of_that_alone(learning: None) -> None:
    assert run("write", "facts.yaml").exit_code == 1
    _worded(THIRD)
    (told,) = merged()["conflicts"]
    assert told["text"].startswith("学的时候，先想明白")
    assert BY_HAND in told["before"]
    (comment,) = comments()
    assert "学的时候，先想明白" in comment
    assert "原稿为“学县水务局，要学到根子上" in comment
    assert _by_hand() in texts()
    before = FILE.read_bytes()
    assert run("write", "facts.yaml").exit_code == 1
    assert FILE.read_bytes() == before


def test_a_name_that_changes_while_a_wording_waits_comes_in_when_that_is_taken_back(learning: None) -> None:
    assert run("write", "facts.yaml").exit_code == 1
    facts("owner: 县水务局", "owner: 县水利局")
    assert run("write", "facts.yaml").exit_code == 1
    (comment,) = comments()
    assert "是县水利局的同志们" in comment
    assert "原稿为“学县水务局，要学到根子上" in comment
    _worded(LEARN)
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []
    assert _by_hand().replace("县水务局", "县水利局") in texts()


def test_an_open_conflict_is_told_once_and_none_of_its_words_as_kept(learning: None) -> None:
    first = merged()
    assert len(first["conflicts"]) == 1
    second = merged()
    assert second["kept"] == first["kept"] == []
    assert second["conflicts"] == first["conflicts"]


def test_a_task_that_the_draft_no_longer_has_is_one_conflict_at_every_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path)
    by_hand(replaced("支渠由乡镇清淤", "支渠由乡镇和村里清淤"))
    facts(CANALS, "  - {heading: 把水价改好, how: 水价十年没有动}\n")
    first = merged()
    assert [one["before"].count("\n") for one in first["conflicts"]] == [1]
    second = merged()
    assert second["conflicts"] == first["conflicts"]
    assert second["kept"] == []


def test_a_conflict_about_a_wording_that_is_given_no_more_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, OUTLINE.replace(WORDING, PLAIN))
    by_hand(replaced("见到成效", "见到实效"))
    _worded(OTHER)
    assert run("write", "facts.yaml").exit_code == 1
    assert len(comments()) == 1
    _worded(PLAIN)
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []
    account = merged()
    assert [(one["before"], one["text"]) for one in account["kept"]] == [("成", "实")]
    assert account["conflicts"] == []


THANKS = "我代表{{ owner }}道一声：大家辛苦了！\\n\\n吃过的苦、出过的力，都是大家的底气。还有什么关口闯不过去！"
THANKS_ANEW = "回头看这一段，为的是把{{ owner }}后面的路走好，经验要用起来，作风要保持住。"


def _said(words: str) -> str:
    return words.replace("{{ owner }}", "县水务局")


@pytest.fixture
def thanking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office whose closing of two paragraphs, one of them changed by the leader, has become one of one paragraph."""
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, OUTLINE.replace(WORDING, THANKS))
    by_hand(replaced("出过的力", "流过的汗"))
    _worded(THANKS_ANEW)


def test_another_wording_of_fewer_paragraphs_is_one_conflict_with_all_that_stands(thanking: None) -> None:
    before = texts()
    (told,) = merged()["conflicts"]
    assert _said(THANKS_ANEW) in told["text"]
    assert texts() == before
    (comment,) = comments()
    assert _said(THANKS_ANEW) in comment
    written = FILE.read_bytes()
    account = merged()
    assert FILE.read_bytes() == written
    assert len(account["conflicts"]) == 1
    assert account["kept"] == account["deleted_by_hand"] == []


def test_another_wording_of_fewer_paragraphs_taken_back_leaves_what_the_hand_wrote(thanking: None) -> None:
    before = texts()
    assert run("write", "facts.yaml").exit_code == 1
    _worded(THANKS)
    assert run("write", "facts.yaml").exit_code == 0
    assert texts() == before
    assert comments() == pending() == []


def test_a_third_wording_takes_the_place_of_the_one_that_waits(thanking: None) -> None:
    before = texts()
    assert run("write", "facts.yaml").exit_code == 1
    _worded(THIRD)
    assert run("write", "facts.yaml").exit_code == 1
    assert texts() == before
    (comment,) = comments()
    assert _said(THIRD) in comment
    assert len(merged()["conflicts"]) == 1


def test_the_other_wording_put_in_by_hand_settles_the_conflict(thanking: None) -> None:
    assert run("write", "facts.yaml").exit_code == 1
    by_hand(replaced("吃过的苦、流过的汗，都是大家的底气。还有什么关口闯不过去！", _said(THANKS_ANEW)))
    by_hand(without("道一声：大家辛苦了！"))
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert comments() == []
    assert "".join(texts()).count(_said(THANKS_ANEW)) == 1


def test_of_a_wording_of_two_paragraphs_taken_back_the_one_stays_out_that_the_leader_took_out(thanking: None) -> None:
    by_hand(without("道一声：大家辛苦了！"))
    before = texts()
    assert run("write", "facts.yaml").exit_code == 1
    _worded(THANKS)
    assert run("write", "facts.yaml").exit_code == 0
    assert texts() == before
    assert comments() == pending() == []
