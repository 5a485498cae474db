"""Facts about joint acts: what of the further bodies would not be printed is told, and who has not signed."""

from __future__ import annotations

import pytest

from prikaz import Issuer
from prikaz.model import CoIssuer, Emblem
from tests.makers import HEAD, checked, make_order, png


def found(issuer: Issuer, signatures: int = 2) -> list[tuple[str, tuple[str | int, ...]]]:
    order = make_order(co_issuers=[CoIssuer(issuer=issuer)], signatures=[HEAD] * signatures)
    return [(item.code, item.path) for item in checked(order)]


@pytest.mark.parametrize(
    ("issuer", "code", "field"),
    [
        (Issuer(short="отдел культуры", emblem=Emblem(image=png())), "joint-emblem", "герб"),
        (Issuer(short="отдел культуры", contacts=["тел. 2-15-15"]), "joint-contacts", "реквизиты"),
    ],
)
def test_what_of_a_second_body_is_not_printed_is_told(issuer: Issuer, code: str, field: str) -> None:
    assert found(issuer) == [(code, ("совместно", 1, field))]


def test_a_body_that_has_not_signed_is_told() -> None:
    assert found(Issuer(short="отдел культуры"), signatures=1) == [("joint-unsigned", ("подписи",))]
    assert found(Issuer(short="отдел культуры")) == []
