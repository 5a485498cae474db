"""What stands round and under the signature: grounds, seal, acquaintance in a line, copy mark, notes."""

from __future__ import annotations

from collections.abc import Iterator

from prikaz.masters.builder.conditions import each, when
from prikaz.masters.builder.markup import paragraph, run

_SEAL = "М.П."


def before_signature() -> Iterator[str]:
    """The grounds of a personnel order; they go to the next page with the signature."""
    yield each("строка", "основание", paragraph("Grounds", run("{{ строка }}")))


def under_one_signature(signature: str) -> str:
    """The place for a seal under the signature that the variable ``signature`` holds."""
    return when(f"{signature}.печать", paragraph("Seal", run(_SEAL)))


def under_signatures() -> Iterator[str]:
    """Who has read the order, who certifies its copy, who introduces its draft."""
    person = "ознакомленный"
    yield each(
        person,
        "ознакомление_строкой",
        paragraph("MarkWords", run(f"{{{{ {person}.слова }}}}")),
        when(f"{person}.должность", paragraph("MarkLine", run(f"{{{{ {person}.должность }}}}"))),
        paragraph("MarkSignature", run(f"{{{{ {person}.подпись }}}}\t{{{{ {person}.дата }}}}")),
    )
    yield when(
        "верно",
        paragraph("MarkWords", run("Верно")),
        when("верно.должность", paragraph("MarkLine", run("{{ верно.должность }}"))),
        paragraph("MarkSignature", run("{{ верно.подпись }}\t{{ верно.дата }}")),
        when("верно.подлинник", paragraph("MarkLine", run("{{ верно.подлинник }}"))),
        under_one_signature("верно"),
    )
    who = paragraph("MarkSignature", run("{{ внёсший.должность|string|wordwrap(36) }}\t{{ внёсший.имя }}"))
    yield when(
        "проект_вносит",
        paragraph("MarkWords", run("{{ проект_вносит.слова }}")),
        each("внёсший", "проект_вносит.лица", who),
    )


def notes() -> str:
    """Notes of registration, below everything else."""
    return each("строка", "отметки", paragraph("Note", run("{{ строка }}")))
