"""What other people's validators say of a .docx: one line an error, nothing is good news."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

#: ISO/IEC 29500-1, 11.3 *permits* a theme and a font table; openxml-audit asks for them.
_NOT_ASKED_BY_THE_STANDARD = "A required relationship type"


def sdk_errors(validator: Path, document: Path) -> list[str]:
    """Errors that the Open XML SDK of Microsoft finds, for the newest Word."""
    run = subprocess.run([str(validator), str(document)], capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stderr
    return [
        f"{error['path']} {error['xPath']}: {error['description']}"
        for error in json.loads(run.stdout)["errors"]
    ]


def audit_errors(document: Path) -> list[str]:
    """Errors that openxml-audit finds: what the SDK checks, and what Word asks beyond it."""
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(document)).errors
    return [
        f"{error.part_uri} {error.path}: {error.description}"
        for error in found
        if _NOT_ASKED_BY_THE_STANDARD not in error.description
    ]
