"""Checks of a named plan."""
