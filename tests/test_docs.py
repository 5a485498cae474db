"""The pages for users tell the truth: every command, piece of a file and message on them is tried here.

Examples of the programmer's page are doctests, which pytest runs on docs/*.md by itself.
"""

from __future__ import annotations

import pkgutil
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import prikaz
from prikaz import libreoffice
from prikaz.cli import main
from prikaz.files import skeleton
from tests.makers import png

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
CLERK = (DOCS / "clerk.md").read_text(encoding="utf-8")
PROGRAMMER = (DOCS / "programmer.md").read_text(encoding="utf-8")

#: Keys by which one item or several may be given.
_ONE_OR_SEVERAL = {"приложение": "приложения", "подпись": "подписи"}
#: How messages of the page come about: what was right in the skeleton, what was typed instead.
SLIPS = [
    ("заголовок: О проведении", "загаловок: О проведении"),
    ("  - Провести", "  Провести"),
    ("дата: 16.03.2027", "дата: 31.02.2027"),
    ("{вин куратор}", "{вин кураторр}"),
    ("{вин куратор}", "{кого куратор}"),
    ("согласно {приложению план}", ""),
]

Run = Callable[..., str]


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)


def keys_of(text: str) -> dict[str, str]:
    """The top keys of a data file with their lines."""
    parts = re.split(r"^(?=[^\s#])", text, flags=re.MULTILINE)
    found = {part.partition(":")[0]: part for part in parts if part.strip() and not part.startswith("#")}
    return {_ONE_OR_SEVERAL.get(key, key): part for key, part in found.items()}


def completed(piece: str) -> str:
    """An order: the skeleton with the keys of a piece in the places of its own.

    Annexes that came without clauses get a clause that names them; the annex of the skeleton goes when
    the clauses that named it do.
    """
    own, given = keys_of(skeleton(prikaz.Kind.ORDER)), keys_of(piece)
    if "пункты" in given and "приложения" not in given:
        own.pop("приложения")
    if "приложения" in given and "пункты" not in given:
        named = re.findall(r"^(?:  )?(?:- |  )ключ: (\S+)", given["приложения"], flags=re.MULTILINE)
        given["пункты"] = f"пункты:\n  - Утвердить {{прилагаемое {', '.join(named)}}}.\n"
    return "".join(part.rstrip("\n") + "\n" for part in (own | given).values())


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder of its own; what it tells, after a check of its exit code."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str, code: int = 0) -> str:
        assert main(arguments) == code, capsys.readouterr().err
        return capsys.readouterr().err

    return ran


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """The skeleton of an order, under the name that the page gives it."""
    path = tmp_path / "приказ.yaml"
    path.write_text(skeleton(prikaz.Kind.ORDER), encoding="utf-8")
    return path


@pytest.mark.parametrize("page", [README, CLERK], ids=["README", "clerk"])
def test_the_commands_of_a_page_work_one_after_another(run: Run, page: str) -> None:
    commands = [shlex.split(line, comments=True) for line in "".join(blocks(page, "sh")).splitlines()]
    ours = [command for command in commands if command[0] != "make"]

    assert {command[0] for command in ours} == {"prikaz"}
    for _, *arguments in ours:
        run(*(word for word in arguments if word != "--pdf" or libreoffice.available()))


def test_the_order_of_the_readme_is_one(run: Run, order: Path) -> None:
    (whole,) = blocks(README, "yaml")
    order.write_text(whole, encoding="utf-8")

    assert run("render", order.name) == ""


@pytest.mark.parametrize("piece", blocks(CLERK, "yaml"))
def test_every_piece_of_the_clerks_page_makes_an_order_without_a_word(
    run: Run, order: Path, piece: str
) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Лист1", 0).append(["мероприятие", "срок", "ответственный", "раздел"])
    book["Лист1"].append(["Неделя чтения", "05.04.2027", "школы; отдел образования", "Весна"])
    book.save("план.xlsx")
    for picture in ("герб.png", "схема.png"):
        Path(picture).write_bytes(png())
    order.write_text(completed(piece), encoding="utf-8")

    assert run("render", order.name) == ""


def test_the_rules_of_the_clerks_page_are_rules(run: Run, order: Path) -> None:
    (rules,) = blocks(CLERK, "toml")
    Path("prikaz.toml").write_text(rules, encoding="utf-8")

    assert run("render", order.name) == ""


@pytest.mark.parametrize(
    ("wrong", "right"), re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| [^|]+ \|$", CLERK, flags=re.MULTILINE)
)
def test_a_trap_of_the_clerks_page_is_one_and_its_cure_helps(
    run: Run, order: Path, wrong: str, right: str
) -> None:
    order.write_text(completed(wrong + "\n"), encoding="utf-8")
    assert run("render", order.name, code=2)

    order.write_text(completed(right + "\n"), encoding="utf-8")
    assert run("render", order.name) == ""


@pytest.mark.parametrize(("slip", "message"), [*zip(SLIPS, blocks(CLERK, "text"), strict=False)])
def test_the_clerks_page_quotes_messages_as_they_are(
    run: Run, order: Path, slip: tuple[str, str], message: str
) -> None:
    text = order.read_text(encoding="utf-8").replace(*slip, 1)
    order.write_text(text, encoding="utf-8")

    assert message.strip() in run("render", order.name, code=0 if "предупреждение" in message else 2)


def test_the_clerks_page_quotes_what_is_said_of_an_open_document(run: Run, order: Path) -> None:
    run("render", order.name)
    Path("~$приказ.docx").touch()
    order.write_text(order.read_text(encoding="utf-8").replace("номер: 75", "номер: 76"), encoding="utf-8")

    assert run("render", order.name, code=2).strip() + "\n" in blocks(CLERK, "text")


def test_the_clerks_page_quotes_what_is_said_of_an_edited_document(run: Run, order: Path) -> None:
    Path("приказ.docx").write_bytes(b"edited by hand")

    assert run("render", order.name, code=2).strip() + "\n" in blocks(CLERK, "text")


def test_the_clerks_page_has_no_message_that_is_not_tried() -> None:
    assert len(blocks(CLERK, "text")) == len(SLIPS) + len(["open", "edited"])


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md")))])
def test_links_of_a_page_lead_somewhere(page: str) -> None:
    path = ROOT / page
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))

    assert [target for target in targets if "://" not in target and not (path.parent / target).exists()] == []


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (DOCS / "pictures").glob("*.png")}

    assert sizes
    assert max(sizes.values()) <= 60 * 1024


def test_files_that_the_architecture_names_are_there() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.(?:py|tsv))`", page)
    assert len(named) > 15
    lacking = [
        name for name in named if not any((ROOT / base / name).exists() for base in ("", "src/prikaz"))
    ]
    assert lacking == []


NAMED = re.compile(r"(?<![\w/.@-])prikaz(?:\.[A-Za-z_]\w*)+(?!\.\w)")
FILE_NAMES = re.compile(r"\.(?:toml|json|docx|yaml|part)$")


def exists(name: str) -> bool:
    """Whether a dotted name leads to something."""
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


@pytest.mark.parametrize(
    "page",
    [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(ROOT / "src").rglob("*.py")],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_what_a_page_or_a_docstring_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {found[0] for found in NAMED.finditer(text) if not FILE_NAMES.search(found[0])}
    assert [name for name in sorted(named) if not exists(name)] == []
