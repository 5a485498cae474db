"""Facts about editions of cited acts: what has amended them is printed behind them."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Act, files
from prikaz.errors import DataError, ModelError
from prikaz.model import AmendingAct
from prikaz.model.resolution.content import plain_text
from prikaz.model.resolution.references import References
from tests.makers import make_order


def printed(kind: str, *amended_by: str) -> str:
    act = Act(kind=kind, date="10.01.2025", number="12", amended_by=amended_by)
    order = make_order(acts={"акт": act})
    found = References(order).resolve("{акт}", ())
    assert found.findings == ()
    return plain_text(found.content).replace("\u00a0", " ").partition("№ 12")[2].strip()


@pytest.mark.parametrize(
    ("kind", "amended_by", "words"),
    [
        ("приказ", [], ""),
        ("приказ", ["от 12.03.2026 № 5"], "(в редакции приказа от 12.03.2026 № 5)"),
        ("приказ", ["12.03.2026 № 5", "20 ноября 2026 г. № 70-од"], None),
        (
            "Федеральный закон",
            ["от 01.02.2026 № 1-ФЗ", "от 01.03.2026 № 2-ФЗ"],
            "(в редакции Федеральных законов от 01.02.2026 № 1-ФЗ, от 01.03.2026 № 2-ФЗ)",
        ),
        (
            "постановление",
            ["от 01.02.2026 № 1", "приказ от 01.03.2026 № 2"],
            "(в редакции постановления от 01.02.2026 № 1, приказа от 01.03.2026 № 2)",
        ),
        ("указание", ["от 01.02.2026 № 1"], "(в редакции указания от 01.02.2026 № 1)"),
    ],
)
def test_what_has_amended_an_act_stands_behind_it(
    kind: str, amended_by: list[str], words: str | None
) -> None:
    several = "(в редакции приказов от 12.03.2026 № 5, от 20.11.2026 № 70-од)"
    assert printed(kind, *amended_by) == (several if words is None else words)


def _order_of(data: Any) -> Any:
    act = {"вид": "приказ", "дата": "10.01.2025", "номер": "12", "в редакции": data}
    return files.from_dict(
        {"вид": "приказ", "акты": {"а": act}, "пункты": ["По {приказу а}."], "подпись": {"фамилия": "Белов"}}
    )


def test_an_amending_act_is_written_in_one_line_or_by_its_keys() -> None:
    line = _order_of("от 12.03.2026 № 5")
    assert line == _order_of([{"дата": "12.03.2026", "номер": "5"}])
    ((_, act),) = line.acts
    assert act.amended_by == (AmendingAct(date="12.03.2026", number="5"),)
    assert files.from_dict(files.to_dict(line)) == line


def test_a_line_without_a_number_is_explained() -> None:
    with pytest.raises(DataError, match="ожидались дата и номер акта"):
        _order_of(["от 12.03.2026"])
    with pytest.raises(ModelError, match="ожидались дата и номер акта"):
        Act(kind="приказ", amended_by=["№ 5"])
