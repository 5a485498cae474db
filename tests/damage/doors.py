"""The doors by which a file comes into the program, each with a sound file that comes through it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from prikaz import batch, docx, files, reader, roll, service
from prikaz.docx.content import read_content
from prikaz.files import skeleton
from prikaz.files.writing.emit import to_json
from prikaz.model import Kind
from prikaz.service.places import print_place
from prikaz.service.questions import entries_of_questions
from tests.damage.mutations import ARCHIVES, BYTES, TEXTS, Mutation
from tests.damage.word_mutations import DOCUMENTS
from tests.docx.content.everything import a_file_of_everything
from tests.docx.word import document, to_bytes

ROOT: Final = Path(__file__).parent.parent.parent

_HEAD: Final = "вид: приказ\nгод: 2027\nпункты: [Назначить.]\nподпись: {фамилия: Белов}\n"
_ROADMAP: Final = _HEAD + "приложение:\n  заголовок: План\n  дорожная карта: {мероприятия: NAME}\n"
_FREE: Final = _HEAD + "приложение:\n  заголовок: План\n  таблица: {строки: NAME}\n"
_BATCH: Final = """\
вид: приказ
орган: {кратко: отдел образования}
поля:
  школа: {вид: орган}
  открытие: {вид: дата}
пункты:
  - Открыть {открытие} лагерь при {предл школа}.
подпись: {фамилия: Белов, имя: Игорь, отчество: Львович}
"""
_REPORT: Final = "По итогам 2025 года сдать отчёт до 30.04.2027."
_DOUBTFUL: Final = f"вид: приказ\nгод: 2027\nпункты: [{_REPORT}]\nподпись: {{фамилия: Белов}}\n"
_PROFILE: Final = """\
"дата" = "словами"
"инициалы с пробелом" = true
["оформление"]
"шрифт" = "PT Astra Serif"
"слева" = 20
["словарь"]
"несклоняемые" = ["Лось"]
["словарь"."формы"]
"тьютор кабинета" = {"вин" = "тьютора кабинета"}
["профили"."школа"]
"дата" = "словами"
"""
_CSV: Final = 'Мероприятие;Срок\nСлёт в 2027 году;01.06.2027\n"Отчёт\nо слёте";"01.09.2027\n20.12.2027"\n'
_SCHOOLS: Final = "школа;открытие\nШкола № 1;01.06.2027\nШкола № 2;02.06.2027\n"
_ROWS: Final = "- {школа: Школа № 1, открытие: 01.06.2027}\n- школа: Школа № 2\n  открытие: 02.06.2027\n"


class Door(NamedTuple):
    """A way in.

    Attributes:
        name: What comes in.
        file: The name of the file that is damaged.
        sound: Its content when it is sound.
        mutations: What is done to it.
        enter: Takes the file, in a folder of its own, as far as its content is used.
    """

    name: str
    file: str
    sound: Callable[[], bytes]
    mutations: tuple[Mutation, ...]
    enter: Callable[[Path], object]


def _day(year: int, month: int, day: int) -> dt.datetime:
    """A date as Excel stores it."""
    return dt.datetime.combine(dt.date(year, month, day), dt.time())


@cache
def _workbook() -> bytes:
    """A workbook with all that a clerk's has: styles, dates, merges, formulas, a chart, notes, lists."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "План"
    rows: list[list[Any]] = [
        ["Мероприятие", "Срок"],
        ["Слёт в 2027 году", _day(2027, 6, 1)],
        ["Отчёт", "20.12.2027"],
    ]
    for row in [
        *rows,
        ["Итоги", dt.datetime.combine(dt.date(2027, 12, 20), dt.time(10, 30))],
        ["Смотр", "=B2+7"],
    ]:
        sheet.append(row)
    sheet["A1"].font, sheet["A1"].fill = Font(bold=True), PatternFill("solid", fgColor="FFEEDD")
    sheet["A2"].comment = Comment("уточнить", "методист")
    sheet["A3"].hyperlink = "http://rayon.example/plan"
    sheet.merge_cells("D1:E1")
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[9].hidden = True
    choice = DataValidation(type="list", formula1='"да,нет"')
    choice.add("F2:F9")
    sheet.add_data_validation(choice)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4))
    sheet.add_chart(chart, "H2")
    other = book.create_sheet("Итоги")
    other.append(["всего", 12.5, True])
    book.defined_names["сроки"] = DefinedName("сроки", attr_text="План!$B$2:$B$4")
    sheet["B5"] = _day(2027, 6, 8)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@cache
def _schools() -> bytes:
    book = openpyxl.Workbook()
    rows: list[list[Any]] = [["школа", "открытие"], ["Школа № 1", _day(2027, 6, 1)]]
    for row in [*rows, ["Школа № 2", "02.06.2027"]]:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _example_workbook() -> bytes:
    return (ROOT / "examples" / "000-dorozhnaya-karta.xlsx").read_bytes()


@cache
def _template() -> bytes:
    return (ROOT / "templates" / "docx" / "приказ.docx").read_bytes()


def _order(path: Path, text: str) -> Path:
    order = path.with_name("order.yaml")
    order.write_text(text.replace("NAME", path.name), encoding="utf-8")
    return order


def _as_rows(path: Path) -> None:
    files.open(_order(path, _ROADMAP))


def _as_free_table(path: Path) -> None:
    files.open(_order(path, _FREE))


