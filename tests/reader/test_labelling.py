"""Facts about labels: a requisite is known whatever it looks like, and what only looks like one is not."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from prikaz.docx.content.elements import (
    Cell,
    Content,
    ContentBlock,
    HorizontalAlignment,
    Paragraph,
    Run,
    RunFormat,
    Section,
    Table,
)
from prikaz.reader.labelling.by_content import label_by_content
from prikaz.reader.labelling.items import items_of
from prikaz.reader.paper import Line, Paper, PaperLine, Role

R = Role
ORDER = """
^УПРАВЛЕНИЕ ОБРАЗОВАНИЯ
^ЛЕСНОГО РАЙОНА
^ПРИКАЗ
16.03.2026                                   № 75-од
г. Заречный

О конкурсе чтецов
в школах района

В соответствии с планом работы управления на 2026 год
^ПРИКАЗЫВАЮ:
1. Провести конкурс чтецов 20.04.2026.
2. Утвердить положение согласно приложению.

Начальник управления                         А.П. Белов
"""

_ALIGNMENTS: Mapping[str, HorizontalAlignment] = {"^": "center", ">": "right"}


def content(text: str) -> Content:
    """A document typed as clerks type: ^ centred, > at the right, ! bold, | cells of a table, ---- a page."""
    counter = itertools.count()

    def paragraph(line: str) -> Paragraph:
        alignment = _ALIGNMENTS.get(line[:1], "left")
        line = line.lstrip("^>")
        bold = line.startswith("!")
        line = line.lstrip("!").replace("\\n", "\n")
        runs = (Run(0, len(line), 0, RunFormat(bold=bold, size=14)),) if line else ()
        return Paragraph(text=line, runs=runs, alignment=alignment, index=next(counter))

    blocks: list[ContentBlock] = []
    rows: list[tuple[Cell, ...]] = []
    new_page = False
    for line in [*text.strip("\n").split("\n"), ""]:
        if line.startswith("|"):
            texts = line.strip("|").split("|")
            cells = [
                Cell(row=len(rows), column=column, blocks=tuple(map(paragraph, cell.strip().split("⏎"))))
                for column, cell in enumerate(texts)
            ]
            rows.append(tuple(cells))
            continue
        if rows:
            widths = (1000,) * len(rows[0])
            blocks.append(
                Table(rows=tuple(rows), widths=widths, bordered="№" in str(rows[0]), index=len(blocks))
            )
            rows = []
        if line == "----":
            new_page = True
            continue
        made = paragraph(line)
        blocks.append(
            Paragraph(
                text=made.text,
                runs=made.runs,
                alignment=made.alignment,
                page_break_before=new_page,
                index=made.index,
            )
        )
        new_page = False
    return Content(sections=(Section(tuple(blocks), landscape=False, width=9000),))


def labelled(text: str) -> Paper:
    made = content(text)
    return label_by_content(items_of(made), [section.landscape for section in made.sections])


def roles(lines: tuple[PaperLine, ...]) -> list[Role]:
    return [role for role, _ in itertools.groupby(line.role for line in lines)]


def texts(lines: tuple[PaperLine, ...], role: Role) -> list[str]:
    return [line.text.in_one_line().text for line in lines if isinstance(line, Line) and line.role is role]


def tail(text: str) -> list[Role]:
    """Roles of what stands under the clauses of an order."""
    paper = labelled(ORDER.rpartition("\n\n")[0] + "\n" + text)
    found = roles(paper.main.lines)
    return found[found.index(R.CLAUSE) + 1 :]


def test_an_order_has_all_its_requisites() -> None:
    paper = labelled(ORDER)
    assert roles(paper.main.lines) == [
        R.LETTERHEAD,
        R.KIND,
        R.REGISTRATION,
        R.PLACE,
        R.HEADING,
        R.PREAMBLE,
        R.OPERATIVE,
        R.CLAUSE,
        R.SIGNATURE,
    ]
    assert texts(paper.main.lines, R.HEADING) == ["О конкурсе чтецов", "в школах района"]
    assert paper.annexes == ()


@pytest.mark.parametrize(
    "line",
    [
        "16.03.2026 № 75",
        "№ 75 от 16.03.2026",
        "от 16 марта 2026 года № 94/1",
        "от «16» марта 2026г. №75-од",
        "«  16   »       03     2026 года №  226",
        "16.03.26г. N 274-р",
        "от 16 марта 2026 г. N 01/288",
        "«___» __________ 20__ г. № ____",
        "__.__.20__ № ___-к",
        "от_16.03.2026 г ____           №_2_____",
        "№ 75",
        "16 марта 2026",
    ],
)
def test_date_and_number_are_known_in_every_form(line: str) -> None:
    paper = labelled(ORDER.replace("16.03.2026                                   № 75-од", line))
    assert texts(paper.main.lines, R.REGISTRATION) == [" ".join(line.split())]


def test_a_place_between_date_and_number_is_told_apart() -> None:
    paper = labelled(
        ORDER.replace(
            "16.03.2026                                   № 75-од\nг. Заречный",
            "16.03.2026\tг. Заречный\t№ 75",
        )
    )
    assert texts(paper.main.lines, R.REGISTRATION) == ["16.03.2026", "№ 75"]
    assert texts(paper.main.lines, R.PLACE) == ["г. Заречный"]


@pytest.mark.parametrize("kind", ["П Р И К А З", "Приказ", "ПРОЕКТ ПРИКАЗА", "П Р И К А З "])
def test_the_kind_is_known_letter_spaced_or_not(kind: str) -> None:
    found = roles(labelled(ORDER.replace("^ПРИКАЗ\n", f"^{kind}\n")).main.lines)
    assert R.KIND in found
    assert (R.DRAFT_MARK in found) is kind.startswith("ПРОЕКТ")


def test_kind_number_date_and_heading_in_one_line_are_told_apart() -> None:
    head = "Приказ № 1 от 25.08.2026 г. По Ясеневской школе «О питании»\n"
    paper = labelled(head + ORDER[ORDER.index("\nВ соответствии") :])
    assert roles(paper.main.lines)[:3] == [R.KIND, R.REGISTRATION, R.HEADING]


@pytest.mark.parametrize("word", ["п р и к а з ы в а ю:", "Приказываю :", "ПРИКАЗЫВАЮ"])
def test_the_operative_word_has_a_line_of_its_own(word: str) -> None:
    found = labelled(ORDER.replace("^ПРИКАЗЫВАЮ:", word)).main.lines
    assert [line.role for line in found].count(R.OPERATIVE) == 1


def test_without_an_operative_word_the_clauses_follow_the_colon() -> None:
    text = ORDER.replace("^ПРИКАЗЫВАЮ:\n", "").replace("на 2026 год\n", "на 2026 год:\n")
    assert roles(labelled(text).main.lines)[5:7] == [R.PREAMBLE, R.CLAUSE]


def test_without_a_preamble_the_clauses_follow_the_heading() -> None:
    text = ORDER.replace("В соответствии с планом работы управления на 2026 год\n^ПРИКАЗЫВАЮ:\n", "")
    assert roles(labelled(text).main.lines)[4:6] == [R.HEADING, R.CLAUSE]


def test_unnumbered_paragraphs_are_clauses_of_an_order_that_numbers_none() -> None:
    text = ORDER.replace("1. Провести", "Провести").replace("2. Утвердить", "Утвердить")
    assert [line.role for line in labelled(text).main.lines].count(R.CLAUSE) == 2


def test_a_paragraph_between_numbered_clauses_goes_on_with_the_one_above() -> None:
    text = ORDER.replace("2. Утвердить", "Конкурс проводится в доме культуры.\n2. Утвердить")
    assert roles(labelled(text).main.lines)[7:10] == [R.CLAUSE, R.PARAGRAPH, R.CLAUSE]


@pytest.mark.parametrize(
    "signature",
    [
        "Директор                                А.П. Белов",
        "Директор\t\t\tБелов А.П.",
        "Директор\nА.П. Белов",
        "И.о. директора школы\t\tА П Белов",
        "Глава администрации\nЛесного муниципального округа\nДальней области\nА.П.БЕЛОВ",
        "Директор _______________ /Белов А.П./",
        "Заместитель начальника управления А.П. Белов",
        "Директор\t\tА. Белов",
        "|Директор школы| |А.П. Белов|",
    ],
)
def test_a_signature_is_known_in_every_form(signature: str) -> None:
    assert tail(signature) == [R.SIGNATURE]


def test_a_clause_that_ends_in_a_name_is_no_signature() -> None:
    text = ORDER.replace("20.04.2026.", "20.04.2026. Ответственный А.П. Белов")
    text = text.replace("2. Утвердить", "Директору школы А.П. Белову\n2. Утвердить")
    found = labelled(text).main.lines
    assert texts(found, R.SIGNATURE) == ["Начальник управления А.П. Белов"]


def test_two_signatures_are_two_groups() -> None:
    paper = labelled(ORDER + "Главный бухгалтер                         С.И. Рогова\n")
    assert [line.group for line in paper.main.lines if line.role is R.SIGNATURE] == [0, 1]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Исп. Орлова М.И., 2-14-15", R.PREPARED_BY),
        ("Приказ подготовил методист Орлов", R.PREPARED_BY),
        ("С приказом ознакомлены:", R.ACKNOWLEDGEMENT),
        ("Согласовано:", R.ENDORSEMENT),
        ("Разослать: в дело, в школы", R.DISTRIBUTION),
        ("Проект вносит", R.INTRODUCED_BY),
        ("Копия верна", R.COPY_MARK),
        ("М.П.", R.SEAL),
        ("Документ подписан электронной подписью", R.NOTE),
    ],
)
def test_marks_under_the_signature_are_known_by_their_words(line: str, role: Role) -> None:
    assert tail(f"Директор\t\tА.П. Белов\n{line}") == [R.SIGNATURE, role]


def test_grounds_above_the_signature_belong_to_no_clause() -> None:
    assert tail("Основание: заявление Орловой М.И.\nДиректор\t\tА.П. Белов") == [R.GROUNDS, R.SIGNATURE]


@pytest.mark.parametrize(
    "mark",
    [
        ">Приложение\n>к приказу управления\n>от 16.03.2026 № 75",
        "ПРИЛОЖЕНИЕ № 1\nк приказу управления от 16.03.2026 № 75",
        ">Приложение 1 к приказу от 16.03.2026 № 75",
        ">УТВЕРЖДЕНО\n>приказом управления\n>от 16.03.2026 № 75",
        ">Утверждено приказом\n>управления от 16.03.2026 № 75",
        ">Приложение\n>УТВЕРЖДЕНО\n>приказом управления\n>от 16.03.2026 № 75",
    ],
)
def test_an_annex_begins_with_its_mark(mark: str) -> None:
    paper = labelled(f"{ORDER}\n{mark}\n\n^Положение\n^о конкурсе\n1. Конкурс проводится ежегодно.")
    (annex,) = paper.annexes
    assert roles(annex.lines) == [R.ANNEX_MARK, R.ANNEX_TITLE, R.CLAUSE]
    assert texts(annex.lines, R.ANNEX_TITLE) == ["Положение", "о конкурсе"]


def test_a_word_about_an_annex_begins_none() -> None:
    paper = labelled(ORDER + "\nПриложение: на 3 л. в 1 экз.")
    assert paper.annexes == ()


def test_annexes_without_marks_begin_with_their_titles_as_many_as_the_text_names() -> None:
    tables = "\n".join(
        f"\n^!{title}\n|№|Мероприятие|Срок|\n|1|Слёт|май|\n|2|Поход|июнь|\n|3|Смотр|июль|"
        for title in ("Дорожная карта", "Показатели")
    )
    cited = ORDER.replace("согласно приложению.", "(приложение 1) и показатели (приложение 2).")
    assert [roles(annex.lines) for annex in labelled(cited + tables).annexes] == [
        [R.ANNEX_TITLE, R.TABLE]
    ] * 2
    assert len(labelled(ORDER + tables).annexes) == 1


def test_the_lines_of_a_second_order_in_the_file_are_not_understood() -> None:
    paper = labelled(f"{ORDER}----\n{ORDER}")
    assert R.UNKNOWN in roles(paper.main.lines)
    assert texts(paper.main.lines, R.KIND) == ["ПРИКАЗ"]
    assert texts(paper.main.lines, R.UNKNOWN)[0] == "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"


def test_the_form_of_an_order_may_be_an_annex() -> None:
    form = "^ПРИКАЗ\n«__» ____ 20__ г. № ___\nО назначении наставника\nПРИКАЗЫВАЮ:\n1. Назначить наставника."
    paper = labelled(f"{ORDER}\n>Приложение\n>к приказу от 16.03.2026 № 75\n\n^Форма приказа\n{form}")
    assert len(paper.annexes) == 1
    assert R.UNKNOWN not in roles(paper.main.lines)


def test_stamps_side_by_side_are_read_one_after_another() -> None:
    stamps = (
        "|СОГЛАСОВАНО⏎Председатель совета⏎Орлова М.И.|УТВЕРЖДАЮ⏎Директор школы⏎____ А.П. Белов⏎01.09.2026|"
    )
    paper = labelled(f"{stamps}\n^ПЛАН\n^работы школы на 2026 год\n|№|Что|\n|1|Слёт|\n|2|Смотр|\n|3|Поход|")
    stamp = [line for line in paper.main.lines if line.role is R.STAMP]
    assert [line.group for line in stamp] == [0, 0, 0, 1, 1, 1, 1]
    assert roles(paper.main.lines) == [R.STAMP, R.KIND, R.HEADING, R.TABLE]


def test_a_plan_without_an_order_has_kind_and_heading() -> None:
    paper = labelled(
        "^!План\n^!работы музея на 2026 год\n|№|Что|Когда|\n|1|Слёт|май|\n|2|Смотр|июнь|\n|3|Поход|июль|"
    )
    assert texts(paper.main.lines, R.KIND) == ["План"]
    assert texts(paper.main.lines, R.HEADING) == ["работы музея на 2026 год"]


def test_soft_line_breaks_make_lines() -> None:
    paper = labelled(ORDER.replace("О конкурсе чтецов\nв школах", "О конкурсе чтецов\\nв школах"))
    assert texts(paper.main.lines, R.HEADING) == ["О конкурсе чтецов", "в школах района"]


def test_an_order_in_one_table_is_an_order() -> None:
    rows = "|" + ORDER.strip().replace("\n", "⏎") + "|"
    assert roles(labelled(rows).main.lines) == roles(labelled(ORDER).main.lines)


def test_numbers_inside_a_new_wording_are_those_of_the_other_act() -> None:
    text = ORDER.replace(
        "2. Утвердить",
        "Изложить пункт 3 в следующей редакции:\n«3. Школам провести смотр.\n4. Дворцу провести слёт.».\n"
        "2. Утвердить",
    )
    found = [line.role for line in labelled(text).main.lines]
    assert found[found.index(R.OPERATIVE) + 1 :][:5] == [
        R.CLAUSE,
        R.PARAGRAPH,
        R.PARAGRAPH,
        R.PARAGRAPH,
        R.CLAUSE,
    ]


def test_headings_of_sections_are_told_from_clauses() -> None:
    annex = (
        ">Приложение\n>к приказу\n\n^Положение\n^!1. Общие положения\n1.1. Конкурс.\n^!2. Сроки\n2.1. Май."
    )
    (sheet,) = labelled(f"{ORDER}\n{annex}").annexes
    clauses = [line for line in sheet.lines if isinstance(line, Line) and line.role is R.CLAUSE]
    assert [line.is_heading for line in clauses] == [True, False, True, False]


def test_a_date_at_the_beginning_of_a_line_is_no_number() -> None:
    annex = ">Приложение\n>к приказу\n\n^План\n01.09.2026 линейка\n02.09.2026 смотр"
    (sheet,) = labelled(f"{ORDER}\n{annex}").annexes
    assert R.CLAUSE not in roles(sheet.lines)


def test_a_heading_may_stand_over_the_kind() -> None:
    text = ORDER.replace("\nО конкурсе чтецов\nв школах района\n", "\n").replace(
        "^ПРИКАЗ\n", "О конкурсе чтецов\nв школах района\n^ПРИКАЗ\n"
    )
    found = labelled(text).main.lines
    assert texts(found, R.HEADING) == ["О конкурсе чтецов", "в школах района"]
    assert texts(found, R.LETTERHEAD) == ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "ЛЕСНОГО РАЙОНА"]


def test_a_body_whose_name_begins_with_o_is_no_heading() -> None:
    found = labelled(ORDER.replace("^ЛЕСНОГО РАЙОНА", "^ОЛЬШАНСКОГО РАЙОНА")).main.lines
    assert texts(found, R.LETTERHEAD) == ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "ОЛЬШАНСКОГО РАЙОНА"]


def test_a_kind_may_say_what_it_is_about() -> None:
    found = labelled(ORDER.replace("^ПРИКАЗ\n", "^ПРИКАЗ по школе\n")).main.lines
    assert texts(found, R.KIND) == ["ПРИКАЗ"]
    assert texts(found, R.UNKNOWN) == ["по школе"]


def test_signatures_in_a_table_are_signatures() -> None:
    rows = "|№|Должность|Ф.И.О.|\n|1|Директор|А.П. Белов|\n|2|Главный бухгалтер|С.И. Рогова|"
    paper = labelled(ORDER.rpartition("\n\n")[0] + "\n" + rows)
    assert texts(paper.main.lines, R.SIGNATURE) == ["Директор А.П. Белов", "Главный бухгалтер С.И. Рогова"]


def test_a_table_of_people_in_the_text_is_no_signature() -> None:
    rows = "|№|Школа|Директор|\n|1|Лесная|А.П. Белов|\n|2|Горная|С.И. Рогова|"
    found = labelled(ORDER.replace("2. Утвердить", f"{rows}\n2. Утвердить")).main.lines
    assert roles(found).count(R.TABLE) == 1
    assert texts(found, R.SIGNATURE) == ["Начальник управления А.П. Белов"]


def test_a_line_with_a_name_ends_the_distribution_over_it() -> None:
    assert tail("Разослать: в дело, в школы\nДиректор\t\tА.П. Белов") == [R.DISTRIBUTION, R.SIGNATURE]


def test_date_and_number_under_the_signature_are_those_of_a_head_without_any() -> None:
    line = "16.03.2026                                   № 75-од\nг. Заречный\n"
    moved = ORDER.replace(line, "") + line
    assert texts(labelled(moved).main.lines, R.REGISTRATION) == ["16.03.2026 № 75-од"]
    assert texts(labelled(ORDER + "18.03.2026\n").main.lines, R.REGISTRATION) == ["16.03.2026 № 75-од"]


def test_a_number_alone_on_its_line_begins_the_line_below() -> None:
    text = ORDER.replace("1. Провести", "^§ 1\nПровести").replace("2. Утвердить", "^§ 2\nУтвердить")
    assert texts(labelled(text).main.lines, R.CLAUSE)[0].startswith("§ 1 Провести")


def test_lines_that_a_scanner_cut_are_joined() -> None:
    cut = "1. Провести конкурс чтецов 20.04.2026 в районном доме куль-\nтуры и "
    cut += "пригласить на него учащихся\nшкол района."
    (first, _) = texts(
        labelled(ORDER.replace("1. Провести конкурс чтецов 20.04.2026.", cut)).main.lines, R.CLAUSE
    )
    assert first.endswith("в районном доме культуры и пригласить на него учащихся школ района.")


def test_short_lines_of_a_list_are_not_joined() -> None:
    text = ORDER.replace("2. Утвердить", "принести тетради\nвзять ручки\n2. Утвердить")
    assert texts(labelled(text).main.lines, R.PARAGRAPH) == ["принести тетради", "взять ручки"]


def test_contents_and_numbers_of_pages_are_no_text() -> None:
    annex = ">Приложение\n>к приказу\n\n^Положение\nОглавление\n1. Общее\t3\n2. Сроки\t4\n2\n"
    annex += "^!1. Общее\n1.1. Конкурс."
    (sheet,) = labelled(f"{ORDER}\n{annex}").annexes
    assert texts(sheet.lines, R.CLAUSE) == ["1. Общее", "1.1. Конкурс."]
    assert texts(sheet.lines, R.ANNEX_TITLE) == ["Положение"]


def test_grounds_between_clauses_belong_to_the_clause_above() -> None:
    text = ORDER.replace("2. Утвердить", "Основание: письмо школы.\n2. Утвердить")
    found = roles(labelled(text).main.lines)
    assert R.GROUNDS not in found
    assert found[7:10] == [R.CLAUSE, R.PARAGRAPH, R.CLAUSE]


def test_a_preamble_without_an_operative_word_ends_where_the_first_clause_begins() -> None:
    text = ORDER.replace("^ПРИКАЗЫВАЮ:\n", "").replace("на 2026 год\n", "на 2026 год,\n")
    assert roles(labelled(text).main.lines)[5:7] == [R.PREAMBLE, R.CLAUSE]


def test_a_hint_under_a_blank_is_no_line_of_the_document() -> None:
    assert tail("Директор          А.П. Белов\n(подпись)") == [R.SIGNATURE, R.UNKNOWN]


def test_a_kind_may_stand_with_whose_act_it_is() -> None:
    found = labelled(ORDER.replace("^ПРИКАЗ\n", "^РАСПОРЯЖЕНИЕ ГЛАВЫ РАЙОНА\n")).main.lines
    assert texts(found, R.KIND) == ["РАСПОРЯЖЕНИЕ"]
    assert texts(found, R.LETTERHEAD)[-1] == "ГЛАВЫ РАЙОНА"


def test_a_second_order_behind_an_annex_has_the_letterhead_of_the_first() -> None:
    annex = ">Приложение\n>к приказу от 16.03.2026 № 75\n\n^Положение\n1. Конкурс проводится в мае."
    paper = labelled(f"{ORDER}\n{annex}\n----\n{ORDER}")
    assert texts(paper.main.lines, R.UNKNOWN)[:1] == ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"]
    assert R.OPERATIVE not in roles(paper.annexes[0].lines)


def test_a_mark_ends_with_the_number_of_the_act() -> None:
    annex = ">Приложение\n>к приказу управления\n>от 16.03.2026 № 75\n>Положение о конкурсе\n\n1. В мае."
    (sheet,) = labelled(f"{ORDER}\n{annex}").annexes
    assert roles(sheet.lines) == [R.ANNEX_MARK, R.ANNEX_TITLE, R.CLAUSE]


def test_a_day_under_a_name_belongs_to_the_person_above() -> None:
    signed = "С приказом ознакомлены:\nМетодист\t\tМ.И. Орлова\n20.03.2026\nУчитель\t\tС.И. Рогова\n"
    found = labelled(ORDER + signed).main.lines
    groups = [line.group for line in found if line.role is R.ACKNOWLEDGEMENT]
    assert groups == [1, 1, 1, 2]


def test_a_line_under_who_prepared_it_that_tells_of_nobody_is_a_note() -> None:
    prepared = "Исп. Орлова М.И.\n2-14-15\nСрок хранения пять лет"
    assert tail(f"Директор\t\tА.П. Белов\n{prepared}") == [R.SIGNATURE, R.PREPARED_BY, R.NOTE]


def test_a_title_in_the_middle_ends_the_stamp_above() -> None:
    paper = labelled("УТВЕРЖДАЮ\nДиректор школы\nА.П. Белов\n^Паспорт проекта\n|№|Что|\n|1|Слёт|\n|2|Смотр|")
    assert texts(paper.main.lines, R.STAMP) == ["УТВЕРЖДАЮ", "Директор школы", "А.П. Белов"]


def test_a_short_line_over_the_heading_is_the_place() -> None:
    found = labelled(ORDER.replace("г. Заречный", "Заречный")).main.lines
    assert texts(found, R.PLACE) == ["Заречный"]


def test_an_empty_line_ends_the_heading() -> None:
    text = ORDER.replace("В соответствии с планом работы", "Итоги смотра показали интерес")
    found = labelled(text).main.lines
    assert texts(found, R.HEADING) == ["О конкурсе чтецов", "в школах района"]
    assert R.PREAMBLE in roles(found)


def test_a_dated_line_over_the_kind_is_no_letterhead() -> None:
    found = labelled("Вх. от 12.03.2026 принято в работу\n" + ORDER).main.lines
    assert texts(found, R.UNKNOWN) == ["Вх. от 12.03.2026 принято в работу"]


def test_a_document_of_stamps_without_a_title_is_read_once() -> None:
    paper = labelled("УТВЕРЖДАЮ\nДиректор школы\nА.П. Белов\n\n1. Провести слёт.\n2. Провести смотр.")
    assert [line.role for line in paper.main.lines] == [R.STAMP] * 3 + [R.CLAUSE] * 2


def test_words_over_members_stand_among_the_members() -> None:
    members = "Белов А.П. – директор школы\nЧлены комиссии:\nОрлова М.И. – методист\nРогова С.И. – учитель"
    (sheet,) = labelled(f"{ORDER}\n>Приложение\n>к приказу\n\n^Состав комиссии\n\n{members}").annexes
    assert [line.role for line in sheet.lines][-4:] == [R.MEMBER] * 4


def test_bold_numbered_lines_one_after_another_are_no_headings() -> None:
    annex = ">Приложение\n>к приказу\n\n^План\n!1. Слёт\n!2. Смотр\n!3. Поход"
    (sheet,) = labelled(f"{ORDER}\n{annex}").annexes
    clauses = [line for line in sheet.lines if isinstance(line, Line) and line.role is R.CLAUSE]
    assert [line.is_heading for line in clauses] == [False, False, False]


def test_what_stands_in_a_text_box_stands_at_the_right() -> None:
    boxed = Paragraph(text="", boxes=((Paragraph(text="Приложение", index=1),),), index=0)
    made = Content(sections=(Section((boxed,), landscape=False, width=9000),))
    assert [item.at_right for item in items_of(made) if item.words] == [True]
