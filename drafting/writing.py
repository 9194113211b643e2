"""The main job: a facts file becomes a .docx, and an account of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from collections.abc import Sequence as Seq
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from drafting.answerplace import place_of
from drafting.check import Finding
from drafting.compose import Composed, compose
from drafting.compose.run_in import RUN_IN
from drafting.draft import Draft, Role, Source
from drafting.errors import Fault, UserError, following, nearest, reason
from drafting.house import House
from drafting.i18n import _
from drafting.keeping import put_back, save_beside, word_file
from drafting.loading import Loaded, load_facts
from drafting.reporting import Report, make_report
from drafting.word.layout_file import read_layout
from drafting.word.parts import Properties
from drafting.word.state import State, mend_sidecar, write_sidecar
from drafting.word.write import Writer
from drafting.yamlfile import Node, parse_yaml, read_text

DEFAULT_LAYOUT = "official"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for besides the facts.

    layout: a name, instead of the facts file's or the house's. markup: shade facts. fresh: a file that is already
    there is kept beside a new one. reword: blocks to move to their next wording, from now on. For a file that is
    brought up to date: restore: blocks deleted by hand that shall come back; track: as tracked changes; adopt: its
    memory is lost, compare with the new draft alone; was: the facts file it was written from; backups: the folder of
    the file before, beside it if None; dry: only tell what would be done.
    """

    layout: str = ""
    markup: bool = False
    fresh: bool = False
    reword: Seq[str] = ()
    restore: Seq[str] = ()
    track: bool = True
    adopt: bool = False
    was: Path | None = None
    backups: Path | None = None
    dry: bool = False


def write_draft(facts_path: Path, out: Path | None = None, order: Order | None = None) -> Report:
    """Draft the facts file into `out` (default: a .docx of its name beside it), or bring `out` up to date.

    Raises UserError for input that cannot be used, and for a file whose memory is lost; then nothing is written.
    """
    order = order or Order()
    text = read_text(facts_path)
    try:
        out = target_of(facts_path, out)
        there = out.exists() and not order.fresh
    except OSError as error:
        raise UserError(Fault(_("The file cannot be written: {why}.").format(why=reason(error)), str(out))) from None
    if not there and (order.adopt or order.was or order.restore):
        message = _("--adopt, --was and --restore bring a file up to date that is there; here one is written anew.")
        raise UserError(Fault(message, str(out)))
    if order.fresh and os.path.exists(out):
        from drafting.updating import refuse_locked

        refuse_locked(out)
    loaded = load_facts(facts_path)
    loaded, noted = _reworded(loaded, text, order.reword)
    composed = composed_from(loaded, text)
    if there:
        return _bring_up_to_date(out, loaded, composed, order, (text, noted))
    state = state_of(loaded, composed, _layout(loaded, order.layout))
    data = _document(loaded, composed, state, order)
    if order.dry:
        return make_report(out, loaded, composed, kept=None, noted=True)
    kept = _save(out, data, state, order.backups)
    return make_report(out, loaded, composed, kept=kept, noted=_note(facts_path, text, noted))


def _bring_up_to_date(
    out: Path, loaded: Loaded, composed: Composed, order: Order, texts: tuple[str, str | None]
) -> Report:
    """The new draft merged into the file that is there; where nothing changes, not one byte of it does.

    texts: of the facts file, as it is and with the wordings that were asked for.
    """
    from drafting.retitling import as_before, remembering
    from drafting.updating import Wish, adoptable, refuse_changed, remembered, update

    if order.adopt and order.was:
        raise UserError(_("--adopt is for files whose facts are lost; with --was it is not needed."))
    before = remembered(out)
    was = _state_from(order.was) if order.was else None
    composed, names = as_before(loaded, composed, adoptable(out, composed.draft) if order.adopt else was or before)
    if before and not (order.adopt or order.was):
        _refuse_another(out, before, loaded.facts.outline, composed.draft)
    wanted = _layout(loaded, order.layout)
    _layout_file(loaded, order.layout)
    layout = str(before.extra.get("layout", "")) if before else ""
    notes = [_stays(layout, wanted)] if (layout and layout != wanted) or order.markup else []
    state = remembering(state_of(loaded, composed, layout or wanted), names)
    if was and was.base == composed.draft:
        message = _("--was gives the same draft as the facts now: what else the file says counts as changed by hand.")
        notes.append(Finding("was", "", message))
    if order.adopt and not order.track:
        notes.append(Finding("adopt", "", _("--adopt marks every difference as a suggestion, with --no-track too.")))
    found = update(out, state, composed.asks, Wish(order.restore, order.track, order.adopt, was.base if was else None))
    if order.dry:
        return make_report(out, loaded, composed, kept=None, noted=True, update=found, notes=notes)
    kept = None
    if found.data is not None:
        kept = _save(out, found.data, found.state, order.backups, partial(refuse_changed, out, found.found))
    else:
        mend_sidecar(out, found.state)
    noted = _note(loaded.path, *texts)
    return make_report(out, loaded, composed, kept=kept, noted=noted, update=found, notes=notes)


