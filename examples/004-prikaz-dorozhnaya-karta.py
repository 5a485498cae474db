"""An order built by a program: a roadmap with a column a year and an indicator among its activities.

``python 004-prikaz-dorozhnaya-karta.py 004.docx`` writes the document.
"""

import sys
from datetime import date

import prikaz
from prikaz import (
    Act,
    Activity,
    Annex,
    Clause,
    Column,
    Issuer,
    Kind,
    Order,
    Person,
    Position,
    Roadmap,
    Signature,
)

YEARS = range(2027, 2032)
#: Share of children who have a mentor at the end of the year, in percent.
SHARES = {2027: 15, 2028: 30, 2029: 45, 2030: 60, 2031: 70}
#: Reports are due on 20 December; in 2031 it is a Saturday.
REPORTS = {year: date(year, 12, 20) for year in YEARS} | {2031: date(2031, 12, 19)}

BODY = "отдел образования администрации города Светлоборска"
METHODIST = Person(
    last="Никифорова",
    first="Дарья",
    middle="Романовна",
    position=Position(title="заведующий методическим кабинетом отдела образования"),
)


def build_order() -> Order:
    """The order: numbers of clauses and rows, cases and citations are left to the library."""
    return Order(
        kind=Kind.ORDER,
        # No lines of a letterhead: the order goes on a printed blank; the mark of the annex names the body.
        issuer=Issuer(name=BODY),
        date=date(2027, 8, 9),
        number="233",
        heading="О наставничестве в организациях дополнительного образования города Светлоборска",
        preamble=(
            "На основании {приказа министерство}, в целях поддержки одарённых детей "
            "и тех, кому нужна помощь в начале занятий"
        ),
        people={"методист": METHODIST},
        acts={
            "министерство": Act(
                kind="приказ",
                issuer="министерство образования Лесоозёрского края",
                date=date(2027, 7, 12),
                number="715",
                heading="О наставничестве в сфере дополнительного образования детей",
            )
        },
        clauses=clauses(),
        signatures=[
            Signature(
                position="Заместитель заведующего отделом образования администрации города Светлоборска",
                person=Person(last="Ермаков", first="Глеб", middle="Антонович"),
            )
        ],
        annexes=[
            Annex(
                key="карта",
                title=(
                    "Дорожная карта наставничества в организациях дополнительного образования "
                    "города Светлоборска на 2027–2031 годы"
                ),
                blocks=roadmap(),
            )
        ],
    )


def clauses() -> list[Clause]:
    """What is ordered; in braces: first the form, then the key."""
    return [
        Clause(
            text="Назначить ответственным за наставничество в организациях дополнительного образования "
            "города Светлоборска {вин методист}."
        ),
        Clause(
            text="Утвердить дорожную карту наставничества в организациях дополнительного образования "
            "города Светлоборска на 2027–2031 годы (далее – дорожная карта) ({приложение карта})."
        ),
        Clause(
            text="Руководителям организаций дополнительного образования:",
            clauses=[
                "до 17.09.2027 разработать и принять положение о наставничестве;",
                "назначить приказом организации ответственного за наставничество;",
                "подобрать наставников, обучить их и создать условия для их занятий с детьми;",
                f"представлять в {BODY} сведения в сроки, установленные дорожной картой.",
            ],
        ),
        Clause(text="Контроль за исполнением настоящего приказа оставляю за собой."),
    ]


def roadmap() -> Roadmap:
    """Six rows under a column a year; a year without a deadline stays blank."""
    always = dict.fromkeys(YEARS, "постоянно")
    return Roadmap(
        columns=[
            Column(key="номер"),
            Column(key="мероприятие", title="Основное мероприятие"),
            Column(key="годы", title="Сроки реализации", width=32),
        ],
        years=YEARS,
        activities=[
            Activity(
                title="Разработка положений о наставничестве",
                by_year={2027: "август – сентябрь 2027 г."},
            ),
            Activity(title="Рассказ детям и родителям о возможностях наставничества", by_year=always),
            Activity(title="Занятия детей с наставниками в кружках, секциях и студиях", by_year=always),
            Activity(
                title="Доля детей, занимающихся с наставником, от общего числа обучающихся",
                by_year={year: f"на 31.12.{year} – {target(year)}" for year in YEARS},
            ),
            Activity(
                title="Представление аналитической справки об итогах года",
                by_year=REPORTS,
            ),
            Activity(
                title="Городской конкурс «Мой наставник»",
                by_year={max(YEARS): date(max(YEARS), 10, 20)},
            ),
        ],
    )


def target(year: int) -> str:
    """Target of a year: at least so much, and in the last year more."""
    bound = "более" if year == max(YEARS) else "не менее"
    return f"{bound} {SHARES[year]} %"


if __name__ == "__main__":
    prikaz.render(build_order()).save(sys.argv[1] if len(sys.argv) > 1 else "004.docx")
