"""Validators of Open XML, asked what they find wrong with a file."""

from __future__ import annotations

import importlib
from pathlib import Path

from tests.word.tools import need_module

VERSIONS = ("OFFICE_2010", "MICROSOFT_365")


def complaints(path: Path) -> list[str]:
    """What openxml-audit, for both versions of Office, and ooxml-integrity find."""
    need_module("openxml_audit")
    need_module("ooxml_integrity")
    audit = importlib.import_module("openxml_audit")
    found = [
        str(error)
        for version in VERSIONS
        for error in audit.OpenXmlValidator(file_format=getattr(audit.FileFormat, version)).validate(str(path)).errors
    ]
    return found + [str(finding) for finding in importlib.import_module("ooxml_integrity").check(str(path))]
