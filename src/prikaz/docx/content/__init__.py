"""What a Word file says (содержание), free of templates."""
