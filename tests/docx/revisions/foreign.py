"""LibreOffice accepts and rejects recorded changes by its own commands: a macro in a profile of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path

_MACRO = """
Sub Resolve(folder As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "MS Word 2007 XML"
  Dim files(500) As String
  Dim n As Integer, i As Integer, file As String
  file = Dir(folder & "/*.docx")
  Do While file <> ""
    files(n) = file : n = n + 1
    file = Dir()
  Loop
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  For i = 0 To n - 1
    url = ConvertToURL(folder & "/" & files(i))
    document = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
    helper.executeDispatch(document.CurrentController.Frame, ".uno:" & command, "", 0, Array())
    document.storeToURL(ConvertToURL(folder & "/done/" & files(i)), kind())
    document.close(True)
  Next
  StarDesktop.terminate()
End Sub
"""
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>'
)

_PATIENCE = 9


class Office:
    """LibreOffice with the macro.

    Args:
        program: The program.
        folder: Gets its profile and its documents.
    """

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        self._profile = folder / "profile"
        self._run("macro:///Standard.Module1.Main")  # makes the profile, and ends with an unknown macro
        basic = self._profile / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "script.xlb").write_text(_LIBRARY)
        (basic / "Module1.xba").write_text(_MODULE.format(escape(_MACRO, quote=False)))

    def accepted(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files with all changes accepted."""
        return self._resolved(files, "AcceptAllTrackedChanges")

    def rejected(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files with all changes rejected."""
        return self._resolved(files, "RejectAllTrackedChanges")

    def _resolved(self, files: Mapping[str, bytes], command: str) -> dict[str, bytes]:
        folder = self._folder / command
        (folder / "done").mkdir(parents=True)
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        done = {name: folder / "done" / f"{name}.docx" for name in files}
        for _ in range(_PATIENCE):  # LibreOffice may fall down on its way; what it has made is made
            self._run(f'macro:///Standard.Module1.Resolve("{folder}","{command}")')
            for name, made in done.items():
                if made.exists():
                    (folder / f"{name}.docx").unlink(missing_ok=True)
            if not list(folder.glob("*.docx")):
                break
        return {name: made.read_bytes() for name, made in done.items()}

    def _run(self, macro: str) -> None:
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        command = [self._program, profile, "--headless", "--norestore", "--nologo", macro]
        subprocess.run(command, check=False, capture_output=True, timeout=300)
