"""Pictures of the masters: the picture in the middle, its caption under it."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.markup import paragraph, run, tag, tag_line
from prikaz.masters.builder.style import StyleDefinition

STYLES: Final = (
    StyleDefinition(
        id="Illustration", name="Рисунок", follows="IllustrationCaption", before=6, after=6, align="center"
    ),
    StyleDefinition(
        id="IllustrationCaption",
        name="Подпись рисунка",
        follows="AnnexText",
        after=12,
        align="center",
        keep_lines=True,
        size=12,
    ),
)


def illustration(block: str) -> str:
    """A picture and its caption, if it has one; ``block`` is the name of a variable."""
    return (
        paragraph(
            "Illustration",
            tag(f"{{% keepnext {block}.подпись %}}"),
            run(f"{{{{ {block}.рисунок }}}}"),
        )
        + tag_line(f"{{%p if {block}.подпись %}}")
        + paragraph("IllustrationCaption", run(f"{{{{ {block}.подпись }}}}"))
        + tag_line("{%p endif %}")
    )
