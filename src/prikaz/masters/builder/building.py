"""All built-in templates at once, under the names of their files."""

from __future__ import annotations

from prikaz.masters.builder.body import order_document, standalone_document
from prikaz.masters.builder.kinds import MASTERS, REPORTS, STANDALONE
from prikaz.masters.builder.package import package
from prikaz.masters.builder.reports import report


def build_masters() -> dict[str, bytes]:
    """The templates of orders by the names of their files: "приказ.docx"."""
    orders = {f"{master.name}.docx": package(master, order_document()) for master in MASTERS}
    return orders | {f"{STANDALONE.name}.docx": package(STANDALONE, standalone_document())}


def build_reports() -> dict[str, bytes]:
    """The templates of short reports by the names of their files: "изменения.docx"."""
    return {f"{master.name}.docx": package(master, report(master.name)) for master in REPORTS}
