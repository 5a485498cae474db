"""What a Word file says (содержание), free of templates."""

from prikaz.docx.content.reading import read_content

__all__ = ["read_content"]
