"""Pages of sign-in, of people and of the audit."""
