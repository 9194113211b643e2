"""What becomes of a file between two drafts: lost memory, copies, older versions, changes accepted or rejected."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from lxml import etree

from drafting.draft import Draft
from drafting.word.package import open_package, w
from drafting.word.recall import sidecars, state_parts
from drafting.word.state import FOLDER, state_to_bytes, state_xml
from tests.revise import resolve
from tests.word.samples import speech, state


@dataclass(slots=True)
class Shelf:
    """A file and where it lies. base: what was last drafted into it. versions: as all was before.

    lost: how the next draft has to go: "" as usual, else "was" or "adopt".
    """

    file: Path
    base: Draft
    versions: list[tuple[bytes, Draft, str]] = field(default_factory=list)
    lost: str = ""

    def part_lost(self, _random: Random) -> None:
        """A program has dropped the part; the sidecar serves."""
        package = open_package(self.file)
        for part in state_parts(package):
            package.remove(part)
        self.file.write_bytes(package.to_bytes())

    def sidecar_lost(self, _random: Random) -> None:
        """The file has come alone."""
        shutil.rmtree(self.file.parent / FOLDER, ignore_errors=True)

    def all_lost(self, random: Random) -> None:
        """Both: the facts of that day are at hand, or not."""
        self.part_lost(random)
        self.sidecar_lost(random)
        self.lost = random.choice(["was", "adopt"])

    def other_state(self, random: Random) -> None:
        """Somebody has put another speech into the file and saved it: what the file remembers is of that one."""
        package = open_package(self.file)
        for part in state_parts(package):
            package.parts[part] = state_xml(state_to_bytes(state(speech())))
        self.file.write_bytes(package.to_bytes())
        self.lost = random.choice(["was", "adopt"])

    def renamed(self, random: Random) -> None:
        """Another name."""
        self.file = self.file.rename(self.file.with_name(f"{self.file.stem}改{random.randrange(100)}.docx"))

    def carried_off(self, random: Random) -> None:
        """Copied to another machine, without what lies beside it."""
        folder = self.file.parent / f"机{len(list(self.file.parent.iterdir()))}-{random.randrange(10**9)}"
        folder.mkdir()
        self.file = Path(shutil.copy(self.file, folder / self.file.name))

    def older(self, random: Random) -> None:
        """There are two versions, and somebody goes on with the older one."""
        if self.versions:
            data, self.base, self.lost = random.choice(self.versions)
            self.file.write_bytes(data)
            package = open_package(self.file)
            if not state_parts(package):
                # What was lost may have been written again since, word for word, and what was there may be gone.
                there = any(path.exists() for path in sidecars(package))
                self.lost = "" if there else self.lost or "was"

    def accept_some(self, random: Random) -> None:
        """Some of the changes that are pending are accepted."""
        self._resolved(random, resolve.accept)

    def reject_some(self, random: Random) -> None:
        """Some are rejected."""
        self._resolved(random, resolve.reject)

    def _resolved(self, random: Random, way: object) -> None:
        assert callable(way)
        package = open_package(self.file)
        root = package.xml(package.document)
        chosen = {p for p in root.iter(w("p")) if random.random() < 0.4}
        moves = (w("moveFrom"), w("moveTo"))
        wanted = {
            _place(change)
            for change in root.iter(etree.Element)
            if change.tag not in moves and next(change.iterancestors(w("p")), None) in chosen
        }
        marks = [mark for paragraph in chosen for mark in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*")]
        whole = {_place(mark) for mark in marks if mark.tag not in moves}
        whole |= {_place(change) for change in _moved(root, {n for n in _moves(root) if random.random() < 0.4})}
        done = way(root, lambda change: _place(change) in wanted | whole)
        package.put(package.document, done)
        self.file.write_bytes(package.to_bytes())

    def by_other_program(self, _random: Random) -> None:
        """Saved by a program that renumbers the parts and keeps no bookmarks at the ends."""
        package = open_package(self.file)
        text = package.parts[package.document].decode()
        starts = re.findall(r'<w:bookmarkStart w:id="(\d+)"', text)
        for number in starts[::3]:
            text = re.sub(rf'<w:bookmark(Start|End) w:id="{number}"[^>]*/>', "", text)
        package.parts[package.document] = text.encode()
        self.file.write_bytes(package.to_bytes())


def _moves(root: etree._Element) -> list[str]:
    """The names of the moves that are pending."""
    return sorted({start.get(w("name"), "") for start in root.iter(w("moveFromRangeStart"))})


def _moved(root: etree._Element, names: set[str]) -> Iterator[etree._Element]:
    """What is marked as moved by some of them: a move is one change at two places, of one paragraph or several."""
    for kind in ("moveFrom", "moveTo"):
        for start in [start for start in root.iter(w(f"{kind}RangeStart")) if start.get(w("name")) in names]:
            paragraph = next(start.iterancestors(w("p")), None)
            while paragraph is not None:
                yield from paragraph.iter(w(kind))
                ends = [end.get(w("id")) for end in paragraph.iter(w(f"{kind}RangeEnd"))]
                paragraph = None if start.get(w("id")) in ends else next(paragraph.itersiblings(w("p")), None)


def _place(change: etree._Element) -> tuple[str, str | None]:
    return str(change.tag), change.get(w("id"))


FATES = tuple(
    "part_lost sidecar_lost all_lost other_state renamed carried_off older accept_some accept_some reject_some "
    "reject_some by_other_program".split()
)
