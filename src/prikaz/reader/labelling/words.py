"""The words by which requisites are known, whatever they look like (слова реквизитов)."""

from __future__ import annotations

import re
from typing import Final

from prikaz.language.time.dates import MONTH
from prikaz.language.words.spelling import CAPITALS, SMALL

#: «П Р И К А З», «п р и к а з ы в а ю :»
_SPACED_WORD: Final = re.compile(
    rf"(?<![\w.])(?:[{CAPITALS}{SMALL}][ \u00a0]){{3,}}[{CAPITALS}{SMALL}](?!\w)"
)
_GAPS: Final = re.compile(r"\s+")

_DIRECTIVE: Final = r"приказ|постановление|распоряжение|решение"
KIND: Final = re.compile(
    rf"^[«\"]?(?P<draft>проект\s+)?(?P<kind>{_DIRECTIVE})(?P<ending>а|я)?[»\"]?(?P<rest>(?=\W|$).*)$",
    re.IGNORECASE,
)
#: Kinds of documents that stand without an order, and how their titles begin.
STANDALONE: Final = re.compile(
    r"^[«\"(]?(?P<kind>план|дорожная\s+карта|комплекс\s+мер|программа|график|положение"
    r"|порядок|правила|инструкция"
    r"|перечень)\b[»\")]?(?P<rest>.*)$",
    re.IGNORECASE,
)
#: «года», «г.»: not the «г.» of a town, «г. Заречный».
_OF_YEAR: Final = rf"(?:года?\b\.?|г(?:\.|\b(?!\.))(?!\s*(?-i:[{CAPITALS}][{SMALL}])))"
_YEAR: Final = rf"(?:_*(?:19|20)?\d\d_*|20_+|_{{2,}})\s*{_OF_YEAR}?(?:\s?г\.(?!\s*\w))?"
_DAY: Final = r"[«\"“]?\s*_*\d{1,2}_*\s*[»\"”]?"
_DATE: Final = (
    rf"(?:{_DAY}\s*\.\s*\d{{1,2}}\s*\.\s*{_YEAR}|{_DAY}[\s_]*{MONTH}[\s_]*{_YEAR}"
    rf"|[«\"“]\s*_*\d{{1,2}}_*\s*[»\"”][\s_]*\d{{1,2}}[\s_]*{_YEAR}"
    rf"|[«\"“]?\s*_+\s*[»\"”]?[\s._]*(?:{MONTH}|_+)?[\s._]*{_YEAR}|_{{2}}\.__\.{_YEAR}|_{{5,}})"
)
DATE: Final = re.compile(_DATE, re.IGNORECASE)
_NUMBER_SIGN: Final = r"(?:№|N[oо]?\.?(?=[\s\d_-]))"
_NUMBER: Final = (
    rf"{_NUMBER_SIGN}\s*(?:[-–‑]?\s*[\w/.\-–‑]*[\d_][\w/.\-–‑]*(?:\s*[-–‑]\s*[{SMALL}]{{1,3}}\b)?)?"
)
NUMBER: Final = re.compile(_NUMBER)
#: A line of a date, a number or both, and nothing else.
REGISTRATION: Final = re.compile(
    rf"^(?:от\b\.?|«?от»?)?[\s_]*(?:(?:{_DATE})[\s_,]*(?:{_NUMBER})?"
    rf"|(?:{_NUMBER})[\s_,]*(?:(?:от\b)?\s*{_DATE})?)"
    r"[\s_.]*$",
    re.IGNORECASE,
)
#: A line of one requisite is not longer.
_LONGEST: Final = 300
#: A blank, typed with spaces or without.
_BLANKS: Final = re.compile(r"_[_ \u00a0]*_")
#: «Дата: 12.03.2027 Номер: 5», «Рег. № 5».
_NAMED_FACTS: Final = re.compile(
    r"\b(?:дата|номер|рег(?:истрационный|\.)?)\s*:?\s*(?=[№\d«_]|$)", re.IGNORECASE
)
#: Where the date or the number of an act begins, somewhere in a line.
REGISTERED: Final = re.compile(rf"\bот\s+(?:{_DATE})|{_NUMBER_SIGN}\s*\S*\d", re.IGNORECASE)
#: Words and abbreviations of settlements, as the place of an act begins.
_SETTLEMENT: Final = (
    r"(?:г|гор|с|п|пос|х|ст|д|а)\.|(?:город|село|(?:рабочий\s+)?пос[её]лок|хутор|станица|ст-ца|деревня|аул)\s"
    r"|р\.?\s?п\.|рп\s|(?:пгт|мкр)\b\.?"
)
PLACE: Final = re.compile(
    rf"^(?:{_SETTLEMENT})\s*[«\"]?(?-i:[{CAPITALS}])[\w\s.\-«»\"()]{{1,60}}$", re.IGNORECASE
)
#: A place somewhere in a line with a date and a number.
_NAMED: Final = rf"[{CAPITALS}][{SMALL}]+"
PLACE_INSIDE: Final = re.compile(rf"(?:^|(?<=\s))(?:{_SETTLEMENT})\s*{_NAMED}(?:[\s-]{_NAMED})*")
DRAFT_MARK: Final = re.compile(r"^[«\"(]?проект[»\")]?$", re.IGNORECASE)
_APPROVAL: Final = re.compile(
    r"^[«\"]?(?:утверждаю|утвержд[её]н[аоы]?|принят[аоы]?)[»\"]?\s*:?$", re.IGNORECASE
)
_STAMP: Final = (
    r"утверждаю|утвержд[её]н[аоы]?|согласован[аоы]?|принят[аоы]?|рассмотрен[аоы]?|одобрен[аоы]?"
    r"|введен[аоы]?\s+в\s+действие"
)
STAMP: Final = re.compile(rf"^[«\"]?(?:{_STAMP})[»\"]?\s*:?$", re.IGNORECASE)
#: The same with what follows in one line: «УТВЕРЖДАЮ: Директор школы», «Рассмотрено на заседании».
_STAMP_WITH: Final = re.compile(
    rf"^[«\"]?(?:УТВЕРЖДАЮ|(?-i:[«\"]?Утверждаю)|СОГЛАСОВАНО|ПРИНЯТО|РАССМОТРЕНО)[»\"]?\s*:?\s*[{CAPITALS}]"
)
CONTACTS: Final = re.compile(
    r"\bИНН\b|\bОГРН\b|\bОКПО\b|\bКПП\b|\bБИК\b|@|\bтел(?:ефон|\.|/)|\bфакс|\be-?mail\b"
    r"|\bwww\.|https?:|^\d{6}\b|,\s*\d{6}\b"
    r"|\bул\.\s|\bпр-т\b|\bпросп\.",
    re.IGNORECASE,
)
HEADING: Final = re.compile(rf"^[«\"\[(]?(?:О|Об|ОБ|О б|Обо)\s+(?=[{CAPITALS}{SMALL}«\"\d])")
#: «Обутверждении»: the space was lost.
GLUED_HEADING: Final = re.compile(r"^Об(?:утвержд|организ|измен|итог|обесп|отмен)")
PREAMBLE: Final = re.compile(
    r"^(?:В\s+(?:соответствии|связи|целях|порядке|рамках|исполнение|развитие)|Во\s+исполнение"
    r"|На\s+основании|Руководствуясь"
    r"|С\s+целью|С\s+уч[её]том|Согласно|Рассмотрев|Учитывая|По\s+(?:итогам|результатам"
    r"|согласованию)|Заслушав|Исполняя"
    r"|Принимая\s+во\s+внимание|Для\s|В\s+уч[её]т|Исходя\s+из|За\s+(?:многолетн|добросовест|высок|активн))"
)
_VERBS: Final = (
    r"приказываю|приказывает|приказываем|приказывают|постановляю|постановляет|постановляют"
    r"|постановил[аи]?|распоряжаюсь|распоряжается|решил[аи]?"
    r"|решает|решили|обязываю|предлагаю|устанавливаю|устанавливает|определил[аи]?"
)
OPERATIVE: Final = re.compile(
    rf"^[–—-]?\s*(?:{_VERBS})\s*:?$|^(?!утверждаю)(?-i:[{CAPITALS}]{{3,}}(?:Ю|ЕТ|ЮТ|ТЬ|СЬ))\s*:$",
    re.IGNORECASE,
)
ENDS_OPERATIVE: Final = re.compile(rf"(?:^|[\s,.–-])(?:{_VERBS})\s*:?\s*$", re.IGNORECASE)
ANNEX: Final = re.compile(
    rf"^[«\"]?приложени[ея]\s*(?:{_NUMBER_SIGN}?\s*\d{{1,3}}(?:\.\d+)?)?[»\"]?\s*[.:,]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
#: What may follow the word in the same line of a mark.
ANNEX_REST: Final = re.compile(rf"^(?:к|ко)\s|^(?:утвержд[её]н|от\b|{_NUMBER_SIGN})", re.IGNORECASE)
#: A line that goes on with a mark over an annex.
MARK_LINE: Final = re.compile(
    rf"^(?:к|ко)\s+[{CAPITALS}{SMALL}]|^(?:от\b|{_NUMBER_SIGN})|^утвержд[её]н[аоы]?\b"
    rf"|^(?:приказом|постановлением|распоряжением"
    r"|решением|протоколом|приказу|постановлению|распоряжению|решению)\b",
    re.IGNORECASE,
)
APPROVED: Final = re.compile(r"^[«\"]?утвержд[её]н[аоы]?\b", re.IGNORECASE)

#: What stands before a clause, typed: «1.», «1.2.3», «2)», «а)», «–», «Глава 1.», «Статья 2», «IV.».
TYPED_NUMBER: Final = re.compile(
    rf"^(?:(?P<date>\d{{1,2}}\.\d{{1,2}}\.(?:19|20)?\d\d\b)"
    rf"|(?P<number>(?:(?:§|№|[Пп]\.|(?:Пункт|ПУНКТ)\s)\s*)?\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}(?:\s?[.)/]+|(?<=\.\d)(?=\s)"
    rf"|(?<=\.\d\d)(?=\s)|(?=\s{{2,}}[{CAPITALS}])))(?=[\s{CAPITALS}«\"])\s*"
    rf"|(?P<paragraph>§\s*\d{{1,3}}\.?)\s+|(?P<bracketed>\(\d{{1,3}}\))\s+"
    rf"|(?P<letter>[{SMALL}]\)|[{CAPITALS}]\)|[{SMALL}]\.(?=\s+[{SMALL}{CAPITALS}]))\s*"
    rf"|(?P<dash>[-–—•·●▪*])\s*(?=[{CAPITALS}{SMALL}«\"\d])"
    rf"|(?P<roman>[IVXLCХ]{{1,6}}[.)])\s*(?=[{CAPITALS}«\"])"
    r"|(?P<chapter>(?:Глава|ГЛАВА|Раздел|РАЗДЕЛ|Статья|СТАТЬЯ)\s+(?:\d{1,3}|[IVXLC]{1,6})\.?)\s*)"
)
#: A number that stands alone on its line, above its text.
_LONE_NUMBER: Final = re.compile(r"^(?:§\s*\d{1,3}\.?|(?:Пункт|ПУНКТ|п\.)\s*\d{1,3}\.?|\d{1,3}[.)])$")
#: The number of a page that a scanner has left between the lines.
PAGE_NUMBER: Final = re.compile(r"^[-–—]?\s?\d{1,3}\s?[-–—]?$")
CONTENTS: Final = re.compile(r"^(?:оглавление|содержание)\s*:?$", re.IGNORECASE)
CONTENTS_LINE: Final = re.compile(r"^.{3,200}?(?:\t+|\s*\.{3,}|\s*…+)\s*\d{1,3}$")
#: What stands under a blank in small print.
HINT: Final = re.compile(
    r"^(?:\((?:личная\s+)?(?:подпись|дата|ф\.?\s?и\.?\s?о\.?|расшифровка|инициалы|должность)[^()]{0,60}\)\s*)+$",
    re.IGNORECASE,
)
AMENDED: Final = re.compile(r"^список\s+изменяющих\s+документов", re.IGNORECASE)

_INITIAL: Final = rf"[{CAPITALS}]\s?\.?"
_SURNAME_PART: Final = rf"(?:[{CAPITALS}][{SMALL}]+|[{CAPITALS}]{{3,}})"
_SURNAME: Final = rf"{_SURNAME_PART}(?:\s?[-–]\s?{_SURNAME_PART})?"
_PATRONYMIC: Final = rf"[{CAPITALS}][{SMALL}]+(?:ович|евич|ична|овна|евна|ич|инична)"
NAME: Final = re.compile(
    rf"(?:{_INITIAL}\s?(?:{_INITIAL}\s?)?{_SURNAME}"
    rf"|{_SURNAME}\s{{1,3}}[{CAPITALS}]\.\s?(?:[{CAPITALS}]\s?\.?)?"
    rf"|{_SURNAME}\s+[{CAPITALS}][{SMALL}]+\s+{_PATRONYMIC}"
    rf"|[{CAPITALS}][{SMALL}]+\s+{_PATRONYMIC}\s+{_SURNAME})"
)
#: A line that ends in a name: what stands before it, and the name.
_ENDS_NAME: Final = re.compile(
    rf"^(?P<before>.*?)(?:^|[\s_/.,(]+|(?<=[{SMALL}»\")]))(?P<name>{NAME.pattern})[\s/)_]*$"
)
#: Positions as a signature has them, in the nominative.
_OFFICIAL: Final = (
    r"директор|глава|заведующ(?:ий|ая)|зав\.|начальник|заместитель|зам\.|председатель"
    r"|руководитель|министр|ректор|и\.?\s?о\b\.?"
    r"|врио|вр\.?\s?и\.?\s?о\b\.?|исполняющ(?:ий|ая)|временно\s+исполняющ|губернатор|мэр"
    r"|управляющ(?:ий|ая)|президент|секретарь"
    r"|старост|атаман|главн(?:ый|ая)|первый\s+заместитель|командир|декан|проректор|специалист"
    r"|методист|консультант|советник"
    r"|ведущий|старший|врач|бургомистр|индивидуальный\s+предприниматель|ответственный|председательствующий"
)
OFFICIAL: Final = re.compile(rf"^[«\"]?(?:{_OFFICIAL})(?!\w)", re.IGNORECASE)

GROUNDS: Final = re.compile(r"^основани[ея]\s*:", re.IGNORECASE)
ACKNOWLEDGEMENT: Final = re.compile(
    r"^(?:с\s+(?:настоящим\s+)?(?:приказом|постановлением|распоряжением|решением|положением"
    r"|планом)\b.{0,120}?ознакомлен|ознакомлен"
    r"|лист\s+ознакомления)",
    re.IGNORECASE,
)
ENDORSEMENT: Final = re.compile(r"^[«\"]?(?:согласован[оы]|визы)[»\"]?\s*:?", re.IGNORECASE)
DISTRIBUTION: Final = re.compile(
    r"^(?:разослать|рассылка|разослано|расч[её]т\s+рассылки|список\s+рассылки)\b", re.IGNORECASE
)
INTRODUCED: Final = re.compile(r"^проект\s+(?:вносит|вносят|внес[её]н)", re.IGNORECASE)
COPY: Final = re.compile(r"^(?:копия\s+)?верн[оа]\b\s*:?|^копия\s+верна", re.IGNORECASE)
SEAL: Final = re.compile(r"^\(?[МM]\s?\.?\s?[ПP]\s?\.?\)?$", re.IGNORECASE)
PREPARED: Final = re.compile(
    r"^(?:исп\.|испол?н(?:ил[аи]?|ител[ьи]|\.)?\b|подготов(?:ил[аи]?|лен[оа]?)\b"
    r"|(?:проект\s+)?(?:приказ|постановление|распоряжение|решение|проект)а?\s+"
    r"(?:подготов|исполн|состав))",
    re.IGNORECASE,
)
PHONE: Final = re.compile(
    r"тел(?:\.|ефон)|\+7|8\s?[-(]\s?\d{3,5}|\(\d{3,5}\)\s?\d|\b\d{1,3}-\d\d-\d\d\b|^\d{5,11}$", re.IGNORECASE
)
COPIES: Final = re.compile(r"^отп(?:ечатано|\.)\s", re.IGNORECASE)
E_SIGNATURE: Final = re.compile(
    r"^.{0,60}?электронной\s+(?:цифровой\s+)?подписью|^сертификат\b|^владелец\b|^действител[еь]н\b|^серийный\s+номер",
    re.IGNORECASE,
)
ACT_KIND: Final = re.compile(r"^(?:приказ|постановлени|распоряжени|решени|протокол)", re.IGNORECASE)


def unspaced(text: str) -> str:
    """A line with single spaces, and with words whose letters were spaced out joined.

    >>> unspaced("П Р И К А З"), unspaced("п р и к а з ы в а ю :"), unspaced("в  с. Ясное")
    ('ПРИКАЗ', 'приказываю:', 'в с. Ясное')
    """
    words = _SPACED_WORD.sub(lambda found: re.sub(r"\s", "", found[0]), text)
    line = _GAPS.sub(" ", words).strip()
    return re.sub(r"\s+:$", ":", line) if words != text else line


def is_stamp_word(line: str) -> bool:
    """Whether a line is the word of a stamp, alone or with its first line."""
    return STAMP.match(line) is not None or _STAMP_WITH.match(line) is not None


def is_approval(line: str) -> bool:
    """Whether a line is the word of a stamp that approves or accepts."""
    return _APPROVAL.match(line) is not None


def is_registration(line: str) -> bool:
    """Whether a line is a date, a number or both."""
    if len(line) > _LONGEST:
        return False
    blanks = _BLANKS.sub("__", _NAMED_FACTS.sub("", line))
    return REGISTRATION.match(blanks) is not None


def is_requisite(line: str) -> bool:
    """Whether a line is what an act has only once: its kind, its registration, a stamp, a mark."""
    return bool(
        is_stamp_word(line)
        or (is_registration(line) and any(char.isdigit() for char in line))
        or ((kind := KIND.match(line)) and not kind["rest"].strip() and line.isupper())
        or OPERATIVE.match(line)
        or (OFFICIAL.match(line) and ends_name(line))
        or is_annex_mark(line)
    )


def is_annex_mark(line: str) -> bool:
    """Whether a line begins a mark over an annex, by its words."""
    found = ANNEX.match(line)
    return found is not None and (not found["rest"] or ANNEX_REST.match(found["rest"]) is not None)


def ends_name(line: str) -> re.Match[str] | None:
    """What stands before the name that a line ends in, and the name; None for any other line."""
    return _ENDS_NAME.match(line) if len(line) <= _LONGEST else None


def is_lone_number(line: str) -> bool:
    """Whether a line is a number of a clause and nothing else: «§ 1», «Пункт 2.»."""
    return _LONE_NUMBER.match(line) is not None


def is_clause(number: str, line: str) -> bool:
    """Whether a line has a number, printed by Word or typed; a date at its beginning is none."""
    typed = TYPED_NUMBER.match(line)
    return bool(number) or (typed is not None and typed["date"] is None)
