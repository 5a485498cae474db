"""What is written about data files: JSON Schema, glossary, skeletons."""
