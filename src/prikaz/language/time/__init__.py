"""Times: dates, weekdays, working days, and the role a time plays in a text."""
