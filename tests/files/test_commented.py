"""Comments of a new data file stand where they are about, and change nothing of what is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prikaz import files
from prikaz.files.writing.commented import Comment, to_commented_yaml
from prikaz.files.writing.emit import to_yaml
from prikaz.files.writing.unstructure import PlainData
from prikaz.findings import Path as OrderPath
from prikaz.model import Order
from tests.files.strategies import orders

DATA: PlainData = {
    "номер": "075",
    "пункты": ["Раз.", "- два", {"текст": "Три: четыре", "подпункты": ["а;", "Строка\nи ещё"]}],
    "подпись": {"фамилия": "Белов"},
    "таблица": {"строки": [["Сбор", "май"], ["Отчёт", "июнь"]], "годы": ["2027", "2028"]},
    "значения": {"2027": "20", "2028": "35"},
}


@pytest.mark.parametrize(
    ("path", "below"),
    [
        (("номер",), 'номер: "075"'),
        (("пункты", 1, "текст"), "  - Раз."),
        (("пункты", 2), '  - "- два"'),
        (("пункты", 3, "текст"), '  - текст: "Три: четыре"'),
        (("пункты", 3), '  - текст: "Три: четыре"'),
        (("пункты", 3, "подпункты", 1, "текст"), "      - а;"),
        (("пункты", 3, "подпункты", 2), "    подпункты:"),
        (("пункты", 9, "текст"), "пункты:"),
        (("подписи", 1, "лицо", "фамилия"), "  фамилия: Белов"),
        (("таблица", "строки", 2, 1), "    -   - Отчёт"),
        (("таблица", "строки", 2, 2), "        - июнь"),
        (("значения", 2028), "  2028: 35"),
        (("место",), 'номер: "075"'),
        ((), 'номер: "075"'),
    ],
    ids=str,
)
def test_a_comment_stands_above_its_field_or_the_nearest_around_it(path: OrderPath, below: str) -> None:
    lines = to_commented_yaml(DATA, [Comment(path, "# проверьте")]).splitlines()

    (at,) = [number for number, line in enumerate(lines) if line.strip() == "# проверьте"]
    assert lines[at + 1] == below
    assert lines[at].index("#") == len(below) - len(below.lstrip())


def test_comments_of_one_field_stand_together_each_once_on_all_its_lines() -> None:
    comments = [Comment(("номер",), words) for words in ("# раз\n#   и ещё", "# два", "# два")]

    written = to_commented_yaml({"вид": "приказ", "номер": "75"}, comments)

    assert written == "вид: приказ\n# раз\n#   и ещё\n# два\nномер: 75\n"


def test_without_comments_it_is_what_it_always_is() -> None:
    assert to_commented_yaml(DATA, []) == to_yaml(DATA)


def test_words_that_look_like_a_mark_stay() -> None:
    words = "ъьъ0ъьъ и ъьъъ1ъьъъ"

    written = to_commented_yaml({"номер": words, "место": words}, [Comment(("место",), "# раз")])

    assert written == f"номер: {words}\n# раз\nместо: {words}\n"


@settings(
    max_examples=30,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.data_too_large,
    ],
)
@given(order=orders(), data=st.data())
def test_comments_anywhere_change_nothing_of_what_is_read(
    order: Order, data: st.DataObject, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.yaml"
    files.dump(order, plain, overwrite=True)
    paths = sorted(files.open(plain).places, key=str)
    chosen = data.draw(st.lists(st.sampled_from(paths), max_size=8)) if paths else []
    target = tmp_path / "commented.yaml"

    written = to_commented_yaml(
        files.to_dict(order), [Comment(path, "# не понято: «а: {» – б") for path in chosen]
    )
    target.write_text(written, encoding="utf-8")

    assert files.load(target) == order
    assert written.count("# не понято") >= len({path[:1] for path in chosen})
