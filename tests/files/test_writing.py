"""An order is written as a clerk would write it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from prikaz import files
from prikaz.errors import DataError, OutputError
from prikaz.files.writing.emit import to_yaml
from prikaz.model import (
    Activity,
    Annex,
    Clause,
    Heading,
    Kind,
    Order,
    Paragraph,
    Person,
    Position,
    Roadmap,
    Signature,
)
from tests.files.strategies import TRICKY

ORDER = Order(
    kind=Kind.ORDER,
    date=date(2027, 3, 16),
    number="075",
    heading="О плане: первый этап",
    clauses=[
        "Утвердить план.",
        Clause(text="Руководителям школ:", clauses=["назначить ответственных;"], deadlines="до 1 мая"),
        Clause(text="Первый абзац.\nВторой абзац."),
    ],
    signatures=[Signature(position="Директор", person=Person(last="Белов", first="Игорь"))],
    annexes=[
        Annex(
            key="план",
            blocks=Roadmap(
                columns=["номер", "мероприятие", "срок"],
                activities=[
                    Activity(title="Сбор", deadlines=["01.06.2027", "постоянно"], by_year={2027: "май"})
                ],
            ),
        )
    ],
)

WRITTEN = """\
вид: приказ
дата: 16.03.2027
номер: "075"
заголовок: "О плане: первый этап"
пункты:
  - Утвердить план.
  - текст: "Руководителям школ:"
    срок: до 1 мая
    подпункты:
      - назначить ответственных;
  - |-
    Первый абзац.
    Второй абзац.
подпись:
  должность: Директор
  фамилия: Белов
  имя: Игорь
приложение:
  ключ: план
  дорожная карта:
    графы: [номер, мероприятие, срок]
    мероприятия:
      - мероприятие: Сбор
        сроки:
          - 01.06.2027
          - постоянно
        по годам: {2027: май}
"""


def test_an_order_is_written_in_its_shortest_natural_form(tmp_path: Path) -> None:
    files.dump(ORDER, tmp_path / "order.yaml")
    assert (tmp_path / "order.yaml").read_text(encoding="utf-8") == WRITTEN


def test_several_blocks_and_annexes_stand_in_lists() -> None:
    blocks = (Heading(text="Глава"), Paragraph(text="Текст."))
    order = Order(
        kind=Kind.ORDER,
        clauses=["а"],
        signatures=[Signature(person=Person(last="Белов"))],
        annexes=[Annex(blocks=blocks), Annex(blocks="б")],
    )
    assert files.to_dict(order)["приложения"] == [
        {"блоки": [{"подзаголовок": "Глава"}, "Текст."]},
        {"абзац": "б"},
    ]


def test_a_position_of_the_person_is_not_taken_for_that_of_the_signature() -> None:
    person = Person(last="Белов", position=Position(title="Завуч"))
    order = Order(kind=Kind.ORDER, clauses=["а"], signatures=[Signature(person=person)])
    assert files.to_dict(order)["подпись"] == {"лицо": {"фамилия": "Белов", "должность": "Завуч"}}


def test_json_holds_the_plain_data(tmp_path: Path) -> None:
    files.dump(ORDER, tmp_path / "order.json")
    assert json.loads((tmp_path / "order.json").read_text(encoding="utf-8")) == files.to_dict(ORDER)


@pytest.mark.parametrize("version", [(1, 1), (1, 2)])
@pytest.mark.parametrize("text", TRICKY)
def test_any_reader_of_yaml_reads_the_same_text(text: str, version: tuple[int, int]) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    assert yaml.load(to_yaml({"а": text, "б": [text]})) == {"а": text, "б": [text]}


def test_an_order_with_an_invisible_sign_is_not_written(tmp_path: Path) -> None:
    order = Order(kind=Kind.ORDER, clauses=["а\x07"], signatures=[Signature(person=Person(last="Белов"))])
    with pytest.raises(DataError) as caught:
        files.dump(order, tmp_path / "order.yaml")
    assert caught.value.faults[0].path == "пункты → 1"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["order.yaml", "order.json", "order"])
@pytest.mark.parametrize("content", ["# написано руками\nвид: приказ\n", "", WRITTEN])
def test_a_file_that_is_there_is_not_replaced_unasked(name: str, content: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OutputError, match="уже есть") as caught:
        files.dump(ORDER, path)
    assert caught.value.hint == "назовите другой или разрешите замену: overwrite=True"
    assert path.read_text(encoding="utf-8") == content
    files.dump(ORDER, path, overwrite=True)
    assert files.load(path) == ORDER
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_link_to_a_file_is_not_written_through_unasked(tmp_path: Path) -> None:
    (tmp_path / "черновик.yaml").write_text(WRITTEN, encoding="utf-8")
    (tmp_path / "order.yaml").symlink_to(tmp_path / "черновик.yaml")
    with pytest.raises(OutputError, match="уже есть"):
        files.dump(ORDER, tmp_path / "order.yaml")


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="не записан"):
        files.dump(ORDER, tmp_path / "нет" / "order.yaml")
    (tmp_path / "order.yaml").mkdir()
    with pytest.raises(OutputError, match="не записан"):
        files.dump(ORDER, tmp_path / "order.yaml")
    assert [path.name for path in tmp_path.iterdir()] == ["order.yaml"]
