"""Approve the prose of the examples and of the further facts as it now stands. Read it first.

python -m tests.prose.approve [NAME …]: an outline, with all its facts, or one facts file (on_site-full).
"""

from __future__ import annotations

import sys

from tests.prose.shipped import APPROVED, FULL, OUTLINES, approved_for, drafted


def main(names: list[str]) -> None:
    APPROVED.mkdir(exist_ok=True)
    for asked in names or OUTLINES:
        for name in [asked] if asked in FULL else approved_for(asked):
            (APPROVED / f"{name}.txt").write_text(drafted(name).draft.text + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
