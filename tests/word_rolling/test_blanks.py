"""Date and number of the new document are blank wherever they stand; a blank has the year of the document."""

from __future__ import annotations

import pytest

from tests.word_rolling.rolling import write
from tests.word_rolling.typed import order, rolled, said_anew, typed

_CLAUSE = typed("1. Утвердить план слёта (приложение).")


def _annex(*mark: str) -> str:
    return "".join(map(typed, [*mark, "План слёта", "Сбор участников у школы."]))


def test_the_head_and_every_mark_get_blanks() -> None:
    made = rolled(order(_CLAUSE, behind=_annex("Приложение", "к приказу от 16.03.2027 № 75")))
    assert said_anew(made) == ["__.__.2028\t№ ____", "к приказу от __.__.2028 № ____"]


def test_the_year_of_a_blank_moves_with_the_document() -> None:
    made = rolled(order(_CLAUSE, behind=_annex("Приложение", "к приказу от __.__.2027 № ____")))
    assert said_anew(made) == ["__.__.2028\t№ ____", "к приказу от __.__.2028 № ____"]


def test_blanks_of_one_year_move_to_the_next() -> None:
    made = rolled(order(_CLAUSE, behind=_annex("Приложение", "к приказу от 16.03.2027 № 75")))
    assert said_anew(write(made.accepted)) == ["__.__.2029\t№ ____", "к приказу от __.__.2029 № ____"]


def _stamp(day: str) -> str:
    return "".join(
        map(typed, ["УТВЕРЖДАЮ", "Директор школы", "_________ П.С. Иванов", day, "План слёта", "Сбор."])
    )


def test_the_year_in_the_blank_of_a_stamp_moves() -> None:
    made = rolled(order(_CLAUSE, behind=_stamp("«___» _________ 2027 г.")))
    assert said_anew(made) == ["__.__.2028\t№ ____", "«___» _________ 2028 г."]


@pytest.mark.parametrize("blank", ["«___» _________ 20__ г.", "__.__.2026"])
def test_a_blank_without_the_year_of_the_document_stays(blank: str) -> None:
    made = rolled(order(_CLAUSE, behind=_stamp(blank)))
    assert said_anew(made) == ["__.__.2028\t№ ____"]


def test_a_mark_of_another_act_stays() -> None:
    mark = _annex("Приложение", "к постановлению администрации района от 16.03.2027 № 9")
    assert said_anew(rolled(order(_CLAUSE, behind=mark))) == ["__.__.2028\t№ ____"]
