"""Printing values into one part: what the compiled code of a template calls while it runs.

The first lines of each method are for strings without special characters,
which is nearly everything that an order prints. Compiled code calls the public
methods under their own names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.rendering.compiled import CompiledPart
from prikaz.docx.rendering.contracts import SandboxSource
from prikaz.docx.rendering.limits import (
    MAX_CHUNK_SIZE,
    building_cost_of,
    check_length,
    cost_of,
    printed_length,
    too_long,
)
from prikaz.docx.rendering.loop import Loop
from prikaz.docx.rendering.missing import Missing, SlotUse, is_absent
from prikaz.docx.rendering.representation import (
    VALUE_UNPRINTABLE,
    check_balanced,
    is_markup,
    markup_of,
    text_of,
)
from prikaz.docx.rendering.state import RenderState
from prikaz.docx.values.inline import Bookmark, Break, Footnote, Inline, InlinePiece, Reference
from prikaz.docx.values.inline import Sequence as SequenceField
from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.names import escape

if TYPE_CHECKING:
    from prikaz.docx.compilation.source import PrintTarget

_ILLEGAL: Final = "[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]"  # compiled when it is needed
#: Plain attributes of the variable ``loop``, which need no sandbox.
LOOP_ATTRIBUTES: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth"}
)
_TEXT_START: Final = '<w:t xml:space="preserve">'
_BREAK: Final = f"</w:t><w:br/>{_TEXT_START}"
_TAB: Final = f"</w:t><w:tab/>{_TEXT_START}"
_PAGE: Final = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


class Printer:
    """Prints the values of one part in one render.

    Attributes:
        part: Name of the part, "word/document.xml".
        state: State of the render.
        charge: Takes the cost of some work from the budget of the render.
        styles: Ids of styles by their names.
    """

    special = re.compile("[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]").search

    def __init__(self, state: RenderState, part: CompiledPart, sandbox: SandboxSource) -> None:
        self.state = state
        self.part = part.name
        self._compiled = part
        self._sandbox = sandbox
        self.charge = state.charge
        self.styles = state.styles.exact

    # Values of the context

    def missing_value(self, use: SlotUse) -> Missing:
        """Give a value that nobody has given."""
        return Missing(self.state.missing, self.part, use)

    def undefined(self, hint: str, name: str = "") -> Any:  # noqa: ANN401  (of Jinja)
        """Give what Jinja itself finds undefined: an argument of a macro, the item before the first."""
        return self.missing_value((name, 0)) if name else self._sandbox().undefined(hint)

    def attribute(self, owner: Any, name: str, use: SlotUse) -> Any:  # noqa: ANN401  (values may be anything)
        """Give an item or attribute of a value by its name."""
        if type(owner) is dict and name in owner:
            return owner[name]
        if type(owner) is Loop and name in LOOP_ATTRIBUTES:
            return getattr(owner, name)
        if isinstance(owner, Mapping) and name in owner and not name.startswith("_"):
            return owner[name]
        return self._found(self._sandbox().getattr(owner, name), owner, name, use)

    def item(self, owner: Any, name: Any, use: SlotUse) -> Any:  # noqa: ANN401  (values may be anything)
        """Give an item of a value by its key or number."""
        if isinstance(name, slice):
            self.charge(cost_of(owner))
            return owner if isinstance(owner, Missing) else owner[name]
        if isinstance(name, tuple):
            self.charge(building_cost_of(name))
        return self._found(self._sandbox().getitem(owner, name), owner, name, use)

    def _found(self, value: Any, owner: Any, name: object, use: SlotUse) -> Any:  # noqa: ANN401
        if isinstance(owner, Missing):
            return owner.inner(str(name))
        if is_absent(value) and not isinstance(value, Missing):
            return self.missing_value(use)
        return value

    def built(self, value: Any) -> Any:  # noqa: ANN401  (a list, a tuple or a mapping)
        """Charge for what the template itself has built."""
        self.charge(building_cost_of(value))
        return value

    # Joining

    def concat(self, texts: Sequence[str]) -> str:
        """Join what a macro or a block has printed."""
        if sum(map(len, texts)) > MAX_CHUNK_SIZE:
            raise too_long()
        return "".join(texts)

    def join(self, values: Iterable[Any]) -> str:
        """Join the operands of ``~``."""
        texts = [value.record() if isinstance(value, Missing) else value for value in values]
        length = sum(map(printed_length, texts))
        check_length(length)
        self.charge(1 + length // 32)
        return self._sandbox().join(texts)

    # Printing

    def text(self, value: Any, use: SlotUse) -> str:  # noqa: ANN401  (values may be anything)
        """Print inside a run."""
        if type(value) is str:
            return value if self.special(value) is None else self._clean(value, use)
        return self._other(value, use)

    def plain_text(self, value: Any, use: SlotUse) -> str:  # noqa: ANN401  (values may be anything)
        """Print into an attribute, an instruction of a field or a property of the document."""
        if type(value) is str and self.special(value) is None and '"' not in value:
            return value
        if value is None or is_absent(value):
            return escape(self._absent(value, use))
        if is_markup(value):
            return self._plain_text_of_markup(value, use)
        return escape(self._legal(self._text_of(value), use))

    def runs(self, value: Any, use: SlotUse) -> str:  # noqa: ANN401  (values may be anything)
        """Print in place of a run."""
        if is_markup(value):
            return self._markup(value, use)
        run = self._target(use).run_properties
        return _without_empty(f"<w:r>{run}{_TEXT_START}{self.text(value, use)}</w:t></w:r>", run)

    def blocks(self, value: Any, use: SlotUse) -> str:  # noqa: ANN401  (values may be anything)
        """Print in place of a paragraph."""
        target = self._target(use)
        if is_markup(value):
            xml = self._markup(value, use)
            return f"<w:p>{target.paragraph_properties}{xml}</w:p>" if xml.startswith("<w:r>") else xml
        return f"<w:p>{target.paragraph_properties}{self.runs(value, use)}</w:p>" if value != "" else ""

    def _plain_text_of_markup(self, value: Any, use: SlotUse) -> str:  # noqa: ANN401  (anything with __html__)
        """Print XML as it is where the engine itself or a tag for rows prints it; only text anywhere else."""
        xml = str(value.__html__())
        shape = self._compiled.source.tag(use[1]).shape
        if shape and not shape.replaces and "<" in xml:
            message = "значение с оформлением стоит там, где печатается только текст"
            raise TagError(VALUE_UNPRINTABLE, message, "дайте простой текст")
        return xml

    def _other(self, value: Any, use: SlotUse) -> str:  # noqa: ANN401  (values may be anything)
        if value is None or is_absent(value):
            return escape(self._absent(value, use))
        if isinstance(value, Inline):
            return self._inline(value.pieces, use)
        from prikaz.docx.values.picture import Picture  # noqa: PLC0415 (most values are texts, printed above)

        if isinstance(value, Picture):
            return self._around(f"<w:r>{self.state.picture_xml(value, self.part)}</w:r>", use)
        if is_markup(value):
            xml = self._markup(value, use)
            return self._around(xml, use) if xml.startswith("<w:r>") else xml
        return self.text(self._text_of(value), use)

    def _text_of(self, value: object) -> str:
        self.charge(printed_length(value) // 8)
        return text_of(value)

    def _absent(self, value: object, use: SlotUse) -> str:
        """Print nothing, or a mark in a draft; record what was not given."""
        if isinstance(value, Missing):
            return value.record()
        return self.state.missing.record(self.part, use) if value is None else ""

    def _target(self, use: SlotUse) -> PrintTarget:
        return self._compiled.source.tag(use[1]).target

    def _clean(self, value: str, use: SlotUse) -> str:
        value = self._legal(value.replace("\r\n", "\n").replace("\r", "\n"), use)
        return self._broken(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), use)

    def _legal(self, value: str, use: SlotUse) -> str:
        """Remove the characters that no XML can hold; that is a finding."""
        if not value.isprintable() and (illegal := re.findall(_ILLEGAL, value)):
            self.state.report_removed(sorted(set(illegal)), use[0])
            return re.sub(_ILLEGAL, "", value)
        return value

    def _broken(self, text: str, use: SlotUse) -> str:
        """Turn the control characters of docxtpl's listings into what Word has for them."""
        text = text.replace("\n", _BREAK).replace("\t", _TAB)
        if "\a" not in text and "\f" not in text:
            return text
        target = self._target(use)
        begin = f"<w:p>{target.paragraph_properties}<w:r>{target.run_properties}{_TEXT_START}"
        return text.replace("\a", f"</w:t></w:r></w:p>{begin}").replace(
            "\f", f"</w:t></w:r></w:p>{_PAGE}{begin}"
        )

    def _around(self, runs: str, use: SlotUse) -> str:
        """Put runs in the middle of a run."""
        run = self._target(use).run_properties
        return f"</w:t></w:r>{runs}<w:r>{run}{_TEXT_START}"

    def _inline(self, pieces: Iterable[InlinePiece], use: SlotUse) -> str:
        return "".join(self._piece(piece, use) for piece in pieces)

    def _piece(self, piece: InlinePiece, use: SlotUse) -> str:
        if isinstance(piece, str):
            return self.text(str(piece), use)
        if isinstance(piece, Break):
            return _BREAK
        if isinstance(piece, Bookmark):
            number = self.state.next_id()
            start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(piece.name)}"/>'
            inner = self._inline(piece.pieces, use)
            end = self._around(f'<w:bookmarkEnd w:id="{number}"/>', use)
            return self._around(start, use) + inner + end
        if isinstance(piece, Footnote):
            return self._footnote(piece, use)
        return self._around(field_xml(piece.instruction, piece.shown, self._target(use).run_properties), use)

    def _footnote(self, footnote: Footnote, use: SlotUse) -> str:
        """The number of a footnote; its text goes to the part of the footnotes. No running head has any."""
        notes = self.state.footnotes
        if notes.main != self.part:
            return ""
        runs = "".join(self._noted(piece, use) for piece in footnote.pieces)
        return self._around(notes.add(runs), use)

    def _noted(self, piece: InlinePiece, use: SlotUse) -> str:
        """A piece of a footnote as runs; they take nothing over from the place of its number."""
        match piece:
            case Footnote():
                return ""
            case Reference() | SequenceField():
                return field_xml(piece.instruction, piece.shown, "")
            case Bookmark():
                number = self.state.next_id()
                inner = "".join(self._noted(each, use) for each in piece.pieces)
                start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(piece.name)}"/>'
                return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'
        text = escape(self._legal(str(piece), use)).replace("\n", _BREAK).replace("\t", _TAB)
        return f"<w:r>{_TEXT_START}{text}</w:t></w:r>"

    def _markup(self, value: Any, use: SlotUse) -> str:  # noqa: ANN401  (anything with __html__)
        xml = self._broken(self._legal(markup_of(value), use), use)
        if "<" in xml or "&" in xml:
            check_balanced(xml)
        return xml


def field_xml(instruction: str, shown: str, run: str) -> str:
    """Write a field with its text already there, as Word writes it."""
    begin = f"<w:r>{run}"
    return (
        f'{begin}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{begin}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'{begin}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{begin}{_TEXT_START}{escape(shown)}</w:t></w:r>"
        f'{begin}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _without_empty(xml: str, run: str) -> str:
    return xml.replace(f"<w:r>{run}{_TEXT_START}</w:t></w:r>", "")
