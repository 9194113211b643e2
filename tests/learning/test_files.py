"""`drafting learn` and `drafting seeds` as their users meet them."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafting.cli.commands import build
from drafting.loading import load_facts
from drafting.word.read import read
from tests.learning.speeches import EXAMPLES, example

OLD = """在全县林业工作会议上的讲话
同志们：
这次会议，是县委、县政府决定召开的。下面，我讲两点意见。
一、去年干得怎么样
去年全县造林3200亩，成活率91%，比哪一年都多。
二、今年怎么干
今年要把管护放在第一位。一是把人配齐，不留空山；二是把账算清，亩亩上图；三是把火看住，绝不侥幸。
同志们，林子是几代人的饭碗，让我们一起守好它！
"""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def old() -> Path:
    path = Path("林业.txt")
    path.write_text(OLD, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(build(), list(map(str, arguments)))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def files() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def test_a_speech_becomes_an_outline_and_facts_that_draft_it_at_once(old: Path) -> None:
    done = run("learn", old)
    assert (done.exit_code, files()) == (0, ["林业.facts.yaml", "林业.outline.yaml", "林业.txt"])
    assert "Written: 林业.outline.yaml" in done.stdout
    assert re.search(r"\d+ questions; characters: \d+ wording, \d+ facts, \d+ own words", done.stdout)
    assert re.search(r"confidence of \d+%", done.stdout)
    assert run("write", "林业.facts.yaml").exit_code == 0
    assert read(Path("林业.docx")).text == OLD.rstrip("\n")


def test_one_number_changed_changes_that_number_alone(old: Path) -> None:
    run("learn", old)
    facts = Path("林业.facts.yaml")
    text = facts.read_text(encoding="utf-8")
    assert "figure: 3200亩" in text
    facts.write_text(text.replace("figure: 3200亩", "figure: 4500亩"), encoding="utf-8")
    run("write", facts)
    assert read(Path("林业.docx")).text == OLD.rstrip("\n").replace("3200亩", "4500亩")


def test_a_day_said_without_its_year_is_changed_to_one_without_it(old: Path) -> None:
    old.write_text(
        "在全县供电工作会议上的讲话\n（2024年5月16日）\n同志们：\n截至5月15日，连续安全生产4218天。\n", "utf-8"
    )
    run("learn", old)
    assert run("set", "林业.facts.yaml", "date_2=5月14日", "date=2025年5月16日").exit_code == 0
    run("write", "林业.facts.yaml")
    assert "（2025年5月16日）\n同志们：\n截至5月14日，连续" in read(Path("林业.docx")).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4月30日", "截至2025年4月30日"),  # told of in the past, whatever day it is now
        ("5月14日", "截至2025年5月14日"),
        ("12月20日", "截至2025年12月20日"),
        ("1月10日", "截至2026年1月10日"),
        ("2024年4月30日", "截至2024年4月30日"),
    ],
)
def test_a_day_said_with_its_year_takes_that_of_the_speech(old: Path, typed: str, said: str) -> None:
    old.write_text(
        "在全县供电工作会议上的讲话\n（2024年5月16日）\n同志们：\n截至2024年5月15日，连续安全生产4218天。\n", "utf-8"
    )
    run("learn", old)
    assert run("set", "林业.facts.yaml", "date=2025年5月16日", f"date_2={typed}").exit_code == 0
    run("write", "林业.facts.yaml")
    assert f"（2025年5月16日）\n同志们：\n{said}，连续" in read(Path("林业.docx")).text


def test_the_facts_find_their_outline_wherever_the_folder_lies_and_is_called(old: Path, tmp_path: Path) -> None:
    assert run("learn", old, "-o", "outlines").exit_code == 0
    (tmp_path / "outlines").rename(tmp_path / "去年")
    assert load_facts(Path("去年") / "林业.facts.yaml").prepared.outline.name == "林业"
    (tmp_path / "去年").rename(tmp_path / "outlines")
    assert load_facts(Path("outlines") / "林业.facts.yaml").prepared.outline.name == "林业"


def test_nothing_is_overwritten_and_nothing_is_written_half(old: Path) -> None:
    Path("林业.facts.yaml").write_text("mine", encoding="utf-8")
    done = run("learn", old)
    assert done.exit_code == 2
    assert "林业.facts.yaml: The file is already there and is not overwritten." in done.stderr
    assert files() == ["林业.facts.yaml", "林业.txt"]
    assert Path("林业.facts.yaml").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_written_takes_the_others_with_it(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafting import oldspeeches
    from drafting.errors import UserError
    from drafting.storage import save

    def full(path: Path, data: bytes) -> None:
        if path.name.endswith(".facts.yaml"):
            raise UserError("the disk is full")
        save(path, data)

    monkeypatch.setattr(oldspeeches, "save", full)
    assert run("learn", old).exit_code == 2
    assert files() == ["林业.txt"]


@pytest.mark.slow
def test_the_facts_for_a_shipped_outline_may_have_a_name_of_their_own(old: Path) -> None:
    assert run("learn", old, "--like", "mobilisation", "--name", "新稿").exit_code == 0
    assert files() == ["新稿.facts.yaml", "林业.txt"]


def test_one_name_is_not_given_to_the_facts_of_several_files(old: Path) -> None:
    Path("水利.txt").write_text(OLD, encoding="utf-8")
    done = run("learn", old, "水利.txt", "--like", "mobilisation", "--name", "新稿")
    assert (done.exit_code, files()) == (2, ["林业.txt", "水利.txt"])
    assert "--name 新稿" in done.stderr


def test_the_report_for_programs(old: Path) -> None:
    [speech] = json.loads(run("learn", old, "--json", "--name", "山").stdout)["speeches"]
    assert speech["title"] == "在全县林业工作会议上的讲话"
    assert (speech["outline"], speech["facts"]) == ("山.outline.yaml", "山.facts.yaml")
    assert speech["questions"] >= 4
    assert 0 < speech["confidence"] <= 1
    assert sum(speech["characters"].values()) == len(OLD.replace("\n", ""))


def test_a_series_gives_one_outline_and_facts_for_each_year(old: Path) -> None:
    for year, trees in (("2023", "3200"), ("2024", "4100")):
        Path(f"讲话{year}.txt").write_text(OLD.replace("3200", trees), encoding="utf-8")
    done = run("learn", "讲话2023.txt", "讲话2024.txt")
    assert done.exit_code == 0
    assert {"讲话.outline.yaml", "讲话2023.facts.yaml", "讲话2024.facts.yaml"} < set(files())
    run("write", "讲话2024.facts.yaml")
    assert read(Path("讲话2024.docx")).text == OLD.rstrip("\n").replace("3200", "4100")


@pytest.mark.parametrize(
    ("names", "below"),
    [
        (("新稿", "旧稿"), ("（2024年2月6日）", "（2023.2.9）")),
        (("新稿", "旧稿"), ("（2024年2月）", "（2023年12月30日）")),
        (("2024年稿", "2023年稿"), ("", "")),
    ],
)
def test_the_latest_year_is_last_year_though_it_is_named_first(
    old: Path, names: tuple[str, str], below: tuple[str, str]
) -> None:
    title, others = OLD.split("\n", 1)
    for name, date, trees in zip(names, below, ("4100", "3200"), strict=True):
        head = f"{title}\n{date}\n" if date else f"{title}\n"
        Path(f"{name}.txt").write_text(head + others.replace("3200", trees), encoding="utf-8")
    done = run("learn", f"{names[0]}.txt", f"{names[1]}.txt", "--name", "林业")
    assert "去年填写：4100亩" in Path("林业.outline.yaml").read_text(encoding="utf-8")
    assert f"drafting write {names[0]}.facts.yaml" in done.stdout


def test_years_of_which_none_says_its_year_stand_in_the_order_in_which_they_are_named(old: Path) -> None:
    for name, trees in (("甲", "4100"), ("乙", "3200")):
        Path(f"{name}.txt").write_text(OLD.replace("3200", trees), encoding="utf-8")
    run("learn", "甲.txt", "乙.txt", "--name", "林业")
    assert "去年填写：3200亩" in Path("林业.outline.yaml").read_text(encoding="utf-8")


def test_files_of_one_name_are_no_series(old: Path) -> None:
    Path("alt").mkdir()
    Path("alt/林业.txt").write_text(OLD, encoding="utf-8")
    done = run("learn", old, "alt/林业.txt")
    assert (done.exit_code, "Two files are named “林业”" in done.stderr) == (2, True)


@pytest.mark.slow
def test_a_speech_fitted_to_a_shipped_outline(old: Path) -> None:
    done = run("learn", old, "--like", "work_conference", "--json")
    assert (done.exit_code, files()) == (0, ["林业.facts.yaml", "林业.txt"])
    [speech] = json.loads(done.stdout)["speeches"]
    assert speech["outline"] == ""
    assert speech["unplaced"]
    facts = load_facts(Path("林业.facts.yaml")).facts
    assert (facts.outline, facts.answers["meeting"]) == ("work_conference", "全县林业工作会议")


def test_a_speech_fitted_to_an_outline_of_ones_own(old: Path) -> None:
    run("learn", old)
    Path("新稿.txt").write_text(OLD.replace("3200", "9900"), encoding="utf-8")
    done = run("learn", "新稿.txt", "--like", "林业.outline.yaml")
    assert done.exit_code == 0
    facts = load_facts(Path("新稿.facts.yaml")).facts
    assert facts.outline == "./林业.outline.yaml"
    assert "9900亩" in map(str, facts.answers.values())


def test_one_outline_at_a_time_takes_a_speech(old: str) -> None:
    done = run("learn", old, "--like", "opinion", "--like", "campaign")
    assert done.exit_code == 2
    assert "opinion, campaign" in done.output


def test_an_unknown_outline_is_refused(old: Path) -> None:
    done = run("learn", old, "--like", "work_conferense")
    assert (done.exit_code, files()) == (2, ["林业.txt"])
    assert "Did you mean “work_conference”?" in done.stderr


@pytest.mark.parametrize("command", ["learn", "seeds"])
@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 50, None])
def test_what_cannot_be_read_is_told(command: str, content: bytes | None) -> None:
    if content is not None:
        Path("bad.txt").write_bytes(content)
    done = run(command, "bad.txt")
    assert done.exit_code == 2
    assert "bad.txt" in done.stderr
    assert files() == (["bad.txt"] if content is not None else [])


def test_a_folder_that_is_a_file_is_told(old: Path) -> None:
    done = run("learn", old, "-o", old)
    assert (done.exit_code, files()) == (2, ["林业.txt"])


def test_the_structure_of_a_speech(old: Path) -> None:
    done = run("seeds", old)
    assert done.exit_code == 0
    assert "source: 林业.txt\n" in done.stdout
    assert "  - {level: 1, marker: 一、, items: 2}\n" in done.stdout


@pytest.mark.parametrize("name", EXAMPLES[:4])
def test_a_draft_in_word_is_learned_and_drafted_again(name: str) -> None:
    """The way of a year: draft, keep the Word file, learn from it, draft again."""
    from docx import Document

    document = Document()
    for line in example(name).text.split("\n"):
        document.add_paragraph(line)
    document.save("old.docx")
    before = Path("old.docx").read_bytes()
    assert run("learn", "old.docx").stdout.endswith("drafting write old-new.facts.yaml\n")
    assert run("write", "old-new.facts.yaml").exit_code == 0
    assert read(Path("old-new.docx")).text == example(name).text
    assert Path("old.docx").read_bytes() == before


def test_a_speech_without_end_is_refused_at_once() -> None:
    Path("long.txt").write_text("在全县会议上的讲话\n同志们：\n" + "全县造林20亩。\n" * 20_000, encoding="utf-8")
    begun = time.monotonic()
    done = run("learn", "long.txt")
    assert (done.exit_code, "too long for one outline" in done.stderr, files()) == (2, True, ["long.txt"])
    assert time.monotonic() - begun < 10


def test_equal_figures_of_different_facts_are_different_questions() -> None:
    Path("项目.txt").write_text(
        "在全县项目会议上的讲话\n同志们：\n今天开会。去年引进项目10个，开工项目10个，竣工项目10个，完成投资1286.7亿元。"
        "会议开得很好。\n再说一遍，我们完成投资1286.7亿元。\n",
        encoding="utf-8",
    )
    run("learn", "项目.txt")
    answers = [str(answer) for answer in load_facts(Path("项目.facts.yaml")).facts.answers.values()]
    assert answers.count("10个") == 3
    assert sum("1286.7亿元" in answer for answer in answers) == 1


def test_speeches_that_are_hardly_years_of_one_are_told(old: Path) -> None:
    other = "在全县养老院开工仪式上的致辞\n各位来宾：\n今天，养老院动工了。工期要抢，质量要保。\n祝工程顺利！\n"
    Path("养老.txt").write_text(other, encoding="utf-8")
    done = run("learn", old, "养老.txt", "-o", "series")
    assert "little in common" in done.stderr
    Path("林业2.txt").write_text(OLD.replace("3200亩", "4500亩"), encoding="utf-8")
    assert "little in common" not in run("learn", old, "林业2.txt", "-o", "years").stderr


def test_the_rows_of_a_table_stand_one_a_line_in_the_facts_so_that_a_cell_can_be_changed() -> None:
    rows = ["指标\t2023年\t2024年", "造林（亩）\t3100\t3200", "成活率\t88%\t91%"]
    items = [
        "（一）造林快了。全年造林3200亩。",
        *rows,
        "（二）管护严了。查处盗伐12起。",
        "（三）林农富了。户均增收800元。",
    ]
    text = OLD.replace("去年全县造林3200亩，成活率91%，比哪一年都多。", "\n".join(items))
    Path("林业.txt").write_text(text, encoding="utf-8")
    run("learn", "林业.txt")
    facts = Path("林业.facts.yaml")
    written = facts.read_text(encoding="utf-8")
    assert "\\x09" not in written
    assert [line.strip() for line in written.split("\n") if "\t" in line] == rows
    facts.write_text(written.replace("\t3100\t", "\t3050\t"), encoding="utf-8")
    assert run("write", "林业.facts.yaml").exit_code == 0
    assert read(Path("林业.docx")).text == text.rstrip("\n").replace("\t3100\t", "\t3050\t")
