"""Old speeches become files to work with: an outline and facts, or facts for an outline that is there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.learn.model import Speech
from drafting.learning.fit import Fitted, fit_speech
from drafting.learning.frames import frames_of
from drafting.learning.learned import Learned, learn_series, learn_speech
from drafting.learning.tried import Share
from drafting.learning.when_given import oldest_first
from drafting.library import Library
from drafting.loading import load_outline
from drafting.reading import read_speeches
from drafting.reading.unreadable import unreadable
from drafting.storage import save

_DATES = re.compile(r"[\d\W_]+\Z|\A[\d\W_]*年?度?(?=\w{2})")  # what tells the files of a series apart

_ALIKE = 0.15  # what years of one speech have in common at the least; any two speeches have a tenth


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one speech.

    outline: the file of the outline, "" where it was fitted to one that is there. questions: how many the outline has
    or, fitted, how many were answered. confidence: of the recognition, from 0 to 1. unplaced: what no question took.
    unlike: whether the speeches of a series have so little in common that they are hardly years of one. unreadable: the
    words around what could not be decoded.
    """

    title: str
    outline: str
    facts: Path
    questions: int
    share: Share
    confidence: float
    unplaced: tuple[str, ...] = ()
    unlike: bool = False
    unreadable: str = ""

    def as_data(self) -> dict[str, Any]:
        """The account for programs."""
        return {
            "title": self.title,
            "outline": self.outline,
            "facts": str(self.facts),
            "questions": self.questions,
            "characters": {
                "wording": self.share.wording,
                "facts": self.share.facts,
                "own_words": self.share.own_words,
            },
            "confidence": round(self.confidence, 2),
            "unplaced": list(self.unplaced),
            **({"unlike": True} if self.unlike else {}),
            **({"unreadable": self.unreadable} if self.unreadable else {}),
        }


def learn_files(files: Sequence[Path], folder: Path | None = None, *, like: str = "", name: str = "") -> list[Account]:
    """Learn the speeches in `files` and write what was learned into `folder` (default: beside the first file).

    One file gives an outline and facts for each speech in it; several are the years of one speech and give one
    outline. like: an outline that is there, by name or path, to which the speeches are fitted instead. name: of the
    outline and, for one file, of the facts; with `like` of the facts of one file.
    Raises UserError for input that cannot be used, or a file that would be written over; then nothing is written.
    """
    folder = folder or files[0].parent
    if folder.exists() and not folder.is_dir():
        raise UserError(Fault(_("This is no folder."), str(folder)))
    speeches = [(file, read_speeches(file)) for file in files]
    if like:
        return _fitted(speeches, folder, like, name)
    if len(files) > 1:
        return _series(speeches, folder, name)
    [(file, found)] = speeches
    names = _names(name or _stem(file), len(found))
    texts: dict[Path, str] = {}
    accounts = []
    for speech, own in zip(found, names, strict=True):
        learned = learn_speech(speech.draft, own)
        outline, facts = folder / f"{own}.outline.yaml", _facts_file(folder, own)
        texts |= {outline: learned.outline_yaml, facts: learned.facts_yaml}
        accounts.append(_account(speech, learned, 0, outline, facts))
    _write(texts)
    return accounts


def _series(speeches: Sequence[tuple[Path, Sequence[Speech]]], folder: Path, name: str) -> list[Account]:
    """One outline for several years of a speech; the latest of them is last year's, in whatever order they come."""
    message = _("It holds {n} speeches; a series takes one speech a file.")
    if faults := [Fault(message.format(n=len(found)), str(file)) for file, found in speeches if len(found) != 1]:
        raise UserError(faults)
    stems = [_stem(file) for file, _found in speeches]
    if twice := sorted({stem for stem in stems if stems.count(stem) > 1}):
        raise UserError(_("Two files are named “{name}”; their facts would have one name.").format(name=twice[0]))
    order = oldest_first([found[0].draft for _file, found in speeches], stems)
    speeches, stems = [speeches[place] for place in order], [stems[place] for place in order]
    name = name or _common_name(stems)
    learned = learn_series([found[0].draft for _file, found in speeches], stems, name)
    outline = folder / f"{name}.outline.yaml"
    facts = [_facts_file(folder, stem) for stem in stems]
    _write({outline: learned.outline_yaml, **dict(zip(facts, learned.facts_yamls, strict=True))})
    return [
        _account(found[0], learned, edition, outline, facts[edition]) for edition, (_file, found) in enumerate(speeches)
    ]


