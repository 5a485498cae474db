"""Open questions stand in the YAML file as comments, each above its field; what a clerk has written stays."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from prikaz import Order, dump, files, load, roll
from prikaz.files.nodes.source import Source
from prikaz.files.writing.comments import without_comments
from prikaz.rollover import Question
from tests.rollover.strategies import orders, rollings

HEAD = "вид: приказ\nгод: 2027\n{}\nподпись: {{фамилия: Белов}}\n"
WHY = "раньше года документа: рассказ о прошедшем"
ASKED = f"# решить: «2025 года» – обновите или уберите ({WHY})"

LAST = "      по итогам 2025 года]"


def _rolled(folder: Path, text: str, name: str = "old.yaml") -> str:
    """The text of the new file with its questions; it reads as the rolled order."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    draft = files.open(path)
    rolled = roll(draft.order, 2028)
    target = folder / f"new{path.suffix}"
    revision = files.revise(
        draft, path, rolled.changes, rolled.order, target, questions=rolled.questions, overwrite=True
    )
    assert load(target) == rolled.order
    assert revision.findings == ()
    return target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "преамбула: По итогам 2025 года  # важно\nпункты: [Назначить.]",
            f"{ASKED}\nпреамбула: По итогам 2025 года  # важно\nпункты: [Назначить.]",
        ),
        (
            "преамбула: >-\n  По итогам\n  2025 года\nпункты: [Назначить.]",
            f"{ASKED}\nпреамбула: >-\n  По итогам\n  2025 года\nпункты: [Назначить.]",
        ),
        (
            'преамбула: "По итогам\n  2025 года"\nпункты: [Назначить.]',
            f'{ASKED}\nпреамбула: "По итогам\n  2025 года"\nпункты: [Назначить.]',
        ),
        (
            "пункты:\n  # главное\n  - По итогам 2025 года решить.\n  - Назначить.",
            f"пункты:\n  # главное\n  {ASKED}\n  - По итогам 2025 года решить.\n  - Назначить.",
        ),
        (
            "пункты:\n- |\n  Первый.\n  # решить: это текст\n- По итогам 2025 года решить",
            f"пункты:\n- |\n  Первый.\n  # решить: это текст\n{ASKED}\n- По итогам 2025 года решить",
        ),
        (
            "пункты:\n  - Назначить.\n  - подпункты: [назначить,\n      по итогам 2025 года]\n    текст: а",
            f"пункты:\n  - Назначить.\n  - подпункты: [назначить,\n      {ASKED}\n{LAST}\n    текст: а",
        ),
        (
            'пункты: [Назначить "а\n  б", По итогам 2025 года]',
            f'{ASKED}\nпункты: [Назначить "а\n  б", По итогам 2025 года]',
        ),
    ],
)
def test_a_question_stands_above_the_field_that_it_is_about(old: str, new: str, tmp_path: Path) -> None:
    expected = HEAD.format(new).replace("год: 2027", "год: 2028")
    assert _rolled(tmp_path, HEAD.format(old)) == expected


def test_questions_of_an_earlier_roll_over_go_and_comments_of_others_stay(tmp_path: Path) -> None:
    own = "# решить: спросить у директора\n# решить: «срок» – уточнить\n  # примечание"
    old = HEAD.format(f"{own}\n{ASKED}\nпреамбула: По итогам года\nпункты: [Назначить.]")
    expected = HEAD.format(f"{own}\nпреамбула: По итогам года\nпункты: [Назначить.]")
    assert _rolled(tmp_path, old) == expected.replace("год: 2027", "год: 2028")


def test_questions_are_not_doubled_when_the_new_file_is_rolled(tmp_path: Path) -> None:
    old = HEAD.format("преамбула: По итогам 2025 года\nпункты: [Назначить.]")
    once = _rolled(tmp_path, old)
    (tmp_path / "new.yaml").unlink()
    assert _rolled(tmp_path, once.replace("год: 2028", "год: 2027")) == once


def test_a_comment_that_looks_like_ours_inside_a_text_is_text(tmp_path: Path) -> None:
    old = HEAD.format(f"пункты:\n  - |\n    Назначить.\n    {ASKED}\n    Проверить.")
    assert f"    {ASKED}\n" in _rolled(tmp_path, old)


def test_a_question_of_a_table_beside_has_no_comment(tmp_path: Path) -> None:
    (tmp_path / "план.csv").write_text("Мероприятие;Срок\nСлёт;30.04.2027\n", encoding="utf-8")
    roadmap = "приложение: {заголовок: П, дорожная карта: {мероприятия: план.csv}}"
    new = _rolled(tmp_path, HEAD.format(f"пункты: [Назначить.]\n{roadmap}"))
    assert "решить" not in new
    assert "план-new.csv" in new


def test_what_is_written_anew_has_its_questions_too(tmp_path: Path) -> None:
    shared = "{2027: &а до 01.06.2027}"
    activity = f"[{{мероприятие: Слёт 2025 года, по годам: {shared}, срок: *а}}]"
    path = tmp_path / "old.yaml"
    roadmap = f"приложение: {{дорожная карта: {{мероприятия: {activity}}}}}"
    path.write_text(HEAD.format(f"пункты: [Назначить.]\n{roadmap}"), encoding="utf-8")
    draft = files.open(path)
    rolled = roll(draft.order, 2028)
    new = tmp_path / "new.yaml"
    revision = files.revise(draft, path, rolled.changes, rolled.order, new, questions=rolled.questions)
    assert [finding.code for finding in revision.findings] == ["written-anew"]
    assert "# решить: «2025 года»" in new.read_text(encoding="utf-8")


@settings(max_examples=40)
@given(orders(), rollings)
def test_any_order_takes_its_questions_and_is_the_same_without_them(
    order: Order, options: dict[str, Any]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old, bare, asked = folder / "old.yaml", folder / "bare.yaml", folder / "asked.yaml"
        dump(order, old)
        rolled = roll(order, **options)
        draft = files.open(old)
        files.revise(draft, old, rolled.changes, rolled.order, bare)
        files.revise(draft, old, rolled.changes, rolled.order, asked, questions=rolled.questions)
        assert load(asked) == rolled.order
        text = asked.read_text(encoding="utf-8")
        assert without_comments(Source(name="", text=text)) == bare.read_text(encoding="utf-8")
        assert text.count("# решить: «") >= len({_place(question) for question in rolled.questions})


def _place(question: Question) -> str:
    return " ".join(f"{question.words} {question.what} {question.why}".split())
