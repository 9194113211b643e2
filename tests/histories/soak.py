"""Many histories, for as long as one likes.

    python -m tests.histories.soak [--count 10000] [--seed 0] [--workers 2]

Prints every history that breaks with its seed, and at the end how many were run.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.histories.history import History


def broken(seed: int) -> str:
    """What does not hold in the history of this seed; "" if everything does."""
    with TemporaryDirectory() as folder:
        try:
            History(seed, Path(folder)).run()
        except AssertionError as error:
            return str(error)
        except Exception as error:
            return f"seed {seed}: {type(error).__name__}: {error}"
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    seeds = range(given.seed, given.seed + given.count)
    wrong = 0
    with ProcessPoolExecutor(given.workers) as pool:
        for found in pool.map(broken, seeds, chunksize=8):
            if found:
                wrong += 1
                print(found, end="\n\n", flush=True)
    print(f"{given.count} histories, {wrong} broken")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
