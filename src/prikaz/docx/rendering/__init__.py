"""From compiled code and values to bytes: printing, budgets, what is missing, what is done after printing."""
