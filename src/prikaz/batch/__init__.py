"""Many orders: from any source of them, and from the rows of a table.

What one order looks like is the business of the writer; here stand rows,
names of files, what was made and what was not. The folder of a batch is
whole at any moment: a document is there or it is not, and what is there is
written in its manifest.
"""

from prikaz.batch.manifest import Flaw, verify
from prikaz.batch.many import render_many
from prikaz.batch.outcomes import BatchError, Failed, Fault, Made, Outcome, Reused
from prikaz.batch.pdf import make_pdfs, without_pdf
from prikaz.batch.plan import Plan, make_plan
from prikaz.batch.running import changed_template, run, strangers

__all__ = [
    "BatchError",
    "Failed",
    "Fault",
    "Flaw",
    "Made",
    "Outcome",
    "Plan",
    "Reused",
    "changed_template",
    "make_pdfs",
    "make_plan",
    "render_many",
    "run",
    "strangers",
    "verify",
    "without_pdf",
]
