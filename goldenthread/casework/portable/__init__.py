"""The portable case file: one child's file, as one authority hands it to another. Pure: no database, no web framework."""
