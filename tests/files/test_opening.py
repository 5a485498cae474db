"""A data file becomes an order, with the place of every field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from prikaz import files
from prikaz.files import Place
from prikaz.language.deadlines.kinds import OnDate
from prikaz.model import (
    Acting,
    Bound,
    Cell,
    IndicatorTable,
    Kind,
    MarkPattern,
    Paragraph,
    Person,
    Position,
    Roadmap,
    State,
    Table,
    Target,
)
from prikaz.model.drafts import Draft
from tests.files.conftest import SMALL, Open

SAMPLE = """\
вид: приказ
год: 2027
орган:
  бланк: [ОТДЕЛ ОБРАЗОВАНИЯ, АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА]
  кратко: отдел образования
дата: 16.03.2027            # пусто: проект, места для даты и номера останутся и в бланке, и в приложениях
номер: 75
место: г. Заречный
заголовок: О наставничестве в школах района в 2027 году
люди:
  куратор: {фамилия: Журавлёва, имя: Анна, отчество: Петровна, должность: методист}
акты:
  область: {вид: приказ, орган: министерство образования области, дата: 30.07.2026, номер: 602}
преамбула: На основании {приказа область} и в целях поддержки молодых педагогов
пункты:
  - Назначить муниципальным куратором {вин куратор}.
  - Утвердить дорожную карту согласно {приложению карта} и показатели согласно {приложению показатели}.
  - текст: "Руководителям школ:"
    подпункты:
      - назначить ответственных до 26.03.2027;
      - представлять отчёт ежегодно до 20 декабря.
подпись:
  должность: Заведующий отделом
  фамилия: Белов
приложения:
  - ключ: карта
    дорожная карта:
      графы: [номер, мероприятие, срок, ответственный, охват]
      мероприятия:
        - мероприятие: Подготовка приказов школ
          срок: 01.06.2027
          охват: 12 школ
        - мероприятие: Обучение наставников
          срок: [30.12.2027, 01.09.2028]
          ответственный: [отдел образования, школы]
  - ключ: показатели
    показатели:
      годы: [2027, 2028]
      строки:
        - показатель: Доля школьников с наставником
          единица: "%"
          значения: {2027: не менее 20, 2028: "35,5"}
"""


def test_every_kind_of_value_gets_its_type(open_text: Open) -> None:
    order = open_text(SAMPLE).order
    assert (order.kind, order.date, order.number, order.year) == (Kind.ORDER, date(2027, 3, 16), "75", 2027)
    assert order.issuer.lines == ("ОТДЕЛ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА")
    assert order.people == (
        (
            "куратор",
            Person(last="Журавлёва", first="Анна", middle="Петровна", position=Position(title="методист")),
        ),
    )
    assert [clause.text for clause in order.clauses[2].clauses] == [
        "назначить ответственных до 26.03.2027;",
        "представлять отчёт ежегодно до 20 декабря.",
    ]
    assert order.signatures[0].person.last == "Белов"
    assert str(order.signatures[0].position) == "Заведующий отделом"


def test_rows_of_a_roadmap_take_one_deadline_or_several_and_columns_of_their_own(open_text: Open) -> None:
    (roadmap,) = open_text(SAMPLE).order.annexes[0].blocks
    assert isinstance(roadmap, Roadmap)
    first, second = roadmap.activities
    assert first.deadlines == (OnDate(date(2027, 6, 1)),)
    assert first.other == (("охват", "12 школ"),)
    assert len(second.deadlines) == 2
    assert second.responsible == ("отдел образования", "школы")


def test_targets_by_year_have_their_bounds(open_text: Open) -> None:
    (table,) = open_text(SAMPLE).order.annexes[1].blocks
    assert isinstance(table, IndicatorTable)
    assert table.indicators[0].targets == (
        (2027, Target(value=Decimal(20), bound=Bound.AT_LEAST)),
        (2028, Target(value=Decimal("35.5"))),
    )


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("номер",), 7, 8),
        (("пункты",), 15, 1),
        (("пункты", 2), 17, 5),
        (("пункты", 3, "подпункты", 1), 20, 9),
        (("подписи", 1, "фамилия"), 24, 12),
        (("люди", "куратор", "имя"), 11, 38),
        (("приложения", 1, "дорожная карта", "мероприятия", 1, "прочее", "охват"), 32, 18),
        (("приложения", 1, "дорожная карта", "мероприятия", 2, "сроки", 2), 34, 30),
        (("приложения", 2, "показатели", "строки", 1, "значения", 2027), 42, 28),
    ],
)
def test_every_field_knows_its_place(
    open_text: Open, path: tuple[str | int, ...], line: int, column: int
) -> None:
    place = open_text(SAMPLE).places[path]
    assert (place.file, place.line, place.column) == ("order.yaml", line, column)


def test_a_path_without_a_place_stands_where_what_is_around_it_does(open_text: Open) -> None:
    draft = open_text(SAMPLE)
    assert draft.place(("пункты", 2, "текст", 5)) == draft.places["пункты", 2]
    assert draft.place(("чего нет",)) == Place(file="order.yaml", line=1, column=1)


def test_english_keys_and_values_mean_the_same(open_text: Open) -> None:
    english = """\
kind: order
date: 2027-03-16
number: 75
heading: О плане
clauses: [Утвердить план.]
signatures:
  - {position: Директор, last: Белов}
