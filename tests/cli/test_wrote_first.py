"""A task that the leader wrote into the file first, and the secretary then into the facts with an answer more."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.text.paragraph import Paragraph

from tests.cli.hands import by_hand
from tests.cli.office import CANALS, FILE, OUTLINE, an_office, comments, facts, merged, texts
from tests.command import run

LED = OUTLINE.replace("办法}}", "办法, led: 谁牵头}}").replace(
    "{{ how }}。", "{{ how }}。{% if led %}由{{ led }}牵头。{% endif %}"
)
BY_HAND = "库区移民六月底搬完，补偿款按月发到户，谁也不许截留。"
MOVED = "  - {heading: 安置好库区移民, how: 库区移民六月底搬完，补偿款按月发到户，谁也不许截留, led: 县移民办}\n"


def _task_of_its_own(paragraphs: list[Paragraph]) -> None:
    (closing,) = [paragraph for paragraph in paragraphs if "让我们一起" in paragraph.text]
    closing.insert_paragraph_before("三、安置好库区移民")
    closing.insert_paragraph_before(BY_HAND)


def test_who_leads_is_a_conflict_and_does_not_count_as_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, LED)
    by_hand(_task_of_its_own)
    facts(CANALS, CANALS + MOVED)
    assert run("write", "facts.yaml").exit_code == 1
    assert BY_HAND in texts()
    assert "县移民办" not in "".join(texts())
    (comment,) = comments()
    assert "由县移民办牵头" in comment
    written = FILE.read_bytes()
    account = merged()
    assert FILE.read_bytes() == written
    assert len(account["conflicts"]) == 1
    assert account["deleted_by_hand"] == []
