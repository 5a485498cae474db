"""Answers of a person to questions: read, set against their places, put into the rolled order, settled."""
