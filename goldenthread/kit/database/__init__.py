"""Django's own way to PostgreSQL, and with each statement the word for whom it is."""
