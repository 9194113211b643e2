"""The zip written by hand is one that others read."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafting.word.archive import Entry, archive


def test_others_read_it():
    contents = {"[Content_Types].xml": b"<x/>", "长名.xml": "正文".encode() * 2000, "empty": b""}
    data = archive([Entry.of(name, content, 1) for name, content in contents.items()])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == contents
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_long_parts_are_compressed_and_short_ones_stored():
    data = archive([Entry.of("long", b"a" * 5000, 1), Entry.of("short", b"a" * 50, 1)])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        methods = [entry.compress_type for entry in package.infolist()]
    assert methods == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]


def test_a_name_stands_in_it_once():
    entry = Entry.of("word/document.xml", b"", 1)
    with pytest.raises(ValueError, match="twice"):
        archive([entry, entry])
