"""Whether every section is there, and says something or why not."""
