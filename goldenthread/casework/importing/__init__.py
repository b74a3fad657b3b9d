"""Reading other systems' files of cases: which column means what, and which events a row tells of. No database."""
