"""An order in a file, as every command takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

ORDER = """\
вид: приказ
орган: {кратко: отдел образования}
дата: 16.03.2027
номер: 75
заголовок: О слёте в 2027 году
пункты:
  - Сдать отчёт до 30.04.2027.
  - Контроль за исполнением приказа оставляю за собой.
подпись: {должность: Заведующий отделом, фамилия: Белов, имя: Игорь, отчество: Львович}
"""


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """The data file of an order that has no faults."""
    path = tmp_path / "order.yaml"
    path.write_text(ORDER, encoding="utf-8")
    return path
