"""The whole command from a cold start, against the bare imports it stands on.

python -m bench.cold
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 20
EXAMPLE = Path(__file__).parent.parent / "outlines" / "examples" / "work_conference.yaml"


def main() -> None:
    # Python's bytecode and ours are kept between runs, as they are for everyone after the first time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory() as folder:
        out = Path(folder) / "speech.docx"
        imports = [sys.executable, "-c", "import click, jinja2, yaml"]
        os.environ["DRAFTING_CACHE"] = str(Path(folder) / "cache")
        command = [sys.executable, "-m", "drafting", "write", str(EXAMPLE), "-o", str(out)]
        _seconds(imports)
        first = _seconds(command)
        bare, whole = [], []
        out.unlink()
        for _round in range(ROUNDS):
            bare.append(_seconds(imports))
            whole.append(_seconds(command))
            out.unlink()
    a, b = statistics.median(bare), statistics.median(whole)
    print(
        f"imports {a * 1000:.0f} ms, drafting write {b * 1000:.0f} ms, ratio {b / a:.2f}; "
        f"the first time {first * 1000:.0f} ms"
    )


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
