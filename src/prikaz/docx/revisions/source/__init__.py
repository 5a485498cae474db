"""The file while it is changed: its parts, stories, characters and runs."""
