"""From nodes to objects: orders, office profiles, drafts, tables beside a data file."""
