"""The account of what was written, for people and for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.answerplace import place_of
from drafting.check import Finding
from drafting.check.answers import STRAY, check_amounts, check_answers, check_enumerators
from drafting.check.counts import check_counts
from drafting.check.headings import check_headings
from drafting.check.words import check_words
from drafting.chinese.speaking import characters, spoken_length
from drafting.compose import Composed
from drafting.draft import Draft, Gap, Source
from drafting.enumerating import Chosen
from drafting.errors import nearest
from drafting.facts.model import OwnWords
from drafting.i18n import _
from drafting.loading import Loaded
from drafting.outline.asked_headings import asked_headings
from drafting.yamlfile import Place, parse_yaml, read_text

if TYPE_CHECKING:  # a new file needs none of it
    from drafting.merge.model import Merge
    from drafting.updating import Update

_FIGURES = re.compile("[0-9]{2}")
_LOST = "[ /.#]?"  # between two characters of a name in a key: what no key can hold


@dataclass(frozen=True, slots=True)
class Report:
    """What was written.

    characters: without white space. minutes: read aloud at the house's rate. asks: wording of each missing answer.
    unused: answers the draft never shows. unplaced: own words whose block is not in it. kept: where the file that
    stood there before is now. noted: the wordings that were asked for are in the facts file. update: what became of
    a file that was there already. places: where the answers that findings name stand in the facts file, by path.
    """

    file: Path
    draft: Draft
    characters: int
    minutes: float
    gaps: tuple[Gap, ...]
    asks: Map[str, str]
    unused: tuple[str, ...]
    unplaced: tuple[OwnWords, ...]
    findings: tuple[Finding, ...]
    kept: Path | None = None
    noted: bool = True
    update: Update | None = None
    places: Map[str, Place] = field(default_factory=dict)

    @property
    def all_placed(self) -> bool:
        """Whether everything has found its place and nothing waits for the person's decision."""
        stray = any(finding.rule == STRAY for finding in self.findings)
        return not (self.unplaced or stray) and (self.update is None or self.update.all_placed)

    def as_data(self) -> dict[str, Any]:
        """The report for programs."""
        data: dict[str, Any] = {
            "file": str(self.file),
            "characters": self.characters,
            "minutes": self.minutes,
            "gaps": [
                {"question": gap.question, "block": gap.block, "ask": self.asks.get(gap.question, gap.question)}
                for gap in self.gaps
            ],
            "unused": list(self.unused),
            "unplaced": [{"text": words.text, "block": words.anchor} for words in self.unplaced],
            "findings": [self._finding_data(finding) for finding in self.findings],
        }
        if self.update:
            data["merge"] = account_data(self.update.merge)
            data["changed"] = self.update.data is not None
        return data

    def _finding_data(self, finding: Finding) -> dict[str, Any]:
        """A finding for programs: with line and column where it is about an answer."""
        data: dict[str, Any] = {"rule": finding.rule, "block": finding.block, "message": finding.message}
        place = self.places.get(finding.block)
        return data | {"line": place.line, "column": place.column} if place else data


def _idle_rewordings(reword: Map[str, int], composed: Composed) -> Iterator[Finding]:
    """A finding for each block that the facts file rewords and that has no choice of wordings in this draft."""
    for key in reword:
        if key not in composed.choices:
            message = _("There is no block “{key}” with a choice of wordings.").format(key=key)
            yield Finding("reword", key, message + nearest(key, composed.choices))


def _idle_enumerators(chosen: Map[str, Chosen], composed: Composed) -> Iterator[Finding]:
    """A finding for each part that the facts file gives an enumerator and that is not in this draft."""
    for key, one in chosen.items():
        if one not in composed.renumbered:
            message = _("enumerators: “{key}” numbers nothing in this draft.").format(key=key)
            yield Finding("enumerators", key, message)


def make_report(
    out: Path,
    loaded: Loaded,
    composed: Composed,
    *,
    kept: Path | None,
    noted: bool,
    update: Update | None = None,
    notes: Sequence[Finding] = (),
) -> Report:
    """The account of a file that was written, or brought up to date."""
    draft, house = composed.draft, loaded.house
    text = "\n".join(update.after) if update else draft.text
    gaps = _standing(draft, text) if update else draft.gaps()
    hidden = [Gap(question.key, "") for question in composed.hidden]
    answers = (
        *check_answers(loaded.facts, loaded.prepared.kept.matched, composed.unused),
        *check_amounts(loaded.facts, loaded.prepared.outline),
        *check_enumerators(composed.odd),
    )
    findings = chain(
        notes,
        check_words(draft, house.forbidden, house.preferred),
        check_headings(draft, asked_headings(loaded.prepared.outline)),
        check_counts(draft),
        answers,
        _idle_rewordings(loaded.facts.reword, composed),
        _idle_enumerators(loaded.facts.enumerators, composed),
    )
    return Report(
        file=out,
        draft=draft,
        characters=characters(text),
        minutes=round(spoken_length(text) / house.reading_rate, 1),
        gaps=(*gaps, *hidden),
        asks=composed.asks,
        unused=composed.unused,
        unplaced=composed.unplaced,
        findings=tuple(findings),
        kept=kept,
        noted=noted,
        update=update,
        places=_places(loaded.path, answers),
    )


def _places(facts: Path, findings: Sequence[Finding]) -> dict[str, Place]:
    """Where the answers that findings name stand, by path."""
    if not findings:
        return {}
    root = parse_yaml(read_text(facts), str(facts))
    return {finding.block: place for finding in findings if (place := place_of(finding.block, root))}


def _standing(draft: Draft, text: str) -> list[Gap]:
    """The gaps that are still to be seen in a file that the person has worked on, each as often as it is there."""
    from drafting.merge.unanswered import times_open

    gaps = {(s.path, b.key): s for b in draft.blocks for s in b.spans if s.source is Source.MISSING}
    marks = {place: span.text for place, span in gaps.items()}
    left = times_open(text, gaps.values())
    found = []
    for gap in draft.gaps():
        mark = marks[gap.question, gap.block]
        if left[mark]:
            left[mark] -= 1
            found.append(gap)
    return found


def block_name(key: str, text: str) -> str:
    """The key of a block with the names of rows as they stand in a text: a key cannot hold the point of 10.5."""
    return "/".join([_as_it_stands(name, text) for name in key.split("/")])


def _as_it_stands(name: str, text: str) -> str:
    if not _FIGURES.search(name) or name in text:
        return name
    found = re.search(_LOST.join(map(re.escape, name)), text)
    return found.group() if found else name


def account_data(merge: Merge) -> dict[str, list[dict[str, str]]]:
    """The account of a merge for programs: for each kind its entries."""
    from drafting.merge.model import Kind

    return {
        kind.value: [
            {
                "block": entry.block,
                "text": entry.text,
                "before": entry.before,
                "path": entry.path,
                **({"note": entry.note} if entry.note else {}),
                **({"moved_from": entry.moved.was, "moved_to": entry.moved.now} if entry.moved else {}),
            }
            for entry in merge.account
            if entry.kind is kind
        ]
        for kind in Kind
    }
