"""What a template of the office's own leaves out of an order (пропуски): it would be lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from prikaz.docx import Template
from prikaz.findings import Finding, FindingKind

TEMPLATE_SILENT: Final = FindingKind("template-silent", "Свой шаблон не печатает того, что есть в документе")

#: What an order cannot do without, by its name in the view: the beginning of the slot that prints it.
_PRINTED: Final = {
    "дата": "дата",
    "номер": "номер",
    "заголовок": "заголовок",
    "преамбула": "преамбула",
    "пункты": "пункты[].текст",
    "подписи": "подписи[].имя",
    "приложения": "приложения[].блоки",
}


def omissions(view: Mapping[str, Any], template: Template) -> Iterator[Finding]:
    """What the order has and the template does not print."""
    for name, slot in _PRINTED.items():
        if view[name] and not any(each.startswith(slot) for each in template.slots):
            message = f"шаблон «{template.name}» этого не печатает"
            yield TEMPLATE_SILENT.finding(
                message, "верните в шаблон метки, которые были на этом месте", (name,)
            )
