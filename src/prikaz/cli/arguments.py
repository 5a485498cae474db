"""Arguments of the command line, with help and complaints in Russian."""

from __future__ import annotations

import argparse
import os
import re
from argparse import Namespace
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, NoReturn, TypeAlias

from prikaz.version import __version__

_EPILOG = """\
Примеры:
  prikaz new приказ -o order.yaml       заготовка приказа с пояснениями
  prikaz read приказ-2026.docx          файл данных из прошлогоднего файла Word
  prikaz render order.yaml              сделать order.docx
  prikaz render order.yaml --pdf        и order.pdf рядом
  prikaz roll order.yaml --to 2028      документ нового года: order-2028.yaml
"""

#: Characters in a line of help.
_WIDTH: Final = 78
#: What may be said of a window of years and of deadlines on days off; the words of :mod:`prikaz.cli.roll`.
WINDOWS: Final = ("slide", "append")
WEEKENDS: Final = ("keep", "next", "previous")

#: What argparse says in English, by the beginning of the phrase.
_COMPLAINTS: Final = (
    (r"the following arguments are required: (.+)", r"не хватает: \1"),
    (r"argument (.+?): invalid int value: (.+)", r"\1: нужно целое число, а пришло «\2»"),
    (r"argument (.+?): ignored explicit argument (.+)", r"после \1 ничего не пишут, а пришло «\2»"),
    (r"argument (.+?): expected one argument", r"после \1 нужно значение"),
    (r"argument (--date|--from): (.+)", r"\1: \2"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1: «\2» не известно; есть: \3"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 нельзя вместе с \2"),
    (r"unrecognized arguments: (.+)", r"лишнее: \1"),
    (r"ambiguous option: (.+) could match (.+)", r"\1: подходит и \2"),
)


