"""The main job: a facts file becomes a .docx, and an account of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from drafting.check import Finding
from drafting.check.headings import check_headings
from drafting.check.words import check_words
from drafting.chinese.speaking import characters, spoken_length
from drafting.compose import Composed, compose
from drafting.draft import Draft, Gap, Role, Source
from drafting.errors import Fault, UserError, following, nearest, reason
from drafting.facts.model import OwnWords
from drafting.house import House
from drafting.i18n import _
from drafting.keeping import put_back, save_beside, word_file
from drafting.loading import Loaded, load_facts
from drafting.word.layout_file import read_layout
from drafting.word.parts import Properties
from drafting.word.state import State, write_sidecar
from drafting.word.storage import save
from drafting.word.write import Writer
from drafting.yamlfile import Mapping, Node, Sequence, parse_yaml, read_text

_STEPS = re.compile(r"\w+")  # of a path such as tasks[2].measures[1]
DEFAULT_LAYOUT = "official"


@dataclass(frozen=True, slots=True)
class Report:
    """What was written.

    characters: without white space. minutes: read aloud at the house's rate. asks: wording of each missing answer.
    unused: answers the draft never shows. unplaced: own words whose block is not in it. kept: where the file that
    stood there before is now. noted: the wordings that were asked for are in the facts file.
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

    def as_data(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "file": str(self.file),
            "characters": self.characters,
            "minutes": self.minutes,
            "gaps": [
                {"question": gap.question, "block": gap.block, "ask": self.asks.get(gap.question, gap.question)}
                for gap in self.gaps
            ],
            "unused": list(self.unused),
            "unplaced": [{"text": words.text, "block": words.anchor} for words in self.unplaced],
            "findings": [{"rule": f.rule, "block": f.block, "message": f.message} for f in self.findings],
        }


def write_draft(
    facts_path: Path,
    out: Path | None = None,
    *,
    layout: str = "",
    markup: bool = False,
    fresh: bool = False,
    reword: Seq[str] = (),
) -> Report:
    """Draft the facts file into `out` (default: a .docx of its name beside it).

    layout: a name, instead of the facts file's or the house's. markup: shade facts. fresh: a file that is already
    there is kept beside the new one. reword: blocks to move to their next wording, from now on.
    Raises UserError for input that cannot be used, or a file that is already there; then nothing is written.
    """
    text = read_text(facts_path)
    try:
        out = _target(facts_path, out, fresh)
    except OSError as error:
        raise UserError(Fault(_("The file cannot be written: {why}.").format(why=reason(error)), str(out))) from None
    loaded = load_facts(facts_path)
    loaded = replace(loaded, facts=_further(loaded, reword))
    composed = _composed(loaded, text)
    data, state = _document(loaded, composed, layout, markup)
    kept = save_beside(out, data)
    try:
        write_sidecar(out, state)
    except UserError:
        put_back(out, kept)
        raise
    return _report(out, loaded, composed, kept, _note(facts_path, text, loaded, reword))


def _composed(loaded: Loaded, text: str) -> Composed:
    """The draft. A fault in an answer that only its use brings to light is told where the answer stands."""
    try:
        return compose(loaded.prepared, loaded.facts, loaded.house)
    except UserError as error:
        root = parse_yaml(text, str(loaded.path))
        faults = [_at_answer(fault, root) if fault.answer else fault for fault in error.faults]
        raise UserError(faults) from None


def _at_answer(fault: Fault, root: Node) -> Fault:
    """The fault at the place of the answer; as it is, if the facts file does not hold it (a standing phrase)."""
    node: Node | None = root
    for step in _STEPS.findall(fault.answer):
        if isinstance(node, Sequence) and step.isdigit() and int(step) <= len(node.items):
            node = node.items[int(step) - 1]
        else:
            node = node.get(step) if isinstance(node, Mapping) else None
    return node.place.fault(fault.message) if node is not None else fault


def _target(facts_path: Path, out: Path | None, fresh: bool) -> Path:
    """Where the draft goes. Raises UserError if no .docx can lie there or, unless it may be set aside, one does."""
    name = facts_path.name.removesuffix(".yaml").removesuffix(".yml").removesuffix(".facts") + ".docx"
    out = word_file(out or facts_path.parent, name)
    if out.exists() and not fresh:
        message = _("The file is already there and is not overwritten; use --fresh to keep it beside a new one, or -o.")
        raise UserError(Fault(message, str(out)))
    return out


