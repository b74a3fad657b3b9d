"""A primary, a streaming copy, PgBouncer, two web processes and two workers on one machine, and the death of the primary."""
