"""How fast old speeches are read: characters a second, beside one pass of reading and one regular expression.

    python -m bench.reading

One speech of set words, short paragraphs and many headings, the hardest to read; a hundred of it in one file; and, if
`shared/` stands beside the checkout, its gold speeches, as people have given them. Each as plain text, where one pass
is no more than decoding, and as the Word file that most people have, where it is python-docx reading the paragraphs.
"""

from __future__ import annotations

import gc
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document

from bench import speech as made
from bench.structure import SHARED
from drafting.chinese.enumerators.series import CHINESE_PATTERN, FIGURES_PATTERN
from drafting.learn import recognise
from drafting.reading import read_speeches

RUNS = 9
GOLD = SHARED / "gold"
ONE = 6_000
MANY = 100
# What any reader has to look for: the ends of sentences, and whatever looks like a marker.
FLOOR = re.compile(
    rf"[。！？；：]|第{CHINESE_PATTERN}|{CHINESE_PATTERN}[、是要]|[（(]{CHINESE_PATTERN}[）)]|{FIGURES_PATTERN}[、.]"
    "|首先|其次|同志们|但是|存在|问题|成绩|意义|领导|责任|要求"
)


def one_speech() -> str:
    """A speech of about `ONE` characters."""
    prepared = made.outline()
    paragraphs = 8
    while len(text := made.draft(prepared, made.facts(paragraphs)).text) < ONE:
        paragraphs += 4
    head, _line, rest = text.partition("\n")
    return f"{head}\n{rest}"


def best(run: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()  # of this program alone: the machine may be busy
        run()
        times.append(time.process_time() - begun)
    return min(times)


def text_of(file: Path) -> str:
    """One pass of reading, and nothing else."""
    if file.suffix == ".txt":
        return file.read_text(encoding="utf-8")
    return "\n".join([paragraph.text for paragraph in Document(str(file)).paragraphs])


def floor(file: Path) -> int:
    return sum(1 for _ in FLOOR.finditer(text_of(file)))


def write(file: Path, text: str) -> None:
    if file.suffix == ".txt":
        file.write_text(text, encoding="utf-8")
        return
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(file))


def main() -> None:
    gc.set_threshold(200_000, 20, 20)  # as the command sets it
    speech = one_speech()
    given = [file.read_text("utf-8") for file in sorted(GOLD.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        for file in (Path(folder) / "speech.txt", Path(folder) / "speech.docx"):
            print(file.suffix)
            measure("one speech", [speech], file)
            measure(f"{MANY} speeches", ["\n\n".join([speech] * MANY)], file)
            if given:
                measure(f"{len(given)} gold files", given, file)


def measure(name: str, texts: Sequence[str], file: Path) -> None:
    """Print how fast some files are read, each by itself."""
    read = least = 0.0
    found = length = 0
    for text in texts:
        write(file, text)
        read, least = read + best(lambda: read_speeches(file)), least + best(lambda: floor(file))
        found, length = found + len(recognise(text)), length + len(text)
    print(f"{name:14} {length:8} characters, {found:3} found: {1000 * read:8.1f} ms, ", end="")
    print(f"{length / read / 1000:6.0f} thousand characters a second; ", end="")
    print(f"floor {1000 * least:6.1f} ms, x{read / least:.1f}")


if __name__ == "__main__":
    main()
