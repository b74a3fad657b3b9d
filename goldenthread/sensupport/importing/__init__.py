"""Schools' own lists, as CSV: whatever order their columns have, and everything that is wrong named by row."""
