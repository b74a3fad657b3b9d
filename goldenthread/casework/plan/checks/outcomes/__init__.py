"""Whether outcomes are outcomes."""
