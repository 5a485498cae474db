import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz.language.time.dates import MONTHS_GENITIVE
from prikaz.language.typography import typeset


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        # «_» stands for the no-break space
        ("приказ № 75", "приказ №_75"),
        ("приказ №75", "приказ №_75"),
        ("№Р-145", "№_Р-145"),
        ("№ п/п", "№_п/п"),
        ("А.П. Белов", "А.П._Белов"),
        ("А. П. Белов", "А._П._Белов"),
        ("Белов А.П.", "Белов_А.П."),
        ("Белов А. П., директор", "Белов_А._П., директор"),
        ("на заместителя С.В. Белову", "на заместителя С.В._Белову"),
        ("Директору А.П. Белову", "Директору А.П._Белову"),
        ("назначить Белову А.П. Контроль оставляю", "назначить Белову_А.П. Контроль оставляю"),
        ("16 марта 2027 г.", "16_марта 2027_г."),
        ("«16» марта 2027 года", "«16»_марта 2027_года"),
        ("16.03.2027 г.", "16.03.2027_г."),
        ("в 2027 году", "в 2027_году"),
        ("2027/28 учебного года", "2027/28_учебного года"),
        ("в 2027 г. Отдел", "в 2027_г. Отдел"),
        ("20%", "20_%"),
        ("20 %", "20_%"),
        ("п. 3, п. 2.1, ст. 5, ч. 1", "п._3, п._2.1, ст._5, ч._1"),
        ("гл. IV", "гл._IV"),
        ("г. Заречный, ул. Мира, д. 5", "г._Заречный, ул._Мира, д._5"),
        ("р.п. Сосны, с. Ключи", "р.п._Сосны, с._Ключи"),
        ("5 000 руб.", "5_000_руб."),
        ("25 чел., 3 экз.", "25_чел., 3_экз."),
    ],
)
def test_what_belongs_together_stays_on_one_line(typed: str, printed: str) -> None:
    assert typeset(typed) == printed.replace("_", "\u00a0")


@pytest.mark.parametrize(
    "word",
    [
        *MONTHS_GENITIVE,
        *("руб.", "коп.", "тыс. руб.", "млн руб.", "млрд руб.", "процентов", "баллов", "чел.", "экз.", "шт."),
        *("кг", "км", "кв. м", "куб. м", "см", "мм", "га", "м", "т", "л", "ч", "мин.", "сек."),
    ],
)
def test_a_figure_stays_with_its_month_or_unit_whichever_it_is(word: str) -> None:
    assert typeset(f"за 2 {word}").startswith(f"за 2\u00a0{word[:2]}")


@pytest.mark.parametrize("word", ["г.", "гг.", "год", "года", "учебного года"])
def test_a_year_stays_with_the_word_for_it(word: str) -> None:
    assert typeset(f"в 2027 {word}").startswith(f"в 2027\u00a0{word}")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('школа "Радуга"', "школа «Радуга»"),
        ('ООО "Фирма "Заря""', "ООО «Фирма «Заря»»"),
        ('""А" и Б"', "««А» и Б»"),
        ("“Школа” и „Дом“", "«Школа» и «Дом»"),
        ('«План "Лето"»', "«План «Лето»»"),
        ('("Радуга")', "(«Радуга»)"),
        ('экран 15" и 17"', 'экран 15" и 17"'),
        ("об'ект", "об'ект"),
    ],
)
def test_quotation_marks_become_angular(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("план - основа", "план_– основа"),
        ("план — основа", "план_– основа"),
        ("2027-2029 годы", "2027–2029_годы"),
        ("2027 - 2029 годы", "2027–2029_годы"),
        ("август- сентябрь", "август–сентябрь"),
        ("Февраль-апрель", "Февраль–апрель"),
        ("I - III кварталы", "I–III кварталы"),
        ("1-15 октября", "1–15_октября"),
        ("1-4 классы", "1–4 классы"),
        ("15-20 %", "15–20_%"),
        ("сентябрь 2027 г. - май 2028 г.", "сентябрь 2027_г._– май 2028_г."),
        ("01.06.2027 - 30.06.2027", "01.06.2027_– 30.06.2027"),
        ("школа-интернат", "школа-интернат"),
        ("ФГОС-2021", "ФГОС-2021"),
        ("15-10 %", "15-10_%"),
    ],
)
def test_a_hyphen_becomes_a_dash_only_where_a_dash_belongs(typed: str, printed: str) -> None:
    assert typeset(typed) == printed.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("12.5 %", "12,5_%"), ("1.5 кг", "1,5_кг"), ("0.5%", "0,5_%"), ("2.5 млн", "2,5_млн")],
)
def test_a_surely_decimal_point_becomes_a_comma(typed: str, printed: str) -> None:
    assert typeset(typed) == printed.replace("_", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "https://edu.example/2027-2029/%20?q=1.5%",
        "www.example.org/a-b",
        "otdel@zarechny.example",
        "zarechny.edu.ru/2027-2028",
        "отдел.рф",
        "план-2027-2029.docx",
        "+7 900 123-45-67",
        "8 (48100) 2-13-45",
        "8 900 123 45 67",
        "9-54-32",
        "01.06.2027",
        "12.05.27",
        "94/1",
        "01.04/131",
        "Р-145",
        "273-ФЗ",
        "с 10.00 до 15.00",
        "2.4.3648-20",
        "версия 2.1",
        "1/2",
        "2027/2028",
        "1.2.1.",
        "№",
    ],
)
def test_addresses_dates_and_numbers_stay_as_they_are(text: str) -> None:
    assert typeset(text) == text


