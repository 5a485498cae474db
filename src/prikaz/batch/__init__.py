"""Many orders: from any source of them, and from the rows of a table.

What one order looks like is the business of the writer; here stand rows,
names of files, what was made and what was not. The folder of a batch is
whole at any moment: a document is there or it is not, and what is there is
written in its manifest.
"""

from prikaz.batch.manifest import Discrepancy, verify
from prikaz.batch.many import render_many
from prikaz.batch.outcomes import BatchError, Failed, Fault, Outcome, Saved, UpToDate
from prikaz.batch.pdf import make_pdfs, without_pdf
from prikaz.batch.plan import Plan, make_plan
from prikaz.batch.running import files_without_row, is_template_changed, run

__all__ = [
    "BatchError",
    "Discrepancy",
    "Failed",
    "Fault",
    "Outcome",
    "Plan",
    "Saved",
    "UpToDate",
    "files_without_row",
    "is_template_changed",
    "make_pdfs",
    "make_plan",
    "render_many",
    "run",
    "verify",
    "without_pdf",
]
