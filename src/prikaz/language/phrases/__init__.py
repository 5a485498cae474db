"""Phrases: positions and bodies in six cases, and what agrees with them."""
