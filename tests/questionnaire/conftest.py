"""Where the tests of forms and of the dialogue begin."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drafting.questionnaire.forms.making import make_form
from drafting.questionnaire.forms.opening import from_outline
from drafting.questionnaire.forms.workbook import to_xlsx
from tests.questionnaire import asked, form_tools


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> asked.Talk:
    """A dialogue over a facts file in which nothing is answered."""
    monkeypatch.chdir(tmp_path)
    return asked.Talk(asked.an_office(tmp_path))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder from which forms go out."""
    monkeypatch.chdir(form_tools.an_office(tmp_path / "讲话 材料"))
    return Path.cwd()


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A form that went out."""
    folder = form_tools.an_office(tmp_path_factory.mktemp("out"))
    return to_xlsx(make_form(from_outline(folder / "outlines" / "small.yaml"), today=date(2026, 1, 5)))


@pytest.fixture
def returned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes) -> Path:
    """The form is back; `facts.yaml` is not there yet, so that it holds just what the form brings."""
    monkeypatch.chdir(form_tools.an_office(tmp_path / "讲话 材料", facts=""))
    Path(form_tools.FORM).write_bytes(sent)
    return Path.cwd()
