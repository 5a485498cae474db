"""Time: dates, weekdays, working days, and what each year and date of a text is."""
