"""Write the tables of packages that load names when asked: ``python -m scripts.build_doors``.

The imports under ``TYPE_CHECKING`` are the only list typed by hand; import-linter and mypy read
them. What they name is written out once more for Python, below them.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

SOURCES: Final = Path(__file__).parent.parent / "src"
#: Packages whose names are loaded when asked for.
DOORS: Final = (
    "prikaz",
    "prikaz.docx",
    "prikaz.docx.content",
    "prikaz.files",
    "prikaz.language",
    "prikaz.service",
    "prikaz.sheets",
)
_BEGIN: Final = "# Written by scripts/build_doors.py from the imports above\n"
_END: Final = "# End of what is written\n"


def path_of(package: str) -> Path:
    """The file of a door."""
    return SOURCES.joinpath(*package.split("."), "__init__.py")


def homes(package: str, text: str) -> dict[str, str]:
    """Public names of a door with the modules they live in, as its imports say."""
    blocks = [node for node in ast.parse(text).body if isinstance(node, ast.If)]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return {
        alias.name: str(node.module).removeprefix(f"{package}.") for node in imports for alias in node.names
    }


def written(package: str) -> str:
    """The text of a door as it ought to be."""
    text = path_of(package).read_text("utf-8")
    before, _, rest = text.partition(_BEGIN)
    after = rest.partition(_END)[2]
    found = homes(package, text)
    names = sorted(found, key=lambda name: (not name[0].isupper(), name))
    table = "".join(f'    "{name}": "{found[name]}",\n' for name in names)
    public = "".join(f'    "{name}",\n' for name in names)
    return f"{before}{_BEGIN}_HOMES = {{\n{table}}}\n__all__ = [\n{public}]\n{_END}{after}"


def main() -> None:
    """Write all of them anew."""
    for package in DOORS:
        path_of(package).write_text(written(package), encoding="utf-8")


if __name__ == "__main__":
    main()
