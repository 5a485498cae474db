"""What counts from a year: anniversaries, ages, ordinals of yearly events, and years and decades with a name.

«82-я годовщина» is the 83rd a year later, «XV районный конкурс» the XVIth if
there is one a year, and the year after «Год семьи» is another's. None moves by
itself; each is asked about. «1-й класс», «III место», «первый этап» and
«7-летний» count no years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from prikaz.errors import LanguageError
from prikaz.language.numbers.numerals import choose_form
from prikaz.language.numbers.ordinals import FIGURED_ORDINAL, SPELLED_ORDINAL, shift_ordinal
from prikaz.language.words.spelling import fold_letters
from prikaz.rollover.texts.verdicts import Ask


class Counted(NamedTuple):
    """Words that count from a year (отсчёт от года).

    Attributes:
        start: Place of the first character.
        text: The words.
        ask: What to ask.
        proposal: The words of the new year; "" when they are not known.
    """

    start: int
    text: str
    ask: Ask
    proposal: str


_ANNIVERSARY: Final = "считается от года события"
_YEARLY: Final = "номер растёт, если событие каждый год"
_NAMED_YEAR: Final = Ask("замените название года или уберите", "год с названием объявляют на один год")
_NAMED_DECADE: Final = Ask("проверьте, идёт ли оно ещё", "десятилетие с названием объявляют на десять лет")

# Compiled on first use, behind a look for the words without which there is nothing to find.
_LOOK: Final = (
    r"(?i)годовщин|лети|летн|\bлет\b|\bгод|слёт|слет|конкурс|фестивал|спартакиад|олимпиад|конференци|форум|съезд"
    r"|чемпионат|первенств|турнир|\bигр|чтени|марафон|выставк|ярмарк|смотр|кросс|куб[ок]|пробег|праздник|\bбал|эстафет"
    r"|соревнован|состязан|викторин|ассамбле|симпозиум|конгресс|акци|универсиад|юбиле|парад|экспедици"
)
_NUMBER: Final = r"(?<![\w.,/–-])(?:1[0-8]\d\d|\d{1,3})"
#: An adjective; the words that look like one and are what is numbered are none.
_ADJECTIVE: Final = (
    r"(?!(?i:этап|тур|мест|тем|дн|раз|смен|групп|отряд|заезд|поток))[А-Яа-яЁё-]*[а-яёА-ЯЁ]"
    r"(?i:[ыои]й|[ая]я|[ое]е|[ое]го|[ое]му|[ыи]м|[ое]м|[ую]ю|ей|[ыи]х|[ыи]ми|[ыи]е)"
)
_FEMININE: Final = (
    r"(?:спартакиад|олимпиад|конференци|выставк|ярмарк|эстафет|викторин|ассамбле|акци|универсиад|экспедици|годовщин"
    r"|игр(?=ы?\b|ах\b|ам))"
)
_EVENT: Final = (
    r"(?i:(?![а-яё-]*н(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ом|ых|ыми)\b)(?:[а-яё]+-)*"
    rf"(?:{_FEMININE}|слёт|слет|конкурс|фестивал|форум|съезд|чемпионат|первенств|турнир|чтени|марафон|смотр|кросс|кубо?к"
    r"|пробег|праздник|бал(?=а?\b|у\b|ом\b|е\b)|соревновани|состязани|симпозиум|конгресс|юбиле|парад)"
    r"[а-яё]*(?:-[а-яё]+)*)"
)
_ORDINAL: Final = rf"(?P<ordinal>{FIGURED_ORDINAL}|{SPELLED_ORDINAL})"
_SINGULAR: Final = r"(?i)[а-яё]{3,}(?:ого|ему|ему|ом|ем|ое|ье|ому|ым|им)$"
_NUMBERED: Final = rf"{_ORDINAL}\s+(?:{_ADJECTIVE}[,]?\s+){{0,6}}?[«\"]?(?P<event>{_EVENT})"
_BARE_ANNIVERSARY: Final = rf"(?P<number>{_NUMBER})\s+(?:{_ADJECTIVE}\s+){{0,2}}(?i:годовщин|юбиле)[а-яё]*"
_JUBILEE: Final = (
    rf"(?P<number>{_NUMBER})\s?-?\s?(?i:лети(?:е|я|ю|ем|и|ями?|ях)\b|летн[а-яё]+\s+(?:юбиле|годовщин)[а-яё]*)"
)
_SINCE: Final = (
    r"(?i:(?:велик[а-яё]+\s+)?побед|со\s+дня|с\s+(?:момента|начала|даты|года)|назад\b|(?:образовани|создани|основани)[а-яё]+"
    r"|школ[еы]\b|район[уа]\b|город[уа]\b|сел[уа]\b|пос[её]лк[уа]\b|област[и]\b|кра[юя]\b|детск[а-яё]+\s+сад[уа]\b)"
)
_AGE: Final = (
    rf"(?P<number>{_NUMBER})(?P<gap>\s+)(?:лет|года?)(?=\s+{_SINCE})"
    rf"|(?i:(?<=исполняется )|(?<=исполнится )|(?<=исполнилось )|(?<=исполнением )"
    r"|(?<=Победе – )|(?<=Победе - )|(?<=Победе — )|(?<=школе – )|(?<=району – ))"
    rf"(?P<number2>{_NUMBER})(?P<gap2>\s+)(?:лет|года?)\b"
)
#: «До 15 лет», «в течение 3 лет»: how old or how long, not since when.
_LIMITED: Final = (
    r"(?i)(?:\bдо|\bот|\bс|\bза|через|старше|младше|течение|более|менее|позднее|свыше|сроком на|срок)\s+$"
)
_UNIT_WORDS: Final = "одно двух трех четырех пяти шести семи восьми девяти"
_TENS: Final = {
    "десяти": 10,
    "двадцати": 20,
    "тридцати": 30,
    "сорока": 40,
    "пятидесяти": 50,
    "шестидесяти": 60,
    "семидесяти": 70,
    "восьмидесяти": 80,
    "девяносто": 90,
    "сто": 100,
    "двухсот": 200,
    "трехсот": 300,
}
_UNITS: Final = dict(zip(_UNIT_WORDS.split(), range(1, 10), strict=True))
_SPELLED_JUBILEE: Final = (
    rf"(?i:\b(?P<tens>{'|'.join(_TENS)}|трёхсот)?(?P<units>{'|'.join(_UNITS)}|трёх|четырёх)?лети)"
    r"(?P<ending>е|я|ю|ем|и)\b"
)
#: What stands before an anniversary: «к столетию школы»; «в последние десятилетия» is none.
_CELEBRATED: Final = r"(?i)(?:\bк|\bо|\bс|\bсо|честь|празднован[а-яё]+|посвящ[её]нн[а-яё]+)\s+$"
#: What follows «год» as a word of its own: «год рождения», «год ввода».
_PLAIN: Final = (
    r"(?:рождени|ввод|выпуск|издани|окончани|начал|постройк|проведени|реализаци|создани|основани|обучени|открыти|поступлени"
    r"|регистраци|приобретени|завершени|присвоени|планировани|отч[её]т|исполнени|действи|оценк|награждени|установк|последн"
    r"|назад|был|стал|план|проект|программ|работ|финансировани|строительств|(?:от|до|по|на|не|и|с|в|за|для)\b)"
)
_THEME: Final = (
    r"(?:семьи|педагога|учител|экологи|театра|наук|культур|литератур|кино|добровольц|волонт[её]р|памяти|здоровья|защитник"
    r"|единств|молод[её]ж|детства|реб[её]нк|спорт|истори|русского|родного|чтения|музык|космонавтик|народн|предпринимател)"
)
_PHRASE: Final = (
    r"[А-Яа-яё-]+(?:\s+[А-Яа-яё-]{3,}(?:а|я|ы|и|ов|ев|ей|ого|его|ой|ых|их)\b)?(?:\s+и\s+[а-яё-]{4,})?"
)
_YEAR_OF: Final = (
    rf"(?<=[\s«\"(–-])(?<!\d )Год(?:а|у|ом|е)?\s+(?!{_PLAIN}){_PHRASE}"
    rf"|\bГод(?:а|у|ом|е)?\s+(?={_THEME}){_PHRASE}"
    rf"|\bГОД(?:А|У|ОМ|Е)?\s+(?i:(?={_THEME})[а-яё-]+)"
)
_DECADE_OF: Final = r"\bДесятилети(?:е|я|ю|ем|и)\s+[а-яё]+(?:\s+и\s+[а-яё]+)?"


def find_counted(text: str, years: int) -> tuple[Counted, ...]:
    """What in a text counts from a year, with what it would be that many years later.

    >>> [(item.text, item.proposal) for item in find_counted("О 82-й годовщине и XV районном конкурсе", 1)]
    [('82-й годовщине', '83-й годовщине'), ('XV районном конкурсе', 'XVI районном конкурсе')]
    """
    if not re.search(_LOOK, text):
        return ()
    found: list[Counted] = []
    for item in _candidates(text, years):
        end = item.start + len(item.text)
        if not any(item.start < other.start + len(other.text) and other.start < end for other in found):
            found.append(item)
    return tuple(sorted(found, key=lambda item: item.start))


def _candidates(text: str, years: int) -> Iterator[Counted]:
    for match in re.finditer(_NUMBERED, text):
        yield from _numbered(match, years)
    for pattern in (_BARE_ANNIVERSARY, _JUBILEE):
        for match in re.finditer(pattern, text):
            rest = match[0][len(match["number"]) :]
            yield _anniversary(match, f"{int(match['number']) + years}{rest}")
    for match in re.finditer(_AGE, text):
        if not re.search(_LIMITED, text[: match.start()]):
            yield _age(match, years)
    for match in re.finditer(_SPELLED_JUBILEE, text):
        number = _spelled_number(match)
        if number and re.search(_CELEBRATED, text[: match.start()]):
            yield _anniversary(match, f"{number + years}-лети{match['ending']}")
    for pattern, ask in ((_YEAR_OF, _NAMED_YEAR), (_DECADE_OF, _NAMED_DECADE)):
        for match in re.finditer(pattern, text):
            yield Counted(match.start(), match[0], ask, "")


def _numbered(match: re.Match[str], years: int) -> Iterator[Counted]:
    """An ordinal with what it numbers; a bill is read «в первом чтении», Roman letters may be no number."""
    if match["event"].lower().startswith("чтен") and re.search(_SINGULAR, match["ordinal"]):
        return
    feminine = re.search(rf"(?i){_FEMININE}[а-яё]*(?:-[а-яё]+)*$", match["event"]) is not None
    try:
        ordinal = shift_ordinal(match["ordinal"], years, feminine=feminine)
    except LanguageError:
        return
    proposal = ordinal + match[0][len(match["ordinal"]) :]
    if re.search(r"(?i)годовщин|юбиле", match["event"]):
        yield _anniversary(match, proposal)
    else:
        yield Counted(match.start(), match[0], _asked(proposal, _YEARLY), proposal)


def _anniversary(match: re.Match[str], proposal: str) -> Counted:
    return Counted(match.start(), match[0], _asked(proposal, _ANNIVERSARY), proposal)


def _age(match: re.Match[str], years: int) -> Counted:
    number = int(match["number"] or match["number2"]) + years
    gap = match["gap"] or match["gap2"]
    proposal = f"{number}{gap}{choose_form(number, 'год', 'года', 'лет')}"
    return Counted(match.start(), match[0], _asked(proposal, _ANNIVERSARY), proposal)


def _asked(proposal: str, why: str) -> Ask:
    return Ask(f"решите, писать ли «{proposal}»" if proposal else "впишите новое число", why)


def _spelled_number(match: re.Match[str]) -> int:
    tens, units = (fold_letters(match[name] or "") for name in ("tens", "units"))
    return _TENS.get(tens, 0) + _UNITS.get(units, 0)
