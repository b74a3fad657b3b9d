"""Checks of an active plan."""