"""
    assert open_text(english).order == open_text(SMALL).order


def test_keys_are_read_in_any_writing(open_text: Open) -> None:
    text = SMALL.replace("заголовок:", "Заголовок :").replace("приказ\n", "ПРИКАЗ\n")
    assert open_text(text).order == open_text(SMALL).order


def test_ё_and_е_are_one_letter_in_values_of_a_list(open_text: Open) -> None:
    draft = open_text(SMALL + "приложение: {гриф: утвержден, абзац: т}\n")
    assert draft.order.annexes[0].mark is MarkPattern.APPROVED


def test_all_texts_stay_as_they_are_written(open_text: Open) -> None:
    for written in ("075", "1e5", "12:30", "да", "0x1F", "2027-03-16", "1_000", "17-од/3"):
        assert open_text(SMALL.replace("номер: 75", f"номер: {written}")).order.number == written


def test_nothing_written_is_nothing_given(open_text: Open) -> None:
    for nothing in ("", "~", "null"):
        order = open_text(SMALL.replace("номер: 75", f"номер: {nothing}")).order
        assert order.number == ""
    assert open_text(SMALL.replace("16.03.2027", "")).order.date is None


def test_a_form_in_a_case_is_named_short_or_in_full(open_text: Open) -> None:
    short = open_text(SMALL + "орган: {кратко: школа, формы: {род: школы, твор: школой}}\n").order
    full = open_text(
        SMALL + "орган: {кратко: школа, формы: {родительный: школы, instrumental: школой}}\n"
    ).order
    assert short.issuer.forms == full.issuer.forms
    assert len(short.issuer.forms) == 2


def test_blocks_of_an_annex_are_listed_by_kind_and_a_text_is_a_paragraph(open_text: Open) -> None:
    draft = open_text(
        SMALL
        + "приложение:\n  блоки:\n    - Вводный текст.\n    - таблица: {строки: [[а, {текст: б, граф: 2}]]}\n"
    )
    assert draft.order.annexes[0].blocks == (
        Paragraph(text="Вводный текст."),
        Table(rows=[[Cell(text="а"), Cell(text="б", columns=2)]]),
    )
    assert draft.places["приложения", 1, "блоки", 2, "таблица", "строки", 1].line == 11


@pytest.mark.parametrize("row", ['[а, "", в]', "[а, ~, в]", "\n      - - а\n        -\n        - в"])
def test_an_empty_cell_of_a_table_is_a_cell(open_text: Open, row: str) -> None:
    rows = f" [{row}]" if row.startswith("[") else row
    draft = open_text(SMALL + f"приложение:\n  таблица:\n    строки:{rows}\n")
    (table,) = draft.order.annexes[0].blocks
    assert table == Table(rows=[["а", "", "в"]])


def test_a_person_of_a_signature_may_stand_apart(open_text: Open) -> None:
    text = SMALL.replace(
        "{должность: Директор, фамилия: Белов}",
        "{исполняет обязанности: врио, лицо: {фамилия: Белов, должность: Завуч}}",
    )
    (signature,) = open_text(text).order.signatures
    assert signature.acting is Acting.TEMPORARILY
    assert signature.position is None
    assert signature.person == Person(last="Белов", position=Position(title="Завуч"))


def test_an_anchor_repeats_what_it_names(open_text: Open) -> None:
    order = open_text(SMALL + "преамбула: &goal В целях\nрассылка: [*goal, школы]\n").order
    assert order.distribution == ("В целях", "школы")


def test_a_reference_to_nothing_is_a_finding_and_the_draft_opens(open_text: Open) -> None:
    draft = open_text(SMALL.replace("Утвердить план.", "Утвердить план согласно {приложению крата}."))
    (finding,) = draft.findings
    assert finding.code == "reference-unknown"
    assert draft.place(finding.path) == Place(file="order.yaml", line=6, column=5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings_of_old_programs_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "order.yaml"
    path.write_bytes(SMALL.replace("\n", "\r\n").encode(encoding))
    assert files.load(path).clauses[0].text == "Утвердить план."


def test_json_is_read_with_tabs_escapes_and_places(open_text: Open) -> None:
    text = (
        '{\n\t"вид": "приказ",\n\t"номер": "1\\/2 \\ud83d\\ude00",\n'
        '\t"пункты": ["12,5"],\n\t"подпись": {"фамилия": "Белов"}\n}'
    )
    draft = open_text(text, "order.json")
    assert draft.order.number == "1/2 😀"
    assert draft.places["номер",] == Place(file="order.json", line=3, column=11)


def test_numbers_of_json_keep_apart_in_a_list(open_text: Open) -> None:
    table = '{"таблица":{"строки":[[12,5]]}}'
    text = f'{{"вид":"приказ","пункты":["а"],"подпись":{{"фамилия":"Б"}},"приложение":{table}}}'
    assert open_text(text, "order.json").order.annexes[0].blocks == (Table(rows=[["12", "5"]]),)


def test_plain_data_of_a_program_makes_the_same_order(open_text: Open) -> None:
    data = {
        "вид": Kind.ORDER,
        "дата": date(2027, 3, 16),
        "number": 75,
        "заголовок": "О плане",
        "пункты": ("Утвердить план.",),
        "подпись": {"должность": "Директор", "фамилия": "Белов"},
    }
    assert files.from_dict(data) == open_text(SMALL).order


def test_the_version_of_the_format_may_be_given(open_text: Open) -> None:
    assert open_text("версия: 1\n" + SMALL).order == open_text(SMALL).order


def test_a_draft_says_it_is_one(open_text: Open) -> None:
    order = open_text(SMALL + "состояние: проект\n").order
    assert order == attrs.evolve(open_text(SMALL).order, state=State.DRAFT)


def test_a_data_file_is_a_draft_with_places(open_text: Open) -> None:
    draft: Draft = open_text(SMALL)
    place = draft.place(("заголовок",))
    assert (draft.order.number, draft.findings) == ("75", ())
    assert (place.file, place.line, place.inside, str(place)) == ("order.yaml", 4, "", "order.yaml:4:12")
