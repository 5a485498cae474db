"""Printing values into one part: what the compiled code of a template calls while it runs.

The first lines of each method are for plain strings without special signs,
which is nearly everything that an order prints; the rest is apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.rendering.limits import CHUNK, built, check_length, shown, too_long, weight
from prikaz.docx.rendering.loop import Loop
from prikaz.docx.rendering.missing import Missing, Site, is_absent, is_undefined
from prikaz.docx.values.inline import Bookmark, Break, Inline, InlinePiece
from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.names import escape

if TYPE_CHECKING:
    from prikaz.docx.compilation.source import RunProperties
    from prikaz.docx.rendering.code import Code
    from prikaz.docx.rendering.state import RenderState

_ILLEGAL: Final = "[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]"  # compiled when it is needed
#: Plain numbers of the variable ``loop``, which need no look by the sandbox.
OF_LOOP: Final = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth"})
_NEXT: Final = '<w:t xml:space="preserve">'
_BREAK: Final = f"</w:t><w:br/>{_NEXT}"
_TAB: Final = f"</w:t><w:tab/>{_NEXT}"
_PAGE: Final = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


class Printer:
    """Prints the values of one part in one render."""

    special = re.compile("[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]").search

    def __init__(self, rendering: RenderState, code: Code) -> None:
        self.rendering = rendering
        self.part = code.name
        self._code = code
        self.tick = rendering.tick
        self.styles = rendering.styles.exact

    # Values of the context

    def lack(self, site: Site) -> Missing:
        """Give a value that nobody has given."""
        return Missing(self.rendering.ledger, self.part, site)

    def undefined(self, hint: str, name: str = "") -> Any:  # noqa: ANN401  (of Jinja)
        """Give what Jinja itself finds missing: an argument of a macro, the turn before the first."""
        return self.lack((name, 0)) if name else self.rendering.sandbox().undefined(hint)

    def look(self, owner: Any, name: str, site: Site) -> Any:  # noqa: ANN401  (values may be anything)
        """Give an item or attribute of a value by its name."""
        if type(owner) is dict and name in owner:
            return owner[name]
        if type(owner) is Loop and name in OF_LOOP:
            return getattr(owner, name)
        if isinstance(owner, Mapping) and name in owner and not name.startswith("_"):
            return owner[name]
        return self._found(self.rendering.sandbox().getattr(owner, name), owner, name, site)

    def item(self, owner: Any, name: Any, site: Site) -> Any:  # noqa: ANN401  (values may be anything)
        """Give an item of a value by its key or number."""
        if isinstance(name, slice):
            self.tick(weight(owner))
            return owner if isinstance(owner, Missing) else owner[name]
        if isinstance(name, tuple):
            self.tick(built(name))
        return self._found(self.rendering.sandbox().getitem(owner, name), owner, name, site)

    def _found(self, value: Any, owner: Any, name: object, site: Site) -> Any:  # noqa: ANN401
        if isinstance(owner, Missing):
            return owner.inner(str(name))
        return self.lack(site) if is_undefined(value) else value

    def built(self, value: Any) -> Any:  # noqa: ANN401  (a list, a tuple or a mapping)
        """Weigh what the template itself has put together."""
        self.tick(built(value))
        return value

    # What is joined before it is printed

    def concat(self, texts: Sequence[str]) -> str:
        """Join what a macro or a block has printed."""
        if sum(map(len, texts)) > CHUNK:
            raise too_long()
        return "".join(texts)

    def join(self, values: Iterable[Any]) -> str:
        """Join the operands of ``~``."""
        from jinja2.runtime import markup_join  # noqa: PLC0415 (plain templates need no Jinja)

        texts = [value.note() if isinstance(value, Missing) else value for value in values]
        length = sum(map(shown, texts))
        check_length(length)
        self.tick(1 + length // 32)
        return markup_join(texts)

    # Printing

    def text(self, value: Any, site: Site) -> str:  # noqa: ANN401  (values may be anything)
        """Print inside a run."""
        if type(value) is str:
            return value if self.special(value) is None else self._clean(value, site)
        return self._other(value, site)

    def plain(self, value: Any, site: Site) -> str:  # noqa: ANN401  (values may be anything)
        """Print into an attribute, an instruction of a field or a property of the document."""
        if type(value) is str and self.special(value) is None and '"' not in value:
            return value
        if value is None or is_absent(value):
            return escape(self._absent(value, site))
        if is_markup(value):
            return self._plain_markup(value, site)
        return escape(self._legal(self._spoken(value), site))

    def runs(self, value: Any, site: Site) -> str:  # noqa: ANN401  (values may be anything)
        """Print in place of a run."""
        if is_markup(value):
            return self._markup(value, site)
        run = self._spot(site).run
        return _without_empty(f"<w:r>{run}{_NEXT}{self.text(value, site)}</w:t></w:r>", run)

    def blocks(self, value: Any, site: Site) -> str:  # noqa: ANN401  (values may be anything)
        """Print in place of a paragraph."""
        spot = self._spot(site)
        if is_markup(value):
            xml = self._markup(value, site)
            return f"<w:p>{spot.paragraph}{xml}</w:p>" if xml.startswith("<w:r>") else xml
        return f"<w:p>{spot.paragraph}{self.runs(value, site)}</w:p>" if value != "" else ""

    def _plain_markup(self, value: Any, site: Site) -> str:  # noqa: ANN401  (anything with __html__)
        """Print XML as it is where the engine itself or a tag for rows prints it; only text anywhere else."""
        xml = str(value.__html__())
        shape = self._code.source.tag(site[1]).shape
        if shape and not shape.carrier and "<" in xml:
            raise TagError(
                "значение с оформлением стоит там, где печатается только текст", "дайте простой текст"
            )
        return xml

    def _other(self, value: Any, site: Site) -> str:  # noqa: ANN401  (values may be anything)
        if value is None or is_absent(value):
            return escape(self._absent(value, site))
        if isinstance(value, Inline):
            return self._inline(value.pieces, site)
        from prikaz.docx.values.picture import Picture  # noqa: PLC0415 (most values are texts, printed above)

        if isinstance(value, Picture):
            return self._around(f"<w:r>{self.rendering.picture_xml(value, self.part)}</w:r>", site)
        if is_markup(value):
            xml = self._markup(value, site)
            return self._around(xml, site) if xml.startswith("<w:r>") else xml
        return self.text(self._spoken(value), site)

    def _spoken(self, value: object) -> str:
        self.tick(shown(value) // 8)
        return spoken(value)

    def _absent(self, value: object, site: Site) -> str:
        """Print nothing, or a mark in a draft; note what was not given."""
        if isinstance(value, Missing):
            return value.note()
        return self.rendering.ledger.note(self.part, site) if value is None else ""

    def _spot(self, site: Site) -> RunProperties:
        return self._code.source.tag(site[1]).spot

    def _clean(self, value: str, site: Site) -> str:
        value = self._legal(value.replace("\r\n", "\n").replace("\r", "\n"), site)
        return self._broken(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), site)

    def _legal(self, value: str, site: Site) -> str:
        """Take out the signs that no XML can hold, with a word about it."""
        if not value.isprintable() and (illegal := re.findall(_ILLEGAL, value)):
            self.rendering.tell_illegal(sorted(set(illegal)), site[0])
            return re.sub(_ILLEGAL, "", value)
        return value

    def _broken(self, text: str, site: Site) -> str:
        """Turn the signs of docxtpl's listings into what Word has for them."""
        text = text.replace("\n", _BREAK).replace("\t", _TAB)
        if "\a" not in text and "\f" not in text:
            return text
        spot = self._spot(site)
        begin = f"<w:p>{spot.paragraph}<w:r>{spot.run}{_NEXT}"
        return text.replace("\a", f"</w:t></w:r></w:p>{begin}").replace(
            "\f", f"</w:t></w:r></w:p>{_PAGE}{begin}"
        )

    def _around(self, runs: str, site: Site) -> str:
        """Put runs in the middle of a run."""
        run = self._spot(site).run
        return f"</w:t></w:r>{runs}<w:r>{run}{_NEXT}"

    def _inline(self, pieces: Iterable[InlinePiece], site: Site) -> str:
        return "".join(self._piece(piece, site) for piece in pieces)

    def _piece(self, piece: InlinePiece, site: Site) -> str:
        if isinstance(piece, str):
            return self.text(str(piece), site)
        if isinstance(piece, Break):
            return _BREAK
        if isinstance(piece, Bookmark):
            number = self.rendering.next_id()
            start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(piece.name)}"/>'
            inner = self._inline(piece.pieces, site)
            end = self._around(f'<w:bookmarkEnd w:id="{number}"/>', site)
            return self._around(start, site) + inner + end
        return self._around(field_xml(piece.instruction, piece.shown, self._spot(site).run), site)

    def _markup(self, value: Any, site: Site) -> str:  # noqa: ANN401  (anything with __html__)
        module = type(value).__module__
        if module == "docxtpl.inline_image":
            raise TagError("картинка docxtpl здесь не печатается", "передайте prikaz.Picture")
        if module == "docxtpl.subdoc":
            raise TagError(
                "вложенный документ docxtpl не печатается", "перенесите его текст в шаблон, в цикл"
            )
        if module == "docxtpl.richtext" and "r:id=" in value.xml:
            raise TagError(
                "ссылка из RichText не печатается", "сделайте ссылку в шаблоне: поле HYPERLINK с меткой"
            )
        xml = self._broken(self._legal(str(value.__html__()), site), site)
        if "<" in xml or "&" in xml:
            check_whole(xml)
        return xml


