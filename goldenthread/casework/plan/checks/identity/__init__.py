"""Whether the plan is about this child, and only this child, and says what was said."""
