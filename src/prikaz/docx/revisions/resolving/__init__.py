"""Recorded changes accepted and rejected."""
