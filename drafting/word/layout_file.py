"""Layouts as people write them: YAML, from nothing or as single values over another layout (`base: official`)."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from drafting.errors import Fault, UserError, nearest
from drafting.i18n import _
from drafting.word.layout import Layout, points
from drafting.word.schema import build
from drafting.yamlfile import Mapping, Place, Scalar, read_yaml

# Two ways to say one thing: what a file gives takes the place of the other in the file below it.
_EITHER_OR = (("lines", "pitch"), ("characters", "spacing"))


class FindBase(Protocol):
    """Finds layouts by their names."""

    def __call__(self, name: str, asking: Path, /) -> Path:
        """The file of the layout called `name` that the layout in the file `asking` builds upon.

        A layout may build upon the one of its own name behind it. Raises UserError for a name that is not known.
        """


def read_layout(path: Path, find_base: FindBase, overrides: Mapping | None = None) -> Layout:
    """The layout in the file `path`, with `overrides` (a mapping of the same keys) over it.

    A `base` among the overrides chooses `path` and is the caller's business; it is skipped here.
    Raises UserError with every fault: unknown keys, wrong types, unknown fonts, each where it stands.
    """
    node = _with_base(path, find_base, ())
    if overrides is not None:
        node = _over(node, overrides)
    layout = build(Layout, node, also=_unknown_faces(node))
    if message := _impossible(layout):
        raise UserError(node.place.fault(message))
    return layout


def _with_base(path: Path, find_base: FindBase, above: tuple[Path, ...]) -> Mapping:
    """The mapping in `path` over those that it names as its base."""
    node = read_yaml(path)
    if not isinstance(node, Mapping):
        raise UserError(node.place.fault(_("A layout is a list of “key: value” lines.")))
    if (base := node.get("base")) is None:
        return _over(Mapping((), node.place), node)
    if not isinstance(base, Scalar) or base.empty:
        raise UserError(base.place.fault(_("“base” is the name of a layout, such as official.")))
    try:
        below = find_base(base.text, path)
    except UserError as error:
        raise UserError([base.place.fault(fault.message) for fault in error.faults]) from None
    if below in (*above, path):
        raise UserError(base.place.fault(_("The layout “{name}” builds upon itself.").format(name=base.text)))
    return _over(_with_base(below, find_base, (*above, path)), node)


def _over(below: Mapping, above: Mapping) -> Mapping:
    """The layout `below` with the values of `above`; each value keeps its place."""
    for pair in _EITHER_OR:
        given = [key for key in pair if above.get(key) is not None]
        if len(given) == 2:
            message = _("Give only one of “{one}” and “{other}”.").format(one=pair[0], other=pair[1])
            raise UserError(_place(above, pair[1]).fault(message))
        if given:
            below = _without(below, set(pair) - set(given))
    return _merge(below, _without(above, {"base"}))


def _merge(below: Mapping, above: Mapping) -> Mapping:
    entries = {key.text: (key, value) for key, value in below.entries}
    for key, value in above.entries:
        under = entries.get(key.text, (key, value))[1]
        both = isinstance(under, Mapping) and isinstance(value, Mapping)
        entries[key.text] = (key, _merge(under, value) if both else value)  # type: ignore[arg-type]
    return Mapping(tuple(entries.values()), above.place)


def _without(node: Mapping, keys: set[str]) -> Mapping:
    return Mapping(tuple([entry for entry in node.entries if entry[0].text not in keys]), node.place)


def _unknown_faces(node: Mapping) -> list[Fault]:
    """A fault for each face that the layout uses and its fonts do not have."""
    fonts, styles = node.get("fonts"), node.get("styles")
    if not isinstance(fonts, Mapping):
        return []  # that is the fault to be told
    known = list(fonts.keys())
    users = [*(value for _key, value in styles.entries), node.get("page_number")] if isinstance(styles, Mapping) else []
    faces = [user.get("face") for user in users if isinstance(user, Mapping)]
    message = _("There is no font “{name}” under “fonts”; there are {known}.")
    return [
        face.place.fault(message.format(name=face.text, known=", ".join(known)) + nearest(face.text, known))
        for face in faces
        if isinstance(face, Scalar) and face.text not in known
    ]


def _impossible(layout: Layout) -> str:
    """Why a page of this layout cannot be read; "" if it can."""
    body = points(layout.styles.body.size)
    if min(layout.room) < 2 * body:
        return _("The margins leave no room for text.")
    if layout.pitch_twips < body:
        return _("The lines would overlap: their distance is less than the size of the body text.")
    if layout.advance(layout.styles.body) < body / 2:
        return _("The characters would overlap: there are too many in a line.")
    return ""


def _place(node: Mapping, key: str) -> Place:
    return next(name.place for name, _value in node.entries if name.text == key)