def spoken(value: object) -> str:
    """Give a value as text; one without a text of its own is refused: no address in memory is printed."""
    kind = type(value)
    if callable(value) or (kind.__str__ is object.__str__ and kind.__repr__ is object.__repr__):
        raise TagError(
            f"значение вида «{kind.__name__}» не печатается", "укажите его поле или позовите его: имя()"
        )
    return str(value)


def is_markup(value: object) -> bool:
    """Tell whether a value brings its own XML: a macro's result, docxtpl's rich text."""
    return hasattr(value, "__html__")


def field_xml(instruction: str, shown: str, run: str) -> str:
    """Write a field with its text already there, as Word writes it."""
    begin = f"<w:r>{run}"
    return (
        f'{begin}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{begin}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'{begin}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{begin}{_NEXT}{escape(shown)}</w:t></w:r>"
        f'{begin}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def check_whole(xml: str) -> None:
    """Refuse XML that would break the document: all that it opens, it closes."""
    from xml.parsers import expat  # noqa: PLC0415 (few values bring their own XML)

    try:
        expat.ParserCreate().Parse(f"<w:body><w:p><w:r><w:t>{xml}</w:t></w:r></w:p></w:body>", True)  # noqa: FBT003  (C signature)
    except expat.ExpatError as error:
        raise TagError(
            "значение не годится как XML", "уберите из метки «safe»: знаки «&» и «<» печатаются верно сами"
        ) from error


def _without_empty(xml: str, run: str) -> str:
    return xml.replace(f"<w:r>{run}{_NEXT}</w:t></w:r>", "")
