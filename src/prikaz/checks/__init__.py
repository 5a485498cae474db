"""What is wrong with an order, as findings; a neighbour of the writer, which prints what is right."""
