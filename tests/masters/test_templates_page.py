"""The page of template authors says the truth about the masters: names, styles, errors."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from prikaz.docx import Template
from prikaz.errors import TemplateError
from tests.masters.master_view import FILES, parts_of, view

PAGE = Path(__file__).parents[2] / "docs" / "templates.md"


def tags(path: Path) -> str:
    """Everything that stands in the tags of a template."""
    return "\n".join(re.findall(r"\{[{%].*?[%}]\}", "".join(parts_of(path.read_bytes()).values())))


def names_in(path: Path) -> set[str]:
    """Names of the view that a template uses, without those that its loops give themselves."""
    code = re.sub(r'"[^"]*"', "", tags(path))
    looped = set(re.findall(r"for (\w+) in", code))
    return set(re.findall(r"[а-яё_]+(?:\.[а-яё_]+)*", code)) - looped


#: What Word prints by itself in the built-in templates.
OF_WORD = {"пункт.номер"}


def test_the_page_names_the_whole_view() -> None:
    values = PAGE.read_text(encoding="utf-8").partition("## Все значения")[2].partition("## Метки")[0]
    named = set(re.findall(r"^\| `([^`]+)` \|", values, flags=re.MULTILINE))
    assert named - OF_WORD == set().union(*map(names_in, FILES.values()))
    assert named >= OF_WORD


def test_the_page_names_all_styles_and_no_other() -> None:
    styles = PAGE.read_text(encoding="utf-8").partition("## Стили")[2].partition("## Как читать")[0]
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|$", styles, flags=re.MULTILINE)[1:]
    named = {
        style.strip().removeprefix("без приказа: ").removesuffix(" (основа)")
        for row in rows
        for style in re.split("[,;]", row)
    }
    own = {
        style.name
        for file in FILES.values()
        for style in docx.Document(str(file)).styles
        if not style.builtin
    }
    assert named == own


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{{ дата }}", "{{ дата }"),
        ("{{ номер }}", "{{ номре }}"),
        ("{%p if проект %}", "Текст {%p if проект %}"),
        ("{%p endfor %}", ""),
        ("{% style пункт.стиль %}", '{% style "Пункт 5" %}'),
    ],
)
def test_the_page_quotes_errors_as_they_are(right: str, wrong: str) -> None:
    with pytest.raises(TemplateError) as raised:
        Template(spoilt(right, wrong), name="приказ отдела.docx").render(view())
    assert str(raised.value) in PAGE.read_text(encoding="utf-8").splitlines()


def spoilt(right: str, wrong: str) -> bytes:
    """The master for приказ with one tag changed: the first from the letterhead on, else the first."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, text in parts_of(FILES["приказ"].read_bytes()).items():
            before, found, after = text.partition("for строка in бланк %}")
            if name == "word/document.xml" and right in after:
                after = after.replace(right, wrong, 1)
            elif name == "word/document.xml":
                before = before.replace(right, wrong, 1)
            target.writestr(name, before + found + after)
    return made.getvalue()
