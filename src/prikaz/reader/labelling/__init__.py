"""What each line of a file is (разметка)."""
