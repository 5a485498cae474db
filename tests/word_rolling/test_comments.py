"""A question stands at its words; where it cannot, it quotes them."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.docx.content.word_file import p
from tests.docx.revisions.editing import tree
from tests.word_rolling.rolling import NAMES, Written, written
from tests.word_rolling.typed import order, rolled, said_anew, typed, words_in

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
_BORDERS = (
    "<w:tblPr><w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr>"
)


def _commented(made: Written) -> list[tuple[str, str]]:
    """The words of each comment of ours with those that it is about, as they are now."""
    root = tree(made.data)
    covered: dict[str, list[str]] = {}
    is_open: set[str] = set()
    for each in root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        name = str(each.get(f"{W}id"))
        if each.tag == f"{W}commentRangeStart":
            is_open.add(name)
            covered[name] = []
        elif each.tag == f"{W}commentRangeEnd":
            is_open.discard(name)
        else:
            for name in is_open:
                covered[name].append(each.text or "")
    comments = tree(made.data, "word/comments.xml").iter(f"{W}comment")
    return [(_lines(each), "".join(covered[str(each.get(f"{W}id"))])) for each in comments]


def _lines(comment: etree._Element) -> str:
    return "\n".join(words_in(line) for line in comment.iter(f"{W}p"))


def test_a_question_about_words_that_stay_stands_at_them() -> None:
    made = rolled(order(typed("1. Подвести итоги 2025 года и провести слёт.")))
    ((said, words),) = _commented(made)
    assert words == "2025 года"
    assert "«2025 года»" not in said


def test_a_question_about_words_that_have_changed_stands_at_the_new_ones() -> None:
    made = rolled(order(typed("1. Сдать отчёт до 30.04.2027 в отдел.")))
    ((said, words),) = _commented(made)
    assert words == "30.04.2028"
    assert said.startswith("«30.04.2028»\nОставьте или перенесите на 28.04.2028 либо 02.05.2028\nПочему: ")


def test_a_question_about_a_header_stands_in_the_body_and_quotes_its_words() -> None:
    made = rolled(order(typed("1. Провести слёт."), header1=p("По итогам 2025 года"), behind=_SECTION))
    ((said, _),) = _commented(made)
    assert "2025 года" in said


@pytest.mark.parametrize("name", NAMES)
def test_questions_about_words_of_the_body_stand_at_them(name: str) -> None:
    made = written(name)
    asked = {
        question.words
        for question in made.rolled.questions
        if question.at is not None and (text := made.draft.texts.get(question.path))
        for words in [text[question.at : question.at + len(question.words)]]
        if words.text == question.words and {span.part for span in words.spans} == {"word/document.xml"}
    }
    covered = [_spaced(words) for _, words in _commented(made)] if made.rolled.questions else []
    assert [words for words in asked if _spaced(words) not in covered] == []


def _spaced(text: str) -> str:
    return " ".join(text.split())


def test_a_cell_over_several_rows_is_changed_once() -> None:
    def cell(text: str, said: str = "") -> str:
        return f"<w:tc><w:tcPr>{said}</w:tcPr>{p(text)}</w:tc>"

    merged, going_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        cell("Мероприятие") + cell("Срок") + cell("Ответственный"),
        cell("Сбор") + cell("до 02.06.2027", merged) + cell("отдел"),
        cell("Отчёт") + cell("", going_on) + cell("школы"),
    )
    grid = "<w:tblGrid>" + '<w:gridCol w:w="3000"/>' * 3 + "</w:tblGrid>"
    table = f"<w:tbl>{_BORDERS}{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    mark = "".join(map(typed, ["Приложение", "к приказу от 16.03.2027 № 75", "План слёта"]))
    made = rolled(order(typed("1. Утвердить план слёта (приложение)."), behind=mark + table + p("")))
    assert said_anew(made)[-1] == "до 02.06.2028"
    assert sum("02.06.2027" in each.was for each in made.rolled.changes) == 2


def test_of_two_changes_the_question_is_about_the_one_that_made_its_words() -> None:
    made = rolled(order(typed("1. Сдать отчёт за I квартал 2027 года до 30.04.2027 в отдел.")))
    found = [words for said, words in _commented(made) if said.startswith("«30.04.2028»")]
    assert found == ["30.04.2028"]
