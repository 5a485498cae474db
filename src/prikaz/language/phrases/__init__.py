"""Positions and bodies: phrases and their forms."""
