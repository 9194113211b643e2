"""Word files as lines: pending changes accepted, automatic numbers in the text, headings by their styles."""

from __future__ import annotations

from collections.abc import Set

from lxml import etree

from drafting.i18n import _
from drafting.learn import Line, Removed
from drafting.learn.lines import BLANKS
from drafting.reading.files import Read
from drafting.word.package import Package, open_package, w
from drafting.word.passages import passages


def read_docx(data: bytes, name: str) -> Read:
    """The lines of a .docx. Raises UserError for what is none, is damaged, or is out of bounds."""
    package = open_package(data, name)
    removed = [Removed(text, _("hidden text")) for text in _without_hidden(package)]
    removed += [Removed(text, _("a footnote")) for text in _notes(package, "footnote")]
    removed += [Removed(text, _("an endnote")) for text in _notes(package, "endnote")]
    lines: list[Line] = []
    gap = False
    for passage in passages(package):
        text = passage.text.strip(BLANKS)
        if text:
            lines.append(Line(text, passage.depth, passage.role, passage.indented, gap, meant=True))
        gap = not text
    return lines, removed, True


def _notes(package: Package, kind: str) -> list[str]:
    """The texts of the footnotes or endnotes: nobody reads them out, but they are not to be lost unseen."""
    part = next((name for name in package.parts if name.endswith(f"word/{kind}s.xml")), None)
    notes = package.xml(part).iter(w(kind)) if part is not None else ()
    texts = ["".join([text.text or "" for text in note.iter(w("t"))]).strip(BLANKS) for note in notes]
    return [text for text in texts if text]


def _without_hidden(package: Package) -> list[str]:
    """Take the runs out of the body that are formatted as hidden, by themselves or by a style, and give their texts."""
    styles = _hidden_styles(package)
    if not styles and b"vanish" not in package.parts.get(package.document, b""):
        return []
    root = package.xml(package.document)
    found = []
    for run in [*root.iter(w("r"))]:
        around = run.getparent()
        if around is not None and _is_hidden(run, styles):
            found.append("".join([text.text or "" for text in run.iter(w("t"))]))
            around.remove(run)
    package.parts[package.document] = etree.tostring(root)
    return [text for text in found if text.strip()]


def _is_hidden(run: etree._Element, styles: Set[str]) -> bool:
    """What the run says itself goes before its style, and its style before that of its paragraph."""
    own = _vanishes(run)
    if own is not None or not styles:
        return bool(own)
    named = run.find(f"{w('rPr')}/{w('rStyle')}")
    if named is not None and named.get(w("val")) in styles:
        return True
    paragraph = next(run.iterancestors(w("p")), None)
    named = None if paragraph is None else paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return named is not None and named.get(w("val")) in styles


def _hidden_styles(package: Package) -> Set[str]:
    """The names (style ids) of the styles whose text is hidden, by themselves or by those they are based on."""
    part = next((name for name in package.parts if name.endswith("word/styles.xml")), None)
    if part is None or b"vanish" not in package.parts[part]:
        return frozenset()
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in package.xml(part).iter(w("style")):
        name, base = style.get(w("styleId"), ""), style.find(w("basedOn"))
        own[name] = _vanishes(style)
        if base is not None:
            based[name] = base.get(w("val"), "")
    hidden = set()
    for name in own:
        at, seen = name, set[str]()
        while own.get(at) is None and at in based and at not in seen:
            seen.add(at)
            at = based[at]
        if own.get(at):
            hidden.add(name)
    return hidden


def _vanishes(element: etree._Element) -> bool | None:
    """Whether the format of a run or a style hides text; None where it says nothing of it."""
    mark = element.find(f"{w('rPr')}/{w('vanish')}")
    return None if mark is None else mark.get(w("val"), "1") not in ("0", "false", "off")
