"""Packages of Office on disk: read safely, written reproducibly and in one step; their XML parsed safely."""
