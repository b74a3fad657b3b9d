"""Changes to partners, each recorded in the audit."""
