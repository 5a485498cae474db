import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz.errors import LanguageError
from prikaz.language.phrases.declension import decline_organization, decline_title
from prikaz.language.phrases.pieces import split_phrase
from prikaz.language.words.cases import Case
from prikaz.language.words.dictionary import Dictionary
from tests.language.form_lists import measure_bodies, measure_titles


@pytest.mark.parametrize(
    ("name", "size"),
    [("titles.tsv", 585), ("titles_second.tsv", 560), ("titles_third.tsv", 855), ("titles_fourth.tsv", 275)],
)
def test_every_position_of_the_lists_comes_out_right(name: str, size: int) -> None:
    measure = measure_titles(name)
    assert measure.total == size
    assert measure.misses == ()
    assert measure.wrong_but_certain == ()


@pytest.mark.parametrize(
    ("name", "size"),
    [("bodies.tsv", 220), ("bodies_second.tsv", 360), ("bodies_third.tsv", 665), ("bodies_fourth.tsv", 250)],
)
def test_every_body_of_the_lists_comes_out_right(name: str, size: int) -> None:
    measure = measure_bodies(name)
    assert measure.total == size
    assert measure.misses == ()
    assert measure.wrong_but_certain == ()


def test_the_nominative_is_what_was_written() -> None:
    assert decline_title("и.о.  директора", Case.NOMINATIVE) == "и.о.  директора"


@pytest.mark.parametrize(
    ("title", "dative"),
    [
        ("педагог-психолог", "педагогу-психологу"),
        ("педагог\u2011психолог", "педагогу\u2011психологу"),
        ("фитнес-тренер", "фитнес-тренеру"),
        ("старший IT-специалист", "старшему IT-специалисту"),
        ("1-й заместитель главы", "1-му заместителю главы"),
        ("1-ый заместитель главы", "1-му заместителю главы"),
        ("слесарь 1-го разряда", "слесарю 1-го разряда"),
        ("учитель 1-й категории", "учителю 1-й категории"),
        ("врач 2-ой городской больницы", "врачу 2-ой городской больницы"),
        ("водитель 2-х автобусов", "водителю 2-х автобусов"),
        ("работники, подлежащие аттестации", "работникам, подлежащим аттестации"),
        ("начальник отдела ЖКХ и благоустройства", "начальнику отдела ЖКХ и благоустройства"),
        (
            "глава муниципального образования – председатель",
            "главе муниципального образования – председателю",
        ),
        ("врач-терапевт участковый", "врачу-терапевту участковому"),
        ("врач городской больницы", "врачу городской больницы"),
        ("директор, учитель физики", "директору, учителю физики"),
        ("ответственный за питание, тьютор", "ответственному за питание, тьютору"),
        ("директор и учитель истории", "директору и учителю истории"),
        ("министр образования и науки", "министру образования и науки"),
        ("машинист (кочегар) котельной", "машинисту (кочегару) котельной"),
        ("лицо, исполняющее обязанности", "лицу, исполняющему обязанности"),
        ("ГЛАВА РАЙОНА", "ГЛАВЕ РАЙОНА"),
        ("ученый секретарь", "ученому секретарю"),
        ("директор МБОУ «Школа «Радуга»", "директору МБОУ «Школа «Радуга»"),
    ],
)
def test_the_head_declines_and_the_tail_stays(title: str, dative: str) -> None:
    form = decline_title(title, Case.DATIVE)
    assert form == dative
    assert form.certain


@pytest.mark.parametrize(
    "title", ["и.о. директора", "И. о. главы района", "ВРИО начальника", "замглавы района", "зам. директора"]
)
def test_short_heads_stay_with_their_tails(title: str) -> None:
    assert decline_title(title, Case.INSTRUMENTAL) == title


def test_a_person_is_animate_whatever_the_dictionary_says() -> None:
    assert decline_title("медиатор", Case.ACCUSATIVE) == "медиатора"
    assert decline_title("ответственные лица", Case.ACCUSATIVE) == "ответственных лиц"
    assert decline_title("ответственное лицо", Case.ACCUSATIVE) == "ответственное лицо"


def test_a_body_is_not_animate() -> None:
    assert decline_organization("рабочие группы", Case.ACCUSATIVE) == "рабочие группы"


