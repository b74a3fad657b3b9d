"""A plan as linked data: what it holds, what is wrong with it, and what changed. Pure: no web framework, no database."""
