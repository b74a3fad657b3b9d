"""Checks of an assessment."""
