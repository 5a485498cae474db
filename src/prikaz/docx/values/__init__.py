"""What a template may print besides text: runs with marks, pictures; and what a render gives."""
