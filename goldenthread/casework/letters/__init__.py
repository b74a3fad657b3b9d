"""The words of letters: what they begin as, and the live fields in them. No database."""
