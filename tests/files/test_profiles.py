"""Profiles of an office stand beside the data, and are read with the same care."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import files
from prikaz.errors import DataError, DataFault
from prikaz.language.time.dates import DateStyle
from prikaz.language.words.cases import Case
from prikaz.model import Initials, MarkPattern, OfficeProfile
from tests.files.conftest import SMALL, Open

PROFILE = """\
"инициалы в тексте" = "перед фамилией"
"знак номера приложения" = false
дата = "словами"          # 16 марта 2027 г.

[оформление]
шрифт = "PT Astra Serif"
слева = 25

["распорядительное слово"]
прописными = да

[словарь.формы]
"ясли-сад" = { род = "яслей-сада" }

[профили.совет]
гриф = "утверждён"

[профили.совет.оформление]
слева = 30
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_file_beside_the_data_is_used(open_text: Open) -> None:
    Path("prikaz.toml").write_text(PROFILE, encoding="utf-8")
    profile = open_text(SMALL).profile
    assert (profile.initials, profile.annex_number_sign) == (Initials.BEFORE, False)
    assert profile.date_style is DateStyle.WORDS
    assert (profile.layout.font, profile.layout.left) == ("PT Astra Serif", 25)
    assert profile.operative.capitals is True
    assert profile.dictionary.find("ясли-сад", Case.GENITIVE) == "яслей-сада"


def test_a_profile_goes_over_those_of_the_whole_office(open_text: Open) -> None:
    Path("prikaz.toml").write_text(PROFILE, encoding="utf-8")
    open_text(SMALL)
    profile = files.open("order.yaml", profile="Совет").profile
    assert (profile.mark, profile.initials) == (MarkPattern.APPROVED, Initials.BEFORE)
    assert (profile.layout.font, profile.layout.left) == ("PT Astra Serif", 30)


def test_a_profile_may_be_given_or_named_by_their_file(open_text: Open) -> None:
    Path("prikaz.toml").write_text(PROFILE, encoding="utf-8")
    Path("other.toml").write_text('гриф = "приложение и утверждён"', encoding="utf-8")
    open_text(SMALL)
    assert files.open("order.yaml", profile=OfficeProfile()).profile == OfficeProfile()
    assert files.open("order.yaml", profile="other.toml").profile == OfficeProfile(mark=MarkPattern.BOTH)


def test_without_a_file_the_usual_profile_holds(open_text: Open) -> None:
    assert open_text(SMALL).profile == OfficeProfile()


def faults_of(text: str, profile: str = "") -> tuple[DataFault, ...]:
    Path("prikaz.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        files.load_profile(Path("prikaz.toml"), profile)
    return caught.value.faults


def test_all_faults_of_a_profile_are_reported_by_line() -> None:
    faults = faults_of('грив = "приложение"\n[оформление]\nслева = "широко"\nшрефт = 1\n')
    assert [(fault.file, fault.line) for fault in faults] == [("prikaz.toml", line) for line in (1, 3, 4)]
    assert faults[0].hint == "возможно, «гриф»"


@pytest.mark.parametrize(
    ("layout", "place", "words"),
    [
        ("слева = -30", (2, "оформление → слева"), "слева -30 мм"),
        ("сверху = 101", (2, "оформление → сверху"), "сверху 101 мм"),
        ("слева = 70\nсправа = 61", (1, "оформление"), "тексту 79 мм"),
    ],
)
def test_margins_that_no_sheet_has_are_reported_where_they_stand(
    layout: str, place: tuple[int, str], words: str
) -> None:
    (fault,) = faults_of(f"[оформление]\n{layout}\n")
    assert (fault.line, fault.path) == place
    assert words in fault.message
    assert "мм" in fault.hint


def test_a_margin_of_nothing_is_a_margin(open_text: Open) -> None:
    Path("prikaz.toml").write_text("[оформление]\nслева = 0\n", encoding="utf-8")
    assert open_text(SMALL).profile.layout.left == 0


def test_what_is_no_toml_is_reported_by_line() -> None:
    (fault,) = faults_of('гриф = "приложение"\nзнак номера = нет\n')
    assert (fault.file, fault.line) == ("prikaz.toml", 2)


def test_a_profile_that_is_not_there_names_those_that_are() -> None:
    (fault,) = faults_of(PROFILE, "суд")
    assert "«суд»" in fault.message
    assert "совет" in fault.hint
