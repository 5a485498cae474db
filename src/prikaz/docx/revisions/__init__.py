"""Recorded changes and comments of a Word file (записанные правки и примечания): written, accepted, rejected.

What is to be changed and why is known to others; here are characters of paragraphs, whole
paragraphs, rows and columns, and what Word makes of a change of them.
"""

from prikaz.docx.revisions.comments.uncommenting import without_comments
from prikaz.docx.revisions.edits import (
    AUTHOR,
    SEPARATOR,
    AnyEdit,
    CommentAt,
    DeletedParagraph,
    DeletedRow,
    Edit,
    InsertedColumn,
    InsertedParagraph,
    InsertedRow,
    LeadingParagraph,
    Refused,
    Revised,
    Told,
    ToldKind,
)
from prikaz.docx.revisions.resolving.resolver import accepted, has_revisions, rejected
from prikaz.docx.revisions.revising import revise

__all__ = [
    "AUTHOR",
    "SEPARATOR",
    "AnyEdit",
    "CommentAt",
    "DeletedParagraph",
    "DeletedRow",
    "Edit",
    "InsertedColumn",
    "InsertedParagraph",
    "InsertedRow",
    "LeadingParagraph",
    "Refused",
    "Revised",
    "Told",
    "ToldKind",
    "accepted",
    "has_revisions",
    "rejected",
    "revise",
    "without_comments",
]
