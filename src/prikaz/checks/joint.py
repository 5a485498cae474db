"""Joint acts (совместные акты): every body signs, and no two coats of arms stand together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from prikaz.checks.context import CheckContext
from prikaz.findings import Finding, FindingKind

JOINT_UNSIGNED: Final = FindingKind(
    "joint-unsigned", "Органов в совместном акте больше, чем подписей", source="ГОСТ Р 7.0.97-2016, 5.22"
)
JOINT_EMBLEM: Final = FindingKind(
    "joint-emblem",
    "Герб второго органа совместного акта не печатается: гербы не ставят рядом",
    source="ГОСТ Р 7.0.97-2025",
)

JOINT_CONTACTS: Final = FindingKind(
    "joint-contacts", "Реквизиты второго органа совместного акта не печатаются: под бланками стоят одни"
)


def joint(context: CheckContext) -> Iterator[Finding]:
    """What is wrong in a joint act."""
    order = context.order
    if not order.co_issuers:
        return
    bodies, signatures = 1 + len(order.co_issuers), len(order.signatures)
    if signatures < bodies and order.kind.is_directive:
        message = f"органов {bodies}, а подписей {signatures}"
        yield JOINT_UNSIGNED.finding(message, "допишите подпись каждого органа", ("подписи",))
    for place, item in enumerate(order.co_issuers, 1):
        if item.issuer.emblem:
            message = "герб второго органа не напечатается"
            yield JOINT_EMBLEM.finding(message, "уберите его", ("совместно", place, "герб"))
        if item.issuer.contacts:
            hint = "впишите их строками бланка этого органа или уберите"
            message = "реквизиты второго органа не напечатаются"
            yield JOINT_CONTACTS.finding(message, hint, ("совместно", place, "реквизиты"))
