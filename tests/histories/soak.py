"""Many histories, for as long as one likes.

    python -m tests.histories.soak [--count 10000] [--seed 0] [--workers 2] [--judged 20] [--office 0]

Prints every history that breaks with its seed, made as short as it can be, and at the end how many were run. One of
`judged` is held against the validators of Open XML as well, one of `office` is edited in LibreOffice between the
rounds; 0 for none.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.histories.history import broken
from tests.histories.office import Office
from tests.word.judges import complaints


def told(seed: int, judged: int = 0, office: int = 0) -> str:
    """What does not hold in the history of this seed; "" if everything does."""
    judge: Callable[[Path], list[str]] | None = complaints if judged and seed % judged == 0 else None
    with TemporaryDirectory() as folder:
        if office and seed % office == 0:
            with Office(Path(folder)) as program:
                return broken(seed, Path(folder) / "files", program.edit, judge)
        return broken(seed, Path(folder) / "files", None, judge)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--judged", type=int, default=20)
    parser.add_argument("--office", type=int, default=0)
    given = parser.parse_args()
    seeds = range(given.seed, given.seed + given.count)
    wrong, began = 0, time.monotonic()
    with ProcessPoolExecutor(given.workers) as pool:
        one = partial(told, judged=given.judged, office=given.office)
        for found in pool.map(one, seeds, chunksize=8):
            if found:
                wrong += 1
                print(found, end="\n\n", flush=True)
    rate = given.count / (time.monotonic() - began)
    print(f"{given.count} histories, {wrong} broken, {rate:.1f} a second")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
