"""Checks of the header."""
