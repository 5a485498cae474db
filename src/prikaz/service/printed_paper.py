"""A document as labelled lines, made of its view: line by line what the built-in templates print of it.

It says of each line what its style in the built-in templates says, and no more: a file that was printed
and is read again shows the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from prikaz.docx import Bookmark, Footnote, Inline, Picture
from prikaz.reader.paper import Grid, GridCell, GridLine, Line, Paper, PaperLine, PictureLine, Role, Sheet
from prikaz.reader.source_text import SourceText
from prikaz.reader.styles import TEXT_STYLES, cell_alignment, text_line

_View = Mapping[str, Any]
_ESCAPED: Final = str.maketrans({"{": "{{", "}": "}}", "`": "'"})
_ENDORSEMENT: Final = ("№ п/п", "Должность", "Инициалы, фамилия", "Подпись", "Дата")
_ACQUAINTANCE: Final = ("№ п/п", "Ф.И.О.", "Должность", "Подпись", "Дата")


def printed_paper(view: _View, *, is_directive: bool) -> Paper:
    """The paper that is printed of a view.

    Args:
        view: What :func:`prikaz.writer.order_view` has made.
        is_directive: Whether it orders something, and so has the template of an order.
    """
    head = _head(view) if is_directive else _standalone_head(view)
    text = _text(view) if is_directive else _standalone_text(view)
    lines = (*head, *text, *_signatures(view), *_sheets(view))
    annexes = tuple(Sheet((*_annex(annex),), landscape=annex["альбомная"]) for annex in view["приложения"])
    return Paper(Sheet(lines, landscape=view["альбомная"]), annexes)


def _line(role: Role, value: object, group: int = 0, **facts: Any) -> Line:  # noqa: ANN401
    return Line(role, SourceText(plain(value)), group=group, **facts)


def plain(value: object) -> str:
    """A value of a view as a text of the model: braces doubled, footnotes typed."""
    return "".join(_piece(piece) for piece in value.pieces) if isinstance(value, Inline) else _piece(value)


def _piece(piece: object) -> str:
    if isinstance(piece, Footnote):
        said = "".join(map(_piece, piece.pieces)).strip()
        return f"{{сноска: {said}}}" if said else ""
    if isinstance(piece, Bookmark):
        return "".join(map(_piece, piece.pieces))
    return str(piece).translate(_ESCAPED)


def _lines(role: Role, values: Iterable[object], group: int = 0) -> Iterator[Line]:
    return (_line(role, value, group) for value in values)


# The head ---------------------------------------------------------------------------------------------------


def _above(view: _View) -> Iterator[PaperLine]:
    if view["проект"]:
        yield _line(Role.DRAFT_MARK, "ПРОЕКТ")
    yield from _stamps(view["утверждение"])
    if view["органы"]:
        for group, body in enumerate(view["органы"]["бланки"]):
            yield from _lines(Role.LETTERHEAD, body["строки"], group)
        return
    if view["герб"]:
        yield _picture(Role.EMBLEM, view["герб"])
    yield from _lines(Role.LETTERHEAD, view["бланк"])
    yield from _lines(Role.CONTACTS, view["реквизиты"])


def _head(view: _View) -> Iterator[PaperLine]:
    yield from _above(view)
    yield _line(Role.KIND, view["вид"])
    yield _line(Role.REGISTRATION, f"{view['дата']}\t{view['номер']}")
    if view["место"]:
        yield _line(Role.PLACE, view["место"])
    if view["заголовок"]:
        yield _line(Role.HEADING, view["заголовок"])


def _standalone_head(view: _View) -> Iterator[PaperLine]:
    yield from _above(view)
    yield _line(Role.KIND, view["вид"])
    if view["заголовок"]:
        yield _line(Role.HEADING, view["заголовок"])
    if view["дата"] or view["номер"]:
        yield _line(Role.REGISTRATION, f"{view['дата']} {view['номер']}")
    if view["место"]:
        yield _line(Role.PLACE, view["место"])


def _stamps(view: _View) -> Iterator[Line]:
    for group, stamp in enumerate(view["грифы"] if view else ()):
        yield from _lines(Role.STAMP, (stamp["слово"], *stamp["строки"]), group)


def _picture(role: Role, picture: Picture) -> PictureLine:
    return PictureLine(role, picture.data, picture.width, picture.height or 0, picture.alt)


# The text ---------------------------------------------------------------------------------------------------


def _text(view: _View) -> Iterator[PaperLine]:
    word = view["слово"]
    is_inline = bool(word["текст"]) and word["место"] == "в строке"
    if view["преамбула"] or is_inline:
        said = plain(view["преамбула"])
        joined = f"{said}{' ' if said else ''}{plain(word['текст'])}" if is_inline else said
        spaced = is_inline and word["вразрядку"]
        yield Line(Role.PREAMBLE, SourceText(joined), letter_spaced=spaced)
    if word["текст"] and not is_inline:
        centred = word["место"] == "по центру"
        yield _line(Role.OPERATIVE, word["текст"], letter_spaced=word["вразрядку"], centred=centred)
    yield from _blocks((*view["пункты"], *view["блоки"]))


def _standalone_text(view: _View) -> Iterator[PaperLine]:
    if view["преамбула"]:
        yield _line(Role.PREAMBLE, view["преамбула"])
    yield from _blocks((*view["пункты"], *view["блоки"]))


def _blocks(views: Iterable[_View]) -> Iterator[PaperLine]:
    for view in views:
        yield from _KINDS[view["вид"]](view)


def _styled(view: _View) -> Iterator[PaperLine]:
    yield text_line(view["стиль"], SourceText(plain(view["текст"])), view.get("номер", ""))


def _listed(view: _View) -> Iterator[PaperLine]:
    yield from _blocks(view["пункты"])


def _subheading(view: _View) -> Iterator[PaperLine]:
    yield text_line(TEXT_STYLES["AnnexSubtitle"].name, SourceText(plain(view["текст"])))


def _members(view: _View) -> Iterator[PaperLine]:
    for member in view["члены"]:
        yield _line(Role.MEMBER, f"{plain(member['имя'])}\t{plain(member['должность'])}")


def _illustration(view: _View) -> Iterator[PaperLine]:
    yield _picture(Role.ILLUSTRATION, view["рисунок"])
    if str(view["подпись"]):
        yield _line(Role.CAPTION, view["подпись"])


def _table(view: _View) -> Iterator[PaperLine]:
    if view["шапка"] or view["строки"]:
        yield GridLine(Role.TABLE, _grid(view))
    yield from _lines(Role.TABLE_NOTE, view["примечания"])


def _grid(view: _View) -> Grid:
    head, body = [_placed(view[part]) for part in ("шапка", "строки")]
    return Grid((*head, *body), len(view["ширины"]), header_rows=len(head), printed=True)


def _placed(rows: Iterable[Iterable[_View]]) -> list[tuple[GridCell, ...]]:
    """Cells of a part of a table without those that are covered from above."""
    laid: list[list[GridCell]] = []
    begun: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells: list[GridCell] = []
        column = 0
        for cell in row:
            if cell["объединение"] == "continue":
                where, place = begun[column]
                laid[where][place] = laid[where][place]._replace(rows=laid[where][place].rows + 1)
            else:
                begun[column] = len(laid), len(cells)
                paragraphs = tuple(SourceText(plain(text)) for text in cell["абзацы"])
                cells.append(
                    GridCell(paragraphs, columns=cell["граф"], alignment=cell_alignment(cell["стиль"]))
                )
            column += cell["граф"]
        laid.append(cells)
    return [tuple(cells) for cells in laid]


_KINDS: Final[Mapping[str, Callable[[_View], Iterator[PaperLine]]]] = {
    "пункт": _styled,
    "пункты": _listed,
    "абзац": _styled,
    "подзаголовок": _subheading,
    "состав": _members,
    "рисунок": _illustration,
    "таблица": _table,
}


# Under the text ---------------------------------------------------------------------------------------------


def _signatures(view: _View) -> Iterator[PaperLine]:
    yield from _lines(Role.GROUNDS, view["основание"])
    for group, signature in enumerate(view["подписи"]):
        position, name = plain(signature["должность"]), plain(signature["имя"])
        if view["подписи_в_ряд"]:
            yield _line(Role.SIGNATURE, signature["должность"], group)
            yield Line(Role.SIGNATURE, SourceText(f"________ {name}"), group=group)
        else:
            yield Line(Role.SIGNATURE, SourceText(f"{position}\t{name}"), group=group)
        if signature["печать"]:
            yield _line(Role.SEAL, "М.П.", group)
    yield from _marks(view)
    if view["рассылка"]:
        yield _line(Role.DISTRIBUTION, "Разослать:")
        yield from _lines(Role.DISTRIBUTION, view["рассылка"])
    yield from _lines(Role.PREPARED_BY, view["исполнитель"])
    yield from _lines(Role.NOTE, view["отметки"])


def _marks(view: _View) -> Iterator[PaperLine]:
    for group, person in enumerate(view["ознакомление_строкой"]):
        yield from _mark(Role.ACKNOWLEDGEMENT, person["слова"], person, group)
    if copy := view["верно"]:
        yield from _mark(Role.COPY_MARK, "Верно", copy, 0)
        if copy["подлинник"]:
            yield _line(Role.COPY_MARK, copy["подлинник"])
        if copy["печать"]:
            yield _line(Role.COPY_MARK, "М.П.")
    if introduced := view["проект_вносит"]:
        yield _line(Role.INTRODUCED_BY, introduced["слова"])
        for group, signature in enumerate(introduced["лица"], 1):
            said = f"{plain(signature['должность'])}\t{plain(signature['имя'])}"
            yield Line(Role.INTRODUCED_BY, SourceText(said), group=group)


def _mark(role: Role, words: str, view: _View, group: int) -> Iterator[PaperLine]:
    yield _line(role, words, group)
    if view["должность"]:
        yield _line(role, view["должность"], group)
    yield Line(role, SourceText(f"{plain(view['подпись'])}\t{plain(view['дата'])}"), group=group)


def _sheets(view: _View) -> Iterator[PaperLine]:
    if view["согласование"]:
        yield _line(Role.ENDORSEMENT, "СОГЛАСОВАНО")
        yield GridLine(Role.ENDORSEMENT, _sheet(_ENDORSEMENT, ("должность", "имя"), view["согласование"]))
    if view["ознакомление"]:
        group = len(view["ознакомление_строкой"])
        yield _line(Role.ACKNOWLEDGEMENT, f"С {view['вид_твор']} ознакомлены:", group)
        grid = _sheet(_ACQUAINTANCE, ("имя", "должность"), view["ознакомление"])
        yield GridLine(Role.ACKNOWLEDGEMENT, grid, group)


def _sheet(heads: Iterable[str], names: tuple[str, str], people: Iterable[_View]) -> Grid:
    rows = [[*heads]]
    for place, person in enumerate(people, 1):
        rows.append([str(place), *(plain(person[name]) for name in names), "", plain(person["дата"])])
    cells = tuple(tuple(GridCell((SourceText(text),)) for text in row) for row in rows)
    return Grid(cells, len(rows[0]), header_rows=1, printed=True)


# Annexes ----------------------------------------------------------------------------------------------------


def _annex(view: _View) -> Iterator[PaperLine]:
    yield from _lines(Role.ANNEX_MARK, view["гриф"])
    yield from _stamps(view["утверждение"])
    if view["заголовок"]:
        yield _line(Role.ANNEX_TITLE, view["заголовок"])
    yield from _blocks(view["блоки"])
