"""WordprocessingML: the package of a .docx, its names, units, styles and numbering; no templates here."""
