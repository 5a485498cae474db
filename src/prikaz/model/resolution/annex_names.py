"""How a text names annexes (приложения в ссылках): by number, and by what they belong to if need be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from prikaz.findings import Finding, Path
from prikaz.model.orders import Order
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.content import NBSP, listed
from prikaz.model.resolution.marks import address
from prikaz.model.resolution.numbering import NumberedAnnex
from prikaz.model.resolution.results import WithFindings

#: What an annex belongs to, typed behind a reference to it.
_ADDRESS = re.compile(
    r"\s+ко?\s+(?:[А-ЯЁ]|настоящ|эт(?:ому|ой|им)|нему|ней|приложени|приказ|постановлени|распоряжени|решени|план"
    r"|дорожной карт|комплекс|программ|график|положени|порядку|правилам|инструкци|перечню)"
)


def annex_numbers(
    annexes: Sequence[NumberedAnnex], near: Path, following: object, order: Order, profile: OfficeProfile
) -> WithFindings[str]:
    """What stands behind «приложениям»: « № 1 и 2», « № 1 к Порядку смотра»; "" for the only annex.

    Args:
        annexes: The annexes.
        near: The annex whose annexes a number alone means in that place; () for those of the order.
        following: What the author has typed behind the reference.
        order: The order.
        profile: Office profile.
    """
    is_told = isinstance(following, str) and _ADDRESS.match(following) is not None
    if is_told or all(target.path[:-2] == near for target in annexes):
        return WithFindings(_numbers(annexes, profile))
    named = ""
    findings: tuple[Finding, ...] = ()
    for _, group in groupby(annexes, lambda target: target.path[:-2]):
        held = [*group]
        belongs, doubts = address(held[0], order, profile)
        named += f"{' и' if named else ''}{_numbers(held, profile)} {belongs}"
        findings += doubts
    return WithFindings(named, findings)


def _numbers(annexes: Sequence[NumberedAnnex], profile: OfficeProfile) -> str:
    if annexes[0].number is None:
        return ""
    sign = f"№{NBSP}" if profile.annex_number_sign else ""
    numbers = listed(tuple((str(target.number),) for target in annexes))
    return f"{NBSP}{sign}{''.join(map(str, numbers))}"
