"""What every recorded change is made of: authors and numbers, marks, looks, places."""
