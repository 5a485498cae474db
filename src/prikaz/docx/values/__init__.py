"""Values that templates print besides plain text, such as pictures, and the document that a render gives."""