def _further(loaded: Loaded, reword: Seq[str]) -> Any:
    """The facts with some blocks one wording further. Raises UserError for a block that has no other wording."""
    if not reword:
        return loaded.facts
    choices = compose(loaded.prepared, loaded.facts, loaded.house).choices
    steps = dict(loaded.facts.reword)
    for key in reword:
        if key not in choices:
            message = _("There is no block “{key}” with a choice of wordings.").format(key=key)
            known = following(_("There are: {names}.").format(names=", ".join(choices)))
            raise UserError(message + (nearest(key, choices) or known))
        if choices[key] < 2:
            raise UserError(_("The block “{key}” has only one wording.").format(key=key))
        steps[key] = (steps.get(key, 0) + 1) % choices[key]
    return replace(loaded.facts, reword=steps)


def _layout_file(loaded: Loaded, asked: str, named: str) -> Path:
    """The file of the layout. Raises UserError, where the facts file or the house file names a wrong one."""
    try:
        return loaded.library.layout(named)
    except UserError as error:
        place = None if asked else loaded.facts.layout_place or loaded.house.layout_place
        raise UserError([place.fault(fault.message) if place else fault for fault in error.faults]) from None


def _document(loaded: Loaded, composed: Composed, layout: str, markup: bool) -> tuple[bytes, State]:
    """The .docx and the state that it carries."""
    named = layout or loaded.facts.layout or loaded.house.layout or DEFAULT_LAYOUT
    values = loaded.house.layout_values
    look = read_layout(_layout_file(loaded, layout, named), loaded.library.layout, values)
    extra = {"house": _house_used(composed.draft, loaded.house), "layout": named, "reword": dict(loaded.facts.reword)}
    state = State(
        outline=loaded.facts.outline,
        fingerprint=loaded.fingerprint,
        facts=loaded.facts.raw,
        base=composed.draft,
        extra=extra,
    )
    data = Writer(look).write(
        composed.draft,
        properties=_properties(loaded, composed.draft),
        state=state,
        questions=composed.asks,
        markup=markup,
    )
    return data, state


def _properties(loaded: Loaded, draft: Draft) -> Properties:
    """Title, author (who speaks, else the organisation) and kind of speech."""
    byline = next((block.text for block in draft.blocks if block.role is Role.BYLINE and not _has_gap(block)), "")
    title = "" if any(_has_gap(block) for block in draft.blocks if block.role is Role.TITLE) else draft.title
    return Properties(
        title=title or loaded.prepared.outline.title,
        author=loaded.house.organisation or byline,
        subject=loaded.prepared.outline.title,
    )


def _has_gap(block: Any) -> bool:
    return any(span.source is Source.MISSING for span in block.spans)


def _house_used(draft: Draft, house: House) -> dict[str, str]:
    """The standing phrases that the draft shows."""
    paths = {span.path for block in draft.blocks for span in block.spans}
    return {name: text for name, text in house.phrases.items() if f"house.{name}" in paths}


def _note(path: Path, text: str, loaded: Loaded, reword: Seq[str]) -> bool:
    """Note the new wordings in the facts file, all else left as it is; False if the person has to do it."""
    if not reword:
        return True
    from drafting.facts.edit import with_reword

    noted: str | None = text
    for key in reword:
        noted = with_reword(noted, key, loaded.facts.reword[key]) if noted is not None else None
    data = _encoded(path, text, noted) if noted is not None and noted != text else None
    if data is None:
        return noted == text
    try:
        save(path, data)
    except UserError:
        return False
    return True


def _encoded(path: Path, before: str, after: str) -> bytes | None:
    """The changed facts file in the encoding it has; None if it was changed meanwhile."""
    with suppress(OSError):
        data = path.read_bytes()
        for encoding in ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8", "gb18030"):
            with suppress(UnicodeError):
                if data.decode(encoding) == before:
                    return after.encode(encoding)
    return None


def _idle_rewordings(reword: Map[str, int], composed: Composed) -> Iterator[Finding]:
    """A finding for each block that the facts file rewords and that has no choice of wordings in this draft."""
    for key in reword:
        if key not in composed.choices:
            message = _("There is no block “{key}” with a choice of wordings.").format(key=key)
            yield Finding("reword", key, message + nearest(key, composed.choices))


def _report(out: Path, loaded: Loaded, composed: Composed, kept: Path | None, noted: bool) -> Report:
    draft, house = composed.draft, loaded.house
    text = draft.text
    hidden = [Gap(question.key, "") for question in composed.hidden]
    findings = chain(
        check_words(draft, house.forbidden, house.preferred),
        check_headings(draft),
        _idle_rewordings(loaded.facts.reword, composed),
    )
    return Report(
        file=out,
        draft=draft,
        characters=characters(text),
        minutes=round(spoken_length(text) / house.reading_rate, 1),
        gaps=(*draft.gaps(), *hidden),
        asks=composed.asks,
        unused=composed.unused,
        unplaced=composed.unplaced,
        findings=tuple(findings),
        kept=kept,
        noted=noted,
    )
