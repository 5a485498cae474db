"""Objects and changes to files: whole data files, edits of their text and of tables beside them."""
