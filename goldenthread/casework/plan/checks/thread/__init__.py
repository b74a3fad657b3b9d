"""Whether need, outcome and provision hold together."""
