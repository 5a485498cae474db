"""Data files in and out: an order as YAML or JSON with Russian keys, office profiles as TOML.

Reads what a clerk typed and reports everything that is wrong with it at once,
each with its place. What an order means is the business of
:mod:`prikaz.model`; how it looks, of the writer. Names are loaded when they
are asked for: who reads a file does not wait for what writes one.
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.files.docs.glossaries import glossary
    from prikaz.files.docs.schemas import schema
    from prikaz.files.docs.skeletons import skeleton
    from prikaz.files.loading.draft import (
        FileDraft,
        from_dict,
        load,
        open,  # noqa: A004 (read as files.open)
        profile_beside,
    )
    from prikaz.files.loading.plain_rows import PlainRow, read_rows
    from prikaz.files.loading.profiles import load_profile
    from prikaz.files.loading.questions import QuestionEntry, read_questions
    from prikaz.files.nodes.nodes import Place
    from prikaz.files.writing.emit import dump
    from prikaz.files.writing.marks import is_unedited, read_out_of
    from prikaz.files.writing.new_file import plan_new
    from prikaz.files.writing.questions import print_questions, with_more_questions
    from prikaz.files.writing.revision import Revision, RevisionPlan, plan_revision, revise
    from prikaz.files.writing.unstructure import to_dict

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "FileDraft": "loading.draft",
    "Place": "nodes.nodes",
    "PlainRow": "loading.plain_rows",
    "QuestionEntry": "loading.questions",
    "Revision": "writing.revision",
    "RevisionPlan": "writing.revision",
    "dump": "writing.emit",
    "from_dict": "loading.draft",
    "glossary": "docs.glossaries",
    "is_unedited": "writing.marks",
    "load": "loading.draft",
    "load_profile": "loading.profiles",
    "open": "loading.draft",
    "plan_new": "writing.new_file",
    "plan_revision": "writing.revision",
    "print_questions": "writing.questions",
    "profile_beside": "loading.draft",
    "read_out_of": "writing.marks",
    "read_questions": "loading.questions",
    "read_rows": "loading.plain_rows",
    "revise": "writing.revision",
    "schema": "docs.schemas",
    "skeleton": "docs.skeletons",
    "to_dict": "writing.unstructure",
    "with_more_questions": "writing.questions",
}
__all__ = [
    "FileDraft",
    "Place",
    "PlainRow",
    "QuestionEntry",
    "Revision",
    "RevisionPlan",
    "dump",
    "from_dict",
    "glossary",
    "is_unedited",
    "load",
    "load_profile",
    "open",
    "plan_new",
    "plan_revision",
    "print_questions",
    "profile_beside",
    "read_out_of",
    "read_questions",
    "read_rows",
    "revise",
    "schema",
    "skeleton",
    "to_dict",
    "with_more_questions",
]
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
