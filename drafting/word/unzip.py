"""Files from anywhere, opened within bounds: what is no Word file is refused with the reason a person can act upon."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.word.archive import Entry

MAX_FILE = 100_000_000
MAX_PARTS = 5_000
MAX_UNPACKED = 200_000_000
# Text packs to a tenth, a page of equal lines to a hundredth; a bomb to a thousandth.
MAX_RATIO = 500
_RATIO_MATTERS = 5_000_000
_HEADER = 30

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


class Zip(NamedTuple):
    """A package opened: its parts in their order, its bytes, and its directory."""

    parts: dict[str, bytes]
    data: bytes
    entries: list[zipfile.ZipInfo]


def unzip(source: Path | bytes, name: str) -> Zip:
    """The parts of a package.

    name: of the file, as the person knows it. Raises UserError if it cannot be read, is no zip, is protected by a
    password, is damaged, or would unpack to more than the bounds above.
    """
    data = source if isinstance(source, bytes) else read_within_bounds(source, name)
    _refuse_other_formats(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _refuse_bombs(entries, name)
            if any(entry.flag_bits & 1 for entry in entries):
                raise UserError(Fault(_("The file is protected by a password."), name))
            parts = {entry.filename: _unpacked(data, entry) or package.read(entry) for entry in entries}
    except zipfile.BadZipFile as error:
        if zipfile.is_zipfile(io.BytesIO(data)):
            raise UserError(Fault(_("The file is damaged: {why}.").format(why=error), name)) from None
        message = _("The file is damaged: it breaks off, its end is missing. Copy or download it anew.")
        raise UserError(Fault(message, name)) from None
    except (zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise UserError(Fault(_("The file is damaged: {why}.").format(why=error), name)) from None
    if len(parts) != len(entries):
        raise UserError(Fault(_("The file is damaged: a part stands in it twice."), name))
    return Zip(parts, data, entries)


def packed_part(data: bytes, entry: zipfile.ZipInfo) -> Entry | None:
    """A part of a package that `unzip` has opened, still compressed, to be put into another one as it is.

    None if it is compressed in a way that we do not write.
    """
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return None
    _name, packed = _record(data, entry)
    return Entry.packed(entry.filename, packed, entry.compress_type, entry.CRC, entry.file_size)


def _record(data: bytes, entry: zipfile.ZipInfo) -> tuple[bytes, bytes]:
    """The name that stands before a part, and the part as it is compressed."""
    # PKWARE APPNOTE 4.3.7: two lengths stand at the end of the 30 bytes before the name.
    head = data[entry.header_offset : entry.header_offset + _HEADER]
    name, more = (int.from_bytes(head[n : n + 2], "little") for n in (26, 28))
    at = entry.header_offset + _HEADER
    start = at + name + more
    return data[at : at + name], data[start : start + entry.compress_size]


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """A part, read faster than by `zipfile`; empty where that has to say what is wrong with it, or to read it."""
    name, packed = _record(data, entry)
    if entry.compress_type != zipfile.ZIP_DEFLATED or name != entry.filename.encode():
        return b""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflater.decompress(packed, entry.file_size + 1)
    except zlib.error:
        return b""
    is_sound = inflater.eof and len(found) == entry.file_size and zlib.crc32(found) == entry.CRC
    return found if is_sound else b""


def read_within_bounds(path: Path, name: str) -> bytes:
    """The bytes of a file. Raises UserError if it cannot be read, or is larger than a document can be."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise UserError(Fault(_("The file is larger than {n} MB.").format(n=MAX_FILE // 1_000_000), name))
        return path.read_bytes()
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), name)) from None


def _refuse_other_formats(data: bytes, name: str) -> None:
    """Word's older formats and those that often bear the wrong ending, each with what to do."""
    if data.startswith(b"PK"):
        return
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            message = _("The file is protected by a password. Save it without one first.")
        else:
            message = _("This is a file of Word 97 to 2003 (.doc) or WPS (.wps). Save it as .docx first.")
    elif data.startswith(b"{\\rtf"):
        message = _("This is an RTF file. Save it as .docx first.")
    elif not data:
        message = _("The file is empty.")
    else:
        message = _("This is not a Word file (.docx).")
    raise UserError(Fault(message, name))


def _refuse_bombs(entries: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    swollen = unpacked > _RATIO_MATTERS and unpacked > MAX_RATIO * packed
    if len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED or swollen:
        raise UserError(Fault(_("The file holds far more than a document does; it is not opened."), name))
