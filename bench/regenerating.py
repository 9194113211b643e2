"""Bringing a file up to date, against python-docx merely opening and saving the same file.

    python -m bench.regenerating [--paragraphs 60 1000]

Ten paragraphs were edited by hand and three facts have changed. Each figure is the median of several rounds, in CPU
time; composing the new draft is not in it, reading, merging and writing the file are.
"""

from __future__ import annotations

import argparse
import gc
import io
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import speech
from bench.drafts import _writer, timed
from drafting.draft import Draft
from drafting.facts.model import Facts, Row
from drafting.updating import Wish, update
from drafting.word.state import State

EDITS, CHANGES = 10, 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, nargs="*", default=[60, 1000])
    gc.set_threshold(200_000, 20, 20)  # as the command sets it; it helps both
    print(f"{'paragraphs':>10} {'drafting':>10} {'open, save':>10} {'ratio':>8}")
    for number in parser.parse_args().paragraphs:
        with TemporaryDirectory() as folder:
            ours, theirs = timed(our_job(number, Path(folder))), timed(their_job(number))
        print(f"{number:>10} {ours * 1000:>10.2f} {theirs * 1000:>10.2f} {ours / theirs:>8.1f}")
    print("milliseconds a file")


def drafted(given: Facts) -> Draft:
    return speech.draft(speech.outline(), given)


def state_of(draft: Draft) -> State:
    return State("bench", "0" * 16, {}, draft)


def edited(number: int) -> bytes:
    """The file after ten edits by hand."""
    from docx import Document

    draft = drafted(speech.facts(number))
    document = Document(io.BytesIO(_writer().write(draft, state=state_of(draft))))
    paragraphs = [paragraph for paragraph in document.paragraphs if len(paragraph.text) > 60]
    for place in range(EDITS):
        run = paragraphs[place * len(paragraphs) // EDITS].runs[0]
        run.text = run.text[:20] + "（这里是领导加的话）" + run.text[24:]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(given: Facts) -> Facts:
    """The facts with three answers changed."""
    sections = list(given.answers["sections"])  # type: ignore[arg-type]
    for place in range(CHANGES):
        at = place * len(sections) // CHANGES
        cells = dict(sections[at].cells)  # type: ignore[union-attr]
        cells["passages"] = (f"新增投资{place + 3}.7亿元，" + cells["passages"][0], *cells["passages"][1:])
        sections[at] = Row(cells)
    return Facts(outline=given.outline, answers={**given.answers, "sections": tuple(sections)})


def our_job(number: int, folder: Path) -> Callable[[], bytes]:
    file = folder / "speech.docx"
    file.write_bytes(edited(number))
    state = state_of(drafted(changed(speech.facts(number))))

    def job() -> bytes:
        done = update(file, state, {}, Wish())
        assert done.data is not None
        return done.data

    return job


def their_job(number: int) -> Callable[[], bytes]:
    from docx import Document

    data = edited(number)

    def job() -> bytes:
        out = io.BytesIO()
        Document(io.BytesIO(data)).save(out)
        return out.getvalue()

    return job


if __name__ == "__main__":
    main()
