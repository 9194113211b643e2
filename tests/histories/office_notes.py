"""LibreOffice without its windows, as some systems package it, falls over at the first comment it has to show.

What it lacks is one file, the description of the window of a comment (7.4: `modules/swriter/ui/annotation.ui`). It is
given a copy of its shared folder, made of links, that has one.
"""

from __future__ import annotations

import shutil
from pathlib import Path

_FILE = Path("share/config/soffice.cfg/modules/swriter/ui/annotation.ui")
_WIDGETS = ("GtkLabel:author", "GtkLabel:date", "GtkLabel:resolved")
_MENU = "reply resolve unresolve resolvethread unresolvethread delete deletethread deleteby deleteall format formatall"


def options(program: Path, folder: Path) -> list[str]:
    """What to start the program with so that it can show comments. folder: where the copy may lie."""
    home = program.resolve().parent.parent
    if (home / _FILE).exists() or not (home / _FILE).parent.parent.is_dir():
        return []
    copy = folder / "office"
    if not (copy / _FILE).exists():
        _link(home, copy, _FILE.parts)
        # Its first start copies these into the profile, which links would spoil.
        (copy / "presets").unlink(missing_ok=True)
        shutil.copytree(home / "presets", copy / "presets")
        (copy / _FILE).write_text(_description(), "utf-8")
    return [f"-env:BRAND_BASE_DIR={copy.as_uri()}"]


def _link(home: Path, copy: Path, way: tuple[str, ...]) -> None:
    """Folders on the way to a file, with links to all that stands beside it."""
    copy.mkdir(parents=True)
    for entry in home.iterdir() if home.is_dir() else ():
        if entry.name != way[0]:
            (copy / entry.name).symlink_to(entry.resolve())
    if len(way) > 1:
        _link(home / way[0], copy / way[0], way[1:])


def _description() -> str:
    """The window of a comment: only what the program asks for by name."""
    shown = '<property name="visible">True</property>'
    items = "".join(
        [f'<child><object class="GtkMenuItem" id="{name}">{shown}</object></child>' for name in _MENU.split()]
    )
    labels = "".join([
        f'<child><object class="{kind}" id="{name}">{shown}</object></child>'
        for kind, name in (widget.split(":") for widget in _WIDGETS)
    ])  # fmt: skip
    return (
        '<?xml version="1.0" encoding="UTF-8"?><interface domain="sw"><requires lib="gtk+" version="3.20"/>'
        f'<object class="GtkMenu" id="menu1">{shown}{items}</object><object class="GtkBox" id="Annotation">{shown}'
        '<property name="orientation">vertical</property><child><object class="GtkScrolledWindow" id="scrolledwindow">'
        f'{shown}<child><object class="GtkViewport">{shown}'
        f'<child><object class="GtkDrawingArea" id="editview">{shown}</object></child></object></child></object>'
        f'</child>{labels}<child><object class="GtkMenuButton" id="menubutton">{shown}'
        '<property name="popup">menu1</property></object></child></object></interface>'
    )
