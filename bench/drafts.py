"""Drafts a second and peak memory: drafting, docxtpl and the floor, in one run on one machine.

    python -m bench.drafts [--paragraphs 50 500 5000]

The floor deflates the same document.xml into a zip whose other parts are compressed beforehand. docxtpl fills a
template that loops over the paragraphs, its faster form. Each figure is the median of several rounds, in CPU time.
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import speech
from drafting.draft import Draft
from drafting.word.archive import Entry, archive
from drafting.word.layout_file import read_layout
from drafting.word.state import State
from drafting.word.write import Writer

ROUNDS_SECONDS = 3.0
ROUNDS_LEAST = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, nargs="*", default=[50, 500, 5000])
    parser.add_argument("--memory", choices=["drafting", "docxtpl"], help="run one draft, print the peak and end")
    arguments = parser.parse_args()
    if arguments.memory:
        print(peak_of(arguments.memory, arguments.paragraphs[0]))
        return
    gc.set_threshold(200_000, 20, 20)  # as the command sets it; it helps all three
    print(
        f"{'paragraphs':>10} {'drafting':>10} {'floor':>10} {'docxtpl':>10} {'x floor':>8} {'docxtpl x':>9}"
        "  peak MB ours/docxtpl"
    )
    for number in arguments.paragraphs:
        ours, floor, theirs = seconds(number)
        memory = "/".join(peak(name, number) for name in ("drafting", "docxtpl"))
        figures = "".join(f"{value * 1000:>10.2f} " for value in (ours, floor, theirs))
        print(f"{number:>10} {figures}{ours / floor:>8.1f} {theirs / ours:>9.1f}  {memory}")
    print("milliseconds a draft")


def seconds(number: int) -> tuple[float, float, float]:
    """Seconds a draft: ours, the floor, docxtpl's."""
    with TemporaryDirectory() as folder:
        return timed(our_job(number)), timed(floor_job(number)), timed(docxtpl_job(number, Path(folder)))


def timed(job: Callable[[], bytes]) -> float:
    """The median of enough rounds."""
    job()
    rounds: list[float] = []
    end = time.perf_counter() + ROUNDS_SECONDS
    while len(rounds) < ROUNDS_LEAST or time.perf_counter() < end:
        start = time.process_time()
        job()
        rounds.append(time.process_time() - start)
    return statistics.median(rounds)


def our_job(number: int) -> Callable[[], bytes]:
    """Facts in memory to the bytes of a .docx with its state; outline and layout are loaded once."""
    prepared, facts, writer = speech.outline(), speech.facts(number), _writer()

    def job() -> bytes:
        draft = speech.draft(prepared, facts)
        return writer.write(draft, state=State("bench", "0" * 16, {}, draft))

    return job


def floor_job(number: int) -> Callable[[], bytes]:
    """The zip alone: our document.xml, compressed as zip programs do by default, among parts that are ready."""
    draft: Draft = speech.draft(speech.outline(), speech.facts(number))
    parts = zipfile.ZipFile(io.BytesIO(_writer().write(draft)))
    ready = [Entry.of(name, parts.read(name), 9) for name in parts.namelist() if name != "word/document.xml"]
    text = parts.read("word/document.xml")
    return lambda: archive([*ready, Entry.of("word/document.xml", text, 6)])


def docxtpl_job(number: int, folder: Path) -> Callable[[], bytes]:
    """docxtpl filling a template of the same headings and paragraphs."""
    from docx import Document
    from docxtpl import DocxTemplate

    document = Document()
    for line in ("在{{ meeting }}上的讲话", "同志们：", "{%p for s in sections %}"):
        document.add_paragraph(line)
    document.add_heading("{{ s.mark }}{{ s.heading }}", 1)
    for line in ("{%p for t in s.passages %}", "要{{ t }}。", "{%p endfor %}", "{%p endfor %}"):
        document.add_paragraph(line)
    template = folder / "template.docx"
    document.save(str(template))
    answers = speech.facts(number).answers
    sections = [{"mark": f"{n}、", **row.cells} for n, row in enumerate(answers["sections"], 1)]  # type: ignore

    def job() -> bytes:
        filled = DocxTemplate(str(template))
        filled.render({"meeting": answers["meeting"], "sections": sections})
        target = io.BytesIO()
        filled.save(target)
        return target.getvalue()

    return job


def peak(name: str, number: int) -> str:
    """Peak memory of a process that makes one draft, in megabytes."""
    command = [sys.executable, "-m", "bench.drafts", "--memory", name, "--paragraphs", str(number)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def peak_of(name: str, number: int) -> str:
    """Peak memory of this process after one draft; "-" where the system is not Linux."""
    with TemporaryDirectory() as folder:
        job = our_job(number) if name == "drafting" else docxtpl_job(number, Path(folder))
        job()
    status = Path("/proc/self/status")
    if not status.exists():
        return "-"
    high = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return f"{int(high.split()[1]) / 1024:.0f}"


def _writer() -> Writer:
    from drafting.library import Library

    library = Library.around(Path.cwd())
    return Writer(read_layout(library.layout("official"), library.layout))


if __name__ == "__main__":
    main()
