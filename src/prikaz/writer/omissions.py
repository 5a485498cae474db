"""What a template of the office's own leaves out of an order (пропуски): it would be lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from prikaz.docx import Template
from prikaz.findings import Finding

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
    """Tell what the order has and the template does not print."""
    for name, slot in _PRINTED.items():
        if view[name] and not any(each.startswith(slot) for each in template.slots):
            yield Finding(
                code="template-silent",
                path=(name,),
                message=f"шаблон «{template.name}» этого не печатает",
                hint="верните в шаблон метки, которые были на этом месте",
            )
