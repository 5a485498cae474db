"""Russian administrative orders as objects, and proper .docx documents from them.

Everything public stands here; what is not in ``__all__`` is private. Names
are loaded on first use, so that ``import prikaz`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prikaz.docx import Picture, Result, Template
    from prikaz.errors import (
        DataError,
        LanguageError,
        ModelError,
        OutputError,
        PackageError,
        PrikazError,
        TemplateError,
        UnfilledSlotsError,
    )
    from prikaz.files import dump, from_dict, load, schema, to_dict
    from prikaz.findings import FaultyOrderError, Finding, Severity
    from prikaz.language.cases import Case, Form, Sex
    from prikaz.language.deadlines import Deadline, parse_deadline
    from prikaz.model import (
        Acknowledgement,
        Act,
        Acting,
        Activity,
        Alignment,
        Annex,
        Approval,
        BlankForm,
        Body,
        Bound,
        Cell,
        Clause,
        ClauseList,
        Column,
        Executor,
        Field,
        FieldKind,
        Heading,
        HeadingPlacement,
        Indicator,
        IndicatorTable,
        Initials,
        Issuer,
        Kind,
        Layout,
        Marker,
        MarkPattern,
        Member,
        Membership,
        Numbering,
        OfficeRules,
        OperativeWord,
        Order,
        Orientation,
        Paragraph,
        Person,
        Placement,
        Position,
        Roadmap,
        RowNumbers,
        Section,
        SectionNumbers,
        Signature,
        State,
        Table,
        Target,
        Voice,
    )
    from prikaz.writer import render, templates

#: Where a public name lives; what is not told lives in prikaz.model.
_HOMES = {
    "Picture": "docx",
    "Result": "docx",
    "Template": "docx",
    "DataError": "errors",
    "LanguageError": "errors",
    "ModelError": "errors",
    "OutputError": "errors",
    "PackageError": "errors",
    "PrikazError": "errors",
    "TemplateError": "errors",
    "UnfilledSlotsError": "errors",
    "dump": "files",
    "from_dict": "files",
    "load": "files",
    "schema": "files",
    "to_dict": "files",
    "FaultyOrderError": "findings",
    "Finding": "findings",
    "Severity": "findings",
    "Case": "language.cases",
    "Form": "language.cases",
    "Sex": "language.cases",
    "Deadline": "language.deadlines",
    "parse_deadline": "language.deadlines",
    "render": "writer",
    "templates": "writer",
}

__all__ = [
    "Acknowledgement",
    "Act",
    "Acting",
    "Activity",
    "Alignment",
    "Annex",
    "Approval",
    "BlankForm",
    "Body",
    "Bound",
    "Case",
    "Cell",
    "Clause",
    "ClauseList",
    "Column",
    "DataError",
    "Deadline",
    "Executor",
    "FaultyOrderError",
    "Field",
    "FieldKind",
    "Finding",
    "Form",
    "Heading",
    "HeadingPlacement",
    "Indicator",
    "IndicatorTable",
    "Initials",
    "Issuer",
    "Kind",
    "LanguageError",
    "Layout",
    "MarkPattern",
    "Marker",
    "Member",
    "Membership",
    "ModelError",
    "Numbering",
    "OfficeRules",
    "OperativeWord",
    "Order",
    "Orientation",
    "OutputError",
    "PackageError",
    "Paragraph",
    "Person",
    "Picture",
    "Placement",
    "Position",
    "PrikazError",
    "Result",
    "Roadmap",
    "RowNumbers",
    "Section",
    "SectionNumbers",
    "Severity",
    "Sex",
    "Signature",
    "State",
    "Table",
    "Target",
    "Template",
    "TemplateError",
    "UnfilledSlotsError",
    "Voice",
    "dump",
    "from_dict",
    "load",
    "parse_deadline",
    "render",
    "schema",
    "templates",
    "to_dict",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a module holds anything)
    if name not in __all__:
        raise AttributeError(f"module 'prikaz' has no attribute {name!r}")
    return getattr(import_module(f"prikaz.{_HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
