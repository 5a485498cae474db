"""What the tests of data files share: a small order as text, and a way to open and to refuse it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from prikaz import files
from prikaz.errors import DataError, DataFault
from prikaz.files import FileDraft
from prikaz.model import Roadmap

SMALL = """\
вид: приказ
дата: 16.03.2027            # пусто: проект, места для даты и номера останутся
номер: 75
заголовок: О плане
пункты:
  - Утвердить план.
подпись: {должность: Директор, фамилия: Белов}
"""

ROADMAP = (
    SMALL
    + """\
приложение:
  дорожная карта:
    графы: [номер, мероприятие, {графа: срок, заголовок: Срок исполнения}, ответственный, охват]
    мероприятия: план.xlsx#План
"""
)
HEADER = ["№ п/п", "Мероприятие", "Срок исполнения", "Ответственный", "Охват"]

Refuse = Callable[..., tuple[DataFault, ...]]
Open = Callable[..., FileDraft]


def roadmap(open_text: Open, text: str = ROADMAP) -> Roadmap:
    """The roadmap of an order that has no other block."""
    (block,) = open_text(text).order.annexes[0].blocks
    assert isinstance(block, Roadmap)
    return block


@pytest.fixture
def open_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a text as a data file of its folder, under the name «order.yaml» if no other is given."""
    monkeypatch.chdir(tmp_path)

    def opened(text: str, name: str = "order.yaml") -> FileDraft:
        Path(name).write_text(text, encoding="utf-8")
        return files.open(name)

    return opened


@pytest.fixture
def refuse(open_text: Open) -> Refuse:
    """The faults for which a text is refused."""

    def refused(text: str, name: str = "order.yaml") -> tuple[DataFault, ...]:
        with pytest.raises(DataError) as caught:
            open_text(text, name)
        return caught.value.faults

    return refused
