"""How values become text or XML, and which of them do not."""

from __future__ import annotations

from typing import Any, Final

from prikaz.docx.wml.errors import TagError
from prikaz.findings import FindingKind, Severity

VALUE_UNPRINTABLE: Final = FindingKind(
    "value-unprintable", "Значение этого вида в документе не печатается", Severity.ERROR
)
_UNSUPPORTED: Final = {
    "docxtpl.inline_image": ("картинка docxtpl здесь не печатается", "передайте prikaz.Picture"),
    "docxtpl.subdoc": (
        "вложенный документ docxtpl не печатается",
        "перенесите его текст в шаблон, в цикл",
    ),
}
_LINK: Final = ("ссылка из RichText не печатается", "сделайте ссылку в шаблоне: поле HYPERLINK с меткой")


def text_of(value: object) -> str:
    """Give a value as text; one without a text of its own is refused: no address in memory is printed."""
    kind = type(value)
    if callable(value) or (kind.__str__ is object.__str__ and kind.__repr__ is object.__repr__):
        message = f"значение вида «{kind.__name__}» не печатается"
        raise TagError(VALUE_UNPRINTABLE, message, "укажите его поле или позовите его: имя()")
    return str(value)


def is_markup(value: object) -> bool:
    """Whether a value brings its own XML: a macro's result, docxtpl's rich text."""
    return hasattr(value, "__html__")


def markup_of(value: Any) -> str:  # noqa: ANN401  (anything with __html__)
    """Give the XML that a value brings; values of docxtpl that need parts of their own are refused."""
    module = type(value).__module__
    if module in _UNSUPPORTED:
        raise TagError(VALUE_UNPRINTABLE, *_UNSUPPORTED[module])
    if module == "docxtpl.richtext" and "r:id=" in value.xml:
        raise TagError(VALUE_UNPRINTABLE, *_LINK)
    return str(value.__html__())


def check_balanced(xml: str) -> None:
    """Refuse XML that would break the document: whatever it opens, it must close."""
    from xml.parsers import expat  # noqa: PLC0415 (few values bring their own XML)

    try:
        expat.ParserCreate().Parse(f"<w:body><w:p><w:r><w:t>{xml}</w:t></w:r></w:p></w:body>", True)  # noqa: FBT003  (C signature)
    except expat.ExpatError as error:
        hint = "уберите из метки «safe»: знаки «&» и «<» печатаются верно сами"
        raise TagError(VALUE_UNPRINTABLE, "значение не годится как XML", hint) from error