_Fill: TypeAlias = "Callable[[_Parser], None]"


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Help of one width everywhere; to ask the terminal, argparse would load the packers of archives."""
    return argparse.RawDescriptionHelpFormatter(prog, width=_WIDTH)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Russian."""

    def __init__(self, fill: _Fill | None = None, **options: Any) -> None:  # noqa: ANN401 (whatever argparse takes)
        super().__init__(add_help=False, formatter_class=_formatter, **options)
        self._fill = fill
        self._positionals.title = "что указать"
        self._optionals.title = "ключи"
        self.add_argument("-h", "--help", action="help", help="показать эту справку")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 (argparse's signature)
        """Take the arguments apart; only the command that is called learns its own."""
        if self._fill:
            self._fill(self)
        return super().parse_known_args(args, namespace)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "вызов:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "вызов:", 1)

    def error(self, message: str) -> NoReturn:
        message = message.replace("'", "")
        for pattern, words in _COMPLAINTS:
            message = re.sub(pattern, words, message)
        self.exit(2, f"{self.format_usage()}prikaz: {message}\n")


def _command(module: str, name: str) -> Callable[[Namespace], None]:
    """A command whose module is loaded when it runs: help and mistakes are to be quick."""

    def run(arguments: Namespace) -> None:
        getattr(import_module(f"prikaz.cli.{module}"), name)(arguments)

    return run


def _new(command: _Parser) -> None:
    command.add_argument(
        "kind",
        metavar="ВИД",
        nargs="+",
        help="приказ, постановление, решение, план, положение, приём на работу, отпуск…",
    )
    command.add_argument("-o", "--output", metavar="ФАЙЛ", help="куда записать; без него: на экран")
    command.set_defaults(run=_command("commands", "new"))


def _read(command: _Parser) -> None:
    command.add_argument(
        "file", metavar="ФАЙЛ", help="документ Word: .docx; .doc, .odt, .rtf – с LibreOffice"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="ФАЙЛ",
        help="куда записать: .yaml или .json; без него: рядом, под тем же именем",
    )
    command.add_argument(
        "--notes",
        choices=["text", "json"],
        default="text",
        help="что не понято и что проверить: text – словами, json – для программ; без него: text",
    )
    command.add_argument(
        "--table",
        metavar="НОМЕР",
        type=int,
        help="взять одну таблицу, какую по счёту; с -o таблица.xlsx или .csv – её строки как есть",
    )
    _profile(command)
    command.add_argument(
        "--overwrite", action="store_true", help="заменить и тот файл данных, который правили вручную"
    )
    command.set_defaults(run=_command("reading", "read"))


def _render(command: _Parser) -> None:
    command.add_argument("order", metavar="ДАННЫЕ", help="файл данных: .yaml или .json, или файл Word: .docx")
    command.add_argument("-o", "--output", metavar="ФАЙЛ", help="куда записать; без него: рядом с данными")
    command.add_argument("--template", metavar="ШАБЛОН", help="имя встроенного шаблона или файл .docx")
    _profile(command)
    command.add_argument("--pdf", action="store_true", help="сделать и PDF (нужен LibreOffice)")
    command.add_argument(
        "--overwrite", action="store_true", help="заменить и тот файл, который правили вручную"
    )
    command.add_argument("--json", action="store_true", help="замечания и ошибки в виде JSON")
    command.set_defaults(run=_command("commands", "render"))


def _profile(command: _Parser) -> None:
    """The office profile, also by the name that it had before."""
    words = "файл prikaz.toml или профиль из того, что рядом"
    command.add_argument("--profile", metavar="ПРОФИЛЬ", help=words)
    command.add_argument("--rules", dest="profile", metavar="ПРОФИЛЬ", help=argparse.SUPPRESS)


def _batch(command: _Parser) -> None:
    command.add_argument(
        "order", metavar="ДАННЫЕ", help="файл данных или .docx, поля которого заполнит таблица"
    )
    command.add_argument(
        "rows", nargs="?", metavar="ТАБЛИЦА", help="строки: .xlsx (лист: школы.xlsx#Лист2), .csv или .yaml"
    )
    command.add_argument("-o", "--output", metavar="ПАПКА", help="куда складывать документы")
    command.add_argument(
        "--fields",
        action="store_true",
        help="ничего не делать, а предложить поля: что повторяется в тексте",
    )
    command.add_argument("--name", metavar="ОБРАЗЕЦ", default="{строка}", help='имена: "{номер}-{школа}"')
    command.add_argument("--template", metavar="ШАБЛОН", help="имя встроенного шаблона или файл .docx")
    _profile(command)
    command.add_argument(
        "--jobs",
        metavar="ЧИСЛО",
        type=int,
        default=os.cpu_count() or 1,
        help="сколько процессов занять; без него: все ядра",
    )
    command.add_argument("--resume", action="store_true", help="продолжить: готовое и целое не переделывать")
    command.add_argument("--pdf", action="store_true", help="сделать и PDF (нужен LibreOffice)")
    command.set_defaults(run=_command("batch", "batch"))


def _verify(command: _Parser) -> None:
    command.add_argument("folder", metavar="ПАПКА", help="папка, куда писал prikaz batch")
    command.set_defaults(run=_command("batch", "verify"))


def _roll(command: _Parser) -> None:
    command.add_argument(
        "order", metavar="ДАННЫЕ", help="файл прошлого года: .yaml, .json, .docx (.doc, .odt, .rtf)"
    )
    command.add_argument("--to", type=int, required=True, metavar="ГОД", help="на какой год перенести")
    command.add_argument(
        "-o",
        "--output",
        metavar="ФАЙЛ",
        help="куда записать; без него: рядом, с годом документа в имени; из файла Word – .docx или .yaml",
    )
    command.add_argument(
        "--answers", metavar="ФАЙЛ", help="внести ответы, вписанные в файл вопросов прежнего переноса"
    )
    command.add_argument(
        "--overwrite", action="store_true", help="заменить то, что уже записал прежний перенос"
    )
    command.add_argument("--changes", metavar="ФАЙЛ", help="записать и перечень изменений: .docx или .json")
    command.add_argument(
        "--window",
        choices=WINDOWS,
        default="slide",
        help="графы по годам: slide – сдвинуть, append – дополнить новыми; без него: slide",
    )
    command.add_argument(
        "--weekends",
        choices=WEEKENDS,
        default="keep",
        help="сроки в нерабочие дни: keep – оставить и спросить, next – на следующий рабочий день, "
        "previous – на предыдущий; без него: keep",
    )
    command.add_argument("--school-year", action="store_true", help="считать учебными годами")
    command.add_argument(
        "--void-previous", action="store_true", help="предложить пункт об утрате силы прежнего документа"
    )
    command.add_argument(
        "--check-acts-older", type=int, metavar="ЛЕТ", help="спросить об актах старше стольких лет"
    )
    command.add_argument(
        "--from",
        dest="year",
        type=_year,
        metavar="ГОД",
        help="за какой год файл Word, если в нём не сказано",
    )
    command.add_argument(
        "--accept", action="store_true", help="записать файл Word без отметок о правке; вопросы останутся"
    )
    command.add_argument(
        "--date", type=_day, metavar="ДД.ММ.ГГГГ", help="день, которым пометить правки и примечания Word"
    )
    command.add_argument(
        "--anyway", action="store_true", help="изменить и подписанный или защищённый файл Word"
    )
    command.set_defaults(run=_command("roll", "roll"))


def _year(text: str) -> int:
    """A year, as it is typed."""
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        raise argparse.ArgumentTypeError(f"нужен год, например 2027, а пришло «{text}»")
    return int(text)


def _day(text: str) -> object:
    """A day, as it is typed."""
    from prikaz.language.time.dates import parse_date  # noqa: PLC0415 (few days are typed)

    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _diff(command: _Parser) -> None:
    command.add_argument("old", metavar="ПРЕЖНИЙ", help="прежний документ: файл данных или .docx")
    command.add_argument("new", metavar="НОВЫЙ", help="новый документ: файл данных или .docx")
    command.add_argument("-o", "--output", metavar="ФАЙЛ", help="куда записать .docx; без него: на экран")
    command.add_argument(
        "--redline",
        metavar="ФАЙЛ.docx",
        help="записать и прежний файл Word с правками, которые делают из него новый",
    )
    command.add_argument("--date", type=_day, metavar="ДД.ММ.ГГГГ", help="день, которым пометить правки")
    command.add_argument(
        "--anyway", action="store_true", help="записать правки и в подписанный или защищённый файл Word"
    )
    command.add_argument(
        "--overwrite", action="store_true", help="заменить файл с правками, если он уже есть"
    )
    command.set_defaults(run=_command("roll", "diff"))


def _schema(command: _Parser) -> None:
    command.add_argument("-o", "--output", metavar="ФАЙЛ", help="куда записать; без него: на экран")
    command.set_defaults(run=_command("commands", "schema"))


def _decline(command: _Parser) -> None:
    command.add_argument("phrase", metavar="СЛОВА", help='в именительном падеже: "методист кабинета"')
    command.add_argument(
        "--case",
        dest="cases",
        action="append",
        default=[],
        metavar="ПАДЕЖ",
        help="род, дат, вин, твор, предл, можно несколько раз; без него: все",
    )
    kind = command.add_mutually_exclusive_group()
    kind.add_argument(
        "--орган", dest="what", action="store_const", const="body", help="это орган или организация"
    )
    kind.add_argument(
        "--лицо",
        dest="what",
        action="store_const",
        const="person",
        help="это лицо: фамилия, имя, отчество; с отчеством и с инициалами видно и без ключа",
    )
    command.add_argument("--пол", dest="sex", metavar="ПОЛ", help="муж или жен, если не видно по имени")
    command.set_defaults(run=_command("decline", "decline"))


_COMMANDS: Final[Mapping[str, tuple[str, _Fill]]] = MappingProxyType(
    {
        "new": ("заготовка документа с пояснениями", _new),
        "read": ("прочитать файл Word: сделать из него файл данных", _read),
        "render": ("сделать документ .docx", _render),
        "batch": ("сделать по документу на каждую строку таблицы", _batch),
        "verify": ("сверить папку с описью того, что в ней сделано", _verify),
        "roll": ("перенести документ на новый год", _roll),
        "diff": ("чем один документ отличается от другого", _diff),
        "schema": ("схема файла данных, чтобы редактор подсказывал ключи", _schema),
        "decline": ("просклонять должность, орган или лицо", _decline),
    }
)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; ``run`` of the parsed arguments does the work."""
    top = _Parser(
        prog="prikaz",
        description="Приказы, постановления, распоряжения и решения: из файла данных в .docx и обратно.",
        epilog=_EPILOG,
    )
    top.add_argument("--version", action="version", version=f"prikaz {__version__}", help="показать версию")
    kinds = top.add_subparsers(title="команды", metavar="КОМАНДА", required=True, parser_class=_Parser)
    for name, (words, fill) in _COMMANDS.items():
        kinds.add_parser(name, help=words, fill=fill)
    return top
