"""Orders made at random of pieces that real orders are made of, and ways to roll them."""

from __future__ import annotations

from hypothesis import strategies as st

from prikaz import Activity, Annex, Clause, Column, Field, Indicator, IndicatorTable, Order, Roadmap, Table
from prikaz.model import Block, FieldKind, NewWording
from prikaz.rollover import Weekends, Window
from tests.makers import make_order

PIECES = (
    "до 26.03.2027",
    "не позднее 29 февраля 2028 г.",
    "в 2026/2027 учебном году",
    "на 2025–2030 годы",
    "на 2027 год",
    "по итогам 2026 года",
    "утверждённой в 2027 году",
    "приказ от 12.03.2026 № 2020 «О плане на 2027 год»",
    "ГОСТ Р 7.0.97-2016",
    "охватить 2027 человек",
    "«Игры-2027»",
    "в 12.2027",
    "{вин план2027}",
    "`2027`",
    "http://rayon.example/2027",
    "в пятницу, 20 декабря",
    "2027-А/2028",
    "не менее 20 %",
    "двадцатого августа две тысячи двадцать седьмого года",
    "; ",
    ", ",
    " и ",
    "\n",
    "2027",
    "с 01.12.2026 по 31.03.2027",
    "с `01.12.2026` по 31.03.2027",
    "тел. 202-2027",
    "82-й годовщины",
    "XV районный слёт",
    "Года семьи",
    "ко Дню матери, 28.11.2027,",
    "в субботу, 15 мая 2027 г.,",
    "1 250,0 тыс. рублей",
    "слова «до 01.06.2027» заменить",
    "дополнить абзацем «",
    "».",
    "по состоянию на 01.10.2027",
)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
values = st.dictionaries(st.integers(2024, 2031), st.sampled_from(["20", "не менее 30", "да"]), max_size=4)
HEADS = ("Мероприятие", "Срок", "Объём, руб.", "2027 год (план)", "Дата и номер", "№ п/п", "")
CELLS = ("2027", "2027, 2029", "2027,5", "01.06.2027", "14.12.30", "2027/2028", "Итого", "202-2027", "2019")
cells = st.one_of(st.sampled_from(CELLS), texts)
rows = st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=4)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A free table with a header, with columns alone, or with its heads in the first row."""
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=3, max_size=3, unique=True))
    match draw(st.sampled_from(["header", "columns", "rows"])):
        case "header":
            return Table(header=[heads], rows=draw(rows))
        case "columns":
            return Table(columns=[Column(key=head or "-") for head in heads], rows=draw(rows))
        case _:
            return Table(rows=[heads, *draw(rows)])


by_year = st.one_of(
    st.dictionaries(st.integers(2024, 2031), st.lists(texts, min_size=1, max_size=2), max_size=3),
    st.builds(
        lambda first, count, value: dict.fromkeys(range(first, first + count), value),
        st.integers(2025, 2028),
        st.integers(1, 4),
        st.sampled_from(["постоянно", ["до 1 июня", "до 1 декабря"], "12 школ", "до 31.12.2029"]),
    ),
    st.builds(
        lambda first, count, form: {year: form.format(year) for year in range(first, first + count)},
        st.integers(2025, 2028),
        st.integers(1, 4),
        st.sampled_from(["20.12.{}", "сентябрь {}", "на 31.12.{} – не менее 20 %"]),
    ),
)


@st.composite
def orders(draw: st.DrawFn) -> Order:
    other = {"Объём": draw(cells), "2027 год": draw(cells), "иное": draw(cells)}
    row = Activity(
        title=draw(texts), deadlines=[draw(texts)], by_year=draw(by_year), note=draw(texts), other=other
    )
    years = draw(st.lists(st.integers(2024, 2031), unique=True, max_size=4))
    shares = Indicator(name=draw(texts), targets=draw(values))
    blocks: list[Block] = [
        Roadmap(activities=[row], years=draw(st.sampled_from([(), tuple(sorted(dict(row.by_year)))]))),
        IndicatorTable(years=years, indicators=[shares]),
        draw(tables()),
    ]
    where = draw(st.sampled_from(["приложение", "пункт", "документ"]))
    wording = NewWording(blocks=[draw(texts)])
    field = Field(value=draw(texts), kind=draw(st.sampled_from(FieldKind)))
    return make_order(
        fields={"поле": field},
        date=draw(st.sampled_from([None, "16.03.2027"])),
        year=2027,
        number=draw(st.sampled_from(["", "75"])),
        heading=f"{draw(texts)} {{поле}} {draw(texts)}",
        clauses=[
            draw(texts),
            Clause(text="Утвердить:", blocks=blocks if where == "пункт" else (), clauses=["а"]),
            Clause(text=draw(texts), blocks=[wording]),
            "Контроль оставляю за собой.",
        ],
        blocks=blocks if where == "документ" else (),
        annexes=[Annex(title=draw(texts), blocks=blocks if where == "приложение" else ())],
    )


replies = st.one_of(
    st.sampled_from(
        ["оставить", "принять", "перенести", "23 мая 2028 г.", "«постоянно»", "не менее 40 %", "да"]
    ),
    st.dictionaries(st.integers(2027, 2035), st.sampled_from(["20", "оставить", "май"]), max_size=4),
)
rollings = st.fixed_dictionaries(
    {
        "to": st.integers(2027, 2033),
        "window": st.sampled_from(Window),
        "weekends": st.sampled_from(Weekends),
    }
)
