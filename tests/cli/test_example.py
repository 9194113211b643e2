"""`drafting outlines example`: a facts file to begin one's own from."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.library import shipped
from tests.command import run

EXAMPLES = shipped() / "outlines" / "examples"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", [path.stem for path in sorted(EXAMPLES.glob("*.yaml")) if "house" not in path.stem])
def test_an_example_can_be_copied_and_written(name: str) -> None:
    assert run("outlines", "example", name).exit_code == 0
    done = run("write", f"{name}.yaml")
    assert done.exit_code == 0, done.output


def test_the_house_file_comes_with_it_and_is_shared() -> None:
    done = run("outlines", "example", "mobilisation")
    assert done.stdout.splitlines()[:2] == ["Written: mobilisation.yaml", "Written: house.yaml"]
    done = run("outlines", "example", "work_conference")
    assert done.stdout.splitlines()[:2] == [
        "Written: work_conference.yaml",
        "Put your own facts into it, then: drafting write work_conference.yaml",
    ]


@pytest.mark.parametrize("there", ["mobilisation.yaml", "house.yaml"])
def test_nothing_is_written_over(there: str) -> None:
    Path(there).write_text("organisation: 我们\n", encoding="utf-8")
    done = run("outlines", "example", "mobilisation")
    assert done.exit_code == 2
    assert done.stderr == f"{there}: The file is already there and is not overwritten.\n"
    assert [path.name for path in Path().iterdir()] == [there]
    assert Path(there).read_text("utf-8") == "organisation: 我们\n"


def test_it_goes_into_a_folder_that_is_there() -> None:
    Path("讲话").mkdir()
    assert run("outlines", "example", "mobilisation", "-o", "讲话").exit_code == 0
    assert Path("讲话/house.yaml").exists()
    done = run("outlines", "example", "mobilisation", "-o", "没有")
    assert done.exit_code == 2
    assert "There is no folder “没有”." in done.stderr


def test_an_unknown_name_is_told() -> None:
    done = run("outlines", "example", "mobilization")
    assert done.exit_code == 2
    assert "Did you mean “mobilisation”?" in done.stderr
