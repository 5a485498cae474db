"""What each line of a file is (разметка)."""

from __future__ import annotations

from prikaz.docx.content.elements import Content
from prikaz.reader.labelling.by_content import label_by_content
from prikaz.reader.labelling.by_style import label_by_style
from prikaz.reader.labelling.items import header_items, items_of
from prikaz.reader.paper import Paper


def label(content: Content) -> Paper:
    """What each line of a file is: by the styles of our templates, else by its words and place."""
    by_style = label_by_style(content)
    if by_style is not None:
        return by_style
    landscape = [section.landscape for section in content.sections]
    return label_by_content(items_of(content), landscape, header_items(content))
