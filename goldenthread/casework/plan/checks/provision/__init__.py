"""Whether provision is specific enough to be held to."""
