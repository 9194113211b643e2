"""Approve the prose of the examples as it now stands: python -m tests.prose.approve [OUTLINE …]. Read it first."""

from __future__ import annotations

import sys

from tests.prose.shipped import APPROVED, OUTLINES, drafted


def main(names: list[str]) -> None:
    APPROVED.mkdir(exist_ok=True)
    for name in names or OUTLINES:
        (APPROVED / f"{name}.txt").write_text(drafted(name).draft.text + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
