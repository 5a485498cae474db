"""New wordings of other acts (новые редакции) as paragraphs and tables in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from prikaz.docx import Inline
from prikaz.model import Block, Heading, Marker, Paragraph
from prikaz.model.resolution.numbering import NumberedClause
from prikaz.writer.columns import MeasuredTable

if TYPE_CHECKING:
    from prikaz.writer.illustrations import MeasuredPicture

#: A block ready to be printed; a table and a picture have still to be fitted to their page.
BlockView: TypeAlias = "MeasuredTable | MeasuredPicture | dict[str, Any]"

_LISTED: Final = frozenset({Marker.BRACKET, Marker.LETTER, Marker.DASH})
_SIGNS: Final = " .;,"


def sign_behind(item: NumberedClause, listed: Sequence[NumberedClause]) -> str:
    """The sign behind a new wording under a clause: a semicolon where its list goes on, else a stop.

    Args:
        item: The clause.
        listed: All clauses of its list.
    """
    if item.clause.clauses:
        return ";"
    first_level = [each.clause for each in listed if each.parent is None]
    here: NumberedClause | None = item
    while here is not None:
        siblings = here.parent.clause.clauses if here.parent else first_level
        place = int(here.path[-1])
        if place < len(siblings):
            joined = any(sibling.text.rstrip().endswith(";") for sibling in siblings)
            return ";" if joined or here.marker in _LISTED else "."
        here = here.parent
    return "."


def sign_beside(blocks: Sequence[Block], place: int) -> str:
    """The sign behind a new wording among other blocks."""
    joined = any(isinstance(block, Paragraph) and block.text.rstrip().endswith(";") for block in blocks)
    return ";" if joined and place + 1 < len(blocks) else "."


def in_lines(block: Block) -> tuple[Block, ...]:
    """A block of a wording; each line of a text is a paragraph of its own."""
    if not isinstance(block, Paragraph) or "\n" not in block.text:
        return (block,)
    lines = [line for line in block.text.splitlines() if line.strip()]
    return tuple(Paragraph(text=line, alignment=block.alignment) for line in lines or [""])


def quoted(views: Sequence[BlockView], blocks: Sequence[Block], style: str, sign: str) -> list[BlockView]:
    """Views in quotation marks with a sign behind them; marks and a sign that the author has typed stay.

    Before a table and after it they are a paragraph of their own.
    """
    texts = [block.text.strip() for block in blocks if isinstance(block, Paragraph | Heading)]
    whole = " ".join(texts)
    if texts and _is_quoted(whole, blocks):
        opening, closing = "", "" if whole[-1] in _SIGNS else sign
    else:
        opening, closing = "" if _is_left_open(whole, blocks) else "«", f"»{sign}"
    made = [*views]
    if opening and not _put_before(made[0], opening):
        made.insert(0, {"вид": "абзац", "текст": opening, "стиль": style})
    if closing and not _put_behind(made[-1], closing):
        made.append({"вид": "абзац", "текст": closing, "стиль": style})
    return made


def _is_quoted(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the author has typed the quotation marks round the whole."""
    if not all(isinstance(block, Paragraph | Heading) for block in (blocks[0], blocks[-1])):
        return False
    inner = text.rstrip(_SIGNS)
    if text[:1] == '"':
        return inner[-1:] == '"' and len(inner) > 1 and text.count('"') == 2  # noqa: PLR2004 (a pair)
    if text[:1] != "«" or inner[-1:] != "»":
        return False
    depth = 0
    for place, letter in enumerate(inner):
        depth += (letter == "«") - (letter == "»")
        if depth == 0:
            return place == len(inner) - 1
    return True  # an inner mark was left open: «О плане «Чтение»


def _is_left_open(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the author has typed the opening mark of the whole and not the closing one."""
    if not text.startswith("«") or not isinstance(blocks[0], Paragraph | Heading):
        return False
    depths = accumulate((letter == "«") - (letter == "»") for letter in text)
    return all(depth > 0 for depth in depths)


def _put_before(view: BlockView, mark: str) -> bool:
    if not isinstance(view, dict) or not (ends := _ends(view)):
        return False
    holder, name = ends[0]
    holder[name] = _joined(mark, holder[name])
    return True


def _put_behind(view: BlockView, mark: str) -> bool:
    if not isinstance(view, dict) or not (ends := _ends(view)):
        return False
    holder, name = ends[1]
    holder[name] = _joined(holder[name], mark)
    return True


def _ends(view: dict[str, Any]) -> tuple[tuple[dict[str, Any], str], tuple[dict[str, Any], str]]:
    """Where the first and the last words of a view stand."""
    if "члены" in view:
        last = view["члены"][-1]
        return (view["члены"][0], "имя"), (last, "должность" if last["должность"] else "имя")
    return (view, "текст"), (view, "текст")


def _joined(first: str | Inline, last: str | Inline) -> str | Inline:
    if isinstance(first, str) and isinstance(last, str):
        return first + last
    return Inline([first, last])
