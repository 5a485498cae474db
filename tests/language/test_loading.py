"""What is not asked for is not loaded."""

import subprocess
import sys

import pytest

_NAMES = "from prikaz.language.names.declension import Case, Sex, decline_name"
_LOADED = "import sys; print(*({'dawg_python', 'pymorphy3'} & set(sys.modules)))"
_DECLINE = "from prikaz.language.phrases.declension import Case, decline_title"


def _loaded(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; {_LOADED}"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "program",
    [
        "import prikaz.language.names.declension, prikaz.language.phrases.declension",
        f"{_NAMES}; decline_name('Белова', 'Анна', 'Петровна', case=Case.DATIVE)",
        f"{_NAMES}; decline_name('Шевчук', 'И.', 'Л.', case=Case.DATIVE, sex=Sex.MALE)",
        f"{_DECLINE}; decline_title('методист', Case.NOMINATIVE)",
    ],
)
def test_ordinary_names_do_not_load_the_dictionary(program: str) -> None:
    assert not _loaded(program)


def test_words_of_the_dictionary_do_not_load_what_guesses_others() -> None:
    assert _loaded(f"{_DECLINE}; decline_title('методист', Case.DATIVE)") == {"dawg_python"}


def test_words_that_must_be_guessed_load_it() -> None:
    assert _loaded(f"{_DECLINE}; decline_title('тьютор', Case.DATIVE)") == {"dawg_python", "pymorphy3"}
