"""Checks of any value."""
