"""What is no .docx, or is a trap, is refused with the reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafting.errors import UserError
from drafting.word import Writer
from drafting.word.package import open_package
from tests.word.packages import edited, parts, repacked
from tests.word.samples import layout, speech

DATA = Writer(layout()).write(speech())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return out.getvalue()


def twice() -> bytes:
    out = io.BytesIO(DATA)
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"hello", "not a Word file"),
        (b"{\\rtf1", "RTF"),
        (OLE, r"\.doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (DATA[:-30], "damaged"),
        (DATA.replace(b"<", b"[", 1)[: len(DATA) // 2], "damaged"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "not a Word file"),
        (zipped({"bomb": bytes(30_000_000)}), "far more"),
        (zipped({str(number): b"" for number in range(5001)}), "far more"),
    ],
)
def test_it_is_refused(data, reason):
    with pytest.raises(UserError, match=f"讲话.docx: .*{reason}"):
        open_package(data, "讲话.docx")


def test_a_part_that_stands_there_twice_is_refused():
    with pytest.raises(UserError, match="twice"):
        open_package(twice())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda xml: xml.replace("<w:document", "<!DOCTYPE d [<!ENTITY e 'x'>]><w:document"), "document type"),
        (lambda xml: xml.replace("</w:body>", ""), "cannot be read"),
        (lambda xml: xml.replace("w:document", "w:glossary"), "not a Word file"),
        (lambda xml: "<w:p>" * 10_000, "cannot be read"),
    ],
)
def test_a_document_that_is_no_plain_xml_is_refused(change, reason):
    with pytest.raises(UserError, match=reason):
        open_package(edited(DATA, change))


def test_the_strict_form_is_refused():
    relations = parts(DATA) | {}
    relations["_rels/.rels"] = relations["_rels/.rels"].replace(
        "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
    )
    with pytest.raises(UserError, match="strict"):
        open_package(repacked(relations))


def test_the_strict_form_is_known_by_its_document_alone():
    ordinary = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = edited(DATA, lambda xml: xml.replace(ordinary, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    with pytest.raises(UserError, match="strict"):
        open_package(strict)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match=r"none\.docx: Cannot read the file"):
        open_package(tmp_path / "none.docx")


def test_a_file_protected_as_a_zip_is_refused():
    flagged = bytearray(zipped({"a": b"x"}))
    flagged[flagged.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UserError, match="password"):
        open_package(bytes(flagged))
