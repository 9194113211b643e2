"""Where outlines, templates and layouts lie: the user's own first, the shipped ones last."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.errors import Fault, UserError
from drafting.library import Library, is_file, shipped
from drafting.loading import in_file_order, library_of
from tests.helpers import a_library


def test_the_shipped_folder_is_last_and_every_folder_stands_once(tmp_path: Path) -> None:
    library = Library.around(shipped(), tmp_path, tmp_path / ".", shipped())
    assert library.roots == (tmp_path, shipped())


def test_a_file_of_the_users_goes_before_the_shipped_one(tmp_path: Path) -> None:
    a_library(
        tmp_path,
        {"outlines/mobilisation.yaml": "", "templates/layouts/official.yaml": "", "templates/closing/thanks.j2": ""},
    )
    library = Library.around(tmp_path)
    assert library.outline("mobilisation") == tmp_path / "outlines" / "mobilisation.yaml"
    assert library.layout("official") == tmp_path / "templates" / "layouts" / "official.yaml"
    assert library.template("closing/thanks") == tmp_path / "templates" / "closing" / "thanks.j2"
    assert library.outline("work_conference") == shipped() / "outlines" / "work_conference.yaml"


def test_the_first_of_several_own_folders_wins(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        a_library(tmp_path / folder, {"outlines/small.yaml": "", f"outlines/{folder}.yaml": ""})
    library = Library.around(tmp_path / "a", tmp_path / "b")
    assert library.outline("small") == tmp_path / "a" / "outlines" / "small.yaml"
    assert library.outline("b") == tmp_path / "b" / "outlines" / "b.yaml"


def test_every_outline_is_listed_once_and_says_whose_it_is(tmp_path: Path) -> None:
    a_library(tmp_path, {"outlines/mobilisation.yaml": "", "outlines/small.yaml": ""})
    found = {outline.name: outline for outline in Library.around(tmp_path).outlines()}
    assert (found["mobilisation"].own, found["mobilisation"].shadows) == (True, True)
    assert (found["small"].own, found["small"].shadows) == (True, False)
    assert (found["work_conference"].own, found["work_conference"].shadows) == (False, False)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("mobilization", " Did you mean “mobilisation”?"), ("zzz", " There are: campaign, ")],
)
def test_a_name_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(UserError) as caught:
        Library.around(tmp_path).outline(name)
    assert str(caught.value).startswith(f"There is no outline “{name}”.{hint}")


def test_a_template_is_named_with_or_without_the_strokes_of_windows(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"templates/opening/host.j2": ""})
    assert library.template("opening\\host") == library.template("opening/host")


@pytest.mark.parametrize("name", ["../a", "/a", "C:/a", "", ".", "x/../../a"])
def test_nothing_outside_the_folder_of_templates_is_found(tmp_path: Path, name: str) -> None:
    library = a_library(tmp_path / "inside", {"templates/a.j2": ""})
    (tmp_path / "a.j2").write_text("", encoding="utf-8")
    with pytest.raises(UserError):
        library.template(name)


@pytest.mark.parametrize("name", ["长" * 300, "a\0b", "没有"])
def test_what_no_file_can_be_called_is_no_file(tmp_path: Path, name: str) -> None:
    assert not is_file(tmp_path / name)


def test_the_folder_above_outlines_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert library_of(Path("材料/outlines/small.yaml")).roots[0] == Path("材料")
    assert library_of(Path("材料/facts.yaml")).roots[0] == Path("材料")


def test_faults_are_put_in_order_file_by_file_and_told_once() -> None:
    faults = [Fault("丙", "b", 1), Fault("乙", "a", 10), Fault("甲", "a", 9, 2), Fault("甲", "a", 9, 2)]
    assert [fault.message for fault in in_file_order(faults)] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("kind", "name", "there_are"),
    [
        ("outline", "zzz", {"campaign", "work_conference"}),
        ("template", "zzz", {"closing/", "tasks/"}),
        ("template", "closing/qqqqqqqqqqq", {"closing/appeal"}),
        ("layout", "zzz", {"official", "reading"}),
        ("example", "zzz", {"campaign", "campaign-lean"}),
    ],
)
def test_the_names_that_are_told_are_those_of_use(tmp_path: Path, kind: str, name: str, there_are: set[str]) -> None:
    with pytest.raises(UserError) as caught:
        getattr(Library.around(tmp_path), kind)(name)
    told = set(str(caught.value).partition("There are: ")[2].rstrip(".").split(", "))
    assert there_are <= told
    assert not any("examples" in one or one.endswith("house") for one in told)


def test_an_endless_name_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        Library.around(tmp_path).outline("甲" * 5000)
    assert "甲" * 59 + "…" in str(caught.value)
    assert len(str(caught.value)) < 400
