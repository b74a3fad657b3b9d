"""Writing a return in any of its formats."""
