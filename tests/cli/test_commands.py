"""Facts about the command line: what a clerk types, sees and gets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from prikaz import libreoffice
from prikaz.cli import main
from prikaz.files.docs.skeletons import SKELETONS

ORDER = """\
вид: приказ
орган:
  кратко: отдел образования
дата: 16.03.2027
номер: 75
заголовок: О создании комиссии
пункты:
  - Создать комиссию согласно {приложению состав}.
  - Контроль за исполнением приказа оставляю за собой.
подпись: {должность: Заведующий отделом, фамилия: Белов, имя: Игорь, отчество: Львович}
приложения:
  - ключ: состав
    заголовок: Состав комиссии
    блоки: [Лапина В.О.]
"""


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.yaml"
    path.write_text(ORDER, encoding="utf-8")
    return path


def test_an_order_is_made_beside_its_data(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(order)]) == 0

    assert order.with_suffix(".docx").read_bytes()[:2] == b"PK"
    assert capsys.readouterr().err == ""


def test_a_finding_is_reported_with_its_place_and_the_document_is_made(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order.write_text(ORDER.replace("согласно {приложению состав}", "экспертов"), encoding="utf-8")

    assert main(["render", str(order)]) == 0

    printed = capsys.readouterr().err
    assert printed.startswith(f"{order}:12:5: предупреждение: приложения → 1: ")
    assert order.with_suffix(".docx").exists()


def test_all_faults_of_a_file_are_reported_in_one_run_and_nothing_is_written(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = (
        ORDER.replace("заголовок: О создании", "загаловок: О создании")
        .replace("дата: 16.03.2027", "дата: 31.02.2027")
        .replace("{приложению состав}", "{приложению сотсав}")
    )
    order.write_text(broken, encoding="utf-8")

    assert main(["render", str(order)]) == 2

    printed = capsys.readouterr().err.splitlines()
    assert [line.removeprefix(str(order)).split(": ")[0] for line in printed] == [":4:7", ":6:1", ":8:5"]
    assert "«заголовок»" in printed[1]
    assert "«состав»" in printed[2]
    assert list(order.parent.glob("*.docx")) == []


def test_a_reference_to_nothing_is_reported_with_its_place(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order.write_text(ORDER.replace("{приложению состав}", "{приложению сотсав}"), encoding="utf-8")

    assert main(["render", str(order)]) == 2

    assert capsys.readouterr().err.startswith(f"{order}:8:5: ошибка: пункты → 1")
    assert not order.with_suffix(".docx").exists()


def test_faults_are_reported_to_programs_as_json(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order.write_text(ORDER.replace("вид: приказ", "вид: указ"), encoding="utf-8")

    assert main(["render", str(order), "--json"]) == 2

    (fault,) = json.loads(capsys.readouterr().out)
    assert (fault["line"], fault["column"], fault["severity"]) == (1, 6, "ошибка")


def test_a_program_gets_one_json_and_nothing_else(
    order: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "convert", lambda paths, into, **_: [into / f"{paths[0].stem}.pdf"])

    assert main(["render", str(order), "--json", "--pdf"]) == 0

    printed = capsys.readouterr()
    assert json.loads(printed.out) == []
    assert [line.rpartition(".")[2] for line in printed.err.splitlines()] == ["docx", "pdf"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--template", "приказы"], "приказы"),
        (["-o", "/нет/такой/папки/приказ.docx"], "папки «/нет/такой/папки» нет"),
    ],
)
def test_whatever_stops_the_work_is_reported_to_programs(
    arguments: list[str], words: str, order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(order), "--json", *arguments]) == 2

    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["severity"] == "ошибка"
    assert words in f"{entry['file']}: {entry['message']}"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("x.pdf", "--pdf"),
        ("x.odt", "x.docx»"),
        ("x", "x.docx»"),
        ("x.doc", "x.docx»"),
        ("приказ 1.2", "приказ 1.2.docx»"),
    ],
)
def test_a_document_is_not_saved_under_the_name_of_another_kind(
    name: str, words: str, order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = order.with_name(name)
    assert main(["render", str(order), "-o", str(path)]) == 2
    assert main(["diff", str(order), str(order), "-o", str(path)]) == 2
    assert words in capsys.readouterr().err
    assert not path.exists()


def test_a_pdf_that_failed_is_reported_after_the_findings(
    order: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(libreoffice.VARIABLE, "/нет/soffice")
    order.write_text(ORDER.replace("согласно {приложению состав}", "экспертов"), encoding="utf-8")

    assert main(["render", str(order), "--json", "--pdf"]) == 2

    finding, failure = json.loads(capsys.readouterr().out)
    assert finding["line"] == 12
    assert failure["message"].startswith("LibreOffice не найден")


@pytest.mark.parametrize("folder", [".", "/"])
def test_a_folder_is_no_order(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", folder]) == 2

    assert "это папка, а не файл" in capsys.readouterr().err


@pytest.mark.parametrize("more", [[], ["--лицо"], ["--орган"]])
def test_nothing_cannot_be_declined(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decline", " ", *more]) == 2

    assert "просклонять нечего" in capsys.readouterr().err


def test_a_skeleton_for_a_folder_that_is_not_there_is_reported_in_russian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "приказ", "-o", str(tmp_path / "нет" / "order.yaml")]) == 2

    assert capsys.readouterr().err.endswith("нет» нет; создайте её\n")


def test_a_document_that_somebody_edited_is_not_overwritten(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = order.with_suffix(".docx")
    document.write_bytes(b"edited by hand")

    assert main(["render", str(order)]) == 2
    assert document.read_bytes() == b"edited by hand"
    assert "--overwrite" in capsys.readouterr().err

    assert main(["render", str(order), "--overwrite"]) == 0
    assert document.read_bytes()[:2] == b"PK"


def test_our_own_document_is_made_anew_without_asking(order: Path) -> None:
    assert main(["render", str(order)]) == 0
    order.write_text(ORDER.replace("номер: 75", "номер: 76"), encoding="utf-8")

    assert main(["render", str(order)]) == 0


@pytest.mark.parametrize("kind", SKELETONS)
def test_a_skeleton_of_each_kind_renders_as_it_is(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skeleton = tmp_path / "order.yaml"

    assert main(["new", kind, "-o", str(skeleton)]) == 0
    assert main(["render", str(skeleton)]) == 0

    assert capsys.readouterr().err == ""


def test_a_skeleton_does_not_replace_a_file(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "приказ", "-o", str(order)]) == 2

    assert order.read_text(encoding="utf-8") == ORDER
    assert "уже есть" in capsys.readouterr().err


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0

    assert "пункты" in json.loads(capsys.readouterr().out)["properties"]


def test_a_template_is_chosen_by_name_or_by_file(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(order), "--template", "решение"]) == 0
    assert main(["render", str(order), "--template", "приказы"]) == 2

    assert "постановление" in capsys.readouterr().err


def test_a_position_is_declined_at_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decline", "методист районного кабинета", "--case", "вин"]) == 0

    assert capsys.readouterr().out == "методиста районного кабинета\n"


def test_several_cases_are_asked_for_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decline", "методист", "--case", "вин", "--case", "дат"]) == 0

    assert capsys.readouterr().out == "   вин  методиста\n   дат  методисту\n"


def test_a_word_that_is_no_patronymic_is_reported_at_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decline", "Ли Сяо Лун", "--лицо", "--пол", "муж", "--case", "дат"]) == 0

    assert "«Лун» не похоже на отчество" in capsys.readouterr().err


def test_a_person_and_a_body_are_declined_at_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decline", "Журавлёва Анна Петровна", "--лицо", "--case", "дат"]) == 0
    assert main(["decline", "отдел образования", "--орган", "--case", "род"]) == 0

    assert capsys.readouterr().out == "Журавлёвой Анне Петровне\nотдела образования\n"


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Иванов Иван Иванович", "Иванову Ивану Ивановичу"),
        ("Щедринцева Анна Петровна", "Щедринцевой Анне Петровне"),
        ("Белов И.Л.", "Белову И.Л."),
        ("А.П. Ветрова", "Ветровой А.П."),
        ("И.И. Иванов", "Иванову И.И."),
    ],
)
def test_a_whole_name_is_a_person_without_a_word(
    name: str, dative: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decline", name, "--case", "дат"]) == 0

    assert capsys.readouterr() == (f"{dative}\n", "")


@pytest.mark.parametrize(
    ("words", "printed", "advice"),
    [
        (["Шевчук А. П."], "форма зависит от пола", "--пол муж или --пол жен"),
        (["Анна Петровна Шевчук", "--лицо"], "отчество на месте имени", "фамилию первой"),
        (["журавлёва Анна Петровна", "--лицо"], "имя со строчной буквы", "с прописных"),
        (["А.П. Шевчук"], "форма зависит от пола", "добавьте --пол муж или --пол жен"),
        (["Белову Игорю Львовичу"], "«Львовичу» не в именительном падеже", "именительный падеж: кто?"),
        (["АП Ветрова", "--лицо"], "инициалы без точек", "поставьте точки"),
        (["Журавлёва Анна"], "слово «Журавлёва» – имя лица", "добавьте --лицо"),
        (["методистом отдела"], "слово «методистом» не в именительном падеже", "именительный падеж"),
        (["отделом образования", "--орган"], "слово «отделом» не в именительном", "именительный падеж"),
    ],
)
def test_what_cannot_be_declined_is_explained_by_what_the_command_has(
    words: list[str], printed: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decline", *words, "--case", "дат"]) == 2

    error = capsys.readouterr().err
    assert printed in error
    assert advice in error
    assert "`" not in error


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["render"], "не хватает: ДАННЫЕ"),
        (["render", "a.yaml", "--templat"], "после --template нужно значение"),
        (["render", "a.yaml", "--pdf=1"], "после --pdf ничего не пишут, а пришло «1»"),
        (["render", "a.yaml", "--лишнее"], "лишнее: --лишнее"),
        (["рендер"], "«рендер» не известно"),
        (["new", "указ"], "заготовки «указ» нет"),
        (["decline", "глава", "--case", "зват"], "падеж «зват» не известен"),
        (["decline", "Белов И.Л.", "--пол", "мужской"], "пол «мужской» не известен"),
    ],
)
def test_wrong_arguments_are_explained_in_russian(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(str(stop.code))

    assert code == 2
    assert words in capsys.readouterr().err


def test_help_is_in_russian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    printed = capsys.readouterr().out
    assert printed.startswith("вызов: prikaz")
    assert "usage" not in printed
    assert "options" not in printed


def _entries(order: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["render", str(order), "--json", *arguments]) == 2
    entries: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return entries


def test_faults_of_a_template_are_reported_to_programs_apart(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = order.with_name("свой.docx")
    page = docx.Document()
    page.add_paragraph("{{ дата }")
    page.add_paragraph("{% if номер %}")
    page.save(str(template))

    entries = _entries(order, capsys, "--template", str(template))

    assert [(entry["file"], entry["place"], entry["tag"]) for entry in entries] == [
        ("свой.docx", "текст, абзац 1", "{{ дата }"),
        ("свой.docx", "текст, абзац 2", "{% if номер %}"),
    ]
    assert all(entry["hint"] and str(entry["hint"]) not in str(entry["message"]) for entry in entries)


def test_a_file_in_the_way_is_reported_to_programs_by_its_code(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = order.with_suffix(".docx")
    document.write_bytes(b"edited by hand")

    (entry,) = _entries(order, capsys)

    assert (entry["code"], entry["file"]) == ("file-edited", str(document))
    assert entry["hint"] == "сохраните под другим именем или разрешите замену (--overwrite)"


def test_a_template_that_is_no_document_is_reported_to_programs_with_its_name(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = order.with_name("свой.docx")
    template.write_bytes(b"")

    (entry,) = _entries(order, capsys, "--template", str(template))

    assert (entry["code"], entry["file"]) == ("package-untrusted", str(template))
    assert (entry["message"], entry["hint"]) == ("файл пуст", "нужен документ Word (.docx)")


def test_the_profile_has_its_old_key_too(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = order.with_name("правила.toml")
    rules.write_text('"дата" = "словами"\n', encoding="utf-8")

    made = []
    for key in ("--rules", "--profile"):
        assert main(["render", str(order), key, str(rules)]) == 0
        made.append(order.with_suffix(".docx").read_bytes())

    assert made[0] == made[1]
    assert main(["render", str(order)]) == 0
    assert order.with_suffix(".docx").read_bytes() != made[0]
    with pytest.raises(SystemExit):
        main(["render", "--help"])
    printed = capsys.readouterr().out
    assert "--profile ПРОФИЛЬ" in printed
    assert "--rules" not in printed


def test_a_skeleton_of_several_words_needs_no_quotes(tmp_path: Path) -> None:
    path = tmp_path / "order.yaml"
    assert main(["new", "приём", "на", "работу", "-o", str(path)]) == 0
    assert "О приёме на работу" in path.read_text(encoding="utf-8")


def test_a_reader_that_has_read_enough_ends_the_command_in_peace() -> None:
    """As «prikaz schema | head» does."""
    prikaz = [sys.executable, "-m", "prikaz", "schema"]
    with subprocess.Popen(prikaz, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
