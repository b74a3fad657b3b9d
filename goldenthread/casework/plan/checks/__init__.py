"""The checks of a plan, one file each, and what is needed to run them."""
