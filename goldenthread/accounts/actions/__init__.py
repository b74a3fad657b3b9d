"""Changes to people and roles, each recorded in the audit."""
