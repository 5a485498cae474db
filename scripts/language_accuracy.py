"""Measure how right the Russian of the library is: ``python -m scripts.language_accuracy [--write]``.

Prints a table of the lists in ``tests/language`` and every miss; with
``--write`` writes the table to ``docs/accuracy.md``. A list is one line of
:data:`MEASURES`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from tests.language.form_lists import FormMeasure, measure_bodies, measure_names, measure_titles
from tests.language.time_lists import Measure, measure_deadlines, measure_numbers, measure_workdays

PAGE: Final = Path(__file__).parent.parent / "docs" / "accuracy.md"


@frozen(kw_only=True)
class Line:
    """One list in the table.

    Attributes:
        title: What the list holds, in Russian.
        total: Forms asked for.
        doubted: Right forms that carry a doubt.
        wrong_but_certain: Wrong forms without a doubt.
        misses: Wrong forms, one line each.
    """

    title: str
    total: int
    doubted: int
    wrong_but_certain: int
    misses: tuple[str, ...]

    @property
    def right(self) -> int:
        """Forms that came out right."""
        return self.total - len(self.misses)


def of_forms(title: str, measure: Callable[[str], FormMeasure], name: str) -> Line:
    """A line of a list whose forms carry doubts."""
    measured = measure(name)
    return Line(
        title=title,
        total=measured.total,
        doubted=measured.doubted,
        wrong_but_certain=len(measured.wrong_but_certain),
        misses=tuple(map(str, measured.misses)),
    )


def of_answers(title: str, measured: Measure) -> Line:
    """A line of a list whose answers are simply right or wrong."""
    wrong = len(measured.misses)
    return Line(title=title, total=measured.total, doubted=0, wrong_but_certain=wrong, misses=measured.misses)


#: Every list that is measured, in the order of the page.
MEASURES: Final[tuple[Callable[[], Line], ...]] = (
    lambda: of_forms("имена", measure_names, "names.tsv"),
    lambda: of_forms("имена, второй список", measure_names, "names_second.tsv"),
    lambda: of_forms("имена, третий список", measure_names, "names_third.tsv"),
    lambda: of_forms("имена, четвёртый список", measure_names, "names_fourth.tsv"),
    lambda: of_forms("имена, пятый список", measure_names, "names_fifth.tsv"),
    lambda: of_forms("должности", measure_titles, "titles.tsv"),
    lambda: of_forms("должности, второй список", measure_titles, "titles_second.tsv"),
    lambda: of_forms("должности, третий список", measure_titles, "titles_third.tsv"),
    lambda: of_forms("должности, четвёртый список", measure_titles, "titles_fourth.tsv"),
    lambda: of_forms("должности, пятый список", measure_titles, "titles_fifth.tsv"),
    lambda: of_forms("органы и организации", measure_bodies, "bodies.tsv"),
    lambda: of_forms("органы и организации, второй список", measure_bodies, "bodies_second.tsv"),
    lambda: of_forms("органы и организации, третий список", measure_bodies, "bodies_third.tsv"),
    lambda: of_forms("органы и организации, четвёртый список", measure_bodies, "bodies_fourth.tsv"),
    lambda: of_forms("органы и организации, пятый список", measure_bodies, "bodies_fifth.tsv"),
    lambda: of_forms("слова с дефисом, пятый список", measure_bodies, "compounds_fifth.tsv"),
    lambda: of_answers("числа", measure_numbers("numbers.tsv")),
    lambda: of_answers("числа, второй список", measure_numbers("numbers_second.tsv")),
    lambda: of_answers("числа, третий список", measure_numbers("numbers_third.tsv")),
    lambda: of_answers("сроки", measure_deadlines("deadlines.tsv")),
    lambda: of_answers("сроки, второй список", measure_deadlines("deadlines_second.tsv")),
    lambda: of_answers("сроки, третий список", measure_deadlines("deadlines_third.tsv")),
    lambda: of_answers("рабочие дни", measure_workdays()),
)

_INTRODUCTION: Final = """\
# Насколько верен русский язык приказа

Страницу печатает `python -m scripts.language_accuracy --write`; тест следит, чтобы она не устарела, а доли
не падали.

Ожидаемые формы написаны от руки по правилам грамматики. Списки нарочно трудные: беглые гласные, иностранные
и двойные фамилии, причастия, несколько должностей подряд, приложения, сокращения. Все списки, кроме первых,
написаны раньше, чем программу на них запустили. Буквы «е» и «ё» считаются одинаковыми. Строки, где
верных ответов больше одного, в доли не входят, но и в них форма, отличная от списка, не должна выдаваться за
надёжную.

«С сомнением» значит: форма верна, но программа просит на неё взглянуть. «Неверно без предупреждения» должно
быть нулём.
"""

_FIRST_RUN: Final = """\
## Вторые списки до настройки

Так было при первом запуске, до исправления правил:

| список | форм | верно | с сомнением | неверно без предупреждения |
|---|---:|---:|---:|---:|
| имена | 660 | 657 (99,5 %) | 21 | 0 |
| должности | 560 | 550 (98,2 %) | 5 | 10 |
| органы и организации | 360 | 329 (91,4 %) | 35 | 31 |
| числа | 339 | 336 (99,1 %) | 0 | 0 |
| сроки | 224 | 222 (99,1 %) | 0 | 2 |

Три числа не были названы неверно: программа отказалась считать «обучающихся» и сказала об этом.

