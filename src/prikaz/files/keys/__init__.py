"""Which keys a data file may have: shapes of the fields of the model, Russian and English names."""
