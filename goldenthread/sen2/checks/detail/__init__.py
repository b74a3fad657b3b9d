"""Checks of a plan detail."""
