"""WordprocessingML: the package of a .docx, its names, units, styles, numbering and properties."""
