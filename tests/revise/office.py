"""LibreOffice accepting and rejecting tracked changes, and saving: a macro in a profile of its own does it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.word.tools import need

_FILTER = "MS Word 2007 XML"
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub ResolveAll(folder As String, count As String, command As String)
  For number = 0 To CInt(count) - 1
    ResolveOne(folder &amp; "/" &amp; number &amp; ".docx", folder &amp; "/done/" &amp; number &amp; ".docx", command)
  Next number
End Sub
Sub ResolveOne(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(opened.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = "FILTER"
  opened.storeToURL(target, how())
  opened.close(True)
End Sub
</script:module>
""".replace("FILTER", _FILTER)
_NAMED = '<library:element library:name="Changes"/></library:library>'

ACCEPT, REJECT, SAVE = "AcceptAllTrackedChanges", "RejectAllTrackedChanges", "Save"


class Office:
    """LibreOffice with a profile in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._office = shutil.which("soffice") or shutil.which("libreoffice")
        need(self._office, "LibreOffice")
        self._folder = folder
        self._profile = folder / "profile"
        self._run("--terminate_after_init")  # makes the profile, and would overwrite one without all of its files
        basic = self._profile / "user" / "basic" / "Standard"
        need(basic.is_dir(), "LibreOffice's Basic")
        listed = basic / "script.xlb"
        text = listed.read_text(encoding="utf-8").replace("</library:library>", _NAMED)
        listed.write_text(text, encoding="utf-8")
        (basic / "Changes.xba").write_text(_MODULE, encoding="utf-8")
        self._batches = 0

    def each(self, files: Sequence[bytes], command: str) -> list[bytes]:
        """The files after a command on all that is in them, saved again."""
        self._batches += 1
        folder = self._folder / str(self._batches)
        (folder / "done").mkdir(parents=True)
        for number, data in enumerate(files):
            (folder / f"{number}.docx").write_bytes(data)
        if command == SAVE:
            named = [str(folder / f"{number}.docx") for number in range(len(files))]
            self._run("--convert-to", f"docx:{_FILTER}", "--outdir", str(folder / "done"), *named)
        else:
            self._run(f'macro:///Standard.Changes.ResolveAll("{folder.as_uri()}","{len(files)}","{command}")')
        return [(folder / "done" / f"{number}.docx").read_bytes() for number in range(len(files))]

    def _run(self, *what: str) -> None:
        command = [str(self._office), f"-env:UserInstallation={self._profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run([*command, *what], capture_output=True, check=True, timeout=300)
