"""What is written is read as it was."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from prikaz import files
from prikaz.model import Order
from tests.files.strategies import orders

EVERY_ORDER = settings(
    max_examples=60,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.data_too_large,
    ],
)


@EVERY_ORDER
@given(order=orders())
def test_an_order_goes_through_plain_data(order: Order) -> None:
    data = files.to_dict(order)
    assert files.from_dict(json.loads(json.dumps(data))) == order


@EVERY_ORDER
@given(order=orders())
def test_an_order_goes_through_yaml(order: Order, tmp_path: Path) -> None:
    files.dump(order, tmp_path / "order.yaml", overwrite=True)
    assert files.load(tmp_path / "order.yaml") == order


@EVERY_ORDER
@given(order=orders())
def test_an_order_goes_through_json(order: Order, tmp_path: Path) -> None:
    files.dump(order, tmp_path / "order.json", overwrite=True)
    assert files.load(tmp_path / "order.json") == order