@pytest.mark.parametrize(
    "text",
    [
        r"C:\docs\2026-2027\план.docx",
        r"D:\Приказы\2026-2027",
        r"«D:\Приказы за год\2026 - 2027\План № 5.docx»",
        r"\\сервер\обмен\2026-2027",
        "/srv/docs/2026-2027",
        "ПЛАН 2026-2027.DOCX",
        "file:///D:/2026-2027/план",
    ],
)
def test_a_path_is_no_prose(text: str) -> None:
    assert typeset(text) == text


@pytest.mark.parametrize(
    "name", ["план.docx", "5.xlsx", "75-од.pdf", "https://edu.example/5", "www.edu.example", "a@edu.example"]
)
def test_no_space_is_put_between_the_number_sign_and_a_file_or_an_address(name: str) -> None:
    assert typeset(f"файл № {name}") == f"файл № {name}"
    assert typeset(f"файл №{name}") == f"файл №{name}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"№ п\п, 2026-2027", r"№_п\п, 2026–2027"),
        ("и/или 2026-2027", "и/или 2026–2027"),
        ("/Белов/ 2026-2027", "/Белов/ 2026–2027"),
        (r"в D:\План 2026-2027 гг.", r"в D:\План 2026–2027_гг."),
        ("№ 12-05-03", "№_12-05-03"),
    ],
)
def test_a_slash_alone_makes_no_path(typed: str, printed: str) -> None:
    assert typeset(typed) == printed.replace("_", "\u00a0")


def test_an_address_inside_a_sentence_is_protected_and_the_sentence_set() -> None:
    typed = 'Разместить "План" на https://edu.example/a-b?x="1" - до 20% (№5), тел. 9-54-32.'
    printed = 'Разместить «План» на https://edu.example/a-b?x="1"_– до 20_% (№_5), тел. 9-54-32.'
    assert typeset(typed) == printed.replace("_", "\u00a0")


def test_quotation_marks_around_an_address_are_set() -> None:
    assert typeset('сайт "https://edu.example/a-b" и "otdel@zarechny.example".') == (
        "сайт «https://edu.example/a-b» и «otdel@zarechny.example»."
    )


def test_spaces_collapse_and_line_breaks_stay() -> None:
    assert typeset("  О   плане \n работы  ") == "О плане\nработы"
    assert typeset("\tО\tплане\t") == "\tО\tплане\t"


def test_a_protected_piece_is_a_word_and_a_figure() -> None:
    assert (
        typeset('№ \ue000, п. \ue000, \ue000% - "\ue000"')
        == "№\u00a0\ue000, п.\u00a0\ue000, \ue000\u00a0%\u00a0– «\ue000»"
    )


