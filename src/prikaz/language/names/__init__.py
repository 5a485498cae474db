"""Names of persons: their parts, sex and forms."""
