"""Other programs that judge our files: skipped with a reason where they are missing, never in CI."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

FULL_WIDTH_FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL UMing CN")


def need(found: object, what: str) -> None:
    """Skip the test if something is missing on this machine; fail it in CI."""
    if not found:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not installed here")


def need_module(name: str) -> None:
    """The same for a Python package."""
    need(importlib.util.find_spec(name), name)


def full_width_font() -> str:
    """The name of an installed font whose Chinese characters are all of one width."""
    need(shutil.which("fc-list"), "fontconfig")
    known = subprocess.run(["fc-list", ":", "family"], capture_output=True, check=True, text=True).stdout
    font = next((name for name in FULL_WIDTH_FONTS if name in known), "")
    need(font, "a Chinese font")
    return font


def converted(path: Path, form: str, profile: Path) -> Path:
    """What LibreOffice makes of a file, in a folder beside it. form: `pdf` or `docx`."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    need(office, "LibreOffice")
    out = path.parent / form
    out.mkdir(exist_ok=True)
    wanted = "docx:MS Word 2007 XML" if form == "docx" else form
    command = [str(office), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", wanted]
    subprocess.run([*command, "--outdir", str(out), str(path)], capture_output=True, check=True, timeout=180)
    return out / f"{path.stem}.{form}"
