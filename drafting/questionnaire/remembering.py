"""Where the questionnaire stopped, kept in .drafting/NAME.ask.json beside the facts file."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from drafting.errors import UserError
from drafting.facts.edit_paths import parse_path, written
from drafting.questionnaire.places import Place
from drafting.storage import save
from drafting.word.state import FOLDER

VERSION = 1


def place_path(facts: Path) -> Path:
    """Where the place in the questionnaire of a facts file is kept."""
    return facts.parent / FOLDER / f"{facts.name.removesuffix('.yaml').removesuffix('.yml')}.ask.json"


def load_place(facts: Path, outline: str) -> Place | None:
    """Where one stopped with this outline; None if that is not known."""
    try:
        data = json.loads(place_path(facts).read_text(encoding="utf-8"))
        if (data["version"], data["outline"]) != (VERSION, outline):
            return None
        plan = tuple(parse_path(path) for path in data["plan"])
        return Place(plan, parse_path(data["at"]) if data["at"] else ())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, UserError):
        return None  # a convenience: whoever damages it is asked from the first open question on


def keep_place(facts: Path, outline: str, place: Place | None) -> None:
    """Keep the place for the next time, or forget it. That it cannot be kept is no reason to stop asking."""
    path = place_path(facts)
    with suppress(OSError, UserError):
        if place is None:
            path.unlink(missing_ok=True)
            return
        plan = [written(steps) for steps in place.plan]
        data = {"version": VERSION, "outline": outline, "plan": plan, "at": written(place.spot) if place.spot else ""}
        save(path, (json.dumps(data, ensure_ascii=False) + "\n").encode())
