"""A zip written by hand: parts that never change are compressed once, and every time stamp is the same.

`zipfile` would compress each part again for each draft and takes longer for its book-keeping than for the text.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from struct import Struct
from typing import NamedTuple

# PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16; version 2.0, UTF-8 names, 1 January 1980.
_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_VERSION, _UTF8, _TIME, _DATE = 20, 0x800, 0, 0x21
_STORED, _DEFLATED = 0, 8
# Shorter parts gain nothing by compression.
_WORTH_DEFLATING = 600
_LARGEST = 0xFFFFFFFF


class Entry(NamedTuple):
    """A part made ready: its record in the archive, and its line in the directory without the place."""

    name: str
    record: bytes
    fields: tuple[int, ...]

    @classmethod
    def of(cls, name: str, data: bytes, level: int) -> Entry:
        """`data` under `name`, compressed at `level` (1 fastest, 9 smallest).

        Raises ValueError for more than 4 GB, which this kind of zip cannot hold.
        """
        if len(data) > _LARGEST:
            raise ValueError(f"{name} is too large for a zip")
        method, packed = _STORED, data
        if len(data) >= _WORTH_DEFLATING:
            deflater = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
            method, packed = _DEFLATED, deflater.compress(data) + deflater.flush()
        return cls.packed(name, packed, method, zlib.crc32(data), len(data))

    @classmethod
    def packed(cls, name: str, packed: bytes, method: int, checksum: int, size: int) -> Entry:
        """A part that is compressed already: by `method` (0 stored, 8 deflated), from `size` bytes of that CRC-32."""
        raw = name.encode()
        fields = (_VERSION, _UTF8, method, _TIME, _DATE, checksum, len(packed), size, len(raw), 0)
        return cls(name, _LOCAL.pack(b"PK\x03\x04", *fields) + raw + packed, fields)

    def directory(self, offset: int) -> bytes:
        """The line in the directory for a record that begins at `offset`."""
        return _CENTRAL.pack(b"PK\x01\x02", _VERSION, *self.fields, 0, 0, 0, 0, offset) + self.name.encode()


def archive(entries: Iterable[Entry]) -> bytes:
    """The zip of these entries in their order. Raises ValueError if a name stands there twice."""
    records, directory, names, offset = [], [], set(), 0
    for entry in entries:
        if entry.name in names:
            raise ValueError(f"{entry.name} stands in the package twice")
        names.add(entry.name)
        records.append(entry.record)
        directory.append(entry.directory(offset))
        offset += len(entry.record)
    length = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(names), len(names), length, offset, 0)
    return b"".join([*records, *directory, end])
