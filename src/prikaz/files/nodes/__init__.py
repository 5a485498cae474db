"""Values of a data file with their places, and the faults found in them."""
