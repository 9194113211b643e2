"""What two validators of Open XML say of files after a merge: nothing that they did not say of them before."""

from __future__ import annotations

import importlib
from pathlib import Path
from random import Random

import pytest

from drafting.revise import look, revise
from drafting.word import Writer
from drafting.word.finalise import finalise
from drafting.word.package import open_package
from tests.revise.files import DRAFT, MESSY, OURS, file
from tests.revise.merges import random_case
from tests.word.samples import QUESTIONS, complete, layout, state
from tests.word.tools import need_module

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

# One of them knows no smart tags, which Word has not written since 2010.
FILES = {
    "as written": OURS,
    "never had a comment": Writer(layout()).write(complete(), state=state(complete())),
    "all that can be": file([block for block in MESSY if "smartTag" not in block]),
    "by WPS": file([block for block in MESSY if "smartTag" not in block], wps=True),
}


def findings(data: bytes, path: Path) -> list[str]:
    for name in ("openxml_audit", "ooxml_integrity"):
        need_module(name)
    audit, integrity = importlib.import_module("openxml_audit"), importlib.import_module("ooxml_integrity")
    path.write_bytes(data)
    found = [str(finding) for finding in integrity.check(str(path))]
    for version in ("OFFICE_2010", "MICROSOFT_365"):
        validator = audit.OpenXmlValidator(file_format=getattr(audit.FileFormat, version))
        found += [str(error) for error in validator.validate(str(path)).errors]
    # A link that went with its words leaves its relation behind, which does no harm and is no longer ours to judge.
    return [finding for finding in found if "declared but never referenced" not in finding]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("track", [True, False])
def test_they_find_nothing(tmp_path, name, track):
    path = tmp_path / "讲话.docx"
    assert findings(FILES[name], path) == []
    data = FILES[name]
    for seed in range(12):
        manuscript = look(open_package(data), DRAFT)
        case = random_case(Random(seed), manuscript.seen)
        out = revise(manuscript, case.merge, state(case.base), QUESTIONS, track=track)
        if out is not None:
            assert (seed, findings(out, path)) == (seed, [])
            # every second file is revised once more, with all that is pending in it
            data = out if seed % 2 else FILES[name]


def test_they_find_nothing_in_a_final_file(tmp_path):
    data = FILES["never had a comment"]
    manuscript = look(open_package(data), DRAFT)
    case = random_case(Random(3), manuscript.seen)
    out = revise(manuscript, case.merge, state(case.base), QUESTIONS, track=False)
    assert out is not None
    if "【待补" not in "".join(case.texts):
        assert findings(finalise(out), tmp_path / "讲话.docx") == []
