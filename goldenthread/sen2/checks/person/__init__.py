"""Checks of a person."""
