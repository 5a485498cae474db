"""What an office's own template leaves out of an order is reported."""

from __future__ import annotations

import io

import docx
import pytest

from prikaz import Annex, Result, Template, render
from prikaz.masters import templates
from tests.makers import make_order

ORDER = make_order(
    date="16.03.2027", number="75", heading="О чтении", annexes=[Annex(key="план", blocks="План.")]
)
WHOLE = (
    "{% for пункт in пункты %}{{ пункт.текст }}{% endfor %} {% for кто in подписи %}{{ кто.имя }}{% endfor %}"
)
ANNEXES = "{% for лист in приложения %}{% for блок in лист.блоки %}{{ блок.текст }}{% endfor %}{% endfor %}"


def printed(*paragraphs: str) -> Result:
    made, stream = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(stream)
    return render(ORDER, Template(stream.getvalue(), name="приказ отдела.docx"))


def silent(result: Result) -> list[tuple[object, ...]]:
    return [finding.path for finding in result.findings if finding.code == "template-silent"]


def test_clauses_and_signatures_that_nobody_prints_are_reported() -> None:
    assert silent(printed("{{ дата }} {{ номер }} {{ заголовок }}", ANNEXES)) == [("пункты",), ("подписи",)]


def test_a_template_that_prints_everything_is_left_in_peace() -> None:
    assert silent(printed("{{ дата }} {{ номер }} {{ заголовок }}", WHOLE, ANNEXES)) == []


def test_the_masters_print_everything() -> None:
    for name in templates():
        assert silent(render(ORDER, name)) == []


@pytest.mark.parametrize("left_out", ["дата", "номер", "заголовок"])
def test_what_is_left_out_is_named_with_the_template(left_out: str) -> None:
    head = [f"{{{{ {name} }}}}" for name in ("дата", "номер", "заголовок") if name != left_out]
    result = printed(*head, WHOLE, ANNEXES)

    assert silent(result) == [(left_out,)]
    assert "приказ отдела.docx" in str(result.findings[-1])
