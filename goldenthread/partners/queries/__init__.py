"""Reads about partners that have a name."""
