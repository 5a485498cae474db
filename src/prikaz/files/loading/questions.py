"""Files of open questions in: what was asked, and what a person has answered under it.

Such a file stands beside any new file that a roll-over has made, whatever that
is; so an entry is known by its path, its words and what is asked, and not by a
place in the source.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from attrs import NOTHING, evolve, field, frozen

from prikaz.encodings import decode_text, read_content
from prikaz.files.keys.shapes import Record
from prikaz.files.loading.structure import Structure
from prikaz.files.loading.tables import FileTables
from prikaz.files.nodes.descriptions import VALUE_WRONG_TYPE, describe
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import NOWHERE, MappingNode, Node, Place, ScalarNode, SequenceNode
from prikaz.files.nodes.source import Dialect, Source
from prikaz.files.syntax.parsing import parse
from prikaz.language.words.spelling import fold
from prikaz.model.terms import term, terms

#: Questions of an order with a thousand deadlines are some hundred kilobytes.
_MEGABYTES: Final = 4
_YEAR: Final = re.compile(r"\d{4}")


@frozen(kw_only=True)
class QuestionEntry:
    """One question of a file (вопрос в файле).

    Attributes:
        where: The place, in the words of a clerk.
        path: The field, as printed: "пункты → 1 → текст".
        words: What it is about.
        what: What to decide.
        why: Why the program does not decide it.
        proposal: What the program would put there.
        number: Which of the questions of the same path and words it is, from 1.
        answer: What a person has answered; "" for nothing yet.
        answers: The same by years.
        place: Where the answer stands in the file.
    """

    where: str = field(default="", metadata=term("место", "Место, как оно названо на бумаге"))
    path: str = field(metadata=term("путь", "Поле файла данных"))
    words: str = field(metadata=term("слова", "О каких словах вопрос"))
    what: str = field(metadata=term("что решить", "Что решить человеку"))
    why: str = field(default="", metadata=term("почему", "Почему этого не решает программа"))
    proposal: str = field(default="", metadata=term("предложение", "Что вписала бы программа"))
    number: int = field(default=1, metadata=term("по счёту", "Который из вопросов о таких же словах"))
    answer: str = field(
        default="", metadata=term("ответ", "Новый текст, «оставить», «принять» или «перенести»")
    )
    answers: tuple[tuple[int, str], ...] = field(
        default=(), metadata=term("ответ по годам", "Значения новых лет")
    )
    place: Place = field(default=NOWHERE, eq=False)

    @property
    def is_answered(self) -> bool:
        """Whether a person has answered."""
        return bool(self.answer.strip() or self.answers)


def read_questions(path: Path) -> tuple[QuestionEntry, ...]:
    """Read a file of questions.

    Args:
        path: The file; ``.json`` is JSON, any other suffix YAML.

    Raises:
        DataError: The file cannot be read, or something in it is no question; carries every fault.
    """
    content = read_content(path, str(path), _MEGABYTES, "это не файл вопросов")
    return parse_questions(decode_text(content, str(path)), str(path))


def parse_questions(text: str, name: str) -> tuple[QuestionEntry, ...]:
    """Read the text of a file of questions.

    Args:
        text: The text.
        name: The name of the file; ``.json`` is JSON, any other suffix YAML.

    Raises:
        DataError: As :func:`read_questions` raises it.
    """
    faults = Faults()
    dialect = Dialect.JSON if name.lower().endswith(".json") else Dialect.YAML
    node = parse(Source(name=name, text=text, dialect=dialect), faults)
    if node is not None and not isinstance(node, SequenceNode):
        hint = "ожидался список вопросов, какой пишет prikaz roll"
        faults.add(VALUE_WRONG_TYPE, node.place._replace(file=name), f"пришло: {describe(node)}", hint)
    items = node.items if isinstance(node, SequenceNode) else ()
    entries = [_entry(item, number, faults) for number, item in enumerate(items, 1)]
    if faults.found:
        raise faults.error()
    return tuple(entry for entry in entries if entry)


def _entry(node: Node, number: int, faults: Faults) -> QuestionEntry | None:
    structure = Structure(faults=faults, tables=FileTables(faults=faults, folder=None))
    if not isinstance(node, MappingNode):
        hint = "вопрос состоит из пар «ключ: значение»"
        faults.add(VALUE_WRONG_TYPE, node.place, f"пришло: {describe(node)}", hint)
        return None
    made = structure.build(Record(QuestionEntry), _by_years(node), (number,))
    if made is NOTHING:
        return None
    names = terms(QuestionEntry)
    places = (structure.places.get((number, names[name].name)) for name in ("answer", "answers", "words"))
    entry: QuestionEntry = evolve(made, place=next(filter(None, places), node.place))
    return entry


def _by_years(node: MappingNode) -> MappingNode:
    """The same entry, with an answer that is given by years under the key of such."""
    names = terms(QuestionEntry)
    return node.evolve(
        entry._replace(key=names["answers"].name)
        if fold(entry.key) == names["answer"].name and _is_by_years(entry.value)
        else entry
        for entry in node.entries
    )


def _is_by_years(node: Node) -> bool:
    return isinstance(node, MappingNode) and all(
        _YEAR.fullmatch(entry.key) and isinstance(entry.value, ScalarNode) for entry in node.entries
    )
