"""Many orders on any executor."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import attrs
import pytest

import prikaz
from prikaz import FaultyOrderError, Order, Template
from tests.batch.conftest import sample


def _orders(count: int) -> Iterator[Order]:
    return (attrs.evolve(sample(), number=f"{number}-од") for number in range(1, count + 1))


def _bytes(count: int, executor: Executor | None = None, template: Template | None = None) -> list[bytes]:
    made = prikaz.render_many(_orders(count), executor, template=template)
    return [result.to_bytes() for result in made]


def test_documents_come_in_the_order_of_the_orders() -> None:
    assert _bytes(5) == [prikaz.render(order).to_bytes() for order in _orders(5)]


def test_processes_give_the_bytes_of_one() -> None:
    with ProcessPoolExecutor(2) as executor:
        assert _bytes(70, executor) == _bytes(70)


def test_threads_give_the_bytes_of_one() -> None:
    with ThreadPoolExecutor(4) as executor:
        assert _bytes(200, executor) == _bytes(200)


def test_a_template_travels_to_processes() -> None:
    own = Template(Path("templates/docx/приказ.docx").read_bytes(), name="свой")
    assert pickle.loads(pickle.dumps(own)).digest == own.digest
    with ProcessPoolExecutor(2) as executor:
        assert _bytes(20, executor, own) == _bytes(20, None, own)


def test_only_some_orders_are_taken_at_once() -> None:
    taken = itertools.count(1)
    orders = (attrs.evolve(sample(), number=str(next(taken))) for _ in range(5_000))
    with ThreadPoolExecutor(2) as executor:
        made = prikaz.render_many(orders, executor)
        next(made)
        assert next(taken) < 1_000


def test_nothing_is_done_before_it_is_asked_for() -> None:
    assert next(prikaz.render_many(itertools.repeat(sample())))


def test_an_order_that_cannot_be_printed_is_reported_in_its_turn() -> None:
    wrong = attrs.evolve(sample(), preamble="На основании {приказа неведомый}")
    with ThreadPoolExecutor(2) as executor:
        made = prikaz.render_many([*_orders(3), wrong, *_orders(3)], executor)
        assert [next(made).to_bytes() for _ in range(3)] == _bytes(3)
        with pytest.raises(FaultyOrderError):
            next(made)


def test_a_cluster_gives_the_bytes_of_one() -> None:
    distributed = pytest.importorskip("distributed", reason="нет Dask: поставьте prikaz[dask]")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert _bytes(40, client.get_executor()) == _bytes(40)
