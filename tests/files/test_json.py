"""JSON: the same nodes as the data, each with its place; faults with theirs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz import DataError
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import MappingNode, Node, ScalarNode, SequenceNode
from prikaz.files.nodes.source import Dialect, Source
from prikaz.files.syntax.json import compose_json

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))
_DATA = st.recursive(
    st.none() | _WORDS | st.integers().map(str),
    lambda inner: st.lists(inner) | st.dictionaries(_WORDS, inner, max_size=5),
    max_leaves=20,
)


def _nodes(text: str) -> Node | None:
    return compose_json(Source(name="приказ.json", text=text, dialect=Dialect.JSON), Faults())


def _plain(node: Node | None) -> object:
    match node:
        case MappingNode(entries=entries):
            return {entry.key: _plain(entry.value) for entry in entries}
        case SequenceNode(items=items):
            return [_plain(item) for item in items]
        case ScalarNode(text=text):
            return text
    return node


@given(_DATA, st.sampled_from([None, 0, 2]), st.booleans())
def test_nodes_hold_what_the_text_says(data: object, indent: int | None, escaped: bool) -> None:
    assert _plain(_nodes(json.dumps(data, indent=indent, ensure_ascii=escaped))) == data


def test_numbers_and_words_stay_as_written() -> None:
    assert _plain(_nodes('{"номер": 75e1}')) == {"номер": "75e1"}
    assert _plain(_nodes("[true, 12.50, -0]")) == ["true", "12.50", "-0"]


def test_number_of_any_length_is_a_text() -> None:
    assert _plain(_nodes("9" * 5_000)) == "9" * 5_000


def test_each_value_has_its_line_and_column() -> None:
    node = _nodes('{\n  "номер": "75",\n  "пункты": [null, {"текст":\n"Назначить"}]\n}\n')
    assert isinstance(node, MappingNode)
    number, clauses = node.entries
    assert (number.place.line, number.place.column) == (2, 3)
    assert (number.value.place.line, number.value.place.column) == (2, 12)
    assert isinstance(clauses.value, SequenceNode)
    nothing, clause = clauses.value.items
    assert (nothing.place.line, nothing.place.column) == (3, 14)
    assert isinstance(clause, MappingNode)
    assert (clause.entries[0].value.place.line, clause.entries[0].value.place.column) == (4, 1)


def test_empty_file_holds_nothing() -> None:
    assert _nodes(" \n") is None


def test_numbers_that_are_none_are_reported() -> None:
    faults = Faults()
    compose_json(Source(name="а.json", text='{"год": NaN, "к": [-Infinity]}', dialect=Dialect.JSON), faults)
    assert [str(fault) for fault in faults.found] == [
        "а.json:1:9: слова «NaN» в JSON нет; напишите число или текст в кавычках",
        "а.json:1:20: слова «-Infinity» в JSON нет; напишите число или текст в кавычках",
    ]


def test_key_that_stands_twice_is_reported_with_both_lines() -> None:
    faults = Faults()
    compose_json(Source(name="а.json", text='{"год": 2027,\n "год": 2028}', dialect=Dialect.JSON), faults)
    assert [str(fault) for fault in faults.found] == [
        "а.json:2:2: ключ «год» уже есть в строке 1; оставьте один из них"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"год": 2027', "приказ.json:1:13: файл кончается раньше, чем закрыты скобки"),
        ("[" * 100 + "]" * 100, "приказ.json:1:62: вложено глубже 60 уровней"),
        ("[" * 200_000, "приказ.json:1:62: вложено глубже 60 уровней"),
        ('[\n{"а[": ' * 100_000, "приказ.json:32:1: вложено глубже 60 уровней"),
        ('{"а": "без конца}', "приказ.json:1:7: кавычка открыта и не закрыта"),
        ('{"а": "без конца\n}', "приказ.json:1:17: текст в кавычках не закончен"),
        ('{"а": "О "плане" школ"}', "приказ.json:1:11: после значения стоит лишнее; .*ёлочки"),
        ('{"а": ""план""}', "приказ.json:1:9: после значения стоит лишнее"),
        ('{"а": 1} {', "приказ.json:1:10: после последней скобки стоит лишнее"),
        ('{"а": , "б": 1}', "приказ.json:1:7: после двоеточия нет значения"),
        ('{"а", "б": 1}', "приказ.json:1:5: после ключа нет двоеточия"),
        ('{"а" 1}', "приказ.json:1:6: после ключа нет двоеточия; поставьте его"),
        ('["Раз."}', "приказ.json:1:8: скобка «}» не закрывает «\\["),
        ('{"а": {"б": [1, 2]]', "приказ.json:1:19: скобка «]» не закрывает «{»; поставьте «}»"),
        ('{"а": [}', "приказ.json:1:8: скобка «}» не закрывает «\\["),
        ('{"номер": 007}', 'число «007» начинается с нуля; возьмите его в кавычки: "007"'),
        ('{"дата": 16.03.2027}', "значение «16.03.2027» стоит без кавычек"),
        ("{'а': 1}", "приказ.json:1:2: одинарные кавычки; .* двойные"),
        ("{\"а\": 'б'}", "приказ.json:1:7: одинарные кавычки"),
        ('{"а": “б”}', "приказ.json:1:7: кавычки «“»; .* двойные"),
        ('{"а": 1, // да\n"б": 2}', "приказ.json:1:10: примечание, а в JSON их нет; уберите"),
        ('{"а": 1} # да', "приказ.json:1:10: примечание"),
        ('{"а": True}', "приказ.json:1:7: слово «True» в JSON пишут иначе; есть true"),
        ('{"а": Белов}', "приказ.json:1:7: текст «Белов…» стоит без кавычек"),
        ("{номер: 1}", "приказ.json:1:2: ключ «номер» стоит без кавычек"),
        ('{"а": +1}', "приказ.json:1:7: это не JSON"),
        ("[" + "1," * 100_000 + "1]", "в файле больше 100000 значений"),
    ],
)
def test_text_that_cannot_be_read_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        _nodes(text)


def test_all_commas_that_are_wrong_are_reported_at_once_and_the_rest_is_read() -> None:
    text = '{"год": 2027\n"пункты": ["а", "б" "в",],\n"люди": {"к": {}, },,\n"акты": [,1]\n}'
    faults = Faults()
    node = compose_json(Source(name="а.json", text=text, dialect=Dialect.JSON), faults)
    assert [(fault.line, fault.column, fault.message) for fault in faults.found] == [
        (1, 13, "пропущена запятая"),
        (2, 20, "пропущена запятая"),
        (2, 24, "лишняя запятая"),
        (3, 17, "лишняя запятая"),
        (3, 21, "лишняя запятая"),
        (4, 10, "лишняя запятая"),
    ]
    assert isinstance(node, MappingNode)
