"""How a case runs, as plain Python: what can happen, where it leads, which duties it starts and ends. No database."""
