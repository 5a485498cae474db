"""Write docs/api.md, the reference of everything public: part of ``scripts.build_docs``."""

from __future__ import annotations

import enum
import importlib
import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Final

#: What is public besides the top, in the order of the page.
PACKAGES: Final = (
    "prikaz",
    "prikaz.model",
    "prikaz.rollover",
    "prikaz.comparison",
    "prikaz.files",
    "prikaz.docx",
    "prikaz.masters",
    "prikaz.batch",
    "prikaz.service",
    "prikaz.language",
    "prikaz.libreoffice",
    "prikaz.errors",
    "prikaz.findings",
)
_TITLE: Final = """\
# API

Everything public, with what its docstrings say. A name that does not stand here is private and may change at
any time. This page is made by `python -m scripts.build_docs`.
"""


def page() -> str:
    """The whole page."""
    seen: dict[int, str] = {}
    return "\n".join([_TITLE, *(part for name in PACKAGES for part in _package(name, seen))])


def _package(name: str, seen: dict[int, str]) -> Iterator[str]:
    module = importlib.import_module(name)
    yield f"## `{name}`\n"
    yield f"{_prose(inspect.getdoc(module) or '')}\n"
    for public in _public(module):
        value = getattr(module, public)
        if (first := seen.setdefault(id(value), name)) != name:
            yield f"- `{public}`: see `{first}`"
    yield ""
    for public in _public(module):
        value = getattr(module, public)
        if seen[id(value)] == name:
            yield from _entry(public, value)


def _public(module: ModuleType) -> list[str]:
    """The names of ``__all__``; of a module without one, those that it defines."""
    own = (
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
    )
    return sorted(getattr(module, "__all__", own), key=str.casefold)


def _entry(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 (whatever is public)
    if inspect.isclass(value):
        yield f"### `{name}{_signature(value)}`\n"
        yield f"{_prose(_own_doc(value))}\n"
        yield from _members(value)
    elif callable(value) and hasattr(value, "__name__"):
        yield f"### `{name}{_signature(value)}`\n"
        yield f"{_prose(inspect.getdoc(value) or '')}\n"
    else:
        yield f"### `{name}`\n"
        yield f"`{_plain(repr(value))}`\n"


def _own_doc(cls: type) -> str:
    return inspect.cleandoc(cls.__doc__ or "")


def _signature(value: Any) -> str:  # noqa: ANN401
    """The arguments; those of an enumeration or of an error are in its description."""
    if inspect.isclass(value) and not _has_own_init(value):
        return ""
    try:
        return _plain(str(_readable(inspect.signature(value))))
    except (TypeError, ValueError):
        return ""


class _Shown(str):
    """A text that is its own ``repr``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return self


def _readable(signature: inspect.Signature) -> inspect.Signature:
    """A signature with types that are not quoted, and defaults that print the same each time."""
    shown = [
        parameter.replace(annotation=_type(parameter.annotation), default=_default(parameter.default))
        for parameter in signature.parameters.values()
    ]
    return signature.replace(parameters=shown, return_annotation=_type(signature.return_annotation))


def _type(annotation: Any) -> Any:  # noqa: ANN401
    return _Shown(annotation) if isinstance(annotation, str) else annotation


def _default(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, frozenset):
        return _Shown("{…}")
    if isinstance(value, enum.Enum):
        return _Shown(str(value))
    return _Shown("…") if "NOTHING" in repr(value) else value


def _has_own_init(cls: type) -> bool:
    return "__init__" in vars(cls)


def _members(cls: type) -> Iterator[str]:
    """Public methods and properties that the class itself defines, and the members of an enumeration."""
    if hasattr(cls, "__members__"):
        members = ", ".join(f"`{name}` = {member.value!r}" for name, member in cls.__members__.items())
        yield f"{members}\n"
    for name, member in vars(cls).items():
        if name.startswith("_"):
            continue
        function = getattr(member, "fget", None) or getattr(member, "func", None) or member
        function = getattr(function, "__func__", function)
        if inspect.isfunction(function) and function.__doc__:
            is_method = member is function or isinstance(member, staticmethod | classmethod)
            arguments = _signature(function) if is_method else ""
            yield f"- `{name}{arguments}`: {_first_line(function.__doc__)}"
    yield ""


def _first_line(doc: str) -> str:
    return " ".join(inspect.cleandoc(doc).partition("\n\n")[0].split())


def _prose(doc: str) -> str:
    """A docstring as Markdown: sections become bold words; examples, which are tests, stay in the code."""
    text = re.sub(r"(?m)^(Args|Attributes|Returns|Raises|Yields):$", r"**\1**\n", doc)
    text = re.sub(r"(?m)^ {4}(\*{0,2}\w+)( \(.+?\))?:", r"- `\1`\2:", text)
    text = re.sub(r"(?m)^ {8}", "  ", text)
    text = re.sub(r":(?:class|func|mod|meth):`~?([\w.]+)`", r"`\1`", text).replace("``", "`")
    return re.sub(r"(?ms)^>>> .*?(?=\n\n|\Z)", "", text).strip()


def _plain(text: str) -> str:
    """A text without addresses of this process."""
    return re.sub(r" at 0x[0-9a-f]+", "", text)
