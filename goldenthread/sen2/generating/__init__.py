"""Invented returns: whole, seeded, and of any size."""
