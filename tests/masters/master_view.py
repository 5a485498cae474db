"""Views for the master templates: a small order of an invented district, and what annexes are made of."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any, TypeAlias

View: TypeAlias = dict[str, Any]

NAMES = ("приказ", "постановление", "распоряжение", "решение")
FOLDER = Path(__file__).parents[2] / "templates" / "docx"
FILES = {name: FOLDER / f"{name}.docx" for name in (*NAMES, "документ")}


def parts_of(package: bytes) -> dict[str, str]:
    """The parts of a .docx in their order."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def clause(text: str, style: str = "Пункт 1", *, of: str = "пункты", signed: bool = False) -> View:
    return {"вид": "пункт", "текст": text, "стиль": style, "список": of, "со_следующим": signed}


def cell(text: str, style: str = "Ячейка", *, span: int = 1, merge: str = "", width: int = 3000) -> View:
    return {"абзацы": [text], "стиль": style, "граф": span, "объединение": merge, "ширина": width}


def annex(*blocks: View, landscape: bool = False, title: str = "Дорожная карта") -> View:
    return {
        "гриф": ["Приложение", "к приказу № 75"],
        "утверждение": {},
        "заголовок": title,
        "альбомная": landscape,
        "блоки": blocks,
    }


def text_block(text: str = "Сведения собирают школы.", style: str = "Текст приложения") -> View:
    return {"вид": "абзац", "текст": text, "стиль": style}


def table_block() -> View:
    head = [cell("Мероприятие", "Шапка таблицы"), cell("Сроки", "Шапка таблицы", span=2, width=6000)]
    section = [cell("Первый раздел", "Раздел таблицы", span=3, width=9000)]
    rows = [
        [cell("Обучение", merge="restart"), cell("май"), cell("июнь")],
        [cell("", merge="continue"), cell("июль"), cell("август", "Ячейка по центру")],
    ]
    return {
        "вид": "таблица",
        "ширины": [3000, 3000, 3000],
        "шапка": [head],
        "строки": [section, *rows],
        "примечания": [],
    }


def view(**changes: Any) -> View:
    """A small order of an invented district with nothing optional."""
    whole: View = {
        "вид": "ПРИКАЗ",
        "вид_твор": "приказом",
        "проект": False,
        "утверждение": {},
        "угловой": False,
        "герб": "",
        "реквизиты": [],
        "бланк": ["ОТДЕЛ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА"],
        "дата": "16.03.2027",
        "номер": "№ 75",
        "место": "г. Заречный",
        "заголовок": "О наставничестве в школах района",
        "заголовок_по_центру": False,
        "преамбула": "В целях поддержки молодых педагогов",
        "альбомная": False,
        "слово": {"текст": "ПРИКАЗЫВАЮ:", "место": "отдельной строкой", "вразрядку": False},
        "пункты": [clause("Назначить куратора."), clause("Контроль оставляю за собой.", signed=True)],
        "подписи": [{"должность": "Заведующий отделом", "имя": "И.Л. Белов", "печать": False}],
    }
    lists: tuple[str, ...] = (
        "блоки",
        "исполнитель",
        "согласование",
        "ознакомление",
        "рассылка",
        "приложения",
    )
    lists += ("основание", "ознакомление_строкой", "отметки")
    whole |= {"верно": {}, "проект_вносит": {}, "органы": {}, "подписи_в_ряд": {}}
    return whole | {name: [] for name in lists} | changes