@pytest.mark.parametrize(
    ("body", "genitive"),
    [
        ("школа – детский сад № 9", "школы – детского сада № 9"),
        ("средняя (полная) школа", "средней (полной) школы"),
        ("новая школа-интернат", "новой школы-интерната"),
        ("управление культуры, спорта и туризма", "управления культуры, спорта и туризма"),
        ("Совет депутатов и администрация района", "Совета депутатов и администрации района"),
        ("учреждение, осуществляющее обучение", "учреждения, осуществляющего обучение"),
        ("отдел ЖКХ и благоустройства", "отдела ЖКХ и благоустройства"),
        (
            "отдел по работе с кадрами, безопасности и связи",
            "отдела по работе с кадрами, безопасности и связи",
        ),
        ("Отдел образования – учредитель школы", "Отдела образования – учредителя школы"),
        ("организации, подлежащие аттестации", "организаций, подлежащих аттестации"),
        ("отделы и управления района", "отделов и управлений района"),
        ("1-е отделение", "1-го отделения"),
        ("Минпросвещения области", "Минпросвещения области"),
        ("Росимущество", "Росимущества"),
        ("МБОУ «Гимназия № 2»", "МБОУ «Гимназия № 2»"),
        ("районо", "районо"),
        ("ОТДЕЛ ОБРАЗОВАНИЯ", "ОТДЕЛА ОБРАЗОВАНИЯ"),
        ("ДЮСШ", "ДЮСШ"),
    ],
)
def test_a_body_declines_by_its_head(body: str, genitive: str) -> None:
    form = decline_organization(body, Case.GENITIVE)
    assert form == genitive
    assert form.certain


@pytest.mark.parametrize(
    ("body", "genitive", "accusative"),
    [
        ("первая и вторая группы", "первой и второй групп", "первую и вторую группы"),
        ("1-я, 2-я и 3-я школы", "1-й, 2-й и 3-й школ", "1-ю, 2-ю и 3-ю школы"),
        ("1-е – 3-е отделения", "1-го – 3-го отделений", "1-е – 3-е отделения"),
        ("финансовый и юридический отделы", "финансового и юридического отделов", ""),
        (
            "Озёрский городской и Луговской сельский округа",
            "Озёрского городского и Луговского сельского округов",
            "",
        ),
        ("первое и второе младшие отделения района", "первого и второго младших отделений района", ""),
        ("отдел кадров, первый и второй секторы", "отдела кадров, первого и второго секторов", ""),
        ("финансовый и юридический отдел", "финансового и юридического отдела", ""),
        ("старшие и младшие группы", "старших и младших групп", ""),
        ("пятый «А» класс", "пятого «А» класса", ""),
        ("Первый и второй «А» классы", "Первого и второго «А» классов", ""),
    ],
)
def test_adjectives_of_one_noun_decline_with_it(body: str, genitive: str, accusative: str) -> None:
    forms = [decline_organization(body, case) for case in (Case.GENITIVE, Case.ACCUSATIVE)]
    assert forms == [genitive, accusative or body]
    assert all(form.certain for form in forms)


@pytest.mark.parametrize(
    ("title", "genitive"),
    [
        ("первый и второй заместители главы", "первого и второго заместителей главы"),
        ("старший и младший научные сотрудники", "старшего и младшего научных сотрудников"),
        ("старшая и младшая медицинские сестры", "старшей и младшей медицинских сестёр"),
        ("заведующая и вожатая школы", "заведующей и вожатой школы"),
        ("ведущий и главный специалист", "ведущего и главного специалиста"),
    ],
)
def test_adjectives_of_several_persons_decline_with_their_noun(title: str, genitive: str) -> None:
    form = decline_title(title, Case.GENITIVE)
    assert form == genitive
    assert form.certain


def test_a_noun_that_looks_like_an_adjective_of_the_next_word_is_doubted() -> None:
    form = decline_organization("столовая и прачечная школы", Case.GENITIVE)
    assert form == "столовой и прачечной школы"
    assert "отдельное слово" in form.doubts[0]


@pytest.mark.parametrize(
    "body", ["школа и два детских сада", "управление и 3 отдела", "управление культуры, несколько школ"]
)
def test_a_number_among_heads_is_doubted(body: str) -> None:
    form = decline_organization(body, Case.DATIVE)
    assert "и слово за ним оставлены как есть" in form.doubts[0]


@pytest.mark.parametrize(
    "title",
    [
        "учитель 1 и 2 класса",
        "специалист, 2 разряда",
        "ответственный за два отряда и 3 смены",
        "учитель двух школ",
    ],
)
def test_a_number_of_the_tail_is_not_doubted(title: str) -> None:
    assert decline_title(title, Case.DATIVE).certain