def _refuse_another(out: Path, before: State, wanted: str, draft: Draft) -> None:
    """Raise UserError if a file is of another speech. wanted: the outline of the draft."""
    from drafting.updating import is_same_speech

    if before.outline == wanted or is_same_speech(before.base, draft):
        return
    message = _(
        "This file was drafted from the outline “{outline}”, the facts are for “{wanted}”: another speech. Use another "
        "name (-o), or --fresh to keep the file beside a new one. If it is this speech with another outline, and you "
        "have the facts file as it was when this file was written, add --was OLD.yaml."
    )
    raise UserError(Fault(message.format(outline=before.outline, wanted=wanted), str(out)))


def _stays(layout: str, wanted: str) -> Finding:
    """Said where the look of a file was to be changed: it belongs to the person now."""
    if layout == wanted:
        return Finding("layout", "", _("--markup shades new files only; use --fresh for one."))
    message = _("The file keeps its layout “{layout}”; for one in “{wanted}” use --fresh or another name.")
    return Finding("layout", "", message.format(layout=layout, wanted=wanted))


def _state_from(facts_path: Path) -> State:
    """What a file written from a facts file remembered."""
    loaded = load_facts(facts_path)
    return state_of(loaded, composed_from(loaded, read_text(facts_path)), "")


def _save(
    out: Path, data: bytes, state: State, backups: Path | None, check: Callable[[], None] | None = None
) -> Path | None:
    """Write the file and its sidecar, both or neither; where the file before is now. check: right before that."""
    kept = save_beside(out, data, backups, check)
    try:
        write_sidecar(out, state)
    except UserError:
        put_back(out, kept)
        raise
    return kept


def composed_from(loaded: Loaded, text: str) -> Composed:
    """The draft. A fault in an answer that only its use brings to light is told where the answer stands."""
    try:
        return compose(loaded.prepared, loaded.facts, loaded.house)
    except UserError as error:
        root = parse_yaml(text, str(loaded.path))
        faults = [_at_answer(fault, root) if fault.answer else fault for fault in error.faults]
        raise UserError(faults) from None


def _at_answer(fault: Fault, root: Node) -> Fault:
    """The fault at the place of the answer; as it is, if the facts file does not hold it (a standing phrase)."""
    place = place_of(fault.answer, root)
    return place.fault(fault.message) if place else fault


def target_of(facts_path: Path, out: Path | None) -> Path:
    """Where the draft goes. Raises UserError if no .docx can lie there."""
    name = facts_path.name.removesuffix(".yaml").removesuffix(".yml").removesuffix(".facts") + ".docx"
    return word_file(out or facts_path.parent, name)


def _further(loaded: Loaded, reword: Seq[str]) -> Any:
    """The facts with some blocks one wording further. Raises UserError for a block that has no other wording."""
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


def _reworded(loaded: Loaded, text: str, reword: Seq[str]) -> tuple[Loaded, str | None]:
    """The facts with some blocks one wording further, and the text of their file that says so; None if that is for the
    person to write. What the file is to remember of the facts is what they are then.
    """
    if not reword:
        return loaded, text
    from drafting.facts.edit import with_reword
    from drafting.facts.read import plain

    facts = _further(loaded, reword)
    noted: str | None = text
    for key in reword:
        noted = with_reword(noted, key, facts.reword[key]) if noted is not None else None
    raw = facts.raw if noted is None else plain(parse_yaml(noted, str(loaded.path)))
    return replace(loaded, facts=replace(facts, raw=raw)), noted


def _layout(loaded: Loaded, asked: str) -> str:
    """The name of the layout."""
    return asked or loaded.facts.layout or loaded.house.layout or DEFAULT_LAYOUT


def _layout_file(loaded: Loaded, asked: str) -> Path:
    """The file of the layout. Raises UserError, where the facts file or the house file names a wrong one."""
    try:
        return loaded.library.layout(_layout(loaded, asked))
    except UserError as error:
        place = None if asked else loaded.facts.layout_place or loaded.house.layout_place
        raise UserError([place.fault(fault.message) if place else fault for fault in error.faults]) from None


def state_of(loaded: Loaded, composed: Composed, layout: str) -> State:
    """What the file shall remember."""
    house = _house_used(composed.draft, loaded.house)
    run_in = {RUN_IN: sorted(composed.run_in)} if composed.run_in else {}
    return State(
        outline=loaded.facts.outline,
        fingerprint=loaded.fingerprint,
        facts=loaded.facts.raw,
        base=composed.draft,
        extra={"house": house, "layout": layout, "reword": dict(loaded.facts.reword), **run_in},
    )


def _document(loaded: Loaded, composed: Composed, state: State, order: Order) -> bytes:
    """The .docx."""
    look = read_layout(_layout_file(loaded, order.layout), loaded.library.layout, loaded.house.layout_values)
    return Writer(look).write(
        composed.draft,
        properties=_properties(loaded, composed.draft),
        state=state,
        questions=composed.asks,
        markup=order.markup,
    )


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


def _note(path: Path, text: str, noted: str | None) -> bool:
    """Note the new wordings in the facts file, all else left as it is; False if the person has to do it.

    text, noted: as it was read, and with the wordings.
    """
    if noted is None or noted == text:
        return noted is not None
    from drafting.saving import open_text, save_text

    try:
        opened = open_text(path)
        if opened.text != text:
            return False  # somebody is at work on it
        save_text(opened, noted)
    except UserError:
        return False
    return True
