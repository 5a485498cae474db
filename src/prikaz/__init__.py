"""Russian administrative orders as objects, and proper .docx documents from them.

An order is an :class:`Order` with its clauses, annexes and signatures; ``load`` takes it from a data
file, ``render`` makes its document, ``roll`` the order of a new year. What most programs need stands
here, by what it is for:

    make and save       open (data files and Word files), read (Word files), load, dump,
                        render, render_many, Result, Template, Picture
    carry on            roll (the order of a new year), compare (what differs in two orders)
    read back           printed (what of an order can be read on its paper)
    the order           Order, Kind, Issuer, Act, Clause, Field, Signature, Endorsement, PreparedBy
    people and bodies   Person, Position, Body, Sex, Case
    annexes             Annex, Paragraph, Heading, ClauseList, Membership, Member
    tables              Roadmap, Section, Activity, IndicatorTable, Indicator, Target, Table, Cell, Column
    settings            OfficeProfile
    what is wrong       Finding, Severity, and as errors PrikazError, ModelError, DataError,
                        FaultyOrderError, TemplateError, OutputError

The rest stands one step further, each package with help of its own:

    prikaz.model        every class of an order, with the fields by their Russian terms
    prikaz.files        data files: drafts with places, dictionaries, schema, skeletons, glossary
    prikaz.rollover     changes, what is kept, questions; windows of years, weekends, undo
    prikaz.comparison   differences of two orders
    prikaz.batch        many orders from the rows of a table
    prikaz.service      what the command line does, as functions: open, make, roll, compare, save
    prikaz.docx         templates and values of Word documents
    prikaz.masters      the built-in templates
    prikaz.language     cases, names, numbers, dates and deadlines; stands on its own
    prikaz.libreoffice  PDF and other formats
    prikaz.errors, prikaz.findings

>>> from prikaz import Kind, Order, Person, Signature, render
>>> head = Signature(position="Директор", person=Person(last="Белов", first="Игорь"))
>>> order = Order(kind=Kind.ORDER, clauses=["Создать комиссию."], signatures=[head])
>>> render(order).to_bytes()[:2]
b'PK'

Names are loaded on first use, so that ``import prikaz`` costs next to nothing.
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily
from prikaz.version import __version__ as __version__

if TYPE_CHECKING:
    from prikaz.batch import render_many
    from prikaz.comparison import compare
    from prikaz.docx import Picture, Result, Template
    from prikaz.errors import DataError, ModelError, OutputError, PrikazError, TemplateError
    from prikaz.files import dump, load
    from prikaz.findings import FaultyOrderError, Finding, Severity
    from prikaz.language.words.cases import Case, Sex
    from prikaz.model import (
        Act,
        Activity,
        Annex,
        Body,
        Cell,
        Clause,
        ClauseList,
        Column,
        Endorsement,
        Field,
        Heading,
        Indicator,
        IndicatorTable,
        Issuer,
        Kind,
        Member,
        Membership,
        OfficeProfile,
        Order,
        Paragraph,
        Person,
        Position,
        PreparedBy,
        Roadmap,
        Section,
        Signature,
        Table,
        Target,
    )
    from prikaz.rollover import roll
    from prikaz.service.opening import open  # noqa: A004 (read as prikaz.open)
    from prikaz.service.printing import printed
    from prikaz.service.rendering import render
    from prikaz.service.word_files import read

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "Act": "model",
    "Activity": "model",
    "Annex": "model",
    "Body": "model",
    "Case": "language.words.cases",
    "Cell": "model",
    "Clause": "model",
    "ClauseList": "model",
    "Column": "model",
    "DataError": "errors",
    "Endorsement": "model",
    "FaultyOrderError": "findings",
    "Field": "model",
    "Finding": "findings",
    "Heading": "model",
    "Indicator": "model",
    "IndicatorTable": "model",
    "Issuer": "model",
    "Kind": "model",
    "Member": "model",
    "Membership": "model",
    "ModelError": "errors",
    "OfficeProfile": "model",
    "Order": "model",
    "OutputError": "errors",
    "Paragraph": "model",
    "Person": "model",
    "Picture": "docx",
    "Position": "model",
    "PreparedBy": "model",
    "PrikazError": "errors",
    "Result": "docx",
    "Roadmap": "model",
    "Section": "model",
    "Severity": "findings",
    "Sex": "language.words.cases",
    "Signature": "model",
    "Table": "model",
    "Target": "model",
    "Template": "docx",
    "TemplateError": "errors",
    "compare": "comparison",
    "dump": "files",
    "load": "files",
    "open": "service.opening",
    "printed": "service.printing",
    "read": "service.word_files",
    "render": "service.rendering",
    "render_many": "batch",
    "roll": "rollover",
}
__all__ = [
    "Act",
    "Activity",
    "Annex",
    "Body",
    "Case",
    "Cell",
    "Clause",
    "ClauseList",
    "Column",
    "DataError",
    "Endorsement",
    "FaultyOrderError",
    "Field",
    "Finding",
    "Heading",
    "Indicator",
    "IndicatorTable",
    "Issuer",
    "Kind",
    "Member",
    "Membership",
    "ModelError",
    "OfficeProfile",
    "Order",
    "OutputError",
    "Paragraph",
    "Person",
    "Picture",
    "Position",
    "PreparedBy",
    "PrikazError",
    "Result",
    "Roadmap",
    "Section",
    "Severity",
    "Sex",
    "Signature",
    "Table",
    "Target",
    "Template",
    "TemplateError",
    "compare",
    "dump",
    "load",
    "open",
    "printed",
    "read",
    "render",
    "render_many",
    "roll",
]
# End of what is written


# No __dir__: help() would print every class in full, thousands of lines. The names are in __all__.
__getattr__ = lazily(__name__, _HOMES)
