"""What is not asked for is not loaded."""

import subprocess
import sys

import pytest

_NAMES = "from prikaz.language.names import Case, Sex, decline_name"
_DICTIONARY = "import sys; print('pymorphy3' in sys.modules)"


def _loads_dictionary(program: str) -> bool:
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; {_DICTIONARY}"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip() == "True"


@pytest.mark.parametrize(
    "program",
    [
        "import prikaz.language.names, prikaz.language.phrases",
        f"{_NAMES}; decline_name('Белова', 'Анна', 'Петровна', case=Case.DATIVE)",
        f"{_NAMES}; decline_name('Шевчук', 'И.', 'Л.', case=Case.DATIVE, sex=Sex.MALE)",
        "from prikaz.language.phrases import Case, decline_title; decline_title('методист', Case.NOMINATIVE)",
    ],
)
def test_ordinary_names_do_not_load_the_dictionary(program: str) -> None:
    assert not _loads_dictionary(program)


def test_a_position_loads_the_dictionary() -> None:
    assert _loads_dictionary(
        "from prikaz.language.phrases import Case, decline_title; decline_title('методист', Case.DATIVE)"
    )
