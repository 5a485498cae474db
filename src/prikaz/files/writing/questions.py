"""Files of open questions out: one entry for each, with a place for the answer."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from prikaz.encodings import read_text
from prikaz.errors import DataError
from prikaz.files.loading.questions import QuestionEntry, parse_questions
from prikaz.files.writing.emit import to_yaml
from prikaz.model.terms import terms

_HEAD: Final = """\
# Что решить человеку. Впишите ответы после «ответ:» и перенесите документ ещё раз, назвав этот файл:
#   prikaz roll … --answers {name}
# Ответ – новый текст вместо слов или одно из трёх:
#   оставить – пусть останется как есть
#   принять – вписать предложение
#   перенести – передвинуть на новый год, как остальное
"""
_ANSWER: Final = "ответ"
_YEARS: Final = re.compile(r"\d{4}(?:, \d{4})+")


def print_questions(entries: Iterable[QuestionEntry], name: str) -> str:
    """A file of questions.

    Args:
        entries: The questions, those that were answered with their answers.
        name: The name of the file.
    """
    return _HEAD.format(name=name) + "".join(map(_entry, entries))


def with_more_questions(path: Path, entries: Iterable[QuestionEntry]) -> str | None:
    """The text of a file of questions with others behind; what a person has written in it stays.

    None when the file is written so that they cannot just be put behind.
    """
    text = read_text(path, str(path)).rstrip("\n") + "\n" + "".join(map(_entry, entries))
    try:
        parse_questions(text, str(path))
    except DataError:
        return None
    return text


def _entry(entry: QuestionEntry) -> str:
    names = terms(QuestionEntry)
    given = {"where", "path", "words", "what", "why"}
    given |= {name for name in ("proposal",) if entry.proposal} | ({"number"} if entry.number > 1 else set())
    written = to_yaml({term.name: getattr(entry, name) for name, term in names.items() if name in given})
    return "\n- " + textwrap.indent(written + _answer(entry), "  ")[2:]


def _answer(entry: QuestionEntry) -> str:
    if entry.answers:
        return to_yaml({_ANSWER: {str(year): value for year, value in entry.answers}})
    if entry.answer:
        return to_yaml({_ANSWER: entry.answer})
    example = ", ".join(f"{year}: …" for year in entry.words.split(", "))
    return f"{_ANSWER}:  # по годам: {{{example}}}\n" if _YEARS.fullmatch(entry.words) else f"{_ANSWER}:\n"
