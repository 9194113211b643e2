"""Files of Word 97 to 2003 (.doc) and WPS (.wps): made into .docx by a converter, which keeps their automatic numbers.

The first that succeeds is taken: msdoc2docx, wps2md (text only), LibreOffice where it is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.learn.lines import from_raw
from drafting.reading.files import Read
from drafting.reading.word import read_docx

_SECONDS = 10
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_old_word(data: bytes, name: str) -> Read:
    """The lines of a .doc or .wps. Raises UserError if it is protected or no converter can read it."""
    if _ENCRYPTED in data:
        raise UserError(Fault(_("The file is protected by a password. Save it without one first."), name))
    for convert in (_by_doc2docx, _by_wps2md, _by_office):
        if (read := convert(data, name)) is not None and read[0]:
            return read
    raise UserError(
        Fault(_("This file of Word 97 to 2003 (.doc) or WPS (.wps) cannot be read. Save it as .docx first."), name)
    )


def read_rtf(data: bytes, name: str) -> Read:
    """The lines of an .rtf, where LibreOffice is installed. Raises UserError where it is not."""
    read = _by_office(data, name, ".rtf")
    if read is None:
        raise UserError(Fault(_("This is an RTF file. Save it as .docx first."), name))
    return read


def _by_doc2docx(data: bytes, name: str) -> Read | None:
    from doc2docx import convert
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "old.doc"), Path(folder, "new.docx")
        source.write_bytes(data)
        try:
            convert(source, target)
        except EncryptedDocumentError:
            raise UserError(Fault(_("The file is protected by a password. Save it without one first."), name)) from None
        except (Doc2DocxError, ValueError, KeyError, IndexError, OSError, ArithmeticError):
            return None
        with suppress(UserError, OSError):
            return read_docx(target.read_bytes(), name)
    return None


def _by_wps2md(data: bytes, name: str) -> Read | None:
    from wps2md import WpsParseError, parse

    try:
        document = parse(data)
    except (WpsParseError, ValueError, KeyError, IndexError, OSError, ArithmeticError):
        return None
    return from_raw([paragraph.text for paragraph in document.paragraphs]), [], True


def _by_office(data: bytes, name: str, ending: str = ".doc") -> Read | None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "old" + ending)
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            folder,
            str(source),
        ]
        with suppress(OSError, subprocess.SubprocessError, UserError):
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            return read_docx(Path(folder, "old.docx").read_bytes(), name)
    return None
