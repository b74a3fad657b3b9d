"""Labelled sentences, and how well the checks of sentences do on them."""