@pytest.mark.parametrize(
    ("body", "genitive"),
    [
        ("база-магазин", "базы-магазина"),
        ("фирма-производитель", "фирмы-производителя"),
        ("кафе-мороженое", "кафе-мороженого"),
        ("столовая-раздаточная", "столовой-раздаточной"),
        ("жилец-собственник", "жильца-собственника"),
        ("луна-парк", "луна-парка"),
        ("бонус-карта", "бонус-карты"),
        ("колл-центр", "колл-центра"),
    ],
)
def test_both_nouns_of_a_compound_decline_unless_the_first_only_qualifies(body: str, genitive: str) -> None:
    form = decline_organization(body, Case.GENITIVE)
    assert form == genitive
    assert form.certain


@pytest.mark.parametrize(
    ("body", "accusative"),
    [
        ("школа-партнёр", "школу-партнёра"),
        ("вуз-партнёр", "вуз-партнёр"),
        ("библиотека-филиал", "библиотеку-филиал"),
        ("организации-участники", "организации-участники"),
    ],
)
def test_somebody_beside_a_feminine_thing_is_somebody_in_the_accusative(body: str, accusative: str) -> None:
    assert decline_organization(body, Case.ACCUSATIVE) == accusative


@pytest.mark.parametrize(
    ("title", "dative"),
    [
        ("гл.специалист отдела", "гл.специалисту отдела"),
        ("соц. педагог школы", "соц. педагогу школы"),
        ("мед. сестра", "мед. сестре"),
        ("тех. служащая", "тех. служащей"),
        ("ведущий спец.-эксперт", "ведущему спец.-эксперту"),
        ("гл. спец.-эксперт отдела", "гл. спец.-эксперту отдела"),
        ("старший инж.- программист", "старшему инж.- программисту"),
    ],
)
def test_an_adjective_written_short_stays_and_its_noun_declines(title: str, dative: str) -> None:
    form = decline_title(title, Case.DATIVE)
    assert form == dative
    assert form.certain


@pytest.mark.parametrize("title", ["спец. 1 категории", "преп. физики", "зам. дир. по УВР"])
def test_a_head_written_short_stays_with_a_doubt(title: str) -> None:
    form = decline_title(title, Case.DATIVE)
    assert form == title
    assert "сокращение" in form.doubts[0]


@pytest.mark.parametrize(
    ("body", "genitive"),
    [
        ("Районный метод. кабинет", "Районного метод. кабинета"),
        ("дет.сад № 5", "дет.сада № 5"),
        ("школа д. Ольховка", "школы д. Ольховка"),
        ("Администрация с. Верхнее и д. Ольховка", "Администрации с. Верхнее и д. Ольховка"),
    ],
)
def test_a_name_of_a_place_behind_its_kind_written_short_stays(body: str, genitive: str) -> None:
    form = decline_organization(body, Case.GENITIVE)
    assert form == genitive
    assert form.certain


def test_an_adjective_of_an_abbreviation_belongs_to_a_thing() -> None:
    assert decline_organization("Заречный РОВД", Case.ACCUSATIVE) == "Заречный РОВД"
    assert decline_organization("Уполномоченный", Case.ACCUSATIVE) == "Уполномоченного"


def test_an_abbreviation_with_the_name_of_a_place_stays_without_a_doubt() -> None:
    assert decline_organization("ФАП с. Луговое", Case.DATIVE).certain


def test_a_new_noun_in_the_first_half_is_doubted() -> None:
    assert not decline_organization("хакатон-конкурс", Case.GENITIVE).certain
    assert not decline_organization("буфет-раздаточная", Case.GENITIVE).certain
    assert not decline_title("коуч-тренер", Case.GENITIVE).certain


def test_an_adjective_as_a_person_declines_in_the_first_half() -> None:
    assert decline_title("заведующий-методист", Case.DATIVE) == "заведующему-методисту"


@pytest.mark.parametrize(
    ("body", "genitive"),
    [
        ("шоу-рум", "шоу-рума"),
        ("гест-хаус", "гест-хауса"),
        ("Южно-Уральское управление", "Южно-Уральского управления"),
        ("видео-контент", "видео-контента"),
    ],
)
def test_the_hyphen_of_the_author_stays(body: str, genitive: str) -> None:
    form = decline_organization(body, Case.GENITIVE)
    assert form == genitive
    assert form.certain