def _fitted(speeches: Sequence[tuple[Path, Sequence[Speech]]], folder: Path, like: str, name: str) -> list[Account]:
    """The speeches fitted to an outline that is there."""
    if name and len(speeches) > 1:
        raise UserError(_("One name (--name {name}) is given for the facts of several files.").format(name=name))
    path = Path(like) if like.endswith((".yaml", ".yml")) and Path(like).is_file() else None
    prepared, faults = load_outline(path or Library.around(folder, Path.cwd()).outline(like))
    if faults:
        raise UserError(faults)
    frames = frames_of(prepared)
    texts: dict[Path, str] = {}
    accounts = []
    for file, found in speeches:
        for speech, own in zip(found, _names(name or _stem(file), len(found)), strict=True):
            facts = _facts_file(folder, own)
            fitted = fit_speech(speech.draft, prepared, _named_from(facts, like, path), frames)
            if facts in texts:
                raise UserError(_("Two files are named “{name}”; their facts would have one name.").format(name=own))
            texts[facts] = fitted.facts_yaml
            accounts.append(_account_of_fit(speech, fitted, facts))
    _write(texts)
    return accounts


def _facts_file(folder: Path, name: str) -> Path:
    """The facts file: its Word file must not be the old speech, which `drafting write` would meet."""
    taken = any((folder / f"{name}{ending}").exists() for ending in (".docx", ".DOCX"))
    return folder / (f"{name}-new.facts.yaml" if taken else f"{name}.facts.yaml")


def _named_from(facts: Path, like: str, path: Path | None) -> str:
    """How the facts file names the outline, so that it is found from there."""
    if path is None:
        return like
    with suppress(ValueError):
        return "./" + path.resolve().relative_to(facts.parent.resolve()).as_posix()
    return path.resolve().as_posix()


def _names(name: str, count: int) -> list[str]:
    return [name] if count == 1 else [f"{name}-{number}" for number in range(1, count + 1)]


def _stem(file: Path) -> str:
    return file.stem or file.name


def _common_name(stems: Sequence[str]) -> str:
    """What the names of a series share, without the year that tells them apart; else the name of the last."""
    prefix = _shared_start(stems)
    suffix = _shared_start([stem[::-1] for stem in stems])[::-1]
    shared = max((_DATES.sub("", prefix), _DATES.sub("", suffix)), key=len)
    return shared if len(shared) > 1 else stems[-1]


def _shared_start(words: Sequence[str]) -> str:
    first = words[0]
    return first[
        : next((size for size in range(len(first), 0, -1) if all(w.startswith(first[:size]) for w in words)), 0)
    ]


def _account(speech: Speech, learned: Learned, edition: int, outline: Path, facts: Path) -> Account:
    return Account(
        title=speech.title or "",
        outline=str(outline),
        facts=facts,
        questions=learned.questions,
        share=learned.shares[edition],
        confidence=confidence(speech),
        unlike=learned.alike < _ALIKE,
        unreadable=unreadable(speech),
    )


def _account_of_fit(speech: Speech, fitted: Fitted, facts: Path) -> Account:
    return Account(
        title=speech.title or "",
        outline="",
        facts=facts,
        questions=fitted.answered,
        share=fitted.share,
        confidence=confidence(speech),
        unplaced=fitted.unplaced,
        unreadable=unreadable(speech),
    )


def confidence(speech: Speech) -> float:
    """How sure the recognition is of a speech, from 0 to 1: the mean over its characters."""
    weights = [len(found.block.text) for found in speech.found]
    total = sum(weights)
    sure = sum(found.confidence * weight for found, weight in zip(speech.found, weights, strict=True))
    return sure / total if total else 0.0


def _write(texts: Mapping[Path, str]) -> None:
    """Write all the files or none."""
    message = _("The file is already there and is not overwritten.")
    if standing := [Fault(message, str(path)) for path in texts if path.exists() or path.is_symlink()]:
        raise UserError(standing)
    written: list[Path] = []
    try:
        for path, text in texts.items():
            save(path, text.encode("utf-8"))
            written.append(path)
    except UserError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
