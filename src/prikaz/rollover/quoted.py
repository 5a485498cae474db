"""New wordings of other acts in the new year: nothing in a quotation moves, all is asked about."""

from __future__ import annotations

from typing import Final

from prikaz.findings import Path
from prikaz.language.time.times import find_times
from prikaz.model.blanks import YEARS
from prikaz.rollover.outcome import Question, RollLog
from prikaz.rollover.tables.columns import YearTable, print_years, years_of
from prikaz.rollover.texts.rolling import ask_years
from prikaz.rollover.texts.verdicts import Ask

_QUOTED: Final = Ask("решите, переносить ли", "стоит в новой редакции другого акта")
_COLUMNS: Final = "проверьте годы граф"


def ask_quoted(text: str, path: Path) -> RollLog:
    """A question for each date and each year of a quoted text, which is left as it is."""
    times = [time for time in find_times(text) if time.years]
    questions = [
        Question(path=path, words=time.text, what=_QUOTED.what, why=_QUOTED.why, at=time.start)
        for time in times
    ]
    questions += (
        year
        for year in ask_years(text, path, _QUOTED)
        if not any(time.start <= (year.at or 0) < time.end for time in times)
    )
    return RollLog(questions=tuple(questions))


def ask_quoted_columns(table: YearTable, path: Path) -> RollLog:
    """A question about the columns by year of a quoted table, if it has any."""
    years = years_of(table)
    if not years:
        return RollLog()
    words = print_years(years)
    return RollLog(questions=(Question(path=(*path, YEARS), words=words, what=_COLUMNS, why=_QUOTED.why),))