@pytest.mark.parametrize(
    ("body", "genitive"),
    [
        ("дизайн-студия", "дизайн-студии"),
        ("экспресс-центр", "экспресс-центра"),
        ("тренинг-центр", "тренинг-центра"),
        ("конгресс-холл", "конгресс-холла"),
        ("клуб-музей", "клуба-музея"),
        ("новая школа-интернат", "новой школы-интерната"),
    ],
)
def test_the_first_half_of_a_body_stays_where_the_dictionary_leaves_it(body: str, genitive: str) -> None:
    assert decline_organization(body, Case.GENITIVE) == genitive


def test_a_body_that_is_called_a_person_is_not_animate() -> None:
    assert decline_organization("банк-партнёр", Case.ACCUSATIVE) == "банк-партнёр"


def test_a_specialist_is_distinguished_from_the_field() -> None:
    assert decline_title("инженер-электроник", Case.ACCUSATIVE) == "инженера-электроника"
    assert decline_title("инженер-электроник", Case.ACCUSATIVE).certain
    assert not decline_title("электроник", Case.DATIVE).certain
    assert decline_title("главный врач клиник", Case.DATIVE) == "главному врачу клиник"


def test_a_name_behind_a_municipality_stays() -> None:
    body = "муниципальное образование – Заречный муниципальный район"
    assert decline_organization(body, Case.GENITIVE).startswith("муниципального образования – Заречный")


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        ("учреждение детский сад № 7", "«детский сад» оставлено как есть"),
        ("учреждение отдел культуры", "«отдел» поставлено в падеж"),
        ("МБОУ гимназия № 2", "«гимназия» после сокращения"),
        ("ИП Белов И.Л.", "имя «Белов» оставлено как есть"),
        ("школы района", "понято как множественное число"),
        ("зюбрия района", "слова «зюбрия» нет в словаре"),
    ],
)
def test_what_is_written_both_ways_is_doubted(body: str, doubt: str) -> None:
    assert doubt in decline_organization(body, Case.GENITIVE).doubts[0]


def test_a_nominative_after_a_short_head_is_doubted() -> None:
    form = decline_title("и.о. начальник отдела", Case.DATIVE)
    assert form == "и.о. начальник отдела"
    assert "родительный" in form.doubts[0]


@pytest.mark.parametrize("body", ["отделом образования", "по вопросам молодёжи"])
def test_a_phrase_without_a_nominative_is_refused(body: str) -> None:
    with pytest.raises(LanguageError, match="именительн"):
        decline_organization(body, Case.GENITIVE)


def test_forms_of_the_author_win_over_the_office_and_the_grammar() -> None:
    office = Dictionary(forms={"ясли-сад": {Case.GENITIVE: "яслей-сада", Case.DATIVE: "яслям-саду"}})
    forms = {Case.GENITIVE: "ясли-сада"}
    assert decline_organization("Ясли-сад", Case.GENITIVE, forms=forms, dictionary=office) == "ясли-сада"
    assert decline_organization("Ясли-сад", Case.DATIVE, forms=forms, dictionary=office) == "Яслям-саду"


def test_the_office_names_indeclinable_words() -> None:
    office = Dictionary(indeclinable=["Вектор"])
    assert decline_organization("Вектор", Case.GENITIVE, dictionary=office) == "Вектор"
    assert decline_organization("Вектор", Case.GENITIVE) == "Вектора"


_WORDS = [
    "директор",
    "и.о.",
    "главный",
    "«Заря»",
    "школы",
    "и",
    "МБОУ",
    " – ",
    ", ",
    "(",
    "№ 5",
    "1-й",
    "за",
    "«",
    '"',
]


@given(st.lists(st.sampled_from(_WORDS) | st.text(max_size=8), max_size=12).map(" ".join))
def test_no_phrase_is_lost_or_breaks_the_grammar(phrase: str) -> None:
    assert "".join(piece.text for piece in split_phrase(phrase)) == phrase
    try:
        form = decline_title(phrase, Case.DATIVE)
    except LanguageError:
        return
    assert len(split_phrase(form)) == len(split_phrase(phrase))


def test_a_long_list_of_heads_is_read_to_the_end() -> None:
    assert decline_title(", ".join(["директор"] * 2000), Case.DATIVE).endswith(", директору")


def test_a_long_run_of_adjectives_is_read_in_time() -> None:
    assert decline_organization("следующий " * 60 + "отдел", Case.DATIVE)
