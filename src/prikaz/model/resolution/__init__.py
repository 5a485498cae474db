"""What is computed from an order and never typed: numbers, references, words in a case, marks of annexes."""
