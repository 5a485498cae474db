"""Make the Excel table beside the example 000: a roadmap with several values in a cell, each on its line.

``python -m scripts.build_example_table`` writes examples/000-dorozhnaya-karta.xlsx, the same bytes each time.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

TABLE: Final = Path(__file__).parent.parent / "examples" / "000-dorozhnaya-karta.xlsx"

_DEPARTMENT: Final = "отдел образования администрации района"
_SCHOOLS: Final = "образовательные организации"
_BOTH: Final = f"{_DEPARTMENT}\n{_SCHOOLS}"
_ORDER: Final = "Приказ организации"
_ENDS_OF_AUGUST: Final = "31.08.2027\n31.08.2028\n31.08.2029\n30.08.2030\n29.08.2031"
_ENDS_OF_SEPTEMBER: Final = "30.09.2027\n29.09.2028\n28.09.2029\n30.09.2030\n30.09.2031"
_ENDS_OF_NOVEMBER: Final = "30.11.2027\n30.11.2028\n30.11.2029\n29.11.2030\n28.11.2031"
_ENDS_OF_YEAR: Final = "24.12.2027\n25.12.2028\n25.12.2029\n25.12.2030\n25.12.2031"
_TARGETS: Final = "\n".join(
    f"на 31.12.{year} – не менее {share} %"
    for year, share in ((2027, 10), (2028, 20), (2029, 35), (2030, 50), (2031, 70))
)

HEADER: Final = ("Мероприятие", "Сроки", "Результаты", "Ответственные")
ROWS: Final = (
    (
        "Определение порядка работы муниципального куратора",
        "30.04.2027",
        "Приказ отдела образования",
        _DEPARTMENT,
    ),
    (
        "Разъяснение дорожной карты руководителям и педагогам",
        "14.05.2027",
        "Материалы совещания",
        _DEPARTMENT,
    ),
    ("Назначение школьных кураторов наставничества", "21.05.2027", _ORDER, _SCHOOLS),
    ("Принятие положений о наставничестве", "31.05.2027", _ORDER, _BOTH),
    ("Утверждение планов наставничества в образовательных организациях", "15.06.2027", _ORDER, _BOTH),
    (
        "Составление программ наставничества на учебный год",
        _ENDS_OF_AUGUST,
        "Программы наставничества",
        _SCHOOLS,
    ),
    ("Подбор пар и групп наставников и наставляемых", _ENDS_OF_SEPTEMBER, "Списки пар и групп", _SCHOOLS),
    (
        "Проведение занятий и встреч по программам наставничества",
        _ENDS_OF_NOVEMBER,
        "Дневники наставников",
        _SCHOOLS,
    ),
    ("Ведение районной базы наставников и наставляемых", _ENDS_OF_NOVEMBER, "База данных", _BOTH),
    (
        "Мониторинг наставничества в образовательных организациях",
        _ENDS_OF_NOVEMBER,
        "Аналитический отчёт",
        _BOTH,
    ),
    ("Обучение наставников", _ENDS_OF_YEAR, "Программа обучения\nаналитический отчёт", _BOTH),
    ("Рассказ о наставниках на сайтах организаций и в районной газете", _ENDS_OF_YEAR, "Публикации", _BOTH),
    ("Вовлечение школьников района в наставничество", _TARGETS, "Данные мониторинга", _BOTH),
    (
        "Обмен опытом: семинары, открытые занятия, взаимные посещения",
        "в течение всего периода",
        "Записи на сайтах организаций",
        _SCHOOLS,
    ),
)
_WIDTHS: Final = (48, 28, 32, 38)
_MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def build() -> bytes:
    """The table as an .xlsx."""
    book = Workbook()
    book.properties.creator = ""
    sheet = book.worksheets[0]
    sheet.title = "Карта"
    sheet.freeze_panes = "A2"
    for row in (HEADER, *ROWS):
        sheet.append(row)
    for column, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    for cell in sheet["1"]:
        cell.font = Font(bold=True)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    stream = io.BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


def _without_times(source: bytes) -> bytes:
    """The same archive with the times of its parts removed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = _MODIFIED.sub(rb"\g<1>2027-03-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


if __name__ == "__main__":
    TABLE.write_bytes(build())
    print(f"готово: {TABLE.name}")
