"""Comments set and taken out."""
