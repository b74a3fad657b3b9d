"""Checks of a placement."""