В списке имён после запуска исправлены две строки: опечатка в спорной «Гребень»; «Зульфия» признана спорной
(пишут и «Зульфие», и «Зульфии»).

## Третьи списки до настройки

| список | форм | верно | с сомнением | неверно без предупреждения |
|---|---:|---:|---:|---:|
| имена | 790 | 788 (99,7 %) | 18 | 0 |
| должности | 855 | 850 (99,4 %) | 10 | 5 |
| органы и организации | 665 | 661 (99,4 %) | 25 | 4 |
| числа | 175 | 170 (97,1 %) | 0 | 1 |
| сроки | 332 | 332 (100,0 %) | 0 | 0 |

Первый запуск остановился на слове «1-го» («слесарь 1-го разряда»): программа падала; эта поломка исправлена
раньше, чем посчитаны доли. Четыре числа не были названы неверно: программа отказалась считать «сутки», «члена
комиссии», «комплект документов», «судью» и сказала об этом.

В списках после запуска исправлено то, в чём ошибся составитель: склонение «Нинель», «Новиков-Рябой» и слова в
скобках «(муниципальный)»; порядковое «1999»; «Дюбра» признана спорной (ударение по буквам не видно); убраны
«Ковач» (венгры склоняют иначе, чем славяне) и срок «1.3.28», который не отличить от номера пункта.

Кроме списков, прочитаны глазами около 300 обычных должностей и органов; ещё тысяча составлена из частей
(«отдел по … , … и …»), и проверено, что хвост остался нетронутым. Так нашлись «отдел ЖКХ и благоустройств» и
«глава муниципального образования – председатель», исправлены вместе со списками.

## Четвёртые списки до настройки

Написаны для видов, которых в прежних мало: определения при одном слове («первая и вторая группы»), номера,
сокращения ведомств, дефисы, кавычки, «им.», женские должности. Часть строк – об ошибках, о которых уже знали.

| список | форм | верно | с сомнением | неверно без предупреждения |
|---|---:|---:|---:|---:|
| имена | 85 | 85 (100,0 %) | 0 | 1 |
| должности | 275 | 265 (96,4 %) | 10 | 0 |
| органы и организации | 250 | 201 (80,4 %) | 22 | 41 |

В имени неверной была спорная «Ковач», в доли она не входит. Десять форм должностей не названы: программа
отказалась склонять «инженер-электроник» и «плаврук» и сказала об этом. В списках после запуска не исправлено
ничего.

Ещё около 200 фраз прочитаны глазами, а слова словаря с дефисом, кроме имён и мест, склонены все. Так нашлись
«старших и младшие группы», «банка-партнёра» в винительном, «дизайна-студии», «Южноуральского» вместо
«Южно-Уральского», «Деркачем» и «два члена» без предупреждения; исправлены вместе со списками.

## Пятые списки до настройки

Редкие и иностранные фамилии; должности и органы так, как их набирают («гл.специалист», «метод. кабинет»);
80 слов с дефисом.

| список | форм | верно | с сомнением | неверно без предупреждения |
|---|---:|---:|---:|---:|
| имена | 300 | 299 (99,7 %) | 1 | 1 |
| должности | 315 | 305 (96,8 %) | 0 | 0 |
| органы и организации | 290 | 286 (98,6 %) | 6 | 0 |
| слова с дефисом | 400 | 376 (94,0 %) | 0 | 24 |

Десять форм должностей не названы: программа отказалась склонять «гл.специалист» и «спец. 1 категории». После
запуска исправлена ошибка составителя, «сторожом» вместо «сторожем» (выше она уже не считается неверной).
«Кран-балка» (кран-балки) осталась неверной: по буквам её не отличить от «крана-манипулятора»; из списка она
убрана.

Ещё 75 слов с дефисом и 30 сокращений прочитаны глазами. Так нашлись «жилец-собственника»,
«заведующий-методиста», «бонуса-карты», «кол-центра» без предупреждения, отказ склонять «соц. педагог»
и «фин. управление», ненужное сомнение в «школе д. Ольховка»; исправлены вместе со списками.
«Буфет-раздаточная» осталась неверной, но с сомнением.
"""


def measure_all() -> tuple[Line, ...]:
    """Measure every list."""
    return tuple(measure() for measure in MEASURES)


def print_page(lines: Sequence[Line]) -> str:
    """The page of the documentation, in Markdown."""
    return "\n".join([_INTRODUCTION, _table(lines), "", *_misses(lines), _FIRST_RUN])


def _table(lines: Sequence[Line]) -> str:
    head = "| список | форм | верно | с сомнением | неверно без предупреждения |\n|---|---:|---:|---:|---:|"
    return "\n".join([head, *map(_row, lines)])


def _row(line: Line) -> str:
    share = f"{100 * line.right / line.total:.1f}".replace(".", ",")
    right = f"{line.right} ({share} %)"
    return f"| {line.title} | {line.total} | {right} | {line.doubted} | {line.wrong_but_certain} |"


def _misses(lines: Sequence[Line]) -> list[str]:
    missed = [f"- {line.title}: {miss}" for line in lines for miss in line.misses]
    return ["## Что выходит неверно", "", *(missed or ["Ничего из списков."]), ""]


def main(arguments: Sequence[str]) -> None:
    """Print the page, or write it."""
    page = print_page(measure_all())
    if "--write" in arguments:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    else:
        print(page)


if __name__ == "__main__":
    main(sys.argv[1:])
