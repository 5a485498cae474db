"""Orders made at random of pieces that real orders are made of, and ways to roll them."""

from __future__ import annotations

from hypothesis import strategies as st

from prikaz import Activity, Annex, Field, Indicator, IndicatorTable, Order, Roadmap
from prikaz.model import Block, FieldKind
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
)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
values = st.dictionaries(st.integers(2024, 2031), st.sampled_from(["20", "не менее 30", "да"]), max_size=4)
by_year = st.dictionaries(st.integers(2024, 2031), st.lists(texts, min_size=1, max_size=2), max_size=3)


@st.composite
def orders(draw: st.DrawFn) -> Order:
    row = Activity(title=draw(texts), deadlines=[draw(texts)], by_year=draw(by_year), note=draw(texts))
    years = draw(st.lists(st.integers(2024, 2031), unique=True, max_size=4))
    shares = Indicator(name=draw(texts), targets=draw(values))
    blocks: list[Block] = [Roadmap(activities=[row]), IndicatorTable(years=years, indicators=[shares])]
    field = Field(value=draw(texts), kind=draw(st.sampled_from(FieldKind)))
    return make_order(
        fields={"поле": field},
        date=draw(st.sampled_from([None, "16.03.2027"])),
        year=2027,
        number=draw(st.sampled_from(["", "75"])),
        heading=f"{draw(texts)} {{поле}} {draw(texts)}",
        clauses=[draw(texts), "Контроль оставляю за собой."],
        annexes=[Annex(title=draw(texts), blocks=blocks)],
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
