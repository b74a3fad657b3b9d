"""Whether the plan can be read."""
