"""WordprocessingML: parts of a document, their names, styles, numbering and properties."""
