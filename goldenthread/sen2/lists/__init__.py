"""The child-level lists that inspectors of an area’s SEND services ask for (Annex A): children with a plan, and with support."""
