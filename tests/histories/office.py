"""LibreOffice as the program in which somebody edits the file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

from tests.histories.office_notes import options
from tests.word.tools import need

HAND = Path(__file__).parent / "office_hand.py"
LONGEST = 120  # seconds for one file
TRIES = 1


def python_with_uno() -> str:
    """A Python that can talk to LibreOffice; "" if there is none."""
    for candidate in (sys.executable, "/usr/bin/python3", shutil.which("python3") or ""):
        if candidate and subprocess.run([candidate, "-c", "import uno"], capture_output=True).returncode == 0:
            return candidate
    return ""


class Office:
    """LibreOffice running without windows; started again if it falls over, as it does on some of its own files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._python = python_with_uno()
        need(self._python, "a Python with LibreOffice's uno module")
        self._program = shutil.which("soffice") or shutil.which("libreoffice") or ""
        need(self._program, "LibreOffice")
        self._runs = 0
        self._process: subprocess.Popen[bytes] | None = None
        self.edited = self.fallen = 0

    def __enter__(self) -> Office:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop()

    def _start(self) -> str:
        """The name of its pipe."""
        name = f"drafting{id(self)}x{self._runs}"
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._runs += 1
            name = f"drafting{id(self)}x{self._runs}"
            profile = (self._folder / f"profile{self._runs}").as_uri()
            start = ["--headless", "--norestore", f"--accept=pipe,name={name};urp;", f"-env:UserInstallation={profile}"]
            start += options(Path(self._program), self._folder)
            quiet = subprocess.DEVNULL
            self._process = subprocess.Popen([self._program, *start], stdout=quiet, stderr=quiet)
        return name

    def _stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
            self._process = None

    def edit(self, file: Path, random: Random) -> list[str]:
        """Edit a file and save it; the words that were typed. Where the program falls over the file stays as it was."""
        seed = random.randint(0, 900_000)
        for attempt in range(TRIES):  # what it has fallen over once it falls over again
            typed = self._edited(file, str(seed + attempt))
            if typed is not None:
                self.edited += 1
                return typed
            self.fallen += 1
            self._stop()
        return []

    def _edited(self, file: Path, seed: str) -> list[str] | None:
        name = self._start()
        # Where it falls over it leaves a lock behind: it is given another file each time.
        out, copy = file.with_name("edited.docx"), file.with_name(f"open{self._runs}-{self.edited}.docx")
        out.unlink(missing_ok=True)
        copy.write_bytes(file.read_bytes())
        command = [self._python, str(HAND), name, str(copy), str(out), seed]
        try:
            done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=LONGEST)
        except subprocess.TimeoutExpired:
            return None
        finally:
            copy.unlink()
        if done.returncode or not out.exists():
            return None
        out.replace(file)
        return done.stdout.split()
