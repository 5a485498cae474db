"""Names of persons: their parts, the sex they show, their forms in six cases."""
