"""The house file: what holds for all speeches of an organisation."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.enumerating import Chosen, read_enumerators
from drafting.errors import Fault
from drafting.i18n import _
from drafting.yamlcheck import Checker
from drafting.yamlfile import Mapping, Node, Place, Scalar, Sequence

NO_PHRASE = "无"  # a standing phrase that the organisation does not have: no gap is left for it
READING_RATE = 180  # characters a minute: between talk (120–160) and news reading (250)
_KEYS = (
    "organisation",
    "short_name",
    "leaders",
    "phrases",
    "preferred",
    "forbidden",
    "enumerators",
    "layout",
    "fonts",
    "reading_rate",
)


class Leader(NamedTuple):
    """A leader and his post."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """leaders: in their order of rank. preferred: word -> better word.

    phrases: standing phrases of the day, by name; NO_PHRASE where there is none, which is written 无 or [].

    enumerators: by the key of the part that is to have them, in whatever outline has such a part.
    layout: name of a layout. layout_place: where it stands. layout_values: single values of it that the house sets, as
    read; None for none.
    reading_rate: characters a minute.
    """

    organisation: str = ""
    short_name: str = ""
    leaders: tuple[Leader, ...] = ()
    phrases: Map[str, str] = field(default_factory=dict)
    preferred: Map[str, str] = field(default_factory=dict)
    forbidden: tuple[str, ...] = ()
    enumerators: Map[str, Chosen] = field(default_factory=dict)
    layout: str = ""
    layout_place: Place | None = None
    layout_values: Mapping | None = None
    reading_rate: int = READING_RATE


def read_house(node: Node) -> tuple[House, list[Fault]]:
    """The house file in a YAML document, and every fault found in it."""
    reader = _HouseReader()
    return reader.house(node), reader.faults


class _HouseReader(Checker):
    def house(self, node: Node) -> House:
        mapping = self.mapping(node, _("the house file"))
        self.known(mapping, _KEYS, _("the house file"))
        layout, place, values = self._layout(mapping)
        return House(
            organisation=self._text(mapping, "organisation"),
            short_name=self._text(mapping, "short_name"),
            leaders=self._leaders(mapping.get("leaders")),
            phrases=self._phrases(mapping.get("phrases")),
            preferred=self._texts(mapping.get("preferred"), "preferred"),
            forbidden=self._words(mapping.get("forbidden")),
            enumerators=read_enumerators(self, mapping.get("enumerators")),
            layout=layout,
            layout_place=place,
            layout_values=values,
            reading_rate=self._rate(mapping.get("reading_rate")),
        )

    def _text(self, mapping: Mapping, key: str) -> str:
        node = mapping.get(key)
        return self.text(node, key) if node is not None else ""

    def _texts(self, node: Node | None, what: str) -> dict[str, str]:
        if node is None:
            return {}
        return {key.text: self.text(value, f"{what}: {key.text}") for key, value in self.mapping(node, what).entries}

    def _phrases(self, node: Node | None) -> dict[str, str]:
        if not isinstance(node, Mapping):
            return self._texts(node, "phrases")
        told = {key.text for key, value in node.entries if isinstance(value, Sequence) and not value.items}
        rest = Mapping(tuple(entry for entry in node.entries if entry[0].text not in told), node.place)
        return self._texts(rest, "phrases") | dict.fromkeys(told, NO_PHRASE)

    def _words(self, node: Node | None) -> tuple[str, ...]:
        return self.texts(node, "forbidden") if node is not None else ()

    def _leaders(self, node: Node | None) -> tuple[Leader, ...]:
        if node is None:
            return ()
        return tuple(self._leader(item) for item in self.items(node, "leaders"))

    def _leader(self, node: Node) -> Leader:
        if isinstance(node, Scalar):
            return Leader(self.text(node, "leaders"))
        mapping = self.mapping(node, "leaders")
        self.known(mapping, ("name", "post"), "leaders")
        if mapping.get("name") is None:
            self.fault(mapping.place, _("leaders: a “name” is missing."))
        return Leader(self._text(mapping, "name"), self._text(mapping, "post"))

    def _layout(self, mapping: Mapping) -> tuple[str, Place | None, Mapping | None]:
        """The name of a layout, where it stands, and single values over it.

        Written are `layout: official` or `layout: {base: official, …}`; `fonts:` of the house file are values too.
        """
        node = mapping.get("layout")
        if isinstance(node, Mapping):
            named, what = node.get("base"), "base"
            entries = tuple((key, value) for key, value in node.entries if key.text != "base")
        else:
            named, what = node, "layout"
            entries = ()
        name = self.text(named, what) if named is not None else ""
        entries += tuple((key, value) for key, value in mapping.entries if key.text == "fonts")
        return name, named.place if named else None, Mapping(entries, mapping.place) if entries else None

    def _rate(self, node: Node | None) -> int:
        if node is None:
            return READING_RATE
        told = len(self.faults)
        rate = self.whole(node, "reading_rate")
        if len(self.faults) > told:
            return READING_RATE
        if not 60 <= rate <= 400:
            self.fault(node.place, _("reading_rate: expected 60 to 400 characters a minute, found {n}.").format(n=rate))
            return READING_RATE
        return rate