def test_a_noncharacter_of_the_author_survives() -> None:
    assert typeset("\ufdd0 №5 9-54-32 \ufdd0") == "\ufdd0 №\u00a05 9-54-32 \ufdd0"


_PIECES = st.sampled_from(
    [
        *(
            "№",
            "75",
            "2027",
            "г.",
            "года",
            "А.П.",
            "А.",
            "Белов",
            "БЕЛОВ",
            "п.",
            "3",
            "20",
            "%",
            "000",
            "5",
            "руб.",
            "16",
        ),
        *(
            "марта",
            "май",
            "-",
            "–",
            "—",
            '"',
            "“",
            "”",
            "„",
            "«",
            "»",
            " ",
            "  ",
            "\u00a0",
            "\n",
            "\t",
            ".",
            ",",
            "1.5",
        ),
        *(
            "I",
            "IV",
            "квартал",
            "классы",
            "https://a.example/x-y",
            "a@b.example",
            "9-54-32",
            "план.docx",
            r"D:\План\2027",
            "/srv/2027",
            "\ue000",
        ),
        *("\ufdd0", "ул.", "Мира", "р.п.", "(", ")", "/", "01.06.2027", "слово", "кг", "8", "+7"),
    ]
)


@given(st.lists(_PIECES, max_size=14))
def test_setting_twice_is_setting_once(pieces: list[str]) -> None:
    once = typeset("".join(pieces))
    assert typeset(once) == once


@given(st.lists(_PIECES, max_size=14))
def test_setting_twice_is_setting_once_with_spaces(pieces: list[str]) -> None:
    once = typeset(" ".join(pieces))
    assert typeset(once) == once


@given(st.lists(_PIECES, max_size=10).map(" ".join))
def test_letters_and_figures_are_never_changed(text: str) -> None:
    assert [sign for sign in typeset(text) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@given(st.text(max_size=40))
def test_any_text_is_set_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "www.zarechny-school.ru/priem-2028-2029",
        "roo-75@zarechny-rayon.ru",
        "8 (49132) 2-20-28",
        "+7 900 123-45-67",
        "1/2 ставки, 3/4 листа",
        "план-график_2028-2029.xlsx",
        "01.02.2028-05.02.2028",
        "2028-02-01",
        "ГОСТ Р 7.0.97-2025",
        "СанПиН 2.4.3648-20",
        "СП 1.1.1058-01",
        "ИНН 6234-567890",
        "10-11-е классы",
        "с 9.00-12.00",
        "счёт 40101810-000",
        '5"А" класс',
        "- первый пункт",
        "т.д. и т.п.",
        "д.б.н. Белов",
        "минус -5",
        "слово -слово, слово- слово",
        "IP 192.168.0.1",
        "ISBN 978-5-17-118366-0",
    ],
)
def test_marks_and_numbers_of_all_sorts_stay(text: str) -> None:
    assert typeset(text) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("10 % - 15 %", "10_%_– 15_%"),
        ("Белов-Седой А.-М. П.", "Белов-Седой_А.-М._П."),
        ("пп. 1, 2, 5-7 п. 3 ст. 4", "пп._1, 2, 5-7 п._3 ст._4"),
        ('ООО "Ромашка" (далее - "Ромашка")', "ООО «Ромашка» (далее_– «Ромашка»)"),
        ("5 000 000,00 руб.", "5_000_000,00_руб."),
        ("№ 01-12/55-3", "№_01-12/55-3"),
        ('"Кванториум-2028"', "«Кванториум-2028»"),
    ],
)
def test_crowded_phrases_are_set_once(typed: str, printed: str) -> None:
    once = typeset(typed)
    assert once == printed.replace("_", "\u00a0")
    assert typeset(once) == once


def test_a_year_that_is_written_in_by_hand_stays_with_its_word() -> None:
    assert typeset("от ____ 20__ г. и ____ 20_ года") == "от ____ 20__\u00a0г. и ____ 20_\u00a0года"
    assert typeset("____ г. Заречный") == "____ г.\u00a0Заречный"
