"""A draft written into a .docx: the text is made anew each time, everything else once a layout."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.draft import Draft
from drafting.word.archive import Entry, archive
from drafting.word.body import Body, Frame
from drafting.word.comments import comments_xml
from drafting.word.footer import footers
from drafting.word.layout import Layout
from drafting.word.parts import (
    APP,
    DOCUMENT_PARTS,
    PACKAGE_PARTS,
    STATE_RELATIONSHIPS,
    Properties,
    content_types_xml,
    core_xml,
    custom_xml,
    font_table_xml,
    relationships_xml,
    settings_xml,
    state_properties_xml,
)
from drafting.word.state import State, state_id, state_to_bytes, state_xml
from drafting.word.styles import styles_xml
from drafting.word.theme import theme_xml
from drafting.word.xml import encode

# The text is compressed for each draft, where level 6 takes twice the time for a file 3 to 10 % smaller.
_ONCE, _EACH_TIME = 9, 1
_FOOTERS = {"default": "word/footer1.xml", "even": "word/footer2.xml"}


class Writer:
    """Writes drafts in one layout."""

    def __init__(self, layout: Layout) -> None:
        footer_parts = {_FOOTERS[kind]: xml for kind, xml in footers(layout).items()}
        self._static = {
            "docProps/app.xml": APP,
            "word/styles.xml": styles_xml(layout),
            "word/settings.xml": settings_xml(layout),
            "word/fontTable.xml": font_table_xml(layout),
            "word/theme/theme1.xml": theme_xml(layout),
        } | footer_parts
        document_parts = list(DOCUMENT_PARTS)
        ids = {kind: f"rId{document_parts.index(part) + 1}" for kind, part in _FOOTERS.items()}
        self._frame = Frame.of(layout, ids)
        self._shells: dict[frozenset[str], list[Entry]] = {}

    def write(
        self,
        draft: Draft,
        *,
        properties: Properties | None = None,
        state: State | None = None,
        questions: Mapping[str, str] | None = None,
        markup: bool = False,
    ) -> bytes:
        """The .docx. The same input gives the same bytes, on any day.

        state: what the file shall remember. questions: the wording of the question behind each missing fact.
        markup: shade facts as well as gaps, for the person who checks.
        Raises ValueError for text that XML cannot hold (control characters, lone surrogates, U+FFFE, U+FFFF).
        """
        body = Body(self._frame, markup)
        made = {
            "word/document.xml": encode(body.xml(draft)),
            "docProps/core.xml": encode(core_xml(properties or Properties(draft.title))),
        }
        if body.gaps:
            made["word/comments.xml"] = encode(comments_xml(body.gaps, questions or {}))
        if state is not None:
            made |= _state_parts(state)
        shell = self._shell(frozenset(made))
        return archive([*shell, *[Entry.of(name, data, _EACH_TIME) for name, data in made.items()]])

    def _shell(self, made: frozenset[str]) -> list[Entry]:
        """The parts that do not change from draft to draft, for a file that has the parts `made` besides."""
        if made not in self._shells:
            names = made | self._static.keys()
            ties = {
                "[Content_Types].xml": content_types_xml(names),
                "_rels/.rels": relationships_xml(PACKAGE_PARTS, names),
                "word/_rels/document.xml.rels": relationships_xml(DOCUMENT_PARTS, names, "word/"),
            }
            self._shells[made] = [Entry.of(name, encode(xml), _ONCE) for name, xml in (ties | self._static).items()]
        return self._shells[made]


def _state_parts(state: State) -> dict[str, bytes]:
    """The parts that carry the state, and the id that ties them to the sidecar."""
    data = state_to_bytes(state)
    identifier = state_id(data)
    return {
        "docProps/custom.xml": encode(custom_xml(identifier)),
        "customXml/item1.xml": state_xml(data),
        "customXml/itemProps1.xml": encode(state_properties_xml(identifier)),
        "customXml/_rels/item1.xml.rels": STATE_RELATIONSHIPS.encode(),
    }
