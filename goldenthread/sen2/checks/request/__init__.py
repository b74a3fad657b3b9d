"""Checks of a request."""
