"""Reads about people that have a name."""
