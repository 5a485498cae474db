"""Columns of plans and of tables of indicators: their keys, and the heads they have by default (графы)."""

from __future__ import annotations

from typing import Final

#: The column with the numbers of rows.
NUMBER: Final = "номер"
#: The column that stands for a column a year.
YEARS: Final = "годы"
#: Usual heads of a roadmap.
ROADMAP_HEADS: Final = {
    NUMBER: "№ п/п",
    "мероприятие": "Мероприятие",
    "срок": "Срок",
    YEARS: "Срок по годам",
    "ответственный": "Ответственный",
    "результат": "Результат",
    "документ": "Вид документа",
    "примечание": "Примечание",
}
#: Usual heads of a table of indicators.
INDICATOR_HEADS: Final = {
    NUMBER: "№ п/п",
    "показатель": "Наименование показателя",
    "единица": "Единица измерения",
    "формула": "Порядок расчёта",
    "база": "Базовое значение",
    YEARS: "",
    "примечание": "Примечание",
}
#: Columns whose cells are set in the middle by default.
CENTRED_COLUMNS: Final = frozenset({NUMBER, "срок", "единица", "база", YEARS})
