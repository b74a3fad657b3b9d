"""PostgreSQL's row-level security: a second lock on children's rows, under the gate."""
