"""The order as objects: what it is, how it is numbered, what its text refers to.

Knows nothing of files, paper or Word. Numbers of clauses and annexes,
citations and references are computed in :mod:`prikaz.model.resolution`, because
the writer, the checks and the reader all need them.
"""

from prikaz.model.acts import Act, AmendingAct
from prikaz.model.annexes import Annex, MarkPattern, Orientation
from prikaz.model.approvals import ApprovalStamp
from prikaz.model.attaching import attach
from prikaz.model.blocks import (
    BLOCKS,
    Block,
    Clause,
    ClauseList,
    Heading,
    Illustration,
    Marker,
    Member,
    Membership,
    NewWording,
    Paragraph,
)
from prikaz.model.copies import CopyMark
from prikaz.model.fields import Field, FieldKind
from prikaz.model.images import Image
from prikaz.model.indicators import Bound, Indicator, IndicatorTable, Target
from prikaz.model.joint import CoIssuer
from prikaz.model.kinds import Kind
from prikaz.model.orders import OperativeWord, Order, Placement, State, Voice
from prikaz.model.people import (
    Acknowledgement,
    Acting,
    Body,
    Emblem,
    Endorsement,
    Issuer,
    Person,
    Position,
    PreparedBy,
    Signature,
)
from prikaz.model.profiles import (
    HeadingPlacement,
    Initials,
    Layout,
    LetterheadForm,
    Numbering,
    OfficeProfile,
    YearHead,
)
from prikaz.model.tables import (
    Activity,
    Alignment,
    BlankForm,
    Cell,
    Column,
    Roadmap,
    RowNumbers,
    Section,
    SectionNumbers,
    Table,
)

__all__ = [
    "BLOCKS",
    "Acknowledgement",
    "Act",
    "Acting",
    "Activity",
    "Alignment",
    "AmendingAct",
    "Annex",
    "ApprovalStamp",
    "BlankForm",
    "Block",
    "Body",
    "Bound",
    "Cell",
    "Clause",
    "ClauseList",
    "CoIssuer",
    "Column",
    "CopyMark",
    "Emblem",
    "Endorsement",
    "Field",
    "FieldKind",
    "Heading",
    "HeadingPlacement",
    "Illustration",
    "Image",
    "Indicator",
    "IndicatorTable",
    "Initials",
    "Issuer",
    "Kind",
    "Layout",
    "LetterheadForm",
    "MarkPattern",
    "Marker",
    "Member",
    "Membership",
    "NewWording",
    "Numbering",
    "OfficeProfile",
    "OperativeWord",
    "Order",
    "Orientation",
    "Paragraph",
    "Person",
    "Placement",
    "Position",
    "PreparedBy",
    "Roadmap",
    "RowNumbers",
    "Section",
    "SectionNumbers",
    "Signature",
    "State",
    "Table",
    "Target",
    "Voice",
    "YearHead",
    "attach",
]