def _rolled(path: Path) -> None:
    rolled = service.roll_draft(service.open(_order(path, _ROADMAP)), 2028)
    service.save_rolled(rolled, path.with_name("new.yaml"))


def _as_batch(path: Path) -> None:
    plan = batch.make_plan(_order(path, _BATCH), path, path.parent / "out")
    list(islice(batch.run(plan), 3))


def _as_order(path: Path) -> None:
    draft = service.open(path)
    if draft.order.year:
        service.save_rolled(
            service.roll_draft(draft, draft.order.year + 1), path.with_name(f"new{path.suffix}")
        )


def _as_profile(path: Path) -> None:
    service.make_document(service.open(_order(path, _HEAD)))
    files.load_profile(path, "школа")


def _as_template(path: Path) -> None:
    service.make_document(service.open(_order(path, _HEAD)), str(path))


def _as_template_alone(path: Path) -> None:
    docx.Template(path).render_draft({})


def _as_picture(path: Path) -> None:
    template = docx.Template(to_bytes(document("{{ герб }}")))
    template.render({"герб": docx.Picture(path, width=docx.Mm(30))})


@cache
def _picture() -> bytes:
    """A picture of one page of the docs."""
    return (ROOT / "docs" / "pictures" / "readme.png").read_bytes()[:20_000]


def _as_document(path: Path) -> None:
    """Read as an order, and rolled where it is."""
    draft = reader.read(path, name=str(path))
    if draft.order.year:
        rolled = service.roll_draft(draft, draft.order.year + 1)
        choices = service.WordChoices(anyway=True)
        service.save_rolled(rolled, path.with_name("new.docx"), choices=choices, overwrite=True)


def _as_content(path: Path) -> None:
    read_content(path)


def _as_answers(path: Path) -> None:
    service.roll_draft(service.open(_order(path, _DOUBTFUL)), 2028, answers=files.read_questions(path))


@cache
def _answers() -> bytes:
    """Questions of a roll-over, answered."""
    order = files.from_dict(
        {"вид": "приказ", "год": 2027, "пункты": [_REPORT], "подпись": {"фамилия": "Белов"}}
    )
    entries = entries_of_questions(roll(order, 2028).questions, lambda path: print_place(path, order))
    return files.print_questions(entries, "вопросы.yaml").replace("ответ:\n", "ответ: оставить\n").encode()


def _as_manifest(path: Path) -> None:
    order = _order(path, _BATCH)
    schools = path.with_name("школы.csv")
    schools.write_text(_SCHOOLS, encoding="utf-8")
    batch.verify(path.parent)
    list(batch.run(batch.make_plan(order, schools, path.parent), resume=True))


@cache
def _manifest() -> bytes:
    record = (
        '{"файл": "1.docx", "sha256": "a", "строка": 1, "данные": "b", "шаблон": "c", "состояние": "сделан"}'
    )
    return f'{{"версия": 1, "документы": [{record}]}}\n'.encode()


def _year() -> bytes:
    return skeleton(Kind.ORDER).encode()


def _json() -> bytes:
    order = files.from_dict(
        {"вид": "приказ", "год": 2027, "пункты": ["До 01.06.2027."], "подпись": {"фамилия": "Белов"}}
    )
    return to_json(files.to_dict(order)).encode()


def _text(text: str) -> Callable[[], bytes]:
    return text.encode


DOORS: Final = (
    Door("rows of a roadmap in a workbook", "план.xlsx", _workbook, ARCHIVES, _as_rows),
    Door("a free table in a workbook", "таблица.xlsx", _workbook, ARCHIVES, _as_free_table),
    Door("a workbook that is rolled", "план-2027.xlsx", _workbook, ARCHIVES, _rolled),
    Door("a workbook of a clerk that is rolled", "карта.xlsx", _example_workbook, ARCHIVES, _rolled),
    Door("rows of a batch in a workbook", "школы.xlsx", _schools, ARCHIVES, _as_batch),
    Door("rows of a roadmap in a csv", "план.csv", _text(_CSV), TEXTS, _as_rows),
    Door("a csv that is rolled", "план-2027.csv", _text(_CSV), TEXTS, _rolled),
    Door("rows of a batch in a csv", "список.csv", _text(_SCHOOLS), TEXTS, _as_batch),
    Door("rows of a batch in YAML", "список.yaml", _text(_ROWS), TEXTS, _as_batch),
    Door("an order in YAML", "приказ.yaml", _year, TEXTS, _as_order),
    Door("an order in JSON", "приказ.json", _json, TEXTS, _as_order),
    Door("an office profile", "prikaz.toml", _text(_PROFILE), TEXTS, _as_profile),
    Door("a template of an office", "бланк.docx", _template, ARCHIVES, _as_template),
    Door("a template alone", "шаблон.docx", _template, ARCHIVES, _as_template_alone),
    Door("a Word file as an order", "прошлый год.docx", a_file_of_everything, DOCUMENTS, _as_document),
    Door("what a Word file says", "акт.docx", a_file_of_everything, DOCUMENTS, _as_content),
    Door("answers to questions", "вопросы.yaml", _answers, TEXTS, _as_answers),
    Door("a picture", "герб.png", _picture, BYTES, _as_picture),
    Door("the manifest of a batch", "manifest.json", _manifest, TEXTS, _as_manifest),
)
