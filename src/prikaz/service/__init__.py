"""What the command line, batches and the page share: open, render, roll, save safely, entries with places."""
