"""Facts about rolling a Word file at the command line: last year's file becomes this year's, in Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import Annex, Clause, Order, Table, render
from prikaz.cli import main
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Content
from prikaz.docx.revisions import accepted, has_revisions
from prikaz.model import ApprovalStamp, Kind
from prikaz.opc.archive import deflated, write_archive
from prikaz.reader.contents import paragraphs
from tests.docx.revisions.editing import parts
from tests.makers import HEAD, make_order


def _order(**changes: object) -> Order:
    given = {
        "date": "16.03.2027",
        "number": "75",
        "heading": "О слёте в 2027 году",
        "preamble": "По итогам 2025 года",
        "clauses": ["Сдать отчёт до 30.04.2027.", "Утвердить план согласно {приложению план}."],
        "annexes": [Annex(key="план", title="План слёта", blocks=["Собраться 01.06.2027."])],
    }
    return make_order(**(given | changes))


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "приказ-2027.docx"
    path.write_bytes(render(_order()).to_bytes())
    return path


def _roll(path: Path, *more: str, to: int = 2028) -> int:
    return main(["roll", str(path), "--to", str(to), *more])


def _text(path: Path) -> str:
    return "\n".join(paragraph.text.replace("\u00a0", " ") for paragraph, _ in paragraphs(_content(path)))


def _content(path: Path) -> Content:
    return read_content(path.read_bytes())


def test_last_year_s_file_becomes_this_year_s_with_recorded_changes(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = word.read_bytes()

    assert _roll(word) == 0

    made = word.with_name("приказ-2028.docx")
    text = _text(made)
    assert "О слёте в 2028 году" in text
    assert "Сдать отчёт до 30.04.2028." in text
    assert text.count("__.__.2028") == 2
    assert "По итогам 2025 года" in text
    assert has_revisions(made, author="prikaz")
    assert word.read_bytes() == before
    printed = capsys.readouterr().out
    assert "16.03.2027 № 75  __.__.2028 № ____" in printed
    assert f"готово: {made}" in printed


def test_a_question_is_a_comment_at_its_words(word: Path) -> None:
    _roll(word)

    remarks = [
        each for each in _content(word.with_name("приказ-2028.docx")).remarks if each.author == "prikaz"
    ]
    assert "Обновите или уберите\nПочему: раньше года документа: рассказ о прошедшем" in [
        each.text for each in remarks
    ]


def test_accepted_the_file_has_no_changes_to_show(word: Path) -> None:
    recorded, clean = word.with_name("а.docx"), word.with_name("б.docx")
    _roll(word, "-o", str(recorded))
    _roll(word, "-o", str(clean), "--accept")

    assert not has_revisions(clean)
    assert _text(clean) == "\n".join(
        paragraph.text.replace("\u00a0", " ")
        for paragraph, _ in paragraphs(read_content(accepted(recorded.read_bytes())))
    )
    assert any(each.author == "prikaz" for each in _content(clean).remarks)


def test_changes_are_dated_when_a_day_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _roll(word, "--date", "01.12.2027")

    xml = word.with_name("приказ-2028.docx").read_bytes()
    assert has_revisions(xml)
    with pytest.raises(SystemExit):
        _roll(word, "--date", "32.12.2027")
    assert "--date: " in capsys.readouterr().err


def test_answers_are_put_into_the_word_file(word: Path) -> None:
    _roll(word, "--void-previous")
    questions = word.with_name("приказ-2028.questions.yaml")
    said = questions.read_text(encoding="utf-8").split("- место: ")
    answered = [
        item.replace("ответ:", "ответ: принять" if item.startswith("пункты") else "ответ: прошлого года")
        if item.startswith(("пункты", "преамбула"))
        else item
        for item in said
    ]
    questions.write_text("- место: ".join(answered), encoding="utf-8")

    assert _roll(word, "--void-previous", "--answers", str(questions)) == 0

    text = _text(word.with_name("приказ-2028.docx"))
    assert "По итогам прошлого года" in text
    assert "Признать утратившим силу приказ от 16.03.2027 № 75 «О слёте в 2027 году»." in text


def test_a_file_that_somebody_has_worked_in_is_not_replaced_by_answers(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _roll(word)
    made, questions = word.with_name("приказ-2028.docx"), word.with_name("приказ-2028.questions.yaml")
    made.write_bytes(accepted(made.read_bytes()))

    assert _roll(word, "--answers", str(questions)) == 2

    assert "уже есть" in capsys.readouterr().err


def test_rolled_to_the_same_year_nothing_is_written(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _roll(word)
    made = word.with_name("приказ-2028.docx")
    files = sorted(word.parent.iterdir())
    capsys.readouterr()

    assert _roll(made) == 0

    assert capsys.readouterr().out == "документ уже на 2028 год: менять нечего\n"
    assert sorted(word.parent.iterdir()) == files


def test_comments_of_the_year_before_do_not_pile_up(word: Path) -> None:
    _roll(word)
    _roll(word.with_name("приказ-2028.docx"), to=2029)

    texts = [
        each.text for each in _content(word.with_name("приказ-2029.docx")).remarks if each.author == "prikaz"
    ]
    assert sum("рассказ о прошедшем" in text for text in texts) == 1


def test_a_word_file_becomes_a_data_file_when_asked(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = word.with_name("новый.yaml")
    assert _roll(word, "-o", str(made)) == 0
    assert "О слёте в 2028 году" in made.read_text(encoding="utf-8")
    assert "гриф" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["новый.odt", "новый.pdf", "новый.docm"])
def test_a_word_file_becomes_no_file_of_another_kind(
    word: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _roll(word, "-o", str(word.with_name(name))) == 2
    assert "новый.docx» или, чтобы получить файл данных, .yaml" in capsys.readouterr().err
    assert list(word.parent.iterdir()) == [word]


def test_a_file_that_tells_no_year_asks_for_one(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = Order(kind=Kind.PLAN, heading="План", blocks=["Собраться до 01.06.2027."], signatures=[HEAD])
    word.write_bytes(render(plan).to_bytes())

    assert _roll(word) == 2
    assert "год документа не известен; в тексте есть: 2027" in capsys.readouterr().err

    assert _roll(word, "--from", "2027") == 0
    assert "до 01.06.2028" in _text(word.with_name("приказ-2028.docx"))
    assert "при следующем переносе скажите это: --from 2028" in capsys.readouterr().out


def test_an_order_of_december_for_the_next_year_is_not_guessed(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word.write_bytes(render(_order(date="28.12.2026", preamble="")).to_bytes())

    assert _roll(word) == 2
    assert "документ подписан в 2026 году, а в заголовке год 2027" in capsys.readouterr().err

    assert _roll(word, "--from", "2027") == 0
    assert "Сдать отчёт до 30.04.2028." in _text(word.with_name("приказ-2028.docx"))


def test_the_year_of_a_data_file_stands_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "приказ.yaml"
    path.write_text("вид: план\nгод: 2027\nзаголовок: План\nабзац: Собраться.\n", encoding="utf-8")

    assert _roll(path, "--from", "2027") == 2
    assert "впишите его в поле «год»" in capsys.readouterr().err


def _answer(questions: Path, reply: str) -> None:
    text = questions.read_text(encoding="utf-8")
    questions.write_text(text.replace("ответ:\n", f"ответ: {reply}\n"), encoding="utf-8")


def test_words_that_stay_are_an_answer_like_others(word: Path) -> None:
    _roll(word)
    made, questions = word.with_name("приказ-2028.docx"), word.with_name("приказ-2028.questions.yaml")
    _answer(questions, "оставить")

    assert _roll(word, "--answers", str(questions)) == 0
    assert not any(each.author == "prikaz" for each in _content(made).remarks if each.kind.name == "COMMENT")
    assert _roll(word, "--answers", str(questions)) == 0


@pytest.mark.parametrize(
    ("before", "then"), [((), ("--accept",)), (("--accept",), ()), ((), ("--date", "01.12.2027"))]
)
def test_with_its_answers_a_file_may_be_written_in_another_way(
    word: Path, before: tuple[str, ...], then: tuple[str, ...]
) -> None:
    _roll(word, *before)
    questions = word.with_name("приказ-2028.questions.yaml")
    _answer(questions, "оставить")

    assert _roll(word, *then, "--answers", str(questions)) == 0


def test_a_clause_behind_which_a_table_stands_is_left_to_a_person(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = Table(columns=["Школа", "Сумма, руб."], rows=[["№ 1", "100"]])
    word.write_bytes(
        render(_order(clauses=[Clause(text="Выделить:", blocks=[table])], annexes=[])).to_bytes()
    )
    _roll(word, "--void-previous")
    questions = word.with_name("приказ-2028.questions.yaml")
    said = questions.read_text(encoding="utf-8").split("- место: ")
    answered = [
        item.replace("ответ:", "ответ: принять") if item.startswith("пункты") else item for item in said
    ]
    questions.write_text("- место: ".join(answered), encoding="utf-8")
    capsys.readouterr()

    assert _roll(word, "--void-previous", "--answers", str(questions)) == 0

    assert "не добавлен: пункт 2: за последним пунктом стоит таблица" in capsys.readouterr().out
    made = word.with_name("приказ-2028.docx")
    assert "Признать утратившим" not in _text(made)
    comments = [each.text for each in _content(made).remarks if each.author == "prikaz"]
    assert any("Добавьте пункт сами: «Признать утратившим силу" in text for text in comments)


def test_a_stamp_is_blank_with_its_year_for_it_may_be_signed_before(word: Path) -> None:
    stamp = ApprovalStamp(position="Глава района", person=HEAD.person, date="26.12.2026")
    plan = Order(
        kind=Kind.PLAN, year=2027, heading="План на 2027 год", blocks=["Сбор."], approval_stamps=[stamp]
    )
    word.write_bytes(render(plan).to_bytes())
    assert _roll(word) == 0
    assert "__.__.20__" in _text(word.with_name("приказ-2028.docx"))


def test_a_year_that_is_none_is_refused_in_words(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _roll(word, "--from", "20")
    assert "--from: нужен год, например 2027, а пришло «20»" in capsys.readouterr().err


def test_a_file_to_which_nothing_can_be_added_is_refused_by_its_name(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {**parts(word.read_bytes()), "word/_rels/document.xml.rels": b"<nothing/>"}
    word.write_bytes(write_archive([deflated(name, data) for name, data in files.items()]))

    assert _roll(word) == 2

    said = capsys.readouterr().err
    assert str(word) in said
    assert "список его частей не читается" in said
    assert list(word.parent.iterdir()) == [word]


def test_a_comment_that_cannot_be_written_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _roll(word, "-o", str(word.with_name("а.docx")))
    commented = parts(word.with_name("а.docx").read_bytes())
    files = {**commented, "word/comments.xml": b"<w:comments"}
    word.write_bytes(write_archive([deflated(name, data) for name, data in files.items()]))
    capsys.readouterr()

    assert _roll(word, to=2029) == 0

    said = capsys.readouterr().out
    assert "примечание не записано: примечания файла повреждены; вопросы стоят на экране" in said
