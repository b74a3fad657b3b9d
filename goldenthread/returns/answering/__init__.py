"""Counts that somebody asks for: of what, in which time, told apart by what; and which of them may leave the house. Pure."""
